"""The relay map draws every source that it counts, or says how many more there are."""

from __future__ import annotations

from itertools import pairwise

from testigo.desk.seeing import relay_map
from testigo.desk.seeing.svg import Node

WORDS = relay_map.Words("Who told whom", "about", "no date", "and {} more")


def drawn(*sources: tuple[str, ...]) -> Node:
    spots = [
        relay_map.Spot(f"{n}", f"Outlet {n}", f"2031-05-{n + 10}", f"/report/{n}/", some)
        for n, some in enumerate(sources)
    ]
    picture = relay_map.relay_map(spots, (), WORDS)
    assert picture is not None
    return picture


def labels(picture: Node) -> dict[str, float]:
    """The words at the left with the height at which they stand."""
    return {t.text or "": float(t.get("y", "0")) for t in picture.iter("text") if t.get("class") == "label"}


def test_every_source_of_a_report_is_drawn_and_none_over_another() -> None:
    told = labels(
        drawn(("a trader", "an official", "the order", "a resident"), ("a nurse", "a guard", "a cook"))
    )
    assert len(told) == 7
    heights = sorted(told.values())
    assert all(b - a >= relay_map.SOURCE - 1 for a, b in pairwise(heights))


def test_of_many_sources_how_many_more_there_are_is_said() -> None:
    told = labels(drawn(tuple(f"source {n}" for n in range(11))))
    assert len(told) == relay_map.MOST_SOURCES
    assert "and 6 more" in told
