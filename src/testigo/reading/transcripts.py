"""Interviews whose questions and answers are marked: "Q:" and "A:", "Question:" and "Answer:", initials, a surname.

Rules: see RULES, with an example.
- It takes two questions at least and two answers, all under one mark. The mark of questions is a known one, or one whose
  paragraphs all end in a question.
- A paragraph without a mark goes on with the answer before it; behind the last question only where it says "I" or "we".
- Who answers is looked for before the first question alone: whom the initials or the surname stand for; else whom the
  newsroom met, talked with or introduces. Where nobody is found, the mark itself stays the one who speaks.
- Who asks tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from testigo.reading.cues import Told
from testigo.reading.interviews import called, met
from testigo.reading.labels import HOSTS, colon
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.view import View

RULES = (
    ("speaker.answer", "“A.” in an interview is the one who is interviewed", "A. I was caught in Helong."),
)

Phrase = tuple[View, tuple[int, int]]

ANSWERING = wordset("a answer respondent interviewee caller guest")
_BRIEF = frozenset({"q", "a"})
_MARKS = frozenset({".", ":", "–", "—", "-", ")"})
_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
_TALKS = wordset("conversation interview talk discussion")
_NEVER_WHO = ("PRP", "PRP$", "WP", "WDT", "EX")


def transcript(
    seen: tuple[View, ...], introduced: Callable[[tuple[View, ...]], Phrase | None]
) -> tuple[Told | None, frozenset[int]]:
    """The answers of an interview with marks, and the numbers of the sentences that its marks leave to nobody else.

    introduced: finds the person whom sentences introduce as their subject. Nothing where it is no such interview.
    """
    paragraphs: dict[int, list[View]] = {}
    for view in seen:
        if view.sentence.block.kind in ("body", "heading"):
            paragraphs.setdefault(view.sentence.paragraph, []).append(view)
    marks = {number: mark(some[0]) for number, some in paragraphs.items()}
    asked = [number for number, name in marks.items() if name and name in asking(paragraphs, marks)]
    answering = {name for number, name in marks.items() if name and number not in asked}
    numbers = frozenset(view.sentence.index for number in asked for view in paragraphs[number])
    if len(asked) < 2 or len(answering) != 1:
        return None, numbers
    (name,) = answering
    who = _who(name, [view for view in seen if view.sentence.paragraph < asked[0]], introduced)
    if who is None or sum(1 for one in marks.values() if one == name) < 2:
        return None, numbers
    told = _answered(paragraphs, marks, asked, name)
    numbers |= frozenset(view.sentence.index for view in told)
    view, phrase = who
    span, contents = view.span(*phrase), tuple(one.sentence.span for one in told)
    index = view.sentence.index
    answers = Told(span, "say", "say", span, span, contents, index, phrase[0], "speaker.answer", "t")
    return answers, numbers


def mark(view: View) -> tuple[str, ...]:
    """The words of the mark that a paragraph begins with, without stops: ("q",), ("mun",); () where it has none."""
    first = view.lower(0).rstrip(".:)")
    if first in _BRIEF and (first != view.lower(0) or view.lower(1) in _MARKS):
        return (first,)
    return view.lowers[: colon(view)]


def asking(
    paragraphs: dict[int, list[View]], marks: dict[int, tuple[str, ...]]
) -> frozenset[tuple[str, ...]]:
    """The marks of questions: known ones, and those of two paragraphs and more that all end in a question."""
    ends: dict[tuple[str, ...], list[bool]] = {}
    for number, name in marks.items():
        if name:
            ends.setdefault(name, []).append("?" in paragraphs[number][-1].lowers[-2:])
    return frozenset(
        name for name, some in ends.items() if not HOSTS.isdisjoint(name) or (len(some) > 1 and all(some))
    )


def _answered(
    paragraphs: dict[int, list[View]],
    marks: dict[int, tuple[str, ...]],
    asked: Sequence[int],
    name: tuple[str, ...],
) -> list[View]:
    """The sentences of the answers."""
    found: list[View] = []
    goes_on = False
    for number, some in paragraphs.items():
        if marks[number]:
            goes_on = marks[number] == name and number > asked[0]
        elif number > asked[-1]:
            goes_on = goes_on and any(not v.words.isdisjoint(_FIRST) and not v.quoted for v in some)
        if goes_on:
            found += some
    return found


def _who(
    name: tuple[str, ...],
    before: Sequence[View],
    introduced: Callable[[tuple[View, ...]], Phrase | None],
) -> Phrase | None:
    """Whom the mark stands for, by the words before the first question."""
    if ANSWERING.isdisjoint(name):
        return next((found for view in before if (found := _named_so(view, name)) is not None), None)
    bodies = [view for view in before if view.sentence.block.kind == "body"]
    return called(bodies) or met(bodies) or _talk_with(bodies) or introduced(tuple(bodies))


def _named_so(view: View, name: tuple[str, ...]) -> Phrase | None:
    """The phrase whose name has these initials or words: "HSJ" and "Mun" for "Han Sok-ju", "Mun Ki-chol"."""
    letters = "".join(word.replace(".", "") for word in name)
    for base in view.chunks.nouns:
        names = [t.lower for t in view.tokens[base[0] : base[1]] if t.tag in ("NNP", "NNPS")]
        if len(names) < 2:
            continue
        parts = [part for word in names for part in word.split("-") if part]
        same = letters in ("".join(p[0] for p in parts), "".join(n[0] for n in names))
        if same or set(name) <= set(names):
            return view, base
    return None


def _talk_with(before: Sequence[View]) -> Phrase | None:
    """With whom a conversation was held: "This conversation with Pavel Drozd was recorded in June"."""
    for view in before:
        for base in view.chunks.nouns:
            if view.tokens[base[1] - 1].lemma not in _TALKS or view.lower(base[1]) != "with":
                continue
            whom = view.chunks.noun_from.get(base[1] + 1)
            if whom is not None and view.tokens[whom[0]].tag not in _NEVER_WHO:
                return view, onward(view.chunks, whom[0], len(view.tokens)) or whom
    return None
