"""Train testigo.reading.second.company from marked sentences (tools/marked.py); needs jax and optax. See docs/second.md.

    python tools/train_company.py MARKED... [--coded FOLDER...] [--careful FOLDER...] [--out company.npz]

Rules:
- Each marked act is one lesson: its features, its label. A feature that is met seldom is left out.
- In training features are hidden by chance, so that no single one decides.
- Lessons from reports that the rules were made from (--coded) do not show what the rules made of them.
- What is kept is in whole numbers, few enough that the file packs small.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from marked import ROOT, Lesson, lessons_in
from train_second import LABELS, numbered

from testigo.reading.second.company import keys

RANK = 24  # numbers of a feature
LEAST = 8  # how often a feature is met at least
MOST = 128  # features of an act at most
BATCH, ROUNDS, RATE, HIDE, PULL = 2048, 6, 0.01, 0.4, 1e-6
STEPS, WIDE = 9, 3.5  # steps to each side of nought; how many standard deviations they reach
QUICK = 0.5  # what a lesson that is not careful counts
Params = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """One lesson. keys: of its features; label: a number of LABELS, from 0 for the first act; weight: what it counts."""

    keys: tuple[int, ...]
    label: int
    weight: float


def marks_of(lessons: Sequence[Lesson], weight: float, *, shown: bool) -> Iterator[Mark]:
    """The marked acts of some sentences. shown: whether the rules' acts are."""
    for one in lessons:
        given = one.given if shown else dataclasses.replace(one.given, acts=("",) * len(one.given.words))
        at = 0
        while at < len(one.wanted):
            last = at + 1
            if one.wanted[at]:
                while last < len(one.wanted) and one.wanted[last] == one.wanted[at]:
                    last += 1
                label = numbered(one.wanted[at])
                if label:
                    yield Mark(tuple(sorted(keys(given, (at, last)))), label - 1, weight)
            at = last


def table(marks: Sequence[Mark]) -> dict[int, int]:
    """Feature -> its row, from 1; row 0 is for none."""
    counts = Counter(key for mark in marks for key in mark.keys)
    return {key: at for at, key in enumerate(sorted(k for k, n in counts.items() if n >= LEAST), 1)}


def filled(marks: Sequence[Mark], rows: dict[int, int]) -> np.ndarray:
    """The rows of the features of each mark, 0 where there are no more."""
    found = np.zeros((len(marks), MOST), np.int32)
    for number, mark in enumerate(marks):
        some = [rows[key] for key in mark.keys if key in rows][:MOST]
        found[number, : len(some)] = some
    return found


def sums(p: Params, rows: Any, there: Any) -> Any:
    """The sums of all labels."""
    return (p["parts"][rows] * there[..., None]).sum(1) @ p["last"] + p["bias"]


def trained(marks: Sequence[Mark], rows: dict[int, int], seed: int) -> Params:
    """The numbers that name the marks best."""
    chance = np.random.RandomState(seed)
    shape = (len(rows) + 1, RANK), (RANK, len(LABELS) - 1)
    p: Params = {
        "parts": jnp.asarray(chance.randn(*shape[0]) * 0.1, jnp.float32),
        "last": jnp.asarray(chance.randn(*shape[1]) * 0.1, jnp.float32),
        "bias": jnp.zeros(shape[1][1]),
    }
    given = filled(marks, rows)
    label = np.array([mark.label for mark in marks], np.int32)
    weight = np.array([mark.weight for mark in marks], np.float32)
    steps = ROUNDS * (len(marks) // BATCH)
    maker = optax.adam(optax.cosine_decay_schedule(RATE, steps))
    state, key = maker.init(p), jax.random.PRNGKey(seed)

    def costs(p: Params, some: Any, there: Any, wanted: Any, counts: Any) -> Any:
        likely = jnp.take_along_axis(jax.nn.log_softmax(sums(p, some, there)), wanted[:, None], 1)[:, 0]
        return -(counts * likely).sum() / counts.sum()

    @jax.jit
    def step(p: Params, state: Any, some: Any, wanted: Any, counts: Any, key: Any) -> Any:
        there = (some > 0) * jax.random.bernoulli(key, 1 - HIDE, some.shape) / (1 - HIDE)
        slope = jax.grad(costs)(p, some, there, wanted, counts)
        slope = {name: value + PULL * p[name] for name, value in slope.items()}
        change, state = maker.update(slope, state, p)
        return optax.apply_updates(p, change), state

    for _ in range(ROUNDS):
        order = chance.permutation(len(marks))
        for first in range(0, len(marks) - BATCH + 1, BATCH):
            some, (key, now) = order[first : first + BATCH], jax.random.split(key)
            p, state = step(p, state, *(jnp.asarray(one[some]) for one in (given, label, weight)), now)
    return p


def held(p: Params, rows: dict[int, int]) -> dict[str, np.ndarray]:
    """What was learnt in whole numbers, as company.assembled takes it."""
    parts = np.asarray(p["parts"])[1:]
    scale = np.maximum(parts.std(axis=0) * WIDE / STEPS, 1e-9)
    whole = np.clip(np.rint(parts / scale), -STEPS, STEPS).astype(np.int8)
    there = np.abs(whole).max(axis=1) > 0
    keys_of = np.array(list(rows), np.uint32)[there]
    last = (np.asarray(p["last"]) * scale[:, None]).astype(np.float32)
    labels = np.frombuffer("\n".join(LABELS[1:]).encode(), np.uint8)
    return {
        "labels": labels,
        "keys": keys_of,
        "parts": whole[there],
        "last": last,
        "bias": np.asarray(p["bias"], np.float32),
    }


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("marked", type=Path, nargs="+", help="folders of marked files")
    parser.add_argument(
        "--coded", type=Path, nargs="*", default=[], help="coded reports that rules were made from"
    )
    parser.add_argument("--careful", type=Path, nargs="*", default=[], help="folders marked with more care")
    parser.add_argument("--out", type=Path, default=ROOT / "src/testigo/reading/second/company.npz")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    marks = [
        mark
        for folders, weight, shown in (
            (asked.marked, QUICK, True),
            (asked.careful, 1.0, True),
            (asked.coded, 1.0, False),
        )
        for folder in folders
        for mark in marks_of(lessons_in(folder), weight, shown=shown)
    ]
    rows = table(marks)
    print(f"{len(marks)} acts, {len(rows)} features", flush=True)
    np.savez_compressed(asked.out, **held(trained(marks, rows, asked.seed), rows))


if __name__ == "__main__":
    main()
