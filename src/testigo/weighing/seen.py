"""What weighing looks at: reports with their readable text, their day, their outlet and their claims, as plain values.

Rules:
- Claims that a person rejected are not among them; amended ones come as amended. That is done at the door.
- A day is an ordinal (datetime.date.toordinal); a report without a date has none, and is never given one.
- Outlets are compared by their folded name: letters and digits in lower case, without "the".
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from testigo import dates
from testigo.claim import Claim, Span


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """A claim with its id. key: what judgements about it are kept by; accepted: a person said that it is right."""

    id: int
    key: str
    claim: Claim
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class SeenReport:
    """A report. outlet: its publisher as written, or empty; published: EDTF or None; language: ISO 639-1 or empty.

    passages: the spans of text that are reporting, in order; title: the first of them where it is a title, else None.
    """

    id: int
    outlet: str
    published: str | None
    language: str
    text: str
    passages: tuple[Span, ...]
    claims: tuple[SeenClaim, ...] = ()
    title: Span | None = None

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last day on which it may have been published, as ordinals; None where that is not known."""
        day = (self.published or "").split("T")[0]
        if not day or not dates.is_valid(day):
            return None
        value = dates.parse(day)
        first, last = dates.first_day(value), dates.last_day(value)
        return (first.toordinal(), last.toordinal()) if first and last else None

    @property
    def readable(self) -> str:
        """The words of all passages, one below the other."""
        return "\n".join(span.of(self.text) for span in self.passages)


@functools.lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name of an outlet for comparing: letters and digits in lower case, without marks and a leading "the"."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    parts = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain))
    return " ".join(parts[1:] if parts[:1] == ["the"] and len(parts) > 1 else parts)


def spaceless(name: str) -> str:
    """A name of an outlet for comparing where writers space it each in their way: "HarborDaily" is "The Harbor Daily"."""
    return folded(name).replace(" ", "")
