"""The draw for second readings: kept as rows, and always what the seed says."""

from __future__ import annotations

import random

import pytest
from tests.casebook import worlds
from tests.casebook.worlds import NOON

from testigo.casebook import draw, tables
from testigo.casebook.casebook import Casebook
from testigo.judgement import Judgement

CHANCE = random.Random(3)


def should_be(book: Casebook) -> set[int]:
    """The claims that the seed draws, each asked."""
    judged = [c for c in book.all_claims() if c.judgement is not None and c.judgement.verdict in draw.JUDGED]
    return {c.id for c in judged if draw.is_chosen(c.key)}


def test_judging_and_reading_again_keep_the_draw_what_the_seed_says(
    bare: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "40")
    worlds.fill(bare, CHANCE, 20)
    wanted = should_be(bare)
    assert 3 < len(wanted) < 40
    assert set(bare.lacking_second()) == wanted
    assert bare.count_second() == (len(wanted), len(wanted))
    bare.rebuild()
    assert set(bare.lacking_second()) == wanted
    assert draw.is_current()


def test_another_seed_or_share_draws_anew(bare: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "40")
    worlds.fill(bare, CHANCE, 20)
    before = bare.lacking_second()
    entries = bare.counts().entries
    monkeypatch.setenv("TESTIGO_SECOND_SEED", "another seed")
    assert set(bare.lacking_second()) == should_be(bare) != set(before)
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")
    assert len(bare.lacking_second()) > len(before)
    assert bare.counts().entries == entries, "a draw is nothing that is recorded"


def test_a_claim_waits_for_anybody_but_its_first_reader_and_leaves_when_read(
    bare: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTIGO_SECOND_SHARE", "100")
    worlds.fill(bare, CHANCE, 6)
    waits = bare.lacking_second("Bob")
    assert waits == bare.lacking_second()
    assert bare.lacking_second("Alice") == ()
    bare.record_judgements([Judgement("second", str(waits[0]), "accept", "Bob", NOON)])
    assert bare.lacking_second("Bob") == waits[1:]
    assert bare.count_second("Bob")[1] == len(waits) - 1
    rows = [key for (key,) in tables.select("SELECT place FROM draw ORDER BY place")]
    assert rows == sorted(rows)
