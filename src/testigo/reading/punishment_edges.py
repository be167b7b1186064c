"""Where a punishment begins and ends: its measure and its range, without what it is for and by whom.

Rules:
- A range is one punishment: "six months to a year in a camp", "terms ranging from two to five years".
- The law, the court, the day and, behind lashes, the place are no part of it: "three years under section 505".
"""

from __future__ import annotations

from testigo.reading.arguments import Range, past_approximators
from testigo.reading.charge_edges import LAWS
from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.scenes import Scene
from testigo.reading.tokens import Token

LENGTHS = wordset(
    "night nights day days week weeks month months year years hour hours minute minutes decade decades period periods time"
)


def is_length(tokens: tuple[Token, ...], phrase: Range) -> bool:
    """Whether a phrase is a length of time: "five years", "a total of 31 years"."""
    main = head(tokens, phrase)
    if main.lower not in _SUMS:
        return main.lower in LENGTHS
    behind = next((n for n in range(*phrase) if tokens[n] is main), phrase[0]) + 1
    if behind >= len(tokens) or tokens[behind].lower != "of":
        return False
    return any(token.lower in LENGTHS for token in tokens[behind + 1 : behind + 5])


def is_term(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a time is a length of its own: "18 months", not "18 months later"."""
    after = tokens[part[1]].lower if part[1] < len(tokens) else ""
    return is_length(tokens, part) and tokens[part[0]].tag == "CD" and after not in _APART


_APART = wordset("after before later earlier ago since of old")
_SUMS = wordset("total maximum minimum average combined")


MEANS = wordset(
    "squad hanging beheading stoning electrocution injection shooting gallows noose sword guillotine"
)


def until(tokens: tuple[Token, ...], phrase: Range, last: int) -> Range:
    """A punishment goes on up to what it is for."""
    for at in range(phrase[0] + 1, phrase[1]):
        if tokens[at].lower == "for" and is_length(tokens, (at + 1, phrase[1])):
            continue
        if tokens[at].lower in ("for", "after", "because", "over", "within", "without", "against") or (
            tokens[at].lower == "on" and tokens[at - 1].tag != "IN" and tokens[at - 1].lower != "ban"
        ):
            return phrase[0], at
        where = tokens[at].lower in ("in", "at") and tokens[at - 1].lower in _LOCKED
        behind = tokens[at + 1 : phrase[1]]
        if where and behind and behind[0].tag == "NNP" and all(token.tag != "CC" for token in behind):
            return phrase[0], at  # "five years in prison in Orsk"
        named = any(token.tag == "NNP" for token in behind[:2])
        if named and tokens[at].lower in ("in", "at") and tokens[at - 1].lower in ("sentence", "term"):
            return phrase[0], at  # "a ten-year sentence in Orsk Prison"
    return phrase[0], min(phrase[1], max(last, phrase[0] + 1))


_LOCKED = wordset("prison jail imprisonment custody exile camp colony")


def own_part(tokens: tuple[Token, ...], part: Range) -> Range:
    """A punishment without somebody else's behind it: "got three years and his brother five"."""
    for at in range(part[0] + 1, part[1] - 1):
        theirs = tokens[at + 1].tag == "PRP$" and is_class(tokens, (at + 1, at + 3), "person")
        if tokens[at].lower == "and" and (theirs or is_class(tokens, (at + 1, part[1]), "person")):
            second = tokens[at + 1].tag == "CD" and tokens[at + 2 : at + 3] and tokens[at + 2].lower == "to"
            return part if second else (part[0], at)
    return part


def with_of(scene: Scene, part: Range) -> Range:
    """A punishment with its measure: "sentences of up to 15 days", "terms ranging from two to five years"."""
    tokens = scene.tokens
    for at in (part[1] - 1, part[1]):
        if part[0] < at < len(tokens) and tokens[at].lower in _RANGING:
            return part[0], max(part[1], _past_lengths(tokens, at))
    ranging = (n for n in range(part[0] + 2, min(part[1] + 2, len(tokens))) if tokens[n].lower == "between")
    between = next((n for n in ranging if tokens[n - 1].lower == "of"), 0)
    if between:
        return part[0], max(part[1], _past_lengths(tokens, between))  # "terms of between two and five years"
    if part[1] + 2 < len(tokens) and tokens[part[1]].lower == "for":
        return part[0], max(part[1], _past_lengths(tokens, part[1]))  # "imprisonment for five years"
    if part[1] + 1 >= len(tokens) or tokens[part[1]].lower != "of":
        return part
    after = past_approximators(tokens, part[1] + 1, len(tokens))
    found = short(scene.chunks, after, len(tokens))
    if found is None or is_class(tokens, found, "person"):
        return part  # "the five-year sentence of Omar Tal"
    return part[0], found[1]


def _past_lengths(tokens: tuple[Token, ...], at: int) -> int:
    """The end of the lengths that a word like "ranging" opens, or its own place where none follow."""
    end = at
    for place in range(at + 1, min(len(tokens), at + 14)):
        token = tokens[place]
        if token.lower in LENGTHS:
            end = place + 1
        elif token.lower in ("for", "on") or (
            token.lower != "half" and token.tag not in ("IN", "TO", "CD", "CC", "JJ", "RB", "JJR", "DT")
        ):
            break
    return end


_RANGING = wordset("ranging varying between totaling totalling exceeding from lasting")


def with_range(scene: Scene, part: Range) -> Range:
    """A length that goes on: "sentences of three" and then "to five years of labor"."""
    tokens, last = scene.tokens, part[1]
    part = (
        part[0] - (part[0] > 0 and tokens[part[0] - 1].lower == "half"),
        part[1],
    )  # "half | a year in a camp"
    if [token.lower for token in tokens[last : last + 3]] == ["and", "a", "half"]:
        last += 3
        jail = short(scene.chunks, last + 1, len(tokens)) if tokens[last : last + 1] else None
        last = jail[1] if jail is not None and tokens[last].lower in ("in", "of") else last
    if last + 1 < len(tokens) and tokens[last].lower == "to" and _measured(tokens, last + 1):
        whole = short(scene.chunks, last + 1, len(tokens))
        if whole is not None and is_class(tokens, whole, "person"):
            return part  # "life sentences | to four men"
        last += 2
        while last < len(tokens) and tokens[last].tag in ("NN", "NNS"):
            last += 1
        last = max(last, whole[1]) if whole is not None else last
    behind = [token.lower for token in tokens[last : last + 2]]
    if behind == ["to", "life"]:  # "ten years | to life in prison"
        last += 2
        while last < len(tokens) and (
            tokens[last].lower in _LOCKED or tokens[last].lower in ("in", "sentence")
        ):
            last += 1
        last -= tokens[last - 1].lower == "in"
        behind = [token.lower for token in tokens[last : last + 2]]
    if behind[:1] == ["through"] and behind[1:] in (["labor"], ["labour"]):
        last += 2  # "three years’ reform through labor"
    if behind[:1] == ["by"] and (means := [n for n in range(last + 1, last + 4) if _is_means(tokens, n)]):
        last = means[0] + 1  # "death by hanging"
    if last < len(tokens) and tokens[last].lower == "each":
        last += 1
    return part[0], last


def _measured(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number opens here, or the "a" of "a year"."""
    one = tokens[at].lower in ("a", "an") and at + 1 < len(tokens) and tokens[at + 1].lower in LENGTHS
    return one or tokens[at].tag == "CD"


def _is_means(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in MEANS


def without_tail(tokens: tuple[Token, ...], part: Range) -> Range:
    """A punishment without the law it is under, who gives it, when, and where the lashes fall."""
    for at in range(part[0] + 1, part[1] - 1):
        word, behind = tokens[at].lower, (at + 1, part[1])
        law = word in ("under", "per") and any(t.lower in LAWS for t in tokens[at + 1 : at + 4])
        court = (
            word == "by"
            and any(is_class(tokens, (part[0], at), one) for one in ("term", "money"))
            and is_class(tokens, behind, "authority")
        )
        dated = is_time(tokens, behind) or tokens[at + 1].lower.startswith(_PARTS_OF)
        day = word in ("in", "on") and dated and not is_length(tokens, behind)
        lashes = word in ("in", "at", "on", "outside") and tokens[at - 1].lower in BLOWS
        if law or court or day or lashes:
            return part[0], at
    return part


_PARTS_OF = ("mid-", "early-", "late-")
BLOWS = wordset("lash lashes strokes blows")
