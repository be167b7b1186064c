"""Asks the casebook and composes pages: the only file of the desk, with judging.py, that reads the casebook.

Rules:
- One page asks a handful of questions, whatever the casebook holds; lists come in pages.
- What the address asks for and does not make sense (a page number, a filter) is passed over, never an error.
- A thing that is not there is a 404, said as such.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from django.http import Http404
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from testigo.casebook.values import ClaimFilter, ReportFilter, ReportLine, StoredClaim, StoredReport, Trouble
from testigo.desk import shown, words
from testigo.desk.amending import effective
from testigo.desk.compose import Asked, Told, list_pager, report_page, voice_of
from testigo.desk.named import name_in
from testigo.desk.pages import Choice, Fact, Filters, Link
from testigo.desk.pages.report import ReportPage, ReportRow, ReportsPage
from testigo.desk.render import path
from testigo.desk.when import moment
from testigo.errors import BadInput
from testigo.vocabulary import KINDS, STATUSES

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

Query = Mapping[str, str]
Found = TypeVar("Found")
PER_PAGE = 50
MOST_PUBLISHERS = 8
EARLIEST = 1_000_000


def language() -> str:
    """The language of the interface now: en or ko."""
    return "ko" if (get_language() or "en").startswith("ko") else "en"


def named(id_: str) -> str:
    """The name of a reference row in the language of the interface."""
    return name_in(language(), id_)


def found(ask: Callable[[int], Found], id_: int) -> Found:
    """What the casebook has under an id, or a page that says that there is nothing."""
    try:
        return ask(id_)
    except BadInput as error:
        raise Http404 from error


def title_of(title: str | None, id_: int) -> str:
    return title or _("(no title, report %(id)s)") % {"id": id_}


def whole(value: str, default: int = 0) -> int:
    """A number from an address; what is none, or out of reach, is the default."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else default


def page_number(query: Query, total: int, per_page: int) -> tuple[int, int]:
    """The page that is asked for, from 1, and how many there are."""
    of = max(1, math.ceil(total / per_page))
    return min(max(whole(query.get("page", ""), 1), 1), of), of


# -- reports ------------------------------------------------------------------------------------------------------

FILTERS = ("publisher", "language", "kind", "status", "judged", "sort", "trouble")


def reports(casebook: Casebook, query: Query) -> ReportsPage:
    """The list of reports with its filters."""
    kept = {name: query[name] for name in FILTERS if query.get(name)}
    typed = query.get("q", "").strip()
    which = ReportFilter(
        publisher=_none(kept.get("publisher")),
        language=_none(kept.get("language")),
        kind=kept.get("kind") if kept.get("kind") in KINDS else None,
        status=kept.get("status") if kept.get("status") in STATUSES else None,
        judged=kept.get("judged") if kept.get("judged") in ("all", "some", "none") else None,
        trouble=True if kept.get("trouble") == "yes" else None,
        words=typed,
        sort=kept["sort"] if kept.get("sort") in SORTS else "-published",
    )
    number = max(1, whole(query.get("page", ""), 1))
    got = casebook.reports(which, offset=min((number - 1) * PER_PAGE, EARLIEST), limit=PER_PAGE)
    number, of = page_number(query, got.total, PER_PAGE)
    counts = casebook.counts()
    return ReportsPage(
        total=counts.reports,
        found=got.total,
        rows=tuple(report_row(line) for line in got.items),
        filters=_filters(casebook, kept, typed) if counts.reports else (),
        query=typed,
        hidden=tuple(Choice(name, value) for name, value in kept.items()),
        clear=path("reports"),
        pager=list_pager(number, of, lambda n: path("reports", {**kept, "q": typed, "page": n})),
        troubles=counts.troubles,
        troubles_href=path("troubles"),
        claims=counts.claims,
        judged=counts.judged,
        todo=_todo(casebook, counts.claims - counts.judged),
    )


SORTS = ("-published", "published", "-added", "title")
NOT_KNOWN = "-"
"""In an address: the value is not known."""


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
    )


def _unread(line: ReportLine) -> str:
    if line.unread:
        return _("not read yet")
    return _("its language is not read") if line.passed_over else ""


def _todo(casebook: Casebook, unjudged: int) -> tuple[Link, ...]:
    """What waits for a person: nothing is listed that is empty."""
    disputed = casebook.claims(ClaimFilter(verdict="conflict"), limit=1).total
    queues = (
        (
            ngettext("%(n)s claim that nobody judged", "%(n)s claims that nobody judged", unjudged),
            "open",
            unjudged,
        ),
        (ngettext("%(n)s claim in conflict", "%(n)s claims in conflict", disputed), "conflict", disputed),
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
    judged = {"none": _("none judged"), "some": _("some judged"), "all": _("all judged")}
    return (
        *((row(_("Publisher"), "publisher", publishers),) if len(publishers) > 1 else ()),
        *((row(_("Language"), "language", languages),) if len(languages) > 1 else ()),
        *((row(_("Has claims"), "status", statuses),) if statuses else ()),
        row(_("Judged"), "judged", [(value, text, None) for value, text in judged.items()]),
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


# -- one report ---------------------------------------------------------------------------------------------------


def told(stored: StoredReport) -> Told:
    """A stored report as the pages need it: its claims, added ones too, numbered in the order of the text, from 1."""
    reading = stored.reading
    read = [numbered(c) for c in (reading.claims if reading else ())]
    claims = sorted(
        [*read, *map(numbered, stored.added)], key=lambda c: (c.claim.span.start, -c.claim.span.end, c.id)
    )
    return Told(
        id=stored.id,
        report=stored.report,
        title=title_of(stored.report.title, stored.id),
        claims=tuple(replace(c, number=n) for n, c in enumerate(claims, 1)),
        directives=tuple(sorted(reading.reading.directives, key=lambda d: d.span)) if reading else (),
        facts=facts_of(stored),
        notes=notes_of(stored),
        troubles=tuple(_trouble(t) for t in stored.troubles),
    )


def numbered(stored: StoredClaim) -> shown.Numbered:
    """A claim with what was judged of it; its number in the report is given later."""
    judgement = stored.judgement
    return shown.Numbered(
        id=stored.id,
        number=0,
        claim=effective(stored),
        verdict=judgement.verdict if judgement else None,
        verdict_by=judgement.by if judgement else "",
        by_hand=stored.id < 0,
        stale=bool(stored.before),
        seen=str(judgement.id) if judgement and judgement.id is not None else "",
    )


def _trouble(trouble: Trouble) -> str:
    return f"{trouble.error}. {trouble.hint}" if trouble.hint else trouble.error


def notes_of(stored: StoredReport) -> tuple[str, ...]:
    """What the extractor and the reader have to say, and what a person must know before reading."""
    out = list(stored.report.notes)
    if stored.reading is None:
        out.append(_("This report was not read yet: run `testigo read`."))
    else:
        out += stored.reading.reading.notes
    if stored.newer is not None:
        out.append(_("There is a newer text of the same original: report %(id)s.") % {"id": stored.newer})
    return tuple(out)


def facts_of(stored: StoredReport) -> tuple[Fact, ...]:
    """Where a text comes from."""
    report, original, here = stored.report, stored.original, language()
    basis = f"({report.published_basis})" if report.published_basis else ""
    captures = tuple(
        Fact(_("Captured"), f"{moment(c.at, here)}: {c.source}", note=c.tool) for c in stored.captures[:20]
    )
    reading = stored.reading
    reader = f"{reading.reading.reader} {reading.reading.version}" if reading else ""
    return (
        Fact(_("Publisher"), report.publisher or "", lang=report.language or ""),
        Fact(_("Byline"), report.byline or "", lang=report.language or ""),
        Fact(_("Date of publication"), shown.shown_date(report.published, here), note=basis),
        Fact(_("Language"), words.say(words.LANGUAGES, report.language) if report.language else ""),
        *((Fact(_("Address"), report.url, code=True),) if report.url else ()),
        *captures,
        Fact(_("Original"), original.media_type, note=size_in_words(original.size)),
        Fact(_("SHA-256 of the original"), original.sha256.hex(), code=True),
        Fact(_("Text made by"), f"{report.extractor} {report.version}".strip()),
        Fact(_("Read by"), reader, note=moment(reading.at, here) if reading else ""),
    )


def size_in_words(size: int) -> str:
    """A number of bytes in words."""
    if size < 10_000:
        return ngettext("%(n)s byte", "%(n)s bytes", size) % {"n": f"{size:,}"}
    return f"{size / 1000:,.0f} kB" if size < 10_000_000 else f"{size / 1_000_000:,.0f} MB"


def report(casebook: Casebook, id_: int, query: Query) -> ReportPage:
    """The page of a report."""
    stored = found(casebook.report, id_)
    asked = Asked(
        part=whole(query.get("part", ""), 1) if "part" in query else None,
        at=whole(query.get("at", "")) if "at" in query else None,
        claim=claim_id(query["claim"]) if "claim" in query else None,
        status=query.get("status", "") if query.get("status") in STATUSES else "",
    )
    here = told(stored)
    return report_page(here, asked, voice_of(here, language(), named, asked.status))


def claim_id(value: str) -> int:
    """The id of a claim in an address; added ones have a minus."""
    return -whole(value[1:]) if value.startswith("-") else whole(value)


def next_open(casebook: Casebook, judged: StoredClaim, *, stay: bool = False) -> shown.Numbered:
    """The next claim of the report that nobody judged, after this one and then from the start; else this one."""
    claims = told(found(casebook.report, judged.report)).claims
    place = next((i for i, c in enumerate(claims) if c.id == judged.id), 0)
    if stay:
        return claims[place]
    return next((c for c in (*claims[place + 1 :], *claims[:place]) if c.verdict is None), claims[place])
