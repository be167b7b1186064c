"""The copied tables that tests begin with are those that the migrations make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.copied import Copies, made_in_earnest

from testigo.casebook import folder, keys
from testigo.casebook.backend import raw


def whole(path: Path, key: bytes) -> dict[str, Any]:
    """Everything in a database: what its tables are made by, and every row but the moments of the migrations."""
    with raw.connected(path / folder.DATABASE, key) as connection:
        made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        tables = [name for kind, name, sql in made if kind == "table" and "VIRTUAL" not in (sql or "")]
        rows: dict[str, Any] = {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in tables
        }
        rows["django_migrations"] = [row[:3] for row in rows["django_migrations"]]
        settings = [
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("journal_mode", "page_size", "auto_vacuum", "user_version", "encoding")
        ]
        return {"made": made, "rows": rows, "settings": settings}


def test_a_copy_holds_what_the_migrations_make_and_opens_with_its_own_key_alone(tmp_path: Path) -> None:
    copies = Copies(tmp_path / "model.db")
    found = []
    for name in ("first", "copied", "earnest"):
        path = tmp_path / name
        path.mkdir()
        made = keys.make(path / "keys", None, keys.FOR_TESTS)
        (made_in_earnest if name == "earnest" else copies)(path, made)
        found.append(whole(path, made.database_key))
        assert raw.damaged_pages(path / folder.DATABASE, made.database_key) == ()
        assert sorted(file.name for file in path.iterdir()) == [folder.DATABASE, "keys"]
        assert (path / folder.DATABASE).stat().st_mode & 0o777 == 0o600
    first, copied, earnest = found
    assert len(first["made"]) > 50
    assert first == copied == earnest
    assert copies.key is not None
    try:
        whole(tmp_path / "copied", copies.key)
    except raw.Error:
        return
    raise AssertionError("the copy opens with the key of its model")
