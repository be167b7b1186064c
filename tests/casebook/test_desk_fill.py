"""The casebook that the desk is measured with is what recording would have made."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from testigo.casebook import tables
from testigo.casebook.casebook import Casebook
from testigo.casebook.values import ClaimFilter

SCRIPT = Path(__file__).resolve().parents[2] / "bench" / "desk_fill.py"
DERIVED = {
    "shelf": "report_id", "standing": "claim_id", "dated": "claim_id, first", "told": "report_id, what, value",
    "tally": "what, value", "drawn": "report_id",
}  # fmt: skip
FILTERS = (
    ClaimFilter(act="arrest", status="hedged"), ClaimFilter(verdict="accept"), ClaimFilter(verdict="open", words="herder"),
    ClaimFilter(publisher="Radio South", act="release"), ClaimFilter(words="trader", people=True),
)  # fmt: skip


def filled(book: Casebook) -> None:
    spec = importlib.util.spec_from_file_location("desk_fill", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules["desk_fill"] = script
    spec.loader.exec_module(script)
    script.fill(book, 60)


def derived(book: Casebook) -> dict[str, list[tuple[str, ...]]]:
    """Every derived row but for ids that count rows, and what the index of claims finds."""
    found = {}
    for table, order in DERIVED.items():
        names = [n for _, n, *_ in tables.select(f"PRAGMA table_info({table})") if n != "id"]
        columns = ", ".join(f'"{name}"' for name in names)
        found[table] = [
            tuple(map(repr, row)) for row in tables.select(f"SELECT {columns} FROM {table} ORDER BY {order}")
        ]
    found["claims"] = [tuple(str(c.id) for c in book.claims(which, limit=2000).items) for which in FILTERS]
    found["reports"] = [tuple(str(hit.report) for hit in book.search("flour", limit=100).items)]
    return found


def test_the_rows_of_a_filled_casebook_are_those_that_are_made_again_from_it(bare: Casebook) -> None:
    filled(bare)
    before = derived(bare)
    assert all(before["claims"]), "every filter must find something for this to say anything"
    assert before["reports"][0]
    indexes = tables.select("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY 1")
    bare.rebuild()
    assert derived(bare) == before
    assert ("claim_act",) in indexes
    assert ("filler_ref",) in indexes
