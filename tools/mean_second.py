"""The mean of the weights of several runs of tools/train_second.py as a network: it knows more than each of them.

    PYTHONPATH=src python tools/mean_second.py KEPT... [--out acts.npz]     (KEPT: what --keep or --keep-careful wrote)

The pieces are those of the first; one that another does not know counts as the first has it. Of a layer that a run did not
have yet the mean is that of the others.
Source: Wortsman and others (2022), "Model soups".
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from marked import ROOT
from train_second import PIECES, held

Weights = dict[str, np.ndarray]


def weights(path: Path) -> tuple[list[str], Weights]:
    """The pieces and the weights that a run kept."""
    with np.load(path) as kept:
        names = bytes(kept["names"]).decode().split("\n")
        return names, {name: np.asarray(kept[name]) for name in kept.files if name != "names"}


def mean(paths: list[Path]) -> tuple[list[str], Weights]:
    """The pieces of the first and the mean of all."""
    names, first = weights(paths[0])
    sums = {name: value.astype(np.float64) for name, value in first.items()}
    counts = dict.fromkeys(sums, 1)
    for path in paths[1:]:
        own, other = weights(path)
        rows = {name: at for at, name in enumerate(own)}
        at = np.array([rows.get(name, -1) for name in names])
        other[PIECES] = np.where((at >= 0)[:, None], other[PIECES][at], first[PIECES])
        for name in sums.keys() & other.keys():
            sums[name] += other[name]
            counts[name] += 1
    return names, {name: (value / counts[name]).astype(np.float32) for name, value in sums.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kept", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=ROOT / "src/testigo/reading/second/acts.npz")
    asked = parser.parse_args()
    names, params = mean(asked.kept)
    np.savez_compressed(asked.out, **held(params, names, list(range(len(names)))))


if __name__ == "__main__":
    main()
