"""The door: a casebook weighed, kept, weighed again, and bound by what people said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.conftest import put
from tests.weighing.golds import EXAMPLES, claim_of, head

from testigo.archive.extract import extract_file
from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Reading
from testigo.errors import BadInput
from testigo.judgement import Judgement
from testigo.printing_weighed import words_of
from testigo.weighed import Origin, Relay, Weight
from testigo.weighing import weigh as door

NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
NAMES = (
    "04-flour-remark",
    "05-flour-remark-relayed",
    "14-dosk-released-ko",
    "07-april-searches",
    "08-april-searches-correction",
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    """Five examples with the claims that a person coded; report 2 relays report 1, report 5 corrects report 4."""
    import json

    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        for name in NAMES:
            path = EXAMPLES / "gold" / f"{name}.txt"
            coded = json.loads(path.with_suffix(".json").read_text("utf-8"))
            (report,) = extract_file(path, published=coded["published"], publisher=head(name)["outlet"])
            claims = tuple(claim_of(report.text, c) for c in coded["claims"])
            put(made, report, Reading("gold", "1", "1", report.language, claims))
        yield made


def test_what_is_found_is_kept_and_found_again(book: Casebook) -> None:
    found = door.weigh(book)
    assert found.reports == 5
    assert {(r.relay, r.original) for r in found.relays} == {(2, 1), (5, 4)}
    (kept,) = door.every(book, "relay", Relay, (("report", "2"),))
    assert kept in found.relays
    run = book.derived_run("weighing")
    assert run is not None
    assert not run.stale
    weights = {w.subject: w for w in door.every(book, "weight", Weight)}
    assert len(weights) == len(found.weights) > 40


def test_weighing_again_writes_nothing(book: Casebook) -> None:
    first = door.weigh(book)
    again = door.weigh(book)
    assert first.written > 0
    assert (again.written, again.dropped) == (0, 0)


def test_a_person_cuts_a_relay_and_the_numbers_follow(book: Casebook) -> None:
    door.weigh(book)
    before = next(w for w in door.every(book, "weight", Weight, (("report", "2"),)) if w.articles == 2)
    assert before.most == 1
    book.record_judgements([Judgement("relay", "2~1", "different", "Alice", NOON)])
    found = door.weigh(book)
    assert not any(r.holds and r.original == 1 for r in found.relays)
    assert all(w.articles == 1 for w in door.every(book, "weight", Weight, (("report", "2"),)))


def test_a_person_says_that_two_sources_are_two(book: Casebook) -> None:
    door.weigh(book)
    ground = next(
        found[1] for w in door.every(book, "weight", Weight, (("report", "5"),))
        if (found := door.stands_on(book, w.subject))
        and len({leg.origin for leg in found[1].legs if ".source." in leg.origin}) > 1
    )  # fmt: skip
    keys = sorted({leg.origin for leg in ground.legs if ".source." in leg.origin})[:2]
    before = book.derived_one("weighing", "weight", Weight, ground.subject)
    book.record_judgements([Judgement("origin-pair", "~".join(keys), "different", "Alice", NOON)])
    door.weigh(book)
    after = book.derived_one("weighing", "weight", Weight, ground.subject)
    assert before is not None
    assert after is not None
    assert (before.least, after.least) == (1, 2)
    book.record_judgements([Judgement("origin-pair", "~".join(keys), "same", "Alice", NOON)])
    door.weigh(book)
    last = book.derived_one("weighing", "weight", Weight, ground.subject)
    assert last is not None
    assert last.most < before.most


def test_a_rejected_claim_is_not_weighed(book: Casebook) -> None:
    door.weigh(book)
    assert book.derived_one("weighing", "weight", Weight, "claim 1") is not None
    book.record_judgements([Judgement("claim", "1", "reject", "Alice", NOON)])
    door.weigh(book)
    assert book.derived_one("weighing", "weight", Weight, "claim 1") is None


def test_what_falls_with_a_report_is_the_same_by_both_ways(book: Casebook) -> None:
    door.weigh(book)
    by_command = door.without(book, "report:1")
    assert door.alone(book, "report", "1") == by_command
    assert any(f.after is None for f in by_command)


def test_origins_are_found_by_their_report(book: Casebook) -> None:
    door.weigh(book)
    words = {o.words for o in door.every(book, "origin", Origin, (("report", "1"),))}
    assert "a source in Haldrin Province" in words
    assert "a stenna warden who lives on his street" in words


@pytest.mark.parametrize("thing", ["report:9999", "origin:nobody"])
def test_what_is_not_in_the_casebook_cannot_fall(book: Casebook, thing: str) -> None:
    door.weigh(book)
    with pytest.raises(BadInput):
        door.without(book, thing)


def test_what_falls_is_told_in_words_and_not_by_a_key_alone(book: Casebook) -> None:
    door.weigh(book)
    alone = next(f for f in door.without(book, "report:1") if f.after is None)
    said = words_of(book, alone.subject)
    stored = book.claim(int(alone.subject.split()[1]))
    assert stored.claim.span.of(book.report(stored.report).report.text)[:40] in said
