"""What stands on a report or an origin alone, what is weaker without it, and how reliable people say its path is.

Rules:
- Weaker is what has fewer sure origins, or a worse grade. Where only the number of origins that there may be at most changes, or
  the grade gets better because what speaks against it falls too, it is told apart, in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.desk import deciding, weighing_words, words
from testigo.desk.amending import effective
from testigo.desk.gather import found, title_of, whole
from testigo.desk.pages.weighing import DecideForm, FallRow, StandsPage
from testigo.desk.relays_page import about, run_view
from testigo.desk.render import path
from testigo.desk.weight_page import between, origin_words
from testigo.linked import Event
from testigo.weighed import Fall, Origin, Weight
from testigo.weighing import weigh as weighing

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST = 60
GRADES = weighing_words.RELIABILITY


def stands_page(
    casebook: Casebook,
    kind: str,
    key: str,
    person: str,
    typed: Mapping[str, str] | None = None,
    wrong: str = "",
) -> StandsPage:
    """The page of one report or origin."""
    heading, lang, said, back = _thing(casebook, kind, key)
    fallen = weighing.alone(casebook, kind, key)
    sorts = _sorted(fallen)
    alone, weaker, other = (tuple(_row(casebook, one) for one in some[:MOST]) for some in sorts)
    fall, less, change = map(_count, sorts)
    return StandsPage(
        heading, lang, said, back, alone, weaker, other, fall, less, change, _count(fallen) - fall - less - change, sum(_count(some[MOST:]) for some in sorts),
        path_form(casebook, key, person, typed, wrong) if kind == "report" else None, run_view(casebook),
    )  # fmt: skip


def _count(some: Iterable[Fall]) -> int:
    """How many things: those that stand on the very same are one row."""
    return sum(1 + len(fall.also) for fall in some)


def _sorted(fallen: Iterable[Fall]) -> tuple[list[Fall], list[Fall], list[Fall]]:
    """What falls, what is weaker, and what changes otherwise."""
    alone: list[Fall] = []
    weaker: list[Fall] = []
    other: list[Fall] = []
    for fall in fallen:
        was, now = fall.before, fall.after
        if now is None:
            alone.append(fall)
        elif now.least < was.least or now.credibility > was.credibility:
            weaker.append(fall)
        elif (now.least, now.most, now.credibility) != (was.least, was.most, was.credibility):
            other.append(fall)
    return alone, weaker, other


def origin_key(casebook: Casebook, key: str) -> str:
    """The key of the origin that a source belongs to, by its first mention or by another; "" where there is none."""
    if casebook.derived_one(weighing.STAGE, "origin", Origin, key) is not None:
        return key
    about = (("claim", key.partition(".")[0]),)
    return next((o.key for o in weighing.every(casebook, "origin", Origin, about) if key in o.mentions), "")


def path_form(
    casebook: Casebook, report: str, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> DecideForm:
    """The form for how reliable the path of a report is."""
    choices = {grade: words.say(GRADES, grade) for grade in GRADES}
    legend = _("How reliable is the path from its sources to us?")
    asked = deciding.Question("path", report, path("stands", kind="report", key=report), legend, choices)
    return deciding.form(casebook, asked, person, typed, wrong)


def _thing(casebook: Casebook, kind: str, key: str) -> tuple[str, str, str, str]:
    """Heading, its language, a line about it, and where to go back to."""
    if kind == "report" and (id_ := whole(key)):
        report = found(casebook.report, id_)
        return (
            title_of(report.report.title, id_),
            report.report.language or "und",
            about(report),
            path("report", id=id_),
        )
    origin = casebook.derived_one(weighing.STAGE, "origin", Origin, key) if kind == "origin" else None
    if origin is None:
        raise Http404
    if not origin.report:
        return origin_words(origin), "und", _("an outlet outside the casebook"), path("relays")
    report = found(casebook.report, origin.report)
    return (
        origin_words(origin),
        report.report.language or "und",
        about(report),
        path("report", id=origin.report),
    )


def _said(weight: Weight) -> str:
    said = ngettext(
        "%(origins)s origin, credibility %(grade)s", "%(origins)s origins, credibility %(grade)s", weight.most
    )
    return said % {"origins": between(weight.least, weight.most), "grade": weight.credibility}


def _row(casebook: Casebook, fall: Fall) -> FallRow:
    kind, _blank, key = fall.subject.partition(" ")
    act, told, lang = _named(casebook, kind, key)
    change = _changed(fall.before, fall.after) if fall.after else ""
    return FallRow(
        act, told, lang, path("weight", kind=kind, key=key), _said(fall.before), change, len(fall.also)
    )


def _changed(was: Weight, now: Weight) -> str:
    """What changes, in words: how many origins there are at least, at most, and the grade."""
    said = []
    if now.least != was.least:
        said.append(ngettext("at least %(n)s origin instead of %(was)s", "at least %(n)s origins instead of %(was)s", now.least)
                    % {"n": now.least, "was": was.least})  # fmt: skip
    if now.most != was.most:
        said.append(ngettext("at most %(n)s origin instead of %(was)s", "at most %(n)s origins instead of %(was)s", now.most)
                    % {"n": now.most, "was": was.most})  # fmt: skip
        if now.least == was.least:
            said.append(_("at least %(n)s as before") % {"n": now.least})
    if now.credibility != was.credibility:
        said.append(
            _("credibility %(n)s instead of %(was)s") % {"n": now.credibility, "was": was.credibility}
        )
    return "; ".join(said)


def _named(casebook: Casebook, kind: str, key: str) -> tuple[str, str, str]:
    """The act of a thing, the words that tell it first, and their language."""
    event = casebook.derived_one("linking", "event", Event, key) if kind == "event" else None
    stored = casebook.claim(event.claims[0] if event else int(key)) if event or kind == "claim" else None
    if stored is None:
        return f"{kind} {key}", "", "und"
    claim, report = effective(stored), casebook.report(stored.report).report
    said = " ".join(claim.span.of(report.text).split())
    act = words.say(words.ACTS, event.act if event else claim.act)
    return act, said if len(said) < 160 else f"{said[:159]}…", report.language or "und"
