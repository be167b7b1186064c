"""How far the doubt, denial or plan of a word of telling reaches into the words behind it.

Rules:
- What is set in between two dashes bears on nothing behind them.
- A denial of a thing ends with it: what follows in "disputed this claim, stating ...", "recanted it and accused ..." stands.
- What is expected, feared or planned is open; that it comes "because" or "since" something was done is not.
- What somebody's deed or fate is timed by has happened: "denied that she was beaten after her arrest".
- What is planned or ordered after or because something was done leaves that done: "vowed to march after police shot two men".
- What is avenged or put down has happened: "are said to have shot him to quell a riot".
- Who somebody is and what goes on at a place are facts: "suspects a cousin who was fined", "sent to Ode, where men dig".
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, NOUNS, Chunks, VerbGroup
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.noun_status import governing
from testigo.reading.tokens import Token
from testigo.reading.view import View

_OPENERS = wordset(
    "that who which where when if whether because as while after before since until and or but ,"
)
_DASHES = frozenset({"–", "—", "--"})
_OPEN = ("expect", "fear", "intend", "order")
_DOUBTING = ("believe", "expect", "fear")
_OF = wordset("of in by to for with from on at against about")


def reaches(view: View, told: Told, trigger: Span, *, doubt: bool) -> bool:
    """Whether what a telling makes of its words holds for the act at `trigger`. doubt: it hedges or leaves open, no denial."""
    if not view.sentence.span.start <= trigger.start < view.sentence.span.end:
        return True
    first, last = view.sentence.tokens_in(trigger)
    own = next((g for n in range(first, last) if (g := view.chunks.verb_at(n)) is not None), None)
    at = own.first if own is not None else first
    if at > told.token and (_past_dash(view, told.token, at) or _past_thing(view, told, at)):
        return False
    if at > told.token and (_past_main(view, told, at) or _for_which(view, told.token, own)):
        return False
    if _describes(view, first, last) and told.cls in ("order", "intend"):
        return False
    if told.cls == "deny" and own is None and told.token < at and _times_another(view, first):
        return False
    group = own if own is not None and own.finite else governing(view, at)
    if group is None or group.first <= told.token <= at:
        return True
    floor, _ = view.sentence.tokens_in(told.contents[0])
    if not doubt:
        planned = told.cls in ("intend", "order") and told.frame in ("i", "t")
        return not (planned and (_is_occasion(view, group, floor) or _as_it_is(view, group, floor)))
    return not (_as_reason(view, told, group, floor) or _who_or_where(view, told, group))


def _times_another(view: View, at: int) -> bool:
    """Whether a noun with whose it is only tells when something else was: "following his arrest", "during their detention"."""
    number = view.chunks.noun_of[at]
    start = view.chunks.nouns[number][0] if number >= 0 else at
    owned = view.tokens[start].tag == "PRP$" or any(view.tokens[n].tag == "POS" for n in range(start, at))
    return owned and start > 0 and view.lower(start - 1) in _TIMED


_TIMED = wordset("after following since upon during before")


def _past_main(view: View, told: Told, at: int) -> bool:
    """Whether the sentence goes on behind what an "-ing" form tells: "a note telling guards to report noise caused a riot"."""
    if view.tokens[told.token].tag != "VBG" or told.frame not in ("o", "i"):
        return False
    between = range(told.token + 1, at + 1)
    verbs = (g for n in between if (g := view.chunks.verb_at(n)) is not None and g.finite)
    verb = next((g for g in verbs if view.tokens[g.first - 1].tag != "PRP"), None)  # "anyone they saw"
    if verb is None or verb.first == told.token:
        return False
    return not any(view.lower(n) in _OPENERS for n in range(told.token + 1, verb.first))


def _for_which(view: View, cue: int, own: VerbGroup | None) -> bool:
    """Whether a verb tells what came of a thing: "a claim that he disputed and for which he was fined"."""
    if own is None or not own.finite:
        return False
    near = range(max(cue, own.first - 8), own.first)
    return any((view.lower(n), view.lower(n + 1)) == ("for", "which") for n in near)


def _describes(view: View, first: int, last: int) -> bool:
    """Whether a participle says of whom something is told: "to release four detained teachers"."""
    beside = view.tokens[max(0, first - 1)].tag in ("DT", "CD", "PRP$", "JJ")
    return (
        beside
        and last == first + 1 < len(view.tokens)
        and view.tokens[first].tag in ("VBN", "JJ", "VBD")
        and view.tokens[last].tag in ("NN", "NNS", "JJ")
        and view.lower(first).endswith("ed")
    )


def _past_dash(view: View, cue: int, at: int) -> bool:
    """Whether a word stands between two dashes and another behind the second: "– most for alleged debts – and nine were held"."""
    before = sum(view.lower(n) in _DASHES for n in range(_past_dateline(view), cue))
    between = sum(view.lower(n) in _DASHES for n in range(cue, at))
    return before % 2 == 1 and between % 2 == 1


def _past_dateline(view: View) -> int:
    """Where a sentence starts behind a place and a dash, or the dash of a list: "ORUN – | The ministry"; 0 without one."""
    dash = next((n for n in range(min(8, len(view.tokens) - 1)) if view.lower(n) in _DASHES), -1)
    plain = dash >= 0 and not any(view.tokens[n].text[:1].islower() for n in range(dash))
    follows = view.tokens[dash + 1].text[:1] if plain else ""
    return dash + 1 if follows.isupper() or (plain and dash == 0) else 0


def _past_thing(view: View, told: Told, at: int) -> bool:
    """Whether a verb denies a thing, or is silent about one, and a word stands behind it where another verb goes on."""
    if told.rule not in _WITH_THINGS or (
        told.cls != "deny" and told.lemma != "doubt" and not _silent(view, told)
    ):
        return False
    start, _ = view.sentence.tokens_in(told.contents[0])
    base = view.chunks.noun_from.get(start)
    while base is not None and base[1] < at and view.lower(base[1]) in _OF:
        base = view.chunks.noun_from.get(base[1] + 1)
    if base is None or base[1] >= at:
        return False
    if view.lower(start - 1) == "that" and view.lower(base[1]) != ",":
        return False  # "denied that the men and the boy were beaten"
    if view.lower(base[1]) == ":":
        return view.lower(base[1] + 1) != "that"
    if view.lower(base[1]) == ",":
        return _states(view, base[1] + 1) or _new_verb(view, base[1] + 1, at)
    beside = view.tokens[told.token].tag == "VBG" == view.tokens[base[1] + 1].tag
    return _new_verb(view, base[1], at) or (beside and view.lower(base[1]) in ("and", "or"))


def _states(view: View, at: int) -> bool:
    """Whether an "-ing" form tells something of its own: ", stating that", not ", including that" nor ", beating him"."""
    return view.tokens[at].tag == "VBG" and view.tokens[at].lemma in lexicon.verbs()


_WITH_THINGS = ("cue.object", "cue.before", "cue.shared")


def _new_verb(view: View, behind: int, at: int) -> bool:
    """Whether words go on with another verb or another clause: "and instead accused", "and police took"."""
    if view.lower(behind) not in ("and", "but"):
        return False
    whole = view.lower(behind - 1) == ","
    behind += 1
    while behind < at and view.tokens[behind].tag == "RB":
        behind += 1
    if view.lower(behind - 1) in _NEXT or view.lower(behind) in _NEXT:
        return True
    base = view.chunks.noun_from.get(behind) if whole else None
    verb = view.chunks.verb_at(base[1] if base is not None else behind)
    return verb is not None and verb.finite


_NEXT = wordset("instead then later")


def _silent(view: View, told: Told) -> bool:
    """Whether something is not reported at all: "did not report the accident"."""
    verb = view.chunks.verb_at(told.token)
    return told.cls == "report" and verb is not None and verb.negated


def _as_reason(view: View, told: Told, group: VerbGroup, floor: int) -> bool:
    """Whether a clause in the past tells the reason or the start of what is only expected."""
    if not _past(view, group):
        return False
    for at in range(group.first - 1, max(floor, group.first - 14), -1):
        word = view.lower(at)
        if word == "because":
            return told.cls in _OPEN and not (told.cls == "fear" and _feared_past(view, floor, at))
        if word == "since":
            return told.cls in _DOUBTING
        if view.chunks.verb_of[at] >= 0 or word in (",", ";", ":"):
            return False
    return False


def _is_occasion(view: View, group: VerbGroup, floor: int) -> bool:
    """Whether a clause in the past tells what made somebody plan a thing: "vowed to march | after police shot two men"."""
    if not _past(view, group):
        return False
    for at in range(group.first - 1, max(floor, group.first - 14), -1):
        if view.lower(at) in ("after", "because", "since"):
            return True
        if view.chunks.verb_of[at] >= 0 or view.lower(at) in (",", ";", ":"):
            return False
    return False


def _as_it_is(view: View, group: VerbGroup, floor: int) -> bool:
    """Whether a clause in the present tells why somebody wants a thing: "do not wish to return | because they fear arrest"."""
    if view.tokens[group.first].tag not in ("VBP", "VBZ") or group.modal:
        return False
    return any(view.lower(n) == "because" for n in range(max(floor, group.first - 4), group.first))


def _feared_past(view: View, floor: int, end: int) -> bool:
    """Whether what is feared has a reason that belongs to the fear: "fear that he died | because guards beat him"."""
    verb = next((g for g in view.chunks.verbs if floor <= g.first < end and g.finite), None)
    return verb is not None and not verb.modal


def _past(view: View, group: VerbGroup) -> bool:
    return view.tokens[group.first].tag == "VBD" and not group.modal


def _who_or_where(view: View, told: Told, group: VerbGroup) -> bool:
    """Whether a clause tells who somebody is or what goes on at a place: "a cousin who was fined", ", where men dig"."""
    if told.cls not in _DOUBTING or group.modal:
        return False
    at = group.first - 1
    if view.lower(at) == "who" and view.tokens[at - 1].tag in NOUNS and _past(view, group):
        return told.rule != "cue.there-are"
    while at > told.token and view.lower(at) not in (",", ";"):
        verb = view.chunks.verb_at(at)
        if verb is not None and verb.finite:
            return False
        if view.lower(at) == "where" and view.lower(at - 1) == ",":
            return (
                view.tokens[at + 1].tag != "PRP"
            )  # "taken to Ode, where they were shot" goes on with the tale
        if view.lower(at) == "which" and view.lower(at - 1) == "in":
            return _past(view, group)
        at -= 1
    return False


def aside_from(view: View, trigger: Span) -> int:
    """The pronoun of the relative clause between commas in which an act stands: the doubt before it is not about the act; else 0."""
    first, _ = view.sentence.tokens_in(trigger)
    for at in range(first - 1, max(0, first - 24), -1):
        if view.lower(at) in ("who", "which", "whose", "whom") and view.lower(at - 1) == ",":
            return at if _goes_on(view, at, first) else 0
        if view.lower(at) in (";", ":", "“"):
            return 0
    return 0


def _goes_on(view: View, opened: int, at: int) -> bool:
    """Whether a relative clause goes on from its pronoun to the words at `at`: no other verb of the main clause between."""
    commas = [n for n in range(opened, at) if view.lower(n) == ","]
    return not any(view.tokens[n].tag in FINITE for comma in commas for n in range(comma, at + 1))


def is_answered(view: View, trigger: Span) -> bool:
    """Whether a trigger is a noun for what something was done about."""
    first, last = view.sentence.tokens_in(trigger)
    return last > first and answers(view.chunks, view.tokens, first)


def answers(chunks: Chunks, tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a noun names what something was done about: "took revenge for the ambush", "shot at them to quell a riot"."""
    if chunks.verb_of[first] >= 0:
        return False
    number = chunks.noun_of[first]
    start = chunks.nouns[number][0] if number >= 0 else first
    before = tokens[start - 1].lower if start else ""
    if before == "for" and tokens[max(0, start - 2)].lemma in _ANSWERS:
        return True
    verb = (chunks.verb_at(start - 1) if start else None) or chunks.verb_at(max(0, start - 2))
    if verb is None or verb.passive or verb.negated:
        return False
    put_down = tokens[verb.main].lemma == "put" and before == "down"
    return put_down or (verb.last == start and tokens[verb.main].lemma in _ENDING)


_ANSWERS = wordset("revenge retaliation reprisal retribution vengeance")
_ENDING = wordset("quell suppress crush disperse avenge")
