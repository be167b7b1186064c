"""Where the time and the place of an act are looked for: its own clause first, then what leads into it and hangs on it.

Rules:
- A time of the verb that a clause is joined to by "and" is a time of both; a place of it is not.
- Words that lead into a clause count for places where they open with a preposition: no aside about who does it.
- What a clause inside tells of something else has times and places of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from testigo.claim import Span
from testigo.reading.calendar_words import heads_line
from testigo.reading.clauses import Clause
from testigo.reading.counted_cases import counted_lead, in_cases
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.scopes_beyond import (
    AT_ANOTHER_TIME,
    after_another,
    behind_bracket,
    behind_including,
    behind_relative,
    describes,
    inside_bracket,
    lying_behind,
    meanwhile,
    name_before_bracket,
    noun_began,
    noun_tail,
    noun_when,
    pair_end,
    past_another,
    relative_end,
    until_next,
    where_came,
)
from testigo.reading.teller_asides import came_out
from testigo.reading.time_openings import of_an_aside, opening_end, set_off, spans_a_time
from testigo.reading.view import View

_TAKING_PLACE = wordset(
    "take hold begin start resume open occur continue be attend happen report conduct make run last see spend"
)
_ON_THE_SPOT = wordset("arrest killing speech dissemination indoctrination")
_LYING = wordset("lead run stretch locate situate base stand lie include")
_MAKING = wordset("make put force set compel mobilize mobilise take bring coerce drive")
_GOING_ON = frozenset({"main", "joined", "participle"})
_BIDDING = _MAKING | wordset("be have attempt try seek begin start continue")


def scopes(view: View, scene: Scene, mention: Mention, *, wide: bool) -> tuple[Span, ...]:
    """Where to look for the time and place of a mention: its clause, what leads into it, the clause it is joined to.

    wide: what it hangs on and what is joined to it behind count too, for places.
    """
    span_of = view.sentence.span_of
    clause = mention.clause
    first, last = mention.span
    if clause is None:
        return (span_of(first, last),)
    if not mention.noun or (clause.lemma in _TAKING_PLACE and not _reported_on(clause)):
        last = relative_end(scene, clause) or max(last, clause.last)
        first, last = min(first, clause.first), until_next(scene, clause, last)
    first = first if wide else past_another(scene, clause, first)
    found = [span_of(clause.verb.first, max(last, clause.verb.last))] if describes(clause) else []
    lead = counted_lead(scene, mention, clause) or _lead_into(scene, clause)
    if _apart_from_lead(scene, mention, clause) or (not wide and after_another(scene, lead)):
        lead = first, first
    if wide and not _opens_with_place(scene, lead):
        lead = first, first
    leads = wide and lead[0] < lead[1] == first
    if wide:
        tail = noun_tail(scene, mention) if mention.noun else lying_behind(scene, clause)
        found += [span_of(*part) for part in tail]
    found.append(span_of(lead[0] if leads else first, last))
    if lead[0] < lead[1] and not leads:
        found.append(span_of(*lead))
    if wide:
        found += [span_of(*other) for other in _around(scene, clause) + _wounding(scene, mention, clause)]
        found += _gone_before(scene, mention, span_of) or [
            span_of(*one) for one in where_came(scene, mention)
        ]
    found = [span_of(*part) for part in noun_began(scene, mention)] + found
    found += [span_of(*part) for part in _beside(scene, mention, clause, wide=wide)]
    later = [
        c for c in scene.clauses[clause.number + 1 :] if c.kind == "joined" and c.subject == clause.subject
    ]
    if (
        clause.subject is not None and len(later) > 1 and later[-1].lemma not in _APART
    ):  # a row of verbs: "killed 32, injured 95 and arrested 143 in Mon"
        found.append(span_of(later[-1].first, max(later[-1].last, later[-1].first + 1)))
    return tuple(found)


def _wounding(scene: Scene, mention: Mention, clause: Clause) -> list[tuple[int, int]]:
    """The clause that a participle goes on from: "attacked them in Lora, wounding three"."""
    if clause.kind != "participle" or clause.link != "," or clause.governor is None or mention.noun:
        return []
    above = scene.clauses[clause.governor]
    return [(above.first, max(above.last, above.first + 1))] if above.subject == clause.subject else []


def _beside(scene: Scene, mention: Mention, clause: Clause, *, wide: bool) -> list[tuple[int, int]]:
    """What stands behind the words of an act and goes with it, and the verbs whose time is its own."""
    if mention.noun:
        return [] if wide else [*noun_when(scene, mention), *_carried_on(scene, mention, clause)]
    found = behind_bracket(scene, clause) + behind_relative(scene, clause)
    if not wide:
        found += [*_carried_on(scene, mention, clause), *meanwhile(scene, clause)]
    found += behind_including(scene, clause)
    pair = _pair(scene, clause)
    if pair is not None and not (wide and pair.passive and pair.lemma in _PUTTING):
        found.append((pair.first, pair_end(scene, pair)))  # no "were tied together and marched to the school"
    return found


def _reported_on(clause: Clause) -> bool:
    """Whether somebody reports on an act: "In May the group reported on the arrest of", not "arrests were reported in May"."""
    return clause.lemma in ("report", "see") and not clause.passive and clause.subject is not None


def _gone_before(scene: Scene, mention: Mention, span_of: Callable[[int, int], Span]) -> list[Span]:
    """The clause before in a row of deeds at one place: "broke into her home and dragged her away"."""
    clause = mention.clause
    if clause is not None and mention.trigger.act in _ON_THE_SPOT and not mention.noun:
        before = _until_this(scene, clause)
        if before:
            return [span_of(*part) for part in before]
    if clause is None or clause.kind != "joined" or clause.governor is None:
        return []
    above, whom = scene.clauses[clause.governor], clause.object
    another = whom is not None and scene.tokens[whom[0]].tag != "PRP"
    another = another and mention.trigger.act not in ("dissemination", "indoctrination")
    if another and clause.lemma in _HURTING and above.lemma in _HURTING and above.subject == clause.subject:
        return [span_of(above.first, max(above.last, above.first + 1))]  # "killed two in Osh and injured ten"
    if mention.noun or another or mention.trigger.act not in _ON_THE_SPOT:
        return []
    if above.subject != clause.subject or above.passive != clause.passive:
        return []
    led = clause.lemma in _PUTTING or above.lemma in _PUTTING
    return [] if led else [span_of(above.first, max(above.last, above.first + 1))]


def _carried_on(scene: Scene, mention: Mention, clause: Clause) -> list[tuple[int, int]]:
    """The verbs whose time is that of a clause too: what an infinitive hangs on, and what it is joined to by "and"."""
    found = [] if mention.noun else _going_on(scene, clause)
    found += [] if mention.noun else _until_this(scene, clause)
    joined = clause
    while (
        joined.link in ("and", "or", "but", ",", "then")
        and joined.governor is not None
        and (joined.kind == "joined" or (joined.kind == "participle" and joined.link == "and"))
    ):
        if scene.clauses[joined.governor].subject != clause.subject or _comes_later(scene, joined):
            break
        joined = scene.clauses[joined.governor]
        before = _lead_into(scene, joined)
        if _apart_from_lead(scene, mention, joined):
            before = joined.first, joined.first  # "On May 3 the court saw a nurse, who was tried and fined"
        found.append((joined.first, max(joined.last, joined.first + 1)))
        found += [before] if before[0] < before[1] else []
    return found


def _until_this(scene: Scene, clause: Clause) -> list[tuple[int, int]]:
    """The verb whose time is that of what it was done before: "On May 3 they searched his flat before taking him away"."""
    if clause.kind != "gerund" or clause.link != "before" or not clause.number:
        return []
    above = scene.clauses[clause.number - 1]
    if above.subject != clause.subject or above.kind not in ("main", "joined"):
        return []
    lead = _lead_into(scene, above)
    return [part for part in ((above.first, clause.verb.first), lead) if part[0] < part[1]]


def _going_on(scene: Scene, clause: Clause) -> list[tuple[int, int]]:
    """The verbs that an infinitive hangs on where both are one doing: "As of May he continued to refuse"."""
    found: list[tuple[int, int]] = []
    while clause.kind == "infinitive" and clause.governor is not None:
        clause = scene.clauses[clause.governor]
        if clause.lemma not in _ONE_DOING:
            break
        lead = _lead_into(scene, clause)
        found.append((clause.verb.first, max(clause.last, clause.verb.last)))
        found.append((lead[0], clause.verb.first))
    return [part for part in found if part[0] < part[1]]


_ONE_DOING = wordset(
    "continue begin start try attempt seek increase intensify expand use employ rely fail refuse manage help make force compel"
    " coerce cause come go arrive return gather take let have set"
)
_GOING_ON_WITH = wordset("refuse continue begin start try attempt fail")  # "refused to pay since Monday"
_HURTING = wordset("kill injure wound hurt beat shoot arrest detain")
_LATER = wordset("then later subsequently afterward afterwards eventually ultimately")


def _comes_later(scene: Scene, clause: Clause) -> bool:
    """Whether a joined verb tells of a time after the one before: "was detained in May and then formally arrested"."""
    at = clause.verb.first
    while at > 0 and scene.tokens[at - 1].tag in ("RB", "RBR"):
        at -= 1
    return any(token.lower in _LATER for token in scene.tokens[at : clause.verb.last])


_ANOTHER_DAY = wordset("free release acquit pardon deport return try sentence convict")
_BEGINNING = wordset("begin start last")
_APART = wordset(
    "free release acquit pardon march place put take bring throw transfer move send lock hold keep lead drive"
)
_PUTTING = wordset("march place put take bring throw transfer move send lock hold keep lead drive")
_SINCE = wordset("after before for since of over from without following about")
_REPORTING = wordset(
    "report announce condemn denounce criticize document describe cite mention detail note recall"
)


def _apart_from_lead(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether what leads into a clause is told of another act: "In 2018 they arrested him for an attack", "who was ..."."""
    if clause.kind == "relative":
        return set_off(scene, clause)
    if mention.noun:
        before = scene.tokens[mention.span[0] - 1].lower if mention.span[0] else ""
        reported = clause.lemma in _REPORTING and not in_cases(scene, mention)
        counted = in_cases(scene, mention)
        return (before in _SINCE and not counted) or reported or _is_held_against(scene, mention, clause)
    return clause.kind == "gerund" and clause.link in _SINCE


def _is_held_against(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether a noun tells what somebody is taken or tried for: "arrested him in May for his part in an attack"."""
    if clause.lemma not in _HOLDING_AGAINST:
        return False
    return any(token.lower in ("for", "over") for token in scene.tokens[clause.verb.last : mention.at[0]])


_HOLDING_AGAINST = wordset(
    "arrest detain sentence try convict charge accuse jail imprison fine punish execute hold question"
)


def _pair(scene: Scene, clause: Clause) -> Clause | None:
    """The verb that goes with this one: "tortured and jailed critics in May"."""
    after = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
    if after is None or after.link not in ("and", "or") or after.verb.first - clause.verb.last > 3:
        return None
    shared = after.kind in ("joined", clause.kind) and after.subject == clause.subject
    if (
        clause.passive and after.passive
    ):  # "was beaten and arrested in May", "a nurse detained and questioned in May"
        later = _comes_later(scene, after) or after.lemma in _ANOTHER_DAY
        return after if shared and not later else None
    same = clause.object is not None and after.object == clause.object
    return after if shared and same and not after.passive and not clause.passive else None


def opening(view: View, scene: Scene, mention: Mention, cues: Sequence[Span]) -> tuple[Span, ...]:
    """The words that open a sentence and tell when all of it was: "On May 3, police searched the flat and took her son".

    cues: the words that attribute what is told here; what is told after one of them has its own time.
    """
    clause = mention.clause
    headed = heads_line(scene.tokens)
    if headed and not any(cue.start < view.tokens[mention.at[0]].span.start for cue in cues):
        return (view.sentence.span_of(0, headed),)
    if clause is not None and clause.kind == "infinitive" and clause.governor is not None:
        above = scene.clauses[clause.governor]
        clause = above if above.lemma in _BIDDING else clause  # "On June 1 she attempted to flee"
    first = clause is not None and clause is mention.clause and not clause.number
    first = first or after_another(scene, (0, min(len(scene.tokens), 14)))
    if clause is None or mention.noun or first or clause.kind not in _GOING_ON:
        return ()
    if (
        scene.tokens[0].tag not in ("IN", "RB", "JJ", "DT", "NNP")
        or _hangs_behind(scene, clause)
        or of_an_aside(scene, clause)
    ):
        return ()
    end = opening_end(scene, mention.at[0])
    if not end:
        return ()
    found, start = view.sentence.span_of(0, end), view.tokens[mention.at[0]].span.start
    aside = _aside_end(view, scene, end)
    if not spans_a_time(scene) and any(found.end < cue.start < start and cue.start >= aside for cue in cues):
        return ()
    return (found,)


def _hangs_behind(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells why or after what: "On May 3, police held a singer after he was sent back"."""
    opener = scene.tokens[clause.first - 1] if clause.first else None
    return opener is not None and opener.tag == "IN" and opener.lower in _EARLIER


_EARLIER = wordset("after before since because although though")


def _aside_end(view: View, scene: Scene, at: int) -> int:
    """Where the words end that only tell which day it was: "On May 9, a holiday known as Victory Day, police"; else 0."""
    tokens = scene.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].tag != "DT":
        return 0
    named = any(token.lower in _WHICH_DAY for token in tokens[at + 1 : at + 6])
    closed = next((n for n in range(at + 1, min(len(tokens), at + 14)) if tokens[n].text == ","), 0)
    return view.tokens[closed].span.start if named and closed else 0


_WHICH_DAY = wordset("day date holiday anniversary birthday eve month week year feast festival")


def _opens_with_place(scene: Scene, lead: tuple[int, int]) -> bool:
    """Whether the words that lead into a clause open with a preposition: "In the house they found"."""
    return scene.tokens[lead[0]].tag in ("IN", "TO", "RB", "CC", ",")


def _around(scene: Scene, clause: Clause) -> list[tuple[int, int]]:
    """The clauses that an infinitive hangs on, where they only bid or let it happen: "are to be shot", "made to stand"."""
    found: list[tuple[int, int]] = []
    while clause.kind == "infinitive" and clause.governor is not None:
        clause = scene.clauses[clause.governor]
        if clause.lemma not in _BIDDING:
            break
        lead = _lead_into(scene, clause)
        found.append((lead[0], max(clause.last, clause.first + 1)))
    return found


def _lead_into(scene: Scene, clause: Clause) -> tuple[int, int]:
    """The words before a clause back to the last verb or stop: "On Saturday", "In 2021"."""
    first = clause.first
    if first > 0 and scene.tokens[first - 1].lower in _SUBORDINATE and scene.tokens[first - 1].tag == "IN":
        return first, first  # "for 40 days, even after he fell ill"
    while (
        first > 0
        and scene.chunks.verb_of[first - 1] < 0
        and scene.tokens[first - 1].tag not in (".", ":", "``", "''")
    ):
        first -= 1
    first = name_before_bracket(scene, first)
    if (
        first > 0 and scene.chunks.verb_of[first - 1] >= 0
    ):  # what stands there belongs to that verb, up to "and"
        for at in range(clause.first - 1, first - 1, -1):
            between = any(token.lower == "between" for token in scene.tokens[max(first, at - 3) : at])
            if scene.tokens[at].tag == "CC" and scene.chunks.noun_of[at] < 0 and not between:
                return at + 1, clause.first
        past = scene.tokens[first - 1].tag in ("VBN", "VBD")
        if (
            past
            and clause.first >= clause.verb.first
            and clause.kind in ("main", "joined")
            and clause.verb.finite
        ):
            return clause.first, clause.first  # "a nurse held in 2013, had died"
        comma = next((n for n in range(first, clause.first) if scene.tokens[n].text == ","), first - 1)
        behind = scene.chunks.verb_at(first - 1)
        if (
            behind is not None
            and behind.finite
            and any(t.lower == "where" for t in scene.tokens[max(0, first - 6) : first])
        ):
            return comma + 1, clause.first  # "in the prison where she was held ten days, they beat her"
    return first, clause.first


_SUBORDINATE = wordset("that after before because although though if unless while since once")


def nested(view: View, scene: Scene, mention: Mention) -> tuple[Span, ...]:
    """The clauses inside the words of a mention that tell something else, with times and places of their own."""
    clause = mention.clause
    if clause is None or mention.noun:
        return ()
    found = []
    held: set[int] = set()
    before = -1  # the last "-ing" form with a time of its own
    for other in scene.clauses:
        inside = mention.span[0] <= other.first and other.last <= mention.span[1]
        apart = other.kind in ("relative", "participle", "infinitive") or came_out(scene.tokens, other)
        apart = apart and other.first < other.last
        goes_on = other.link in ("and", "or", ",") and other.number == before + 1
        if other.kind == "gerund" and (other.link in AT_ANOTHER_TIME or goes_on):
            apart, before = True, other.number  # "after being arrested in 2017 and convicted in 2020"
        one = clause.lemma in _MAKING or clause.lemma in _GOING_ON_WITH
        if other.kind == "infinitive" and other.governor == clause.number and one:
            continue
        if other.lemma == "leave" and other.link == "after" and mention.trigger.act == "disappearance":
            continue  # "disappeared after leaving his home in Osh on May 3"
        if other.kind == "participle" and other.lemma in _LYING | _BEGINNING:
            continue
        if other.number and other.kind == "joined" and other.governor in held:
            apart = other.first < other.last  # "a nurse detained and questioned in May had died"
        told = other.first <= mention.at[0] < other.last or mention.at[0] <= other.verb.main < mention.at[1]
        if inside and apart and other.number != clause.number and not told:
            held.add(other.number)
            first = other.first if other.kind == "relative" else other.verb.first
            found.append(view.sentence.span_of(first, inside_bracket(scene, other)))
    return tuple(found)
