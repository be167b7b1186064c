"""Core values as what the pages show: claims as notes and marks, orders with their clauses.

Rules:
- Every word of a report that is shown is a link to where it stands.
- Labels of reference rows stand beside the words, never instead of them.
- Nothing here reads the casebook: values come in, views go out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import DirectiveLine
from testigo.claim import SLOTS, Attribute, Claim, Filler, Source, Span
from testigo.desk import words
from testigo.desk.marking import Mark, Part
from testigo.desk.pages.claim import Layer
from testigo.desk.pages.report import ClauseView, FillerView, Note, OrderView, SlotView, SourceView
from testigo.desk.render import path
from testigo.desk.when import in_words
from testigo.directive import Clause, Directive
from testigo.judgement import standing

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
Named = Callable[[str], str]
"""The name of a row of a reference table by its id, or an empty text."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim of a report with its id in the casebook and its number in the report. verdict: what stands, or None.

    seen: the id of the judgement in force, as forms carry it; stale: an earlier form of it was judged, not this one.
    """

    id: int
    number: int
    claim: Claim
    verdict: str | None = None
    verdict_by: str = ""
    by_hand: bool = False
    stale: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """In which report, and for whom, a view is made.

    text: of the report; words_at: path of the report opened at a span, with a claim shown or None.
    """

    text: str
    lang: str
    publisher: str
    language: str
    words_at: Callable[[Span, int | None], str]
    claim_at: Callable[[int], str]
    named: Named


def note(item: Numbered, voice: Voice, *, opened: bool = False) -> Note:
    """A claim as it stands beside the text."""
    claim = item.claim
    return Note(
        id=item.id,
        number=item.number,
        href=voice.claim_at(item.id),
        words_href=voice.words_at(claim.span, item.id),
        act=words.say(words.ACTS, claim.act),
        kind=words.say(words.KINDS, claim.kind),
        status=words.say(words.STATUSES, claim.status),
        means=words.say(words.STATUS_MEANS, claim.status),
        family=words.family(claim.kind, claim.act),
        kind_id=claim.kind,
        status_id=claim.status,
        publisher=voice.publisher,
        lang=voice.lang,
        chain=tuple(source(s, voice, item.id) for s in claim.sources),
        slots=tuple(slots(claim, voice, item.id)),
        who=_who(claim),
        beware=words.say(words.BEWARE, claim.status) if claim.status in words.BEWARE else "",
        verdict_id=item.verdict or "",
        verdict=words.say(words.VERDICTS, item.verdict) if item.verdict else "",
        verdict_by=item.verdict_by,
        by_hand=item.by_hand,
        stale=item.stale,
        opened=opened,
        seen=item.seen,
    )


def _who(claim: Claim) -> str:
    """One line: who, and to whom, in the words of the report."""
    actor = ", ".join(f.text for f in claim.actor)
    target = ", ".join(f.text for f in claim.target)
    if actor and target:
        return f"{actor} → {target}"
    return actor or (f"→ {target}" if target else "")


def slots(claim: Claim, voice: Voice, claim_id: int | None) -> list[SlotView]:
    """Every slot of the claim, stated or not, in their fixed order."""
    return [
        SlotView(
            role,
            words.say(words.SLOTS, role),
            tuple(filler(f, voice, claim_id) for f in getattr(claim, role)),
        )
        for role in SLOTS
    ]


def filler(value: Filler, voice: Voice, claim_id: int | None) -> FillerView:
    """A value with its words and what they are taken to mean."""
    meaning, code = _meaning(value, voice)
    return FillerView(
        words=value.text,
        href=voice.words_at(value.span, claim_id),
        start=value.span.start,
        end=value.span.end,
        meaning=meaning,
        code=code,
        mention=value.mention.of(voice.text) if value.mention else "",
        mention_href=voice.words_at(value.mention, claim_id) if value.mention else "",
        unknown=value.unknown or "",
        told=told(value.attributes),
        rule=value.rule,
    )


def _meaning(value: Filler, voice: Voice) -> tuple[str, str]:
    """What the words are taken to mean, for a person and as a code."""
    said, codes = [], []
    for id_ in (value.id, value.form):
        if id_:
            said.append(voice.named(id_) or id_)
            codes.append(id_)
    if value.value:
        said.append(in_words(value.value, voice.language))
        codes.append(value.value)
    if value.duration:
        said.append(duration(value.duration))
        codes.append(value.duration)
    return ", ".join(said), " ".join(codes)


def duration(value: str) -> str:
    """An ISO 8601 duration of whole years, months, weeks and days in words; another one as it is."""
    found = _DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return _("life") if value.upper() == "LIFE" else value
    years, months, weeks, days = (int(n or 0) for n in found.groups())
    said = (
        years and ngettext("%(n)s year", "%(n)s years", years) % {"n": years},
        months and ngettext("%(n)s month", "%(n)s months", months) % {"n": months},
        weeks and ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks},
        days and ngettext("%(n)s day", "%(n)s days", days) % {"n": days},
    )
    return " ".join(part for part in said if part)


def told(attributes: tuple[Attribute, ...]) -> tuple[str, ...]:
    """What is told about a person, as "age: in his 30s"."""
    return tuple(f"{words.say(words.ATTRIBUTES, a.kind)}: {a.text}" for a in attributes)


def source(value: Source, voice: Voice, claim_id: int | None) -> SourceView:
    """One link of the chain of attribution."""
    return SourceView(
        words=value.text,
        href=voice.words_at(value.span, claim_id),
        kind=words.say(words.SOURCES, value.kind),
        start=value.span.start,
        end=value.span.end,
        refers=value.refers_text or (value.refers.of(voice.text) if value.refers else ""),
        refers_href=voice.words_at(value.refers, claim_id) if value.refers else "",
        cue=value.cue.of(voice.text) if value.cue else "",
        cue_href=voice.words_at(value.cue, claim_id) if value.cue else "",
        told=told(value.attributes),
        rule=value.rule,
    )


def layers(claim: Claim, voice: Voice, claim_id: int) -> tuple[Layer, ...]:
    """The layers of firmness, the publisher's first."""
    return tuple(
        Layer(
            whose=_("a second opinion, no voice of the report")
            if layer.rule == "second.status"
            else _whose(layer.level, claim, voice),
            status_id=layer.status,
            status=words.say(words.STATUSES, layer.status),
            cue=layer.cue.of(voice.text) if layer.cue else "",
            cue_href=voice.words_at(layer.cue, claim_id) if layer.cue else "",
            rule=layer.rule,
        )
        for layer in claim.firmness
    )


def _whose(level: int, claim: Claim, voice: Voice) -> str:
    if level == 0:
        return voice.publisher or _("the publisher")
    if level <= len(claim.sources):
        found = claim.sources[level - 1]
        return found.refers_text or found.text
    return str(level)


def mark(item: Numbered, voice: Voice, *, parts: bool = True) -> Mark:
    """A claim as it is marked in the text. parts: whether its parts need boundaries to link to."""
    claim = item.claim
    about = (words.say(words.ACTS, claim.act), words.say(words.STATUSES, claim.status))
    said = _("%(number)s. %(act)s, %(status)s") % {"number": item.number, "act": about[0], "status": about[1]}
    verdict = f" ({words.say(words.VERDICTS, item.verdict)})" if item.verdict else ""
    return Mark(
        id=item.id,
        number=item.number,
        span=claim.span,
        trigger=claim.trigger,
        kind=claim.kind,
        family=words.family(claim.kind, claim.act),
        status=claim.status,
        title=said + verdict,
        href=voice.words_at(claim.span, item.id),
        parts=tuple(parts_of(claim)) if parts else (),
        verdict=item.verdict or "",
    )


def parts_of(claim: Claim) -> list[Part]:
    """Every span of a claim that a page may link to or label."""
    out = [
        Part(role, filled.span, words.say(words.SLOTS, role))
        for role in SLOTS
        for filled in getattr(claim, role)
    ]
    for value in claim.sources:
        out.append(Part("source", value.span, _("says so")))
        if value.refers:
            out.append(Part("source", value.refers, _("says so")))
        if value.cue:
            out.append(Part("cue", value.cue))
    out += [Part("cue", layer.cue) for layer in claim.firmness if layer.cue]
    return out


def order(number: int, value: Directive, voice: Voice, report: str = "", report_href: str = "") -> OrderView:
    """One order with its clauses. report, report_href: where it is told, for lists over many reports."""
    return OrderView(
        number=number,
        words=value.span.of(voice.text),
        href=voice.words_at(value.span, None),
        lang=voice.lang,
        report=report,
        report_href=report_href,
        publisher=voice.publisher,
        chain=tuple(source(s, voice, None) for s in value.sources),
        issuer=_one(value.issuer, voice),
        addressee=tuple(filler(f, voice, None) for f in value.addressee),
        issued=_one(value.issued, voice),
        transmission=tuple(filler(f, voice, None) for f in value.transmission),
        clauses=tuple(clause(c, voice) for c in value.clauses),
    )


def judged_order(number: int, line: DirectiveLine, voice: Voice) -> OrderView:
    """An order as it stands now, with what was decided of it, and where to decide."""
    now, last = line.judgement, standing(line.history)
    return replace(
        order(number, line.effective, voice),
        judge_href=path("told-order", id=line.id),
        verdict_id=now.verdict if now else "",
        verdict=words.say(words.VERDICTS, now.verdict) if now else "",
        verdict_by=now.by if now else "",
        seen=str(last.id) if last else "",
    )


def _one(found: Filler | None, voice: Voice) -> tuple[FillerView, ...]:
    return (filler(found, voice, None),) if found else ()


def clause(value: Clause, voice: Voice) -> ClauseView:
    """One clause of an order."""
    return ClauseView(
        words=value.span.of(voice.text),
        href=voice.words_at(value.span, None),
        modality=words.say(words.DOES, value.does),
        modality_id=value.does,
        groups=tuple(filler(f, voice, None) for f in value.groups),
        measure=words.say(words.ACTS, value.measure) if value.measure else "",
        levels=_levels(value.levels),
        deadline=value.deadline.text if value.deadline else "",
        penalty=value.penalty.text if value.penalty else "",
        territory=tuple(filler(f, voice, None) for f in value.territory),
        rule=value.rule,
    )


def _levels(levels: tuple[int, int] | None) -> str:
    if levels is None:
        return ""
    low, high = levels
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def shown_date(value: str | dt.date | None, language: str) -> str:
    """A date of publication in words, or an empty text where it is not known."""
    return in_words(value if isinstance(value, str) else value.isoformat(), language) if value else ""
