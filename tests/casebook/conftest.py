"""Casebooks to test with; each is closed after its test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook import worlds

from testigo.casebook import casebook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[casebook.Casebook]:
    """An encrypted casebook with something of everything."""
    yield worlds.small(tmp_path / "book")
    casebook.close_open()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[casebook.Casebook]:
    """An encrypted casebook with nothing in it."""
    yield worlds.empty(tmp_path / "bare")
    casebook.close_open()
