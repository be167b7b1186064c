"""Which population group a phrase speaks of, by its words.

Rules:
- A phrase has the id of a group where it names the group in one of the ways of the reference table, at its head or in
  what defines it ("families of defectors", "anyone who imitates the puppets' speech").
- The narrower group comes before the wider one: families of defectors are no defectors.
- A group is what the report says of people. No person is put into one by anything but the words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.claim import Span
from testigo.data import files
from testigo.made import kept
from testigo.reading.gazetteer import Gazetteer, Index, indexed
from testigo.reading.tokens import Document
from testigo.reference import tables
from testigo.value import value

_TOO_WIDE = frozenset({"managers", "guides", "spies", "elite", "officials", "soldiers", "troops"})
_KIN_OF = re.compile(
    r"(?:\w+ )?(?:family|families|relatives|wives|husbands|parents|children|sons|daughters) of ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@value
class GroupFound:
    """The group of a phrase: row of the groups table, and the rule that gave it."""

    id: str
    rule: str


@lru_cache(maxsize=1)
def _index() -> Gazetteer:
    return Gazetteer(*_names())


@kept("groups")
def _names() -> Index:
    pairs: list[tuple[str, str]] = []
    for row in tables.groups().values():
        for name in (row.name, *row.aliases):
            if name in _TOO_WIDE:
                continue
            pairs.append((name.split(" (")[0], row.id))
            if name.endswith("s") and len(name) > 4:
                pairs.append((name[:-1], row.id))
    return indexed(pairs)


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("testigo.reading.en").joinpath("group_words.txt").read_text("utf-8")
    found: list[tuple[str, tuple[str, ...]]] = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            group, *patterns = line.split()
            found.extend((group, tuple(pattern.split("+"))) for pattern in patterns)
    return tuple(found)


def group_of(document: Document, span: Span) -> GroupFound | None:
    """The group that the phrase at `span` speaks of, or None."""
    found = _group_of(document, span)
    if found is None or tables.groups()[found.id].kind in ("kin", "songbun", "vulnerable"):
        return found
    return None if _KIN_OF.match(span.of(document.text)) else found


def _group_of(document: Document, span: Span) -> GroupFound | None:
    written = _WORD.findall(span.of(document.text))
    told = any(_may_tell(word) for word in written)
    words = tuple([word.lower() for word in written]) if told else ()
    group = _by_words(words) if words else None
    if group is not None:
        return GroupFound(group, "group.words")
    sentence = document.sentence_at(span.start)
    if sentence is not None:
        first, last = sentence.tokens_in(span)
        hits = _index().scan(sentence, first, last)
        longest = max(hits, key=lambda hit: (hit.last - hit.first, -hit.first), default=None)
        if longest is not None and (longest.last - longest.first > 1 or longest.first - first <= 2):
            return GroupFound(longest.entries[0], "group.name")
    group = _by_head(words) if words else None
    return None if group is None else GroupFound(group, "group.head")


_TELLS: dict[str, bool] = {}  # what `_may_tell` has said: the same in every text, thrown away when too many
_MOST = 1 << 15


def _may_tell(word: str) -> bool:
    """Whether a word begins with a stem of some pattern."""
    told = _TELLS.get(word)
    if told is None:
        if len(_TELLS) >= _MOST:
            _TELLS.clear()
        told = _TELLS[word] = word.lower().startswith(_all_stems())
    return told


@lru_cache(maxsize=1)
def _all_stems() -> tuple[str, ...]:
    return tuple({stem for _, stems in _stems() for stem in stems})


@lru_cache(maxsize=8192)
def _by_words(words: tuple[str, ...]) -> str | None:
    """The first group all of whose stems, two or more, stand among the words."""
    index = _by_first_letters()
    some = sorted({number for word in words for number in index.get(word[:2], ())})
    for number in some:
        group, stems = _stems()[number]
        if len(stems) > 1 and all(any(word.startswith(stem) for word in words) for stem in stems):
            return group
    return None


@lru_cache(maxsize=8192)
def _by_head(words: tuple[str, ...]) -> str | None:
    """The first group whose one stem stands before the first qualifier."""
    index, head = _by_first_letters(), _before_qualifier(words)
    for number in sorted({number for word in head for number in index.get(word[:2], ())}):
        group, stems = _stems()[number]
        if len(stems) == 1 and any(word.startswith(stems[0]) for word in head):
            return group
    return None


@lru_cache(maxsize=1)
def _by_first_letters() -> dict[str, list[int]]:
    """The patterns by the first two letters of their first stem."""
    index: dict[str, list[int]] = {}
    for number, (_, stems) in enumerate(_stems()):
        index.setdefault(stems[0][:2], []).append(number)
    return index


_QUALIFIERS = frozenset(
    {"of", "from", "in", "at", "who", "that", "with", "along", "on", "whose", "for", "near"}
)


def _before_qualifier(words: tuple[str, ...]) -> tuple[str, ...]:
    for at, word in enumerate(words):
        if word in _QUALIFIERS and at:
            return words[:at]
    return words
