"""Numbers that grew or shrank between an original and its relay, compared by what they count.

Rules:
- Sentences are compared that tell the same claim, or that share the most rare words; never the whole texts.
- Two numbers are the same count if they count the same noun, or if each is the one quantity of a claim told twice. A number that
  the other text has anywhere with this noun did not change.
- A number that is rounded and says so ("more than 300" for 310, "nearly 400" for 390) is no other number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from testigo.claim import Span
from testigo.weighed import Change
from testigo.weighing import words
from testigo.weighing.seen import SeenClaim, SeenReport
from testigo.weighing.sentences import sentence_pairs, sentences
from testigo.weighing.words import Number


def numbers(
    original: SeenReport,
    relay: SeenReport,
    told: Sequence[tuple[SeenClaim, SeenClaim]],
    *,
    corrects: bool = False,
) -> Iterable[Change]:
    """Every number that the relay has changed. told: pairs of claims of the original and of the relay that are surely the same.

    corrects: the relay corrects the original, and so has the wrong number too.
    """
    was, now = sentences(original), sentences(relay)
    known = (
        {(n.noun, n.value) for s in was for n in _numbers(original, s)},
        {(n.noun, n.value) for s in now for n in _numbers(relay, s)},
    )
    values = tuple({value for _, value in some} for some in known)
    for one_sentence, other_sentence in sentence_pairs(original, relay, told):
        for one in _numbers(original, one_sentence):
            for other in _numbers(relay, other_sentence):
                quantity = _quantities(told, one, other)
                if (
                    one.value == other.value
                    or _rounded(relay, one.value, other)
                    or not (one.noun == other.noun != "" or quantity is not None)
                ):
                    continue
                if one.value in values[1] and other.value in values[0] and not corrects:
                    continue  # both texts have both: "31 people, of whom six", "six of 31 passengers"
                if ((other.noun, one.value) in known[1] and not corrects) or (one.noun, other.value) in known[
                    0
                ]:
                    continue
                if quantity is not None and (
                    (one.value in values[1] and not corrects) or other.value in values[0]
                ):
                    continue
                kind = "number grown" if other.value > one.value else "number shrunk"
                ids = quantity or _claims_at(told, one, other)
                yield Change(
                    kind, _whole(original, one), _whole(relay, other), one.span, other.span, *ids
                )  # fmt: skip


_DOWN = re.compile(r"\b(?:more than|over|at least|upwards of|in excess of)\s*$", re.IGNORECASE)
_UP = re.compile(r"\b(?:nearly|almost|close to|up to|fewer than|less than)\s*$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:about|around|some|roughly|approximately)\s*$", re.IGNORECASE)
MOST_ROUNDED = 0.25


def _rounded(report: SeenReport, exact: float, told: Number) -> bool:
    """Whether a number is the exact one rounded, in words that say which way, by less than a quarter of it."""
    if exact <= 0 or abs(exact - told.value) > MOST_ROUNDED * exact or told.value % 10:
        return False
    before = report.text[max(0, told.span.start - 18) : told.span.start]
    pattern = _DOWN if told.value < exact else _UP
    return bool(pattern.search(before) or _NEARLY.search(before))


def _whole(report: SeenReport, number: Number) -> str:
    return number.span.of(report.text)


def _numbers(report: SeenReport, sentence: Span) -> list[Number]:
    return words.numbers(words.words(report.text, sentence))


def _quantities(
    told: Sequence[tuple[SeenClaim, SeenClaim]], one: Number, other: Number
) -> tuple[int, int] | None:
    """The claims whose one quantity these two numbers are, on either side."""
    for was, now in told:
        a, b = was.claim.quantity, now.claim.quantity
        if (
            len(a) == len(b) == 1
            and a[0].span.overlaps(one.span)
            and b[0].span.overlaps(other.span)
            and was.claim.act == now.claim.act
        ):
            return was.id, now.id
    return None


def _claims_at(
    told: Sequence[tuple[SeenClaim, SeenClaim]], one: Number, other: Number
) -> tuple[int | None, int | None]:
    for was, now in told:
        if was.claim.span.overlaps(one.span) and now.claim.span.overlaps(other.span):
            return was.id, now.id
    return None, None
