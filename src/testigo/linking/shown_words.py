"""The words by which an occurrence is shown where it is linked with another, as one line."""

from __future__ import annotations

from testigo.linking.within import Occurrence

MOST = 80
_SLOTS = ("place", "time", "quantity", "charge", "punishment")


def shown_words(one: Occurrence) -> str:
    """Place, time, number, charge, punishment, person, thing and act, joined; see showing.event_words."""
    found = [next((w for t in one.tellings if (w := t.words_of(slot))), "") for slot in _SLOTS]
    people = [m for t in one.tellings for m in t.people]
    person = next((m.text for m in people if m.slot == "target"), people[0].text if people else "")
    thing = next((w for t in one.tellings if (w := t.words_of("target"))), "")
    words = [*found, person, thing, one.tellings[0].act]
    return "\x1f".join(" ".join(w.replace("\x1f", " ").split())[:MOST] for w in words)
