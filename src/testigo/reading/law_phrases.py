"""Words that say that something holds by law: "By law", "Under Article 5 of the code", "required by law".

Rules:
- A law named behind "under", "by", "per" or "according to" governs what stands beside it; a law firm, law enforcement and
  a house under construction do not, nor "according to law" behind what was done.
- At the start of a sentence it governs the sentence up to "but" or "however", behind a verb that verb alone.
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks, head_of
from testigo.reading.lists import wordset

LAW_NOUNS = wordset(
    "law laws constitution code act statute legislation sharia amendment regulation regulations ordinance"
)
EMERGENCIES = wordset("emergency exception siege")
_OF_LAWS = wordset(
    "article articles section provision provisions paragraph chapter terms regulation regulations rule rules"
)
_BEFORE = wordset("under by per to with")
_PAIRS = {"to": wordset("according pursuant contrary"), "with": wordset("accordance line")}
_TURNS = wordset("but however although though while whereas ;")


def law_phrase(chunks: Chunks) -> tuple[int, int] | None:
    """The first phrase that names a law as that by which something holds, with its preposition (token numbers), or None."""
    tokens = chunks.sentence.tokens
    lowers = chunks.sentence.lowers
    for at in range(len(lowers) - 1):
        word = lowers[at]
        if word not in _BEFORE or (word in _PAIRS and (at == 0 or lowers[at - 1] not in _PAIRS[word])):
            continue
        base = chunks.noun_from.get(at + 1)
        if at == 0 and word == "by" and lowers[1] == "law" and base is not None:
            return 0, 2  # "By law failure to pay may result in"
        if base is None or not (_names_law(chunks, base) or _of_emergency(lowers, base)):
            continue
        if word in _PAIRS and at > 1 and lowers[at + 1] == "law":
            continue  # "were dealt with according to law": how it was done
        if word == "by" and lowers[at + 1] != "law" and tokens[at - 1].tag == "VBN" and at:
            continue  # "was amended by a law"
        return at, base[1]
    return None


def _of_emergency(lowers: tuple[str, ...], base: tuple[int, int]) -> bool:
    """Whether a phrase names what holds in an emergency: "under a state of emergency", "under martial law"."""
    after = lowers[base[1] : base[1] + 2]
    return lowers[base[1] - 1] == "state" and after[:1] == ("of",) and after[-1] in EMERGENCIES


def _names_law(chunks: Chunks, base: tuple[int, int]) -> bool:
    tokens = chunks.sentence.tokens
    lemma = tokens[head_of(tokens, base)].lemma
    if lemma in LAW_NOUNS:
        return True
    named = any(tokens[n].lower in LAW_NOUNS or tokens[n].lower in _OF_LAWS for n in range(*base))
    if lemma in _OF_LAWS or (named and tokens[base[1] - 1].tag in ("CD", "NNP")):
        after = tokens[base[1] : base[1] + 6]
        return named and (
            any(t.lemma in LAW_NOUNS for t in after) or tokens[base[1] - 1].tag in ("CD", "NNP")
        )
    return False


def turn_at(lowers: tuple[str, ...], first: int) -> int:
    """Where what holds by law ends: before ", but", "; however", or at the end of the sentence."""
    for at in range(first + 1, len(lowers)):
        if lowers[at] in _TURNS and (lowers[at - 1] == "," or lowers[at] == ";"):
            return at - 1 if lowers[at - 1] == "," else at
    return len(lowers)
