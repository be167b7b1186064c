"""Nouns that only name an act: a charge, what a law forbids, how long, when; and what stands behind a noun.

Rules:
- What a law forbids or allows, a charge, a length of labor, a threat of something else is no act that a noun tells.
- The complements of a noun are the prepositional phrases right after it; nouns in a row share those of the last.
"""

from __future__ import annotations

from testigo.reading.arguments import Range, past_approximators
from testigo.reading.chunks import is_time
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.scenes import Scene, clause_of
from testigo.reading.tokens import Token
from testigo.reading.triggers import Trigger, noun_triggers
from testigo.vocabulary import COERCION


def only_names(scene: Scene, trigger: Trigger, base: Range) -> bool:
    """Whether a noun only says what for or how long: "on charges of theft", "three years of forced labor"."""
    before = [t.lower for t in scene.tokens[max(0, base[0] - 2) : base[0]]]
    ruled = in_a_title(scene.tokens, base) or (trigger.kind == "event" and _laid_down(scene, base))
    ruled = ruled or scene.tokens[base[1] - 1].lower == "exiles"  # those who are abroad
    ruled = ruled or amounts_to(scene, base) or _complaint_of_deed(scene, trigger, base)
    if ruled or only_worded(before) or (trigger.act in _HELD_AGAINST and _is_charged(scene, base)):
        return True
    state = trigger.kind == "condition"
    hurt = trigger.act == "torture" and before[:1] != ["because"]
    if (state or hurt) and _killed_by(scene, before, base):
        return True  # "died of starvation", "died from teargas suffocation"
    if (
        (state and before[-1:] == ["about"])
        or before in (["fear", "of"], ["impunity", "for"])
        or (trigger.act == "fear" and before[-1:] == ["for"])
    ):
        return True  # "for fear of reprisal"
    if trigger.act == "trial":
        return _only_when(scene, base)
    if trigger.act == "bribery" and trigger.kind == "event":
        return _is_asked_for(scene, base)
    if trigger.act == "policy":
        return before[-1:] == ["under"] or _of_an_act(scene, base)  # "under threat of arrest"
    if trigger.act == "contact":
        return bool(before) and before[-1] in _MEANWHILE  # "asked during a phone call"
    return _is_punishment(scene.tokens, trigger, base, before)


def only_worded(before: list[str]) -> bool:
    """Whether a noun is only part of a wording: "no definition of torture", "degrading treatment or punishment"."""
    punished = before in (["treatment", "or"], ["treatment", "and"])
    recorded = before[-1:] in (["for"], ["on"]) and before[0] in _RECORDING
    return punished or recorded or (before[-1:] == ["of"] and before[0] in _NAMED_ONLY)


_RECORDING = wordset(
    "mechanism mechanisms statistics database databases legislation framework data protocol protocols"
)


def amounts_to(scene: Scene, base: Range) -> bool:
    """Whether a noun is what somebody says that something amounts to: "constituted torture", "is an act of torture"."""
    clause = clause_of(scene, base[0])
    if clause is None or clause.verb.last > base[0] or base[0] - clause.verb.last > 3:
        return False
    if clause.verb.modal:
        return False  # "may amount to torture": a deed that somebody sees as possible
    before = [t.lower for t in scene.tokens[clause.verb.last : base[0]]]
    return clause.lemma in ("constitute", "amount") or (clause.lemma == "be" and before[-2:] == ["act", "of"])


def _complaint_of_deed(scene: Scene, trigger: Trigger, base: Range) -> bool:
    """Whether a complaint is only of a deed that its complement tells: "reported complaints of beatings"."""
    if trigger.act != "speech" or scene.tokens[base[1] - 1].lemma not in (
        "complaint",
        "accusation",
        "allegation",
    ):
        return False
    about = [part for prep, part in complements(scene, base[1] - 1) if prep == "of"]
    acts = [t.act for part in about for t in noun_triggers().get(scene.head(part).lemma, ())]
    return any(act in COERCION for act in acts)


_NAMED_ONLY = wordset("definition definitions prohibition offense offence concept notion")


def in_a_title(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a noun belongs to the name of a body or treaty: "the Working Group on Involuntary Disappearances"."""
    at = base[1] - 1
    if not tokens[at].text[0].isupper():
        return False
    while at > 0 and (
        tokens[at].text[0].isupper() or tokens[at].lower in _IN_TITLES or tokens[at].text == ","
    ):
        if tokens[at].lower in _ON and tokens[at - 1].text[0].isupper() and tokens[at - 1].lower in _BODIES:
            return True
        at -= 1
    return False


_IN_TITLES = wordset("on against for of and or the in")
_ON = wordset("on against for of")
_BODIES = wordset(
    "group committee subcommittee commission convention protocol rapporteur council court board office center centre"
    " campaign coalition association society institute tribunal covenant act law department network"
)


def _is_punishment(tokens: tuple[Token, ...], trigger: Trigger, base: Range, before: list[str]) -> bool:
    """Whether a noun is only what somebody was sentenced to: "six months of imprisonment", "75 to death, 47 to life"."""
    if trigger.act == "killing" and before[-1:] == ["to"]:
        return tokens[base[0]].lower == "death"
    long = len(before) == 2 and before[1] == "of" and before[0] in _LENGTHS
    return long and (trigger.act == "forced_labor" or tokens[base[1] - 1].lower == "imprisonment")


def _is_asked_for(scene: Scene, base: Range) -> bool:
    """Whether a bribe is demanded or taken, which the verb tells."""
    clause = clause_of(scene, base[0])
    return clause is not None and clause.lemma in _ASKING


def _only_when(scene: Scene, base: Range) -> bool:
    """Whether a trial is only where or when something else happened: "on trial", "during the hearing"."""
    before = scene.tokens[base[0] - 1].lower if base[0] else ""
    if before == "in" and scene.tokens[base[0]].lower in ("a", "an"):
        return False  # "convicted in a mass trial"
    if before == "during" and scene.tokens[base[0]].lower == "the":
        return not complements(scene, base[1] - 1)
    if before == "of" and scene.tokens[base[1] - 1].lemma == "charge":
        told = clause_of(scene, base[0])
        return told is not None and told.lemma in _TELLING  # "not informed of the charges"
    until = before in ("before", "until", "awaiting", "pending") and base[1] - base[0] == 1
    return until or before in ("on", "in", "under", "without") or _without(scene, base)


def _without(scene: Scene, base: Range) -> bool:
    """Whether a trial is something that somebody was held without: "without charge or trial"."""
    before = [token.lower for token in scene.tokens[max(0, base[0] - 4) : base[0]]]
    return before[-1:] == ["or"] and "without" in before[:-1]


_TELLING = wordset("inform notify advise apprise tell")


def _killed_by(scene: Scene, before: list[str], base: Range) -> bool:
    """Whether a noun tells what somebody died of."""
    clause = clause_of(scene, base[0]) if before[-1:] in (["of"], ["from"]) else None
    return clause is not None and clause.lemma in _DYING


def _is_charged(scene: Scene, base: Range) -> bool:
    """Whether a noun only names a charge: "on charges of murder", "charges including terrorism, murder and", "for alleged abuse"."""
    tokens = scene.tokens
    at = base[0] - 1
    if any(token.tag == "DT" for token in tokens[base[0] : base[1]]):
        return False
    if (
        at > 0
        and tokens[at].lower in ("for", "of", "with")
        and tokens[base[0]].lower in ("alleged", "supposed")
    ):
        return any(c.lemma in _CHARGING and c.verb.last <= at for c in scene.clauses)
    return is_charged(tokens, base[0])


def is_charged(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether what starts at a token is one of the charges named before it: "on charges of theft and resisting police"."""
    at = first - 1
    while at > 1 and first - at < 16 and (tokens[at].tag in IN_A_LIST or tokens[at].tag in _OF_CHARGES):
        if tokens[at].lower in ("of", "including", "with") and tokens[at - 1].lower in _CHARGES:
            return True
        if (
            tokens[at].lower == "as"
            and tokens[at - 1].lower == "such"
            and "charges" in (t.lower for t in tokens[max(0, at - 4) : at])
        ):
            return True  # "spurious charges, such as resisting police"
        if tokens[at].lower in _ELSEWHERE:
            return False
        at -= 1
    return False


_ELSEWHERE = wordset("without before after while during by despite since until against")
_HELD_AGAINST = frozenset(COERCION) | wordset("policy crime resistance speech")
_DYING = wordset("die perish kill")
_OF_CHARGES = frozenset({"VBG", "``", "''"})
_CHARGES = wordset(
    "charge charges count counts guilty charged accused convicted suspected accusations acquitted cleared exonerated"
)
_CHARGING = wordset("sentence convict fine jail imprison charge try prosecute arrest detain")


def _of_an_act(scene: Scene, base: Range) -> bool:
    """Whether a threat names what it threatens with, which is the act: "the threat of arrest"."""
    after = scene.chunks.noun_from.get(base[1] + 1)
    if scene.tokens[base[1] - 1].lemma != "threat" or after is None or scene.tokens[base[1]].lower != "of":
        return False
    return scene.tokens[after[1] - 1].lemma in noun_triggers()


def _laid_down(scene: Scene, base: Range) -> bool:
    """Whether a noun is only what a law forbids or allows: "the constitution prohibited arbitrary arrest"."""
    clause = clause_of(scene, base[0]) or _listed_in(scene, base[0])
    while clause is not None and clause.kind == "infinitive" and clause.governor is not None:
        above = scene.clauses[clause.governor]  # "provides for the right to challenge an arrest"
        if not _is_law(scene, above):
            return False
        clause = above
    if clause is not None and clause.lemma in _THREATENING and _is_measured(scene, base):
        return False
    laying = clause is not None and (clause.lemma in _LAYING or _is_law(scene, clause))
    lays = laying and clause is not None and clause.verb.last <= base[0]
    return lays and clause is not None and not clause.passive and clause.kind != "infinitive"


def _is_measured(scene: Scene, base: Range) -> bool:
    """Whether a law threatens a penalty and says how long or how high: "provided for punishment of up to two years"."""
    tokens = scene.tokens
    after = [token.lower for token in tokens[base[1] : base[1] + 2]]
    counted = any(token.tag == "CD" for token in tokens[base[1] : base[1] + 7])
    return tokens[base[1] - 1].lemma in _PENALTIES and after[:1] == ["of"] and counted


_PENALTIES = wordset("punishment penalty sentence term fine imprisonment")
_THREATENING = wordset("allow permit provide prescribe set stipulate impose establish")


def _is_law(scene: Scene, clause: Clause) -> bool:
    """Whether a law is what does it: "amendments that increase penalties"."""
    return clause.doer is not None and is_class(scene.tokens, clause.doer, "law")


def _listed_in(scene: Scene, at: int) -> Clause | None:
    """The clause whose list of nouns goes on to here: "prohibited arbitrary arrest and detention"."""
    last = next((c for c in reversed(scene.clauses) if c.verb.last <= at), None)
    if last is None or any(t.tag not in IN_A_LIST for t in scene.tokens[last.verb.last : at]):
        return None
    return last


IN_A_LIST = frozenset({"NN", "NNS", "NNP", "JJ", "CC", ",", "DT", "IN", "RB"})
_LAYING = wordset(
    "prohibit forbid ban outlaw criminalize criminalise penalize allow permit provide protect guarantee regulate"
)
_MEANWHILE = wordset("during in by via through")
_ASKING = wordset("demand accept pay take solicit receive extort want offer give refuse")
_LENGTHS = wordset("years months year month weeks days term sentence")


def complements(scene: Scene, at: int) -> list[tuple[str, Range]]:
    """The prepositional phrases right after a noun: "of two men by the police"."""
    found: list[tuple[str, Range]] = []
    tokens = scene.tokens
    place = _past_others(scene, at + 1)
    shared = place > at + 1
    place = _past_done(tokens, place)
    for _ in range(4):
        if place >= len(tokens) or tokens[place].tag not in ("IN", "TO"):
            break
        past = past_approximators(tokens, place + 1, len(tokens))  # "the torture of at least nine men"
        starts = (n for n in range(place + 1, past + 1) if n in scene.chunks.noun_from)
        start = next(starts, place + 1)
        base = scene.chunks.noun_from.get(start)
        phrase = None if base is None else onward(scene.chunks, start, len(tokens))
        if phrase is None or base is None:
            break
        if is_time(tokens, base) and tokens[base[1] : base[1] + 1] and tokens[base[1]].lower in _SHARED:
            place = base[1]
            continue  # "the detention since May of two editors"
        phrase = (place + 1, _named_row(scene, at, phrase[1]))
        if shared and tokens[place].lower not in _SHARED:
            break
        behalf = tokens[place - 1].lower == "behalf"
        found.append(("by" if behalf else tokens[place].lower, phrase))
        place = (
            base[1]
            if tokens[min(base[1], len(tokens) - 1)].tag in ("IN", "TO") and tokens[base[1]].lower != "of"
            else phrase[1]
        )
    return found


def _named_row(scene: Scene, at: int, end: int) -> int:
    """The end of a row of names that a noun heads before its verb: "The arrest of Ana Lo, Ivo Sol, and Pak Lo | was"."""
    tokens, chunks = scene.tokens, scene.chunks
    number = chunks.noun_of[at]
    first = chunks.nouns[number][0] if number >= 0 else at
    if (first > 0 and tokens[first - 1].tag == "IN" and tokens[first - 1].lower != "that") or end >= len(
        tokens
    ):
        return end  # "After the arrest of Ana Lo, Ivo Sol and Pak Lo fled"
    place, last = end, False
    while not last and place + 1 < len(tokens) and tokens[place].lower in (",", "and"):
        last = "and" in (tokens[place].lower, tokens[place + 1].lower)
        start = place + 1 + (tokens[place].lower == "," and tokens[place + 1].lower == "and")
        base = chunks.noun_from.get(start)
        if base is None or any(token.tag not in ("NNP", "NNPS") for token in tokens[base[0] : base[1]]):
            return end
        place = base[1]
    verb = chunks.verb_at(place) if place < len(tokens) else None
    return place if last and verb is not None and verb.finite and chunks.noun_upto.get(end) else end


def _past_done(tokens: tuple[Token, ...], place: int) -> int:
    """Past the participle that a noun asks for, or "particularly": "charges brought against the editor"."""
    if place + 1 < len(tokens) and tokens[place].lower in _DONE and tokens[place + 1].lower in _DONE_TO:
        return place + 1
    aside = place + 3 < len(tokens) and tokens[place].text == "," and tokens[place + 1].lower in _ABOVE_ALL
    if [token.lower for token in tokens[place : place + 5]] == ["by", "or", "on", "behalf", "of"]:
        return place + 4  # "killings by or on behalf of the army"
    return place + 2 if aside and tokens[place + 2].lower in ("of", "against", "for") else place


_DONE = wordset(
    "brought filed leveled levelled lodged pressed opened committed perpetrated conducted inflicted staged mounted imposed"
    " performed undertaken directed aimed"
)
_ABOVE_ALL = wordset("particularly especially notably mainly primarily mostly including")
_DONE_TO = wordset("against by on at")


def _past_others(scene: Scene, place: int) -> int:
    """Past the other acts of a row, whose complement this noun shares: "the arrest, detention and torture of two men"."""
    tokens = scene.tokens
    at = place
    while at < min(len(tokens) - 1, place + 12) and tokens[at].tag in ("CC", ","):
        while at < len(tokens) - 1 and tokens[at].tag in ("CC", ","):
            at += 1
        base = scene.chunks.noun_from.get(at)
        if base is None or not {tokens[base[1] - 1].lemma} & (noun_triggers().keys() | _OTHERS):
            return place
        at = base[1]
        threat = at < len(tokens) and tokens[at - 1].lemma == "threat" and tokens[at].lower == "of"
        inner = scene.chunks.noun_from.get(at + 1) if threat else None
        if inner is not None and inner[1] < len(tokens) and tokens[inner[1]].tag in ("CC", ","):
            at = inner[1]  # "beatings, threats of violence, and harassment of nurses"
        if at < len(tokens) and tokens[at].lower in _SHARED:
            return at
    return place


_OTHERS = wordset(
    "lawsuit cyberattack discrimination violence abuse insult pressure intimidation defamation stigmatization shooting injury"
    " smear assault blackmail hostility retaliation ridicule vandalism doxing prosecution censorship impunity"
)
_SHARED = wordset("of by against from")
