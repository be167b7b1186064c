"""Links as people see them: the words of both sides, and the sentences of what speaks for and against.

Rules:
- A row is shown by the first occurrence, or person, that tells it; of many copies one link stands for all.
- For each row the most probable links are shown, and none below SHOWN.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from testigo.linked import Link
from testigo.linking.happenings import Found
from testigo.linking.judged import Verdicts, pair
from testigo.linking.model import Scored, reasons_of
from testigo.linking.read import Read

SHOWN, BEST = 0.03, 6
"""The least probability of a link that is shown; how many are shown for one row."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A link with the rows that it joins."""

    link: Link
    rows: tuple[int, int]


def proposed(kind: str, found: Found, subjects: Any, judged: Verdicts, words: Any) -> Iterator[Proposed]:
    """The links that are shown. subjects: by row, what judgements know it by; words: by row, its words by column."""
    links, clusters = found.links, found.clusters
    for n in _best(found):
        left, right = int(links.left[n]), int(links.right[n])
        one, other = subjects(left), subjects(right)
        ends = pair(one, other)
        if ends[0] == ends[1]:
            continue
        sides = (words(left), words(right)) if ends[0] == one else (words(right), words(left))
        gaps = {name: (sides[0][name], sides[1][name]) for name in sides[0]}
        scored = Scored(left, right, float(links.bits[n]), tuple(links.levels[n].tolist()))
        joined = bool(clusters[left] == clusters[right])
        link = Link(
            kind,
            *ends,
            round(scored.probability, 4),
            reasons_of(found.model, scored, gaps),
            judged(*ends),
            joined,
        )
        yield Proposed(link, (left, right))


def _best(found: Found) -> list[int]:
    """The places of the links that are shown, the most probable first."""
    import numpy as np

    links = found.links
    least = np.log2(SHOWN / (1.0 - SHOWN))
    some = np.nonzero(links.bits >= least)[0]
    order = some[np.lexsort((links.right[some], links.left[some], -links.bits[some]))]
    counts: dict[int, int] = {}
    kept = []
    for n, left, right in zip(
        order.tolist(), links.left[order].tolist(), links.right[order].tolist(), strict=True
    ):
        if counts.get(left, 0) < BEST and counts.get(right, 0) < BEST:
            counts[left], counts[right] = counts.get(left, 0) + 1, counts.get(right, 0) + 1
            kept.append(n)
    return kept


# --- words --------------------------------------------------------------------------------------------------------


def event_words(shown: str) -> Mapping[str, str]:
    """The words of a row of occurrences by column. shown: as shown_words.py joins them."""
    place, id_, time, value, number, charge, punishment, person, things, act = shown.split("\x1f")
    return {"place": place, "place-id": id_, "time": time, "time-value": value, "number": number, "charge": charge, "punishment": punishment, "person": person,
            "age": person, "things": things, "act": act}  # fmt: skip


def person_words(shown: str) -> Mapping[str, str]:
    """The words of a row of persons by column."""
    text, roles, towns = shown.split("\x1f")
    short = " ".join(text.split())[:MOST]
    return {"name": short, "age": short, "role": roles[:MOST] or short, "place": towns[:MOST]}


MOST = 80
"""Letters of words that are shown."""


def event_subjects(read: Read, found: Found) -> Any:
    """What judgements know the rows of occurrences by: the first claim."""
    return lambda row: str(int(read.claims[found.first[row]]))


def person_subjects(read: Read, found: Found) -> Any:
    """What judgements know the rows of persons by: the first mention."""
    return lambda row: read.subjects[found.first[row]]
