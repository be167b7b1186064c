"""Train the tagger of testigo.reading.perceptron: tools/train_tagger.py DATA OUT, DATA holding ud-english-ewt and gum-open.

Rules:
- Words are those of our own tokeniser over the treebank's text; a word that joins several of its tokens ("Chinese-made")
  takes the tag of the last, an adjective's where that is a participle.
- Averaged perceptron, greedy, fixed seed; weights are rounded to whole numbers and small ones are dropped.
- Prints the accuracy on the dev part, raw text in, and on it the accuracy for words that have more than one tag.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from testigo.reading.perceptron import Model, decide, features, load, near
from testigo.reading.tags import _PUNCTUATION
from testigo.reading.words import words

Tagged = list[tuple[str, str]]
ROUNDS, SCALE, KEEP, SURE = 5, 8, 9, 4


def sentences(path: Path) -> list[Tagged]:
    found: list[Tagged] = []
    text = ""
    tags: Tagged = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# text = "):
            text, tags = line[9:], []
        elif line and line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():
                tags.append((cells[1], cells[4]))
        elif not line and tags:
            found.append(aligned(text, tags))
            tags = []
    return [item for item in found if item]


def aligned(text: str, tags: Tagged) -> Tagged:
    at, places = 0, []
    for form, mark in tags:
        start = text.find(form, at)
        if start < 0:
            return []
        places.append((start, start + len(form), mark))
        at = start + len(form)
    out: Tagged = []
    for start, end in words(text, 0, len(text)):
        inside = [mark for first, last, mark in places if first < end and start < last]
        inside = [mark for mark in inside if mark not in ("HYPH", ":", ",")] or inside[-1:]
        mark = inside[-1] if inside else "NN"
        if len(inside) > 1 and mark in ("VBN", "VBG", "VBD") and inside[0] not in ("RB", "VB"):
            mark = "JJ"
        out.append((text[start:end], {"AFX": "JJ", "ADD": "NN", "XX": "FW", "GW": "NN"}.get(mark, mark)))
    return out


def known_forms(data: list[Tagged]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in data:
        for word, mark in sentence:
            counts[word][mark] += 1
    sure = {}
    for word, marks in counts.items():
        mark, most = marks.most_common(1)[0]
        total = sum(marks.values())
        if (most == total and total >= SURE) or (total >= 40 and most / total > 0.995):
            sure[word] = mark
    return sure


def train(data: list[Tagged]) -> Model:
    tags = tuple(sorted({mark for sentence in data for _, mark in sentence}))
    number = {mark: n for n, mark in enumerate(tags)}
    known = known_forms(data)
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    totals: dict[tuple[str, int], float] = defaultdict(float)
    stamps: dict[tuple[str, int], int] = defaultdict(int)
    step = 0

    def bump(feature: str, mark: int, by: int) -> None:
        row = weights[feature]
        value = row.get(mark, 0)
        key = (feature, mark)
        totals[key] += (step - stamps[key]) * value
        stamps[key] = step
        row[mark] = value + by

    rng = random.Random(20261124)
    for turn in range(ROUNDS):
        rng.shuffle(data)
        wrong = seen = 0
        for sentence in data:
            forms = [word for word, _ in sentence]
            lowers = [word.lower() for word in forms]
            one = two = "<"
            for at, (word, mark) in enumerate(sentence):
                guess = _PUNCTUATION.get(word) or known.get(word)
                if guess is None:
                    step += 1
                    found = features(forms, lowers, at, one, two)
                    scores = [0] * len(tags)
                    for feature in found:
                        for n, weight in weights.get(feature, {}).items():
                            scores[n] += weight
                    best = scores.index(max(scores))
                    guess = tags[best]
                    seen += 1
                    if guess != mark:
                        wrong += 1
                        for feature in found:
                            bump(feature, number[mark], 1)
                            bump(feature, best, -1)
                two, one = one, guess
        print(f"round {turn + 1}: {wrong / seen:.4f} wrong of {seen} decided", flush=True)
    kept: dict[str, str] = {}
    for feature, row in weights.items():
        pairs = []
        for n, value in sorted(row.items()):
            key = (feature, n)
            mean = (totals[key] + (step - stamps[key]) * value) / step
            whole = round(mean * SCALE)
            if abs(whole) >= KEEP:
                pairs.append((n, whole))
        if pairs:
            kept[feature] = " ".join(f"{n} {w}" for n, w in pairs)
    return load(raw(tags, known, kept))


def accuracy(model: Model, data: list[Tagged]) -> tuple[float, float]:
    right = total = hard_right = hard = 0
    for sentence in data:
        forms = [word for word, _ in sentence]
        lowers = [word.lower() for word in forms]
        one = two = "<"
        for at, (word, mark) in enumerate(sentence):
            guess = _PUNCTUATION.get(word) or model.known.get(word)
            if guess is None:
                guess = decide(model, forms, near(model, lowers), at, one, two)
                hard += 1
                hard_right += guess == mark
            total += 1
            right += guess == mark
            two, one = one, guess
    return right / total, hard_right / hard


def raw(tags: tuple[str, ...], known: dict[str, str], weights: dict[str, str]) -> dict[str, Any]:
    forms: dict[str, list[str]] = defaultdict(list)
    for word, mark in sorted(known.items()):
        forms[mark].append(word)
    return {
        "tags": list(tags),
        "known": {mark: " ".join(words) for mark, words in sorted(forms.items())},
        "weights": dict(sorted(weights.items())),
    }


def save(model: Model, path: Path) -> None:
    table = raw(model.tags, model.known, model.weights)
    path.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    load(json.loads(path.read_text("utf-8")))


def main() -> None:
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    train_part = sentences(data / "ud-english-ewt" / "en_ewt-ud-train.rebuilt.conllu")
    for path in sorted((data / "gum-open" / "dep").glob("*.conllu")):
        train_part += sentences(path)
    dev = sentences(data / "ud-english-ewt" / "en_ewt-ud-dev.conllu")
    print(len(train_part), "sentences to train on,", len(dev), "to measure on")
    model = train(train_part)
    save(model, out)
    right, hard = accuracy(model, dev)
    print(f"all words {right:.4f}, decided words {hard:.4f}, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
