"""Ranks, offices and forms of address beside a name, in English and Korean: they say nothing about the name.

Rules:
- English titles stand before a name ("Lieutenant Colonel", "Vice Minister", "the late Dr.") or behind a comma or in brackets
  ("Kim Chol, director of the mine"). The surname 안 is spelt "An": only a small "an" is an article.
- Korean ones stand behind a name, with a blank or without, or before it ("국장 강춘화", "강춘화 국장").
- 원수, 대사, 상사 are given names too: without a blank, a title of the kind is taken off only where a whole name is left. Those of
  SURE are no given names: "강국장" is the surname and a title.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.linking.person_words import word_list

SURE = frozenset(
    ("국장", "과장", "부장", "실장", "처장", "반장", "비서", "대좌", "상좌", "중좌", "소좌", "대위", "중위", "소위", "사장", "서장",
     "씨", "님", "동지", "동무", "여사", "선생", "모씨")
)  # fmt: skip
APART_ONLY = frozenset(("군", "양"))
"""Titles of one syllable that many names end with."""
_BEFORE_NAME = re.compile(r"(전|현|북한|조선|신임)$")


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """English words of titles, in lower case; articles among them."""
    return word_list("title")


@lru_cache(maxsize=1)
def korean_titles() -> tuple[str, ...]:
    """Korean titles, the longest first."""
    return tuple(sorted(word_list("korean-title"), key=lambda title: (-len(title), title)))


def _is_title(word: str) -> bool:
    bare = word.strip(".,()")
    return bare.lower() in titles() and bare not in ("An", "A")


def without_titles(text: str) -> tuple[str, bool]:
    """A name in Latin letters without its titles, and whether it had one before it."""
    words = _in_front_of_titles(text).split()
    parts = [[part for part in word.split("-") if part] for word in words]
    front = 0
    while front < len(words) - 1 and all(map(_is_title, parts[front])) and parts[front]:
        front += 1
    last = len(words)
    while last > front + 1 and _is_title(words[last - 1]) and words[last - 1].islower():
        last -= 1
    addressed = any(word.strip(".,").lower() not in ("the", "a", "an") for word in words[:front])
    return " ".join(words[front:last]), addressed


def _in_front_of_titles(text: str) -> str:
    """What stands before a comma or a bracket that a title follows: "Kim Chol, director of the mine"."""
    for mark in re.finditer(r"[,(]\s*", text):
        behind = text[mark.end() :].split()
        if mark.start() and behind and _is_title(behind[0]) and text[: mark.start()].strip():
            return text[: mark.start()]
    return text


def without_korean_titles(words: str) -> tuple[str, bool]:
    """A name in Hangul, blanks and all, without its titles, and whether it had one."""
    parts = [part for part in words.split(" ") if part]
    kept = [part for n, part in enumerate(parts) if not _stands_alone(part, n)] or parts[-1:]
    if len(kept) > 1:  # "강 춘화" is one name; what stands far in front of it is no part of it
        kept = kept[-2:] if len(kept[-2]) <= 2 and len(kept[-1]) <= 2 else kept[-1:]
    name, joined = _unjoined("".join(kept))
    return name, joined or len(kept) < len(parts)


def _stands_alone(part: str, place: int) -> bool:
    """Whether a word is a title, or what stands before one: 강춘화 국장, 전 국장 강춘화."""
    known = korean_titles()
    ended = len(part) > 3 and part.endswith(tuple(title for title in known if len(title) > 1))
    return (
        part in known
        or (place == 0 and bool(_BEFORE_NAME.fullmatch(part)))
        or (place == 0 and ended and len(part) > 4)
    )


def _unjoined(name: str) -> tuple[str, bool]:
    """Without a title that is joined to it. A surname alone is left before a title of SURE; else two syllables, or three."""
    for title in korean_titles():
        left = len(name) - len(title)
        sure = title in SURE
        if (
            name.endswith(title)
            and title not in APART_ONLY
            and left >= (1 if sure else 3)
            and (sure or len(title) > 1)
        ):
            return name[:left], True
    return name, False
