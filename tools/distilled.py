"""A narrow encoder learns to give the rows that a wide one gives; needs torch. See tools/narrow.py.

Rules:
- Weights are in the whole steps of the file all along, and so is what a layer hands on; slopes pass as if they were not.
- What is kept is the running mean of the weights.
- Pieces and places stay as they are, and so does what stands on the rows: only layers learn.
- Two things may not be missed: the rows, and what the first layers on top make of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import encoder_file
import numpy as np
import torch
from encoder_file import FINE, LAYERS, MATRICES, PART, STEPS, WIDTH, Weights, Window
from torch.nn import functional

BATCH = 10
RATES = 1e-4, 3e-4  # the highest rate, of matrices in few steps and of all else
WARM, END = 50, 0.03  # the steps up to it, its share at the end
_STEPS = {name: FINE if name in ("out", "down") else STEPS for name in MATRICES}
_NORMS = ("middle", "end")

Params = dict[str, Any]


def distilled(wide: bytes, narrow: Weights, windows: Sequence[tuple[Window, Window]], steps: int) -> Weights:
    """The narrow weights after so many steps, in whole steps.

    wide: the model of the wide encoder; windows: what is shown to the narrow one and to the wide one.
    """
    from narrow import session

    teacher = session(wide)
    onto = torch.tensor(narrow["onto whole"].astype(np.float32) * narrow["onto scale"])
    params = _params(narrow)
    still = _still(narrow)
    mean = {name: value.detach().clone() for name, value in params.items()}
    few = {name for name in params if _STEPS.get(name.split()[-1]) == STEPS}
    sorts = [
        [value for name, value in params.items() if name in few],
        [value for name, value in params.items() if name not in few],
    ]
    trainer = torch.optim.AdamW(
        [{"params": some} for some in sorts], lr=RATES[0], betas=(0.9, 0.98), weight_decay=0
    )
    chance = np.random.default_rng(5)
    for step in range(steps):
        for group, rate in zip(trainer.param_groups, RATES, strict=True):
            group["lr"] = rate * min(1, step / WARM) * (1 - (1 - END) * step / steps)
        some = [windows[at] for at in chance.choice(len(windows), BATCH, replace=False)]
        given = np.concatenate([teacher.run(None, one)[0][:, :WIDTH] for _, one in some])
        wanted = torch.tensor(given)
        missed = _rows(params, still, [one for one, _ in some]) - wanted
        loss = _share(missed, wanted) + _share(missed @ onto, wanted @ onto)
        trainer.zero_grad()
        loss.backward()
        trainer.step()
        keeps = min(0.99, (step + 1) / (step + 10))
        for name, value in params.items():
            mean[name].mul_(keeps).add_(value.detach(), alpha=1 - keeps)
        if step % 50 == 0:
            print(f"step {step}: {loss.item():.4f} of the rows and their products is missed", flush=True)
    return _whole(narrow, mean)


def _share(missed: Any, wanted: Any) -> Any:
    """How much of the differences between rows is missed."""
    return (missed**2).sum() / ((wanted - wanted.mean(0)) ** 2).sum()


def _params(weights: Weights) -> Params:
    """What learns: the matrices of the layers, turned into plain numbers, biases and norms."""
    found: Params = {}
    for layer in range(LAYERS):
        for name in MATRICES:
            own = f"{layer} {name}"
            found[own] = torch.tensor(weights[f"{own} whole"].astype(np.float32) * weights[f"{own} scale"])
            found[f"{own} bias"] = torch.tensor(weights[f"{own} bias"])
        for name in _NORMS:
            for side in ("weight", "bias"):
                found[f"{layer} {name} {side}"] = torch.tensor(weights[f"{layer} {name} {side}"])
    return {name: value.requires_grad_(True) for name, value in found.items()}


def _still(weights: Weights) -> Params:
    """What does not learn: pieces, places and the first norm."""
    return {
        "pieces": torch.tensor(weights["pieces whole"].astype(np.float32) * weights["pieces scale"]),
        "places": torch.tensor(weights["places"].astype(np.float32)),
        **{side: torch.tensor(weights[f"normal {side}"]) for side in ("weight", "bias")},
    }


def _whole(narrow: Weights, mean: Params) -> Weights:
    """The weights as the file holds them."""
    found = dict(narrow)
    for name, value in mean.items():
        if name.split()[-1] in MATRICES:
            plain = value.numpy().astype(np.float64)
            encoder_file.put(found, name, plain, mean[f"{name} bias"].numpy(), _STEPS[name.split()[-1]])
        elif not name.endswith("bias") or name.split()[1] in _NORMS:
            found[name] = value.numpy()
    return found


def _stepped(weights: Any, steps: int) -> Any:
    """A matrix in whole steps."""
    fixed = weights.detach()
    scale = fixed.abs().amax(0, keepdim=True) / steps
    return weights + (torch.round(fixed / scale) * scale - fixed)


def _halved(rows: Any) -> Any:
    """Rows in 8 bits."""
    fixed = rows.detach()
    scale = (fixed.max().clamp(min=0) - fixed.min().clamp(max=0)) / 255
    return rows + (torch.round(fixed / scale) * scale - fixed)


def _times(p: Params, rows: Any, name: str) -> Any:
    """Rows times a matrix, plus its bias; in 16 bits, which is quicker."""
    matrix = _stepped(p[name], _STEPS[name.split()[1]]).t().to(torch.bfloat16)
    return functional.linear(_halved(rows).to(torch.bfloat16), matrix).float() + p[f"{name} bias"]


def _rows(p: Params, still: Params, some: Sequence[dict[str, np.ndarray]]) -> Any:
    """The rows of some windows, one for each word."""
    longest = max(len(one["pieces"]) for one in some)
    pieces, there = torch.zeros(len(some), longest, dtype=torch.long), torch.zeros(len(some), longest)
    for at, one in enumerate(some):
        pieces[at, : len(one["pieces"])] = torch.tensor(one["pieces"])
        there[at, : len(one["pieces"])] = 1
    rows = _normal(still["pieces"][pieces] + still["places"][:longest], still["weight"], still["bias"])
    for layer in range(LAYERS):
        rows = _layer(p, layer, rows, (there[:, None, None] - 1) * 1e4)
    return torch.cat([rows[at][torch.tensor(one["first"])] for at, one in enumerate(some)])


def _layer(p: Params, layer: int, rows: Any, absent: Any) -> Any:
    """One layer. absent: very low where a window has no piece."""
    count, size = rows.shape[:2]
    parts = (_times(p, rows, f"{layer} {name}") for name in ("query", "key", "value"))
    asked, keys, values = (part.view(count, size, -1, PART).transpose(1, 2) for part in parts)
    seen = torch.softmax(asked @ keys.transpose(-1, -2) * PART**-0.5 + absent, -1) @ values
    out = _times(p, seen.transpose(1, 2).reshape(count, size, -1), f"{layer} out")
    rows = _normal(rows + out, p[f"{layer} middle weight"], p[f"{layer} middle bias"])
    up = functional.gelu(_times(p, rows, f"{layer} up"), approximate="tanh")
    return _normal(rows + _times(p, up, f"{layer} down"), p[f"{layer} end weight"], p[f"{layer} end bias"])


def _normal(rows: Any, weight: Any, bias: Any) -> Any:
    return functional.layer_norm(rows, (WIDTH,), weight, bias, 1e-12)
