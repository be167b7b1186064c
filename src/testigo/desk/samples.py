"""An invented report with every kind of claim, for the page of patterns. Nobody and nothing in it is real."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from testigo.claim import Claim, Filler, Firmness, Source, Span
from testigo.directive import Clause, Directive
from testigo.report import Block

PARAGRAPHS = (
    ("title", "Guards in Northtown told to strike herders off lists"),
    ("byline", "By Alice Example, Northtown Courier, 24 November"),
    (
        "body",
        (
            "A courier from the North Quarter told the Courier on Monday that the district office held a meeting for "
            "block wardens. The order of 9 May was read out there, she said."
        ),
    ),
    (
        "body",
        (
            "According to the courier, the order says that herders are to be struck off the lists, while families of those "
            "who left stay under at least two and at most four levels of supervision."
        ),
    ),
    (
        "body",
        (
            "Bob, a herder in his 40s, was arrested on 12 October in Northtown after he complained about the price of flour. "
            "He was reportedly sentenced to three months in a labour brigade. There is speculation that the office will "
            "close the road. A warden denied that the herder was beaten."
        ),
    ),
    ("body", "People in the quarter are afraid. “Nobody dares to speak,” the courier said."),
    ("caption", "The bridge at Northtown. / Picture: Northtown Courier"),
    ("furniture", "Leave a reply. Your address will not be published."),
    ("body", "시장에서 한 상인은 단속원들이 밀가루를 압수했다고 말했다."),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """The invented report, its claims, and the order that it tells of."""

    text: str
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    directive: Directive


def sample() -> Sample:
    """The invented report."""
    blocks, at = [], 0
    for kind, words in PARAGRAPHS:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    text = "\n\n".join(words for _, words in PARAGRAPHS)
    return Sample(text, tuple(blocks), _claims(text), _directive(text))


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _one(text: str, clause: str, words: str, **more: str) -> tuple[Filler, ...]:
    """The words where they stand inside a clause."""
    start = text.index(clause) + clause.index(words)
    return (Filler(Span(start, start + len(words)), words, rule="sample", **more),)  # type: ignore[arg-type]


MEETING = "the district office held a meeting for block wardens"
OFF = "herders are to be struck off the lists"
STAY = "families of those who left stay under at least two and at most four levels of supervision"
ARREST = "Bob, a herder in his 40s, was arrested on 12 October in Northtown after he complained about the price of flour"
SENTENCE = "He was reportedly sentenced to three months in a labour brigade"
SEIZED = "단속원들이 밀가루를 압수했다"


def _claims(text: str) -> tuple[Claim, ...]:
    told = _at(text, "told the Courier")
    whole = _at(text, "A courier from the North Quarter")
    courier = (
        Source(whole, "A courier from the North Quarter", "anonymous", cue=Span(told.start, told.start + 4)),
    )
    she = (
        Source(
            _at(text, "she said"),
            "she",
            "anonymous",
            refers=whole,
            refers_text="A courier from the North Quarter",
        ),
    )
    order = (
        Source(_at(text, "the courier"), "the courier", "anonymous"),
        Source(_at(text, "the order"), "the order", "document"),
    )

    def claim(kind: str, act: str, status: str, words: str, trigger: str, **more: object) -> Claim:
        span = _at(text, words)
        inside = words.index(trigger) + span.start
        found = Span(inside, inside + len(trigger))
        return Claim(kind, act, span, found, status, rule="sample", **more)  # type: ignore[arg-type]

    def part(clause: str, words: str, **more: str) -> tuple[Filler, ...]:
        return _one(text, clause, words, **more)

    doubt = (Firmness(0, "hedged", _at(text, "reportedly"), "sample"),)
    return (
        claim("directive", "order", "asserted", PARAGRAPHS[0][1], "told"),
        claim("event", "meeting", "reported", MEETING, "held a meeting", sources=courier,
              actor=part(MEETING, "the district office"), target=part(MEETING, "block wardens")),
        claim("event", "dissemination", "reported", "The order of 9 May was read out there", "read out", sources=she),
        claim("event", "watchlisting", "intended", OFF, "struck off", sources=order, target=part(OFF, "herders")),
        claim("event", "surveillance", "intended", STAY, "supervision", sources=order),
        claim("event", "arrest", "asserted", ARREST, "arrested",
              target=part(ARREST, "Bob, a herder in his 40s"), place=part(ARREST, "Northtown"),
              time=part(ARREST, "12 October", value="2026-10-12"),
              charge=part(ARREST, "he complained about the price of flour")),
        claim("event", "speech", "asserted", "he complained about the price of flour", "complained",
              actor=part("he complained about", "he")),
        claim("event", "sentence", "hedged", SENTENCE, "sentenced", firmness=doubt,
              punishment=part(SENTENCE, "three months in a labour brigade", duration="P3M")),
        claim("event", "movement_restriction", "speculated", "the office will close the road", "close"),
        claim("event", "torture", "denied", "the herder was beaten", "beaten"),
        claim("condition", "fear", "asserted", "People in the quarter are afraid", "afraid"),
        claim("view", "view", "reported", "Nobody dares to speak", "dares",
              sources=(Source(_at(text, "the courier said"), "the courier", "anonymous"),)),
        claim("event", "confiscation", "reported", SEIZED, "압수했다", actor=part(SEIZED, "단속원들"),
              sources=(Source(_at(text, "한 상인"), "한 상인", "anonymous"),)),
    )  # fmt: skip


def _directive(text: str) -> Directive:
    return Directive(
        span=_at(text, "the order says that " + OFF),
        clauses=(
            Clause(_at(text, OFF), "exempt", groups=_one(text, OFF, "herders"), measure="watchlisting"),
            Clause(
                _at(text, STAY),
                "retain",
                groups=_one(text, STAY, "families of those who left"),
                measure="surveillance",
                levels=(2, 4),
            ),
        ),
        issued=_one(text, "The order of 9 May", "9 May", value="2026-05-09")[0],
        transmission=_one(text, MEETING, "meeting for block wardens"),
    )


MOMENT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
