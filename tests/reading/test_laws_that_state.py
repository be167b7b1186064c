"""What a law states with "could" or "had the right" is a leave or a ban; what an order states so is a ground that it gives."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def clauses_of(text: str) -> list[str]:
    return [
        clause.modality for order in read_report(report_of_text(text)).directives for clause in order.clauses
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The law stated judges could close hearings to the public.", "permit"),
        ("The law stated that no one could be held without charge.", "forbid"),
        ("The constitution stated that workers had the right to strike.", "permit"),
        ("The constitution stated that workers did not have the right to strike.", "forbid"),
        ("The law stated police must inform families within a day.", "require"),
        ("The order says that enemies could attack at any time.", "finding"),
    ],
)
def test_what_a_law_states_is_laid_down(text: str, modality: str) -> None:
    assert clauses_of(text) == [modality]
