"""The slots of a claim that its own clause fills: who, to whom, what for, which punishment.

Rules:
- Actor and target come from the grammar of the clause; the fullest words that name them are quoted. Who is named
  after "including" is one more each.
- What somebody is held to have done follows "for", "over", "after", "on charges of", "accused of", "because", or is
  what the people are told by ("prisoners who refused ... were beaten").
- A punishment is what a sentence is "to", or what is given, got, served, faced or lost.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.claim import Filler, Source, Span
from testigo.reading.arguments import Range
from testigo.reading.chunks import is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.coreference import People
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Sentence, Token

_CHARGED = wordset(
    "arrest detention sentence trial execution dismissal banishment interrogation watchlisting policy crackdown"
    " investigation torture killing disappearance extortion"
)
_EDGES = wordset("“ ” \" « » ‘ ’ , ; : . – — - '")
_NOBODY = wordset("nobody none nothing it there which that this what who whom itself")
_PURPOSES = wordset(
    "questioning interrogation investigation trial violation reason reasons purpose example days hours time treatment now"
)
_GROUNDS = wordset(
    "charge charges suspicion suspicions grounds accusation accusations allegation allegations pretext"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: the report's text, the sentence, its scene, and who is known so far."""

    text: str
    sentence: Sentence
    scene: Scene
    people: People
    speaker: Source | None = None

    def filler(self, part: Range, rule: str) -> Filler | None:
        """The words of a range as a filler, without marks at the edges."""
        trimmed = trim(self.scene.tokens, _before_source(self.scene.tokens, part))
        if trimmed is None:
            return None
        span = self.sentence.span_of(*trimmed)
        return Filler(span, span.of(self.text), rule=rule)


def _before_source(tokens: tuple[Token, ...], part: Range) -> Range:
    """A part without "according to ..." at its end."""
    for at in range(part[0] + 1, part[1]):
        if tokens[at].lower == "according":
            return part[0], at
    return part


def trim(tokens: tuple[Token, ...], part: Range) -> Range | None:
    """The range without quotation marks and commas at its edges, or None if nothing is left."""
    first, last = part
    while first < last and tokens[first].text in _EDGES:
        first += 1
    while last > first and tokens[last - 1].text in _EDGES:
        if tokens[last - 1].text in '”"»' and any(t.text in '“"«' for t in tokens[first : last - 1]):
            break
        last -= 1
    return (first, last) if first < last else None


def who(place: Place, mention: Mention, slot: str) -> tuple[Filler, ...]:
    """The fillers of actor or target."""
    parts = [part for name, part in mention.parts if name == slot]
    fillers: list[Filler | None] = []
    for part in parts:
        trimmed = trim(place.scene.tokens, part)
        fillers.append(_person(place, trimmed, slot) if trimmed is not None else None)
    if slot == "target":
        more = [one for whole in parts for one in _included(place.scene, mention, whole)]
        fillers += [place.filler(part, "slot.target") for part in more]
    found: list[Filler] = []
    for filler in fillers:
        if filler is not None and all(not f.span.overlaps(filler.span) for f in found):
            found.append(filler)
    return tuple(found)


def _included(scene: Scene, mention: Mention, whole: Range) -> list[Range]:
    """Who is named or counted after ", including": behind the words for them all, or behind the verb."""
    tokens = scene.tokens
    start = max(whole[1], mention.clause.verb.last if mention.clause is not None and not mention.noun else 0)
    for at in range(start, min(len(tokens) - 1, start + 12)):
        group = scene.chunks.verb_at(at)
        if tokens[at].lower in ("who", ";", ":") or (group is not None and group.finite):
            break
        if tokens[at].lower == "including" and tokens[at - 1].lower == ",":
            return _names_from(scene, at + 1)
    return []


def _names_from(scene: Scene, at: int) -> list[Range]:
    """The names and counted people of a list, one range each."""
    tokens = scene.tokens
    found: list[Range] = []
    while at < len(tokens):
        base = scene.chunks.noun_from.get(at)
        if base is None or is_time(tokens, base):
            break
        named = tokens[at].text[0].isupper() and tokens[base[1] - 1].text[0].isupper()
        if not named and not (tokens[at].tag == "CD" and is_class(tokens, base, "person")):
            break
        found.append(base)
        at = base[1]
        while at < len(tokens) and tokens[at].lower in (",", "and"):
            at += 1
        if at == base[1]:
            break
    return found


def _person(place: Place, part: Range, slot: str) -> Filler | None:
    first = place.scene.tokens[part[0]]
    if first.lower in _NOBODY and part[1] - part[0] == 1:
        return None
    if first.lower == "no":
        return None
    own = place.sentence.span_of(*part)
    if first.lower in ("i", "me", "myself") and part[1] - part[0] == 1 and place.speaker is not None:
        spoken = place.speaker
        span = spoken.refers or spoken.span
        return Filler(span, span.of(place.text), mention=own, rule="slot.first-person")
    found = place.people.whole(place.sentence, part)
    if found is None:
        return None
    span, text, fuller = found
    mention = own if span != own else None
    refers = fuller if fuller is not None and fuller != span else None
    words = refers.of(place.text) if refers else None
    rule = "slot.pronoun" if mention is not None else f"slot.{slot}"
    return Filler(span, text, mention=mention, refers=refers, refers_text=words, rule=rule)


def charges(place: Place, mention: Mention) -> tuple[Filler, ...]:
    """What somebody is held to have done."""
    if mention.trigger.act not in _CHARGED or mention.trigger.kind != "event":
        return ()
    scene = place.scene
    parts: list[Range] = []
    if mention.clause is not None and not mention.noun:
        parts = _deeds(scene, mention.clause) or _shared_deeds(scene, mention.clause)
        if not parts and not mention.clause.verb.negated:
            parts = [found for s, part in mention.parts if s == "target" for found in _told_by(scene, part)]
            if mention.trigger.act not in _TOLD_BY:
                parts = [p for p in parts if _offends(scene.tokens, p)]
    elif mention.noun:
        parts = _after_noun(scene, mention)
    found = [place.filler(part, "slot.charge") for part in parts]
    return tuple(f for f in found if f is not None)


def _deeds(scene: Scene, clause: Clause) -> list[Range]:
    tokens = scene.tokens
    parts: list[Range] = []
    wanted = ("for", "over", "after", "of") if clause.lemma in _ACCUSING else ("for", "over", "after")
    for kid in _gerunds(scene, clause):
        grounds = kid.link == "of" and _under_grounds(tokens, kid.verb.first)
        if kid.link in wanted or grounds or (parts and kid.link in ("and", "or")):
            parts.append((kid.verb.first, scene.extent(kid)[1]))
    for prep, phrase in clause.preps:
        main = head(tokens, phrase)
        if prep == "on" and main.lower in _GROUNDS:
            parts.append(_ground(tokens, phrase))
        elif (
            prep in ("for", "over")
            and clause.lemma not in _NO_REASON
            and not _is_length(tokens, phrase)
            and not is_time(tokens, phrase)
            and main.lower not in _PURPOSES
            and main.tag != "CD"
        ):
            if not is_class(tokens, phrase, "person") and not is_class(tokens, phrase, "money"):
                parts.append(phrase)
        elif (
            prep in ("of", "with")
            and clause.lemma in ("accuse", "convict", "suspect", "charge")
            and not parts
        ):
            parts.append(phrase)
    if not parts:
        parts = _because(scene, clause)
    return _apart(parts)


_NO_REASON = wordset("press ask hold keep search look pay sell trade")
_LENGTHS = wordset(
    "night nights day days week weeks month months year years hour hours minute minutes decade decades period periods time"
)


def _is_length(tokens: tuple[Token, ...], phrase: Range) -> bool:
    return head(tokens, phrase).lower in _LENGTHS


_ACCUSING = wordset("accuse convict suspect")
_TOLD_BY = wordset("sentence trial dismissal banishment policy execution arrest")
_OFFENDING = wordset(
    "fail failed refuse refused resist resisted protest protested complain complained disobey disobeyed"
)


def _gerunds(scene: Scene, clause: Clause) -> list[Clause]:
    """The "-ing" forms after a clause up to the next finite verb."""
    found: list[Clause] = []
    for other in scene.clauses[clause.number + 1 :]:
        if other.verb.finite:
            break
        if other.kind == "gerund":
            found.append(other)
    return found


def _shared_deeds(scene: Scene, clause: Clause) -> list[Range]:
    """What is held against somebody in the last of several verbs with one object: "arrested and tried him for ..."."""
    for other in scene.clauses[clause.number + 1 :]:
        if clause.object is None or other.object != clause.object:
            break
        parts = _deeds(scene, other)
        if parts:
            return parts
    return []


def _under_grounds(tokens: tuple[Token, ...], at: int) -> bool:
    return at >= 2 and tokens[at - 2].lower in _GROUNDS


def _ground(tokens: tuple[Token, ...], phrase: Range) -> Range:
    """What follows "on charges of"; the whole phrase where nothing does ("on unknown charges")."""
    for at in range(*phrase):
        if tokens[at].lower == "of" and tokens[at - 1].lower in _GROUNDS and at + 1 < phrase[1]:
            return at + 1, phrase[1]
    return phrase


def _because(scene: Scene, clause: Clause) -> list[Range]:
    for other in scene.clauses:
        if (
            other.first > clause.verb.last
            and other.first > 0
            and scene.tokens[other.first - 1].lower == "because"
        ):
            return [(other.first, other.last)]
    return []


def _told_by(scene: Scene, part: Range) -> list[Range]:
    """The deed that the people are told by: "prisoners who refused to work", "students caught with dramas"."""
    for at in range(part[0], part[1]):
        token = scene.tokens[at]
        if token.lower in ("who", "whoever") and at + 1 < part[1]:
            return [(at + 1, part[1])]
        if token.lower in ("caught", "found") and at > part[0] and at + 1 < part[1]:
            return [(at, part[1])]
        if token.lower == "accused" and at + 2 < part[1] and scene.tokens[at + 1].lower == "of":
            return [(at + 2, part[1])]
    return []


def _offends(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether the people are told by what they did not do or stood up to: "prisoners who failed to meet quotas"."""
    return any(token.lower in _OFFENDING for token in tokens[part[0] : part[0] + 3])


def _after_noun(scene: Scene, mention: Mention) -> list[Range]:
    tokens = scene.tokens
    for at in range(mention.at[1], min(len(tokens), mention.at[1] + 14)):
        if tokens[at].tag in (",", ".", "CC") or tokens[at].tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        if tokens[at].lower in ("for", "over") and at + 1 < len(tokens):
            end = at + 1
            while (
                end < len(tokens)
                and tokens[end].tag not in (",", ".", ":")
                and tokens[end].tag not in ("VBD", "VBZ", "VBP", "MD")
            ):
                end += 1
            return [(at + 1, end)]
    return []


def _apart(parts: list[Range]) -> list[Range]:
    """The parts in order, without those that lie inside another."""
    kept = [p for p in parts if not any(o != p and o[0] <= p[0] and p[1] <= o[1] for o in parts)]
    return sorted(set(kept))


def punishment_words(place: Place, mention: Mention) -> tuple[Span, ...]:
    """The words of the punishments that a sentence names, one span for each."""
    clause = mention.clause
    if mention.trigger.act != "sentence" or clause is None or mention.noun:
        return ()
    tokens = place.scene.tokens
    parts: list[Range] = []
    if clause.lemma in ("give", "hand") and clause.passive:
        parts += [p for p in (clause.object, clause.object2) if p]
    elif clause.lemma in (
        "get",
        "receive",
        "serve",
        "face",
        "risk",
        "lose",
        "forfeit",
        "carry",
        "impose",
        "complete",
        "begin",
        "levy",
    ):
        parts += [p for p in (clause.undergoer,) if p]
    elif clause.object2 is not None:
        parts.append(clause.object2)
    for prep, phrase in clause.preps:
        if not parts and (
            (prep == "to" and clause.lemma in ("sentence", "condemn", "send", "be", "drag", "ship", "commit"))
            or (prep == "with" and clause.lemma in ("punish", "threaten"))
        ):
            parts.append(_until(tokens, phrase, clause.last))
    if clause.lemma == "fine" and clause.object is not None and is_class(tokens, clause.object, "money"):
        parts.append(clause.object)
    found = [trim(tokens, _with_range(tokens, part)) for part in parts]
    return tuple(place.sentence.span_of(*part) for part in found if part is not None)


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
        if tokens[at].lower in ("for", "after", "because", "over") or (
            tokens[at].lower == "on" and tokens[at - 1].tag != "IN"
        ):
            return phrase[0], at
    return phrase[0], min(phrase[1], max(last, phrase[0] + 1))
