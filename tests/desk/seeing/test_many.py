"""All claims counted at once give the same as one claim after the other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook import worlds

from testigo.casebook import casebook, drawn
from testigo.casebook.casebook import Casebook
from testigo.casebook.values import Drawn
from testigo.desk.amending import effective
from testigo.desk.seeing import tally
from testigo.desk.seeing.happening import Happening, happening, when_of
from testigo.desk.seeing.many import FIELDS, Many, Wanted
from testigo.judgement import Judgement

CHANCE = random.Random(11)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    made = worlds.empty(Path(tmp_path_factory.mktemp("many"), "book"))
    worlds.fill(made, CHANCE)
    yield made
    casebook.close_open()


def one_by_one(book: Casebook, wanted: Wanted) -> list[Happening]:
    """The claims that fit, each looked at."""
    found = []
    for stored in book.all_claims():
        verdict = stored.judgement.verdict if stored.judgement else "open"
        if verdict == "reject" if wanted.verdict is None else verdict != wanted.verdict:
            continue
        if wanted.act not in (None, stored.claim.act) or wanted.status not in (
            None,
            effective(stored).status,
        ):
            continue
        item = happening(stored.id, effective(stored), "")
        if wanted.place is not None and not wanted.place(item.places, False):
            continue
        if wanted.month and not (item.when and wanted.month in tally.month_shares(item.when)):
            continue
        found.append(item)
    return found


def some_wanted() -> Wanted:
    place = CHANCE.choice(("KP-10", "KP-10-hyesan", "KP-09-hoeryong"))
    return Wanted(
        CHANCE.choice((None, None, *worlds.ACTS)), CHANCE.choice((None, None, *worlds.STATUSES)),
        CHANCE.choice((None, None, "open", "accept", "reject", "amend", "add")),
        CHANCE.choice((None, None, "2031-05", "2030-12", "2031-02", "1066-13")),
        CHANCE.choice((None, None, lambda ids, _border: place in ids)),
    )  # fmt: skip


def test_whatever_is_asked_the_counts_are_those_of_the_claims(book: Casebook) -> None:
    for _ in range(200):
        wanted = some_wanted()
        each, many = one_by_one(book, wanted), Many(book.drawn(), wanted)
        assert sorted(item.claim for item in each) == list(many.ids(0, 1000)), wanted
        assert tally.by_act(each) == tally.by_act(many.acts())
        assert tally.by_month(each) == tally.by_month(many.days())
        assert tally.by_province(each, str) == tally.by_province(many.places(), str)
        dated = sorted((i.when.first, i.claim) for i in each if i.when)
        ids, number = many.latest(5)
        assert (list(ids), number) == ([claim for _first, claim in dated[-5:]], len(dated))


def test_of_several_times_the_same_one_counts_as_for_a_single_claim() -> None:
    for _ in range(300):
        claim = worlds.some_claim(CHANCE)
        when = when_of(claim)
        told = (0, 0)
        if when is not None:
            told = (
                0 if when.open_start else when.first.toordinal(),
                0 if when.open_end else when.last.toordinal(),
            )
        assert drawn.narrowest(t.value for t in claim.time) == told


def test_the_border_area_is_known_by_its_words() -> None:
    codes = {
        "act": ("event.arrest",),
        "status": ("reported",),
        "verdict": ("",),
        "place": ("", "~", "KP-10\n~"),
    }
    rows = b"".join(drawn.ROW.pack(n, 0, 0, 0, 0, 0, 0, n) for n in range(3))
    border = Many(Drawn(rows, codes), Wanted(place=lambda _ids, border: border))
    assert border.ids(0, 9) == (1, 2)


def test_a_casebook_without_claims_has_none_to_count() -> None:
    empty = Many(Drawn(b"", {}), Wanted(act="arrest", month="2031-05", place=lambda _ids, _border: True))
    assert (empty.count, empty.ids(0, 9), empty.acts(), empty.days(), empty.latest(9)) == (
        0,
        (),
        [],
        [],
        ((), 0),
    )


def test_the_fields_are_those_that_the_casebook_packs() -> None:
    import numpy as np

    assert np.dtype(FIELDS).itemsize == drawn.ROW.size


def test_a_judgement_is_counted_at_once(book: Casebook) -> None:
    stored = next(c for c in book.all_claims() if c.judgement is None)
    before = Many(book.drawn(), Wanted()).count
    book.record_judgements([worlds.judge(stored.id, "reject")])
    assert Many(book.drawn(), Wanted()).count == before - 1
    rejected = book.claim(stored.id).judgement
    assert rejected is not None
    undone = Judgement("claim", str(stored.id), "withdraw", "Alice", worlds.NOON, replaces=rejected.id)
    book.record_judgements([undone])
    assert Many(book.drawn(), Wanted()).count == before
