"""The facts of law are there in both languages: every note, every law, every saying; treaties by their official names."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from testigo.desk import order_words, words
from testigo.reference import law

HANGUL = re.compile("[가-힣]")


def test_every_note_and_statute_has_its_korean_and_tells_the_same_numbers() -> None:
    said = [(b.noted("en"), b.noted("ko")) for b in law.bonds().values() if b.note]
    said += [(s.told("en"), s.told("ko")) for s in law.statutes()] + [
        (s.named("en"), s.named("ko")) for s in law.statutes()
    ]
    assert len(said) > 40
    months = {"August": "8", "October": "10"}
    for english, korean in said:
        assert HANGUL.search(korean), english
        numbers = re.findall(r"\d+", re.sub(r"\b[A-Z][a-z]+\b", lambda m: months.get(m[0], ""), english))
        assert sorted(set(numbers)) == sorted(set(re.findall(r"\d+", korean))), english
    assert all(bool(b.note) == bool(b.note_ko) for b in law.bonds().values())


@pytest.mark.parametrize(
    ("instrument", "name"),
    [
        ("UDHR", "세계인권선언"),
        ("ICCPR", "시민적 및 정치적 권리에 관한 국제규약"),
        ("ICESCR", "경제적·사회적·문화적 권리에 관한 국제규약"),
        ("CRC", "아동권리협약"),
        ("CAT", "고문방지협약"),
        ("CEDAW", "여성차별철폐협약"),
        ("CRPD", "장애인권리협약"),
    ],
)
def test_treaties_have_their_korean_names(instrument: str, name: str) -> None:
    with translation.override("ko"):
        assert words.say(order_words.INSTRUMENTS, instrument) == name
    assert set(order_words.INSTRUMENTS) == set(law.INSTRUMENTS)


def test_every_right_of_the_table_has_its_korean() -> None:
    with translation.override("ko"):
        assert all(HANGUL.search(words.say(order_words.RIGHTS, right.right)) for right in law.rights())
