"""Who was given which report, and the day on which a report was added."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

_FILL = "UPDATE shelf SET added = (SELECT date(r.at) FROM report r WHERE r.id = shelf.report_id)"


class Migration(migrations.Migration):
    dependencies = [("casebook", "0005_stages")]
    operations = [
        migrations.AddField("shelf", "added", models.DateField(null=True, help_text="The day (UTC) on which the report was added.")),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AddIndex("shelf", models.Index(fields=["added", "claims", "judged"], name="shelf_added")),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "original",
                    models.OneToOneField(
                        help_text="The original.", on_delete=django.db.models.deletion.CASCADE, primary_key=True,
                        related_name="+", serialize=False, to="casebook.original",
                    ),
                ),
                ("person", models.TextField(db_index=True, help_text="The person's name in this casebook.")),
            ],
            options={"db_table": "task"},
        ),
    ]  # fmt: skip
