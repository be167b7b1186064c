"""Who does, and to whom, what a noun tells, by words around it that are no complement of it.

Rules:
- The noun right before it names who did it or whom it befell: "police violence", "a gang killing", "inmate abuse".
- "Responsible for", "culpable of", "its involvement in" before it say who did it.
- "Allegedly committed by", "involving soldiers" behind it do, over a verb that only says that it went on.
- What somebody committed, used or suffered goes for each of a list behind "including".
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short
from testigo.reading.scenes import Scene
from testigo.reading.tokens import Token

_BY_POWER = wordset(
    "torture killing disappearance search arrest confiscation extortion policy investigation surveillance crackdown"
    " interrogation trial movement_restriction crime"
)
POWERS = wordset(
    "police military army government state military regime junta militia soldier soldiers guard guards officer officers"
    " official officials agent agents troops forces gang mob separatist rebel insurgent terrorist paramilitary vigilante"
)
_BEFALLING = wordset(
    "torture killing arrest detention disappearance execution hardship release banishment death"
)
_WHOM = wordset(
    "prisoner prisoners detainee detainees inmate inmates journalist civilian child refugee migrant conscript"
)
_GUILTY = wordset(
    "responsible culpable guilty complicit implicated involved involvement complicity participation engaged role part"
    " responsibility"
)
_SAYS_SO = wordset("be remain become")
_GOING_ON = wordset("continue occur persist happen remain increase take")
_DOING = wordset("committed perpetrated carried inflicted conducted")
_FAR = 14  # tokens behind a noun


def told_around(scene: Scene, act: str, base: Range, clause: Clause | None) -> list[tuple[str, Range]]:
    """The parts that the words around a noun tell. base: its phrase, which it ends."""
    at = base[1] - 1
    found = _right_before(scene.tokens, act, at, base)
    for part in (_owning(scene, act, base), _laid_before(scene, base, clause), _laid_behind(scene, at)):
        if part is not None:
            found.append(("actor", part))
    return found


def _right_before(tokens: tuple[Token, ...], act: str, at: int, base: Range) -> list[tuple[str, Range]]:
    """Who did it or whom it befell, as the noun right before says: "police violence", "inmate overcrowding"."""
    place = at - 1
    if place < base[0]:
        return []
    word = tokens[place].lower
    if act in _BEFALLING and word in _WHOM:
        return [("target", (place, at))]
    if act not in _BY_POWER or word not in POWERS or (act == "trial" and word != "government"):
        return []
    first = place
    if tokens[first - 1].lower == "and" and tokens[first - 2].lower in POWERS and first > 1:
        first -= 2  # "police and military violence"
    while first > base[0] and tokens[first - 1].tag in ("NN", "NNP"):
        first -= 1
    return [("actor", (first, at))]


def _owning(scene: Scene, act: str, base: Range) -> Range | None:
    """Whose deed against others a noun tells: "the army’s investigation into", "the militia’s attacks on farmers"."""
    tokens = scene.tokens
    poss = next((n for n in range(*base) if tokens[n].tag == "POS"), 0)
    if act not in _OF_OWNERS or poss <= base[0] or base[1] >= len(tokens):
        return None
    own = (base[0], poss)
    power = is_class(tokens, own, "authority") or tokens[poss - 1].lower in POWERS
    aimed = tokens[base[1]].lower in ("of", "into", "on", "against") and act != "trial"
    return own if aimed and (power or is_class(tokens, own, "org")) else None


_OF_OWNERS = wordset("investigation search crackdown surveillance crime confiscation torture killing")


def _laid_before(scene: Scene, base: Range, clause: Clause | None) -> Range | None:
    """Who is said to be guilty of it: "officers were responsible for the killings", "the army’s involvement in"."""
    tokens = scene.tokens
    at = base[0] - 2
    if at < 1 or tokens[base[0] - 1].lower not in ("for", "of", "in") or tokens[at].lower not in _GUILTY:
        return None
    own = scene.chunks.noun_upto.get(at + 1)
    if own is not None and tokens[at].tag[0] == "N":
        poss = next((n for n in range(*own) if tokens[n].tag == "POS"), 0)
        return (own[0], poss) if poss > own[0] else None
    if (
        own is None
        and _right_there(scene, at) is not None
        and clause is not None
        and clause.lemma in _FINDING
    ):
        return _right_there(scene, at)  # "found state agencies responsible for the killings"
    if clause is None or clause.subject is None or clause.subject[1] > at or clause.verb.last > base[0]:
        return None
    somebody = any(is_class(tokens, clause.subject, name) for name in ("person", "authority", "org"))
    return clause.subject if somebody else None


def _right_there(scene: Scene, at: int) -> Range | None:
    """Who stands right before a word: "state agencies responsible"."""
    found = scene.chunks.noun_upto.get(at)
    return found if found is not None and is_class(scene.tokens, found, "authority") else None


_FINDING = wordset("find hold deem consider declare judge")


def _laid_behind(scene: Scene, at: int) -> Range | None:
    """Who is named behind the noun for it: "killings continued, allegedly committed by", "deaths involving soldiers"."""
    tokens = scene.tokens
    for n in range(at + 1, min(len(tokens) - 2, at + _FAR)):
        token = tokens[n]
        if token.tag in ("VBD", "VBZ", "MD", "VBP") and token.lemma not in _GOING_ON:
            return None
        if token.lower == "involving" and n < at + 3:
            found = short(scene.chunks, n + 1, len(tokens))
            return found if found is not None and is_class(tokens, found, "authority") else None
        if token.lower in _DOING and "by" in (tokens[n + 1].lower, tokens[n + 2].lower):
            by = n + 1 if tokens[n + 1].lower == "by" else n + 2
            return onward(scene.chunks, by + 1, len(tokens))
        if token.tag in (".", ";", ":"):
            return None
    return None


def includes(scene: Scene, base: Range) -> bool:
    """Whether a noun stands in a list behind "including": "abuses, including beatings and rape"."""
    tokens = scene.tokens
    for at in range(base[0] - 1, max(0, base[0] - 16), -1):
        if tokens[at].lower == "including":
            return True
        if tokens[at].tag not in _IN_LIST:
            return False
    return False


_IN_LIST = frozenset({"NN", "NNS", "JJ", "CC", ",", "DT", "IN", "VBN"})
