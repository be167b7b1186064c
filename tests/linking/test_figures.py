"""The figures of the models: what is counted in a casebook never turns round what a level says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.worlds.recording import tellings
from bench.worlds.worlds import Size, world
from tests.linking.test_bad_input import claim, filler, linked

from testigo.claim import Claim
from testigo.linking import comparing, event_model
from testigo.linking.database import database
from testigo.linking.deriving import as_told
from testigo.linking.gathering import Incoming, gathered
from testigo.linking.judged import Verdicts
from testigo.linking.model import Model
from testigo.linking.read import in_order
from testigo.linking.sharing import Shared

PLACE, DAY = "KP-08-hamju", "2031-05-04"


@pytest.fixture(scope="module")
def models() -> tuple[Model, Model]:
    """The stated model, and the one with what is counted among 400 generated reports."""
    incoming = Incoming(tellings(world(Size(400), 5)), as_told)
    read = in_order(gathered(Shared(), incoming, Verdicts(), Verdicts()))
    count = len(read.rows.first)
    stated = event_model.model(count)
    with pytest.MonkeyPatch.context() as patch, database() as db:
        patch.setattr(comparing, "ENOUGH", 1)
        db.put("events", read.rows.lines.given()[0])
        return stated, comparing.learned(stated, db, "events", count, 1)


def test_what_speaks_for_never_comes_to_speak_against(models: tuple[Model, Model]) -> None:
    stated, counted = models
    assert any(a != b for a, b in zip(stated.fields, counted.fields, strict=True))
    for before, after in zip(stated.fields, counted.fields, strict=True):
        for was, now in zip(before.levels, after.levels, strict=True):
            assert was.bits * now.bits >= 0, f"{before.name}: {was.name}"


def test_acts_are_not_counted_among_pairs_of_other_sorts(models: tuple[Model, Model]) -> None:
    act = [next(f for f in model.fields if f.name == "act") for model in models]
    assert act[0] == act[1]


def several(number: str) -> Claim:
    return replace(claim("", PLACE, DAY), quantity=(filler(f"{number} people", value=number),))


def test_one_particular_person_is_told_from_a_number_of_people() -> None:
    one, other = claim("a doctor", PLACE, DAY), several("12")
    alone, many = linked([one, claim("", PLACE, DAY)]), linked([one, other])
    assert many.links[0].probability < alone.links[0].probability
    assert "one particular person in one, a number in the other" in [str(r) for r in many.links[0].reasons]
    assert many == linked([one, other])
