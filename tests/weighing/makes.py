"""Small invented reports and claims for the tests of weighing."""

from __future__ import annotations

from testigo.claim import Claim, Filler, Source, Span
from testigo.weighing.seen import SeenClaim, SeenReport


def report(
    id_: int, outlet: str, day: str | None, text: str, claims: tuple[Claim, ...] = (), title: str = ""
) -> SeenReport:
    """A report of one passage, or of a title and one passage."""
    whole = f"{title}\n\n{text}" if title else text
    body = Span(len(whole) - len(text), len(whole))
    head = Span(0, len(title)) if title else None
    return SeenReport(
        id_, outlet, day, "en", whole, (head, body) if head else (body,),
        tuple(SeenClaim(id_ * 100 + n, f"key{id_ * 100 + n}", claim) for n, claim in enumerate(claims)), head,
    )  # fmt: skip


def claim(
    text: str,
    words: str,
    act: str,
    status: str = "reported",
    source: str = "",
    kind: str = "anonymous",
    **slots: str,
) -> Claim:
    """A claim at some words of a text. source: words of who says so; slots: words of each, "=" before a value."""
    start = text.index(words)
    span = Span(start, start + len(words))
    made: dict[str, tuple[Filler, ...]] = {}
    for slot, said in slots.items():
        at, _, value = said.partition("=")
        place = text.index(at, start if at in words else 0)
        made[slot] = (Filler(Span(place, place + len(at)), at, value=value or None),)
    sources: tuple[Source, ...] = ()
    if source:
        place = text.index(source)
        sources = (Source(Span(place, place + len(source)), source, kind),)
    return Claim("event", act, span, span, status, sources=sources, **made)  # type: ignore[arg-type]
