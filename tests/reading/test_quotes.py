from __future__ import annotations

import pytest
from tests.reading.spoken import read

from testigo.reading.quotes import Quote, quotes


def found(text: str) -> list[Quote]:
    return list(quotes(read(text)))


def words(text: str, quote: Quote) -> str:
    return quote.inner.of(text)


@pytest.mark.parametrize(
    ("mark", "end"),
    [("“", "”"), ('"', '"'), ("«", "»"), ("「", "」"), ("‘", "’")],
    ids=["curly", "straight", "angle", "corner", "single"],
)
def test_a_pair_of_marks_makes_a_quotation(mark: str, end: str) -> None:
    text = f"{mark}They took both phones,{end} he said."
    (quote,) = found(text)
    assert words(text, quote) == "They took both phones,"
    assert quote.speech


def test_an_apostrophe_is_no_quotation() -> None:
    assert found("The residents' homes and the Kims’ phones weren't searched.") == []


def test_a_few_words_between_marks_are_no_speech() -> None:
    text = "So-called “unclean elements” were kept on the lists."
    (quote,) = found(text)
    assert not quote.speech
    assert quote.rule == "quote.words"


def test_a_lost_closing_mark_ends_the_quotation_with_its_paragraph() -> None:
    text = "“They took both phones, he said.\n\nNobody came back."
    (quote,) = found(text)
    assert quote.rule == "quote.open"
    assert quote.span.end <= text.index("\n")


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“They came at dawn,” he said. “They took the phones.\n\n“Then they left the house and sealed it.”"
    *_, last = found(text)
    assert last.follows
    assert last.speech
    assert words(text, last).startswith("Then they left")


def test_no_marks_and_no_text_give_no_quotations() -> None:
    assert found("Nothing is quoted here.") == []
    assert found("") == []


@pytest.mark.parametrize("text", ["”", "“”", '""" " "', "’’’", "“ ” “", "«»" * 50, "“" * 500])
def test_stray_marks_do_no_harm(text: str) -> None:
    for quote in found(text):
        assert 0 <= quote.span.start <= quote.span.end <= len(text)
