"""An open casebook to preserve into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from testigo.casebook import casebook
from testigo.casebook.casebook import Casebook


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    """A plain casebook with nothing in it, in its own folder below tmp_path."""
    yield casebook.create(tmp_path / "book", None, plain=True)
    casebook.close_open()
