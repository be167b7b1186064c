"""Judgements as they come out of the database, and which one is in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from testigo.casebook import tables
from testigo.judgement import Judgement, standing

_SELECT = (
    "SELECT j.id, j.subject_kind, j.subject, j.verdict, p.name, j.at, j.note, j.amended, j.replaces_id, j.key"
    " FROM judgement j JOIN person p ON p.id = j.by_id"
)
_REMARKS = ("note", "add")


def history_of_key(subject_kind: str, key: str) -> tuple[Judgement, ...]:
    """Every judgement kept by a key, oldest first."""
    return of_keys(subject_kind, (key,)).get(key, ())


def of_keys(subject_kind: str, keys: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
    """Every judgement kept by each of these keys, oldest first; keys without any are left out."""
    found: dict[str, list[Judgement]] = {}
    wanted = list(dict.fromkeys(keys))
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ", ".join(["%s"] * len(some))
        sql = f"{_SELECT} WHERE j.subject_kind = %s AND j.key IN ({marks}) ORDER BY j.id"
        for row in tables.select(sql, (subject_kind, *some)):
            found.setdefault(row[9], []).append(judgement(row))
    return {key: tuple(items) for key, items in found.items()}


def of_kind(subject_kind: str) -> dict[str, tuple[Judgement, ...]]:
    """Every judgement about things of a kind by the key that it is kept by, oldest first."""
    found: dict[str, list[Judgement]] = {}
    for row in tables.select(f"{_SELECT} WHERE j.subject_kind = %s ORDER BY j.id", (subject_kind,)):
        found.setdefault(row[9], []).append(judgement(row))
    return {key: tuple(items) for key, items in found.items()}


def judgement(row: Sequence[Any]) -> Judgement:
    """The core value of a row."""
    id_, kind, subject, verdict, by, at, note, amended, replaces = row[:9]
    return Judgement(kind, subject, verdict, by, tables.aware(at), note, amended, replaces, id_)


def deciding(history: Iterable[Judgement]) -> Judgement | None:
    """The judgement in force; remarks, and withdrawals of remarks, decide nothing."""
    all_of = tuple(history)
    remarks = {one.id for one in all_of if one.verdict in _REMARKS}
    return standing(one for one in all_of if one.id not in remarks and one.replaces not in remarks)
