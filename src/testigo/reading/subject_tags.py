"""Tags that show whose verb follows: texts that were published, what "neither" does, one of a party, names that end like
other words.

Rules:
- A text publishes nothing: "a study published Tuesday in a journal found", "in a video posted on Facebook".
- A group that is "led by" somebody is meant, and its own verb follows.
- "neither" before a verb in a past or present form stands beside its subject ("The senator neither confirmed nor denied").
- An adjective with a capital between a number and a verb names somebody ("One Republican warned").
- An adverb with a capital right behind a name ends it ("president of Patients Now, whose daughter").
- A base form behind "to" and an opening mark is what somebody is to do ("called on them to “fight harder”").
- A past form before a preposition that opens a sentence is a participle ("Asked about the tweet, he declined").
- Those who were polled say something ("More than half of the people polled believe", "56 percent think he").
- A pronoun owns nothing by "'s"; what is expressed is a noun ("has expressed hope that").
- A form in "-ing" before "that" tells what somebody behind "with" says ("with one Republican warning that").
- "then" between a determiner or owner and a noun describes it ("the region's then party secretary").
- A past form behind an aside and before "to" is the verb of a sentence without another ("His lawyer, Susan Pell, declined to").
"""

from __future__ import annotations

from testigo.reading.finite import FINITE, NOUN, find_finite
from testigo.reading.lemmas import is_verb
from testigo.reading.lists import wordset


def subject_tags(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place. lowers: its words in lower case."""
    _asked(lowers, tags)
    if "then" in lowers:
        _then(lowers, tags)
    for at in range(1, len(tags) - 1):
        tag, before, after = tags[at], tags[at - 1], tags[at + 1]
        if tag == "VBD" and before in ("NN", "NNS") and _is_published(lowers, tags, at):
            tags[at] = "VBN"
        elif lowers[at] == "neither" and before in NOUN and after in FINITE:
            tags[at] = "RB"
        elif words[at] != lowers[at] and _is_named(words, tags, at):
            tags[at] = "NNP"
        elif tag == "VBN" and lowers[at + 1] == "to" and _declines(tags, at):
            tags[at] = "VBD"
        elif tag == "NN" and lowers[at + 1] == "that" and _stands_with(lowers, tags, at):
            tags[at] = "VBG"
        elif lowers[at] in _POLLED and before in ("NNS", "DT") and after in _VERBS:
            tags[at] = "VBN"
            tags[at + 1] = "VBP" if after == "VB" else after
        elif tag == "NN" and lowers[at - 1] == "percent" and after in _OPENING and is_verb(lowers[at]):
            tags[at] = "VBP"
        elif tag == "POS" and before == "PRP":
            tags[at] = "VBZ"
        elif tag in ("VB", "VBP") and lowers[at - 1] in _VOICING:
            tags[at] = "NN"
        elif before == "``" and lowers[at - 2 : at - 1] == ["to"] and _is_to_do(lowers, tags, at):
            tags[at] = "VB"


_POLLED = wordset("polled surveyed interviewed questioned")
_VERBS = frozenset({"VB", "VBP", "VBD"})
_OPENING = frozenset({"PRP", "PRP$", "DT"})
_VOICING = wordset("express expresses expressed expressing voice voices voiced voicing")


def _asked(lowers: list[str], tags: list[str]) -> None:
    """The past form that opens a sentence is a participle, since nobody stands before it: "Asked about the tweet, he declined"."""
    if len(tags) > 2 and tags[0] == "VBD" and tags[1] in ("IN", "WRB", "WP") and "," in tags:
        tags[0] = "VBN"
        if FINITE.isdisjoint(tags):
            find_finite(lowers, tags)


def _then(lowers: list[str], tags: list[str]) -> None:
    """The "then" that tells what somebody was at the time is an adjective."""
    for at in range(1, len(tags) - 1):
        if lowers[at] == "then" and tags[at] == "RB" and tags[at + 1][:2] in ("NN", "JJ"):
            led = tags[at - 1] in ("POS", "PRP$") or lowers[at - 1] == "the"
            tags[at] = "JJ" if led else "RB"


def _is_named(words: list[str], tags: list[str], at: int) -> bool:
    """Whether a word with a capital is somebody of a party, or ends a name."""
    if tags[at] == "JJ" and tags[at - 1] == "CD":
        return tags[at + 1] in FINITE or words[at + 1].endswith("ing")
    return tags[at] == "RB" and tags[at + 1] in (",", ".") and at > 1 and _in_a_name(words, tags, at)


def _stands_with(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form in "-ing" tells what somebody behind "with" says: "with one Republican warning that"."""
    place = at - 1
    while place > 0 and tags[place] in NOUN | {"CD", "JJ", "DT"}:
        place -= 1
    several = tags[place + 1] in ("CD", "JJ", "NNS") or tags[at - 1] in ("NNS", "NNP")
    return lowers[at].endswith("ing") and lowers[place] == "with" and place < at - 1 and several


def _is_to_do(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word behind "to" and an opening mark is what somebody is to do: "called on them to “fight harder”"."""
    alone = tags[at + 1] in NOUN or tags[at + 1] in ("''", "POS")
    return tags[at] in ("NN", "VBP", "JJ") and not alone and is_verb(lowers[at])


def _in_a_name(words: list[str], tags: list[str], at: int) -> bool:
    """Whether a word with a capital stands right behind a noun with one."""
    return tags[at - 1] in NOUN and words[at - 1][:1].isupper() and words[at][:1].isupper()


def _is_published(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form only says which text or group is meant."""
    if lowers[at + 1] == "by" and lowers[at] in _HEADED:
        return True
    timed = tags[at + 1] in ("IN", "NNP") or lowers[at + 1] in _WHEN
    return timed and lowers[at] in _PUBLISHED and lowers[at - 1].removesuffix("s") in _TEXTS


_HEADED = wordset(
    "led run headed chaired backed organized organised funded founded commissioned conducted overseen"
)
_PUBLISHED = wordset(
    "published released issued posted conducted circulated distributed broadcast aired dated"
)
_WHEN = wordset("last this late early earlier yesterday today online")
_TEXTS = wordset(
    "study report poll survey analysis paper article statement memo letter video review audit essay column book post"
    " message transcript document interview editorial ad"
)


def _declines(tags: list[str], at: int) -> bool:
    """Whether a past form behind an aside is the first verb of its sentence, with no other behind a comma."""
    opens = next((n for n in range(at - 2, 0, -1) if tags[n] == ","), 0)
    if (
        tags[at - 1] != ","
        or not opens
        or tags[opens - 1] not in NOUN
        or tags[0] in ("IN", "TO", "RB", "VBG")
    ):
        return False
    aside = tags[opens + 1 : at - 1]
    if not aside or any(tag[0] == "V" or tag in FINITE for tag in tags[:at]):
        return False
    return not any(tags[n] in FINITE and tags[n - 1] == "," for n in range(at + 1, len(tags)))
