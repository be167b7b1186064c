"""What the encoder is shown, the pieces of words, and the windows that a document is seen in."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
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
    assert KNOWN.of("a" * 1_000_000) == KNOWN.of("")


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
    assert len(ready.asked) == 3 < 40


def test_articles_and_stops_are_passed_over_and_have_the_row_of_what_stands_behind_them() -> None:
    ready = Counting()
    encoded = Encoded(ready, KNOWN, [("the", "state", "a", "."), (".",), ("an", "anti-a"), ()])
    state, end = 10.0, 1.0
    rows = [encoded.rows(number)[:, 0].tolist() for number in range(3)]
    assert rows == [[state, state, end, end], [end], [9.0, 9.0]]
    assert ready.asked == [1 + 2 + 1 + 4 + 1]
    assert len(encoded.rows(3)) == 0


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
    assert ready.asked == [254, 4]


def test_what_stands_around_a_word_changes_its_row() -> None:
    net = network()
    alone, beside = shown_of("He was taken away."), shown_of("The ambulance came. He was taken away.")
    rows = Encoded(net.ready, net.pieces, alone).rows(0)
    assert not np.array_equal(rows, Encoded(net.ready, net.pieces, beside).rows(1))


@pytest.mark.parametrize("name", ["Sevda Quliyeva", "Anne-Marie O’Brien", "Nur Al-Rashid", "Kim Ha-neul"])
def test_a_name_of_more_parts_is_hidden_too(name: str) -> None:
    (words,) = shown_of(f"Police arrested {name} in May.")
    assert words[:2] == ("police", "arrested")
    assert set(words[2:-3]) <= {""}


def test_the_encoder_tells_nobody_and_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    """Newer versions of ONNX Runtime keep a device id and a queue of events in the user's cache (decision 37)."""
    script = (
        "import sys; from testigo.archive.text import report_of_text; from testigo.reading.read import read_report;"
        "read_report(report_of_text('Police arrested two men in the town on Monday.'), second=True);"
        "sys.exit('onnxruntime' not in sys.modules)"
    )
    places = {
        name: str(tmp_path)
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR")
    }
    environment = {**os.environ, **places, "ORT_DISABLE_TELEMETRY": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    assert done.returncode == 0
    assert list(tmp_path.rglob("*")) == []


def test_the_encoders_library_knows_no_address_to_report_to() -> None:
    spec = importlib.util.find_spec("onnxruntime")
    assert spec is not None
    assert spec.origin is not None
    libraries = [path for path in Path(spec.origin).parent.rglob("*.so*") if path.is_file()]
    assert libraries
    for path in libraries:
        held = path.read_bytes()
        assert b"events.data.microsoft.com" not in held, path.name
        assert b"OneCollector" not in held, path.name
