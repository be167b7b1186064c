"""Names of the places table: every spelling as an index, and which of several places of one name is meant.

Rules:
- The unit named beside a name settles it ("Unsan, North Pyongan"), else the units that the report names elsewhere.
- Of a unit and the facilities inside it that bear its name, the unit is meant.
- Short and bare names of neighbourhoods and villages count only with their unit's ending or with the unit around them.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.data import files
from testigo.made import kept
from testigo.reading.gazetteer import Gazetteer, Hit, Index, indexed
from testigo.reading.tokens import Sentence, Token
from testigo.reference import tables
from testigo.reference.tables import Place

_UNIT_WORDS = {
    "province": ("Province",),
    "special_city": ("City",),
    "capital_city": ("City",),
    "city": ("City", "si"),
    "county": ("County", "gun"),
    "district": ("District", "guyok", "kuyok"),
    "dong": ("dong", "neighborhood", "neighbourhood"),
    "ri": ("ri", "ni", "village"),
    "workers_district": ("Workers' District", "workers' district", "gu", "district"),
}


_SHORT = frozenset({"oil", "chung", "usi", "suan", "sinam", "un", "taean", "ori", "unsan", "paek"})


_ENDINGS = (
    "-dong",
    "-tong",
    "-ri",
    "-ni",
    "-li",
    "-nodongjagu",
    "-rodongjagu",
    "-lodongjagu",
    "-gu",
    "-guyok",
)


AMBIGUOUS = "several places have this name"


@lru_cache(maxsize=1)
def index() -> Gazetteer:
    """Every spelling of every place; "~" before the id where the name alone is not enough."""
    return Gazetteer(*_names())


@kept("places")
def _names() -> Index:
    pairs: list[tuple[str, str]] = []
    for place in tables.places().values():
        pairs.extend(_spellings(place))
    text = files("testigo.reading.en").joinpath("countries.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pairs.extend((name, "") for name in line.split(";"))
    return indexed(pairs)


def _spellings(place: Place) -> list[tuple[str, str]]:
    local = place.kind in ("dong", "ri", "workers_district")
    pairs: list[tuple[str, str]] = []
    for spelling in (place.name, *place.spellings):
        name = spelling.split(" (")[0]
        ends = name.lower().endswith(_ENDINGS) or " " in name
        bare = _bare(name)
        weak = (local and not ends) or bare.lower() in _SHORT or len(bare) < 4
        pairs.append(
            (name, f"~{place.id}" if weak and not (ends and bare.lower() not in _SHORT) else place.id)
        )
        if bare != name and bare and local:
            pairs.append((bare, f"~{place.id}"))
        pairs.extend((f"{bare} {word}", place.id) for word in _UNIT_WORDS.get(place.kind, ()))
        if "reeducation" in name:
            pairs.append((name.replace("reeducation", "re-education"), place.id))
    return pairs


def _bare(name: str) -> str:
    lower = name.lower()
    for ending in _ENDINGS:
        if lower.endswith(ending):
            return name[: -len(ending)]
    for word in (
        " Province",
        " City",
        " County",
        " District",
        " Workers' District",
        "-si",
        "-gun",
        "-guyŏk",
        "-guyeok",
    ):
        if name.endswith(word):
            return name[: -len(word)]
    return name


def is_person(sentence: Sentence, hit: Hit) -> bool:
    """A name with a title before it ("Mr. Chong") is a person's."""
    before = sentence.tokens[hit.first - 1].lower if hit.first else ""
    return before in ("mr.", "mrs.", "ms.", "dr.", "surnamed", "comrade")


def is_surname(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a name that ends like a place is a person's, by its title or initial: "Dr. Park", "K. J. Hill"."""
    opens = tokens[first].lower
    titled = (opens.endswith(".") and opens not in ("st.", "mt.")) or opens in _TITLES
    return titled and tokens[last - 1].lower in _SURNAMES


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_SURNAMES = frozenset({"park", "hill", "hills", "lane", "ward", "bay", "wells", "lake", "gates"})


def settled(
    sentence: Sentence, hits: list[Hit], number: int, around: set[str]
) -> tuple[str | None, str | None, str]:
    """The one place meant, why it stays open, and the rule that settled it."""
    entries = hits[number].entries
    ids = [entry.lstrip("~") for entry in entries]
    beside = _beside(sentence, hits, number)
    inside = [name for name in ids if _holds(beside, name)]
    if inside:
        return _highest(inside) or _lowest(inside), None, "place.unit-beside"
    strong = [entry for entry in entries if entry[0] != "~"]
    if len(strong) == 1:
        return strong[0], None, "place.name"
    known = [name for name in (strong or ids) if _holds(around, name)]
    if len(known) == 1:
        return known[0], None, "place.unit-elsewhere"
    if strong:
        return _one_unit(strong)
    return None, None, ""


def _one_unit(ids: list[str]) -> tuple[str | None, str | None, str]:
    """Of a unit and the places inside it that bear its name, the unit."""
    if top := _highest(ids):
        return top, None, "place.name"
    table = tables.places()
    administrative = [name for name in ids if table[name].kind not in ("facility", "border_crossing")]
    if len(administrative) == 1:
        return administrative[0], None, "place.name"
    return None, AMBIGUOUS, "place.ambiguous"


def _highest(ids: list[str]) -> str:
    """The one that all the others lie in ("Hyesan, Ryanggang Province" is the city, no ward of its name), or nothing."""
    table = tables.places()
    top = [name for name in ids if all(name == other or _is_within(table[other], name) for other in ids)]
    return top[0] if len(top) == 1 else ""


def _lowest(ids: list[str]) -> str:
    table = tables.places()
    return max(ids, key=lambda name: table[name].level)


def _is_within(place: Place, unit: str) -> bool:
    return any(above.id == unit for above in tables.units_above(place))


def _holds(units: set[str], name: str) -> bool:
    """Whether one of the units holds the place."""
    return any(unit.id in units for unit in tables.units_above(tables.places()[name]))


def _beside(sentence: Sentence, hits: list[Hit], number: int) -> set[str]:
    """The units named right after the hit ("X, Y", "X in Y") or right before it ("Y's X", "Y X")."""
    ids: set[str] = set()
    at = hits[number]
    if number + 1 < len(hits):
        after = hits[number + 1]
        between = [token.lower for token in sentence.tokens[at.last : after.first]]
        if len(between) <= 4 and (between[:1] == [","] or set(between) & {"in", "of"} or not between):
            ids.update(entry.lstrip("~") for entry in after.entries if entry)
    if number:
        before = hits[number - 1]
        between = [token.lower for token in sentence.tokens[before.last : at.first]]
        if len(between) <= 1 and set(between) <= {"'s", "’s", ","}:
            ids.update(entry.lstrip("~") for entry in before.entries if entry)
    return ids
