"""A second deed whose verb is left out: "Police freed four men on Monday, and the other six on Tuesday".

Rules:
- Behind a time of the verb stands "and" with other people and a time of their own; nothing else of the clause follows.
- Those are whom it was done to, by whoever did the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Claim, Filler, Span
from testigo.reading.arguments import Range, past_approximators
from testigo.reading.chunks import is_time
from testigo.reading.classes import is_class
from testigo.reading.in_charges import without_charges
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.value import replace
from testigo.vocabulary import COERCION

_WHEN = wordset("on in at since until by")
_OTHERS = wordset("other others more another")
_REACH = 24  # words between the verb and "and"


def verb_left_out(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The deeds that share the verb of one that was found."""
    if "and" not in scene.words:
        return []
    more: list[Mention] = []
    for mention in found:
        clause = mention.clause
        if mention.noun or clause is None or mention.trigger.act not in COERCION or clause.verb.negated:
            continue
        if all(slot != "target" for slot, _ in mention.parts):
            continue
        pair = _others(scene, clause.verb.last)
        if pair is None:
            continue
        whom, end = pair
        parts = tuple(part for part in mention.parts if part[0] != "target")
        more.append(replace(mention, span=(whom[0], end), clause=None, parts=(*parts, ("target", whom))))
    return more


def with_left(claims: list[Claim], left: Sequence[Claim | None]) -> list[Claim]:
    """The claims without those that only name a charge, and with such deeds behind the one whose verb they share."""
    kept = without_charges(claims)
    for one in left:
        at = next((n for n, claim in enumerate(kept) if one and claim.trigger == one.trigger), None)
        if one is None or at is None or kept[at].act != one.act:
            continue
        theirs = [whom.span for whom in one.target]
        kept[at] = replace(
            kept[at], target=_without(kept[at].target, theirs), quantity=_without(kept[at].quantity, theirs)
        )
        kept.insert(at + 1, one)
    return kept


def _without(found: tuple[Filler, ...], spans: list[Span]) -> tuple[Filler, ...]:
    """The fillers that stand outside some words."""
    return tuple(one for one in found if not any(one.span.overlaps(span) for span in spans))


def _others(scene: Scene, first: int) -> tuple[Range, int] | None:
    """The other people and where their time ends, behind the "and" of a clause whose verb ends before a token."""
    tokens = scene.tokens
    for at in range(first + 1, min(len(tokens) - 2, first + _REACH)):
        if tokens[at].tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") or tokens[at].text in (";", ":"):
            return None
        if tokens[at].lower != "and" or not _ends_time(scene, at - (tokens[at - 1].text == ",")):
            continue
        start = past_approximators(tokens, at + 1, len(tokens))
        base = scene.chunks.noun_from.get(start)
        if base is None or not _is_people(scene, base):
            continue
        end = _past_time(scene, base[1])
        return ((at + 1, base[1]), end) if end else None
    return None


def _is_people(scene: Scene, base: Range) -> bool:
    """Whether a phrase names people of its own: "three monks", "the other six", "her husband"."""
    tokens = scene.tokens[base[0] : base[1]]
    counted = any(t.tag == "CD" or t.lower in _OTHERS for t in tokens)
    return not is_time(scene.tokens, base) and (
        is_class(scene.tokens, base, "person") or (counted and tokens[-1].tag in ("CD", "NNS", "JJR", "JJ"))
    )


def _ends_time(scene: Scene, end: int) -> bool:
    """Whether a time ends before a token: "on Monday", "last week"."""
    base = scene.chunks.noun_upto.get(end)
    return base is not None and is_time(scene.tokens, base)


def _past_time(scene: Scene, first: int) -> int:
    """Where a time ends that starts at a token, if nothing but a mark or "and" follows it; else 0."""
    tokens = scene.tokens
    at = first + (first < len(tokens) and tokens[first].lower in _WHEN)
    base = scene.chunks.noun_from.get(at)
    if base is None or not is_time(tokens, base):
        return 0
    closed = base[1] >= len(tokens) or tokens[base[1]].tag in (".", ",", ":", "CC", "''", "-RRB-")
    return base[1] if closed else 0
