"""What stages derive: runs, values, and what each value is about."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casebook", "0004_clauses"),
    ]

    operations = [
        migrations.CreateModel(
            name="DerivedRun",
            fields=[
                (
                    "stage",
                    models.CharField(
                        help_text="Which stage.", max_length=16, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(help_text="When it ran.")),
                ("version", models.TextField(help_text="Version of the program.")),
                (
                    "settings",
                    models.TextField(help_text="JSON of the settings that it ran with, the seed included."),
                ),
                ("inputs", models.TextField(help_text="Digest of what it was computed from.")),
            ],
            options={
                "db_table": "derived_run",
            },
        ),
        migrations.CreateModel(
            name="Derived",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(help_text="Which stage.", max_length=16)),
                (
                    "kind",
                    models.CharField(help_text="What it is: event, person, link, relay, ...", max_length=16),
                ),
                (
                    "key",
                    models.TextField(help_text="Its name among those of its kind, the same in every run."),
                ),
                ("rank", models.FloatField(default=0, help_text="Lists show the lowest first.")),
                ("body", models.TextField(help_text="JSON of the value.")),
            ],
            options={
                "db_table": "derived",
                "indexes": [models.Index(fields=["stage", "kind", "rank", "id"], name="derived_rank")],
                "constraints": [models.UniqueConstraint(fields=("stage", "kind", "key"), name="derived_key")],
            },
        ),
        migrations.CreateModel(
            name="DerivedPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        help_text="claim, report, event, person, place, act, ...", max_length=16
                    ),
                ),
                ("subject", models.TextField(help_text="Id or key of that thing.")),
                (
                    "derived",
                    models.ForeignKey(
                        help_text="The value.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="casebook.derived",
                    ),
                ),
            ],
            options={
                "db_table": "derived_part",
                "indexes": [models.Index(fields=["what", "subject", "derived"], name="derived_about")],
            },
        ),
    ]
