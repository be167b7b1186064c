"""The trained encoder as an ONNX model in 8-bit whole numbers, with weights in fewer steps, so that its file packs small.

What a layer hands on is put into 8 bits as it comes (dynamic quantization), weights have one scale for each column. Every
constant of the model has a name, so that `weights` finds again what `graph` was made from: tools/narrow.py works on it.
"""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WIDTH, HEADS, LAYERS, PLACES = 384, 12, 6, 256
PART = WIDTH // HEADS  # numbers of a head
STEPS, PIECE_STEPS = 20, 10  # to each side of nought: of a layer's weight, of a piece's number
FINE = 127  # the same for matrices that tools/narrow.py has put right
MATRICES = ("query", "key", "value", "out", "up", "down")  # of a layer, in the order in which they are met
_OPSET, _IR = 20, 9
ONTO = (
    "rows",
    "slot rows",
    "status rows",
    "slot both rows",
)  # what each row is multiplied by, side by side: "onto",
BIAS = ("bias", "slot bias", "status bias")  # and what is added to the first of them
_NAMES = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
          "intermediate.dense", "output.dense")  # fmt: skip

Weights = dict[str, np.ndarray]
Window = dict[str, np.ndarray]  # pieces and the first of each word, as the encoder takes them


def stepped(weights: np.ndarray, steps: int, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights as whole numbers and the scale of each column or row. axis: along which a scale holds."""
    scale = np.abs(weights).max(axis=axis, keepdims=True) / steps
    return np.rint(weights / np.maximum(scale, 1e-12)).astype(np.int8), scale.astype(np.float32)


def put(found: Weights, name: str, weights: np.ndarray, bias: np.ndarray, steps: int = STEPS) -> None:
    """A matrix of a layer in whole steps, with its bias."""
    whole, scale = stepped(weights, steps, 0)
    found |= {f"{name} whole": whole, f"{name} scale": scale[0], f"{name} bias": bias.astype(np.float32)}


def joined(heads: Weights) -> Weights:
    """What stands on the rows, by the names of ONTO and BIAS, as one matrix of the model."""
    matrix = np.concatenate([heads[name] for name in ONTO], axis=1).astype(np.float64)
    bias = np.concatenate([heads[name] for name in BIAS])
    found: Weights = {}
    put(found, "onto", matrix, np.pad(bias, (0, matrix.shape[1] - len(bias))), FINE)
    return found


def whole(p: Weights, kept: list[int]) -> Weights:
    """What a training kept, as the model holds it. kept: the numbers of the pieces that stay."""
    pieces, scale = stepped(p["embeddings.word_embeddings.weight"][kept], PIECE_STEPS, 1)
    places = p["embeddings.position_embeddings.weight"] + p["embeddings.token_type_embeddings.weight"][0]
    found: Weights = {"pieces whole": pieces, "pieces scale": scale, "places": places.astype(np.float16)}
    for side in ("weight", "bias"):
        found[f"normal {side}"] = p[f"embeddings.LayerNorm.{side}"].astype(np.float32)
    for layer in range(LAYERS):
        own = f"encoder.layer.{layer}"
        for name, of in zip(MATRICES, _NAMES, strict=True):
            put(found, f"{layer} {name}", p[f"{own}.{of}.weight"].T, p[f"{own}.{of}.bias"])
        for name, of in (("middle", "attention.output"), ("end", "output")):
            for side in ("weight", "bias"):
                found[f"{layer} {name} {side}"] = p[f"{own}.{of}.LayerNorm.{side}"].astype(np.float32)
    return found


class Graph:
    """An ONNX graph as it grows."""

    def __init__(self, weights: Weights, seen: tuple[str, ...] = ()) -> None:
        """seen: what the model gives beside the rows: "2 heads", "2 up"."""
        self.nodes: list[Any] = []
        self.kept: dict[str, Any] = {}
        self.weights, self._seen = weights, dict.fromkeys(seen, "")

    def constant(self, value: np.ndarray, name: str = "") -> str:
        """A constant, by its name or a new one."""
        name = name or f"c{len(self.kept)}"
        self.kept[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def held(self, *names: str, kind: str = "") -> str:
        """Weights by name; several of one layer side by side."""
        some = [self.weights[f"{name} {kind}".strip()] for name in names]
        return self.constant(np.concatenate(some, axis=-1), f"{'+'.join(names)} {kind}".strip())

    def node(self, kind: str, given: list[str], outs: int = 1, **more: Any) -> Any:
        """A step; the names of what it gives."""
        names = [f"n{len(self.nodes)}_{at}" for at in range(outs)]
        self.nodes.append(helper.make_node(kind, given, names, **more))
        return names[0] if outs == 1 else names

    def numbers(self, *values: int) -> str:
        """A list of whole numbers."""
        return self.constant(np.array(values, np.int64))

    def halved(self, rows: str) -> tuple[str, str, str]:
        """Rows in 8 bits with their scale and nought."""
        first, scale, nought = self.node("DynamicQuantizeLinear", [rows], 3)
        return first, scale, nought

    def times(self, given: tuple[str, str, str], *names: str) -> str:
        """Rows in 8 bits times matrices that stand side by side, plus their bias."""
        sums = self.node("MatMulInteger", [given[0], self.held(*names, kind="whole"), given[2]])
        both = self.node("Mul", [given[1], self.held(*names, kind="scale")])
        plain = self.node("Mul", [self.node("Cast", [sums], to=TensorProto.FLOAT), both])
        return str(self.node("Add", [plain, self.held(*names, kind="bias")]))

    def normal(self, rows: str, name: str) -> str:
        """Layer normalisation."""
        given = [rows, self.held(name, kind="weight"), self.held(name, kind="bias")]
        return str(self.node("LayerNormalization", given, axis=-1, epsilon=1e-12))

    def shown(self, name: str, rows: str) -> str:
        """Rows, which the model gives too where that was asked."""
        if name in self._seen:
            self._seen[name] = rows
        return rows

    def model(self, rows: str) -> bytes:
        """The whole model. rows: what it gives first."""
        self.nodes.append(helper.make_node("Identity", [rows], ["rows"]))
        given = [helper.make_tensor_value_info(name, TensorProto.INT64, [size])
                 for name, size in (("pieces", "p"), ("first", "w"))]  # fmt: skip
        gives = [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["w", "n"])]
        gives += [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in self._seen.values()
        ]
        graph = helper.make_graph(self.nodes, "encoder", given, gives, list(self.kept.values()))
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
        return bytes(made.SerializeToString())


def model(p: Weights, kept: list[int], heads: Weights) -> bytes:
    """The model: pieces and first (of each word) in, a row for each word out, with its product with `onto` behind it.

    kept: the numbers of the pieces that stay; heads: see joined.
    """
    return graph(whole(p, kept) | joined(heads))


def graph(weights: Weights, seen: tuple[str, ...] = ()) -> bytes:
    """The model of some weights. seen: see Graph."""
    g = Graph(weights, seen)
    rows = g.node("Cast", [g.node("Gather", [g.held("pieces whole"), "pieces"])], to=TensorProto.FLOAT)
    rows = g.node("Mul", [rows, g.node("Gather", [g.held("pieces scale"), "pieces"])])
    near = g.node("Slice", [g.held("places"), g.numbers(0), g.node("Shape", ["pieces"])])
    rows = g.normal(g.node("Add", [rows, g.node("Cast", [near], to=TensorProto.FLOAT)]), "normal")
    for layer in range(LAYERS):
        rows = _layer(g, layer, rows)
    if "onto whole" in weights:
        rows = g.node("Concat", [rows, g.times(g.halved(rows), "onto")], axis=1)
    return g.model(rows)


def _layer(g: Graph, layer: int, rows: str) -> str:
    """One layer. Behind the last one only the first piece of each word is needed."""
    names = {name: f"{layer} {name}" for name in MATRICES}
    count = g.weights[f"{names['query']} bias"].size // PART
    split, back = g.numbers(-1, count, PART), g.numbers(-1, count * PART)
    last = layer == LAYERS - 1
    wanted = g.node("Gather", [rows, "first"]) if last else rows
    all_rows = g.halved(rows)
    three = [names[name] for name in ("query", "key", "value")]
    if last:
        own = g.halved(wanted)
        parts = [
            g.node("Reshape", [g.times(own if name == three[0] else all_rows, name), split]) for name in three
        ]
    else:
        both = g.node("Reshape", [g.times(all_rows, *three), g.numbers(-1, 3 * count, PART)])
        parts = g.node("Split", [both, g.numbers(count, count, count)], 3, axis=1)
    orders = ([1, 0, 2], [1, 2, 0], [1, 0, 2])
    asked, keys, values = (
        g.node("Transpose", [part], perm=order) for part, order in zip(parts, orders, strict=True)
    )
    near = g.node("Mul", [g.node("MatMul", [asked, keys]), g.constant(np.array(PART**-0.5, np.float32))])
    seen = g.node("MatMul", [g.node("Softmax", [near], axis=-1), values])
    seen = g.shown(f"{layer} heads", g.node("Reshape", [g.node("Transpose", [seen], perm=[1, 0, 2]), back]))
    rows = g.normal(g.node("Add", [g.times(g.halved(seen), names["out"]), wanted]), f"{layer} middle")
    up = g.node("Gelu", [g.times(g.halved(rows), names["up"])], approximate="tanh")
    up = g.shown(f"{layer} up", up)
    return g.normal(g.node("Add", [g.times(g.halved(up), names["down"]), rows]), f"{layer} end")


def weights(made: bytes) -> Weights:
    """What `graph` made a model from."""
    found: Weights = {}
    for one in onnx.load_from_string(made).graph.initializer:
        value = numpy_helper.to_array(one)
        front, _, kind = one.name.rpartition(" ")
        names = front.split("+")
        if len(names) > 1:
            found |= {
                f"{name} {kind}": some
                for name, some in zip(names, np.split(value, len(names), -1), strict=True)
            }
        elif not one.name.startswith("c"):
            found[one.name] = value
    return found


def packed(made: bytes) -> bytes:
    """A model as zlib packs it best: by how often each byte stands there, since nothing in it repeats."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 15, 8, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(made) + packer.flush()


def unpacked(raw: bytes) -> bytes:
    """A model as `packed` had it."""
    return zlib.decompress(raw)
