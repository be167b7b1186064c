"""How orders look in a terminal: a line each, or one with its way down, its clauses and what events say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from testigo.confronted import CANNOT_TELL, VERDICTS, Order, OrderClause, Practice, Tally
from testigo.printing import plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

STYLE = {"in line": "green", "contrary": "red", "cannot tell": ""}
SILENCE = "That nothing is reported is no evidence that an order is obeyed."


def orders_table(orders: Sequence[Order], tallies: Iterable[Tally]) -> Table:
    """The orders, the latest first, with how many events are in line, contrary, or cannot tell."""
    from rich.table import Table

    counts: dict[str, Counter[str]] = {}
    for tally in tallies:
        count = counts.setdefault(tally.order, Counter())
        count.update(dict(zip(VERDICTS, (tally.in_line, tally.contrary, tally.cannot_tell), strict=True)))
    table = Table("order", "name", "issued by", "issued", "reports", *VERDICTS)
    for order in orders:
        count = counts.get(order.key, Counter())
        reports = str(len({t.report for t in order.tellings}))
        table.add_row(order.key, plain(order.name, 60), plain(order.issuer, 40), order.issued or "", reports,
                      *(str(count[v]) for v in VERDICTS))  # fmt: skip
    return table


def order_view(order: Order, practices: Sequence[Practice]) -> RenderableType:
    """One order whole."""
    from rich.console import Group
    from rich.text import Text

    head = [
        Text(f"Order {order.key}. {plain(order.name)}", style="bold"),
        Text(f"issued by: {plain(order.issuer) or 'not told'}   issued: {order.issued or 'not told'}"),
        Text(
            f"to: {plain(', '.join(order.addressee)) or 'not told'}   holds in: {plain(', '.join(order.territory)) or 'not told'}"
        ),
        *(Text(f"! {reason}", style="yellow") for reason in (*order.cautions, *order.differences)),
        *(
            Text(f"{r.kind} order {r.order}, clause {', '.join(map(str, r.clauses)) or 'not told'}")
            for r in order.relations
        ),
    ]
    way = [Text("\nHow it was passed down", style="bold")]
    way += [
        Text(
            f"  {s.when or 'day not told'}: {plain(s.giver) or '…'} → {plain(s.receiver) or '…'} ({s.how}{', ' + plain(s.where) if s.where else ''})"
        )
        for s in order.steps
    ]
    clauses = [part for clause in order.clauses for part in _clause(clause, practices)]
    return Group(*head, *way, *clauses, Text(f"\n{SILENCE}", style="yellow"))


def _clause(clause: OrderClause, practices: Sequence[Practice]) -> list[Any]:
    from rich.text import Text

    about = [", ".join(plain(g.text, 60) for g in clause.groups), clause.measure or ""]
    about += [f"levels {clause.levels[0]} to {clause.levels[1]}"] if clause.levels else []
    about += [f"until {clause.deadline.removeprefix('../')}"] if clause.deadline else []
    out = [Text(f"\n{clause.number}. {clause.does}: {plain(clause.words.text)}", style="bold")]
    out.append(Text("   " + "; ".join(part for part in about if part)))
    out += [
        Text(f"   suspended {h.first or '..'} to {h.last or '..'} by order {h.by}", style="yellow")
        for h in clause.holds
    ]
    mine = [p for p in practices if p.clause == clause.number]
    for practice in mine:
        if practice.verdict == CANNOT_TELL and not practice.judged:
            continue
        by = (
            f" ({'confirmed' if practice.judged == 'accept' else 'decided'} by {plain(practice.judged_by)})"
            if practice.judged
            else ""
        )
        line = f"   {practice.verdict}{by}: {practice.act}, {practice.first or '?'}, {plain(practice.words[0].text, 90)}"
        out.append(Text(line, style=STYLE[practice.verdict]))
        out += [Text(f"      - {plain(str(reason))}") for reason in practice.reasons]
        out += [Text(f"      ? {plain(str(reason))}") for reason in practice.open]
    unsure = sum(1 for p in mine if p.verdict == CANNOT_TELL and not p.judged)
    return [*out, Text(f"   cannot tell: {unsure}")] if unsure else out
