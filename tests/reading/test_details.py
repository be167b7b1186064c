"""The finer acts are those of the reference table, and the words decide."""

from __future__ import annotations

from testigo.reading.details import detail_of, details
from testigo.reference import tables


def test_every_finer_act_is_in_the_reference_table() -> None:
    assert details() <= set(tables.acts())


def test_the_words_of_a_claim_tell_the_finer_act() -> None:
    assert detail_of("execution", "two men were executed in public") == "public-execution"
    assert detail_of("search", "officers inspected the phones of students") == "phone-check"


def test_where_the_words_do_not_tell_there_is_none() -> None:
    assert detail_of("death", "his father died") is None
    assert detail_of("view", "the rules are strict") is None
