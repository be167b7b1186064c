"""What a verb of an order or law lays down: its clause, or one for each infinitive that hangs on it.

Rules:
- The verb tells the modality: a ban forbids, a leave permits, a penalty or a term requires, a protection forbids its breach.
- "Gives", "makes" and "provides for" tell it by what they take: powers or rights, "liable" or "a crime", a penalty.
- To keep or take people off a measure exempts them, "not to" forbids.
"""

from __future__ import annotations

from testigo.directive import PROTECTING
from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.order_groups import addressed, levels, matter, names_people, people, split
from testigo.reading.order_reach import Norm, opens_threat
from testigo.reading.phrases import short
from testigo.reading.view import View
from testigo.value import replace

_TAKING_INFINITIVES = wordset(
    "require oblige order call mandate allow permit instruct direct command oblige compel ask"
)
_PROTECTED = wordset(
    "right freedom liberty privacy protection independence equality presumption trial security immunity rights"
    " inviolability secrecy confidentiality asylum"
)
_FREEDOMS = wordset("freedom freedoms liberty liberties")
_BANS = wordset("forbid prohibit ban bar outlaw criminalize criminalise restrict proscribe deny deprive")
_LEAVES = wordset("allow permit let entitle empower authorize authorise enable")
GIVING = wordset("give grant confer afford vest accord")
_POWERS = wordset(
    "power powers authority right rights discretion freedom permission option ability access license latitude"
)
_TERMS = wordset("day days week weeks month months hour hours until")
_PENALTIES = wordset(
    "penalty penalties punishment punishments imprisonment sentence sentences fine fines prison jail death years lashes"
)
_FORCE = wordset("effect force")  # "took effect on June 1"
_LIABLE = wordset("punishable liable subject")
_CRIMES = wordset("illegal unlawful crime offense offence felony misdemeanor impossible")
_BINDING = wordset("mandatory compulsory obligatory conditional responsible")
_ALWAYS = {
    "lift": ("exempt", "order.exempt", "retain", "order.retain"),
    "suspend": ("exempt", "order.exempt", "retain", "order.retain"),
    "waive": ("exempt", "order.exempt", "retain", "order.retain"),
    "spare": ("exempt", "order.exempt", "retain", "order.retain"),
    "exempt": ("exempt", "order.exempt", "retain", "order.retain"),
    "exclude": ("exempt", "order.exempt", "retain", "order.retain"),
    "protect": ("forbid", "order.protect", "forbid", "order.protect"),
    "reaffirm": ("retain", "order.retain", "retain", "order.retain"),
    "cover": ("require", "order.duty", "retain", "order.retain"),
    "require": ("require", "order.duty", "exempt", "order.exempt"),
    "subject": ("require", "order.penalty", "exempt", "order.exempt"),
    "threaten": ("require", "order.penalty", "exempt", "order.exempt"),
    "punish": ("require", "order.penalty", "exempt", "order.exempt"),
    "penalize": ("require", "order.penalty", "exempt", "order.exempt"),
}

Verdict = tuple[str, str]


def clauses_of_verb(view: View, group: VerbGroup, lemma: str, end: int) -> list[Norm]:
    """The clause that an order's verb lays down, from the verb on; a list of infinitives is a clause each."""
    verdict = _lays_down(view, group, lemma, end)
    if verdict is None:
        return []
    modality, rule = verdict
    kept = matter(view, group.first, end)
    if kept:
        modality, rule = kept, f"order.{kept}"
    pieces = infinitives(view, group.last, end) if lemma in _TAKING_INFINITIVES else []
    whom = short(view.chunks, group.last, end)
    if pieces and modality == "require":
        return [with_addressee(view, commanded(view, a, b), whom) for a, b in pieces]
    if lemma in _PUTTING:
        at = next((n for n in range(group.last, end) if view.lower(n) in ("on", "in", "at", "with")), end)
        return [Norm(group.first, end, modality, people(view, at, end), rule, group.first)]
    if lemma == "threaten":
        with_at = next((n for n in range(group.last, end) if view.lower(n) == "with"), end)
        return [Norm(group.first, end, modality, people(view, group.last, with_at), rule, group.first)]
    found: list[Norm] = []
    for first, last in pieces or _protections(view, group, rule, end):
        whose = _protected_from(view, group.last, last) if rule == PROTECTING else last
        groups = people(view, first if pieces else group.last, whose) or ((whom,) if whom and pieces else ())
        found.append(Norm(first, last, modality, groups, rule, first, levels(view, first, last)))
    return found


def _protected_from(view: View, first: int, last: int) -> int:
    """Where those who are protected end: before what they are protected from."""
    return next((n for n in range(first, last) if view.lower(n) in ("from", "against")), last)


def _protections(view: View, group: VerbGroup, rule: str, end: int) -> list[tuple[int, int]]:
    """The clause whole; of a protection one for each that is named: "the inviolability of homes and the secrecy of letters"."""
    if rule == PROTECTING:
        for at in range(group.last + 1, end - 2):
            joins = view.lower(at) == "and" and view.lower(at + 1) == "the"
            if joins and view.tokens[at + 2].lemma in _PROTECTED:
                return [(group.first, at), (at + 1, end)]
    return [(group.first, end)]


def protects(view: View, group: VerbGroup, end: int) -> bool:
    """Whether a verb states a freedom or right, if a law is its subject: "guarantees the freedom of assembly"."""
    verdict = _lays_down(view, group, view.tokens[group.main].lemma, end)
    return verdict is not None and verdict[1] == PROTECTING


def _lays_down(view: View, group: VerbGroup, lemma: str, end: int) -> Verdict | None:
    """The modality of a verb whose subject is an order or law, and its rule; None where it lays nothing down."""
    negated = group.negated
    if lemma in _BANS:
        return ("permit", "order.permit") if negated else ("forbid", "order.ban")
    if lemma in _LEAVES:
        if view.lower(group.last) == "only" and not negated:
            return "exempt", "order.exempt"
        return ("forbid", "order.ban") if negated else ("permit", "order.permit")
    if (
        lemma == "require"
        and negated
        and not names_people(view, short(view.chunks, group.last, end) or (0, 0))
    ):
        return "permit", "order.permit"  # "did not require a permit for rallies"
    calls = view.lower(group.last) in ("on", "upon", "for") or bool(infinitives(view, group.last, end))
    if lemma == "call" and not calls:
        return None  # "A leaflet calls the ration system a fraud"
    if lemma in _ALWAYS:
        row = _ALWAYS[lemma]
        return (row[2], row[3]) if negated else (row[0], row[1])
    given = {
        w for n in range(group.last, min(end, group.last + 9)) for w in (view.lower(n), view.tokens[n].lemma)
    }
    if lemma == "leave" and given & {"out", "off"} and not negated:
        return "exempt", "order.exempt"
    return _by_what(view, group, lemma, given, end)


def _by_what(view: View, group: VerbGroup, lemma: str, given: set[str], end: int) -> Verdict | None:
    """The modality of a verb that tells it by what it takes: gives powers, makes liable, provides for a penalty."""
    negated = group.negated
    if lemma == "make" or (lemma == "define" and "as" in given and given & _CRIMES):
        return _makes(given, negated=negated)
    if lemma == "ask":
        return ("require", "order.command") if infinitives(view, group.last, end) and not negated else None
    if lemma in GIVING:
        return _gives(given, negated=negated)
    if lemma in ("recognize", "recognise"):
        verdict = ("forbid", "order.ban") if negated else ("permit", "order.permit")
        return verdict if negated or given & _PROTECTED else None
    if lemma == "guarantee":
        direct = view.lower(group.last + 1 if view.lower(group.last) == "the" else group.last)
        leave = "right" in given and not given & _FREEDOMS and direct not in ("right", "rights")
        return ("permit", "order.permit") if leave else ("forbid", "order.protect")
    provides = lemma == "provide" and view.lower(group.last) == "for"
    if provides and given & _PROTECTED:
        return "forbid", "order.ban" if negated else "order.protect"
    keeps = lemma in ("provide", "stipulate", "state") and "right" in given and given & _KEEPING
    if keeps and not negated:
        return "permit", "order.permit"  # "provides that herders retain the right to their land"
    foresees = lemma in ("prescribe", "envisage", "foresee", "envision")
    rule = "order.penalty" if (provides or foresees) and given & _PENALTIES else "order.duty"
    idle = negated or given & _FORCE or (foresees and rule == "order.duty")
    return None if idle else ("require", rule)


_KEEPING = {"retain", "keep", "have", "enjoy"}


def _gives(given: set[str], *, negated: bool) -> Verdict | None:
    """The likes of "gives police powers to", "gives residents ten days to", "grants freedom of belief"; not "gives an example"."""
    if given & _FREEDOMS and "of" in given and not negated:
        return "forbid", "order.protect"
    if given & _POWERS:
        return ("forbid", "order.ban") if negated else ("permit", "order.permit")
    return ("require", "order.duty") if given & _TERMS and not negated else None


def _makes(given: set[str], *, negated: bool) -> Verdict | None:
    """The likes of "makes insults punishable", "makes it a crime to", "defines libel as an offense"; "does not" exempts."""
    if negated:
        return ("exempt", "order.exempt") if given & (_LIABLE | _CRIMES | _BINDING) else None
    if given & _LIABLE:
        return "require", "order.penalty"
    if given & _CRIMES:
        return "forbid", "order.ban"
    return ("require", "order.duty") if given & _BINDING else None


_WISHING = wordset("wishing seeking wanting intending hoping planning trying attempting willing able unable")


def infinitives(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """The infinitives of a list, without "to": "to form watches, to search workers and to report thefts"."""
    starts: list[int] = []
    for group in view.chunks.verbs:
        if not first <= group.first < last:
            continue
        before = view.lower(group.first - 1)
        if group.modal == "to":
            if before == "not":
                before = view.lower(group.first - 2)
            if not starts and before in _WISHING:
                continue  # "requires persons wishing to gather | to apply"
            if not starts or before in ("and", "or", ",", "but", "then"):
                starts.append(group.first + 1)
        elif starts and view.tokens[group.first].tag == "VB" and before in ("and", "or", ","):
            starts.append(group.first)
    pieces: list[tuple[int, int]] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else last
        while end > start and view.lower(end - 1) in ("to", "and", "or", ",", "then", "but", "not"):
            end -= 1
        pieces.append((start, _cut_piece(view, start, end)))
    return pieces


def _cut_piece(view: View, start: int, end: int) -> int:
    for at in range(start, end):
        if at > start and opens_threat(view, at):
            return at - (view.lower(at - 1) == ",")
        if at > start + 1 and view.lower(at) in _GOING_ON and _is_told_of(view, start, at):
            return at  # "A directive requiring schools to hand in lists | was read out"
        if view.lower(at) == ";" or (view.lower(at) in ("except", "excluding") and at > start):
            return at
        after = view.chunks.verb_at(at + 1) if view.lower(at) in ("and", "but") and at > start else None
        if after is not None and after.first == at + 1 and after.finite and view.tokens[at + 1].tag in _TOLD:
            return at  # "were forbidden to comment | and faced dismissal if they did"
        if at > start and view.lower(at) in (",", "and") and view.lower(at + 1) == "that":
            return at  # "to pay each man, that the guards be tried"
        if view.lower(at) == "with" and view.lower(at + 1) == "only":
            return at - 1 if view.lower(at - 1) == "," else at
        if (
            view.lower(at) == ","
            and view.lower(at + 1) in ("which", "or", "according", "but", "saying")
            and at > start
        ):
            return at
    return end


def _is_told_of(view: View, start: int, at: int) -> bool:
    """Whether a finite verb behind what is laid down is the order's own: nothing between opens a clause."""
    own = _OPENERS.isdisjoint(view.lowers[start:at]) and view.chunks.noun_of[at - 1] >= 0
    return own and all(not g.finite or not start <= g.first < at for g in view.chunks.verbs)


_GOING_ON = wordset("was were has have")
_OPENERS = wordset(
    "who whom whose which that whoever what if when where because while after before until since as than how whether , ; :"
)
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_PUTTING = wordset("put place station assign post")
_BESIDE = frozenset({"with", "from", "to", "before", "of"})


def with_addressee(view: View, norm: Norm, whom: tuple[int, int] | None) -> Norm:
    """The clause with those who are told as its group, where it names nobody else whom it is done to."""
    if whom is None or norm.rule != "order.command" or not addressed(view, whom):
        return norm
    if norm.groups:
        first = norm.groups[0]
        office = is_class(view.tokens, first, "authority")  # "obliges clubs to ask a judge"
        if not office and view.lower(first[0] - 1) not in _BESIDE:
            return norm
    return replace(norm, groups=split(view, whom))


def commanded(view: View, first: int, last: int) -> Norm:
    """The clause of one infinitive: to keep or take people off a measure exempts them, "not to" forbids."""
    words = [t.lower for t in view.tokens[first:last]]
    lemma = view.tokens[first].lemma
    negated = view.lower(first - 2) == "not" or (view.lower(first - 1) == "not")
    kept = matter(view, first, last)
    if kept:
        return Norm(
            first, last, kept, people(view, first, last), f"order.{kept}", first, levels(view, first, last)
        )
    excluded = any(t.lemma in ("exclude", "exempt", "spare") for t in view.tokens[first : first + 3])
    taken = lemma in ("remove", "keep", "strike", "leave", "take") and ("off" in words or "out" in words)
    taken = taken and bool(people(view, first, last))  # not "keep the lights off"
    if excluded or taken:
        return Norm(first, last, "exempt", people(view, first, last), "order.exempt", first)
    forbids = (
        negated or lemma in ("refrain", "avoid", "stop", "cease") or (lemma == "keep" and "from" in words)
    )
    modality, rule = ("forbid", "order.ban") if forbids else ("require", "order.command")
    return Norm(first, last, modality, people(view, first, last), rule, first, levels(view, first, last))
