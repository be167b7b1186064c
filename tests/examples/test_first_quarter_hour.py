"""The walk of docs/first-quarter-hour.md, typed as it stands there, does what the page says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "first-quarter-hour.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", PAGE, re.MULTILINE)


class Walk:
    """A folder with the examples in it, and one shell that remembers what was set before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.typed: list[str] = []
        (folder / "examples").symlink_to(ROOT / "examples")

    def type(self, command: str) -> subprocess.CompletedProcess[str]:
        before = [line for line in self.typed if re.match(r"\w+=", line)]
        self.typed.append(command)
        if command.startswith("testigo open"):
            command += " --no-serve"
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return subprocess.run(
            ["bash", "-c", "\n".join([*before, command])],
            cwd=self.folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, subprocess.CompletedProcess[str]]]:
    walk = Walk(tmp_path_factory.mktemp("walk"))
    return [(command, walk.type(command)) for command in COMMANDS if not command.startswith("export ")]


def of(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]], start: str
) -> list[subprocess.CompletedProcess[str]]:
    return [answer for command, answer in answers if command.startswith(start)]


def test_every_command_of_the_walk_ends_as_the_page_says(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]],
) -> None:
    damaged = [command for command, answer in answers if answer.returncode]
    assert len(answers) >= 13
    assert damaged == ["testigo verify --casebook ilvane"], [
        (c, a.returncode, a.stderr) for c, a in answers if a.returncode
    ]


def test_opening_reads_every_report_and_shows_its_claims(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]],
) -> None:
    (opened,) = of(answers, "testigo open")
    assert "Man arrested in Pellick after a remark about flour" in opened.stdout
    assert "sentenced" in opened.stdout
    assert "hedged" in opened.stdout


def test_searches_find_english_and_korean_words_in_their_sentence(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]],
) -> None:
    flour, phrase, korean = of(answers, "testigo search")
    assert "price of flour" in flour.stdout or "remark about flour" in flour.stdout
    assert "night searches" in phrase.stdout
    assert "감시 대상" in " ".join(korean.stdout.split())


def test_the_report_shown_by_number_is_the_one_of_the_walk(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]],
) -> None:
    (shown,) = of(answers, "testigo show 3")
    assert "Man arrested in Pellick after a remark about flour" in shown.stdout


def test_one_turned_bit_is_named_and_the_copy_put_back_mends_it(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]],
) -> None:
    saved, held, damaged, mended = of(answers, "testigo verify")
    for whole in (saved, held, mended):
        assert "everything is as it was recorded" in whole.stdout
    assert damaged.returncode == 4
    assert re.search(r"original \d+ .*damaged", damaged.stdout)
    assert re.search(r"report \d+ \(original \d+\)", damaged.stdout)


def test_the_walk_leaves_nothing_behind(answers: list[tuple[str, subprocess.CompletedProcess[str]]]) -> None:
    removed = shlex.split(of(answers, "rm -rf")[0].args[-1].splitlines()[-1])[2:]
    assert set(removed) == {"ilvane", "checkpoint.txt", "kept-aside"}


def test_the_relay_and_its_changes_are_told_as_the_page_says(
    answers: list[tuple[str, subprocess.CompletedProcess[str]]],
) -> None:
    (weighed,) = of(answers, "testigo weigh")
    told = " ".join(weighed.stdout.split())
    assert "Returnee jailed for grumbling about the price of bread" in told
    assert "hedge lost" in told
    assert "“Three” → “Thirteen”" in told
    assert "2 articles, 2 outlets, 1 independent" in told
