"""Verbs that were taken for nouns, told by the clause around them: "nobody serves longer", "a bulletin lists 3,114 people".

Rules:
- After "he", "it", "nobody", "who" a form in -s that can be a verb is one; after "they", "we", "I" a base form is.
- A stretch between commas and conjunctions that holds no finite verb takes one where a noun stands before and what verbs
  act on stands after it ("and the city bars women from parks").
- "started to bang" is an infinitive, "have been slow" an adjective, "Monks held" a past tense, "a fine of" a noun.
More than 400 lines because each of the rules asks the same words and tags around one word.
"""

from __future__ import annotations

from testigo.reading.finite import FINITE, NAMING
from testigo.reading.forms import forms
from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset
from testigo.reading.set_off_tags import SET_OFF, behind_aside, opens_with_participle, set_off_tag

_ONE = wordset("he she it nobody everyone everybody someone somebody anyone who")
SEVERAL = wordset("they we i you")
_NOMINATIVE = wordset("he she they we i")
_GOVERNING = frozenset({"IN", "VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "TO"})
_VERB_AFTER = frozenset({"VBD", "VBZ", "VBP", "MD", "POS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BOUNDS = frozenset({",", ":", "CC", "``", "''", "WDT", "WP", "WRB", "-LRB-", "-RRB-", ".", "EX"})
_SUBORDINATORS = wordset(
    "that because if while when although though unless whether where as after before until since"
)
_OBJECT = frozenset({"DT", "PRP$", "PRP", "CD", "$"})
_CATENATIVE = wordset(
    "started begun began continued tried refused wanted dared vowed pledged promised threatened"
)
_BOUND = wordset(
    "required ordered told forced instructed allowed asked obliged urged supposed expected compelled permitted able free"
    " ready decided agreed failed promised planned prepared sought used have has had"
)
_BE = wordset("been be were was are is")
_BEEN = wordset("been be were was are is being")
_PRESENT = wordset("are am 're ’re 'm ’m")
_AFTER_FINE = frozenset({"IN", ".", ",", "CC", "VBZ", "VBD"})
_AFTER_BASE = frozenset({"IN", "DT", "RB", "RP", ".", ",", "PRP", "PRP$", "NNS", "CC", "''"})


def segment_tags(lowers: list[str], tags: list[str]) -> None:  # noqa: C901  # one line per form
    """Mend the tags of one sentence in place."""
    opens_with_participle(lowers, tags)
    for at in [n for n in range(1, len(tags)) if tags[n] in _MENDED or lowers[n] == "lets"]:
        mark = tags[at]
        if mark in SET_OFF:
            mark = tags[at] = behind_aside(lowers, tags, at) or set_off_tag(lowers, tags, at)
        if mark == "VBP" and is_past_form(lowers[at]) and lowers[at] not in _PRESENT:
            tags[at] = "VBN" if _of_whom(lowers, tags, at) else "VBD"
        elif mark == "VBP" and _made(lowers, tags, at):
            tags[at] = "VB"
        elif lowers[at] in _ALWAYS and (mark[0] in "VPF" or lowers[at] == "lets"):
            tags[at] = _ALWAYS[lowers[at]]
        elif mark == "VBD" and (_described(lowers, tags, at) or _of_whom(lowers, tags, at)):
            tags[at] = "VBN"
        elif mark in ("VBP", "VB") and _is_noun(lowers, tags, at):
            tags[at] = "NN"
        elif mark == "VBZ" and _is_given(lowers, tags, at):
            tags[at] = "NNS"  # "denied him visits"
        elif mark == "PRP" and lowers[at] == "her" and _owns(lowers, tags, at):
            tags[at] = "PRP$"
        elif mark == "NN" and _is_made(lowers, tags, at):
            tags[at - 1], tags[at] = "PRP", "VB"  # "made her wear leg irons"
        elif mark == "NN" and lowers[at] in _WARNING:
            tags[at] = (
                "VBG" if tags[at + 1 : at + 2] == ["PRP"] else mark
            )  # "a letter warning them of arrest"
        elif lowers[at - 1] == "to" and _to_be_done(lowers, tags, at):
            tags[at] = "VB"  # "had to sing"
        elif mark in ("NN", "NNS", "VB", "JJ"):
            tags[at] = (
                _after_pronoun(lowers, tags, at) or _dates(lowers, at) or _single(lowers, tags, at) or mark
            )
    for first, last in _segments(lowers, tags):
        _finite_in(lowers, tags, first, last)
    _main_verb(lowers, tags)


_MENDED = frozenset(  # a rule for another tag asks for it here
    {"VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "PRP", "PRP$", "POS", "PDT", "NN", "NNS", "JJ"}
)
_ALWAYS = {
    "absentia": "NN",
    "ranging": "IN",
    "alight": "RB",
    "ablaze": "RB",
    "aflame": "RB",
    "lets": "VBZ",
    "in": "IN",
    "police": "NNS",
}


def _to_be_done(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a noun behind "to" is a verb with an object: "to sentence the former mayor", not "to work the next day"."""
    if tags[at] == "VBG":
        return is_verb(lowers[at])
    if lowers[at] == "fine":
        return tags[at + 1 : at + 2] in (["NNP"], ["NNS"], ["CD"], ["PRP"])  # "to fine Ana Lo 300 euros"
    if tags[at] != "NN" or tags[at - 1] != "TO":
        return False
    if tags[at + 1 : at + 2] not in (["DT"], ["PRP$"], ["PRP"]) or not is_verb(lowers[at]):
        return False
    return lowers[at] not in _WHERE_TO and lowers[at + 2 : at + 3] not in (
        ["same"],
        ["next"],
        ["following"],
        ["day"],
    )


_WHERE_TO = wordset("work school court trial church market town bed mass command power")


def _described(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form between commas only describes the subject: "The paper, marked secret, is addressed to"."""
    if (
        lowers[at] in ("said", "added", "wrote", "was", "were", "had")
        or at < 2
        or tags[at - 1] != ","
        or tags[at - 2] not in _NOUNS
    ):
        return False
    told = max((n for n in range(at - 2) if lowers[n] in _SUBORDINATORS), default=0)
    if not FINITE.isdisjoint(tags[told:at]) or "nor" in lowers[told:at]:
        return False
    comma = next((n for n in range(at + 1, min(len(tags) - 1, at + 16)) if tags[n] == ","), None)
    if comma is not None and tags[at + 1] in ("DT", "PRP$") and "CC" in tags[at + 1 : comma]:
        return False  # "The judge, under pressure, opened a case and at a hearing, said"
    return comma is not None and tags[comma + 1] in FINITE and FINITE.isdisjoint(tags[at + 1 : comma])


def _of_whom(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form only says which people another verb is about: "released two men held for months", "beat men accused of"."""
    if tags[at - 2] == "PRP$" and lowers[at - 3 : at - 2] in (["had"], ["have"], ["having"], ["has"]):
        return tags[at + 1 : at + 2] in (["TO"], ["IN"], ["."], [","])  # "had their punishments converted to"
    if (
        lowers[at] in _NEVER_ALONE
        and tags[at - 1] == ","
        and tags[at + 1 : at + 2] in (["IN"], ["TO"], ["."])
    ):
        return (  # "Others included Ivan Petrov, arrested in June on treason charges"
            tags[at - 2] in ("NNP", "NN", "NNS")
            and tags[at + 2 : at + 3] != ["CD"]
            and lowers[at + 1] != "at"
        )
    if lowers[at] == "served":
        return lowers[at - 1] == "time"  # "suspended his sentence for time served"
    if lowers[0] in ("of", "among") and at < 9 and tags[at + 1 : at + 2] == [","]:
        alone = lowers[at] not in _BE and all(tag[0] not in "VM" for tag in tags[:at])
        return alone and not FINITE.isdisjoint(tags[at + 1 :])  # "Of the 40 people held, 36 were freed"
    if _is_among(lowers, tags, at):
        return True
    if (
        lowers[at] not in _DONE_TO
        or tags[at + 1 : at + 2] not in (["IN"], ["TO"])
        or tags[at - 1] not in _NOUNS
    ):
        return False
    place = at - 1
    while place > 0 and at - place < 7 and tags[place] in _PHRASE:
        place -= 1
    return tags[place] in ("VBD", "VBG") and lowers[place] in _TO_PEOPLE


def _is_among(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form only says which people somebody was among: "were among a group of refugees | sent back from"."""
    place = at - 1
    while (
        place > 1
        and at - place < 9
        and (tags[place] in _PHRASE or lowers[place] == "of" or tags[place] == "NNPS")
    ):
        place -= 1
    among = lowers[place] == "among" and lowers[place - 1] in _BE and at - place > 1
    return among and tags[at + 1 : at + 2] in (["IN"], ["TO"], ["RB"], ["RP"], ["."], [","])


_NEVER_ALONE = wordset(
    "arrested detained sentenced convicted charged jailed imprisoned executed abducted kidnapped deported repatriated accused"
    " suspected tortured expelled exiled extradited pardoned acquitted indicted wounded interrogated"
)
_WARNING = wordset(
    "warning accusing ordering telling asking urging threatening inviting forcing allowing charging"
)
_DONE_TO = wordset(
    "held detained arrested accused convicted charged suspected imprisoned jailed sentenced caught wanted"
)
_TO_PEOPLE = wordset(
    "detained arrested released freed pardoned held beat tortured sentenced executed transferred abused denied visited"
    " interviewed prosecuted represented defended deported interrogated releasing detaining denying defending representing"
)


def _is_given(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form is what somebody is refused or granted: "denied them contact with their families"."""
    given = at > 1 and tags[at - 1] == "PRP" and lowers[at - 2] in _GIVING
    return given and lowers[at] in _GIVEN and lowers[at - 2] not in ("let", "lets")


_GIVEN = wordset("visits calls contact access exercise visit counsel bail release furlough leave treatment")


def _is_noun(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a base form is a noun by what stands before it."""
    return _names_who(lowers, tags, at) or _is_given(lowers, tags, at) or _of_many(lowers, tags, at)


def _of_many(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "a" before a plural shows that a noun is to come: "a fire at a munitions plant"."""
    place = at - 2
    while place > 0 and tags[place] in ("JJ", "NN"):
        place -= 1
    return tags[at - 1] == "NNS" and at > 1 and lowers[place] in ("a", "an", "another", "each", "every")


def _names_who(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form after "that" belongs to the noun behind it: "a door that quarantine officials had nailed shut"."""
    return (
        lowers[at - 1] == "that"
        and tags[at + 1 : at + 2] == ["NNS"]
        and tags[at + 2 : at + 3] in (["VBD"], ["MD"])
    )


def _main_verb(lowers: list[str], tags: list[str]) -> None:
    """A sentence whose only finite verbs stand in relative clauses has its own: "authorities engaged in acts that harmed"."""
    opened = next((n for n, tag in enumerate(tags) if tag in ("WDT", "WP") or lowers[n] == "who"), None)
    if opened is None or opened < 2 or not FINITE.isdisjoint(tags[:opened]):
        return
    if any(tag in FINITE and not _within_relative(tags, n) for n, tag in enumerate(tags)):
        return
    for at in range(1, opened):
        fits = tags[at] == "VBN" and tags[at - 1] in ("NNS", "NNP", "PRP") and lowers[at + 1] != "by"
        if fits and lowers[at] not in NAMING and lowers[at].endswith("ed"):
            tags[at] = "VBD"
            return
        acts = tags[at] == "NN" and tags[at - 1] == "NNS" and tags[at + 1] in ACTED_ON
        if acts and is_verb(lowers[at]):
            tags[at] = "VBP"  # "Agents question returnees who deny it"
            return
    for at in range(len(tags) - 2, opened + 3, -1):
        fits = tags[at] == "VBN" and tags[at - 1] in _NOUNS and lowers[at + 1] != "by"
        if fits and lowers[at] not in NAMING and "," not in tags[opened:at]:
            tags[at] = "VBD"  # "A teacher who had lost his post crossed into Laos"
            return


ACTED_ON = frozenset({"NNS", "DT", "PRP$", "CD", "PRP", "NNP"})


def _within_relative(tags: list[str], at: int) -> bool:
    """Whether the nearest mark or pronoun before a finite verb opens a relative clause."""
    for place in range(at - 1, -1, -1):
        if tags[place] in ("WDT", "WP"):
            return True
        if tags[place] in FINITE and place == at - 1:
            continue  # "had driven"
        if tags[place] in FINITE or tags[place] in (",", ":", "''", "WRB"):
            return False
    return False


def shown(lowers: list[str], tags: list[str]) -> None:
    """What a recording or paper shows, where a participle stands before it: "A video shared online shows soldiers"."""
    for at in range(1, len(tags) - 2):
        opens = tags[at] == "VBD" and tags[0] == "IN" and at < 6 and "," in tags[at : at + 5]
        if opens and lowers[at] in _SHARED and lowers[at - 1] in _RECORDS:
            tags[at] = "VBN"  # "In a video posted online, the singer said"
        if (
            lowers[at] not in _SHARED
            or lowers[at - 1] not in _RECORDS
            or tags[at] not in ("VBD", "VBN", "JJ")
        ):
            continue
        later = next((n for n in range(at + 2, min(len(tags), at + 12)) if lowers[n] in _SHOWING), None)
        if later is None or ("that" in lowers[at:later] or "," in lowers[at:later]):
            continue
        tags[at] = "VBN"
        tags[later] = (
            "VBD" if lowers[later].endswith("ed") else "VBZ" if lowers[later].endswith("s") else "VBP"
        )
        if lowers[at + 1] == "online":
            tags[at + 1] = "RB"


_SHARED = wordset(
    "shared posted published released obtained seen viewed circulated issued leaked filmed recorded sent made taken"
)
_RECORDS = wordset(
    "video videos footage photo photos photograph photographs picture pictures image images recording recordings letter"
    " letters statement statements document documents message messages post posts clip clips audio report reports list"
)
_SHOWING = wordset(
    "show shows showed depict depicts depicted appear appears appeared suggest suggests describe describes described contain"
    " contains contained reveal reveals revealed indicate indicates indicated"
)


def bare_nouns(lowers: list[str], tags: list[str]) -> None:
    """In a sentence without finite verb "the military", "the directive" are nouns."""
    for at in range(2, len(tags) - 1):
        if tags[at] == "VBN" and tags[at - 1] == "," and tags[at + 1] in _OBJECT:
            tags[at] = "VBD"  # "Officials, angered by the leaflets, searched the town"
            return
    for at in range(1, len(tags) - 1):
        if (
            tags[at] == "JJ"
            and lowers[at] in _NOUNS_TOO
            and tags[at - 1] == "DT"
            and _can_be_verb(lowers[at + 1])
        ):
            tags[at] = "NN"


_NOUNS_TOO = wordset("military directive judiciary executive opposition elite media")


def _owns(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "her" before a noun is whose it is, and nobody is given it: "removed her headscarf", not "gave her money"."""
    return tags[at + 1 : at + 2] == ["NN"] and tags[at - 1][0] in "VIC" and lowers[at - 1] not in _GIVING


_GIVING = wordset(
    "give gives gave given giving tell tells told telling deny denied denies denying bring brings brought bringing ask asked"
    " asks asking send sent sends sending offer offered offers hand handed hands show showed shows pay paid pays buy bought"
    " teach taught grant granted refuse refused award awarded cause caused allow allowed promise promised lend lent let lets"
)


def _can_be_verb(word: str) -> bool:
    return "v" in forms().get(word, "") or is_verb(word)


def stem_is_verb(word: str) -> bool:
    """Whether a word in -s can be a verb."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    known = forms().get(word)
    return (
        "v" in known
        if known is not None
        else is_verb(word[:-1]) or (word.endswith("es") and is_verb(word[:-2]))
    )


def _after_pronoun(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a form right after a pronoun that must be its subject, or ""."""
    before, word = lowers[at - 1], lowers[at]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    governed = at > 1 and tags[at - 2] in _GOVERNING and lowers[at - 2] not in _SUBORDINATORS
    if after in _VERB_AFTER or (governed and before not in _NOMINATIVE):
        return ""
    if before in _ONE and tags[at] == "NNS" and word != "rights" and stem_is_verb(word):
        return "VBZ"
    if before in SEVERAL and tags[at] == "NN" and after in _AFTER_BASE and _can_be_verb(word):
        return "VBP"
    return ""


def _dates(lowers: list[str], at: int) -> str:
    """The tag of "dating" where it tells since when: "a post dating from 2020"."""
    return "VBG" if lowers[at] == "dating" and lowers[at + 1 : at + 2] in (["from"], ["back"]) else ""


def _single(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag that the word right before settles, or ""."""
    mark, word, before = tags[at], lowers[at], lowers[at - 1]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if (
        mark == "NN"
        and before == "to"
        and at > 1
        and (lowers[at - 2] in _CATENATIVE or lowers[at - 2] in _BOUND)
    ):
        acts = after in (_AFTER_BASE if lowers[at - 2] in _CATENATIVE else ACTED_ON)
        return "VB" if acts and _can_be_verb(word) else ""  # "were required to store users' data"
    if mark == "VB" and before == "to" and word.endswith("ed") and not is_verb(word):
        return "VBN"  # "subjected to forced labor"
    if mark == "VB" and before in _BE and "j" in forms().get(word, ""):
        return "JJ"
    if mark == "JJ" and word == "fine" and tags[at - 1] == "DT" and after in _AFTER_FINE:
        return "NN"
    if mark == "JJ" and before in _BEEN and _is_done(word):
        return "VBN"  # "were set free", "were amnestied"
    if (
        mark == "JJ"
        and word in _COUNTED
        and tags[at - 1] == "CD"
        and after in _AFTER_FINE
        and "VBN" in tags[:at]
    ):
        return "VBN"  # "four were killed and 27 wounded since"
    joined = word in ("beat", "shot", "hit", "cut") and mark in ("NN", "VB", "VBP", "JJ") and after == "CC"
    if joined and tags[at - 1] == "RB" and _past_soon(tags, at):
        return "VBD"  # "allegedly beat and then arrested"
    beaten = mark in ("NN", "JJ") and word == "beat" and tags[at - 1] in _NOUNS | {","}
    beaten = beaten and after in (",", "CC")
    return "VBD" if beaten and ("VBD" in tags[at + 1 : at + 4] or _past_soon(tags, at)) else ""


def _made(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form says what somebody is made or helped to do: "soldiers make drivers pay", "helped two men flee"."""
    place = at - 1
    while place > 0 and at - place < 5 and tags[place] in _PHRASE:
        place -= 1
    return place < at - 1 and (
        lowers[place] in _MAKING or (lowers[place] in _HELPING and tags[place][0] == "V")
    )


def _is_made(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "her" is made to do something: "made her wear leg irons"."""
    made = at > 1 and lowers[at - 1] == "her" and lowers[at - 2] in _MAKING
    return made and is_verb(lowers[at]) and at + 1 < len(tags) and tags[at + 1][0] not in ".,C"


_PHRASE = frozenset({"NN", "NNS", "NNP", "DT", "JJ", "CD", "PRP", "PRP$"})
_MAKING = wordset("make makes made making let lets letting")
_HELPING = wordset("help helps helped helping")


def _past_soon(tags: list[str], at: int) -> bool:
    """Whether a past form with an object follows "and"; one taken for a participle is mended."""
    for place in range(at + 2, min(at + 4, len(tags) - 1)):
        if tags[place] in ("VBD", "VBN") and tags[place + 1] in _OBJECT | _NOUNS:
            tags[place] = "VBD"
            return True
    return False


_COUNTED = wordset("wounded injured arrested detained killed jailed missing hurt fined released sentenced")


def _is_done(word: str) -> bool:
    """Whether a word taken for an adjective is the participle of a verb that the tables hold."""
    if word == "set":
        return True
    return word.endswith("ied") and word not in forms() and is_verb(word[:-3] + "y")


def _segments(lowers: list[str], tags: list[str]) -> list[tuple[int, int]]:
    """The stretches between marks, conjunctions and what opens a clause."""
    found: list[tuple[int, int]] = []
    first = 0
    for at, mark in enumerate(tags):
        if mark in _BOUNDS or (mark == "IN" and lowers[at] in _SUBORDINATORS):
            if at - first > 2:
                found.append((first, at))
            first = at + 1
    if len(tags) - first > 2:
        found.append((first, len(tags)))
    return found


def _finite_in(lowers: list[str], tags: list[str], first: int, last: int) -> None:
    """Give a stretch without any verb one, where a form in -s stands between a noun and an object."""
    if any(tag[0] in "VM" for tag in tags[first:last]) or tags[first] in ("IN", "TO"):
        return
    resumed = (
        first > 1
        and tags[first - 1] == ","
        and FINITE.isdisjoint(tags[:first])
        and tags[first + 1] in _OBJECT
    )
    if (
        resumed
        and tags[first] == "NNS"
        and stem_is_verb(lowers[first])
        and not _NOUNS.isdisjoint(tags[:first])
    ):
        tags[first] = "VBZ"  # "a bulletin, dated May 2, lists 3,114 inhabitants"
        return
    for at in range(first + 1, last - 1):
        fits = tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP") and tags[at + 1] in _OBJECT
        if fits and stem_is_verb(lowers[at]) and "IN" not in tags[first:at]:
            tags[at] = "VBZ"
            return
