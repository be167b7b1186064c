"""How what was weighed looks in a terminal: relays with what they changed, weights, and what falls without a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from testigo.linked import Event
from testigo.printing import plain
from testigo.printing_linked import when, words
from testigo.weighed import CREDIBILITY, DISTORTIONS, Fall, Origin, Relay, Weight

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
    relays: Iterable[Relay], weights: Sequence[Weight], counts: tuple[int, int], titles: Mapping[int, str], most: int,
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
        parts.append(Text(f"  {weight.reasons[0]}; credibility {_grade(weight)}"))
    told_by_several = sum(weight.articles > 1 for weight in weights)
    parts += _more(len(held), most, "relays") + _more(
        told_by_several, most, "things told by several articles"
    )
    return Group(*parts)


def _grade(weight: Weight) -> str:
    """The second axis of the Admiralty scale with its word: "3 (possibly true)"."""
    word = CREDIBILITY[weight.credibility].partition(":")[0]
    return f"{weight.credibility} ({word[0].lower()}{word[1:]})"


def _more(count: int, most: int, what: str) -> list[RenderableType]:
    """That more was found than is printed, if so."""
    from rich.text import Text

    return [Text(f"{most} of {count} {what}: --most shows more", style="dim")] if count > most else []


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


def thing_of(book: Casebook, thing: str, titles: Mapping[int, str], most: int) -> tuple[str, ...]:
    """What falls, in words: a report with its title, and those that have their words from it; or whose words an origin are."""
    from testigo.weighing import weigh as door

    kind, _, key = thing.partition(":")
    if kind == "report":
        with_it = door.falls_with(book, int(key))
        said = [_titled(int(key), titles)]
        said += ["with it fall, since they have their words from it:"] if with_it else []
        said += [f"  {_titled(report, titles)}" for report in with_it[:most]]
        more = len(with_it) - most
        return (*said, *([f"  and {more} more: --most shows them"] if more > 0 else []))
    origin = book.derived_one(door.STAGE, "origin", Origin, key)
    if origin is None:
        return (thing,)
    where = f" ({_titled(origin.report, titles)})" if origin.report else ""
    return (f"“{plain(origin.words, 80)}”{where}",)


def _titled(report: int, titles: Mapping[int, str]) -> str:
    return f"report {report}, {plain(titles.get(report, ''), 60)}"


def falls_view(
    thing: Sequence[str], falls: tuple[Fall, ...], most: int, told: Callable[[str], str]
) -> RenderableType:
    """What `weigh --without` answers: what stands on it alone, and what is left of the rest.

    thing: what falls, in words; told: words of a subject.
    """
    from rich.console import Group
    from rich.text import Text

    alone = [fall for fall in falls if fall.after is None]
    weaker = [fall for fall in falls if fall.after is not None and _lost(fall)]
    all_, fallen, less = (sum(1 + len(fall.also) for fall in some) for some in (falls, alone, weaker))
    counts = (
        f"fall altogether: {fallen}, weigh less or otherwise: {less}, weigh as before: {all_ - fallen - less}"
    )
    parts: list[RenderableType] = [Text(f"without {thing[0]}", style="bold")]
    parts += [Text(line) for line in thing[1:]]
    parts.append(Text(f"of {all_} things that rest on it: {counts}", style="bold"))
    if alone:
        parts.append(Text("these fall, since nothing else tells them:"))
    parts += [Text(f"  {_named(fall.subject, told)}{_alike(fall)}") for fall in alone[:most]]
    parts += _more(len(alone), most, "that fall")
    if weaker:
        parts.append(Text("these still stand, and weigh less or otherwise:"))
    parts += [
        Text(f"  {_named(fall.subject, told)}{_alike(fall)}: {_became(fall)}") for fall in weaker[:most]
    ]
    return Group(*parts, *_more(len(weaker), most, "that weigh less or otherwise"))


def _alike(fall: Fall) -> str:
    """How many other things stand on the very same."""
    return f" (and {len(fall.also)} more that rest on the same tellings)" if fall.also else ""


def _became(fall: Fall) -> str:
    """What changed of a weight, in words; what did not is not told."""
    before, after = fall.before, fall.after or fall.before
    changes = []
    if (before.least, before.most) != (after.least, after.most):
        changes.append(f"independent origins {_count(before)}, left {_count(after)}")
    if before.credibility != after.credibility:
        changes.append(f"credibility {_grade(before)}, then {_grade(after)}")
    return "; ".join(changes)


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
