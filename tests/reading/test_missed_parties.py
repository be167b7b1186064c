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
