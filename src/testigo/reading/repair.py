"""Tags mended where the sentence around them leaves no doubt: rules that a small tagger cannot learn.

Rules:
- "-ed" after a noun and before a noun phrase is a past tense ("forces killed two men"); so is "shot" in "shot and killed".
- A sentence without any finite verb takes its first fitting word as one ("soldiers attempted to flee").
- In a headline a plural noun between two noun phrases is a verb ("Kim orders agency to ...").
- A rule's verbs in a row ("requires ..., forbids ..."), "faces three years", "is shot" and "the order set a" are verbs.
- "due to", "subject to" and "according to" are followed by nouns.
"""

from __future__ import annotations

from testigo.reading.finite import ADVERB, AUX, FINITE, NAMING, NOUN, OBJECT, aux_before, find_finite, spread
from testigo.reading.joined_names import is_joined_name
from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset
from testigo.reading.owned_tags import OWNED, calls_for, owning
from testigo.reading.present_tags import present_tags
from testigo.reading.reduced_tags import behind_aside, people_meant
from testigo.reading.retag import retag
from testigo.reading.ruling import BE, outlets, ruling
from testigo.reading.segment_tags import bare_nouns, segment_tags, shown
from testigo.reading.set_off_tags import DOES_ITSELF
from testigo.reading.settled import DUE_TO_DO, MOODS, TELLING
from testigo.reading.steady import stays
from testigo.reading.telling_tags import is_her_own, may_be_name, telling_tags
from testigo.reading.those_who_tags import joined
from testigo.reading.told_tags import told_tags
from testigo.reading.verb_rows import verb_rows

_SAME_FORM = wordset("shot beat cut hit put set shut let hurt read spread cast split burst")
_NOTOWNED = wordset("RB IN RP TO CC VB VBD VBZ VBP , . '' : MD WP WRB DT PRP CD")
_TO_A_NOUN = wordset(
    "due subject subjected according amount amounts amounted lead leads led leading condemned equivalent"
)
_COMPOUNDING = wordset(
    "sentencing training holding processing building mining manufacturing trading broadcasting fishing farming housing living working meeting holding reporting banking shipping polling monitoring policing ruling governing firing"
)
_LIKE_NOUNS = ("nder", "tor", "ist", "ment", "tion", "ness", "ity", "ance", "ship")
_LIKE_ADJECTIVES = ("ite", "ous", "ive", "al", "able", "ible", "ic", "ary")
_DO = wordset("do does did")
_BEFORE_NOUN = wordset("off on of from in for by under with")
_AWAY = wordset("away back up off down out")
_TIMES = wordset("last this next every each earlier today yesterday")


def repair(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place. lowers: its words in lower case."""
    outlets(words, tags)
    _names(words, lowers, tags)
    telling_tags(words, lowers, tags)
    retag(lowers, tags)
    for at in range(len(tags)):
        if stays(lowers, tags, at):
            continue
        tags[at] = (
            _after_word(lowers, tags, at)
            or _before_word(lowers, tags, at)
            or _between(lowers, tags, at)
            or ruling(lowers, tags, at)
        )
    shown(lowers, tags)
    told_tags(lowers, tags)
    if FINITE.isdisjoint(tags):
        bare_nouns(lowers, tags)
        if not behind_aside(lowers, tags):
            find_finite(lowers, tags)
    people_meant(lowers, tags)
    spread(lowers, tags)
    segment_tags(lowers, tags)
    present_tags(lowers, tags)
    verb_rows(lowers, tags)
    joined(lowers, tags)


def _names(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """A common noun written with a capital inside a sentence is a name: "Bree, the Shire and Fornost"."""
    if words[0].lower() in _DEEDS and tags[0] == "NNP" and tags[1:2] not in (["NNP"], ["NNPS"], ["VBD"]):
        tags[0] = "NN"
    if (
        len(words) > 1
        and tags[0] == "RB"
        and tags[1] in ("VBD", "VBN", "VBZ", "MD")
        and may_be_name(words[0])
    ):
        tags[0] = "NNP"  # "Pak fled"
    for at in range(1, len(words)):
        if words[at] == lowers[at]:
            continue
        if tags[at] == "VB" and tags[at - 1] == "TO" and words[at][0].isupper() and _is_name(words, tags, at):
            tags[at] = "NNP"
        if "-" in words[at] and words[at][0].isupper() and is_joined_name(words[at], tags, at):
            tags[at] = "NNP"  # "a resident of Yokjon-dong told Rimjin-gang"
        if lowers[at - 1] == "near" and tags[at - 1] == "RB" and tags[at] == "NNP":
            tags[at - 1] = "IN"
        if words[at] == "An" and tags[at - 1] == "NNP":
            tags[at] = "NNP"  # "Nghe An Province"
        capital = tags[at] in ("NN", "JJ") and words[at][0].isupper() and words[at][1:].islower()
        if capital and tags[at] == "JJ":
            joined = tags[at - 1] == "CC" and tags[at + 1 : at + 2] in (["VBD"], ["VBN"])
            tags[at] = (
                "NNP" if joined and _mostly_small(words) else tags[at]
            )  # "and Fornost remained missing"
            continue
        named = capital and tags[at - 1] == "DT" and tags[at + 1 : at + 2] != ["NN"]
        if named and _mostly_small(words):
            tags[at] = "NNP"
        if (
            tags[at] in ("VBP", "VB")
            and tags[at - 1] == "NNP"
            and words[at][0].isupper()
            and words[at][1:].islower()
        ):
            told = tags[at + 1 : at + 2]
            if told and told[0] in ("VBD", "VBN", "VBZ") and _mostly_small(words):
                tags[at] = "NNP"  # "Tarn Watch noted"
                tags[at + 1] = "VBD" if told[0] == "VBN" else told[0]


def _is_name(words: list[str], tags: list[str], at: int) -> bool:
    """Whether a capital after "to" begins a name: "transferred him to Jaw Prison"."""
    return words[at][1:].islower() and tags[at + 1 : at + 2] == ["NNP"] and _mostly_small(words)


_DEEDS = wordset(
    "rape torture beatings arrests detention mistreatment ill-treatment abuse harassment corruption violence hazing impunity discrimination intimidation extortion"
)


def _mostly_small(words: list[str]) -> bool:
    """Whether no more words of a sentence begin with a capital than without."""
    return sum(1 if word[:1].islower() else -1 for word in words if word.isalpha()) >= 0


def _after_word(lowers: list[str], tags: list[str], at: int) -> str:  # noqa: PLR0911  # one line per case
    """The tag that the word before asks for, or ""."""
    mark, word = tags[at], lowers[at]
    if mark == "POS" and word not in ("'s", "’s", "'", "’"):
        return "NNS" if word.endswith("s") else "NN"
    if mark == "VBN" and _is_past(lowers, tags, at):
        return "VBD"
    if mark == "EX" and at and tags[at - 1] in NOUN and lowers[at - 1] not in _HIM:
        return "RB"  # "prices there are lower"
    if at == 0:
        return ""
    before = lowers[at - 1]
    if (
        mark in ("VB", "VBP")
        and before == "to"
        and (
            word in _NEVER_DONE
            or (at > 1 and lowers[at - 2] in _TO_A_NOUN and word not in DUE_TO_DO)
            or _undergone(lowers, tags, at)
        )
    ):
        return "NN"
    if at > 1 and before in ("not", "n't", "n’t") and lowers[at - 2] in _DO and is_verb(word):
        return "VB"
    if before in BE and (
        (mark == "JJ" and is_past_form(word) and word not in MOODS) or (mark == "VB" and word in _SAME_FORM)
    ):
        return "VBN"  # "were let go"
    helped = before in _HAVE or (
        before in ("not", "n't", "n’t", "never") and lowers[at - 2 : at - 1] and lowers[at - 2] in _HAVE
    )
    if mark == "VB" and helped and word in _SAME_AS_BASE:
        return "VBN"
    if mark in ("NN", "NNS") and before == "been" and (is_past_form(word) or word.endswith("ed")):
        return "VBN"
    if (
        mark == "JJ"
        and before in (",", "or", "and")
        and tags[at - 2 : at - 1] == ["VBN"]
        and word.endswith("ed")
    ):
        listed = lowers[at + 1 : at + 2] in ([","], ["or"], ["and"], ["."])
        return "VBN" if listed else ""
    if word == "that" and _opens_report(lowers, tags, at):
        return "IN"
    if mark == "VBZ" and tags[at - 1] == "JJ" and word.endswith("s") and word not in AUX:
        return "NNS"
    if word == "go" and before in ("let", "lets", "letting"):
        return "VB"
    return _after_other(lowers, tags, at)


def _undergone(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a row of nouns after "subjected ... to" starts here: "subjected them to arrest, harassment, and abuse"."""
    if tags[at + 1 : at + 2] not in ([","], ["CC"]) or "subjected" not in lowers[max(0, at - 10) : at]:
        return False
    return any(tag in ("NN", "NNS") for tag in tags[at + 2 : at + 4])


def _after_other(lowers: list[str], tags: list[str], at: int) -> str:
    """Words of one form for base and past, and money."""
    if tags[at] in ("NN", "RB") and lowers[at] in _SAME_FORM and aux_before(lowers, tags, at):
        return "VBN"
    return "NN" if lowers[at] == "won" and tags[at - 1] == "CD" else ""


def _opens_report(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "that" opens what is told: "told the radio that officers", "reported that, as of May, he"."""
    if tags[at] == "DT":
        if lowers[at + 1 : at + 2] == [","]:
            return lowers[at - 1] in TELLING
        place = at + 1
        while place < len(tags) and tags[place] in ("JJ", "NN", "NNP", "CD"):
            place += 1
        return tags[place : place + 1] == ["NNS"]  # "claimed publicly that authorities"
    return tags[at] == "WDT" and _tells_whom(lowers, tags, at)


def _tells_whom(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "that" opens what somebody was told: "told Radio Ferrin that officers ..."."""
    place = at - 1
    while place >= 0 and at - place < 9 and tags[place][:2] in ("NN", "DT", "JJ", "PR", "PO", "CD"):
        place -= 1
    return place >= 0 and lowers[place] in _TELLING and tags[at + 1 : at + 2] != ["VBD"]


_HIM = wordset("him her them us me you it he she they we i")
_TELLING = wordset(
    "told tell tells telling informed informs inform warned warns warn assured notified reminded convinced"
)
_HAVE = wordset("has have had having")
_SAME_AS_BASE = wordset("come become run overcome put cut hit set let shut")
_NEVER_DONE = wordset("home torture death trial prison labor labour")


def _before_word(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag that the word after asks for, or ""."""
    if at + 1 >= len(tags):
        return "PRP" if lowers[at] == "her" and tags[at] == "PRP$" else ""
    mark, word, after = tags[at], lowers[at], tags[at + 1]
    noun = after in ("NN", "NNS")
    if mark in ("VB", "VBP", "VBZ") and word.endswith(_LIKE_NOUNS) and not is_verb(word):
        return "NN"
    if mark == "VB" and noun and word.endswith(_LIKE_ADJECTIVES):
        return mark if is_verb(word) else "JJ"
    if word == "her" and mark == "PRP$" and (after in _NOTOWNED or lowers[at + 1] in _AWAY):
        return mark if is_her_own(lowers, tags, at + 1) else "PRP"
    if at == 0:
        return ""
    if noun and (
        (mark in ("VBP", "VB") and lowers[at - 1] in _BEFORE_NOUN)
        or (mark == "VBG" and word in _COMPOUNDING and lowers[at - 1] != ",")
    ):
        return "NN"
    return owning(lowers, tags, at) if word in ("’", "'") else ""


def _between(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag that the words on both sides ask for, or ""."""
    mark, word = tags[at], lowers[at]
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if at and mark == "VBZ" and word not in AUX and tags[at - 1] in OWNED and after in ("VBD", "VBN"):
        if after == "VBN" and tags[at + 2 : at + 3] and tags[at + 2] in OBJECT:
            tags[at + 1] = "VBD"
        return "NNS"
    if at > 1 and mark == "VB" and word in _SAME_FORM and tags[at - 1] == "CC" and tags[at - 2] == "VBD":
        return "VBD"
    if at and mark == "VB" and tags[at - 1] in ("WP", "WDT") and word != "be":
        return "VBP"
    if at and mark == "VB" and tags[at - 1] in _BEFORE_FINITE and not _bare_verb(lowers, tags, at):
        return "VBD" if word in _SAME_FORM else "VBP"
    if at and mark == "NN" and tags[at - 1] == "CC" and after in OBJECT and is_past_form(word):
        return "VBD" if "VBD" in tags[:at] else ""
    joined = (
        word in _SAME_FORM and mark in ("NN", "VBN", "VB", "VBP", "JJ") and _joined_past(lowers, tags, at)
    )
    return "VBD" if joined else ""


_BEFORE_FINITE = frozenset({"NN", "NNS", "NNP", "PRP", ","})


def _is_past(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a participle without auxiliary is a past tense: a noun (or adverb) before, an object after."""
    accuses = lowers[at] == "accused" and at + 1 < len(tags) and tags[at + 1] in OBJECT
    names = lowers[at] in NAMING and not accuses and not _calls_it(lowers, tags, at)
    demands = names and lowers[at] == "called" and calls_for(lowers, tags, at)
    names = names and not demands
    if names and tags[at + 1 : at + 2] != ["RP"]:
        return False
    before = at - 1
    while before >= 0 and (tags[before] in ADVERB or (tags[before] == "CC" and tags[before - 1] == "RB")):
        before -= 1
    dated = before > 0 and tags[before - 1] == "NNP"
    year = before >= 0 and tags[before] == "CD" and (len(lowers[before]) == 4 or dated)
    if before < 0 or (
        tags[before] not in NOUN and not year and lowers[before] not in ("who", "which", "that", ")")
    ):
        return False
    if lowers[before] in AUX or aux_before(lowers, tags, at):
        return False
    if (
        demands
        or lowers[before] in ("who", "which")
        or (lowers[at] in DOES_ITSELF and lowers[at + 1 : at + 2] not in (["by"], ["of"]))
    ):
        return True
    return _acts_on(lowers, tags, at)


def _acts_on(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an object or what is told stands behind a verb: "held 12 men", "said that", "beat both"."""
    after = at + 1
    while after < len(tags) and tags[after] in ("RB", "RP"):
        after += 1
    if (
        after + 1 < len(tags)
        and lowers[after] in ("at", "that")
        and (lowers[after] == "that" or lowers[after + 1] == "least")
    ):
        return True
    if after < len(tags) and lowers[after] == "both":
        return True
    if after >= len(tags) or tags[after] not in OBJECT or _is_time(lowers, after):
        return False
    if tags[after + 1 : after + 3] == ["CC", "JJ"]:
        return True  # "held politically sensitive and other suspects"
    return tags[after] != "JJ" or (after + 1 < len(tags) and tags[after + 1] in ("NN", "NNS", "JJ", "NNP"))


def _is_time(lowers: list[str], at: int) -> bool:
    """Whether a time starts here: "last May", "every week", but not "every man"."""
    if lowers[at] in ("every", "each", "next"):
        return lowers[at + 1 : at + 2] != [] and lowers[at + 1].removesuffix("s") in _SPANS
    return lowers[at] in _TIMES


_SPANS = wordset(
    "day week month year hour time night morning evening spring summer autumn fall winter weekend season quarter"
    " monday tuesday wednesday thursday friday saturday sunday other few two three four five six"
)


def _calls_it(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether something is called something: "the group called the trial a sham"."""
    if lowers[at] not in ("called", "labeled", "branded", "dubbed", "termed") or tags[at + 1 : at + 2] != [
        "DT"
    ]:
        return False
    after = at + 2
    while after < len(tags) and tags[after] in ("JJ", "NN", "NNS", "NNP", "POS"):
        after += 1
    return after > at + 2 and after < len(tags) and (lowers[after] in ("a", "an") or tags[after] == "``")


def _bare_verb(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a base form has something before it that asks for one: a modal, "to", "let", "did"."""
    for place in range(at - 1, max(-1, at - 12), -1):
        if lowers[place] == "that" and place and lowers[place - 1] in TELLING - _WANTING:
            return False
        if lowers[place] in _OPENING and lowers[place - 1 : place] == [","]:
            return False
        if tags[place] in ("MD", "TO") or lowers[place] in _ASKING:
            return True
        if tags[place] in ("VBD", "VBZ", "VBP"):
            return False
    return at < 3 or tags[0] == "VB"


_OPENING = wordset("while whereas although though because since")
_WANTING = wordset("ordered orders demanded demands instructed insisted insists")
_ASKING = wordset(
    "let lets letting make makes made making help helps helped helping see saw hear heard have do does did please that"
)

_SEVERAL = wordset("several many some others another dozens hundreds at")


def _joined_past(lowers: list[str], tags: list[str], at: int) -> bool:
    if at == 0 or at + 1 >= len(tags):
        return False
    if (
        tags[at - 1] in NOUN
        and lowers[at + 1] == "and"
        and at + 2 < len(tags)
        and tags[at + 2] in ("VBD", "VBN")
    ):
        return True
    if tags[at - 1] == "CC" and "VBD" in tags[:at]:  # "detained thirty people and beat several of them"
        return tags[at + 1] in ("CD", "DT", "PRP", "PRP$", "NNS", "NNP") or lowers[at + 1] in _SEVERAL
    if lowers[at - 1] in ("police", "times") and tags[at + 1] in (
        "NNS",
        "NNP",
        "CD",
        "DT",
        "PRP",
        "PRP$",
        "CC",
    ):
        return True
    if lowers[at] == "set" and lowers[at - 1] in _RULERS and tags[at + 1] == "DT":
        return True  # "the order set a quota and threatened"
    return tags[at - 1] in ("NNS", "NNPS") and tags[at + 1] in ("CD", "DT", "PRP", "PRP$")


_RULERS = wordset("order law decree directive rule notice plan ministry party committee government")
