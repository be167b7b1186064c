"""Rewrite the generated pages of docs/ from the code: commands, settings, errors, vocabulary, database.

python tools/docs.py            write them
python tools/docs.py --check    exit 1 where a page differs from the code
"""

from __future__ import annotations

import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEAD = "<!-- made by tools/docs.py from the code: edit there -->\n"


def settings_page() -> str:
    """Every setting as a table."""
    from testigo.settings import SETTINGS

    rows = [f"| `{s.variable}` | {s.default or '(none)'} | {s.unit} | {s.about} |" for s in SETTINGS]
    return "\n".join([HEAD + "# Settings\n", "Each is an environment variable, read where it is used.\n",
                      "| variable | default | unit | meaning |", "| --- | --- | --- | --- |", *rows, ""])  # fmt: skip


def errors_page() -> str:
    """Every kind of error with its exit code."""
    from testigo import errors

    kinds: list[type[errors.TestigoError]] = [errors.TestigoError, *errors.TestigoError.__subclasses__()]
    rows = [f"| {k.exit_code} | {k.label} | {(k.__doc__ or '').splitlines()[0]} |" for k in kinds]
    return "\n".join([HEAD + "# Exit codes and errors\n", "0 means done. An error says what happened and what to do.\n",
                      "| exit code | shown as | meaning |", "| --- | --- | --- |", *rows, ""])  # fmt: skip


def vocabulary_page() -> str:
    """The closed lists, each entry with its sentence."""
    from testigo import vocabulary as v

    lists = {
        "Kinds of claim": v.KINDS, "Acts: coercion": v.COERCION, "Acts: authority": v.AUTHORITY, "Acts: people": v.PEOPLE,
        "Conditions": v.CONDITIONS, "Statuses": v.STATUSES, "Kinds of source": v.SOURCES, "Modalities of clauses": v.MODALITIES,
        "Blocks of a report": v.BLOCKS, "Attributes of persons and sources": v.ATTRIBUTES, "Verdicts": v.VERDICTS,
    }  # fmt: skip
    lines = [HEAD + f"# Vocabulary, version {v.VERSION}\n"]
    for title, entries in lists.items():
        lines += [f"## {title}\n", "| id | meaning |", "| --- | --- |"]
        lines += [f"| `{key}` | {sentence} |" for key, sentence in entries.items()] + [""]
    return "\n".join(lines)


def help_pages() -> dict[str, str]:
    """The help of every command as plain text, 100 columns wide, by its name; for docs/cli.md."""
    from typer.testing import CliRunner

    from testigo.cli import app

    runner = CliRunner()
    env = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    names = [""] + [c.name or (c.callback.__name__ if c.callback else "") for c in app.registered_commands]
    pages = {}
    for name in names:
        result = runner.invoke(
            app, [*([name] if name else []), "--help"], prog_name="testigo", env=env, terminal_width=100
        )
        pages[f"testigo {name}".strip()] = result.output
    return pages


def cli_page() -> str:
    """The help of every command, as the program prints it."""
    lines = [HEAD + "# Commands\n"]
    for name, text in help_pages().items():
        lines += [f"## {name}\n", "```text", text.rstrip(), "```", ""]
    return "\n".join(lines)


def schema_page() -> str:
    """Every table of the casebook with its columns."""
    from testigo.casebook import schema

    return HEAD + schema.page()


PAGES = {
    "settings.md": settings_page,
    "errors.md": errors_page,
    "vocabulary.md": vocabulary_page,
    "cli.md": cli_page,
    "schema.md": schema_page,
}


def main() -> int:
    """Write or check the pages."""
    check, stale = "--check" in sys.argv[1:], []
    for name, make in PAGES.items():
        path, text = DOCS / name, make()
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, "utf-8")
    print(
        "docs: "
        + (
            f"{', '.join(stale)} {'stale, run make docs' if check else 'written'}"
            if stale
            else "as the code has them"
        )
    )
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
