"""Derived values have a sign, by which a later run knows those that stay."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casebook", "0009_draw")]
    operations = [
        migrations.AddField(
            "derived",
            "sign",
            models.BinaryField(
                help_text="Digest of all of it and of what it is about; null: written by an older Testigo.",
                null=True,
            ),
        ),
    ]
