"""docs/schema.md is what the models say, and every column is explained."""

from __future__ import annotations

from pathlib import Path

from testigo.casebook import schema

PAGE = Path(__file__).resolve().parents[2] / "docs" / "schema.md"


def test_the_page_is_what_the_models_say() -> None:
    assert schema.page() in PAGE.read_text("utf-8"), "run `python tools/docs.py`"


def test_every_column_is_explained() -> None:
    empty = [
        line
        for line in schema.page().splitlines()
        if line.startswith("|") and line.rstrip(" |").endswith("|")
    ]
    assert not [line for line in empty if "---" not in line]
