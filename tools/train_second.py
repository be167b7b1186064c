"""Train the network of testigo.reading.second from marked sentences (tools/marked.py); needs jax, optax, safetensors and
onnx. See docs/second.md.

    python tools/train_second.py ENCODER MARKED... [--coded FOLDER...] [--careful FOLDER...] [--surest FOLDER...] [--out acts.npz]

Rules:
- Sentences are seen with their neighbours, in windows as testigo.reading.second.encoder makes them, broken anew for each round.
- Fixed seeds. In training, the rules' acts and the tables' are now and then hidden for a whole sentence, so that the
  network learns to do without each.
- Lessons from reports that the rules were made from (--coded) never show the rules' acts: the rules are better there than
  elsewhere.
- Where the network is nearly sure that a mark is wrong, the mark does not count in that step: hands make slips, and what is
  learnt again and again would be learnt by heart. Marks of the surest hands (--coded, --surest) always count.
- First all lessons, then the careful ones (--coded, --careful, --surest) with some of the others. Weights are in the whole steps of the
  file all along; what is kept is their running mean, which knows more than the last of them.
- Acts, slots and statuses are learnt together.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import encoder_file
import jax
import jax.numpy as jnp
import numpy as np
import optax
from encoder import DROP, OWN, Params, in_steps, outcome, started
from marked import ROOT, Act, Lesson, lessons_in
from second_heads import OUT, cost, heads, named

from testigo.reading.forms import forms
from testigo.reading.second.encoder import PASSED, WINDOW
from testigo.reading.second.pairs import SLOTS
from testigo.reading.second.pairs import WIDTH as PAIR
from testigo.reading.second.pieces import END, START, UNKNOWN, Pieces
from testigo.reading.second.sight import STATUSES
from testigo.reading.second.wording import LIGHT
from testigo.vocabulary import ACTS, CONDITIONS

LABELS = (
    "",
    *ACTS,
    "directive/order",
    "directive/policy",
    *(f"condition/{c}" for c in CONDITIONS),
    "view/view",
)
PIECES = "embeddings.word_embeddings.weight"
ENCODER = (
    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256 of its weights as published
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
FLAGS = 4
PARTS = {"tag": len(TAGS), "act": len(LABELS), "kind": len(KINDS), "tables": len(LABELS), "flags": FLAGS}
FACTS = sum(PARTS.values())
AT = {
    name: sum(list(PARTS.values())[:at]) for at, name in enumerate(PARTS)
}  # where each part of the facts starts
SHAPES = ((64, 56, 8, 24), (96, 84, 12, 16), (WINDOW, 120, 16, 12))
# the shapes of a step: pieces, words and acts of a window at most, and how many windows; what is longer is cut off
HIDE_ACTS, HIDE_TABLES, HIDE_SLOTS, BREAK, SMOOTH = 0.3, 0.15, 0.3, 0.1, 0.05
SHARE = 20  # careful sentences for each window of the others in the last rounds
SLOTS_SHARE, MEAN = 0.6, 0.998  # what slots cost beside acts; what stays of the running mean at each step
NO_ACT, SOME_ACT, NOT_THAT = (
    0.1,
    0.93,
    0.03,
)  # likelihoods beyond which a mark is taken for a slip: see credible
SUREST = 1.25  # what the marks of the surest hands count beside those of careful ones
NEW_RATE, HEAD_RATE = 5, 10  # how much faster the layers on top learn than the encoder


@dataclass(frozen=True, slots=True)
class Sentence:
    """One lesson as numbers. pieces: of each word; facts: a row for each word; weight: what a mistake costs at each."""

    source: str
    pieces: tuple[tuple[int, ...], ...]
    facts: np.ndarray
    wanted: np.ndarray
    weight: np.ndarray
    size: int
    acts: tuple[Act, ...]
    shown: bool  # whether what the rules made of it is
    sure: bool  # whether its marks always count


@dataclass(frozen=True, slots=True)
class Course:
    """How some rounds are learnt. rate: how fast at most; least: at the end, as a share of that; drop, unread: see
    encoder.outcome."""

    rate: float
    least: float
    seed: int
    drop: float
    unread: float


def numbered(name: str) -> int:
    """The number of a label that a marker wrote; what no list has is taken for the nearest."""
    if name in NUMBERS:
        return NUMBERS[name]
    kind, _, act = name.rpartition("/")
    rest = {"view": "view/view", "directive": "directive/policy", "condition": "condition/other"}
    return NUMBERS.get(rest.get(kind, "directive/order" if act == "order" else act), 0)


def sentence(one: Lesson, known: Pieces, weight: float, *, shown: bool, sure: bool = False) -> Sentence:
    """A lesson as numbers. shown: whether the rules' acts are; sure: whether its marks always count."""
    given, size = one.given, len(one.given.words)
    facts = np.zeros((size, FACTS), np.float32)
    kinds, tags = {k: n for n, k in enumerate(KINDS)}, {t: n for n, t in enumerate(TAGS)}
    for at in range(size):
        facts[at, AT["tag"] + tags.get(given.tags[at], 0)] = 1
        facts[at, AT["kind"] + kinds.get(given.kinds[at], 0)] = 1
        facts[at, AT["flags"] :] = given.flags[at]
        if shown and given.acts[at]:
            facts[at, AT["act"] + NUMBERS.get(given.acts[at], 0)] = 1
        for name in given.tables[at]:
            facts[at, AT["tables"] + NUMBERS.get(name, 0)] = 1
    wanted = np.array([numbered(name) for name in one.wanted], np.int32)
    carries = [
        not label or (tag[0] in "VNJR" and lemma not in LIGHT)
        for label, tag, lemma in zip(wanted, given.tags, given.lemmas, strict=True)
    ]
    pieces = tuple(() if word in PASSED else known.of(word) for word in given.words)
    return Sentence(
        one.source, pieces, facts, wanted, np.array(carries, np.float32) * weight, sum(map(len, pieces)), one.acts, shown, sure
    )  # fmt: skip


def windows(some: Sequence[Sentence], chance: np.random.RandomState) -> list[list[Sentence]]:
    """Neighbouring sentences of a file, put together, broken now and then."""
    found: list[list[Sentence]] = []
    size = 1
    for one in some:
        new = not found or found[-1][-1].source != one.source
        if new or size + one.size + 1 > WINDOW or chance.rand() < BREAK:
            found.append([])
            size = 1
        found[-1].append(one)
        size += one.size + 1
    return found


def shape_of(window: Sequence[Sentence]) -> int:
    """The first of SHAPES that a window fits into, else the last."""
    needs = (1 + sum(one.size + 1 for one in window), sum(len(one.pieces) for one in window))
    needs += (sum(len(one.acts) for one in window),)
    fits = (
        at
        for at, shape in enumerate(SHAPES)
        if all(n <= most for n, most in zip(needs, shape[:3], strict=True))
    )
    return next(fits, len(SHAPES) - 1)


def steps_of(plan: Sequence[list[Sentence]], chance: np.random.RandomState) -> list[list[list[Sentence]]]:
    """A round's windows as steps of one shape each, in no order."""
    found: list[list[list[Sentence]]] = []
    alike: dict[int, list[list[Sentence]]] = {at: [] for at in range(len(SHAPES))}
    for number in chance.permutation(len(plan)):
        alike[shape_of(plan[number])].append(plan[number])
    for at, some in alike.items():
        found += [some[first : first + SHAPES[at][3]] for first in range(0, len(some), SHAPES[at][3])]
    return [found[number] for number in chance.permutation(len(found))]


def batch(some: Sequence[Sequence[Sentence]], known: Pieces, chance: np.random.RandomState) -> dict[str, Any]:
    """Windows as arrays; what is hidden in this round is hidden here."""
    long, wide, most, count = SHAPES[max(map(shape_of, some))]
    of = {
        "pieces": np.zeros((count, long), np.int32),
        "there": np.zeros((count, long), np.float32),
        "first": np.zeros((count, wide), np.int32),
        "facts": np.zeros((count, wide, FACTS), np.float32),
        "wanted": np.zeros((count, wide), np.int32),
        "weight": np.zeros((count, wide), np.float32),
        "sure": np.zeros((count, wide), np.float32),
        "acts": np.zeros((count, most, wide), np.float32),
        "label": np.zeros((count, most), np.int32),
        "pair": np.zeros((count, most, wide, PAIR + len(SLOTS)), np.float32),
        "fills": np.zeros((count, most, wide, OUT), np.float32),
        "fills weight": np.zeros((count, most, wide, OUT), np.float32),
        "filled": np.zeros((count, most), np.float32),
        "told": np.zeros((count, most, len(STATUSES)), np.float32),
        "status": np.zeros((count, most), np.int32),
        "there act": np.zeros((count, most), np.float32),
    }
    for row, window in enumerate(some):
        of["pieces"][row, 0] = known.start
        at, word, number_of_acts = 1, 0, 0
        for one in window:
            before = word
            for number, some_pieces in enumerate(one.pieces):
                if word >= wide or at + len(some_pieces) >= long:
                    break
                of["pieces"][row, at : at + len(some_pieces)] = some_pieces
                of["first"][row, word] = at
                for name in ("facts", "wanted", "weight"):
                    of[name][row, word] = getattr(one, name)[number]
                of["sure"][row, word] = one.sure
                at, word = at + len(some_pieces), word + 1
            for name, rate in (("act", HIDE_ACTS), ("tables", HIDE_TABLES)):
                if chance.rand() < rate:
                    of["facts"][row, before:word, AT[name] : AT[name] + PARTS[name]] = 0
            if at < long:
                of["pieces"][row, at] = known.end
                at += 1
            for act in one.acts:
                if act.at[1] <= word - before and number_of_acts < most:
                    put_act(of, (row, number_of_acts), act, (before, word), shown=one.shown, chance=chance)
                    number_of_acts += 1
        of["there"][row, :at] = 1
    return {name: jnp.asarray(value) for name, value in of.items()}


def put_act(
    of: dict[str, Any], at: tuple[int, int], act: Act, place: tuple[int, int], *, shown: bool, chance: np.random.RandomState
) -> None:  # fmt: skip
    """Put an act into the arrays of a batch. at: its window and its number there; place: the words of its sentence."""
    before, behind = place
    size = behind - before
    of["acts"][*at, before + act.at[0] : before + act.at[1]] = 1 / (act.at[1] - act.at[0])
    of["label"][at], of["status"][at], of["there act"][at] = numbered(act.label), act.status, 1
    of["pair"][*at, before:behind, :PAIR] = act.pair[:size, :PAIR]
    if shown and chance.rand() >= HIDE_SLOTS:
        of["pair"][*at, before:behind, PAIR:] = act.pair[:size, PAIR:]
    if shown and chance.rand() >= HIDE_SLOTS:
        of["told"][*at, act.told] = 1
    if act.fillers is not None:
        fills, half = act.fillers[:size], len(SLOTS)
        of["fills"][*at, before:behind, :half] = fills == 1
        of["fills"][*at, before:behind, half:] = fills > 0
        of["fills weight"][*at, before:behind, :half] = fills != 2  # what is beside the core is either
        of["fills weight"][*at, before:behind, half:] = 0.5
        of["filled"][at] = 1


def credible(sums: Any, given: dict[str, Any]) -> Any:
    """What a mistake costs at each word, where the network is not nearly sure that the mark is the mistake."""
    likely = jax.lax.stop_gradient(jax.nn.softmax(sums))
    none, wanted = likely[..., 0], given["wanted"]
    own = jnp.take_along_axis(likely, wanted[..., None], -1)[..., 0] / jnp.maximum(1 - none, 1e-6)
    slip = jnp.where(wanted == 0, none < NO_ACT, (none > SOME_ACT) | (own < NOT_THAT))
    return jnp.where(slip & (given["sure"] == 0), 0.0, given["weight"])


def trained(params: Params, plans: Sequence[list[list[Sentence]]], known: Pieces, course: Course) -> Params:
    """The running mean of the weights over some rounds of windows."""
    chance = np.random.RandomState(course.seed)
    if not plans:
        return params
    steps = [step for plan in plans for step in steps_of(plan, chance)]
    pace = optax.warmup_cosine_decay_schedule(
        0, course.rate, min(100, len(steps) // 10 + 1), len(steps), course.rate * course.least
    )
    maker = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(pace, weight_decay=1e-2))

    def costs(p: Params, given: dict[str, Any], key: Any) -> Any:
        sums, words = outcome(in_steps(p), given, key, drop=course.drop, unread=course.unread)
        weight = credible(sums, given)
        wanted = jax.nn.one_hot(given["wanted"], len(LABELS)) * (1 - SMOOTH) + SMOOTH / len(LABELS)
        likely = (wanted * jax.nn.log_softmax(sums)).sum(-1)
        acts = -(likely * weight).sum() / weight.sum()
        return acts + SLOTS_SHARE * cost(p, words, given, key), acts

    def faster(name: str) -> int:
        return HEAD_RATE if name.startswith(("slot ", "status ")) else NEW_RATE if name in OWN else 1

    @jax.jit
    def step(p: Params, mean: Params, state: Any, given: dict[str, Any], key: Any) -> Any:
        (paid, acts), slope = jax.value_and_grad(costs, has_aux=True)(p, given, key)
        change, state = maker.update(slope, state, p)
        p = optax.apply_updates(p, {name: value * faster(name) for name, value in change.items()})
        mean = {name: MEAN * value + (1 - MEAN) * p[name] for name, value in mean.items()}
        return p, mean, state, jnp.stack([acts, paid - acts])

    mean, state, key = params, maker.init(params), jax.random.PRNGKey(course.seed + 1)
    paid, began = np.zeros(2), time.monotonic()
    for number, some in enumerate(steps, 1):
        key, now = jax.random.split(key)
        params, mean, state, one = step(params, mean, state, batch(some, known, chance), now)
        paid += np.asarray(one)
        if number % 100 == 0:
            costs_now = " and ".join(f"{part / 100:.3f}" for part in paid)
            print(f"{number} of {len(steps)}: {costs_now}, {time.monotonic() - began:.0f} s", flush=True)
            paid = np.zeros(2)
    return mean


def pieces_of(folder: Path, found: Sequence[Lesson]) -> tuple[list[str], list[int]]:
    """The pieces of the encoder that stay and their numbers: those of the lessons' words and of common words, and the
    shortest, which spell any other word."""
    raw = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    names = sorted(raw, key=lambda name: raw[name])
    known = Pieces(names)
    used = {
        number for word in {word for one in found for word in one.given.words} for number in known.of(word)
    }
    used |= {known.of(word)[0] for word in forms() if len(known.of(word)) == 1}
    used |= {raw[name] for name in names if name.isascii() and len(name.removeprefix("##")) == 1}
    used |= {raw[name] for name in (START, END, UNKNOWN)}
    return [names[number] for number in sorted(used)], sorted(used)


def held(params: Params, names: Sequence[str], numbers: Sequence[int]) -> dict[str, np.ndarray]:
    """The network as arrays, as network.assembled takes them."""
    p = {name: np.asarray(value) for name, value in params.items()}
    top = p["top"].astype(np.float16)
    facts = top[encoder_file.WIDTH :]
    out = {name: facts[AT[name] : AT[name] + PARTS[name]] for name in PARTS}
    out |= {"rows": top[: encoder_file.WIDTH], **{name: p[name].astype(np.float16) for name in OWN[1:]}}
    out |= named(p, {name: (AT[name], PARTS[name]) for name in PARTS})
    texts = {"labels": LABELS, "tags": TAGS, "kinds": KINDS, "pieces": names}
    out |= {name: np.frombuffer("\n".join(some).encode(), np.uint8) for name, some in texts.items()}
    heads = {name: out.pop(name) for name in (*encoder_file.ONTO, *encoder_file.BIAS)}
    encoder = encoder_file.packed(encoder_file.model(p, list(numbers), heads))
    return {**out, "encoder": np.frombuffer(encoder, np.uint8)}


def keep(path: Path | None, params: Params, names: Sequence[str]) -> None:
    """Write the weights, before they are put into whole steps, with the pieces that they know."""
    if path is not None:
        listed = np.frombuffer("\n".join(names).encode(), np.uint8)
        np.savez(path, names=listed, **{name: np.asarray(value) for name, value in params.items()})


def kept(path: Path, params: Params, names: Sequence[str]) -> Params:
    """The weights that `keep` wrote; a piece that they do not know is as in `params`."""
    with np.load(path) as held:
        old = {name: at for at, name in enumerate(bytes(held["names"]).decode().split("\n"))}
        rows = {name: np.asarray(held[name]) for name in held.files if name != "names"}
    rows = {**{name: np.asarray(value) for name, value in params.items() if name not in rows}, **rows}
    at = np.array([old.get(name, -1) for name in names])
    rows[PIECES] = np.where((at >= 0)[:, None], rows[PIECES][at], np.asarray(params[PIECES]))
    return {name: jnp.asarray(value) for name, value in rows.items()}


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("encoder", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("marked", type=Path, nargs="+", help="folders of marked files")
    for name, what in (
        ("--coded", "coded reports that rules were made from"),
        ("--careful", "folders marked with more care"),
        ("--surest", "folders marked by the surest hands"),
    ):
        parser.add_argument(name, type=Path, nargs="*", default=[], help=what)
    parser.add_argument("--out", type=Path, default=ROOT / "src/testigo/reading/second/acts.npz")
    for name, number in (("--rounds", 3), ("--careful-rounds", 2), ("--seed", 0)):
        parser.add_argument(name, type=int, default=number)
    for name, rate in (("--rate", 1e-4), ("--careful-rate", 8e-5)):
        parser.add_argument(name, type=float, default=rate)
    parser.add_argument(
        "--least", type=float, default=0.0, help="the rate at the end, as a share of the first"
    )
    parser.add_argument("--drop", type=float, default=DROP, help="the share of numbers left out of each row")
    parser.add_argument(
        "--unread", type=float, default=0.0, help="the share of pieces of words that are hidden"
    )
    parser.add_argument("--start", type=Path, help="weights to go on from, as --keep wrote them")
    parser.add_argument("--keep", type=Path, help="where the weights are written after the first rounds")
    parser.add_argument("--keep-careful", type=Path, help="the same after the careful rounds")
    asked = parser.parse_args()
    if hashlib.sha256((asked.encoder / "model.safetensors").read_bytes()).hexdigest() != ENCODER:
        parser.error("model.safetensors is not the encoder that all-MiniLM-L6-v2 was published with")
    return asked


def main() -> None:
    """Read, train, write."""
    asked = arguments()
    read = {
        name: [one for folder in getattr(asked, name) for one in lessons_in(folder)]
        for name in ("marked", "careful", "coded", "surest")
    }
    names, numbers = pieces_of(asked.encoder, [one for some in read.values() for one in some])
    known = Pieces(names)
    plain = [sentence(one, known, 1.0, shown=True) for one in read["marked"]]
    careful = [sentence(one, known, 2.0, shown=True) for one in read["careful"]]
    careful += [sentence(one, known, 2.0 * SUREST, shown=False, sure=True) for one in read["coded"]]
    careful += [sentence(one, known, 2.0 * SUREST, shown=True, sure=True) for one in read["surest"]]
    print(f"{len(plain)} sentences and {len(careful)} careful ones", flush=True)
    params = started(asked.encoder, FACTS, len(LABELS), asked.seed)
    params[PIECES] = params[PIECES][jnp.array(numbers)]
    params |= heads(FACTS, len(LABELS), 0)
    if asked.start:
        params = kept(asked.start, params, names)
    chance = np.random.RandomState(asked.seed)
    plans = [windows([*plain, *careful], chance) for _ in range(asked.rounds)]
    course = Course(asked.rate, asked.least, asked.seed, asked.drop, asked.unread)
    params = trained(params, plans, known, course)
    keep(asked.keep, params, names)
    plans = []
    for _ in range(asked.careful_rounds):
        others = windows(plain, chance)
        share = [others[n] for n in chance.permutation(len(others))[: len(careful) // SHARE]]
        plans.append(windows(careful, chance) + share)
    course = replace(course, rate=asked.careful_rate, seed=asked.seed + 7)
    params = trained(params, plans, known, course)
    keep(asked.keep_careful, params, names)
    np.savez_compressed(asked.out, **held(params, names, list(range(len(names)))))


if __name__ == "__main__":
    main()
