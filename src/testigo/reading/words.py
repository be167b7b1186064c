"""Where the words of a text stand: a tokeniser by one regular expression.

Rules:
- Every token is a run of code points of the text; nothing is changed, nothing is left out but white space and the
  number of a note right behind a word ("police[3] said").
- Words keep their hyphens ("Nammun-dong", "Chinese-made") and inner apostrophes ("O'Brien"); "'s" and "n't" stand alone.
- A known abbreviation, an initial and letters with dots keep their dot ("Aug.", "J.", "U.S."), and so does an outlet
  called by its address ("Karsan.news"). "LGBTQI+" keeps its sign.
- Combining marks belong to their letter. One pass: the time is linear in the length, whatever the text.
"""

from __future__ import annotations

import re

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903"
    "\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u200c\u200d"
)
_W = rf"[\w{_MARKS}]"
_CLITIC = r"(?:s|S|re|ve|ll|d|m|t|RE|VE|LL|D|M|T)\b"
_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]{{1,2000}}(?<![.,;:!?)\]}}'’])
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}
    | (?:[A-Za-z]\.){{2,8}}(?!\w)
    | (?-i:[A-Z][A-Za-z]{{1,20}}\.(?:news|org|com|net|info|press|tv|az|uz|kg|kz|by))(?!\w)
    | (?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|might|need)(?=n['’]t\b)
    | n['’]t\b
    | ['’]{_CLITIC}
    | \d+(?:[.,:]\d+)+(?!\w)
    | \d{{1,2}}[:.]\d\d(?:am|pm)\b
    | (?-i:LGBT[A-Z]{{0,6}}\+)(?:[-‐‑]{_W}+){{0,5}}
    | {_W}+(?:['’](?!{_CLITIC}){_W}+|[-‐‑]{_W}+){{0,20}}
    | \.{{2,}} | -{{2,}}
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)

_NOTE = re.compile(r"\[\d{1,3}\]")  # the number of a note, behind a word

_PLAIN = re.compile(
    _TOKEN.pattern[_TOKEN.pattern.index("(?:[A-Za-z]") :], _TOKEN.flags
)  # for text without addresses
_ADDRESS = re.compile(r"[wW][wW][wW]\.")

_DOTTED = (
    "mr mrs ms dr prof gen brig col lt maj sgt capt cmdr adm insp supt gov sen rep rev st hon jan feb mar apr jun jul aug sep sept oct nov"
    " dec vs etc al inc ltd co corp art approx jr sr pp ca vol fig dept est prov"
)
ABBREVIATIONS = frozenset(_DOTTED.split())


_AFTER = frozenset(',;:!?)"”.')  # marks that stand alone behind a plain word


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The tokens of text[start:end] as (start, end) in the whole text, in order."""
    found: list[tuple[int, int]] = []
    part = text[start:end]
    plain = "@" not in part and "://" not in part and not _ADDRESS.search(part)
    pattern = _PLAIN if plain else _TOKEN
    known = _CUT if plain else {}
    first = last = start
    for chunk in part.split():  # no token holds white space, and most chunks are plain words
        if text[first] != chunk[0]:
            first = text.index(chunk, last)
        last = first + len(chunk)
        cut = known.get(chunk)
        if cut is not None:
            for one, other in cut:
                found.append((first + one, first + other))
        elif plain and len(chunk) < _SHORT and "." not in chunk:
            if len(known) >= _MOST:
                known.clear()
            cut = known[chunk] = tuple(_cut(pattern, chunk, 0, len(chunk), len(chunk)))
            for one, other in cut:
                found.append((first + one, first + other))
        else:
            found.extend(_cut(pattern, text, first, last, end))
        first = last + 1
    return found


_CUT: dict[str, tuple[tuple[int, int], ...]] = {}  # stretches without a dot: the same in every text
_MOST = 1 << 15
_SHORT = 40


def _cut(pattern: re.Pattern[str], text: str, first: int, last: int, end: int) -> list[tuple[int, int]]:
    """The tokens of text[first:last], a stretch without white space in a text up to `end`."""
    found: list[tuple[int, int]] = []
    chunk = text[first:last]
    if chunk.isalpha():
        found.append((first, last))
    elif chunk[-1] in _AFTER and chunk[:-1].isalpha() and (pattern is _PLAIN or chunk[-1] == ","):
        if chunk[-1] == "." and len(chunk) < 8 and _keeps_dot(text, first, last - 1, end):
            found.append((first, last))
        else:
            found.append((first, last - 1))
            found.append((last - 1, last))
    else:
        _tokens(pattern, text, first, last, end, found)
    return found


def _tokens(
    pattern: re.Pattern[str], text: str, start: int, stop: int, end: int, found: list[tuple[int, int]]
) -> None:
    """Append the tokens of text[start:stop], a stretch without white space in a text up to `end`, to `found`."""
    skip = -1
    for match in pattern.finditer(text, start, stop):
        first, last = match.span()
        if first < skip:
            continue
        note = _NOTE.match(text, first, stop) if first > start else None
        if note is not None:
            skip = note.end()
            continue
        if last < stop and text[last] == "." and last - first < 7 and _keeps_dot(text, first, last, end):
            last += 1
            skip = last
        found.append((first, last))


def _keeps_dot(text: str, first: int, last: int, end: int) -> bool:
    word = text[first:last]
    if word.lower() in ABBREVIATIONS:
        return True
    follows = text[last + 1 : min(last + 3, end)].lstrip()
    if word in ("No", "Nos", "no", "p", "pp", "b"):  # "Ana Lo (b. 1980)"
        return bool(follows) and follows[0].isdigit()
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    return initial and bool(follows) and (follows[0].isalpha() or follows[0] == ",")  # "Merdan A., a student"
