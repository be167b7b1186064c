"""The tagger's quick sums give what adding up weight by weight gives."""

from __future__ import annotations

import pytest

from testigo.reading.perceptron import best, decide, features, load, near
from testigo.reading.tags import _model

SENTENCES = (
    "The order said that guards must watch the border at night .",
    "Fourteen traders were shot and killed , a source reported on Monday .",
    "POLICE RAID HOMES IN LESSING",
    "He can not record what the 2,700 people there saw",
)
MARKS = ("<", "NN", "VBD", "IN", "DT", "NNP")


def by_weight(words: list[str], lowers: list[str], at: int, one: str, two: str) -> str:
    """The tag as the training knows it: each feature's weights added up one by one."""
    model = _model()
    scores = [0] * len(model.tags)
    for feature in features(words, lowers, at, one, two):
        numbers = [int(number) for number in model.weights.get(feature, "").split()]
        for number, weight in zip(numbers[::2], numbers[1::2], strict=True):
            scores[number] += weight
    return model.tags[scores.index(max(scores))]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_word_gets_the_tag_of_the_highest_sum_of_weights(sentence: str) -> None:
    words = sentence.split()
    lowers = [word.lower() for word in words]
    about = near(_model(), lowers)
    for at in range(len(words)):
        for one in MARKS:
            for two in MARKS:
                expected = by_weight(words, lowers, at, one, two)
                assert decide(_model(), words, about, at, one, two) == expected, (words[at], one, two)


def test_of_equal_sums_the_first_tag_is_taken_and_weights_below_nought_count() -> None:
    model = load({"tags": ["A", "B", "C"], "known": {}, "weights": {"wx": "0 -5 1 -2 2 -2"}})
    assert decide(model, ["x"], near(model, ["x"]), 0, "<", "<") == "B"
    assert best(model, 0) == "A"


def test_sums_that_lie_near_each_other_are_told_apart() -> None:
    model = load({"tags": ["A", "B", "C", "D"], "known": {}, "weights": {}})
    for weights in (
        (5, 7, 7, 6),
        (-3, -1, -2, -1),
        (255, 256, 511, 512),
        (-256, -257, -255, -512),
        (0, 0, 0, 1),
    ):
        total = sum(weight << 16 * number for number, weight in enumerate(weights))
        assert best(model, total) == model.tags[weights.index(max(weights))], weights


def test_no_sum_of_weights_leaves_its_lane() -> None:
    model = _model()
    count = len(features(["a"], ["a"], 0, "<", "<"))
    largest = max(abs(int(n)) for numbers in model.weights.values() for n in numbers.split()[1::2])
    assert count * largest < model.middle % (1 << 16)
