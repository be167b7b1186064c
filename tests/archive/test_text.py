"""A plain text becomes a report: what is told apart, what is recovered, and that nothing of the reporting is lost."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shared import shared

from testigo.archive.text import report_of_text
from testigo.report import Report
from testigo.vocabulary import BLOCKS

PARAGRAPH = (
    "Three people were arrested in the town of Pellick on Tuesday after officers found foreign phones in their home, "
    "a source in the province said."
)
SECOND = "The source said that two of them were still being held at the county station and had not been charged with anything."


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def kind_of(report: Report, words: str) -> str:
    return next(block.kind for block in report.blocks if words in block.span.of(report.text))


def test_the_text_is_left_as_it_is() -> None:
    text = "  Title \n\n By Bob Carne\n\n" + PARAGRAPH + "\n\n\n" + SECOND + "\n"
    assert report_of_text(text).text == text


def test_a_text_without_lines_is_one_body_block() -> None:
    report = report_of_text(PARAGRAPH)
    assert kinds(report) == [("body", PARAGRAPH)]
    assert report.title is None


def test_an_empty_text_has_no_blocks() -> None:
    assert report_of_text(" \n \n").blocks == ()


def test_title_byline_publisher_and_date_are_recovered_where_they_are_written() -> None:
    report = report_of_text(
        page("Guards arrest three", "By Alice Hale, Farbank Daily - March 14, 2023 9:00am", PARAGRAPH, SECOND)
    )
    assert report.title == "Guards arrest three"
    assert report.byline == "Alice Hale"
    assert report.publisher == "Farbank Daily"
    assert (report.published, report.published_basis) == ("2023-03-14", "byline")


@pytest.mark.parametrize(
    ("line", "published", "basis"),
    [
        ("Published: 12 April 2024", "2024-04-12", "label"),
        ("Published: 12 April 2024 | Updated: 14 April 2024", "2024-04-12", "label"),
        ("Updated: 14 April 2024", None, None),
        ("Last updated 14 April 2024", None, None),
        ("2024.09.05", "2024-09-05", "byline"),
        ("By Alice Hale - 2023.03.14 9:00am", "2023-03-14", "byline"),
        ("Thursday, 5 September 2024", "2024-09-05", "byline"),
        ("Correction, June 20, 2023", "2023-06-20", "byline"),
        ("03/04/2024", None, None),
        ("By Alice Hale", None, None),
        ("입력 2023-03-14 09:00", "2023-03-14", "label"),
        ("2024년 5월 28일", "2024-05-28", "byline"),
    ],
)
def test_a_date_counts_only_where_it_is_one_of_publication(
    line: str, published: str | None, basis: str | None
) -> None:
    report = report_of_text(page("Guards arrest three", line, PARAGRAPH, SECOND))
    assert (report.published, report.published_basis) == (published, basis)
    assert kind_of(report, line) == "byline"


def test_a_date_in_the_running_text_is_no_date_of_publication() -> None:
    body = "They were arrested on October 12, 2021, and released on November 3, 2021, a source in the province said on Monday."
    assert report_of_text(page("Guards arrest three", body, SECOND)).published is None


def test_a_dateline_with_a_year_gives_the_date_and_stays_in_the_body() -> None:
    report = report_of_text(
        page("Guards arrest three", "PELLICK, March 14, 2023 (Farbank Daily) — " + PARAGRAPH, SECOND)
    )
    assert (report.published, report.published_basis, report.publisher) == (
        "2023-03-14",
        "dateline",
        "Farbank Daily",
    )
    assert kind_of(report, "PELLICK") == "body"


def test_what_is_given_by_hand_goes_before_what_is_written() -> None:
    report = report_of_text(
        page("T", "Published: 12 April 2024", PARAGRAPH), published="2020", publisher="Dora’s Desk"
    )
    assert (report.published, report.published_basis, report.publisher) == ("2020", "given", "Dora’s Desk")


def test_an_outlet_that_has_learned_something_is_the_publisher() -> None:
    report = report_of_text(
        page(
            "Guards arrest three",
            "Lists were drawn up again in the province, Farbank Daily has learned.",
            SECOND,
        )
    )
    assert report.publisher == "Farbank Daily"


def test_an_outlet_that_is_only_told_something_is_not_the_publisher() -> None:
    report = report_of_text(
        page(
            "Guards arrest three", "Lists were drawn up, a source in the province told Farbank Daily.", SECOND
        )
    )
    assert report.publisher is None


FURNITURE = [
    "Read in Korean", "Read this story in Ilvani", "한국어로 보기", "Check Also", "Related Articles", "About Bob Carne",
    "Please direct any comments or questions regarding this article to [email protected]", "Share this:", "Facebook Twitter",
    "[Share] [Print] [Listen to this article]", "SIGN UP FOR THE FARBANK NEWSLETTER: THE WEEK IN THE NORTH, EVERY MONDAY",
    "MORE FROM RADIO FERRIN: Listen to our evening program on shortwave", "Subscribe to our podcast: Voices from the Plateau",
    "Rudenia Abroad is blocked at home. Install our mirror app", "Home | News | Opinion | About us", "Tags: border, phones",
    "© 2024 Farbank Daily", "All rights reserved.", "무단 전재 및 재배포 금지", "관련기사", "Advertisement", "Follow us on Telegram",
    "Related: Prices rise in the markets of the north", "Skip to content", "https://farbank.example/a", "제보: tip@farbank.example",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_two_paragraphs_is_told_and_what_follows_stays_body(line: str) -> None:
    report = report_of_text(page("Guards arrest three", PARAGRAPH, line, SECOND))
    assert kind_of(report, line) == "furniture"
    assert kind_of(report, SECOND) == "body"


CAPTIONS = [
    "A guard post in Sakju County. / Image: Daily NK", "[PHOTO: A village in Uiju County, seen from the other side.]",
    "[caption] Vendors at a street market. / Image: Amnok Daily", "Photo: A market in winter", "Image courtesy of Alice Hale",
    "A bakery in Pellick in the autumn of 2021 (Photo: Alice Hale)", "▲ 압록강 국경 초소. /사진=아침신문", "(사진=아침신문)",
    "Amnok Daily / Image: guard post near Chongsu, 2018", "File photo: officers at the bridge", "Market day. Courtesy of a former worker",
]  # fmt: skip


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_are_told(line: str) -> None:
    report = report_of_text(page("Guards arrest three", PARAGRAPH, line, SECOND))
    assert kind_of(report, line) == "caption"


REPORTING = [
    "Follow-up arrests were made in three other towns on Wednesday, and the families have not been told where they are.",
    "Please do not use my name, the woman said, because they will come for my children and for my parents too.",
    "“Subscribe to the paper or lose your post,” the lecturer told the workers, according to the source.",
    "By Tuesday, the authorities had released one of them, and two were still held, the source said.",
    "Share prices are not what people talk about, the trader said. They talk about the price of corn.",
    "About 300 people had to attend the public trial in the square, and the names were checked at the gate.",
    "Photographs of the three were pinned to the wall of the station, residents said.",
    "Comments about food shortages were the reason given for the arrest.",
    "Related charges against the sister were dropped in May.",
    "Contact with relatives abroad is punished with up to five years in a labour camp.",
    "The image of the leader was said to have been damaged by the fire; the guard was taken away.",
    "Support for the campaign is low in the border counties, he said.",
    "Copyright was the charge on which the printer was held for nine days, his wife said.",
    "Donate rice or go to the mine, the families were told by the head of the people’s unit.",
    "Translated orders were handed to the foreign workers, who had to sign them before the meeting ended.",
    "관련기사를 쓴 기자가 지난달 체포됐다고 소식통이 전했다.",
    "1. On 2 August, soldiers arrested three farmers in Umar township. (source: family member)",
    "On 3 August, a weaver was beaten at the mill. [Sources: two residents]",
    "The bridge was closed on Monday, a resident said. (photo: Umar Online)",
]


@pytest.mark.parametrize("sentence", REPORTING)
def test_reporting_that_looks_like_furniture_stays_body(sentence: str) -> None:
    report = report_of_text(page("Guards arrest three", PARAGRAPH, sentence, SECOND))
    assert kind_of(report, sentence) == "body"


def test_everything_after_a_closing_section_is_furniture() -> None:
    tail = ["Check Also", "Prices rise again", "The tension on the river has always been most palpable on the strip of …",
            "Leave a Reply", "Your email address will not be published. Required fields are marked *", "Nice article, I learned a lot."]  # fmt: skip
    report = report_of_text(page("Guards arrest three", PARAGRAPH, SECOND, *tail))
    assert [kind for kind, words in kinds(report) if words in tail] == ["furniture"] * len(tail)


def test_a_long_paragraph_after_related_stories_is_reporting_again() -> None:
    long = SECOND + " " + PARAGRAPH
    report = report_of_text(
        page("Guards arrest three", PARAGRAPH, "Related stories", "Prices rise again", long, SECOND)
    )
    assert kind_of(report, "Prices rise again") == "furniture"
    assert kind_of(report, long) == "body"


def test_a_closing_request_is_split_from_the_sentence_before_it() -> None:
    line = "Farbank Daily surveys prices in three cities. Please direct any comments or questions to the editors."
    report = report_of_text(page("Prices", PARAGRAPH, line))
    assert kinds(report)[-2:] == [
        ("body", "Farbank Daily surveys prices in three cities."),
        ("furniture", "Please direct any comments or questions to the editors."),
    ]


def test_lines_of_a_wrapped_paragraph_are_one_block() -> None:
    wrapped = "Three people were arrested in the town of\nPellick on Tuesday, a source said, after they\nhad been found with phones at the\nriver."
    report = report_of_text(page("Guards arrest three", "By Alice Hale", wrapped, SECOND))
    assert ("body", wrapped) in kinds(report)


def test_lines_of_a_head_are_blocks_of_their_own() -> None:
    report = report_of_text(
        "Guards arrest three\n\nBy Radio Ferrin’s Korean Service\n2024.09.05\n\n"
        + PARAGRAPH
        + "\n\n"
        + SECOND
    )
    assert [kind for kind, _ in kinds(report)] == ["title", "byline", "byline", "body", "body"]
    assert (report.publisher, report.published) == ("Radio Ferrin", "2024-09-05")


def test_korean_reports_are_taken_apart_too() -> None:
    report = report_of_text(page(
        "국경지역 주민 감시 강화", "홍길동 기자 hong@example.org | 입력 2023-03-14 09:00",
        "(서울=아침신문) 홍길동 기자 = 당국이 국경지역 주민들에 대한 감시를 강화하고 있다고 소식통이 전했다.",
        "▲ 국경 초소. /사진=아침신문", "소식통은 “검열이 심해졌다”고 말했다.", "무단 전재 및 재배포 금지", "관련기사", "쌀값 상승",
    ))  # fmt: skip
    assert (report.language, report.publisher, report.byline, report.published) == (
        "ko",
        "아침신문",
        "홍길동 기자",
        "2023-03-14",
    )
    assert [k for k, _ in kinds(report)] == [
        "title",
        "byline",
        "body",
        "caption",
        "body",
        "furniture",
        "furniture",
        "furniture",
    ]


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from([*FURNITURE, *CAPTIONS, *REPORTING, PARAGRAPH, "", "\n"])).map("\n".join)
)
@settings(max_examples=300, deadline=None)
def test_blocks_always_cover_every_word_once_and_in_order(text: str) -> None:
    report = report_of_text(text)
    assert report.text == text
    end = 0
    for block in report.blocks:
        assert block.kind in BLOCKS
        assert block.span.start >= end
        assert not text[end : block.span.start].strip()
        end = block.span.end
    assert not text[end:].strip()


def test_time_grows_with_length_only() -> None:
    hostile = ["a " * 200_000, "[" * 100_000, "Photo " * 40_000, "(" * 50_000 + "photo", "By " + "A" * 100_000, "| " * 100_000,
               "\n".join(["Share"] * 50_000), "x.\n" * 100_000, "1.1." * 50_000, "—" * 100_000, "A B C D " * 40_000]  # fmt: skip
    for text in hostile:
        start = time.process_time()
        report_of_text(text)
        report_of_text("Title\n\n" + text[:590] + "\n\n" + PARAGRAPH)
        assert time.process_time() - start < 8, text[:20]


@pytest.mark.shared
def test_no_coded_claim_of_the_shared_gold_lies_outside_the_readable_blocks() -> None:
    gold = shared() / "gold" / "dev"
    checked = 0
    for path in sorted(gold.glob("*.txt")):
        report = report_of_text(path.read_text("utf-8"))
        coded = json.loads(path.with_suffix(".json").read_text("utf-8"))
        for claim in coded["claims"]:
            at = report.text.find(claim["span"])
            assert any(
                b.span.start <= at and at + len(claim["span"]) <= b.span.end for b in report.readable()
            ), claim["span"]
            checked += 1
    assert checked > 100


def test_every_line_of_the_examples_that_is_coded_stays_readable() -> None:
    gold = Path(__file__).resolve().parents[2] / "examples" / "gold"
    for path in sorted(gold.glob("*.txt")):
        report = report_of_text(path.read_text("utf-8"))
        readable = squeeze(" ".join(b.span.of(report.text) for b in report.readable()))
        for claim in json.loads(path.with_suffix(".json").read_text("utf-8"))["claims"]:
            quote = claim["span"] if isinstance(claim["span"], str) else claim["span"][0]
            assert squeeze(quote) in readable


def squeeze(words: str) -> str:
    return re.sub(r"\s+", " ", words)
