"""How events and persons look in a terminal, and as JSON.

Rules:
- An event is one line: its days, place, act, who it is done to, how many claims and reports, what conflicts.
- Words are the reports' own. Keys stand in the first column, to be asked for (`testigo link KEY`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testigo.linked import Event, Link, Person, Told
from testigo.printing import plain
from testigo.wire import to_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from testigo.casebook.values import DerivedPage
    from testigo.linking.link import Linked


def link_json(
    done: Linked, events: DerivedPage[Event], persons: DerivedPage[Person], untold: DerivedPage[Link]
) -> dict[str, Any]:
    """What `testigo link --json` prints. untold: links of persons whose names cannot tell, those to be decided first."""
    return {
        "counts": dict(done.counts), "written": done.written, "dropped": done.dropped,
        "events": [to_json(e) for e in events.items], "persons": [to_json(p) for p in persons.items],
        "links_that_names_cannot_tell": [to_json(one) for one in untold.items],
    }  # fmt: skip


def links_view(done: Linked, events: DerivedPage[Event], persons: DerivedPage[Person]) -> RenderableType:
    """The counts, the newest events and the persons told of most."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = [Text(counts_line(done))]
    if events.items:
        parts += [Text(""), events_table(events)]
    if persons.items:
        parts += [Text(""), persons_table(persons)]
    return Group(*parts)


def counts_line(done: Linked) -> str:
    """What a run found, in one sentence."""
    n = done.counts
    line = (f"{n['claims']} claims tell {n['events']} happenings; {n['mentions']} mentions are of {n['persons']} persons;"
            f" {n['open']} links wait for a person")  # fmt: skip
    if n["untold"]:
        line += f", {n['untold']} of them of persons whose names cannot tell"
    if n["dropped"]:
        line += f"; {n['dropped']} keys held too many to be compared by them alone"
    return line


def events_table(events: DerivedPage[Event]) -> RenderableType:
    """Events, one a line."""
    from rich.table import Table
    from rich.text import Text

    table = Table(pad_edge=False)
    for name in ("event", "when", "act", "where", "to whom", "claims", "reports", "conflicts"):
        table.add_column(name, justify="right" if name in ("claims", "reports") else "left", overflow="fold")
    for e in events.items:
        row = (e.key, when(e), e.act, words(e.values, "place"), words(e.values, "target"), str(len(e.claims)),
               str(len(e.reports)), ", ".join(e.conflicts))  # fmt: skip
        table.add_row(*(Text(cell) for cell in row))
    if events.total > len(events.items):
        table.caption = f"{len(events.items)} of {events.total}: --most shows more"
    return table


def when(event: Event) -> str:
    """The days of an event."""
    if event.first is None and event.last is None:
        return "not told"
    if event.first == event.last:
        return str(event.first)
    return f"{event.first or '..'}/{event.last or '..'}"


def words(values: tuple[Told, ...], slot: str) -> str:
    """The first thing told of a slot, shortened for a table, or ""."""
    return next((plain(v.text, 40) for v in values if v.slot == slot), "")


def persons_table(persons: DerivedPage[Person]) -> RenderableType:
    """Persons, one a line."""
    from rich.table import Table
    from rich.text import Text

    table = Table(pad_edge=False)
    for name in ("person", "called", "age", "mentions", "reports", "events", "conflicts"):
        table.add_column(
            name, justify="right" if name in ("mentions", "reports", "events") else "left", overflow="fold"
        )
    for p in persons.items:
        row = (p.key, plain(p.name, 60), words(p.values, "age"), str(len(p.mentions)), str(len({m.report for m in p.mentions})),
               str(len(p.events)), ", ".join(p.conflicts))  # fmt: skip
        table.add_row(*(Text(cell) for cell in row))
    if persons.total > len(persons.items):
        table.caption = f"{len(persons.items)} of {persons.total}: --most shows more"
    return table


def one_view(found: Event | Person) -> RenderableType:
    """One event or person with every value and the claims that tell it."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(pad_edge=False)
    for name in ("part", "as told", "means", "claims"):
        table.add_column(name, overflow="fold")
    for v in found.values:
        claims = ", ".join(f"{c}{' (accepted)' if c in v.accepted else ''}" for c in v.claims)
        table.add_row(v.slot, Text(plain(v.text)), Text(v.value or v.id or ""), claims)
    head = (
        f"{found.key}: {found.act}, {when(found)}"
        if isinstance(found, Event)
        else f"{found.key}: {plain(found.name)}"
    )
    parts: list[RenderableType] = [Text(head, style="bold")]
    if found.conflicts:
        parts.append(Text(f"conflicts: {', '.join(found.conflicts)}", style="yellow"))
    parts += [Text(f"note: {note}", style="yellow") for note in found.notes]
    return Group(*parts, table)
