"""The notes of a brief: each statement has a number, each number says in which report its words stand, and where.

Rules:
- A note gives the report's letter, the place of the words in its text, and the words. The reports stand once, by letter,
  with outlet, day and title: a reader who has the report finds the words.
- Nothing gets in but through `Names.shown`, before it is cut, so that no cut name slips by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from testigo.confronted import Words
from testigo.desk.brief.names import Names
from testigo.desk.brief.values import Note
from testigo.desk.order_shown import Seen

MORE = " …"


def cut(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words, with a sign that more follows."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = text[:most].rsplit(" ", 1)[0]
    return (kept if len(kept) > most // 2 else text[:most]).rstrip(",;: ") + MORE


def sentences(found: Sequence[str], most: int) -> str:
    """Whole sentences, as many as there is room for; the first is cut where even that is too long."""
    out = ""
    for one in found:
        longer = f"{out} {one}".strip()
        if len(longer) > most:
            return f"{out}{MORE}" if out else cut(one, most)
        out = longer
    return out


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out


@dataclass
class Writer:
    """Counts notes and reports. quote: how many letters of the words a note gives; refs: how many notes a statement gets."""

    seen: Seen
    names: Names
    quote: int = 110
    refs: int = 3
    notes: list[Note] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    _known: dict[tuple[int, int, int], int] = field(default_factory=dict)
    _texts: dict[str, int] = field(default_factory=dict)
    _letters: dict[int, str] = field(default_factory=dict)

    def say(self, text: str, most: int = 10_000) -> str:
        """A text as it may leave, cut."""
        return cut(self.names.shown(text), most)

    def why(self, found: Sequence[str], most: int) -> str:
        """Sentences as they may leave, whole ones."""
        return sentences([self.names.shown(" ".join(one.split())) for one in found], most)

    def rests(self, found: Sequence[Words]) -> tuple[int, ...]:
        """The numbers of the notes for some words."""
        return tuple(dict.fromkeys(self.note(w) for w in found[: self.refs]))

    def note(self, found: Words) -> int:
        """The number of the note for words."""
        key = (found.report, found.span.start, found.span.end)
        if key not in self._known:
            at = f"{found.span.start}–{found.span.end}"
            self.notes.append(Note(f"{at} “{self.say(found.text, self.quote)}”", self._letter(found.report)))
            self._known[key] = len(self.notes)
        return self._known[key]

    def fact(self, text: str) -> int:
        """The number of the note for something that no report tells: a row of the tables of law, a count."""
        if text not in self._texts:
            self.notes.append(Note(self.say(text)))
            self._texts[text] = len(self.notes)
        return self._texts[text]

    def _letter(self, report: int) -> str:
        if report not in self._letters:
            self._letters[report] = letter(len(self.sources))
            line = self.seen.reports.get(report)
            title = self.say(line.title if line else "", 70)
            parts = (
                self.seen.about(report),
                f"“{title}”" if title else "",
                _("report %(id)s") % {"id": report},
            )
            self.sources.append(
                f"{self._letters[report]} " + ", ".join(self.say(part) for part in parts if part)
            )
        return self._letters[report]
