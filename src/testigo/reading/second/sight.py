"""What the network makes of one sentence: which words carry which act, which words fill an act's slots, how firmly it is put.

Rules:
- Two layers on top of the encoder's rows: tag, clause, what the tables have for a word and what the rules found there are
  added to the first.
- Likelihoods are rounded, so that a last bit decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from testigo.reading.arguments import Range
from testigo.reading.second.inputs import Inputs
from testigo.reading.second.network import Network

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Numbers, Rows, Wide

STATUSES = ("", "hedged", "speculated", "denied", "intended")  # the first: plainly told
_SHARE = 1024  # likelihoods are rounded to this


class Sight:
    """The network for one sentence."""

    def __init__(self, net: Network, given: Inputs, rows: Rows) -> None:
        """rows: what the encoder makes of the first words of the sentence."""
        self._net, self.given, self.size = net, given, len(rows)
        self.rows, self._sums = rows[:, : net.width], rows[:, net.width :]
        self.known = known(net, given, self.size)

    @cached_property
    def shares(self) -> Wide:
        """For each word that has a row the likelihood of each label, in the order of `net.labels`."""
        import numpy as np

        parts, sums = self._net.parts, self._sums[:, : len(self._net.parts["last"])]
        first = self.known @ parts["acts facts"]
        first += sums
        np.maximum(first, 0, out=first)
        last: Numbers = np.matmul(first, parts["last"])
        last += parts["bias last"]
        return shared(last[:, : len(self._net.labels)])

    def acts(self) -> list[list[float]]:
        """The same as lists."""
        found: list[list[float]] = self.shares.tolist() if self.size else []
        return found

    @cached_property
    def _more(self) -> tuple[Numbers, Numbers, Numbers]:
        """What slots and statuses start from; most sentences have no act and need none of it."""
        parts, slots = self._net.parts, self._net.slots
        start = len(parts["last"])
        end = start + parts["more facts"].shape[1]
        sums = self.known @ parts["more facts"]
        sums += self._sums[:, start:end]
        return sums[:, :slots], sums[:, slots:], self._sums[:, end:]

    def _words(self, acts: Sequence[Range]) -> Numbers:
        """For each act the share of each word in it: its row is the mean of the rows of its words."""
        import numpy as np

        found = np.zeros((len(acts), self.size), np.float32)
        for number, (first, last) in enumerate(acts):
            found[number, first:last] = 1 / (min(last, self.size) - first)
        return found

    def slots(self, acts: Sequence[Range], labels: Sequence[str], pair: Numbers) -> list[list[list[float]]]:
        """How likely each word is the core of the filler of each slot of some acts, and how likely inside of one.

        acts: the words of each; labels: what they are; pair: see pairs.pairs. The answer has for each act a list for each of
        pairs.SLOTS twice, with a number for each word.
        """
        import numpy as np

        parts = self._net.parts
        triggers = self._words(acts) @ self.rows
        own = triggers @ parts["slot trigger"] + parts["slot label"][self._numbers(labels)]
        words, _, both = self._more
        together = both * (triggers @ parts["slot both trigger"])[:, None]
        sums = pair @ parts["slot pair"]
        sums += words
        sums += own[:, None]
        sums += together @ parts["slot both"]
        np.maximum(sums, 0, out=sums)
        last = sums @ parts["slot last"]
        last += parts["slot bias last"]
        likely = np.negative(last, dtype=np.float64)
        np.exp(likely, out=likely)
        likely += 1
        np.divide(_SHARE, likely, out=likely)
        np.rint(likely, out=likely)
        likely /= _SHARE
        found: list[list[list[float]]] = likely.transpose(0, 2, 1).tolist()
        return found

    def firmness(
        self, acts: Sequence[Range], labels: Sequence[str], statuses: Sequence[str]
    ) -> list[list[float]]:
        """How likely each of some acts is put in which of STATUSES. statuses: those that the rules give them."""
        import numpy as np

        parts = self._net.parts
        given = [STATUSES.index(one) if one in STATUSES else 0 for one in statuses]
        sums = self._words(acts) @ self._more[1] + parts["status label"][self._numbers(labels)]
        last = np.maximum(sums + parts["status given"][given], 0) @ parts["status last"]
        found: list[list[float]] = shared(last + parts["status bias last"]).tolist()
        return found

    def _numbers(self, labels: Sequence[str]) -> list[int]:
        """The row of each label."""
        return [self._net.numbers.get(label, 0) for label in labels]


def known(net: Network, given: Inputs, size: int) -> Numbers:
    """What the rules know of each of the first words of a sentence, as numbers."""
    import numpy as np

    starts, width = net.starts, net.starts["facts"]
    tag, kind, act, tables, flags = (starts[name] for name in ("tag", "kind", "act", "tables", "flags"))
    ones: list[int] = []
    for at in range(size):
        row = at * width
        ones += [row + tag + net.tags.get(given.tags[at], 0), row + kind + net.kinds.get(given.kinds[at], 0)]
        ones += [row + flags + number for number, is_so in enumerate(given.flags[at]) if is_so]
        if given.acts[at]:
            ones.append(row + act + net.numbers.get(given.acts[at], 0))
        ones += [row + tables + net.numbers.get(label, 0) for label in given.tables[at]]
    found = np.zeros(size * width, np.float32)
    found[ones] = 1
    return found.reshape(size, width)


def shared(sums: Numbers) -> Wide:
    """The likelihoods that sums come to, in each row together 1 but for rounding."""
    import numpy as np

    found = sums.astype(np.float64)
    found -= np.maximum.reduce(found, axis=-1, keepdims=True)
    np.exp(found, out=found)
    found /= np.add.reduce(found, axis=-1, keepdims=True)
    found *= _SHARE
    np.rint(found, out=found)
    found /= _SHARE
    return found
