"""How many and how much: numbers of people and amounts of money in a clause.

Rules:
- A quantity is a number with the words that bound it ("at least 17", "more than $15 million", "3,000 yuan each").
- Its value is the number, and the lowest that the words allow: "five to seven" is 5, "dozens" 12, "hundreds" 100,
  "tens of thousands" 10,000.
- What is a date, an age, a share, an ordinal, part of a name or a length of time is no quantity; nor is a bare "one".
"""

from __future__ import annotations

import re

from testigo.claim import Filler, Span
from testigo.reading.classes import members
from testigo.reading.lists import wordset
from testigo.reading.time_numbers import number
from testigo.reading.tokens import Document, Sentence, Token

_BEFORE = frozenset(
    {
        "about",
        "around",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "over",
        "some",
        "only",
        "another",
        "least",
    }
    | {"most", "than", "more", "less", "fewer", "up", "to", "at", "estimated", "under", "an", "just"}
)
_CURRENCY_SIGNS = frozenset({"$", "€", "£", "¥", "₩", "₽", "us$", "rmb", "u.s.$"})
_CODES = frozenset({"LE", "EGP", "TL", "RM", "Rs", "Rs.", "Br", "BYN", "RUB", "KZT", "IRR", "SYP"})
_CURRENCIES = wordset(
    "won yuan dollar dollars euro euros yen ruble rubles rouble roubles rmb pounds kyat rial rials toman"
    " tomans peso pesos hryvnia tenge som lira usd krw pound rupee rupees dong baht birr nakfa riyal"
    " dirham dinar dinars cents crore kip riyals dirhams shilling shillings franc francs guarani naira"
    " manat taka kwacha cedi cedis córdobas cordobas bolivars bolivares soms somoni leu lei zloty rupiah"
    " ringgit dram lari sum afghanis birrs kyats liras"
)
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_FLOORS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
_UNITS = frozenset(
    {
        "meters",
        "metres",
        "kilometers",
        "kilometres",
        "km",
        "kilograms",
        "kg",
        "tons",
        "tonnes",
        "liters",
        "litres",
        "miles",
    }
    | {"kilos", "grams", "hectares", "feet", "pyong", "sacks", "bags"}
)
_SHARE = frozenset({"percent", "%", "per", "percentage", "th", "a.m.", "p.m.", "years", "year", "months", "month", "weeks"}
                   | {"week", "days", "day", "hours", "hour", "minutes", "minute", "o'clock", "times", "kilometers", "year-old", "degrees"})  # fmt: skip
_NAMED = frozenset({"no.", "nos.", "article", "articles", "camp", "bureau", "room", "chapter", "section", "page", "kyohwaso",
                    "unit", "department", "building", "office", "group", "paragraph", "law", "phase", "version", "part"})  # fmt: skip
_PLACES = wordset(
    "provinces regions districts countries states counties cities townships governorates departments checkpoints"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def quantities(document: Document, span: Span, times: tuple[Span, ...] = ()) -> tuple[Filler, ...]:
    """The quantities in a span, in order; none of those that overlap a time."""
    found: list[Filler] = []
    sentence = document.sentence_at(span.start)
    while sentence is not None and sentence.span.start < span.end:
        first, last = sentence.tokens_in(span)
        at = first
        while at < last:
            one = _number_at(sentence, at, last)
            if one is None:
                at += 1
                continue
            filler = _filler(document, sentence, first, *one)
            at = one[1]
            hours = filler is not None and filler.rule == "quantity.hours"
            if filler is not None and (hours or not any(filler.span.overlaps(time) for time in times)):
                found.append(filler)
        after = sentence.index + 1
        sentence = document.sentences[after] if after < len(document.sentences) else None
    return tuple(found)


def amount_end(tokens: tuple[Token, ...], at: int) -> int:
    """Where the amount of money that starts with the number here ends; 0 where none does."""
    while at < len(tokens) and (_is_number(tokens[at]) or tokens[at].lower in _SCALES):
        at += 1
        if end := _money_after(tokens, at):
            return end
    return 0


def _number_at(sentence: Sentence, at: int, last: int) -> tuple[int, int] | None:
    """The run of number words from token `at`, half open, or None."""
    tokens = sentence.tokens
    if not _is_number(tokens[at]):
        return None
    end = at + 1
    figures = tokens[at].lower[0].isdigit()
    if tokens[at].lower in _FLOORS:
        following = [token.lower for token in tokens[end : min(end + 2, last)]]
        return at, end + 2 if len(following) == 2 and following[0] == "of" and following[
            1
        ] in _FLOORS else end
    while end < last and (
        tokens[end].lower in _SCALES or (not figures and (_is_number(tokens[end]) or _is_and(tokens, end)))
    ):
        end += 1
    return at, end


_NUMBERS: dict[str, bool] = {}  # whether words are numbers: the same in every text, thrown away when too many
_MOST = 1 << 15


def _is_number(token: Token) -> bool:
    known = _NUMBERS.get(token.lower)
    if known is None:
        if len(_NUMBERS) >= _MOST:
            _NUMBERS.clear()
        known = _NUMBERS[token.lower] = _reads_as_number(token.lower)
    return known


def _reads_as_number(lower: str) -> bool:
    if lower in _FLOORS:
        return True
    if lower[0].isdigit():
        return _DIGITS.fullmatch(lower) is not None
    if lower in ("a", "an", "half", "couple"):
        return False
    return all(number((part,)) is not None for part in lower.split("-"))


def _is_and(tokens: tuple[Token, ...], at: int) -> bool:
    """The "and" of "two hundred and five"."""
    joins = tokens[at].lower == "and" and tokens[at - 1].lower in ("hundred", "thousand")
    return joins and at + 1 < len(tokens) and _is_number(tokens[at + 1])


def _filler(document: Document, sentence: Sentence, floor: int, first: int, last: int) -> Filler | None:
    tokens = sentence.tokens
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    lower = after.lower if after is not None else ""
    if before is not None and (before.lower == "within" or _is_some_of_many(before, tokens[first])):
        return None
    if last - first == 1 and (_is_year_of(tokens, first) or _is_crowd(tokens, first)):
        return None
    told_by = any(token.lower == "according" for token in tokens[max(floor, first - 3) : first])
    if before is not None and (before.lower in _NAMED or before.lower in ("-", "/", "§")):
        return None
    if lower in ("to", "or", "-", "–") and last + 1 < len(tokens) and _is_number(tokens[last + 1]):
        return None  # the lower bound is read with the upper one
    money = before is not None and (before.lower in _CURRENCY_SIGNS or before.lower.endswith("$"))
    coded = before is not None and (
        before.text in _CODES or (before.text[0].isupper() and before.lower in _CURRENCIES)
    )
    money = money or coded  # "EGP 500", "Taka 100,000"
    money_after = _money_after(tokens, last)
    hours = lower == "hours" and [token.lower for token in tokens[last + 1 : last + 3]]
    if hours in (["a", "day"], ["per", "day"], ["a", "week"], ["per", "week"]):
        return _hours(document, sentence, floor, first, last)
    if (lower in _SHARE and not money and not money_after) or lower in _PLACES or told_by:
        return None  # "in 15 provinces", "according to two sources"
    if not money and not money_after and not _counts(tokens, first, last):
        return None
    start, end = (first - 1 if money else first), max(last, money_after)
    while start > floor and tokens[start - 1].lower in _BEFORE and not _leads_elsewhere(tokens, start - 1):
        start -= 1
    if start - 3 >= floor and [t.lower for t in tokens[start - 3 : start]] in _AS_MANY_AS:
        start -= 3
    value, start = _value(tokens, start, first, last)
    if end < len(tokens) and tokens[end].lower == "each" and (money or money_after):
        end += 1
    span = sentence.span_of(start, end)
    rule = "quantity.money" if money or money_after else "quantity.count"
    unknown = None if value is not None else "the words name no number"
    return Filler(span, span.of(document.text), value=value, unknown=unknown, rule=rule)


def _is_year_of(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number is the year of what follows: "their 2019 arrests"."""
    if not _YEAR.fullmatch(tokens[at].text) or at == 0 or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1].tag if tokens[at - 1].lower != "during" else "DT"
    return before in ("PRP$", "DT", "POS") and tokens[at + 1].tag in ("NN", "NNS")


def _is_some_of_many(before: Token, number: Token) -> bool:
    """Whether no number is told: "several hundred people"."""
    return before.lower == "several" and number.lower in _SCALES


def _is_crowd(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word for many stands alone, which counts nobody: "arrested hundreds", "injured scores during the march"."""
    if tokens[at].lower not in _FLOORS:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not (after.lower in ("of", "more", "others") or after.tag in ("NN", "NNS"))


def _hours(document: Document, sentence: Sentence, floor: int, first: int, last: int) -> Filler:
    """How long people are made to do something: "up to 16 hours per day"."""
    tokens, start = sentence.tokens, first
    while start > floor and tokens[start - 1].lower in _BEFORE and not _leads_elsewhere(tokens, start - 1):
        start -= 1
    value, start = _value(tokens, start, first, last)
    span = sentence.span_of(start, last + 3)
    return Filler(span, span.of(document.text), value=value, rule="quantity.hours")


def _money_after(tokens: tuple[Token, ...], at: int) -> int:
    """Where an amount ends: after "yuan", "North Korean won", "U.S. dollars"; 0 where none follows."""
    for end in range(at, min(at + 3, len(tokens))):
        if tokens[end].lower in _CURRENCIES:
            return end + 1
        if not (tokens[end].text[0].isupper() or tokens[end].tag.startswith("JJ")):
            break
    return _told_as_money(tokens, at)


_PAYING = wordset("pay cost fine charge demand owe sell buy fetch bribe bail earn lend worth")


def _told_as_money(tokens: tuple[Token, ...], at: int) -> int:
    """After a noun that no list knows, where the words before the number are about paying ("pay 50,000 dehar")."""
    if at >= len(tokens) or tokens[at].tag not in ("NN", "NNS") or tokens[at].lower in _SHARE | _UNITS:
        return 0
    if {tokens[at].lemma, tokens[at].lower} & members("person"):
        return 0  # "fined two brokers"
    paying = any(token.lemma in _PAYING for token in tokens[max(0, at - 5) : at])
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else "."
    return at + 1 if paying and not follows.startswith("NN") else 0


def _counts(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the number counts something: a plural noun near after it, "of them", or nothing ("nine were killed")."""
    if last - first == 1 and tokens[first].lower in ("one", "1"):
        return first > 0 and tokens[first - 1].lower in ("only", "least")
    if _is_between(tokens, first):
        return (
            last < len(tokens)
            and tokens[last].tag in ("NNS", "NN", "JJ")
            and tokens[last].lower not in _SHARE
        )
    aged = any(token.lower in ("between", "aged", "age") for token in tokens[max(0, first - 3) : first])
    if aged or _is_age(tokens, first, last):
        return False
    if first and tokens[first - 1].tag in ("NNP", "NNPS") and tokens[first].lower[0].isdigit():
        return False
    if last < len(tokens) and tokens[last].tag == "NNP" and tokens[last].lower.endswith(_PEOPLES):
        return last + 1 >= len(tokens) or not tokens[last + 1].tag.startswith(
            "NNP"
        )  # "Eleven Uighurs convicted"
    for at in range(last, min(last + 5, len(tokens))):
        token = tokens[at]
        if (
            at > last
            and token.lower == "of"
            and tokens[at - 1].tag == "NNP"
            and tokens[at - 1].lower in _OFFICES
        ):
            continue  # "two Ministry of Health employees"
        named = token.tag == "NNP" and token.text.endswith("s") and tokens[at - 1].tag == "POS"
        if token.lower in _UNITS or token.tag in ("NNS", "NNPS") or token.lower == "people" or named:
            return True
        bracket = (
            token.text in "()" and tokens[at - 1].tag == "NNP"
        )  # "two Kesh Freedom Front (KFF) officials"
        if not bracket and token.tag not in (
            "JJ",
            "NN",
            "NNP",
            "VBN",
            "VBG",
            "JJR",
            "CC",
            "HYPH",
            "CD",
            ",",
            "POS",
        ):
            break
    follows = tokens[last] if last < len(tokens) else None
    if follows is not None and follows.tag in ("NN", "NNP", "JJ", "VBG", "POS", "HYPH"):
        return False
    before = tokens[first - 1] if first else None
    return before is None or before.tag.startswith("VB") or before.lower in _COUNTING or _goes_on(follows)


_PEOPLES = ("ans", "urs", "iks", "eks", "ghs", "tans", "nis", "qis", "nas", "ars", "ims", "hs", "ds")
_OFFICES = frozenset(
    {"ministry", "department", "bureau", "university", "committee", "house", "church", "party"}
)


def _is_between(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a number closes a range of people: "between 40 and 50 marchers", no "aged between 14 and 20"."""
    if first < 3 or tokens[first - 1].lower != "and" or tokens[first - 3].lower != "between":
        return False
    aged = first > 3 and tokens[first - 4].lower in ("aged", "age", "ages")
    return not aged and _is_number(tokens[first - 2])


def _is_age(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a number is how old somebody is: "women under 35", "a boy of nine"."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    if len(before) < 2 or (last < len(tokens) and tokens[last].tag in ("NN", "NNS", "JJ", "CD")):
        return False
    if before[1] in ("under", "over", "below", "above"):
        return tokens[first - 2].lemma in _AGED
    if before[1] == "than":
        return before[0] in ("younger", "older")
    return before[1] == "of" and tokens[first - 2].tag == "NN" and before[0] in _AGED


_AGED = frozenset(
    {
        "minor",
        "juvenile",
        "resident",
        "those",
        "pupil",
        "student",
        "woman",
        "man",
        "boy",
        "girl",
        "child",
        "son",
        "daughter",
        "person",
        "people",
        "citizen",
        "youth",
        "baby",
    }
)
_AS_MANY_AS = (["as", "many", "as"], ["as", "few", "as"], ["as", "much", "as"])
_COUNTING = frozenset(
    {"of", "the", "and", "least", "than", "about", "nearly", "some", "these", "those", "other", "only"}
)


def _goes_on(follows: Token | None) -> bool:
    """Whether what follows speaks of people counted before: "nine were killed", "five of them"."""
    return follows is not None and (
        follows.lower == "more"
        or follows.tag in ("VBD", "VBP", "VBN", "MD")
        or follows.lower in ("of", "others")
    )


def _leads_elsewhere(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "to", "at" and "an" belong to the number only in "up to", "at least", "an estimated"."""
    word, follows = tokens[at].lower, tokens[at + 1].lower
    if word == "to":
        return not at or tokens[at - 1].lower != "up"
    if word == "at":
        return follows not in ("least", "most")
    if word == "an":
        return follows not in ("estimated", "additional", "average")
    return word == "up" and follows != "to"


def _value(tokens: tuple[Token, ...], start: int, first: int, last: int) -> tuple[str | None, int]:
    """The number as digits, and where the quantity starts: a range "five to seven" starts, and counts, at five."""
    words = [part for token in tokens[first:last] for part in token.lower.split("-")]
    if words[0] in _FLOORS:
        more = _FLOORS.get(words[-1], 1) if len(words) == 3 else 1
        return str(_FLOORS[words[0]] * more), start
    if first - 2 >= 0 and tokens[first - 1].lower in ("to", "-", "–") and _is_number(tokens[first - 2]):
        words = tokens[first - 2].lower.split("-")
        start = first - 2
    if _is_between(tokens, first):
        words, start = tokens[first - 2].lower.split("-"), first - 3
    value = number(tuple(words))
    if value is None:
        return None, start
    return (f"{value:.0f}" if value == int(value) else f"{value:g}"), start
