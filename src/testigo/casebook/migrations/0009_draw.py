"""The draw for second readings as rows; judged claims by key; orders and counts of the list of reports without all its rows."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_TITLES = "CREATE INDEX shelf_title ON shelf (title COLLATE NOCASE, report_id)"


def _draw(apps: Any, editor: Any) -> None:  # noqa: ARG001 - Django's signature
    from testigo.casebook import draw

    draw.redraw()


class Migration(migrations.Migration):
    dependencies = [("casebook", "0008_marks")]
    operations = [
        migrations.CreateModel(
            name="Draw",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        help_text="The claim.", on_delete=django.db.models.deletion.CASCADE, primary_key=True,
                        related_name="+", serialize=False, to="casebook.claim",
                    ),
                ),
                ("key", models.CharField(help_text="Its key.", max_length=64)),
                ("place", models.CharField(db_index=True, help_text="Where it stands in the queue, by lot.", max_length=64)),
            ],
            options={"db_table": "draw"},
        ),
        migrations.AddIndex("standing", models.Index(fields=["key"], name="standing_key")),
        migrations.AddIndex(
            "shelf", models.Index(fields=["claims", "judged", "directives", "reading"], name="shelf_counts")
        ),
        migrations.RunSQL(_TITLES, "DROP INDEX shelf_title"),
        migrations.RunPython(_draw, migrations.RunPython.noop),
    ]  # fmt: skip
