"""Make the encoder of a trained network narrower, so that it reads faster: fewer heads and fewer inner numbers of each layer.

    python tools/narrow.py TEXTS... [--net acts.npz] [--heads 2] [--inner 0.25,0.2,0.25,0.2,0.3,0.3] [--steps 1000]
    python tools/narrow.py TEXTS... --heads 0 --inner 0,0,0,0,0,0 --steps 1400 --all-words --teacher OLD.npz

Rules:
- What goes is what the rest can best stand in for: one after the other, the head or number whose leaving out changes what
  the layer gives the least, the weights that stay put right for it by least squares, on the texts.
- Then the narrow encoder learns to give the rows that the wide one gives (`--steps`). No marks are needed for either, and
  the layers on top stay as they are.
- A wide one that was shown every word (`--all-words`) is shown every word here too, and the narrow one not those that
  reading passes over.
- Texts are marked files (tools/marked) or plain ones; names are hidden as in reading.
Source: Hassibi and Stork (1993), "Second order derivatives for network pruning"; Kurtic and others (2023), "ZipLM"; Hinton
and others (2015), "Distilling the knowledge in a neural network". Needs onnx, and torch for `--steps`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import encoder_file
import numpy as np
import onnxruntime
from encoder_file import FINE, LAYERS, PART, Weights, Window
from marked import ROOT

from testigo.archive.text import report_of_text
from testigo.reading.second.encoder import PASSED, Encoded
from testigo.reading.second.network import network
from testigo.reading.second.shown import shown
from testigo.reading.tokens import document

_FIRM = 1e-4  # how much the least squares hold on to the weights as they were
_MARK = re.compile(r"\{\d+ [^:{}]*:([^{}]*)\}")
_CHUNK = 10  # paragraphs that are read together

Shown = tuple[Window, Window]  # the same words to the narrow encoder and to the wide one


def windows(paths: Sequence[Path], most: int, seed: int = 5, *, all_words: bool = False) -> list[Shown]:
    """What the encoders are shown of some texts, in no order; at most so many. all_words: whether the wide one sees all."""
    kind = AllWords if all_words else Encoded
    chance = np.random.default_rng(seed)
    found: list[Shown] = []
    chunks = [chunk for path in paths for chunk in _chunks(path)]
    for at in chance.permutation(len(chunks)).tolist():
        found += [
            (lean(one), with_less(one)) if all_words else (one, one) for one in _shown(chunks[at], kind)
        ]
        if len(found) >= most:
            break
    return found[:most]


def _chunks(path: Path) -> Iterator[str]:
    """A text without its marks, some paragraphs at a time."""
    text = _MARK.sub(r"\1", path.read_text("utf-8"))
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    for at in range(0, len(lines), _CHUNK):
        yield re.sub(r"[{}]", "", "\n\n".join(lines[at : at + _CHUNK]))


class _Kept:
    """Stands where the encoder does, and keeps what it is shown."""

    def __init__(self) -> None:
        self.windows: list[Window] = []

    def run(self, _wanted: list[str] | None, given: dict[str, Any]) -> list[Any]:
        self.windows.append(given)
        return [np.zeros((len(given["first"]), 1), np.float32)]


class AllWords(Encoded):
    """The windows of an encoder that is shown every word."""

    def _parts(self, word: str) -> tuple[int, ...]:
        return self._pieces.of(word)


def _passed(window: Window) -> set[int]:
    """Where words stand that reading passes over."""
    ids, first = window["pieces"].tolist(), window["first"].tolist()
    starts = {*first, *(at for at, number in enumerate(ids) if number == network().pieces.end)}
    passed = {network().pieces.of(word)[0] for word in PASSED}
    return {at for at in first if ids[at] in passed and at + 1 in starts}


def with_less(window: Window) -> Window:
    """A window of all words, of which only those are asked for that reading does not pass over."""
    passed = _passed(window)
    return window | {"first": np.array([at for at in window["first"].tolist() if at not in passed], np.int64)}


def lean(window: Window) -> Window:
    """A window without the words that reading passes over."""
    passed = _passed(window)
    stays = [at not in passed for at in range(len(window["pieces"]))]
    moved = np.cumsum(stays) - 1
    return {"pieces": window["pieces"][stays], "first": moved[with_less(window)["first"]]}


def _shown(text: str, kind: type[Encoded]) -> list[Window]:
    """The windows of a text."""
    kept = _Kept()
    sentences = document(report_of_text(text)).sentences
    encoded = kind(kept, network().pieces, [shown(sentence.tokens) for sentence in sentences])
    for number in range(len(sentences)):
        encoded.rows(number)
    return kept.windows


def session(model: bytes) -> Any:
    """A model ready to run."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@dataclass
class Fit:
    """What a matrix is made smaller by. products: of all its inputs, the last of them always 1; rows: its weights, its bias last."""

    products: np.ndarray
    rows: np.ndarray

    def without(self, groups: list[list[int]], count: int) -> tuple[np.ndarray, np.ndarray, float]:
        """The inputs that stay when `count` groups go, the weights put right, and the share of what is given that is lost."""
        size = len(self.products)
        firm = _FIRM * np.trace(self.products[:-1, :-1]) / size
        held = self.products + firm * np.diag([*[1.0] * (size - 1), 0.0])
        inverse, rows, lost = np.linalg.inv(held), self.rows.copy(), 0.0
        there = list(range(len(groups)))
        for _ in range(count):
            costs = self._costs(inverse, rows, groups, there)
            at = int(np.argmin(costs))
            lost += costs[at]
            gone = groups[there.pop(at)]
            part = inverse[:, gone] @ np.linalg.inv(inverse[np.ix_(gone, gone)])
            rows -= part @ rows[gone]
            inverse -= part @ inverse[gone]
            inverse[gone], inverse[:, gone] = 0, 0
        stays = np.array([*(n for group in there for n in groups[group]), size - 1])
        right = np.linalg.solve(held[np.ix_(stays, stays)], held[stays] @ self.rows)
        whole = float(np.einsum("ij,ik,kj->", self.rows, self.products, self.rows))
        return stays[:-1], right, float(lost) / whole

    @staticmethod
    def _costs(
        inverse: np.ndarray, rows: np.ndarray, groups: list[list[int]], there: list[int]
    ) -> np.ndarray:
        """What leaving out each group costs."""
        if len(groups[0]) == 1:
            own = [groups[group][0] for group in there]
            single: np.ndarray = (rows[own] ** 2).sum(axis=1) / np.maximum(np.diag(inverse)[own], 1e-30)
            return single
        costs = []
        for group in there:
            at = groups[group]
            costs.append(np.einsum("ij,ik,kj->", rows[at], np.linalg.inv(inverse[np.ix_(at, at)]), rows[at]))
        return np.array(costs)


def fit(weights: Weights, seen: str, name: str, shown_to: Sequence[Window]) -> Fit:
    """What is needed to make a matrix smaller. seen: its inputs, by the name that the graph gives them."""
    ready, products = session(encoder_file.graph(weights, (seen,))), 0.0
    for window in shown_to:
        inputs = ready.run(None, window)[1]
        inputs = np.concatenate([inputs, np.ones((len(inputs), 1), np.float32)], axis=1)
        products = products + (inputs.T @ inputs).astype(np.float64)
    rows = weights[f"{name} whole"].astype(np.float64) * weights[f"{name} scale"]
    return Fit(np.asarray(products), np.vstack([rows, weights[f"{name} bias"]]))


@dataclass
class Cut:
    """What goes. seen: the inputs of a matrix, by the name that the graph gives them; before: the matrices that give them.

    wide: how many of them go together; count: how many such groups go.
    """

    seen: str
    matrix: str
    before: tuple[str, ...]
    wide: int
    count: int


def narrowed(weights: Weights, heads: int, inner: Sequence[float], shown_to: Sequence[Window]) -> Weights:
    """The weights with so many heads less in each layer, and that share of inner numbers less."""
    found = dict(weights)
    for layer, share in enumerate(inner):
        count = round(share * len(found[f"{layer} down whole"]) / PART) * PART
        _smaller(found, layer, Cut("heads", "out", ("query", "key", "value"), PART, heads), shown_to)
        _smaller(found, layer, Cut("up", "down", ("up",), 1, count), shown_to)
    return found


def _smaller(found: Weights, layer: int, cut: Cut, shown_to: Sequence[Window]) -> None:
    """Leave out inputs of a matrix of a layer, and what gives them."""
    if not cut.count:
        return
    own = fit(found, f"{layer} {cut.seen}", f"{layer} {cut.matrix}", shown_to)
    size = len(own.rows) - 1
    groups = [list(range(start, start + cut.wide)) for start in range(0, size, cut.wide)]
    stays, right, lost = own.without(groups, cut.count)
    encoder_file.put(found, f"{layer} {cut.matrix}", right[:-1], right[-1], FINE)
    for other in cut.before:
        for kind in ("whole", "scale", "bias"):
            found[f"{layer} {other} {kind}"] = found[f"{layer} {other} {kind}"][..., stays]
    print(
        f"layer {layer} {cut.matrix}: {len(groups) - cut.count} of {len(groups)} stay, {lost:.4f} lost",
        flush=True,
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--net", type=Path, default=ROOT / "src/testigo/reading/second/acts.npz")
    parser.add_argument(
        "--teacher", type=Path, help="the network whose rows are learnt (default: --net as it was)"
    )
    parser.add_argument(
        "--all-words", action="store_true", help="the teacher was shown what reading passes over"
    )
    parser.add_argument("--heads", type=int, default=2)
    parser.add_argument("--inner", default="0.25,0.2,0.25,0.2,0.3,0.3")
    parser.add_argument("--windows", type=int, default=8000)
    parser.add_argument("--steps", type=int, default=0)
    asked = parser.parse_args()
    with np.load(asked.net) as held:
        arrays = {name: held[name] for name in held.files}
    own = encoder_file.weights(encoder_file.unpacked(arrays["encoder"].tobytes()))
    with np.load(asked.teacher or asked.net) as held:
        wide = encoder_file.unpacked(held["encoder"].tobytes())
    inner = [float(share) for share in asked.inner.split(",")]
    if len(inner) != LAYERS:
        parser.error(f"--inner takes {LAYERS} shares")
    if "onto whole" not in own:
        heads = (*encoder_file.ONTO, *encoder_file.BIAS)
        own |= encoder_file.joined({name: arrays.pop(name) for name in heads})
    some = windows(asked.texts, asked.windows, all_words=asked.all_words)
    found = narrowed(own, asked.heads, inner, [narrow for narrow, _ in some[: asked.windows // 5]])
    if asked.steps:
        from distilled import distilled

        found = distilled(wide, found, some, asked.steps)
    packed = encoder_file.packed(encoder_file.graph(found))
    np.savez_compressed(asked.net, **arrays | {"encoder": np.frombuffer(packed, np.uint8)})


if __name__ == "__main__":
    main()
