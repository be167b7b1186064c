"""What is stored as JSON comes back as the same value, with the parts that may be unknown left unknown too."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from testigo import wire
from testigo.claim import Claim, Filler, Hedge, Reading, Source, Span
from testigo.directive import Clause, Directive
from testigo.report import Report

SPAN = Span(0, 3)
CLAIM = Claim("event", "arrest", SPAN, SPAN, "reported", sources=(Source(SPAN, "a source", "person"),))
READING = Reading("rules-en", "1", "1", "en", claims=(CLAIM,), hedges=(Hedge(SPAN, SPAN),), notes=("a note",))


def again(value: object) -> object:
    return json.loads(json.dumps(wire.to_json(value)))


@pytest.mark.parametrize("language", ["en", "ko", None])
def test_a_reading_comes_back_whatever_is_known_of_its_language(language: str | None) -> None:
    reading = replace(READING, language=language)
    assert wire.reading_from_json(again(reading)) == reading  # type: ignore[arg-type]


def test_a_report_of_which_nothing_is_known_comes_back() -> None:
    report = Report("", ())
    assert wire.report_from_json(again(report)) == report  # type: ignore[arg-type]


def test_an_order_of_which_nothing_is_told_comes_back() -> None:
    order = Directive(SPAN, (Clause(SPAN, "retain", groups=(Filler(SPAN, "people"),)),))
    assert wire.directive_from_json(again(order)) == order  # type: ignore[arg-type]


def test_a_claim_without_its_act_is_an_error_and_no_guess() -> None:
    body = again(CLAIM)
    del body["act"]  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="act"):
        wire.claim_from_json(body)  # type: ignore[arg-type]


def test_days_and_choices_come_back() -> None:
    import datetime as dt

    from testigo.trend import Expected, Question

    day = dt.date(2031, 10, 2)
    asked = Question(day, day, day, day, expected=Expected.MORE)
    stored = wire.to_json(asked)
    assert (stored["first"], stored["expected"]) == ("2031-10-02", "more")
    assert wire.from_json(Question, stored) == asked
