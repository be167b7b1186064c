"""Who speaks in a transcript: a name or office and a colon at the head of a paragraph.

Rules:
- A label in capitals ("OFFICIAL:") is one by itself; so is one with a title or part in a hearing ("Mr. Park:", "Witness A:").
- Another name with capital letters ("Kim Sun-ok:") is one where it heads two paragraphs and says "I" or "we" in one of them;
  so "Date:" and "Place:" over the cases of a list are none.
- A title has none, nor is "URGENT:" or "UPDATE:" over a report one.
- Who only asks ("Interviewer:") is no source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from testigo.reading.calendar_words import heads_line
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.tokens import Document
from testigo.reading.view import View
from testigo.value import replace

HOSTS = wordset("presenter host interviewer moderator question q editor reporter anchor journalist")
_HEARD = wordset("mr mrs ms dr interviewee respondent")
_FIELDS = wordset(
    "date place location time name age sex gender source sources victim victims perpetrator perpetrators status charge charges"
    " case incident note photo claim rumor rumour fact facts verdict summary background details update region province"
    " myth reality recommendation conclusion detainee defendant prisoner judge court"
)
_HEADINGS = wordset(
    "urgent action breaking update correction exclusive statement alert news release press watch video photos live new"
    " report reports opinion analysis appeal"
)
_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})


def labels(document: Document, seen: Sequence[View]) -> list[Told]:
    """The tellings of a transcript: for each labelled paragraph who speaks in it."""
    named_so = _repeated(seen)
    found: list[Told] = []
    paragraph = -1
    current: Told | None = None
    for view in seen:
        sentence = view.sentence
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, None
            end = _label_end(view, named_so)
            if end:
                named = view.trimmed(0, end)
                host = named is None or set(named.of(document.text).lower().split()) & HOSTS
                if named is not None and not host:
                    current = Told(
                        named, "say", "say", named, named, (), sentence.index, 0, "speaker.label", "t"
                    )
                    content = view.trimmed(end + 1, len(view.tokens))
                    current = replace(current, contents=(content,) if content else ())
                    found.append(current)
        elif current is not None:
            current = replace(current, contents=(*current.contents, sentence.span))
            found[-1] = current
    return [f for f in found if f.contents]


def colon(view: View) -> int:
    """The token of the colon behind a few words with capital letters at the head of a sentence, or 0."""
    for at in range(1, min(6, len(view.tokens) - 1)):
        if view.lower(at) == ":":
            return at
        if not view.tokens[at].text[:1].isupper() and view.tokens[at].text != ".":
            return 0
    return 0


def _label_end(view: View, named_so: frozenset[tuple[str, ...]]) -> int:
    """The token of the colon after a label, or 0. named_so: the labels that the text repeats."""
    end = colon(view)
    words = [token.text for token in view.tokens[:end]]
    if not end or view.sentence.block.kind != "body" or all(word.lower() in _HEADINGS for word in words):
        return 0
    if heads_line(view.tokens):
        return 0  # "2021-05-03: Police arrested two men"
    if all(word.isupper() or not word.isalpha() for word in words):
        return end
    lettered = view.lower(0) == "witness" and len(words) == 2 and len(words[1]) < 3  # "Witness A:"
    heard = lettered or (view.lower(0).rstrip(".") in _HEARD and words[0][:1].isupper())
    return end if heard or view.lowers[:end] in named_so else 0


def _repeated(seen: Sequence[View]) -> frozenset[tuple[str, ...]]:
    """The names that head two paragraphs and more, and say "I" or "we" in one of them."""
    counts: Counter[tuple[str, ...]] = Counter()
    own: set[tuple[str, ...]] = set()
    paragraph = -1
    label: tuple[str, ...] = ()
    for view in seen:
        if view.sentence.paragraph != paragraph:
            paragraph = view.sentence.paragraph
            label = view.lowers[: colon(view)]
            counts[label] += 1
        if label and not view.words.isdisjoint(_FIRST):
            own.add(label)
    return frozenset(
        name for name, count in counts.items() if count > 1 and name in own and not _FIELDS.intersection(name)
    )
