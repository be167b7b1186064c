"""257 pairs of names in ten languages, written down before their answers were seen: how many are right, and none falsely one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from testigo.linking.compared import Answer
from testigo.linking.names import compare_names

Pair = tuple[str, str, str]
PAIRS = Path(__file__).with_name("unseen_names.txt")


def pairs(*, korean: bool) -> list[Pair]:
    """The expected answer and both names of each pair of Korean names, or of the others."""
    found, here = [], False
    for line in PAIRS.read_text("utf-8").splitlines():
        if line.startswith("["):
            here = line.startswith("[Korean")
        elif line and not line.startswith("#") and here is korean:
            wanted, one, other = line.split(" | ")
            found.append((wanted, one, other))
    return found


def answers(some: list[Pair]) -> Counter[tuple[str, str]]:
    """How often each expected answer got each answer."""
    return Counter((wanted, compare_names(one, other).answer.value) for wanted, one, other in some)


def test_every_korean_name_in_two_spellings_is_the_same() -> None:
    found = answers(pairs(korean=True))
    assert len(pairs(korean=True)) == 131
    assert {key: n for key, n in found.items() if key[0] == "same"} == {("same", "same"): 69}


def test_korean_names_of_two_people_are_different_but_for_two() -> None:
    """신혜선 and Sin Hye Son Ok, four syllables, cannot be compared; 오태성 and O Thae Sung are one by the press's Sung."""
    found = answers(pairs(korean=True))
    assert found["different", "different"] == 38
    assert (found["different", "cannot tell"], found["different", "same"]) == (1, 1)


def test_where_nobody_can_tell_the_answer_says_so_or_names_the_other_name() -> None:
    """Four times the other name is borne by fewer than one in 16,000: the answer is same, and the sentence names it."""
    open_ = [pair for pair in pairs(korean=True) if pair[0] == "cannot tell"]
    told = [compare_names(one, other) for _, one, other in open_]
    assert Counter(c.answer for c in told) == {Answer.CANNOT_TELL: 18, Answer.SAME: 4}
    assert {c.sentence for c in told if c.answer is Answer.SAME} == {"name-same-rather"}


def test_no_two_people_of_another_language_are_the_same() -> None:
    found = answers(pairs(korean=False))
    assert len(pairs(korean=False)) == 126
    assert found["different", "same"] == found["cannot tell", "same"] == 0
    assert found["different", "different"] >= 25
    assert found["cannot tell", "cannot tell"] >= 15


def test_names_of_other_languages_in_two_spellings_are_hardly_ever_different() -> None:
    """Belarusian beside Russian (three) and Benali beside Ben Ali are not known."""
    found = answers(pairs(korean=False))
    assert found["same", "same"] >= 47
    assert found["same", "different"] <= 4


def test_the_order_of_the_two_does_not_matter_in_any_language() -> None:
    for korean in (True, False):
        for _, one, other in pairs(korean=korean):
            assert compare_names(one, other).answer is compare_names(other, one).answer, (one, other)
