"""A range in the text of a report: what every value points at its words with.

It stands in a module of its own because reading makes tens of thousands for a report: it is compiled with the reader.
"""

from __future__ import annotations

from testigo.value import value


@value
class Span:
    """A half-open range of code points, start <= end, in the text of one report."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        self.start = start  # type: ignore[misc]  # frozen to everybody but the one who makes it
        self.end = end  # type: ignore[misc]

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """As its length says; machine code would not ask that."""
        return self.start < self.end

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        """How it is copied and sent to another process, in both forms."""
        return Span, (self.start, self.end)

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
