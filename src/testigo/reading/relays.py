"""The outlet that a source told something, where that outlet is itself a source: "the source told Taedong Post".

Rules:
- An outlet counts that the report has begun with, or that its words say is one ("the website Taedong Post").
- "The Journal's source" is a source that speaks through the Journal.
"""

from __future__ import annotations

from testigo.claim import Source, Span
from testigo.reading.cast import Actor, Cast
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.spoken import Link
from testigo.reading.tokens import Document
from testigo.reading.view import View
from testigo.value import replace


def addressed(view: View, told: Told) -> list[str]:
    """The proper name after "told", where the cue stands after what is told."""
    after = [t for t in view.tokens if t.start >= told.cue.end][:4]
    name: list[str] = []
    for token in after:
        if token.tag not in ("NNP", "NNPS"):
            break
        name.append(token.lower)
    return [" ".join(name)] if name else []


def is_surname(name: str, seen: tuple[View, ...]) -> bool:
    """Whether a name stands for a person whom the report calls by a first name elsewhere: "told Sorin", "Oleg Sorin"."""
    return any(
        token.lower == name and view.tokens[at].tag == "NNP" and view.tokens[at].lower not in name
        for view in seen
        for at, token in enumerate(view.tokens[1:])
    )


def relay(document: Document, view: View, cast: Cast, link: Link) -> Link | None:
    """The outlet that was told, where it is itself a source of this report."""
    if link.told.lemma not in ("tell", "according to", "say"):
        return None
    names = _owner(document, view, link) if link.told.lemma != "tell" else None
    if names is None and link.told.lemma != "tell":
        return None
    names = (
        names or [link.told.told.of(document.text).lower()] if link.told.told else addressed(view, link.told)
    )
    first = cast.actors[:3]
    for name in names:
        for actor in first:
            if (
                (actor is first[0] or _is_medium(actor))
                and actor.kind == "institution"
                and _names_outlet(actor, name)
            ):
                at = document.text.lower().find(name, link.told.cue.start)
                span = Span(at, at + len(name))
                refers = actor.span if actor.span.start != at else None
                source = Source(
                    span, span.of(document.text), "institution", refers, refers.of(document.text) if refers else None,
                    link.told.cue, rule="speaker.relay",
                )  # fmt: skip
                return Link(
                    source, (*link.contents, link.told.cue), replace(link.told, token=-1), actor.number
                )
    return None


def _owner(document: Document, view: View, link: Link) -> list[str] | None:
    """The outlet in "the Journal's source"."""
    first, last = view.sentence.tokens_in(link.source.span)
    for at in range(first + 1, last):
        if view.tokens[at].tag == "POS":
            head = view.tokens[at + 1].lemma if at + 1 < last else ""
            return [view.span(first, at).of(document.text).lower()] if head == "source" else None
    return None


def _is_medium(actor: Actor) -> bool:
    """Whether the words for a source say that it is an outlet: "the website Taedong Post"."""
    return not _MEDIA.isdisjoint(actor.text.lower().split())


_MEDIA = wordset(
    "website newspaper paper daily weekly monthly magazine outlet radio station broadcaster agency portal news post times journal"
    " television tv press channel"
)


def _names_outlet(actor: Actor, name: str) -> bool:
    """Whether a name is an actor's, whole or without its first word ("the Journal")."""
    known = actor.text.lower().removeprefix("the ").split()
    words = name.removeprefix("the ").split()
    return bool(words) and (words == known or (len(known) > 1 and words == known[-len(words) :]))
