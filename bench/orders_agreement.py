"""How far the verdicts agree with the true answers of the invented country when a machine read the reports.

    python bench/orders_agreement.py

The reports of examples/ are read by the rules without a correction; then orders are confronted twice: with the claims of each
report for themselves, and after `testigo link` and `testigo weigh`. A true verdict whose clause or event the machine did not
read at all is counted as such, never left out.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Span
from testigo.jobs import preserve_into, read_into
from testigo.orders import confront as door

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
Json = dict[str, Any]


def say(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")


def loaded(path: str) -> Json:
    """A file of the answers or the gold."""
    value: Json = json.loads((EXAMPLES / path).read_text("utf-8"))
    return value


def places_of(text: str, quote: str | list[Any]) -> Span | None:
    """Where a quote of the gold stands in the text as it was extracted, or None."""
    words = quote[0] if isinstance(quote, list) else quote
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return Span(*found.span()) if found else None


class Read:
    """What the machine read: claims and clauses by report name and place."""

    def __init__(self, book: Casebook, names: dict[str, int]) -> None:
        self.claims: dict[str, list[tuple[int, str, Span]]] = {}
        self.clauses: dict[str, list[tuple[int, int, Span, str]]] = {}
        self.texts: dict[str, str] = {}
        lines = book.directives(limit=200).items
        for name, id_ in names.items():
            stored = book.report(id_)
            self.texts[name] = stored.report.text
            claims = stored.reading.claims if stored.reading else ()
            self.claims[name] = [(c.id, c.claim.act, c.claim.span) for c in claims]
            self.clauses[name] = [
                (line.id, n, clause.span, clause.modality)
                for line in lines
                if line.report == id_
                for n, clause in enumerate(line.directive.clauses)
            ]

    def event(self, event: Json) -> set[int]:
        """The claims read where the true ones of an event stand."""
        out = set()
        for one in event["claims"]:
            at = places_of(self.texts[one["report"]], one["span"])
            out |= {
                id_
                for id_, act, span in self.claims[one["report"]]
                if at and act == one["act"] and span.overlaps(at)
            }
        return out

    def clause(self, clause: Json) -> set[tuple[int, int]]:
        """The clauses read where the true tellings of a clause stand; those of its kind alone, where there are any.

        One sentence may tell two clauses ("took many off the lists, but not returnees"), of which the machine read one.
        """
        out, kind = set(), set()
        for one in clause["tellings"]:
            at = places_of(self.texts[one["report"]], one["span"])
            for id_, number, span, modality in self.clauses[one["report"]]:
                if at and span.overlaps(at):
                    out.add((id_, number))
                    kind |= {(id_, number)} if modality == clause["modality"] else set()
        return kind or out


def agreement(found: door.Confronted, read: Read) -> Counter[str]:
    """How many true verdicts agree, differ, or could not be compared."""
    answers, links = loaded("answers/orders.json"), loaded("answers/links.json")
    events = {e["id"]: e for e in links["events"]}
    clauses = {(o["id"], c["id"]): c for o in answers["orders"] for c in o["clauses"]}
    tellings = {
        (o.key, c.number): {(t.directive, t.number) for t in c.tellings}
        for o in found.orders
        for c in o.clauses
    }
    counts: Counter[str] = Counter()
    for true in answers["verdicts"]:
        claims, wanted = (
            read.event(events[true["event"]]),
            read.clause(clauses[true["order"], true["clause"]]),
        )
        if not wanted or not claims:
            counts["clause not read" if not wanted else "event not read"] += 1
            continue
        said = {
            p.verdict
            for p in found.practices
            if set(p.claims) & claims and tellings[p.order, p.clause] & wanted
        }
        verdict = next((v for v in ("contrary", "in line", "cannot tell") if v in said), None)
        good = verdict == true["verdict"]
        counts[
            "agree" if good else f"{verdict or 'not concerned'} for {true['verdict'] or 'not concerned'}"
        ] += 1
    return counts


def main() -> None:
    """Read, confront, compare; link and weigh, confront, compare again."""
    from testigo.linking.link import link
    from testigo.weighing.weigh import weigh

    files = sorted((EXAMPLES / "reports").iterdir())
    with (
        tempfile.TemporaryDirectory() as folder,
        create(Path(folder) / "case", None, plain=True, cost=FOR_TESTS) as book,
    ):
        preserve_into(book, [str(f) for f in files], None, None, quiet=True)
        read_into(book, quiet=True)
        names: dict[str, int] = {}
        for text in book.texts():
            name = Path(book.report(text.id).captures[0].source).stem
            if text.newest and name in {f.stem for f in files}:
                names.setdefault(name, text.id)
        read = Read(book, names)
        whole = len(loaded("answers/orders.json")["verdicts"])
        for what in ("each report for itself", "linked and weighed"):
            if what != "each report for itself":
                link(book)
                weigh(book, lambda _: None)
            counts = agreement(door.confront(book), read)
            say(
                f"{what}: {counts.pop('agree')} of {whole} agree; "
                + ", ".join(f"{k}: {n}" for k, n in counts.most_common())
            )


if __name__ == "__main__":
    main()
