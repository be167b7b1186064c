"""Views: what somebody thinks, expects or makes of something, where the clause carries no act of its own.

Rules:
- "believe", "expect", "doubt" and their like carry a view where what they govern is no act; so do "blame for", "link to",
  "see as", "call a forgery", "consider unlikely".
- "seem", "appear", "likely", "probably" carry one where the clause they stand in is no act; "may have" only with a
  state: "may have denounced him" tells an act, even where no line knows which.
- What something is (a pretext, no coincidence, unlikely), what is behind it or linked to it, and what would be if
  something came true are views; what an authority wants without doing it is one too.
- "There is speculation that ..." is a view; "there is no indication that ..." only denies an act.
- A view is one claim: its trigger reaches from the word that makes it one to the verb that is thought, if that is near.
"""

from __future__ import annotations

from testigo.reading.classes import is_class, is_person
from testigo.reading.clauses import Clause
from testigo.reading.evaluated import EVALUATED, evaluated
from testigo.reading.kept_open import hard_to_know, is_awaited, left_open
from testigo.reading.lists import wordset
from testigo.reading.naming import named, past_adjective, taken_as
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger


def _rule(name: str, example: str) -> Trigger:
    return Trigger(f"view.{name}", "view", "view", (), (), (), example)


_OPINION = _rule("opinion", "Analysts believe that the rules are too strict.")
_TAKEN = _rule("taken", "Many viewed the verdict as politically motivated.")
_GUESS = _rule("guess", "The trial seems to be meant as a warning.")
_NOUN = _rule("noun", "There is speculation that the rule will not last.")
_MEANING = _rule("meaning", "The notices are meant to close the files.")
_CAUSE = _rule("cause", "The minister blamed foreign laboratories for the unrest.")
_NAMING = _rule("naming", "The bishop calls the document a forgery.")
_JUDGED = _rule("judged", "The trial was a pretext.")
_BEHIND = _rule("behind", "The ministry is believed to be behind the measures.")
_FORECAST = _rule("forecast", "Should the ban last into September, the season will be lost.")
_AIM = _rule("aim", "The government wants to silence its critics before the congress.")

VIEWS = (
    EVALUATED,
    _OPINION,
    _TAKEN,
    _GUESS,
    _NOUN,
    _MEANING,
    _CAUSE,
    _NAMING,
    _JUDGED,
    _BEHIND,
    _FORECAST,
    _AIM,
)

_THINK = wordset(
    "believe think expect predict see view regard consider interpret suspect doubt hope assume guess feel deem trust"
    " speculate anticipate reckon conclude foresee judge describe characterize characterise portray perceive justify"
)
_ALWAYS = wordset("doubt distrust mistrust")
_AS = wordset("see view regard describe interpret portray characterize characterise perceive depict justify")
_HELD_TO_BE = wordset("consider deem judge find believe call think")
_SEEM = wordset("seem appear")
_ADVERBS = wordset("likely probably perhaps presumably possibly maybe")
_NOUNS = wordset(
    "speculation belief view opinion suspicion expectation likelihood possibility impression fear hope sign indication"
)
_DENYING = wordset("sign indication")
_MODALS = wordset("may might could")
_STATES = wordset("be have seem mean reflect indicate relate link result stem owe want hope need explain")
_CLAIMING = wordset("amount constitute signal point backfire undermine worsen happen")
_AIMS = wordset("mean design intend aim prompt motivate")
_CAUSES = {
    "blame": "for",
    "fault": "for",
    "attribute": "to",
    "ascribe": "to",
    "credit": "with",
    "link": "to",
    "tie": "to",
}
_LINKED = wordset("link connect relate tie")
_VERDICTS = wordset(
    "unlikely likely implausible plausible inevitable unthinkable uncertain doubtful questionable coincidence pretext"
    " excuse farce sham lie lies slander propaganda fabrication fabrications invention inventions forgery hoax fiction"
    " theater theatre circus disgrace insult mockery travesty charade formality vendetta witch-hunt nightmare disaster"
    " catastrophe scandal provocation trap robbery slap joke"
    " mistake warning ploy tactic smokescreen reaction retaliation revenge punishment attempt proof improvement"
)
_AIMING = wordset("want hope seek")
_NEAR = 9  # words: a trigger is a phrase, not a sentence


def with_opinions(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of a sentence and its views; a view takes the place of what only tells it: "called it a farce"."""
    replaced = _replaced(scene, found)
    found = [m for m in found if m.clause is None or m.noun or m.clause.number not in replaced]
    held = {m.clause.number for m in found if m.clause is not None and not m.noun}
    more: list[Mention] = []
    for clause in scene.clauses:
        if clause.number in held or any(
            m.clause is not None and m.clause.number == clause.number for m in more
        ):
            continue
        mention = _opinion(scene, clause, held)
        if mention is not None and not any(m.span[0] <= mention.at[0] < m.span[1] for m in more):
            more.append(mention)
    judged = [m.at for m in more if m.trigger is EVALUATED]
    found = [m for m in found if not (m.noun and any(a <= m.at[0] < b for a, b in judged))]
    return found + more


def _replaced(scene: Scene, found: list[Mention]) -> set[int]:
    """The clauses whose act is only part of a view: a naming, and a state that somebody expects."""
    names = {
        m.clause.number
        for m in found
        if m.clause is not None and m.trigger.act == "speech" and named(scene, m.clause) is not None
    }
    states = {m.clause.number for m in found if m.clause is not None and m.trigger.kind == "condition"}
    expected = {
        kid.number
        for clause in scene.clauses
        if clause.lemma in _FORESEEING and clause.verb.finite and not clause.passive
        for kid in scene.children(clause, "infinitive")
    }
    return names | states & expected


_FORESEEING = wordset("expect predict forecast foresee anticipate")


def _opinion(scene: Scene, clause: Clause, held: set[int]) -> Mention | None:
    kids = [c for c in scene.clauses if c.governor == clause.number]
    after = [c for c in scene.clauses[clause.number + 1 :] if c.first <= clause.last + 2][:1]
    governed = {c.number for c in (*kids, *after)}
    found = (
        _taken(scene, clause, held, governed)
        or _thought(scene, clause, held, governed)
        or _awaited(scene, clause, held, governed)
        or _of_cause(scene, clause, held, governed)
        or _seeming(scene, clause, held, governed)
        or _verdict(scene, clause, held, governed)
        or evaluated(scene, clause, held, governed)
        or _undetermined(scene, clause, held, governed)
        or _of_modal(scene, clause, held, governed)
        or _rumoured(scene, clause, held, governed)
        or _of_aim(scene, clause, held, governed)
    )
    return _mention(scene, clause, *found) if found is not None else None


Found = tuple[Trigger, tuple[int, int]]


def _thought(scene: Scene, clause: Clause, held: set[int], governed: set[int]) -> Found | None:
    """Believing, expecting, doubting; holding something to be so; calling something a name."""
    verb = (clause.verb.first, clause.verb.last)
    if not clause.verb.finite:
        return _called_besides(scene, clause)
    if clause.lemma in _ALWAYS and clause.doer is not None:
        return _OPINION, verb
    name = named(scene, clause)
    if name is not None:
        far = clause.lemma == "refer" and name[1] > clause.verb.main + _NEAR
        last = max(clause.verb.last, min(name[1], clause.verb.main + _NEAR))
        return _NAMING, (name if far else (clause.verb.main, last))
    found_so = clause.lemma == "find" and clause.object is not None and is_person(scene.tokens, clause.object)
    if clause.lemma in _HELD_TO_BE and not governed & held and not found_so:  # "found him unconscious"
        at = clause.undergoer[1] if clause.undergoer is not None and not clause.passive else 0
        at = max(at, clause.verb.last)  # "the line that they regard as their border"
        while at < len(scene.tokens) and (
            scene.tokens[at].tag == "RB" or scene.tokens[at].lower == "neither"
        ):
            at += 1
        if at < len(scene.tokens) and scene.tokens[at].tag == "JJ":
            return _OPINION, (clause.verb.main, at + 1)
    if clause.passive and clause.lemma in _AS and _is_as(clause):
        return _OPINION, verb
    if clause.lemma in _THINK and clause.doer is not None and _takes_thought(clause, held, governed):
        return _OPINION, (clause.verb.first, _reaching(scene, clause, governed))
    return None


def _awaited(scene: Scene, clause: Clause, held: set[int], governed: set[int]) -> Found | None:
    """What is expected of a thing, or to become of somebody: "which was expected to become the main party"."""
    if clause.lemma not in _FORESEEING or governed & held or not is_awaited(scene, clause):
        return None
    return _OPINION, (clause.verb.main, _reaching(scene, clause, governed))


def _taken(scene: Scene, clause: Clause, _held: set[int], _governed: set[int]) -> Found | None:
    """What a thing is taken as: "viewed the verdict as political", "was seen as a warning", "regarded by many as unfair"."""
    taken = taken_as(scene, clause)
    if taken is None:
        return None
    if clause.verb.finite:
        return (_TAKEN, (clause.verb.first, taken[1])) if clause.passive or clause.doer is not None else None
    by = any(prep == "by" for prep, _ in clause.preps)
    held_so = by or scene.tokens[clause.verb.first - 1].lower == "widely"
    told = clause.kind == "participle" and clause.passive and clause.link != "and" and held_so
    return (_TAKEN, (clause.verb.first, taken[1])) if told else None


def _called_besides(scene: Scene, clause: Clause) -> Found | None:
    """What somebody calls a thing in a participle behind a comma: "boycotted the vote, calling it a sham"."""
    besides = clause.kind == "participle" and not clause.passive and clause.link == ","
    called = named(scene, clause) if besides else None
    if called is None:
        return None
    return _NAMING, (clause.verb.main, max(clause.verb.last, min(called[1], clause.verb.main + _NEAR)))


def _is_as(clause: Clause) -> bool:
    """Whether something is taken "as" something."""
    return any(prep == "as" for prep, _ in clause.preps)


def _of_cause(scene: Scene, clause: Clause, _held: set[int], _governed: set[int]) -> Found | None:
    """Who or what is made the cause: "blamed ... for", "linked ... to", "put the calm down to"."""
    if not clause.verb.finite or clause.doer is None or clause.undergoer is None:
        return None
    preps = {p for p, _ in clause.preps}
    if (
        _CAUSES.get(clause.lemma) in preps
        or (clause.lemma == "blame" and "on" in preps)
        or (clause.lemma == "put" and clause.particle == "down" and "to" in preps)
    ):
        if clause.lemma in _LINKED and is_class(scene.tokens, clause.undergoer, "person"):
            return None
        return _CAUSE, (clause.verb.main, clause.verb.last)
    return None


def _seeming(scene: Scene, clause: Clause, held: set[int], governed: set[int]) -> Found | None:
    """The likes of "seem", "appear", "is meant to", "is believed to be behind", "is linked to"."""
    verb = (clause.verb.first, clause.verb.last)
    if clause.lemma in _SEEM and clause.verb.finite and not governed & held and _seems(scene, clause):
        return _GUESS, (verb[0], _reaching(scene, clause, governed))
    if clause.lemma in _AIMS and clause.passive and clause.verb.finite:
        return _MEANING, verb
    if clause.lemma == "be" and any(p == "behind" for p, _ in clause.preps):
        behind = next(r for p, r in clause.preps if p == "behind")
        barred = any(t.lower in _BARS for t in scene.tokens[behind[0] : behind[1]])
        return None if barred else (_BEHIND, (clause.verb.main, min(behind[1], clause.verb.main + _NEAR)))
    tied = clause.lemma in _LINKED and clause.passive and clause.verb.finite
    if (
        tied
        and clause.undergoer is not None
        and clause.kind in ("main", "joined")
        and {"to", "with"} & {p for p, _ in clause.preps}
    ):
        return None if is_class(scene.tokens, clause.undergoer, "person") else (_BEHIND, verb)
    return None


_BARS = wordset("bars barrier wheel desk line")


def _verdict(scene: Scene, clause: Clause, _held: set[int], _governed: set[int]) -> Found | None:
    """What something is in somebody's eyes: "was a pretext", "is no coincidence", "seems uncertain"."""
    there = clause.subject is not None and scene.tokens[clause.subject[0]].lower == "there"
    if (
        there
        or clause.lemma not in ("be", "seem", "remain")
        or clause.kind not in ("main", "joined", "relative")
    ):
        return None
    person = clause.subject is not None and is_class(scene.tokens, clause.subject, "person")
    for at in range(clause.verb.last, min(clause.last, clause.verb.last + 5)):
        token = scene.tokens[at]
        if token.lower in _VERDICTS and not (person or token.tag == "NNP"):
            return _JUDGED, (clause.verb.main, at + 1)
        if token.tag in ("IN", "TO", ",", "CC"):
            break
    return None


def _undetermined(scene: Scene, clause: Clause, held: set[int], governed: set[int]) -> Found | None:
    """What cannot be known, or is not known yet."""
    at = (None if governed & held else left_open(scene, clause)) or hard_to_know(scene, clause)
    return (_JUDGED, at) if at is not None else None


def _of_modal(scene: Scene, clause: Clause, held: set[int], governed: set[int]) -> Found | None:
    """What may be, probably is, or would be if something came true."""
    guess = _guessing(scene, clause)
    if guess is not None and clause.kind in ("main", "joined") and not governed & held:
        return _GUESS, guess
    verb = (clause.verb.first, clause.verb.last)
    plain = clause.kind in ("main", "joined") and not clause.verb.negated
    if plain and clause.verb.modal == "would" and clause.verb.perfect and clause.lemma == "be":
        after = scene.tokens[min(clause.verb.last, len(scene.tokens) - 1)]
        if after.tag in ("JJ", "JJR") and not clause.passive:
            return _FORECAST, (verb[0], verb[1] + 1)  # "It would have been easier to write elsewhere"
    if plain and clause.verb.modal in ("will", "would") and _conditional(scene, clause):
        return _FORECAST, verb
    return None


def _conditional(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what follows from "if ..." or "should ...," at the head of its sentence: a state or loss."""
    lead = [t.lower for t in scene.tokens[:3]]
    opens = any(w == "if" for w in lead) or (lead[:1] == ["should"] and clause.verb.first > 2)
    things = clause.subject is None or not is_class(scene.tokens, clause.subject, "authority")
    return opens and things and (clause.lemma in ("be", "become", "mean") or clause.passive)


def _rumoured(scene: Scene, clause: Clause, _held: set[int], _governed: set[int]) -> Found | None:
    """The likes of "There is speculation that ..."; "there is no sign that" denies an act instead."""
    if clause.lemma != "be" or clause.object is None:
        return None
    none = scene.tokens[clause.object[0]].lower == "no"
    for place in range(*clause.object):
        word = scene.tokens[place].lower
        if word in _NOUNS and scene.tokens[clause.verb.first - 1].lower == "there":
            return None if none and word in _DENYING else (_NOUN, (place, place + 1))
    return None


def _of_aim(scene: Scene, clause: Clause, held: set[int], governed: set[int]) -> Found | None:
    """What an authority is said to want: "wants to silence opposition"."""
    if clause.lemma not in _AIMING or not clause.verb.finite or clause.passive or governed & held:
        return None
    authority = clause.doer is not None and is_class(scene.tokens, clause.doer, "authority")
    named = authority and clause.doer is not None and scene.tokens[clause.doer[0]].lower not in _SOME
    if not named or not scene.children(clause, "infinitive"):
        return None
    return _AIM, (clause.verb.first, _reaching(scene, clause, governed))


_SOME = wordset("a an one")


def _reaching(scene: Scene, clause: Clause, governed: set[int]) -> int:
    """Where the trigger ends: at the verb that is thought, where that is near."""
    near = [scene.clauses[n] for n in governed if scene.clauses[n].verb.first >= clause.verb.last]
    if not near:
        matter = clause.object
        after = (
            matter is not None and matter[1] >= clause.verb.last
        )  # not so in "the line that they regard as theirs"
        return matter[1] if matter and after and matter[1] - clause.verb.first < _NEAR else clause.verb.last
    kid = min(near, key=lambda c: c.verb.last)
    last = past_adjective(scene, kid)
    if kid.lemma == "be" and kid.kind == "infinitive" and kid.object is not None:
        last = min(kid.object[1], clause.verb.first + _NEAR)  # "considered them to be political prisoners"
    for at in range(last, min(last + 3, len(scene.tokens))):
        if kid.lemma == "be" and scene.tokens[at].lower in _VERDICTS:
            last = at + 1
    between = scene.tokens[clause.verb.last : last]
    far = last - clause.verb.first > _NEAR or any(t.tag in (",", "``", "''", ":") for t in between)
    return clause.verb.last if far else last


def _seems(scene: Scene, clause: Clause) -> bool:
    """Whether "appear" or "look" means seeming: with "to", "that", "like", "as" or an adjective after it."""
    at = clause.verb.last
    after = scene.tokens[at] if at < len(scene.tokens) else None
    return after is not None and (after.lower in ("to", "that", "like", "as", "likely") or after.tag == "JJ")


def _takes_thought(clause: Clause, held: set[int], governed: set[int]) -> bool:
    """Whether what is thought is no act: a clause or infinitive without one, or "see ... as"."""
    if clause.lemma in _AS:
        return _is_as(clause)
    if governed & held:
        return False
    if clause.lemma in ("believe", "feel", "suspect", "think", "find", "judge", "consider", "deem"):
        return bool(governed)
    return not clause.verb.negated and (bool(governed) or clause.object is not None)


def _guessing(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    for place in range(clause.first, min(clause.last, clause.verb.last + 3)):
        token = scene.tokens[place]
        if token.tag == "MD" and place and scene.tokens[place - 1].lower == "you":
            return None  # "any information that you may have"
        if token.lower in _ADVERBS:
            return place, place + 1
        if (
            token.lower not in _MODALS
            or token.tag != "MD"
            or not clause.verb.first <= place < clause.verb.last
        ):
            continue
        perfect = clause.verb.perfect or [t.lower for t in scene.tokens[place + 1 : place + 2]] == ["have"]
        if clause.lemma in _CLAIMING or (perfect and clause.lemma in _STATES and token.lower != "could"):
            return place, clause.verb.last
    return None


def _mention(scene: Scene, clause: Clause, trigger: Trigger, at: tuple[int, int]) -> Mention:
    first, last = scene.extent(clause)
    for other in scene.clauses[clause.number + 1 :]:
        if other.first <= last + 2 and other.kind in ("main", "infinitive"):
            last = max(last, scene.extent(other)[1])
            break
    return Mention(trigger, at, (first, last), clause, False, ())
