"""Timeline, map and counts: imprecise things are drawn as imprecise, and nothing is left out silently."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from testigo.claim import Claim, Filler, Span
from testigo.desk.seeing import map as places
from testigo.desk.seeing import svg, tally, timeline
from testigo.desk.seeing.happening import Happening, days_of, happening, province_of
from testigo.desk.seeing.table import csv_of

WORDS = timeline.Words("When", "each band is as wide as its date is known")


def claim(edtf: str | None, place: str | None = None, words: str = "") -> Claim:
    span = Span(0, 4)
    times = (Filler(span, "then", value=edtf),) if edtf else ()
    where = (Filler(span, words or "there", id=place),) if place or words else ()
    return Claim("event", "arrest", span, span, "reported", time=times, place=where)


def of(*claims: Claim) -> list[Happening]:
    return [happening(n, c, f"claim {n}") for n, c in enumerate(claims)]


def bands(picture: svg.Node) -> list[float]:
    return [
        float(r.get("width", "0").rstrip("%")) for r in picture.iter("rect") if "band" in r.get("class", "")
    ]


def test_a_month_is_drawn_wider_than_a_day_and_a_year_wider_still() -> None:
    drawn = timeline.timeline(of(claim("2021-10-12"), claim("2021-10"), claim("2021")), str, WORDS)
    assert drawn.picture is not None
    by_claim = dict(zip([h.claim for h in drawn.shown], bands(drawn.picture), strict=True))
    assert by_claim[0] < by_claim[1] < by_claim[2]


def test_claims_without_a_year_are_listed_and_never_drawn() -> None:
    drawn = timeline.timeline(of(claim("XXXX-10-12"), claim(None), claim("2021-10")), str, WORDS)
    assert [h.claim for h in drawn.shown] == [2]
    assert {h.claim for h in drawn.undated} == {0, 1}


def test_an_open_end_is_marked_as_open() -> None:
    drawn = timeline.timeline(of(claim("2021/..")), str, WORDS)
    assert drawn.picture is not None
    assert [p.get("class") for p in drawn.picture.iter("path")].count("open") == 1
    assert "not known until when" in svg.written(drawn.picture)


def test_nothing_dated_gives_no_picture_rather_than_an_empty_one() -> None:
    assert timeline.timeline(of(claim(None)), str, WORDS).picture is None


@pytest.mark.parametrize("years", [1, 3, 17, 120, 900])
def test_the_axis_never_has_more_than_sixteen_labels(years: int) -> None:
    found = timeline.ticks(dt.date(1000, 1, 5), dt.date(1000 + years, 1, 5))
    assert 1 <= len(found) <= 16


def test_a_town_is_a_point_a_province_an_area_and_the_border_a_band() -> None:
    drawn = places.place_map(
        of(claim(None, "KP-09-hoeryong"), claim(None, "KP-10"), claim(None, words="the Sino-North Korean border"),
           claim(None, words="Anytown")), str, places.Words("Where", "how exactly each place is told"))  # fmt: skip
    assert {(s.precision, s.claims) for s in drawn.spots} == {("town", 1), ("province", 1), ("border", 1)}
    assert [h.claim for h in drawn.elsewhere] == [3]
    kinds = [c.get("class") for c in drawn.picture.iter() if c.get("class")]
    assert kinds.count("border-band") == 1
    assert sum(k.startswith("town") for k in kinds if k) == 1


def test_a_neighbourhood_counts_for_its_town() -> None:
    drawn = places.place_map(
        of(claim(None, "KP-09-hoeryong-nammun-dong"), claim(None, "KP-09-hoeryong")),
        str,
        places.Words("", ""),
    )
    assert [(s.id, s.claims) for s in drawn.spots] == [("KP-09-hoeryong", 2)]
    assert province_of("KP-09-hoeryong-nammun-dong") == "KP-09"


def test_a_map_of_a_million_claims_stays_a_map() -> None:
    towns = ("KP-09-hoeryong", "KP-09-onsong", "KP-10-hyesan")
    items = [
        replace(item, claims=n)
        for item, n in zip(of(*(claim(None, t) for t in towns)), (1_000_000, 250_000, 9), strict=True)
    ]
    drawn = places.place_map(items, str, places.Words("", ""))
    radius = [float(c.get("r", "")) for c in drawn.picture.iter("circle")]
    assert max(radius) <= places.LARGEST + 4
    assert [round((r - 4) / (radius[0] - 4), 2) for r in radius] == [1.0, 0.5, 0.0], (
        "areas stay in proportion"
    )
    inside = [t.text for t in drawn.picture.iter("text") if t.get("class") == "count"]
    assert inside == ["1000000", "9"], "a number stands only where there is room for it"


def test_no_name_of_a_town_lies_on_a_point_or_another_name() -> None:
    from testigo.reference import tables

    towns = [p.id for p in tables.places().values() if p.level == 2 and p.latitude is not None]
    drawn = places.place_map(of(*(claim(None, t) for t in towns)), str, places.Words("", ""))
    points = [tuple(float(c.get(k, "")) for k in ("cx", "cy", "r")) for c in drawn.picture.iter("circle")]
    names = [t for t in drawn.picture.iter("text") if t.get("class") == "name"]
    boxes = [(float(t.get("x", "")), float(t.get("y", "")), places.LETTER * len(t.text or "")) for t in names]
    assert 20 < len(boxes) < len(points)
    for x, y, wide in boxes:
        assert 0 <= x <= places.WIDTH - wide
        assert not [1 for cx, cy, r in points if x < cx + r and cx - r < x + wide and abs(cy - y + 4) < r]
    assert not [
        1
        for a, b in combinations(boxes, 2)
        if a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and abs(a[1] - b[1]) < 12
    ]


def test_a_count_is_written_out() -> None:
    assert [tally.number(n) for n in (3.0, 0.5, 1_234_567.0, 12_345.67)] == [
        "3",
        "0.5",
        "1,234,567",
        "12,345.67",
    ]


def test_every_town_of_the_table_falls_inside_the_picture() -> None:
    from testigo.reference import tables

    for place in tables.places().values():
        if place.longitude is not None and place.latitude is not None:
            x, y = places.at(place.longitude, place.latitude)
            assert 0 <= x <= places.WIDTH, place.id
            assert 0 <= y <= places.HEIGHT, place.id


def test_a_date_of_several_months_is_spread_over_them_in_proportion_to_days() -> None:
    when = days_of("2021-10-17/2021-11-15", "")
    assert when is not None
    shares = tally.month_shares(when)
    assert shares == {"2021-10": pytest.approx(0.5), "2021-11": pytest.approx(0.5)}


def test_the_counts_of_months_add_up_to_the_claims() -> None:
    rows = tally.by_month(
        of(claim("2021-10"), claim("2021-09-20/2021-11-05"), claim("2021"), claim(None), claim("XXXX-01-02"))
    )
    assert sum(row.share for row in rows) == pytest.approx(5, abs=0.05)
    assert rows[-1].key == ""
    assert rows[-1].whole == 2


def test_every_word_in_a_picture_is_escaped() -> None:
    evil = Happening(
        1, "arrest", "coercion", "reported", '"><script>alert(1)</script>\x00', days_of("2021", "</title>")
    )
    drawn = timeline.timeline([evil], lambda n: f"/claim/{n}/?a=1&b=2", WORDS)
    assert drawn.picture is not None
    text = svg.written(drawn.picture)
    assert "<script" not in text
    ET.fromstring(text)


def test_a_downloaded_picture_stands_alone_and_leads_nowhere() -> None:
    drawn = timeline.timeline(of(claim("2021")), str, WORDS)
    assert drawn.picture is not None
    alone = svg.standalone(drawn.picture, ".seen { color: black }")
    root = ET.fromstring(alone.encode())
    assert not [e for e in root.iter() if e.tag.endswith("}a") or e.get("href")]
    assert ".seen { color: black }" in alone


def test_no_cell_of_a_table_can_run_as_a_formula() -> None:
    text = csv_of(("place", "claims"), [("=HYPERLINK()", 3), ("@x", -1), ("서울", 2)])
    assert "'=HYPERLINK()" in text
    assert "'@x" in text
    assert "서울" in text


@pytest.mark.parametrize("days", [0, 3, 10, 15, 40, 90, 400, 4000])
def test_no_label_of_the_axis_of_time_lies_beyond_the_picture_or_on_another(days: int) -> None:
    first = dt.date(2031, 3, 8)
    items = [
        Happening(n, "arrest", "coercion", "reported", "", days_of(day.isoformat(), "then"))
        for n, day in enumerate((first, first + dt.timedelta(days)))
    ]
    picture = timeline.timeline(items, str, timeline.Words("title", "about")).picture
    assert picture is not None
    labels = [t for t in picture.iter("text") if (t.get("class") or "").startswith("axis")]
    at = [float((t.get("x") or "").rstrip("%")) for t in labels]
    assert at
    assert max(at) <= 100 - timeline.ROOM
    assert all(b - a >= timeline.ROOM - 0.5 for a, b in pairwise(at))
    narrow = [x for x, t in zip(at, labels, strict=True) if t.get("class") == "axis"]
    assert max(narrow, default=0.0) <= 100 - timeline.ROOM_WHERE_NARROW
