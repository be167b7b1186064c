"""Claims of a text behind a first sentence of a report, for tests that need a report under way."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

SECOND = pytest.mark.parametrize("second", [False, True])


def claims(text: str, act: str, *, second: bool = True) -> list[Claim]:
    """The claims of an act in the text behind the first sentence."""
    found = read_report(report_of_text(LEAD + text, published="2021-11-30"), second=second).claims
    return [claim for claim in found if claim.act == act and claim.span.start >= len(LEAD)]
