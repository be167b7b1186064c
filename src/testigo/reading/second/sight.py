"""What the network makes of one sentence: which words carry which act, which words fill an act's slots, how firmly it is put.

Rules:
- Two layers on top of the encoder's rows: tag, clause, what the tables have for a word and what the rules found there are
  added to the first.
- Likelihoods are rounded, so that a last bit decides nothing.
"""

from __future__ import annotations

from functools import cached_property

from testigo.reading.arguments import Range
from testigo.reading.second.encoder import Rows
from testigo.reading.second.inputs import Inputs
from testigo.reading.second.network import Network, Numbers

STATUSES = ("", "hedged", "speculated", "denied", "intended")  # the first: plainly told
_SHARE = 1024  # likelihoods are rounded to this


class Sight:
    """The network for one sentence."""

    def __init__(self, net: Network, given: Inputs, rows: Rows) -> None:
        """rows: what the encoder makes of the first words of the sentence."""
        self._net, self._rows, self.size = net, rows, len(rows)
        self._known = known(net, given, self.size)

    def _first(self, kind: str) -> Numbers:
        """The sums of the first layer, for acts or for what is more."""
        parts = self._net.parts
        found: Numbers = self._rows @ parts[f"{kind} rows"] + self._known @ parts[f"{kind} facts"]
        return found + parts[f"{kind} bias"]

    @cached_property
    def _more(self) -> tuple[Numbers, Numbers, Numbers]:
        """What slots and statuses start from; most sentences have no act and need none of it."""
        sums, slots = self._first("more"), self._net.slots
        return sums[:, :slots], sums[:, slots:], self._rows @ self._net.parts["slot both rows"]

    def acts(self) -> list[list[float]]:
        """For each word that has a row the likelihood of each label, in the order of `net.labels`."""
        import numpy as np

        if not self.size:
            return []
        parts = self._net.parts
        last = np.maximum(self._first("acts"), 0) @ parts["last"] + parts["bias last"]
        found: list[list[float]] = _shared(last[:, : len(self._net.labels)]).tolist()
        return found

    def slots(self, at: Range, label: str, pair: Numbers) -> Numbers:
        """For each word how likely it is the core of the filler of each slot of an act, and how likely inside of one.

        at: the words of the act; pair: a row for each word of the sentence (see pairs.pairs). The answer has a row for
        each word, and a column for each of pairs.SLOTS twice.
        """
        import numpy as np

        parts = self._net.parts
        trigger = self._rows[at[0] : at[1]].mean(axis=0)
        own = trigger @ parts["slot trigger"] + parts["slot label"][self._net.numbers.get(label, 0)]
        words, _, both = self._more
        sums = words + own + pair @ parts["slot pair"]
        sums += (both * (trigger @ parts["slot both trigger"])) @ parts["slot both"]
        last = (np.maximum(sums, 0) @ parts["slot last"] + parts["slot bias last"]).astype(np.float64)
        found: Numbers = np.rint(_SHARE / (1 + np.exp(-last))) / _SHARE
        return found

    def firmness(self, at: Range, label: str, status: str) -> list[float]:
        """How likely an act is put in which of STATUSES. status: the one that the rules give it."""
        import numpy as np

        parts = self._net.parts
        sums = (
            self._more[1][at[0] : at[1]].mean(axis=0) + parts["status label"][self._net.numbers.get(label, 0)]
        )
        sums = sums + parts["status given"][STATUSES.index(status) if status in STATUSES else 0]
        last = np.maximum(sums, 0) @ parts["status last"] + parts["status bias last"]
        found: list[float] = _shared(last).tolist()
        return found


def known(net: Network, given: Inputs, size: int) -> Numbers:
    """What the rules know of each of the first words of a sentence, as numbers."""
    import numpy as np

    starts = net.starts
    found = np.zeros((size, starts["facts"]), np.float32)
    words = np.arange(size)
    found[words, [starts["tag"] + net.tags.get(tag, 0) for tag in given.tags[:size]]] = 1
    found[words, [starts["kind"] + net.kinds.get(kind, 0) for kind in given.kinds[:size]]] = 1
    found[:, starts["flags"] : starts["facts"]] = np.array(given.flags[:size], np.float32).reshape(size, -1)
    for at in range(size):
        if given.acts[at]:
            found[at, starts["act"] + net.numbers.get(given.acts[at], 0)] = 1
        for label in given.tables[at]:
            found[at, starts["tables"] + net.numbers.get(label, 0)] = 1
    return found


def _shared(sums: Numbers) -> Numbers:
    """The likelihoods that sums come to, in each row together 1 but for rounding."""
    import numpy as np

    wide = sums.astype(np.float64)
    powers = np.exp(wide - wide.max(axis=-1, keepdims=True))
    rounded: Numbers = np.rint(powers / powers.sum(axis=-1, keepdims=True) * _SHARE) / _SHARE
    return rounded
