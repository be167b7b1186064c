"""A casebook with the gold readings of the invented country, confronted once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.orders.gold_world import World, fill, link_truly

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.orders.confront import Confronted, confront


@dataclass(frozen=True)
class Gold:
    book: Casebook
    world: World
    found: Confronted


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gold]:
    path: Path = tmp_path_factory.mktemp("gold") / "case"
    with create(path, None, plain=True, cost=FOR_TESTS) as book:
        world = fill(book)
        link_truly(book, world)
        yield Gold(book, world, confront(book))
