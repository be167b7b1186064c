"""Which words of a sentence carry a clause of an order, law or rule, as the second opinion sees it.

A layer of its own over the encoder's rows of a word and its two neighbours, what the rules know of it, the acts that the
network sees in it, and the clauses that the rules have found there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from testigo.data import files
from testigo.directive import Directive
from testigo.reading.lists import wordset
from testigo.reading.second.network import Network
from testigo.reading.second.sight import Sight, shared
from testigo.reading.seen_clauses import BEHIND, LIKELY, MODALITIES, Laid
from testigo.reading.tokens import Document
from testigo.value import value

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Numbers

FILE = "clauses.npz"
AROUND = 4  # whether the rules found clauses in the sentence before, in this one and the one behind, and whether it is a title
TOLD = len(MODALITIES) + AROUND  # numbers for what the rules have found
PARTS = ("first", "bias", "last", "bias last")

Stretch = tuple[int, int, str]  # where a clause of the rules starts and ends in the text, and its modality


@value
class Ruled:
    """What is known of clauses before the layer is asked.

    stretches: those that the rules found in each sentence, by its number; ordering: the sentences so far in which the
    network saw an act of ordering.
    """

    document: Document
    stretches: dict[int, list[Stretch]]
    ordering: set[int]

    def told(self, number: int, size: int) -> Numbers:
        """What the rules have found at the first words of a sentence, as numbers: a row for each."""
        import numpy as np

        sentence = self.document.sentences[number]
        found = np.zeros((size, TOLD), np.float32)
        found[:, len(MODALITIES) :] = [*self._around(number), sentence.block.kind != "body"]
        for start, end, modality in self.stretches.get(number, ()):
            first = True
            for at, token in enumerate(sentence.tokens[:size]):
                if token.start < end and start < token.end:
                    found[at, MODALITIES.index(modality)] = 1
                    found[at, 0] = max(found[at, 0], first)
                    first = False
        return found

    def near(self, number: int) -> bool:
        """Whether the rules found a clause in a sentence or one beside it, or an order was told right before."""
        return any(self._around(number)) or any(n in self.ordering for n in range(number - BEHIND, number))

    def _around(self, number: int) -> list[bool]:
        return [other in self.stretches for other in (number - 1, number, number + 1)]


def ruled(doc: Document, orders: Sequence[Directive]) -> Ruled:
    """The clauses of the rules by the sentences that they stand in."""
    found: dict[int, list[Stretch]] = {}
    for order in orders:
        for clause in order.clauses:
            sentence = doc.sentence_at(clause.span.start)
            if sentence is not None:
                found.setdefault(sentence.index, []).append(
                    (clause.span.start, clause.span.end, clause.modality)
                )
    return Ruled(doc, found, set())


@cache
def layer() -> dict[str, Numbers]:
    """The layer that comes with Testigo, by PARTS."""
    import numpy as np

    with np.load(files("testigo.reading.second") / FILE, allow_pickle=False) as held:
        return {name: np.ascontiguousarray(held[name], np.float32) for name in held.files}


def may_hold(net: Network, sight: Sight, acts: list[list[float]], number: int, found: Ruled) -> bool:
    """Whether a sentence is worth a look: near a clause of the rules, with a modal verb, or with an act of ordering in sight.

    acts: how likely each word tells which act.
    """
    order, rule = net.numbers["directive/order"], net.numbers["directive/policy"]
    likely = max([max(share[order], share[rule]) for share in acts])
    if likely > _SURE:
        found.ordering.add(number)
    return likely > _SEEN or found.near(number) or _MODAL in sight.given.tags


_MODAL, _SEEN, _SURE = "MD", 0.05, 0.5


def given(sight: Sight, told: Numbers, words: Sequence[int]) -> Numbers:
    """What the layer looks at for some words: rows, those before and behind, facts, acts, and what the rules have found."""
    import numpy as np

    around = np.zeros((sight.size + 2, sight.rows.shape[1]), np.float32)
    around[1:-1] = sight.rows
    at = np.array(words)
    shares = sight.shares[at].astype(np.float32)
    return np.concatenate(
        [around[at + 1], around[at], around[at + 2], sight.known[at], shares, told[at]], axis=1
    )


def laid(net: Network, sight: Sight, acts: list[list[float]], number: int, found: Ruled) -> tuple[Laid, ...]:
    """The words of a sentence that may carry a clause. acts: how likely each word tells which act."""
    import numpy as np

    if not sight.size or not may_hold(net, sight, acts, number, found):
        return ()
    words = may_carry(sight, acts)
    if not words:
        return ()
    parts = layer()
    sums = given(sight, found.told(number, sight.size), words) @ parts["first"] + parts["bias"]
    likely = shared(np.maximum(sums, 0) @ parts["last"] + parts["bias last"])
    enough = [n for n, none in enumerate(likely[:, 0].tolist()) if 1 - none > LIKELY]
    return (Laid(number, sight.size, tuple((words[n], tuple(likely[n].tolist())) for n in enough)),)


def may_carry(sight: Sight, acts: list[list[float]]) -> list[int]:
    """The words that may carry a clause by their kind, verbs, "not", "except", or since they may tell an act."""
    return [
        at
        for at, (tag, word) in enumerate(zip(sight.given.tags[: sight.size], sight.given.words, strict=False))
        if acts[at][0] < _NOTHING or tag in _CARRYING or tag[0] == "V" or word in _EXCEPTING
    ]


_CARRYING = wordset("MD TO RB RP JJ")
_EXCEPTING = wordset("only no free nobody none except save")
_NOTHING = 0.95  # how likely a word tells no act
