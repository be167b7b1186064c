"""Words of time as letters: a sentence becomes a string with one letter for each word, and patterns are matched on it.

Rules:
- The words and their letters are data (`reading/en/time_words.txt`); any other word is `x`.
- Letters: M month, W weekday, U unit, S season, P part of a day, t today, r now, l last, n next, s this, e early,
  A ago, L later, v every, V daily, Q few, C number word, D number up to two digits, N other number, Y year, d 1990s,
  I written date, z clock time, O ordinal, h half, a a, T the, o of, k to, f about, @ in, m a.m., Z zone, y old,
  q Q3, G whole, B a day with a name (Easter).
- Words with hyphens are opened where a part of them is a word of time ("mid-June", "15-day", "2014-2016").
- "may" and "march" are months only where they cannot be verbs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.data import files
from testigo.reading.holidays import holidays
from testigo.reading.tokens import Sentence
from testigo.value import value

CORE = frozenset("MWUYSPtrdIzOVqBm/")
_ISO = re.compile(r"(?:1[5-9]|20|21)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.][0-5]\d)?")
_CLOCK_WORD = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)|(\d{1,2})h(\d\d)")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_DECADE = re.compile(r"((?:1[5-9]|20)\d|[2-9])0['’]?s")
_DOTTED_YEAR = re.compile(r"((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})")
_DOTTED_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
_ROUND = {"twenty": 20, "thirty": 30}
_MEASURE = re.compile(r"(\d+(?:\.\d+)?)([a-z]{1,7})")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_VERBS = frozenset({"may", "march"})
_NAMES = frozenset({"mar", "jan"})
_OPENERS = (
    "in of since until till by last this next early late mid from through to and between during before after on"
    " every each - – , ( the"
)
_OPENS_MONTH = frozenset(_OPENERS.split())


@value
class Line:
    """One sentence as letters: for word n, letters[n], its small-letter form, its value and its place in the text."""

    letters: str
    words: tuple[str, ...]
    values: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    sentence: int


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    text = files("testigo.reading.en").joinpath("time_words.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            letter, *entries = line.split()
            for entry in entries:
                word, _, value = entry.partition("=")
                table[word] = (letter, value)
    for mark in ",/-–—‑()":
        table[mark] = ("-" if mark in "-–—‑" else mark, "")
    return table


_TELLS: dict[
    str, bool
] = {}  # what `_may_tell` has said of words: the same in every text, thrown away when too many
_MOST = 1 << 15


def _may_tell(lower: str) -> bool:
    """Whether a word can be a time by itself or begin one."""
    letter = _vocabulary().get(lower, ("", ""))[0]
    if len(_TELLS) >= _MOST:
        _TELLS.clear()
    told = _TELLS[lower] = (
        letter in CORE
        or letter == "C"
        or lower in _ROUND
        or lower[0].isdigit()
        or "-" in lower
        or "–" in lower
    )
    return told


def line_of(sentence: Sentence) -> Line | None:
    """The sentence as letters, or None where no word of it can be a time."""
    named = holidays(sentence)
    if named:
        return _line(sentence, named)
    for lower in sentence.lowers:
        told = _TELLS.get(lower)
        if _may_tell(lower) if told is None else told:
            return _line(sentence, named)
    return None


def _line(sentence: Sentence, named: dict[int, tuple[int, str]]) -> Line | None:  # noqa: C901, PLR0912, PLR0915 - one pass, a branch for each kind
    table = _vocabulary()
    rows: list[tuple[str, str, str, int, int, str]] = []
    core = False
    skip = 0
    for number, token in enumerate(sentence.tokens):
        lower = token.lower
        if number < skip:
            continue
        if _TELLS.get(lower) is False and number not in named and lower not in table:
            rows.append(("x", lower, "", token.start, token.end, token.tag))  # most words
            continue
        if lower in _ROUND and number + 1 < len(sentence.tokens):
            more = table.get(sentence.tokens[number + 1].lower, ("", ""))
            if more[0] == "O" and more[1] < "9" and len(more[1]) == 1:
                last = sentence.tokens[number + 1]
                value = str(_ROUND[lower] + int(more[1]))
                rows.append(("O", f"{lower}-{last.lower}", value, token.start, last.end, "CD"))
                skip, core = number + 2, True
                continue
        if number in named:
            skip, name = named[number]
            rows.append(("B", name, name, token.start, sentence.tokens[skip - 1].end, token.tag))
            core = True
            continue
        known = table.get(lower)
        if known is not None:
            letter, value = known
            if letter == "M" and lower in _VERBS and not token.text[0].isupper():
                letter = "x"
        elif lower[0].isdigit():
            letter, value = _numeric(lower)
            measure = _MEASURE.fullmatch(lower) if letter == "x" else None
            if measure and table.get(measure[2], ("",))[0] == "U":
                middle = token.start + len(measure[1])
                rows.append(("N", measure[1], measure[1], token.start, middle, "CD"))
                rows.append(("U", measure[2], table[measure[2]][1], middle, token.end, "NNS"))
                core = True
                continue
            if (
                letter == "x"
                and ("-" in lower or "–" in lower)
                and _open(token.text, token.start, token.tag, rows)
            ):
                core = True
                continue
        elif lower.startswith(("twenty-", "thirty-")) and (known := _round_ordinal(lower)):
            letter, value = known
        elif "-" in lower and _open(token.text, token.start, token.tag, rows):
            core = True
            continue
        else:
            rows.append(("x", lower, "", token.start, token.end, token.tag))
            continue
        core = core or letter in CORE
        rows.append((letter, lower, value, token.start, token.end, token.tag))
    rows = _years_in_words(rows)
    core = core or any(row[0] == "Y" and row[5] == "YEAR" for row in rows)
    if not core:
        return None
    letters, words, values, starts, ends, tags = zip(*rows, strict=True)
    return Line(_settled("".join(letters), words), words, values, starts, ends, tags, sentence.index)


Row = tuple[str, str, str, int, int, str]


def _years_in_words(rows: list[Row]) -> list[Row]:
    """The rows with "nineteen ninety-nine", "two thousand and eighteen" as one year each, where a time may stand."""
    if sum(row[0] == "C" for row in rows) < 2:
        return rows
    out: list[Row] = []
    at = 0
    while at < len(rows):
        end, year = _year_at(rows, at) if rows[at][0] == "C" else (at, 0)
        dated = not out or out[-1][1] in _BEFORE_YEAR or out[-1][0] in "MDOSq,Uo"
        counts = end < len(rows) and rows[end][5] in ("NN", "NNS")  # "in two thousand trucks"
        if year and dated and not counts:
            out.append(("Y", "year", str(year), rows[at][3], rows[end - 1][4], "YEAR"))
            at = end
        else:
            out.append(rows[at])
            at += 1
    return out


_BEFORE_YEAR = frozenset(
    [
        "in",
        "of",
        "since",
        "from",
        "until",
        "till",
        "to",
        "by",
        "before",
        "after",
        "and",
        "year",
        "between",
        ",",
        "the",
        "through",
    ]
)


def _year_at(rows: list[Row], at: int) -> tuple[int, int]:
    """Where a year in words that begins at a row ends, and the year; 0 where there is none."""
    end = at
    while end < len(rows) and (
        rows[end][0] == "C" or (rows[end][0] in "&-" and end + 1 < len(rows) and rows[end + 1][0] == "C")
    ):
        end += 1
    words = [row[1] for row in rows[at:end] if row[0] == "C"]
    values = [int(row[2]) for row in rows[at:end] if row[0] == "C"]
    if len(words) < 2:
        return at, 0
    if values[:2] == [2, 1000] and sum(values[2:]) < 100 and 1000 not in values[2:] and 100 not in values[2:]:
        return end, 2000 + sum(values[2:])
    rest = values[1:]
    tens = (
        rest[0] >= 10
        and rest[0] < 100
        and (len(rest) == 1 or (len(rest) == 2 and rest[0] >= 20 and rest[1] < 10))
    )
    if values[0] in (18, 19, 20) and tens:
        return end, 100 * values[0] + sum(rest)
    return at, 0


def _settled(letters: str, words: tuple[str, ...]) -> str:
    """The letters with months that are verbs, and other look-alikes, taken out."""
    if "M" not in letters:
        return letters
    out = list(letters)
    for at, letter in enumerate(letters):
        if letter == "M" and words[at] in _VERBS:
            after = letters[at + 1] if at + 1 < len(letters) else ""
            before = words[at - 1] if at else ""
            named = before in _OPENS_MONTH or (after and after in "DOYN,-" and (before or after not in ",-"))
            named = named or _DAY.fullmatch(before) is not None  # "on 6 March", "6th May"
        elif letter == "M" and words[at] in _NAMES:  # "on Mar 14", not "in Mar del Sur", "Jan Novak"
            named = letters[at + 1 : at + 2] in ("D", "O", "Y") or letters[max(0, at - 1) : at] in ("D", "O")
            named = named or (words[at] == "jan" and at > 0 and words[at - 1] in _OPENS_MONTH)
        else:
            continue
        if not named:
            out[at] = "x"
    return "".join(out)


@lru_cache(maxsize=4096)
def _numeric(lower: str) -> tuple[str, str]:
    """Letter and value of a word that begins with a digit."""
    if not lower.isascii():
        return "x", ""
    if lower.isdigit():
        if len(lower) <= 2:
            return "D", lower
        return ("Y", lower) if len(lower) == 4 and "1000" <= lower <= "2199" else ("N", lower)
    for shape, letter in (
        (_ISO, "I"),
        (_ORDINAL, "O"),
        (_DECADE, "d"),
        (_DOTTED_DATE, "I"),
        (_DOTTED_YEAR, "I"),
    ):
        match = shape.fullmatch(lower)
        if match:
            return letter, _written(match, letter)
    clock = _CLOCK.fullmatch(lower)
    if clock:
        return "z", f"{int(clock[1]):02d}:{clock[2]}"
    clock = _CLOCK_WORD.fullmatch(lower)
    if clock:
        return "z", _twelve(clock)
    if _NUMBER.fullmatch(lower):
        return "N", lower.replace(",", "")
    return "x", ""


def _written(match: re.Match[str], letter: str) -> str:
    if letter == "I" and match.re is _DOTTED_DATE:
        day, month, year = match.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}"
    if letter == "I" and match.re is _DOTTED_YEAR:
        year, month, day = match.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return match[1] if letter in "Od" else match[0]


def _twelve(match: re.Match[str]) -> str:
    if match[4]:
        return f"{int(match[4]):02d}:{match[5]}"
    hour = int(match[1]) % 12 + (12 if match[3] == "pm" else 0)
    return f"{hour:02d}" + (f":{match[2]}" if match[2] else "")


def _round_ordinal(lower: str) -> tuple[str, str] | None:
    """As in "twenty-first": the letter and value of an ordinal in two words."""
    tens, _, unit = lower.partition("-")
    letter, value = _vocabulary().get(unit, ("", ""))
    return ("O", str(_ROUND[tens] + int(value))) if letter == "O" and len(value) == 1 else None


_PIECE = re.compile(r"[^-‐‑–]+|[-‐‑–]")


def _open(text: str, start: int, tag: str, rows: list[tuple[str, str, str, int, int, str]]) -> bool:
    """Append the parts of a word with hyphens, where one is a word of time; False: it is none."""
    table = _vocabulary()
    found: list[tuple[str, str, str, int, int, str]] = []
    some = False
    for piece in _PIECE.finditer(text):
        lower = piece[0].lower()
        letter, value = table.get(lower) or (_numeric(lower) if lower[0].isdigit() else ("x", ""))
        if letter == "M" and lower in _VERBS and not piece[0][0].isupper():
            letter = "x"
        some = some or letter in "MWUYSPtdVOq"
        found.append((letter, lower, value, start + piece.start(), start + piece.end(), tag))
    kinds = {row[0] for row in found}
    if not some and not kinds <= {"D", "-"} and not {"C", "h"} <= kinds <= {"C", "-", "&", "a", "h"}:
        return False
    rows.extend(found)
    return True
