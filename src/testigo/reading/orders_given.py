"""Orders that are given or passed on as a thing: "had orders to search every house", "were told at a meeting to hand in radios".

Rules:
- An order that somebody has, gives or tells of lays down its infinitive, also behind who gave it: "an order by the head to".
- Time that an office gives somebody to do something is a duty: "gave the villagers three days to leave".
- What a class of people is told to do, with the occasion between, is a duty: "were told on Friday to hand in radios".
- What a class or an office "may not" or "could not" order or require is forbidden to it; what offices "could" order is a leave,
  where a law is named or they are a class ("Judges could order").
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.class_rules import is_whole_class
from testigo.reading.classes import is_class
from testigo.reading.clauses_of_orders import Context, norms
from testigo.reading.cues import Told
from testigo.reading.laid_down import commanded, infinitives
from testigo.reading.lists import wordset
from testigo.reading.order_goes_on import generic
from testigo.reading.order_groups import names_people, people, split
from testigo.reading.order_penalties import PUNISHING
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.orders_not_given import MAY
from testigo.reading.phrases import subject
from testigo.reading.powers import holds_by_law
from testigo.reading.view import View
from testigo.value import replace

Range = tuple[int, int]

_ORDERS = wordset("order orders instruction instructions command commands directive")
_HAVING = wordset("have receive get issue give be act send obey follow carry bring pass")
_DEFYING = wordset("refuse disobey defy ignore reject lift cancel revoke oppose")
_TIMES = wordset("day days week weeks hour hours month months minutes")
_TELLING = wordset("tell instruct direct order warn inform notify")


def orders_to(view: View) -> list[Norm]:
    """The likes of "had orders to search every house", "under instructions not to let women drive"."""
    found: list[Norm] = []
    for base in view.chunks.nouns:
        at = base[1]
        if view.tokens[at - 1].lower not in _ORDERS or view.zones[at - 1]:
            continue
        given = _given_by(view, at)
        at = given or at
        if view.lower(at) == "not":
            at += 1
        if view.lower(at) != "to" or at + 1 >= len(view.tokens) or view.tokens[at + 1].tag != "VB":
            continue
        if view.lower(base[0] - 1) == "in" or not (_held(view, base) or (given and _is_told(view, base))):
            continue
        group = view.chunks.verb_at(at)
        end = clause_end(view, group, len(view.tokens)) if group is not None else len(view.tokens)
        end = next((n for n in range(at, end) if _names_who(view, n)), end)
        found += [commanded(view, a, b) for a, b in infinitives(view, at, end)]
    return found


def _names_who(view: View, at: int) -> bool:
    """Whether a comma stands here, and who or what is meant behind it: "the command to fire, Lieutenant Kang"."""
    after = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
    return (
        view.lower(at) == ","
        and after is not None
        and (after.tag in ("WP", "WDT") or after.text[:1].isupper())
    )


def _held(view: View, base: Range) -> bool:
    """Whether somebody gave or has the order: "had orders", "were under orders", "orders came"; not "refused an order"."""
    if view.lower(base[0] - 1) in ("under", "on", "with", "without"):
        return view.lower(base[0] - 1) != "without"
    before = next((g for g in reversed(view.chunks.verbs) if g.last == base[0]), None)
    return before is not None and view.tokens[before.main].lemma in _HAVING and not before.negated


def _given_by(view: View, at: int) -> int:
    """Where what is ordered starts behind who gave the order: "an order by the head of the branch, Adil Omar, | to stop"."""
    if view.lower(at) not in ("by", "from", "of"):
        return 0
    for n in range(at + 1, min(len(view.tokens) - 1, at + 16)):
        if view.lower(n) == "to" and view.tokens[n + 1].tag == "VB":
            return n
        if view.chunks.verb_of[n] >= 0 or view.lower(n) in (";", ":"):
            return 0
    return 0


def _is_told(view: View, base: Range) -> bool:
    """Whether an order is told of, not refused or lifted."""
    before = next((g for g in reversed(view.chunks.verbs) if g.last <= base[0]), None)
    return before is None or not (before.negated or view.tokens[before.main].lemma in _DEFYING)


def shared_subject(view: View, group: VerbGroup) -> Range | None:
    """The subject of the verbs before that a joined verb shares: "came to the house, turned it over and | gave"."""
    if view.lower(group.first - 1) not in ("and", ",", "then"):
        return None
    for other in reversed(view.chunks.verbs):
        if other.first < group.first and other.finite and not other.passive:
            who = subject(view.chunks, other, view.bounds(other.first)[0])
            if who is not None:
                return who if who[1] <= other.first else None
    return None


def has_rank(view: View, who: Range) -> bool:
    """Whether somebody is an officer by rank: "a captain of the military police"."""
    base = view.chunks.noun_from.get(who[0], who)
    return view.tokens[head_of(view.tokens, base)].lemma in _RANKS


_RANKS = wordset(
    "captain lieutenant major colonel sergeant general corporal marshal admiral inspector warden chief head chairman"
)


def term(view: View, group: VerbGroup, end: int) -> Norm | None:
    """What somebody is given time for: "gave the villagers three days to leave"."""
    to = next((n for n in range(group.last + 2, min(end, group.last + 14)) if view.lower(n) == "to"), 0)
    timed = to and (view.lower(to - 1) in _TIMES or "until" in view.lowers[group.last : to])
    if not timed or to + 1 >= end or view.tokens[to + 1].tag != "VB":
        return None
    base = view.chunks.noun_from.get(group.last, (group.last, group.last))
    cut = next((n for n in range(base[0] + 1, base[1]) if view.tokens[n].tag in ("CD", "DT")), base[1])
    whom = (base[0], cut)
    groups = split(view, whom) if cut > base[0] and names_people(view, whom) else people(view, group.last, to)
    return Norm(group.first, end, "require", groups, "order.duty", group.first)


def passed_on(view: View) -> list[Norm]:
    """What a class is told to do, with the occasion between: "Teachers were told at a meeting on Friday to hand in radios"."""
    found: list[Norm] = []
    for group in view.chunks.verbs:
        told = group.finite and group.passive and view.tokens[group.main].lemma in _TELLING
        if not told or group.negated or group.modal or view.zones[group.first]:
            continue
        found += _told_that(view, group)
        to = _to_behind(view, group)
        who = subject(view.chunks, group, view.bounds(group.first)[0]) if to else None
        if (
            who is None
            or view.tokens[head_of(view.tokens, view.chunks.noun_from.get(who[0], who))].tag != "NNS"
        ):
            continue
        named = is_class(view.tokens, who, "person") or is_class(view.tokens, who, "org")
        end = clause_end(view, group, view.ceiling(group.first))
        found += [commanded(view, a, b) for a, b in infinitives(view, to, end)] if named else []
    return found


def _told_that(view: View, group: VerbGroup) -> list[Norm]:
    """What a class was told or warned of: "Clerks were told at a meeting that they must sell their cars"."""
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    that = next(
        (n for n in range(group.last, min(len(view.tokens) - 2, group.last + 10)) if view.lower(n) == "that"),
        0,
    )
    if not that or who is None or base is None or not is_whole_class(view, who, base):
        return []
    if any(view.chunks.verb_of[n] >= 0 for n in range(group.last, that)):
        return []
    norms_told = norms(view, that + 1, view.ceiling(group.first), Context(text=True, under=True))
    they = "they", "them"
    return [
        replace(n, groups=split(view, who)) if view.lower(n.first) in they else n
        for n in norms_told
        if n.rule in ("order.duty", "order.ban")
        and _binds(view, n, warned=view.tokens[group.main].lemma == "warn")
    ]


def _binds(view: View, norm: Norm, *, warned: bool) -> bool:
    """Whether what was told is a duty or ban, or a penalty of which people were warned; not what is only to come."""
    inner = view.chunks.verb_at(norm.verb)
    if inner is None or inner.modal not in ("would", "will", "should"):
        return inner is not None
    return warned and inner.passive and view.tokens[inner.main].lemma in PUNISHING


def _to_behind(view: View, group: VerbGroup) -> int:
    """Where an infinitive stands behind the occasion of a telling; 0 where none does or it stands right behind."""
    for n in range(group.last, min(len(view.tokens) - 1, group.last + 12)):
        if view.lower(n) == "to" and view.tokens[n + 1].tag == "VB":
            return n if n > group.last else 0
        if view.chunks.verb_of[n] >= 0 or view.lower(n) in ("that", ";", ":", "whether", "how"):
            return 0
    return 0


def free_to_order(view: View, at: int) -> list[Norm]:
    """What somebody may or may not demand: "Employers may not require workers to hand in passports"."""
    group = view.chunks.verb_at(at)
    if group is None or group.modal not in MAY - {"might"} or group.passive or group.perfect:
        return []
    who = _who(view, group)
    if who is None:
        return []
    barred = group.negated or group.modal == "cannot"
    offices = any(is_class(view.tokens, who, c) for c in ("authority", "org"))
    if not barred and not (offices and (generic(view, who) or holds_by_law(view, group))):
        return []
    end = clause_end(view, group, view.ceiling(group.first))
    own = barred and names_people(view, who) and not offices
    groups = split(view, who) if own else people(view, group.last, end)
    modality, rule = ("forbid", "order.ban") if barred else ("permit", "order.permit")
    return [Norm(who[0], end, modality, groups, rule, group.first)]


def _who(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """Whom a leave or ban is for: a class, or an office of a law; nobody in particular, no "they"."""
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is None or who[1] > group.first or view.tokens[who[0]].tag in ("PRP", "WP", "WDT"):
        return None
    return who if generic(view, who) or holds_by_law(view, group) else None


def in_authority(view: View, told: Told, who: tuple[int, int]) -> bool:
    """Whether who "told" others to do something is an office, and those told are a whole class."""
    if view.lower(who[0]) in ("who", "which"):
        return False
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    if head.lemma in ("court", "tribunal", "judge") and told.told is not None:
        return True
    office = is_class(view.tokens, who, "authority") and head.lemma not in (
        "police",
        "soldier",
        "guard",
        "officer",
        "agent",
    )
    office = office or (has_rank(view, who) and _plural(view, told.told) if told.told else False)
    office = office or (head.lower == "heads" and base[1] - base[0] > 1)  # "inminban heads told residents to"
    if told.told is None:
        return False
    whom = view.sentence.tokens_in(told.told)
    bodies = any(is_class(view.tokens, whom, c) for c in ("org", "authority"))
    return office and (_plural(view, told.told) or bodies)


def _plural(view: View, span: Span) -> bool:
    first, last = view.sentence.tokens_in(span)
    return any(t.tag in ("NNS", "NNPS") for t in view.tokens[first:last])
