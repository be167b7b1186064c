"""An order as lines of a form, and the lines back as an amended order.

Rules:
- Those of amending.py: one line is one value, the words as they stand in the report, behind ` = ` what they mean.
- A clause whose kind is emptied is taken out; the last, empty set of fields adds one. Its words must stand in the report.
- Only what differs is part of the amendment; clauses are kept or changed together, as one list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from django.utils.translation import gettext as _

from testigo.claim import Filler, Span
from testigo.desk import amending, words
from testigo.desk.amending import RULE, Amended
from testigo.desk.pages import Choice, Field
from testigo.desk.pages.order import FieldSet
from testigo.directive import PROTECT, PROTECTING, Clause, Directive
from testigo.report import Report
from testigo.vocabulary import ACTS
from testigo.wire import Json, to_json

PARTS = {"issuer": "reference", "issued": "time", "addressee": "reference", "transmission": "words"}
"""The fields of the order itself, and what may stand behind = there."""
LISTS = ("addressee", "transmission")
CLAUSE = ("modality", "words", "groups", "measure", "levels", "deadline", "penalty", "territory")
MOST_CLAUSES = 40
_LEVELS = re.compile(r"(\d+)(?:\s*(?:to|[-–~])\s*(\d+))?$")


def lines_of(order: Directive) -> dict[str, str]:
    """Each field of the form by its name, as text; clauses are numbered from 1, an empty one stands last."""
    out = {name: _lines(_listed(getattr(order, name))) for name in PARTS}
    for number, clause in enumerate(order.clauses, 1):
        out |= {f"c{number}-{name}": value for name, value in _clause_lines(clause).items()}
    return out | {f"c{len(order.clauses) + 1}-{name}": "" for name in CLAUSE}


def with_words(lines: Mapping[str, str], order: Directive, text: str) -> dict[str, str]:
    """The lines with the words of the clauses in place. text: of the report."""
    shown = {
        f"c{n}-words": " ".join(clause.span.of(text).split()) for n, clause in enumerate(order.clauses, 1)
    }
    return {**lines, **shown}


def _listed(value: object) -> tuple[Filler, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _lines(fillers: tuple[Filler, ...]) -> str:
    return "\n".join(map(amending.filler_line, fillers))


def _clause_lines(clause: Clause) -> dict[str, str]:
    levels = clause.levels
    return {
        "modality": clause.does,
        "words": "",
        "groups": _lines(clause.groups),
        "measure": clause.measure or "",
        "levels": "" if levels is None else str(levels[0]) if levels[0] == levels[1] else f"{levels[0]} to {levels[1]}",
        "deadline": _lines(_listed(clause.deadline)),
        "penalty": _lines(_listed(clause.penalty)),
        "territory": _lines(clause.territory),
    }  # fmt: skip


# -- the form -------------------------------------------------------------------------------------------------------


def field_sets(
    order: Directive, typed: Mapping[str, str], wrong: Mapping[str, str], lang: str
) -> tuple[FieldSet, ...]:
    """The fields of the form. typed: what stands in them; wrong: by name, what is not understood."""
    labels = {
        "issuer": _("Issued by"),
        "issued": _("Issued"),
        "addressee": _("To"),
        "transmission": _("Passed down"),
    }
    own = tuple(_long(name, label, typed, wrong, lang) for name, label in labels.items())
    help_ = _(
        "One per line: the words of the report, then = and what they mean: a date, or the id or name in the tables."
    )
    sets = [FieldSet(_("The order"), help_, own)]
    before = lines_of(order)
    for number in range(1, len(order.clauses) + 2):
        new, start = number > len(order.clauses), f"c{number}-"
        heading = _("Another clause") if new else _("Clause %(n)s") % {"n": number}
        about = _("Leave it empty if there is none.") if new else _("Choose no kind to take it out.")
        touched = any(name.startswith(start) for name in wrong) or any(
            not amending.same(typed[start + name], before[start + name]) for name in CLAUSE if name != "words"
        )
        said = (
            ""
            if new
            else f"{words.say(words.DOES, order.clauses[number - 1].does)}: {typed[f'{start}words']}"
        )
        sets.append(FieldSet(heading, about, _clause_fields(start, typed, wrong, lang), said, touched))
    return tuple(sets)


def _clause_fields(
    start: str, typed: Mapping[str, str], wrong: Mapping[str, str], lang: str
) -> tuple[Field, ...]:
    def choices(name: str, known: Mapping[str, str]) -> tuple[Choice, ...]:
        value = typed[start + name]
        none = Choice("", _("none"), not value)
        return (none, *(Choice(id_, words.say(dict(known), id_), value == id_) for id_ in known))

    measures = {act: words.ACTS[act] for act in ACTS}
    return (
        Field(f"{start}modality", _("What the clause does"), "choice", choices=choices("modality", words.DOES), wrong=wrong.get(f"{start}modality", "")),
        _long(f"{start}words", _("Its words"), typed, wrong, lang),
        _long(f"{start}groups", _("Groups"), typed, wrong, lang),
        Field(f"{start}measure", _("Measure"), "choice", choices=choices("measure", measures), wrong=wrong.get(f"{start}measure", "")),
        Field(f"{start}levels", _("Levels of supervision"), "text", typed[f"{start}levels"], help=_("A number, or two: 3 to 5."),
              wrong=wrong.get(f"{start}levels", "")),
        _long(f"{start}deadline", _("Until"), typed, wrong, lang),
        _long(f"{start}penalty", _("Threatens with"), typed, wrong, lang),
        _long(f"{start}territory", _("Holds in"), typed, wrong, lang),
    )  # fmt: skip


def _long(name: str, label: str, typed: Mapping[str, str], wrong: Mapping[str, str], lang: str) -> Field:
    return Field(name, label, "long", typed[name], wrong=wrong.get(name, ""), lang=lang)


# -- back ------------------------------------------------------------------------------------------------------------


def read_form(typed: Mapping[str, str], order: Directive, report: Report) -> Amended:
    """The amendment that a form asks for."""
    before = with_words(lines_of(order), order, report.text)
    changes: Json = {}
    wrong: dict[str, str] = {}
    for name, kind in PARTS.items():
        if name in typed and not amending.same(typed[name], before[name]):
            read = _reader(report, order.span, kind, _listed(getattr(order, name)), one=name not in LISTS)
            _attempt(wrong, name, partial(_put, changes, name, read, typed[name]))
    clauses = _clauses(typed, before, order, report, wrong)
    if not wrong and clauses != order.clauses:
        changes["clauses"] = to_json(clauses)
    return Amended(changes, wrong)


def _attempt(wrong: dict[str, str], name: str, do: Callable[[], object]) -> None:
    try:
        do()
    except ValueError as error:
        wrong[name] = str(error)


def _put(changes: Json, name: str, read: Callable[[str], object], value: str) -> None:
    changes[name] = read(value)


def _reader(
    report: Report, near: Span, kind: str, old: tuple[Filler, ...], *, one: bool
) -> Callable[[str], object]:
    """From the lines of a field to its JSON value. one: at most one line."""

    def read(value: str) -> object:
        found = [amending.filler_of(kind, line, old, near, report) for line in amending.split(value)]
        if one and len(found) > 1:
            raise ValueError(_("Only one line fits here."))
        return to_json(tuple(found)) if not one else to_json(found[0]) if found else None

    return read


def _clauses(
    typed: Mapping[str, str],
    before: Mapping[str, str],
    order: Directive,
    report: Report,
    wrong: dict[str, str],
) -> tuple[Clause, ...]:
    out = []
    for number in range(1, min(len(order.clauses) + 1, MOST_CLAUSES) + 1):
        old = order.clauses[number - 1] if number <= len(order.clauses) else None
        start = f"c{number}-"
        values = {name: typed.get(start + name, before.get(start + name, "")) for name in CLAUSE}
        changed = any(not amending.same(values[n], before.get(start + n, "")) for n in CLAUSE)
        if old is not None and not changed:
            out.append(old)
        elif values["modality"]:
            made = _clause(values, old, order, report, start, wrong)
            out += [made] if made is not None else []
        elif old is None and changed:
            wrong[f"{start}modality"] = _("Choose what the clause does.")
    return tuple(out)


def _clause(
    values: Mapping[str, str],
    old: Clause | None,
    order: Directive,
    report: Report,
    start: str,
    wrong: dict[str, str],
) -> Clause | None:
    """A changed or new clause; None where something of it is not understood, which is then in `wrong`."""
    base = old or Clause(Span(order.span.start, order.span.start), "forbid", rule=RULE)
    got: dict[str, object] = {}

    def take(name: str, do: Callable[[], object]) -> None:
        _attempt(wrong, start + name, lambda: got.update({name: do()}))

    def fillers(name: str, kind: str) -> tuple[Filler, ...]:
        old_ones = _listed(getattr(base, name))
        return tuple(
            amending.filler_of(kind, line, old_ones, base.span, report)
            for line in amending.split(values[name])
        )

    def only(name: str, kind: str) -> Filler | None:
        found = fillers(name, kind)
        if len(found) > 1:
            raise ValueError(_("Only one line fits here."))
        return found[0] if found else None

    take("modality", lambda: _known(values["modality"], words.DOES))
    take("measure", lambda: _known(values["measure"], ACTS) if values["measure"] else None)
    take("levels", lambda: _levels(values["levels"]))
    take("words", lambda: _span(values["words"], old, order, report))
    take("groups", lambda: fillers("groups", "reference"))
    take("territory", lambda: fillers("territory", "reference"))
    take("deadline", lambda: only("deadline", "time"))
    take("penalty", lambda: only("penalty", "punishment"))
    if len(got) < len(CLAUSE):
        return None
    got["span"] = got.pop("words")
    rule = RULE
    if got["modality"] == PROTECT:
        got["modality"], rule = "forbid", f"{RULE} {PROTECTING}"
    return replace(base, rule=rule, **got)  # type: ignore[arg-type]  # each was made by its own reader


def _known(value: str, known: Mapping[str, object]) -> str:
    if value not in known:
        raise ValueError(_("This is not one of the choices."))
    return value


def _levels(value: str) -> tuple[int, int] | None:
    if not value.strip():
        return None
    found = _LEVELS.fullmatch(value.strip())
    if found is None:
        raise ValueError(_("Write a number, or two: 3 to 5."))
    low, high = int(found[1]), int(found[2] or found[1])
    return (min(low, high), max(low, high))


def _span(said: str, old: Clause | None, order: Directive, report: Report) -> Span:
    flat = " ".join(said.split())
    if old is not None and flat == " ".join(old.span.of(report.text).split()):
        return old.span
    return amending.find(flat, report.text, order.span)
