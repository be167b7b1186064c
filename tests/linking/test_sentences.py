"""Every sentence stands in both languages and takes the same arguments."""

from __future__ import annotations

import re

import pytest

from testigo.linking.compared import Answer, unknown
from testigo.linking.sentences import ENGLISH, KOREAN, in_words


def test_both_languages_have_every_sentence() -> None:
    assert list(ENGLISH) == list(KOREAN)


@pytest.mark.parametrize("sentence", ENGLISH)
def test_both_languages_use_the_same_arguments(sentence: str) -> None:
    gaps = [set(re.findall(r"\{(\d)\}", table[sentence])) for table in (ENGLISH, KOREAN)]
    assert gaps[0] == gaps[1] == {str(n) for n in range(len(gaps[0]))}


@pytest.mark.parametrize("field", ["name", "place", "time"])
def test_a_field_that_is_not_stated_says_nothing_either_way(field: str) -> None:
    compared = unknown(field, None, "")
    assert (compared.answer, compared.strength, compared.possible) == (Answer.UNKNOWN, 0.0, True)
    assert in_words(compared)
    assert in_words(compared, "ko")
