"""The page of one claim: all its parts, its words, the rules that found it, and what was decided of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from testigo.casebook.values import StoredClaim
from testigo.claim import SLOTS, Claim, Span
from testigo.desk import shown, weighing_links, words
from testigo.desk.compose import voice_of
from testigo.desk.gather import found, language, named, told
from testigo.desk.marking import mark_blocks
from testigo.desk.pages import Fact
from testigo.desk.pages.claim import ClaimPage, Decision, JudgingView, RuleView
from testigo.desk.render import path
from testigo.desk.rules import explain
from testigo.desk.shown import Numbered, Voice
from testigo.desk.twice import differs
from testigo.desk.when import iso, moment
from testigo.judgement import Judgement, standing
from testigo.report import Block
from testigo.wire import Json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

AROUND = 600
"""Code points of the report shown on either side of a claim."""


def claim_page(casebook: Casebook, stored: StoredClaim, judging: JudgingView | None) -> ClaimPage:
    """The page of a claim. judging: its forms, or None where it cannot be judged here."""
    report = found(casebook.report, stored.report)
    here = told(report)
    item = next((c for c in here.claims if c.id == stored.id), None) or Numbered(
        stored.id, 0, stored.claim, by_hand=stored.id < 0, stale=stored.id > 0
    )
    voice = voice_of(here, language(), named)
    read = [c.id for c in here.claims]
    place = read.index(item.id) if item.id in read else None
    beside = (
        read[place - 1] if place else None,
        read[place + 1] if place is not None and place + 1 < len(read) else None,
    )
    reading = report.reading
    reader = reading.reading if reading and stored.id > 0 else None
    return ClaimPage(
        note=shown.note(item, voice, opened=True),
        report=here.title,
        report_href=path("report", id=here.id),
        context=context(item, voice),
        layers=shown.layers(item.claim, voice, stored.id),
        rules=rules_of(item.claim),
        reader=_("Read by %(reader)s %(version)s.") % {"reader": reader.reader, "version": reader.version}
        if reader
        else (_("A person added it: no machine found it.") if stored.id < 0 else ""),
        history=history_of(stored.history),
        judging=judging,
        previous=path("claim", id=beside[0]) if beside[0] is not None else "",
        next=path("claim", id=beside[1]) if beside[1] is not None else "",
        back=voice.words_at(stored.claim.span, stored.id),
        weight_href=weighing_links.of_claim(casebook, stored.id),
        differ_href=path("differences", {"claim": stored.id}) if differs(casebook, stored.id) else "",
    )


def context(item: Numbered, voice: Voice) -> str:
    """The paragraph around the claim as safe HTML, with its parts labelled."""
    span = item.claim.span
    around = Span(_back_to(voice.text, span.start), _on_to(voice.text, span.end))
    mark = shown.mark(item, voice)
    (block,) = mark_blocks(voice.text, (Block("body", around),), (mark,), mark, anchored=False)
    return mark_safe(block.html)  # noqa: S308 - made by marking.py, which escapes


def _back_to(text: str, at: int) -> int:
    """The start of the line, or of a word some way before."""
    low = max(0, at - AROUND)
    line = text.rfind("\n", low, at)
    if line >= 0:
        return line + 1
    return low if low == 0 else max(low, text.find(" ", low, at) + 1)


def _on_to(text: str, at: int) -> int:
    high = min(len(text), at + AROUND)
    line = text.find("\n", at, high)
    if line >= 0:
        return line
    return high if high == len(text) else max(at, text.rfind(" ", at, high))


def rules_of(claim: Claim) -> tuple[RuleView, ...]:
    """Every rule that gave a part of the claim, with the parts that it gave."""
    by_rule: dict[str, list[str]] = {}

    def add(rule: str, part: str) -> None:
        if rule and part not in by_rule.setdefault(rule, []):
            by_rule[rule].append(part)

    add(claim.rule, _("the act"))
    if claim.instead is not None:
        act = words.say(words.ACTS, claim.instead.act)
        add(claim.instead.rule, _("the act before the second opinion: %(act)s") % {"act": act})
    for source in claim.sources:
        add(source.rule, _("who says so"))
    for role in SLOTS:
        for filler in getattr(claim, role):
            add(filler.rule, words.say(words.SLOTS, role))
    for layer in claim.firmness:
        add(layer.rule, _("how firmly"))
    for one in claim.left_out:
        part = _("left out by the second opinion: “%(words)s” as %(slot)s")
        add(one.rule, part % {"words": one.text, "slot": words.say(words.SLOTS, one.slot)})
    return tuple(RuleView(rule, ", ".join(parts), *explain(rule)) for rule, parts in by_rule.items())


def history_of(
    history: Sequence[Judgement], changes: Callable[[Judgement], tuple[Fact, ...]] | None = None
) -> tuple[Decision, ...]:
    """Every judgement, the latest first, with the one in force marked. changes: what an amendment changed, in words."""
    now = standing(history)
    return tuple(
        Decision(
            verdict_id=judgement.verdict,
            verdict=words.say(words.VERDICTS, judgement.verdict),
            by=judgement.by or _("somebody"),
            at=moment(judgement.at, language()),
            at_iso=iso(judgement.at),
            note=judgement.note,
            changes=(changes or changes_of)(judgement),
            in_force=judgement is now or judgement.verdict in ("note", "withdraw"),
        )
        for judgement in reversed(history)
    )


def changes_of(judgement: Judgement) -> tuple[Fact, ...]:
    """What an amendment changed, in words."""
    if not judgement.amended:
        return ()
    changed: Mapping[str, Json] = json.loads(judgement.amended)
    return tuple(Fact(_label(name), _value(value)) for name, value in changed.items())


def _label(name: str) -> str:
    if name in SLOTS:
        return words.say(words.SLOTS, name)
    return {"act": _("Act"), "status": _("How firmly"), "sources": _("Who says so"), "kind": _("Kind")}.get(
        name, name
    )


def _value(value: object) -> str:
    """An amended value in words: of a list of fillers, their texts."""
    if isinstance(value, list):
        texts = [str(v.get("text", "")) + _normal(v) for v in value if isinstance(v, dict)]
        return "; ".join(texts) or _("nothing stated")
    id_ = str(value)
    for known in (words.ACTS, words.STATUSES, words.KINDS):
        if id_ in known:
            return words.say(known, id_)
    return id_


def _normal(value: Mapping[str, object]) -> str:
    parts = [str(value[name]) for name in ("id", "value", "form", "duration") if value.get(name)]
    return f" = {', '.join(parts)}" if parts else ""
