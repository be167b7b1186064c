"""Copies and near copies among many reports, and long passages in the same words. Near-linear in the texts.

Rules:
- Texts with the same words, whatever their punctuation and case, are one class; only its first report is compared further.
- Near copies are found by MinHash over runs of five words, in locality-sensitive buckets (datasketch). A report is compared
  only with the reports that stand for a class of near copies: two thousand copies of one article are two thousand
  comparisons, not two million.
- Long passages are found by runs of eight words that stand in few texts. What stands in more than MOST_SHARED texts is a
  formula ("sign up for our letter") and no sign of copying.
- Seeds are fixed: same texts, same answer, in any order of arrival with the same ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testigo.weighing import words
from testigo.weighing.seen import SeenReport

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

RUN, PASSAGE = 5, 8
FEWEST_WORDS = 12
PERMUTATIONS, BANDS, ROWS = 64, 16, 4
MOST_SHARED = 12
SURELY = 0.8
"""From here on a text stands for nobody but its class; below it may be the first of a class of its own."""
_MULTIPLIER = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text as numbers: digest of its words, how many words, hashes of its runs of RUN and of PASSAGE words (sorted)."""

    id: int
    digest: bytes
    words: int
    runs: Hashes
    passages: Hashes


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts with words in common. left stands for its class; shared: runs in common, of left's and of right's."""

    left: int
    right: int
    shared: int
    of_left: int
    of_right: int
    same: bool = False

    @property
    def contained(self) -> float:
        """The share of the shorter text's runs that stand in the other, 0 to 1."""
        return self.shared / max(1, min(self.of_left, self.of_right))


class Shingler:
    """Turns texts into numbers; each distinct word is hashed once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def shingled(self, report: SeenReport) -> Shingled:
        """The readable text of a report as numbers."""
        import numpy as np

        low = [w.low for span in report.passages for w in words.words(report.text, span)]
        tokens = np.fromiter((self._hash(word) for word in low), dtype=np.uint64, count=len(low))
        digest = hashlib.blake2b("\x00".join(low).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        return Shingled(report.id, digest, len(low), _runs(tokens, RUN), _runs(tokens, PASSAGE))

    def _hash(self, word: str) -> int:
        known = self._known.get(word)
        if known is None:
            data = word.encode("utf-8", "surrogatepass")
            known = int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")
            self._known[word] = known
        return known


def _runs(tokens: Hashes, length: int) -> Hashes:
    """The hashes of all runs of so many words, each once, sorted."""
    import numpy as np

    if len(tokens) < length:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(len(tokens) - length + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for n in range(length):
            total = total * np.uint64(_MULTIPLIER) + tokens[n : n + len(total)]
        # The low bits of a product know only the low bits of its factors: mix before they are used as a hash.
        total ^= total >> np.uint64(29)
    return np.unique(total)


def classes(texts: Iterable[Shingled]) -> dict[int, int]:
    """For each report with the same words as an earlier one: that earlier one. texts: in the order of age."""
    first: dict[bytes, int] = {}
    same: dict[int, int] = {}
    for text in texts:
        if text.words < FEWEST_WORDS:
            continue
        leader = first.setdefault(text.digest, text.id)
        if leader != text.id:
            same[text.id] = leader
    return same


def near_copies(texts: Sequence[Shingled], least: float = 0.5) -> list[Alike]:
    """Each text that is a near copy of an earlier one, with the one that it is most like.

    texts: distinct ones in the order of age. least: share of the shorter one's runs that must stand in the other.
    """
    from datasketch import MinHashLSH

    index: Any = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    by_id = {text.id: text for text in texts}
    found = []
    for text, sketch in _sketches(texts):
        best = None
        for leader in sorted(index.query(sketch)):
            alike = compared(by_id[leader], text)
            if alike.contained >= least and (best is None or alike.shared > best.shared):
                best = alike
        if best is None or best.contained < SURELY:
            index.insert(text.id, sketch)
        if best is not None:
            found.append(best)
    return found


def _sketches(texts: Sequence[Shingled]) -> Iterable[tuple[Shingled, Any]]:
    from datasketch import MinHash

    model: Any = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=int, scheme="affine64")
    for text in texts:
        if text.words < FEWEST_WORDS:
            continue
        sketch = model.copy()
        sketch.update_batch(text.runs.tolist())
        yield text, sketch


def compared(left: Shingled, right: Shingled) -> Alike:
    """How many runs of words two texts share."""
    import numpy as np

    shared = int(np.isin(right.runs, left.runs, assume_unique=True).sum())
    return Alike(left.id, right.id, shared, len(left.runs), len(right.runs), same=left.digest == right.digest)


def shared_passages(texts: Sequence[Shingled]) -> Mapping[tuple[int, int], int]:
    """For each pair of texts (smaller place first, by their places in `texts`), how many rare runs of PASSAGE words they share."""
    import numpy as np

    if not texts:
        return {}
    runs = np.concatenate([text.passages for text in texts])
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text.passages) for text in texts])
    order = np.lexsort((owner, runs))
    runs, owner = runs[order], owner[order]
    starts = (
        np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1]))) if len(runs) else np.empty(0, int)
    )
    sizes = np.diff(np.append(starts, len(runs)))
    keys: list[Any] = []
    for size in range(2, MOST_SHARED + 1):
        at = starts[sizes == size]
        for left in range(size):
            keys += [owner[at + left] * len(texts) + owner[at + right] for right in range(left + 1, size)]
    if not keys:
        return {}
    pairs, counts = np.unique(np.concatenate(keys), return_counts=True)
    return {
        (int(pair) // len(texts), int(pair) % len(texts)): int(count)
        for pair, count in zip(pairs, counts, strict=True)
    }
