"""Plain values are copied with changes as dataclasses are."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from testigo.claim import Claim, Filler, Span
from testigo.value import replace, value


@value
class One:
    """A value of one part."""

    part: str


VALUES = (
    One("a"),
    Filler(Span(1, 4), "men", id="x", rule="r"),
    Claim("event", "arrest", Span(0, 9), Span(3, 5), "reported", actor=(Filler(Span(0, 1), "I"),)),
)


@pytest.mark.parametrize("item", VALUES, ids=lambda item: type(item).__name__)
def test_a_copy_is_equal_and_another(item: One | Filler | Claim) -> None:
    same = replace(item)
    assert same == item == dataclasses.replace(item)
    assert same is not item


def test_only_the_named_fields_change() -> None:
    for item in VALUES:
        for field in dataclasses.fields(item):
            changes: Any = {field.name: None}
            changed = replace(item, **changes)
            assert changed == dataclasses.replace(item, **changes)
            assert getattr(changed, field.name) is None


def test_a_name_that_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError):
        replace(VALUES[0], other="b")  # type: ignore[call-arg]


def test_a_span_is_copied_sent_and_asked_for_its_truth() -> None:
    span = Span(2, 5)
    for other in (copy.copy(span), copy.deepcopy(span), pickle.loads(pickle.dumps(span))):
        assert other == span
        assert hash(other) == hash(span)
    assert span
    assert not Span(3, 3)
    assert Span(1, 9) < span < Span(2, 6)
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)
