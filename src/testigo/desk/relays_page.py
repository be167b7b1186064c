"""The list of relays, and one relay: why, what it changed, both texts beside each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from testigo.casebook.values import Heading, StoredReport
from testigo.claim import Span
from testigo.desk import deciding, weighing_words, words
from testigo.desk.compose import list_pager
from testigo.desk.gather import PER_PAGE, found, language, page_number, title_of
from testigo.desk.pages.weighing import (
    ChangeRow,
    DecideForm,
    PassageView,
    RelayPage,
    RelayRow,
    RelaysPage,
    RunView,
    SideView,
)
from testigo.desk.render import path
from testigo.desk.seeing.changes import Mark, marked
from testigo.desk.when import in_words, moment
from testigo.report import Report
from testigo.weighed import DISTORTIONS, Change, Relay
from testigo.weighing.weigh import STAGE

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

Query = Mapping[str, str]
SHORT, AROUND = 24, 5
"""Letters of a change that is shown with the words around it, and how many of them on each side."""


def run_view(casebook: Casebook) -> RunView:
    """When the casebook was weighed, and whether something came in since."""
    run = casebook.derived_run(STAGE)
    command = f"testigo weigh --casebook {casebook.path.name}"
    return RunView(moment(run.at, language()) if run else "", run is not None and run.stale, command)


def about(report: StoredReport | Heading) -> str:
    """Publisher and date of a report in one line."""
    made = report.report if isinstance(report, StoredReport) else report
    when = in_words(made.published, language()) if made.published else _("date of publication not known")
    return f"{made.publisher or _('publisher not known')}, {when}"


def relays_page(casebook: Casebook, query: Query) -> RelaysPage:
    """The relays, the surest first."""
    total = casebook.derived(STAGE, "relay", Relay, limit=1).total
    number, of = page_number(query, total, PER_PAGE)
    items = casebook.derived(STAGE, "relay", Relay, offset=(number - 1) * PER_PAGE, limit=PER_PAGE).items
    ids = (id_ for relay in items for id_ in (relay.relay, relay.original) if id_ is not None)
    headings = casebook.headings(ids)
    rows = tuple(_row(relay, headings) for relay in items)
    return RelaysPage(
        run_view(casebook), total, rows, list_pager(number, of, lambda n: path("relays", {"page": n}))
    )


def how_of(relay: Relay) -> str:
    """By what it is a relay, in words."""
    return ", ".join(words.say(weighing_words.HOWS, how) for how in relay.how)


def changed(relay: Relay) -> int:
    """How many changes say something else than the original."""
    return sum(c.kind in DISTORTIONS for c in relay.changes)


def _row(relay: Relay, headings: Mapping[int, Heading]) -> RelayRow:
    one = headings[relay.relay]
    other = headings[relay.original] if relay.original is not None else None
    return RelayRow(
        path("relay", pair=relay.key), title_of(one.title, one.id), about(one), one.language or "und",
        title_of(other.title, other.id) if other else _("original not held: %(name)s") % {"name": relay.outside},
        about(other) if other else _("title and date not known"), (other.language or "und") if other else language(),
        how_of(relay), changed(relay),
        words.say(weighing_words.PAIR, relay.judged) if relay.judged else "", not relay.holds,
    )  # fmt: skip


def subject_of(relay: Relay) -> str:
    """What a judgement about the relay is about."""
    return f"{relay.relay}~{relay.original}"


def relay_of(casebook: Casebook, pair: str) -> Relay:
    """The relay with that key, or a page that says that there is none."""
    relay = casebook.derived_one(STAGE, "relay", Relay, pair)
    if relay is None:
        raise Http404
    return relay


def relay_page(
    casebook: Casebook, relay: Relay, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> RelayPage:
    """One relay with both texts."""
    one = found(casebook.report, relay.relay)
    other = found(casebook.report, relay.original) if relay.original is not None else None
    # What says something else has the first numbers: they are looked at first.
    numbered = tuple(enumerate(sorted(relay.changes, key=lambda c: c.kind not in DISTORTIONS), 1))
    rows = {n: _change(n, c, relay, one.report, other.report if other else None) for n, c in numbered}
    groups = {kind: tuple(rows[n] for n, c in numbered if c.kind == kind) for kind in ("dropped", "added")}
    title = title_of(one.report.title, one.id)
    return RelayPage(
        heading=title, how=how_of(relay), cut=not relay.holds, unsure_order=relay.order == "unknown",
        reasons=tuple(weighing_words.reason(r) for r in relay.reasons),
        changes=tuple(rows[n] for n, c in numbered if c.kind in DISTORTIONS),
        left_out=groups["dropped"], added=groups["added"], corrects="corrects" in relay.how, same="copy" in relay.how,
        outside=relay.outside,
        relay=_side(one, _("The correction") if "corrects" in relay.how else _("The relay"), numbered, "now"),
        original=_side(other, _("The original"), numbered, "was") if other else None,
        decide=_form(casebook, relay, person, typed, wrong) if other else None,
        falls_href=path("stands", kind="report", key=f"{relay.relay}"), run=run_view(casebook),
    )  # fmt: skip


def _form(
    casebook: Casebook, relay: Relay, person: str, typed: Mapping[str, str] | None, wrong: str
) -> DecideForm:
    choices = {v: words.say(weighing_words.PAIR, v) for v in weighing_words.PAIR}
    legend = _("Has the relay its words from the original?")
    asked = deciding.Question("relay", subject_of(relay), path("relay", pair=relay.key), legend, choices)
    return deciding.form(casebook, asked, person, typed, wrong)


def _change(number: int, change: Change, relay: Relay, now: Report, was: Report | None) -> ChangeRow:
    return ChangeRow(
        number, change.kind.replace(" ", "-"), words.say(weighing_words.CHANGES, change.kind),
        words.say(weighing_words.MEANS, change.kind), change.was, f"#was-{number}" if change.was_span else "",
        change.now, f"#now-{number}" if change.now_span else "",
        _in_report(relay.original, change.was_claim, change.was_span), _in_report(relay.relay, change.now_claim, change.now_span),
        *_around(was, change.was_span), *_around(now, change.now_span),
    )  # fmt: skip


def _in_report(report: int | None, claim: int | None, span: Span | None) -> str:
    """The address of some words in their report, with the claim they belong to, where there is one."""
    if report is None or span is None:
        return ""
    return path("report", {"claim": claim or "", "at": span.start}, f"o{span.start}", id=report)


def _around(report: Report | None, span: Span | None) -> tuple[str, str]:
    """The words before and behind a few words, within their sentence; nothing around many, which say of what they are."""
    if report is None or span is None or len(span) > SHORT:
        return "", ""
    block = next((b.span for b in report.blocks if b.span.contains(span)), None)
    if block is None:
        return "", ""
    before = re.split(r"(?<=[.!?。”\"])\s", report.text[block.start : span.start])[-1]
    behind = re.split(r"(?<=[.!?。])\s", report.text[span.end : block.end])[0]
    cut_before, cut_behind = before.split(" ")[-AROUND - 1 :], behind.split(" ")[: AROUND + 1]
    more = len(cut_behind) < len(behind.split(" "))
    return " ".join(cut_before), " ".join(cut_behind) + ("…" if more else "")


def _side(report: StoredReport, role: str, numbered: Sequence[tuple[int, Change]], side: str) -> SideView:
    """A text with its changes marked; what is no reporting is left out."""
    marks = [m for n, c in numbered if (m := _mark(n, c, side)) is not None]
    made = report.report
    passages = tuple(
        PassageView(block.kind, mark_safe(marked(made.text, block.span, marks)))  # noqa: S308 - made by changes.py
        for block in made.readable()
    )
    return SideView(
        role,
        title_of(made.title, report.id),
        path("report", id=report.id),
        about(report),
        made.language or "und",
        passages,
    )


def _mark(number: int, change: Change, side: str) -> Mark | None:
    span = change.was_span if side == "was" else change.now_span
    if span is None:
        return None
    both = change.was_span is not None and change.now_span is not None
    where = _("to the relay") if side == "was" else _("to the original")
    label = f"{number}. {words.say(weighing_words.CHANGES, change.kind)}" + (f", {where}" if both else "")
    return Mark(number, change.kind, span, side, label, both)
