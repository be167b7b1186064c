"""Past forms told by what is set off from the clause: an aside behind the subject, a participle at the head, a clause with "whose".

Rules:
- "The court, following a trial, found him guilty", "Agents, who showed no papers, forced open the door": past tenses.
- "Asked for money, the parents sold a goat": a past form at the head without a subject is a participle.
- "A geologist whose flat the service had bugged moved away": of two past forms in a row the second is the verb.
- Where nothing before it is finite, what stands behind any aside of the subject is its verb: "Police, however, arrested Ana
  Lo", "The court (see page 3) ordered local offices", "The ministries – after much debate – plan to deport him".
"""

from __future__ import annotations

from testigo.reading.finite import FINITE, NAMING
from testigo.reading.lemmas import is_past_form, is_verb
from testigo.reading.lists import wordset

DOES_ITSELF = wordset(
    "voted demonstrated protested appealed responded participated testified remained complained agreed failed ruled"
    " rallied marched reacted intervened persisted occurred died fled escaped listened eavesdropped looked walked talked"
    " travelled traveled slept waited lied prayed sang laughed wept shouted smiled nodded knelt arrived emerged vanished"
    " collapsed erupted relied insisted conspired colluded cooperated collaborated snooped starved drowned perished"
    " defected departed sailed retreated resigned abstained dissented hesitated apologized apologised objected succumbed"
    " refrained disembarked embarked migrated emigrated bowed crawled limped converged camped trekked roamed loitered"
    " wandered strolled fainted moaned screamed sobbed groaned stumbled quarrelled quarreled bargained campaigned rebelled"
    " mutinied rioted revolted"
)  # past forms that describe nothing: "a court ruled against"
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECT = _NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ"}
_OBJECT = frozenset({"NNP", "DT", "PRP", "PRP$", "CD", "NNS"})
_AWAY = wordset("open up down away off out apart through")
_RELATIVE = wordset("who which whose whom")
_STATES = wordset("found left kept seen caught feared reported kept held got gotten been being remained")


SET_OFF = frozenset({"VBN", "VB", "JJ", "VBD", "VBG", "NN"})


def set_off_tag(lowers: list[str], tags: list[str], at: int) -> str:
    """The tag of a word that is tagged as one of SET_OFF, mended where what is set off from the clause shows it."""
    mark = tags[at]
    done = mark == "VB" and lowers[at].endswith("ed") and not is_verb(lowers[at])
    if done and tags[at - 1] == "TO" and tags[at + 1 : at + 2] in _OF_THINGS:
        return "JJ"  # "an aide to exiled opposition leader Vera Tal"
    left = mark == "VB" and lowers[at] in _UNCHANGED and lowers[at - 1] in _NOT
    if mark == "VBN" or (left and lowers[max(0, at - 2)] in _BEEN):  # "was not let go"
        mark = "VBN"
        return "VBD" if past_aside(lowers, tags, at) or second_past(lowers, tags, at) else mark
    if mark == "VBD":
        return "VBN" if _done_by(lowers, tags, at) or _tells_which(lowers, tags, at) else mark
    if mark == "NN":
        return "VB" if lowers[at - 1] == "to" and _is_aimed_at(lowers, tags, at) else mark
    if mark == "VBG":
        if _occasion(lowers, tags, at):
            return "NN"
        return "JJ" if _identifying(lowers, tags, at) else mark
    if lowers[at] == "open" and lowers[at - 1] in _FORCED:
        return "RP"
    return _hyphened(lowers, tags, at) if "-" in lowers[at] else mark


def _done_by(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form says by whom an object was made: "used information gathered by informants"."""
    if lowers[at + 1 : at + 2] != ["by"] or tags[at - 1] not in _NOUNS or lowers[at] in DOES_ITSELF:
        return False
    place = at - 1
    while place > 0 and at - place < 8 and tags[place] in _OF_PHRASE:
        place -= 1
    return tags[place] in ("VBD", "VBG", "VBZ", "VBP") and tags[at + 2 : at + 3] != ["VBG"]


def _tells_which(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a past form in an aside tells of what: "The minister, in remarks published on Monday, urged"."""
    if (
        lowers[at] == "left"
        and lowers[at - 1] in _LEFT
        and lowers[at + 1 : at + 2] in (["in"], ["on"], ["under"], ["by"])
    ):
        return not _OPENING.isdisjoint(lowers[max(0, at - 5) : at - 1])  # "for a comment left in a chat"
    if tags[at - 1] not in ("NN", "NNS") or tags[at + 1 : at + 2] != ["IN"] or lowers[at] in DOES_ITSELF:
        return False
    place = at - 1
    while place > 2 and at - place < 6 and tags[place] in _OF_PHRASE and tags[place] != "NNP":
        place -= 1
    if lowers[place] != "in" or lowers[place - 1] != "," or tags[place - 2] not in _NOUNS:
        return False
    closes = next((n for n in range(at + 2, min(len(tags) - 1, at + 12)) if tags[n] == ","), 0)
    return closes > 0 and tags[closes + 1] in FINITE


def _is_aimed_at(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word after "to" is what somebody means to do: "plans to audit all farms"."""
    after = tags[at + 1] if at + 1 < len(tags) else "."
    return after in ("DT", "PRP$", "PRP") and tags[at - 2][:2] == "VB" and is_verb(lowers[at])


def _identifying(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an "-ing" form describes the noun after it: "passing identifying information to the police"."""
    after = tags[at + 1] if at + 1 < len(tags) else "."
    told = tags[at - 1] == "VBG" and lowers[at - 1] not in _GOING_ON
    return after in ("NN", "NNS") and (told or lowers[at] in _TELLING_ON)


def _occasion(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an "-ing" form is what a name tells the kind of: "at a May Day gathering outside", no "crowd gathering outside"."""
    follows = tags[at + 1] if at + 1 < len(tags) else "."
    place = at - 1
    while place > 0 and tags[place] in ("NNP", "NNPS"):
        place -= 1
    opened = place < at - 1 and lowers[place] in ("a", "an", "the", "this", "every")
    return (
        opened and lowers[at] in _OCCASIONS and follows not in ("DT", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ")
    )


_OCCASIONS = wordset("gathering meeting hearing briefing sitting wedding outing reading screening training")
_OF_THINGS = (["NN"], ["NNS"], ["NNP"], ["JJ"])
_OF_PHRASE = _NOUNS | {"DT", "JJ", "CD", "PRP$"}
_TELLING_ON = wordset(
    "identifying incriminating compromising damning varying neighboring neighbouring surrounding"
)
_GOING_ON = wordset(
    "stopping beginning starting avoiding keeping going continuing risking remembering being denying"
)
_FORCED = wordset("forced pried broke kicked threw pushed cut tore ripped smashed force break kick pry")


def _hyphened(lowers: list[str], tags: list[str], at: int) -> str:
    """A joined word taken for a base form or an adjective: "listened to short-wave stations", "were strip-searched"."""
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if tags[at] == "VB":
        return "JJ" if after in _NOUNS and not is_verb(lowers[at]) else "VB"
    done = lowers[at - 1] in _BEEN and lowers[at].endswith("ed") and after in _AFTER_DONE
    return "VBN" if done and is_verb(lowers[at].removesuffix("ed")) else tags[at]


_LEFT = wordset(
    "comment comments note notes message messages voicemail review reply flowers flower letter letters wreath"
)
_OPENING = frozenset({"for", "over", "of", "about", "with", "from", "by", "to"})
_UNCHANGED = wordset("let set put beat hit cut shut hurt cast split shed run")
_NOT = wordset("not never n’t n't also then later even once")
_BEEN = wordset("been be being was were are is")
_AFTER_DONE = frozenset({"IN", "TO", ".", ",", "CC", "RB"})


def past_aside(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form is the verb of a subject that an aside parts from it: "The court, following a trial, found him guilty"."""
    if tags[at - 1] != "," or at + 2 >= len(tags) or lowers[at] in NAMING:
        return False
    acts = tags[at + 1] in _OBJECT or (lowers[at + 1] in _AWAY and tags[at + 2] in _OBJECT)
    if not (acts or lowers[at] in DOES_ITSELF) or lowers[at + 1] in ("last", "this"):
        return False
    opens = next((n for n in range(at - 2, 0, -1) if tags[n] == ","), 0)
    if not opens or tags[opens - 1] not in _NOUNS or not FINITE.isdisjoint(tags[:opens]):
        return False
    if lowers[opens + 1] in _RELATIVE:
        return lowers[opens - 1] != "one"
    aside = tags[opens + 1] in ("VBG", "IN") and lowers[opens + 1] != "including"
    return aside and FINITE.isdisjoint(tags[:at])


def opens_with_participle(lowers: list[str], tags: list[str]) -> None:
    """Make the first word a participle where its subject comes after: "Caught talking to her sister, the woman was held"."""
    if tags[:1] == ["VBG"] and lowers[1:2] == ["of"]:
        tags[0] = "NN"  # "Monitoring of churches has intensified"
    if len(tags) < 6 or tags[0] not in ("VBD", "VBP", "JJ") or tags[1] not in _AFTER:
        return
    comma = next((n for n in range(2, min(len(tags) - 3, 28)) if tags[n] == ","), None)
    if comma is None or not FINITE.isdisjoint(tags[1:comma]) or tags[comma + 1] not in _SUBJECT:
        return
    past = lowers[0].endswith("ed") or is_past_form(lowers[0])
    if past and not FINITE.isdisjoint(tags[comma + 2 : comma + 12]):
        tags[0] = "VBN"


_AFTER = frozenset({"IN", "TO", "VBG", "RB", "RP"})


def second_past(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form right after the verb of a clause with "whose" or "whom" is the verb of the sentence."""
    if at < 4 or tags[at - 1] not in ("VBN", "VBD") or lowers[at - 1] in _STATES or at + 1 >= len(tags):
        return False
    opened = next(
        (n for n in range(at - 2, max(-1, at - 12), -1) if lowers[n] in ("whose", "whom", "that")), None
    )
    if opened is None or opened < 1 or tags[opened - 1] not in _NOUNS or tags[at + 1] == "VBN":
        return False
    return FINITE.isdisjoint(tags[:opened]) and (lowers[at].endswith("ed") or is_past_form(lowers[at]))


def behind_aside(lowers: list[str], tags: list[str], at: int) -> str:
    """The finite tag of a word that an aside parts from its subject, or ""."""
    if lowers[at - 1] not in _CLOSING or at + 2 >= len(tags):
        return ""
    if tags[at] == "NN":
        return "VBP" if _is_meant(lowers, tags, at) else ""
    ordered = tags[at] == "JJ" and _ordered(lowers, tags, at)
    return "VBD" if ordered or (tags[at] == "VBN" and _acted(lowers, tags, at)) else ""


def _acted(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a form is the only finite verb so far, behind an aside of its subject: "Police, however, arrested Ana Lo"."""
    if lowers[at] in NAMING:
        return False
    acts = tags[at + 1] in _OBJECT or tags[at + 1 : at + 3] in _MANY_THINGS
    if not acts or _is_when(lowers, at + 1) or not _aside_of(lowers, tags, at, _NOUNS):
        return False
    closes = next((n for n in range(at + 2, len(tags) - 1) if lowers[n] in _CLOSING), 0)
    return not closes or tags[closes + 1] not in FINITE  # "The nurse, a widow, denied a lawyer, was held"


def _ordered(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether an "-ed" word taken for a description is such a verb: "The ministry, however, ordered local offices to close"."""
    past = lowers[at].endswith("ed") and tags[at + 1 : at + 3] in _MANY_THINGS
    return past and FINITE.isdisjoint(tags[at:]) and _acted(lowers, tags, at)


def _is_meant(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether a word is what several mean to do, behind an aside: "The authorities (the mayor too) plan to deport her"."""
    if tags[at + 1 : at + 2] != ["TO"] or not is_verb(lowers[at]):
        return False
    ends = next((n for n in range(at, len(tags)) if tags[n] in _NEW_CLAUSE), len(tags))
    return FINITE.isdisjoint(tags[at:ends]) and _aside_of(lowers, tags, at, frozenset({"NNS", "NNPS"}))


def _aside_of(lowers: list[str], tags: list[str], at: int, nouns: frozenset[str]) -> bool:
    """Whether an aside ends right before a word that stands behind one of some nouns, with no finite verb before it.

    An aside that names who tells, or that "whom" opens, has a verb of its own.
    """
    mark = _OPENED_BY.get(lowers[at - 1], lowers[at - 1])
    opens = _day_opens(lowers, at) or next((n for n in range(at - 2, 0, -1) if lowers[n] == mark), 0)
    if not opens or tags[opens - 1] not in nouns or not FINITE.isdisjoint(tags[:opens]):
        return False
    told = at - opens < _SHORT and lowers[at - 2] in _TELL
    own = told or not _RELATIVE.isdisjoint(lowers[opens + 1 : opens + 4])
    return own or FINITE.isdisjoint(tags[opens:at])


def _day_opens(lowers: list[str], at: int) -> int:
    """Where the preposition of a day stands that a comma ends before a word: "Police on Monday, May 3, arrested"; 0 for none."""
    place = at - 1
    while place > 0 and (lowers[place] in _DAYS or lowers[place] == "," or lowers[place].isdigit()):
        place -= 1
    return place if at - place > 2 and lowers[place] in ("on", "in", "since") else 0


def _is_when(lowers: list[str], at: int) -> bool:
    """Whether a day or a distance of time starts here: "Monday", "the same day", "two weeks later"."""
    return lowers[at] in _DAYS or not _TIMES.isdisjoint(lowers[at + 1 : at + 3])


_CLOSING = wordset(", – — -- - )")
_OPENED_BY = {")": "("}
_MANY_THINGS = (["JJ", "NNS"], ["NN", "NNS"], ["JJ", "NN"])
_NEW_CLAUSE = frozenset({",", "WP", "WDT", "WRB", ":", "CC"})
_SHORT = 7  # words of an aside that only names who tells
_TELL = wordset("say says said report reports reported added claim claims claimed believe believes")
_DAYS = wordset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december"
)
_TIMES = wordset("day days night week weeks month months year years hours morning evening time weekend")
