"""What kind of teller a name is, and tellings whose words stand further apart."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("institution", "the writers’ NGO Casa Tarn"),
        ("institution", "The NGO Tarn Lawyers for Fair Courts"),
        ("institution", "Sarna Teachers for Free Schools"),
        ("institution", "The Economist"),
        ("institution", "Harbor Chronicles"),
        ("named", "Ana Lopes"),
        ("named", "Deputy Minister Ana Lopes"),
    ],
)
def test_kind(kind: str, who: str) -> None:
    assert chain(f"According to {who}, guards beat two men.", "beat")[0][0] == kind


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "two nurses")], "Guards have beaten nine men since May, two nurses told the Post in letters that came last week.", "beaten"),
        ([("anonymous", "a monk now living in Orun")], "Guards have beaten nine men since May, a monk now living in Orun told the Post.", "beaten"),
        ([("anonymous", "a baker staying in Orun")], "Guards have beaten nine men since May, a baker staying in Orun said.", "beaten"),
        ([("institution", "the Harbor League")], "Between May and June, the Harbor League documented at least 18 beatings of dockers in Sarna, Orun.", "beatings"),
        ([("institution", "The Harbor League")], "The Harbor League reported nine cases involving men sleeping at home or abducted from their boats.", "abducted"),
        ([("institution", "The Harbor League")], "The Harbor League reported cases of guards insulting, beating, and robbing dockers.", "robbing"),
        ([("document", "the decision")], "Under the decision, dockers must leave the port by May.", "leave"),
        ([("document", "An order")], "An order went out. Under it, dockers must leave the port by May.", "leave"),
        ([], "A poet, a critic charged with treason, was beaten in May.", "beaten"),
        ([], "Guards came and insisted on searching the hall.", "searching"),
        ([], "Ana Lopes defended nine dockers who went on strike.", "strike"),
        ([("named", "Ana Lopes")], "Ana Lopes insisted that guards had beaten nine dockers.", "beaten"),
    ],
)  # fmt: skip
def test_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected
