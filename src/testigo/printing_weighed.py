"""How what was weighed looks in a terminal: relays with what they changed, weights, and what falls without a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from testigo.linked import Event
from testigo.printing import plain
from testigo.printing_linked import when, words
from testigo.weighed import DISTORTIONS, Fall, Relay, Weight

if TYPE_CHECKING:
    from rich.console import RenderableType

    from testigo.casebook.casebook import Casebook


def words_of(book: Casebook, subject: str) -> str:
    """What a weight is about, in words: the act, days and place of an event, or the words of a claim."""
    kind, _, key = subject.partition(" ")
    if kind == "event":
        event = book.derived_one("linking", "event", Event, key)
        return _of_event(event) if event else ""
    stored = book.claim(int(key))
    return f"“{plain(stored.claim.span.of(book.report(stored.report).report.text), 80)}”"


def _of_event(event: Event) -> str:
    days = when(event) if event.first or event.last else ""
    parts = (event.act.replace("_", " "), days, words(event.values, "place"), words(event.values, "target"))
    return ", ".join(plain(part, 60) for part in parts if part)


def weighed_view(
    relays: Iterable[Relay], weights: Iterable[Weight], counts: tuple[int, int], titles: Mapping[int, str], most: int,
    told: Callable[[str], str],
) -> RenderableType:  # fmt: skip
    """What `weigh` found: the relays with what they changed, and what is told by several articles. counts: reports, origins; told: words of a subject."""
    from rich.console import Group
    from rich.text import Text

    found = sorted(
        relays, key=lambda r: (-len([c for c in r.changes if c.kind in DISTORTIONS]), -r.bits, r.key)
    )
    held = [r for r in found if r.holds]
    outside = sum(r.original is None for r in held)
    line = f"reports: {counts[0]}, with words from another: {len(held) - outside}, from outside: {outside}; origins: {counts[1]}"
    parts: list[RenderableType] = [Text(line, style="bold")]
    for relay in held[:most]:
        parts += relay_lines(relay, titles)
    for weight in [w for w in weights if w.articles > 1][:most]:
        parts.append(Text(_named(weight.subject, told), style="bold"))
        parts.append(Text(f"  {weight.reasons[0]}; credibility {weight.credibility}"))
    return Group(*parts)


def relay_lines(relay: Relay, titles: Mapping[int, str]) -> list[RenderableType]:
    """A relay: what has its words from what, why, and what it changed."""
    from rich.text import Text

    where = (
        relay.outside
        if relay.original is None
        else f"report {relay.original}, {plain(titles.get(relay.original, ''), 60)}"
    )
    lines: list[RenderableType] = [
        Text(f"report {relay.relay}, {plain(titles.get(relay.relay, ''), 60)}", style="bold"),
        Text(f"  {' and '.join(relay.how)}: {where}"),
    ]
    lines += [Text(f"  {plain(str(reason), 150)}", style="dim") for reason in relay.reasons]
    lines += [
        Text(f"  {change.kind}: “{plain(change.was, 90)}” → “{plain(change.now, 90)}”", style="yellow")
        for change in relay.changes
        if change.kind in DISTORTIONS
    ]
    return lines


def _named(subject: str, told: Callable[[str], str]) -> str:
    said = told(subject)
    return f"{subject}: {said}" if said else subject


def falls_view(thing: str, falls: tuple[Fall, ...], most: int, told: Callable[[str], str]) -> RenderableType:
    """What `weigh --without` answers: what stands on it alone, and what is left of the rest. told: words of a subject."""
    from rich.console import Group
    from rich.text import Text

    alone = [fall for fall in falls if fall.after is None]
    weaker = [fall for fall in falls if fall.after is not None and _lost(fall)]
    parts: list[RenderableType] = [
        Text(
            f"without {plain(thing)}: fall: {len(alone)}, weaker: {len(weaker)}, stand as before: {len(falls) - len(alone) - len(weaker)}",
            style="bold",
        )
    ]
    if alone:
        parts.append(Text("fall, since nothing else tells it but what has it from there:"))
    parts += [Text(f"  {_named(fall.subject, told)}") for fall in alone[:most]]
    if weaker:
        parts.append(Text("weaker:"))
    for fall in weaker[:most]:
        after = fall.after or fall.before
        parts.append(
            Text(
                f"  {_named(fall.subject, told)}: origins {_count(fall.before)} become {_count(after)};"
                f" credibility {fall.before.credibility} becomes {after.credibility}"
            )
        )
    return Group(*parts)


def _lost(fall: Fall) -> bool:
    """Whether what is left weighs less, or otherwise, than before."""
    before, after = fall.before, fall.after
    return after is None or (before.least, before.most, before.credibility) != (
        after.least,
        after.most,
        after.credibility,
    )


def _count(weight: Weight) -> str:
    return f"{weight.least}" if weight.least == weight.most else f"{weight.least} to {weight.most}"
