"""Claims over all reports: as a list, over time, on a map, and by count, each picture with its table and downloads.

Rules:
- Pictures count every claim that fits, out of the casebook's packed rows (seeing/many.py); only what is drawn one by one is
  fetched.
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

from testigo.casebook.values import ClaimFilter, ReportText, StoredClaim
from testigo.desk import gather, words
from testigo.desk.amending import effective
from testigo.desk.compose import list_pager
from testigo.desk.pages import Filters, Link, Pager
from testigo.desk.pages.claims import ClaimLine, ClaimsPage, CountLine, Seen
from testigo.desk.render import path
from testigo.desk.seeing import map as mapping
from testigo.desk.seeing import svg, tally
from testigo.desk.seeing import timeline as lines
from testigo.desk.seeing.happening import Happening, happening, province_of
from testigo.desk.seeing.many import Many, Wanted
from testigo.desk.seeing.table import csv_of
from testigo.desk.shown import shown_date
from testigo.desk.site import HERE
from testigo.reference import tables
from testigo.vocabulary import ACTS, CONDITIONS, STATUSES, VIEWS

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

VIEWS_OF = ("list", "time", "map", "count")
PER_PAGE, ROWS = 40, 120
KEPT = ("act", "status", "verdict", "place", "month")
ALONE = ":alone"
"""Behind the id of a place: the claims that name it and no place inside it."""
VERDICTS = ("open", "accept", "amend", "reject", "conflict", "add")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: the view, and the filters that make sense."""

    view: str
    kept: Mapping[str, str]
    page: int = 1

    def href(self, **changed: object) -> str:
        """The same with some filters changed; an empty one is dropped."""
        return path("claims", {"as": self.view, **self.kept, **changed})


def asked(query: Mapping[str, str]) -> Asked:
    """Read an address; what makes no sense is passed over."""
    known: dict[str, Mapping[str, object]] = {
        "act": {**ACTS, **CONDITIONS, **VIEWS}, "status": STATUSES, "verdict": dict.fromkeys(VERDICTS),
        "place": {**tables.places(), **{f"{p}{ALONE}": None for p in tables.places()}, "border": None},
    }  # fmt: skip
    kept = {
        name: query[name]
        for name in KEPT
        if query.get(name) and (name not in known or query[name] in known[name])
    }
    if "month" in kept and not (
        len(kept["month"]) == 7 and kept["month"][:4].isdigit() and kept["month"][5:].isdigit()
    ):
        del kept["month"]
    view = query.get("as", "list")
    return Asked(view if view in VIEWS_OF else "list", kept, max(1, gather.whole(query.get("page", ""), 1)))


def claims_page(casebook: Casebook, query: Mapping[str, str]) -> ClaimsPage:
    """The page for an address."""
    want = asked(query)
    total = casebook.at_hand().claims
    views = tuple(
        Link(text, path("claims", {"as": name, **want.kept}), current=want.view == name)
        for name, text in (("list", _("List")), ("time", _("Over time")), ("map", _("On a map")), ("count", _("By count")))
    )  # fmt: skip
    drawn = want.view != "list"
    found = _found(casebook, want) if drawn or {"place", "month"} & set(want.kept) else None
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
    found = _found(casebook, want)
    drawing = _DRAWINGS.get(name)
    if drawing is None or form not in ("svg", "csv"):
        return None
    node, rows, heading, _about = drawing(want, found)
    if form == "csv":
        table = [(r.label, r.exact, r.all, r.note) for r in rows]
        return csv_of((heading, _("for sure"), _("with shares"), _("note")), table), "text/csv; charset=utf-8"
    if node is None:
        return None
    sheet = "".join((HERE / "static" / f"{file}.css").read_text("utf-8") for file in ("tokens", "seeing"))
    return svg.standalone(node, sheet), "image/svg+xml"


# -- which claims ---------------------------------------------------------------------------------------------------


def _which(want: Asked) -> ClaimFilter:
    return ClaimFilter(
        act=want.kept.get("act"), status=want.kept.get("status"), verdict=want.kept.get("verdict"), added=True
    )


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that fit every filter. many: those that a machine read; by_hand: added ones, with what pictures need."""

    casebook: Casebook
    many: Many
    by_hand: tuple[tuple[StoredClaim, Happening], ...]

    @property
    def count(self) -> int:
        """How many."""
        return self.many.count + len(self.by_hand)

    def page(self, number: int) -> list[StoredClaim]:
        """The claims of a page of the list, added ones first."""
        start = (number - 1) * PER_PAGE
        first = [stored for stored, _item in self.by_hand[start : start + PER_PAGE]]
        ids = self.many.ids(max(0, start - len(self.by_hand)), PER_PAGE - len(first))
        return [*first, *self.casebook.claims_of(ids)]

    def latest(self) -> tuple[list[Happening], int, int]:
        """Those whose time begins latest, ROWS at most; how many have a date with a year, and how many have none."""
        ids, dated = self.many.latest(ROWS)
        added = [item for _stored, item in self.by_hand]
        items = [_happening(stored) for stored in self.casebook.claims_of(ids)] + [i for i in added if i.when]
        items.sort(key=lambda i: (i.when.first, i.claim) if i.when else ())
        dated += sum(i.when is not None for i in added)
        return items[-ROWS:], dated, self.count - dated

    def counted(self, what: Callable[[Many], list[Happening]]) -> list[Happening]:
        """All of them, those of the machine counted together. what: by which property."""
        return [*what(self.many), *(item for _stored, item in self.by_hand)]


def _found(casebook: Casebook, want: Asked) -> Found:
    """The claims that fit every filter."""
    which = _which(want)
    kept = [
        s for s in casebook.added_claims(replace(which, added=False)) if which.verdict or not _rejected(s)
    ]
    by_hand = tuple((stored, item) for stored in kept if _fits(item := _happening(stored), want))
    place = want.kept.get("place")
    fits = None if place is None else lambda ids, border: _is_there(place, ids, border=border)
    many = Many(
        casebook.drawn(), Wanted(which.act, which.status, which.verdict, want.kept.get("month"), fits)
    )
    return Found(casebook, many, by_hand)


def _rejected(stored: StoredClaim) -> bool:
    return stored.judgement is not None and stored.judgement.verdict == "reject"


def _happening(stored: StoredClaim) -> Happening:
    return happening(stored.id, effective(stored), _label(stored))


def _fits(item: Happening, want: Asked) -> bool:
    place, month = want.kept.get("place"), want.kept.get("month")
    if place and not _is_there(place, item.places, border=any(map(tables.is_border, item.place_words))):
        return False
    return not month or (item.when is not None and month in tally.month_shares(item.when))


def _is_there(place: str, ids: tuple[str, ...], *, border: bool) -> bool:
    """Whether a claim that names these places is one of a place of the filter."""
    if place == "border":
        return border
    if place.endswith(ALONE):
        return ids[:1] == (place.removesuffix(ALONE),)
    return any(_lies_in(id_, place) for id_ in ids)


def _lies_in(place_id: str, unit_id: str) -> bool:
    known = tables.places()
    return place_id == unit_id or (
        place_id in known and unit_id in known and tables.lies_in(known[place_id], known[unit_id])
    )


def _label(stored: StoredClaim) -> str:
    """Whom it is about, in the words of the report."""
    claim = effective(stored)
    return ", ".join(f.refers_text or f.text for f in (claim.target or claim.actor)[:2])


def _listed(
    casebook: Casebook, want: Asked, found: Found | None
) -> tuple[list[StoredClaim], int, int, int, bool]:
    if found is None:
        page = casebook.claims(_which(want), offset=(want.page - 1) * PER_PAGE, limit=PER_PAGE)
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

Drawn = tuple[svg.Node | None, tuple[CountLine, ...], str, str]


def _pictures(want: Asked, found: Found) -> tuple[Seen, ...]:
    names = {"time": ("timeline",), "map": ("places",), "count": ("acts", "months", "provinces")}[want.view]
    return tuple(_seen(name, want, _DRAWINGS[name](want, found)) for name in names)


def _seen(name: str, want: Asked, drawn: Drawn) -> Seen:
    node, rows, heading, said = drawn
    return Seen(
        heading=heading, picture=mark_safe(svg.written(node)) if node is not None else "",  # noqa: S308 - made by seeing/, all escaped
        rows=rows, columns=(heading, _("for sure"), _("with shares"), _("note")), said=said,
        svg=path("claims-file", want.kept, what=f"{name}.svg"), csv=path("claims-file", want.kept, what=f"{name}.csv"),
    )  # fmt: skip


def _timeline(_want: Asked, found: Found) -> Drawn:
    items, dated, undated = found.latest()
    shown = [_worded(item) for item in items]
    about = _("One row for each claim. A band is as wide as its date is known; an arrow is an open end.")
    made = lines.timeline(shown, lambda n: path("claim", id=n), lines.Words(
        _("Claims over time"), about, _("begins earlier, not known when"), _("goes on, not known until when")))  # fmt: skip
    rows = tuple(
        CountLine(f"{i.act}: {i.label}", path("claim", id=i.claim), i.when.words if i.when else "",
                  shown_date(i.when.edtf, gather.language()) if i.when else "") for i in made.shown
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
    return made.picture, rows, _("Claims over time"), said


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
        CountLine(_place_name(s.id), to_place(s.id), str(s.claims), str(s.claims), precision[s.precision]) for s in made.spots
    )  # fmt: skip
    said = about
    if left := sum(item.claims for item in made.elsewhere):
        said += " " + ngettext(
            "%(n)s claim names no place of this map.", "%(n)s claims name no place of this map.", left
        ) % {"n": left}
    return made.picture, rows, _("Claims on a map"), said


def _to_list(want: Asked, name: str) -> Callable[[str], str]:
    return lambda key: path("claims", {**want.kept, name: key})


def _bars(
    name: str,
    heading: Callable[[], str],
    key: str,
    what: Callable[[Many], list[Happening]],
    count: Callable[[list[Happening]], tuple[tally.Bar, ...]],
) -> Callable[[Asked, Found], Drawn]:
    def draw(want: Asked, found: Found) -> Drawn:
        rows = count(found.counted(what))
        about = (
            _("Solid: counts here for sure. Hatched: with the shares of imprecise dates.")
            if key == "month"
            else ""
        )
        text = tally.Words(heading(), about, _("{name}: {count} claims"))
        picture = tally.bars(rows, _to_list(want, key), text, name)
        table = tuple(
            CountLine(r.label or _("not known"), _to_list(want, key)(r.key) if r.key else "", str(r.whole), f"{r.share:g}") for r in rows
        )  # fmt: skip
        return picture, table, heading(), about

    return draw


def _acts(items: list[Happening]) -> tuple[tally.Bar, ...]:
    return tuple(replace(bar, label=words.say(words.ACTS, bar.key)) for bar in tally.by_act(items))


_DRAWINGS: dict[str, Callable[[Asked, Found], Drawn]] = {
    "timeline": _timeline,
    "places": _map,
    "acts": _bars("acts", lambda: _("Claims by act"), "act", Many.acts, _acts),
    "months": _bars("months", lambda: _("Claims by month"), "month", Many.days, tally.by_month),
    "provinces": _bars("provinces", lambda: _("Claims by province"), "place", Many.places,
                       lambda items: tally.by_province(items, lambda p: _place_name(p) if p else "")),
}  # fmt: skip

__all__ = ["asked", "claims_page", "download", "province_of"]
