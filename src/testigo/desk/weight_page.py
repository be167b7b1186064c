"""The weight of one event or claim: how many stand behind it, how credible that makes it, and its relay map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import StoredClaim, StoredReport
from testigo.desk import deciding, voices_page, weighing_words, words
from testigo.desk.amending import effective
from testigo.desk.gather import language, title_of
from testigo.desk.linked_shown import between as between_days
from testigo.desk.linked_shown import place_of
from testigo.desk.pages import Choice
from testigo.desk.pages.weighing import DecideForm, LegRow, TieRow, WeightPage
from testigo.desk.relays_page import about, changed, run_view
from testigo.desk.render import path
from testigo.desk.seeing import relay_map
from testigo.desk.seeing.svg import written
from testigo.desk.shown import shown_date
from testigo.judgement import standing
from testigo.linked import Event
from testigo.weighed import Ground, Leg, Origin, Relay, Weight
from testigo.weighing.weigh import STAGE, every, stands_on

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST_LEGS = 60


@dataclass(frozen=True, slots=True)
class Looked:
    """What the page is made of: the reports that tell it, the claims, the origins, and the relays among the reports."""

    reports: Mapping[int, StoredReport]
    claims: Mapping[int, StoredClaim]
    origins: Mapping[str, Origin]
    relays: tuple[Relay, ...]


def weight_of(casebook: Casebook, kind: str, key: str) -> tuple[Weight, Ground]:
    """The weight of a thing and what it stands on, or a page that says that there is none."""
    found = stands_on(casebook, f"{kind} {key}")
    if found is None or not found[1].legs:
        raise Http404
    return found


def weight_page(
    casebook: Casebook, weight: Weight, ground: Ground, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> WeightPage:  # fmt: skip
    """The page of one weight."""
    seen = _look(casebook, ground)
    shown = ground.legs[:MOST_LEGS]
    first = seen.claims[shown[0].claim]
    rows = {leg.claim: _leg(leg, seen) for leg in shown if leg.claim in seen.claims}
    against = set(weight.against)
    picture = _picture(ground, seen)
    kind, _blank, key = weight.subject.partition(" ")
    claim = effective(first)
    report = seen.reports[first.report]
    is_event = kind == "event"
    voice_pairs, more_pairs = voices_page.pairs(casebook, ground, seen.origins)
    back = (
        (_("The event"), path("event", key=key)) if is_event else (_("The claim"), path("claim", id=first.id))
    )
    return WeightPage(
        heading=_heading(casebook, kind, key, first), lang=report.report.language or "und",
        words=claim.span.of(report.report.text), back_href=back[1], back=back[0],
        articles=weight.articles, outlets=weight.outlets, voices=between(weight.least, weight.most),
        most_voices=weight.most,
        means=words.say(weighing_words.CREDIBILITY, f"{weight.credibility}"),
        reasons=tuple(weighing_words.reason(r, {f"{id_}": _name_of_one(seen, id_) for id_ in seen.reports}) for r in weight.reasons[1:]),
        legs=tuple(row for id_, row in rows.items() if id_ not in against),
        against=tuple(row for id_, row in rows.items() if id_ in against),
        picture=mark_safe(picture), ties=_ties(seen),  # noqa: S308 - made by svg.py
        unsure_ties=any(r.order == "unknown" for r in seen.relays), unshown=len(ground.legs) - len(shown),
        unmapped=len({leg.report for leg in ground.legs}) - min(len(seen.reports), relay_map.MOST), relays_href=path("relays"), voice_pairs=voice_pairs, more_pairs=more_pairs,
        grade=grade_form(casebook, first.id, weight.subject, person, typed, wrong),
        paths=_paths(casebook, seen), run=run_view(casebook),
    )  # fmt: skip


def between(least: int, most: int) -> str:
    """An interval of origins in words: one number where both ends are one."""
    return f"{least}" if least == most else _("%(least)s to %(most)s") % {"least": least, "most": most}


def grade_form(
    casebook: Casebook, claim: int, subject: str, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> DecideForm:  # fmt: skip
    """The form for a person's own grade: it stands beside the computed one."""
    kind, _blank, key = subject.partition(" ")
    choices = {grade: words.say(weighing_words.CREDIBILITY, grade) for grade in weighing_words.CREDIBILITY}
    asked = deciding.Question(
        "grade", f"{claim}", path("weight", kind=kind, key=key), _("Your own grade"), choices
    )
    return deciding.form(casebook, asked, person, typed, wrong)


def _look(casebook: Casebook, ground: Ground) -> Looked:
    legs = ground.legs[:MOST_LEGS]
    reports = {id_: casebook.report(id_) for id_ in dict.fromkeys(leg.report for leg in legs[:MOST_LEGS])}
    claims = {leg.claim: casebook.claim(leg.claim) for leg in legs}
    origins = {
        key: origin for key in sorted({leg.origin for leg in legs})
        if (origin := casebook.derived_one(STAGE, "origin", Origin, key)) is not None
    }  # fmt: skip
    found: dict[str, Relay] = {}
    for id_ in reports:
        for relay in every(casebook, "relay", Relay, (("report", f"{id_}"),)):
            inside = relay.relay in reports and (relay.original in reports or relay.original is None)
            if relay.holds and inside:
                found[relay.key] = relay
    return Looked(reports, claims, origins, tuple(found[key] for key in sorted(found)))


def _heading(casebook: Casebook, kind: str, key: str, first: StoredClaim) -> str:
    claim = effective(first)
    act = words.say(words.ACTS, claim.act)
    event = casebook.derived_one("linking", "event", Event, key) if kind == "event" else None
    if event is None:
        return act
    when = between_days(event.first, event.last) if event.first or event.last else ""
    return ", ".join(part for part in (words.say(words.ACTS, event.act), place_of(event), when) if part)


def _leg(leg: Leg, seen: Looked) -> LegRow:
    report, stored = seen.reports[leg.report], seen.claims[leg.claim]
    claim = effective(stored)
    origin = seen.origins.get(leg.origin)
    return LegRow(
        title_of(report.report.title, report.id), path("report", id=report.id), about(report), report.report.language or "und",
        claim.span.of(report.report.text), path("report", {"claim": leg.claim}, id=report.id),
        claim.status, words.say(words.STATUSES, claim.status), origin_words(origin),
        path("stands", kind="origin", key=leg.origin), leg.relayed,
    )  # fmt: skip


def origin_words(origin: Origin | None) -> str:
    """An origin in words."""
    if origin is None:
        return ""
    if origin.kind == "voice":
        return _("%(outlet)s in its own voice") % {"outlet": origin.words}
    return _("%(outlet)s, not held") % {"outlet": origin.words} if origin.kind == "outside" else origin.words


def _ties(seen: Looked) -> tuple[TieRow, ...]:
    """The relay map as rows."""
    return tuple(
        TieRow(_name(seen, relay.original, relay.outside), _name(seen, relay.relay), path("relay", pair=relay.key),
               shown_date(_day(seen.reports[relay.relay]), language()) or _("no date"), said_of(relay),
               _or_reversed() if relay.order == "unknown" else "")
        for relay in seen.relays
    )  # fmt: skip


def _or_reversed() -> str:
    """What is said with a relay of which nothing tells that it came second."""
    return _("or the other way round: nothing tells which came first")


def _name(seen: Looked, report: int | None, outside: str = "") -> str:
    if report is None:
        return _("%(outlet)s, not held") % {"outlet": outside}
    made = seen.reports[report].report
    return made.publisher or title_of(made.title, report)


def _name_of_one(seen: Looked, report: int) -> str:
    """The outlet of a report and its day: two reports of one outlet are two paths."""
    day = shown_date(seen.reports[report].report.published, language())
    return ", ".join(part for part in (_name(seen, report), day) if part)


def _day(report: StoredReport) -> str:
    return (report.report.published or "").split("T")[0]


def said_of(relay: Relay) -> str:
    """How much a relay changed, in words; nothing where it changed nothing."""
    count = changed(relay)
    return ngettext("%(n)s change", "%(n)s changes", count) % {"n": count} if count else ""


def _picture(ground: Ground, seen: Looked) -> str:
    spots = [_spot(id_, ground.legs, seen) for id_ in seen.reports]
    spots += [
        relay_map.Spot(f"out {r.outside}", r.outside, "", "", mark=_("not held"))
        for r in seen.relays
        if r.original is None
    ]
    ties = [_tie(relay, seen) for relay in seen.relays]
    title = _("Who told whom, and when")
    said = _("Reports: %(reports)s; links between them: %(ties)s. The table below says the same.") % {
        "reports": len(seen.reports), "ties": len(ties),
    }  # fmt: skip
    unique = {spot.key: spot for spot in spots}
    drawn = relay_map.relay_map(
        list(unique.values()), ties, relay_map.Words(title, said, _("no date"), _("and {} more"))
    )
    return written(drawn) if drawn is not None else ""


def _spot(id_: int, legs: Sequence[Leg], seen: Looked) -> relay_map.Spot:
    own = dict.fromkeys(leg.origin for leg in legs if leg.report == id_ and not leg.relayed)
    sources = tuple(
        origin_words(seen.origins[key]) for key in own if key in seen.origins and ".source." in key
    )
    return relay_map.Spot(
        f"{id_}", _name(seen, id_), _day(seen.reports[id_]), path("report", id=id_), sources
    )


def _tie(relay: Relay, seen: Looked) -> relay_map.Tie:
    top = f"{relay.original}" if relay.original is not None else f"out {relay.outside}"
    label = _("%(relay)s has it from %(original)s") % {
        "relay": _name(seen, relay.relay), "original": _name(seen, relay.original, relay.outside),
    }  # fmt: skip
    said = said_of(relay)
    if relay.order == "unknown":
        label = f"{label}, {_or_reversed()}"
    return relay_map.Tie(
        top, f"{relay.relay}", path("relay", pair=relay.key), said, f"{label}. {said}".rstrip(". "),
        sure=relay.order != "unknown",
    )  # fmt: skip


def _paths(casebook: Casebook, seen: Looked) -> tuple[Choice, ...]:
    """How reliable people say the path of each report is; F where nobody did."""
    return tuple(
        Choice(
            path("stands", kind="report", key=f"{id_}"),
            _name_of_one(seen, id_),
            about=grade_of(casebook, id_),
        )
        for id_ in seen.reports
    )


def grade_of(casebook: Casebook, report: int) -> str:
    """The reliability that a person gave the path of a report, in words."""
    now = standing(casebook.history("path", f"{report}"))
    return words.say(weighing_words.RELIABILITY, deciding.value_of(now) if now else "F")


def first_claim(legs: Iterable[Leg]) -> int:
    """The claim that a person's grade is kept with: the first that tells the thing."""
    return next(leg.claim for leg in legs)
