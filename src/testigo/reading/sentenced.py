"""Which words of a clause name a punishment, one span for each.

Rules:
- A punishment is what a sentence is "to", or what is given, got, served, faced, owed or lost, with its measure.
- A verb may be the punishment itself: "was fined", "jailed for three days", "stripped of their housing".
- Punishments joined by "and" are one each; a demotion or expulsion is one with what it is from or to.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.arguments import Range, past_approximators
from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.scenes import Mention, Scene
from testigo.reading.slots import Place, trim
from testigo.reading.tokens import Token

_LENGTHS = wordset(
    "night nights day days week weeks month months year years hour hours minute minutes decade decades period periods time"
)


def is_length(tokens: tuple[Token, ...], phrase: Range) -> bool:
    """Whether a phrase is a length of time."""
    return head(tokens, phrase).lower in _LENGTHS


def punishment_words(place: Place, mention: Mention) -> tuple[Span, ...]:
    """The words of the punishments that a sentence names, one span for each."""
    clause = mention.clause
    tokens = place.scene.tokens
    if clause is None or mention.trigger.kind != "event":
        return ()
    if mention.noun:
        parts = _named_punishment(place.scene, mention) if mention.trigger.act == "sentence" else []
    elif mention.trigger.act == "sentence":
        parts = _sentenced_to(place.scene, clause) or _punishing(place.scene, clause)
    elif mention.trigger.act == "dismissal" and clause.lemma in ("demote", "expel", "remove", "strip"):
        end = _complement(clause)
        parts = [(clause.verb.main, end)] if end > clause.verb.last or clause.lemma == "demote" else []
    elif mention.trigger.act == "release" and clause.lemma in _LESSENING:
        parts = [part for prep, part in clause.preps if prep == "to" and _measures(tokens, part)][:1]
    else:
        parts = []
    found = [trim(tokens, _with_range(tokens, part)) for part in parts]
    return tuple(place.sentence.span_of(*part) for part in found if part is not None)


_LESSENING = wordset("reduce commute cut lower shorten lessen change halve")


def _measures(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a phrase is a term or a punishment: "to three years’ imprisonment", "to house arrest"."""
    return is_length(tokens, part) or any(
        t.tag == "CD" or t.lower in _TERM for t in tokens[part[0] : part[1]]
    )


_TERM = wordset("imprisonment arrest fine probation life term exile service labor labour")


def _named_punishment(scene: Scene, mention: Mention) -> list[Range]:
    """A punishment named by a noun alone: "a fine of 20 million", "a ten-year term"."""
    base = next((b for b in scene.chunks.nouns if b[0] <= mention.at[0] < b[1]), None)
    if base is None or not any(
        t.lower in _TERMS or t.tag == "CD" or t.lower[0].isdigit() for t in scene.tokens[base[0] : base[1]]
    ):
        return []
    whole = short(scene.chunks, base[0], len(scene.tokens)) or base
    return [whole]


_TERMS = wordset("fine fines warning reprimand")
_PUNISHING = wordset("fine jail imprison reprimand strip warn withhold banish write")


def _punishing(scene: Scene, clause: Clause) -> list[Range]:
    """A verb that is the punishment itself: "was fined", "jailed for three days", "stripped of their housing"."""
    if clause.lemma not in _PUNISHING:
        return []
    return [(clause.verb.main, _complement(clause, lengths=scene.tokens))]


def _complement(clause: Clause, lengths: tuple[Token, ...] = ()) -> int:
    """The end of what belongs to a punishing verb: "of ...", "from ...", "to ...", or "for" a length of time."""
    last = clause.verb.last
    if clause.object is not None and not clause.passive and clause.lemma == "write":
        last = clause.object[1]
    for prep, phrase in clause.preps:
        length = prep == "for" and bool(lengths) and is_length(lengths, phrase)
        if phrase[0] - last <= 1 + (prep == "to") and (prep in ("of", "from", "to", "off") or length):
            last = phrase[1]
    return last


def _sentenced_to(scene: Scene, clause: Clause) -> list[Range]:
    """What somebody is sentenced "to", or gets, faces, loses."""
    tokens = scene.tokens
    parts: list[Range] = []
    if clause.lemma in ("give", "hand") and clause.passive:
        parts += [p for p in (clause.object, clause.object2) if p]
    elif clause.lemma in _GETTING:
        parts += [p for p in (clause.undergoer,) if p]
    elif clause.object2 is not None:
        parts.append(clause.object2)
    for prep, phrase in clause.preps:
        if not parts and (
            (prep == "to" and clause.lemma in ("sentence", "condemn", "send", "be", "drag", "ship", "commit"))
            or (prep == "with" and clause.lemma in ("punish", "threaten", "escape", "let"))
        ):
            parts.append(_until(tokens, phrase, clause.last))
    parts = [_with_of(scene, part) for part in parts if tokens[part[0]].lower != "each"]
    parts = [one for part in parts for one in _each_of(tokens, part)]
    parts += [more for part in parts[-1:] for more in _further(scene, part)]
    if clause.lemma == "fine" and clause.object is not None and is_class(tokens, clause.object, "money"):
        parts.append(clause.object)
    return parts


def _with_of(scene: Scene, part: Range) -> Range:
    """A punishment with its measure: "sentences of up to 15 days"."""
    tokens = scene.tokens
    if part[1] + 1 >= len(tokens) or tokens[part[1]].lower != "of":
        return part
    after = past_approximators(tokens, part[1] + 1, len(tokens))
    found = short(scene.chunks, after, len(tokens))
    return (part[0], found[1]) if found is not None else part


def _each_of(tokens: tuple[Token, ...], part: Range) -> list[Range]:
    """The punishments of one phrase: "two years in prison and a ban on travel" are two."""
    for at in range(part[0] + 1, part[1] - 1):
        if tokens[at].lower in ("and", "plus") and tokens[at + 1].lower in ("a", "an"):
            return [(part[0], at), (at + 1, part[1])]
    return [part]


def _further(scene: Scene, part: Range) -> list[Range]:
    """The punishments joined to one: "two years in prison and a ban on travel", "..., confiscation of property, or death"."""
    tokens, found = scene.tokens, []
    at = part[1]
    while at + 1 < len(tokens) and tokens[at].lower in (",", "and", "or"):
        at += 1
        while tokens[at].lower in ("and", "or") and at + 1 < len(tokens):
            at += 1
        more = short(scene.chunks, at, len(tokens)) if at in scene.chunks.noun_from else None
        if more is None or is_time(tokens, more) or is_class(tokens, more, "person"):
            break
        verb = scene.chunks.verb_at(more[1]) if more[1] < len(tokens) else None
        if verb is not None and verb.finite:
            break
        found.append(more)
        at = more[1]
    return found


_GETTING = wordset("get receive serve face risk lose forfeit carry impose complete begin levy owe")


def _with_range(tokens: tuple[Token, ...], part: Range) -> Range:
    """A length that goes on: "sentences of three" and then "to five years"."""
    last = part[1]
    if last + 1 < len(tokens) and tokens[last].lower == "to" and tokens[last + 1].tag == "CD":
        last += 2
        while last < len(tokens) and tokens[last].tag in ("NN", "NNS"):
            last += 1
    return part[0], last


def _until(tokens: tuple[Token, ...], phrase: Range, last: int) -> Range:
    """A punishment goes on up to what it is for."""
    for at in range(phrase[0] + 1, phrase[1]):
        if tokens[at].lower == "for" and is_length(tokens, (at + 1, phrase[1])):
            continue
        if tokens[at].lower in ("for", "after", "because", "over") or (
            tokens[at].lower == "on" and tokens[at - 1].tag != "IN" and tokens[at - 1].lower != "ban"
        ):
            return phrase[0], at
    return phrase[0], min(phrase[1], max(last, phrase[0] + 1))
