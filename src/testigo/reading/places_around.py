"""Where an act happens, told by other words than its own: "the station, where she was held", "marchers rallying in Kesh".

Rules:
- "Where" and "in which" open a clause that happens at the place named before.
- Where nothing else says so, people told by what they are doing are met where they do it.
- Who may not leave a place is kept in it; who is called in by an office is questioned there.
"""

from __future__ import annotations

from testigo.claim import Filler, Span
from testigo.reading import slots
from testigo.reading.clauses import Clause
from testigo.reading.facts import Facts
from testigo.reading.lists import wordset
from testigo.reading.phrases import upto
from testigo.reading.place_sites import names_site
from testigo.reading.scenes import Mention, Scene


def place_around(
    facts: Facts, place: slots.Place, mention: Mention, without: tuple[Span, ...]
) -> tuple[Filler, ...]:
    """The places of an act whose own clause names none."""
    clause = mention.clause
    if clause is None:
        return ()
    return (
        _antecedent(facts, place, clause)
        or _opened_with(facts, place, mention)
        or _kept_in(place, mention)
        or _called_in(place, mention)
        or _carried_to(facts, place, clause, mention, without)
        or _met_at(facts, place, mention, without)
        or _shared(facts, place, mention, without)
    )


def _opened_with(facts: Facts, place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """Where hardship is that only a noun tells of: "Inside prisons, deaths remained frequent due to poor conditions"."""
    tokens = place.scene.tokens
    if not mention.noun or mention.trigger.act != "hardship" or tokens[0].tag != "IN":
        return ()
    end = next((n for n, token in enumerate(tokens[:12]) if token.text == ","), 0)
    if not end or end > mention.at[0] or any(place.scene.chunks.verb_of[n] >= 0 for n in range(end)):
        return ()
    return facts.places((place.sentence.span_of(0, end),), (), origin=False, goal=False)


def _antecedent(facts: Facts, place: slots.Place, clause: Clause) -> tuple[Filler, ...]:
    """The place that "where" or "in which" before a clause stands for: "the station, where she was held"."""
    scene = place.scene
    at = _opens_where(scene, clause)
    named = upto(scene.chunks, at - (scene.tokens[at - 1].text == ",")) if at > 1 else None
    if named is None:
        return ()
    lying = named[0] - 2
    if lying > 0 and scene.tokens[named[0] - 1].tag == "IN" and scene.tokens[lying].lower in _LYING:
        whole = upto(scene.chunks, lying)  # "the prison located in Osh, where"
        named = (whole[0], named[1]) if whole is not None else named
    first = named[0] - (named[0] > 0 and scene.tokens[named[0] - 1].tag in ("IN", "TO"))
    found = facts.places((place.sentence.span_of(first, named[1]),), (), origin=False, goal=True)
    base = scene.chunks.noun_from.get(named[0])
    if (
        base is not None
        and named[1] > base[1] + 1
        and scene.tokens[base[0]].lower in ("one", "two", "some", "another")
    ):
        base = named  # "at one of the centres where he was held"
    if found or base is None or not names_site(scene.tokens, base):
        return found
    own = place.filler(named, "place.site")
    return (own,) if own is not None else ()


_LYING = wordset("located situated based")


def _opens_where(scene: Scene, clause: Clause) -> int:
    """The "where" or "in which" that stands before the subject of a clause; 0 for none."""
    first = clause.subject[0] if clause.subject is not None else clause.first
    for at in range(min(first, clause.first), max(0, min(first, clause.first) - 4), -1):
        if scene.tokens[at].lower == "where" and scene.tokens[at].tag == "WRB":
            return at
        if scene.tokens[at].lower == "which" and scene.tokens[at - 1].lower in ("in", "at"):
            return at - 1
        if at < first and scene.chunks.verb_of[at] >= 0:
            return 0
    return 0


def _kept_in(place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """What somebody may not leave: "forbidden to leave town", "prevented from leaving the country"."""
    clause = mention.clause
    if mention.trigger.act != "movement_restriction" or clause is None:
        return ()
    for one in place.scene.clauses[clause.number : clause.number + 3]:
        hangs = one.number == clause.number or one.kind in ("infinitive", "gerund")
        if not hangs or one.lemma not in ("leave", "exit", "depart") or one.object is None:
            continue
        base = place.scene.chunks.noun_from.get(one.object[0])
        named = base is not None and place.scene.tokens[base[1] - 1].lower in _HOMES
        if base is not None and (named or names_site(place.scene.tokens, base)):
            found = place.filler(base, "slot.place")
            return (found,) if found is not None else ()
    return ()


_HOMES = wordset("country town city village island camp site home homes area house houses capital")


def _called_in(place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The office that somebody is called to: "was called to the provincial security department"."""
    clause, tokens = mention.clause, place.scene.tokens
    if clause is None or mention.noun or mention.trigger.act not in ("interrogation", "meeting"):
        return ()
    for one in (clause, *place.scene.clauses[max(0, clause.number - 1) : clause.number]):
        if one is not clause and (
            clause.kind != "joined" or one.subject != clause.subject or one.lemma not in _CALLING
        ):
            continue
        for prep, phrase in one.preps:
            base = place.scene.chunks.noun_from.get(phrase[0], phrase)
            if prep in ("to", "at") and tokens[base[1] - 1].lower in _OFFICES:
                found = place.filler(phrase, "slot.place")
                return (found,) if found is not None else ()
    return ()


_CALLING = wordset("call summon take bring invite order drag haul drive lead march escort")
_OFFICES = wordset(
    "department committee bureau ministry directorate inspectorate agency headquarters substation precinct prosecutor's commissariat"
)


def _met_at(
    facts: Facts, place: slots.Place, mention: Mention, without: tuple[Span, ...]
) -> tuple[Filler, ...]:
    """Where people were who are told by what they were doing: "beat marchers rallying in Kesh"."""
    clause, scene = mention.clause, place.scene
    if clause is None or mention.noun or mention.trigger.act not in _ON_THE_SPOT:
        return ()
    near = [*_before_verb(scene, clause), *scene.clauses[clause.number + 1 : clause.number + 3]]
    for one in near:
        met = one.verb.last < clause.verb.first or _is_doing(scene, clause, one) or _meanwhile(scene, one)
        if not met:
            continue
        found = facts.places(
            (place.sentence.span_of(one.verb.first, one.last),), without, origin=False, goal=False
        )
        if found:
            return found
    return ()


def _before_verb(scene: Scene, clause: Clause) -> list[Clause]:
    """What those who act were doing, told behind them: "soldiers looking for rebels in Kesh shot two men"."""
    return [
        one
        for one in scene.clauses[max(0, clause.number - 2) : clause.number]
        if one.kind == "participle"
        and not one.passive
        and clause.subject is not None
        and clause.subject[0] < one.verb.first < clause.verb.first
        and scene.tokens[one.verb.first].tag == "VBG"
    ]


def _is_doing(scene: Scene, clause: Clause, one: Clause) -> bool:
    """Whether an "-ing" form behind the object tells what those it is done to were doing."""
    if one.kind != "participle" or clause.object is None or one.verb.first != clause.object[1]:
        return False
    if one.passive:
        return one.lemma in _STANDING  # "detained students gathered at a university"
    return scene.tokens[one.verb.first].tag == "VBG"


_STANDING = wordset("gather assemble seat station camp crowd line shelter hide encamp")


def _meanwhile(scene: Scene, one: Clause) -> bool:
    """Whether a clause tells what happened at the time: "as they were resting in a grove"."""
    opener = scene.tokens[one.first - 1].lower if one.first else ""
    if opener not in ("as", "while", "when") or not one.verb.finite:
        return False
    who = scene.tokens[one.first : one.verb.first]
    whole = len(who) == 2 and who[0].lower == "the" and who[1].lower in _MET
    return scene.tokens[one.first].tag == "PRP" or whole


_MET = wordset(
    "couple men women man woman victim victims two three four group family pair crowd protesters marchers"
)


def _carried_to(
    facts: Facts, place: slots.Place, clause: Clause, mention: Mention, without: tuple[Span, ...]
) -> tuple[Filler, ...]:
    """Where people were taken by the verb before: "was taken to the police post and held", "dragged them into a van, kicked them"."""
    if mention.noun or clause.kind != "joined" or mention.trigger.act not in _THERE:
        return ()
    above: Clause | None = clause
    for _ in range(3):
        above = (
            place.scene.clauses[above.governor] if above is not None and above.governor is not None else None
        )
        if above is None or above.subject != clause.subject or above.passive != clause.passive:
            return ()
        found: tuple[Filler, ...] = ()
        if above.lemma in _CARRYING and any(prep in ("to", "into", "inside") for prep, _ in above.preps):
            found = facts.places(
                (place.sentence.span_of(above.verb.first, above.last),), without, origin=False, goal=True
            )
        if found or above.lemma in _CARRYING:
            return found
    return ()


def _shared(
    facts: Facts, place: slots.Place, mention: Mention, without: tuple[Span, ...]
) -> tuple[Filler, ...]:
    """Where the verb beside it happens: "attacked posts in Kesh and killed six", "launched raids in Kesh, burning houses"."""
    clause, scene = mention.clause, place.scene
    if clause is None or mention.noun:
        return ()
    opened = _under_opening(scene, clause)
    if opened:
        return facts.places((place.sentence.span_of(0, opened),), without, origin=False, goal=False)
    if clause.kind == "infinitive" and clause.governor is not None and mention.trigger.act in _AIMS:
        one = scene.clauses[clause.governor]
        return facts.places(
            (place.sentence.span_of(one.verb.first, one.last),), without, origin=False, goal=False
        )
    if mention.trigger.act not in _ON_THE_GROUND:
        return ()
    beside: list[Clause] = []
    above = scene.clauses[clause.governor] if clause.governor is not None else None
    while above is not None and clause.kind in ("joined", "participle") and len(beside) < _ROW:
        beside.append(above)
        above = scene.clauses[above.governor] if above.governor is not None else None
    after = scene.clauses[clause.number + 1 : clause.number + 2]
    beside += [
        one
        for one in after
        if one.kind == "joined" and one.governor == clause.number and one.lemma not in _GOING
    ]
    for one in beside:
        if one.subject != clause.subject or one.verb.negated:
            continue
        found = facts.places(
            (place.sentence.span_of(one.verb.first, one.last),), without, origin=False, goal=False
        )
        if found:
            return found
    return ()


def _under_opening(scene: Scene, clause: Clause) -> int:
    """Where the words end that tell where a row of verbs happens: "In Kesh, teams searched homes and tore up floors"; 0 for none."""
    above: Clause | None = clause if clause.kind in ("joined", "infinitive") else None
    while above is not None and above.governor is not None and above.kind in ("joined", "infinitive"):
        above = scene.clauses[above.governor]
    if above is None or above is clause or above.kind != "main" or above.subject is None:
        return 0
    first = above.subject[0]
    led = scene.tokens[0].lower in _OPENING and first > 1
    return first if led and any(token.text == "," for token in scene.tokens[1:first]) else 0


_OPENING = wordset("in at near inside outside across throughout")
_AIMS = wordset("policy speech resistance movement_restriction crackdown")
_ON_THE_GROUND = wordset("killing torture disappearance execution")
_GOING = wordset("leave go flee depart set head return travel escape run")
_ROW = 4  # clauses
_CARRYING = wordset(
    "take bring drag transfer move transport haul drive lead force march carry escort push pull throw shove"
)
_THERE = wordset("detention interrogation torture killing")
_ON_THE_SPOT = wordset("torture arrest killing crackdown detention")
