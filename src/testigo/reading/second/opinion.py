"""What the second opinion changes in the claims that the rules made of a sentence.

Rules:
- The network proposes acts here; slots and status are looked at in filling. Span and chain are the rules', as for every claim.
- Where no rule found an act and the network is sure of one, the words become a claim.
- Where a rule found an act and the network is surer of another one for the same words, the claim takes that one.
- Where a rule found an act and the network is sure that there is none, the claim is left out, unless it tells a
  punishment: "the editors got three years each".
- A line of the tables that is marked "sure" stays what its rule says.
- The words of an act are looked at once more at the end: see wording.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from testigo.claim import Claim, Overruled
from testigo.data import files
from testigo.directive import Directive
from testigo.reading.acts import from_verb
from testigo.reading.arguments import Range
from testigo.reading.asked import Found, Maker, Opinion, Second
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.noun_acts import from_noun
from testigo.reading.one_deed import is_judged
from testigo.reading.scenes import Mention, Scene, clause_of
from testigo.reading.second.clauses import laid, ruled
from testigo.reading.second.company import weighed
from testigo.reading.second.encoder import Encoded
from testigo.reading.second.filling import refilled
from testigo.reading.second.idle import is_idle
from testigo.reading.second.inputs import Inputs, inputs, label
from testigo.reading.second.network import Network, network
from testigo.reading.second.shown import shown
from testigo.reading.second.sight import Sight
from testigo.reading.second.wording import carries, worded
from testigo.reading.seen_clauses import Laid
from testigo.reading.tokens import Document
from testigo.reading.triggers import Trigger, is_sure, noun_triggers, verb_triggers
from testigo.value import replace, value

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Rows

ClaimOf = Callable[[Mention], Claim | None]
ClausesOf = Callable[[Sight, list[list[float]]], tuple[Laid, ...]]

NEW = 0.46  # how likely some act must be where no rule found one,
SURE = 0.46  # and how likely the one that is taken
OTHER = 0.40  # how likely another act must be than the one that a rule found
NOTHING = 0.42  # how likely some act must be at least for a rule's claim to stay
_AND_SO_ON = 0.8  # the share of NEW that goes for the next word of the same act
_NEAR = 5  # how far apart words may stand that tell the same act once: 1 is side by side
_NEAR_VERBS = 2  # the same for two verbs, each of a clause of its own

_SPOKEN_TO = ("person", "authority", "country")


@value
class Proposal:
    """An act that the network sees at some words. at: the words; label: see inputs.label."""

    at: Range
    label: str


def second_opinion(doc: Document, orders: Sequence[Directive] = ()) -> Second:
    """Who gives a second opinion on the sentences of a document. orders: those that its words tell by the rules.

    Asked with a sentence, what the rules found in it with the claims made of that, and what makes a claim of a mention as
    the rules do.
    """
    net = network()
    encoded = Encoded(net.ready, net.pieces, [shown(sentence.tokens) for sentence in doc.sentences])
    numbers = {sentence.span.start: number for number, sentence in enumerate(doc.sentences)}
    found = ruled(doc, orders)

    def asked(scene: Scene, told: Found, maker: Maker) -> Opinion:
        number = numbers[scene.tokens[0].start]
        return reconsidered(
            scene,
            told,
            maker,
            encoded.rows(number),
            lambda sight, acts: laid(net, sight, acts, number, found),
        )

    return asked


def reconsidered(scene: Scene, told: Found, maker: Maker, rows: Rows, clauses: ClausesOf) -> Opinion:
    """What the second opinion leaves of a sentence.

    told: what the rules found, with the claim made of it; maker: makes a claim of a mention as the rules do; rows: what
    the encoder makes of its words; clauses: which of them may carry a clause of an order, by the network.
    """
    net = network()
    claim_of = maker.claim
    given = inputs(scene, [(mention.at, label(claim.kind, claim.act)) for mention, claim in told])
    sight = Sight(net, given, rows)
    shares = sight.acts()
    kept: Found = []
    aside: list[Overruled] = []
    for mention, claim in told:
        own = label(claim.kind, claim.act)
        sure = is_sure(mention.trigger) or is_judged(mention)
        wanted = own if sure else verdict(net, given, shares, mention.at, own)
        if claim.punishment and wanted in ("", "trial"):
            wanted = own
        if wanted == own or (wanted and _of_an_office(scene, mention, wanted)):
            kept.append((mention, claim))
            continue
        before = Overruled(claim.trigger, claim.kind, claim.act, claim.rule)
        other = _turned(scene, mention, wanted) if wanted else None
        made = claim_of(other) if other is not None else None
        if other is None or made is None:
            aside.append(before)
        else:
            kept.append((other, replace(made, instead=before)))
    kept = _joined(kept, claim_of)
    taken = [mention.at for mention, _ in told]
    has = [(mention.at, label(claim.kind, claim.act)) for mention, claim in kept]
    seen = proposals(net, given, shares, taken, has)
    for proposal in seen:
        if _describes_another(scene, proposal, seen):
            continue
        mention = mention_of(scene, proposal)
        made = None if is_idle(scene, mention, [one for one, _ in kept]) else claim_of(mention)
        if made is not None:
            kept.append((mention, made))
    kept = refilled(sight, scene, maker, kept)
    said = [
        (
            mention,
            worded(scene, given, mention, claim, [m.at for m, _ in kept], _share_of(net, shares, claim)),
        )
        for mention, claim in kept
    ]
    return Opinion(
        [claim for _, claim in sorted(said, key=lambda one: one[0].at)], aside, clauses(sight, shares)
    )


def _turned(scene: Scene, mention: Mention, wanted: str) -> Mention:
    """A rule's act as another one; who pays a bribe is whom the money would have been extorted from."""
    clause = mention.clause
    if (mention.trigger.act, wanted) != ("extortion", "bribery") or clause is None or mention.noun:
        return replace(mention, trigger=_as(wanted, mention.trigger.roles))
    given = any(
        prep == "to" for prep, _ in clause.preps
    )  # "paid 90 crowns to a clerk", "paid a clerk 90 crowns"
    roles = (("obj", "nothing" if given else "target"), ("to", "target"))
    return replace(from_verb(scene, clause, _as(wanted, roles)), at=mention.at)


def _joined(kept: Found, claim_of: ClaimOf) -> Found:
    """One claim where a verb took the act of the noun right behind it: "press charges"."""
    found: Found = []
    for mention, claim in kept:
        last, made = found[-1] if found else (None, None)
        if last is None or made is None or made.instead is None or not mention.noun or last.noun:
            found.append((mention, claim))
            continue
        if (made.kind, made.act) != (claim.kind, claim.act) or last.at[1] != mention.at[0]:
            found.append((mention, claim))
            continue
        slots = {slot for slot, _ in mention.parts}
        parts = mention.parts + tuple(part for part in last.parts if part[0] not in slots)
        whole = replace(last, at=(last.at[0], mention.at[1]), parts=parts)
        again = claim_of(whole)
        if again is not None:
            found[-1] = (whole, replace(again, instead=made.instead))
    return found


def verdict(net: Network, given: Inputs, shares: list[list[float]], at: Range, own: str) -> str:
    """What a claim of the rules becomes: its own label, another one, or "" where it is left out."""
    at = (at[0], min(at[1], len(shares)))
    words = [n for n in range(*at) if carries(given, n)] or list(range(*at))
    if not words:
        return own
    if 1 - min(shares[n][0] for n in words) < NOTHING:
        return ""
    seen = weighed(net.company, given, at, [shares[n] for n in words])
    share = seen[0] if len(seen) == 1 else [math.fsum(some) / len(seen) for some in zip(*seen, strict=True)]
    best = _best(share)
    number = net.numbers.get(own, 0)
    own_share = max([some[number] for some in seen])
    surer = share[best] > OTHER and share[best] > own_share
    return net.labels[best] if surer and net.labels[best] in _examples() else own


def proposals(
    net: Network,
    given: Inputs,
    shares: list[list[float]],
    taken: Sequence[Range],
    has: Sequence[tuple[Range, str]],
) -> list[Proposal]:
    """The acts at words that no rule took. taken: the words of the rules' claims; has: those that stay, with labels."""
    covered = {n for first, last in taken for n in range(first, last)}
    found: list[Proposal] = []
    at = 0
    while at < len(shares):
        if at in covered or not carries(given, at) or 1 - shares[at][0] <= NEW:
            at += 1
            continue
        best, last = _best(shares[at]), at + 1
        for n in range(at + 1, min(at + 3, len(shares))):
            more = 1 - shares[n][0] > NEW * _AND_SO_ON and _best(shares[n]) == best
            if n in covered or n > last + 1 or not more or not carries(given, n):
                break
            last = n + 1
        seen = weighed(net.company, given, (at, last), shares[at:last])
        best = _best(seen[0])
        proposal = Proposal((at, last), net.labels[best])
        if max(share[best] for share in seen) < SURE or net.labels[best] not in _examples():
            at = last
            continue
        others = [*has, *((one.at, one.label) for one in found)]
        if not any(
            name == proposal.label and _tell_once(given, where, proposal.at) for where, name in others
        ):
            found.append(proposal)
        at = last
    return found


def _describes_another(scene: Scene, one: Proposal, seen: Sequence[Proposal]) -> bool:
    """Whether an act is seen twice in an adjective and its noun: "physical attacks", which are torture for whom they befall."""
    number = scene.chunks.noun_of[one.at[0]]
    beside = [other for other in seen if other is not one and scene.chunks.noun_of[other.at[0]] == number]
    if number < 0 or not beside:
        return False
    clause = clause_of(scene, one.at[0])
    befalls = clause is not None and clause.lemma in _BEFALLEN
    described = scene.tokens[one.at[1] - 1].tag == "JJ" and beside[-1].at[0] > one.at[0]
    describes = scene.tokens[beside[0].at[1] - 1].tag == "JJ" and beside[0].at[0] < one.at[0]
    return describes if befalls else described


_BEFALLEN = wordset("subject suffer face endure experience undergo")


def mention_of(scene: Scene, proposal: Proposal) -> Mention:
    """An act at some words as the rules put it: with who does it to whom by the grammar around them."""
    at = proposal.at[0]
    token = scene.tokens[at]
    clause = clause_of(scene, at)
    if token.tag.startswith("N"):
        last = _head_of(scene, at)
        lemma = scene.tokens[last].lemma
        found = from_noun(scene, _as(proposal.label, _roles(proposal.label, lemma, noun=True)), last)
        return replace(found, at=(at, last + 1))
    trigger = _as(proposal.label, _roles(proposal.label, token.lemma, noun=False))
    own = next((c for c in scene.clauses if c.verb.first <= at < c.verb.last), None)
    clause = own or clause
    whom = own.undergoer if own is not None else None
    if (
        proposal.label == "speech"
        and whom is not None
        and any(is_class(scene.tokens, whom, c) for c in _SPOKEN_TO)
    ):
        trigger = replace(trigger, roles=())  # "deplored the regime": not what is said, but of whom
    if clause is None:
        return Mention(trigger, proposal.at, proposal.at, None, False, ())
    found = from_verb(scene, clause, trigger)
    stated = _of_whom(scene, at) if own is None and token.tag == "JJ" else None
    if stated is not None:
        found = replace(
            found, parts=(("target", stated),), clause=None, span=(stated[0], _stated_until(scene, at))
        )
    return found if own is not None else replace(found, at=proposal.at)


def _head_of(scene: Scene, at: int) -> int:
    """The noun that a noun before it describes: "violence" for "gang" in "gang violence"."""
    number = scene.chunks.noun_of[at]
    end = scene.chunks.nouns[number][1] if number >= 0 else at + 1
    while at + 1 < end and scene.tokens[at + 1].tag.startswith("N"):
        at += 1
    return at


def _of_whom(scene: Scene, at: int) -> Range | None:
    """Of whom an adjective tells a state right behind them: "with 29 people still missing"."""
    while at > 0 and scene.tokens[at - 1].tag == "RB":
        at -= 1
    base = scene.chunks.noun_upto.get(at)
    return base if base is not None and is_class(scene.tokens, base, "person") else None


def _stated_until(scene: Scene, at: int) -> int:
    """Where the words for a state end: at the next stop, with the time behind it."""
    ends = (n for n in range(at + 1, len(scene.tokens)) if scene.tokens[n].tag in (",", ".", ":", "CC"))
    return next(ends, at + 1)


def _of_an_office(scene: Scene, mention: Mention, wanted: str) -> bool:
    """Whether a rule's act of an office, a minister or a state would become one of people only: "the envoy left for Doha"."""
    if wanted not in _OF_PEOPLE or mention.trigger.act in _OF_PEOPLE:
        return False
    doers = [part for slot, part in mention.parts if slot == "actor"]
    return any(is_class(scene.tokens, part, c) for part in doers for c in ("authority", "country"))


_OF_PEOPLE = wordset("escape crime smuggling contact bribery suicide")


def _share_of(net: Network, shares: list[list[float]], claim: Claim) -> list[float]:
    """How likely each word tells the act of a claim."""
    number = net.numbers.get(label(claim.kind, claim.act), 0)
    return [share[number] if number else 0.0 for share in shares]


def _best(share: list[float]) -> int:
    """The likeliest act of a word."""
    acts = share[1:]
    return acts.index(max(acts)) + 1


def _tell_once(given: Inputs, one: Range, other: Range) -> bool:
    """Whether words for the same act stand so near to each other that they tell one.

    Two verbs do so only side by side or with one word between them: "They condemned these attacks and called on the
    government" are two remarks.
    """
    apart = _apart(one, other)
    verbs = all(any(given.kinds[first:behind]) for first, behind in (one, other))
    return apart <= (_NEAR_VERBS if verbs else _NEAR)


def _apart(one: Range, other: Range) -> int:
    """How far two ranges are apart: 0 where they overlap, 1 side by side."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]) + 1)


def _as(name: str, roles: tuple[tuple[str, str], ...]) -> Trigger:
    """The trigger of a proposed act."""
    kind, _, act = name.rpartition("/")
    return Trigger(rule_of(name), kind or "event", act, (), (), roles, "")


def rule_of(name: str) -> str:
    """The id of the rule of a label: "second.arrest", "second.condition.fear"."""
    return f"second.{name.replace('/', '.')}"


def triggers() -> tuple[Trigger, ...]:
    """One rule for each act that the network proposes, with a sentence in which it does."""
    return tuple(replace(_as(name, ()), example=example) for name, example in _examples().items())


@cache
def _examples() -> dict[str, str]:
    """Label -> a sentence in which the network proposes it. What has none is never proposed. A constant table."""
    lines = (files("testigo.reading.second") / "examples.txt").read_text("utf-8").splitlines()
    parted = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return {name: example for name, _, example in parted}


def _roles(name: str, lemma: str, *, noun: bool) -> tuple[tuple[str, str], ...]:
    """Who is who for an act: as the line of the tables for this word and act says, else as most lines for the act do."""
    table = noun_triggers() if noun else verb_triggers()
    kind, _, act = name.rpartition("/")
    for line in table.get(lemma, ()):
        if (line.kind, line.act) == (kind or "event", act):
            plain = not noun and act == "policy" and ("subj", "target") not in line.roles
            return _unless_nothing(line.roles) if plain else line.roles
    return _DEEDS if noun and act in _BEFALLING else _usual(noun).get(name, ())


_BEFALLING = wordset(
    "arrest detention interrogation torture trial sentence execution killing disappearance banishment repatriation release"
    " dismissal forced_labor"
)
_DEEDS = (("of", "target"), ("poss", "target"), ("against", "target"), ("by", "actor"))  # "their eviction"


def _unless_nothing(roles: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The roles of a line whose conditions do not hold: that its object is nobody goes for the words that it names."""
    return tuple(role for role in roles if role != ("obj", "nothing"))


@cache
def _usual(noun: bool) -> dict[str, tuple[tuple[str, str], ...]]:
    """The roles that most lines of the tables give an act, for nouns or for verbs. A constant table."""
    counts: dict[str, dict[tuple[tuple[str, str], ...], int]] = {}
    table = noun_triggers() if noun else verb_triggers()
    lines = {line.rule: line for some in table.values() for line in some}
    for line in lines.values():
        of_act = counts.setdefault(label(line.kind, line.act), {})
        roles = line.roles if noun else tuple(role for role in line.roles if role[0] in ("subj", "obj"))
        of_act[roles] = of_act.get(roles, 0) + 1
    return {name: max(sorted(some), key=lambda roles: some[roles]) for name, some in counts.items()}
