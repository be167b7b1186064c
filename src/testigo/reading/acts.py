"""Which clauses and nouns carry an act, and which part of the clause fills which slot.

Rules:
- A verb carries an act where a line of en/verbs.txt says so and its conditions hold in the clause.
- A noun adds nothing to a verb of its clause that tells the same act ("suffer from food shortages").
- Two verbs of one act in a row are one act ("shot and killed"); convicted and sentenced is a sentence.
- A relative clause or participle about a class of people ("those who fled") is no claim.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class, is_paper
from testigo.reading.clauses import Clause
from testigo.reading.conditions import all_hold, one_of, reach
from testigo.reading.governed_acts import only_governing
from testigo.reading.left_undone import PEOPLES, barred, prevented
from testigo.reading.lists import wordset
from testigo.reading.noun_acts import noun_mentions
from testigo.reading.noun_complements import in_a_title, is_charged
from testigo.reading.noun_settings import is_asked_for, is_setting
from testigo.reading.noun_sifting import (
    comes_first,
    in_one_list,
    is_inside_another,
    is_part_of,
    is_rare,
    is_told_in_noun,
    only_applied_for,
    only_causes,
    only_judges,
    tells_the_same,
)
from testigo.reading.one_deed import is_instance, judges_it, no_deed, one_deed
from testigo.reading.particular import of_a_class, only_which, particular, remains_so
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token
from testigo.reading.told_orders import coming
from testigo.reading.triggers import Condition, Trigger, is_sure, noun_triggers, those_in_reach
from testigo.value import replace
from testigo.vocabulary import AUTHORITY, COERCION


def mentions(scene: Scene) -> list[Mention]:
    """The acts of a sentence in the order of their words."""
    found: list[Mention] = []
    for clause in scene.clauses:
        mention = _verb_mention(scene, clause)
        if mention is not None:
            found.append(mention)
    found = barred(scene, only_governing(scene, one_deed(scene, _merged(scene, found))))
    taken = {n for m in found if not _bars_from(m) for n in range(*m.at) if not is_asked_for(scene, m, n)}
    states = {m.clause.number for m in found if m.clause is not None and m.trigger.kind == "condition"}
    for mention in noun_mentions(scene, taken):
        stated = mention.clause is not None and mention.clause.number in states
        if stated and mention.trigger.act in _CAUSES and not comes_first(mention):
            continue
        if mention.trigger.act in _CAUSES and only_causes(scene, mention, found):
            continue
        if is_rare(scene, mention) or only_applied_for(scene, mention) or is_setting(scene, mention):
            continue
        nobodys = stated and all(slot != "actor" for slot, _ in mention.parts)
        if (
            nobodys
            and mention.trigger.act in PEOPLES
            and mention.trigger.act != "escape"
            and comes_first(mention)
        ):
            continue  # "corruption was rife"
        if is_part_of(scene, mention, found) or is_inside_another(found, mention):
            continue
        at = next((n for n, other in enumerate(found) if tells_the_same(other, mention)), None)
        if at is None and any(in_one_list(scene, other, mention) for other in found):
            continue
        if mention.trigger.act in PEOPLES and mention.clause and prevented(scene, mention.clause):
            continue
        if at is None:
            found.append(mention)
        elif abs(mention.at[1] - found[at].at[0]) <= _APART:
            first, last = found[at].at
            found[at] = replace(found[at], at=(min(first, mention.at[0]), max(last, mention.at[1])))
    found = [m for m in found if not is_told_in_noun(m, found) and not judges_it(scene, m)]
    found = [m for m in found if not is_instance(scene, m, found)]
    told_of = [m.at[0] for m in found if m.noun and m.trigger.act in COERCION]
    found = [m for m in found if not only_judges(scene, m, told_of)]
    return sorted(found, key=lambda m: m.at)


_OF_OFFICES = frozenset(COERCION | AUTHORITY) | wordset("speech")  # what "it" may have done: an office
_CAUSES = wordset("hardship torture")  # "conditions were harsh due to overcrowding and physical abuse"
_APART = 10  # words: a trigger is a phrase, not a clause


def _bars_from(mention: Mention) -> bool:
    """Whether a measure keeps people from what a noun tells: "did not allow diplomats to attend the trial"."""
    clause = mention.clause
    return (
        mention.trigger.act == "policy" and clause is not None and clause.lemma in ("allow", "permit", "let")
    )


def _merged(scene: Scene, found: list[Mention]) -> list[Mention]:
    """One mention where two verbs tell one act: "shot and killed", "made to attend a lecture"."""
    kept: list[Mention] = []
    sentenced = {m.clause.subject for m in found if m.clause is not None and m.trigger.act == "sentence"}
    for mention in found:
        clause = mention.clause
        told_twice = clause is not None and clause.lemma == "convict" and clause.subject in sentenced
        if told_twice and mention.trigger.act == "trial":
            continue
        at = next((n for n, other in enumerate(kept) if _one_act(scene, other, mention)), None)
        if at is None:
            kept.append(mention)
            continue
        other = kept[at]
        bidden = other.clause is not None and other.clause.passive  # "were told to bring two skins"
        bidden = bidden and clause is not None and clause.kind == "infinitive" and bool(other.parts)
        parts = other.parts if bidden or len(other.parts) >= len(mention.parts) else mention.parts
        slots = {slot for slot, _ in parts}
        if clause is not None and clause.kind not in ("infinitive", "gerund"):
            parts += tuple(p for p in mention.parts if p[0] not in slots)
        span = (min(other.span[0], mention.span[0]), max(other.span[1], mention.span[1]))
        last = max(other.at[1], mention.at[1]) if mention.at[1] - other.at[0] < 12 else other.at[1]
        kept[at] = Mention(other.trigger, (other.at[0], last), span, other.clause, False, parts)
    return kept


def _one_act(scene: Scene, one: Mention, other: Mention) -> bool:
    a, b = one.clause, other.clause
    if a is None or b is None:
        return False
    barred = one.trigger.act == "movement_restriction" and other.trigger.act in (
        "movement",
        "escape",
        "movement_restriction",
    )
    if barred and b.governor == a.number and b.kind in ("gerund", "infinitive"):
        return True
    if (one.trigger.kind, one.trigger.act) != (other.trigger.kind, other.trigger.act):
        return False
    hangs = b.kind in ("infinitive", "gerund", "participle") and b.governor == a.number
    if hangs and (other.at[0] <= one.at[1] + 2 or one.trigger.act == "meeting"):
        return True  # "met behind closed doors to discuss the shootings"
    if a.verb.negated != b.verb.negated or (b.verb.finite and not a.verb.finite):
        return False  # "did not publish figures and denied access"
    near = one.at[1] <= b.verb.first and one.at[1] - a.verb.last < 2  # "rounded up and arrested"
    last = one.at[1] if near else a.verb.last  # "falsified and fabricated the charges"
    between = scene.tokens[max(a.verb.last, last) : b.verb.first]
    joined = all(t.tag in ("CC", ",", "RB") for t in between) and a.verb.last <= b.verb.first
    return joined and b.governor is not None and bool(between)


def _verb_mention(scene: Scene, clause: Clause) -> Mention | None:
    for trigger in those_in_reach(clause.lemma, scene.words):
        if all_hold(scene, clause, trigger):
            return None if only_describes(scene, clause) else from_verb(scene, clause, trigger)
    return None


def only_describes(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only says which people, papers or charges are meant, and tells nothing that happened."""
    titled = not clause.verb.finite and in_a_title(scene.tokens, (clause.verb.main, clause.verb.last))
    if titled or no_deed(scene, clause):
        return True
    if clause.kind in ("relative", "participle") and not particular(scene, clause):
        return True
    if clause.kind in ("joined", "gerund") and of_a_class(scene, clause):
        return True
    listed = clause.kind == "gerund" or (clause.kind == "participle" and clause.link == ",")
    if listed and is_charged(scene.tokens, clause.verb.first):
        return True  # "on charges of resisting the police"
    if clause.kind == "participle" and remains_so(scene, clause):
        return True
    return clause.kind in ("participle", "gerund") and only_which(scene, clause)


def from_verb(scene: Scene, clause: Clause, trigger: Trigger) -> Mention:
    """The act of a trigger as the verb of a clause tells it."""
    tokens = scene.tokens
    roles = dict(trigger.roles)
    parts: list[tuple[str, Range]] = []
    for name, part, usual in (("subj", clause.doer, "actor"), ("obj", clause.undergoer, "target")):
        slot = roles.get(name, usual)
        if part is None or slot == "nothing":
            continue
        if name == "subj" and slot == "actor" and _has_to(scene, clause, trigger):
            slot = "target"
        if slot == "actor" and trigger.kind != "condition" and is_paper(tokens, part):
            continue  # "the notice forbids": whoever issued it does
        if slot == "target" and trigger.act == "order" and _is_ordered(scene, clause, part):
            continue
        office = slot == "actor" and trigger.kind == "event" and trigger.act in _OF_OFFICES
        if tokens[part[0]].lower not in (("there", "which") if office else ("it", "there", "which")):
            parts.append((slot, part))
    for prep, part in clause.preps:
        slot = roles.get(prep, "nothing")
        somebody = prep != "for" or is_class(tokens, part, "person")
        somebody = somebody and not (prep == "to" and tokens[part[0] - 2].lemma in _ENDING)
        if slot in ("actor", "target") and somebody and not is_time(tokens, part):
            pleads = trigger.act == "speech" and prep in ("to", "on")
            parts.append((slot, _before_plea(tokens, part) if pleads else part))
    parts = _given_to(scene, clause, trigger, parts) + _whom_not(scene, clause, trigger)
    first, last = clause.verb.main, clause.verb.main + 1
    carrying = [*_carrying(scene, clause, trigger), *coming(scene, clause, trigger)]
    first = min([first, *carrying])
    last = max([last, *(at + 1 for at in carrying)])
    return Mention(trigger, (first, last), scene.extent(clause), clause, False, tuple(parts))


def _has_to(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether somebody is made to sign, to report to an office or to answer: "had to sign", "were led off for questioning"."""
    above = scene.clauses[clause.governor] if clause.governor is not None else None
    if clause.kind == "gerund" and clause.lemma in ("question", "interrogate") and clause.object is None:
        return clause.link == "for" and above is not None and above.passive
    after = clause.number + 1
    if clause.lemma == "have" and after < len(scene.clauses):
        clause = scene.clauses[after]
    bid = trigger.act == "policy" and clause.lemma == "sign"
    called = clause.lemma == "report" and clause.object is None and trigger.act != "speech"
    bid = bid or (called and any(prep == "to" for prep, _ in clause.preps))
    if not bid or clause.kind != "infinitive" or clause.governor is None:
        return False
    return scene.clauses[clause.governor].lemma == "have"


_ENDING = wordset("end halt stop response solution return")  # "appealed for an end to the shelling"


def _is_ordered(scene: Scene, clause: Clause, part: Range) -> bool:
    """Whether an object is what was ordered, not who got the order: "ordered the release of two men", "ordered him held"."""
    after = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
    done = after is not None and after.kind == "participle" and after.passive and after.verb.first == part[1]
    return done or head(scene.tokens, part).lemma in noun_triggers()


def _whom_not(scene: Scene, clause: Clause, trigger: Trigger) -> list[tuple[str, Range]]:
    """Whom an authority refuses or fails to do something for: "refused to release the pastor"."""
    if trigger.act != "policy" or clause.lemma not in _LEAVING_UNDONE:
        return []
    done = next((c for c in scene.clauses if c.governor == clause.number and c.kind == "infinitive"), None)
    whom = done.object if done is not None and not done.passive else None
    return [("target", whom)] if whom is not None and is_class(scene.tokens, whom, "person") else []


_LEAVING_UNDONE = wordset("refuse fail decline")


def _given_to(
    scene: Scene, clause: Clause, trigger: Trigger, parts: list[tuple[str, Range]]
) -> list[tuple[str, Range]]:
    """The parts with whom it is done to where that is told beside the object: "demanded rice from each household", "broke her jaw"."""
    tokens = scene.tokens
    sides = _SIDES.get(trigger.act, ()) if clause.lemma not in _REFUSING else ("to", "from")
    if trigger.act == "speech" and clause.lemma in _ADDRESSING and all(slot != "target" for slot, _ in parts):
        told = [
            r for prep, r in clause.preps if prep in ("on", "with", "to", "upon") and _can_be_told(tokens, r)
        ]
        return [*parts, *(("target", _before_plea(tokens, part)) for part in told[:1])]
    if (
        clause.lemma in _REFUSING
        and clause.undergoer is not None
        and is_class(tokens, clause.undergoer, "person")
    ):
        return parts  # "denied Hasanova visits from her family"
    beside = [r for prep, r in clause.preps if prep in sides and not is_time(tokens, r)]
    over = scene.clauses[clause.governor] if clause.governor is not None else None
    has_done = clause.kind == "participle" and over is not None and over.lemma == "have" and not over.passive
    owner_of = over.subject if has_done and over is not None else None
    people = [r for r in beside if is_class(tokens, r, "person") or is_class(tokens, r, "household")]
    if people:
        return [p for p in parts if p[0] != "target"] + [("target", people[0])]
    if any(slot == "target" for slot, _ in parts) or not (trigger.act in COERCION or trigger.act in _ABOUT):
        does = owner_of is not None and is_class(tokens, owner_of, "authority") and trigger.act in COERCION
        return [*parts, ("actor", owner_of)] if does and owner_of is not None else parts
    whom = _whose(scene, clause, trigger)
    return parts if whom is None else [*parts, ("target", whom)]


def _whose(scene: Scene, clause: Clause, trigger: Trigger) -> Range | None:
    """Who is done to where only a thing of theirs is named: "had his licence revoked", "files on every family", "to watch the exiles"."""
    tokens = scene.tokens
    over = scene.clauses[clause.governor] if clause.governor is not None else None
    if over is not None and over.lemma == "have" and clause.kind == "participle" and over.subject is not None:
        return over.subject if is_class(tokens, over.subject, "person") else None
    if clause.undergoer is not None:
        owner = next((n for n in range(*clause.undergoer) if tokens[n].tag == "PRP$"), None)
        if owner is not None:
            return owner, owner + 1
    if trigger.act not in _ABOUT:
        return None
    for prep, part in clause.preps:
        if (
            prep in _CONCERNING
            and not is_time(tokens, part)
            and any(is_class(tokens, part, c) for c in _PEOPLED)
        ):
            return part
    if trigger.act != "surveillance":
        return None
    kids = scene.children(clause, "infinitive")
    return next((k.object for k in kids if k.lemma in _SPYING and k.object is not None), None)


_ABOUT = wordset("surveillance watchlisting dismissal investigation")
_CONCERNING = wordset("of on about against")
_PEOPLED = ("person", "household", "org")
_SPYING = wordset(
    "monitor identify track observe locate follow watch control read spy find trace intercept record spot"
)


_REFUSING = wordset("deny refuse grant withhold")


def _before_plea(tokens: tuple[Token, ...], part: Range) -> Range:
    """Who is addressed, without what for: "the officers for the release of their sons"."""
    end = next(
        (n for n in range(part[0] + 1, part[1]) if tokens[n].lower in ("for", "about", "over", "to")), part[1]
    )
    return part[0], end


def _can_be_told(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether somebody, an office or a country is addressed: "called on Tashkent", "pleaded with the officers"."""
    return any(is_class(tokens, part, name) for name in ("person", "authority", "country"))


_ADDRESSING = wordset("call plead appeal complain beg respond reply write speak talk protest turn")
_SIDES = {"extortion": ("from", "of"), "contact": ("to",)}


def _asked_for(scene: Scene, clause: Clause, c: Condition, act: str | None = None) -> list[int]:
    """The first word of the clause that a condition asks for."""
    tokens = scene.tokens
    if c.name in ("inf", "ing"):
        kids = scene.children(clause, "gerund" if c.name == "ing" else "infinitive")
        return [k.verb.main for k in kids if k.lemma in c.words][:1]
    if c.name == "has":
        return [n for n in range(clause.verb.last, reach(scene, clause)) if one_of(tokens[n], c)][:1]
    if c.name == "next":
        return [
            n
            for n in range(clause.verb.last, clause.verb.last + 3)
            if n < len(tokens) and one_of(tokens[n], c)
        ][:1]
    if c.name == "obj":
        parts = [
            part for part in (clause.object, clause.subject if clause.passive else None) if part is not None
        ]
    else:
        parts = [r for p, r in clause.preps if p == c.name]
    if c.words:
        return [n for r in parts for n in range(*r) if one_of(tokens[n], c)][:1]
    if c.name == "obj" and act is not None:
        heads = [n for r in parts for n in range(*r) if tokens[n] is head(tokens, r)][:1]
        return [n for n in heads if any(t.act == act for t in noun_triggers().get(tokens[n].lemma, ()))]
    return [n for r in parts for n in range(*r) if tokens[n] is head(tokens, r)][:1]


def _told_by(scene: Scene, clause: Clause, trigger: Trigger, c: Condition) -> list[int]:
    """The subject of a condition that itself tells it: "anger" in "Anger grew"."""
    if clause.subject is None or not (trigger.act in _TOLD_BY_SUBJECT or _told_whole(scene, clause, trigger)):
        return []
    near = clause.verb.first - clause.subject[0] < (8 if is_sure(trigger) else 6)
    return [n for n in range(*clause.subject) if near and one_of(scene.tokens[n], c)][:1]


def _told_whole(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether a line of settled words has a thing as its subject: "Impunity was a problem"."""
    doer = clause.subject
    doing = doer is not None and any(is_class(scene.tokens, doer, c) for c in ("authority", "org"))
    return is_sure(trigger) and not doing


_TOLD_BY_SUBJECT = wordset("discontent fear control trial meeting indoctrination resistance")


def _carrying(scene: Scene, clause: Clause, trigger: Trigger) -> list[int]:
    """The tokens beside the verb that carry the act with it: the particle and the words that its line asks for."""
    tokens = scene.tokens
    start = clause.verb.last
    found: list[int] = []
    if clause.particle:
        found += [n for n in range(start, min(start + 6, clause.last)) if tokens[n].lower == clause.particle][
            :1
        ]
    for c in (c for item in trigger.alternatives for c in item):
        if c.positive and c.name != "subj" and (c.words or c.classes):
            found += _asked_for(scene, clause, c, trigger.act)
        elif c.positive and c.words:
            found += _told_by(scene, clause, trigger, c)
    return [n for n in found if clause.verb.first - _APART < n < clause.verb.last + 14]
