"""What the network looks at: for each word of a sentence what it is, what the rules made of it, and what it hangs on.

Rules:
- Only what the steps before have found: words, tags, clauses, the tables of acts, the claims of the rules.
- A label is the act of an event ("arrest"), else kind and act ("condition/fear").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from testigo.reading.arguments import Range
from testigo.reading.scenes import Scene
from testigo.reading.triggers import noun_triggers, verb_triggers
from testigo.value import value

NONE = -1
LONGEST = 120  # words of a sentence that are looked at: those behind get no second opinion


@value
class Inputs:
    """A sentence as the network sees it; every tuple has one item for each of its first words (at most LONGEST).

    words: in lower case; lemmas; tags; acts: the label of the claim that the
    rules made with this word, or ""; kinds: the kind of the clause whose main verb it is, or ""; tables: the labels that
    the tables of acts have for it; flags: capital letter, passive, negated, modal; links: the heads of its subject, its
    object and who or what stands beside it, and the verb that it hangs on, as word numbers or NONE.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    acts: tuple[str, ...]
    kinds: tuple[str, ...]
    tables: tuple[tuple[str, ...], ...]
    flags: tuple[tuple[bool, bool, bool, bool], ...]
    links: tuple[tuple[int, int, int, int], ...]


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
    links = [[NONE] * 4 for _ in tokens]
    for clause in scene.clauses:
        main = clause.verb.main
        if main >= size:
            continue
        heads = [_head(scene, part, size) for part in (clause.subject, clause.object, clause.agent)]
        beside = [_head(scene, part, size) for _, part in clause.preps]
        kinds[main] = clause.kind
        modal = bool(clause.verb.modal) and clause.verb.modal != "to"
        flags[main] = (flags[main][0], clause.passive, clause.verb.negated, modal)
        over = scene.clauses[clause.governor].verb.main if clause.governor is not None else NONE
        third = heads[2] if clause.agent is not None else next(iter(beside), NONE)
        links[main][:3] = [heads[0], heads[1], third]
        links[main][3] = over if over < size else NONE
        for at in (*heads, *beside):
            if at != NONE and links[at][3] == NONE:
                links[at][3] = main
    return Inputs(
        tuple(token.lower for token in tokens),
        tuple(token.lemma.lower() for token in tokens),
        tuple(token.tag for token in tokens),
        tuple(acts),
        tuple(kinds),
        tuple(_in_tables(token.lemma, token.tag[:1]) for token in tokens),
        tuple(flags),
        tuple((a, b, c, d) for a, b, c, d in links),
    )


def _head(scene: Scene, part: Range | None, size: int) -> int:
    """The number of the head word of a phrase, or NONE."""
    if part is None:
        return NONE
    head = scene.head(part)
    at = next((n for n in range(*part) if scene.tokens[n] is head), part[1] - 1)
    return at if at < size else NONE


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
