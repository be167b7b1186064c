"""The list of reports: its filters as links, what waits, and giving reports to people.

Rules: those of gather.py. A filter that is rarely wanted is shown only while it is in force.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import ClaimFilter, ReportFilter, ReportLine
from testigo.desk import shown, words
from testigo.desk.compose import list_pager
from testigo.desk.gather import EARLIEST, NOT_KNOWN, PER_PAGE, Query, language, page_number, title_of, whole
from testigo.desk.pages import Choice, Filters, Link
from testigo.desk.pages.report import GivingView, ReportRow, ReportsPage
from testigo.desk.render import path
from testigo.vocabulary import KINDS, STATUSES

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST_PUBLISHERS = 8
FILTERS = (
    "publisher",
    "language",
    "kind",
    "status",
    "judged",
    "assigned",
    "added",
    "batch",
    "verdict",
    "unread",
    "sort",
    "trouble",
)


CLAIM_VERDICTS = ("open", "accept", "amend", "reject", "conflict")


def report_filter(query: Query) -> ReportFilter:
    """What a list of reports asks for, from its address; what makes no sense is passed over."""
    kept = {name: query[name] for name in FILTERS if query.get(name)}
    return ReportFilter(
        publisher=_none(kept.get("publisher")),
        language=_none(kept.get("language")),
        kind=kept.get("kind") if kept.get("kind") in KINDS else None,
        status=kept.get("status") if kept.get("status") in STATUSES else None,
        judged=kept.get("judged") if kept.get("judged") in ("all", "some", "none", "open") else None,
        trouble=True if kept.get("trouble") == "yes" else None,
        unread=True if kept.get("unread") == "yes" else None,
        assigned=_none(kept.get("assigned")),
        added=_day(kept.get("added", "")),
        batch=kept.get("batch"),
        verdict=kept.get("verdict") if kept.get("verdict") in CLAIM_VERDICTS else None,
        words=query.get("q", "").strip(),
        sort=kept["sort"] if kept.get("sort") in SORTS else "-published",
    )


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        return None


def reports(
    casebook: Casebook, query: Query, *, giving: bool = False, wrong: str = "", to: str = "", batch: str = ""
) -> ReportsPage:
    """The list of reports with its filters. giving: so that reports can be given to somebody; wrong, to: of that form."""
    kept = {name: query[name] for name in FILTERS if query.get(name)}
    which = report_filter(query)
    number = max(1, whole(query.get("page", ""), 1))
    got = casebook.reports(which, offset=min((number - 1) * PER_PAGE, EARLIEST), limit=PER_PAGE)
    number, of = page_number(query, got.total, PER_PAGE)
    counts = casebook.at_hand()
    narrowed = {**kept, "q": which.words}
    giving = giving or query.get("give") == "yes"
    return ReportsPage(
        total=counts.reports,
        found=got.total,
        rows=tuple(report_row(line) for line in got.items),
        filters=_filters(casebook, kept, which.words) if counts.reports else (),
        query=which.words,
        hidden=tuple(Choice(name, value) for name, value in kept.items()),
        clear=path("reports"),
        pager=list_pager(
            number, of, lambda n: path("reports", {**narrowed, "page": n, "give": "yes" if giving else ""})
        ),
        troubles=counts.troubles,
        troubles_href=path("troubles"),
        claims=counts.claims,
        judged=counts.judged,
        todo=_todo(casebook, counts.claims - counts.judged),
        giving=_giving(casebook, narrowed, got.total, wrong, to, batch) if giving else None,
        give_href=path("reports", {**narrowed, "give": "yes"}) if got.total and not giving else "",
        keep=path("reports", narrowed) if any(narrowed.values()) else "",
    )


def _giving(casebook: Casebook, narrowed: Query, found: int, wrong: str, to: str, batch: str) -> GivingView:
    return GivingView(
        action=path("give"),
        list=urlencode({name: value for name, value in narrowed.items() if value}),
        next=path("reports", narrowed),
        found=found,
        people=casebook.people(),
        wrong=wrong,
        to=to,
        batches=tuple(one.name for one in casebook.batches()),
        batch=batch,
    )


def disputed(casebook: Casebook) -> int:
    """How many claims are in conflict."""
    return casebook.claims(ClaimFilter(verdict="conflict"), limit=0).total


SORTS = ("-published", "published", "-added", "title")


def _none(value: str | None) -> str | None:
    return "" if value == NOT_KNOWN else value


def report_row(line: ReportLine) -> ReportRow:
    """A report as a line of a list."""
    return ReportRow(
        href=path("report", id=line.id),
        title=title_of(line.title, line.id),
        lang=line.language or "und",
        publisher=line.publisher,
        published=shown.shown_date(line.published, language()),
        published_iso=line.published or "",
        claims=line.claims,
        orders=line.directives,
        judged=line.judged,
        troubles=line.troubles,
        unread=_unread(line),
        assigned=line.assigned,
        id=line.id,
    )


def _unread(line: ReportLine) -> str:
    if line.unread:
        return _("not read yet")
    return _("its language is not read") if line.passed_over else ""


def _todo(casebook: Casebook, unjudged: int) -> tuple[Link, ...]:
    """What waits for a person: nothing is listed that is empty."""
    conflicts = disputed(casebook)
    queues = (
        (
            ngettext("%(n)s claim that nobody judged", "%(n)s claims that nobody judged", unjudged),
            "open",
            unjudged,
        ),
        (ngettext("%(n)s claim in conflict", "%(n)s claims in conflict", conflicts), "conflict", conflicts),
    )
    return tuple(
        Link(text % {"n": n}, path("claims", {"verdict": verdict})) for text, verdict, n in queues if n
    )


def _filters(casebook: Casebook, kept: Mapping[str, str], typed: str) -> tuple[Filters, ...]:
    facets = casebook.facets()

    def row(label: str, name: str, values: list[tuple[str, str, int | None]]) -> Filters:
        every = Link(_("all"), path("reports", {**kept, name: "", "q": typed}), current=name not in kept)
        links = [
            Link(text, path("reports", {**kept, name: value, "q": typed}), kept.get(name) == value, count)
            for value, text, count in values
        ]
        return Filters(label, (every, *links))

    publishers: list[tuple[str, str, int | None]] = [
        (f.value or NOT_KNOWN, f.value or _("not known"), f.count)
        for f in facets.publishers[:MOST_PUBLISHERS]
    ]
    languages: list[tuple[str, str, int | None]] = [
        (f.value or NOT_KNOWN, words.say(words.LANGUAGES, f.value) if f.value else _("not known"), f.count)
        for f in facets.languages
    ]
    order = {
        "-published": _("newest first"),
        "published": _("oldest first"),
        "-added": _("latest added"),
        "title": _("title"),
    }
    statuses: list[tuple[str, str, int | None]] = [
        (f.value, words.say(words.STATUSES, f.value), f.count) for f in facets.statuses
    ]
    judged = {
        "none": _("none judged"),
        "some": _("some judged"),
        "open": _("not all judged"),
        "all": _("all judged"),
    }
    given: list[tuple[str, str, int | None]] = [
        (p.name, p.name, p.reports) for p in casebook.given()[:MOST_PUBLISHERS]
    ]
    if given:
        given.append((NOT_KNOWN, _("nobody"), None))
    more = _chosen_only(kept, row)
    return (
        *((row(_("Publisher"), "publisher", publishers),) if len(publishers) > 1 else ()),
        *((row(_("Language"), "language", languages),) if len(languages) > 1 else ()),
        *((row(_("Has claims"), "status", statuses),) if statuses else ()),
        row(_("Judged"), "judged", [(value, text, None) for value, text in judged.items()]),
        *((row(_("Given to"), "assigned", given),) if given else ()),
        *more,
        Filters(
            _("Sorted"),
            tuple(
                Link(
                    text,
                    path("reports", {**kept, "sort": value, "q": typed}),
                    kept.get("sort", "-published") == value,
                )
                for value, text in order.items()
            ),
        ),
    )


def _chosen_only(
    kept: Mapping[str, str], row: Callable[[str, str, list[tuple[str, str, int | None]]], Filters]
) -> tuple[Filters, ...]:
    """Filters that are shown only while they are in force: a batch, a day of adding, a verdict, and what nobody read."""
    rows = []
    if batch := kept.get("batch"):
        rows.append(row(_("Batch"), "batch", [(batch, batch, None)]))
    if (verdict := kept.get("verdict")) in CLAIM_VERDICTS and verdict is not None:
        said = _("not judged") if verdict == "open" else words.say(words.VERDICTS, verdict)
        rows.append(row(_("Has a claim that is"), "verdict", [(verdict, said, None)]))
    if _day(kept.get("added", "")):
        rows.append(
            row(_("Added"), "added", [(kept["added"], shown.shown_date(kept["added"], language()), None)])
        )
    if kept.get("unread") == "yes":
        rows.append(row(_("Read"), "unread", [("yes", _("not read yet"), None)]))
    return tuple(rows)
