"""Verbs that tell one deed together, and verbs that tell none.

Rules:
- "Attacked and killed" is a killing, "found guilty and fined" a sentence, "to investigate and punish" one effort.
- Who accuses an office of what it did only tells that deed: "observers accused soldiers of killing farmers".
- "Arrested and detained" is one taking, unless it says for how long they were held.
- What an office is there for is nothing that it did: "was responsible for investigating", "has the power to search".
- What a right or leave is for is not said to be done: "the right to strike", "the ability of journalists to report".
- A law that forbids one thing and requires another is laid down once; each is a clause of it.
- What is said to be a crime is nobody's deed: "made it a crime to insult the king".
- The coming of officials is none beside what they did there: "a policeman came and took the pot".
- Whom raids target, what people were taken for and what leads to what was told are no deeds beside them.
"""

from __future__ import annotations

from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import noun_triggers
from testigo.value import replace
from testigo.vocabulary import COERCION


def is_instance(scene: Scene, mention: Mention, found: list[Mention]) -> bool:
    """Whether a verb only gives an instance of an act told before it: "inhuman treatment, including being deprived of sleep"."""
    clause = mention.clause
    if mention.noun or clause is None or clause.kind not in ("gerund", "participle") or clause.verb.finite:
        return False
    before = [token.lower for token in scene.tokens[max(0, clause.verb.first - 2) : clause.verb.first]]
    named = before[-1:] == ["including"] or before == ["such", "as"]
    act = mention.trigger.act
    return named and any(m.noun and m.trigger.act == act and 0 < mention.at[0] - m.at[1] < 8 for m in found)


def judges_it(scene: Scene, mention: Mention) -> bool:
    """Whether somebody only judges a deed that the object names: "condemned the killing", "complained of beatings"."""
    clause = mention.clause
    if mention.noun or clause is None or mention.trigger.act != "speech" or clause.verb.negated:
        return False
    if clause.kind == "participle":
        return False  # "a letter condemning the raid"
    about = clause.object if clause.lemma in JUDGING and not _is_a_state(scene, clause) else None
    if clause.lemma == "complain":
        about = next((part for prep, part in clause.preps if prep == "of"), None)
    if about is None:
        return False
    named = head(scene.tokens, about).lemma
    told = noun_triggers().get(named, ())
    if clause.lemma == "complain" and any(t.kind == "condition" for t in told):
        return True  # "complained of lack of water"
    return any(t.act in _DEEDS and t.kind == "event" for t in told)


def _is_a_state(scene: Scene, clause: Clause) -> bool:
    """Whether an authority or a country judges, which is an act of its own: "the government condemned the attack"."""
    doer = clause.doer
    return doer is not None and any(is_class(scene.tokens, doer, c) for c in ("authority", "country"))


def is_judged(mention: Mention) -> bool:
    """Whether a noun tells the deed that somebody judges: "condemned the killing"."""
    clause = mention.clause
    if not mention.noun or clause is None or clause.object is None or clause.lemma not in JUDGING:
        return False
    return clause.object[0] <= mention.at[0] < clause.object[1] and mention.trigger.act in _DEEDS


JUDGING = wordset("condemn denounce deplore decry")
_DEEDS = frozenset(COERCION) - {"trial", "sentence", "movement_restriction", "dismissal"}


def one_deed(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of verbs without those that only lead up to another one."""
    kept: list[Mention] = []
    for mention in found:
        if any(_is_its_aim(mention, other) for other in kept):
            continue
        if mention.clause is not None and any(
            is_told_by(scene, mention, other) for other in found if other is not mention
        ):
            continue
        above = next((n for n, other in enumerate(kept) if _goes_on(scene, other, mention)), None)
        if above is None:
            kept.append(mention)
            continue
        first = kept[above]
        kept[above] = replace(
            first, at=(first.at[0], mention.at[1]), span=(first.span[0], max(first.span[1], mention.span[1]))
        )
    return kept


def is_told_by(scene: Scene, mention: Mention, other: Mention) -> bool:
    """Whether an act is told whole by another: an attack by the killing, a verdict by the sentence, a reproach by the deed."""
    own, after = mention.clause, other.clause
    if own is not None and after is not None and own.kind == "infinitive" and own.governor == after.number:
        return (
            own.lemma == "disperse" and other.trigger.act == "torture"
        )  # "used tear gas to disperse the crowd"
    if own is None or after is None:
        return False
    if own.lemma in ("accuse", "suspect") and own.kind == "participle" and other.trigger.act in _TAKING:
        return own.subject is not None and own.subject == after.undergoer  # "arrested several men accused of"
    if after.number <= own.number:
        law = (mention.trigger.kind, mention.trigger.act) == ("directive", "policy")
        return law and goes_on_with(scene, own, other)
    if own.lemma in _REPROACHING and mention.trigger.act == "speech":
        hangs = after.kind == "gerund" and after.governor == own.number
        deed = other.trigger.act in COERCION or other.trigger.act in ("policy", "crime")
        return hangs and deed and other.trigger.kind == "event"
    if own.subject != after.subject or own.verb.negated or after.verb.negated:
        return False
    if own.lemma == "find" and own.passive and mention.trigger.act == "trial":
        return other.trigger.act == "sentence" and after.verb.first - own.verb.last < 4
    joined = own.passive == after.passive and scene.tokens[own.verb.last].lower == "and"
    joined = joined and own.verb.last + 1 == after.verb.first
    joined = joined and own.lemma in _ATTACKING and other.trigger.act == "killing"
    return joined or _only_comes(scene, mention, after)


def goes_on_with(scene: Scene, clause: Clause, law: Mention) -> bool:
    """Whether a verb only goes on with a law, as a clause of it: "The law bans strikes and requires a permit for rallies"."""
    before = law.clause
    if (law.trigger.kind, law.trigger.act) != ("directive", "policy") or before is None:
        return False
    if clause.kind != "joined" or clause.subject is None or clause.subject != before.subject:
        return False
    return clause.number > before.number and is_class(scene.tokens, clause.subject, "law")


def _only_comes(scene: Scene, mention: Mention, after: Clause) -> bool:
    """Whether the coming of officials only leads to what they did there: "a policeman came and took the pot"."""
    own = mention.clause
    if own is None or own.subject is None or own.lemma not in _COMING or mention.trigger.act not in _GOING:
        return False
    if after.kind != "joined" or after.number != own.number + 1 or after.passive:
        return False
    whom = head(scene.tokens, own.subject).lemma
    return is_class(scene.tokens, own.subject, "authority") or whom in _HEADS


_COMING = wordset("come appear")
_GOING = wordset("movement search surveillance")
_HEADS = wordset(
    "head chief secretary director chairman warden manager foreman leader clerk captain official"
)
_TAKING = wordset("arrest detention sentence")
_REPROACHING = wordset("accuse blame")
_ATTACKING = wordset("attack ambush assault stab raid")


def _is_its_aim(mention: Mention, other: Mention) -> bool:
    """Whether an infinitive only tells what a protest was for: "held a rally to demand talks and to protest the levy"."""
    own, above = mention.clause, other.clause
    if own is None or above is None or own.kind != "infinitive" or mention.trigger.act != "resistance":
        return False
    return other.trigger.act == "resistance" and own.subject == above.subject and own.number > above.number


def _goes_on(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether a verb goes on with an effort of an office: "took steps to investigate, prosecute, and punish officials"."""
    own, after = one.clause, other.clause
    if own is not None and after is not None and _taken_and_held(scene, own, after):
        return {one.trigger.act, other.trigger.act} <= _TAKEN and not one.noun and not other.noun
    if own is None or after is None or one.trigger.act != "investigation" or own.kind != "infinitive":
        return False
    if after.lemma not in _PUNISHING or after.passive or not 0 < after.verb.first - one.at[1] < 5:
        return False
    before = {token.lower for token in scene.tokens[max(0, own.verb.first - 6) : own.verb.first]}
    between = scene.tokens[one.at[1] : after.verb.first]
    return not before.isdisjoint(_EFFORTS) and all(t.tag in (",", "CC", "VB") for t in between)


def _taken_and_held(scene: Scene, own: Clause, after: Clause) -> bool:
    """Whether two verbs tell one taking: "arrested and arbitrarily detained", but not for how long."""
    words = [token.lower for token in scene.tokens[own.verb.last : after.verb.main]]
    if (own.lemma, after.lemma) != ("arrest", "detain") or own.passive != after.passive:
        return False
    if not words or words[0] not in ("and", "or") or len(words) > 2:
        return False
    return not any(prep == "for" and is_time(scene.tokens, part) for prep, part in after.preps)


_TAKEN = frozenset(("arrest", "detention"))
_PUNISHING = wordset("punish prosecute try convict sanction discipline")
_EFFORTS = wordset(
    "step steps effort efforts attempt attempts measures action failure failed fails refusal refused inability ability unable"
)


def no_deed(scene: Scene, clause: Clause) -> bool:
    """Whether a verb tells what an office is there for, or what is said to be a crime."""
    words = [token.lower for token in scene.tokens[max(0, clause.verb.first - 3) : clause.verb.first]]
    if clause.kind == "infinitive":
        return _licensed(scene, clause.verb.first) or _is_a_crime(scene, clause)
    if any(
        is_none(scene, clause) for is_none in (_only_tells, _aims, _is_held_for, _is_outcome, _is_in_office)
    ):
        return True
    if clause.kind != "gerund" or clause.lemma not in _DUTIES:
        return False
    charged = words[-2:] in (
        ["responsible", "for"],
        ["tasked", "with"],
        ["charge", "of"],
        ["charged", "with"],
    )
    joined = words[-1:] in (["and"], ["or"]) and clause.number > 0
    if joined and not charged:
        return no_deed(scene, scene.clauses[clause.number - 1])
    who = clause.subject
    return charged and (who is None or any(is_class(scene.tokens, who, c) for c in ("authority", "org")))


def _only_tells(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only leads to what somebody told: "complained of beatings", "informed her that he was held"."""
    if clause.lemma == "complain":
        return scene.tokens[min(clause.verb.last, len(scene.tokens) - 1)].lower == "of"
    if (
        clause.lemma not in ("inform", "notify")
        or clause.verb.negated
        or clause.number + 1 >= len(scene.clauses)
    ):
        return False
    who = clause.doer
    if who is not None and any(is_class(scene.tokens, who, c) for c in ("authority", "org")):
        return False
    after = scene.clauses[clause.number + 1]
    if after.subject is None or not after.verb.finite or after.subject[0] < clause.verb.last:
        return False
    first = after.subject[0]
    return scene.tokens[first - 1].lower == "that" or (
        clause.object is not None and clause.object[1] == first
    )


def _aims(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only says whom an act is aimed at: "The raids targeted tailors", "launched attacks, targeting both"."""
    if clause.lemma != "target" or clause.passive:
        return False
    above = scene.clauses[clause.governor] if clause.governor is not None else None
    parts = [clause.subject]
    if above is not None and clause.kind == "participle":
        parts.append(above.object)
    return any(
        part is not None and _words(scene, part) & _AIMED and not _words(scene, part) & _HACKING
        for part in parts
    )


def _words(scene: Scene, part: tuple[int, int]) -> set[str]:
    return {token.lower for token in scene.tokens[part[0] : part[1]]}


_HACKING = wordset("phishing cyber spyware hacking malware")
_AIMED = wordset(
    "raid raids attack attacks airstrike airstrikes bombing bombings sweep sweeps arrests eviction evictions strikes shelling"
    " abductions killings explosion ambush"
)


def _is_outcome(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only says how somebody was after a beating: "beat him and left him unconscious"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    if before is None or clause.lemma != "leave" or before.lemma not in _BEATING:
        return False
    return not _OUT_COLD.isdisjoint(
        token.lower for token in scene.tokens[clause.verb.last : clause.verb.last + 5]
    )


_BEATING = wordset("beat kick punch club whip assault attack torture stab strike hit flog batter")
_OUT_COLD = wordset("unconscious bleeding bruised injured wounded paralyzed senseless")


def _is_held_for(scene: Scene, clause: Clause) -> bool:
    """Whether a participle only says what people were taken for: "arrested two others accused of the murder"."""
    if clause.kind != "participle" or not clause.passive or clause.lemma not in ("accuse", "suspect"):
        return False
    before = scene.clauses[clause.number - 1] if clause.number else None
    whom = before.object if before is not None and not before.passive else None
    return before is not None and before.lemma in _TAKING and whom is not None and whom == clause.subject


_TAKING = wordset("arrest rearrest detain apprehend capture nab seize")


def _is_in_office(scene: Scene, clause: Clause) -> bool:
    """Whether a participle only says by whom somebody holds an office: "a board appointed by the king"."""
    by = clause.verb.last < len(scene.tokens) and scene.tokens[clause.verb.last].lower == "by"
    return (
        by
        and clause.kind == "participle"
        and clause.passive
        and clause.lemma in ("appoint", "elect", "nominate")
    )


_DUTIES = wordset(
    "investigate prosecute monitor oversee supervise enforce inspect review try punish protect regulate guard register"
    " search arrest detain interrogate collect administer manage run maintain conduct carry hear"
)


def _is_a_crime(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive is what is said to be a crime: "it is illegal to", "made it a crime, punishable by a fine, to"."""
    above = scene.clauses[clause.number - 1] if clause.number else None
    while above is not None and above.kind == "infinitive" and above.number:
        above = scene.clauses[above.number - 1]
    if above is None or above.lemma not in ("be", "make"):
        return False
    said = [token.lower for token in scene.tokens[above.verb.last : clause.verb.first]]
    it = said[:1] == ["it"] or scene.tokens[max(0, above.verb.first - 1)].lower == "it"
    return it and not _CRIMES.isdisjoint(said)


_CRIMES = wordset(
    "crime offense offence illegal unlawful criminal felony misdemeanor treason forbidden punishable"
)


def _licensed(scene: Scene, at: int) -> bool:
    """Whether an infinitive is what a right is for: "the right to strike", "the ability of journalists to report"."""
    first = at - 1
    if scene.tokens[first].lemma in _LICENCE:
        return True
    while first > 0 and at - first < 5 and scene.tokens[first].tag in ("NN", "NNS", "JJ", "DT"):
        first -= 1
    return scene.tokens[first].lower == "of" and scene.tokens[first - 1].lemma in (
        "ability",
        "right",
        "freedom",
    )


_LICENCE = wordset(
    "freedom right ability opportunity permission permit power authority application applications license licence"
    " authorization"
)
