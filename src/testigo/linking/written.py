"""A name as it is written: titles off, script, words, and how much of a name it is.

Rules:
- Titles and forms of address say nothing about the name and are taken off (titles.py).
- "surnamed Chong", "김모", "Mr. Kim X" tell a surname alone. A name in which the rest is one letter is initials.
- "(a pseudonym)", "(alias)", "가명" or quotation marks around the whole mark a name that its bearer may not bear.
- Hangul beside Latin letters wins: it says more. In "Kim Jong Un (김정은)" the rest is dropped.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from functools import lru_cache

from testigo.linking.titles import korean_titles, titles, without_korean_titles, without_titles
from testigo.value import value


class Extent(enum.Enum):
    """How much of a name is told."""

    WHOLE = "whole"
    SURNAME = "surname"
    INITIALS = "initials"


WHOLE = Extent.WHOLE


@value
class Written:
    """A name made ready to be read. text: as given; words: its words, each as its parts at hyphens, lower case.

    capitals: whether a word stands all in capitals ("KIM Jong Un"), by word. hangul: the name if in Hangul, else "".
    """

    text: str
    words: tuple[tuple[str, ...], ...]
    capitals: tuple[bool, ...]
    hangul: str
    extent: Extent
    pseudonym: bool


_SURNAMED = re.compile(
    r"^(?:(?:a|an|the)\s+)?(?:\w+\s+)?(?:surnamed|with the (?:surname|family name)(?: of)?|family name)\s+",
    re.IGNORECASE,
)
_PSEUDONYM = re.compile(
    r"\(?\b(?:a\s+)?(?:pseudonym|alias|not (?:his|her|their) real name)\b\)?|\(?가명\)?", re.IGNORECASE
)
_INITIAL = re.compile(r"\b[A-Z][a-z]?\.")
_HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")
_SOMEBODY = re.compile(r"(?:모|某|○+|O{2,}|X{1,2}|\*+)$")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´ʹ′", "'"))
_FOR_BREVES = re.compile(r"(?<=[A-Za-z-])([ou])'(?=[a-z\s-]|$)")  # "Cho'ng-u'n": an apostrophe for the breve
_HYPHENS = re.compile(r"[-‐‑–—]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT = {"̆"}  # the breve of ŏ and ŭ

_PLAIN = re.compile(r"[A-Z][a-zŏŭ]*(?:[ -](?:[A-ZŎŬ]?[a-zŏŭ]*[kptch]')?[A-ZŎŬ]?[a-zŏŭ]+){1,3}")
"""A name without anything odd: no title, bracket, initial, capitals within, or apostrophe but those of ch' k' p' t'."""
_PLAIN_HANGUL = re.compile(r"[가-힣]{2,3}")
_NO_CAPITALS = tuple((False,) * count for count in range(5))
_ODD_WORDS = frozenset(
    ("alias", "pseudonym", "surnamed", "surname", "family", "name", "with", "x", "xx", "oo", "ooo")
)


def written(text: str) -> Written:
    """The name made ready; a text without any letter gives no words."""
    if _PLAIN.fullmatch(text) and (found := _plainly(text)):
        return found
    if _PLAIN_HANGUL.fullmatch(text) and not text.endswith(_hangul_ends()):
        return Written(text, (), (), text, WHOLE, False)
    return _written(text)


@lru_cache(maxsize=1)
def _odd_words() -> frozenset[str]:
    """Words that a plain name has none of, initials among them. "An", "O", "U" and "I" are surnames."""
    return (titles() | _ODD_WORDS | set("bcdefghjklmnpqrstvwxyzŏŭ")) - {"a", "an"}


@lru_cache(maxsize=1)
def _hangul_ends() -> tuple[str, ...]:
    return (*sorted(korean_titles()), "모", "가명")


def _plainly(text: str) -> Written | None:
    """The same as `_written` for names without anything odd, in a tenth of the time; None where a word may be a title."""
    lower = text.lower()
    flat = lower.replace("-", " ").split(" ")
    if not _odd_words().isdisjoint(flat):
        return None
    if "-" in lower:
        words = tuple([tuple(word.split("-")) for word in lower.split(" ")])
    else:
        words = tuple([(word,) for word in flat])
    return Written(text, words, _NO_CAPITALS[len(words)], "", WHOLE, False)


def _written(text: str) -> Written:
    pseudonym = bool(_PSEUDONYM.search(text)) or bool(re.fullmatch(r"\s*[\"“‘'].*[\"”’']\s*", text))
    bare = _PSEUDONYM.sub(" ", text).strip(' "“”')
    surnamed = _SURNAMED.match(bare)
    bare = _SURNAMED.sub("", bare)
    hangul = _HANGUL.search(bare)
    if hangul:
        return _in_hangul(text, hangul[0], bool(surnamed), pseudonym)
    bare, titled = without_titles(bare)
    words, capitals = _words(bare)
    extent = Extent.WHOLE
    placeholder = capitals and (capitals[-1] or len(words[-1][0]) == 1)  # "Kim OO"; "Zaw Min Oo" is a name
    if placeholder and len(words) > 1 and len(words[-1]) == 1 and _SOMEBODY.fullmatch(words[-1][0].upper()):
        words, capitals, extent = words[:-1], capitals[:-1], Extent.SURNAME
    elif surnamed or (titled and len(words) == 1):
        extent = Extent.SURNAME
    elif _INITIAL.search(bare) or any(
        len(part) == 1 and part not in "ioua" for word in words for part in word
    ):
        extent = Extent.INITIALS
    return Written(text, words, capitals, "", extent, pseudonym)


def _in_hangul(text: str, found: str, surnamed: bool, pseudonym: bool) -> Written:
    name, _ = without_korean_titles(found)
    extent = Extent.SURNAME if surnamed else Extent.WHOLE
    if len(name) == 2 and _SOMEBODY.search(name):
        name, extent = name[:1], Extent.SURNAME
    elif len(name) == 1:
        extent = Extent.SURNAME
    return Written(text, (), (), name, extent, pseudonym)


def _words(bare: str) -> tuple[tuple[tuple[str, ...], ...], tuple[bool, ...]]:
    plain = _letters(bare.translate(_APOSTROPHES))
    plain = _FOR_BREVES.sub(lambda found: "ŏ" if found[1] == "o" else "ŭ", plain)
    if "," in plain:  # "Kim, Jong Un": the surname first, as Korean has it anyway
        plain = plain.replace(",", " ")
    raw = [word for word in re.sub(r"[.()\[\]\"“”]", " ", plain).split() if any(c.isalpha() for c in word)]
    words, capitals = [], []
    for word in raw:
        parts = [part for part in _HYPHENS.split(_CAMEL.sub("-", word)) if part]
        words.append(tuple(part.lower() for part in parts))
        capitals.append(len(word) > 1 and word.isupper())
    return tuple(words), tuple(capitals)


def _letters(text: str) -> str:
    """Accents off, except the breves that tell ŏ from o."""
    apart = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in apart if not unicodedata.combining(c) or c in _KEPT)
    return unicodedata.normalize("NFC", kept)
