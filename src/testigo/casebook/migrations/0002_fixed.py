"""The database refuses to change or delete rows that are preserved, said or judged."""

from __future__ import annotations

from django.db import migrations

TABLES = (
    "person", "original", "capture", "trouble", "entry", "checkpoint", "report", "reading", "claim", "filler", "source",
    "directive", "clause", "judgement",
)  # fmt: skip


def _make(table: str, act: str) -> str:
    return (
        f"CREATE TRIGGER {table}_never_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
    )


class Migration(migrations.Migration):
    dependencies = [("casebook", "0001_initial")]
    operations = [
        migrations.RunSQL(_make(table, act), f"DROP TRIGGER {table}_never_{act.lower()}")
        for table in TABLES
        for act in ("UPDATE", "DELETE")
    ]
