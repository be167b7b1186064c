"""A text as words with their places: sentences, stems, numbers, days, names. Rough on purpose, the same in every language.

Rules:
- A stem is a word in lower case without its commonest English endings. It serves comparing, never showing.
- A number is a value with the noun it counts ("three of his neighbors": 3, neighbor). Years, days of months, ages in
  tens ("in her 30s") and clock times are no numbers.
- A name is a word with a capital inside a sentence, other than months, weekdays and words that are always so written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from testigo.claim import Span

_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?s?|[^\W\d_]+(?:[’'\-‐][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:[.!?…]|다\.)[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9가-힣])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Gen|Col|Lt|Sgt|a\.m|p\.m)|\b[A-Z])\.$"
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
MONTHS = (
    {name: n for n, name in enumerate(_MONTHS, 1)}
    | {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(_ONES.split())}
_SMALL |= {word: n * 10 for n, word in enumerate(_TENS.split(), 2)}
_IN_TENS = {f"{w.removesuffix('y')}ies": f"{n}s" for w, n in _SMALL.items() if w.endswith("ty")}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_BETWEEN_WORDS = """
of his her their its the these those this that our my your such other more some about
"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y")
_LITTLE = """
a an the and or but of in on at to from by for with without as is are was were be been being has
have had having do does did not no nor so than then that this these those there their they them he
she him her his hers it its we us our you your i me my who whom whose which what when where why how
if while after before since until during into onto over under out up down off about again also all
any both each few more most other some such only own same too very can could may might must shall
should will would said says say told tell tells saying according report reports reported reporting
source sources people one two news
"""
STOP = frozenset(_LITTLE.split())
MOST_KEPT = 8192
"""Sentences whose words are kept: a text is looked at from many sides, one after the other."""


_OF_NAMES = """
north south east west northern southern korea korean republic democratic people province provincial
county city town district village river office state ministry minister government party committee
national security central public bureau branch police army border court department union workers
street market school hotel instruction order law decree telegram no nos mr mrs ms dr president
leader general colonel captain lieutenant sergeant human rights photo picture radio
"""
GENERIC = frozenset(_OF_NAMES.split())
"""Words that are written with a capital in names, and tell nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands. low: in lower case; capital: whether it begins with one; first: of its sentence."""

    span: Span
    low: str
    capital: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number as told: its value, the stem of the noun that it counts ("" where none follows), its place."""

    value: float
    noun: str
    span: Span


def sentences(text: str, within: Span) -> Iterator[Span]:
    """The sentences of a passage, in order, without the blanks around them."""
    start = within.start
    for match in _SENTENCE.finditer(text, within.start, within.end):
        if _ABBREVIATED.search(text, max(start, match.start() - 5), match.start() + 1):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, within.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)


def words(text: str, within: Span, *, first: bool = True) -> list[Word]:
    """The words of one sentence or clause, in order. first: whether its first word begins with a capital for that reason alone."""
    return list(_words(text, within.start, within.end, first=first))


@functools.lru_cache(maxsize=MOST_KEPT)
def _words(text: str, start: int, end: int, *, first: bool) -> tuple[Word, ...]:
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        low = match[0].lower().removesuffix("’s").removesuffix("'s")
        found.append(Word(Span(match.start(), match.end()), low, match[0][0].isupper(), first and not found))
    return tuple(found)


@functools.lru_cache(maxsize=MOST_KEPT)
def stem(low: str) -> str:
    """A word in lower case without its ending: never shorter than three letters."""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: -len(ending)]
    return low


def content(some: list[Word]) -> list[str]:
    """The stems of the words that carry meaning, in order: no little words, no numbers."""
    return [
        stem(w.low)
        for w in some
        if w.low not in STOP
        and _part(w.low) is None
        and w.low not in _LARGE
        and (len(w.low) > 2 or w.low >= "가")
        and not w.low[0].isdigit()
    ]


def names(some: list[Word]) -> list[str]:
    """Words with a capital inside the sentence, in lower case; a capital at its start tells nothing."""
    return [
        w.low for w in some
        if w.capital and not w.first and w.low not in MONTHS and w.low not in DAYS and w.low not in STOP and w.low not in GENERIC
        and len(w.low) > 1
    ]  # fmt: skip


def days(some: list[Word]) -> list[tuple[int, int]]:
    """Days of months that are told, as month and day: "March 19", "19 March", "Nov. 24"."""
    found: list[tuple[int, int]] = []
    for n, word in enumerate(some):
        month = MONTHS.get(word.low) if word.capital else None
        beside = [*some[max(0, n - 1) : n], *some[n + 1 : n + 2]] if month else []
        found += [(month or 0, int(w.low)) for w in beside if w.low.isdigit() and 0 < int(w.low) < 32]
    return found


def ages(some: list[Word]) -> list[str]:
    """Ages told in tens: "40s" for "in his 40s" and "in his forties"."""
    return [_IN_TENS.get(w.low, w.low) for w in some if w.low in _IN_TENS or re.fullmatch(r"[1-9]0s", w.low)]


def numbers(some: list[Word]) -> list[Number]:
    """The numbers of a sentence with what they count."""
    found, n = [], 0
    while n < len(some):
        value, after = _value(some, n)
        if value is None or _is_date(some, n, value):
            n += 1
            continue
        span = Span(some[n].span.start, some[after - 1].span.end)
        found.append(Number(value, _noun(some, after), span))
        n = after
    return found


def _value(some: list[Word], at: int) -> tuple[float | None, int]:
    """The value of the number that begins at a word, and the word after it."""
    total, value, start = 0.0, None, at
    while at < len(some):
        part = _part(some[at].low)
        if part is None:
            large = _LARGE.get(some[at].low)
            if large is None or value is None:
                break
            value *= large
            if large >= 1000:
                total, value = total + value, 0.0
        elif value is None or (0 < part < 100 and at > start and _LARGE.get(some[at - 1].low)):
            value = (value or 0.0) + part
        else:
            break
        at += 1
    return (None, start + 1) if value is None else (total + value, at)


def _part(low: str) -> float | None:
    if low[0].isdigit():
        return None if low.endswith("s") else float(low.replace(",", ""))
    tens, dash, ones = low.replace("‐", "-").partition("-")
    if dash:
        return float(_SMALL[tens] + _SMALL[ones]) if tens in _SMALL and ones in _SMALL else None
    return float(_SMALL[low]) if low in _SMALL else None


def _is_date(some: list[Word], at: int, value: float) -> bool:
    beside = [*some[max(0, at - 1) : at], *some[at + 1 : at + 2]]
    if some[at].low.isdigit() and 1900 <= value <= 2100:
        return True
    if value < 32 and any(w.capital and w.low in MONTHS for w in beside):
        return True
    return bool(beside) and beside[-1].low in ("a", "p", "am", "pm") and value < 25


def _noun(some: list[Word], at: int) -> str:
    """The stem of the noun that a number counts: the first word of meaning within four, names passed over."""
    for word in some[at : at + 4]:
        if word.low in _BETWEEN or word.capital:
            continue
        return "" if word.low in STOP or word.low[0].isdigit() else stem(word.low)
    return ""
