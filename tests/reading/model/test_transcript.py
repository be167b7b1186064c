"""Transcripts: kept for their owner, replayed to the same bytes, damage named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.reading.model.lying import answering, claim, report

from testigo.errors import BadInput, Broken
from testigo.reading.model.transcript import Recorder, replay
from testigo.reading.read import read_report_with_model
from testigo.wire import reading_to_json


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept.jsonl"
    with Recorder(path, "liar", answering(claim(place=["Hyesan", "Atlantis \ud800"]))) as recorder:
        read_report_with_model(report(), recorder.ask, "liar")
    return path


def test_a_replay_gives_the_same_bytes(kept: Path) -> None:
    first = read_report_with_model(report(), answering(claim(place=["Hyesan", "Atlantis \ud800"])), "liar")
    found = replay(kept)
    again = read_report_with_model(report(), found.ask, found.model)
    assert json.dumps(reading_to_json(report(), again)) == json.dumps(reading_to_json(report(), first))
    assert again.claims


def test_a_transcript_is_for_its_owner_alone_and_never_written_over(kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o600
    with pytest.raises(BadInput, match="cannot be written"):
        Recorder(kept, "liar", answering())


def test_another_report_or_a_second_asking_has_no_answer(kept: Path) -> None:
    found = replay(kept)
    with pytest.raises(BadInput, match="holds no answer"):
        read_report_with_model(report(published="2021-10-21"), found.ask, found.model)
    read_report_with_model(report(), found.ask, found.model)
    with pytest.raises(BadInput, match="holds no answer"):
        read_report_with_model(report(), found.ask, found.model)


def test_a_changed_line_is_damage(kept: Path) -> None:
    kept.write_text(kept.read_text("utf-8").replace("Hyesan", "Musan"), "utf-8")
    with pytest.raises(Broken, match="line 2"):
        replay(kept)


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "{}", '{"transcript": 9, "model": "m"}', "[" * 100_000, '{"transcript": 1, "model": 7}'],
)
def test_what_is_no_transcript_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput):
        replay(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        replay(tmp_path / "none")
