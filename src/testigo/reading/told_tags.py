"""Verbs of telling in the present that were taken for nouns: "Dockers grumble that", "a third swears that", "the mayor vows to".

Rules:
- A word in -s or a base form of the cue table before "that" and a clause is a verb, where a subject but no verb stands before it.
- A form in -s goes with a subject in the singular, a base form with one in the plural.
- Before "he", "she", "they" the clause needs no "that"; before "to" and a base form stand words of wanting and promising.
- Two verbs in a row behind it tell that it is a noun: "Government claims that votes were lost have been denied".
"""

from __future__ import annotations

from functools import cache

from testigo.reading import lexicon
from testigo.reading.finite import FINITE, aux_before
from testigo.reading.lists import wordset
from testigo.reading.teller_tags import teller_tags
from testigo.reading.that_tags import that_tags

_TAKEN_FOR = frozenset({"NN", "NNS", "JJ", "VB", "VBN", "RB", "NNP", "IN", "UH", "PRP"})
_NAMED = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "FW"})
_BODIES = wordset("media police people")
_SOME = wordset("third second first others some many most few several one both another all none neither")
_WE = wordset("we they i you others some many most few several both")
_HE = wordset("he she they we it")
_CLOSES = frozenset({",", ";", ":", ".", "``", "''", "WDT", "WP", "WRB", "WP$"})
_JOINS = wordset("and but while because although though as when whereas since if that")


def told_tags(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    _before_teller(lowers, tags)
    teller_tags(lowers, tags)
    that_tags(lowers, tags)
    singular, plural, wanting = _forms()
    for at in range(1, len(tags) - 1):
        word = lowers[at]
        if tags[at] == "JJ" and tags[at + 1] in FINITE and tags[at - 1] in _COUNTING and _is_somebody(word):
            tags[at] = "NN"  # "One survivor stated that"
        if word == "had" and tags[at] == "VBN" and tags[at + 1] == "VBN" and tags[at - 1] in _NAMED:
            tags[at] = "VBD"
        if lowers[at + 1] == "that" and tags[at + 1] == "DT" and _tells(tags, at, known=word in singular):
            tags[at + 1] = "IN"
        if tags[at] == "VBN" and tags[at - 1] in _NAMED and _leads_to_quote(lowers, tags, at):
            tags[at] = "VBD"
        if word == "used" and tags[at] == "VBN" and _used_to(lowers, tags, at):
            tags[at] = "VBD"
        elif word in _SAME_FORM and tags[at] in _MISREAD and _have_done(lowers, tags, at):
            tags[at] = "VBN"
        one = word in singular or word in wanting
        if not (one or word in plural) or tags[at] not in _TAKEN_FOR:
            continue
        if tags[at + 1] in (",", ".") and _closes(lowers, tags, at, one=word in singular):
            tags[at] = "VBZ" if word in singular else "VBP"
            continue
        opens = _opens(lowers, tags, at)
        if not opens or (opens == "to") != (word in wanting and opens == "to"):
            continue
        if opens != "to" and word in wanting and word not in singular:
            continue
        if not _has_subject(lowers, tags, at, one=one) or not _has_clause(lowers, tags, at, opens):
            continue
        tags[at] = "VBZ" if one else "VBP"
        if opens == "that":
            tags[at + 1] = "IN"


def _leads_to_quote(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a time or place, a mark and a quotation stand behind the first verb: "A source informed on the 20th, “Ten guards ...”."""
    end = next((n for n in range(at + 1, min(len(tags) - 1, at + 8)) if tags[n] not in _ADJUNCT), 0)
    leads = end > at + 1 and lowers[end] in (",", ":") and lowers[end + 1] in ("“", '"')
    return leads and FINITE.isdisjoint(tags[:at])


_ADJUNCT = frozenset({"NN", "NNS", "NNP", "NNPS", "IN", "DT", "CD", "JJ", "PRP$"})
_COUNTING = frozenset({"CD", "DT", "JJ"})


def _is_somebody(word: str) -> bool:
    """Whether a word is a noun for somebody who may tell."""
    return lexicon.source_kinds().get(word) == "anonymous"


def _before_teller(lowers: list[str], tags: list[str]) -> None:
    """Mend the verbs of what is told before its teller: "In Tarn, police used sticks and chased dockers, witnesses said"."""
    at = len(tags) - 2
    comma = next((n for n in range(at - 1, max(0, at - 6), -1) if tags[n] == ","), 0)
    told = at > 3 and lowers[at] == "said" and tags[at] == "VBD" and comma > 2
    if not told or any(tag in FINITE or tag == "``" for tag in tags[:comma]):
        return
    for n in range(1, comma - 1):
        acts = tags[n] == "VBN" and tags[n + 1] in _OBJECTS and lowers[n - 1] != "by"
        if acts and (tags[n - 1] in ("NN", "NNS", "NNP") or tags[n - 1] == "CC"):
            tags[n] = "VBD"


_OBJECTS = frozenset({"DT", "PRP$", "PRP", "CD", "NN", "NNS", "NNP", "JJ", "VBN"})
_SAME_FORM = wordset("cut hit shut put set beat read shot burst")
_MISREAD = frozenset({"VB", "VBP", "VBD", "NN", "JJ"})


def _used_to(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether somebody did a thing again and again: "The guards used to beat prisoners"."""
    opens = lowers[at + 1] == "to" and tags[at + 2 : at + 3] == ["VB"]
    return opens and tags[at - 1] in _NAMED and not aux_before(lowers, tags, at)


def _have_done(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether somebody has a thing done to what is theirs: "They will have their rations cut"."""
    first = at
    while first > 0 and at - first < 4 and tags[first - 1] in _THEIRS:
        first -= 1
    ends = tags[at + 1] in (",", ".", "IN", "CC", "RP", "RB")
    return ends and 0 < first < at and tags[first] in ("PRP$", "DT") and lowers[first - 1] in _HAVE


_THEIRS = frozenset({"PRP$", "DT", "NN", "NNS", "JJ", "CD"})
_HAVE = wordset("have has had having get got")


def _tells(tags: list[str], at: int, *, known: bool) -> bool:
    """Whether "that" opens what somebody tells: "She warns that police beat detainees"."""
    after = at + 2
    while after < len(tags) and tags[after] in _PHRASE:
        after += 1
    return known and tags[at] == "VBZ" and at + 2 < after < len(tags) and tags[after] in FINITE


_PHRASE = frozenset({"NN", "NNS", "NNP", "JJ", "CD"})


def _closes(lowers: list[str], tags: list[str], at: int, *, one: bool) -> bool:
    """Whether a verb closes what is told: "Police beat him, a docker in Sarna grumbles", "..., dockers complain"."""
    first = at
    while first > 0 and tags[first - 1] not in _CLOSES:
        first -= 1
    spoken = first > 1 and (tags[first - 1] == "''" or any(tag in FINITE for tag in tags[: first - 1]))
    spoken = spoken or (first > 1 and tags[at + 1] == "," and any(tag in FINITE for tag in tags[at + 2 :]))
    if not spoken or first == at or _is_thing(lowers, at) or tags[first - 1] not in (",", "''"):
        return False
    if not one and tags[at - 1] == "JJ" and lowers[at - 1].endswith("s"):
        tags[at - 1] = "NNS"  # "..., survivors say"
    phrase = tags[first:at]
    if any(tag in _STOPS for tag in phrase) or lowers[first] in _JOINS or tags[first] not in _OPENS:
        return False
    if one:
        of_several = tags[at - 1] == "NNS" and lowers[first] in _ONE and "of" in lowers[first:at]
        return of_several or (tags[at - 1] in ("NN", "NNP", "CD") and ("NN" in phrase or "NNP" in phrase))
    return tags[at - 1] in ("NNS", "NNP", "CD", "NN") and ("NNS" in phrase) and tags[at - 1] != "PRP"


def _is_thing(lowers: list[str], at: int) -> bool:
    """Whether a word names what is told, and tells nothing: not so in "..., local sources report"."""
    return lowers[at] in _THINGS and not (lowers[at] == "report" and lowers[at - 1] in _WHO_REPORT)


_WHO_REPORT = wordset(
    "sources residents media outlets groups activists witnesses organizations newspapers monitors"
)
_STOPS = FINITE | {"VB", "TO", "CC"}
_ONE = wordset("one another a an each neither")
_OPENS = frozenset({"DT", "PRP$", "NNP", "NNS", "NN", "CD", "JJ"})
_THINGS = wordset(
    "charges charge states figures figure reasons reason documents document records record grants posts post briefs notices"
    " notice air airs rumor rumors rumour rumours record contact alert judge judges guess read register signal object report hold broadcast protests protest counts"
)


def _opens(lowers: list[str], tags: list[str], at: int) -> str:
    """What opens the clause behind a verb: "that", "he", "to", or "" where none opens."""
    after = lowers[at + 1]
    if at + 2 >= len(tags):
        return ""
    if after == "that" and tags[at + 2] not in FINITE:
        return "that"
    if lowers[at + 1 : at + 5] == ["to", "this", "day", "that"]:
        return "day"  # "State media claim to this day that"
    if after in _HE and tags[at + 2] in FINITE:
        return "he"
    return "to" if after == "to" and tags[at + 2] == "VB" else ""


def _has_subject(lowers: list[str], tags: list[str], at: int, *, one: bool) -> bool:
    """Whether a subject that fits the form stands before it, and no verb of its own."""
    before = at - 1
    while before > 0 and tags[before] == "RB":
        before -= 1
    before = _before_name(tags, before)
    first = _first(lowers, tags, before)
    joined = lowers[before] in ("and", "but")
    if joined:
        return any(tag == ("VBZ" if one else "VBP") for tag in tags[:before])
    meant = (
        tags[before] in ("VBN", "JJ") and before > 0 and lowers[before - 1] == "the"
    )  # "the detained say they"
    if tags[before] not in _NAMED and lowers[before] not in _SOME and not meant:
        return False
    if any(tag in FINITE for tag in tags[first:before]):
        return False
    if tags[before] == "WP":
        return True
    several = (
        lowers[before] in _BODIES
        or "NNS" in tags[first : before + 1]
        or not _WE.isdisjoint(lowers[first : before + 1])
    )
    several = (
        several or tags[before] == "CD" or "NNPS" in tags[first : before + 1] or "and" in lowers[first:before]
    )
    if one:
        return tags[before] != "NNS" and lowers[before] not in _WE
    return (several or meant) and tags[first] not in ("IN", "TO")


def _before_name(tags: list[str], comma: int) -> int:
    """The noun before a name set off by commas: "His lawyer, Dara Vint, | fears that"; else where it stands."""
    if tags[comma] != ",":
        return comma
    opened = comma - 1
    while opened > 0 and tags[opened] == "NNP":
        opened -= 1
    set_off = 0 < opened < comma - 1 and tags[opened] == "," and tags[opened - 1] in ("NN", "NNP")
    return opened - 1 if set_off else comma


def _first(lowers: list[str], tags: list[str], before: int) -> int:
    """Where the clause starts whose subject ends at `before`."""
    first = before
    while first > 0 and tags[first - 1] not in _CLOSES:
        if lowers[first - 1] in _JOINS and any(tag in FINITE for tag in tags[: first - 1]):
            break
        first -= 1
    return first


def _has_clause(lowers: list[str], tags: list[str], at: int, opens: str) -> bool:
    """Whether one verb, and not two in a row, stands in the clause behind."""
    verbs = 0
    for n in range(at + 2, len(tags)):
        if tags[n] in _CLOSES or lowers[n] in _JOINS:
            if verbs or opens == "to":
                break
            continue
        if tags[n] in FINITE or (
            tags[n] == "VB" and tags[n - 1] not in ("MD", "TO", "RB") and opens == "that"
        ):
            verbs += 1
    return verbs == 0 if opens == "to" else verbs == 1


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The forms in -s and the base forms of verbs that tell in a clause, and those in -s of wanting. A constant table."""
    telling, wanting = set(), set()
    for lemma, senses in lexicon.verbs().items():
        frames = {frame for sense in senses for frame in sense.frames}
        if " " in lemma or lemma in _NOT_SO:
            continue
        if not frames.isdisjoint("tT"):
            telling.add(lemma)
        if any(sense.cls in ("intend", "order") and "i" in sense.frames for sense in senses):
            wanting.add(lemma)
    return frozenset(map(_in_s, telling)), frozenset(telling), frozenset(map(_in_s, wanting))


_NOT_SO = wordset("air see show")


def _in_s(lemma: str) -> str:
    """The third person of a verb."""
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"
