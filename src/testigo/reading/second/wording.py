"""Which words carry an act, where a rule or the network pointed at one of them only.

Rules:
- A word near by in the same clause that the network takes for the same act, though less surely, belongs to its words: "no
  convictions were issued", "were made to promise silence", "taken off a flight".
- Where a threat and what is threatened become one act ("threatened to close the paper"), it is intended.
- Words stop at a comma, at "and", at a quotation mark, and at the words of another act; behind the act a noun phrase is
  taken to its end.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Claim, Firmness, Span
from testigo.reading.arguments import Range
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention, Scene
from testigo.reading.second.inputs import Inputs
from testigo.value import replace

WORD = 0.15  # how likely a word near by must tell the same act
REACH = 7  # how many words it may stand away

LIGHT = wordset("be have do get will not up out off away down let recall")  # carry no act by themselves
_TAGS = "VNJ"
_STOPS = frozenset({",", ".", ":", "``", "''", "CC"})


def carries(given: Inputs, at: int) -> bool:
    """Whether a word can carry an act by itself: a verb, noun or adjective, and none that only helps."""
    return given.tags[at][0] in _TAGS and given.lemmas[at] not in LIGHT


def worded(
    scene: Scene,
    given: Inputs,
    mention: Mention,
    claim: Claim,
    taken: Sequence[Range],
    share: Sequence[float],
) -> Claim:
    """A claim with all the words that carry its act as its trigger.

    taken: the words of all acts of the sentence; share: how likely each word of the sentence tells the act of the claim.
    """
    covered = {n for one in taken if one != mention.at for n in range(*one)}
    first, last = mention.at

    def stops(n: int) -> bool:
        return n in covered or scene.tokens[n].tag in _STOPS

    def tells(n: int) -> bool:
        return carries(given, n) and share[n] >= WORD

    for n in range(last, min(last + REACH, len(share))):
        if stops(n):
            break
        if tells(n):
            last = n + 1
    while (
        last < len(share)
        and scene.chunks.noun_of[last - 1] == scene.chunks.noun_of[last] >= 0
        and not stops(last)
    ):
        last += 1  # "the raids of the camp | guards"
    for n in range(min(first, len(share)) - 1, max(first - REACH, 0) - 1, -1):
        if stops(n):
            break
        if tells(n):
            first = n
    if (first, last) == mention.at:
        return claim
    start = min(scene.tokens[first].span.start, claim.trigger.start)
    end = max(scene.tokens[last - 1].span.end, claim.trigger.end)
    inside = claim.span.start <= start and end <= claim.span.end
    return _threatened(scene, first, last, replace(claim, trigger=Span(start, end))) if inside else claim


def _threatened(scene: Scene, first: int, last: int, claim: Claim) -> Claim:
    """A claim that is intended where its words are a threat and what is threatened: "threatened to close the paper"."""
    words = scene.tokens[first:last]
    at = next((n for n, token in enumerate(words) if token.lemma == "threaten"), len(words))
    if at + 2 >= len(words) or words[at + 1].lower != "to" or claim.status not in ("asserted", "reported"):
        return claim
    layer = Firmness(len(claim.sources), "intended", words[at].span, "status.penalty")
    return replace(claim, status="intended", firmness=(*claim.firmness, layer))
