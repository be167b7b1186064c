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

from testigo.claim import Attribute, Span
from testigo.data import files
from testigo.reading.groups import group_of
from testigo.reading.places import Places
from testigo.reading.time_numbers import number
from testigo.reading.tokens import Document, Token

_DECADE = re.compile(r"(?:mid-|early-|late-)?([1-9])0['’]?s")
_DECADES = {"twenties": "20s", "thirties": "30s", "forties": "40s", "fifties": "50s", "sixties": "60s",
            "seventies": "70s", "eighties": "80s", "teens": "10s"}  # fmt: skip
_AGE_WORD = re.compile(r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)-(?:years?|months?)-old")
_PRONOUNS = frozenset({"she", "her", "he", "him", "his"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = files("testigo.reading.en").joinpath("person_words.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: frozenset(words) for kind, *words in lines}


def attributes(document: Document, span: Span, places: Places | None = None) -> tuple[Attribute, ...]:
    """What the phrase at `span` tells about the person or persons it names, in the order of the text."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return ()
    first, last = sentence.tokens_in(span)
    tokens = sentence.tokens[first:last]
    named = places.at(span) if places is not None else ()
    where = tuple(m.span for m in named)
    found = [*_ages(document.text, tokens), *_sex(document.text, tokens)]
    found += _names(document.text, tokens, where)
    found += _counted(document.text, tokens)
    found += _roles(document.text, tokens)
    group = group_of(document, span)
    if group is not None:
        found.append(Attribute("group", span, span.of(document.text), group.id))
    found += [Attribute("place", m.span, m.text, m.id) for m in named if m.lead in ("in", "from", "of")]
    return tuple(sorted(found, key=lambda a: (a.span.start, a.kind))) if found else ()


def _attribute(text: str, kind: str, start: int, end: int, value: str | None = None) -> Attribute:
    return Attribute(kind, Span(start, end), text[start:end], value)


def _ages(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    """As in "in his 30s", "27-year-old", "aged 45", "45 years old", "Kim, 45,"."""
    out: list[Attribute] = []
    for at, token in enumerate(tokens):
        lower = token.lower
        before = tokens[at - 1].lower if at else ""
        decade = _DECADE.fullmatch(lower) if lower[-1] == "s" else None
        value = f"{decade[1]}0s" if decade else _DECADES.get(lower)
        if value and before in ("his", "her", "their", "mid", "early", "late"):
            out.append(_attribute(text, "age", _age_start(tokens, at), token.end, value))
            continue
        worded = _AGE_WORD.fullmatch(lower) if lower.endswith("-old") else None
        if worded:
            out.append(_attribute(text, "age", token.start, token.end, _plain(worded[1])))
        elif before == "age" and lower.isdecimal():
            out.append(_attribute(text, "age", tokens[at - 1].start, token.end, lower))
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
    named = (at >= 2 and tokens[at - 2].text[0].isupper()) or (at >= 2 and tokens[at - 2].text in '”’"')
    return named and (at + 1 >= len(tokens) or tokens[at + 1].lower in (",", ")"))


def _plain(word: str) -> str | None:
    value = number(tuple(word.split("-")))
    return None if value is None else f"{value:g}"


def _counted(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    """One of several: "one of the three brothers", "another trader", "the fourth"."""
    words = [token.lower for token in tokens[:2]]
    if words[:2] == ["one", "of"] or words[:1] == ["another"]:
        end = tokens[1].end if words[:1] == ["one"] else tokens[0].end
        return [_attribute(text, "number", tokens[0].start, end, "1")]
    return []


def _sex(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    words = _words()
    for value in ("female", "male"):
        telling = words[value]
        for at, token in enumerate(tokens):
            if token.lower not in telling or (token.lower in _PRONOUNS and len(tokens) > 1):
                continue
            if at + 1 < len(tokens) and tokens[at + 1].tag == "POS":
                continue  # "her daughter's teacher"
            return [_attribute(text, "sex", token.start, token.end, value)]
    return []


_NAMED = frozenset({"surname", "surnamed", "family-name"})
_OTHERS = frozenset(
    {"of", "with", "by", "from", "in", "at", "near", "to", "for", "against", "under", "who", "that", "which"}
)
_CALLING = frozenset({"name", "surname", "nickname"})
_NO_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "ministry",
        "committee",
        "bureau",
        "department",
        "association",
        "party",
        "army",
        "agency",
        "office",
        "council",
        "court",
        "commission",
        "union",
        "federation",
        "administration",
        "news",
        "radio",
        "press",
        "daily",
        "korean",
        "chinese",
    ]
)


def _names(text: str, tokens: tuple[Token, ...], places: tuple[Span, ...]) -> list[Attribute]:
    """Surnames that are called so or follow a title or rank, and names; not whose somebody or something is."""
    out: list[Attribute] = []
    titles, roles = _words()["title"], _words()["role"]
    at = 0
    while at < len(tokens):
        if not _is_name(tokens, at) or tokens[at].lower in titles:
            at += 1
            continue
        first, last = at, at + 1
        while last < len(tokens) and _is_name(tokens, last):
            last += 1
        at = last
        ranked = first
        while ranked < last - 1 and (tokens[ranked].lower in roles or tokens[ranked].lower in _RANKS):
            ranked += 1
        span = Span(tokens[ranked].start, tokens[last - 1].end)
        before = [token.lower for token in tokens[max(0, first - 3) : first]]
        called = bool(_NAMED & set(before)) or before[-3:] == ["family", "name", "of"]
        titled = last - ranked == 1 and (ranked > first or (bool(before) and before[-1] in titles | _RANKS))
        if not _belongs(tokens, ranked, last, span, places, called=called):
            continue
        if called or titled:
            out.append(_attribute(text, "surname", span.start, span.end, text[span.start : span.end]))
        else:
            out.append(_attribute(text, "name", span.start, span.end))
    return out


_RANKS = frozenset({"senior", "junior", "first", "second", "private", "sergeant", "lieutenant", "captain", "major", "colonel",
                    "general", "marshal", "admiral", "comrade", "inspector", "corporal", "chairman", "doctor"})  # fmt: skip


def _belongs(
    tokens: tuple[Token, ...], first: int, last: int, span: Span, places: tuple[Span, ...], *, called: bool
) -> bool:
    """Whether a name is that of who is named: not a place, a day, an office, another's name before "'s" or after "of"."""
    words = {token.lower for token in tokens[first:last]}
    if called:
        return True
    if words & _NO_NAMES or any(place.overlaps(span) for place in places):
        return False
    if last < len(tokens) and tokens[last].tag == "POS":
        return False
    lead = [token.lower for token in tokens[:first]]
    calling = bool(_CALLING & set(lead[-3:])) or lead[-1:] in (["as"], ["named"], ["called"])
    if any(word in _OTHERS for word in lead) and not calling:
        return False
    alone = last - first == 1 and first == 0 and last < len(tokens)
    return not (alone and tokens[last].tag in ("NN", "NNS", "IN"))  # "Children of", "Regime soldiers"


def _is_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word is one of a name: tagged so, or with a capital right after "surnamed" or before another of it."""
    token = tokens[at]
    if not token.text[0].isupper():
        return False
    if token.tag in ("NNP", "NNPS"):
        return True
    before = [t.lower for t in tokens[max(0, at - 2) : at]]
    if before[-1:] in (["surnamed"], ["named"], ["called"]) or before in (["name", "of"], ["surname", "of"]):
        return True
    follows = at + 1 < len(tokens) and tokens[at + 1].tag == "NNP" and at > 0
    return (
        follows
        and token.tag in ("NN", "NNS", "JJ", "UH", "VBG", "RB", "FW")
        and tokens[at - 1].text in (",", "–", "(")
    )


def _of_another(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word tells of somebody else than who is named: "families of deserters", "whom neighbors knew"."""
    lead = [token.lower for token in tokens[:at]]
    if "as" in lead:
        return False
    return any(word in ("of", "whom", "whose", "from", "with", "against") for word in lead)


def _roles(text: str, tokens: tuple[Token, ...]) -> list[Attribute]:
    """Nouns for work, rank or office, with the words right before them that make them more exact."""
    roles = _words()["role"]
    out: list[Attribute] = []
    for at, token in enumerate(tokens):
        if token.lower.removesuffix("s") not in roles or _of_another(tokens, at):
            continue
        if (
            (
                token.tag in ("NN", "NNS", "NNP")
                or (token.tag == "JJ" and tokens[at + 1 : at + 2] and tokens[at + 1].tag == "NNP")
            )
            and token.lower.removesuffix("s") in roles
            and token.lower != "general"
        ):
            start = at
            while (
                start
                and tokens[start - 1].tag in ("NN", "JJ")
                and tokens[start - 1].lower not in ("other", "same")
                and not _AGE_WORD.fullmatch(tokens[start - 1].lower)
            ):
                start -= 1
            out.append(_attribute(text, "role", tokens[start].start, token.end))
    return out
