"""The finer act of reference/acts.csv that a claim's own words tell, or none.

Rules:
- The words are those of the claim's trigger and span; a line of en/details.txt matches by the beginnings of words.
- The first matching line of the coarse act is taken. Where no line matches there is no finer act.
"""

from __future__ import annotations

import re
from functools import cache

from testigo.data import files

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # never over white space


@cache
def _lines() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Coarse act -> (finer act, beginnings of words), in order. A constant table."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for line in files("testigo.reading.en").joinpath("details.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            act, detail, words = (cell.strip() for cell in line.split("|"))
            found.setdefault(act, []).append((detail, tuple(words.split())))
    return {act: tuple(lines) for act, lines in found.items()}


def details() -> frozenset[str]:
    """Every finer act that can be given."""
    return frozenset(detail for lines in _lines().values() for detail, _ in lines)


def detail_of(act: str, words: str) -> str | None:
    """The finer act of a coarse one by the words of its clause, or None."""
    lines = _lines().get(act, ())
    if not lines:
        return None
    first = len(lines)
    for number, (_, beginnings) in enumerate(lines):
        if not beginnings:
            first = number
            break
    met = _MET.setdefault(act, {})
    for stretch in words.lower().split():
        line = met.get(stretch)
        if line is None:
            if len(met) >= _MOST:
                met.clear()
            line = met[stretch] = _line_of(act, stretch)
        first = min(first, line)
    return lines[first][0] if first < len(lines) else None


_MET: dict[str, dict[str, int]] = {}  # what `_line_of` has said, by act: the same in every text
_MOST = 1 << 12


def _line_of(act: str, stretch: str) -> int:
    """The first line of an act that names a beginning of a word of the stretch; past the last line where none does."""
    lines, words = _lines()[act], _WORD.findall(stretch)
    for number, (_, some) in enumerate(lines):
        if some and any(word.startswith(some) for word in words):
            return number
    return len(lines)
