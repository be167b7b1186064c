"""Whether a gold file says what a gold file may say: our own check, apart from the scorer.

    python tests/gold/validate.py FOLDER...

Rules:
- Every quote stands in the text (white space counted as one blank); a trigger stands inside its own span.
- Every id is in a closed list of testigo.vocabulary or a reference table; every time is EDTF, every length ISO 8601.
- A claim has no key that docs/coding.md does not know; a reported one names through whom it comes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from testigo import dates, vocabulary
from testigo.reference import tables

Json = dict[str, Any]

SLOTS = ("actor", "target", "place", "time", "charge", "punishment", "quantity")
CLAIM_KEYS = {"kind", "act", "act_detail", "span", "trigger", "status", "sources", *SLOTS}
DIRECTIVE_KEYS = {"issuer", "addressee", "issued", "transmission", "clauses"}
DURATION = re.compile(r"P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T\d+H)?")


def squeeze(text: str) -> str:
    """The text with every stretch of white space as one blank."""
    return re.sub(r"\s+", " ", text).strip()


def quote_of(span: str | list[Any]) -> tuple[str, int]:
    """The words of a gold span and which occurrence is meant, from 0."""
    return (squeeze(span), 0) if isinstance(span, str) else (squeeze(span[0]), int(span[1]))


def as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _missing(where: str, filler: Json, text: str) -> Iterator[str]:
    quote, nth = quote_of(filler["span"])
    if not quote or text.count(quote) <= nth:
        yield f"{where}: not in the text: {quote!r}"
    if "refers" in filler and squeeze(filler["refers"]) not in text:
        yield f"{where}: refers to what is not in the text: {filler['refers']!r}"


def _values(where: str, slot: str, filler: Json) -> Iterator[str]:
    if slot == "time" and filler.get("value") is not None and not dates.is_valid(filler["value"]):
        yield f"{where}: no date: {filler['value']!r}"
    if slot == "quantity" and not isinstance(filler.get("value"), int | float):
        yield f"{where}: no number: {filler.get('value')!r}"
    if slot == "punishment":
        if filler.get("form") is not None and filler["form"] not in tables.sanctions():
            yield f"{where}: unknown punishment {filler['form']!r}"
        if filler.get("duration") is not None and not _is_duration(filler["duration"]):
            yield f"{where}: no duration: {filler['duration']!r}"
    known = set(tables.places()) if slot == "place" else set(tables.institutions())
    if filler.get("id") is not None and filler["id"] not in known:
        yield f"{where}: unknown id {filler['id']!r}"


def _is_duration(text: str) -> bool:
    return len(text) > 1 and DURATION.fullmatch(text) is not None


def _claim(where: str, claim: Json, text: str) -> Iterator[str]:
    for key in set(claim) - CLAIM_KEYS:
        yield f"{where}: unknown key {key!r}"
    if claim["kind"] not in vocabulary.KINDS or claim["act"] not in vocabulary.acts_of(claim["kind"]):
        yield f"{where}: no act {claim['act']!r} of kind {claim['kind']!r}"
    if claim["status"] not in vocabulary.STATUSES:
        yield f"{where}: unknown status {claim['status']!r}"
    sources = as_list(claim.get("sources"))
    if claim["status"] == "reported" and not sources:
        yield f"{where}: reported, and nobody is said to have reported it"
    yield from _missing(where, claim, text)
    if claim.get("trigger") and quote_of(claim["trigger"])[0] not in quote_of(claim["span"])[0]:
        yield f"{where}: trigger outside its span: {claim['trigger']!r}"
    for source in sources:
        if source["kind"] not in vocabulary.SOURCES:
            yield f"{where}: unknown kind of source {source['kind']!r}"
        yield from _missing(f"{where} sources", source, text)
    for slot in SLOTS:
        for filler in as_list(claim.get(slot)):
            yield from _missing(f"{where} {slot}", filler, text)
            yield from _values(f"{where} {slot}", slot, filler)


def _clause(where: str, clause: Json, text: str) -> Iterator[str]:
    yield from _missing(where, clause, text)
    if clause["modality"] not in vocabulary.MODALITIES:
        yield f"{where}: unknown modality {clause['modality']!r}"
    if clause.get("measure") is not None and clause["measure"] not in vocabulary.ACTS:
        yield f"{where}: unknown measure {clause['measure']!r}"
    levels = clause.get("levels")
    if levels is not None and not (len(levels) == 2 and 0 < levels[0] <= levels[1]):
        yield f"{where}: no lowest and highest level: {levels!r}"
    for group in as_list(clause.get("groups")):
        yield from _missing(f"{where} groups", group, text)
        if group.get("id") is not None and group["id"] not in tables.groups():
            yield f"{where}: unknown group {group['id']!r}"


def _directive(where: str, directive: Json, text: str) -> Iterator[str]:
    for key in set(directive) - DIRECTIVE_KEYS:
        yield f"{where}: unknown key {key!r}"
    fillers = [("actor", f) for key in ("issuer", "addressee") for f in as_list(directive.get(key))]
    fillers += [("time", f) for f in as_list(directive.get("issued"))]
    fillers += [("", f) for f in as_list(directive.get("transmission"))]
    for slot, filler in fillers:
        yield from _missing(where, filler, text)
        yield from _values(where, slot, filler)
    if not directive.get("clauses"):
        yield f"{where}: an order whose content is not told is no directive"
    for n, clause in enumerate(directive.get("clauses", [])):
        yield from _clause(f"{where} clause {n}", clause, text)


def problems(gold: Json, text: str) -> list[str]:
    """What is wrong with the gold of a text, one sentence each; empty where nothing is."""
    text = squeeze(text)
    found = [] if gold["published"] is None or dates.is_valid(gold["published"]) else ["published: no date"]
    for n, claim in enumerate(gold["claims"]):
        found += _claim(f"claim {n}", claim, text)
    for n, directive in enumerate(gold.get("directives", [])):
        found += _directive(f"directive {n}", directive, text)
    return found


def check_folder(folder: Path) -> dict[str, list[str]]:
    """For each gold file its problems, by name; what has no text beside it (the floors) is no gold file."""
    return {
        path.stem: problems(json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8"))
        for path in sorted(folder.glob("*.json"))
        if path.with_suffix(".txt").exists()
    }


def main() -> int:
    """Print what is wrong in the folders named; exit 1 where anything is."""
    bad = 0
    for folder in sys.argv[1:]:
        for name, found in check_folder(Path(folder)).items():
            bad += len(found)
            for problem in found:
                sys.stdout.write(f"{name}: {problem}\n")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
