"""Verbs in the present tense that were taken for nouns or bare forms, told by a subject or a verb in the same row.

Rules:
- A row goes on in its form: "visits homes, counts residents, and records absences", "block websites and jail those".
- A base form with a subject that nothing governs is a present tense: "Residents, the sources said, now avoid talking".
"""

from __future__ import annotations

from testigo.reading.described_tags import described_tags
from testigo.reading.finite import FINITE
from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset
from testigo.reading.order_tags import order_tags
from testigo.reading.segment_tags import ACTED_ON, SEVERAL, stem_is_verb


def present_tags(lowers: list[str], tags: list[str]) -> None:
    """Verbs in a row with a present tense: "visits homes, counts residents, and records absences", "block websites and jail those"."""
    form = ""
    described_tags(lowers, tags)
    _all_of_them(lowers, tags)
    _beside_others(lowers, tags)
    order_tags(lowers, tags)
    if lowers[0] in _LEFT_OUT and tags[0] == "JJ" and not _BE.isdisjoint(lowers):
        tags[0] = "VBN"  # "Exempt from the rule are widows of soldiers"
    for at in range(1, len(tags) - 1):
        mark = tags[at]
        heard = lowers[at] == "saying" and tags[at - 1] == "VBN"  # "was overheard saying"
        some = lowers[at] == "reporting" and lowers[at - 2 : at] in _WITH_SOME
        if mark == "NN" and (heard or some):
            mark = tags[at] = "VBG"  # "with some reporting beatings"
        if mark == "VB" and _of_its_own(lowers, tags, at):
            mark = tags[at] = "VBP"
        if mark in _MISREAD and lowers[at] in _TELLING and _tells_of(lowers, tags, at):
            mark = tags[at] = "VBD"
        mark = tags[at] = _of_a_body(lowers, tags, at)
        if mark == "JJ" and lowers[at] in _LIMITING and _acts_by_adverb(lowers, tags, at):
            mark = tags[at] = "VBD"
        if mark == "VBD" and lowers[at - 1] in _GOVERNING and tags[at + 1] in ("NN", "NNS"):
            mark = tags[at] = "JJ"  # "according to documented witness reports"
        if mark == "VBD" and lowers[at] in _KNOWN and tags[at - 1] == "CD" and lowers[at + 1] in _CASES:
            mark = tags[at] = "JJ"  # "at least one reported case"
        if mark in FINITE:
            form = mark if mark in ("VBZ", "VBP") and lowers[at] not in _PRESENT_AUX else ""
            continue
        if mark in _ENDS_ROW:
            form = ""
        if (
            not form
            or tags[at - 1] not in ("CC", ",")
            or tags[at + 1] not in ACTED_ON
            or lowers[at - 1] == "or"
        ):
            continue
        word = lowers[at]
        if form == "VBZ" and mark == "NNS" and stem_is_verb(word):
            tags[at] = "VBZ"
        elif form == "VBP" and mark in ("NN", "VB") and is_verb(word):
            tags[at] = "VBP"


def _all_of_them(lowers: list[str], tags: list[str]) -> None:
    """Behind people "both" is no conjunction, and their verb no base form: "The guards both beat him"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] == "both" and tags[at] == "CC" and tags[at + 1] in FINITE:
            tags[at] = "DT"  # "The nurse said both were beaten"
        if lowers[at] != "both" or tags[at] != "CC" or tags[at - 1] not in ("NNS", "NNPS", "PRP"):
            continue
        tags[at] = "DT"
        if (
            tags[at + 1] in ("VB", "VBN")
            and is_past_form(lowers[at + 1])
            and "and" not in lowers[at : at + 4]
        ):
            tags[at + 1] = "VBD"


def _beside_others(lowers: list[str], tags: list[str]) -> None:
    """Words told by those beside them: "would jail him and beat his son", "on what charges she was held", "given that"."""
    for at in range(2, len(tags) - 1):
        word, mark = lowers[at], tags[at]
        if mark == "VBD" and word in _SAME_FORM and tags[at - 1] == "CC" and _is_bare(lowers, tags, at - 2):
            tags[at] = "VB"
        elif (
            mark == "VBZ"
            and lowers[at - 1] in _WHAT
            and (tags[at - 2] == "IN" or lowers[at + 1] in _NOMINATIVE)
        ):
            tags[at] = "NNS"
        elif (
            mark == "JJ" and lowers[at - 1] in _NOMINATIVE and word.endswith("ed") and tags[at + 1] in _THINGS
        ):
            tags[at] = "VBD"  # "he reposted information"
        elif (
            word == "given"
            and lowers[at + 1] == "that"
            and mark[:1] == "V"
            and lowers[at - 1] not in _BE | _HAVE
        ):
            tags[at] = tags[at + 1] = "IN"


def _is_bare(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the nearest verb up to `at` stands behind a modal, or behind "to" and a word of orders or threats."""
    verb = next((n for n in range(at, max(0, at - 9), -1) if tags[n][:1] == "V" or tags[n] == "MD"), 0)
    if not verb or tags[verb] != "VB" or any(tags[n] in ("WP", "WDT", "WRB", ",") for n in range(verb, at)):
        return False
    led = verb - 1
    while led > 1 and tags[led] == "RB":
        led -= 1
    governed = tags[led] == "TO" and not _THREATENING.isdisjoint(lowers[max(0, led - 5) : led])
    return tags[led] == "MD" or governed


_SAME_FORM = wordset("beat cut hit put set shut hurt burst")
_THREATENING = wordset(
    "threatened threatens threatening ordered told instructed vowed wanted planned promised"
)
_WHAT = wordset("what which whose")
_THINGS = frozenset({"NN", "NNS", "DT", "PRP$"})
_NOMINATIVE = wordset("he she they we")
_HAVE = wordset("has have had been being")


def _of_a_body(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a word with what a body does or is: "the United Nations estimates.", "a war monitor"; else as it is."""
    if tags[at] == "NNS" and lowers[at] in _FIGURING and _ends_telling(lowers, tags, at):
        return "VBZ"
    if tags[at] in ("VB", "VBP") and lowers[at] == "monitor" and tags[at - 2 : at] == ["DT", "NN"]:
        return "NN"
    return tags[at]


def _ends_telling(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a body tells at the end of a sentence: "Two million have fled, the United Nations estimates."."""
    if lowers[at + 1] != "." or tags[at - 1] not in ("NNP", "NNPS"):
        return False
    first = at - 1
    while first > 0 and tags[first] in ("NNP", "NNPS", "DT"):
        first -= 1
    return lowers[first] == ","


_FIGURING = wordset("estimates reports claims states")
_WITH_SOME = [["with", some] for some in ("some", "many", "several", "others", "most", "two", "three")]


def _acts_by_adverb(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a subject and an adverb stand before and what is acted on behind: "the government often limited these rights"."""
    adverb = at > 1 and tags[at - 1] == "RB" and tags[at - 2] in ("NN", "NNS", "NNP")
    return adverb and tags[at + 1] in ("DT", "PRP$") and _BE.isdisjoint(lowers[max(0, at - 3) : at])


_LIMITING = wordset("limited restricted")
_LEFT_OUT = wordset("exempt excluded excepted")
_BE = wordset("are is were was")


def _tells_of(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a report tells what follows, without "that": "its 2019 white paper noted prisoners were often forced"."""
    alone = FINITE.isdisjoint(tags[:at])
    set_off = (
        alone and tags[at - 1] == ":" and ":" in tags[: at - 1]
    )  # "The Union – an exile party – reported guards beat"
    those = (
        alone and at > 1 and tags[at - 1] == "VBN" and lowers[at - 2] == "those"
    )  # "Those held maintained they were"
    behind = ACTED_ON | {"JJ", "NN"} if set_off else ACTED_ON | {"JJ"}
    if not (set_off or those or tags[at - 1] in ("NN", "NNP")):
        return False
    if tags[at + 1] not in behind or lowers[at + 1] in _WHEN or (tags[at] == "JJ" and lowers[at] != "denied"):
        return False
    end = at + 1
    while end < len(tags) and tags[end] in _PHRASE:
        end += 1
    return end < len(tags) and tags[end] in FINITE and end > at + 1


_MISREAD = frozenset({"VBN", "JJ"})
_TELLING = wordset(
    "denied maintained insisted noted reported said stated claimed alleged estimated documented found warned added"
)
_WHEN = wordset("last this next earlier late january february march april may june july august september")
_PHRASE = ACTED_ON | {"JJ", "NN"}
_GOVERNING = wordset("to of with by from against between among about through without")
_KNOWN = wordset("reported documented confirmed alleged known recorded")
_CASES = wordset(
    "case cases incident incidents instance instances death deaths attack attacks arrests killings"
)
_ENDS_ROW = frozenset({"WDT", "WP", "WRB", "WP$", "``", "''", ":"})
_PRESENT_AUX = wordset("is are has have does do 's ’s 're ’re 've ’ve")


def _of_its_own(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a base form has a subject and nothing that governs it: "Residents, the sources said, now avoid talking"."""
    before = at - 1
    while before > 0 and tags[before] == "RB" and lowers[before] not in ("not", "n't", "n’t"):
        before -= 1
    told = tags[before] == "," and tags[before - 1] == "VBD" and lowers[before - 1] in ("said", "added")
    if not told and tags[before] != "NNS" and lowers[before] not in SEVERAL:
        return False
    near = range(max(0, before - 9), before)
    return not any(tags[n] in ("MD", "TO", "VB") or lowers[n] in _GOVERNS_BASE for n in near)


_GOVERNS_BASE = wordset(
    "do did does let lets make makes made making help helps helped helping have has had see saw watch watched hear heard that whether"
)
