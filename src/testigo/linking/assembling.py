"""From clusters to what the casebook keeps: events and persons with every value told, who tells it, and what conflicts.

Rules:
- No value is dropped and none is chosen: each stands with its claims, the accepted first.
- A conflict is a slot in which claims that say it happened cannot all be right: days that do not meet, two ages, two
  numbers, two punishments, two names. What a claim denies is shown and is the conflict "status".
- A key is the digest of the first claim, so that it stays while more is told of the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from testigo.claim import SLOTS
from testigo.linked import Event, Mention, Person, Told
from testigo.linking.described import LOOSE
from testigo.linking.event_rows import days_together
from testigo.linking.same_person import can_be_one, names_meet
from testigo.linking.spelt import consonants, folded
from testigo.linking.telling import FOREVER, Spoken, Telling
from testigo.linking.whole_names import compare_spellings, may_be_either
from testigo.linking.within import Local, Occurrence
from testigo.reason import Reason


def order(telling: Telling | Spoken) -> tuple[int, bool, int, int]:
    """Reports in the order in which they came, claims in the order of the text, those added by people after them."""
    return telling.report, telling.id < 0, telling.start, abs(telling.id)


def key_number(text: str) -> int:
    """A number of 56 bits that stays the same for the same text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:7], "big")


def key_of(sign: str, number: int) -> str:
    """The short name for such a number. sign: e for events, p for persons."""
    return f"{sign}{number:014x}"


def event(
    occurrences: Sequence[Occurrence],
    people: Sequence[Sequence[Local]],
    persons: Sequence[str],
    chance: float,
    notes: tuple[Reason, ...] = (),
) -> Event:
    """An event from its occurrences. people: of the report of each occurrence; persons: keys of who is in it."""
    tellings = sorted((t for one in occurrences for t in one.tellings), key=order)
    said = [t for t in tellings if not t.denied] or tellings
    acts = Counter(
        t.act for t in (said if not any(t.accepted for t in said) else [t for t in said if t.accepted])
    )
    days = days_together([t.days for t in said if t.days])
    places = [w for t in said for w in t.places]
    finest = max(places, key=lambda w: w.level or 3, default=None)
    return Event(
        key_of("e", key_number(tellings[0].key)), max(acts, key=lambda a: (acts[a], -[t.act for t in said].index(a))),
        tuple(t.id for t in tellings), tuple(dict.fromkeys(t.report for t in tellings)),
        values=(*_acts(tellings), *_statuses(tellings), *_slots(tellings)),
        first=_iso(days[0] if days else None), last=_iso(days[1] if days else None),
        place=finest.keys[0] if finest else None,
        conflicts=_conflicts(said, tellings, occurrences, people), persons=tuple(persons), chance=chance, notes=notes,
    )  # fmt: skip


def _iso(day: int | None) -> str | None:
    return None if day is None or not 1 < day < FOREVER else dt.date.fromordinal(day).isoformat()


Row = tuple[str, str | None, str | None, int, bool]
"""A value as one claim tells it: text, id, value, the claim, whether it was accepted."""


def told(slot: str, rows: Sequence[Row]) -> list[Told]:
    """Values: equal ones once, those accepted first, then the most told."""
    if len(rows) == 1:
        ((text, id_, value, claim, accepted),) = rows
        return [Told(slot, text, (claim,), id_, value, (claim,) if accepted else ())]
    found: dict[tuple[str, str | None, str | None], tuple[str, dict[int, bool]]] = {}
    for text, id_, value, claim, accepted in rows:
        same = folded(text) if value is None and id_ is None else "", id_, value
        known = found.get(same)
        if known is None:
            known = found[same] = (text, {})
        known[1][claim] = accepted
    values = [
        Told(slot, text, tuple(claims), id_, value, tuple(c for c, yes in claims.items() if yes))
        for (_, id_, value), (text, claims) in found.items()
    ]
    return values if len(values) == 1 else sorted(values, key=lambda v: (-len(v.accepted), -len(v.claims)))


def _acts(tellings: Sequence[Telling]) -> list[Told]:
    return told("act", [(t.act, t.act, t.detail, t.id, t.accepted) for t in tellings])


def _statuses(tellings: Sequence[Telling]) -> list[Told]:
    return told("status", [(t.status, t.status, None, t.id, t.accepted) for t in tellings])


def _slots(tellings: Sequence[Telling]) -> Iterable[Told]:
    found: dict[str, list[Row]] = {slot: [] for slot in SLOTS}
    for t in tellings:
        for slot, text, id_, value in t.told:
            found[slot].append((text, id_, value, t.id, t.accepted))
    for slot, rows in found.items():
        if rows:
            yield from told(slot, rows)


def _conflicts(
    said: Sequence[Telling],
    tellings: Sequence[Telling],
    occurrences: Sequence[Occurrence],
    people: Sequence[Sequence[Local]],
) -> tuple[str, ...]:
    found = []
    if len({t.denied for t in tellings}) > 1:
        found.append("status")
    if days_apart([t.days for t in said if t.days]):
        found.append("time")
    if _two_towns(said):
        found.append("place")
    for slot, sets in (("quantity", [t.quantities for t in said]), ("punishment", [t.forms for t in said])):
        stated = [s for s in sets if s]
        if any(not one & other for n, one in enumerate(stated) for other in stated[n + 1 : n + 40]):
            found.append(slot)
    targets = [people[n][p] for n, one in enumerate(occurrences) for p in sorted(one.targets)]
    ages = [t.traits.age for t in targets if t.traits.age]
    if (
        len(targets) <= 400
        and any(a[0] > b[1] or b[0] > a[1] for n, a in enumerate(ages) for b in ages[n + 1 :])
        and _one_person(targets)
    ):
        found.append("age")
    return tuple(found)


def _one_person(targets: Sequence[Local]) -> bool:
    """Whether the targets can all be one person: then two ages are a conflict, and not two people."""
    return all(
        can_be_one(targets[0].traits, other.traits) or names_meet(targets[0].traits, other.traits)
        for other in targets[1:]
    )


def days_apart(days: Sequence[tuple[int, int]]) -> bool:
    """Whether two of them share no day."""
    return bool(days) and max(d[0] for d in days) > min(d[1] for d in days)


def _two_towns(said: Sequence[Telling]) -> bool:
    """Whether claims of one act name two towns, neither of which lies in the other. Scripts are compared by sound."""
    stated = []
    for t in said:
        towns = [w for w in t.places if w.level in (2, 3)]
        if towns:
            keys = {k for w in towns for k in (*w.keys, consonants(w.keys[0]))}
            stated.append((t.act, keys, {w.keys[0] for w in towns}, {consonants(w.keys[0]) for w in towns}))
    return any(
        a[0] == b[0] and not a[2] & b[1] and not b[2] & a[1] and not a[3] & b[3]
        for n, a in enumerate(stated)
        for b in stated[n + 1 : n + 40]
    )


# --- persons ------------------------------------------------------------------------------------------------------


def person(parts: Sequence[Spoken], events: Sequence[str], chance: float) -> Person:
    """A person from all mentions. events: keys of the events they are in, in the order of time."""
    parts = sorted(parts, key=lambda m: (order(m), m.slot, m.number))
    mentions = tuple(Mention(m.id, m.slot, m.number, m.report, " ".join(m.text.split())) for m in parts)
    first = parts[0]
    return Person(
        key_of("p", key_number(f"{first.key}.{first.slot}.{first.number}")), _name(parts), mentions, tuple(_attributes(parts)),
        tuple(events), _person_conflicts(parts), chance, may_be_either(tuple({n for m in parts for n in m.traits.names})),
    )  # fmt: skip


def _name(parts: Sequence[Spoken]) -> str:
    """The fullest name, told by most; else the fullest surname; else the fullest description."""
    for told_names in (
        [n for m in parts for n in m.traits.names],
        [n for m in parts for n in m.traits.surnames],
    ):
        counts = Counter(told_names)
        if counts:
            return max(sorted(counts), key=lambda n: (len(n.split()), counts[n], len(n)))
    return max((" ".join(m.text.split()) for m in parts), key=lambda t: (len(t), t))


_ATTRIBUTES = ("name", "surname", "age", "sex", "role", "group", "place")


def _attributes(parts: Sequence[Spoken]) -> Iterable[Told]:
    rows: dict[str, list[Row]] = {slot: [] for slot in _ATTRIBUTES}
    for m in parts:
        traits, by = m.traits, (m.id, m.accepted)
        rows["name"] += [(name, None, None, *by) for name in traits.names]
        rows["surname"] += [(name, None, None, *by) for name in traits.surnames]
        if traits.sex:
            rows["sex"].append((traits.sex, None, None, *by))
        if traits.age:
            low, high = traits.age
            shown = str(low) if low == high else f"{low}–{high}"
            rows["age"].append((shown, None, shown, *by))
        for kind, text, value in m.said:
            rows[kind].append((text, value, None, *by))
        if traits.words and not any(kind == "role" for kind, _, _ in m.said):
            called = [w for w in traits.words if w not in LOOSE]
            if called:
                rows["role"].append((" ".join(called), None, None, *by))
    for slot in _ATTRIBUTES:
        if rows[slot]:
            yield from told(slot, rows[slot])


MOST_NAMES = 24
"""Spellings of one person that are held against each other."""


def _person_conflicts(parts: Sequence[Spoken]) -> tuple[str, ...]:
    found = []
    ages = sorted({m.traits.age for m in parts if m.traits.age})
    if any(b[0] > a[1] + 1 for n, a in enumerate(ages) for b in ages[n + 1 :]):
        found.append("age")
    if len({m.traits.sex for m in parts if m.traits.sex}) > 1:
        found.append("sex")
    names = sorted({n for m in parts for n in m.traits.names})
    if any(not compare_spellings((a,), (b,)).possible for a, b in combinations(names[:MOST_NAMES], 2)):
        found.append("name")
    return tuple(found)
