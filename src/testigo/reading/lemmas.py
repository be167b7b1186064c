"""The base form of an English word, by its tag: irregular forms from en/irregular.txt, the rest by spelling.

Rules:
- Only verbs and plural nouns change; every other word is its own lower-case form.
- A wrong base form must not matter much: word lists match on the form too.
"""

from __future__ import annotations

from functools import cache

from testigo.data import files
from testigo.made import kept


def lemma(lower: str, tag: str) -> str:
    """The base form of a lower-case word with a Penn Treebank tag."""
    if tag[0] != "V" and tag != "NNS":
        return lower
    known = _MET.get(tag)
    if known is None:
        known = _MET[tag] = {}
    return known.get(lower) or _met(known, lower, tag)


_MET: dict[
    str, dict[str, str]
] = {}  # base forms by tag and word: the same in every text, thrown away when too many
_MOST = 1 << 14


def _met(known: dict[str, str], lower: str, tag: str) -> str:
    if len(known) >= _MOST:
        known.clear()
    if tag == "NNS":
        base = _irregular()[1].get(lower) or _noun(lower)
    else:
        base = _irregular()[0].get(lower) or _verb(lower, tag)
    known[lower] = base
    return base


@cache
def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    """Verb forms and noun plurals that no rule gives: form -> base. A constant table, read once."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    lines = files("testigo.reading.en").joinpath("irregular.txt").read_text("utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        kind, base, *forms = line.split()
        table = verbs if kind == "v" else nouns
        table.update(dict.fromkeys(forms, base))
    return verbs, nouns


_VOWELS = frozenset("aeiou")


def _verb(word: str, tag: str) -> str:
    if tag == "VBZ" and word.endswith("s"):
        return _without_s(word)
    if tag in ("VBD", "VBN") and word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if tag in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return _stem(word[:-2])
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3])
    return word


@cache
@kept("base forms")
def _bases() -> frozenset[str]:
    """Base forms that the word lists name: the first choice for any form. A constant table."""
    found = set(_irregular()[0].values())
    folder = files("testigo.reading.en")
    tables = (folder.joinpath(name).read_text("utf-8") for name in ("verbs.txt", "states.txt"))
    for line in (line for table in tables for line in table.splitlines()):
        if line and not line.startswith("#"):
            found.update(line.split("|")[1].split())
    return frozenset(found)


def is_verb(word: str) -> bool:
    """Whether a lower-case word is the base form of a verb that the word lists know."""
    return word in _bases()


def is_past_form(word: str) -> bool:
    """Whether a lower-case word is a past form that the table of irregular verbs knows, and no base form."""
    return word in _irregular()[0] and not word.endswith(("ing", "s")) and word not in _bases()


def _stem(stem: str) -> str:
    """The base form whose -ed or -ing form has this stem: "plann" -> "plan", "sentenc" -> "sentence"."""
    for base in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
        if base in _bases():
            return base
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsfzo":
        return stem[:-1]
    if stem[-1:] in ("c", "v", "u", "z") or stem.endswith(_NEEDS_E):
        return stem + "e"
    if _is_short(stem):
        return stem + "e"
    return stem


_NEEDS_E = (
    "at", "as", "ang", "eng", "dg", "arg", "erg", "urg", "iz", "is", "ns", "rs", "us", "os", "bl", "dl", "gl", "pl",
    "tl", "fl", "cl", "uir", "ir", "ur", "ag", "ieg", "leg", "ut", "id", "ad", "lud", "ud", "cit", "vit", "nit",
    "quit", "plor", "gnor", "stor", "rit", "fin", "min", "bin", "lin", "cut", "cid", "vid", "uid", "ok", "ak", "ik", "ap", "op", "am", "um",
    "om", "ys", "ol", "ul", "il", "iv", "yp", "uc",
)  # fmt: skip


def _is_short(stem: str) -> bool:
    """Consonant, one vowel, one consonant ("mov", "hop"): the e was dropped, else the consonant would be doubled."""
    return (
        len(stem) == 3
        and stem[0] not in _VOWELS
        and stem[1] in _VOWELS
        and stem[2] not in _VOWELS
        and stem[2] not in "wxy"
    )


def _noun(word: str) -> str:
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    return _without_s(word) if word.endswith("s") else word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith(("ss", "us", "is")):
        return word
    return word[:-1] if len(word) > 2 else word
