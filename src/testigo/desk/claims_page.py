"""Claims over all reports: as a list, over time, on a map, and by count, each picture with its table and downloads.

Rules:
- Pictures count every claim that fits (claims_found.py); only what is drawn one by one is fetched.
- Every number is a link to the claims that it counts. A count is of claims, never of events, and the page says so.
- Rejected claims are left out of pictures unless they are asked for by the filter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import ReportText, StoredClaim
from testigo.desk import gather, words
from testigo.desk.amending import effective
from testigo.desk.claims_found import ALONE, PER_PAGE, VERDICTS, Asked, Found, asked, which_claims
from testigo.desk.claims_found import found as found_claims
from testigo.desk.compose import list_pager
from testigo.desk.pages import Filters, Link, Pager
from testigo.desk.pages.claims import ClaimLine, ClaimsPage, CountLine, Seen
from testigo.desk.render import path
from testigo.desk.seeing import map as mapping
from testigo.desk.seeing import svg, tally
from testigo.desk.seeing import timeline as lines
from testigo.desk.seeing.happening import Happening
from testigo.desk.seeing.many import Many
from testigo.desk.seeing.table import csv_of
from testigo.desk.shown import shown_date
from testigo.desk.site import HERE
from testigo.reference import tables

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


def claims_page(casebook: Casebook, query: Mapping[str, str]) -> ClaimsPage:
    """The page for an address."""
    want = asked(query)
    total = casebook.at_hand().claims
    views = tuple(
        Link(text, path("claims", {"as": name, **want.kept}), current=want.view == name)
        for name, text in (("list", _("List")), ("time", _("Over time")), ("map", _("On a map")), ("count", _("By count")))
    )  # fmt: skip
    drawn = want.view != "list"
    found = found_claims(casebook, want) if drawn or {"place", "month"} & set(want.kept) else None
    listed, number, of, count, more = _listed(casebook, want, found)
    seen = _pictures(want, found) if drawn and found is not None else ()
    return ClaimsPage(
        views=views, filters=_filters(casebook, want), clear=path("claims", {"as": want.view}) if want.kept else "",
        said=gather.claims_in_words(count, more=more), caution=_("Counts are of claims, not of events: ten reports of one arrest are ten claims."),
        lines=() if drawn else _lines(casebook, listed), seen=seen,
        pager=Pager(1, 1) if drawn else list_pager(number, of, lambda n: want.href(page=n)), any=total > 0,
        keep=want.href() if want.kept else "",
    )  # fmt: skip


def download(casebook: Casebook, query: Mapping[str, str], what: str) -> tuple[str, str] | None:
    """A picture as SVG or its table as CSV: the text and its media type; None where there is no such thing."""
    name, _dot, form = what.rpartition(".")
    want = asked({**query, "as": {"timeline": "time", "places": "map"}.get(name, "count")})
    found = found_claims(casebook, want)
    drawing = _DRAWINGS.get(name)
    if drawing is None or form not in ("svg", "csv"):
        return None
    drawn = drawing(want, found)
    if form == "csv":
        table = [(row.label, *(n.replace(",", "") for n in row.figures), *row.more) for row in drawn.rows]
        return csv_of(drawn.columns, table), "text/csv; charset=utf-8"
    if drawn.picture is None:
        return None
    sheet = "".join((HERE / "static" / f"{file}.css").read_text("utf-8") for file in ("tokens", "seeing"))
    return svg.standalone(drawn.picture, sheet), "image/svg+xml"


def _listed(
    casebook: Casebook, want: Asked, found: Found | None
) -> tuple[list[StoredClaim], int, int, int, bool]:
    if found is None:
        page = casebook.claims(which_claims(want), offset=(want.page - 1) * PER_PAGE, limit=PER_PAGE)
        number, of = gather.page_number({"page": str(want.page)}, page.total, PER_PAGE)
        return list(page.items), number, of, page.total, page.more
    number, of = gather.page_number({"page": str(want.page)}, found.count, PER_PAGE)
    shown = found.page(number) if want.view == "list" else []
    return shown, number, of, found.count, False


# -- how they are shown ---------------------------------------------------------------------------------------------


def _lines(casebook: Casebook, listed: list[StoredClaim]) -> tuple[ClaimLine, ...]:
    reports = casebook.report_texts(stored.report for stored in listed)
    return tuple(_line(stored, reports[stored.report]) for stored in listed)


def _line(stored: StoredClaim, report: ReportText) -> ClaimLine:
    claim, text = effective(stored), report.text
    said_by = " → ".join(s.refers_text or s.text for s in claim.sources)
    where = ", ".join(p.text for p in claim.place)
    when = ", ".join(t.text for t in claim.time)
    return ClaimLine(
        href=path("claim", id=stored.id), act=words.say(words.ACTS, claim.act), family=words.family(claim.kind, claim.act),
        status=words.say(words.STATUSES, claim.status), status_id=claim.status, words=" ".join(claim.span.of(text).split()),
        lang=report.language or "und", about=" · ".join(part for part in (said_by, where, when) if part) or _("the publisher"),
        verdict=words.say(words.VERDICTS, stored.judgement.verdict) if stored.judgement else "",
        report=report.title or _("(no title, report %(id)s)") % {"id": stored.report},
        report_href=path("report", {"claim": stored.id, "at": claim.span.start}, f"o{claim.span.start}", id=stored.report),
    )  # fmt: skip


def _filters(casebook: Casebook, want: Asked) -> tuple[Filters, ...]:
    facets = casebook.facets()
    acts = [f.value for f in facets.acts][:14]
    rows = [
        Filters(_("Act"), tuple(_link(want, "act", a, words.say(words.ACTS, a)) for a in acts)),
        Filters(_("How firmly"), tuple(_link(want, "status", f.value, words.say(words.STATUSES, f.value)) for f in facets.statuses)),
        Filters(_("Judged"), tuple(_link(want, "verdict", v, _("not judged") if v == "open" else words.say(words.VERDICTS, v))
                                   for v in VERDICTS)),
    ]  # fmt: skip
    if place := want.kept.get("place"):
        rows.append(Filters(_("Place"), (_link(want, "place", place, _place_name(place)),)))
    if month := want.kept.get("month"):
        rows.append(Filters(_("Month"), (_link(want, "month", month, shown_date(month, gather.language())),)))
    return tuple(row for row in rows if row.links)


def _link(want: Asked, name: str, value: str, text: str) -> Link:
    current = want.kept.get(name) == value
    return Link(text, want.href(**{name: "" if current else value}), current=current)


def _place_name(place_id: str) -> str:
    if place_id == "border":
        return _("the northern border, no town told")
    if place_id.endswith(ALONE):
        return _("%(place)s, no place in it told") % {"place": _place_name(place_id.removesuffix(ALONE))}
    return gather.named(place_id) or place_id


# -- the pictures ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture with its heading and its table. said: what it shows, and what it leaves out."""

    heading: str
    picture: svg.Node | None
    columns: tuple[str, ...]
    rows: tuple[CountLine, ...]
    said: str


def _pictures(want: Asked, found: Found) -> tuple[Seen, ...]:
    names = {"time": ("timeline",), "map": ("places",), "count": ("acts", "months", "provinces")}[want.view]
    return tuple(_seen(name, want, _DRAWINGS[name](want, found)) for name in names)


def _seen(name: str, want: Asked, drawn: Drawn) -> Seen:
    node = drawn.picture
    return Seen(
        heading=drawn.heading, picture=mark_safe(svg.written(node)) if node is not None else "",  # noqa: S308 - made by seeing/, all escaped
        rows=drawn.rows, columns=drawn.columns, said=drawn.said,
        svg=path("claims-file", want.kept, what=f"{name}.svg"), csv=path("claims-file", want.kept, what=f"{name}.csv"),
    )  # fmt: skip


def _timeline(_want: Asked, found: Found) -> Drawn:
    items, dated, undated = found.latest()
    shown = [_worded(item) for item in items]
    about = _("One row for each claim. A band is as wide as its date is known; an arrow is an open end.")
    made = lines.timeline(shown, lambda n: path("claim", id=n), lines.Words(
        _("Claims over time"), about, _("begins earlier, not known when"), _("goes on, not known until when")))  # fmt: skip
    rows = tuple(
        CountLine(f"{i.act}: {i.label}", path("claim", id=i.claim), more=(i.when.words, shown_date(i.when.edtf, gather.language())))
        for i in made.shown if i.when
    )  # fmt: skip
    left = dated - len(shown)
    said = about
    if left:
        said += " " + _("The %(n)s latest are drawn; %(left)s earlier ones are not.") % {
            "n": len(shown),
            "left": left,
        }
    if undated:
        said += " " + ngettext(
            "%(n)s claim has no date with a year.", "%(n)s claims have no date with a year.", undated
        ) % {"n": undated}
    return Drawn(_("Claims over time"), made.picture, (_("Claim"), _("As told"), _("Date")), rows, said)


def _worded(item: Happening) -> Happening:
    return replace(item, act=words.say(words.ACTS, item.act))


def _map(want: Asked, found: Found) -> Drawn:
    about = _(
        "Points are towns; a hatched province counts claims that name no town in it; a band is the northern border."
    )
    text = mapping.Words(
        _("Claims on a map"), about, _("{name}: {count} claims"), _("the northern border, no town told")
    )
    href = _to_list(want, "place")

    def to_place(place_id: str) -> str:
        known = tables.places().get(place_id)
        return href(f"{place_id}{ALONE}" if known and known.level == 1 else place_id)

    made = mapping.place_map(found.counted(Many.places), to_place, text)
    precision = {"town": _("town"), "province": _("province, no town told"), "border": _("border area")}
    rows = tuple(
        CountLine(_place_name(s.id), to_place(s.id), (f"{s.claims:,}",), (precision[s.precision],)) for s in made.spots
    )  # fmt: skip
    said = about
    if left := sum(item.claims for item in made.elsewhere):
        said += " " + ngettext(
            "%(n)s claim names no place of this map.", "%(n)s claims name no place of this map.", left
        ) % {"n": left}
    columns = (_("Place"), _("Claims"), _("How exactly"))
    return Drawn(_("Claims on a map"), made.picture, columns, rows, said)


def _to_list(want: Asked, name: str) -> Callable[[str], str]:
    return lambda key: path("claims", {**want.kept, name: key})


def _bars(
    name: str,
    heading: Callable[[], str],
    column: Callable[[], str],
    key: str,
    what: Callable[[Many], list[Happening]],
    count: Callable[[list[Happening]], tuple[tally.Bar, ...]],
) -> Callable[[Asked, Found], Drawn]:
    def draw(want: Asked, found: Found) -> Drawn:
        rows = count(found.counted(what))
        shares = key == "month"  # of dates that may lie in several
        about = (
            _("Solid: counts here for sure. Hatched: with the shares of imprecise dates.") if shares else ""
        )
        text = tally.Words(heading(), about, _("{name}: {count} claims"))
        picture = tally.bars(rows, _to_list(want, key), text, name)
        table = tuple(
            CountLine(r.label or _("not known"), _to_list(want, key)(r.key) if r.key else "",
                      (f"{r.whole:,}", tally.number(r.share)) if shares else (f"{r.whole:,}",)) for r in rows
        )  # fmt: skip
        figures = (_("for sure"), _("with shares")) if shares else (_("Claims"),)
        return Drawn(heading(), picture, (column(), *figures), table, about)

    return draw


def _acts(items: list[Happening]) -> tuple[tally.Bar, ...]:
    return tuple(replace(bar, label=words.say(words.ACTS, bar.key)) for bar in tally.by_act(items))


_DRAWINGS: dict[str, Callable[[Asked, Found], Drawn]] = {
    "timeline": _timeline,
    "places": _map,
    "acts": _bars("acts", lambda: _("Claims by act"), lambda: _("Act"), "act", Many.acts, _acts),
    "months": _bars("months", lambda: _("Claims by month"), lambda: _("Month"), "month", Many.days, tally.by_month),
    "provinces": _bars("provinces", lambda: _("Claims by province"), lambda: _("Province"), "place", Many.places,
                       lambda items: tally.by_province(items, lambda p: _place_name(p) if p else "")),
}  # fmt: skip
