"""Punishments that the words of a claim name without telling who got them: "punishable by a fine or two years in prison".

Rules:
- What stands behind "punishable by" is one punishment each, the length of a range in one.
- Penalties "range from", "are" or "include" what they are; fines, prison sentences and beatings may be "imposed".
- Where the grammar of the sentence tells a punishment, that one stands (`sentenced`).
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.arguments import Range, past_approximators
from testigo.reading.edges import trim
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.scenes import Mention, Scene
from testigo.reading.sentenced import punishment_words
from testigo.reading.slots import Place
from testigo.reading.tokens import Token


def penalty_words(place: Place, mention: Mention) -> tuple[Span, ...]:
    """The words of the punishments of a claim, one span for each."""
    if mention.trigger.kind != "event" or mention.trigger.act != "sentence":
        return punishment_words(place, mention)
    tokens, (first, last) = place.scene.tokens, mention.at
    at = next((n for n in range(first, min(len(tokens) - 2, last + 2)) if _is_punishable(tokens, n)), None)
    parts = _row(place.scene, at + 2) if at is not None else []
    if parts:
        return _spans(place, parts)
    return punishment_words(place, mention) or _spans(place, _told(place.scene, first, last))


def _spans(place: Place, parts: list[Range]) -> tuple[Span, ...]:
    trimmed = (trim(place.scene.tokens, part) for part in parts)
    return tuple(place.sentence.span_of(*part) for part in trimmed if part is not None)


def _is_punishable(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower == "punishable" and tokens[at + 1].lower in ("by", "with")


def _told(scene: Scene, first: int, last: int) -> list[Range]:
    """What penalties range from or are, or what is imposed."""
    tokens = scene.tokens
    imposed = tokens[first].lemma in _IMPOSING
    for at in range(first, min(last + 2 * imposed, len(tokens))):
        if tokens[at].lower in _PENALTIES and (start := _what_they_are(scene, at)):
            return _row(scene, start)
        if tokens[at].lower in _KINDS and tokens[at].tag in ("NN", "NNS"):
            base = next((one for one in scene.chunks.nouns if one[0] <= at < one[1]), None)
            return _row(scene, base[0]) if base is not None else []
    return []


def _what_they_are(scene: Scene, at: int) -> int:
    """Where it is told what penalties are, or 0: the "two" of "penalties for theft ranged from two to five years"."""
    tokens = scene.tokens
    verb = next((g for g in scene.chunks.verbs if g.first > at and g.finite), None)
    if verb is None or verb.first - at > _NEAR or tokens[verb.main].lemma not in _BEING:
        return 0
    start = verb.last + (tokens[min(verb.last, len(tokens) - 1)].lower in ("from", "between"))
    counted = past_approximators(tokens, start, len(tokens)) if start < len(tokens) else start
    return start if counted < len(tokens) and _opens(tokens, counted) else 0


_IMPOSING = wordset("impose imposed level levy mandate introduce prescribe")
_NEAR = 9  # tokens between "penalties" and their verb
_PENALTIES = wordset("penalty penalties punishment punishments sentence sentences")
_BEING = wordset("range vary be include carry")
_KINDS = wordset("fine fines caning flogging lashes whipping probation")


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a punishment begins at a token."""
    if tokens[at].tag == "CD":
        return any(token.lower.rstrip("’'") in _UNITS for token in tokens[at : at + 5])
    return any(token.lower in _KINDS | _TERMS for token in tokens[at : at + 4])


_UNITS = wordset("day days week weeks month months year years lashes strokes")
_TERMS = wordset(
    "imprisonment prison jail death loss confiscation deportation detention life labor labour penalty sentences sentence"
)


def _row(scene: Scene, at: int) -> list[Range]:
    """The punishments of a row, one range each: "a fine, two to five years’ imprisonment, or both" are two."""
    tokens, found = scene.tokens, []
    while at < len(tokens):
        counted = past_approximators(tokens, at, len(tokens))
        whole = _with_measure(scene, short(scene.chunks, counted, len(tokens)))
        if whole is None or not _opens(tokens, counted):
            break
        whole = _first_of(tokens, whole)
        found.append((at, whole[1]))
        at = whole[1]
        joints = at
        while joints < len(tokens) and tokens[joints].lower in (",", "and", "or"):
            joints += 1
        if joints == at:
            break
        at = joints
    return found


def _first_of(tokens: tuple[Token, ...], part: Range) -> Range:
    """The first punishment of a phrase that joins some: "a fine" of "a fine and a prison sentence"."""
    for at in range(part[0] + 1, part[1] - 1):
        joined = tokens[at].lower in (",", "and", "or") and tokens[at - 1].tag != "CD"
        after = at + 1 + (tokens[at + 1].lower in ("and", "or"))
        if joined and after < part[1] and _opens(tokens, after):
            return part[0], at
    return part


def _with_measure(scene: Scene, part: Range | None) -> Range | None:
    """A punishment with the end of its range and its length: "two | to five years’ imprisonment", "imprisonment | for a year"."""
    tokens = scene.tokens
    while (
        part is not None and part[1] + 1 < len(tokens) and tokens[part[1]].lower in ("to", "or", "of", "for")
    ):
        after = past_approximators(tokens, part[1] + 1, len(tokens))
        measure = tokens[after].tag == "CD" or tokens[after].lower in ("a", "life")
        more = short(scene.chunks, after, len(tokens)) if after < len(tokens) and measure else None
        ranging = tokens[part[1]].lower in ("to", "or")
        if more is None or (ranging and tokens[part[1] - 1].tag != "CD"):
            break
        if not any(token.lower.rstrip("’'") in _UNITS for token in tokens[more[0] : more[1]]):
            break
        part = part[0], more[1]
    return part
