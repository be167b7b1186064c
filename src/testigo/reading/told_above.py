"""Who told what stands right before: "Two men were detained. This was reported by the press service of the court."

Rules: see RULES, with an example.
- "(source: a relative)" behind a case is about the sentences of its paragraph, too.
- It is about the sentences before it in its paragraph; where it opens one, about the paragraph before.
- Sentences in which somebody tells already keep their own source.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Span
from testigo.reading.chunks import VerbGroup
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.view import View

RULES = (
    (
        "speaker.above",
        "“This was reported by” gives what stands right before to whom it names",
        "Two men were detained. This was reported by the court.",
    ),
)
_TELLING = wordset("report announce state say confirm write tell publish relay")
_MOST = 6  # sentences before that are taken


def told_above(seen: Sequence[View], tellings: Sequence[Told]) -> list[Told]:
    """The tellings of sentences that say who reported what stands before. tellings: those found so far."""
    found: list[Told] = []
    has = {told.sentence for told in tellings if told.source is not None and told.contents}
    for view in seen:
        number = view.sentence.index
        if not _BRACKETED.isdisjoint(view.words):
            found += _in_brackets(seen, view, has)
        if view.lower(0) not in ("this", "it") or not number or view.quoted:
            continue
        group = next((g for g in view.chunks.verbs if g.finite and g.passive and g.first <= 2), None)
        if group is None or group.negated or view.tokens[group.main].lemma not in _TELLING:
            continue
        who = _agent(view, group)
        contents = _before(seen, number, has) if who is not None else ()
        if who is not None and contents:
            span, cue = view.span(*who), view.span(group.first, group.last)
            lemma = view.tokens[group.main].lemma
            found.append(
                Told(cue, "report", lemma, span, span, contents, number, group.first, "speaker.above", "t")
            )
    return found


def _in_brackets(seen: Sequence[View], view: View, has: set[int]) -> list[Told]:
    """The likes of "Soldiers arrested three farmers (source: a relative)", behind the sentence or its stop."""
    for at in range(len(view.tokens) - 3):
        opens = (
            view.lower(at) in ("(", "[") and view.lower(at + 1) in _BRACKETED and view.lower(at + 2) == ":"
        )
        end = (
            next((n for n in range(at + 3, len(view.tokens)) if view.lower(n) in (")", "]")), 0)
            if opens
            else 0
        )
        named = view.trimmed(at + 3, end) if end else None
        if named is None:
            continue
        number = view.sentence.index
        own = view.trimmed(0, at) if at and number not in has else None
        before = _before(seen, number, has) if not at or _is_same(seen, number) else ()
        contents = (*before, *((own,) if own is not None else ()))
        if contents:
            cue = view.span(at + 1, at + 2)
            return [Told(cue, "say", "say", named, named, contents, number, at + 1, "speaker.above", "t")]
    return []


def _is_same(seen: Sequence[View], number: int) -> bool:
    """Whether a sentence goes on in the paragraph of the one before."""
    return number > 0 and seen[number - 1].sentence.paragraph == seen[number].sentence.paragraph


_BRACKETED = frozenset({"source", "sources"})


def _agent(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """Who stands behind "by": somebody, no means ("by loudspeaker"), and no more is told behind ("by X that")."""
    who = onward(view.chunks, group.last + 1, len(view.tokens)) if view.lower(group.last) == "by" else None
    if who is None or view.tokens[who[0]].tag == "NN":
        return None
    return None if any(other.finite and other.first >= who[1] for other in view.chunks.verbs) else who


def _before(seen: Sequence[View], number: int, has: set[int]) -> tuple[Span, ...]:
    """The sentences before one in its paragraph, or of the paragraph before where it opens its own."""
    opens = seen[number - 1].sentence.paragraph != seen[number].sentence.paragraph
    paragraph = seen[number - 1].sentence.paragraph if opens else seen[number].sentence.paragraph
    found: list[Span] = []
    for view in reversed(seen[max(0, number - _MOST) : number]):
        if view.sentence.paragraph != paragraph or view.sentence.block.kind != "body":
            break
        if view.sentence.index not in has and not view.quoted:
            found.append(view.sentence.span)
    return tuple(reversed(found))
