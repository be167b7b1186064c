"""What is known of who says what, ready to be asked: links of chains, tellings, and where each of them reaches.

Rules:
- A link covers words that lie in what it tells; a belief or denial covers its own verb too.
- The outermost link is the one that covers most; two links of one actor count once.
- Each question looks only at what touches its sentence: the time of a question does not grow with the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from testigo.claim import Attribution, Source, Span
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.quotes import Quote
from testigo.reading.scenes import Mention, Scene
from testigo.reading.spans import upto
from testigo.reading.view import View
from testigo.value import value

_THINKING = frozenset({"expect", "believe", "view", "deny"})


@value
class Link:
    """One telling as a link of chains: the source, the words it covers, and the cue's class and place."""

    source: Source
    contents: tuple[Span, ...]
    told: Told
    actor: int

    @property
    def size(self) -> int:
        """How many code points it covers."""
        return size_of(self.contents)


@value
class Speakers:
    """Everything that is attributed in one document.

    links: the tellings that make sources; tellings: all of them, sources or not, in order; quotes: the quotations.
    ends: where each sentence ends; covering: the answers that `links_at` has given;
    scenes, acts: what scenes_seen has found in sentences, by their number.
    """

    views: tuple[View, ...]
    quotes: tuple[Quote, ...]
    links: tuple[Link, ...]
    tellings: tuple[Told, ...]
    attributions: tuple[Attribution, ...]
    publisher: frozenset[str]
    links_by: dict[int, tuple[Link, ...]]
    tellings_by: dict[int, tuple[Told, ...]]
    link_cues: frozenset[Span]
    ends: tuple[int, ...]
    covering: dict[Span, tuple[Link, ...]] = field(default_factory=dict, repr=False)
    scenes: dict[int, Scene] = field(default_factory=dict, repr=False)
    acts: dict[int, tuple[Mention, ...]] = field(default_factory=dict, repr=False)

    def view_at(self, offset: int) -> View | None:
        """The sentence that covers an offset, or the next one; None after the last."""
        at = self._sentence(offset)
        return self.views[at] if at < len(self.views) else None

    def number_at(self, offset: int) -> int:
        """The number of the sentence that covers an offset."""
        return self._sentence(offset)

    def _sentence(self, offset: int) -> int:
        return upto(self.ends, offset)

    def links_at(self, span: Span) -> tuple[Link, ...]:
        """The links that cover the words, outermost first."""
        known = self.covering.get(span)
        if known is not None:
            return known
        middle = (span.start + span.end) // 2
        near = self.links_by.get(self._sentence(span.start), ())
        found = [link for link in near if _covers(link.told, link.contents, span, middle)]
        found.sort(
            key=lambda link: (link.told.frame == "u", -link.size, link.told.sentence, link.told.token)
        )  # "Under an instruction, the weight was cut, a clerk said": the clerk tells of it
        self.covering[span] = tuple(found)
        return self.covering[span]

    def chain_at(self, span: Span, kind: str = "event") -> tuple[Source, ...]:
        """The sources of the words, outermost first, without the publisher. Give the trigger and kind of a claim.

        An order is no source of the directive that it is itself, nor a critic of the criticism.
        """
        chain: list[Link] = []
        for link in self.links_at(span) if kind != "view" else self._judging(span):
            if kind == "directive" and link.told.frame in ("l", "u"):
                continue
            if kind == "event" and link.told.cls == "view" and link.told.cue.overlaps(span):
                continue
            if not any(link.actor == other.actor for other in chain):
                chain.append(link)
        return tuple(link.source for link in chain)

    def _judging(self, span: Span) -> list[Link]:
        """The links that cover a view, and the one whose own judgement it is: "His office called it a forgery"."""
        found = list(self.links_at(span))
        near = self.links_by.get(self._sentence(span.start), ())
        own = [n for n in near if n.told.frame in ("a", "t") and n.told.cue.overlaps(span)]
        own += [
            n
            for n in near
            if n.told.frame == "a" and n.told.lemma in NAMING and any(c.contains(span) for c in n.contents)
        ]  # "the union called it a “grave threat”": the name is the view
        return found + [link for link in own if link not in found]

    def tellings_at(self, span: Span) -> tuple[Told, ...]:
        """All tellings, beliefs, orders ... that cover the words, outermost first, sources or not."""
        middle = (span.start + span.end) // 2
        near = self.tellings_by.get(self._sentence(span.start), ())
        found = [t for t in near if _covers(t, t.contents, span, middle)]
        found.sort(key=lambda t: (-size_of(t.contents), t.sentence, t.token))
        return tuple(found)


def _covers(told: Told, contents: tuple[Span, ...], span: Span, middle: int) -> bool:
    """Whether the telling covers the words; a belief or denial covers its own verb too ("She expects prices to fall")."""
    if told.cue.overlaps(span):
        if told.frame == "v" and told.source is None and told.lemma in _SAID_TO and span.end > told.cue.end:
            return True  # "men are said to have been sent to the front"
        if (told.rule == "cue.there-are" and told.cls != "order") or (
            told.cls == "report"
            and told.frame == "n"
            and told.lemma not in _GIVING
            and span.end > told.cue.end
        ):
            return True  # "Svitanak counts 1,317 political prisoners"
        return told.cls in _THINKING and (told.cls != "deny" or (told.frame == "n" and told.lemma == "deny"))
    if told.frame == "a" and told.lemma in NAMING:
        return False  # "called the arrests a mistake": only the name is theirs
    if len(contents) > _MANY:
        at = bisect_right(contents, middle, key=_start) - 1
        return at >= 0 and middle < contents[at].end
    return any(c.start <= middle < c.end for c in contents)


_MANY = 32  # pieces from which on they are those of a whole text, in its order


def _start(span: Span) -> int:
    return span.start


def size_of(contents: tuple[Span, ...]) -> int:
    """How many code points the pieces cover; of very many, how far they reach."""
    if len(contents) > _MANY:
        return contents[-1].end - contents[0].start
    return sum(len(c) for c in contents)


_GIVING = wordset("announce publish broadcast")  # "announced a hunger strike": her own deed
_SAID_TO = wordset("say report believe think rumor rumour allege know suppose presume claim understand fear")
NAMING = wordset("deem brand label declare proclaim dub term call designate portray judge rule")


def ends_of(seen: tuple[View, ...]) -> tuple[int, ...]:
    """Where each sentence ends."""
    return tuple(view.sentence.span.end for view in seen)


def by_sentence(
    seen: tuple[View, ...], ends: tuple[int, ...], cue: Span, contents: tuple[Span, ...]
) -> set[int]:
    """The numbers of the sentences that a cue and what it tells touch. ends: where each sentence ends."""
    found: set[int] = set()
    for span in (cue, *contents):
        first = upto(ends, span.start)
        while first < len(seen) and seen[first].sentence.span.start < max(span.end, span.start + 1):
            found.add(first)
            first += 1
    return found


def indexed(
    seen: tuple[View, ...], links: list[Link], tellings: list[Told]
) -> tuple[dict[int, tuple[Link, ...]], dict[int, tuple[Told, ...]]]:
    """Links and tellings by the sentences that they touch."""
    ends = ends_of(seen)
    links_by: dict[int, list[Link]] = {}
    for link in links:
        for number in by_sentence(seen, ends, link.told.cue, link.contents):
            links_by.setdefault(number, []).append(link)
    tellings_by: dict[int, list[Told]] = {}
    for told in tellings:
        for number in by_sentence(seen, ends, told.cue, told.contents):
            tellings_by.setdefault(number, []).append(told)
    return {n: tuple(x) for n, x in links_by.items()}, {n: tuple(x) for n, x in tellings_by.items()}
