"""What each clause of an order amounts to beside its measure: by when, where, and what is threatened.

Rules: see RULES, each with an example.
- A deadline is a time that the clause ends by ("by March 31", "within two days"), counted on from the date of
  publication; a time that only tells whom or what is meant ("those who left before 2020") is none.
- A threat goes with the clause that makes it and with the one before that it is to enforce ("Whoever breaks the rule").
- A territory is where the clause is to hold, not where somebody is sent; one that the order names for the whole of it
  goes with every clause that names none.
"""

from __future__ import annotations

from testigo.claim import Filler, Span
from testigo.dates import Direction
from testigo.directive import Clause, Directive
from testigo.reading.facts import Facts
from testigo.reading.lists import wordset
from testigo.reading.order_details import ORDER_NOUNS
from testigo.reading.order_measures import bound_at, measure
from testigo.reading.phrases import subject
from testigo.reading.places import filler
from testigo.reading.punishments import punishments
from testigo.reading.scenes_seen import acts_in, scene_in
from testigo.reading.spoken import Speakers
from testigo.reading.view import View
from testigo.value import replace, value

RULES = (
    ("order.deadline", "by when a clause of an order is to be done", "All phones are to be listed by May 1."),
    (
        "order.threat",
        "what an order threatens",
        "Whoever refuses will be sent to a labor camp for six months.",
    ),
    ("order.territory", "where an order is to hold", "Nobody may fish within 500 meters of the river."),
)

_BOUND = frozenset({"by", "before", "within"})
_PENAL = wordset(
    "sentence dismissal trial arrest detention banishment confiscation execution killing watchlisting forced_labor"
)
_MEANT = wordset("whoever anyone anybody those violator offender transgressor evader absentee")
_BREAKING = wordset(
    "refuse fail break violate disobey breach ignore evade resist neglect catch find otherwise else"
)
_BACK = wordset(
    "so it them rule order ban violator offender refuse comply otherwise else fail disobey ignore evader neglect"
)
_THREATENED = wordset("face lose forfeit risk carry threaten fine punish")
_REACHING = wordset("apply extend cover concern affect hold")
_AWAY = frozenset({"to", "from"})
_CONDITIONS = frozenset({"if", "where", "unless", "when", "whenever", "because", "since"})


@value
class _Terms:
    """What the terms of clauses are read from."""

    spoken: Speakers
    facts: Facts
    text: str

    def at(self, position: int) -> View:
        """The sentence that a position of the text stands in."""
        return self.spoken.views[self.spoken.number_at(position)]


def with_terms(orders: tuple[Directive, ...], spoken: Speakers, facts: Facts) -> tuple[Directive, ...]:
    """The orders, each clause with its measure, deadline, penalty and territory, and their dates with values."""
    terms = _Terms(spoken, facts, facts.document.text)
    return tuple(_completed(terms, order) for order in orders)


def _completed(terms: _Terms, order: Directive) -> Directive:
    wide = _whole_territory(terms, order)
    done: list[Clause] = []
    for clause in order.clauses:
        act, rule = measure(terms.spoken, clause, tuple(done))
        deadline, threat = _deadline(terms, clause), _penalty(terms, clause, act)
        where = _territory(terms, clause) or (wide if clause.modality != "finding" else ())
        done.append(
            replace(
                clause,
                measure=act,
                deadline=deadline,
                penalty=threat,
                territory=where,
                rule=f"{clause.rule} {rule}".strip(),
            )
        )
    return replace(order, clauses=_enforced(terms, done), issued=_dated(terms, order.issued))


def _deadline(terms: _Terms, clause: Clause) -> Filler | None:
    """The time that a clause is to be carried out by, with the word that makes it one."""
    if clause.modality == "finding":
        return None
    view = terms.at(clause.span.start)
    for found in terms.facts.when.within(clause.span, Direction.FUTURE):
        at, last = view.sentence.tokens_in(found.span)
        start = at if view.lower(at) in _BOUND else at - 1
        if view.lower(at) == "later":
            start = at - 1
        elif view.lower(start) not in _BOUND or _is_length(view, start, last):
            continue
        if clause.modality in ("require", "forbid") and _aside(terms, view, start):
            continue
        span = view.span(start, last)
        return replace(found, span=span, text=span.of(terms.text), rule=f"order.deadline {found.rule}")
    return None


def _is_length(view: View, first: int, last: int) -> bool:
    """Whether "by" or "before" stands before how long something lasts: "punishable by up to two years"."""
    number = any(t.tag == "CD" for t in view.tokens[first + 1 : last])
    unit = view.tokens[last - 1].lemma in _UNITS or view.lower(first + 1) == "up"
    return view.lower(first) != "within" and number and unit


_UNITS = wordset("hour day week month year")


def _aside(terms: _Terms, view: View, at: int) -> bool:
    """Whether a token stands in a clause that tells whom or what is meant, or on what condition."""
    scene = scene_in(terms.spoken, view)
    inner = max((c for c in scene.clauses if c.first <= at < c.last), key=lambda c: c.first, default=None)
    return inner is not None and (inner.kind == "relative" or view.lower(inner.first - 1) in _CONDITIONS)


def _penalty(terms: _Terms, clause: Clause, act: str) -> Filler | None:
    """The words of what a clause threatens with: of a punishment, else from its verb on."""
    view = terms.at(clause.span.start)
    first, last = view.sentence.tokens_in(clause.span)
    bound = bound_at(view, first, last)
    who = {view.tokens[n].lemma for n in range(first, bound)} | {view.lower(n) for n in range(first, bound)}
    penal = act in _PENAL and (clause.rule == "order.penalty" or bool(who & (_BREAKING | _MEANT)))
    if clause.modality != "require" or not penal:
        return None
    named = punishments(terms.facts.document, clause.span, korean=terms.facts.where.korean)
    if named:
        return replace(named[0], rule=f"order.threat {named[0].rule}")
    span = view.trimmed(*_threat(terms, view, first, last, act))
    return Filler(span, span.of(terms.text), rule="order.threat") if span is not None else None


def _threat(terms: _Terms, view: View, first: int, last: int, act: str) -> tuple[int, int]:
    """The tokens of a threat that names no punishment: from the verb that carries it to the end of its clause."""
    scene, found = scene_in(terms.spoken, view), acts_in(terms.spoken, view)
    told = [m for m in found if first <= m.at[0] < last and m.trigger.act == act]
    for mention in told:
        clause = mention.clause
        if clause is not None and clause.kind != "relative":
            return mention.at[0], min(last, max(scene.extent(clause)[1], mention.at[1]))
    for at in range(first, last):
        if view.tokens[at].lemma in _THREATENED:
            return at + 1 + (view.lower(at + 1) in ("with", "by")), last
    start = bound_at(view, first, last)
    verb = next(
        (n for n in range(start, last) if view.tokens[n].tag in ("VB", "VBN") and view.lower(n) != "be"), last
    )
    return verb, last


def _enforced(terms: _Terms, done: list[Clause]) -> tuple[Clause, ...]:
    """The clause that a threat is to enforce carries the threat too: the one right before, or one told in its words."""
    out = list(done)
    for number, clause in enumerate(done):
        near = range(max(0, number - _ENFORCED), number)
        laid = [n for n in near if out[n].modality in ("require", "forbid") and out[n].penalty is None]
        if clause.penalty is None or not laid:
            continue
        same = [n for n in laid if _repeats(terms, done[n], clause)]
        last = number - 1
        if same:
            out[same[-1]] = replace(out[same[-1]], penalty=clause.penalty)
        elif laid[-1] == last and _points_back(terms, done[last], clause):
            out[last] = replace(out[last], penalty=clause.penalty)
    return tuple(out)


_ENFORCED = 40  # clauses before a threat among which it looks for the one that it is to enforce


def _repeats(terms: _Terms, one: Clause, threat: Clause) -> bool:
    """Whether a threat tells whom it is for in three of the words of the clause."""
    said = [
        {
            t.lemma
            for t in view.tokens
            if t.span.overlaps(c.span) and t.tag[:2] in ("NN", "VB", "JJ") and len(t.text) > 3
        }
        for c in (one, threat)
        for view in (terms.at(c.span.start),)
    ]
    return len(said[0] & said[1]) >= 3


def _points_back(terms: _Terms, one: Clause, threat: Clause) -> bool:
    """Whether a threat is against those who do not do what the clause before, in this or the last sentence, lays down."""
    view = terms.at(threat.span.start)
    if view.sentence.index - terms.at(one.span.start).sentence.index > 1:
        return False
    words = (view.tokens[n] for n in range(*view.sentence.tokens_in(threat.span)))
    return any(token.lemma in _BACK or token.lower in _BACK for token in words)


def _territory(terms: _Terms, clause: Clause) -> tuple[Filler, ...]:
    """The places told in a clause, but not where somebody is sent."""
    if clause.modality == "finding":
        return ()
    view = terms.at(clause.span.start)
    kept = []
    for one in terms.facts.where.within(clause.span):
        at, _ = view.sentence.tokens_in(one.span)
        near = [n for n in range(at - 1, max(-1, at - 6), -1) if view.tokens[n].tag in ("IN", "TO")]
        low = one.text.lower()
        vague = low in _NO_TERRITORY or view.tokens[at].lower in _ANY or _tells_who(view, clause, one.span)
        jail = any(p.overlaps(one.span) for p in _detaining(terms, clause))
        if (
            not jail and not vague and not any(view.lower(n) in _AWAY for n in near[:2])
        ):  # "to mines in the interior"
            kept.append(replace(one, rule=f"order.territory {one.rule}"))
    return tuple(kept)


def _tells_who(view: View, clause: Clause, place: Span) -> bool:
    """Whether a place only tells which people are meant: "anyone who talks about life in the South"."""
    for group in clause.groups:
        if group.span.contains(place):
            first, _ = view.sentence.tokens_in(group.span)
            at, _ = view.sentence.tokens_in(place)
            return any(view.lower(n) in ("who", "whose", "whom", "that") for n in range(first, at))
    return False


_ANY = frozenset({"a", "an", "his", "her", "its", "their", "any"})
_NO_TERRITORY = frozenset({"abroad", "overseas", "elsewhere", "inland"})


def _detaining(terms: _Terms, clause: Clause) -> list[Span]:
    """The words of punishments in a clause: "one month in a labor training camp" is no territory."""
    return [p.span for p in punishments(terms.facts.document, clause.span, korean=terms.facts.where.korean)]


def _whole_territory(terms: _Terms, order: Directive) -> tuple[Filler, ...]:
    """Where the order as a whole is to hold: told of whom it is given to, or by "applies to the whole province"."""
    for span in (*(a.span for a in order.addressee), *_reach(terms, order)):
        named = list(terms.facts.where.within(span)) or [filler(m) for m in terms.facts.where.at(span)]
        if named:
            return tuple(replace(f, rule=f"order.territory {f.rule}") for f in named)
    return ()


def _reach(terms: _Terms, order: Directive) -> list[Span]:
    """What follows "applies to", "covers" where the order is what applies."""
    found: list[Span] = []
    low = terms.at(order.span.start).sentence.index
    high = terms.at(order.clauses[-1].span.start).sentence.index
    for view in terms.spoken.views[low : high + 2]:
        for group in view.chunks.verbs:
            if view.tokens[group.main].lemma not in _REACHING or not group.finite or group.negated:
                continue
            who = subject(view.chunks, group)
            if who is not None and any(view.tokens[n].lemma in ORDER_NOUNS | {"it"} for n in range(*who)):
                found.append(view.span(group.last, min(len(view.tokens), group.last + 10)))
    return found


def _dated(terms: _Terms, issued: Filler | None) -> Filler | None:
    """The date of an order with its value."""
    if issued is None or issued.value is not None:
        return issued
    for told in terms.facts.when.mentions:
        if told.span.overlaps(issued.span):
            return replace(issued, value=told.edtf, unknown=told.unknown, rule=f"{issued.rule} {told.rule}")
    return issued
