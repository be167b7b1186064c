"""Who does, and to whom, what a noun tells without saying so itself: "Agents carried out raids", "She endured beatings".

Rules:
- The subject of a verb that only helps a noun ("conduct", "use", "resort to") does what the noun tells.
- Who suffers, faces or denounces it is whom it is done to; so is the object of "subject ... to".
- What went on meanwhile ("after a trial", "during interrogation", "in detention") was done to whom the verb is about.
- "against" and "for" before people lead to whom, "from" before guards or agents to who did it.
"""

from __future__ import annotations

from testigo.reading.arguments import Range, shortened
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.noun_parties import POWERS, includes, told_around
from testigo.reading.scenes import Scene
from testigo.vocabulary import COERCION

Parts = list[tuple[str, Range]]

_DONE_TO_PEOPLE = frozenset(COERCION) | wordset("policy crime investigation")
_HURTS = wordset("injury wound burn bruise fracture concussion")
_HELPING = wordset(
    "carry conduct launch initiate undertake stage mount perform commit begin start continue use employ practice practise"
    " resume perpetrate inflict resort rely engage intensify order make apply press bring file issue impose pursue open pass"
)
_SUFFERING = wordset(
    "suffer undergo face experience endure sustain denounce survive receive escape fear flee"
)
_ACCOUNTS = wordset(
    "account report complaint allegation testimony information news claim rumor rumour evidence letter message photo video"
)  # "received accounts of ill-treatment": nobody says that it was done to them
_EXPOSING = wordset("subject expose")
_MEANWHILE = wordset("during following after under in pending without amid until before from")
_PREPOSITIONAL = wordset("follow await")
_STATES = wordset("detention trial torture arrest interrogation sentence disappearance release dismissal")
_DONE = wordset("search interrogation crackdown arrest")
_AT_RISK = wordset("risk danger victim victims target targets")


def supplied(
    scene: Scene,
    act: str,
    base: Range,
    complements: list[tuple[str, Range]],
    parts: Parts,
    clause: Clause | None,
) -> Parts:
    """The parts of a noun with who did it and to whom, as far as the words around it tell."""
    told = {slot for slot, _ in parts}
    parts = [*parts, *(one for one in told_around(scene, act, base, clause) if one[0] not in told)]
    if act not in _DONE_TO_PEOPLE and scene.tokens[base[1] - 1].lemma not in _HURTS:
        return parts
    parts = [one for slot, phrase in parts for one in _by_whom(scene, slot, phrase)]
    held = {slot for slot, phrase in parts if act != "torture" or _is_somebody(scene, phrase)}
    more: Parts = []
    for prep, phrase in complements:
        if prep in ("against", "for") and "target" not in held and is_class(scene.tokens, phrase, "person"):
            more.append(("target", phrase))
        if prep == "from" and "actor" not in held and is_class(scene.tokens, phrase, "authority"):
            more.append(("actor", phrase))
    held |= {slot for slot, _ in more}
    if clause is not None:
        around = _from_verb(scene, act, base, clause)
        more += [(slot, part) for slot, part in around if slot not in held and _apart(part, base)]
    return [*parts, *more]


def _by_whom(scene: Scene, slot: str, phrase: Range) -> Parts:
    """Whom and by whom, where both stand in one phrase: the trial "of five Baptists by a district court"."""
    tokens = scene.tokens
    by = next((n for n in range(phrase[0] + 1, phrase[1] - 1) if tokens[n].lower == "by"), 0)
    if slot != "target" or not by or not is_class(tokens, (by + 1, phrase[1]), "authority"):
        return [(slot, phrase)]
    return [("target", (phrase[0], by)), ("actor", (by + 1, phrase[1]))]


def _apart(part: Range, base: Range) -> bool:
    return part[1] <= base[0] or base[1] <= part[0]


def _from_verb(scene: Scene, act: str, base: Range, clause: Clause) -> Parts:
    """What the verb that a noun stands with tells of it."""
    tokens = scene.tokens
    if clause.lemma in _PREPOSITIONAL and not clause.verb.finite and clause.governor is not None:
        clause = scene.clauses[clause.governor]  # "was jailed following a trial"
    if base[0] < clause.verb.last:
        return []
    if clause.kind == "participle" and clause.governor is not None and _among(scene, base):
        above = scene.clauses[clause.governor]
        clause = above if above.lemma in _EXPOSING | _HELPING | _SUFFERING else clause
    lemma, subject = clause.lemma, clause.subject
    if lemma in _EXPOSING and clause.undergoer is not None:
        doer: Parts = [("actor", clause.doer)] if clause.doer is not None else []
        return [("target", clause.undergoer), *doer]
    if subject is None:
        return []
    of = next((n + 1 for n in range(*subject) if tokens[n].lower == "of"), 0)
    if of and of < subject[1] and tokens[subject[0]].lower in _OCCASIONS:
        subject = of, subject[1]  # "instances of militias engaging in arbitrary detention"
    authority = is_class(tokens, subject, "authority")
    whom = _aimed_at(scene, clause) if lemma in _USING and not clause.passive else None
    if whom is not None:
        return [("actor", subject), ("target", whom)]
    if lemma in _HELPING and not clause.passive:
        does = authority or any(is_class(tokens, subject, name) for name in ("person", "org"))
        does = does or scene.head(subject).lemma in POWERS  # "Armed gangs committed killings"
        return [("actor", subject)] if does else []
    before = tokens[base[0] - 1].lower
    heard = any(token.lemma in _ACCOUNTS for token in tokens[clause.verb.last : base[0]])
    suffers = lemma in _SUFFERING and not clause.passive and not authority and not heard
    at_risk = before == "of" and lemma in ("be", "become") and tokens[base[0] - 2].lower in _AT_RISK
    dragged = before == "for" and act == "interrogation" and clause.passive  # "dragged off for questioning"
    if suffers or at_risk or dragged:
        return [("target", subject)]
    if before == "during" and act in _DONE and authority:
        return [("actor", subject)]
    whom = _about_whom(scene, clause) if before in _MEANWHILE and act in _STATES else None
    return [("target", whom)] if whom is not None else []


def _is_somebody(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase can be who does or suffers it: not the "sleep" of "beatings and deprivation of sleep"."""
    named = any(t.tag in ("NNP", "NNPS", "PRP", "PRP$") for t in scene.tokens[phrase[0] : phrase[1]])
    return named or any(is_class(scene.tokens, phrase, name) for name in ("person", "authority", "org"))


def _aimed_at(scene: Scene, clause: Clause) -> Range | None:
    """At whom something is used: "used show trials and mass arrests to punish large numbers of farmers"."""
    for kid in scene.clauses[clause.number + 1 :]:
        part = kid.object
        if kid.verb.finite:
            break
        if kid.kind != "infinitive":
            continue
        if kid.lemma in _PUNISHING and part is not None and is_class(scene.tokens, part, "person"):
            return shortened(scene.tokens, part)
    return None


_OCCASIONS = wordset("instances cases reports incidents allegations")
_USING = wordset("use employ exploit utilize")
_PUNISHING = wordset(
    "punish convict silence intimidate target persecute prosecute repress suppress harass control jail imprison eliminate deter"
)


def _among(scene: Scene, base: Range) -> bool:
    """Whether a noun is an example behind "including": "harsh methods, including beatings"."""
    near = any(token.lower == "including" for token in scene.tokens[max(0, base[0] - 6) : base[0]])
    return near or includes(scene, base)


def _about_whom(scene: Scene, clause: Clause) -> Range | None:
    """Whom a verb is about: who undergoes it, else who does it, where that is a person and no authority."""
    for part in (clause.undergoer, clause.subject):
        if part is not None and is_class(scene.tokens, part, "person"):
            return part if not is_class(scene.tokens, part, "authority") else None
    part = clause.subject
    words = [token.lower for token in scene.tokens[part[0] : part[1]]] if part is not None else []
    counted = any(word in ("percent", "population", "%") for word in words) or words[:1] == ["many"]
    return part if counted and clause.lemma in ("be", "remain", "stay") else None
