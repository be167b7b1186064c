"""Tags of names and of verbs of telling, mended first: who says something hangs on them.

Rules:
- A capitalised word after a capitalised word inside a sentence goes on with the name ("Human Rights Watch said").
- "said", "told" and "wrote" without an auxiliary are past tenses; so is any participle before "that", and "reported" before "being held".
- "her" before a relative or a home is possessive ("said her husband").
"""

from __future__ import annotations

from testigo.reading.finite import aux_before
from testigo.reading.lemmas import is_verb
from testigo.reading.lists import wordset

_VERBS = frozenset({"VB", "VBP", "VBZ", "VBN", "VBG"})
_NOUNS = frozenset({"NN", "NNS"})
_MENDED = _VERBS | _NOUNS | {"JJ", "VBD", "TO"}  # a rule for another tag asks for it here
_SAYING = wordset("said told wrote added")
_OF_DEEDS = wordset("reported described recalled recounted denied admitted confirmed mentioned remembered")
_PASSIVE_TOO = wordset("told added")
_MISREAD = frozenset({"VBN", "NN", "JJ", "VB", "VBP"})
_OWN = wordset(
    "husband wife son sons daughter daughters mother father parents brother brothers sister sisters family lawyer"
    " lawyers attorney child children uncle aunt cousin cousins grandmother grandfather neighbor neighbors neighbour"
    " neighbours relatives colleagues colleague friends friend house home apartment phone daughter-in-law son-in-law"
)
_ASKED = wordset("asked pressed questioned")
_QUESTION = wordset("about whether if how why what who when where by in on during at")
_BEGUN = wordset(
    "declined refused agreed decided promised vowed threatened pledged failed tried attempted continued began managed"
    " wanted sought chose offered hoped"
)
_NAMED = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SOMEBODY = wordset("him them it her me us anyone anybody")
_TITLE = 0.6  # from this share of capitalised words on, a sentence is a title and capitals say nothing


def is_her_own(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a relative or home follows "her", counted and described or not: "her two daughters"; anybody behind "according to"."""
    if (
        at > 2
        and lowers[at - 3 : at - 1] == ["according", "to"]
        and tags[at : at + 1] in (["JJ"], ["NN"], ["NNS"])
    ):
        return True
    if tags[at : at + 1] in (["CD"], ["JJ"]):
        at += 1
    return at < len(lowers) and lowers[at] in _OWN


def telling_tags(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    for at in range(1, len(words)):
        mark = tags[at]
        if mark not in _MENDED and lowers[at] != "her":
            continue
        if mark in _VERBS and _goes_on_with_name(words, at) and not _is_title(words):
            tags[at] = "NNP"
        elif mark in _VERBS and _is_telling_noun(words, lowers, at):
            tags[at] = "NN"
        elif mark in _MISREAD and _is_past_telling(lowers, tags, at):
            tags[at] = "VBD"
        elif mark == "VBD" and lowers[at] in _ASKED and _is_aside(lowers, tags, at):
            tags[at] = "VBN"
        elif mark in _NOUNS and _acts_on_somebody(lowers, at):
            tags[at] = "VB"
        elif mark == "TO" and _is_in_name(words, lowers, at):
            tags[at], tags[at + 1] = "IN", "NNP"
        elif (
            mark == "NNS"
            and lowers[at] == "bans"
            and tags[at - 1] in _BANNING
            and tags[at + 1 : at + 2]
            and tags[at + 1] in _BANNED
        ):
            tags[at] = "VBZ"  # "An instruction, which was read out, bans treatment at home"
        elif mark == "VBZ" and _is_of_many(lowers, tags, at):
            tags[at] = "NNS"
        elif mark == "NNS" and lowers[at] in _TELLS and _tells(lowers, tags, at):
            tags[at] = "VBZ"
        elif mark == "VBG" and lowers[at] == "reporting" and _is_noun(tags, at):
            tags[at] = "NN"  # "UN reporting included accounts of"
        elif lowers[at] == "her" and is_her_own(lowers, tags, at + 1):
            tags[at] = "PRP$"


_TALKED = wordset("word news talk rumor rumors rumour rumours gossip")
_BANNING = frozenset({",", "NN"})
_BANNED = frozenset({"NN", "NNS", "JJ", "DT", "PRP$"})


def _is_telling_noun(words: list[str], lowers: list[str], at: int) -> bool:
    """Whether a verb is a noun of telling: "The UN report The Price of Bread said", "there is also talk that"."""
    if lowers[at] in _TEXTS:
        return _has_title(words, lowers, at)
    return (
        lowers[at] == "talk"
        and "there" in lowers[max(0, at - 3) : at - 1]
        and lowers[at + 1 : at + 2] in (["that"], ["of"])
    )


_TEXTS = wordset("report study survey book film")


def _has_title(words: list[str], lowers: list[str], at: int) -> bool:
    """Whether the title of a text follows: "The May 2019 UN report The Price of Bread"; not so in "NGOs report Syrian police"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    owned = not _DEFINITE.isdisjoint(lowers[max(0, at - 6) : at])
    return owned and words[at - 1][:1].isupper() and after[:1].isupper() and not _is_title(words)


_DEFINITE = wordset("the a an its their his her")


def _is_in_name(words: list[str], lowers: list[str], at: int) -> bool:
    """Whether "to" stands in the name of a body: "the Committee to Protect Journalists"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    named = lowers[at - 1] in _BODIES and words[at - 1][:1].isupper() and after[:1].isupper()
    return named and lowers[at] == words[at] and not _is_title(words)


def _tells(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form in -s tells: "“...,” recalls a seamstress", "a second relative disputes this"."""
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    if lowers[at - 1] in ("”", '"'):
        return tags[at + 1 : at + 2] != [] and tags[at + 1] in (
            "NNP",
            "DT",
            "PRP",
            "PRP$",
            "NN",
            "NNS",
            "JJ",
            "CD",
        )
    return after in ("this", "it") and lowers[at] in ("disputes", "doubts", "claims", "reports")


_TELLS = wordset(
    "recalls says adds explains remembers writes notes claims reports laughs complains disputes doubts sighs"
)


def _is_noun(tags: list[str], at: int) -> bool:
    """Whether a noun stands before and a verb with its object after."""
    return (
        tags[at - 1] in _NAMED
        and tags[at + 1 : at + 2] in (["VBN"], ["VBD"], ["VBZ"])
        and tags[at + 2 : at + 3] != ["IN"]
    )


_COUNTED = wordset("reports claims estimates accounts polls counts records")
_BODIES = wordset(
    "committee campaign coalition commission center centre network initiative movement alliance fund foundation group"
    " league organization organisation association society union project programme program conference front institute panel"
)


def _is_aside(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether somebody's answer is still to come: "The mayor, asked about the report, said"."""
    opens = lowers[at - 1] == "," and tags[at - 2 : at - 1] and tags[at - 2] in _NAMED
    return bool(opens) and lowers[at + 1 : at + 2] != [] and lowers[at + 1] in _QUESTION


def _finite_before(tags: list[str], at: int) -> bool:
    return any(mark in ("VBD", "VBZ", "VBP", "MD") for mark in tags[:at])


def _is_title(words: list[str]) -> bool:
    letters = [word for word in words if word[:1].isalpha() and len(word) > 3]
    return bool(letters) and sum(word[:1].isupper() for word in letters) >= _TITLE * len(letters)


def _goes_on_with_name(words: list[str], at: int) -> bool:
    before = words[at - 1]
    return words[at][:1].isupper() and before[:1].isupper() and before[-1:].isalnum() and len(words[at]) > 1


def _acts_on_somebody(lowers: list[str], at: int) -> bool:
    """Whether "to" and a pronoun make a verb of the word: "expected to sentence him"."""
    if lowers[at - 1] != "to":
        return False
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    return after in _SOMEBODY and is_verb(lowers[at])


def _is_of_many(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form in -s is a plural: "according to media reports", "Guild monitors also expressed concern"."""
    if lowers[at] == "monitors":
        return _have_told(tags, at + 1)
    return lowers[at] in _COUNTED and "according" in lowers[max(0, at - 5) : at - 1]


def _have_told(tags: list[str], at: int) -> bool:
    """Whether a past tense stands here or behind an adverb."""
    return tags[at : at + 1] in (["VBD"], ["VBN"]) or tags[at : at + 2] in (["RB", "VBD"], ["RB", "VBN"])


def _begins(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a participle before "to" is a past tense: "Clerks refused to leave", "called it a trap and promised to leave"."""
    if tags[at - 1] == "CC":
        return _was_active(lowers, tags, at)
    return tags[at] == "VBN" and tags[at - 1] in _NAMED and not _finite_before(tags, at)


def _was_active(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the nearest verb before is a past tense of its own, no auxiliary."""
    verb = next((n for n in range(at - 1, -1, -1) if tags[n][:1] in ("V", "M")), -1)
    return verb >= 0 and tags[verb] == "VBD" and lowers[verb] not in _AUXILIARIES


_AUXILIARIES = wordset("was were had did got")


def _is_set_in(tags: list[str], at: int) -> bool:
    """Whether only who tells stands between a comma and the verb: "Six nurses, their union announced, were arrested"."""
    place = at - 1
    while place > 0 and tags[place] in _SET_OFF:
        place -= 1
    return 0 < place < at - 1 and tags[place] == ","


_SET_OFF = _NAMED | {"DT", "PRP$", "JJ", "POS", "CD", "IN"}
_SET_IN = wordset(
    "announced reported claimed confirmed recalled alleged stated explained believed noted warned complained revealed"
    " insisted argued acknowledged admitted estimated declared recounted grumbled remembered whispered swore noticed boasted remarked"
)


def _is_past_telling(lowers: list[str], tags: list[str], at: int) -> bool:
    word = lowers[at]
    if word not in _SAYING and tags[at] != "VBN":
        spread = word == "spread" and lowers[at - 1] in _TALKED  # "Word spread that"
        return spread or (word == "detailed" and tags[at : at + 2] in (["JJ", "DT"], ["JJ", "PRP$"]))
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    goes_on = word == "said" and lowers[at - 1] in ("but", "and") and after not in ("by", "to", ".")
    if (aux_before(lowers, tags, at) and not goes_on) or (word == "said" and after == "to"):
        return False  # "denied he was beaten but said guards took it" is no passive
    if word in _SAYING:
        return word not in _PASSIVE_TOO or tags[at - 1] not in ("IN", "``", "DT")
    if word in _BEGUN and after == "to" and _begins(lowers, tags, at):
        return True
    if tags[at] != "VBN" or tags[at - 1] in ("IN", "RB", "CC"):
        return False
    if after in ('"', "“") and tags[at - 1] in ("NNS", "NNP", "NNPS", "PRP"):
        return True
    if word in _SET_IN and after in (",", "."):
        return _is_set_in(tags, at)
    told = after == "that" or _is_said_by_those(lowers, tags, at) or _is_held(lowers, tags, at)
    return told or (word in _OF_DEEDS and tags[at + 1 : at + 2] == ["VBG"])


def alleges(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of "alleged" before a noun, a verb after who is named: "The clerk, a critic of the mayor, alleged guards beat him"."""
    if lowers[at] != "alleged" or at < 4 or lowers[at - 1] != "," or _finite_before(tags, at):
        return "JJ"
    opened = next((n for n in range(at - 2, 0, -1) if lowers[n] == ","), 0)
    aside = opened > 0 and tags[opened - 1] in _NAMED and tags[opened + 1] in ("DT", "NN", "NNP", "CD")
    tells = aside and any(tag in ("VBD", "VBZ", "VBP") for tag in tags[at + 2 : at + 10])
    return "VBD" if tells else "JJ"


def _is_said_by_those(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "those" whom a participle describes tell something: "Those released stated they were beaten"."""
    those = at > 1 and tags[at - 1] == "VBN" and lowers[at - 2] == "those"
    return those and lowers[at] in _STATING and lowers[at + 1 : at + 2] != ["by"]


def _is_held(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether many hold something to be so at the head of a sentence: "Many believed guards took bribes"."""
    if lowers[at] not in _HELD or not (lowers[at - 1] in _JUDGES or (at == 1 and _are_many(lowers, tags))):
        return False
    whole = tags[at + 1 : at + 3] == ["NN", "NNS"]  # "Owners considered house servants as property"
    return (
        whole
        or tags[at + 1 : at + 2] in (["NNS"], ["DT"], ["PRP$"], ["NNP"])
        or lowers[at + 1 : at + 2] == ["several"]
    )


def _are_many(lowers: list[str], tags: list[str]) -> bool:
    return tags[0] == "NNS" or lowers[0] in _PLENTY


_JUDGES = wordset("observers analysts critics experts activists advocates lawyers")
_HELD = wordset(
    "considered believed thought judged deemed felt feared suspected viewed saw found claimed alleged"
)
_PLENTY = wordset("many some most others few")
_STATING = wordset("stated claimed reported alleged recalled described complained testified recounted")


def may_be_name(word: str) -> bool:
    """Whether a word with a capital is no adverb that this reader knows: a name."""
    return word[:1].isupper() and not word.lower().endswith("ly") and word.lower() not in _ADVERBS_FIRST


_ADVERBS_FIRST = wordset(
    "then now soon still here there thus hence often sometimes later instead also again once twice only even just perhaps"
    " maybe meanwhile today yesterday tomorrow afterward afterwards never always so too yet already elsewhere moreover"
    " however nevertheless nonetheless otherwise therefore inside outside abroad not hardly rarely seldom back thereafter"
    " likewise overnight next first second third last nowhere everywhere somehow somewhere indeed far long least most almost"
)
