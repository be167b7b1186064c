"""Persons who may bear one name, side by side: by age, place and time, with a decision for each pair. No eleventh is made."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.desk import linked_shown as shown_of
from testigo.desk import linking_words, words
from testigo.desk.linked_shown import STAGE, Shelf
from testigo.desk.pages.linked import BetweenRow, NamesakeRow, NamesakesPage, Refusal
from testigo.desk.persons_page import claims_of, known_of
from testigo.desk.render import path
from testigo.judgement import standing
from testigo.linked import Event, Link, Person

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST = 14
"""Persons in one table: 91 pairs."""


def namesakes_page(
    casebook: Casebook, query: Mapping[str, str], by: str, wrong: Refusal | None = None
) -> NamesakesPage:
    """The persons found by the key of a name."""
    name = query.get("name", "")[:80]
    found = casebook.derived(STAGE, "person", Person, about=[("name", name)], limit=MOST)
    shelf = Shelf(casebook)
    said = ngettext(
        "%(n)s person whose name may be this.", "%(n)s persons whose names may be this one.", found.total
    ) % {"n": found.total}
    if found.total > MOST:
        said += " " + _("The %(n)s told of most are shown.") % {"n": MOST}
    return NamesakesPage(
        name, said, by, wrong, tuple(_row(casebook, n, person, shelf) for n, person in enumerate(found.items, 1)),
        tuple(_between(casebook, a, b) for a, b in combinations(enumerate(found.items, 1), 2)),
        path("namesakes", {"name": name}), path("persons"),
    )  # fmt: skip


def _row(casebook: Casebook, number: int, person: Person, shelf: Shelf) -> NamesakeRow:
    events = [
        e for key in person.events[:12] if (e := casebook.derived_one(STAGE, "event", Event, key)) is not None
    ]
    ages = " / ".join(v.text for v in person.values if v.slot == "age")
    return NamesakeRow(
        number, path("person", key=person.key), person.name, shelf.lang(person.mentions[0].claim), ages, known_of(person),
        ", ".join(dict.fromkeys(p for e in events if (p := shown_of.place_of(e)))), "; ".join(dict.fromkeys(shown_of.when_of(e) for e in events[:4])),
        ", ".join(dict.fromkeys(words.say(words.ACTS, e.act) for e in events)),
        shown_of.told_by(len(claims_of(person)), len({m.report for m in person.mentions})),
    )  # fmt: skip


Numbered = tuple[int, Person]


def _between(casebook: Casebook, left: Numbered, right: Numbered) -> BetweenRow:
    """What is known of two of them: a person's verdict, or what the machine makes of it."""
    (n, one), (m, other) = left, right
    pair = f"{one.mentions[0].subject}~{other.mentions[0].subject}"
    now = standing(casebook.history("person-pair", pair))
    link = casebook.derived_one(STAGE, "link", Link, "~".join(sorted(pair.split("~"))))
    said = (
        words.say(words.VERDICTS, now.verdict)
        if now
        else linking_words.likely(link.probability)
        if link
        else _("kept apart by the machine")
    )
    return BetweenRow(n, m, f"{one.name} – {other.name}", said, path("links", {"kind": "person", "pair": pair}), pair,
                      str(now.id) if now else "", now is None)  # fmt: skip
