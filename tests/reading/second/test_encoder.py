"""What the encoder is shown, the pieces of words, and the windows that a document is seen in."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from testigo.archive.text import report_of_text
from testigo.reading.second.encoder import WINDOW, Encoded
from testigo.reading.second.inputs import LONGEST
from testigo.reading.second.network import network
from testigo.reading.second.pieces import END, START, UNKNOWN, Pieces
from testigo.reading.second.shown import shown
from testigo.reading.tokens import document

KNOWN = Pieces(
    [START, END, UNKNOWN, "de", "detain", "##ee", "##s", "##tain", "-", "anti", "state", "cafe", "a", "##a"]
)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("detainees", ["detain", "##ee", "##s"]),
        ("Detain", ["detain"]),
        ("anti-state", ["anti", "-", "state"]),
        ("café", ["cafe"]),
        ("xylophone", [UNKNOWN]),
        ("", [UNKNOWN]),
        ("\u200b", [UNKNOWN]),
        ("体", [UNKNOWN]),
    ],
)
def test_a_word_is_parted_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    names = [START, END, UNKNOWN, "de", "detain", "##ee", "##s", "##tain", "-", "anti", "state", "cafe"]
    assert [names[number] for number in KNOWN.of(word)] == pieces


def test_a_very_long_word_has_few_pieces() -> None:
    assert len(KNOWN.of("a" * 90)) == 12
    assert KNOWN.of("a" * 5000) == KNOWN.of("")


def shown_of(text: str) -> list[tuple[str, ...]]:
    return [shown(sentence.tokens) for sentence in document(report_of_text(text)).sentences]


def test_names_are_hidden_and_what_they_stand_in_is_not() -> None:
    (words,) = shown_of(
        "The Ministry told Sevda Quliyeva in Hoeryong that an NGO called Seoul on Monday in March."
    )
    assert words.count("") == 3
    assert {"ministry", "ngo", "seoul", "monday", "march"} <= set(words)


class Counting:
    """An encoder that says how often it was asked, and for how many pieces."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def run(self, wanted: list[str] | None, given: dict[str, Any]) -> list[Any]:
        self.asked.append(len(given["pieces"]))
        return [given["pieces"][given["first"]].astype(np.float32)[:, None]]


def test_sentences_are_seen_together_up_to_a_window_and_each_word_has_its_row() -> None:
    ready = Counting()
    sentences = [("detain", "detainees", "state") for _ in range(40)]
    encoded = Encoded(ready, KNOWN, sentences)
    rows = [encoded.rows(number)[:, 0].tolist() for number in range(40)]
    assert rows == [[4.0, 4.0, 10.0]] * 40
    assert max(ready.asked) <= WINDOW
    assert len(ready.asked) == 2 < 40


def test_the_same_rows_whichever_sentence_is_asked_for_first() -> None:
    net = network()
    sentences = shown_of("Police arrested two men. " * 30 + "They were beaten in a cell. " * 20)
    there, back = (Encoded(net.ready, net.pieces, sentences) for _ in range(2))
    onward = [there.rows(number) for number in range(len(sentences))]
    backward = [back.rows(number) for number in reversed(range(len(sentences)))][::-1]
    assert all(np.array_equal(one, other) for one, other in zip(onward, backward, strict=True))


def test_an_endless_sentence_costs_one_window() -> None:
    ready = Counting()
    encoded = Encoded(ready, KNOWN, [("detainees",) * 100_000, ("state",), ()])
    assert len(encoded.rows(0)) <= LONGEST
    assert [len(encoded.rows(number)) for number in (1, 2)] == [1, 0]
    assert sum(ready.asked) < 1000


def test_what_stands_around_a_word_changes_its_row() -> None:
    net = network()
    alone, beside = shown_of("He was taken away."), shown_of("The ambulance came. He was taken away.")
    rows = Encoded(net.ready, net.pieces, alone).rows(0)
    assert not np.array_equal(rows, Encoded(net.ready, net.pieces, beside).rows(1))
