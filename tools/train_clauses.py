"""Train the layer of testigo.reading.second.clauses from marked texts; needs torch. See docs/second.md.

    PYTHONPATH=src python tools/train_clauses.py tools/marked/clauses/newsroom.txt MORE... [--known FILE...]

Rules:
- A marked file has texts between lines "=====", and the words that carry a clause of an order, law or rule marked where they
  stand: "Nobody {forbid:may leave} the village". Words without a mark carry none.
- The encoder and the layers for acts stay as they are: what they give is what the new layer learns from.
- In training the clauses of the rules are now and then hidden for a whole sentence, so that the layer learns to do without;
  those of texts that rules were made from (--known) always are.
- Sentences that the reader does not look at (clauses.may_hold) teach nothing; of the others every word does.
- A fixed seed.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from marked import ROOT
from torch.nn import functional

from testigo.archive.text import report_of_text
from testigo.directive import Directive
from testigo.reading import read as reading
from testigo.reading.asked import Found, Maker, Opinion, Second
from testigo.reading.scenes import Scene
from testigo.reading.second.clauses import FILE, PARTS, TOLD, given, may_hold, ruled
from testigo.reading.second.encoder import Encoded
from testigo.reading.second.inputs import inputs, label
from testigo.reading.second.network import network
from testigo.reading.second.opinion import reconsidered
from testigo.reading.second.shown import shown
from testigo.reading.second.sight import Sight
from testigo.reading.seen_clauses import MODALITIES
from testigo.reading.tokens import Document

MARK = re.compile(r"\{([a-z]+):([^{}]*)\}")
HIDDEN, BATCH, RATE, DROPPED = 0.3, 32, 1.5e-3, (0.1, 0.3)
RARE = {"exempt": 1.2, "retain": 2.0, "finding": 2.0, "permit": 1.2}  # how much more these count

Part = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence: what the layer looks at, and for each word the number of its modality. known: from a text that rules were
    made from."""

    looked: np.ndarray
    wanted: np.ndarray
    known: bool


def texts(path: Path) -> Iterator[tuple[str, list[Part]]]:
    """The texts of a marked file, with what is marked in each."""
    for marked in re.split(r"^=====$", path.read_text("utf-8"), flags=re.MULTILINE):
        lines = [line for line in marked.strip().split("\n") if not line.startswith("# ")]
        whole = "\n".join(lines).strip() + "\n"
        text, parts, at = "", [], 0
        for found in MARK.finditer(whole):
            text += whole[at : found.start()]
            parts.append((len(text), len(text) + len(found[2]), found[1]))
            text += found[2]
            at = found.end()
        yield text + whole[at:], parts


def lessons(text: str, parts: Sequence[Part], *, known: bool) -> list[Lesson]:
    """A text as lessons."""
    found: list[Lesson] = []
    net = network()

    def opened(doc: Document, orders: Sequence[Directive]) -> Second:
        encoded = Encoded(net.ready, net.pieces, [shown(s.tokens) for s in doc.sentences])
        numbers = {sentence.span.start: number for number, sentence in enumerate(doc.sentences)}
        told = ruled(doc, orders)

        def asked(scene: Scene, claims: Found, maker: Maker) -> Opinion:
            number = numbers[scene.tokens[0].start]
            rows = encoded.rows(number)
            sight = Sight(net, inputs(scene, [(m.at, label(c.kind, c.act)) for m, c in claims]), rows)
            if sight.size:
                wanted = np.zeros(sight.size, np.int64)
                for at, token in enumerate(scene.tokens[: sight.size]):
                    for start, end, modality in parts:
                        if token.start < end and start < token.end:
                            wanted[at] = MODALITIES.index(modality)
                if may_hold(net, sight, sight.acts(), number, told):
                    looked = given(sight, told.told(number, sight.size), range(sight.size)).astype(np.float16)
                    found.append(Lesson(looked, wanted, known))
            return reconsidered(scene, claims, maker, rows, lambda *_: ())

        return asked

    reading.read_with(report_of_text(text), opened)
    return found


def lessons_in(paths: Sequence[Path], *, known: bool = False) -> list[Lesson]:
    """Every lesson of some marked files."""
    return [one for path in paths for text, parts in texts(path) for one in lessons(text, parts, known=known)]


class Layer(torch.nn.Module):
    """The layer in training. size: how many numbers it looks at for a word; width: how many it makes of them."""

    def __init__(self, size: int, width: int) -> None:
        super().__init__()
        self.first = torch.nn.Linear(size, width)
        self.last = torch.nn.Linear(width, len(MODALITIES))

    def forward(self, looked: torch.Tensor) -> torch.Tensor:
        """The sums for each modality."""
        hides, drops = DROPPED if self.training else (0.0, 0.0)
        sums = self.first(functional.dropout(looked, hides))
        return torch.as_tensor(self.last(functional.dropout(torch.relu(sums), drops)))


def held(layer: Layer) -> dict[str, np.ndarray]:
    """The layer as its file has it."""
    found = layer.first.weight.T, layer.first.bias, layer.last.weight.T, layer.last.bias
    return {name: one.detach().numpy().astype(np.float16) for name, one in zip(PARTS, found, strict=True)}


def together(some: Sequence[Lesson], chance: np.random.RandomState) -> tuple[torch.Tensor, torch.Tensor]:
    """Some lessons as one batch, with what the rules found hidden in some of them."""
    parts = []
    for one in some:
        part = one.looked.astype(np.float32)
        if one.known or chance.rand() < HIDDEN:
            part[:, -TOLD:] = 0
        parts.append(part)
    return torch.tensor(np.concatenate(parts)), torch.tensor(np.concatenate([one.wanted for one in some]))


def trained(some: list[Lesson], width: int, rounds: int, seed: int) -> Layer:
    """A layer that has learnt."""
    torch.manual_seed(seed)
    chance = np.random.RandomState(seed)
    layer = Layer(some[0].looked.shape[1], width)
    trainer = torch.optim.AdamW(layer.parameters(), lr=RATE, weight_decay=0.02)
    steps = rounds * (len(some) // BATCH)
    course = torch.optim.lr_scheduler.LambdaLR(trainer, lambda step: max(0.02, 1 - step / steps))
    weight = torch.tensor([RARE.get(name, 1.0) for name in MODALITIES])
    for _ in range(rounds):
        order = chance.permutation(len(some))
        for first in range(0, len(order) - BATCH + 1, BATCH):
            looked, wanted = together([some[at] for at in order[first : first + BATCH]], chance)
            loss = functional.cross_entropy(layer(looked), wanted, weight=weight)
            trainer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            trainer.step()
            course.step()
    return layer.eval()


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("marked", nargs="+", type=Path)
    asked.add_argument("--known", nargs="*", type=Path, default=[])
    asked.add_argument("--width", type=int, default=80)
    asked.add_argument("--rounds", type=int, default=28)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--out", type=Path, default=ROOT / "src/testigo/reading/second" / FILE)
    given_ = asked.parse_args()
    some = lessons_in(given_.marked) + lessons_in(given_.known, known=True)
    print(len(some), "sentences,", sum(bool(one.wanted.any()) for one in some), "with clauses")
    layer = trained(some, given_.width, given_.rounds, given_.seed)
    np.savez_compressed(given_.out, **held(layer))


if __name__ == "__main__":
    main()
