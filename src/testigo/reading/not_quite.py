"""What was not done after all, without a negation: "was nearly executed", "far from being freed", "rather than free him".

Rules:
- Who was nearly or almost killed, arrested or freed was not; "almost certainly" and "nearly 40" say nothing of the kind.
- What somebody was far from, stopped short of or came close to was not done; what they were on the verge of was about to be.
- Who is too weak or too afraid for something does not do it.
- What is done instead of another thing leaves that undone.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.act_status import NOT
from testigo.reading.chunks import VerbGroup
from testigo.reading.governors import effects
from testigo.reading.lists import wordset
from testigo.reading.noun_status import Mark
from testigo.reading.view import View

NEARLY = ("nearly", "almost")
_AT_ONCE = wordset(
    "execution killing death suicide arrest trial sentence repatriation banishment dismissal release escape disappearance"
)  # acts that are done or not; a border may be "almost closed"


def nearly(view: View, group: VerbGroup, act: str) -> bool:
    """Whether an act that is done at once stands right behind "nearly" or "almost": "was nearly executed", "beaten almost to death"."""
    if act not in _AT_ONCE or group.main == 0:
        return False
    to_death = (view.lower(group.last + 1), view.lower(group.last + 2)) == ("to", "death")
    return view.lower(group.main - 1) in NEARLY or (to_death and view.lower(group.last) in NEARLY)


def short_of(view: View, first: int) -> Mark | None:
    """What the words before an "-ing" form leave undone: "far from being freed", "came close to being shot", "on the verge of"."""
    before, word = view.lower(first - 1), view.lower(first - 2)
    if (word, before) in _UNDONE:
        return Mark("denied", view.span(first - 2, first), "status.undone")
    if (word, before) == ("close", "to"):
        came = view.chunks.verb_at(first - 3) if first > 2 else None
        reached = came is not None and view.tokens[came.main].lemma == "come"
        return Mark("denied" if reached else "intended", view.span(first - 2, first), "status.undone")
    if before == "of" and (
        word in _EDGES or (word in _TIMES and "within" in view.lowers[max(0, first - 5) : first])
    ):
        return Mark("intended", view.span(first - 2, first), "status.infinitive")
    return None


_UNDONE = frozenset({("far", "from"), ("short", "of")})
_EDGES = wordset("verge brink point cusp eve edge")
_TIMES = wordset("minutes hours days moments seconds inches")


def kept_from(view: View, group: VerbGroup) -> list[Mark]:
    """What somebody is kept from: "fear deterred them from returning"."""
    before = next((g for g in reversed(view.chunks.verbs) if g.last < group.first), None)
    lemma = view.tokens[before.main].lemma if before is not None else ""
    if before is None or (effects().get(lemma, "") != "undone" and lemma not in _SAVING):
        return []
    return [Mark("denied", view.span(before.first, before.last), "status.undone")]


_SAVING = wordset("save spare rescue protect shield")  # "saved him from being shot"


def too_much(view: View, first: int) -> Span | None:
    """The "too" that keeps an infinitive from being done: "too weak to flee"; not "not too weak to", "only too glad to"."""
    at = first - 2
    if (
        view.lower(at) != "too"
        or view.tokens[first - 1].tag not in ("JJ", "VBN")
        or view.lower(first - 1) in _GLAD
    ):
        return None
    verb = view.chunks.verb_at(at - 1) if at > 0 else None
    return view.tokens[at].span if verb is None or not verb.negated else None


_GLAD = wordset("glad happy willing eager pleased ready keen")


def undone_before(view: View, group: VerbGroup) -> Span | None:
    """The "without" or "not" before an "-ing" form: "without formally charging them", "despite not having fled"."""
    at = group.first - 1
    while view.lower(at) and view.tokens[at].tag == "RB" and view.lower(at) not in NOT:
        at -= 1
    instead = (view.lower(at - 1), view.lower(at)) in _INSTEAD and at + 1 == group.first
    return view.tokens[at].span if instead or view.lower(at) in ("without", "not", "never") else None


_INSTEAD = frozenset({("instead", "of"), ("rather", "than")})
