"""Second reading: a share of judged claims goes, unlabelled, to another person; and what that says about everybody.

Rules:
- Which claims: those that the published seed draws (casebook/draw.py).
- The second person sees the claim as the machine read it, never what the first one decided or amended. A second
  reading is a judgement of its own kind ("second"): it never replaces the first person's.
- A difference is settled by judging the claim again, with both readings side by side (differences_page.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo import settings
from testigo.claim import SLOTS
from testigo.desk import shown, words
from testigo.desk.compose import voice_of
from testigo.desk.gather import found, language, named, told, whole
from testigo.desk.judging import FIELDS
from testigo.desk.one_claim import context
from testigo.desk.pages import Choice
from testigo.desk.pages.second import SecondPage
from testigo.desk.render import path
from testigo.desk.twice import VERDICTS
from testigo.judgement import Judgement

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

PER_PAGE = 20


def second_page(
    casebook: Casebook, by: str, *, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> SecondPage:
    """The next claim for this person; typed: a form that came back, with what is wrong."""
    typed = typed or {}
    open_claims = casebook.lacking_second(by) if by else ()
    wanted = whole(typed.get("claim", ""))
    chosen = wanted if wanted in open_claims else open_claims[0] if open_claims else None
    stored = found(casebook.claim, chosen) if chosen is not None else None
    note, around, title = None, "", ""
    if stored is not None:
        here = told(found(casebook.report, stored.report))
        voice = voice_of(here, language(), named)
        item = shown.Numbered(stored.id, 0, stored.claim)
        note, around, title = shown.note(item, voice, opened=True), context(item, voice), here.title
    about = _("%(share)s of 100 judged claims are read by a second person, chosen by the seed “%(seed)s”.") % {
        "share": settings.get("second_share"), "seed": settings.get("second_seed")}  # fmt: skip
    same = (
        chosen is not None and chosen == wanted
    )  # what was marked on another claim says nothing of this one
    marked = {name for name in FIELDS if same and typed.get(f"wrong-{name}")}
    return SecondPage(
        by=by, wrong=wrong, waiting=len(open_claims), about=about, claim=stored.id if stored else 0, note=note, context=around,
        report=title, parts=tuple(Choice(name, label, name in marked) for name, label in field_labels().items()),
        typed_note=typed.get("note", "") if same else "", agreement_href=path("agreement"),
    )  # fmt: skip


def field_labels() -> dict[str, str]:
    """The parts of a claim in words."""
    return {"act": _("What was done"), "status": _("How firmly"), "sources": _("Who says so"),
            **{slot: words.say(words.SLOTS, slot) for slot in SLOTS}}  # fmt: skip


def record(casebook: Casebook, by: str, typed: Mapping[str, str]) -> str:
    """Record a second reading; gives what is wrong with the form, or nothing."""
    if not by:
        return _("Say who you are: any name that your colleagues know.")
    verdict = typed.get("verdict", "")
    claim = whole(typed.get("claim", ""))
    if claim not in casebook.lacking_second(by):
        gone = _(
            "This claim does not wait for you any more: somebody read it meanwhile. Nothing was recorded. Here is the next one."
        )
        note, noted = typed.get("note", "").strip(), _("What you had noted:")
        return f"{gone} {noted} {note}" if note else gone
    marked = [name for name in FIELDS if typed.get(f"wrong-{name}")]
    if verdict not in VERDICTS:
        return _("Choose one: right, right but for some parts, or wrong.")
    if verdict == "amend" and not marked:
        return _("Mark the parts that are wrong.")
    amended = json.dumps({"wrong": marked}) if verdict == "amend" else None
    casebook.record_judgements(
        [
            Judgement(
                "second",
                str(claim),
                verdict,
                by,
                casebook.now(),
                typed.get("note", "").strip()[:20_000],
                amended,
            )
        ]
    )
    return ""
