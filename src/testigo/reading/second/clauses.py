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
from testigo.reading.second.network import Network
from testigo.reading.second.sight import Sight, shared
from testigo.reading.seen_clauses import LIKELY, MODALITIES, Laid
from testigo.reading.tokens import Document, Sentence
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
    """What the rules have found of clauses. stretches: those of each sentence, by its number."""

    document: Document
    stretches: dict[int, list[Stretch]]

    def told(self, number: int, size: int) -> Numbers:
        """What the rules have found at the first words of a sentence, as numbers: a row for each."""
        import numpy as np

        sentence = self.document.sentences[number]
        found = np.zeros((size, TOLD), np.float32)
        found[:, len(MODALITIES) :] = self._around(number, sentence)
        for start, end, modality in self.stretches.get(number, ()):
            first = True
            for at, token in enumerate(sentence.tokens[:size]):
                if token.start < end and start < token.end:
                    found[at, MODALITIES.index(modality)] = 1
                    found[at, 0] = max(found[at, 0], first)
                    first = False
        return found

    def _around(self, number: int, sentence: Sentence) -> list[bool]:
        near = [other in self.stretches for other in (number - 1, number, number + 1)]
        return [*near, sentence.block.kind != "body"]


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
    return Ruled(doc, found)


@cache
def layer() -> dict[str, Numbers]:
    """The layer that comes with Testigo, by PARTS."""
    import numpy as np

    with np.load(files("testigo.reading.second") / FILE, allow_pickle=False) as held:
        return {name: held[name].astype(np.float32) for name in held.files}


def may_hold(net: Network, sight: Sight, shares: Numbers, told: Numbers) -> bool:
    """Whether a sentence is worth a look: near a clause of the rules, with a modal verb, or with an act of ordering in sight."""
    if told[0, len(MODALITIES) : len(MODALITIES) + 3].any():
        return True
    modal = sight.known[:, net.starts["tag"] + net.tags[_MODAL]].any()
    return bool(modal or shares[:, [net.numbers[name] for name in _ORDERING]].max() > _SEEN)


_MODAL, _ORDERING, _SEEN = "MD", ("directive/order", "directive/policy"), 0.05


def given(sight: Sight, shares: Numbers, told: Numbers) -> Numbers:
    """What the layer looks at, by word: rows, those before and behind, facts, acts, and what the rules have found."""
    import numpy as np

    rows = sight.rows
    nothing = np.zeros_like(rows[:1])
    before, behind = np.concatenate([nothing, rows[:-1]]), np.concatenate([rows[1:], nothing])
    return np.concatenate([rows, before, behind, sight.known, shares, told], axis=1)


def laid(net: Network, sight: Sight, acts: list[list[float]], number: int, found: Ruled) -> tuple[Laid, ...]:
    """The words of a sentence that may carry a clause. acts: how likely each word tells which act."""
    import numpy as np

    if not sight.size:
        return ()
    shares, told = np.array(acts, np.float32), found.told(number, sight.size)
    if not may_hold(net, sight, shares, told):
        return ()
    parts = layer()
    sums = given(sight, shares, told) @ parts["first"] + parts["bias"]
    likely = shared(np.maximum(sums, 0) @ parts["last"] + parts["bias last"]).tolist()
    words = tuple((at, tuple(some)) for at, some in enumerate(likely) if 1 - some[0] > LIKELY)
    return (Laid(number, sight.size, words),)
