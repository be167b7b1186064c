"""Linking a casebook by its door: what it keeps is what linking values gives, whole or not at all, and told on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bench.worlds.recording import record
from bench.worlds.worlds import Size, world
from tests.casebook import worlds

from testigo import wire
from testigo.casebook import stages, tables
from testigo.casebook.casebook import Casebook, open_casebook
from testigo.casebook.values import ClaimFilter, StoredClaim
from testigo.judgement import Judgement
from testigo.linked import Clustering, Event, Link, Person
from testigo.linking import gathering
from testigo.linking.database import database
from testigo.linking.deriving import Derivation, derive
from testigo.linking.judged import Verdicts
from testigo.linking.link import effective, link
from testigo.linking.telling import Telling, telling

ROOT = Path(__file__).resolve().parents[2]
KINDS: tuple[tuple[str, type[Any]], ...] = (
    ("event", Event), ("person", Person), ("link", Link), ("clustering", Clustering),
)  # fmt: skip
REPORTS = 120


def kept(book: Casebook) -> dict[str, list[Any]]:
    return {kind: list(book.derived("linking", kind, of, limit=100_000).items) for kind, of in KINDS}


def rows(book: Casebook) -> list[tuple[Any, ...]]:
    """Every row that linking keeps, as it stands, with what it is about."""
    with book._looking():
        return [
            *tables.select("SELECT kind, key, rank, body, sign FROM derived WHERE stage = 'linking' ORDER BY kind, key"),
            *tables.select(
                "SELECT d.kind, d.key, p.what, p.subject FROM derived_part p JOIN derived d ON d.id = p.derived_id"
                " WHERE d.stage = 'linking' ORDER BY 1, 2, 3, 4"
            ),
        ]  # fmt: skip


def told(stored: StoredClaim, published: str | None, headings: Any) -> Telling | None:
    """A claim for linking, by way of its value and not of its row."""
    verdict = stored.judgement.verdict if stored.judgement else None
    if verdict == "reject":
        return None
    claim = effective(stored)
    return telling(
        (stored.id, stored.key, stored.report), claim, title=any(span.contains(claim.span) for span in headings),
        accepted=verdict in ("accept", "amend", "add"), published=published,
    )  # fmt: skip


def by_values(book: Casebook) -> Derivation:
    """What linking gives for the claims of a casebook, taken out one by one."""
    texts = {one.id: one.report for one in book.texts()}
    made: dict[int, list[Telling]] = {}
    for stored in book.all_claims(ClaimFilter(added=True)):
        report = texts[stored.report]
        headings = [b.span for b in report.blocks if b.kind in ("title", "heading")]
        if (one := told(stored, report.published, headings)) is not None:
            made.setdefault(stored.report, []).append(one)
    ordered = [
        (report, sorted(some, key=lambda t: (t.id < 0, t.start, abs(t.id))))
        for report, some in sorted(made.items())
    ]
    with database() as db:
        return derive(db, ordered, Verdicts(), Verdicts(), seed=1)


@pytest.fixture
def filled(empty_book: Casebook) -> Casebook:
    record(empty_book, world(Size(REPORTS), 5))
    return empty_book


def judged(book: Casebook) -> None:
    """Some claims accepted, rejected, amended, and one added by hand."""
    some = [c for c in book.all_claims() if c.claim.place][:6]
    place = json.dumps({"place": [{"span": [0, 5], "text": "Dorna", "id": None}]})
    said = [
        ("accept", None),
        ("reject", None),
        ("amend", place),
        ("accept", None),
        ("reject", None),
        ("amend", '{"status": "denied"}'),
    ]
    book.record_judgements([
        Judgement("claim", str(c.id), verdict, "Alice", worlds.NOON, amended=amended)
        for c, (verdict, amended) in zip(some, said, strict=True)
    ])  # fmt: skip
    copy = replace(some[0].claim, act="torture")
    body = json.dumps(wire.to_json(copy))
    book.record_judgements(
        [Judgement("report", str(some[0].report), "add", "Bob", worlds.NOON, amended=body)]
    )


@pytest.mark.parametrize("size", [gathering.REPORTS, 9])
def test_what_the_casebook_keeps_is_what_linking_its_claims_as_values_gives(
    filled: Casebook, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(gathering, "REPORTS", size)
    judged(filled)
    link(filled)
    found, there = by_values(filled), kept(filled)
    assert any(c < 0 for e in found.events for c in e.claims), "what was added by hand takes part"
    assert sorted(there["event"], key=lambda e: e.key) == [*found.events]
    assert sorted(there["person"], key=lambda p: p.key) == [*found.persons]
    assert sorted(there["link"], key=lambda one: (one.kind, one.left, one.right)) == [*found.links]
    assert sorted(there["clustering"], key=repr) == sorted(found.clusterings, key=repr)


def test_many_values_are_written_as_few_are(
    filled: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link(filled)
    few = rows(filled)  # opening another casebook closes this one
    schema = "SELECT sql FROM sqlite_master WHERE tbl_name = 'derived_part' AND sql IS NOT NULL ORDER BY 1"
    monkeypatch.setattr(stages, "AT_ONCE", 20)
    with worlds.empty(tmp_path / "other", plain=True) as other:
        with other._looking():
            before = tables.select(schema)
        record(other, world(Size(REPORTS), 5))
        assert link(other).written > 300
        assert rows(other) == few
        with other._looking():
            assert tables.select(schema) == before, "the index is there again"
        assert link(other).written == 0


KILLED = """
import os, signal, sys
from pathlib import Path
from testigo import wire
from testigo.casebook import stages, tables
from testigo.casebook.casebook import open_casebook
from testigo.linking.link import link
stages.AT_ONCE = 5
insert, times = tables.insert, []
def until(*args):
    insert(*args)
    times.append(args[0])
    if times.count("derived_part") == 3:
        print("killed", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
tables.insert = until
with open_casebook(Path(sys.argv[1]), sys.argv[2]) as book:
    link(book, seed=int(sys.argv[3]))
"""


@pytest.mark.parametrize("before", [False, True])
def test_a_run_that_is_killed_while_it_writes_leaves_what_was_there(tmp_path: Path, before: bool) -> None:
    with worlds.empty(tmp_path / "book") as book:
        record(book, world(Size(REPORTS), 5))
        if before:
            link(book)
        was = rows(book)
        some = [c.id for c in book.all_claims()][::4]
        book.record_judgements([Judgement("claim", str(id_), "reject", "Alice", worlds.NOON) for id_ in some])
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "book"), worlds.PASSPHRASE, "1"], cwd=ROOT, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("killed\n", -9), done.stderr
    with open_casebook(tmp_path / "book", worlds.PASSPHRASE) as book:
        assert rows(book) == was
        run = book.derived_run("linking")
        assert (run is not None) == before
        assert run is None or run.stale
        assert book.verify_rows().damages == ()
        assert link(book).written
        again = rows(book)
        assert link(book).written == 0
        assert rows(book) == again


def test_it_tells_how_far_it_is(filled: Casebook) -> None:
    said: list[tuple[str, int, int]] = []
    link(filled, say=lambda *step: said.append(step))
    assert [step for step, *_ in said] == [
        "taking in the claims", "comparing the claims", "comparing the persons", "keeping what was found",
    ]  # fmt: skip
    assert said[0][2] == filled.counts().claims


@pytest.mark.parametrize("seed", [5, 8])
def test_one_more_report_among_a_thousand_leaves_the_bytes_of_all_that_it_does_not_touch(
    empty_book: Casebook, seed: int
) -> None:
    """Rows as they stand in the casebook, with what they are about: events, persons, links and clusterings."""
    made = world(Size(1_000), seed)
    more = made.reports.pop()
    record(empty_book, made)
    link(empty_book)
    was, known = by_row(empty_book), {c.id for c in empty_book.all_claims()}
    made.reports[:] = [replace(more, number=1_000)]
    record(empty_book, made)
    done = link(empty_book)
    now = by_row(empty_book)
    new = {str(c.id) for c in empty_book.all_claims()} - {str(id_) for id_ in known}
    near = set(new)
    for _ in range(2):  # what stands with a new claim, and what stood with that before
        for row in (*was.values(), *now.values()):
            if row[0][0] in ("event", "person") and row[1] & near:
                near |= row[1]
    changed = {key for key in {*was, *now} if was.get(key) != now.get(key)}
    beside = {key for key in changed if not (now.get(key) or was[key])[1] & near}
    assert new
    assert changed
    assert {key[0] for key in beside} <= {"event"}, "an event may name a person by another key"
    assert all(without_names(was.get(key)) == without_names(now.get(key)) for key in beside)
    assert (
        done.written + done.dropped == sum((key in was) + (key in now) for key in changed)
        or len(changed) < 60
    )
    assert len(changed) < len(was) / 20


Row = tuple[tuple[Any, ...], frozenset[str], tuple[Any, ...]]


def by_row(book: Casebook) -> dict[tuple[str, str], Row]:
    """Every kept row by kind and key: itself, the claims that it is of, and everything that it is about."""
    found = rows(book)
    about: dict[tuple[str, str], list[Any]] = {}
    for row in found:
        if len(row) == 4:
            about.setdefault((row[0], row[1]), []).append(row[2:])
    return {
        (row[0], row[1]): (
            tuple(row),
            frozenset(str(subject) for what, subject in about[row[0], row[1]] if what == "claim"),
            tuple(about[row[0], row[1]]),
        )
        for row in found
        if len(row) == 5
    }


def without_names(row: Row | None) -> Any:
    """An event without the keys of its persons, and without the digest over them."""
    if row is None:
        return None
    body = {key: value for key, value in json.loads(row[0][3]).items() if key != "persons"}
    return row[0][:3], body, row[1]


@pytest.mark.slow
def test_one_more_report_among_three_thousand_changes_only_what_it_touches(empty_book: Casebook) -> None:
    made = world(Size(3_000), 5)
    more = made.reports.pop()
    record(empty_book, made)
    link(empty_book)
    was = by_key(empty_book)
    known = {c.id for c in empty_book.all_claims()}
    made.reports[:] = [replace(more, number=3_000)]
    record(empty_book, made)
    done = link(empty_book)
    now = by_key(empty_book)
    new = {c.id for c in empty_book.all_claims()} - known
    assert new
    for kind in ("event", "person"):
        changed = {key for key in {*was[kind], *now[kind]} if was[kind].get(key) != now[kind].get(key)}
        touched = {key for key, one in now[kind].items() if claims_in(one) & new}
        apart = {claim for key in touched for claim in claims_in(now[kind][key])}
        touched |= {key for key, one in was[kind].items() if claims_in(one) & apart}
        beside = {
            key for key in changed - touched if only_names_others(was[kind].get(key), now[kind].get(key))
        }
        assert changed <= touched | beside
    assert len(was["event"]) > 1_000
    assert done.written + done.dropped < len(was["event"]) / 20


def by_key(book: Casebook) -> dict[str, dict[str, Any]]:
    return {
        kind: {one.key: one for one in some}
        for kind, some in kept(book).items()
        if kind in ("event", "person")
    }


def claims_in(one: Any) -> set[int]:
    return {*one.claims} if isinstance(one, Event) else {m.claim for m in one.mentions}


def only_names_others(was: Any, now: Any) -> bool:
    """Whether an event names other persons, or a person other events, and nothing else is different."""
    other = {"persons": ()} if isinstance(was, Event) else {"events": ()}
    return was is not None and now is not None and replace(was, **other) == replace(now, **other)
