"""Past forms that only say which people are meant: "prisoners convicted of theft were moved", "Jailed blogger Tran Hai was".

Rules:
- A verb that needs somebody to do it to, with nobody behind it, is a participle of the people before it, unless an office
  stands there ("a court convicted in absentia four editors"); what "and" joins to it is one as well.
- "students caught watching dramas were tried": so is a past form before an "-ing" form where a finite verb follows.
- A past form that opens a sentence right before a name describes it, one behind "with" whom it stands behind.
- "A resident said the movement of goods stopped": who says needs a whole clause behind it, and this is its verb.
"""

from __future__ import annotations

from testigo.reading.finite import ADVERB, FINITE, NAMING, NEEDS_WHOM, NOUN
from testigo.reading.lemmas import is_past_form
from testigo.reading.lists import wordset


def people_meant(lowers: list[str], tags: list[str]) -> None:
    """Make participles of the past forms that only say which people are meant."""
    _lead(lowers, tags)
    _with(lowers, tags)
    _which_are_meant(lowers, tags)


def behind_aside(lowers: list[str], tags: list[str]) -> bool:
    """Give a subject with an aside its verb: "Her husband, a fisherman, drowned while fishing"."""
    for at in range(4, len(tags) - 1):
        if tags[at] != "VBN" or tags[at - 1] != "," or lowers[at] in NAMING | NEEDS_WHOM:
            continue
        opens = next((n for n in range(at - 2, 0, -1) if tags[n] == ","), 0)
        aside = tags[opens + 1 : at - 1]
        if opens and tags[opens - 1] in NOUN and aside and not any(tag[0] == "V" for tag in aside):
            tags[at] = "VBD"
            return True
    return False


def _lead(lowers: list[str], tags: list[str]) -> None:
    """A past form that opens a sentence before a name or noun describes it: "Jailed blogger Tran Hai was moved"."""
    if len(tags) < 4 or tags[0] not in ("VBD", "VBN") or lowers[0] not in _HELD_BY_NAME:
        return
    at = 1
    while at < len(tags) and tags[at] in ("NN", "NNS", "NNP", "JJ"):
        at += 1
    if at > 1 and at < len(tags) and tags[at] in FINITE:
        tags[0] = "JJ"


def _with(lowers: list[str], tags: list[str]) -> None:
    """A past form behind "with" and whom it is about is a participle: "with no one allowed to leave", "with shops told to"."""
    for opens, word in enumerate(lowers):
        if word != "with":
            continue
        at = opens + 1
        while at < min(len(tags) - 1, opens + 7) and (tags[at] in _OF_WHOM or lowers[at] in ("all", "both")):
            at += 1
        plain = at > opens + 1 and at < len(tags) - 1 and tags[at] == "VBD" and lowers[at] in _LAID_ON
        if plain and lowers[at + 1] in ("to", "from", "by"):
            tags[at] = "VBN"


_OF_WHOM = frozenset({"DT", "JJ", "CD", "NN", "NNS", "NNP", "PRP$", "POS", "PRP"})
_LAID_ON = wordset(
    "allowed permitted banned barred forbidden prohibited ordered told required forced expected instructed asked obliged excluded"
    " exempted prevented warned"
)
_HELD_BY_NAME = wordset(
    "jailed imprisoned detained exiled convicted arrested condemned accused banned disgraced murdered kidnapped missing"
)


def _which_are_meant(lowers: list[str], tags: list[str]) -> None:
    """A past form that only says which people are meant is a participle."""
    for at in range(1, len(tags) - 1):
        whom = tags[at - 1] == "PRP" and lowers[at - 2 : at - 1] == ["against"]
        if tags[at] not in ("VBD", "VBN") or not (tags[at - 1] in NOUN or whom):
            continue
        if tags[at] == "VBD" and tags[at + 1] in _AFTER_DONE and _had_done(lowers, tags, at):
            tags[at] = "VBN"
            continue
        if lowers[at] in _THOUGHT and lowers[at + 1] == "to" and tags[at - 1] != "PRP":
            if lowers[at + 2 : at + 3] in (["have"], ["be"]):
                tags[at] = "VBN"  # "killed teachers alleged to have helped the army"
            continue
        if (
            tags[at] == "VBD"
            and lowers[at] in _STANDING
            and tags[at + 1] == "IN"
            and _is_acted_on(lowers, tags, at)
        ):
            tags[at] = "VBN"
            continue
        met = tags[at] == "VBD" and lowers[at] in _MET and at < len(tags) - 3 and _of_which(lowers, tags, at)
        if met or (lowers[at] in NEEDS_WHOM and _nobody_follows(lowers, tags, at)):
            tags[at] = "VBN"
            _and_then(lowers, tags, at)
        elif tags[at] == "VBN" and _is_said(lowers, tags, at):
            tags[at] = "VBD"
        elif tags[at] == "VBD" and lowers[at] in _GATHERED and _taken_whom(lowers, tags, at):
            tags[at] = "VBN"
    for at in range(3, len(tags) - 2):
        if tags[at] == "VBD" and lowers[at + 1] == "by" and _done_as_well(tags, at):
            tags[at] = "VBN"


def _taken_whom(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form tells which people a verb right before them was done to: "detained students gathered at"."""
    if tags[at + 1] != "IN" or tags[at - 1] != "NNS":
        return False
    before = at - 1
    while before > 1 and tags[before] in _OF_A_NAME:
        before -= 1
    done = tags[before] in ("VBD", "VBZ", "VBP") and lowers[before] in NEEDS_WHOM
    return done and not {"WP", "WDT"} & set(tags[max(0, before - 2) : before])


_GATHERED = wordset(
    "gathered assembled camped based stationed stranded sheltered seated huddled parked lined massed crowded employed housed"
    " involved"
)


def _done_as_well(tags: list[str], at: int) -> bool:
    """Whether a past form before "by" goes on with a participle: "a nurse detained and forcibly disappeared by agents"."""
    joint = at - 1
    while joint > 1 and tags[joint] in ADVERB:
        joint -= 1
    return tags[joint] == "CC" and tags[joint - 1] == "VBN" and tags[at + 2] not in ("VBG", "CD")


def _is_said(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form is the only verb of what somebody said or of a last clause: "said the transport resumed"."""
    if lowers[at] in NEEDS_WHOM or lowers[at + 1] == "by" or not is_past_form(lowers[at]):
        return False
    before = at - 1
    while before > 0 and tags[before] in _IN_A_PHRASE:
        before -= 1
    if before == at - 1 or lowers[at] in NAMING:
        return False
    if tags[before] == "CC":  # "The governor resigned, and the trade in rice resumed."
        return (
            before > 1
            and tags[before - 1] == ","
            and tags[at + 1] == "."
            and not FINITE.isdisjoint(tags[:before])
        )
    if lowers[before] not in _SAYS or before == 0 or tags[before - 1] not in NOUN:
        return False
    for n in range(at + 1, len(tags)):
        if tags[n] in FINITE:
            return False
        if tags[n] in _PARTING or tags[n] == ".":
            break
    return True


_SAYS = wordset("said says insisted insists argued argues complained complains")
_IN_A_PHRASE = NOUN | {"DT", "PRP$", "CD", "JJ", "POS", "IN"}


def _and_then(lowers: list[str], tags: list[str], at: int) -> None:
    """What goes on with a participle of people is one as well: "prisoners convicted of theft and held at a mine were"."""
    joint = next((n for n in range(at + 1, len(tags)) if tags[n] == "CC" or tags[n] in FINITE), len(tags) - 1)
    while joint + 2 < len(tags) and tags[joint] == "CC" and tags[joint + 1] in ADVERB:
        joint += 1
    goes = joint + 2 < len(tags) and tags[joint + 1] == "VBD" and tags[joint + 2] in ("IN", "TO")
    if goes and lowers[joint + 1] in NEEDS_WHOM | {"held"}:
        later = next((n for n in range(joint + 2, len(tags)) if tags[n] in FINITE or tags[n] == ","), None)
        if later is not None and tags[later] in FINITE:
            tags[joint + 1] = "VBN"


def _had_done(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form tells what somebody had done to a person or thing: "had the prisoner chained to a bed"."""
    first = at - 1
    while first > 0 and (tags[first] in _OF_A_NAME or _against(lowers, tags, first)):
        first -= 1
    return lowers[first] in ("had", "has", "have") and first < at - 1 and tags[first + 1] != "RB"


def _against(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word belongs to "against them" behind a noun: "had the charges against them dropped"."""
    return lowers[at] == "against" or (tags[at] == "PRP" and lowers[at - 1] == "against")


_OF_A_NAME = NOUN | {"DT", "PRP$", "CD", "JJ", "POS"}
_AFTER_DONE = frozenset({"IN", "TO", ".", ",", "CC", "RB", "RP"})


def _of_which(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form only says which people are meant: "students caught watching dramas were tried"."""
    if not lowers[at + 1].endswith("ing") or tags[at + 1] not in ("VBG", "NN", "JJ"):
        return False
    later = next((n for n in range(at + 2, len(tags)) if tags[n] in FINITE), 0)
    between = tags[at + 2 : later]
    if later and "," in tags[:at] and between[-1:] == [","]:
        between.pop()  # "Bae, a soldier caught selling diesel, was beaten"
    if later == 0 or not _PARTING.isdisjoint(between):
        return False
    tags[at + 1] = "VBG"
    return True


_PARTING = frozenset({"CC", ",", "WP", "WDT", "WRB", ":", "PRP"})


def _nobody_follows(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a verb that needs somebody to do it to has nobody: "prisoners convicted of theft were moved"."""
    if tags[at - 1] == "PRP" or tags[at + 1] not in ("IN", "TO"):
        return False
    if lowers[at - 1] in _OFFICES:  # "terms for officials convicted of torture"
        return lowers[at + 1] == "of" and at > 1 and lowers[at - 2] in ("for", "against")
    if tags[at - 1] == "NNP" and not any(tag in FINITE for n, tag in enumerate(tags) if n != at):
        return False  # "Iran arrested in May four students"
    if lowers[at + 1] == "of":
        return True
    stop = next((n for n in range(at + 2, len(tags)) if tags[n] in _STOPPING or lowers[n] == "to"), len(tags))
    late = (
        n
        for n in range(at + 3, stop)
        if tags[n] in ("CD", "DT", "PRP$", "JJ", "NNS") and tags[n - 1] in _ENDED
    )
    return next(late, None) is None  # "arrested on Monday two journalists"


_OFFICES = wordset(
    "court courts police authorities authority judge judges tribunal tribunals government governments forces officers agents"
    " soldiers troops prosecutors prosecutor ministry committee party regime guards security services militants rebels junta"
    " army military officials council gunmen inspectors militia"
)
_STOPPING = FINITE | {",", ".", ":", "CC", "IN", "WP", "WDT"}
_ENDED = frozenset({"NNP", "NN", "CD", "NNS"})


def _is_acted_on(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether the people before a past form are those whom a verb is done to: "detained students gathered at the gate"."""
    before = at - 1
    while before > 0 and tags[before] in _OF_A_NAME:
        before -= 1
    return before < at - 1 and tags[before] == "VBD" and lowers[before] in NEEDS_WHOM


_STANDING = wordset("gathered assembled stationed camped crowded sheltered encamped")
_THOUGHT = wordset("alleged believed suspected thought rumored rumoured reported")
_MET = wordset("caught found spotted overheard discovered observed detected filmed photographed")


def behind_participle(tags: list[str], at: int) -> bool:
    """Whether it is joined to a participle: "a student detained and forcibly disappeared by soldiers"."""
    place = at - 1
    while place > 0 and tags[place] == "RB":
        place -= 1
    return place > 0 and tags[place] == "CC" and tags[place - 1] == "VBN"
