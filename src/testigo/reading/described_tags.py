"""Past forms before a noun that they describe, and names and verbs told by what stands around them.

Rules:
- A past form behind a preposition and a number describes those who are counted: "the passports of nine exiled writers".
- "Forced" behind "to" and before what is forced describes it: "sentenced to forced labor".
- "Beat" and its like behind a noun or an adverb are no adjectives: "wardens reportedly beat, kicked, and";
  nor is "committed" before a deed: "the two men committed suicide".
- "Her" before "pretrial" owns what follows: "sanctioned her pretrial imprisonment".
- The capital of China is a name: "Beijing labels them migrants".
- A word in -s behind a name or office and an adverb, before what is acted on, is its verb: "Hanoi arbitrarily bans groups".
"""

from __future__ import annotations

from testigo.reading.finite import FINITE
from testigo.reading.lists import wordset
from testigo.reading.segment_tags import stem_is_verb


def described_tags(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place. lowers: its words in lower case."""
    for at in range(len(tags) - 1):
        mark = tags[at]
        if mark in _PAST and at > 1:
            counted = tags[at - 1] == "CD" and lowers[at - 2] in _OF_SOME and tags[at + 1] == "NNS"
            if counted or (lowers[at] == "forced" and tags[at - 1] == "TO" and lowers[at + 1] in _FORCED):
                tags[at] = "JJ"
        elif mark == "JJ" and at and lowers[at] in _SAME_FORM and tags[at - 1] in _BEFORE_VERB:
            people = lowers[at] == "beat" and tags[at - 1] == "NNS" and tags[at + 1] in ("NN", "NNS")
            tags[at] = "VBD" if people or tags[at + 1] in _BEHIND_VERB else mark
        elif mark == "JJ" and at and lowers[at] == "committed" and tags[at - 1] in _BEFORE_VERB:
            tags[at] = "VBD" if tags[at + 1] in ("NN", "NNS") else mark
        elif mark == "PRP" and lowers[at] == "her" and lowers[at + 1] in _BEFORE_TRIAL:
            tags[at] = "PRP$"
        elif mark == "VBG" and lowers[at] == "beijing":
            tags[at] = "NNP"
        elif mark == "NNS" and at > 1 and tags[at - 1] == "RB" and _acts(lowers, tags, at):
            tags[at] = "VBZ"


_SAME_FORM = wordset("beat hit cut hurt shut")
_BEFORE_VERB = frozenset({"RB", "NN", "NNS", "NNP", "PRP"})
_BEHIND_VERB = frozenset({",", "CC", "DT", "PRP", "PRP$"})
_BEFORE_TRIAL = wordset("pretrial pre-trial")
_OF_SOME = wordset("of for against with among from to")
_PAST = frozenset({"VBD", "VBN"})
_FORCED = wordset(
    "labor labour marriage marriages disappearance disappearances sterilization confessions exile conscription"
)


def _acts(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word in -s is what an office or state does, and no other verb stands before it."""
    before = at - 1
    while before > max(0, at - 5) and tags[before] in ("RB", "CC"):
        before -= 1  # "The government arbitrarily and regularly bars its citizens"
    one = tags[before] in ("NN", "NNP") and lowers[at - 1].endswith("ly") and tags[at + 1] in _ACTED_ON
    return one and stem_is_verb(lowers[at]) and FINITE.isdisjoint(tags[:at])


_ACTED_ON = frozenset({"DT", "PRP$", "PRP", "NNP", "NNPS", "NNS"})
