"""The lists beside the reports: hits of a search, the ledger, what failed.

Rules: those of gather.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from testigo.desk import verifying, words
from testigo.desk.compose import list_pager
from testigo.desk.gather import (
    EARLIEST,
    PER_PAGE,
    Query,
    language,
    page_number,
    size_in_words,
    whole,
)
from testigo.desk.pages import Fact
from testigo.desk.pages.lists import EntryRow, LedgerPage, TroubleRow, TroublesPage
from testigo.desk.render import path
from testigo.desk.when import iso, moment

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.desk.verifying import Checking

ACTIONS = {
    "capture": gettext_noop("preserved"), "extract": gettext_noop("text taken out"), "read": gettext_noop("read by machine"),
    "judge": gettext_noop("judged"), "person": gettext_noop("somebody new"), "trouble": gettext_noop("failed"),
}  # fmt: skip
SUBJECTS = {
    "capture": gettext_noop("original"), "report": gettext_noop("report"), "reading": gettext_noop("reading"),
    "judgement": gettext_noop("judgement"), "person": gettext_noop("person"), "trouble": gettext_noop("trouble"),
}  # fmt: skip


def ledger(casebook: Casebook, query: Query, checking: Checking | None = None) -> LedgerPage:
    """The ledger, newest first. checking: what verifying found last."""
    number = max(1, whole(query.get("page", ""), 1))
    got = casebook.entries(offset=min((number - 1) * PER_PAGE, EARLIEST), limit=PER_PAGE)
    number, of = page_number(query, got.total, PER_PAGE)
    counts = casebook.counts()
    rows = tuple(
        EntryRow(
            index=line.index,
            at=moment(line.at, language()).removesuffix(" UTC"),
            at_iso=iso(line.at),
            action=words.say(ACTIONS, line.action),
            subject=f"{words.say(SUBJECTS, line.subject_kind)} {line.subject_id}",
            href=_subject(line.subject_kind, line.subject_id),
            digest=line.digest.hex()[:16],
            person=line.actor_name,
        )
        for line in got.items
    )
    facts = (
        Fact(_("Originals"), f"{counts.originals:,}", note=size_in_words(counts.size)),
        Fact(_("Reports"), f"{counts.reports:,}"),
        Fact(_("Claims"), f"{counts.claims:,}", note=_("%(n)s judged") % {"n": f"{counts.judged:,}"}),
        Fact(_("Entries of the ledger"), f"{counts.entries:,}"),
    )
    return LedgerPage(
        size=got.total,
        checkpoint=casebook.checkpoint() if got.total else "",
        facts=facts,
        rows=rows,
        pager=list_pager(number, of, lambda n: path("ledger", {"page": n})),
        verify_action=path("verify"),
        verified=verifying.shown(checking, got.total),
        asks_texts=counts.reports > verifying.MOST_TEXTS,
    )


def _subject(kind: str, id_: int) -> str:
    return path(kind, id=id_) if kind in ("report", "claim") else ""


def troubles(casebook: Casebook, query: Query) -> TroublesPage:
    """What failed, newest first."""
    number = max(1, whole(query.get("page", ""), 1))
    got = casebook.troubles(offset=min((number - 1) * PER_PAGE, EARLIEST), limit=PER_PAGE)
    number, of = page_number(query, got.total, PER_PAGE)
    rows = tuple(
        TroubleRow(
            at=moment(t.at, language()).removesuffix(" UTC"),
            at_iso=iso(t.at),
            step=t.step,
            item=t.item,
            what=t.error,
            hint=t.hint,
            href=path("report", id=t.report) if t.report else "",
        )
        for t in got.items
    )
    return TroublesPage(rows, got.total, list_pager(number, of, lambda n: path("troubles", {"page": n})))
