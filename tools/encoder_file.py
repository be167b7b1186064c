"""The trained encoder as an ONNX model in 8-bit whole numbers, with weights in fewer steps, so that its file packs small.

What a layer hands on is put into 8 bits as it comes (dynamic quantization), weights have one scale for each column.
"""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

WIDTH, HEADS, LAYERS, PLACES = 384, 12, 6, 256
STEPS, PIECE_STEPS = 20, 10  # to each side of nought: of a layer's weight, of a piece's number
_OPSET, _IR = 20, 9


def stepped(weights: np.ndarray, steps: int, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights as whole numbers and the scale of each column or row. axis: along which a scale holds."""
    scale = np.abs(weights).max(axis=axis, keepdims=True) / steps
    return np.rint(weights / np.maximum(scale, 1e-12)).astype(np.int8), scale.astype(np.float32)


class Graph:
    """An ONNX graph as it grows."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.kept: list[Any] = []

    def constant(self, value: np.ndarray) -> str:
        """A constant by name."""
        name = f"c{len(self.kept)}"
        self.kept.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

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

    def times(self, given: tuple[str, str, str], weights: np.ndarray, bias: np.ndarray) -> str:
        """Rows in 8 bits times weights, plus a bias."""
        whole, scale = stepped(weights, STEPS, 0)
        sums = self.node("MatMulInteger", [given[0], self.constant(whole), given[2]])
        both = self.node("Mul", [given[1], self.constant(scale[0])])
        plain = self.node("Mul", [self.node("Cast", [sums], to=TensorProto.FLOAT), both])
        return str(self.node("Add", [plain, self.constant(bias.astype(np.float32))]))

    def normal(self, rows: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Layer normalisation."""
        given = [rows, self.constant(weight.astype(np.float32)), self.constant(bias.astype(np.float32))]
        return str(self.node("LayerNormalization", given, axis=-1, epsilon=1e-12))


def model(p: dict[str, np.ndarray], kept: list[int]) -> bytes:
    """The model: pieces and first (of each word) in, a row for each word out. kept: the numbers of the pieces that stay."""
    g = Graph()
    whole, scale = stepped(p["embeddings.word_embeddings.weight"][kept], PIECE_STEPS, 1)
    rows = g.node("Cast", [g.node("Gather", [g.constant(whole), "pieces"])], to=TensorProto.FLOAT)
    rows = g.node("Mul", [rows, g.node("Gather", [g.constant(scale), "pieces"])])
    places = p["embeddings.position_embeddings.weight"] + p["embeddings.token_type_embeddings.weight"][0]
    near = g.node("Slice", [g.constant(places.astype(np.float16)), g.numbers(0), g.node("Shape", ["pieces"])])
    rows = g.node("Add", [rows, g.node("Cast", [near], to=TensorProto.FLOAT)])
    rows = g.normal(rows, p["embeddings.LayerNorm.weight"], p["embeddings.LayerNorm.bias"])
    for layer in range(LAYERS):
        rows = _layer(
            g,
            {n.split(f"layer.{layer}.")[1]: v for n, v in p.items() if f"layer.{layer}." in n},
            rows,
            last=layer == LAYERS - 1,
        )
    g.nodes.append(helper.make_node("Identity", [rows], ["rows"]))
    whole_number, number = TensorProto.INT64, TensorProto.FLOAT
    given = [
        helper.make_tensor_value_info("pieces", whole_number, ["p"]),
        helper.make_tensor_value_info("first", whole_number, ["w"]),
    ]
    graph = helper.make_graph(
        g.nodes, "encoder", given, [helper.make_tensor_value_info("rows", number, ["w", WIDTH])], g.kept
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    return bytes(made.SerializeToString())


def _layer(g: Graph, p: dict[str, np.ndarray], rows: str, *, last: bool) -> str:
    """One layer. last: only the first piece of each word is needed behind it."""
    part = WIDTH // HEADS
    split, back = g.numbers(-1, HEADS, part), g.numbers(-1, WIDTH)
    wanted = g.node("Gather", [rows, "first"]) if last else rows
    all_rows = g.halved(rows)
    own = g.halved(wanted) if last else all_rows

    def heads(given: tuple[str, str, str], name: str, order: list[int]) -> str:
        sums = g.times(given, p[f"attention.self.{name}.weight"].T, p[f"attention.self.{name}.bias"])
        return str(g.node("Transpose", [g.node("Reshape", [sums, split])], perm=order))

    asked, keys, values = (
        heads(own, "query", [1, 0, 2]),
        heads(all_rows, "key", [1, 2, 0]),
        heads(all_rows, "value", [1, 0, 2]),
    )
    near = g.node("Mul", [g.node("MatMul", [asked, keys]), g.constant(np.array(part**-0.5, np.float32))])
    seen = g.node("MatMul", [g.node("Softmax", [near], axis=-1), values])
    seen = g.node("Reshape", [g.node("Transpose", [seen], perm=[1, 0, 2]), back])
    out = g.times(g.halved(seen), p["attention.output.dense.weight"].T, p["attention.output.dense.bias"])
    rows = g.normal(
        g.node("Add", [out, wanted]),
        p["attention.output.LayerNorm.weight"],
        p["attention.output.LayerNorm.bias"],
    )
    up = g.times(g.halved(rows), p["intermediate.dense.weight"].T, p["intermediate.dense.bias"])
    up = g.node("Gelu", [up], approximate="tanh")
    down = g.times(g.halved(up), p["output.dense.weight"].T, p["output.dense.bias"])
    return g.normal(g.node("Add", [down, rows]), p["output.LayerNorm.weight"], p["output.LayerNorm.bias"])


def packed(made: bytes) -> bytes:
    """A model as zlib packs it best: by how often each byte stands there, since nothing in it repeats."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 15, 8, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(made) + packer.flush()
