"""A sentence made ready for finding acts, and an act as it was found.

Rules:
- A scene holds the chunks and clauses of one sentence, and the words around it.
- What hangs on a clause (infinitive, "-ing" form, participle, relative clause without comma) extends it.
"""

from __future__ import annotations

from dataclasses import field

from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks, is_time
from testigo.reading.classes import head, is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.tokens import Token
from testigo.reading.triggers import Trigger
from testigo.value import value


@value
class Mention:
    """One act as a sentence puts it; ranges are token numbers. clause: where it stands; noun: carried by a noun.

    parts: (slot, range) pairs for actor and target as the grammar gives them.
    """

    trigger: Trigger
    at: Range
    span: Range
    clause: Clause | None
    noun: bool
    parts: tuple[tuple[str, Range], ...]


@value
class Scene:
    """A sentence with its chunks and clauses.

    near: the lower-case words of it and of the sentence before; words: those of the sentence, in their form and their
    base form, and "CD" where it holds a number; heads: the head words of phrases that were asked for.
    """

    chunks: Chunks
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    near: frozenset[str]
    words: frozenset[str]
    heads: dict[Range, Token] = field(default_factory=dict, repr=False)

    def head(self, phrase: Range) -> Token:
        """The head word of a full noun phrase."""
        found = self.heads.get(phrase)
        if found is None:
            found = self.heads[phrase] = head(self.tokens, phrase)
        return found

    def children(self, clause: Clause, kind: str) -> list[Clause]:
        """The clauses of a kind that hang on a clause."""
        number = clause.number
        return [c for c in self.clauses if c.governor == number and c.kind == kind]

    def extent(self, clause: Clause) -> Range:
        """From the start of a clause to the end of what hangs on it."""
        last = clause.last
        for other in self.clauses[clause.number + 1 :]:
            hangs = other.governor is not None and clause.number <= other.governor
            if (
                not hangs
                or other.kind not in ("infinitive", "gerund", "participle", "relative")
                or other.first > last + 3
            ):
                break
            if other.kind == "relative" and self.tokens[other.first - 1].lower == ",":
                break
            last = max(last, other.last)
        return clause.first, last


def scene_of(chunks: Chunks, clauses: tuple[Clause, ...], near: frozenset[str]) -> Scene:
    """A sentence made ready. near: the lower-case words of it and of the sentence before."""
    tokens = chunks.sentence.tokens
    more: list[str] = []
    for token in tokens:
        if token.tag == "CD":
            more.append("CD")
        elif token.lemma != token.lower:
            more.append(token.lemma)
    return Scene(chunks, tokens, clauses, near, chunks.sentence.words.union(more))


def clause_of(scene: Scene, at: int) -> Clause | None:
    """The clause that covers a token: the last one that starts before it and has not ended."""
    best = None
    for clause in scene.clauses:
        if clause.first <= at < max(clause.last, clause.verb.last):
            best = clause
    return best


_ANYONE = wordset(
    "those anyone anybody everyone somebody persons people individuals person individual men women man woman inmates"
    " prisoners detainees offenders residents citizens students workers families officials officers children migrants"
    " refugees returnees suspects defendants protesters demonstrators journalists activists foreigners"
)


def reduced(scene: Scene, part: Range) -> Range:
    """People with the participle or adjective that tells which: "those caught using phones", "persons critical of it"."""
    tokens, end = scene.tokens, part[1]
    follows = tokens[end] if end + 1 < len(tokens) else None
    named = tokens[end - 1].lower not in _ANYONE
    if follows is not None and (follows.lower == "who" or (follows.tag == "VBG" and named)):
        return _doing(scene, part) if follows.tag == "VBG" else _against_whom(scene, part)
    if end + 1 >= len(tokens) or tokens[end - 1].lower not in _ANYONE or end - part[0] > 3:
        return part
    if tokens[end].tag == "JJ" and tokens[end + 1].lower in ("of", "to", "with", "for"):
        able = next((c for c in scene.clauses if c.verb.first == end + 1 and c.kind == "infinitive"), None)
        if able is not None:
            return part[0], scene.extent(able)[1]  # "those unwilling to serve in the army"
        found = onward(scene.chunks, end + 2, len(tokens))
        return (part[0], found[1]) if found is not None else part
    if tokens[end].tag not in ("VBN", "VBG"):
        return part
    first = end if scene.chunks.verb_at(end) is not None or tokens[end].tag == "VBG" else end + 1
    for clause in scene.clauses:
        if clause.verb.first == first and clause.kind == "participle":
            if clause.governor is not None and first == end and tokens[end].tag == "VBG":
                return part  # what the doer does meanwhile
            last = _before_comma(tokens, clause.verb.last, scene.extent(clause)[1])
            return part[0], _before_time(tokens, clause.verb.last, last)
    return part


def _against_whom(scene: Scene, part: Range) -> Range:
    """People whom something is directed against with what they did: "retaliated against teachers who complained"."""
    tokens = scene.tokens
    against = part[0] > 0 and tokens[part[0] - 1].lower == "against" and tokens[part[1] - 1].tag == "NNS"
    whole = onward(scene.chunks, part[0], len(tokens)) if against else None
    return whole if whole is not None and whole[1] > part[1] else part


def _doing(scene: Scene, part: Range) -> Range:
    """Somebody without a name with what they do: "a lawyer defending striking miners", "a student filming the march"."""
    tokens, end = scene.tokens, part[1]
    opens, last = tokens[part[0]], tokens[end - 1]
    if (
        last.tag not in ("NN", "NNS")
        or opens.tag in ("PRP", "PRP$")
        or opens.lower == "the"
        or end - part[0] > 5
    ):
        return part
    clause = next((c for c in scene.clauses if c.verb.first == end and c.kind == "participle"), None)
    if clause is None or clause.passive or clause.object is None or not is_class(tokens, part, "person"):
        return part
    if clause.subject is None or clause.subject[1] != end or clause.subject[0] < part[0]:
        return part
    stop = _before_comma(tokens, clause.verb.last, scene.extent(clause)[1])
    return part[0], _before_time(tokens, clause.verb.last, stop)


def _before_comma(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """The end of a phrase before ", killing two", which is told of the verb and not of the people."""
    for at in range(first, end - 1):
        if tokens[at].text == "," and tokens[at + 1].tag in ("VBG", "WP", "WDT"):
            return at
    return end


def _before_time(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """The end of a phrase without the time at its end."""
    for at in range(first, end - 1):
        if tokens[at].tag == "IN" and is_time(tokens, (at + 1, end)) and end - at < 5:
            return at
    return max(first, end)
