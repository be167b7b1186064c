"""How the desk shows what a second opinion changed in a claim."""

from __future__ import annotations

import pytest
from django.utils import translation

from testigo.claim import CLAUSE, Claim, Firmness, LeftOut, Overruled, Source, Span
from testigo.desk import shown
from testigo.desk.gather import left_out
from testigo.desk.one_claim import rules_of
from testigo.desk.shown import Voice

TEXT = "The committee said that the baker may have been taken away that night."


def claim() -> Claim:
    night = Span(TEXT.index("that night"), len(TEXT) - 1)
    return Claim(
        "event", "arrest", Span(24, 59), Span(49, 59), "reported",
        sources=(Source(Span(0, 13), "The committee", "institution", rule="cue.before"),),
        firmness=(Firmness(1, "speculated", Span(34, 37), "status.modal"), Firmness(1, "reported", None, "second.status")),
        rule="verb.arrest.take", left_out=(LeftOut("time", night, night.of(TEXT), "time.relative"),),
    )  # fmt: skip


def voice() -> Voice:
    return Voice(TEXT, "en", "A paper", "en", lambda *_: "", lambda _: "", lambda *_: "")


def test_what_the_second_opinion_makes_of_a_status_is_nobodys_voice() -> None:
    whose = [layer.whose for layer in shown.layers(claim(), voice(), 1)]
    assert whose == ["The committee", "a second opinion, no voice of the report"]


def test_what_it_took_out_of_a_slot_is_told_with_the_rule_that_had_put_it_in() -> None:
    (row,) = (view for view in rules_of(claim()) if view.id == "time.relative")
    assert "left out by the second opinion: “that night” as When" in row.parts


@pytest.mark.parametrize(
    ("language", "act", "clause"),
    [
        (
            "en",
            "The rules found an act here and the second opinion none",
            "The rules found a clause of an order here",
        ),
        ("ko", "규칙은 행위를 찾았으나", "규칙은 명령의 조항을 찾았으나"),
    ],
)
def test_acts_and_clauses_that_were_left_out_are_told_apart(language: str, act: str, clause: str) -> None:
    aside = (
        Overruled(Span(49, 59), "event", "arrest", "verb.arrest.take"),
        Overruled(Span(0, 13), CLAUSE, "forbid", "order.ban"),
    )
    with translation.override(language):
        first, second = left_out(TEXT, aside)
        assert first.startswith(act)
        assert second.startswith(clause)
        assert f"“{TEXT[49:59]}”" in first
        assert "“The committee”" in second
        assert left_out(TEXT, ()) == ()
