"""Tags that a single word with its neighbours shows to be wrong, mended before the sentence is looked at as a whole.

Rules:
- "won" after a sum is money ("5,900 North Korean won"); "freight" after "to" is no verb; "prisoners" is never one.
- A past form that is no base form ("ran", "sold", "took") is a past tense where it was taken for a noun or base form.
- "cut", "cost", "hit" after a count or a noun and before a count or an object is a past tense.
- A plural right before a modal is no verb: "Block heads must note".
- "masked men took": an "-ed" word before a plural noun with a past tense of its own describes the noun.
"""

from __future__ import annotations

from testigo.reading.finite import aux_before
from testigo.reading.law_tags import law_tags
from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset
from testigo.reading.rows_of_deeds import THINGS, opens_row
from testigo.reading.settled import is_forced, settled
from testigo.reading.steady import DOING, OFFENSIVES, TRADING, is_right
from testigo.reading.those_who_tags import of_those_who

_SAME_FORM = wordset("cut cost hit beat shut put shot")
_INTO = (["into"], ["through"], ["in"], ["out"])
_BURSTING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", ",", "RB"})
_OBJECT = frozenset({"DT", "CD", "PRP", "PRP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECTS = frozenset({"CD", "NN", "NNS", "NNP", "WDT"})
_ROUND = wordset("about some nearly almost around up")
_PART = wordset(
    "born known said made told found left held done seen gone given taken paid sent kept lost worn torn"
)
_LENGTHS = ("-year", "-month", "-week", "-day")
_MODALS = frozenset({"MD", "TO"})
_HELPS = wordset("has have had having be been being is are was were get got")


def retag(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    for at in range(len(tags)):
        if is_right(lowers[at], tags[at]):
            continue
        tags[at] = (
            _at_first(lowers, tags, at)
            or _superlative(lowers, tags, at)
            or _doing(lowers, tags, at)
            or _charges(lowers, tags, at)
            or _used(lowers, tags, at)
            or _money(lowers, tags, at)
            or of_those_who(lowers, tags, at)
            or settled(lowers, tags, at)
            or _describing(lowers, tags, at)
            or _trading(lowers, tags, at)
            or _alone(lowers, tags, at)
            or _plainly_past(lowers, tags, at)
            or _past(lowers, tags, at)
            or _noun(lowers, tags, at)
            or _before_modal(lowers, tags, at)
            or tags[at]
        )
    law_tags(lowers, tags)


def _at_first(lowers: list[str], tags: list[str], at: int) -> str:
    """A time taken for a name or an adjective: "A clerk in Orsk at first said"."""
    alone = lowers[at] == "first" and lowers[max(0, at - 1) : at] == ["at"]
    return "RB" if alone and tags[at + 1 : at + 2] not in ([], ["NN"], ["JJ"]) else ""


def _before_modal(lowers: list[str], tags: list[str], at: int) -> str:
    """A plural taken for a verb right before "must" or "may": "Block heads must note"."""
    after = lowers[at + 1 : at + 2]
    modal = after in (["must"], ["shall"], ["may"], ["will"], ["can"], ["should"], ["would"], ["could"])
    noun = at > 0 and tags[at - 1] in ("NN", "NNP", "JJ", "DT", "PRP$", "POS")
    return "NNS" if tags[at] == "VBZ" and modal and noun and tags[at + 1] == "MD" else ""


def _doing(lowers: list[str], tags: list[str], at: int) -> str:
    """The last "-ing" form of a row taken for a noun, and a deed with its year taken for a verb: "or fomenting strife"."""
    if at < 2 or at + 1 >= len(tags) or not lowers[at].endswith("ing"):
        return ""
    if tags[at] == "VBG" and tags[at - 1] == "CD" and len(lowers[at - 1]) == 4 and tags[at + 1] == "IN":
        return "NN" if tags[at - 2] in ("NNP", "DT", "PRP$", "POS") else ""  # "the March 2022 killing of"
    if (
        tags[at] == "NN"
        and lowers[at - 1] == "for"
        and lowers[at] not in THINGS
        and opens_row(lowers, tags, at)
    ):
        return "VBG"
    joined = tags[at] == "NN" and tags[at - 1] == "CC" and tags[at - 2] == "," and lowers[at] not in THINGS
    row = joined and any(tags[n] == "VBG" and tags[n - 1] == "," for n in range(max(1, at - 14), at - 2))
    return "VBG" if row and tags[at + 1] in ("NN", "NNS", "DT", "PRP$", "JJ") else ""


def _superlative(lowers: list[str], tags: list[str], at: int) -> str:
    """A name taken for a superlative or a verb: "Fornost refused", "Saw Htoo fled"."""
    if at == 0 and lowers[0] == "saw" and tags[0][0] == "V" and tags[1:2] == ["NNP"]:
        return "NNP"
    if lowers[at] == "may" and tags[at] == "MD" and tags[at + 1 : at + 2] == ["CD"]:
        return "NNP"  # "her May 2022 article"
    if lowers[at] == "both" and tags[at] == "CC" and tags[at + 1 : at + 2] and tags[at + 1] in _BOTH:
        return "DT"  # "beat both political and other prisoners"
    if tags[at] not in ("RBS", "JJS") or lowers[at].endswith("est") or lowers[at] in _MOST:
        return ""
    return "NNP"


_MOST = wordset(
    "most least worst last utmost foremost innermost uppermost topmost southernmost northernmost easternmost westernmost"
)


def _charges(lowers: list[str], tags: list[str], at: int) -> str:
    """What is brought against somebody, taken for a verb: "dropped the fraud charges against her"."""
    if lowers[at] == "disperse" and at and lowers[at - 1] == "to":
        return "VB"
    if lowers[at] in ("alleged", "reported", "purported") and at and lowers[at - 1] in ("these", "those"):
        return "JJ" if tags[at + 1 : at + 2] and tags[at + 1][0] in "JN" else ""
    if lowers[at] not in ("charges", "claims") or tags[at] not in ("VBZ", "VBP"):
        return ""
    return "NNS" if lowers[at + 1 : at + 2] == ["against"] else ""


def _used(lowers: list[str], tags: list[str], at: int) -> str:
    """What somebody used, not what was used: "The ministry used forced evictions"."""
    if lowers[at] != "used" or tags[at] != "VBN" or at == 0 or at + 1 >= len(tags):
        return ""
    opens = at < 5 and tags[at - 1] in _NOUNS and not any(tag[0] in "VMI" for tag in tags[:at])
    return "VBD" if opens and (tags[at + 1] in _OBJECT or tags[at + 1] in ("VBN", "JJ", "NN", "NNS")) else ""


def _money(lowers: list[str], tags: list[str], at: int) -> str:
    if lowers[at] != "won" or at == 0:
        return ""
    place = at - 1
    while place > 0 and tags[place] in ("JJ", "NNP") and at - place < 3:
        place -= 1
    return "NN" if tags[place] == "CD" and (place == at - 1 or lowers[at - 1] == "korean") else ""


def _trading(lowers: list[str], tags: list[str], at: int) -> str:
    """A trade taken for a noun that somebody does to something: "caught smuggling copper wire", "for trafficking women"."""
    if tags[at] != "NN" or lowers[at] not in TRADING or not at or at + 1 >= len(tags):
        return ""
    doing = lowers[at - 1] in _DOING_SO and tags[at + 1] in _TRADED
    return "VBG" if doing and lowers[at + 1] not in _TRADES else ""


_DOING_SO = wordset(
    "caught found seen spotted started began stopped kept be been is are was were for of by from while without"
)
_TRADED = frozenset({"NN", "NNS", "NNP", "JJ", "DT", "CD", "PRP$", "PRP"})
_TRADES = wordset(
    "ring rings gang gangs network networks route routes case cases operation operations trade business charges charge"
    " attempt attempts scheme boat boats trip trips offences offenses victims"
)


def _past(lowers: list[str], tags: list[str], at: int) -> str:  # noqa: PLR0911  # one line per case
    """A past tense taken for a noun, an adjective or a base form."""
    word, mark = lowers[at], tags[at]
    before = tags[at - 1] if at else ""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    following = after in _OBJECT or (lowers[at + 1 : at + 2] and lowers[at + 1] in _ROUND)
    if (
        mark in ("VBD", "VBN")
        and before in ("NN", "JJ", "CD")
        and after in ("NN", "NNS")
        and "-" in lowers[at - 1]
    ):
        return "JJ" if lowers[at - 1].endswith(_LENGTHS) else ""  # "a three-year suspended sentence"
    if word == "burst" and before in _BURSTING and lowers[at + 1 : at + 2] in _INTO:
        return "VBD"
    if word in _SAME_FORM and mark in ("NN", "VB", "VBP") and following:
        alone = before in _SUBJECTS and not aux_before(lowers, tags, at)  # "sugar, which cost nine manat"
        return "VBD" if alone and (mark == "NN" or before in ("CD", "NN", "NNP", "WDT")) else ""
    if mark == "VBG" and is_past_form(word) and not word.endswith("ing"):
        return "VBN" if at and (lowers[at - 1] in _HELPS or aux_before(lowers, tags, at)) else "VBD"
    if mark == "JJ" and word in ("last", "first") and at and lowers[at - 1] in _BEING and after == "VBN":
        return "RB"  # "was last seen"
    if _opens_done(lowers, tags, at):
        return "VBN"  # "Held for two months, the editor was freed"
    if mark == "JJ" and word in DOING and _is_going_on(lowers, tags, at):
        return "VBG"
    joined = mark == "VBN" and word.endswith("ed") and at > 1
    joined = joined and (_joined(tags, at) or _parted(lowers, tags, at))
    if joined and not is_forced(lowers, at):
        return "VBD"
    if mark == "VBN" and (_told_on(lowers, tags, at) or _calls_besides(lowers, tags, at)):
        return "VBD"
    if mark not in ("NN", "VB", "VBP") or not is_past_form(word) or word in _PART or word in _PRESENT_BE:
        return ""
    if before == "CC" and tags[at - 2 : at - 1] == ["VBN"] and aux_before(lowers, tags, at):
        return "VBN"  # "were caught and beaten"
    if before in _MODALS or (at and lowers[at - 1] in _HELPS) or aux_before(lowers, tags, at):
        return ""
    if before == "CC":
        return "VBD" if "VBD" in tags[:at] or after in _OBJECT else ""
    return "VBD" if before in _NOUNS | {"PRP", "CD", "WP", "WDT", "RB", ","} else ""


def _plainly_past(lowers: list[str], tags: list[str], at: int) -> str:
    """The past tense of "were" taken for a participle, and of "set" before "himself"."""
    if tags[at] == "VBN" and (lowers[at] in ("was", "were") or _behind_who_acts(lowers, tags, at)):
        return "VBD"
    if tags[at] == "JJ" and lowers[at] in _SAME_FORM and at > 1 and tags[at - 1] == "CC":
        return "VBD" if tags[at - 2] in ("VBD", "VBN") else ""  # "seized and beat reporter Anna Ruiz"
    if lowers[at] != "set" or tags[at] not in ("NN", "VB", "VBN") or at + 1 == len(tags) or not at:
        return ""
    return "VBD" if lowers[at + 1] in _SELF and tags[at - 1] in _NOUNS | {"PRP", "CD", "WP", "RB"} else ""


def _behind_who_acts(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "he" or "she" stands right before, and no auxiliary before that: "she says she donated"; not "had she fled"."""
    acts = at > 0 and lowers[at - 1] in _WHO_ACTS and lowers[at].endswith("ed")
    return acts and (at == 1 or (lowers[at - 2] not in _HELPS and tags[at - 2] != "MD"))


_WHO_ACTS = wordset("i he she we they")
_SELF = wordset("himself herself themselves itself")


def _opens_done(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word taken for an adjective or a name says what was done: "was tortured", "Held for two months, ..."."""
    word = lowers[at]
    if tags[at] == "JJ":
        return word in _DONE and at > 0 and lowers[at - 1] in _BEING
    opens = tags[at] == "NNP" and at == 0 and tags[1:2] in (["IN"], ["TO"])
    return opens and (word in _DONE or word in ("taken", "held"))


def _alone(lowers: list[str], tags: list[str], at: int) -> str:
    """A word for how many that stands for people, and a trade taken for a verb: "released many within a day", "a rights monitor"."""
    word = lowers[at]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if word in _HOW_MANY and tags[at] in ("JJ", "JJS", "DT", "RBS"):
        if (
            word == "most"
            and after in ("VBD", "VBN", "MD")
            and (at == 0 or tags[at - 1] in ("IN", ",", "CC"))
        ):
            return "NNS"
        opens = at == 0 or tags[at - 1] in (",", "``", "CC")
        if opens and word != "most" and lowers[at + 1 : at + 2] and lowers[at + 1] in _WHEREABOUTS:
            return "NNS"  # "Many in the capital fear that"
        governed = at > 0 and tags[at - 1] in ("VBD", "VBN", "VB", "VBG") and word != "most"
        return "NNS" if governed and after in ("IN", ".", ",") and lowers[at + 1 : at + 2] != ["of"] else ""
    if word == "chief" and tags[at] == "JJ" and at and tags[at - 1] in _NOUNS and after in _VERBS_OF_CHIEFS:
        return "NN"  # "The police chief denied that"
    if word == "post" and tags[at] in ("VB", "VBP") and at and lowers[at - 1] in _POSTED:
        return "NN"  # "stones at the customs post"
    rights = tags[at] in ("VB", "VBP") and word in ("monitor", "advocate") and at > 0
    return "NN" if rights and lowers[at - 1] == "rights" else ""


_VERBS_OF_CHIEFS = frozenset({"VBD", "VBZ", "MD", "VBN", ",", "."})
_POSTED = wordset(
    "customs border police guard army military command frontier trading inspection border-guard"
)
_HOW_MANY = wordset("many several most")
_WHEREABOUTS = wordset("in at on among inside outside around here there")


def _describing(lowers: list[str], tags: list[str], at: int) -> str:
    """A past form that describes the noun to come: "116 alleged members", "of banned political parties", "had limited access"."""
    if not at or at + 1 >= len(tags):
        return ""
    word, before, after = lowers[at], lowers[at - 1], tags[at + 1]
    if tags[at] in ("IN", "PRP") and "-" in word:
        return "JJ" if after in _NOUNS else ""  # "single-person pickets", "then-president Ruiz"
    if word in ("alleged", "suspected", "accused", "convicted") and tags[at - 1] == "CD":
        return "JJ" if after in ("NNS", "NN") else ""
    if word == "lives" and tags[at] == "NNS":  # "now lives in", ", lives with"
        fits = tags[at - 1] in ("NN", "NNP", "RB", ",") and tags[at + 1] in ("IN", "RB")
        return "VBZ" if fits else ""
    if word == "forbidden" and tags[at] == "JJ":
        return "VBN" if lowers[at + 1] == "to" else ""
    if word in ("limited", "restricted") and before in _SCARCELY:
        return "JJ" if lowers[at + 1] == "access" else ""
    banned = tags[at] == "VBN" and word in _DONE and before == "of" and after in ("JJ", "NN")
    return "JJ" if banned and tags[at + 2 : at + 3] == ["NNS"] else ""


_SCARCELY = wordset("had have has only very with severely extremely")


def _is_going_on(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an "-ing" form is what somebody was doing: "were arbitrarily arresting and disappearing young men"."""
    place = at - 1
    while place > 0 and tags[place] in ("RB", "CC", "VBG") and at - place < 5:
        place -= 1
    return lowers[place] in _BEING and at + 1 < len(tags) and tags[at + 1] not in (".", "IN")


def _joined(tags: list[str], at: int) -> bool:
    """Whether an "-ed" word goes on with a past tense: "disrupted services and arrested participants"."""
    return (
        tags[at - 1 : at] == ["CC"]
        and "VBD" in tags[:at]
        and (
            tags[at + 1 : at + 2] in (["NNS"], ["NNP"], ["CD"])
            or tags[at + 1 : at + 3] in (["NN", "NNS"], ["NN", "NN"])
        )
    )


def _calls_besides(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "called for" goes on with a past tense: "expressed alarm at the arrests and called for an inquiry"."""
    calls = lowers[at] == "called" and at > 1 and lowers[at + 1 : at + 2] in (["for"], ["on"])
    return calls and tags[at - 1] == "CC" and "VBD" in tags[:at] and not aux_before(lowers, tags, at)


def _parted(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an "-ed" word with its particle goes on with a past tense: "razed their huts and fenced off the hill"."""
    if tags[at - 1] != "CC" or "VBD" not in tags[:at] or not _BEING.isdisjoint(lowers[max(0, at - 12) : at]):
        return False
    return lowers[at + 1 : at + 2] in _APART and tags[at + 2 : at + 3] in _THING


_APART = (["off"], ["up"], ["out"], ["down"], ["away"], ["back"])
_THING = (["DT"], ["PRP$"], ["NNS"], ["CD"], ["PRP"])


def _told_on(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a joined clause has this word as its verb: "Two boys ran, and soldiers fired at them"."""
    opened = (
        at > 1 and tags[at - 1] in ("NNS", "NN", "NNP") and tags[at - 2] == "CC" and "VBD" in tags[: at - 1]
    )
    after = tags[at + 1] if at + 1 < len(tags) else ""
    return opened and (after in _OBJECT or lowers[at + 1 : at + 2] in (["at"], ["into"]))


def _noun(lowers: list[str], tags: list[str], at: int) -> str:  # noqa: PLR0911  # one line per case
    """A noun or a describing word taken for a verb."""
    word, mark = lowers[at], tags[at]
    if mark == "VBG" and word in ("handwriting", "clothing", "housing", "laundering"):
        return "NN"
    if word == "flat" and mark == "JJ" and at and tags[at - 1] in ("PRP$", "DT"):
        return "" if tags[at + 1 : at + 2] and tags[at + 1][0] in "NJ" else "NN"  # "searched her flat"
    if word in OFFENSIVES and mark == "JJ" and at and tags[at - 1] in ("NN", "JJ", "DT", "PRP$", "VBG"):
        after = tags[at + 1] if at + 1 < len(tags) else "."
        return (
            "NN" if after in ("IN", ".", ",", "TO", "VBD", "VBZ", "MD") else ""
        )  # "a shelling offensive against"
    if word == "mine" and at and tags[at - 1] in ("NN", "JJ", "DT", "NNP", "CD"):
        return "NN"
    if word == "travel" and mark != "NN" and lowers[at + 1 : at + 2] and lowers[at + 1] in _PAPERS:
        return "NN"
    if mark == "VB" and at and lowers[at - 1] == "to" and not is_verb(word) and word in _GOODS:
        return "NN"
    if mark == "VB" and word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return "NNS"  # "sent to farms": a base form has no plural
    guards = (word == "guards" or (word in _THINGS and at)) and tags[at + 1 : at + 2] not in (
        ["DT"],
        ["PRP$"],
        ["PRP"],
    )
    if mark == "VBZ" and (word in _PEOPLE or guards):
        if at and tags[at - 1] == "WDT" and lowers[at - 1] == "that":
            tags[at - 1] = "IN"
        return "NNS"
    if mark == "VBZ" and word == "charges" and lowers[at + 1 : at + 2] in (["against"], ["related"]):
        return "NNS"  # "recommended murder charges against a guard"
    if mark == "VBZ" and at and lowers[at - 1] in _CALIBERS and word in ("shells", "rounds"):
        return "NNS"  # "fired mortar shells at the town"
    described = mark == "VBD" and word.endswith("ed") and tags[at + 1 : at + 2] == ["NNS"]
    if (
        described
        and tags[at + 2 : at + 3] == ["VBD"]
        and (at == 0 or tags[at - 1] in (",", "IN", "CC", "``", "NNP"))
    ):
        return "JJ"
    return ""


_CALIBERS = wordset("mortar artillery tank howitzer")
_BOTH = frozenset({"JJ", "NN", "NNS", "NNP", "DT", "PRP$", "CD", "VBN"})
_BEING = wordset("be been being is are was were also then later reportedly allegedly again")
_PRESENT_BE = wordset("am are is 're 'm 's")
_DONE = wordset(
    "closed sealed detained jailed imprisoned injured wounded banned fined arrested convicted sentenced executed killed"
    " tortured raped released expelled dismissed demoted removed punished confiscated seized searched raided questioned"
    " interrogated deported repatriated banished relocated monitored censored blocked suspended restricted disbarred"
    " blacklisted evicted conscripted mobilized denied abducted harassed threatened assaulted abused pardoned rearrested"
    " re-arrested redetained re-detained hospitalized apprehended disappeared extradited handcuffed blindfolded shackled"
)
_PAPERS = wordset(
    "ban bans permit permits pass passes restrictions restriction document documents agency company"
)
_GOODS = wordset("freight traffic cargo goods")
_THINGS = wordset(
    "trains buses trucks ships boats prices schools markets shops houses offices mines plants forces"
)
_PEOPLE = wordset(
    "prisoners inmates detainees officers soldiers guards residents traders merchants workers students teachers farmers"
    " families households inspectors officials refugees defectors escapees protesters marchers villagers believers"
    " troops agents forces rebels militants fighters monks nuns priests pastors lawyers journalists reporters editors"
    " bloggers women men doctors nurses miners drivers smugglers brokers vendors fishermen authorities prosecutors judges"
    " policemen gunmen demonstrators pensioners orphans conscripts activists dissidents neighbors relatives parents"
)
