"""The whole interface has its Korean, compiled, with every name of a value in its place."""

from __future__ import annotations

import re

from tests.desk import messages
from tests.desk.wsgi import Browser

HANGUL = re.compile("[가-힣]")
SAME = {"%(number)s. %(act)s, %(status)s"}
"""The same in both languages."""


def test_every_message_has_its_korean() -> None:
    assert messages.missing() == {}


def test_nothing_is_translated_that_no_page_says() -> None:
    known = {m if isinstance(m, str) else m[0] for m in messages.wanted()}
    kept = {m.id if isinstance(m.id, str) else m.id[0] for m in messages.translated()}
    assert kept - known == set()


def test_every_value_is_named_in_both_languages() -> None:
    names = re.compile(r"%\(\w+\)s|\{\w+\}")
    for message in messages.translated():
        english = message.id if isinstance(message.id, str) else message.id[0]
        korean = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
        assert sorted(names.findall(english)) == sorted(names.findall(korean)), english
        assert HANGUL.search(korean) or english in SAME or names.sub("", korean).strip(" ~") == "", english


def test_what_is_compiled_is_what_is_written() -> None:
    for file in messages.FILES:
        made = file.with_suffix(".mo")
        assert made.read_bytes() == messages.compiled(file), "run: python -m tests.desk.messages"


def test_a_page_in_korean_is_korean_around_the_words_of_the_report(browser: Browser) -> None:
    browser.post("/-/language/", {"language": "ko"})
    page = browser.get("/report/1/").text
    assert "일어나지 않았다고 함" in page
    assert "누구의 말인가" in page
    assert "2026년 11월 24일" in page
    assert "held a meeting" in page
    assert '<div class="passage" lang="en">' in page
    for path in ("/", "/claim/6/?amend=yes", "/orders/", "/ledger/", "/troubles/", "/search/?q=x"):
        bare = re.sub(
            r'lang="en"[^>]*>[^<]*<|<style.*?</style>|<[^>]*>|[^<>]*\.txt', " ", browser.get(path).text
        )
        assert len(HANGUL.findall(bare)) > 60, path
