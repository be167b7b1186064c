"""Claims that two people read differently, one after the other: both readings side by side, and the form that settles it.

Rules:
- Settling is a judgement of the claim like any other (judging.py): it has a name, is refused where somebody decided
  meanwhile, and can be undone. Neither reading is changed by it.
- What was settled is passed over; an address with a claim shows that one, settled or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.casebook.values import StoredClaim
from testigo.desk import figures, shown, twice, words
from testigo.desk.compose import voice_of
from testigo.desk.gather import claim_id, found, language, named, numbered, told
from testigo.desk.judging import NO_COMPLAINT, Complaint, Typed, in_force
from testigo.desk.one_claim import changes_of, context
from testigo.desk.pages.second import DifferencesPage, DifferentClaim, ReadingView
from testigo.desk.render import path
from testigo.desk.twice import Pair
from testigo.desk.when import iso, moment
from testigo.judgement import Judgement

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


def differences_page(
    casebook: Casebook, query: Mapping[str, str], was: Typed, why: Complaint = NO_COMPLAINT
) -> DifferencesPage:
    """The difference that an address asks for, or the first open one. was: the form as typed; why: it was not recorded."""
    differ = [pair for pair in twice.kept_pairs(casebook) if pair.differ]
    wanted = claim_id(query.get("claim", ""))
    waiting = [pair for pair in differ if not pair.settled or pair.claim.id == wanted]
    ids = [pair.claim.id for pair in waiting]
    place = ids.index(wanted) if wanted in ids else 0
    done = claim_id(query.get("done", ""))
    return DifferencesPage(
        left=twice.unsettled(casebook),
        claim=_claim(casebook, waiting[place]) if waiting else None,
        previous=_at(ids, place - 1),
        next=_at(ids, place + 1),
        looked=path("differences", {"claim": done}) if done in (pair.claim.id for pair in differ) else "",
        by=was.by,
        typed_note=was.note,
        wrong=why.wrong,
        conflict=why.conflict,
        action=path("differences"),
        agreement_href=path("agreement"),
    )


def _at(ids: Sequence[int], place: int) -> str:
    return path("differences", {"claim": ids[place]}) if 0 <= place < len(ids) else ""


def _claim(casebook: Casebook, pair: Pair) -> DifferentClaim:
    stored = found(casebook.claim, pair.claim.id)
    here = told(found(casebook.report, stored.report))
    voice = voice_of(here, language(), named)
    item = next((c for c in here.claims if c.id == stored.id), None) or numbered(stored)
    return DifferentClaim(
        id=stored.id,
        note=shown.note(item, voice, opened=True),
        report=here.title,
        context=context(item, voice),
        readings=(_reading(pair.first), _reading(pair.second)),
        settled=words.say(words.VERDICTS, pair.now.verdict) if pair.settled and pair.now else "",
        settled_by=pair.now.by if pair.settled and pair.now else "",
        seen=in_force(stored.history),
        amended=_stands_amended(stored),
        amend_href=path("claim", {"amend": "yes"}, "judge", id=stored.id),
    )


def _stands_amended(stored: StoredClaim) -> bool:
    """Whether accepting means accepting an amendment that stands."""
    return stored.judgement is not None and stored.judgement.verdict == "amend"


def _reading(judgement: Judgement) -> ReadingView:
    """What one of the two said: a second reading names the parts that are wrong, a first one says what they are instead."""
    changes = () if judgement.subject_kind == "second" else changes_of(judgement)
    return ReadingView(
        by=judgement.by or _("somebody"), at=moment(judgement.at, language()), at_iso=iso(judgement.at),
        verdict_id=judgement.verdict, said=figures.said(judgement), note=judgement.note, changes=changes,
    )  # fmt: skip
