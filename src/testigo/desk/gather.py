"""Asks the casebook and composes pages: the only file of the desk, with judging.py, that reads the casebook.

Rules:
- One page asks a handful of questions, whatever the casebook holds; lists come in pages.
- What the address asks for and does not make sense (a page number, a filter) is passed over, never an error.
- A thing that is not there is a 404, said as such.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from django.http import Http404
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from testigo.casebook.values import DirectiveLine, ReportFilter, StoredClaim, StoredReport, Trouble
from testigo.claim import CLAUSE, Overruled
from testigo.desk import shown, weighing_links, words
from testigo.desk.amending import effective
from testigo.desk.compose import Asked, Told, report_page, voice_of
from testigo.desk.named import name_in
from testigo.desk.pages import Fact
from testigo.desk.pages.report import ReportPage
from testigo.desk.render import path
from testigo.desk.when import moment
from testigo.errors import BadInput
from testigo.vocabulary import STATUSES

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

Query = Mapping[str, str]
Found = TypeVar("Found")
PER_PAGE = 50
EARLIEST = 1_000_000
NOT_KNOWN = "-"
"""In an address: the value is not known."""


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


def claims_in_words(n: int, *, more: bool = False) -> str:
    """How many claims. more: there are more than were counted."""
    if more:
        return _("more than %(n)s claims") % {"n": f"{n:,}"}
    return ngettext("%(n)s claim", "%(n)s claims", n) % {"n": f"{n:,}"}


# -- one report ---------------------------------------------------------------------------------------------------


def told(stored: StoredReport, orders: Sequence[DirectiveLine] = ()) -> Told:
    """A stored report as the pages need it: its claims, added ones too, numbered in the order of the text, from 1.

    orders: those that the reading in force tells, where the page shows them.
    """
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
        directives=in_text(orders),
        facts=facts_of(stored),
        notes=notes_of(stored),
        troubles=tuple(_trouble(t) for t in stored.troubles),
    )


def in_text(orders: Sequence[DirectiveLine]) -> tuple[DirectiveLine, ...]:
    """Orders as they follow each other in the text."""
    return tuple(sorted(orders, key=lambda line: line.directive.span))


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
        out += left_out(stored.report.text, stored.reading.reading.set_aside)
    if stored.newer is not None:
        out.append(_("There is a newer text of the same original: report %(id)s.") % {"id": stored.newer})
    return tuple(out)


LEFT_OUT_SHOWN = 12


def left_out(text: str, aside: Sequence[Overruled]) -> tuple[str, ...]:
    """What the rules found and the second opinion left out, in a sentence for acts and one for clauses of orders."""
    clauses = [one for one in aside if one.kind == CLAUSE]
    acts = [one for one in aside if one.kind != CLAUSE]
    out = []
    if acts:
        said = _listed(text, acts, words.ACTS)
        out.append(
            _(
                "The rules found an act here and the second opinion none, so that there is no claim: %(words)s."
            )
            % {"words": said}
        )
    if clauses:
        said = _listed(text, clauses, words.DOES)
        out.append(
            _(
                "The rules found a clause of an order here and the second opinion none, so that the order has none: %(words)s."
            )
            % {"words": said}
        )
    return tuple(out)


def _listed(text: str, some: Sequence[Overruled], names: dict[str, str]) -> str:
    """The first of some words that were left out, each with what the rules took them for, and how many more."""
    shown_ones = [f"“{one.span.of(text)}” ({words.say(names, one.act)})" for one in some[:LEFT_OUT_SHOWN]]
    more = len(some) - len(shown_ones)
    if more:
        shown_ones.append(ngettext("%(n)s more", "%(n)s more", more) % {"n": more})
    return ", ".join(shown_ones)


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


def report(casebook: Casebook, id_: int, query: Query, person: str = "") -> ReportPage:
    """The page of a report. person: who sits here."""
    stored = found(casebook.report, id_)
    asked = Asked(
        part=whole(query.get("part", ""), 1) if "part" in query else None,
        at=whole(query.get("hit", query.get("at", ""))) if {"at", "hit"} & set(query) else None,
        claim=claim_id(query["claim"]) if "claim" in query else None,
        status=query.get("status", "") if query.get("status") in STATUSES else "",
    )
    here = told(stored, casebook.directives_of(id_))
    if "hit" in query and asked.claim is None:
        asked = replace(asked, claim=_claim_at(here, asked.at or 0))
    page = report_page(here, asked, voice_of(here, language(), named, asked.status))
    done = page.claims and page.judged >= page.claims
    onward = _next_report(casebook, id_, stored.assigned, person) if done else ""
    links = weighing_links.of_report(casebook, id_)
    return replace(page, assigned=stored.assigned, next_open=onward, weighing=links)


def _claim_at(here: Told, at: int) -> int | None:
    """The first claim whose words hold a place in the text."""
    return next((c.id for c in here.claims if c.claim.span.start <= at < c.claim.span.end), None)


def _next_report(casebook: Casebook, id_: int, assigned: str, person: str) -> str:
    """The first other report with open claims: of those given to whoever sits here, if this one is, else of all."""
    mine = person if person and assigned == person else None
    some = casebook.reports(ReportFilter(assigned=mine, judged="open"), limit=2).items
    return next((path("report", id=line.id) for line in some if line.id != id_), "")


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
