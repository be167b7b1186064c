"""What the archive takes out of the invented reports: text, title, date, language; and what it keeps from the reader."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from tests.gold.validate import quote_of, squeeze
from tools.make_examples import EXAMPLES, load

from testigo.archive.preserve import extract_file
from testigo.reading.read import read_report
from testigo.report import Report

REPORTS = sorted((EXAMPLES / "reports").iterdir())
PAGES = [path for path in REPORTS if path.suffix == ".html"]


@cache
def taken(path: Path) -> Report:
    """The report of a file; of the e-mail its own text, not the paper attached."""
    return extract_file(path)[0]


def quiet_lines(report: Report) -> str:
    """Everything that is never read for claims."""
    readable = {block.span for block in report.readable()}
    return squeeze(
        " ".join(report.text[b.span.start : b.span.end] for b in report.blocks if b.span not in readable)
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_title_date_and_language_are_those_of_the_report(path: Path) -> None:
    source = load(EXAMPLES / "sources" / f"{path.stem}.txt")
    report = taken(path)
    assert squeeze(report.title or "") == source.title
    assert report.published == (source.published[:10] or None)
    assert report.language == source.head.get("language", "en")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_every_quote_of_the_gold_stands_in_the_text_taken(path: Path) -> None:
    gold = json.loads((EXAMPLES / "gold" / f"{path.stem}.json").read_text("utf-8"))
    report = taken(path)
    readable = squeeze(" ".join(report.text[b.span.start : b.span.end] for b in report.readable()))
    lost = [
        quote_of(claim["span"])[0] for claim in gold["claims"] if quote_of(claim["span"])[0] not in readable
    ]
    assert lost == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_captions_promotions_and_closing_lines_of_a_page_are_never_read(path: Path) -> None:
    source = load(EXAMPLES / "sources" / f"{path.stem}.txt")
    kept = quiet_lines(taken(path))
    for block in source.of("caption", "aside"):
        assert block.text in kept
    for line in (
        "Leave a comment",
        "Required fields are marked",
        "Subscribe",
        "More from the Dispatch",
        "Listen live",
    ):
        if line in path.read_text("utf-8"):
            assert line in kept, line


def test_a_date_inside_the_story_is_no_date_of_publication() -> None:
    assert taken(EXAMPLES / "reports" / "16-branch-chief-rumor.html").published is None


def test_the_paper_attached_to_the_mail_is_a_text_of_its_own() -> None:
    mail, paper = extract_file(EXAMPLES / "reports" / "02-order-retold.eml")
    assert "level 2 to 5" in paper.text
    assert "level 2 to 5" not in mail.text


def test_the_word_reportedly_is_kept_in_one_report_and_gone_in_its_relay() -> None:
    status = {}
    for name in ("04-flour-remark", "05-flour-remark-relayed"):
        report = taken(EXAMPLES / "reports" / f"{name}.html")
        found = [
            c for c in read_report(report).claims if c.act == "sentence" and "labor" in c.span.of(report.text)
        ]
        status[name] = [claim.status for claim in found]
    assert status["04-flour-remark"] == ["hedged"]
    assert "hedged" not in status["05-flour-remark-relayed"]
    assert status["05-flour-remark-relayed"]


def test_every_value_that_the_reader_gives_is_a_span_of_the_text() -> None:
    for path in REPORTS:
        report = taken(path)
        for claim in read_report(report).claims:
            words = report.text[claim.span.start : claim.span.end]
            assert re.search(r"\w", words)
            said = [(f.span, f.text) for f in (*claim.actor, *claim.target, *claim.place, *claim.charge)]
            for span, text in [*said, *((source.span, source.text) for source in claim.sources)]:
                assert report.text[span.start : span.end] == text, (path.name, text)
