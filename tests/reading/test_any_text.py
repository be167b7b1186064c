"""Times, places and the other parts over any text: nothing breaks, and every span is words of the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from testigo import dates
from testigo.claim import Filler, Span
from testigo.reading.groups import group_of
from testigo.reading.institutions import read_institutions
from testigo.reading.persons import attributes
from testigo.reading.places import read_places
from testigo.reading.punishments import punishment, punishments
from testigo.reading.quantities import quantities
from testigo.reading.times import read_times
from testigo.reading.tokens import document
from testigo.report import Block, Report

_WORDS = (
    "two three a an half and hundred million 12 1,000 2021 2021-10-12 12/5/2021 99 1st 17th 6:30 p.m. May March Friday last next"
    " this that the of in on at by since until before after from to between within early late mid week weeks year years-old"
    " month day days night morning ago later earlier first second third quarter every daily recently spring summer fall Easter"
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
