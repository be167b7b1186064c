"""Places: what lies in what, by the reference tables and by the words of reports, and whether an order holds there.

Rules:
- A place with an id lies in the units of the table. One without an id is known by its name alone, and lies in what reports
  say: "Brunsa, Haldrin Province", or two places of one claim, the more precise first, with nothing like "and" between.
- A bare name that only a province, state or region bears ("Haldrin") is that province.
- Names of the table count where any claim of the casebook names a place of it, and only where one place bears them.
- An order holds where its territory is named, where its way down led, and not where a report says that it does not.
- Outside is only what is known to lie in another unit of the same kind. What is not known is not known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from testigo.claim import Filler
from testigo.orders.told import Page, Stated
from testigo.reference import tables

_KINDS = (
    "Province",
    "State",
    "Region",
    "Oblast",
    "Prefecture",
    "Governorate",
    "County",
    "District",
    "Canton",
    "Department",
)
_TOP = tuple(kind.lower() for kind in _KINDS[:6])
_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|No\. ?\d+))*"
_NAMES = re.compile(_NAME)
_IN = re.compile(rf"(?P<small>{_NAME}), (?P<large>{_NAME} (?:{'|'.join(_KINDS)}))\b")
_APART = re.compile(r"\band\b|\bor\b|\bto\b|[;.]|와 |과 |및", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the|near|in|at|on|of|a|an)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:in|at|near|from|of|around|outside)(?: the)? $|[가-힣] $|^$", re.IGNORECASE)
_BORDER = re.compile(r"\bborder\b|\bfrontier\b|국경", re.IGNORECASE)
_KOREAN = re.compile(r"[가-힣]{2,}(?:도|시|군|구역)?")
NOT_NAMES = frozenset(["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the", "no", "one", "a", "in", "on", "at", "he", "she", "they", "it"])  # fmt: skip
INSIDE, OUTSIDE, UNKNOWN = "inside", "outside", "unknown"


class Places:
    """What lies in what. Keys are ids of the table or folded names."""

    def __init__(self, pages: Iterable[Page], stated: Iterable[Stated]) -> None:
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._names: set[str] = set()
        texts = {page.id: page.text for page in pages}
        for text in texts.values():
            for found in _IN.finditer(text):
                self._put(found["small"], found["large"])
        self._with_table = False
        for one in stated:
            self._with_table = self._with_table or any(f.id in tables.places() for f in one.claim.place)
            self._learn(one.claim.place, texts.get(one.report, ""))
        self._alias = self._aliases()
        self._above: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, str] = {}

    def _learn(self, fillers: Sequence[Filler], text: str) -> None:
        for filler in fillers:
            name = _name(filler.text)
            if name and filler.id is None:
                self._names.add(name)
        for small, large in pairwise(fillers):
            between = text[min(small.span.end, large.span.end) : max(small.span.start, large.span.start)]
            if small.id is None and large.id is None and not _APART.search(between) and len(between) < 60:
                self._put(small.text, large.text)

    def _put(self, small: str, large: str) -> None:
        a, b = _name(small), _name(large)
        if a and b and a != b and b not in NOT_NAMES and a not in NOT_NAMES:
            self._votes[a][b] += 1
            self._names |= {a, b}

    def _aliases(self) -> dict[str, str]:
        """Bare names of provinces: "haldrin" -> "haldrin province"."""
        bare: dict[str, set[str]] = defaultdict(set)
        for name in self._names:
            stem, _, kind = name.rpartition(" ")
            if stem and kind in _TOP:
                bare[stem].add(name)
        return {
            stem: next(iter(full))
            for stem, full in bare.items()
            if len(full) == 1 and stem not in self._votes
        }

    def key(self, text: str, id_: str | None = None) -> str:
        """The key of a place, or "" where the words name none."""
        if id_ and id_ in tables.places():
            return id_
        known = self._keys.get(text)
        if known is None:
            known = self._keys[text] = self._key(text)
        return known

    def _key(self, text: str) -> str:
        name = _name(text)
        if name in self._names or name in self._alias:
            return self._alias.get(name, name)
        if self._with_table and name:
            found = _in_table(_bare(text))
            return found[0] if len(found) == 1 else ""
        return ""

    def name(self, key: str) -> str:
        """What a place is called."""
        place = tables.places().get(key)
        return place.name if place else key.title()

    def named_in(self, text: str, *, after_preposition: bool = False) -> tuple[str, ...]:
        """Keys of the places that words name, in their order. after_preposition: only where something is in, at or from them."""
        found = []
        for match in (*_NAMES.finditer(text), *_KOREAN.finditer(text)):
            if after_preposition and not _PREPOSITION.search(text[: match.start()]):
                continue
            words = match[0].split(" ")
            pieces = (" ".join(words[n:m]) for n in range(len(words)) for m in range(len(words), n, -1))
            key = next((key for piece in pieces if (key := self.key(piece))), "")
            if key:
                found.append(key)
        return tuple(dict.fromkeys(found))

    def above(self, key: str) -> tuple[str, ...]:
        """The place itself and the units that hold it, the nearest first."""
        known = self._above.get(key)
        if known is None:
            known = self._above[key] = tuple(self._climb(key))
        return known

    def _climb(self, key: str) -> list[str]:
        place = tables.places().get(key)
        if place is not None:
            return [key, *(unit.id for unit in tables.units_above(place))]
        out = [key]
        while votes := self._votes.get(out[-1]):
            name = min(votes, key=lambda n: (-votes[n], n))
            name = self._alias.get(name, name)
            if name in out:
                break
            out.append(name)
        return out

    def areas(self, keys: Iterable[str]) -> frozenset[str]:
        """The places and everything that holds them."""
        return frozenset(unit for key in keys for unit in self.above(key))


@lru_cache(maxsize=1 << 12)
def _in_table(name: str) -> tuple[str, ...]:
    """Ids of the places of the table that bear a name."""
    return tuple(place.id for place in tables.places_called(name))


def _bare(text: str) -> str:
    found = _NAMES.search(text)
    return found[0] if found else text


def _name(text: str) -> str:
    """The folded name that words begin with or hold: "the border town of Brunsa" -> "brunsa"."""
    plain = " ".join(text.split())
    while (cut := _LEADING.sub("", plain)) != plain:
        plain = cut
    found = _NAMES.search(plain)
    if found is None:
        return plain if _KOREAN.fullmatch(plain) else ""
    name = found[0].lower().replace("’", "'").removesuffix("'s")
    return "" if name in NOT_NAMES else name


@lru_cache(maxsize=1 << 14)
def top_of(areas: frozenset[str]) -> frozenset[str]:
    """The provinces or states among places."""
    table = tables.places()
    return frozenset(a for a in areas if (a in table and table[a].level == 1) or a.rpartition(" ")[2] in _TOP)


class Ground:
    """Where an order holds.

    areas: keys of its territory; passed: places its way down led to; barred: where a report says it does not hold; border: the
    territory is told as a border area. tops: the provinces or states of its territory; named: all of these places.
    """

    def __init__(
        self, areas: frozenset[str], passed: frozenset[str], barred: frozenset[str], *, border: bool
    ) -> None:
        table = tables.places()
        self._areas, self._passed, self._barred, self._border = areas, passed, barred, border
        self._above = frozenset(u.id for a in areas if a in table for u in tables.units_above(table[a]))
        self.tops = top_of(areas | self._above)
        self.named = areas | passed | barred
        self._in_tables = _all_in_tables(areas)

    def holds(self, event: frozenset[str]) -> str:
        """Whether the order holds where an event was. event: its places with all units above."""
        if not event:
            return UNKNOWN
        if not event.isdisjoint(self._barred):
            return OUTSIDE
        if not event.isdisjoint(self._areas):
            return INSIDE if not self._border or on_border(event) is not False else UNKNOWN
        if not event.isdisjoint(self._passed):
            return INSIDE
        theirs = top_of(event)
        if self.tops and theirs and self.tops.isdisjoint(theirs):
            return OUTSIDE
        if not self.tops.isdisjoint(theirs) and self._in_tables and _all_in_tables(event):
            return UNKNOWN if self._is_above(event) else OUTSIDE
        return INSIDE if self._border and on_border(event) else UNKNOWN

    def _is_above(self, event: frozenset[str]) -> bool:
        """Whether the event's most precise place holds one of the areas: then it may have been inside or not."""
        table = tables.places()
        return max(event, key=lambda key: table[key].level) in self._above


def _all_in_tables(keys: frozenset[str]) -> bool:
    table = tables.places()
    return all(key in table for key in keys)


def on_border(event: frozenset[str]) -> bool | None:
    """Whether the most precise place of the table lies at the border with China, or None where that is not known."""
    table = tables.places()
    known = sorted((table[key] for key in event if key in table), key=lambda p: -p.level)
    told = [place.on_china_border for place in known if place.on_china_border is not None]
    return told[0] if told else None


def is_border(territory: Iterable[str]) -> bool:
    """Whether a territory is told as a border area."""
    return any(_BORDER.search(text) for text in territory)
