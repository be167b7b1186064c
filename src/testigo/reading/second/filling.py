"""What the second opinion changes in who, where, when and why of the claims of a sentence.

Rules:
- The network points at words: which phrase names who fills a slot, and how far that phrase goes.
- Where it is sure that a phrase fills a slot, the phrase goes in; where it is sure that a filler does not, it goes out.
- What the words are stays for the rules: whom a pronoun means, which day, which place, which number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from testigo.claim import Claim, Filler, Firmness, LeftOut, Source
from testigo.data import files
from testigo.dates import Direction
from testigo.reading.arguments import Range
from testigo.reading.asked import Found, Maker
from testigo.reading.claims import SENT_AWAY
from testigo.reading.edges import trim
from testigo.reading.lists import wordset
from testigo.reading.number_bounds import with_bound
from testigo.reading.places import filler as place_filler
from testigo.reading.quantities import quantities
from testigo.reading.scenes import Mention, Scene
from testigo.reading.second.bare import going_on, is_charge, is_cut_off, is_in_name, is_place, is_set_against
from testigo.reading.second.inputs import label
from testigo.reading.second.pairs import SLOTS, pairs, words_of
from testigo.reading.second.settled_status import ruled_out
from testigo.reading.second.sight import STATUSES, Sight
from testigo.reading.second.told_before import describes, only_found
from testigo.reading.since_when import not_when
from testigo.reading.times_counted import COUNTED_BACK, COUNTED_ON
from testigo.value import replace

ADD = {"actor": 0.65, "target": 0.65, "place": 0.6, "time": 0.65, "charge": 0.6, "quantity": 0.6}
DROP = {"actor": 0.2, "target": 0.2, "place": 0.2, "time": 0.2, "charge": 0.05, "quantity": 0.2}
BARE = {"place": 0.7, "time": 0.8, "charge": 0.65}  # for words that no rule knows as one
INSIDE = 0.5  # how likely a word must belong to a phrase that goes in
UNLIKE = 0.2  # how likely at most the status that the rules give must be for another one to be taken
UNLIKE_PLAIN = 0.05  # the same for what is negated, doubted or threatened in plain words
TRIM = 0.4  # how likely each word at the end of a filler of the rules may be inside at most, to be cut off
WHO = ("actor", "target")
_LEADING = wordset("IN TO CC DT PRP$ WP WP$ WDT WRB MD")  # tags of words that no phrase ends with
_PARTICLES = wordset("away over up out off down back")
_COUNTS = ("CD", "IN", "RB")  # "over 20 people"
_BOUNDS = ("least", "most", "more", "fewer", "less")
_SPOKEN = ("speech", "meeting")  # whom a remark is about and who meets is as the rules have it
_TELLS = {
    "actor": "a second opinion: who did it",
    "target": "a second opinion: to whom it was done",
    "place": "a second opinion: where",
    "time": "a second opinion: when",
    "charge": "a second opinion: what for",
    "quantity": "a second opinion: how many",
    "status": "a second opinion: how firmly it is put",
}


@cache
def rules() -> tuple[tuple[str, str, str], ...]:
    """Id, name and example of the rules by which the network fills slots and weighs words. A constant table."""
    lines = (files("testigo.reading.second") / "slot_examples.txt").read_text("utf-8").splitlines()
    parted = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return tuple((f"second.{name}", _TELLS[name], example) for name, _, example in parted)


def refilled(sight: Sight, scene: Scene, maker: Maker, kept: Found) -> Found:
    """The claims of a sentence with the slots that the network would fill otherwise."""
    looked = [(mention, claim) for mention, claim in kept if mention.at[0] < sight.size]
    if not looked:
        return kept
    acts, labels = (
        [mention.at for mention, _ in looked],
        [label(claim.kind, claim.act) for _, claim in looked],
    )
    filled = iter(sight.slots(acts, labels, pairs(scene, looked, sight.size)))
    firmly = iter(sight.firmness(acts, labels, [claim.status for _, claim in looked]))

    def again(mention: Mention, claim: Claim) -> Claim:
        seen = Seen(scene, maker, next(filled), mention, kept)
        firm = firmer(seen.who(mention, claim), next(firmly), but=ruled_out(scene, mention, claim))
        return without(claim, seen.others(firm))

    return [
        (mention, again(mention, claim) if mention.at[0] < sight.size else claim) for mention, claim in kept
    ]


def without(before: Claim, after: Claim) -> Claim:
    """A claim that says which fillers it had before and has no more, not even in part."""
    gone = tuple(
        LeftOut(slot, one.span, one.text, one.rule)
        for slot in SLOTS
        for one in getattr(before, slot)
        if not any(_goes_on(one, other) for other in getattr(after, slot))
    )
    return replace(after, left_out=gone) if gone else after


def _goes_on(one: Filler, other: Filler) -> bool:
    """Whether a filler is still there: in its own words, in more, or without the last of them."""
    inside = other.span.start <= one.span.start and one.span.end <= other.span.end
    return inside or (other.span.start == one.span.start and other.span.overlaps(one.span))


def firmer(claim: Claim, shares: Sequence[float], *, but: Sequence[str] = ()) -> Claim:
    """A claim with the status that the network sees, where it is sure that it is not the one that the rules give.

    but: the statuses that the words of the claim do not allow, whatever the network sees.
    """
    own = STATUSES.index(claim.status) if claim.status in STATUSES else 0
    if any(layer.rule in ("status.cue", "status.unknown") for layer in claim.firmness):
        return claim  # "denied that he was beaten": who tells it says how firmly
    best = max(range(len(STATUSES)), key=lambda number: shares[number])
    plain = any(layer.rule in _PLAIN for layer in claim.firmness)
    if best == own or shares[own] >= (UNLIKE_PLAIN if plain else UNLIKE):
        return claim
    if STATUSES[best] in but:
        return claim
    status = STATUSES[best] or ("reported" if claim.sources else "asserted")
    layer = Firmness(len(claim.sources), status, rule="second.status")
    return replace(claim, status=status, firmness=(*claim.firmness, layer))


_PLAIN = ("status.negation", "status.adverb", "status.noun", "status.penalty")


class Seen:
    """What the network sees for one act of a sentence."""

    def __init__(
        self, scene: Scene, maker: Maker, shares: list[list[float]], mention: Mention, kept: Sequence[tuple[Mention, Claim]] = ()
    ) -> None:  # fmt: skip
        """shares: for each slot how likely each word is the core of its filler, then for each how likely it is inside of one;
        mention: the act; kept: all acts of the sentence with their claims.
        """
        self.scene, self.maker, self.mention = scene, maker, mention
        self.cores = dict(zip(SLOTS, shares[: len(SLOTS)], strict=True))
        self.insides = dict(zip(SLOTS, shares[len(SLOTS) :], strict=True))
        self.size = len(shares[0])
        self.beside = [(other, claim) for other, claim in kept if other.at != mention.at]

    def core(self, slot: str, part: Range) -> float:
        """How likely the first phrase of some words fills a slot; 1 where the network saw none of them."""
        first, last = part
        chunks = self.scene.chunks
        for at in range(*part):
            if chunks.noun_of[at] >= 0:
                base = chunks.nouns[chunks.noun_of[at]]
                first, last = max(part[0], base[0]), min(part[1], base[1])
                break
        some = self.cores[slot][first:last]
        if not some or last > self.size:
            return 1.0
        return max(some) if slot in ("time", "quantity") else some[-1]

    def whole(self, slot: str, base: Range) -> Range:
        """A phrase with the words around it that belong to the same filler."""
        column = self.insides[slot]
        first, last = base
        while first > 0 and column[first - 1] >= INSIDE:
            first -= 1
        while last < len(column) and (
            column[last] >= INSIDE or (last + 1 < len(column) and column[last + 1] >= INSIDE)
        ):
            last += 1
        return self._whole_words((first, last), base)

    def _whole_words(self, part: Range, base: Range) -> Range:
        """A phrase without words at its edges that only lead on: "militiamen in", "of a village"."""
        tokens = self.scene.tokens
        first, last = trim(tokens, part) or base
        while last > base[1] and tokens[last - 1].tag in _LEADING:
            last -= 1
        while first < base[0] and tokens[first].tag in ("IN", "CC", "TO"):
            first += 1
        if (
            first < last - 1
            and tokens[first].lower in _PARTICLES
            and (tokens[first].lower == "away" or tokens[first + 1].tag not in _COUNTS)
        ):
            first += 1  # "took | away traders", "hand | over phones"
        return trim(tokens, (first, last)) or base

    def fitted(self, slot: str, one: Filler) -> Filler:
        """A filler that the rules found, cut at the end of one of its phrases where the network sees the rest outside."""
        part = words_of(self.scene, one)
        if part is None or one.mention is not None or part[1] > self.size:
            return one
        column = self.insides[slot]
        inside = [base for base in self.scene.chunks.nouns if part[0] <= base[0] and base[1] <= part[1]]
        inside = [base for base in inside if self.scene.tokens[base[1] - 1].tag not in _LEADING]
        ends = [base[1] for base in inside if all(one < TRIM for one in column[base[1] : part[1]])]
        if not ends or min(ends) >= part[1]:
            return one
        span = self.maker.sentence.span_of(part[0], min(ends))
        cut = replace(one, span=span, text=span.of(self.maker.facts.document.text))
        return next(iter(self.maker.facts.with_ids((cut,))), one)

    def pointed(self, slot: str, least: float, taken: Iterable[Range]) -> list[Range]:
        """The phrases that fill a slot and touch none of some others."""
        if max(self.cores[slot], default=0.0) < least:
            return []
        taken, found = [*taken], []
        for base in self.scene.chunks.nouns:
            if base[1] > self.size or self.cores[slot][base[1] - 1] < least:
                continue
            if base[1] - base[0] == 1 and self.scene.tokens[base[0]].lower in _BOUNDS:
                continue  # "at least | twelve": no party of its own
            left_out = is_set_against(self.scene.tokens, base[0])
            if not _touches(base, taken) and not self._is_age(base) and not left_out:
                whole = self.whole(slot, base)
                one = base if _touches(whole, taken) else whole
                found.append((with_bound(self.scene.tokens, one[0]), one[1]))
                taken.append(found[-1])
        return found

    def _is_age(self, base: Range) -> bool:
        """Whether a phrase is a bare number set off by commas: "the veteran, 84, was held"."""
        tokens = self.scene.tokens
        bare = base[1] - base[0] == 1 and tokens[base[0]].tag == "CD"
        return bare and base[0] > 0 and tokens[base[0] - 1].text == ","

    def who(self, mention: Mention, claim: Claim) -> Claim:
        """A claim with who did it to whom."""
        own = {slot: self._own(claim, slot) for slot in WHO}
        out = {
            slot: [p for p in own[slot] if self.core(slot, p) < DROP[slot] and not self._is_object(slot, p)]
            for slot in WHO
        }
        if claim.act in _SPOKEN:
            out["target"] = []
        more = {
            slot: self.pointed(slot, ADD[slot], [part for part in own[slot] if part not in out[slot]])
            for slot in WHO
        }
        for slot in WHO:
            idle = slot == "actor" and only_found(mention)
            more[slot] = [p for p in more[slot] if not (idle or describes(self.scene, p, own[slot]))]
        for slot, other in (WHO, WHO[::-1]):  # nobody is both
            for part in [*more[slot]]:
                both = [one for one in (*own[other], *more[other]) if _touches(part, [one])]
                if any(self.core(other, one) >= self.core(slot, part) for one in both):
                    more[slot].remove(part)
                else:
                    out[other] += [one for one in both if one in own[other]]
        if not any(out.values()) and not any(more.values()):
            actor, target = (self._stays(claim, slot, [], []) for slot in WHO)
            return replace(claim, actor=actor, target=target)
        stays = [
            (slot, part)
            for slot, part in mention.parts
            if not _touches(part, out.get(slot, ()))
            or _touches(part, [one for one in own.get(slot, ()) if one not in out[slot]])
        ]
        parts = (*stays, *((slot, part) for slot in WHO for part in more[slot]))
        made = self.maker.claim(replace(mention, parts=parts)) or claim
        actor, target = (self._stays(made, slot, out[slot], more[slot]) for slot in WHO)
        return replace(claim, actor=actor, target=target, quantity=made.quantity)

    def _is_object(self, slot: str, part: Range) -> bool:
        """Whether somebody is whom a verb is about, by the grammar: "led him out of the line", "He was beaten", "came for Ana"."""
        clause = self.mention.clause
        if slot != "target" or clause is None or self.mention.noun:
            return False
        if clause.lemma == "come" and ("for", part) in clause.preps:
            return True
        verb = clause.verb
        whom = clause.undergoer if verb.passive else (verb.last, verb.last + 1)
        return self.scene.tokens[part[0]].tag == "PRP" and part == whom

    def _stays(self, claim: Claim, slot: str, out: list[Range], more: list[Range]) -> tuple[Filler, ...]:
        """The fillers of a slot without those that go out; those that came in say who put them there."""
        kept: list[Filler] = []
        for one in getattr(claim, slot):
            part = words_of(self.scene, one)
            if any(one.span.overlaps(other.span) for other in kept):
                continue
            if part is not None and _touches(part, more):
                kept.append(replace(one, rule=_also(slot, one.rule, "slot.pronoun")))
            elif part is None or not _touches(part, out):
                about = slot == "target" and claim.act in _SPOKEN  # "welcomed their ties | with Osgiliath"
                kept.append(one if about else self.fitted(slot, one))
        return tuple(kept)

    def others(self, claim: Claim) -> Claim:
        """A claim with where, when, what for and how many."""
        facts, within = self.maker.facts, self.maker.sentence.span
        where: list[Filler] = []
        if self._may_fill("place"):
            where += facts.where.within(within, origin=claim.act in SENT_AWAY)
            where += [place_filler(one) for one in facts.where.at(within)]
            where = [one for one in where if not self._is_origin(claim.act, words_of(self.scene, one))]
        told = self._may_fill("quantity")
        counted = quantities(facts.document, within, facts.times_near(within)) if told else ()
        turned = any(layer.rule == "second.status" for layer in claim.firmness)
        timed = claim.kind != "view"
        timed = timed and all(one.rule not in (COUNTED_ON, COUNTED_BACK) for one in claim.time)
        said = not_when(facts.document.text, self.maker.sentence, self.scene, self.mention)
        said += [source.told for source in claim.sources if source.told is not None]
        way = Direction.FUTURE if claim.status == "intended" else None
        when = facts.when.within(within, way) if timed and (turned or self._may_fill("time")) else ()
        again = {one.span: one for one in when} if turned else {}  # "on Monday" looks the other way
        times = tuple(again.get(one.span, one) for one in claim.time)
        return replace(
            claim,
            place=self._chosen("place", claim.place, where, tellers=claim.sources),
            time=self._chosen("time", times, when, said) if timed else claim.time,
            charge=self._chosen("charge", claim.charge, ()),
            quantity=self._chosen("quantity", claim.quantity, counted),
        )

    def _may_fill(self, slot: str) -> bool:
        """Whether any word is likely enough to fill a slot: what the rules know of the sentence need not be looked up else."""
        return max(self.cores[slot], default=0.0) >= min(ADD[slot], BARE.get(slot, 1.0))

    def _chosen(
        self, slot: str, found: tuple[Filler, ...], known: Sequence[Filler], never: Sequence[Filler] = (),
        tellers: Sequence[Source] = (),
    ) -> tuple[Filler, ...]:  # fmt: skip
        """Those fillers of a slot that the network leaves, and those that it adds.

        known: what the rules know in the sentence; never: what is not added, as the day on which it was told; tellers: who
        tells it, whose name that no table has is no place.
        """
        kept: list[Filler] = []
        for one in found:
            part = words_of(self.scene, one)
            if part is None or self.core(slot, part) >= DROP[slot]:
                kept.append(one)
        for one in known:
            part = words_of(self.scene, one)
            if part is None or part[1] > self.size or self.core(slot, part) < ADD[slot]:
                continue
            if slot == "time" and self._is_past_another(part):
                continue
            if slot == "place" and is_in_name(self.scene.tokens, part):
                continue
            if any(one.span.overlaps(other.span) for other in never):
                continue
            if not any(one.span.overlaps(other.span) or self._is_dated(slot, other) for other in kept):
                kept.append(replace(one, rule=_also(slot, one.rule, one.rule)))
        taken = [part for one in (*kept, *known, *never) if (part := words_of(self.scene, one)) is not None]
        taken += [part for _, other in self.beside for part in self._own(other, slot) if slot == "charge"]
        bare = self.pointed(slot, BARE[slot], taken) if slot in BARE else []
        if slot == "time" and any(one.value is not None for one in kept):
            bare = []  # "On 11 March, the eve of the anniversary": it is dated
        if slot == "charge":
            whole = [going_on(self.scene, part) for part in bare]
            bare = [part for part in whole if part in bare or not _touches(part, taken)]
        more = [self._filler(slot, part) for part in bare if self._can_be(slot, part)]
        return (*kept, *(one for one in more if not any(one.span.overlaps(who.span) for who in tellers)))

    def _is_past_another(self, part: Range) -> bool:
        """Whether another act is told between the act and a time behind it: "taken away and sentenced the next day"."""
        end = self.mention.at[1]
        return any(end <= other.at[0] and other.at[1] <= part[0] for other, _ in self.beside)

    def _is_origin(self, act: str, part: Range | None) -> bool:
        """Whether a place is only where something came from: "shelled it from a hilltop"."""
        return act not in SENT_AWAY and part is not None and part[0] > 0 and (
            self.scene.tokens[part[0] - 1].lower == "from"
        )  # fmt: skip

    def _is_dated(self, slot: str, one: Filler) -> bool:
        """Whether a date that the rules found tells when, so that no second one goes in."""
        part = words_of(self.scene, one) if slot == "time" and one.value is not None else None
        return part is not None and self.core(slot, part) >= ADD[slot]

    def _can_be(self, slot: str, part: Range) -> bool:
        """Whether words that no rule knows can be a filler: no time is a place, no pronoun either."""
        one = self.scene.tokens[part[0]] if part[1] - part[0] == 1 else None
        if one is not None and one.tag[:3] in ("PRP", "WP", "WDT"):
            return False
        if slot == "charge":
            return is_charge(self.scene.tokens, part)
        if slot == "time":
            cut = is_cut_off(self.scene.tokens, part) or _touches(part, [self.mention.at])
            return not cut and not self._is_past_another(part)
        return is_place(self.scene.tokens, part) and not self._is_origin(self.mention.trigger.act, part)

    def _own(self, claim: Claim, slot: str) -> list[Range]:
        """The words of a slot's fillers in the sentence."""
        parts = (words_of(self.scene, one) for one in getattr(claim, slot))
        return [part for part in parts if part is not None]

    def _filler(self, slot: str, part: Range) -> Filler:
        span = self.maker.sentence.span_of(*part)
        return Filler(span, span.of(self.maker.facts.document.text), rule=f"second.{slot}")


def _touches(part: Range, others: Iterable[Range]) -> bool:
    return any(part[0] < other[1] and other[0] < part[1] for other in others)


def _also(slot: str, rule: str, *others: str) -> str:
    """The rule of a filler that the network put in, with the rule that knows what it is."""
    return f"second.{slot} {rule}" if rule in others else f"second.{slot}"
