"""The picture of before and after: what it draws, what it leaves to the table, what a screen reader hears."""

from __future__ import annotations

import dataclasses
import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from tests.estimating.worlds import QUESTION, SINCE, UNTIL, incidents, press

from testigo.desk.seeing import svg
from testigo.desk.seeing.trend import Words, rows_of, trend
from testigo.estimating.estimate import change
from testigo.trend import Change, Incident, Question

WORDS = Words("Arrests in Dorna by month", "48 months around the order of 1 January 2033")


@pytest.fixture(scope="module")
def found() -> Change:
    """Halved, told late, dated to ten days, with a control series."""
    return change(
        QUESTION, incidents(300, 120, delay=90, wide=10), press(), incidents(200, 190, seed=5, name="c")
    )


def drawn(given: Change) -> svg.Node:
    picture = trend(given, WORDS, lambda month: f"/events/?month={month}")
    assert picture is not None
    return picture


def classes(picture: svg.Node) -> list[str]:
    return [e.get("class", "") for e in picture.iter()]


def test_every_month_is_a_mark_with_words_and_a_link(found: Change) -> None:
    links = list(drawn(found).iter("a"))
    assert len(links) == 48
    assert links[0].get("href") == "/events/?month=2031-01"
    assert links[0].findtext("title", "").startswith("2031-01: ")
    bare = trend(found, WORDS)
    assert bare is not None
    assert not list(bare.iter("a"))
    assert sum(e.findtext("title", "").startswith("203") for e in bare.iter("g")) == 48


def test_only_months_that_are_told_too_little_are_shaded(found: Change) -> None:
    shaded = [e for e in drawn(found).iter("rect") if e.get("class") == "shade" and e.get("x")]
    assert len(shaded) == sum(m.under_reported for m in found.months)
    assert 0 < len(shaded) < 20
    assert {e.get("fill") for e in shaded} == {"url(#trend-view)"}


def test_a_bar_is_as_high_as_its_month(found: Change) -> None:
    bars = [e for e in drawn(found).iter("rect") if e.get("class") == "band authority" and e.get("x")]
    months = [m for m in found.months if m.documented > 0]
    heights = [float(b.get("height", 0)) for b in bars]
    scale = heights[0] / months[0].documented
    assert heights == pytest.approx([m.documented * scale for m in months], rel=0.02)


def test_the_order_stands_at_its_day_and_a_span_of_days_is_a_band() -> None:
    told = incidents(60, 60)
    middle = Question(dt.date(2033, 1, 16), dt.date(2033, 1, 16), SINCE, UNTIL)
    line = next(e for e in drawn(change(middle, told)).iter("line") if e.get("class") == "order")
    step = (960 - 44 - 12) / 48
    assert float(line.get("x1", 0)) == pytest.approx(44 + step * (24 + 15 / 31), abs=0.1)
    assert "around" not in classes(drawn(change(middle, told)))
    vague = dataclasses.replace(middle, last=dt.date(2033, 2, 20))
    assert "around" in classes(drawn(change(vague, told)))


def test_a_refusal_still_has_its_picture_and_no_line_of_what_was_expected() -> None:
    few = drawn(change(QUESTION, incidents(4, 2)))
    assert "certain" in classes(few)
    assert "unchanged" not in classes(few)


def test_no_incident_at_all_and_an_order_outside_the_months_are_drawn_empty() -> None:
    outside = Question(dt.date(2040, 1, 1), dt.date(2040, 1, 1), SINCE, UNTIL)
    empty = drawn(change(outside, []))
    assert "order" not in classes(empty)
    assert trend(dataclasses.replace(change(outside, []), months=()), WORDS) is None


def test_the_table_holds_what_the_picture_shows(found: Change) -> None:
    rows = rows_of(found)
    assert len(rows) == 48
    assert all(len(row) == 14 for row in rows)
    assert rows[0][:2] == ("2031-01", "before")


def test_the_picture_is_markup_that_a_strict_page_takes(found: Change) -> None:
    evil = dataclasses.replace(WORDS, title="</title><script>alert(1)</script>", order='"><b>')
    picture = trend(found, evil, lambda month: f"/?a=1&b={month}")
    assert picture is not None
    text = svg.written(picture)
    assert "<script" not in text
    assert " style=" not in text
    root = ET.fromstring(text)
    assert root.get("aria-labelledby") == "trend-title trend-desc"
    ids = {e.get("id") for e in root.iter() if e.get("id")}
    assert {"trend-title", "trend-desc", "trend-authority", "trend-view"} <= ids


def test_a_single_month_is_no_error() -> None:
    day = dt.date(2033, 1, 5)
    one = Question(day, day, dt.date(2033, 1, 1), dt.date(2033, 1, 31))
    assert drawn(change(one, [Incident("a", "arrest", day, day, day)])) is not None
