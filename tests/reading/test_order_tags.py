"""The verb of an order or law at the head of a sentence: what it lays down is told by its text."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain

from testigo.reading.tags import tag


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "A circular of the harbor office, dated Oct. 3",
            "A circular of the harbor office, dated Oct. 3, orders inspectors to search the boats.",
            "search",
        ),
        (
            "A regulation that the port office sent out on May 3",
            "A regulation that the port office sent out on May 3 instructs clerks to hand over all lists.",
            "hand over",
        ),
        (
            "Decree 349 of 2018",
            "Decree 349 of 2018 requires weavers to register and forbids strikes.",
            "strikes",
        ),
    ],
)
def test_an_order_tells_what_it_lays_down(name: str, text: str, words: str) -> None:
    assert chain(text, words) == [("document", name)]


@pytest.mark.parametrize(
    ("text", "word", "mark"),
    [
        ("The decree , which the Regent signed on July 1 , frees women over 50 .", "frees", "VBZ"),
        ("The notice , dated May 3 , limits visits to one a month .", "limits", "VBZ"),
        ("The law covers courts , prisons , orders of the mayor and fines .", "orders", "NNS"),
        ("A decree signed in May bans fires , boats , orders and calls at night .", "orders", "NNS"),
        ("Decree No. 4 bans sermons .", "Decree", "NN"),
        ("Order 14 bans sermons .", "Order", "NN"),
        ("The prisoner was not let go .", "let", "VBN"),
        ("He was fined for a comment left in a chat .", "left", "VBN"),
        ("A friend of the mayor left in a van .", "left", "VBD"),
        ("Fourth , ward officers who sleep are dismissed .", "Fourth", "RB"),
        ("The order was issued on May 3 by the committee and bans sermons .", "bans", "VBZ"),
        ("The order bans fires and calls at night .", "calls", "NNS"),
        ("An order signed in May by Marshal Ko bars students from trade .", "bars", "VBZ"),
        ("The order issued by Ko covers courts , bars and schools .", "bars", "NNS"),
        ("A rule that the guards kept secret was read out in June .", "kept", "VBD"),
    ],
)
def test_tags_beside_orders(text: str, word: str, mark: str) -> None:
    words = text.split()
    assert tag(words, [w.lower() for w in words])[words.index(word)] == mark
