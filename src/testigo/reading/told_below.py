"""What somebody tells in the paragraphs below a line that ends in a colon: a statement, a post, information received.

Rules: see RULES, each with an example.
- Below a verb of telling quoted paragraphs are taken, as many as follow each other, or one that is not quoted, or
  all points of a list; below "According to X:" all, until those who write say "we".
- A line whose colon announces a list of points is read elsewhere (voices).
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Span
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.points import is_point
from testigo.reading.view import View

RULES = (
    (
        "speaker.below",
        "a quoted paragraph below a line that ends in a colon is by the one whom the line names",
        "The ministry said: / “Police arrested a man.”",
    ),
)
_TELLING = wordset(
    "say state write declare reply add announce answer comment continue explain respond note warn recall claim insist stress"
)
_GIVING_OUT = wordset("publish post issue release read send")
_OUT = wordset(
    "statement post letter message reply answer comment text words announcement declaration warning appeal"
)
_NOBODY = frozenset({"nobody", "nothing", "none", "no", "neither"})
_OPENING = frozenset("“\"«「„‘'") | {"``"}
_MOST = 30  # sentences below the line that are looked at


def told_below(seen: tuple[View, ...], tellings: Sequence[Told]) -> list[Told]:
    """The tellings that lines with a colon at their end make of the paragraphs below. tellings: those found so far."""
    found: list[Told] = []
    has = {told.sentence for told in tellings if told.source is not None and told.contents}
    for view in seen:
        number = view.sentence.index
        if view.lowers[-1] != ":" or number + 1 >= len(seen):
            continue
        if seen[number + 1].sentence.paragraph == view.sentence.paragraph:
            continue
        received = _received(view)
        if received is None and number in has:
            continue
        who = received or _teller(view)
        contents = _below(seen, number, has, received=received is not None) if who is not None else ()
        if who is not None and contents:
            span = view.span(*who)
            found.append(Told(span, "say", "say", span, span, contents, number, who[0], "speaker.below", "t"))
    return found


def _received(view: View) -> tuple[int, int] | None:
    """What stands behind "According to" in a line that says no more: "According to the information received:"."""
    if view.lower(0) != "according" or view.lower(1) != "to":
        return None
    last = len(view.tokens) - 1
    if view.lower(2) in ("our", "my", "article", "section", "law"):
        return None
    alone = not any(group.finite and group.last < last for group in view.chunks.verbs)
    return (2, last) if alone and view.chunks.noun_from.get(2) is not None else None


def _teller(view: View) -> tuple[int, int] | None:
    """Who tells in a line that ends in a colon: the subject of its last verb of telling, in no quotation."""
    for group in reversed(view.chunks.verbs):
        lemma = view.tokens[group.main].lemma
        out = lemma in _GIVING_OUT and not _OUT.isdisjoint(view.lowers[group.last :])
        tells = group.finite and not group.negated and not group.passive and (lemma in _TELLING or out)
        if not tells or view.zones[group.first] or not _NOBODY.isdisjoint(view.lowers):
            continue
        who = subject(view.chunks, group)
        if who is not None and view.tokens[who[0]].tag not in ("WP", "WDT", "EX"):
            return who
    return None


def _below(seen: tuple[View, ...], number: int, has: set[int], *, received: bool) -> tuple[Span, ...]:
    """The words below a line: quoted paragraphs one after another; else one paragraph, or as long as nobody says "we"."""
    found: list[Span] = []
    paragraph = seen[number].sentence.paragraph
    quoted = seen[number + 1].tokens[0].text in _OPENING
    listed = is_point(seen[number + 1])
    for view in seen[number + 1 : number + 1 + _MOST]:
        if view.sentence.block.kind != "body":
            break
        if view.sentence.paragraph != paragraph:
            goes_on = (
                not found
                or (quoted and view.tokens[0].text in _OPENING)
                or (received and not quoted and not listed)
            )
            goes_on = goes_on or (listed and is_point(view))
            if not goes_on or (received and not view.words.isdisjoint(_OWN)):
                break
            paragraph = view.sentence.paragraph
        if quoted and view.sentence.index in has:
            while found and seen[number + len(found)].sentence.paragraph == paragraph:
                found.pop()  # a paragraph that names its own speaker
            break
        if quoted and not view.zones[len(view.zones) // 2]:
            break
        found.append(view.sentence.span)
    return tuple(found)


_OWN = frozenset({"we", "our", "us", "i", "my"})  # who wrote it speaks again
