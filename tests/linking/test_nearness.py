"""What links say of places and times that are not simply the same."""

from __future__ import annotations

import pytest

from testigo.linking import nearness
from testigo.linking.event_model import model
from testigo.linking.model import reasons_of, sayings
from testigo.linking.nearness import Told, place_said, time_said


@pytest.mark.parametrize(("level", "left", "right", "said"), [
    ("part", ("Hoeryong", ""), ("North Hamgyong", ""), (nearness.LIES_IN, "Hoeryong", "North Hamgyong")),
    ("part", ("Nammun-dong", "KP-09-hoeryong-nammun-dong"), ("Mangyang", "KP-09-hoeryong-mangyang-dong"), (nearness.SAME_TOWN,)),
    ("other", ("Hoeryong", ""), ("Sinuiju", ""), (nearness.FAR, "Hoeryong", "Sinuiju")),
    ("other", ("Ryanggang", ""), ("North Hamgyong", ""), (nearness.OTHER_UNITS,)),
    ("other", ("Ostemar", ""), ("Corven", ""), None),
    ("town", ("Hoeryong", ""), ("Hoeryong", ""), None),
    ("part", ("", ""), ("Hoeryong", ""), None),
])  # fmt: skip
def test_a_link_says_what_lies_in_what_and_how_far_apart(
    level: str, left: Told, right: Told, said: tuple[str, ...] | None
) -> None:
    found = place_said(level, left, right)
    if said is None:
        assert found is None
        return
    assert found is not None
    assert found[0] == said[0]
    assert found[1][: len(said) - 1] == said[1:]


@pytest.mark.parametrize(("level", "left", "right", "said"), [
    ("days", ("5 May", "2031-05-05"), ("early May", "2031-05-01/2031-05-10"), (nearness.WITHIN, "5 May", "early May")),
    ("days", ("1 to 10 May", "2031-05-01/2031-05-10"), ("8 to 12 May", "2031-05-08/2031-05-12"), (nearness.OVERLAP, "1 to 10 May", "8 to 12 May")),
    ("near", ("5 May", "2031-05-05"), ("7 May", "2031-05-07"), (nearness.DAYS_APART, "2", "5 May", "7 May")),
    ("week", ("5 May", "2031-05-05"), ("14 May", "2031-05-14"), (nearness.DAYS_APART, "9", "5 May", "14 May")),
    ("apart", ("5 May", "2031-05-05"), ("5 June", "2031-06-05"), (nearness.TOO_LATE, "31", "5 May", "5 June")),
    ("day", ("5 May", "2031-05-05"), ("5 May", "2031-05-05"), None),
    ("near", ("5 May", "2031-05-05"), ("in May", ""), None),
    ("days", ("5 May", "2031-05-05"), ("7 May", "2031-05-07"), None),
])  # fmt: skip
def test_a_link_says_how_two_times_lie_to_each_other(
    level: str, left: Told, right: Told, said: tuple[str, ...] | None
) -> None:
    found = time_said(level, left, right)
    assert found == (None if said is None else (said[0], said[1:]))


def test_the_sentence_takes_the_place_of_the_levels_own_and_keeps_its_weight() -> None:
    made = model(100)
    levels = [-1] * len(made.fields)
    part = next(n for n, level in enumerate(made.fields[0].levels) if level.name == "part")
    levels[0] = len(made.fields[0].levels) - 1 - part
    words = {"place": ("Hoeryong", "North Hamgyong"), "place-id": ("", "")}
    told = [r for r in reasons_of(sayings(made), levels, words) if r.template == nearness.LIES_IN]
    assert [(str(r), r.weight) for r in told] == [
        ("Hoeryong lies in North Hamgyong", round(made.fields[0].levels[part].bits, 1))
    ]
