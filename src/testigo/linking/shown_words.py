"""The words by which an occurrence is shown where it is linked with another, as one line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from testigo.linking.within import Occurrence
from testigo.reference import tables

MOST = 80
_SLOTS = ("quantity", "charge", "punishment")


def shown_words(one: Occurrence, roles: Iterable[str] = (), things: Iterable[str] = ()) -> str:
    """Place, its id, time, its value, number, charge, punishment, person, thing, act and more, joined; see showing.event_words.

    roles, things: all words that persons and what it was done to are compared by.
    """
    found = [*_place(one), *_time(one)]
    found += [next((w for t in one.tellings if (w := t.words_of(slot))), "") for slot in _SLOTS]
    people = [m for t in one.tellings for m in t.people]
    targets = [m for m in people if m.slot == "target"] or people
    person = next((m.text for m in targets if m.traits.named), targets[0].text if targets else "")
    thing = next((w for t in one.tellings if (w := t.words_of("target"))), "")
    words = [*found, person, thing, one.tellings[0].act, _more(roles, person), _more(things, thing)]
    return "\x1f".join([_short(w) if w else w for w in words])


def _more(words: Iterable[str], said: str) -> str:
    """All words that are compared, where those shown do not hold them: of several persons or tellings one is shown."""
    low = said.lower()
    return "" if all(word in low for word in words) else " ".join(words)


@lru_cache(maxsize=20_000)
def _short(words: str) -> str:
    """On one line, not too long. Kept because reports repeat their words."""
    return " ".join(words.replace("\x1f", " ").split())[:MOST]


def _place(one: Occurrence) -> tuple[str, str]:
    """The words of the most precise place told, and its row of the tables."""
    places = [w for t in one.tellings for w in t.places]
    if not places:
        return next((w for t in one.tellings if (w := t.words_of("place"))), ""), ""
    finest = max(places, key=lambda w: w.level or 3)
    return finest.text, finest.keys[0] if finest.keys[0] in tables.places() else ""


def _time(one: Occurrence) -> tuple[str, str]:
    """The words of the first time told, one with a value before others, and the value."""
    times = [(text, value or "") for t in one.tellings for slot, text, _, value in t.told if slot == "time"]
    return next((time for time in times if time[1]), times[0] if times else ("", ""))
