"""The brief: one page about one order to print or send, each statement with a numbered note to the words it rests on.

Rules:
- It is one A4 page, whatever the order: choosing.py has the cuts, the fullest that fits is taken, and the page says what
  was left out and where it stands. The annex, on demand, has all of it.
- That nothing is reported is no evidence stands in it always.
- Sealed words never appear (names.py), documenters are "a person" and not named, rejected claims are not in it at all.
- Same casebook, same language, same bytes: no clock and no machine's name is in it; the day is that of the run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.desk.brief import annex as long_list
from testigo.desk.brief import parts
from testigo.desk.brief.choosing import Cut, clauses_of, roomiest, telling
from testigo.desk.brief.material import Material
from testigo.desk.brief.values import Brief
from testigo.desk.brief.writing import Writer
from testigo.desk.order_found import name_of

Room = Callable[[Brief], bool]
NOTE_IN_ANNEX, NOTES_IN_ANNEX = 160, 6


def brief_of(material: Material, fits: Room, *, annex: bool = False) -> Brief:
    """The fullest brief of an order that fits on its page. fits: whether the page has room for it."""

    def made_with(to: Cut) -> tuple[Brief, Writer]:
        write = Writer(material.seen, material.names, to.quote, to.refs)
        return _page(material, write, to, annex=annex), write

    made, write = made_with(roomiest(lambda to: fits(made_with(to)[0])))
    if annex:
        write.quote, write.refs = NOTE_IN_ANNEX, NOTES_IN_ANNEX
        blocks = long_list.blocks_of(material, write)
        made = replace(made, annex=blocks, notes=tuple(write.notes), sources=tuple(write.sources))
    return material.names.through(made)


def _page(material: Material, write: Writer, to: Cut, *, annex: bool) -> Brief:
    order = material.order
    facts = parts.facts(material, write, to)
    way = tuple(parts.step(write, step, to, material.language) for step in order.steps[: to.steps])
    clauses = tuple(
        parts.clause(write, c, material.counts[c.number], to, material.language)
        for c in clauses_of(order.clauses, material.counts, to.clauses)
    )
    told = telling(material.rulings)
    events = tuple(parts.event(material, write, chosen, to) for chosen in told[: to.events])
    trend = parts.trend(material, write, to)
    rights, cautions = parts.rights(material, write, to), parts.cautions(material, write)
    left = (
        *parts.left(len(order.clauses) - len(clauses), lambda n: ngettext("%(n)s clause", "%(n)s clauses", n)),
        *parts.left(len(told) - len(events), lambda n: ngettext("%(n)s event that says something", "%(n)s events that say something", n)),
        *parts.left(sum(c[2] for c in material.counts.values()), lambda n: ngettext("%(n)s ruling that cannot tell", "%(n)s rulings that cannot tell", n)),
        *parts.left(len(order.steps) - len(way), lambda n: ngettext("%(n)s step of its way down", "%(n)s steps of its way down", n)),
        *parts.left(len(cautions) - to.cautions, lambda n: ngettext("%(n)s caution", "%(n)s cautions", n)),
    )  # fmt: skip
    return Brief(
        title=write.say(name_of(order), 110),
        about=parts.about(material, write),
        language=material.language,
        facts=facts,
        way=way,
        clauses=clauses,
        silence=parts.silence(material),
        events=events,
        asked=write.say(material.trend.asked, 120),
        change=material.trend.change,
        trend=trend,
        law=rights,
        cautions=cautions[: to.cautions],
        left_out=_left_out(left, order.key, annex=annex),
        sources=tuple(write.sources),
        notes=tuple(write.notes),
        on_page=len(write.notes),
        sources_on_page=len(write.sources),
    )


def _left_out(left: Sequence[str], number: str, *, annex: bool) -> str:
    """The sentence that says how the page was chosen, what is not on it, and where that stands."""
    chosen = _(
        "Chosen for this page: what is contrary first, then what is in line, the better supported first."
    )
    if not left:
        return chosen
    what = ", ".join(left)
    if annex:
        return f"{chosen} " + _("Not on it: %(what)s. They stand in the annex behind.") % {"what": what}
    return f"{chosen} " + _("Not on it: %(what)s. They stand in the casebook at order %(n)s, and in the brief with its annex.") % {
        "what": what, "n": number,
    }  # fmt: skip
