"""Interviews whose questions stand as paragraphs of their own, and who wrote a letter: whose the words are that follow.

Rules: see RULES, each with an example.
- It takes two questions at least, and answers told by an "I" or "we"; else a text that only asks, or a list of common
  questions, would be taken for somebody's words.
- Behind the last question the answer goes on as long as its paragraphs say "I" or "we".
- Who answers is the one whom the words before the first question name so ("We call her Salma"), else whom they say was
  met or interviewed, else whom they introduce. Where they name nobody, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from testigo.reading.chunks import head_of
from testigo.reading.classes import is_class
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.view import View

RULES = (
    (
        "speaker.interview",
        "answers to questions that stand as paragraphs of their own are by the one who is interviewed",
        "When did they come? / I was asleep. They broke my door.",
    ),
)
Phrase = tuple[View, tuple[int, int]]

_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
_MET = wordset("speak talk interview meet")
_SPEAKING = frozenset({"i", "we", "my", "me"})
_I = frozenset({"i", "my", "me"})
_WITH = wordset("with to")
_ASIDE = 5  # words that may part "spoke" from "with": "spoke by telephone with"
_MARKS = frozenset({"*", "_", '"', "“", "”", "''", "``", "-", "–", "—"})
_HEAD = 8  # sentences before the first question that may say who answers
_NEVER_WHO = ("PRP", "PRP$", "WP", "WDT", "EX")


def interviewed(
    seen: tuple[View, ...], introduced: Callable[[tuple[View, ...]], Phrase | None]
) -> list[Told]:
    """The answers of an interview. introduced: finds the person whom sentences introduce as their subject."""
    if sum("?" in view.words for view in seen) < 2:
        return []
    bodies = [view for view in seen if view.sentence.block.kind in ("body", "heading")]
    paragraphs: dict[int, list[View]] = {}
    for view in bodies:
        paragraphs.setdefault(view.sentence.paragraph, []).append(view)
    asked = [number for number, some in paragraphs.items() if _is_question(some)]
    if len(asked) < 2:
        return []
    answers = _answered(paragraphs, asked)
    own = sum(1 for some in answers if any(not view.words.isdisjoint(_FIRST) for view in some))
    if not any(not view.words.isdisjoint(_I) for some in answers for view in some):
        return []
    if len(answers) < 2 or 2 * own < len(answers):
        return []
    before = [view for view in bodies if view.sentence.paragraph < asked[0]][-_HEAD:]
    who = called(before) or met(before) or introduced(tuple(before))
    if who is None:
        return []
    view, phrase = who
    span = view.span(*phrase)
    contents = tuple(one.sentence.span for some in answers for one in some)
    return [
        Told(
            span, "say", "say", span, span, contents, view.sentence.index, phrase[0], "speaker.interview", "t"
        )
    ]


def _is_question(paragraph: Sequence[View]) -> bool:
    """Whether a paragraph only asks, and quotes nobody; asterisks and the like around it do not count."""
    sentences = [[t.text for t in view.tokens if t.text not in _MARKS] for view in paragraph]
    ends = [words[-1] for words in sentences if words]
    return bool(ends) and all(end == "?" for end in ends) and not any(view.quoted for view in paragraph)


def _answered(paragraphs: dict[int, list[View]], asked: Sequence[int]) -> list[list[View]]:
    """The paragraphs behind the questions; behind the last one those that go on with "I" or "we"."""
    questions = frozenset(asked)
    found: list[list[View]] = []
    for number, some in paragraphs.items():
        if number < asked[0] or number in questions:
            continue
        own = any(not view.words.isdisjoint(_SPEAKING) and not view.quoted for view in some)
        if number > asked[-1] + 1 and not own:
            break
        found.append(some)
    return found


def called(before: Sequence[View]) -> Phrase | None:
    """The name that somebody is given: "We call her Salma", "whom we shall call Salma"."""
    for view in reversed(before):
        for group in view.chunks.verbs:
            if view.tokens[group.main].lemma != "call" or view.lower(group.first - 1) not in (
                "we",
                "who",
                "whom",
            ):
                continue
            meant = view.lower(group.last) in ("her", "him", "them")
            if not meant and view.lower(group.first - 2) not in ("who", "whom"):
                continue
            at = group.last + 1 if meant else group.last
            end = at
            while end < len(view.tokens) and view.tokens[end].text[:1].isupper():
                end += 1
            if end > at:
                return view, (at, end)
    return None


def met(before: Sequence[View]) -> Phrase | None:
    """Whom the newsroom met: "spoke with a teacher in the capital", "interviewed the driver"."""
    for view in before:
        for group in view.chunks.verbs:
            if view.tokens[group.main].lemma not in _MET or group.passive or group.negated:
                continue
            if view.lower(group.first - 1) in ("he", "she", "who"):
                continue  # "She spoke to our reporter": it is she who answers
            reach = range(group.last, min(group.last + _ASIDE, len(view.tokens)))
            at = next((n + 1 for n in reach if view.lower(n) in _WITH), group.last)
            base = view.chunks.noun_from.get(at)
            if base is None or view.tokens[head_of(view.tokens, base)].tag in _NEVER_WHO:
                continue
            named = view.tokens[head_of(view.tokens, base)].tag == "NNP"
            if named or is_class(view.tokens, base, "person"):
                return view, onward(view.chunks, base[0], len(view.tokens)) or base
    return None
