"""A stub that lies: it stands where a language model would, and answers whatever a test wants it to."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from testigo.claim import Claim, Filler, Reading, Span
from testigo.reading.model.prompt import Prompt
from testigo.reading.read import read_report_with_model
from testigo.report import Block, Report

TEXT = (
    "A source in North Hamgyong Province told Amnok Daily on Monday that police arrested 17 traders in Hyesan on "
    "October 12, 2021. Officers beat a man in his 30s for stealing corn. He was sentenced to fifteen years in a "
    "reeducation camp, a resident said. An official denied that two women were executed in Musan."
)


def report(text: str = TEXT, published: str | None = "2021-10-20") -> Report:
    """The paragraphs of a text (parted by blank lines) as body blocks."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("body", Span(at, at + len(part))))
        at += len(part) + 2
    return Report(text, tuple(blocks), published=published)


def claim(**parts: Any) -> dict[str, Any]:
    """A claim about the arrest that is true to TEXT, with some parts changed."""
    true = {
        "kind": "event", "act": "arrest", "status": "reported",
        "clause": "police arrested 17 traders in Hyesan on October 12, 2021", "trigger": "arrested",
        "sources": ["A source in North Hamgyong Province"],
    }  # fmt: skip
    return true | parts


def answering(*claims: Any) -> Callable[[Prompt], str]:
    """A model that gives these claims to every prompt."""
    answer = json.dumps({"claims": list(claims)})
    return lambda prompt: answer


def read(*claims: Any, text: str = TEXT) -> Reading:
    """The reading that comes of these claims."""
    return read_report_with_model(report(text), answering(*claims), "liar")


def only(reading: Reading) -> Claim:
    """The one claim of a reading."""
    (found,) = reading.claims
    return found


def everything_stands_in(reading: Reading, text: str) -> None:
    """Every span is inside the text, and every word beside a span is what stands there."""

    def check(span: Span, words: str) -> None:
        assert words == span.of(text)
        assert words.strip()

    def fill(filler: Filler) -> None:
        check(filler.span, filler.text)
        for told in filler.attributes:
            check(told.span, told.text)

    for one in reading.claims:
        assert one.span.contains(one.trigger)
        assert len(one.trigger) > 0
        assert one.span.end <= len(text)
        for source in one.sources:
            check(source.span, source.text)
        for part in (one.actor, one.target, one.place, one.time, one.charge, one.punishment, one.quantity):
            for filler in part:
                fill(filler)
