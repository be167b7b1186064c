"""`testigo read --json FILE` gives what cli.py gives, and loads little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from testigo.start import plainly_asked

REPORT = Path(__file__).resolve().parents[1] / "examples" / "reports"
WHOLE = "import sys; sys.argv[0] = 'testigo'; from testigo.cli import main; main()"
FIRST = "import sys; sys.argv[0] = 'testigo'; from testigo.start import main; main()"
LOADED = "import sys; from testigo.start import main; main(); print(*sorted(sys.modules), file=sys.stderr)"
# What reads the command line of all commands, what draws tables, what other formats and a casebook need.
HEAVY = {
    "typer", "click", "rich", "pydantic", "pydantic_core", "annotated_types", "shellingham", "jsonschema", "django", "sqlcipher3",
    "sqlite3", "cryptography", "argon2", "trafilatura", "lxml", "pypdfium2", "docx", "warcio", "charset_normalizer", "urllib3",
    "requests", "importlib.resources", "tempfile", "zipfile", "email", "http", "ssl", "socket", "asyncio", "multiprocessing", "subprocess", "logging", "numpy", "scipy", "pandas",
    "duckdb", "splink", "rapidfuzz", "datasketch", "fpdf", "waitress", "whitenoise", "statsmodels", "ko_pron", "spacy",
    "testigo.cli", "testigo.casebook", "testigo.desk", "testigo.archive.worker", "testigo.reading.model", "testigo.printing",
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("read --json a.txt", {"file": "a.txt"}),
        ("read a.txt --json -q", {"file": "a.txt"}),
        ("read --published 2021-10 --json a.txt", {"file": "a.txt", "--published": "2021-10"}),
        ("read --publisher=N --json --quiet a.txt", {"file": "a.txt", "--publisher": "N"}),
        ("read a.txt", None),
        ("read --json", None),
        ("read --json a.txt b.txt", None),
        ("read --json --explain a.txt", None),
        ("read --json -- a.txt", None),
        ("read --json --casebook c", None),
        ("read --json a.txt --reader llm", None),
        ("read --json a.txt --published", None),
        ("read --json --published --help a.txt", None),
        ("read --json --help", None),
        ("add --json a.txt", None),
        ("--version", None),
        ("", None),
    ],
)
def test_only_the_plain_form_is_taken(words: str, asked: dict[str, str] | None) -> None:
    assert plainly_asked(words.split()) == asked


def run(code: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_first_step_answers_as_the_whole_program_does(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "korean.txt").write_text("북한 당국이 국경 지역 주민들을 체포했다고 소식통이 전했다.\n" * 3)
    report = min(REPORT.glob("*.txt"))
    asked: tuple[tuple[str | Path, ...], ...] = (
        ("read", "--json", report),
        ("read", "--json", report, "--published", "2021-10-20", "--publisher=Hill Radio"),
        ("read", "--json", report, "--published", "October"),
        ("read", "--json", tmp_path / "korean.txt"),
        ("read", "--json", tmp_path / "empty.txt"),
        ("read", "--json", tmp_path / "none.txt"),
        ("read", "--json", tmp_path),
    )
    for words in asked:
        first, whole = run(FIRST, *words), run(WHOLE, *words)
        assert (first.returncode, first.stdout, first.stderr) == (
            whole.returncode,
            whole.stdout,
            whole.stderr,
        )


@pytest.mark.parametrize(("second", "needed"), [("no", set()), ("yes", {"numpy", "zipfile"})])
def test_reading_one_report_loads_no_heavy_library_but_what_the_second_opinion_counts_with(
    second: str, needed: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTIGO_SECOND_OPINION", second)
    done = run(LOADED, "read", "--json", min(REPORT.glob("*.txt")))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["claims"]
    assert HEAVY & set(done.stderr.split()) == needed


@pytest.mark.parametrize("module", ["testigo", "testigo.cli"])
def test_the_program_starts_as_a_module_too(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-v", "-m", module, "read", "--json", min(REPORT.glob("*.txt"))],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["claims"]
    assert "import 'testigo.reading.read'" in done.stderr
    assert "import 'typer'" not in done.stderr
