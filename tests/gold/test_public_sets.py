"""The figures on public sets that the reader has to keep: what a rule gains on our own reports it must not lose there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.shared import shared

BENCH = Path(__file__).resolve().parents[2] / "bench"


def printed(name: str, *arguments: str) -> str:
    """What a bench of the reader prints."""
    told = [sys.executable, str(BENCH / name), *arguments]
    return subprocess.run(told, capture_output=True, text=True, check=True, timeout=300).stdout


def test_who_did_what_to_whom_on_petrarch2s_records() -> None:
    data = shared("data", "petrarch2-validation").parent
    found = re.search(r"^\s+right\s+([\d.]+)", printed("reading_petrarch.py", str(data)), re.MULTILINE)
    assert found is not None
    assert float(found[1]) >= 0.85


def test_times_on_meantime() -> None:
    folder = shared("data", "meantime-english").parents[1]
    told = printed("reading_times.py", str(folder), "--only", "meantime")
    found = re.search(r"testigo\s+relaxed F1 ([\d.]+)\s+strict F1 [\d.]+\s+value F1 ([\d.]+)", told)
    assert found is not None
    assert float(found[1]) >= 0.90
    assert float(found[2]) >= 0.80
