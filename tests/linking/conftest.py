"""A plain casebook for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook import worlds

from testigo.casebook.casebook import Casebook


@pytest.fixture
def empty_book(tmp_path: Path) -> Iterator[Casebook]:
    with worlds.empty(tmp_path / "book", plain=True) as book:
        yield book
