"""The encoder: what each word of a document means where it stands, as a row of numbers.

Six layers of a small pretrained transformer, trained further on marked sentences (tools/train_second.py), its weights in
whole numbers; ONNX Runtime runs it, on one thread. It sees the sentences of a window together: as many as have 112 pieces,
or one longer sentence with its first 256, so that its work grows with the text and no faster.

Rules:
- ONNX Runtime may not report its use to anybody: the version is one that cannot, and newer ones are told not to.
- Windows are filled from the start of a document, whatever is asked: the same document gives the same rows.
- Articles and stops are passed over, an eighth of all: each has the row of what stands behind it.
- What stands behind the first words of a very long sentence gets no row.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from testigo.reading.lists import wordset
from testigo.reading.second.inputs import LONGEST
from testigo.reading.second.pieces import Pieces

if TYPE_CHECKING:
    from testigo.reading.second.arrays import Rows

WINDOW = 112  # pieces that are looked at together
_AHEAD = 6  # windows that are looked at one after the other: each time the encoder runs, all else leaves the processor's cache
_MOST = 256  # pieces of a sentence that is longer than a window
PASSED = wordset("the a an .")  # words that are passed over


class Session(Protocol):
    """A loaded encoder, as ONNX Runtime has it."""

    def run(self, wanted: list[str] | None, given: dict[str, Any]) -> list[Any]:
        """The outputs for some inputs."""


def session(model: bytes) -> Session:
    """An encoder ready to run.

    model: an ONNX model that takes the pieces and the first piece of each word that has some, and gives a row for each.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # whoever sets it otherwise does not know whom it endangers
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sums in the same order
    options.log_severity_level = 3
    loaded: Session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return loaded


class Encoded:
    """The rows of a document's words, sentence by sentence; those of some windows are at hand at a time."""

    def __init__(self, ready: Session, pieces: Pieces, sentences: Sequence[Sequence[str]]) -> None:
        """sentences: the words of each, in the order of the text."""
        self._ready, self._pieces, self._sentences = ready, pieces, sentences
        self._of: dict[str, tuple[int, ...]] = {}  # goes with the document, whose words it holds
        self._window_of = self._parted()
        self._first = 0  # the sentence whose rows are the first at hand
        self._rows: list[Rows] = []

    def rows(self, sentence: int) -> Rows:
        """The rows of a sentence: one for each of its first words."""
        if not self._first <= sentence < self._first + len(self._rows):
            self._first = at = self._window_of[sentence][0]
            self._rows = []
            for _ in range(_AHEAD):
                if at < len(self._window_of):
                    self._rows += self._encoded(self._window_of[at])
                    at = self._window_of[at][1]
        return self._rows[sentence - self._first]

    def _parts(self, word: str) -> tuple[int, ...]:
        """The pieces of a word; none of one that is passed over."""
        found = self._of.get(word)
        if found is None:
            found = self._of[word] = () if word in PASSED else self._pieces.of(word)
        return found

    def _parted(self) -> list[tuple[int, int]]:
        """For each sentence the first sentence of its window and the one behind the last."""
        of = self._parts
        starts, size = [0], 1
        for number, words in enumerate(self._sentences):
            more = sum(len(of(word)) for word in words[:LONGEST]) + 1
            if size > 1 and size + more > WINDOW:
                starts.append(number)
                size = 1
            size += more
        ends = [*starts[1:], len(self._sentences)]
        return [(start, end) for start, end in zip(starts, ends, strict=True) for _ in range(start, end)]

    def _encoded(self, window: tuple[int, int]) -> list[Rows]:
        """The rows of the sentences of a window."""
        import numpy as np

        ids = [self._pieces.start]
        first: list[int] = []  # of what has a row: words that are not passed over, ends of sentences
        rows_of: list[list[int]] = []  # for each sentence the row of each word
        for words in self._sentences[window[0] : window[1]]:
            own: list[int] = []
            for word in words[:LONGEST]:
                some = self._parts(word)
                if len(ids) + len(some) >= _MOST:
                    break
                own.append(len(first))
                if some:
                    first.append(len(ids))
                    ids.extend(some)
            if own and own[-1] == len(first):
                first.append(len(ids))
            ids.append(self._pieces.end)
            rows_of.append(own)
        if not first:
            return [np.zeros((0, 0), np.float32) for _ in rows_of]
        given = {"pieces": np.array(ids, np.int64), "first": np.array(first, np.int64)}
        rows = self._ready.run(None, given)[0]
        return [rows[own] for own in rows_of]
