"""Batches on the desk: how far each is, with links into it; and putting reports of a list into one.

Rules:
- A batch is what somebody put under a name: at `testigo add --batch`, or here, from any list of reports. What is added to a
  name joins what is there.
- Every number that is a queue leads to its reports; a queue that is empty leads nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.casebook.values import BatchProgress
from testigo.desk.pages import Link
from testigo.desk.pages.work import BatchRow
from testigo.desk.render import path
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST = 50


def rows(casebook: Casebook) -> tuple[BatchRow, ...]:
    """How far the batches are, the latest named first."""
    return tuple(_row(one) for one in casebook.batches(limit=MOST))


def _row(one: BatchProgress) -> BatchRow:
    left = one.claims - one.judged
    return BatchRow(
        name=one.name,
        href=path("reports", {"batch": one.name}),
        reports=f"{one.reports:,}",
        claims=one.claims,
        claims_said=f"{one.claims:,}",
        judged=one.judged,
        share=f"{100 * one.judged / one.claims:.0f} %" if one.claims else "",
        left=_queue(left, {"batch": one.name, "judged": "open"}),
        disputed=_queue(one.disputed, {"batch": one.name, "verdict": "conflict"}),
        twice=_("%(n)s of %(of)s") % {"n": f"{one.twice:,}", "of": f"{one.chosen:,}"},
    )


def _queue(n: int, query: Mapping[str, str]) -> Link:
    return Link(f"{n:,}", path("reports", query) if n else "")


def put(casebook: Casebook, by: str, name: str, reports: tuple[int, ...]) -> str:
    """Put reports into a batch. Gives what is wrong with the form, or nothing."""
    if not casebook.headings(reports):
        return _("No report was chosen.")
    try:
        casebook.into_batch(name, by, reports=reports)
    except BadInput:
        return _("Give the batch a name of one line.")
    return ""


def drop(casebook: Casebook, by: str, name: str) -> str:
    """Take a batch away; its reports stay. Gives what is wrong with the form, or nothing."""
    now = next((one.judgement for one in casebook.batches(limit=MOST) if one.name == name), None)
    try:
        if now is None:
            return _("This batch was taken away already.")
        casebook.record_judgements([Judgement("batch", name, "withdraw", by, casebook.now(), replaces=now)])
    except (Conflict, BadInput):
        return _("This batch was taken away already.")
    return ""
