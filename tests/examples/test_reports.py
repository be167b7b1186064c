"""The invented country's reports: made from their sources byte for byte, and holding what the gold quotes."""

from __future__ import annotations

import email
import email.policy
import html
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.gold.validate import quote_of, squeeze
from tools.make_examples import EXAMPLES, build

MADE = build()
REPORTS = sorted((EXAMPLES / "reports").iterdir())


def words_of(path: Path) -> str:
    """The words of a report by the plainest means there are: no reader of ours is asked."""
    data = path.read_bytes()
    if path.suffix == ".html":
        body = re.sub(r"(?s)<script.*?</script>", " ", data.decode("utf-8"))
        return squeeze(html.unescape(re.sub(r"<[^>]+>", " ", body)))
    if path.suffix == ".pdf":
        import pypdfium2

        pages = pypdfium2.PdfDocument(data)
        return squeeze(" ".join(page.get_textpage().get_text_range() for page in pages))
    if path.suffix == ".docx":
        import docx

        return squeeze("\n".join(part.text for part in docx.Document(io.BytesIO(data)).paragraphs))
    if path.suffix == ".eml":
        mail = email.message_from_bytes(data, policy=email.policy.default)
        body_part = mail.get_body()
        assert body_part is not None
        return squeeze(f"{mail['Subject']}\n{body_part.get_content()}")
    encoding = "utf-16" if data.startswith(b"\xff\xfe") else "cp949" if path.stem.endswith("-ko") else "utf-8"
    return squeeze(data.decode(encoding))


def spans(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [quote_of(value["span"])[0]] if "span" in value else []
        return own + [quote for key, part in value.items() if key != "span" for quote in spans(part)]
    return [quote for part in value for quote in spans(part)] if isinstance(value, list) else []


def test_the_reports_and_gold_texts_are_made_again_byte_for_byte() -> None:
    assert build() == MADE
    for name, content in MADE.items():
        assert (EXAMPLES / name).read_bytes() == content, name
    assert {f"reports/{path.name}" for path in REPORTS} == {
        name for name in MADE if name.startswith("reports/")
    }


def test_the_formats_and_encodings_that_newsrooms_use_are_all_there() -> None:
    assert {path.suffix for path in REPORTS} == {".html", ".txt", ".pdf", ".docx", ".eml"}
    assert any(path.read_bytes().startswith(b"\xff\xfe") for path in REPORTS)
    with pytest.raises(UnicodeDecodeError):
        (EXAMPLES / "reports" / "14-dosk-released-ko.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_every_gold_quote_stands_in_the_report_as_published(path: Path) -> None:
    gold = json.loads((EXAMPLES / "gold" / f"{path.stem}.json").read_text("utf-8"))
    words = words_of(path)
    assert [quote for quote in spans(gold) if quote not in words] == []


def test_pages_carry_navigation_related_stories_and_a_comment_form_that_no_gold_text_has() -> None:
    for path in REPORTS:
        if path.suffix == ".html":
            gold_text = (EXAMPLES / "gold" / f"{path.stem}.txt").read_text("utf-8")
            page = words_of(path)
            assert len(page) > len(squeeze(gold_text))
            for line in ("Leave a comment", "More from the Dispatch", "Print this page"):
                assert line not in gold_text
    assert "Required fields are marked *" in words_of(EXAMPLES / "reports" / "04-flour-remark.html")


def test_reports_say_their_date_in_different_ways_or_not_at_all() -> None:
    pages = {path.stem: path.read_text("utf-8") for path in REPORTS if path.suffix == ".html"}
    assert sum('"datePublished"' in page for page in pages.values()) >= 3
    assert sum("<time datetime=" in page for page in pages.values()) >= 1
    assert "2024.06.05" in pages["12-lecture-in-tesk"]
    assert "2024-0" not in pages["16-branch-chief-rumor"]
