"""Named people whom a later phrase stands for by what they are or how many they are: "the singer", "the three defendants".

Rules:
- "The singer" is the last one named who is called a singer, before the name or behind it between commas.
- "The three men" are the last three who are named in one row.
- Who says "guards beat them" right after police arrested two nurses are the nurses; and "he" is the only man of the
  sentence before, where nobody else was heard.
- Neither of the first is looked for further back than NEAR sentences.
"""

from __future__ import annotations

from testigo.reading.chunks import head_of, is_time
from testigo.reading.classes import is_class, is_person
from testigo.reading.recalled import Phrase
from testigo.reading.tokens import Token
from testigo.reading.view import View

NEAR = 6
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def may_be_somebody(view: View, base: tuple[int, int], head: Token) -> bool:
    """Whether a base phrase may be the name of a person: a name of two words, or one behind what somebody is."""
    two = head.tag == "NNP" and base[1] - base[0] > 1 and view.tokens[base[0]].tag not in ("DT", "CD")
    return two and not is_time(view.tokens, base)


def called(people: list[Phrase], view: View, base: tuple[int, int]) -> Phrase | None:
    """Who was named with the noun of a definite phrase in the singular, or None."""
    head = view.tokens[head_of(view.tokens, base)]
    if head.tag != "NN" or base[1] - base[0] != 2 or not is_person(view.tokens, base):
        return None
    for phrase in reversed(people[-40:]):
        if view.sentence.index - phrase.view.sentence.index > NEAR:
            return None
        if (
            _is_called(phrase, head.lemma)
            and phrase.own.end <= view.span(*base).start
            and phrase.kind == "named"
        ):
            return phrase
    return None


def _is_called(phrase: Phrase, noun: str) -> bool:
    view, base = phrase.view, phrase.base
    if any(view.tokens[n].lemma == noun or view.lower(n) == noun for n in range(base[0], base[1] - 1)):
        return True
    beside = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) == "," else None
    if beside is None or not (view.lower(beside[0]) in ("a", "an") or view.tokens[beside[0]].tag == "PRP$"):
        return False
    return view.tokens[head_of(view.tokens, beside)].lemma == noun


def counted(people: list[Phrase], view: View, base: tuple[int, int]) -> tuple[Phrase, Phrase] | None:
    """The first and last of as many people as a definite phrase counts, named in one row, or None."""
    number = next((n for at in range(*base) if (n := _NUMBERS.get(view.lower(at)))), 0)
    if number == 0 or not is_person(view.tokens, base):
        return None
    row: list[Phrase] = []
    for phrase in reversed(people[-40:]):
        if view.sentence.index - phrase.view.sentence.index > NEAR:
            break
        if row and not _beside(phrase, row[-1]):
            if len(row) == number:
                break
            row = []
        row.append(phrase)
    if len(row) != number or row[-1].kind != "named":
        return None
    return row[-1], row[0]


def _beside(one: Phrase, other: Phrase) -> bool:
    """Whether only a comma or "and" stands between two names of one sentence."""
    if one.view is not other.view:
        return False
    between = one.view.lowers[one.base[1] : other.base[0]]
    return 0 < len(between) < 3 and all(word in (",", "and") for word in between)


def only_one(before: View, view: View, word: str) -> Phrase | None:
    """The only people of the sentence before that "he", "she" or "they" fits; "they" must suffer what is told."""
    if word not in ("he", "she", "they") or before.sentence.index != view.sentence.index - 1:
        return None
    if word in before.words or (word == "they" and _SUFFERING.isdisjoint(view.words)):
        return None  # "He beat a monk. He said": one "he" is the other
    tokens = before.tokens
    found: list[tuple[int, int]] = []
    for base in before.chunks.nouns:
        led = before.lower(base[0] - 1) if base[0] else ""
        beside = (led == "," and found and found[-1][1] == base[0] - 1) or is_time(tokens, base)
        beside = beside or (led in _WHERE and tokens[base[1] - 1].tag == "NNP")
        if not beside and is_person(tokens, base) and not is_class(tokens, base, "authority"):
            found.append(base)
    if len(found) != 1:
        return None
    one = Phrase(before, found[0], None)
    fits = one.plural == (word == "they") and one.kind in ("anonymous", "named")
    return one if fits and tokens[found[0][0]].tag not in ("PRP", "WP") else None


_WHERE = frozenset({"in", "at", "near", "from", "on", "to", "outside"})
_SUFFERING = frozenset({"them", "their", "themselves"})
