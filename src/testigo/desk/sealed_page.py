"""Words that stand in no brief: names, and the words by which a source is described; sealed and opened again by people.

Rules:
- Sealing is a judgement with a name, and so is opening again: both stay in the history of the casebook.
- What is sealed holds for every brief of every order, with full names too. The casebook itself keeps the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.casebook.subjects import LONGEST_SEALED
from testigo.desk import judging
from testigo.desk.gather import language
from testigo.desk.pages.sealed import SealedPage, SealedRow
from testigo.desk.render import path
from testigo.desk.when import moment
from testigo.errors import Conflict
from testigo.judgement import Judgement, standing

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


def sealed_page(
    casebook: Casebook, person: str, post: Mapping[str, str] | None = None, wrong: str = ""
) -> SealedPage:
    """The page. post: what was sent, where a form comes back."""
    found = [now for history in casebook.decisions("sealed").values() if (now := standing(history))]
    rows = tuple(
        SealedRow(j.subject_id, str(j.id), f"{j.by} · {moment(j.at, language())}")
        for j in sorted(found, key=lambda j: j.subject_id.casefold())
    )
    was = judging.typed(post or {})
    typed = judging.Typed(was.verdict, was.by or person, was.note, was.seen, {})
    words = (post or {}).get("words", "")
    return SealedPage(rows, path("sealed"), words, judging.name_field(typed), wrong, path("orders"))


def decide(casebook: Casebook, post: Mapping[str, str]) -> str:
    """Seal words or open them again; gives why it was not done, or nothing."""
    words, was = " ".join(post.get("words", "").split()), judging.typed(post)
    if was.verdict not in ("seal", "withdraw"):
        return _("This is not one of the choices.")
    if not 2 <= len(words) <= LONGEST_SEALED or not words.isprintable():
        return _("Give the words to seal: a name, or what a source is called, up to %(n)s letters.") % {
            "n": LONGEST_SEALED
        }
    complaint = judging.complaint_of(was)
    if complaint:
        return complaint
    with judging.one_at_a_time:
        now = standing(casebook.history("sealed", words))
        if was.verdict == "seal" and now is not None:
            return _("These words are sealed already.")
        if was.verdict == "withdraw" and (now is None or str(now.id) != was.seen):
            return _("Somebody decided meanwhile. Look at what stands now, and choose again.")
        made = Judgement(
            "sealed", words, was.verdict, was.by, casebook.now(), was.note, None, now.id if now else None
        )
        try:
            casebook.record_judgements((made,))
        except Conflict:
            return _("Somebody decided meanwhile. Look at what stands now, and choose again.")
    return ""
