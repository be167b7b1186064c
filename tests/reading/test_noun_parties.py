"""Who does, and to whom, what a noun tells, by the words around the noun."""

from __future__ import annotations

import pytest

from testigo import read


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    claims = read(text).claims
    found = [c for c in claims if trigger in c.trigger.of(text)]
    assert found, [(c.act, c.trigger.of(text)) for c in claims]
    return [a.text for a in found[0].actor], [t.text for t in found[0].target]


@pytest.mark.parametrize(
    ("actor", "trigger", "text"),
    [
        ("police and military", "violence", "Groups reported police and military violence against farmers."),
        ("police", "harassment", "The judges opened an inquiry into police harassment of the printer."),
        ("agents of the state", "killings", "There were reports of killings by or on behalf of agents of the state."),
        ("members of the guard", "disappearances", "Observers said members of the guard were culpable of disappearances."),
        ("the army", "disappearance", "A trader confirmed the army’s involvement in the students’ disappearance."),
        ("The army", "investigation", "The army’s investigation of the fire led to reforms."),
        ("the ministry", "investigation", "During the ministry's investigation into Blue Water Company, officers arrested 12 people."),
        ("a commission", "investigate", "In June the government signed an agreement establishing a commission to investigate abuses."),
        ("Armed gangs", "killings", "Armed gangs committed killings in Lora."),
        ("agents", "abductions", "The board said abductions continued, allegedly committed by agents."),
        ("soldiers", "killings", "The survey counted forty killings involving soldiers."),
        ("The militia", "kidnappings", "The militia continued to commit abuses, including beheadings, rape, and kidnappings."),
        ("the Fifth Bureau", "investigation", "By May the Fifth Bureau had not pursued an investigation into the fire."),
        ("The council", "evictions", "The council used forced evictions to clear the harbor."),
    ],
)  # fmt: skip
def test_who_does_it(actor: str, trigger: str, text: str) -> None:
    assert parties(text, trigger)[0] == [actor]


@pytest.mark.parametrize(
    ("target", "trigger", "text"),
    [
        (["teachers"], "beatings", "Groups told of beatings, threats of violence, harassment, and lawsuits against teachers."),
        (["Orlo"], "abducted", "Orlo was reluctant to leave his home in Lora for fear of being abducted."),
        (["Orlo"], "injuries", "Orlo sustained multiple injuries."),
        (["Skora", "Kryl"], "detentions", "The court ruled to extend both Skora and Kryl’s detentions."),
        (["two editors"], "detention", "Groups condemned the detention since May of two editors."),
        (["inmate"], "abuse", "A former cook described inmate abuse at the colony by guards."),
        (["some reporters"], "intimidation", "The governor subjected some reporters to intimidation and threats."),
        (["the baker"], "charges", "Prosecutors dropped all fraud charges against the baker."),
        (["students gathered at the gate"], "detained", "Officers detained students gathered at the gate."),
        (["Radio Lumen"], "suspended", "The prefecture suspended Radio Lumen for one week."),
    ],
)  # fmt: skip
def test_whom_it_befalls(target: list[str], trigger: str, text: str) -> None:
    assert parties(text, trigger)[1] == target
