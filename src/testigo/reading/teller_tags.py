"""Who tells and the verb of telling, where tags hide them: "Data show that", "The other predicted it", "asked about the leak".

Rules:
- "Data show that" tells; so does "the other", with a verb that was taken for a participle.
- Who is "asked about" something in an aside asks nothing.
- "That" between a verb and "as" points back: "dismissed that as fantasy".
- What somebody is declared is an adjective: "declared him unfit".
- A noun that opens a sentence and tells ("Her assertion that ...", "His decision to ...") has a verb of its own behind what it tells.
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.finite import FINITE, aux_before
from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset

_SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_FAR = 16  # tokens that an aside may have


def teller_tags(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    _own_verb(lowers, tags)
    if "show" in lowers:
        _data_show(lowers, tags)
    if "asked" in lowers:
        _asked_aside(lowers, tags)
    if "other" in lowers:
        _the_other(lowers, tags)
    if "that" in lowers:
        _that_as(lowers, tags)
    if "urging" in lowers:
        _urging(lowers, tags)
    for whom in ("him", "them"):
        if whom in lowers:
            _judged(lowers, tags, lowers.index(whom) + 1)


def _asked_aside(lowers: list[str], tags: list[str]) -> None:
    """Mend an aside taken for what somebody asked: "The governor, asked Thursday about the leak, declined to comment"."""
    at = lowers.index("asked")
    if at < 2 or tags[at - 1] != "," or tags[at - 2] not in _SUBJECTS or tags[at] not in ("VBD", "VBN"):
        return
    comma = next((n for n in range(at + 2, min(len(tags) - 1, at + _FAR)) if tags[n] == ","), 0)
    if comma and tags[comma + 1] in ("VBD", "VBN", "VBZ") and not FINITE.intersection(tags[at + 1 : comma]):
        tags[at] = "VBN"
        if tags[comma + 1] == "VBN":
            tags[comma + 1] = "VBD"


def _that_as(lowers: list[str], tags: list[str]) -> None:
    """Mend what points back: "dismissed that as fantasy"."""
    at = lowers.index("that")
    if 0 < at < len(tags) - 1 and lowers[at + 1] == "as" and tags[at - 1] in _ACTS and tags[at] != "DT":
        tags[at] = "DT"


_ACTS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})


def _judged(lowers: list[str], tags: list[str], at: int) -> None:
    """Mend an adjective taken for a verb: "declared him unfit for office"."""
    if tags[at : at + 1] == ["VBP"] and not is_verb(lowers[at]):
        tags[at] = "JJ"


def _urging(lowers: list[str], tags: list[str]) -> None:
    """Mend a verb taken for a noun: "issued a statement urging Congress to act"; not "at the urging of"."""
    at = lowers.index("urging")
    if tags[at] == "NN" and tags[at + 1 : at + 2] and tags[at + 1] in _SUBJECTS | {"DT", "PRP$", "JJ"}:
        tags[at] = "VBG"


def _the_other(lowers: list[str], tags: list[str]) -> None:
    """Mend what the second of two does: "One man fled; the other predicted it"."""
    at = lowers.index("other")
    opens = at > 0 and lowers[at - 1] == "the" and (at == 1 or tags[at - 2] in (",", "CC", ":", "``"))
    if opens and tags[at] == "JJ" and tags[at + 1 : at + 2] == ["VBN"] and tags[at + 2 : at + 3] in _WHAT:
        tags[at], tags[at + 1] = "NN", "VBD"


_WHAT = (["PRP"], ["DT"], ["WRB"], ["WP"], ["PRP$"], ["IN"])


def _data_show(lowers: list[str], tags: list[str]) -> None:
    """Mend "show" taken for a noun behind what has been counted or pictured: "Police data show that thefts fell"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] == "show" and tags[at] == "NN" and lowers[at - 1] in _DATA:
            tags[at] = "VBP"
            if lowers[at + 1] == "that":
                tags[at + 1] = "IN"


_DATA = wordset("data figures statistics records polls surveys images photos videos")


def _own_verb(lowers: list[str], tags: list[str]) -> None:
    """Mend the verb behind what a noun tells: "Her assertion that the fund was legal | drew laughter"."""
    at = next((n for n in range(1, min(4, len(tags))) if lowers[n] in ("that", "to")), 0)
    if not at or tags[at - 1] not in ("NN", "NNS") or tags[0] not in _LEADS:
        return
    noun = lowers[at - 1]
    if noun not in lexicon.nouns() and noun.removesuffix("s") not in lexicon.nouns():
        return
    inside = 0 if tags[at] == "TO" else 1
    for n in range(at + 2, len(tags) - 1):
        if tags[n] in FINITE or tags[n] == "MD":
            if inside < 1:
                return
            inside -= 1
        elif tags[n] in _CLOSING or (
            tags[n] == "VB" and tags[n - 1] not in ("TO", "MD", "RB") and not inside
        ):
            return
        elif not inside and tags[n] in ("VBN", "JJ") and tags[n - 1] in _ENDS and _may_act(lowers, tags, n):
            if tags[n + 1] in _DONE_TO and FINITE.isdisjoint(tags[n + 1 :]) and "MD" not in tags[n + 1 :]:
                tags[n] = "VBD"
            return


def _may_act(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word may be a past tense here: a form of one, and not what an auxiliary makes a passive of."""
    return is_past_form(lowers[at]) and not aux_before(lowers, tags, at)


_LEADS = frozenset({"DT", "PRP$", "NN", "NNS", "JJ"})
_CLOSING = frozenset({",", ";", ":", "``", "''", "WP", "WDT", "WRB", "CC"})
_ENDS = frozenset({"JJ", "VB", "VBN", "VBD", "RB", "NN", "NNS", "NNP", "PRP", "CD", "VBP"})
_DONE_TO = frozenset({"NN", "NNS", "NNP", "PRP", "PRP$", "DT", "CD", "JJ"})
