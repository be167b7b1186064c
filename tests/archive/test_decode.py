"""Bytes become text without a silent loss."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testigo.archive.decode import decode, looks_like_text

KOREAN = "소식통은 국경 지역에서 감시가 강화되었다고 말했다. 세 명이 체포되었고 두 명은 아직 구금되어 있다."
ENGLISH = "Guards arrested three people – “for phones”, it’s said – at the café in Pellick."
RUSSIAN = "Сотрудники задержали трёх человек в посёлке за разговоры по телефону, сообщил источник из области."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "utf-8"), (KOREAN, "utf-8-sig"), (KOREAN, "cp949"), (KOREAN, "euc_kr"), (KOREAN, "utf-16"), (KOREAN, "utf-16-le"),
        (KOREAN, "utf-16-be"), (KOREAN, "utf-32"), (KOREAN, "utf-32-le"), (KOREAN, "iso2022_kr"), (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"), (ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be"), (ENGLISH, "utf-32-be"), (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"), (RUSSIAN, "utf-16-le"), (KOREAN * 50, "cp949"), ((ENGLISH + "\n") * 100, "cp1252"),
    ],
)  # fmt: skip
def test_common_encodings_are_told_without_a_declaration(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [(KOREAN, "cp949", "EUC-KR"), (KOREAN, "cp949", "ks_c_5601-1987"), (ENGLISH, "cp1252", "ISO-8859-1"), (RUSSIAN, "koi8-r", "KOI8-R"),
     ("朝鮮の国境で三人が逮捕された。", "shift_jis", "Shift_JIS"), ("边境地区三人被捕。", "gb18030", "gb2312")],
)  # fmt: skip
def test_a_declared_encoding_is_followed_where_it_fits(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared).text == text


def test_a_byte_order_mark_goes_before_a_declaration() -> None:
    assert decode(codecs.BOM_UTF8 + KOREAN.encode(), "cp1252").text == KOREAN


def test_a_declaration_that_does_not_fit_is_noted() -> None:
    found = decode(KOREAN.encode(), "iso2022_jp")
    assert found.text == KOREAN
    assert any("does not fit" in note for note in found.notes)


@pytest.mark.parametrize(
    "declared",
    ["", "none", "unicode_escape", "utf-7", "../../etc", "x" * 5000, "base64", "zlib", "idna", "rot13"],
)
def test_a_strange_declaration_changes_nothing(declared: str) -> None:
    assert decode(ENGLISH.encode(), declared).text == ENGLISH


def test_another_encoding_than_utf8_is_named() -> None:
    assert "encoding: cp949" in decode(KOREAN.encode("cp949")).notes
    assert decode(KOREAN.encode()).notes == ()


def test_damaged_utf8_stays_utf8_and_the_loss_is_counted() -> None:
    damaged = bytearray((KOREAN * 4).encode())
    damaged[31] = 0xFF
    found = decode(bytes(damaged))
    assert found.encoding == "utf-8"
    assert found.replaced >= 1
    assert f"{found.replaced} characters could not be decoded and stand as U+FFFD" in found.notes
    assert KOREAN in found.text


def test_utf8_cut_off_in_its_last_character_stays_utf8() -> None:
    found = decode("He said: 감".encode()[:-1])
    assert found.text.startswith("He said: ")
    assert found.replaced == 1


def test_line_ends_become_one_line_feed_and_that_is_noted() -> None:
    found = decode(b"one\r\ntwo\rthree\n")
    assert found.text == "one\ntwo\nthree\n"
    assert found.notes == ("line ends made one line feed",)


def test_a_zero_byte_in_a_text_is_replaced_and_counted() -> None:
    found = decode(b"plain text with one \0 inside and many more words after it, as texts have")
    assert "\0" not in found.text
    assert found.replaced == 1


@given(st.binary(max_size=600))
def test_any_bytes_give_a_text_without_zero_or_lone_surrogates(data: bytes) -> None:
    found = decode(data)
    assert "\0" not in found.text
    found.text.encode("utf-8")
    assert (found.replaced > 0) == any("U+FFFD" in note for note in found.notes)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r\ufeff\x1b"), max_size=300))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "data", [b"plain", KOREAN.encode("cp949"), ENGLISH.encode("utf-16-le"), codecs.BOM_UTF16_BE + b"\0a"]
)
def test_texts_look_like_text(data: bytes) -> None:
    assert looks_like_text(data)


@pytest.mark.parametrize("data", [b"", bytes(range(256)), b"\x89PNG\r\n\x1a\n" + bytes(200), b"\0" * 100])
def test_other_bytes_do_not(data: bytes) -> None:
    assert not looks_like_text(data)
