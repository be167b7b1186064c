"""Whatever stands where a name should: an answer with a sentence in both languages, never an error, the same both ways."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.linking.compared import Answer
from testigo.linking.names import compare_names
from testigo.linking.sentences import in_words

WORDS = st.sampled_from(
    ["Kim", "김", "철수", "Chol", "su", "surnamed", "Mr.", "씨", "가명", "(alias)", "-", "'", "ŏ", "O", "I", "Иван", "محمد", "Ng", "Ri", "Yong", "강모", "X", "J.", ",", "Tchang", "々", "\u0306"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=24), st.lists(WORDS, max_size=5).map(" ".join), st.lists(WORDS, max_size=4).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_get_an_answer(left: str, right: str) -> None:
    one, other = compare_names(left, right), compare_names(right, left)
    assert one.answer is other.answer
    assert math.isclose(one.strength, other.strength, abs_tol=1e-9)
    assert math.isfinite(one.strength)
    assert (one.left, one.right) == (left, right) or one.left == left.strip()
    assert in_words(one)
    assert in_words(one, "ko")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_name_is_never_different_from_itself(text: str) -> None:
    assert compare_names(text, text).answer is not Answer.DIFFERENT
