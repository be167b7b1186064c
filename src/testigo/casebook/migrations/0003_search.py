"""The full-text index over reports: by words, and by threes of signs for Korean."""

from __future__ import annotations

from django.db import migrations

_WORDS = """
CREATE VIRTUAL TABLE words USING fts5(
    title, text, content='report', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
)
"""
_FORMS = "CREATE VIRTUAL TABLE words_terms USING fts5vocab('words', 'row')"
_VIEW = "CREATE VIEW report_wide AS SELECT id, title || '  ' AS title, text || '  ' AS text FROM report WHERE wide"
_THREES = """
CREATE VIRTUAL TABLE threes USING fts5(
    title, text, content='report_wide', content_rowid='id', tokenize='trigram'
)
"""
_TERMS = "CREATE VIRTUAL TABLE threes_terms USING fts5vocab('threes', 'row')"


class Migration(migrations.Migration):
    dependencies = [("casebook", "0002_fixed")]
    operations = [
        migrations.RunSQL(_WORDS, "DROP TABLE words"),
        migrations.RunSQL(_FORMS, "DROP TABLE words_terms"),
        migrations.RunSQL(_VIEW, "DROP VIEW report_wide"),
        migrations.RunSQL(_THREES, "DROP TABLE threes"),
        migrations.RunSQL(_TERMS, "DROP TABLE threes_terms"),
    ]
