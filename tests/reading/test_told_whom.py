"""What is told without "that" behind whom it was told, and whom it is told of."""

from __future__ import annotations

import pytest

from testigo import read


def told(text: str, act: str) -> tuple[list[str], list[str], list[str]]:
    """Who tells it, who acts and to whom it was done, of the first claim with an act."""
    claim = next(c for c in read(text, "2021-11-30").claims if c.act == act)
    parts = (claim.sources, claim.actor, claim.target)
    return tuple([one.text for one in part] for part in parts)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("actor", "text"),
    [
        ("guards", "His sister told AFP guards had beaten two men."),
        ("guards", "His sister told the AFP news agency guards had beaten two men."),
        ("police", "His sister told Radio Karst police have beaten two men."),
        ("police", "His sister told Radio Free Asia police have beaten two men."),
        ("guards", "His sister told reporters guards had beaten two men."),
        ("soldiers", "His sister told RFA on Monday soldiers had beaten two men."),
        ("soldiers", "His sister told the Karst Post soldiers had beaten two men."),
        ("soldiers", "His sister told Human Rights Watch soldiers had beaten two men."),
        ("Ana Lo", "His sister told RFE/RL Ana Lo had beaten two men."),
        ("Ana Lo", "His sister told Radio Karst Ana Lo had beaten two men."),
        ("Ana Lo", "His sister told Mizzima Ana Lo had beaten two men."),
        ("Ana Lo", "His sister told a friend Ana Lo had beaten two men."),
        ("Ana Lo", "His sister told relatives Ana Lo had beaten two men."),
        ("police officers", "His sister told police officers had beaten two men."),
    ],
)
def test_what_is_told_begins_behind_whom_it_was_told(actor: str, text: str) -> None:
    assert told(text, "torture") == (["His sister"], [actor], ["two men"])


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("nurse Ana Lo", "Families were told nurse Ana Lo had been beaten."),
        ("Ivo Sol", "A lawyer told Mizzima Ivo Sol had been beaten in May."),
    ],
)
def test_who_was_told_belongs_to_nobody_beaten(target: str, text: str) -> None:
    assert told(text, "torture")[2] == [target]


def test_what_somebody_told_reporters_is_no_deed_of_theirs() -> None:
    claims = read("What he told AFP reporters was that guards beat two men.", "2021-11-30").claims
    assert [[one.text for one in claim.actor] for claim in claims if claim.act == "torture"] == [["guards"]]


@pytest.mark.parametrize(
    "text", ["He told AFP", "He told RFE/", "He told the", "He told AFP guards", "He told on Monday"]
)
def test_a_line_cut_off_behind_told_is_read(text: str) -> None:
    read(text)
