"""Orders whose points stand one by one in paragraphs of their own."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

POINTS = (
    "The searches follow an order that the ministry sent to border cities on Aug. 8. {}\n\n"
    "“1. Homes of former callers shall be checked once a month.\n\n"
    "“2. Whoever reports a neighbor shall receive 200,000 won.\n\n"
    "“3. Officials who warn residents shall be removed from their posts.”\n\nThe village was quiet.\n"
)


@pytest.mark.parametrize(
    "opening",
    [
        "It contains the following points:",
        "It has three points, according to a second source, who saw the text:",
        "It says:",
        "The order has three points.",
    ],
)
def test_numbered_points_are_clauses_of_the_order_named_before(opening: str) -> None:
    (order,) = read_report(report_of_text(POINTS.format(opening)), second=False).directives
    assert [clause.modality for clause in order.clauses] == ["require", "permit", "require"]
