"""What filters ask of a claim beside its words in the full-text index, and all claims in few bytes for pictures."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_CLAUSES = """
CREATE VIRTUAL TABLE clauses USING fts5(
    who, said, marks, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
)
"""


def _fill(apps: Any, editor: Any) -> None:  # noqa: ARG001 - Django's signature
    from testigo.casebook import drawn, index, progress, shelf, tables

    readings = [
        r for (r,) in tables.select("SELECT reading_id FROM shelf WHERE reading_id IS NOT NULL ORDER BY 1")
    ]
    for start in range(0, len(readings), shelf.BATCH):
        index.add_claims(readings[start : start + shelf.BATCH])
        drawn.refresh(readings[start : start + shelf.BATCH])
        progress.tell(min(start + shelf.BATCH, len(readings)), len(readings))


class Migration(migrations.Migration):
    dependencies = [("casebook", "0007_figures")]
    operations = [
        migrations.CreateModel(
            name="Drawn",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        help_text="The report.", on_delete=django.db.models.deletion.CASCADE, primary_key=True,
                        related_name="+", serialize=False, to="casebook.report",
                    ),
                ),
                ("claims", models.BinaryField(help_text="28 bytes for each claim: its id, days, and numbers of `code`.")),
            ],
            options={"db_table": "drawn"},
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(help_text="act, status, verdict, place or draw.", max_length=16)),
                ("number", models.IntegerField(help_text="The number, from 0.")),
                ("value", models.TextField(help_text="What it means.")),
            ],
            options={
                "db_table": "code",
                "constraints": [models.UniqueConstraint(fields=("what", "number"), name="code_number")],
            },
        ),
        migrations.RunSQL("DROP TABLE clauses", migrations.RunSQL.noop),
        migrations.RunSQL(_CLAUSES, migrations.RunSQL.noop),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]  # fmt: skip
