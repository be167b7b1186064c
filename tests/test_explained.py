"""`testigo read --explain`: every value of a report with its rule, clauses of orders too."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from testigo.archive.text import report_of_text
from testigo.printing import directive_lines
from testigo.printing_explained import explained
from testigo.reading.read import read_report

ORDER = (
    "Families told to register\n\nMay 3, 2024\n\n"
    "A source in Hyesan said on Thursday that the provincial bureau ordered neighborhood heads on April 28 to list all phones"
    " by May 20. Nurses are exempt. Two men were arrested in Hyesan on Monday, he said.\n"
)


def shown(text: str) -> list[str]:
    printed = io.StringIO()
    report = report_of_text(text, published="2024-05-03")
    Console(file=printed, width=300).print(explained(report, read_report(report, second=False)))
    return [line.rstrip() for line in printed.getvalue().splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "    | order 1 (directive.command)",
        "    |   issued by: the provincial bureau (directive.issuer)",
        "    |   concerns: Nurses",
        "    | event/arrest (verb.arrest.arrest)",
    ],
)
def test_claims_and_orders_say_what_found_them(line: str) -> None:
    assert [one for one in shown(ORDER) if one.startswith(line)], shown(ORDER)


def test_a_clause_stands_behind_its_words_with_its_modality_measure_and_terms() -> None:
    lines = shown(ORDER)
    at = next(n for n, line in enumerate(lines) if line.startswith("    | order 1 require: "))
    assert any("deadline: by May 20" in line for line in lines[at : at + 4])
    exempt = next(n for n, line in enumerate(lines) if line.startswith("    | order 1 exempt: "))
    assert at < exempt
    assert any("Nurses are exempt" in line for line in lines[at:exempt])


def test_a_report_without_orders_names_none() -> None:
    assert not [line for line in shown("Two men were arrested in Hyesan.\n") if "order" in line]


def test_a_protection_is_not_printed_as_a_ban() -> None:
    text = "The constitution grants freedom of belief. The order bans fishing at night.\n"
    lines = shown(text)
    assert [line for line in lines if line.endswith("(order.protect)") and " protect: " in line]
    assert [line for line in lines if " forbid: " in line and "order.ban" in line]
    report = report_of_text(text)
    printed = [directive_lines(one) for one in read_report(report, second=False).directives]
    assert any("\n  protect " in one for one in printed)
    assert any("\n  forbid " in one for one in printed)
