"""Tags that one word beside a word settles, whatever the rest of the sentence says.

Rules:
- A number is a number; "all prisoners", "many are", "no such laws" begin noun phrases; "the court", "set fire" are nouns.
- A verb that takes no object has no passive: "officials arrived from" is a past tense, so is "that the bureau issued on".
- What "have" or "had" governs is a participle, across adverbs ("had secretly entered Hyesan"); so is an "-ed" form after
  "be" that can be a verb and names no feeling ("were buried"); "each" in "were each assigned" is an adverb.
- "that" after a verb of telling and before a noun opens a clause, whatever stands between ("told Daily News on Monday that
  authorities issued").
"""

from __future__ import annotations

from testigo.reading.finite import aux_before
from testigo.reading.forms import forms
from testigo.reading.lemmas import is_past_form
from testigo.reading.lists import wordset
from testigo.reading.owned_tags import owned_noun, somebody_did
from testigo.reading.reduced_tags import behind_participle
from testigo.reading.telling_tags import alleges

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENS_NOUN = frozenset({"JJ", "NN", "NNS", "DT", "PRP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE_PAST = _NOUNS | {"PRP", "CD", "DT", "RB", ":"}
_HAVE = wordset("have has had having 've ’ve")
_BE = wordset("was were been be being is are")
_HELPS = _HAVE | _BE | wordset("get got")
_MOSTLY_NOUNS = wordset("court police state party")
_NO_OBJECT = wordset(
    "arrived died fled disappeared vanished escaped lasted existed happened occurred remained emerged protested resigned"
    " collapsed perished survived deteriorated worsened persisted relied cooperated participated complied complained responded"
    " replied travelled traveled prayed succumbed refrained resorted belonged consisted depended objected apologized testified"
    " struggled languished slept gathered demonstrated dwindled soared plummeted defected deserted marched"
    " fainted appeared persisted prevailed rioted"
)
_CALLED = wordset("called voted applied appealed campaigned argued suffered")
FELT = wordset(
    "worried tired scared concerned interested frightened terrified annoyed disappointed ashamed pleased satisfied excited"
    " married aged limited crowded overcrowded complicated qualified dedicated experienced united advanced armed disabled"
    " retired unemployed increased widespread based related used supposed allowed opposed determined prepared convinced"
    " frustrated dissatisfied outraged displeased impoverished malnourished surprised shocked exhausted educated involved"
    " enraged disillusioned embittered demoralized annoyed irritated saddened"
    " paralyzed underrepresented marginalized understaffed underfunded malnourished"
)
DUE_TO_DO = wordset(
    "be have stand appear begin start open return meet expire arrive leave speak testify receive"
)
MOODS = FELT - wordset(
    "limited used supposed allowed opposed based related increased widespread crowded overcrowded armed married united"
    " involved prepared educated determined retired aged"
)  # "tired", "frustrated": what somebody is, not what was done to him
TELLING = wordset(
    "said say says told tells tell telling reported reports report reporting claimed claims claim alleged alleges stated"
    " states announced announces added adds explained explains believed believes believe think thinks thought warned"
    " warns confirmed confirms noted notes learned learns know knows knew heard hear hears denied denies insisted insists"
    " ordered orders demanded demands instructed feared fears suspected suspects revealed reveals found finds testified"
    " informed informs argued argues declared declares complained complains complain estimated estimates saying claiming stating"
)


def settled(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a word that its neighbours settle, or ""."""
    mark = tags[at]
    if mark in ("VBN", "VBD"):
        return _past(lowers, tags, at)
    if mark in ("JJ", "NN", "VB", "VBP"):
        return (
            _outside(lowers, tags, at)
            or _other_verb(lowers, tags, at)
            or _noun(lowers, tags, at)
            or _person(lowers, tags, at)
            or _participle(lowers, tags, at)
        )
    if mark == "WDT":
        return "IN" if lowers[at] == "that" and _opens_what_is_told(lowers, tags, at) else ""
    if mark in ("VBG", "VBZ"):
        return owned_noun(lowers, tags, at) or _around(lowers, tags, at)
    if mark == "IN":
        since = lowers[at] == "since" and at > 0 and lowers[at - 1] in _HAVE
        return "RB" if since and tags[at + 1 : at + 2] in (["VBN"], ["VBD"]) else ""
    if (
        lowers[at] == "both"
        and at
        and tags[at - 1][0] == "V"
        and tags[at + 1 : at + 2] in (["IN"], [","], ["."])
    ):
        return "DT"  # "beat both with their batons"
    return _small(lowers, tags, at) if mark in ("RB", "UH", "RP", "DT", "NNP") else ""


_AROUND = wordset("neighboring neighbouring outlying adjoining")  # "in Osh and neighboring villages"
_NEVER_SUFFERED = wordset("died remained vanished arrived collapsed")  # "the mayor, arrested in 2019, died"


def _outside(lowers: list[str], tags: list[str], at: int) -> str:
    """A preposition taken for an adjective behind its noun: "at a base outside Homs"."""
    behind = tags[at] == "JJ" and at > 0 and tags[at - 1] in ("NN", "NNS")
    return "IN" if behind and lowers[at] in ("outside", "inside") else ""


def _around(lowers: list[str], tags: list[str], at: int) -> str:
    """An "-ing" form that is no doing: "following his arrest", "in Osh and neighboring villages"."""
    if lowers[at] == "following":
        return "IN" if (not at or tags[at - 1] in _NOUNS) and _act_follows(lowers, at) else ""
    near = lowers[at] in _AROUND and tags[at + 1 : at + 2] in (["NNS"], ["NN"], ["JJ"])
    return "JJ" if near else ""


def _past(lowers: list[str], tags: list[str], at: int) -> str:
    """A past tense taken for a participle, or the other way round."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    if _described(lowers, tags, at):
        return "VBN"
    if word in ("alleged", "suspected") and before in ("IN", "DT", "CC", ",", "VB", "VBG"):
        return alleges(lowers, tags, at) if tags[at + 1 : at + 2] in (["NNS"], ["NN"]) else ""
    if word in ("present", "absent") and at and lowers[at - 1] in _BE:
        return "JJ"
    if word in _LASTING and before in ("CC", "IN", ",", "JJ", "") and tags[at + 1 : at + 2] in _ONE_NOUN:
        return "JJ"  # "arbitrary arrest and prolonged pretrial detention"
    if mark == "VBN":
        alone = before in _BEFORE_PAST and not aux_before(lowers, tags, at)
        calls = word in _CALLED and lowers[at + 1 : at + 2] == ["from" if word == "suffered" else "for"]
        must = word == "had" and tags[at + 1 : at + 3] == ["TO", "VB"] and not aux_before(lowers, tags, at)
        ends = word in _NEVER_SUFFERED and before == "," and not aux_before(lowers, tags, at)
        must = must or ends or somebody_did(lowers, tags, at)
        if must or (alone and (word in _NO_OBJECT or calls)) or _joined_by_adverb(lowers, tags, at):
            return "VBD"
        told = before in _NOUNS and lowers[at + 1 : at + 2] != ["by"] and _that_it(lowers, tags, at)
        return "VBD" if told and not _stands_without_be(lowers, tags, at) else ""
    by = lowers[at + 1 : at + 2] == ["by"] and behind_participle(tags, at)
    if mark == "VBD" and (by or _stands_without_be(lowers, tags, at)):
        return "VBN"
    held = before == "NNS" and "with" in lowers[max(0, at - 4) : at - 1] and tags[at - 2] in ("PRP$", "DT")
    there = word == "left" and before != "RB" and "EX" in tags[max(0, at - 6) : at]
    return "VBN" if word == "surnamed" or held or there else _participle(lowers, tags, at)


_OFTEN = wordset(
    "routinely regularly often frequently repeatedly then later subsequently reportedly allegedly sometimes also even"
    " occasionally systematically arbitrarily effectively usually generally"
)
_OBJECTS = (["NN"], ["NNS"], ["NNP"], ["DT"], ["PRP$"], ["CD"], ["JJ"], ["PRP"])


def _joined_by_adverb(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past tense is joined by an adverb: "did not allow unions and routinely dissolved strike committees"."""
    joined = at > 1 and lowers[at - 2] in ("and", "but") and lowers[at - 1] in _OFTEN
    return joined and tags[at + 1 : at + 2] in _OBJECTS and not _passive_before(lowers, tags, at)


def _passive_before(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the verb that this one is joined to is a passive or a perfect: "were beaten and often denied food"."""
    for place in range(at - 3, max(-1, at - 25), -1):
        if lowers[place] in _HELPS:
            return True
        if tags[place] in _FINITE:
            return False
    return False


def _described(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether it describes: "in a deserted area", "accused three exiled editors", "publications deemed critical"."""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if at == 0 or after not in ("NN", "NNS", "NNPS", "JJ"):
        return False
    if after == "JJ":
        held = lowers[at] in ("deemed", "considered", "labeled") and tags[at - 1] == "NNS"
        return held and not _FINITE.isdisjoint(tags[max(0, at - 6) : at])
    if lowers[at - 1] in ("a", "an", "the"):
        return after != "NNPS"
    return tags[at - 1] == "CD" and at > 1 and tags[at - 2] in _FINITE


def _act_follows(lowers: list[str], at: int) -> bool:
    """Whether "following" says after what: "exile in a province following their release"."""
    return not _AFTER_WHICH.isdisjoint(lowers[at + 1 : at + 5])


_AFTER_WHICH = wordset(
    "arrest arrests release detention death deaths trial trials protest protests raid raids conviction election elections"
    " publication escape attack attacks coup interrogation demonstration demonstrations strike crackdown sentencing"
    " march marches rally rallies vigil participation involvement detention detentions riot riots unrest uprising war months"
    " years weeks days hearing verdict outcry investigation complaint complaints interview murder killing explosion"
)


def is_forced(lowers: list[str], at: int) -> bool:
    """Whether "forced" describes what follows: "searches and forced labor"."""
    return lowers[at] == "forced" and at + 1 < len(lowers) and lowers[at + 1] in _FORCED


def _stands_without_be(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form is a participle: "beaten while hung from a beam", "prisoners detained on charges were held"."""
    if is_forced(lowers, at) or (at and tags[at - 1] == "IN" and lowers[at - 1] in ("while", "when", "once")):
        return True
    if at == 0 or tags[at - 1] not in ("NNS", "NN", "NNP") or lowers[at] in TELLING or lowers[at] in _ALONE:
        return False
    return _verb_comes(tags, at)


def _verb_comes(tags: list[str], at: int) -> bool:
    """Whether a preposition or adverb follows, and another past tense before any mark, conjunction or pronoun."""
    if tags[at + 1 : at + 2] not in (["IN"], ["RB"], ["TO"]):
        return False
    rest = (t for t in tags[at + 2 : at + 12] if t in _FINITE or t in (",", "CC", "WP", "WDT", "PRP", "WRB"))
    return next(rest, "") in _FINITE


_ALONE = (
    _HELPS
    | _NO_OBJECT
    | wordset("did does do ruled decreed wrote added went came began tried wanted started")
)
_FORCED = wordset(
    "labor labour disappearance disappearances sterilization sterilizations abortion abortions displacement confession"
    " confessions relocation relocations eviction evictions repatriation repatriations marriage marriages returns"
)
_LASTING = wordset("prolonged enforced unexplained repeated continued")
_ONE_NOUN = (["JJ"], ["NN"], ["NNS"])


def _that_it(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "that" and a noun phrase stand right before: "an order that the bureau issued on Monday"."""
    place = at - 1
    while place > 0 and at - place < 6 and tags[place] in _NOUNS | {"DT", "JJ", "PRP$"}:
        place -= 1
    return lowers[place] == "that" and 0 < place < at - 1 and tags[place - 1] in _NOUNS


def _other_verb(lowers: list[str], tags: list[str], at: int) -> str:
    """Verbs taken for nouns or for another form: "fourteen die", "read from a paper", "may no longer sell"."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    if mark == "VBP" and before in ("RB", "RBR") and _modal_before(tags, at):
        return "VB"
    if mark == "VBP" and before == "CC" and _listed_after_to(lowers, tags, at):
        return "VB"  # "told the choir to pay a fine and disband by May"
    if mark == "VB" and before in _NOUNS | {"VBD"} and _behind_relative(lowers, tags, at):
        return "VBP"  # "tailors whose shops burned keep their permits"
    needs = word == "need" and mark in ("NN", "VBP") and tags[at + 1 : at + 2] in (["VBZ"], ["VB"], ["VBP"])
    if needs and not lowers[at + 1].endswith("s"):
        tags[at + 1] = "VB"
        return "MD"  # "those with members at the front need contribute only one"
    if word == "die" and mark == "NN" and before in ("CD", "NNS", "JJ"):
        return "VBP"
    read = word == "read" and mark in ("NN", "VB") and before in (",", "NN", "NNP")
    return "VBD" if read and tags[at + 1 : at + 2] == ["IN"] else ""


def _listed_after_to(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the nearest verb before is an infinitive: a list of what is to be done."""
    if lowers[at - 1] not in ("and", "or"):
        return False
    for place in range(at - 2, max(0, at - 12), -1):
        if tags[place] == "VB":
            return tags[place - 1] == "TO"
        if tags[place] in _FINITE or tags[place] in ("VBG", "VBN", "WP", "WDT", "PRP", ":"):
            return False
    return False


def _behind_relative(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a relative clause with its verb ends here, and the verb of those it describes comes."""
    told = False
    for place in range(at - 1, max(0, at - 14), -1):
        if tags[place] == "VBD" and lowers[place] not in _LETS:
            told = True
        elif tags[place] in ("TO", "MD", ",", "CC", "VB", "VBZ", "VBP", "VBG") or lowers[place] in _LETS:
            return False
        elif lowers[place] in ("who", "whose"):
            return told and tags[place - 1] == "NNS"
    return False


_LETS = wordset("let made had helped saw heard watched did make help")


def _modal_before(tags: list[str], at: int) -> bool:
    """Whether only adverbs stand between a modal and the word."""
    place = at - 1
    while place > 0 and tags[place] in ("RB", "RBR"):
        place -= 1
    return place >= 0 and tags[place] == "MD"


def _noun(lowers: list[str], tags: list[str], at: int) -> str:
    """Nouns and numbers taken for something else: "the court", "set fire", "turned away nurse Terrero", "2,700"."""
    word, mark = lowers[at], tags[at]
    before, after = tags[at - 1] if at else "", "".join(tags[at + 1 : at + 2])
    if word[0].isdigit():
        return _number(word)
    if mark in ("VB", "VBP") and (before == "POS" or lowers[at + 1 : at + 2] == ["warrants"]):
        return "NN"  # "by year's end officials had", "arrest and search warrants"
    if (
        mark in ("VB", "VBP")
        and word in _MOSTLY_NOUNS
        and (before in _BEFORE_NOUN or (word == "court" and before == "TO" and after in _AFTER_NOUN))
    ):
        if before == "WDT" and lowers[at - 1] == "that":
            tags[at - 1] = "IN"
        return "NN"
    if mark in ("VB", "VBP") and before in ("DT", "PRP$") and after in _AFTER_NOUN:
        return "NN" if lowers[at - 1] not in _NO_ARTICLE else ""
    if word == "fire" and at and lowers[at - 1] in _WITH_FIRE:
        return "NN"
    if word in _MEANS and at and lowers[at - 1] in _WITH_MEANS and mark in ("VB", "VBP"):
        return "NN"  # "used torture to extract confessions"
    named = mark == "VB" and before in ("RB", "RP") and tags[at + 1 : at + 2] == ["NNP"]
    return "NN" if named and tags[at - 2 : at - 1] == ["VBD"] else ""


_AFTER_NOUN = frozenset({"IN", ".", ",", "VBD", "VBZ", "MD", "TO"})
_BEFORE_NOUN = frozenset({"NNS", "NN", "JJ", "DT", "WDT", "IN", "CC"})
_NO_ARTICLE = wordset("that all both these those some any each this")
_WITH_FIRE = wordset("set sets setting opened open opening")
_MEANS = wordset("torture rape abuse")
_WITH_MEANS = wordset("used uses use using employed of through by including included and against under on")


def _number(word: str) -> str:
    return "CD" if word.replace(",", "").replace(".", "").isdigit() else ""


def _participle(lowers: list[str], tags: list[str], at: int) -> str:
    """What "have" and "be" govern, across adverbs; "present" and "left" after them."""
    word, mark = lowers[at], tags[at]
    if mark == "JJ" and word in ("many", "few", "several"):
        alone = tags[at + 1 : at + 2] in (["VBP"], ["VBD"], ["MD"]) or lowers[at + 1 : at + 2] == ["of"]
        return "DT" if alone else ""
    if at == 0:
        return ""
    if word in ("present", "absent") and lowers[at - 1] in _BE:
        return "JJ"
    if word == "left" and mark in ("NN", "JJ") and "EX" in tags[max(0, at - 6) : at]:
        return "VBN"
    if not (word.endswith("ed") or is_past_form(word)):
        return ""
    place = at - 1
    while place > 0 and tags[place] in ("RB", "RBR") and at - place < 4:
        place -= 1
    if lowers[place] in _HAVE and mark != "VBP":
        described = mark == "JJ" and place == at - 1 and tags[at + 1 : at + 2] == ["NNS"]
        return "" if described else "VBN"
    if lowers[place] in _BE and place < at - 1 and is_past_form(word) and mark in ("VB", "NN"):
        return "VBN"
    verbal = mark == "JJ" and word.endswith("ed") and "v" in forms().get(word, "") and word not in FELT
    return "VBN" if verbal and at - place < 3 and lowers[place] in _HELPS else ""


def _person(lowers: list[str], tags: list[str], at: int) -> str:
    """A person taken for an adjective: "the official embezzled", "a local said"."""
    led = at > 0 and tags[at - 1] in ("DT", "CD", "JJ", "NN", "NNP", "PRP$")
    if tags[at] != "JJ" or not led or lowers[at] not in _PERSON_TOO:
        return ""
    return "NN" if tags[at + 1 : at + 2] and tags[at + 1] in _ENDS_NOUN else ""


_PERSON_TOO = wordset(
    "official individual local dissident suspect militant national veteran elder conscript circular directive"
)
_ENDS_NOUN = _FINITE | {"VBN", "VBG", ".", ",", "IN", "WP", "TO"}


_REPORTS = wordset("reports allegations indications evidence signs claims complaints rumors fears concerns")


def _opens_what_is_told(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a noun phrase follows "that", and the last verb before it is one of telling."""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if after not in _NOUNS | {"DT", "PRP$", "JJ", "CD", "EX"}:
        return False
    if at and lowers[at - 1] in _REPORTS and "EX" in tags[max(0, at - 8) : at]:
        return True  # "There were reports that prisoners were held"
    for place in range(at - 1, max(-1, at - 12), -1):
        if tags[place] in _FINITE or tags[place] in ("VBG", "VBN", "VB"):
            return lowers[place] in TELLING
        if tags[place] in (",", ":", "``", "''", "CC"):
            return False
    return False


def _small(lowers: list[str], tags: list[str], at: int) -> str:
    """The likes of "all prisoners", "no such laws", "the office put pressure on", "were each assigned"."""
    word, mark, after = lowers[at], tags[at], tags[at + 1 : at + 2]
    if mark == "NNP":
        return _number(word) if word[0].isdigit() else ""
    if word in ("each", "both", "all"):
        if at and lowers[at - 1] in _BE:
            follows = lowers[at + 1] if at + 1 < len(lowers) else ""
            return "RB" if after in (["VBN"], ["VBD"]) or follows.endswith("ed") else ""
        return "DT" if mark == "RB" and after and after[0] in ("JJ", "NNS", "DT", "PRP$") else ""
    if word == "no" and mark == "UH" and after and after[0] in _OPENS_NOUN:
        return "DT"
    return "VBD" if word == "put" and mark == "RP" and at and tags[at - 1] in _NOUNS else ""
