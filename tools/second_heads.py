"""The layers that tell, for one act of a sentence, which words fill its slots and how firmly it is put; needs jax.

They stand on the encoder's rows (tools/encoder.py) and are trained with them. See testigo.reading.second.sight, which
reads what `named` gives.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from encoder import Params, dropped
from encoder_file import WIDTH

from testigo.reading.second.pairs import SLOTS
from testigo.reading.second.pairs import WIDTH as PAIR
from testigo.reading.second.sight import STATUSES

HIDDEN, BOTH, FIRM = 160, 64, 64
OUT = 2 * len(SLOTS)  # the core of each slot's filler, then all of it
_FACTS = ("slot rows", "status rows")  # these hold the rows of what the rules know of a word too


def heads(facts: int, labels: int, seed: int) -> Params:
    """The weights before the first lesson. facts: numbers that the rules know of a word."""
    chance = np.random.RandomState(seed)

    def some(rows: int, columns: int, scale: float = 1.0) -> np.ndarray:
        return chance.randn(rows, columns) * np.sqrt(scale / rows)

    found = {
        "slot trigger": some(WIDTH, HIDDEN),
        "slot rows": some(WIDTH + facts, HIDDEN),
        "slot pair": some(PAIR + len(SLOTS), HIDDEN, 2.0),
        "slot label": some(labels, HIDDEN) * 0.3,
        "slot bias": np.zeros(HIDDEN),
        "slot last": some(HIDDEN, OUT, 0.2),
        "slot bias last": np.full(OUT, -3.0),  # most words fill nothing
        "slot both trigger": some(WIDTH, BOTH),
        "slot both rows": some(WIDTH, BOTH),
        "slot both": some(BOTH, HIDDEN, 0.5),
        "status rows": some(WIDTH + facts, FIRM),
        "status label": some(labels, FIRM) * 0.3,
        "status given": np.zeros((len(STATUSES), FIRM)),
        "status bias": np.zeros(FIRM),
        "status last": some(FIRM, len(STATUSES), 0.2),
        "status bias last": np.zeros(len(STATUSES)),
    }
    return {name: jnp.asarray(value, jnp.float32) for name, value in found.items()}


def seen(p: Params, words: Any, batch: dict[str, Any], key: Any = None) -> tuple[Any, Any]:
    """For each act the sums of each word and slot, and of each status. words: the encoder's rows; key: for what is hidden in
    training; None afterwards."""

    def hidden(some: Any, number: int, rate: float) -> Any:
        return some if key is None else dropped(jax.random.fold_in(key, number), some, rate)

    facts, at = batch["facts"], batch["acts"]
    trigger = hidden(jnp.einsum("baw,bwd->bad", at, words), 1, 0.1)
    label = batch["label"]
    sums = (trigger @ p["slot trigger"] + p["slot label"][label])[:, :, None]
    sums = sums + (jnp.concatenate([hidden(words, 0, 0.1), facts], -1) @ p["slot rows"])[:, None]
    sums = sums + batch["pair"] @ p["slot pair"] + p["slot bias"]
    both = (trigger @ p["slot both trigger"])[:, :, None] * (words @ p["slot both rows"])[:, None]
    sums = sums + both @ p["slot both"]
    slots = hidden(jax.nn.relu(sums), 2, 0.2) @ p["slot last"] + p["slot bias last"]
    own = jnp.concatenate([trigger, jnp.einsum("baw,bwd->bad", at, facts)], -1) @ p["status rows"]
    own = own + p["status label"][label] + batch["told"] @ p["status given"] + p["status bias"]
    return slots, hidden(jax.nn.relu(own), 3, 0.2) @ p["status last"] + p["status bias last"]


def cost(p: Params, words: Any, batch: dict[str, Any], key: Any) -> Any:
    """What the mistakes in slots and statuses cost."""
    slots, firm = seen(p, words, batch, key)
    fits = jnp.maximum(slots, 0) - slots * batch["fills"] + jnp.log1p(jnp.exp(-jnp.abs(slots)))
    slots_cost = (fits * batch["fills weight"]).sum() / (batch["filled"].sum() * len(SLOTS) + 1)
    likely = jnp.take_along_axis(jax.nn.log_softmax(firm), batch["status"][..., None], -1)[..., 0]
    return slots_cost - 0.5 * (likely * batch["there act"]).sum() / (batch["there act"].sum() + 1)


def named(p: dict[str, np.ndarray], parts: dict[str, tuple[int, int]]) -> dict[str, np.ndarray]:
    """The weights as network.assembled takes them. parts: where each part of the facts starts, and how long it is."""
    found = {name: value for name, value in p.items() if name.startswith(("slot ", "status "))}
    for name in _FACTS:
        of, whole = name.split(" ")[0], found[name]
        found[name] = whole[:WIDTH]
        for part, (start, size) in parts.items():
            found[f"{of} {part}"] = whole[WIDTH + start : WIDTH + start + size]
    return {name: value.astype(np.float16) for name, value in found.items()}
