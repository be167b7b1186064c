"""Search: reports, claims, people, and places and institutions, by what was typed and by filters that are links.

Rules: those of gather.py. Nothing that can be typed is an error; where nothing is found, the page says what to try.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo import dates
from testigo.casebook.values import ClaimFilter, ReportText, StoredClaim
from testigo.desk import gather, words
from testigo.desk.amending import effective
from testigo.desk.compose import list_pager
from testigo.desk.named import name_in
from testigo.desk.pages import Filters, Link, Pager
from testigo.desk.pages.lists import Hit, SearchPage
from testigo.desk.render import path
from testigo.desk.shown import shown_date
from testigo.errors import BadInput
from testigo.reference import tables
from testigo.vocabulary import ACTS, CONDITIONS, STATUSES, VIEWS

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

KINDS = ("reports", "claims", "people", "places")
KEPT = ("act", "status", "verdict", "place", "publisher", "when")
VERDICTS = ("open", "accept", "amend", "reject", "conflict")
PER_PAGE, AROUND, MOST = 20, 80, 8
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address asks for. kind: one of KINDS; kept: the filters that make sense."""

    typed: str
    kind: str
    kept: Mapping[str, str]

    def href(self, **changed: object) -> str:
        return path("search", {"q": self.typed, "in": self.kind, **self.kept, **changed})


def search(casebook: Casebook, query: Mapping[str, str]) -> SearchPage:
    """The page for an address."""
    kind = query.get("in", "")
    asked = _Asked(query.get("q", "").strip()[:LONGEST], kind if kind in KINDS else "reports", _kept(query))
    number = min(max(1, gather.whole(query.get("page", ""), 1)), gather.EARLIEST // PER_PAGE)
    kinds = {
        "reports": _("Reports"),
        "claims": _("Claims"),
        "people": _("People"),
        "places": _("Places and institutions"),
    }
    views = tuple(
        Link(text, asked.href(**{"in": name}), current=name == asked.kind) for name, text in kinds.items()
    )
    if asked.kind == "reports":
        return _reports(casebook, asked, number, views)
    return _claims(casebook, asked, number, views)


def _kept(query: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, Mapping[str, object]] = {
        "act": {**ACTS, **CONDITIONS, **VIEWS}, "status": STATUSES, "verdict": dict.fromkeys(VERDICTS),
        "place": tables.places(),
    }  # fmt: skip
    kept = {n: query[n] for n in KEPT if query.get(n) and (n not in known or query[n] in known[n])}
    if "when" in kept and _days(kept["when"]) == {}:
        del kept["when"]
    return kept


def _days(when: str) -> dict[str, object]:
    """The first and last day of an EDTF date, as the filter of claims takes them; empty where it is none."""
    try:
        value = dates.parse(when)
    except BadInput:
        return {}
    return {"since": dates.first_day(value), "until": dates.last_day(value)}


def _reports(casebook: Casebook, asked: _Asked, number: int, views: tuple[Link, ...]) -> SearchPage:
    got = casebook.search(asked.typed, offset=(number - 1) * PER_PAGE, limit=PER_PAGE, claims=False)
    number, of = gather.page_number({"page": str(number)}, got.total, PER_PAGE)
    hits = tuple(
        Hit(
            href=path("report", {"hit": h.span.start}, f"o{h.span.start}", id=h.report)
            if h.span
            else path("report", id=h.report),
            title=gather.title_of(h.title, h.report),
            about=", ".join(part for part in (h.publisher, shown_date(h.published, gather.language())) if part),
            before=h.before,
            found=h.found,
            after=h.after,
            lang=h.language or "und",
        )
        for h in got.items
    )  # fmt: skip
    return SearchPage(
        asked.typed, _wrong(asked, looked_for=bool(got.terms)), hits,
        ngettext("%(n)s report", "%(n)s reports", got.total) % {"n": f"{got.total:,}"},
        (), list_pager(number, of, lambda n: asked.href(page=n)), views=views, kind=asked.kind, keep=asked.href() if asked.typed else "",
        order=_("So many reports hold the words that the latest added come first; with one more word, the best.") if got.latest else _("The best come first."),
    )  # fmt: skip


def _wrong(asked: _Asked, *, looked_for: bool) -> str:
    return _("There is no word in that to look for.") if asked.typed and not looked_for else ""


def _claims(casebook: Casebook, asked: _Asked, number: int, views: tuple[Link, ...]) -> SearchPage:
    meant = _called(asked.typed) if asked.kind == "places" else ()
    which = _which(asked, meant)
    asks = bool(meant) if asked.kind == "places" else any(sign.isalnum() for sign in asked.typed)
    got = casebook.claims(which, offset=(number - 1) * PER_PAGE, limit=PER_PAGE) if asks else None
    total = got.total if got else 0
    number, of = gather.page_number({"page": str(number)}, total, PER_PAGE)
    reports = casebook.report_texts(c.report for c in (got.items if got else ()))
    said = gather.claims_in_words(total, more=bool(got and got.more))
    if meant:
        said = f"{', '.join(name_in(gather.language(), id_) for id_ in meant[:MOST])}: {said}"
    return SearchPage(
        asked.typed, _wrong(asked, looked_for=asks or asked.kind == "places"),
        tuple(_hit(c, reports[c.report]) for c in (got.items if got else ())), said,
        _filters(casebook, asked) if asks else (), list_pager(number, of, lambda n: asked.href(page=n)) if got else Pager(1, 1),
        views=views, kind=asked.kind, keep=asked.href() if asked.typed else "",
        order=_("In the order in which they were read.") if asked.kind == "places" else _("The latest read come first."),
    )  # fmt: skip


def _called(typed: str) -> tuple[str, ...]:
    """The ids of the places and institutions of that name, in any spelling of the reference tables."""
    if not typed:
        return ()
    places, institutions = tables.places_called(typed), tables.institutions_called(typed)
    return (*(place.id for place in places), *(one.id for one in institutions))


def _which(asked: _Asked, meant: tuple[str, ...]) -> ClaimFilter:
    kept = asked.kept
    fillers = _inside(meant)
    if "place" in kept:
        inside = _inside((kept["place"],))
        # Of both a name and a province, what lies in both; nothing there: an id that no claim names.
        fillers = tuple(i for i in fillers if i in set(inside)) or ("none",) if meant else inside
    days = _days(kept["when"]) if "when" in kept else {}
    publisher = kept.get("publisher")
    return ClaimFilter(
        act=kept.get("act"), status=kept.get("status"), verdict=kept.get("verdict"), fillers=fillers,
        publisher="" if publisher == gather.NOT_KNOWN else publisher,
        words="" if asked.kind == "places" else asked.typed, people=asked.kind == "people",
        added=asked.kind == "places", **days,  # type: ignore[arg-type]  # two dates or None
    )  # fmt: skip


def _inside(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids, and those of every place inside them."""
    known = tables.places()
    units = [known[id_] for id_ in ids if id_ in known]
    inside = [p.id for p in known.values() if any(tables.lies_in(p, unit) for unit in units)] if units else []
    return tuple(dict.fromkeys((*ids, *inside)))


def _hit(stored: StoredClaim, report: ReportText) -> Hit:
    claim, text = effective(stored), report.text
    start, end = claim.span.start, claim.span.end
    verdict = words.say(words.VERDICTS, stored.judgement.verdict) if stored.judgement else ""
    about = (
        words.say(words.ACTS, claim.act),
        words.say(words.STATUSES, claim.status),
        verdict,
        report.publisher or "",
    )
    return Hit(
        href=path("report", {"claim": stored.id, "at": start}, f"o{start}", id=stored.report),
        title=gather.title_of(report.title, stored.report), about=", ".join(part for part in about if part),
        before=text[max(0, start - AROUND) : start].rpartition("\n")[2], found=claim.span.of(text),
        after=text[end : end + AROUND].partition("\n")[0], lang=report.language or "und",
    )  # fmt: skip


def _filters(casebook: Casebook, asked: _Asked) -> tuple[Filters, ...]:
    facets, here = casebook.facets(), gather.language()
    provinces = [p.id for p in tables.places().values() if p.level == 1]
    year = casebook.now().year
    choices: dict[str, tuple[str, list[tuple[str, str]]]] = {
        "act": (_("Act"), [(f.value, words.say(words.ACTS, f.value)) for f in facets.acts[:14]]),
        "status": (_("How firmly"), [(f.value, words.say(words.STATUSES, f.value)) for f in facets.statuses]),
        "verdict": (_("Judged"), [(v, _("not judged") if v == "open" else words.say(words.VERDICTS, v)) for v in VERDICTS]),
        "place": (_("Place"), [(id_, name_in(here, id_)) for id_ in provinces]),
        "when": (_("Date"), [(str(y), str(y)) for y in range(year, year - MOST, -1)]),
        "publisher": (_("Publisher"), [(f.value or gather.NOT_KNOWN, f.value or _("not known")) for f in facets.publishers[:MOST]]),
    }  # fmt: skip
    rows = []
    for name, (label, values) in choices.items():
        now = asked.kept.get(name, "")
        if now and now not in dict(values):
            values.append((now, name_in(here, now) if name == "place" else now))
        links = tuple(
            Link(text, asked.href(**{name: "" if value == now else value}), value == now)
            for value, text in values
        )
        rows.append(Filters(label, links))
    return tuple(row for row in rows if row.links)
