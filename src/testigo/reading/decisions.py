"""What an office decides, rules or lets be known that must or may be done: "decided that all arrears had to be paid".

Rules:
- The verb is one of deciding, its subject an office, a court or a body; what follows "that" are the clauses, in the past too.
- Only what binds, bans or permits is a clause: "the court ruled that it was a suicide" decides about the past.
- A warrant for somebody's arrest is an order whose clause is the arrest.
"""

from __future__ import annotations

from testigo.reading.arguments import shortened
from testigo.reading.by_law import by_law
from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.classes import is_class, is_person
from testigo.reading.clauses_of_orders import Context, norms
from testigo.reading.laid_down import commanded, infinitives
from testigo.reading.lists import wordset
from testigo.reading.made_crimes import crimes
from testigo.reading.order_details import ORDER_NOUNS
from testigo.reading.order_groups import people
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.phrases import subject
from testigo.reading.powers import with_powers
from testigo.reading.scenes import Mention, Scene
from testigo.reading.triggers import Trigger
from testigo.reading.view import View

_DECIDED = Trigger(
    "act.decided",
    "directive",
    "order",
    (),
    (),
    (),
    "The committee decided on Monday that every shop had to close by May.",
)
_WARRANT = Trigger(
    "act.warrant", "event", "arrest", (), (), (), "In May a court issued an arrest warrant for the editor."
)
OWN = (_DECIDED, _WARRANT)
_DECIDING = wordset("decide rule determine decree")
_BODIES = ("authority", "org")
_GROUPS = wordset("group meeting session plenum congress conference panel leadership")
_BINDING = wordset("order.duty order.ban order.permit order.exempt order.retain order.except")


def decisions(view: View) -> list[Norm]:
    """The clauses of what an office decides in a sentence, and of the warrants that it issues."""
    return [
        norm
        for group in view.chunks.verbs
        for norm in (*_decided(view, group), *_decided_to(view, group), *_warrant(view, group))
    ]


def _decided(view: View, group: VerbGroup) -> list[Norm]:
    that = _that(view, group)
    if not that or not _by_office(view, group):
        return []
    found = norms(view, that, len(view.tokens), Context(text=True, under=True))
    return [n for n in found if n.rule in _BINDING and not _only_he(view, n)]


def _that(view: View, group: VerbGroup) -> int:
    """Where what is decided starts, behind "that"; 0 where the verb decides nothing."""
    lemma = view.tokens[group.main].lemma
    told = group.finite or view.tokens[group.first].tag in (
        "VBN",
        "VB",
    )  # as tags are, "decided on Monday that"
    if group.passive or group.negated or group.modal or not told or view.zones[group.first]:
        return 0
    known = lemma == "let" and view.lowers[group.last : group.last + 3] == ("it", "be", "known")
    if not (lemma in _DECIDING or known or (lemma == "lay" and view.lower(group.last) == "down")):
        return 0
    near = range(group.last, min(group.last + (16 if known else 9), len(view.tokens) - 2))
    that = next((n for n in near if view.lower(n) == "that"), -1)
    return 0 if that < 0 or view.lower(that - 1) == "and" else that + 1  # "ruled on the amount and that"


def told_besides(view: View, first: int, last: int) -> list[Norm]:
    """What is ordered besides in clauses of their own: "ordered the state to pay, and that the guards be tried"."""
    at = next(
        (n for n in range(first + 1, last) if view.lower(n) == "that" and view.lower(n - 1) in (",", "and")),
        last,
    )
    if ("and", "that") in (view.lowers[last : last + 2], view.lowers[last + 1 : last + 3]):
        last = view.ceiling(first)
    return norms(view, at + 1, last, Context(text=True, under=True)) if at < last - 2 else []


def _decided_to(view: View, group: VerbGroup) -> list[Norm]:
    """What a court rules that is to be done: "ruled to extend his detention until May"."""
    if view.tokens[group.main].lemma not in _RULING or group.negated or group.passive or group.modal:
        return []
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    base = view.chunks.noun_from.get(who[0], who) if who is not None else None
    if (
        base is None
        or view.zones[group.first]
        or view.tokens[head_of(view.tokens, base)].lemma not in _COURTS
    ):
        return []
    end = clause_end(view, group, len(view.tokens))
    pieces = infinitives(view, group.last, end) if view.lower(group.last) == "to" else []
    return [commanded(view, a, b) for a, b in pieces]


_RULING = wordset("rule decide agree")
_COURTS = wordset("court tribunal judge magistrate jury panel chamber")


def _by_office(view: View, group: VerbGroup) -> bool:
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is None:
        joined = view.lower(group.first - 1) in ("and", "but")
        before = next(
            (g for g in reversed(view.chunks.verbs) if g.last <= group.first - 1 and g.finite), None
        )
        return joined and before is not None and _by_office(view, before)
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    return (
        head.lemma in _GROUPS
        or head.lemma in ORDER_NOUNS
        or any(is_class(view.tokens, base, c) for c in _BODIES)
    )


def _only_he(view: View, norm: Norm) -> bool:
    """Whether what is decided is about one person: "ruled that he had to stay in jail"."""
    return view.lower(norm.first) in ("he", "she", "i", "we")


def _warrant(view: View, group: VerbGroup) -> list[Norm]:
    """The arrest that a warrant orders: "issued an arrest warrant for her"."""
    at = _warrant_at(view.lowers, group.last) if view.tokens[group.main].lemma == "issue" else 0
    if not at or group.negated or group.passive:
        return []
    end = clause_end(view, group, len(view.tokens))
    return [Norm(at, end, "require", people(view, at, end), "order.command", group.first)]


def _warrant_at(lowers: tuple[str, ...], start: int) -> int:
    """Where "arrest warrant" stands right behind a verb; 0 where it does not."""
    near = range(start, min(start + 4, len(lowers) - 1))
    return next((n for n in near if lowers[n] == "arrest" and lowers[n + 1] in ("warrant", "warrants")), 0)


def with_laws(view: View, scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of a sentence with the laws in force and the decisions that it tells in place of what they only speak of."""
    return decided(view, scene, with_powers(view, scene, crimes(view, scene, by_law(scene, found))))


def decided(view: View, scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of a sentence with the decisions that lay something down as orders, and the arrests that warrants order."""
    for clause in scene.clauses:
        if any(n.verb > clause.verb.first for n in _decided(view, clause.verb)):
            last = _that(view, clause.verb) - 1 if clause.lemma == "let" else clause.verb.last
            at = clause.verb.main, min(last, clause.verb.last + 4)
            found = [m for m in found if m.noun or m.clause is None or m.clause.number != clause.number]
            parts = (("actor", clause.doer),) if clause.doer is not None else ()
            found.append(Mention(_DECIDED, at, scene.extent(clause), clause, False, parts))
        for norm in _warrant(view, clause.verb):
            sought = [shortened(scene.tokens, part) for prep, part in clause.preps if prep == "for"][:1]
            groups = norm.groups or [part for part in sought if is_person(scene.tokens, part)]
            whom = tuple(("target", group) for group in groups)
            found.append(
                Mention(_WARRANT, (norm.first, norm.first + 1), (norm.first, norm.last), clause, True, whom)
            )
    return found
