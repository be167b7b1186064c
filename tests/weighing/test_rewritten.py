"""Reports rewritten whole, in another order, by half, as a translation would, and out of two; and others of that theme, town and week."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from tests.weighing.golds import machine

from testigo.weighed import DISTORTIONS, Relay
from testigo.weighing import relays
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenReport

FOLDER = Path(__file__).parent / "pairs" / "again"
REPORTS = {
    "inspection.original": ("Amnok Daily", "2031-09-19"),
    "ferry.original": ("Yalu Weekly", "2031-09-19"),
    "inspection.whole": ("Harbor Dispatch", "2031-09-21"),
    "inspection.order": ("Tuman Journal", "2031-09-20"),
    "inspection.half": ("Steppe Witness", "2031-09-22"),
    "ferry.translated": ("Halla Wire", "2031-09-20"),
    "merged.relay": ("Coast Daily", "2031-09-23"),
    "other.prices": ("Northern Window", "2031-09-18"),
    "other.market": ("Tumen Dispatch", "2031-09-17"),
    "other.boats": ("Border Listening Post", "2031-09-19"),
    "other.crossing": ("Chosen Letters", "2031-09-20"),
    "other.inspection": ("Radio Saebyok", "2031-09-20"),
}
NAMES = tuple(REPORTS)
WANTED = {
    ("inspection.whole", "inspection.original"),
    ("inspection.order", "inspection.original"),
    ("inspection.half", "inspection.original"),
    ("ferry.translated", "ferry.original"),
    ("merged.relay", "inspection.original"),
    ("merged.relay", "ferry.original"),
}
CHANGED = {("inspection.half", "place widened", "Kanggye", "Jagang Province")}
"""What is found of what was changed. Not found, since the reader finds no claim there: bicycles that "may have been handed out" and
"were given", "a source" that became "sources", a couple that "may be" and "are"; and five merchants that are fifteen traders."""


@lru_cache(maxsize=1)
def read() -> tuple[SeenReport, ...]:
    return tuple(machine(FOLDER / f"{name}.txt", n, *REPORTS[name]) for n, name in enumerate(NAMES, 1))


@lru_cache(maxsize=1)
def found() -> tuple[Relay, ...]:
    return relays.find(Field(read()))


def names(relay: Relay) -> tuple[str, str]:
    return NAMES[relay.relay - 1], NAMES[relay.original - 1] if relay.original else relay.outside


def test_each_is_a_relay_of_its_original_alone_and_the_merged_one_of_both() -> None:
    assert {names(relay) for relay in found()} == WANTED


def test_reports_on_the_same_theme_town_and_week_are_relays_of_nobody() -> None:
    assert not {name for name, _ in map(names, found()) if name.startswith("other.")}


def test_nothing_is_called_changed_that_was_not() -> None:
    told = {(names(r)[0], c.kind, c.was, c.now) for r in found() for c in r.changes if c.kind in DISTORTIONS}
    assert told == CHANGED


@pytest.mark.parametrize("name", sorted({relay for relay, _ in WANTED}))
def test_each_pair_is_known_without_the_other_reports_too(name: str) -> None:
    originals = {original for relay, original in WANTED if relay == name}
    two = [report for report, known in zip(read(), NAMES, strict=True) if known in originals | {name}]
    assert {names(relay) for relay in relays.find(Field(two))} == {(name, original) for original in originals}
