"""What people decide about pairs hangs together, whoever writes it, and whatever is undone."""

from __future__ import annotations

import pytest
from tests.casebook import worlds
from tests.casebook.worlds import NOON

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewReading, NewReport
from testigo.errors import Conflict
from testigo.judgement import Judgement


@pytest.fixture
def claims(bare: Casebook) -> list[int]:
    ids = []
    for n in range(4):
        (done,) = bare.record_captures([worlds.capture(f"{n}.txt")])
        (report,) = bare.record_reports([NewReport(done.original, worlds.report())])
        bare.record_readings([NewReading(report, worlds.reading(worlds.arrest()))])
        stored = bare.report(report).reading
        assert stored is not None
        ids.append(stored.claims[0].id)
    return ids


def say(book: Casebook, a: int, b: int, verdict: str, replaces: int | None = None, by: str = "Alice") -> int:
    (id_,) = book.record_judgements(
        [Judgement("event-pair", f"{a}~{b}", verdict, by, NOON, replaces=replaces)]
    )
    return id_


def test_same_all_the_way_round_and_different_is_refused(bare: Casebook, claims: list[int]) -> None:
    a, b, c, d = claims
    say(bare, a, b, "same")
    say(bare, b, c, "same", by="Bob")
    say(bare, c, d, "same")
    with pytest.raises(Conflict, match=f"{a} and {d} cannot be different.*Bob"):
        say(bare, a, d, "different")


def test_same_is_refused_where_it_would_join_what_is_different(bare: Casebook, claims: list[int]) -> None:
    a, b, c, d = claims
    say(bare, a, d, "different")
    say(bare, a, b, "same")
    say(bare, c, d, "same")
    with pytest.raises(Conflict, match=f"{b} and {c} cannot be same: .*{a} and {d} are different"):
        say(bare, b, c, "same")


def test_an_undoing_that_brings_a_contradiction_back_is_refused(bare: Casebook, claims: list[int]) -> None:
    a, b, c, _ = claims
    first = say(bare, a, c, "different")
    second = say(bare, a, c, "same", replaces=first)
    say(bare, a, b, "same")
    say(bare, b, c, "same")
    with pytest.raises(Conflict, match="cannot be different"):
        say(bare, a, c, "withdraw", replaces=second)


def test_a_batch_is_refused_as_a_whole(bare: Casebook, claims: list[int]) -> None:
    a, b, c, _ = claims
    three = [(a, b, "same"), (b, c, "same"), (a, c, "different")]
    with pytest.raises(Conflict):
        bare.record_judgements([Judgement("event-pair", f"{x}~{y}", v, "Alice", NOON) for x, y, v in three])
    assert bare.decisions("event-pair") == {}


def test_unsure_contradicts_nothing_and_a_changed_mind_may_be_recorded(
    bare: Casebook, claims: list[int]
) -> None:
    a, b, c, _ = claims
    say(bare, a, b, "same")
    say(bare, b, c, "same")
    unsure = say(bare, a, c, "unsure")
    say(bare, a, c, "same", replaces=unsure)
    (first,) = [j.id for j in bare.history("event-pair", f"{a}~{b}")]
    with pytest.raises(Conflict):
        say(bare, a, b, "different", replaces=first)


def test_verdicts_of_other_kinds_do_not_meet(bare: Casebook, claims: list[int]) -> None:
    a, b, c, _ = claims
    say(bare, a, b, "same")
    say(bare, b, c, "same")
    parts = [f"{x}.target.0" for x in (a, c)]
    bare.record_judgements([Judgement("person-pair", "~".join(parts), "different", "Alice", NOON)])
