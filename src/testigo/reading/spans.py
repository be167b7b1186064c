"""Looking up what stands in a span, among things that lie in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from testigo.claim import Span


def below(numbers: tuple[int, ...], limit: int) -> int:
    """How many of these numbers, each at least the one before it, are smaller than the limit. Logarithmic."""
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) // 2
        if numbers[middle] < limit:
            low = middle + 1
        else:
            high = middle
    return low


def upto(numbers: tuple[int, ...], limit: int) -> int:
    """How many of these numbers, each at least the one before it, are not greater than the limit."""
    return below(numbers, limit + 1)


class Placed(Protocol):
    """Anything that has a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


T = TypeVar("T", bound=Placed)


def starts_of(items: Iterable[Placed]) -> tuple[int, ...]:
    """Where each of these starts."""
    return tuple([item.span.start for item in items])


def lying_in(items: Sequence[T], starts: tuple[int, ...], span: Span) -> list[T]:
    """The items that lie wholly in a span, in order; they must be sorted by their starts, which are given too.

    Logarithmic in their number.
    """
    found: list[T] = []
    for at in range(below(starts, span.start), len(items)):
        item = items[at]
        if item.span.start >= span.end:
            break
        if item.span.end <= span.end:
            found.append(item)
    return found
