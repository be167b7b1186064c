"""The door of reading: a report in, everything that it says out.

The steps, in order: sentences of tagged words; quotations and speakers; times, places and other facts; clauses and the
acts in them; status along the chain; slots; directives and their clauses.

Rules:
- Deterministic: the same report gives the same reading, whatever was read before.
- A language that is not known is said (`Reading.language` None and a note), never guessed at.
"""

from __future__ import annotations

from testigo import __version__
from testigo.claim import Reading
from testigo.reading.claims import Material, find_claims
from testigo.reading.facts import Facts
from testigo.reading.language import language_of, note_for
from testigo.reading.speakers import speakers
from testigo.reading.times import read_times
from testigo.reading.tokens import document
from testigo.report import Report
from testigo.vocabulary import VERSION

READER = "rules-en"


def read_report(report: Report) -> Reading:
    """The reading of a report by the rules for its language."""
    language = language_of(report)
    if language != "en":
        return Reading(READER, __version__, VERSION, language, notes=(note_for(language),))
    doc = document(report)
    spoken = speakers(doc)
    when = read_times(doc)
    claims = find_claims(Material(doc, spoken, Facts(report.text, when)))
    return Reading(
        READER, __version__, VERSION, language, claims,
        attributions=spoken.attributions, times=when.mentions,
    )  # fmt: skip
