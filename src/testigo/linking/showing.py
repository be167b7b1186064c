"""Links as people see them: the words of both sides, and the sentences of what speaks for and against.

Rules:
- A row is shown by the first occurrence, or person, that tells it; of many copies one link stands for all.
- For each row the most probable links are shown, and none below SHOWN.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from testigo.linked import Link
from testigo.linking.happenings import Found
from testigo.linking.judged import Verdicts, pair
from testigo.linking.model import Model, Says, Scored, reasons_of, sayings
from testigo.linking.whole_names import answer_of
from testigo.reason import Reason

CALLED, DONE_TO = "called by the same word: {}", "done to what is called by the same word: {}"
REASONS = (CALLED, DONE_TO)
_SHARED = {
    "called the same: {} and {}": ("roles", CALLED),
    "done to the same: {} and {}": ("acted-on", DONE_TO),
    "done to what bears the same word: {} and {}": ("acted-on", DONE_TO),
}
"""The reasons that speak of a word in common: the column with all words, and what is said where the shown ones do not share it."""
SHOWN, BEST = 0.03, 6
"""The least probability of a link that is shown; how many are shown for one row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Links to be told, in parallel lists. names: the levels of the first field of persons, by number; said: of the model; ends: what judgements know the sides by; shown: their rows'

    words as one; bits, levels, joined: of each; owners: key numbers of what the sides stand in (an array).
    """

    kind: str
    names: tuple[str, ...]
    said: tuple[Mapping[int, Says], ...]
    ends: list[tuple[str, str]]
    shown: list[tuple[str, str]]
    bits: list[float]
    levels: Any
    joined: list[bool]
    owners: Any


def shown(kind: str, found: Found, subject: Callable[[int], str], keys: Any) -> Iterator[Shown]:
    """The links that are shown, some at a time. subject: of an occurrence or person; keys: by the smallest row of a cluster."""
    links, said = found.links, sayings(found.model)
    best = _best(found)
    for start in range(0, len(best), AT_ONCE):
        some = best[start : start + AT_ONCE]
        rows = links.left[some].tolist(), links.right[some].tolist()
        clusters = found.clusters[rows[0]], found.clusters[rows[1]]
        sides = list(zip(*rows, strict=True))
        firsts = zip(*(found.first[side].tolist() for side in rows), strict=True)
        yield Shown(
            kind, _name_levels(found.model) if kind == "person" else (), said, [(subject(left), subject(right)) for left, right in firsts],
            [(found.shown[left], found.shown[right]) for left, right in sides],
            links.bits[some].tolist(), links.levels[some], (clusters[0] == clusters[1]).tolist(),
            (keys[clusters[0]], keys[clusters[1]]),
        )  # fmt: skip


def _name_levels(model: Model) -> tuple[str, ...]:
    """The levels of names by number; the last, for -1, is what is not stated."""
    levels = model.fields[model.column("name")].levels
    return tuple(level.name for level in (*levels[:0:-1], levels[0]))


AT_ONCE = 2_000
"""Links of a chunk."""


def proposed(some: Shown, judged: Verdicts) -> Iterator[tuple[Link, int]]:
    """The links of a chunk, each with its place in it."""
    words = event_words if some.kind == "event" else person_words
    told = zip(some.ends, some.shown, some.bits, some.levels.tolist(), some.joined, strict=True)
    for place, (sides, (left, right), bits, levels, joined) in enumerate(told):
        ends = pair(*sides)
        if ends[0] == ends[1]:
            continue
        mine, theirs = words(left), words(right)
        if ends != sides:
            mine, theirs = theirs, mine
        gaps = dict(zip(mine, zip(mine.values(), theirs.values(), strict=True), strict=True))
        likely = round(Scored(0, 1, bits, ()).probability, 4)
        names = answer_of(some.names[levels[0]]) if some.names else None
        why = tuple(_in_common(reason, gaps) for reason in reasons_of(some.said, levels, gaps))
        yield Link(some.kind, *ends, likely, why, judged(*ends), joined, names), place


def _in_common(reason: Reason, words: Mapping[str, tuple[str, str]]) -> Reason:
    """A reason that speaks of a word in common, with that word, where the words shown for the two do not share it."""
    column, template = _SHARED.get(reason.template, ("", ""))
    more = words.get(column, ("", ""))
    if not any(more):
        return reason
    sides = [
        set(all_words.split()) or set(re.findall(r"\w+", said.lower()))
        for all_words, said in zip(more, reason.arguments, strict=True)
    ]
    told = [str(said).lower() for said in reason.arguments]
    common = sorted(sides[0] & sides[1])
    if not common or any(word in told[0] and word in told[1] for word in common):
        return reason
    return replace(reason, template=template, arguments=(", ".join(common),))


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


@lru_cache(maxsize=4_096)
def event_words(shown: str) -> Mapping[str, str]:
    """The words of a row of occurrences by column. shown: as shown_words.py joins them."""
    place, id_, time, value, number, charge, punishment, person, things, act, roles, acted_on = shown.split(
        "\x1f"
    )
    return {"place": place, "place-id": id_, "time": time, "time-value": value, "number": number, "charge": charge, "punishment": punishment, "person": person,
            "age": person, "things": things, "act": act, "roles": roles, "acted-on": acted_on}  # fmt: skip


@lru_cache(maxsize=4_096)
def person_words(shown: str) -> Mapping[str, str]:
    """The words of a row of persons by column."""
    text, roles, towns, spelt = shown.split("\x1f")
    short = " ".join(text.split())[:MOST]
    return {"name": short, "age": short, "role": short, "place": towns[:MOST], "roles": roles, "spelt": spelt}


MOST = 80
"""Letters of words that are shown."""
