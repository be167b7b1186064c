"""Every sentence about a change in both languages, with the same things in it."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from testigo.trend import Saying, Verdict
from testigo.trend_words import _SENTENCES, LANGUAGES, ids, said, shape_words, verdict_words

ROOT = Path(__file__).resolve().parents[1]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", ids())
def test_a_sentence_says_the_same_things_in_both_languages(key: str) -> None:
    english, korean = _SENTENCES[key]
    assert fields(korean) <= fields(english) | {"what", "noun"}
    assert fields(english) <= fields(korean) | {"what", "noun"}
    assert re.search("[가-힣]", korean)


def test_every_sentence_that_is_said_exists_and_every_one_that_exists_is_said() -> None:
    code = "".join(p.read_text("utf-8") for p in (ROOT / "src/testigo/estimating").glob("*.py"))
    for key in ids():
        stem = key.rsplit(".", 1)[0]
        assert f'"{key}"' in code or f'f"{stem}.{{' in code, key
    for key in re.findall(r'[sS]aying\(\s*"([\w.]+)"', code):
        assert key in ids()


def test_no_sentence_that_may_be_said_says_that_an_order_was_obeyed() -> None:
    for key in ids():
        if key.startswith("may."):
            assert "obey" not in _SENTENCES[key][0]
            assert "지켜졌" not in _SENTENCES[key][1]


def test_what_is_asked_about_stands_in_the_sentence() -> None:
    about = (
        ("date", "2031-10-02"),
        ("act", "arrest"),
        ("group", ""),
        ("place", "Dorna"),
        ("before", "9"),
        ("after", "2"),
    )
    assert "incidents (arrest; Dorna)" in said(Saying("may.not_testable", about))
    assert "대상: arrest · Dorna." in said(Saying("may.not_testable", about), "ko")
    claims = Saying("may.not_testable", (*about, ("unit", "claims")))
    assert "claims of incidents (arrest; Dorna)" in said(claims)
    assert "주장 수" in said(claims, "ko")


def test_verdicts_and_shapes_have_their_words_in_both_languages() -> None:
    for verdict in Verdict:
        assert [bool(re.search("[가-힣]", verdict_words(verdict, lang))) for lang in LANGUAGES] == [
            False,
            True,
        ]
    code = (ROOT / "src/testigo/estimating/stepping.py").read_text("utf-8")
    for name in ("none", "linear", "linear, slope changes", "quadratic", "spline", "negative binomial"):
        assert f'"{name}"' in code
        assert re.search("[가-힣]", shape_words(name, "ko"))
    turned = Saying("refused.shape", (("shape", "quadratic"), ("ratio", "1.40")))
    assert "이차 곡선" in said(turned, "ko")
