"""Finding a place, institution or group in the reference tables, for the forms that amend; and saying what a line means.

Rules:
- Looked for in every spelling of the tables, English and Korean: whole names first, then beginnings, then any part.
- A candidate says what it is and where it lies, so that two towns of one name are told apart.
- Nothing is chosen for the person: putting a candidate in is a button of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from testigo.desk.named import name_in
from testigo.desk.pages import Choice
from testigo.desk.pages.claim import LookUp
from testigo.reference import tables

MOST = 12
SLOTS = ("actor", "target", "place")
"""The slots whose values may have an id of the tables."""
KINDS = {
    "capital_city": gettext_noop("capital"), "province": gettext_noop("province"), "special_city": gettext_noop("city"), "city": gettext_noop("city"),
    "county": gettext_noop("county"), "district": gettext_noop("district"), "dong": gettext_noop("neighbourhood"), "ri": gettext_noop("village"),
    "workers_district": gettext_noop("workers' district"), "border_crossing": gettext_noop("border crossing"),
}  # fmt: skip


def look_up(asked: str, language: str) -> LookUp:
    """What the tables have for a name. asked: as typed."""
    found = candidates(asked)
    return LookUp(
        asked,
        tuple(Choice(id_, name_in(language, id_) or id_, about=about(id_, language)) for id_ in found),
        nothing=bool(asked.strip()) and not found,
    )


def candidates(asked: str) -> tuple[str, ...]:
    """The ids of the rows whose names fit, the closest first, at most MOST."""
    wanted = " ".join(asked.split()).casefold()
    if not wanted:
        return ()
    ranked = []
    for id_, names in _names():
        folded = [name.casefold() for name in names]
        rank = (
            0 if wanted in (id_.casefold(), *folded)
            else 1 if any(name.startswith(wanted) for name in folded)
            else 2 if any(wanted in name for name in folded)
            else 3
        )  # fmt: skip
        if rank < 3:
            ranked.append((rank, len(names[0]), id_))
    return tuple(id_ for _rank, _length, id_ in sorted(ranked)[:MOST])


def _names() -> Iterator[tuple[str, tuple[str, ...]]]:
    for place in tables.places().values():
        yield place.id, (place.name, *place.spellings, *place.hangul)
    for one in tables.institutions().values():
        yield one.id, (one.name, *one.aliases, *one.abbreviations, *one.hangul)
    for group in tables.groups().values():
        yield group.id, (group.name, *group.aliases, *group.hangul)


def about(id_: str, language: str) -> str:
    """What a row is and where, or when it bore that name."""
    places, institutions = tables.places(), tables.institutions()
    if id_ in places:
        place = places[id_]
        kind = _(KINDS.get(place.kind, place.kind))
        inside = name_in(language, place.within)
        return _("%(kind)s in %(place)s") % {"kind": kind, "place": inside} if inside else kind
    if id_ in institutions:
        one = institutions[id_]
        return _("institution") + f", {one.valid_from or '…'}–{one.valid_to or '…'}"
    return _("group")


def meaning(line: str, language: str) -> str:
    """What a line of a form means, in words: of `words = id`, the name of the row; empty where it has none."""
    _said, equals, id_ = line.rpartition(" = ")
    name = name_in(language, id_.strip()) if equals else ""
    return f"{name} ({about(id_.strip(), language)})" if name else ""


def meanings(value: str, language: str) -> str:
    """What the lines of a field mean, in words."""
    return "; ".join(said for line in value.splitlines() if (said := meaning(line, language)))


def put_in(fields: Mapping[str, str], slot: str, id_: str) -> dict[str, str]:
    """The fields with an id behind the last line of a slot, in place of what stood there."""
    known = id_ in tables.places() or id_ in tables.institutions() or id_ in tables.groups()
    lines = fields.get(slot, "").rstrip().splitlines()
    if slot not in SLOTS or not known or not lines:
        return dict(fields)
    lines[-1] = f"{lines[-1].rpartition(' = ')[0] or lines[-1]} = {id_}"
    return {**fields, slot: "\n".join(lines)}
