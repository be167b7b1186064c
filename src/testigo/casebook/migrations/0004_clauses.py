"""The full-text index over the claims of readings in force."""

from __future__ import annotations

from typing import Any

from django.db import migrations

_CLAUSES = """
CREATE VIRTUAL TABLE clauses USING fts5(
    who, said, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
)
"""


def _fill(apps: Any, editor: Any) -> None:  # noqa: ARG001 - Django's signature
    from testigo.casebook import index, tables

    for report, reading in tables.select(
        "SELECT report_id, reading_id FROM shelf WHERE reading_id IS NOT NULL"
    ):
        index.add_claims(report, reading)


class Migration(migrations.Migration):
    dependencies = [("casebook", "0003_search")]
    operations = [
        migrations.RunSQL(_CLAUSES, "DROP TABLE clauses"),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
