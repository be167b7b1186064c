"""What the pattern page shows: every component of the desk."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages.claim import ClaimPage
from testigo.desk.pages.door import FailedPage
from testigo.desk.pages.linked import SlotRows
from testigo.desk.pages.lists import LedgerPage, TroublesPage
from testigo.desk.pages.orders import ClausePage, StepView
from testigo.desk.pages.report import ReportPage, ReportsPage
from testigo.desk.pages.weighing import ChangeRow, DecideForm, LegRow
from testigo.desk.pages.weighing import RunView as WeighedView


@dataclass(frozen=True, slots=True)
class PatternsPage:
    """patterns.html: every component of the desk with invented data."""

    report: ReportPage
    claim: ClaimPage
    reports: ReportsPage
    nothing: ReportsPage
    ledger: LedgerPage
    troubles: TroublesPage
    failed: FailedPage
    clause: ClausePage
    steps: tuple[StepView, ...]
    way: str
    weighed: WeighedView
    changes: tuple[ChangeRow, ...]
    legs: tuple[LegRow, ...]
    decide: DecideForm
    differ: tuple[SlotRows, ...] = ()
