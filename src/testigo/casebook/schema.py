"""The page docs/schema.md, made from the models."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_KINDS = (
    ("preserved", "Preserved: never changed", "What came in, and the ledger."),
    (
        "said",
        "Said: never changed",
        "What the reports say, as extractors and readers found it. The latest is in force.",
    ),
    ("judged", "Judged: append only", "What people decided."),
    (
        "derived",
        "Derived: made again at will",
        "Computed from the rows above; so are the search tables `words`, `threes` and `clauses`.",
    ),
)


def page() -> str:
    """The page as Markdown."""
    from testigo.casebook.setup import configure

    configure()
    from django.apps import apps

    models = list(apps.get_app_config("casebook").get_models())
    lines = [
        "# The database\n",
        "One SQLCipher file, `casebook.db`. Triggers refuse to change or delete rows that are preserved, said or judged.",
        "Times are UTC; offsets count code points; `null` stands for not known or not there.\n",
    ]
    for module, title, about in _KINDS:
        lines += [f"## {title}\n", f"{about}\n"]
        for model in (m for m in models if m.__module__.endswith(f".{module}")):
            lines += _table(model)
    return "\n".join(lines)


def _table(model: Any) -> Iterable[str]:
    meta = model._meta  # noqa: SLF001 - Django's documented way to a model's fields
    yield f"### {meta.db_table}\n"
    yield f"{(model.__doc__ or '').splitlines()[0]}\n"
    yield "| column | type | meaning |"
    yield "| --- | --- | --- |"
    for field in meta.concrete_fields:
        about = str(field.help_text) or ("Number of the row." if field.primary_key else "")
        yield f"| `{field.column}` | {_type(field)} | {about} |"
    yield ""


def _type(field: Any) -> str:
    kind: str = field.get_internal_type().removesuffix("Field").lower()
    if field.is_relation:
        kind = f"`{field.related_model._meta.db_table}`"  # noqa: SLF001 - as above
    words = {
        "bigauto": "number",
        "biginteger": "number",
        "integer": "number",
        "char": "text",
        "datetime": "time",
    }
    return words.get(kind, kind) + (", or null" if field.null else "")
