"""A claim as lines of a form, and the lines back as an amended claim.

Rules:
- One line is one value: the words as they stand in the report, and behind `=` what they mean: a date (EDTF or
  plain words), the id or name of a place or institution, a number, a kind of source.
- The words must stand in the report; of several places the one nearest to the claim is taken.
- What was not changed is not part of the amendment, and keeps what the machine knew of it.
- Nothing that was typed is lost: a line that is not understood comes back with what is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from testigo.casebook.values import StoredClaim
from testigo.claim import SLOTS, Claim, Filler, Source, Span
from testigo.dates import is_valid
from testigo.desk import looking_up, words
from testigo.desk.pages import Choice, Field
from testigo.desk.when import in_words
from testigo.reference import tables
from testigo.report import Report
from testigo.vocabulary import KINDS, SOURCES, STATUSES, acts_of
from testigo.wire import Json, claim_from_json, to_json

RULE = "person"
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Amended:
    """What a form asks for. changes: only what differs, as JSON values; wrong: by field, what is not understood."""

    changes: Json
    wrong: Mapping[str, str]


def apply(claim: Claim, changes: Json) -> Claim:
    """The claim with an amendment in place."""
    return claim_from_json({**to_json(claim), **changes}) if changes else claim


def effective(stored: StoredClaim) -> Claim:
    """The claim with the amendment in force, if there is one."""
    judgement = stored.judgement
    if judgement is None or judgement.verdict != "amend" or not judgement.amended:
        return stored.claim
    return apply(stored.claim, json.loads(judgement.amended))


def lines_of(claim: Claim) -> dict[str, str]:
    """Each field of the form by its name, as text."""
    out = {
        "act": f"{claim.kind}.{claim.act}",
        "status": claim.status,
        "sources": _lines(map(_source_line, claim.sources)),
    }
    return out | {slot: _lines(map(filler_line, getattr(claim, slot))) for slot in SLOTS}


def _lines(lines: map[str]) -> str:
    return "\n".join(lines)


def _source_line(source: Source) -> str:
    return f"{_flat(source.text)} = {source.kind}"


def filler_line(filler: Filler) -> str:
    """A value as its line of a form."""
    meaning = filler.value or filler.id or filler.form or filler.duration or ""
    return f"{_flat(filler.text)} = {meaning}" if meaning else _flat(filler.text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def fields(
    claim: Claim, typed: Mapping[str, str], wrong: Mapping[str, str], lang: str, language: str
) -> tuple[Field, ...]:
    """The fields of the form. typed: what stands in them; wrong: by name, what is not understood."""
    acts = tuple(
        Choice(
            f"{kind}.{act}",
            f"{words.say(words.ACTS, act)} ({words.say(words.KINDS, kind)})",
            typed["act"] == f"{kind}.{act}",
        )
        for kind in KINDS
        for act in acts_of(kind)
    )
    statuses = tuple(Choice(s, words.say(words.STATUSES, s), typed["status"] == s) for s in STATUSES)
    helped = {
        "time": _("One per line: the words of the report, then = and the date: 2021-10-12, 2021-09, or plain words such as early September 2021."),
        "place": _("One per line: the words of the report, then = and the name or id of the place, if it is known."),
        "actor": _("One per line, in the words of the report. After = the id of an institution, if it is known."),
    }  # fmt: skip
    plain = _("One per line, in the words of the report.")
    chain = _("One per line, the one who told the publisher first: words of the report = anonymous, named, institution, document or public.")  # fmt: skip
    return (
        Field("act", _("Act"), "choice", choices=_chosen(acts), wrong=wrong.get("act", "")),
        Field("status", _("How firmly"), "choice", choices=_chosen(statuses), wrong=wrong.get("status", "")),
        Field("sources", _("Who says so"), "long", typed["sources"], help=chain, wrong=wrong.get("sources", ""), lang=lang),
        *(
            Field(
                slot, words.say(words.SLOTS, slot), "long", typed[slot],
                help=helped.get(slot, plain), wrong=wrong.get(slot, ""), lang=lang,
                means=_means(claim, typed[slot], language) if slot == "time" else looking_up.meanings(typed[slot], language) if slot in looking_up.SLOTS else "",
            )
            for slot in SLOTS
        ),
    )  # fmt: skip


def _chosen(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices; where none is in force, nothing is chosen for the person."""
    none = not any(choice.chosen for choice in choices)
    return (Choice("", _("choose"), chosen=True), *choices) if none else choices


def _means(claim: Claim, typed: str, language: str) -> str:
    """What the dates of the form are understood as."""
    values = [line.partition("=")[2].strip() for line in typed.splitlines()]
    return (
        "; ".join(in_words(date_of(v) or "?", language) for v in values if v) if claim.time or typed else ""
    )


def read_form(typed: Mapping[str, str], claim: Claim, report: Report) -> Amended:
    """The amendment that a form asks for. report: its words, and its date for dates such as "last week"."""
    before = lines_of(claim)
    changes: Json = {}
    wrong: dict[str, str] = {}
    for name, value in typed.items():
        if same(value, before[name]):
            continue
        try:
            if name == "act":
                kind, _dot, act = value.partition(".")
                _known(kind in KINDS and act in acts_of(kind))
                changes |= {"kind": kind, "act": act}
            elif name == "status":
                _known(value in STATUSES)
                changes["status"] = value
            elif name == "sources":
                changes["sources"] = [to_json(_source(line, claim, report.text)) for line in split(value)]
            else:
                changes[name] = [to_json(_filler(name, line, claim, report)) for line in split(value)]
        except ValueError as error:
            wrong[name] = str(error)
    return Amended(changes, wrong)


def same(one: str, other: str) -> bool:
    """Whether two fields hold the same lines."""
    return [_flat(x) for x in one.splitlines() if x.strip()] == [
        _flat(x) for x in other.splitlines() if x.strip()
    ]


def _known(fine: bool) -> None:
    if not fine:
        raise ValueError(_("This is not one of the choices."))


def split(value: str) -> list[str]:
    """The lines of a field. Errors: ValueError (too many)."""
    lines = [line for line in value.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise ValueError(_("At most %(n)s lines fit here.") % {"n": MOST_LINES})
    return lines


def _parts(line: str) -> tuple[str, str]:
    said, _equals, meaning = line.rpartition(" = ") if " = " in line else (line, "", "")
    return _flat(said), _flat(meaning)


def _source(line: str, claim: Claim, text: str) -> Source:
    said, kind = _parts(line)
    for old in claim.sources:
        if _flat(_source_line(old)) == _flat(line):
            return old
    if kind not in SOURCES:
        raise ValueError(_("Behind = must stand one of: %(kinds)s.") % {"kinds": ", ".join(SOURCES)})
    for old in claim.sources:
        if _flat(old.text) == said:
            return replace(old, kind=kind, rule=RULE)
    span = find(said, text, claim.span)
    return Source(span, span.of(text), kind, rule=RULE)


def _filler(slot: str, line: str, claim: Claim, report: Report) -> Filler:
    kind = slot if slot in ("time", "quantity", "punishment") else "reference"
    return filler_of(kind, line, getattr(claim, slot), claim.span, report)


def filler_of(kind: str, line: str, old_ones: tuple[Filler, ...], near: Span, report: Report) -> Filler:
    """One value from its line. kind: what may stand behind =: time, quantity, punishment, reference, or words (nothing).

    old_ones: what stood there, kept where its line did not change; near: where its words are looked for.
    Errors: ValueError with what is not understood.
    """
    said, meaning = _parts(line)
    for old in old_ones:
        if _flat(filler_line(old)) == _flat(line):
            return old
    span = next((old.span for old in old_ones if _flat(old.text) == said), None) or find(
        said, report.text, near
    )
    filler = Filler(span, span.of(report.text), rule=RULE)
    if not meaning or kind == "words":
        return filler
    if kind == "time":
        value = date_of(meaning, report.published)
        if value is None:
            raise ValueError(_("“%(words)s” is not understood as a date.") % {"words": meaning})
        return replace(filler, value=value)
    if kind == "quantity":
        number = meaning.replace(",", "")
        if not (number.isascii() and number.isdigit()):
            raise ValueError(_("“%(words)s” is not a whole number.") % {"words": meaning})
        return replace(filler, value=number)
    if kind == "punishment":
        return _punishment(filler, meaning)
    return replace(filler, id=reference_id(meaning))


def _punishment(filler: Filler, meaning: str) -> Filler:
    if re.fullmatch(r"P(?:\d+[YMWD])+", meaning):
        return replace(filler, duration=meaning)
    if meaning in tables.sanctions():
        return replace(filler, form=meaning)
    raise ValueError(
        _("“%(words)s” is neither a duration (P3M) nor a punishment of the table.") % {"words": meaning}
    )


def reference_id(meaning: str) -> str:
    """The id of a place, institution or group by its id or name. Errors: ValueError with the candidates."""
    if meaning in tables.places() or meaning in tables.institutions() or meaning in tables.groups():
        return meaning
    called = {p.id: p.name for p in tables.places_called(meaning)} | {
        i.id: f"{i.name} {i.valid_from}" for i in tables.institutions_called(meaning)
    }
    if len(called) == 1:
        return next(iter(called))
    if called:
        these = "; ".join(f"{id_} ({name.strip()})" for id_, name in list(called.items())[:8])
        raise ValueError(
            _("“%(words)s” is several. Write the id: %(these)s.") % {"words": meaning, "these": these}
        )
    raise ValueError(
        _("“%(words)s” is in none of the tables of places, institutions and groups.") % {"words": meaning}
    )


def date_of(words_of_it: str, published: str | None = None) -> str | None:
    """A date as EDTF, from EDTF or plain English words; None where it is not understood."""
    from testigo.archive.text import report_of_text
    from testigo.reading.times import read_times
    from testigo.reading.tokens import document

    if is_valid(words_of_it):
        return words_of_it
    report = report_of_text(f"It happened {words_of_it}.", published=published)
    found = [mention.edtf for mention in read_times(document(report)).mentions if mention.edtf]
    return found[0] if len(found) == 1 else None


def find(said: str, text: str, near: Span) -> Span:
    """Where words stand in a text, nearest to a span; white space may differ. Errors: ValueError."""
    if not said:
        raise ValueError(_("There are no words on this line."))
    pattern = re.compile(r"\s+".join(re.escape(word) for word in said.split()))
    found = min((m.span() for m in pattern.finditer(text)), key=lambda s: _distance(s, near), default=None)
    if found is None:
        raise ValueError(_("“%(words)s” does not stand in the report in these words.") % {"words": said})
    return Span(*found)


def _distance(found: tuple[int, int], near: Span) -> int:
    start, end = found
    return max(near.start - end, start - near.end, 0)
