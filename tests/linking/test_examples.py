"""The invented country linked: against the true answers, with the coded claims and with the machine's own reading."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.casebook import worlds
from tests.linking import examples

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewReading, NewReport
from testigo.linking.link import link

EVENTS_AT_LEAST, PERSONS_AT_LEAST = 0.93, 0.99
"""Floors under the pair F1 with the coded claims. What was measured stands in docs/link.md."""


def test_with_the_coded_claims_events_and_persons_are_those_of_the_answers(
    empty_book: Casebook, capsys: pytest.CaptureFixture[str]
) -> None:
    known = examples.record(empty_book, examples.NAMES)
    link(empty_book)
    truth = examples.true_events()
    found = {known[c]: e.key for e in examples.events_of(empty_book) for c in e.claims if known[c] in truth}
    assert set(found) == set(truth), "every claim of the answers stands in one event"
    events = examples.f1(examples.pairs(found), examples.pairs(truth))
    true, who = examples.true_persons(known, examples.persons_of(empty_book))
    persons = examples.f1(examples.pairs(who), examples.pairs(true))
    with capsys.disabled():
        sys.stdout.write(f"\ncoded claims: event pairs P {events[0]:.3f} R {events[1]:.3f} F1 {events[2]:.3f}; "
              f"person pairs P {persons[0]:.3f} R {persons[1]:.3f} F1 {persons[2]:.3f}\n")  # fmt: skip
    assert events[2] >= EVENTS_AT_LEAST
    assert persons[2] >= PERSONS_AT_LEAST


def test_what_the_answers_tell_apart_is_not_one(empty_book: Casebook) -> None:
    known = examples.record(empty_book, examples.NAMES)
    link(empty_book)
    truth = examples.true_events()
    found: dict[str, set[str]] = {}
    for event in examples.events_of(empty_book):
        for claim in event.claims:
            if known[claim] in truth:
                found.setdefault(truth[known[claim]], set()).add(event.key)
    for pair in examples.ANSWERS["event_pairs"]:
        assert not found[pair["a"]] & found[pair["b"]], pair["why"]
    true, who = examples.true_persons(known, examples.persons_of(empty_book))
    named: dict[str, set[str]] = {}
    for place, person in true.items():
        named.setdefault(person, set()).add(who[place])
    for pair in examples.ANSWERS["person_pairs"]:
        assert not named[pair["a"]] & named[pair["b"]], pair["why"]


def test_the_conflicts_of_the_flour_arrest_stand_side_by_side(empty_book: Casebook) -> None:
    known = examples.record(empty_book, examples.NAMES)
    link(empty_book)
    arrest = next(
        e for e in examples.events_of(empty_book) if ("04-flour-remark", 2) in {known[c] for c in e.claims}
    )
    assert {"time", "age"} <= set(arrest.conflicts)
    days = {v.value: {known[c][0] for c in v.claims} for v in arrest.values if v.slot == "time"}
    assert days["2024-03-19"] >= {"04-flour-remark"}
    assert days["2024-03-20"] == {"14-dosk-released-ko"}


def test_with_the_machines_own_reading_it_says_how_far_it_gets(
    empty_book: Casebook, capsys: pytest.CaptureFixture[str]
) -> None:
    from testigo.reading.read import read_report

    truth = examples.true_events()
    spans: dict[str, dict[int, int]] = {}
    for name in examples.NAMES:
        text = examples.text_of(name)
        (captured,) = empty_book.record_captures([worlds.capture(name)])
        report = examples.report_of(name, text)
        (id_,) = empty_book.record_reports([NewReport(captured.original, report)])
        empty_book.record_readings([NewReading(id_, read_report(report))])
        stored = empty_book.report(id_).reading
        spans[name] = {}
        for number, coded in enumerate(examples.gold_of(name)["claims"]):
            at = examples.locate(text, coded["trigger"], 0, examples.locate(text, coded["span"]))
            for c in stored.claims if stored else ():
                if c.claim.trigger.overlaps(at) and c.claim.act == coded["act"]:
                    spans[name][c.id] = number
    link(empty_book)
    place = {id_: (name, number) for name, ids in spans.items() for id_, number in ids.items()}
    found = {
        place[c]: e.key
        for e in examples.events_of(empty_book)
        for c in e.claims
        if c in place and place[c] in truth
    }
    whole = {p: found.get(p, f"not read {p}") for p in truth}
    p, r, f = examples.f1(examples.pairs(whole), examples.pairs(truth))
    read = {p: truth[p] for p in found}
    p2, r2, f2 = examples.f1(examples.pairs(found), examples.pairs(read))
    with capsys.disabled():
        sys.stdout.write(f"\nown reading: {len(found)} of {len(truth)} claims read; event pairs of all P {p:.3f} R {r:.3f} F1 {f:.3f}; "
              f"of those read P {p2:.3f} R {r2:.3f} F1 {f2:.3f}\n")  # fmt: skip
    assert p2 >= 0.7


def test_the_casebook_that_testigo_open_makes_can_be_linked(tmp_path: Path) -> None:
    from testigo.archive.preserve import Options, preserve
    from testigo.jobs import read_into

    with worlds.empty(tmp_path / "made", plain=True) as book:
        preserve(book, [str(p) for p in sorted((examples.EXAMPLES / "reports").iterdir())], Options())
        read_into(book, quiet=True)
        done = link(book)
        assert done.counts["events"] > 30
        again = link(book)
        assert (again.written, again.dropped) == (0, 0)
