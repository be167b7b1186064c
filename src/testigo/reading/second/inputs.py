"""What the network looks at beside the encoder's rows: for each word of a sentence what it is and what the rules made of it.

Rules:
- Only what the steps before have found: words, tags, clauses, the tables of acts, the claims of the rules.
- A label is the act of an event ("arrest"), else kind and act ("condition/fear").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from testigo.reading.arguments import Range
from testigo.reading.scenes import Scene
from testigo.reading.second.shown import shown
from testigo.reading.triggers import noun_triggers, verb_triggers
from testigo.value import value

LONGEST = 120  # words of a sentence that are looked at: those behind get no second opinion


@value
class Inputs:
    """A sentence as the network sees it; every tuple has one item for each of its first words (at most LONGEST).

    words: in lower case, names hidden (see shown); lemmas; tags; acts: the label of the claim that the rules made with this
    word, or ""; kinds: the kind of the clause whose main verb it is, or ""; tables: the labels that the tables of acts have
    for it; flags: capital letter, passive, negated, modal.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    acts: tuple[str, ...]
    kinds: tuple[str, ...]
    tables: tuple[tuple[str, ...], ...]
    flags: tuple[tuple[bool, bool, bool, bool], ...]


def label(kind: str, act: str) -> str:
    """How an act is called here: "arrest", "directive/order", "condition/fear", "view/view"."""
    return act if kind == "event" else f"{kind}/{act}"


def inputs(scene: Scene, told: Iterable[tuple[Range, str]]) -> Inputs:
    """A sentence as the network sees it. told: the words of each claim of the rules, with its label."""
    tokens = scene.tokens[:LONGEST]
    size = len(tokens)
    acts = [""] * size
    for (first, last), found in told:
        for at in range(first, min(last, size)):
            acts[at] = found
    kinds = [""] * size
    flags = [(token.text[:1].isupper(), False, False, False) for token in tokens]
    for clause in scene.clauses:
        main = clause.verb.main
        if main >= size:
            continue
        kinds[main] = clause.kind
        modal = bool(clause.verb.modal) and clause.verb.modal != "to"
        flags[main] = (flags[main][0], clause.passive, clause.verb.negated, modal)
    return Inputs(
        shown(tokens),
        tuple(token.lemma.lower() for token in tokens),
        tuple(token.tag for token in tokens),
        tuple(acts),
        tuple(kinds),
        tuple(_in_tables(token.lemma, token.tag[:1]) for token in tokens),
        tuple(flags),
    )


@cache
def _tables() -> dict[str, dict[str, tuple[str, ...]]]:
    """First letter of a tag -> base form -> the labels that the tables have for it. A constant table."""
    tables = {"V": verb_triggers(), "N": noun_triggers()}
    return {
        letter: {word: tuple(sorted({label(t.kind, t.act) for t in lines})) for word, lines in table.items()}
        for letter, table in tables.items()
    }


def _in_tables(lemma: str, letter: str) -> tuple[str, ...]:
    """The labels that the tables of verbs and nouns have for a word."""
    table = _tables().get(letter)
    return table.get(lemma, ()) if table is not None else ()
