"""Origins outside the casebook: an outlet that a report names as where it has something from, while no such report is held.

Rules:
- To be named is not enough: the words beside the name must say that it told ("X reported", "according to X", "told X"), or a claim
  must be attributed to it. A photograph's credit or a remark about an outlet makes no origin.
- A report without a publisher that says whom a source told ("told Amnok Daily") is that outlet's own, as far as can be known.
- An outlet that is already the original of the relay, through a report that is held, is not named again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from testigo.reason import Reason
from testigo.weighed import Relay
from testigo.weighing.citing import Named
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenReport, folded

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
    known: dict[int, set[str]] = {}
    for relay in found:
        if relay.original is not None and relay.holds:
            known.setdefault(relay.relay, set()).add(folded(field.reports[relay.original].outlet))
            # A copy names what its original names: that is told once, at the original.
            if {"copy", "near copy"} & set(relay.how):
                known[relay.relay] |= {named.outlet for named in field.citing[relay.relay].named}
    made: list[Relay] = []
    for id_, citing in sorted(field.citing.items()):
        report = field.reports[id_]
        new = [
            n
            for n in citing.named
            if n.outlet not in known.get(id_, ()) and tells(report, n) and not _is_own(report, n)
        ]
        made += [_outside(report, named, field) for named in new]
    return made


def _outside(report: SeenReport, named: Named, field: Field) -> Relay:
    name = field.outlets.known.get(named.outlet, named.words)
    said = " ".join(named.sentence.of(report.text).split())
    return Relay(
        f"{report.id}~outside {named.outlet}", report.id, None, ("cites",), 15.0,
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
