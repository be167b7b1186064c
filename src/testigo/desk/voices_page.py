"""Two sources behind one thing: are they one person or two? A person says so, and the interval of origins follows.

Rules:
- Every two sources of which none is told at second hand are asked for, up to MOST; more are said to be there.
- The judgement is kept with the first mention of each, so that it binds every later run of weighing.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from testigo.desk import deciding, weighing_words, words
from testigo.desk.amending import effective
from testigo.desk.gather import title_of
from testigo.desk.pages.weighing import DecideForm, VoicePair, VoiceSide, VoicesPage
from testigo.desk.relays_page import about, run_view
from testigo.desk.render import path
from testigo.judgement import standing
from testigo.weighed import Ground, Origin
from testigo.weighing.weigh import STAGE

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST, MOST_CLAIMS = 15, 4


def sources_of(ground: Ground) -> tuple[str, ...]:
    """The keys of the sources that a thing stands on, without what relays add."""
    return tuple(sorted({leg.origin for leg in ground.legs if ".source." in leg.origin and not leg.relayed}))


def pairs(
    casebook: Casebook, ground: Ground, origins: Mapping[str, Origin]
) -> tuple[tuple[VoicePair, ...], int]:
    """Every two sources with what was said of them, and how many more there are."""
    every = list(itertools.combinations((key for key in sources_of(ground) if key in origins), 2))
    kind, _blank, key = ground.subject.partition(" ")
    rows = tuple(
        VoicePair(path("voices", kind=kind, key=key, pair=f"{a}~{b}"), origins[a].words, origins[a].outlet, origins[b].words,
                  origins[b].outlet, _said(casebook, f"{a}~{b}"))
        for a, b in every[:MOST]
    )  # fmt: skip
    return rows, len(every) - len(rows)


def _said(casebook: Casebook, pair: str) -> str:
    now = standing(casebook.history("origin-pair", pair))
    return words.say(weighing_words.VOICES, now.verdict) if now else ""


def voices_page(
    casebook: Casebook, ground: Ground, pair: str, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> VoicesPage:  # fmt: skip
    """The page of two sources. Errors: Http404 (they are no two sources of this thing)."""
    known = sources_of(ground)
    a, _tilde, b = pair.partition("~")
    found = [casebook.derived_one(STAGE, "origin", Origin, key) for key in (a, b) if key in known]
    one, other = found if len(found) == 2 and a != b else (None, None)
    if one is None or other is None:
        raise Http404
    kind, _blank, key = ground.subject.partition(" ")
    return VoicesPage(
        (_side(casebook, one), _side(casebook, other)), path("weight", kind=kind, key=key),
        _form(casebook, path("voices", kind=kind, key=key, pair=pair), pair, person, typed, wrong), run_view(casebook),
    )  # fmt: skip


def _form(
    casebook: Casebook, action: str, pair: str, person: str, typed: Mapping[str, str] | None, wrong: str
) -> DecideForm:
    choices = {v: words.say(weighing_words.VOICES, v) for v in weighing_words.VOICES}
    asked = deciding.Question("origin-pair", pair, action, _("Are these two sources one?"), choices)
    return deciding.form(casebook, asked, person, typed, wrong)


def _side(casebook: Casebook, origin: Origin) -> VoiceSide:
    claims = [casebook.claim(id_) for id_ in origin.claims[:MOST_CLAIMS]]
    report = casebook.report(origin.report)
    text = report.report.text
    return VoiceSide(
        origin.words, report.report.language or "und", title_of(report.report.title, report.id), path("report", id=report.id),
        about(report),
        tuple((path("report", {"claim": c.id}, id=report.id), effective(c).span.of(text)) for c in claims if c.report == report.id),
        len(origin.claims) - len(claims),
    )  # fmt: skip
