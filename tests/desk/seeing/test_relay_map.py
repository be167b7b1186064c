"""The relay map draws every source that it counts, or says how many more; no line is taken for one between others."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

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


# --- lines ----------------------------------------------------------------------------------------------------------


Case = tuple[list[relay_map.Spot], list[relay_map.Tie]]


def spot(key: str, day: str = "2031-05-11", label: str = "") -> relay_map.Spot:
    return relay_map.Spot(key, label or f"Outlet {key}", day, f"/report/{key}/")


def tie(original: str, relay: str, said: str = "", *, sure: bool = True) -> relay_map.Tie:
    return relay_map.Tie(original, relay, f"/relays/{relay}~{original}/", said, "spoken", sure=sure)


def cases() -> dict[str, Case]:
    """Reports of one day, without a day, in chains, with two originals, and in a circle."""
    days = ["2031-05-11", "", "2031-05-11", "2031-05-20", "", "2031-05-11", "2031-05-02", ""]
    eight = [spot(f"{n}", day) for n, day in enumerate(days, 1)]
    return {
        "pairs of one day": ([spot(key) for key in "abcdef"], [tie("a", "b"), tie("c", "d"), tie("e", "f")]),
        "pairs without a day": ([spot(key, "") for key in "abcd"], [tie("a", "c"), tie("b", "d")]),
        "a chain of one day": ([spot(key) for key in "abcd"], [tie("a", "b"), tie("b", "c"), tie("c", "d")]),
        "a tree": (eight, [tie("1", "2"), tie("1", "3"), tie("3", "5"), tie("1", "4"), tie("4", "7"), tie("6", "8")]),
        "two originals": ([spot(key) for key in "abc"], [tie("a", "c"), tie("b", "c")]),
        "a circle": ([spot(key) for key in "ab"], [tie("a", "b"), tie("b", "a")]),
    }  # fmt: skip


def corners(path: str) -> list[tuple[float, float]]:
    """The corners of a line that goes down, along, down and along."""
    x, y = (float(n) for n in path[1 : path.index("V")].split())
    found = [(x, y)]
    for way, number in re.findall(r"([VH])([\d.]+)", path):
        x, y = (x, float(number)) if way == "V" else (float(number), y)
        found.append((x, y))
    return found


def boxes(picture: Node) -> dict[str, tuple[float, float, float, float]]:
    """What the mark and the name of each report cover (left, top, right, bottom), by its address."""
    found = {}
    for link in picture.iter("a"):
        name = next((t for t in link.iter("text") if t.get("class") == "name"), None)
        if name is None:
            continue
        left, base = float(name.get("x", "0")), float(name.get("y", "0"))
        wide = 7 * len(name.text or "")
        found[link.get("href", "")] = (left - 2 * relay_map.SIZE - 8, base - 13, left + wide, base + 7)
    return found


def crosses(
    one: tuple[float, float], other: tuple[float, float], box: tuple[float, float, float, float]
) -> bool:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left < box[2] and right > box[0] and top < box[3] and bottom > box[1]


@pytest.mark.parametrize("name", cases())
def test_no_line_passes_through_or_behind_a_report_that_it_does_not_concern(name: str) -> None:
    spots, ties = cases()[name]
    picture = relay_map.relay_map(spots, ties, WORDS)
    assert picture is not None
    places = boxes(picture)
    lines = [a for a in picture.iter("a") if a.get("class") == "area"]
    assert len(places) == len(spots)
    assert len(lines) == len(ties)
    for line, drawn_tie in zip(lines, ties, strict=True):
        path = next(p.get("d", "") for p in line.iter("path") if "tie" in p.get("class", ""))
        mine = {f"/report/{drawn_tie.original}/", f"/report/{drawn_tie.relay}/"}
        for start, end in pairwise(corners(path)):
            assert not [a for a, box in places.items() if a not in mine and crosses(start, end, box)]


@pytest.mark.parametrize("name", cases())
def test_lines_of_two_originals_never_lie_in_one_another(name: str) -> None:
    spots, ties = cases()[name]
    picture = relay_map.relay_map(spots, ties, WORDS)
    assert picture is not None
    down: dict[float, list[tuple[str, float, float]]] = {}
    for line, drawn_tie in zip((a for a in picture.iter("a") if a.get("class") == "area"), ties, strict=True):
        path = next(p.get("d", "") for p in line.iter("path") if "tie" in p.get("class", ""))
        (_, _), (_, _), (x, top), (_, bottom), _end = corners(path)
        down.setdefault(x, []).append((drawn_tie.original, min(top, bottom), max(top, bottom)))
    for lanes in down.values():
        for (one, top, bottom), (other, above, below) in combinations(lanes, 2):
            assert one == other or bottom <= above or below <= top


def test_a_long_name_is_cut_and_what_must_stand_with_it_is_not() -> None:
    name = "The Evening Gazette of the Lower Tumen Valley and Its Seven Counties"
    outside = relay_map.Spot("out", name, "", "", mark="not held")
    picture = relay_map.relay_map([outside, spot("1")], [tie("out", "1", "2 changes")], WORDS)
    assert picture is not None
    words = [t.text or "" for t in picture.iter("text")]
    assert any(word.startswith("The Evening Gazette") and word.endswith("…") for word in words)
    assert "not held" in words
    assert "2 changes" in words
    assert name in " ".join(t.text or "" for t in picture.iter("title"))


def test_the_picture_has_a_size_of_its_own_so_that_letters_keep_theirs() -> None:
    spots = [
        spot("1", label="가나다라마바사아자차카타"),
        *(spot(f"{n}", f"2031-05-{n}") for n in range(10, 22)),
    ]
    picture = relay_map.relay_map(spots, [], WORDS)
    assert picture is not None
    wide, high = (float(n) for n in picture.get("viewBox", "").split()[2:])
    assert (round(wide), round(high)) == (int(picture.get("width", "0")), int(picture.get("height", "0")))
    assert max(box[2] for box in boxes(picture).values()) <= wide


def test_where_nothing_tells_which_came_first_the_line_has_no_point() -> None:
    picture = relay_map.relay_map([spot("1", ""), spot("2", "")], [tie("1", "2", sure=False)], WORDS)
    assert picture is not None
    looks = [p.get("class") for p in picture.iter("path")]
    assert "tie unsure" in looks
    assert "arrow" not in looks
