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
        if opener == "if" and other.lemma in _JUDGED and other.last - other.first < 3:
            continue  # "faces ten years if convicted"
        if opener in openers and near and (other.first > clause.verb.last or opener == "if"):
            return [(other.first, max(other.last, scene.extent(other)[1]))]
    return []


_JUDGED = wordset("convict find catch try arrest prove sentence")


def because_of(scene: Scene, clause: Clause, act: str) -> list[Range]:
    """What follows "because of", "on account of", "in retaliation for" behind a verb."""
    tokens = scene.tokens
    stop = next((c.verb.first for c in scene.clauses[clause.number + 1 :] if c.verb.finite), len(tokens))
    for at in range(clause.verb.last, stop - 2):
        words = tokens[at].lower, tokens[at + 1].lower
        due = words == ("due", "to") and act in _MEASURES
        due = due or (words == ("result", "of") and tokens[at + 2].tag == "PRP$")
        if due or words == ("because", "of") or (words[0] in _IN_RETURN and words[1] in ("for", "of")):
            found = onward(scene.chunks, at + 2 + (tokens[at + 2].tag == "``"), stop)
            if found is None or is_class(tokens, found, "person"):
                return []
            end = next((n for n in range(found[1], stop) if tokens[n].tag in (",", ".", ":")), stop)
            return [(at + 2, end)]
    return []


_MEASURES = wordset("policy movement_restriction crackdown order")


def set_off(scene: Scene, clause: Clause) -> list[Range]:
    """A charge behind a long object and a comma: "prosecuted editors, including those abroad, for their reporting"."""
    tokens = scene.tokens
    stop = next((c.verb.first for c in scene.clauses[clause.number + 1 :] if c.verb.finite), len(tokens))
    for at in range(clause.verb.last + 2, stop - 2):
        if tokens[at].lower != "for" or tokens[at - 1].text != ",":
            continue
        after = tokens[at + 1]
        if after.tag in ("PRP$", "VBG", "``") or after.lower in ("alleged", "allegedly"):
            end = next((n for n in range(at + 1, stop) if tokens[n].tag in (",", ".", ":")), stop)
            return [(at + 1, end)]
    return []


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
            told = any(other.verb.first <= at <= other.verb.last for at in deeds)
            return [(other.verb.first, scene.extent(other)[1])] if told else []
    return []


_SPEAKING = wordset("speech resistance crime")


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
