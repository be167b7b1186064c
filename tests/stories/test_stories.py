"""The transcripts of this folder, run as they stand: a story is a terminal session, and the tutorial's examples.

Form of a story: `$ command` runs a command in an empty folder in which `examples` is at hand; lines below are what it
prints, in this order, up to an empty line (what comes after it is told to the reader); `...` stands for any lines; a line may hold `…` for any words. `? 2` says the exit code (else 0).
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"


@dataclass(frozen=True, slots=True)
class Step:
    command: str
    expected: tuple[str, ...]
    code: int


def steps(text: str) -> list[Step]:
    found: list[Step] = []
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *lines = part.split("\n\n")[0].rstrip().splitlines()
        code = next((int(line[2:]) for line in lines if line.startswith("? ")), 0)
        found.append(
            Step(
                command,
                tuple(line.strip() for line in lines if line.strip() and not line.startswith("? ")),
                code,
            )
        )
    return found


def fits(pattern: str, line: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), line) is not None


def in_order(expected: tuple[str, ...], printed: list[str]) -> str | None:
    """The first expected line that is not printed where it should be; without `...` before it, it must be the next line."""
    at, gap = 0, False
    for pattern in expected:
        if pattern == "...":
            gap = True
            continue
        ahead = printed[at:] if gap else printed[at : at + 1]
        hit = next((n for n, line in enumerate(ahead) if fits(pattern, line)), None)
        if hit is None:
            return pattern
        at, gap = at + hit + 1, False
    return None


@pytest.mark.parametrize("story", sorted(HERE.glob("*.txt")), ids=lambda p: p.stem)
def test_a_story_goes_as_told(story: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(EXAMPLES)
    env = {k: v for k, v in os.environ.items() if not k.startswith("TESTIGO_")} | {
        "COLUMNS": "110",
        "NO_COLOR": "1",
    }
    for step in steps(story.read_text("utf-8")):
        words = shlex.split(step.command)
        if words[0] == "testigo":
            words = [sys.executable, "-m", "testigo.cli", *words[1:]]
        run = subprocess.run(
            words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=120
        )
        printed = [line.strip() for line in (run.stdout + run.stderr).splitlines() if line.strip()]
        whole = "\n".join(printed)
        assert run.returncode == step.code, f"$ {step.command}\n{whole}"
        missing = in_order(step.expected, printed)
        assert missing is None, f"$ {step.command}\nnot printed: {missing}\n{whole}"
