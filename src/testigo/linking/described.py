"""What the words of a filler tell about one particular person: names, age, sex, work, and whether it is one at all.

Rules:
- Only particular persons are persons: "a man surnamed Ruv", "the teacher", "Kim Chol". A class ("residents without a
  record"), a number of people ("five people") and an office are none, and no entity is made of them.
- Attributes that the reader found come first; where it gave none (a claim added by hand, a Korean report) the words are
  looked through here, by the same plain patterns in both languages.
- Nothing is worked out from a name, neither sex nor origin. "An" with a capital is a surname, as in An Chol.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.claim import Filler
from testigo.linking.no_names import is_no_name
from testigo.linking.person_words import lists, same_work, word_list
from testigo.value import value

_AGE = re.compile(
    r"\b(\d{1,3})-year-old|\baged (\d{1,3})\b|(?<=, )(\d{2})(?=,|$)|\b(\d{1,3}) years old|(\d{1,3})\s?[세살]"
)
_DECADE = re.compile(r"\bin (?:his|her|their) (?:early |mid-?|late )?([1-9]0)[’']?s|([1-9]0)대")
_DECADE_WORDS = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
}  # fmt: skip
_DECADE_CALLED = re.compile(rf"in (?:his|her|their) (?:early |mid-?|late )?({'|'.join(_DECADE_WORDS)})\b")
_SURNAME = re.compile(
    r"(?:surnamed|surname(?: of)?|family name(?: of)?|last name(?: of)?) ([A-Z][\w’'-]+)"
    r"|([가-힣]{1,4})(?:이)?라는 성|\b([가-힣])(?:모|○+|씨)(?:씨)?(?![가-힣])|성이 ([가-힣]{1,2})"
)
_KIN = "|".join(sorted(word_list("kin")))
_OWNER = re.compile(
    rf"(?:[A-ZÀ-ŽŎŬ][\w’'-]* )*?[A-ZÀ-ŽŎŬ][\w-]*(?:[’']s?|s(?= (?:younger|elder|older) )) "
    rf"(?=(?:(?:younger|elder|older|late|own|only|eldest|youngest) )?(?:{_KIN})\b)"
)
"""Somebody else, by whom one is known: "Tolvan’s younger brother"."""
_SEVERAL_KIN = re.compile(
    rf"\b(?:{_KIN})\b(?:, (?:{_KIN})\b)*,? and (?:(?:his|her|their|an?|the) )?(?:{_KIN})\b"
)
_POSSESSIVE = re.compile(r"[’']s?$")
_CALLED = re.compile(
    r"(?:named|called|known as|identified as|asked to be called|by the name of|name(?: only)? as) ((?:[A-Z][\w’'-]+ ?)+)"
)
_NAME = re.compile(r"(?:[A-ZÀ-ŽŎŬ][\w’'.-]*)(?: (?:[A-ZÀ-ŽŎŬ][\w’'.-]*))*")
_HANGUL_NAME = re.compile(r"[가-힣]{2,4}")
_OFFICE = re.compile(r"^[Tt]he ([a-z]+(?: [a-z]+)? of the (?:[\w’'-]+ )?[\w’'-]+)")

_ENDS = re.compile(
    r"[,;(]| (?:who|that|whom|whose|which|in|from|of|at|across|near|with|on|for|after|under|surnamed|named|identified|called|by) "
)
_PLURAL_KOREAN = re.compile(r"(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d+)\s?(?:여\s?)?명|들$|들[을이은의에]")


_FEMALE, _MALE, _TITLES, _BODIES = (
    word_list("female"),
    word_list("male"),
    word_list("title"),
    word_list("body"),
)
_PERSONS, _NOBODY, _ONE, _NUMBERS = (
    word_list("person"),
    word_list("nobody"),
    word_list("one"),
    word_list("number"),
)
_SAME_WORK = {word: words[0] for words in same_work() for word in words[1:]}
_TITLES_ALONE = _TITLES - {"the", "a", "an", "former", "late", "then", "section"}
_TITLES_AND_KIN = _TITLES_ALONE | {"former", "late", "then", "section"} | word_list("kin")
_ORGANS = word_list("organ")
LOOSE = word_list("loose")
"""Words that many are called by: they tell no two apart."""
_KOREAN_PERSONS = lists()["korean-person"]
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@value
class Traits:
    """What is told of one person. age: least and most years; words: what they are called by, singular and lower case.

    names: names as written; surnames: family names told alone, and names of one word. definite: "the", or a name.
    offices: posts that one holds at a time ("chief of the provincial branch").
    """

    names: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    age: tuple[int, int] | None = None
    sex: str | None = None
    words: tuple[str, ...] = ()
    definite: bool = False
    offices: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether there is a name or a surname."""
        return bool(self.names or self.surnames)


_NOTHING: dict[str, tuple[str, ...]] = {"age": (), "sex": (), "surname": (), "name": ()}
"""What a filler without attributes tells, by kind of attribute."""


def traits_of(filler: Filler) -> Traits | None:
    """What a filler tells of one particular person, or None where it names none."""
    told = _NOTHING
    if filler.attributes:
        told = {
            kind: tuple(a.value or a.text for a in filler.attributes if a.kind == kind) for kind in _NOTHING
        }
    whole = (
        filler.refers_text
        if filler.refers_text and len(filler.refers_text) > len(filler.text)
        else filler.text
    )
    found = _looked_through(whole)
    if found is None and not (told["surname"] or told["name"]):
        return None
    found = found or Traits()
    age = next((a for value in told["age"] if (a := age_of(value)) is not None), found.age)
    sex = told["sex"][0] if told["sex"] and told["sex"][0] in ("female", "male") else found.sex
    short = _looked_through(filler.text) if whole != filler.text else None
    words = _once(*found.words, *(short.words if short else ()))
    surnames = _once(*found.surnames, *told["surname"])
    return Traits(found.names, surnames, age, sex, words, found.definite, found.offices)


def age_of(text: str) -> tuple[int, int] | None:
    """Least and most years of an age as told: "30s" is 30 to 39, "27" is 27 to 27; None where it tells none."""
    if text.isdecimal() and len(text) < 4:
        return int(text), int(text)
    match = re.fullmatch(r"([1-9]0)s", text)
    if match:
        return int(match[1]), int(match[1]) + 9
    found = _looked_through(text)
    return found.age if found else _age(text)


@lru_cache(maxsize=50_000)
def _looked_through(text: str) -> Traits | None:
    """A pure function of the words; kept because reports repeat them."""
    text = _OWNER.sub("", " ".join(text.split()), count=1) if "s " in text else " ".join(text.split())
    korean = bool(re.search(r"[가-힣]", text))
    surnames, names = _surnames(text), () if korean else _names(text)
    if (
        korean
        and not surnames
        and _HANGUL_NAME.fullmatch(text)
        and not text.endswith(_KOREAN_PERSONS)
        and not is_no_name(text)
    ):
        names = (text,)
    words = _korean_words(text) if korean else _words(text)
    alone = tuple(n for n in names if " " not in n and not korean)
    names = tuple(n for n in names if n not in alone)
    particular = bool(surnames or names or alone) or (words is not None and bool(words))
    if not particular or _is_many(text, korean=korean):
        return None
    definite = bool(surnames or names or alone) or text.lower().startswith(("the ", "his ", "her ", "그 "))
    office = _OFFICE.match(text)
    held = (" ".join(office[1].lower().split()),) if office and words else ()
    sex = _sex(text, korean=korean)
    return Traits(names, _once(*surnames, *alone), _age(text), sex, words or (), definite, held)


def _once(*values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _is_many(text: str, *, korean: bool) -> bool:
    if korean:
        return bool(_PLURAL_KOREAN.search(text))
    first = text.split(" ", 1)[0].lower()
    return (
        bool(_SEVERAL_KIN.search(text))
        or first in _NOBODY
        or first.isdecimal()
        or (first in _NUMBERS and not text.lower().startswith("one of"))
    )


def _surnames(text: str) -> tuple[str, ...]:
    return _once(*(next(g for g in m.groups() if g).strip() for m in _SURNAME.finditer(text)))


def _names(text: str) -> tuple[str, ...]:
    """Runs of capitals that are called a name, or that open the phrase or follow a title or a word for kin."""
    called = [m[1].strip() for m in _CALLED.finditer(text)]
    found = []
    for match in _NAME.finditer(text):
        before = text[: match.start()].rstrip()
        run = match[0].split()
        words = [w for w in run if w == "An" or w.lower().strip(".") not in _TITLES]
        held = before.rsplit(" ", 1)[-1].lower()
        titled = len(words) < len(run) or held in _TITLES_AND_KIN
        behind = _behind_organ(words) if _TITLES_ALONE & set(_WORD.findall(before.lower())) else words
        opens = match.start() == 0 or before.endswith(",") or titled or len(behind) < len(words)
        words = behind
        if before.endswith("(") and len(words) > 1:  # "a private individual (Arin Tolvan)"
            opens = True
        if not words or not opens or any(w == "UN" or w.lower().strip(".") in _BODIES for w in words):
            continue
        if len(words) == 1 and match.start() == 0 and not titled and _is_common(words[0], text):
            continue
        found.append(" ".join(words))
    kept = [name for name in (*found, *called) if not _POSSESSIVE.search(name) and not is_no_name(name)]
    return _once(*kept)


def _behind_organ(words: list[str]) -> list[str]:
    """The name behind an organ that an office is held in: "(the minister of) State Security Arin Tolvan"; else all words."""
    at = next((n for n, word in enumerate(words) if word.lower() not in _ORGANS), len(words))
    return words[at:] if at and len(words) - at > 1 else words


def _is_common(word: str, text: str) -> bool:
    """Whether the capital is that of a title or sentence: "Geography teacher", "Man"."""
    rest = text[len(word) :].lstrip()
    lower = word.lower()
    classes = {lower, lower.removesuffix("s"), lower.removesuffix("es")} & (_PERSONS | _BODIES)
    return bool(classes) or lower in _NOBODY | _ONE | _NUMBERS or (bool(rest) and rest[0].islower())


def _words(text: str) -> tuple[str, ...] | None:
    """The nouns by which somebody is called, where the phrase speaks of one: "a geography teacher" -> geography, teacher."""
    found: list[str] = []
    for part in re.split(r", |\bone of [^,]+,? ?", text):
        phrase = _ENDS.split(f"{part} ", maxsplit=1)[0]
        words = [w.lower() for w in _WORD.findall(phrase)]
        if words and words[-1] in _PERSONS:
            found += [w for w in words if w not in _ONE and len(w) > 2 and not w.endswith("-old")]
    return tuple(dict.fromkeys(found)) or None


def _korean_words(text: str) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(_SAME_WORK.get(w, w) for w in _KOREAN_PERSONS if w in text)) or None


def _age(text: str) -> tuple[int, int] | None:
    if match := _AGE.search(text):
        years = int(next(g for g in match.groups() if g))
        return years, years
    if match := _DECADE.search(text):
        years = int(match[1] or match[2])
        return years, years + 9
    told = _DECADE_CALLED.findall(text)
    return next(((years, years + 9) for word, years in _DECADE_WORDS.items() if word in told), None)


def _sex(text: str, *, korean: bool) -> str | None:
    if korean:
        for value, wanted in (("female", _FEMALE), ("male", _MALE)):
            if any(w in text for w in wanted if not w.isascii()):
                return value
        return None
    words = {
        w.lower()
        for w in _WORD.findall(
            _ENDS.split(text.replace(", ", " , "), maxsplit=1)[0] if "," not in text else text
        )
    }
    for value, wanted in (("female", _FEMALE), ("male", _MALE)):
        if words & wanted:
            return value
    return None
