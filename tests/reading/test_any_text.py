"""Times, places and the other parts over any text: nothing breaks, and every span is words of the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo import dates
from testigo.archive.text import report_of_text
from testigo.claim import Filler, Span
from testigo.reading.groups import group_of
from testigo.reading.institutions import read_institutions
from testigo.reading.persons import attributes
from testigo.reading.places import read_places
from testigo.reading.punishments import punishment, punishments
from testigo.reading.quantities import quantities
from testigo.reading.read import read_report
from testigo.reading.times import read_times
from testigo.reading.tokens import document
from testigo.report import Block, Report

_WORDS = (
    "two three a an half and hundred million 12 1,000 2021 2021-10-12 12/5/2021 99 1st 17th 6:30 p.m. May March Friday last next"
    " this that the of in on at by since until before after from to between within early late mid week weeks year years-old"
    " month day days night nights fortnight fortnights weekend evening morning ago later earlier first second third quarter every daily recently spring summer fall Easter"
    " Hoeryong Unsan Musan County Province City Nammun-dong North Hamgyong Chung Oil Tehran the city the border prison camp"
    " MSS Ministry of State Security bowibu county branch guards agents inminban party prosecutors labor training reeducation"
    " death fine sentenced paid yuan won dollars people families of defectors users phone man woman 30s aged surnamed Chong Mr."
    " , . – — ( ) “ ” ’s - ² ٣ ½ 平壤 회령시 nan inf 1e5 1_000 € $ 00 9999 😀 é e\u0301 \u200f \n\n"
)
WORDS = _WORDS.split(" ")
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)


def holds(fillers: tuple[Filler, ...], text: str) -> None:
    for filler in fillers:
        assert filler.text == filler.span.of(text) != ""
        assert filler.rule


@settings(max_examples=300, deadline=None)
@given(
    TEXTS, st.sampled_from([None, "2024-09-10", "2024-02", "2020", "0001-01-01", "9999-12-31", "nonsense"])
)
def test_every_part_reads_any_text(text: str, published: str | None) -> None:
    whole = Span(0, len(text))
    doc = document(Report(text, (Block("body", whole),), published=published))
    times, places = read_times(doc), read_places(doc)
    found = times.within(whole)
    holds(found, text)
    for filler in found:
        assert filler.value is not None or filler.unknown
        assert filler.value is None or dates.is_valid(filler.value)
    holds(places.within(whole), text)
    holds(quantities(doc, whole, tuple(f.span for f in found)), text)
    holds(punishments(doc, whole, korean=True), text)
    holds((punishment(doc, whole, korean=True),) if text else (), text)
    for mention in read_institutions(doc, korean=True).mentions:
        assert mention.id or mention.unknown
    for attribute in attributes(doc, whole, places):
        assert attribute.text == attribute.span.of(text)
    group_of(doc, whole)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_reads_the_same_again(text: str) -> None:
    doc = document(Report(text, (Block("body", Span(0, len(text))),), published="2024-09-10"))
    assert read_times(doc) == read_times(doc)
    assert read_places(doc) == read_places(doc)


UNITS = (
    "night", "evening", "morning", "afternoon", "day", "week", "fortnight", "weekend", "month", "quarter",
    "season", "year", "decade", "century", "hour", "minute", "second", "spring", "semester", "dusk", "dawn",
    "midnight", "noon", "Monday",
)  # fmt: skip
DISTANCES = (
    "a {0} earlier", "two {0}s before", "three {0}s later", "the {0} before", "the following {0}", "the previous {0}",
    "a {0} ago", "two {0}s ago", "the last three {0}s", "the next few {0}s", "two {0}s before the raid", "a {0} after it",
    "within two {0}s", "for two {0}s", "every {0}", "that {0}", "the same {0}", "this {0}", "last {0}", "next {0}",
    "in two {0}s", "by the end of the {0}", "the first {0} of May", "half a {0} earlier", "one and a half {0}s ago",
    "2.5 {0}s later", "over the past {0}", "since last {0}", "dozens of {0}s ago", "early last {0}", "late that {0}",
    "two {0}s and a day ago", "a {0} and two days before", "9,999 {0}s ago", "a million {0}s before", "two to three {0}s ago",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("published", ["2024-06-20", "2024", None])
def test_every_distance_in_every_unit_of_time_is_read(unit: str, published: str | None) -> None:
    told = " ".join(f"He was beaten {distance.format(unit)}." for distance in DISTANCES)
    for text in (told, f"On May 3, 2024 he was taken. {told}"):
        reading = read_report(report_of_text(text, published=published))
        assert {claim.act for claim in reading.claims} >= {"torture"}


def test_what_is_told_before_a_book_is_named_does_not_turn_a_span_round() -> None:
    sentence = "The writer Sara Amini, a nurse, who was arrested in May, wrote a book."
    reading = read_report(report_of_text("The agency published this report. " + sentence))
    assert "arrest" in [claim.act for claim in reading.claims]


def test_an_object_before_its_verb_does_not_turn_a_span_round() -> None:
    reading = read_report(
        report_of_text("They drilled west of the line that the state regards as its border.")
    )
    assert all(claim.span.start < claim.span.end for claim in reading.claims)


@pytest.mark.parametrize("text", ["The change. He could", "He may", "It seems", "They regard", "must"])
def test_a_text_may_break_off_in_the_middle(text: str) -> None:
    assert all(claim.span.end <= len(text) for claim in read_report(report_of_text(text)).claims)
