"""What a report tells about a person: age, sex, surname, name, role, group and place, each as words of the phrase.

Rules:
- Only what the phrase says is an attribute; nothing is worked out from a name.
- An age is kept as told: "in his 30s" is 30s, "27-year-old" is 27.
- A surname is one that the report calls so ("identified by his surname of Chong") or that follows a title.
- A pseudonym is a name like another; what it stands for is never looked for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from testigo.claim import Attribute, Span
from testigo.reading.groups import group_of
from testigo.reading.places import Places
from testigo.reading.time_numbers import number
from testigo.reading.tokens import Document, Token

_DECADE = re.compile(r"([1-9])0['’]?s")
_DECADES = {"twenties": "20s", "thirties": "30s", "forties": "40s", "fifties": "50s", "sixties": "60s",
            "seventies": "70s", "eighties": "80s", "teens": "10s"}  # fmt: skip
_AGE_WORD = re.compile(r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)-(?:years?|months?)-old")
_PRONOUNS = frozenset({"she", "her", "he", "him", "his"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = resources.files("testigo.reading.en").joinpath("person_words.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: frozenset(words) for kind, *words in lines}


def attributes(document: Document, span: Span, places: Places | None = None) -> tuple[Attribute, ...]:
    """What the phrase at `span` tells about the person or persons it names, in the order of the text."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return ()
    first, last = sentence.tokens_in(span)
    tokens = sentence.tokens[first:last]
    found = [*_ages(document.text, tokens), *_sex(document.text, tokens), *_names(document.text, tokens)]
    found += _roles(document.text, tokens)
    group = group_of(document, span)
    if group is not None:
        found.append(Attribute("group", span, span.of(document.text), group.id))
    if places is not None:
        found += [
            Attribute("place", m.span, m.text, m.id)
            for m in places.at(span)
            if m.lead in ("in", "from", "of")
        ]
    return tuple(sorted(found, key=lambda a: (a.span.start, a.kind)))


def _attribute(text: str, kind: str, start: int, end: int, value: str | None = None) -> Attribute:
    return Attribute(kind, Span(start, end), text[start:end], value)


def _ages(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    """As in "in his 30s", "27-year-old", "aged 45", "45 years old", "Kim, 45,"."""
    out: list[Attribute] = []
    for at, token in enumerate(tokens):
        lower = token.lower
        before = tokens[at - 1].lower if at else ""
        decade = _DECADE.fullmatch(lower)
        value = f"{decade[1]}0s" if decade else _DECADES.get(lower)
        if value and before in ("his", "her", "their", "mid", "early", "late"):
            out.append(_attribute(text, "age", _age_start(tokens, at), token.end, value))
            continue
        worded = _AGE_WORD.fullmatch(lower)
        if worded:
            out.append(_attribute(text, "age", token.start, token.end, _plain(worded[1])))
        elif before == "aged" or (lower.isdecimal() and _is_old(tokens, at)):
            end = tokens[at + 2].end if _is_old(tokens, at) else token.end
            start = tokens[at - 1].start if before == "aged" else token.start
            out.append(_attribute(text, "age", start, end, _plain(lower)))
        elif (
            lower.isdecimal()
            and len(lower) < 4
            and 5 < int(lower) < 110
            and before == ","
            and _between_commas(tokens, at)
        ):
            out.append(_attribute(text, "age", token.start, token.end, lower))
    return out


def _age_start(tokens: tuple[Token, ...], at: int) -> int:
    """As in "in her early 30s" starts at "in"."""
    start = at
    while start and tokens[start - 1].lower in ("in", "his", "her", "their", "mid", "early", "late", "-"):
        start -= 1
    return tokens[start].start


def _is_old(tokens: tuple[Token, ...], at: int) -> bool:
    words = [token.lower for token in tokens[at + 1 : at + 3]]
    return words in (["years", "old"], ["year", "old"])


def _between_commas(tokens: tuple[Token, ...], at: int) -> bool:
    named = at >= 2 and tokens[at - 2].tag in ("NNP", "NNPS")
    return named and (at + 1 >= len(tokens) or tokens[at + 1].lower in (",", ")"))


def _plain(word: str) -> str | None:
    value = number(tuple(word.split("-")))
    return None if value is None else f"{value:g}"


def _sex(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    words = _words()
    for value in ("female", "male"):
        for token in tokens:
            if token.lower in words[value] and (token.lower not in _PRONOUNS or len(tokens) == 1):
                return [_attribute(text, "sex", token.start, token.end, value)]
    return []


_NAMED = frozenset({"surname", "surnamed", "family-name"})


def _names(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    """Surnames that are called so or follow a title, and names."""
    out: list[Attribute] = []
    titles = _words()["title"]
    at = 0
    while at < len(tokens):
        if not _is_name(tokens[at]) or tokens[at].lower in titles:
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and _is_name(tokens[last]):
            last += 1
        before = [token.lower for token in tokens[max(0, at - 3) : at]]
        called = bool(_NAMED & set(before)) or (bool(before) and before[-1] in titles and last - at == 1)
        if called:
            out.append(
                _attribute(
                    text,
                    "surname",
                    tokens[at].start,
                    tokens[last - 1].end,
                    text[tokens[at].start : tokens[last - 1].end],
                )
            )
        elif not at or before[-1] not in ("in", "from", "of", "at", "near", "the", "to"):
            out.append(_attribute(text, "name", tokens[at].start, tokens[last - 1].end))
        at = last
    return out


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()


def _roles(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    """Nouns for work, rank or office, with the words right before them that make them more exact."""
    roles = _words()["role"]
    out: list[Attribute] = []
    for at, token in enumerate(tokens):
        if (
            token.tag in ("NN", "NNS", "NNP")
            and token.lower.removesuffix("s") in roles
            and token.lower != "general"
        ):
            start = at
            while (
                start
                and tokens[start - 1].tag in ("NN", "JJ")
                and tokens[start - 1].lower not in ("other", "same")
            ):
                start -= 1
            out.append(_attribute(text, "role", tokens[start].start, token.end))
    return out
