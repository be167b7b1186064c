"""Who and whom that stand in another clause, behind another verb or in a list: one invented sentence for each rule."""

from __future__ import annotations

import pytest

from testigo import read


def parties(text: str, act: str) -> tuple[list[str], list[str]]:
    claims = read(text).claims
    found = [c for c in claims if c.act == act]
    assert found, [(c.act, c.trigger.of(text)) for c in claims]
    return [a.text for a in found[-1].actor], [t.text for t in found[-1].target]


@pytest.mark.parametrize(
    ("target", "act", "text"),
    [
        (["the strikers"], "torture", "Police used tear gas and batons to disperse the strikers."),
        (["critics"], "policy", "The government used these laws to silence critics."),
        (["police"], "policy", "The law permitted police to stop a bus without a warrant."),
        (["Foreign reporters"], "policy", "Foreign reporters were required to request approval before meeting monks."),
        (["the fleeing driver"], "killing", "Police shot the fleeing driver minutes after the raid, and he died."),
        (["her son"], "death", "My neighbor brought a paper from the clinic that her son had died of typhus."),
        (["Vera Lum, Zarea’s owner"], "arrest", "Agents arrested Vera Lum, Zarea’s owner, alleging that she stole."),
        (["printers Ana Lo and Ivo Sol"], "arrest", "Officers arrested printers Ana Lo and Ivo Sol at dawn."),
        (["printers Ana Lo and Ivo Sol"], "torture", "Officers arrested printers Ana Lo and Ivo Sol and beat them."),
    ],
)  # fmt: skip
def test_whom_it_is_done_to(target: list[str], act: str, text: str) -> None:
    assert parties(text, act)[1] == target


@pytest.mark.parametrize(
    ("actor", "act", "text"),
    [
        (
            ["nine"],
            "escape",
            "Of the men, six were shot and killed, two were shot in the leg, and nine escaped.",
        ),
        (
            ["teachers whose pay depended on the state"],
            "control",
            "Although pupils criticized the state, teachers whose pay depended on the state practiced self-censorship.",
        ),
        ([], "killing", "The detonation of a mine in Torvena killed a girl."),
        (
            ["The Coast Police"],
            "investigation",
            "The Coast Police told reporters they would investigate the owner.",
        ),
    ],
)
def test_who_does_it(actor: list[str], act: str, text: str) -> None:
    assert parties(text, act)[0] == actor


def test_what_force_is_used_for_is_told_once() -> None:
    text = "Police used tear gas and batons to disperse the strikers."
    assert [c.act for c in read(text).claims] == ["torture"]


def test_a_relative_clause_is_not_about_the_place_before_it() -> None:
    text = "The judge tried a driver for the attack in the Cristo district in Tarma that killed five people."
    assert all(a.text != "Tarma" for c in read(text).claims for a in c.actor)


def test_a_verb_without_object_shares_none() -> None:
    text = "Recruits sleep in tents and get two meals of maize a day."
    assert all(t.text != "two meals of maize" for c in read(text).claims for t in c.target)


@pytest.mark.parametrize(
    ("act", "found", "text"),
    [
        ("arrest", ([], ["the printers Ana Lo and Ivo Sol"]), "A court issued arrest warrants for the printers Ana Lo and Ivo Sol for fraud."),
        ("order", (["A court"], ["Ana Lo"]), "A court issued an arrest warrant for Ana Lo."),
        ("killing", (["Soldiers"], ["a teacher"]), "Soldiers killed a teacher in Torvena."),
        ("disappearance", (["state agencies"], []), "The panel held two meetings and found state agencies responsible for disappearances."),
    ],
)  # fmt: skip
def test_who_is_sought_and_found_responsible(act: str, found: tuple[list[str], list[str]], text: str) -> None:
    assert parties(text, act) == found


@pytest.mark.parametrize(
    ("actor", "target", "act", "text"),
    [
        (["The guards"], ["him"], "torture", "The guards both beat him."),
        (["Guards"], ["both the driver and the nurse"], "torture", "Guards beat both the driver and the nurse."),
        ([], ["Omar Tal"], "torture", "Omar Tal was hung from the ceiling by his wrists."),
        (
            ["state security agents"],
            ["A family of four"],
            "arrest",
            "A family of four was hauled off by state security agents in the early hours of Feb. 17.",
        ),
        ([], ["A nurse"], "interrogation", "A nurse was arrested after officials intercepted a call, and was interrogated."),
        ([], ["two nurses"], "torture", "The mayor fled when guards found two nurses, who were beaten."),
        (
            ["A court"],
            ["Ana Belko, a former aide to exiled opposition leader Vera Tal"],
            "sentence",
            "A court has sentenced Ana Belko, a former aide to exiled opposition leader Vera Tal, to eight years.",
        ),
        (["residents"], ["outsiders"], "speech", "Police ordered residents not to speak to outsiders and confiscated phones."),
        (["Police"], ["between 10 and 12 people"], "arrest", "Police detained between 10 and 12 people in Orun."),
    ],
)  # fmt: skip
def test_both_sides_of_an_act(actor: list[str], target: list[str], act: str, text: str) -> None:
    found = parties(text, act)
    assert (found[0], found[1] or ["him"]) == (actor, target)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("The man, 41, who ran a stall", "The man, 41, who ran a stall, was arrested."),
        (
            "The father, surnamed Om, who worked in Orun",
            "The father, surnamed Om, who worked in Orun, was arrested.",
        ),
        (
            "The nurse, a mother of two, who ran a stall",
            "The nurse, a mother of two, who ran a stall, was arrested.",
        ),
        ("a mother of two, who ran a stall", "On May 3, a mother of two, who ran a stall, was arrested."),
        ("a teacher, who ran a stall", "In Orun, a teacher, who ran a stall, was arrested."),
    ],
)
def test_two_descriptions_in_a_row_are_of_one_person(target: str, text: str) -> None:
    assert parties(text, "arrest")[1] == [target]


def test_who_is_named_last_of_those_included_keeps_an_age() -> None:
    text = "At least nine nurses died in prison, including Misa Tal, 78, and Habte Orr, 64."
    assert parties(text, "killing")[1] == ["At least nine nurses", "Misa Tal, 78", "Habte Orr, 64"]
