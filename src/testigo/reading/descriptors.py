"""What is told of a source beside who it is: place, role, sex, age, name, number, and the words by which it asks not to be named.

Rules:
- Every attribute is a span of the report; nothing is inferred from another report.
- The words that name the source are read, and for the anonymity formula the sentence they stand in.
- "in North Hamgyong Province", "from Wonsan": where; "a trader": role; "in her 40s", "38": age; "one of", "two": number.
"""

from __future__ import annotations

import re

from testigo.claim import Attribute, Span
from testigo.reading import lexicon
from testigo.reading.chunks import head_of, is_time
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.view import View

_ANONYMITY = re.compile(
    r"on (?:the )?conditions? (?:of anonymity|that (?:his|her|their|the) (?:name|identity)[^.,;”\"]{0,60})"
    r"|(?:ask|request|insist|demand)(?:ed|ing|s)? (?:not to be (?:named|identified|quoted)|(?:for |on )?anonymity"
    r"|that (?:his|her|their) (?:name|identity) be withheld)[^.,;”\"]{0,60}"
    r"|(?:declin|refus)(?:ed|ing|es) to (?:be (?:named|identified)|give (?:his|her|their) name)"
    r"|(?:spoke|speaking) anonymously|wh(?:o|ose) (?:name|identity) (?:is|was|has been) (?:known|withheld)[^.,;”\"]{0,40}",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\bin (?:his|her|their) (?:early |mid-|late )?(?:teens|[2-9]0s)\b|\baged? \d{1,3}\b|(?<=, )\d{2}(?=,|$)"
)
_DIGIT = re.compile(r"\d")
_NAME = re.compile(
    r"(?:surnamed|by (?:his|her) (?:family|last)? ?(?:sur)?name of|family name(?: of)?|surname of|only as)\s+([A-Z][\w’'-]+)"
)
_WOMEN = wordset("woman women mother wife daughter aunt sister girl grandmother widow niece housewife")
_MEN = wordset("man men father husband son uncle brother boy grandfather nephew widower")
_GENERIC = wordset("source person people resident citizen man woman individual one")
_NUMBERS = wordset("two three four five six seven eight nine ten several multiple many both some")


def descriptors(text: str, view: View, first: int, last: int) -> tuple[Attribute, ...]:
    """The attributes of the source that tokens first..last of a sentence name."""
    span = view.span(first, last)
    found = [*_words(text, view, first, last), *_places(text, view, first, last)]
    words = span.of(text)
    if "teens" in words or _DIGIT.search(words):
        ages = _AGE.finditer(text, span.start, span.end)
        found += [_attribute(text, "age", Span(*match.span())) for match in ages]
    if "name" in words or "only as" in words:
        names = _NAME.finditer(text, span.start, span.end)
        found += [_attribute(text, "surname", Span(*match.span(1))) for match in names]
    sentence = view.sentence.span
    if _may_ask(sentence.of(text).lower()):
        asking = _ANONYMITY.finditer(text, sentence.start, sentence.end)
        found += [_attribute(text, "anonymity", Span(*match.span())) for match in asking]
    return tuple(sorted(found, key=lambda a: (a.span, a.kind)))


def _may_ask(lower: str) -> bool:
    """Whether a sentence holds words that every formula of anonymity has."""
    about = "anonym" in lower or "name" in lower or "identi" in lower or "quoted" in lower
    return about and any(word in lower for word in _ASKING)


_ASKING = (
    "condition", "ask", "request", "insist", "demand", "declin", "refus", "anonymously", "known", "withheld"
)  # fmt: skip


def _attribute(text: str, kind: str, span: Span, value: str | None = None) -> Attribute:
    return Attribute(kind, span, span.of(text), value)


def _words(text: str, view: View, first: int, last: int) -> list[Attribute]:
    """Sex, role and number, by the nouns of the phrase up to its first clause."""
    found: list[Attribute] = []
    for at in range(first, last):
        token = view.tokens[at]
        if token.lower in ("who", "which", "that", "whose"):
            break
        if token.lower in _WOMEN or token.lower in _MEN:
            found.append(_attribute(text, "sex", token.span, "female" if token.lower in _WOMEN else "male"))
        base = view.chunks.noun_from.get(at)
        if base is not None and base[1] <= last:
            head = view.tokens[head_of(view.tokens, base)]
            person = lexicon.source_kinds().get(head.lemma) == "anonymous"
            if person and head.lemma not in _GENERIC and head.lower not in _WOMEN | _MEN:
                found.append(_attribute(text, "role", _role(view, base)))
    opening = view.tokens[first]
    if opening.lower in _NUMBERS or (opening.lower == "one" and view.lower(first + 1) == "of"):
        found.append(_attribute(text, "number", opening.span))
    return found


def _role(view: View, base: tuple[int, int]) -> Span:
    """A role without its article: "grain dealer"."""
    first = base[0]
    while first < base[1] - 1 and view.tokens[first].tag in ("DT", "PRP$", "CD"):
        first += 1
    return view.span(first, base[1])


def _places(text: str, view: View, first: int, last: int) -> list[Attribute]:
    """The places after "in", "from" and "of"."""
    found: list[Attribute] = []
    for at in range(first, last - 1):
        if view.lower(at) not in ("in", "from", "of", "near") or view.tokens[at + 1].tag not in ("NNP", "DT"):
            continue
        phrase = onward(view.chunks, at + 1, last)
        base = view.chunks.noun_from.get(at + 1)
        if base is not None and is_time(view.tokens, base):
            continue  # "the report of May 3"
        if phrase is not None and any(t.tag == "NNP" for t in view.tokens[phrase[0] : phrase[1]]):
            known = lexicon.source_kinds().get(view.tokens[phrase[1] - 1].lemma) == "institution"
            unit = view.tokens[phrase[1] - 1].lower in ("province", "county", "city", "district", "town")
            if unit or not known:
                found.append(_attribute(text, "place", view.span(*phrase)))
    return found
