"""Hints spare time and must never spare a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.orders import cues
from testigo.orders.cue import Cue

CUES = sorted(name for name, value in vars(cues).items() if isinstance(value, Cue))
GOLD = Path(__file__).resolve().parents[2] / "examples" / "gold"


@pytest.mark.parametrize("name", CUES)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_every_text_that_a_pattern_finds_holds_one_of_its_hints(name: str, data: st.DataObject) -> None:
    cue: Cue = getattr(cues, name)
    made = data.draw(st.from_regex(re.compile(cue.pattern.pattern), fullmatch=True))
    for text in (made, made.upper()):
        if cue.pattern.search(text):
            assert cue.search(text), text


def test_the_sentences_of_the_examples_are_found_as_without_hints() -> None:
    for path in sorted(GOLD.glob("*.txt")):
        for sentence in re.split(r"(?<=[.!?])\s+", path.read_text("utf-8")):
            for name in CUES:
                cue: Cue = getattr(cues, name)
                assert bool(cue.search(sentence)) == bool(cue.pattern.search(sentence)), (name, sentence)


def test_a_hint_is_written_in_lower_case() -> None:
    assert all(hint == hint.lower() for name in CUES for hint in getattr(cues, name).hints)


def test_an_hour_before_noon_is_a_word_and_not_the_beginning_of_one() -> None:
    assert cues.NIGHT.search("They came at two a.m. and left.")
    assert cues.NIGHT.search("They came at 3 am and left.")
    assert not cues.NIGHT.search("They met two American officers.")


def test_an_hour_after_which_nobody_may_go_out_is_night() -> None:
    assert cues.NIGHT.search("Her home was searched after curfew.")
