"""Whose turn it is: which reports were given to whom, how far each batch is, and searches that were kept under a name.

Rules:
- Giving a report to a person is a judgement of its own kind (`task`, verdict `assign`), kept by the original, so that a
  newer text of the same original stays with that person. Given to the empty name, it is nobody's. It decides nothing
  about any claim.
- A kept search is one too (`search`, verdict `save`): its subject is the address, its note the name. The last one
  about an address says whether it is kept: another `save` renames it, a `withdraw` takes it away.
- The table `task` is derived from them and can be made again.
- What was added on one day is told as such; batches have a name (batches.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from testigo.casebook import tables
from testigo.casebook.history import deciding, history_of_key, of_kind
from testigo.casebook.values import KeptSearch, Progress

TASK, SEARCH = "task", "search"
_BY_PERSON = (
    "SELECT t.person, count(*), coalesce(sum(s.claims), 0), coalesce(sum(s.judged), 0)"
    " FROM task t JOIN shelf s ON s.original_id = t.original_id GROUP BY 1 ORDER BY 1"
)
_BY_DAY = (
    "SELECT added, count(*), sum(claims), sum(judged) FROM shelf GROUP BY added ORDER BY added DESC LIMIT %s"
)
_PEOPLE = "SELECT DISTINCT p.name FROM person p WHERE EXISTS (SELECT 1 FROM judgement j WHERE j.by_id = p.id) ORDER BY 1"


def refresh(keys: Iterable[str]) -> None:
    """Make the rows of these originals again. keys: what their judgements are kept by."""
    for key in keys:
        tables.run("DELETE FROM task WHERE original_id = %s", (int(key),))
        now = deciding(history_of_key(TASK, key))
        person = str(json.loads(now.amended)["to"]) if now is not None and now.amended else ""
        if person:
            tables.insert("task", ("original_id", "person"), ((int(key), person),))


def rebuild() -> None:
    """Make every row again."""
    tables.run("DELETE FROM task")
    refresh(of_kind(TASK))


def person_of(original: int) -> str:
    """To whom a report was given; empty: to nobody."""
    row = tables.one("SELECT person FROM task WHERE original_id = %s", (original,))
    return "" if row is None else str(row[0])


def by_person() -> tuple[Progress, ...]:
    """How far everybody is with what was given to them."""
    return tuple(Progress(*row) for row in tables.select(_BY_PERSON))


def by_day(limit: int) -> tuple[Progress, ...]:
    """How far what was added on each day is, the latest first; named by its day (YYYY-MM-DD)."""
    return tuple(Progress(str(day or ""), *rest) for day, *rest in tables.select(_BY_DAY, (limit,)))


def people() -> tuple[str, ...]:
    """The names of those who judged anything in this casebook."""
    return tuple(name for (name,) in tables.select(_PEOPLE))


def searches() -> tuple[KeptSearch, ...]:
    """The searches that are kept, by their names."""
    last = ((key, history[-1]) for key, history in of_kind(SEARCH).items())
    found = [KeptSearch(j.note, key, j.by, j.at, j.id or 0) for key, j in last if j.verdict == "save"]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.address)))
