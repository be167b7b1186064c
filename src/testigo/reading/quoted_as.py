"""Who is quoted by somebody else: "the outlet quoted a clerk as saying", "she was quoted by the daily as saying".

Rules: see RULES, each with an example.
- "A spokesman, quoted by the daily, said": the daily passes it on.
- The outlet's words reach over those of the one it quotes, so that it stands further out in the chain.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import VerbGroup
from testigo.reading.cues import Told, set_off
from testigo.reading.frames import past_adjuncts, past_adverbs
from testigo.reading.phrases import onward, subject
from testigo.reading.tellers import content_start
from testigo.reading.view import View
from testigo.value import replace

RULES = (
    (
        "cue.quoted-as",
        "somebody is quoted as saying something",
        "He was quoted as saying that it was closed.",
    ),
)


def quoted_as(view: View, found: list[Told]) -> list[Told]:
    """Who is quoted by somebody else: "the outlet quoted the source as saying", before or after what was said."""
    result = list(found)
    for group in view.chunks.verbs:
        voice = _quoted_voice(view, group)
        if voice is None:
            both = _quoted_by(view, group)
            tokens = {group.first, *(told.token for told in both)} if both else set()
            result = [t for t in result if t.token not in tokens] + both
            continue
        saying = voice[1] + 1
        who = view.span(*voice)
        outlet = subject(view.chunks, group, view.bounds(group.first)[0])
        inner = next((told for told in result if told.token == saying), None)
        contents = inner.contents if inner else _said_before(view, outlet, saying)
        if not contents:
            continue
        cue = view.span(saying, saying + 1)
        index = view.sentence.index
        result = [told for told in result if told.token not in (saying, group.first)]
        result.append(Told(cue, "say", "say", who, who, contents, index, saying, "cue.quoted-as", "t"))
        if outlet is not None:
            by, lemma = view.span(*outlet), view.tokens[group.main].lemma
            # The outlet's words reach over the source's, so that it stands further out in the chain.
            whole = (Span(contents[0].start, max(contents[0].end, who.end)), *contents[1:])
            cue = view.span(group.first, group.last)
            result.append(Told(cue, "report", lemma, by, by, whole, index, group.first, "cue.before", "t"))
    result += [by for told in result for by in _quoted_in_passing(view, told)]
    result = [_without_who_quoted(view, told) for told in result]
    return sorted(result, key=lambda told: told.token)


def _passing(view: View, told: Told) -> tuple[VerbGroup, tuple[int, int]] | None:
    """The "quoted by" set off by commas inside the words for who tells, and the outlet behind it."""
    if told.source is None or not _QUOTED.issubset(view.words):
        return None
    first, last = view.sentence.tokens_in(told.source)
    for at in range(first + 1, min(last, len(view.tokens) - 2)):
        group = view.chunks.verb_at(at) if view.lower(at) == "quoted" else None
        if group is None or group.finite or view.lower(at + 1) != "by":
            continue
        comma = at - 1 - (view.lower(at - 1) == "as")
        outlet = onward(view.chunks, at + 2, len(view.tokens)) if view.lower(comma) == "," else None
        return (group, outlet) if outlet is not None else None
    return None


_QUOTED = frozenset({"quoted", "by"})


def _quoted_in_passing(view: View, told: Told) -> list[Told]:
    """Who passes on what somebody tells: "A spokesman, quoted by the daily Osk, said"."""
    passing = _passing(view, told)
    if passing is None or told.source is None or not told.contents:
        return []
    group, outlet = passing
    first, last = told.contents[0], told.contents[-1]
    start = view.tokens[view.sentence.tokens_in(told.source)[0]].start
    whole = Span(min(first.start, start), max(last.end, told.cue.end))
    by, cue = view.span(*outlet), view.span(group.first, group.last)
    return [
        Told(cue, "report", "quote", by, by, (whole,), view.sentence.index, group.first, "cue.before", "t")
    ]


def _without_who_quoted(view: View, told: Told) -> Told:
    """The telling by who is quoted alone: "A spokesman", not "A spokesman, quoted by the daily Osk"."""
    passing = _passing(view, told)
    if passing is None or told.source is None or told.source != told.named:
        return told
    end = passing[0].first - 1 - (view.lower(passing[0].first - 1) == "as")
    alone = view.trimmed(view.sentence.tokens_in(told.source)[0], end)
    return replace(told, source=alone, named=alone) if alone is not None else told


def _quoted_by(view: View, group: VerbGroup) -> list[Told]:
    """The likes of "the mother was quoted by Asia Press as saying that": she, and outside her the outlet."""
    lemma = view.tokens[group.main].lemma
    if lemma in ("hear", "overhear") and group.passive and view.lower(group.last) in _AS_SAYING:
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        return _quoted_behind(view, group, who, group.last) if who is not None else []
    if lemma not in ("quote", "cite") or not group.passive:
        return []
    outlet = onward(view.chunks, group.last + 1, len(view.tokens)) if view.lower(group.last) == "by" else None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is not None and view.lower(group.last) == "as" and view.lower(group.last + 1) in _AS_SAYING:
        return _quoted_behind(view, group, who, group.last + 1)
    if (
        outlet is None
        or who is None
        or view.lower(outlet[1]) != "as"
        or view.lower(outlet[1] + 1) not in _AS_SAYING
    ):
        return []
    start = outlet[1] + 3 if view.lower(outlet[1] + 2) == "that" else outlet[1] + 2
    content = view.trimmed(start, view.ceiling(group.first))
    if content is None:
        return []
    teller, by, index = view.span(*who), view.span(*outlet), view.sentence.index
    whole = Span(min(teller.start, content.start), max(content.end, teller.end))
    cue, inner = view.span(group.first, group.last), view.span(outlet[1] + 1, outlet[1] + 2)
    return [
        Told(inner, "say", "say", teller, teller, (content,), index, outlet[1] + 1, "cue.quoted-as", "t"),
        Told(cue, "report", "quote", by, by, (whole,), index, group.first, "cue.before", "t"),
    ]


def _quoted_behind(view: View, group: VerbGroup, who: tuple[int, int], saying: int) -> list[Told]:
    """The likes of "They were well, the warden was quoted as saying by the agency", where what was said stands before."""
    by = view.lower(saying + 1) in ("by", "in")
    behind = past_adjuncts(view, saying + 1, view.bounds(group.first)[1], "")
    if not by and view.lower(behind) not in (".", ",", ";", "—", "–", ""):
        return []
    contents = _said_before(view, who, len(view.tokens)) if set_off(view, who[0]) else ()
    if not contents:
        return []
    teller, index = view.span(*who), view.sentence.index
    cue = view.span(saying, saying + 1)
    found = [Told(cue, "say", "say", teller, teller, contents, index, saying, "cue.quoted-as", "t")]
    outlet = onward(view.chunks, saying + 2, len(view.tokens)) if by else None
    if outlet is not None:
        named, whole = view.span(*outlet), Span(contents[0].start, max(contents[0].end, teller.end))
        cue = view.span(group.first, group.last)
        found.append(
            Told(cue, "report", "quote", named, named, (whole,), index, group.first, "cue.before", "t")
        )
    return found


def _quoted_voice(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """The one who is quoted: the phrase between "quoted" or "cited" and "as saying"."""
    if view.tokens[group.main].lemma not in ("quote", "cite") or group.passive:
        return None
    at = next((n for n in range(group.last, len(view.tokens) - 1) if view.lower(n) == "as"), -1)
    if at < 0 or view.lower(at + 1) not in _AS_SAYING:
        return None
    voice = onward(view.chunks, past_adverbs(view, group.last), at)
    return voice if voice is not None and voice[1] == at else None


def _said_before(view: View, outlet: tuple[int, int] | None, saying: int) -> tuple[Span, ...]:
    """What stands before "..., the outlet quoted the source as saying", where the sentence ends with it."""
    if outlet is None or not set_off(view, outlet[0]) or saying + 1 < len(view.tokens) - 1:
        return ()
    before = view.trimmed(content_start(view, outlet[0], view.bounds(outlet[0])[0]), outlet[0])
    return () if before is None else (before,)


_AS_SAYING = frozenset({"saying", "telling", "reporting", "stating", "claiming", "writing"})
