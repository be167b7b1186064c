"""Lists told apart and descriptions kept whole: "a nurse, a clerk and a driver", "Ana Lo, a nurse and a mother"."""

from __future__ import annotations

import pytest
from tests.reading.led import SECOND, claims


@SECOND
@pytest.mark.parametrize(
    ("targets", "text"),
    [
        (["a nurse", "a clerk", "a driver"], "Police beat a nurse, a clerk and a driver."),
        (["The mayor", "a priest", "two nuns"], "The mayor, a priest and two nuns were beaten."),
        (["His two brothers, a clerk and a driver"], "His two brothers, a clerk and a driver, were beaten."),
        (["Ana Lo, a nurse and a mother"], "Ana Lo, a nurse and a mother, was beaten."),
        (
            ["a nurse", "an aid worker from Kabul", "a driver"],
            "Police beat a nurse, an aid worker from Kabul and a driver.",
        ),
        (
            ["The abbot of a temple", "a cook", "two monks"],
            "The abbot of a temple, a cook and two monks were beaten.",
        ),
        (
            ["A teacher at Minsk University", "a nurse", "a monk"],
            "A teacher at Minsk University, a nurse and a monk were beaten.",
        ),
        (
            ["The mayor", "a priest", "a cook", "two nuns"],
            "The mayor, a priest, a cook and two nuns were beaten.",
        ),
        (["A man", "a trader", "a monk"], "A man, a trader and a monk, were beaten."),
        (["Her parents, a miner and his wife"], "Her parents, a miner and his wife, were beaten."),
        (["The mayor, a priest and a poet"], "The mayor, a priest and a poet, was beaten."),
        (
            ["Ana Lo, a nurse from Minsk and a mother of two"],
            "Guards beat Ana Lo, a nurse from Minsk and a mother of two.",
        ),
        (["Ana Lo, a nurse", "a driver"], "Ana Lo, a nurse and a driver, were beaten."),
        (["Ana Lo, a nurse", "a driver"], "Guards beat Ana Lo, a nurse, and a driver."),
        (["Ana Lo, a nurse", "Ivo Sol, a driver"], "Guards beat Ana Lo, a nurse, and Ivo Sol, a driver."),
        (["a man, a trader and his wife"], "Guards beat a man, a trader and his wife."),
        (["a boy, 13", "a girl, 14"], "Guards beat a boy, 13, and a girl, 14."),
        (["his deputy, Karim Osman", "two drivers"], "Guards beat his deputy, Karim Osman, and two drivers."),
    ],
)
def test_a_list_without_names_is_told_apart(targets: list[str], text: str, *, second: bool) -> None:
    (claim,) = claims(text, "torture", second=second)
    assert [one.text for one in claim.target] == targets
