"""The full-text index over the claims of readings in force; 0008 makes it anew with more in it, and fills it."""

from __future__ import annotations

from django.db import migrations

_CLAUSES = """
CREATE VIRTUAL TABLE clauses USING fts5(
    who, said, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
)
"""


class Migration(migrations.Migration):
    dependencies = [("casebook", "0003_search")]
    operations = [migrations.RunSQL(_CLAUSES, "DROP TABLE clauses")]
