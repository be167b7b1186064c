"""What several folders of tests share: tables that are made once, and a casebook with something on every page of the desk.

The tests run the sources of the reader, also where it was compiled; TESTIGO_PLAIN=0 runs them on what was compiled.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("TESTIGO_PLAIN", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as testigo asks, also where a test loads numpy first


@pytest.fixture(scope="session", autouse=True)
def tables_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """New casebooks get copies of tables that the migrations made once in this process."""
    from tests.copied import Copies

    from testigo.casebook import folder

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "_make_database", Copies(tmp_path_factory.mktemp("tables") / "casebook.db"))
        yield


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook with something on every page; made once, and only read."""
    from tests.desk.world import furnish

    from testigo.casebook.casebook import create
    from testigo.casebook.keys import FOR_TESTS
    from testigo.casebook.setup import configure
    from testigo.desk.site import options

    configure(options())
    made: Path = tmp_path_factory.mktemp("furnished") / "case"
    with create(made, None, plain=True, cost=FOR_TESTS) as casebook:
        furnish(casebook)
    return made
