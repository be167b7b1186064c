"""The tables of a new casebook, made once by its migrations and copied for every further one, under its own key.

Making them takes about a second of reckoning, and a thousand tests begin with a new casebook. What a copy holds is what
the migrations made in this very process; tests/casebook/test_copied.py compares the two.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from testigo.casebook import folder
from testigo.casebook.backend import raw
from testigo.casebook.keys import Keys

made_in_earnest: Callable[[Path, Keys], None] = folder._make_database


class Copies:
    """Stands for `folder._make_database`. model: a path for the tables made first."""

    def __init__(self, model: Path) -> None:
        self.model = model
        self.key: bytes | None = None

    def __call__(self, path: Path, made: Keys) -> None:
        """Put a database with all tables into the folder of a casebook."""
        database = path / folder.DATABASE
        if self.key is None:
            made_in_earnest(path, made)
            shutil.copyfile(database, self.model)
            self.key = made.database_key
            return
        shutil.copyfile(self.model, database)
        with raw.connected(database, self.key) as connection:
            connection.execute(f"PRAGMA rekey = \"x'{made.database_key.hex()}'\"")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        database.chmod(0o600)
