"""Names of other languages, compared by their letters, whatever the order of the words and the habit of spelling.

Rules:
- Letters are folded (accents off, case off) and rewritten to one habit for sounds that transliterations of Arabic,
  Persian, Russian and Burmese write in several ways: ou u oo, ee i, kh h, q k, ph f, yy iy ii, dh z, w v, double letters.
- Words are paired so that the most alike go together; articles and forms of address do not count.
- An initial fits any word that begins with it, and tells little.
- No table says how common these names are: a word that agrees counts as one in two hundred.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from testigo.linking.compared import Answer, Compared
from testigo.linking.written import Written

WORD = math.log(200.0)  # what one whole word that agrees tells
LETTER = math.log(8.0)  # what an initial tells
ALIKE, UNLIKE = (
    0.87,
    0.75,
)  # similarity of two rewritten words from which they count as one, below which as two
JOINED = 0.87  # the same of whole names, where one parts a word that the other joins
SHORT = 4  # letters up to which a word that differs is another word, or may be
BY_ENDING = (
    0.8  # at most, where two words begin otherwise (Hernandez, Fernandez) or a last a makes one a woman's
)
_VOWELS = frozenset("aeiouy")
AGAINST = -4.0

_ARTICLES = frozenset(
    (
        "al",
        "el",
        "ul",
        "as",
        "ash",
        "ad",
        "an",
        "ar",
        "az",
        "bin",
        "ibn",
        "bint",
        "ben",
        "ould",
        "de",
        "la",
        "del",
    )
)
"""Words that say nothing, wherever a name goes on behind them: "Nguyen Van An" ends with a name."""
_EVERYBODYS = frozenset(("nguin", "tran", "fam", "li"))
"""Rewritten surnames that a tenth of a people bear: with a word left over they tell little."""
_ADDRESSED = frozenset(("u", "daw", "ko", "ma", "maung", "saw", "sai"))
"""Burmese forms of address, in front of two words or more."""
_HABITS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"['`ʼ‘’]", ""), (r"^abd[aeo]l(?=.)", "abdul"), (r"^(?:hs|x)(?=[aiu])", "sh"), (r"^qi(?=[aeonu])", "chi"), (r"shch|sch", "sh"), (r"tch", "ch"), (r"dzh|dj", "j"), (r"zh", "j"), (r"tz|ts|c(?=[eiy])", "s"), (r"ph", "f"),
        (r"kh|gh", "h"), (r"ck|q|c(?!h)", "k"), (r"x", "ks"), (r"dh|th(?=[aeiou])", "d"), (r"ht", "t"), (r"w", "v"),
        (r"ou|oo", "u"), (r"ee|ie", "i"), (r"ei|ai|ay|ey", "e"), (r"(?<![aeou])[iy](?=[aou])", "y"), (r"[iy]{2}$|[iy]$|yi$", "i"),
        (r"(?<=[a-z])y(?=[^aeiou])", "i"), (r"ye|yo|jo(?=\b)", "e"), (r"ff?$", "v"), (r"eh$|ah$", "a"), (r"(.)\1", r"\1"), (r"o", "u"), (r"e", "i"),
    )
)  # fmt: skip


_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "i",
            "",
            "e",
            "yu",
            "ya",
            "i",
            "i",
            "e",
            "g",
            "u",
        ],
        strict=True,
    )
)


_WITHOUT_MARKS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
"""Letters that no accent can be taken off."""


def _key(word: str) -> str:
    latin = "".join(
        _CYRILLIC.get(c) or _WITHOUT_MARKS.get(c, c if c not in _CYRILLIC else "") for c in word.casefold()
    )
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    for pattern, to in _HABITS:
        plain = pattern.sub(to, plain)
    return plain * 2 if len(plain) == 1 and len(word) > 1 else plain  # "Eh" is a name, no initial


def rewritten(name: Written) -> tuple[str, ...]:
    """The words of a name in one habit of spelling, without articles and forms of address."""
    return _keys(name.words, name.hangul)


def _script(keys: tuple[str, ...]) -> str:
    """The script of the first letter that is left: that of names in Cyrillic is Latin by now."""
    letter = next((c for key in keys for c in key if c.isalpha()), "?")
    return unicodedata.name(letter, "?").split()[0]


@lru_cache(maxsize=1 << 17)
def _keys(words: tuple[tuple[str, ...], ...], hangul: str) -> tuple[str, ...]:
    flat = [part for word in words for part in word] or [hangul]
    if flat[0] in (_ADDRESSED if len(flat) > 2 else ("u", "ko", "daw")[: 3 * (len(flat) - 1)]):
        flat = flat[1:]
    kept = [part for part in _servants(flat[:-1]) if part not in _ARTICLES] + flat[-1:]
    if len(kept) > 1 and kept[-2] == "abdul":
        kept[-2:] = ["".join(kept[-2:])]
    return tuple(key for part in kept if (key := _key(part)))


def _servants(parts: list[str]) -> list[str]:
    """Abd al-Rahman, Abdel Rahman, Abdul Rahman as one word each, where a name goes on behind them."""
    made: list[str] = []
    for part in parts:
        if part in ("abd", "abdel", "abdul", "abdol", "abdal"):
            made.append("abdul")
        elif made and made[-1] == "abdul" and part not in _ARTICLES:
            made[-1] += part
        else:
            made.append(part)
    return made


def compare_letters(one: Written, other: Written) -> Compared:
    """The comparison of two names by their letters."""
    given = one, other
    if _set_otherwise(one, other):
        one, other = _without_hyphens(one), _without_hyphens(other)
    a, b = _keys(one.words, one.hangul), _keys(other.words, other.hangul)
    texts = one.text, other.text
    if _script(a) != _script(b):
        return Compared("name", Answer.CANNOT_TELL, 0.0, "name-scripts-differ", (), *texts)
    pairs, left_over, in_order = _paired(a, b)
    if len(a) != len(b) and _alike("".join(a), "".join(b)) >= JOINED:
        pairs, left_over, in_order = [(1.0, False)] * min(len(a), len(b)), 0, True
    worst = min((alike for alike, _ in pairs), default=0.0)
    strength = sum(LETTER if initial else WORD * _share(alike) for alike, initial in pairs)
    whole = sum(1 for _, initial in pairs if not initial)
    if worst < UNLIKE and _by_another_habit(*given):
        return Compared("name", Answer.CANNOT_TELL, LETTER, "name-words-habit", (), *texts)
    if worst < UNLIKE or not whole:
        sentence = "name-words-differ" if worst < UNLIKE else "name-initials-only"
        answer = Answer.DIFFERENT if worst < UNLIKE else Answer.CANNOT_TELL
        return Compared("name", answer, AGAINST if worst < UNLIKE else strength, sentence, (), *texts)
    if worst < ALIKE or len(pairs) < 2 or left_over > 1 or whole < 2:
        return Compared(
            "name",
            Answer.CANNOT_TELL,
            strength / 2,
            "name-words-partly",
            (str(whole), str(max(len(a), len(b)))),
            *texts,
        )
    if not in_order and not (_says_order(one, a) or _says_order(other, b)):
        return Compared("name", Answer.CANNOT_TELL, strength / 2, "name-words-turned", (), *texts)
    if left_over and whole < 3 and not _EVERYBODYS.isdisjoint(a):
        told = (str(whole), str(max(len(a), len(b))))
        return Compared("name", Answer.CANNOT_TELL, strength / 2, "name-words-partly", told, *texts)
    return Compared("name", Answer.SAME, strength, "name-words-agree", (str(whole),), *texts)


_ENDS_SURNAMES = ("uv", "iv", "ski", "nku", "vich")
"""Rewritten ends of words (-ov, -ev, -sky, -enko, -vich) that no given name has."""


def _says_order(name: Written, keys: tuple[str, ...]) -> bool:
    """Whether a comma, capitals, an ending, or one syllable beside two (Chinese) say which word is the surname."""
    if "," in name.text or (any(name.capitals) and not all(name.capitals)):
        return True
    words = ["".join(word) for word in name.words]
    lengths = sorted(1 if _ONE.fullmatch(word) else 2 if _TWO.fullmatch(word) else 0 for word in words)
    return lengths == [1, 2] or any(key.endswith(_ENDS_SURNAMES) for key in keys)


def _set_otherwise(one: Written, other: Written) -> bool:
    """Whether a hyphen parts a word of one name that the other joins: Zhong-yi, Zhongyi."""
    if len(one.words) != len(other.words):
        return False
    pairs = [(len(x), len(y)) for x, y in zip(one.words, other.words, strict=True)]
    parts = {part for name in (one, other) for word in name.words for part in word}
    return any(x != y for x, y in pairs) and _ARTICLES.isdisjoint(parts)


def _without_hyphens(name: Written) -> Written:
    words = tuple(("".join(word),) for word in name.words)
    return Written(name.text, words, name.capitals, name.hangul, name.extent, name.pseudonym)


def _share(alike: float) -> float:
    return max(0.0, (alike - UNLIKE) / (1 - UNLIKE))


def _paired(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[tuple[float, bool]], int, bool]:
    """Each word of the shorter name with its best match: how alike, whether by an initial; words left over; whether in order."""
    short, long = sorted((a, b), key=len)
    scores = sorted(
        ((_alike(x, y), i, j) for i, x in enumerate(short) for j, y in enumerate(long)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    pairs: list[tuple[float, bool]] = []
    used: dict[int, int] = {}
    taken: set[int] = set()
    for alike, i, j in scores:
        if i not in used and j not in taken:
            used[i] = j
            taken.add(j)
            pairs.append((alike, min(len(short[i]), len(long[j])) == 1))
    places = [used[i] for i in sorted(used)]
    return pairs, len(long) - len(short), places == sorted(places)


def _by_an_ending(short: str, long: str) -> bool:
    """Whether vowels at the end alone keep two words apart, or n and ng: Ivan, Ivana; Tursun, Tursunay; Weimin, Weiming."""
    return long.startswith(short) and (
        _VOWELS.issuperset(long[len(short) :]) or (short[-1] == "n" and long == short + "g")
    )


_SYLLABLE = r"(?:(?:[zcs]h|hs|t[sz]|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng(?![aeiou])|n|r|h)?)"
_CHINESE, _ONE, _TWO = (re.compile(_SYLLABLE + often) for often in ("{1,3}", "", "{2}"))
"""One to three syllables that may be Chinese, in Pinyin or in Wade and Giles's spelling."""
_EVENED = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ng(?![aeiou])", "N"), (r"hs", "x"), (r"zh|ch|[jq]", "C"), (r"ts|tz|[zc]", "z"), (r"b", "p"), (r"d", "t"), (r"g", "k"),
        (r"ian|ien|yen", "yan"), (r"[uo]N", "oN"), (r"ieh", "ie"),
    )
)  # fmt: skip


def _by_another_habit(one: Written, other: Written) -> bool:
    """Whether two Chinese names agree if the one with a hyphen follows Wade and Giles and the other Pinyin."""
    hyphens = [any(len(word) > 1 for word in name.words) for name in (one, other)]
    if len(one.words) != len(other.words) or hyphens[0] == hyphens[1]:
        return False
    words = [tuple("".join(word).replace("'", "") for word in name.words) for name in (one, other)]
    if not all(_CHINESE.fullmatch(word) for word in (*words[0], *words[1])):
        return False
    return tuple(map(_evened, words[0])) == tuple(map(_evened, words[1]))


def _evened(word: str) -> str:
    for pattern, to in _EVENED:
        word = pattern.sub(to, word)
    return word


def _alike(x: str, y: str) -> float:
    from rapidfuzz.distance import Indel

    if not x or not y:
        return 0.0
    if min(len(x), len(y)) == 1:
        return float(x[0] == y[0])
    short, long = sorted((x, y), key=len)
    if x != y and (len(short) <= SHORT or _by_an_ending(short, long)):
        return min(BY_ENDING, float(Indel.normalized_similarity(x, y)))
    loose = str.maketrans("i", "a")  # e was written i; in "Mohammed" it stands for a
    alike = max(
        float(Indel.normalized_similarity(x, y)),
        0.95 * float(Indel.normalized_similarity(x.translate(loose), y.translate(loose))),
    )
    return alike if x[0] == y[0] or {x[0], y[0]} <= _VOWELS else min(alike, BY_ENDING)
