"""Agreement between readers, against published figures and by its own properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from testigo.desk.agreement import agreement, alpha, share

# The reliability data of Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C:
# four observers, twelve units, some values missing; nominal alpha is 0.743.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [[v for v in unit if v != "."] for unit in zip(*(line.split() for line in OBSERVERS), strict=True)]


def test_the_published_example_gives_the_published_figure() -> None:
    assert alpha(UNITS) == pytest.approx(0.743, abs=0.0005)


def test_two_readers_example_with_binary_data() -> None:
    """Section A of the same paper: ten units, two observers, alpha 0.095."""
    one, two = "0100000000", "1110010010"
    assert alpha(list(zip(one, two, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_without_two_values_there_is_no_agreement_to_speak_of() -> None:
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None


def test_few_units_have_no_interval() -> None:
    figure = agreement([["a", "a"], ["b", "b"], ["a", "b"]])
    assert figure is not None
    assert figure.low is None


def test_the_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    figure = agreement(UNITS)
    assert figure is not None
    assert figure == agreement(UNITS)
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low <= figure.value <= figure.high


@given(st.lists(st.lists(st.sampled_from("ab"), min_size=2, max_size=3), min_size=1, max_size=20))
def test_alpha_is_at_most_one_and_one_only_without_any_disagreement(units: list[list[str]]) -> None:
    value = alpha(units)
    if value is not None:
        assert value <= 1 + 1e-9
        assert math.isclose(value, 1) == all(len(set(unit)) == 1 for unit in units)


@given(st.integers(0, 50), st.integers(1, 50))
def test_a_share_lies_in_its_interval(right: int, of: int) -> None:
    figure = share(min(right, of), of)
    assert figure is not None
    assert figure.low is not None
    assert figure.high is not None
    assert 0 <= figure.low <= figure.value + 1e-9
    assert figure.value - 1e-9 <= figure.high <= 1


def test_wilson_for_eight_of_ten() -> None:
    figure = share(8, 10)
    assert figure is not None
    assert figure.low == pytest.approx(0.490, abs=0.001)
    assert figure.high == pytest.approx(0.943, abs=0.001)


LABELS = st.sampled_from("abcd") | st.none()
READERS = st.integers(2, 5).flatmap(
    lambda n: st.lists(st.lists(LABELS, min_size=n, max_size=n), min_size=1, max_size=25)
)


@settings(deadline=None, max_examples=300)
@given(READERS)
def test_alpha_is_that_of_an_independent_library_with_values_missing_too(
    rows: list[list[str | None]],
) -> None:
    """nltk.metrics.agreement (Apache-2.0; for this test alone) takes triples of reader, unit and value."""
    triples = [(f"reader {r}", f"unit {u}", v) for u, row in enumerate(rows) for r, v in enumerate(row) if v]
    ours = alpha([[value for value in row if value] for row in rows])
    if ours is None:  # nothing to compare, or no two values differ: nltk divides by zero or calls it 1
        return
    assert ours == pytest.approx(AnnotationTask(data=triples).alpha(), abs=1e-9)


def test_the_library_gives_the_published_figure_too() -> None:
    triples = [(r, u, v) for r, line in enumerate(OBSERVERS) for u, v in enumerate(line.split()) if v != "."]
    assert AnnotationTask(data=triples).alpha() == pytest.approx(0.743, abs=0.0005)
