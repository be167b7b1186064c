"""Values of linking as what pages show: values with those who tell them, claims in their sentences, days and places in words.

Rules:
- A report is asked for once for each page, however many of its claims are shown.
- At most MOST tellers stand behind one value; how many more there are is said.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import DerivedPage, StoredClaim, StoredReport
from testigo.claim import Claim
from testigo.desk import words
from testigo.desk.amending import effective
from testigo.desk.gather import language, named, page_number, title_of, whole
from testigo.desk.linking_words import CONFLICTS, PARTS, SEXES
from testigo.desk.pages import Link
from testigo.desk.pages.linked import RunView, SlotRows, TellerView, TellingView, ValueView
from testigo.desk.render import path
from testigo.desk.shown import duration, shown_date
from testigo.desk.when import in_words, moment
from testigo.linked import Event, Told
from testigo.linking.spelt import folded
from testigo.reference import tables

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST = 12
STAGE = "linking"
T = TypeVar("T")


class Shelf:
    """The claims and reports of one page, each asked for once."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self._claims: dict[int, StoredClaim] = {}
        self._reports: dict[int, StoredReport] = {}
        self._languages: dict[int, str] = {}

    def take(self, claims: Iterable[int]) -> Shelf:
        """Ask for the languages of many claims at once, as lists need them. Gives itself."""
        found = {stored.id: stored.report for stored in self.casebook.claims_of(claims)}
        headings = self.casebook.headings(found.values())
        self._languages.update((id_, headings[report].language or "und") for id_, report in found.items())
        return self

    def claim(self, id_: int) -> StoredClaim:
        """A claim with its judgements."""
        if id_ not in self._claims:
            self._claims[id_] = self.casebook.claim(id_)
        return self._claims[id_]

    def report(self, id_: int) -> StoredReport:
        """A report with its text."""
        if id_ not in self._reports:
            self._reports[id_] = self.casebook.report(id_)
        return self._reports[id_]

    def lang(self, claim: int) -> str:
        """The language of the words of a claim."""
        if claim in self._languages:
            return self._languages[claim]
        return self.report(self.claim(claim).report).report.language or "und"


def asked_page(
    casebook: Casebook,
    kind: str,
    of: type[T],
    about: Sequence[tuple[str, str]],
    query: Mapping[str, str],
    per_page: int,
) -> tuple[DerivedPage[T], int, int]:
    """The page of a list that an address asks for, or its last one; with its number, from 1, and how many there are."""
    asked = max(1, whole(query.get("page", ""), 1))
    found = casebook.derived(STAGE, kind, of, about=about, offset=(asked - 1) * per_page, limit=per_page)
    number, pages = page_number(query, found.total, per_page)
    if number != asked:
        found = casebook.derived(STAGE, kind, of, about=about, offset=(number - 1) * per_page, limit=per_page)
    return found, number, pages


def toggle(
    name: str, kept: Mapping[str, str], key: str, value: str, text: str, count: int | None = None
) -> Link:
    """A filter as a link: it chooses its value, or takes it away where it is chosen. name: of the route."""
    current = kept.get(key) == value
    return Link(text, path(name, {**kept, key: "" if current else value}), current=current, count=count)


def run_view(casebook: Casebook, name: str) -> RunView:
    """What the last run looked at. name: of the casebook, for the command."""
    run = casebook.derived_run(STAGE)
    command = f"testigo link --casebook {name}"
    if run is None:
        return RunView("", "", command)
    stale = (
        _("Reports, readings or judgements came in since: link again to take them in.") if run.stale else ""
    )
    return RunView(_("Linked %(at)s.") % {"at": moment(run.at, language())}, stale, command)


def when_of(event: Event) -> str:
    """The days of an event in words."""
    if event.first is None and event.last is None:
        return _("day not told")
    return between(event.first, event.last)


def between(first: str | None, last: str | None) -> str:
    """The days from a first to a last one in words; a whole month or year by its name, as it was told."""
    if first and last:
        return in_words(_whole(first, last), language())
    return in_words(f"{first or '..'}/{last or '..'}", language())


def _whole(first: str, last: str) -> str:
    """Two days as one EDTF value: the day, month or year that they bound, or the range."""
    if first == last:
        return first
    year, month, day = (int(part) for part in last.split("-"))
    if (first, month, day) == (f"{last[:4]}-01-01", 12, 31):
        return last[:4]
    if first == f"{last[:7]}-01" and day == calendar.monthrange(year, month)[1]:
        return last[:7]
    return f"{first}/{last}"


def place_of(event: Event) -> str:
    """The most exact place of an event, by its name in the tables or as told."""
    if event.place and (name := named(event.place)):
        return name
    told_places = [v.text for v in event.values if v.slot == "place"]
    return next(
        (t for t in told_places if event.place and event.place in folded(t)),
        told_places[0] if told_places else "",
    )


def told_by(claims: int, reports: int) -> str:
    """How many claims of how many reports."""
    one = ngettext("%(n)s claim", "%(n)s claims", claims) % {"n": claims}
    other = ngettext("%(n)s report", "%(n)s reports", reports) % {"n": reports}
    return _("%(claims)s in %(reports)s") % {"claims": one, "reports": other}


def conflicts_of(names: Iterable[str]) -> str:
    """The conflicts of an event or person in words."""
    return ", ".join(words.say(CONFLICTS, name) for name in names)


def chance_of(chance: float) -> str:
    """How certain a cluster is, in a sentence; "" where nothing speaks against it."""
    if chance >= 0.995:
        return ""
    return _("Stands just so in %(n)s of 100 plausible ways to link.") % {"n": round(chance * 100)}


def slots(values: Sequence[Told], conflicts: Sequence[str], shelf: Shelf) -> tuple[SlotRows, ...]:
    """Every value by its part, in the order of the values."""
    parts: dict[str, list[Told]] = {}
    for value in values:
        parts.setdefault(value.slot, []).append(value)
    return tuple(
        SlotRows(words.say({**words.SLOTS, **PARTS}, slot), tuple(_value(v, shelf) for v in items[:40]), conflict=slot in conflicts)
        for slot, items in parts.items()
    )  # fmt: skip


def _value(value: Told, shelf: Shelf) -> ValueView:
    ours = {"act": words.ACTS, "status": words.STATUSES, "sex": SEXES}.get(value.slot)
    text = words.say(ours, value.text) if ours else value.text
    reports: dict[int, list[int]] = {}
    for claim in value.claims[: MOST * MOST]:
        reports.setdefault(shelf.claim(claim).report, []).append(claim)
    more = len(reports) - MOST
    return ValueView(
        text, "" if ours else shelf.lang(value.claims[0]), _detail(value) if ours else _meaning(value),
        tuple(teller(claims, value.accepted, shelf) for claims in list(reports.values())[:MOST]),
        ngettext("and %(n)s report more", "and %(n)s reports more", more) % {"n": more} if more > 0 else "", bool(value.accepted),
    )  # fmt: skip


def _detail(value: Told) -> str:
    """What kind of the act it is by the table of acts: two kinds of one act are two values."""
    known = tables.acts().get(value.value or "") if value.slot == "act" else None
    if known is None or known.id == value.text:
        return ""
    if (
        language() == "ko" and known.triggers_ko
    ):  # the table names kinds in English, and has Korean words for them
        return _("%(words)s and the like") % {"words": ", ".join(known.triggers_ko[:3])}
    return known.label


def _meaning(value: Told) -> str:
    """What the words are taken to mean, where that says more than they do."""
    if value.slot == "time" and value.value:
        return in_words(value.value, language())
    if value.slot == "punishment":
        return ", ".join(
            p for p in (named(value.id or ""), duration(value.value) if value.value else "") if p
        )
    if value.id:
        known = named(value.id)
        return known if known.casefold() != value.text.casefold() else ""
    return value.value if value.value and value.value != value.text and value.slot == "quantity" else ""


def teller(claims: Sequence[int], accepted: Sequence[int], shelf: Shelf) -> TellerView:
    """Who tells: one report, through whom, and how firmly each of its claims puts it; equal ones once."""
    stored = shelf.claim(claims[0])
    report, first = shelf.report(stored.report).report, effective(stored)
    firm: dict[str, Link] = {}
    for id_ in claims:
        status = effective(shelf.claim(id_)).status
        firm.setdefault(status, Link(words.say(words.STATUSES, status), path("claim", id=id_)))
    return TellerView(
        title_of(report.title, stored.report),
        path("report", {"claim": claims[0], "at": first.span.start}, f"o{first.span.start}", id=stored.report),
        _through(first, report.publisher or ""), tuple(firm.values()), bool(set(claims) & set(accepted)), report.language or "und",
    )  # fmt: skip


def _through(claim: Claim, publisher: str) -> str:
    chain = [publisher or _("publisher not known"), *(s.refers_text or s.text for s in claim.sources)]
    return " → ".join(" ".join(part.split()) for part in chain)


def telling(claim_id: int, shelf: Shelf) -> TellingView:
    """One claim in the words of its report."""
    stored = shelf.claim(claim_id)
    report, claim = shelf.report(stored.report).report, effective(stored)
    at = path("report", {"claim": claim_id, "at": claim.span.start}, f"o{claim.span.start}", id=stored.report)
    return TellingView(
        path("claim", id=claim_id), at, words.say(words.ACTS, claim.act), words.family(claim.kind, claim.act),
        words.say(words.STATUSES, claim.status), claim.status,
        words.say(words.VERDICTS, stored.judgement.verdict) if stored.judgement else "",
        " ".join(claim.span.of(report.text).split()), report.language or "und", title_of(report.title, stored.report),
        path("report", id=stored.report), _through(claim, report.publisher or ""), shown_date(report.published, language()),
    )  # fmt: skip
