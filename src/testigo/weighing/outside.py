"""Origins outside the casebook: an outlet that a report names as where it has something from, while no such report is held.

Rules:
- To be named is not enough: the words beside the name must say that it told ("X reported", "according to X", "told X"), or a claim
  must be attributed to it. A photograph's credit or a remark about an outlet makes no origin.
- A report without a publisher that says whom a source told ("told Amnok Daily") is that outlet's own, as far as can be known.
- One outlet that two reports write in two ways ("Harbor Daily", "HarborDaily") is one, by the name that the first of them gives it.
- An outlet of which a report of the same line is held, original or relay, is not named again: two that cite each other have
  nothing from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from testigo.reason import Reason
from testigo.weighed import Relay
from testigo.weighing.citing import Named
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenReport, folded, spaceless

NOT_HELD = "original not held: {}, title unknown"
NAMED = "names it as where it has this from: “{}”"
REASONS = (NOT_HELD, NAMED)
_BEFORE = re.compile(
    r"(?:according to|report(?:ed)? by|citing|quoting|cited by|quoted by|told|based on a report (?:by|of|from|in)|source of|published by|carried by)"
    r"(?: the| a)?(?: \w+){0,3}\s*[“\"]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[”\"]?(?:[’']s? (?:source|report|article)| (?:has |had )?(?:reported|reports|wrote|writes|said|says|quoted|cited|revealed|first reported))"
    r"|^(?:에 따르면|이 보도|가 보도|은 보도|는 보도|의 보도)",
    re.IGNORECASE,
)


def not_held(field: Field, found: Iterable[Relay]) -> list[Relay]:
    """A relay for each outlet that a report has something from and whose report is not held."""
    held = [relay for relay in found if relay.original is not None and relay.holds]
    known = _of_the_line(field, held)
    for relay in held:
        # A copy names what its original names: that is told once, at the original.
        if {"copy", "near copy"} & set(relay.how):
            known[relay.relay] = known[relay.relay] | {n.outlet for n in field.citing[relay.relay].named}
    made: list[Relay] = []
    names: dict[str, str] = {}
    for id_, citing in sorted(field.citing.items()):
        report = field.reports[id_]
        new = [
            n
            for n in citing.named
            if n.outlet not in known.get(id_, ()) and tells(report, n) and not _is_own(report, n)
        ]
        for one in {spaceless(named.outlet): named for named in reversed(new)}.values():
            written = field.outlets.known.get(one.outlet, one.words)
            made.append(_outside(report, one, names.setdefault(spaceless(one.outlet), written)))
    return made


def _of_the_line(field: Field, held: Iterable[Relay]) -> dict[int, frozenset[str]]:
    """For each report of a line the outlets of all reports of that line."""
    near: dict[int, set[int]] = {}
    for relay in held:
        if relay.original is not None:
            near.setdefault(relay.relay, set()).add(relay.original)
            near.setdefault(relay.original, set()).add(relay.relay)
    known: dict[int, frozenset[str]] = {}
    for start in near:
        if start in known:
            continue
        line, todo = {start}, [start]
        while todo:
            new = near[todo.pop()] - line
            line |= new
            todo += new
        outlets = frozenset(folded(field.reports[id_].outlet) for id_ in line)
        known |= dict.fromkeys(line, outlets)
    return known


def _outside(report: SeenReport, named: Named, name: str) -> Relay:
    said = " ".join(named.sentence.of(report.text).split())
    return Relay(
        f"{report.id}~outside {folded(name)}", report.id, None, ("cites",), 15.0,
        (Reason(NOT_HELD, (name,)), Reason(NAMED, (said,))), outside=name, order="citation",
    )  # fmt: skip


_TOLD = re.compile(r"\b(?:told|spoke to|speaking to|informed|interview with)(?: the)? $", re.IGNORECASE)


def _is_own(report: SeenReport, named: Named) -> bool:
    """Whether a report of which nobody said who published it names the outlet as the one that its source spoke to."""
    said = named.sentence.of(report.text)
    return not report.outlet and bool(_TOLD.search(said[: max(0, said.find(named.words))]))


def tells(report: SeenReport, named: Named) -> bool:
    """Whether the report says that it has something from the outlet, and not only its name."""
    for seen in report.claims:
        for source in seen.claim.sources:
            if f" {named.outlet} " in f" {folded(source.refers_text or source.text)} ":
                return True
    said = named.sentence.of(report.text)
    at = said.find(named.words)
    return at >= 0 and bool(_BEFORE.search(said[:at]) or _AFTER.search(said[at + len(named.words) :]))
