"""People told by a deed that they are held for: "prisoners who refused to work", "those who left their units".

Rules:
- "Who" leads to the deed, or to several that "or" and "and" join; so do "caught" and "accused of".
- A deed of refusing or protesting counts for everybody, any other for a class of people only.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.reading.arguments import Range
from testigo.reading.charge_lists import charge_list
from testigo.reading.classes import head
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import short
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token

_TOLD_BY = wordset("sentence trial dismissal banishment policy execution arrest")
_OFFENDING = wordset(
    "fail fails failed refuse refuses refused resist resists resisted protest protests protested complain complains complained"
    " disobey disobeys disobeyed"
)


def for_a_class(tokens: tuple[Token, ...], part: Range, act: str) -> bool:
    """Whether people are a class told by a deed ("those who left their units"), not somebody who also did something."""
    first = tokens[part[0]]
    if first.lower in ("those", "anyone", "anybody", "everyone", "whoever", "persons", "people", "all"):
        return act in _TOLD_BY or act in ("detention", "interrogation")
    several = (
        first.tag == "NN" and head(tokens, part).tag == "NNS"
    )  # "village officials who turn a blind eye"
    return act in _TOLD_BY and (
        several or first.tag in ("NNS", "CD", "JJ") or first.lower in ("two", "several", "some", "many")
    )


def is_bound(tokens: tuple[Token, ...], part: Range, mention: Mention) -> bool:
    """Whether a rule holds for anybody who does something: "a guard who takes money will be tried"."""
    clause = mention.clause
    if (
        clause is None
        or mention.trigger.act not in _TOLD_BY
        or tokens[part[0]].lower not in ("a", "an", "any", "every")
    ):
        return False
    verb = tokens[max(0, clause.verb.first - 2) : clause.verb.main]
    return clause.passive and any(
        token.lower in ("will", "shall", "must") or token.tag == "TO" for token in verb
    )


def told_by(scene: Scene, part: Range) -> list[Range]:
    """The deed that the people are told by: "prisoners who refused to work", "students caught with dramas"."""
    for at in range(part[0], part[1]):
        token = scene.tokens[at]
        again = [word.lower for word in scene.tokens[at + 1 : at + 3]] == ["did", "so"]
        if (
            not again
            and (token.lower in ("who", "whoever") or (token.lower == "that" and token.tag == "WDT"))
            and at + 1 < part[1]
            and (at == part[0] or scene.tokens[at - 1].text != ",")
        ):
            named = (n for n in range(at + 2, part[1] - 1) if scene.tokens[n].text == ",")
            end = next((n for n in named if scene.tokens[n + 1].tag in ("NNP", "NNPS")), part[1])
            but = (n for n in range(at + 2, end - 1) if scene.tokens[n].lower == "but")
            end = next((n for n in but if scene.tokens[n + 1].lower == "who"), end)
            if _is_state(scene.tokens, at + 1) or _of_others(scene, part[0], at):
                return []  # "officials who were located abroad", "two singers who were tried with her"
            return _joined_deeds(scene, (at + 1, end))  # "a deacon who tried to stop them, Ka Neng"
        if token.lower == "whose" and at > part[0] and at + 2 < part[1]:
            return [(at + 1, part[1])]  # "persons whose papers were out of date"
        if token.lower in _BEING and at > part[0] and at + 2 < part[1] and scene.tokens[at + 1].lower == "of":
            return (
                [(at, part[1])] if token.lower == "critical" else charge_list(scene.chunks, (at + 2, part[1]))
            )
        follows = scene.tokens[at + 1].lower if at + 1 < part[1] else ""
        if at > part[0] and (
            token.lower == "caught" or (token.lower == "found" and follows in ("to", "with"))
        ):
            deed = at + 1 if follows and scene.tokens[at + 1].tag == "VBG" else at
            return charge_list(scene.chunks, (deed, part[1])) if deed > at else [(at, part[1])]
    return []


def _of_others(scene: Scene, first: int, at: int) -> bool:
    """Whether "who" tells of somebody whom a participle acts on: "the owners of a page exposing guards | who beat men"."""
    return any(scene.tokens[n].tag == "VBG" and scene.chunks.verb_of[n] >= 0 for n in range(first + 1, at))


def _is_state(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "who" only leads to where people were or what was done to them."""
    if tokens[at].lemma in ("remain", "live", "reside", "return"):
        return True
    be = tokens[at].lower in ("is", "are", "was", "were") and at + 1 < len(tokens)
    return be and tokens[at + 1].tag == "VBN" and tokens[at + 1].lemma in _SUFFERED


_SUFFERED = wordset(
    "locate base bear station try arrest detain convict sentence hold imprison beat torture kill release free deport summon question"
    " transfer move displace injure wound"
)


def suspect_in(scene: Scene, part: Range) -> list[Range]:
    """What people are suspects in, or are thought to have done: "suspects in the killing", "men alleged to have spied"."""
    tokens = scene.tokens
    near = range(part[0] + 1, min(part[1] + 1, len(tokens) - 3))
    if part[1] + 2 < len(tokens) and tokens[part[1]].lower in _ACCUSED and tokens[part[1] + 1].lower == "of":
        told = short(scene.chunks, part[1] + 2, len(tokens))  # "several others accused of the murder"
        return charge_list(scene.chunks, told or (part[1] + 2, part[1] + 3))
    thought = next((n for n in near if tokens[n].lower in _THOUGHT), 0)
    if thought and [token.lower for token in tokens[thought + 1 : thought + 3]] == ["to", "have"]:
        kid = next((c for c in scene.clauses if c.verb.first == thought + 1), None)
        return _joined_deeds(scene, (thought + 3, scene.extent(kid)[1])) if kid is not None else []
    at = next((n for n in range(part[0], part[1] - 2) if tokens[n].lower in _PARTAKERS), 0)
    if not at or tokens[at + 1].lower != "in":
        return []
    about = (at + 2, part[1])
    base = scene.chunks.noun_from.get(at + 2, about)
    return [about] if head(tokens, base).lemma in CASES else []


_PARTAKERS = wordset(
    "suspect suspects gunman gunmen mastermind masterminds perpetrator perpetrators culprit culprits accomplice accomplices"
    " assailant assailants defendant defendants killer killers attacker attackers shooter shooters conspirator conspirators"
)
CASES = wordset(
    "killing murder attack bombing case assassination robbery theft disappearance shooting explosion plot death crime massacre"
    " abduction kidnapping rape fire investigation burglary stabbing"
)


def acquitted(scene: Scene, clause: Clause, part: Range) -> list[Range]:
    """What people were tried for whom a court clears: "acquitted two officers accused of beating a conscript"."""
    tokens, after = scene.tokens, clause.number + 1
    bail = clause.object is not None and head(tokens, clause.object).lower == "bail"
    frees = clause.lemma in _CLEARING or bail
    kid = scene.clauses[after] if after < len(scene.clauses) and frees else None
    if kid is None or kid.kind != "participle" or not kid.passive or kid.lemma not in _TRIED:
        return []
    first = kid.verb.last + 1
    if not part[0] < kid.verb.first <= part[1] or first >= len(tokens) or tokens[first - 1].tag != "IN":
        return []
    end = next((n for n in range(first, len(tokens)) if tokens[n].tag in (",", ".", "CC", "WP")), len(tokens))
    return [(first, end)] if end > first else []


_CLEARING = wordset("acquit clear exonerate absolve pardon")
_TRIED = wordset("accuse charge suspect convict")
_THOUGHT = wordset("alleged believed suspected thought rumored rumoured reported said")
_ACCUSED = wordset("accused suspected")
_BEING = wordset("accused suspected convicted critical guilty")


def _joined_deeds(scene: Scene, part: Range) -> list[Range]:
    """The deeds that "who" leads to, one by one: "who went to church or tried to reach the South"."""
    for at in range(part[0] + 1, part[1] - 1):
        if scene.tokens[at].lower in ("or", "and"):
            first = at + 2 if scene.tokens[at + 1].lower == "who" else at + 1
            group = scene.chunks.verb_at(first)
            if group is not None and group.finite and first + 1 < part[1]:
                end = at - 1 if scene.tokens[at - 1].text == "," else at
                return [(part[0], end), *_joined_deeds(scene, (first, part[1]))]
    return [part]


def offends(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether the people are told by what they did not do or stood up to: "prisoners who failed to meet quotas"."""
    return any(token.lower in _OFFENDING for token in tokens[part[0] : part[0] + 3])


def is_deed(part: Range, mention: Mention, around: Sequence[Mention]) -> bool:
    """Whether those it is done to are told by what people stand up or offend with: "beat a student who burned a flag"."""
    if mention.trigger.act not in _PUNISHING:
        return False
    return any(
        other.trigger.act in _DEEDS and not other.noun and part[0] <= other.at[0] <= part[0] + 2
        for other in around
    )


_PUNISHING = wordset("arrest detention interrogation torture trial sentence execution dismissal banishment")
_DEEDS = wordset("resistance speech crime")
