"""Reasons told apart from the verb: "because he waved a flag", "in retaliation for the strike", ", for their reporting".

Rules:
- "Because" and, in a threat, "if" open a reason that is a clause; "because of" and "in retaliation for" one that is a phrase.
- A charge may stand behind a long object and a comma.
- What is punished where it is no person is the deed: "punish such acts".
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.arguments import Range
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token


def because(scene: Scene, clause: Clause, openers: tuple[str, ...]) -> list[Range]:
    """What follows "because", or stands after "if" before or behind a threat."""
    for other in scene.clauses:
        opener = scene.tokens[other.first - 1].lower if other.first else ""
        near = opener != "if" or abs(other.number - clause.number) == 1
        if opener == "if" and other.lemma in _JUDGED:
            held = [phrase for prep, phrase in other.preps if prep in ("of", "for")]
            if held or other.last - other.first < 3:
                return held[:1]  # "faces ten years if convicted (of theft)"
        if opener in openers and near and (other.first > clause.verb.last or opener == "if"):
            whole = other.first, max(other.last, scene.extent(other)[1])
            return [whole, *_also(scene, other, whole[1])] if opener == "because" else [whole]
    return []


def _also(scene: Scene, reason: Clause, end: int) -> list[Range]:
    """What the same people did besides, as a reason of its own: "because she painted a wall and mocked the mayor"."""
    after = reason.number + 1
    other = next((c for c in scene.clauses[after:] if c.verb.finite and c.kind != "relative"), None)
    if other is None or other.kind != "joined" or other.subject != reason.subject or other.verb.first < end:
        return []
    return [(other.verb.first, scene.extent(other)[1])] if other.passive == reason.passive else []


_JUDGED = wordset("convict find catch try arrest prove sentence")


def because_of(scene: Scene, clause: Clause, act: str) -> list[Range]:
    """What follows "because of", "due to", "on account of", "in response to" behind a verb."""
    return reason_between(scene, clause.verb.last, _stop(scene, clause), act)


def _stop(scene: Scene, clause: Clause) -> int:
    """Where the next clause starts that tells nothing of a noun: past "a poem she read", "comments that mocked him"."""
    tokens = scene.tokens
    for other in scene.clauses[clause.number + 1 :]:
        if not other.verb.finite or other.kind == "relative" or other.subject is None:
            continue
        first = other.subject[0]
        before, opens = tokens[first - 1], tokens[first]
        contact = opens.tag == "PRP" and before.tag in ("NN", "NNS")
        led = opens.lower in ("that", "which", "who") or (
            before.lower == "for" and other.verb.last == first + 2
        )
        if not contact and not led:
            return other.verb.first
    return len(tokens)


def reason_between(scene: Scene, first: int, stop: int, act: str) -> list[Range]:
    """The first reason that is a phrase between two tokens: "because of their reporting", "due to a poem she read"."""
    tokens = scene.tokens
    for at in range(first, stop - 2):
        words = tokens[at].lower, tokens[at + 1].lower
        due = words == ("due", "to") and (act in _MEASURES or _is_held_against(tokens, at + 2, act))
        due = due or (words == ("result", "of") and tokens[at + 2].tag == "PRP$")
        due = due or (words == ("response", "to") and tokens[at + 2].tag == "PRP$")
        if due or words == ("because", "of") or (words[0] in _IN_RETURN and words[1] in ("for", "of")):
            found = onward(scene.chunks, at + 2 + (tokens[at + 2].tag == "``"), stop)
            if found is None or is_class(tokens, found, "person"):
                return []
            end = next((n for n in range(found[1], stop) if tokens[n].tag in (",", ".", ":")), stop)
            return [(at + 2, end)]
    return []


def _is_held_against(tokens: tuple[Token, ...], at: int, act: str) -> bool:
    """Whether what an act is due to is what people did or are: "due to her work", not "due to a lack of judges"."""
    if act not in _PENAL and not (act in _VIOLENT and tokens[at].tag == "PRP$"):
        return False
    return all(token.lower not in _CIRCUMSTANCES for token in tokens[at : at + 4])


_PENAL = wordset("arrest sentence dismissal trial banishment watchlisting interrogation")
_VIOLENT = wordset("killing torture disappearance")
_CIRCUMSTANCES = wordset(
    "lack shortage shortages age health illness injury injuries wound wounds weather condition conditions absence delay delays"
    " pressure concerns backlog backlogs budget reasons insufficient inadequate poor failure inability limited cuts pandemic"
)
_MEASURES = wordset("policy movement_restriction crackdown order")


def beside_noun(scene: Scene, mention: Mention) -> list[Range]:
    """Why a deed told by a noun was done: "harassment because of their work", "dismissal of the warden, for hiding it"."""
    tokens, first = scene.tokens, mention.at[1]
    act = mention.trigger.act
    named = _of_what(scene, mention)
    if named:
        return named
    finite = (
        g.first
        for g in scene.chunks.verbs
        if g.finite and g.first >= first and tokens[g.first - 1].lower not in ("who", "which", "that")
    )
    stop = next(finite, len(tokens))
    found = reason_between(scene, first, stop, "" if act in _MEASURES else act)
    return found or (comma_reason(tokens, first, stop) if act in _PENAL else [])


def _of_what(scene: Scene, mention: Mention) -> list[Range]:
    """What a lawsuit, a charge or a case is about, by the noun before it: "defamation lawsuits"."""
    tokens, at = scene.tokens, mention.at[1] - 1
    if mention.trigger.act != "trial" or tokens[at].lower not in _SUITS or at < 1:
        return []
    return [(at - 1, at)] if tokens[at - 1].lemma in DEEDS else []


_SUITS = wordset(
    "lawsuit lawsuits suit suits case cases charge charges trial trials proceedings conviction convictions indictment indictments"
    " complaint complaints prosecution prosecutions hearing hearings"
)


def comma_reason(tokens: tuple[Token, ...], first: int, stop: int) -> list[Range]:
    """A deed behind a comma: "the dismissal of the warden, Pavel Orlo, for attempting to hide the deaths"."""
    for at in range(first, min(stop, first + 16) - 2):
        if tokens[at].lower == "for" and tokens[at - 1].text == "," and tokens[at + 1].tag == "VBG":
            end = next((n for n in range(at + 1, stop) if tokens[n].tag in (",", ".", ":")), stop)
            end -= tokens[end - 1].lower == "and"
            return [(at + 1, end)]
    return []


def set_off(scene: Scene, clause: Clause) -> list[Range]:
    """A charge behind a long object and a comma: "prosecuted editors, including those abroad, for their reporting"."""
    tokens = scene.tokens
    stop = _stop(scene, clause)
    for at in range(clause.verb.last + 2, stop - 2):
        if tokens[at].lower != "for" or tokens[at - 1].text not in _OPENING:
            continue
        after = tokens[at + 1]
        base = scene.chunks.noun_from.get(at + 1)
        told = after.lower in _ALLEGED or (base is not None and tokens[base[1] - 1].lower in SPOKEN)
        if after.tag in ("PRP$", "VBG", "``") or told:
            end = next((n for n in range(at + 1, stop) if tokens[n].tag in (",", ".", ":")), stop)
            return [(at + 1, end)]
    return []


_OPENING = (",", "primarily", "particularly", "especially", "mainly", "mostly", "often", "largely", "usually")
_ALLEGED = wordset("alleged allegedly")
SPOKEN = wordset(
    "postings post posting comment statement article video speech song comments remarks statements posts articles videos songs poems speeches criticism messages tweets cartoons jokes slogans"
    " reports books leaflets letters interviews broadcasts content materials activities activism participation"
)
_IN_RETURN = wordset("retaliation reprisal revenge retribution punishment account")


def opening_deed(scene: Scene, clause: Clause) -> list[Range]:
    """A deed told first: "For criticizing the governor, the teacher was dismissed"."""
    if len(scene.tokens) < 4 or scene.tokens[0].lower != "for" or clause.number == 0:
        return []
    first = scene.clauses[0]
    if first.kind != "gerund" or first.verb.first > 2:
        return []
    comma = next((n for n in range(first.verb.last, clause.verb.first) if scene.tokens[n].text == ","), None)
    return [(first.verb.first, comma)] if comma is not None else []


def after_speaking(scene: Scene, mention: Mention, around: Sequence[Mention]) -> list[Range]:
    """What somebody said or stood up with before being taken: "arrested the deacon after he called for a march"."""
    clause, tokens = mention.clause, scene.tokens
    if clause is None or mention.trigger.act not in ("arrest", "detention", "dismissal"):
        return []
    deeds = [other.at[0] for other in around if other.trigger.act in _SPEAKING and not other.noun]
    for other in scene.clauses[clause.number + 1 :]:
        first = other.subject[0] if other.subject is not None else 0
        led = (
            0 < first < other.verb.first and tokens[first - 1].lower == "after" and tokens[first].tag == "PRP"
        )
        if led and first >= clause.verb.last and not other.passive:
            told = any(other.verb.first <= at <= other.verb.last for at in deeds) or other.lemma in _SPREADING
            return [(other.verb.first, scene.extent(other)[1])] if told else []
    return []


_SPEAKING = wordset("speech resistance crime")
_SPREADING = wordset(
    "report publish post write share film photograph record broadcast upload expose reveal tweet sing draw distribute"
    " disseminate cover document denounce mock ridicule question"
)


def punished(tokens: tuple[Token, ...], clause: Clause) -> list[Range]:
    """The deeds that somebody punishes: "punish such acts", "repeated offenses were punished"."""
    part = clause.undergoer
    return [part] if clause.lemma in _PUNISHING and part is not None and _is_deed(tokens, part) else []


def _is_deed(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether what is punished is something that people do: "insults of the king", "illegal logging"."""
    main = head(tokens, part)
    if is_class(tokens, part, "person") or is_class(tokens, part, "authority"):
        return False
    return main.lemma in DEEDS or (main.tag in ("NN", "VBG") and main.lower.endswith(("ing", "ism")))


def punishes(tokens: tuple[Token, ...], clause: Clause, part: Range) -> bool:
    """Whether what deeds are punished by is the punishment, not who punishes: "punished by a fine or a year in prison"."""
    if clause.lemma not in _PUNISHING or not clause.passive:
        return False
    return any(token.lower in _PENALTIES for token in tokens[part[0] : part[1]])


_PUNISHING = wordset("punish penalize penalise")
_PENALTIES = wordset(
    "fine fines imprisonment prison jail death term terms years months days lashes exile dismissal flogging execution labor labour"
)
DEEDS = wordset(
    "act abuse offense offence crime violation deed misconduct infraction breach disobedience dissent criticism insult attack"
    " theft adultery sodomy homosexuality blasphemy apostasy heresy possession distribution use sale consumption refusal"
    " failure attempt mockery praise publication dissemination prostitution libel slander defamation treason sedition desertion"
)


def in_a_case(scene: Scene, clause: Clause, act: str, phrase: Range) -> list[Range]:
    """What somebody is held in or in connection with: "charged in the murder", "held in connection with the strike"."""
    tokens = scene.tokens
    if head(tokens, phrase).lemma not in CONNECTION:
        return [phrase] if clause.lemma in _TRYING and head(tokens, phrase).lemma != "case" else []
    about = [p for name, p in clause.preps if name == "with" and p[0] == phrase[0] + 2][:1]
    own = act != "killing" or any(
        tokens[p[0]].tag == "PRP$" for p in about
    )  # "killed in connection with the protests"
    return [onward(scene.chunks, p[0], len(tokens)) or p for p in about] if own else []


CONNECTION = wordset("connection")
_TRYING = wordset("charge convict sentence indict arrest try accuse implicate")


def reason(tokens: tuple[Token, ...], phrase: Range, main: Token) -> list[Range]:
    """What a phrase behind "for" gives as the reason: no person, no sum of money."""
    if main.lower == "reasons":
        return [(phrase[0], next((n for n in range(*phrase) if tokens[n] is main), phrase[1] - 1) + 1)]
    alone = phrase[1] - phrase[0] == 1 and tokens[phrase[0]].tag == "PRP"  # "will answer for it"
    money = is_class(tokens, phrase, "money") and main.lower != "laundering"
    return [] if alone or money or is_class(tokens, phrase, "person") else [phrase]
