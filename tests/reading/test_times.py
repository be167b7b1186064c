"""Times: what is found, what it comes to against the day of publication, and what stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.documents import doc, span

from testigo import dates
from testigo.dates import Direction
from testigo.reading.time_finding import _may_match
from testigo.reading.time_rules import SHAPES
from testigo.reading.times import read_times

PUBLISHED = "2024-09-10"  # a Tuesday


def only(text: str, published: str | None = PUBLISHED, direction: Direction | None = None) -> str | None:
    """The EDTF value of the one time in the text."""
    times = read_times(doc(text, published))
    assert len(times.timed) == 1, [item.span.of(text) for item in times.timed]
    return times.filler(times.timed[0], direction).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held on October 12, 2021.", "2021-10-12"),
        ("He was held on 12 October 2021.", "2021-10-12"),
        ("He was held on Oct. 12.", "2023-10-12"),
        ("He was held on Oct-12.", "2023-10-12"),
        ("He was held in June of nineteen ninety nine.", "1999-06"),
        ("He was held in two thousand and eighteen.", "2018"),
        ("He was held in the seventies.", "197X"),
        ("He was held in March.", "2024-03"),
        ("He was held in November last year.", "2023-11"),
        ("He was held last October.", "2023-10"),
        ("He was held last Oct. 12.", "2023-10-12"),
        ("He was held last October 12th.", "2023-10-12"),
        ("He was held ahead of Oct. 10.", "2024-10-10"),
        ("He was held on Oct. 10.", "2023-10-10"),
        ("He was held before Party Foundation Day.", "../2024-10-10"),
        ("He was held on Party Foundation Day.", "2023-10-10"),
        ("He was held on the 3rd and 4th of May.", "2024-05-03/2024-05-04"),
        ("He was held twice, 3 and 4 May.", "2024-05-03/2024-05-04"),
        ("He was held since mid-day Friday.", "2024-09-06/.."),
        ("He was held shortly after midnight on Friday.", "2024-09-06"),
        ("He was held after Friday.", "2024-09-06/.."),
        ("He was held in the first days of May.", "2024-05-01/2024-05-10"),
        ("He was held on the first day of May.", "2024-05-01"),
        ("He was held in early May.", "2024-05-01/2024-05-10"),
        ("He was held in mid-June.", "2024-06-11/2024-06-20"),
        ("He was held late last month.", "2024-08-21/2024-08-31"),
        ("He was held at the beginning of this month.", "2024-09-01/2024-09-10"),
        ("He was held earlier this month.", "2024-09-01/2024-09-10"),
        ("He was held last week.", "2024-09-02/2024-09-08"),
        ("He was held on Friday.", "2024-09-06"),
        ("He was held on Tuesday.", "2024-09-10"),
        ("He was held last Tuesday.", "2024-09-03"),
        ("He was held on Friday morning.", "2024-09-06"),
        ("He was held yesterday.", "2024-09-09"),
        ("He was held before dawn yesterday.", "2024-09-09"),
        ("He was held on the 15th of last month.", "2024-08-15"),
        ("He was held at dawn on the 15th of last month.", "2024-08-15"),
        ("He was held on the 3rd.", "2024-09-03"),
        ("He was held on the 17th.", "2024-08-17"),
        ("He was held in the spring of 2016.", "2016-03/2016-05"),
        ("He was held since the summer.", "2024-06/.."),
        ("He was held in late 2023.", "2023-10/2023-12"),
        ("He was held in the fourth quarter of 2012.", "2012-10/2012-12"),
        ("He was held three days ago.", "2024-09-07"),
        ("He was held two years ago.", "2022"),
        ("He was held from March 6 to 8.", "2024-03-06/2024-03-08"),
        ("He was held between August and October.", "2024-08/2024-10"),
        ("He was held between October and December.", "2023-10/2023-12"),
        ("He was held from 2012 to 2016.", "2012/2016"),
        ("He was held January 23-24, 2023.", "2023-01-23/2023-01-24"),
        ("He was held on 2-7 February.", "2024-02-02/2024-02-07"),
        ("He was held in March to May 2023.", "2023-03/2023-05"),
        ("He has been held since 2021.", "2021/.."),
        ("He must report by March 31.", "../2025-03-31"),
        ("They were to leave by the end of November.", "../2023-11-30"),
        ("He was held in the 1990s.", "199X"),
        ("He was held on Christmas Eve 2021.", "2021-12-24"),
        ("He was held on the Day of the Shining Star.", "2024-02-16"),
        ("He was held in the week of September 4, 2023.", "2023-09-04/2023-09-10"),
        ("He was held on the second Monday of August.", "2024-08-12"),
        ("The order holds until the end of March.", "../2025-03-31"),
        ("He was held until the end of March.", "../2024-03-31"),
        ("He was held at the end of 2017.", "2017-12-21/2017-12-31"),
        ("He was held on the 14th of January four years ago.", "2020-01-14"),
        ("He was held on 3 and 4 April.", "2024-04-03/2024-04-04"),
        ("Decree No. 7 of May 2021 bans sermons.", "2021-05"),
        ("Many have been held since the military coup of February 1, 2021.", "2021-02-01/.."),
        ("He was held in the raid of February 1, 2021.", "2021-02-01"),
        ("Since May 2002 only four churches have been open.", "2002-05/.."),
        ("The decree of 7 May 2021 bans sermons.", "2021-05-07"),
    ],
)
def test_a_time_is_counted_from_the_day_of_publication(text: str, value: str) -> None:
    assert only(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held on October 12.", "XXXX-10-12"),
        ("He was held in early May.", "XXXX-05-01/XXXX-05-10"),
        ("He was held on Friday.", None),
        ("He was held last week.", None),
        ("He was held earlier this month.", None),
        ("He was held in 2019.", "2019"),
        ("He was held in January to March.", "XXXX-01/XXXX-03"),
    ],
)
def test_without_a_day_of_publication_a_relative_time_stays_unknown(text: str, value: str | None) -> None:
    assert only(text, None) == value


def test_what_stays_unknown_says_why() -> None:
    text = "He was held last week, recently, for three months, and three days after the arrest."
    times = read_times(doc(text, None))
    fillers = [times.filler(item) for item in times.timed]
    assert [f.value for f in fillers] == [None] * 4
    assert all(f.unknown for f in fillers)
    assert fillers[0].unknown == "the report has no date to count from"


@pytest.mark.parametrize(
    "text", ["He was held recently.", "In recent days he was held.", "He was held for years."]
)
def test_vague_times_have_no_value(text: str) -> None:
    assert only(text) is None


def test_a_time_counts_from_the_one_before_it() -> None:
    text = (
        "He was taken on Aug. 15. Two days later he was moved. He was freed on Aug. 31 and left the next day."
    )
    times = read_times(doc(text, PUBLISHED))
    assert [times.filler(item).value for item in times.timed] == [
        "2024-08-15",
        "2024-08-17",
        "2024-08-31",
        "2024-09-01",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fled in May 2021. The next day his brother was held.", None),
        ("He fled in May 2021. Two weeks later his brother was held.", None),
        ("He fled in 2021. The following month his brother was held.", None),
        ("He fled in May 2021. Two months later his brother was held.", "2021-07"),
        ("He fled on May 3, 2021. The next day his brother was held.", "2021-05-04"),
        ("He fled on May 3, 2021. Two days after that, his brother was held.", "2021-05-05"),
        ("He fled in May 2021. His brother was held earlier that month.", "2021-05"),
        ("He fled on May 13, 2021. His brother was held earlier that month.", "2021-05-01/2021-05-13"),
        ("He fled on Sunday. His brother was held on the 20th.", "2024-08-20"),
    ],
)
def test_nothing_is_counted_finer_than_what_it_counts_from(text: str, value: str | None) -> None:
    times = read_times(doc(text, PUBLISHED))
    found = times.filler(times.timed[-1])
    assert found.value == value
    assert (found.unknown is None) == (value is not None)


def test_a_day_of_the_month_takes_the_month_under_discussion() -> None:
    text = "In June 2021 students were gathered. On the 17th they heard a lecture."
    times = read_times(doc(text, PUBLISHED))
    assert times.filler(times.timed[1]).value == "2021-06-17"


def test_a_deadline_lies_ahead_and_an_event_behind() -> None:
    text = "It is to be handed in by March 31."
    assert only(text, direction=Direction.FUTURE) == "../2025-03-31"
    assert only(text, direction=Direction.PAST) == "../2024-03-31"
    assert only("The court will sit in October.") == "2024-10"
    assert only("The court sat in October.") == "2023-10"


def test_a_day_that_only_names_something_is_no_time_of_an_act() -> None:
    text = "Kim’s September 29 orders reached July 11 protesters within a day."
    assert [f.value for f in read_times(doc(text, PUBLISHED)).within(span(text, text))] == [None]


def test_the_day_told_may_be_the_anchor() -> None:
    text = "They came yesterday."
    times = read_times(doc(text, PUBLISHED))
    told = dates.parse("2024-09-05")
    assert isinstance(told, dates.Date)
    assert times.within(span(text, text), told=told)[0].value == "2024-09-04"


@pytest.mark.parametrize(
    "text",
    [
        "A 27-year-old man, who may march, was one of 2,000 people.",
        "A woman in her 30s, aged 35, is 35 years old.",
        "May they fall. He will march on.",
        "The 17th Congress met in Room 2019 with 1900 delegates for $2010.",
        "",
        ". . .",
        "Law 12/2019 bans sermons.",
        "Proclamation No. 73/1995 bans sermons.",
    ],
)
def test_ages_counts_and_look_alikes_are_no_times(text: str) -> None:
    assert read_times(doc(text, PUBLISHED)).timed == ()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It rose over the last three years.", "DURATION", "P3Y"),
        ("It happened on Friday morning.", "TIME", "2024-09-06TMO"),
        ("It happened a year ago.", "DATE", "2023"),
        ("It is so now.", "DATE", "PRESENT_REF"),
        ("It rose in the fourth quarter.", "DATE", "2023-Q4"),
        ("It happened last week.", "DATE", "2024-W36"),
        ("They work every week.", "SET", "P1W"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("They report on the 5th of every month.", "SET", "XXXX-XX-05"),
        ("They report on the 5th and 20th of each month.", "SET", "XXXX-XX-05"),
        ("It took several years.", "DURATION", "PXY"),
        ("It took almost two and a half years.", "DURATION", "P2.5Y"),
        ("It took 1 hour and 30 minutes.", "DURATION", "PT1H30M"),
        ("It began at 6:30 p.m. on Friday.", "TIME", "2024-09-06T18:30"),
        ("It happened in recent years.", "DATE", "PAST_REF"),
        ("It happened last night.", "TIME", "2024-09-09TNI"),
        ("It was a 15-day term.", "DURATION", "P15D"),
        ("the coming weeks", "DATE", "FUTURE_REF"),
        ("They waited for hours.", "DURATION", "PTXH"),
        ("the months-long siege", "DURATION", "PXM"),
    ],
)
def test_timex_values_follow_timeml(text: str, kind: str, value: str) -> None:
    mention = read_times(doc(text, PUBLISHED)).mentions[0]
    assert (mention.type, mention.value) == (kind, value)


def test_the_span_of_a_mention_leaves_out_the_preposition_and_that_of_a_filler_keeps_it() -> None:
    text = "It was so since Oct. 3, between May and June, and by the end of November."
    times = read_times(doc(text, PUBLISHED))
    assert [m.span.of(text) for m in times.mentions] == ["Oct. 3", "May", "June", "the end of November"]
    assert [times.filler(item).text for item in times.timed] == [
        "since Oct. 3",
        "between May and June",
        "by the end of November",
    ]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
def test_every_rule_finds_the_example_that_it_shows(shape: object) -> None:
    example = shape.example  # type: ignore[attr-defined]
    times = read_times(doc(f"It happened on October 3. It was {example}.", PUBLISHED))
    found = [m.span.of(f"It happened on October 3. It was {example}.") for m in times.mentions]
    assert any(words in example or example in words for words in found[1:]), found


@settings(deadline=None)
@given(
    st.text(st.sampled_from("0123456789-/., abcdefMarchOctfrimTuesday'’weekyearlastandofto\n"), max_size=80)
)
def test_no_text_breaks_it_and_spans_are_words_of_the_text(text: str) -> None:
    times = read_times(doc(text, PUBLISHED))
    for mention in times.mentions:
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
        assert mention.edtf is None or dates.is_valid(mention.edtf)
    for item in times.timed:
        value = times.filler(item).value
        assert value is None or dates.is_valid(value)


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("MWUYSPtrdIzOVqBm/nlseALvQCDNhaToxkf@Zyg-&,x"), max_size=30))
def test_every_match_of_a_shape_in_a_line_is_found_where_the_shape_is_tried(letters: str) -> None:
    needed = [(n, shape) for n, shape in enumerate(SHAPES) if not shape.needs.isdisjoint(letters)]
    there = {(n, m.span(), m.groups()) for n, shape in needed for m in shape.pattern.finditer(letters)}
    tried = [
        (n, m)
        for n, start, end in _may_match(letters)
        for m in SHAPES[n].pattern.finditer(letters, start, end)
    ]
    assert {found for found in there if found[1][0] < found[1][1]} == {
        (n, m.span(), m.groups()) for n, m in tried if m.start() < m.end()
    }


def test_the_same_text_gives_the_same_times_again() -> None:
    document = doc("He left on Monday, two days later, and on the 5th of next month.", PUBLISHED)
    assert read_times(document) == read_times(document)


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("a night earlier", "2024-05-02"),
        ("two nights before", "2024-05-01"),
        ("a fortnight later", "2024-05-17"),
    ],
)
def test_nights_and_fortnights_are_counted_in_days_and_weeks(told: str, value: str) -> None:
    times = read_times(doc(f"On May 3, 2024 he was taken. He was freed {told}.", PUBLISHED))
    assert [times.filler(item).value for item in times.timed] == ["2024-05-03", value]


def test_a_fortnight_ago_is_two_weeks_ago() -> None:
    assert only("He was freed a fortnight ago.", "2024-06-20") == "2024-06-03/2024-06-09"


@pytest.mark.parametrize(
    "text", ["His wife, in her late 20s, fled.", "A man in his mid-40s fled.", "They fled in their 30s."]
)
def test_how_old_somebody_is_is_no_decade(text: str) -> None:
    assert not read_times(doc(text, PUBLISHED)).timed
