"""How somebody stands in a sentence: there, only told what they are, or only had by another.

Rules:
- What is behind "be" says what somebody is: "nineteen were women"; but "Among them is Dal" tells who is there.
- "The body of Dal" is not somebody; Dal is.
- A name behind what describes it stands as that does; whom something is refused or given has it done to them.
- Whom another has is seldom who the next sentence is about: "Orlova has a daughter. She was held".
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.appositions import is_named
from testigo.reading.arguments import Range
from testigo.reading.chunks import head_of
from testigo.reading.classes import is_person
from testigo.reading.clauses import Clause
from testigo.reading.counted_people import group_before
from testigo.reading.lists import wordset
from testigo.reading.phrases import upto
from testigo.reading.tokens import Token
from testigo.reading.view import View
from testigo.reading.whole_names import before_role


def says_what(view: View, base: Range) -> bool:
    """Whether a noun phrase only says what somebody is, itself or joined to one that does: "is a monk and a former clerk"."""
    joined = view.chunks.noun_upto.get(base[0] - 1) if view.lower(base[0] - 1) == "and" else None
    if joined is not None and view.tokens[base[0]].lower in ("a", "an"):
        return joined[0] < base[0] and says_what(view, joined)
    verb = view.chunks.verb_at(base[0] - 1) if base[0] else None
    if verb is None or view.tokens[verb.main].lemma != "be" or verb.passive or verb.last != base[0]:
        return False
    return not (view.lower(0) == "among" and is_named(view.tokens, base))


def names_whom(view: View, base: Range) -> bool:
    """Whether a name tells who "the person" or "the victim" is: "The person concerned is Idris Mahamat, a journalist"."""
    verb = view.chunks.verb_at(base[0] - 1) if base[0] else None
    if verb is None or not is_named(view.tokens, base) or not 0 < verb.first < 6:
        return False
    first = view.chunks.noun_from.get(0)
    whom = first is not None and view.tokens[head_of(view.tokens, first)].lemma in _WHOEVER
    return whom and view.lower(0) == "the"


_WHOEVER = wordset(
    "person victim prisoner detainee deceased accused defendant dead wounded suspect applicant individual"
)


def is_remains(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a phrase is only what is left of somebody: "the body of Dal", who is meant by "he"."""
    return tokens[base[1] - 1].lemma in _REMAINS and base[1] < len(tokens) and tokens[base[1]].lower == "of"


def _remains_of(view: View, base: Range) -> int:
    """Where the phrase starts that tells of somebody's remains, else where somebody's own does."""
    at = base[0] - 2
    if at < 0 or view.lower(at + 1) != "of" or view.tokens[at].lemma not in _REMAINS:
        return base[0]
    whole = view.chunks.noun_upto.get(at + 1)
    return whole[0] if whole is not None else base[0]


_REMAINS = wordset("body corpse remains ashes")


def rank_of(
    view: View, base: Range, found: tuple[Clause, ...], undergone: set[int], subjects: set[int]
) -> int:
    """How somebody stands: 2 for whom something was done to, 1 for a subject, -1 for whom another only has, else 0.

    undergone, subjects: where the phrases start that are so in the clauses `found`.
    """
    firsts = {base[0], group_before(view, base[0]), _remains_of(view, base), _described_at(view, base)}
    firsts.add(before_role(view, base[0]))
    return 2 if firsts & undergone else 1 if firsts & subjects else _had(base, found)


def _described_at(view: View, base: Range) -> int:
    """Where the description starts that stands before a name: "A contributor to a channel, | Ivo Sol, was sentenced"."""
    tokens, at = view.tokens, base[0] - 1
    if at < 1 or tokens[at].text != "," or not is_named(tokens, base) or base[1] >= len(tokens):
        return base[0]
    whole = upto(view.chunks, at) if tokens[base[1]].text == "," else None
    return whole[0] if whole is not None and tokens[whole[0]].tag in ("DT", "PRP$", "JJ", "NN") else base[0]


def undergoers(tokens: tuple[Token, ...], told: Sequence[Clause]) -> set[int]:
    """Where they start to whom something is done, or given, refused or brought: "denied bail to Ana Lo"."""
    found = {c.undergoer[0] for c in told if c.undergoer is not None and c.lemma not in _NOT_UNDERGONE}
    given = [c for c in told if c.object is not None and not is_person(tokens, c.object)]
    return found | {
        phrase[0]
        for clause in given
        for prep, phrase in clause.preps
        if prep in ("to", "against") and is_person(tokens, phrase)
    }


_NOT_UNDERGONE = wordset(
    "tell inform assure remind have"
)  # "nurses told reporters that police detained them"


def _had(base: Range, found: tuple[Clause, ...]) -> int:
    """The rank of somebody who neither does nor suffers anything: -1 for whom another only has, else 0."""
    objects = [c.object for c in found if c.lemma == "have" and c.object is not None]
    return -1 if any(first <= base[0] < last for first, last in objects) else 0
