"""Who passes on what another tells: "citing two former inmates", "as reported by Radio Saebyok".

Rules: see RULES, each with an example.
- Only somebody or a text can be cited: "citing no reason", "citing security concerns" names no source.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.classes import is_person
from testigo.reading.cues import Told
from testigo.reading.frames import past_adjuncts
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.rule_texts import ACCOUNTS
from testigo.reading.view import View

RULES = (
    ("cue.citing", "who is cited stands behind the one who cites", "The site reported it, citing a clerk."),
    (
        "cue.relayed",
        "who passes on what another tells stands outside",
        "He was beaten, as reported by Radio Saebyok.",
    ),
)


def relayed(view: View) -> list[Told]:
    """Who passes on what somebody tells: "..., as reported by Radio Ferrin", "As the lawyer reported, ..."."""
    found: list[Told] = []
    for at in range(len(view.tokens) - 3):
        if view.lower(at) != "as":
            continue
        told = _as_told_by(view, at) or _as_somebody_told(view, at)
        if told is not None:
            found.append(told)
    return found


def _as_told_by(view: View, at: int) -> Told | None:
    """The likes of "as reported by Radio Ferrin"."""
    if view.lower(at + 2) != "by" or view.tokens[at + 1].lemma not in _RELAYING:
        return None
    who = onward(view.chunks, at + 3, view.bounds(at)[1], loose=at > 0)
    contents = _around(view, at, who[1]) if who is not None else ()
    if who is None or not contents:
        return None
    span, cue = view.span(*who), view.span(at, at + 3)
    index, lemma = view.sentence.index, view.tokens[at + 1].lemma
    return Told(cue, "report", lemma, span, span, contents, index, at, "cue.relayed", "t")


def cases(view: View) -> list[Told]:
    """Who told of a case that the sentence goes on with: "In one case reported by the centre, police beat a boy"."""
    found: list[Told] = []
    for at in range(1, min(len(view.tokens) - 3, 8)):
        opens = view.tokens[at].lemma in _CASES and view.tokens[at + 1].lemma in _RELAYING
        if not opens or view.lower(at + 2) != "by":
            continue
        who = onward(view.chunks, at + 3, view.bounds(at)[1])
        content = view.trimmed(who[1] + 1, view.bounds(at)[1]) if who and view.lower(who[1]) == "," else None
        if who is not None and content is not None:
            span, cue = view.span(*who), view.span(at + 1, at + 3)
            index, lemma = view.sentence.index, view.tokens[at + 1].lemma
            found.append(Told(cue, "report", lemma, span, span, (content,), index, at, "cue.relayed", "t"))
    return found


_CASES = wordset("case incident instance example episode account")


def _as_somebody_told(view: View, at: int) -> Told | None:
    """The likes of "As the lawyer reported, police beat him", set off by commas."""
    base = view.chunks.noun_from.get(at + 1)
    group = view.chunks.verb_at(base[1]) if base is not None and base[1] < len(view.tokens) else None
    if base is None or group is None or group.passive or group.negated:
        return None
    if not (group.finite or view.tokens[group.main].tag == "VBN"):
        return None
    last = past_adjuncts(view, group.last, view.bounds(at)[1], view.tokens[group.main].lemma)
    closes = view.lower(last) in (",", ".") and (at == 0 or view.lower(at - 1) in (",", "“", '"'))
    contents = _around(view, at, last) if closes and view.tokens[group.main].lemma in _AS_TELLING else ()
    if not contents:
        return None
    span, cue = view.span(*base), view.span(group.first, group.last)
    index, lemma = view.sentence.index, view.tokens[group.main].lemma
    return Told(cue, "say", lemma, span, span, contents, index, group.first, "cue.relayed", "b")


_AS_TELLING = wordset(
    "report say note state point explain document observe describe claim argue tell put write recount establish find determine"
    " conclude confirm reveal acknowledge admit concede tweet recall testify remark warn predict"
)


def _around(view: View, first: int, last: int) -> tuple[Span, ...]:
    """What is told before, or where nothing stands before, after the words first..last."""
    start, top = view.bounds(first)
    before = view.trimmed(start, first) if first > start else None
    top = top if view.zones[first] else len(view.tokens)
    after = view.trimmed(last, top) if before is None and last < top else None
    return tuple(piece for piece in (before, after) if piece is not None)


_RELAYING = wordset("report quote cite document relay publish carry recount describe note tell relate record")


def citing(view: View, verbs: list[Told]) -> list[Told]:
    """Who is cited: "citing a source", "which quoted two former inmates"; what is told is what the one who cites tells."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        if not _cites(view, group):
            continue
        main = view.tokens[group.main]
        at = group.last + (main.lemma == "refer")
        who = onward(view.chunks, at, view.ceiling(group.first))
        outer = next(
            (t for t in verbs if t.contents and t.token != group.first and t.rule != "cue.object"), None
        )
        who = _whose_words(view, who) if who is not None else None
        if who is None or outer is None or not _can_tell(view, who):
            continue
        span = view.span(*who)
        cue = view.span(group.first, group.last)
        index = view.sentence.index
        found.append(
            Told(
                cue, "say", main.lemma, span, span, outer.contents, index, len(view.tokens) + 1, "cue.citing"
            )
        )
    return found


def _whose_words(view: View, who: tuple[int, int]) -> tuple[int, int]:
    """Whose words are cited: "citing remarks by a cadre"."""
    base = view.chunks.noun_from.get(who[0], who)
    told = view.tokens[base[1] - 1].lemma in _WORDS and view.lower(base[1]) in ("by", "from", "of")
    return (base[1] + 1, who[1]) if told and base[1] + 1 < who[1] else who


_WORDS = wordset("remark comment word information talk")


def _cites(view: View, group: VerbGroup) -> bool:
    """Whether a verb cites: "citing", "referring to" or, of an outlet that tells, "which quoted"."""
    main = view.tokens[group.main]
    if group.last - group.first != 1 or group.negated:
        return False
    if main.lemma == "refer":
        return main.tag == "VBG" and view.lower(group.last) == "to" and view.lower(group.first - 1) == ","
    of_outlet = (
        group.finite
        and view.lower(group.first - 1) in ("which", "who")
        and view.lower(group.first - 2) == ","
    )
    return main.lemma in ("cite", "quote") and (main.tag == "VBG" or of_outlet)


def _can_tell(view: View, who: tuple[int, int]) -> bool:
    """Whether what is cited is somebody or a text: not "no reason", "security concerns", "Article 9 as grounds"."""
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    known = head.lemma in lexicon.source_kinds() or head.lower in lexicon.source_kinds()
    return view.lower(base[0]) != "no" and (
        known
        or head.lemma in ACCOUNTS
        or head.tag in ("NNP", "NNPS", "CD", "DT", "PRP")
        or is_person(view.tokens, base)
    )


def is_text(view: View, who: tuple[int, int]) -> bool:
    """Whether a phrase names a text: "a report", "two leaked letters"."""
    base = view.chunks.noun_from.get(who[0], who)
    return lexicon.source_kinds().get(view.tokens[head_of(view.tokens, base)].lemma) == "document"
