"""The messages of the interface as the code holds them, and the Korean file compiled.

    python -m tests.desk.messages        list what is missing in the django.po files, and compile each into its django.mo

Compiled by Babel, so that nobody needs the gettext programs. A test fails while anything is missing or not compiled.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from testigo.desk.site import HERE, locales

FILES = tuple(folder / "ko/LC_MESSAGES/django.po" for folder in locales())
"""The desk's own file, and those that parts of the desk bring (locale/<part>/ko/LC_MESSAGES/django.po)."""
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
}
STAGES = ("orders", "weighing")
"""Stages whose reasons pages show: every template in a tuple REASONS of their modules."""
SHORT = re.compile(r'{%\s*translate\s+"([^"]+)"')
LONG = re.compile(r"{%\s*blocktranslate\b[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
PLURAL = re.compile(r"{%\s*plural\s*%}")
Message = str | tuple[str, str]


def wanted() -> dict[Message, set[str]]:
    """Every message with the files that hold it; a pair where it has a plural."""
    out: dict[Message, set[str]] = {}
    for path in sorted(HERE.rglob("*.py")):
        for _, _, message, _ in extract_python(io.BytesIO(path.read_bytes()), KEYWORDS, [], {}):
            if message:
                key = message if isinstance(message, str) else (str(message[0]), str(message[1]))
                out.setdefault(key, set()).add(path.name)
    for stage in STAGES:
        for module in pkgutil.iter_modules(
            importlib.import_module(f"testigo.{stage}").__path__, f"testigo.{stage}."
        ):
            for template in getattr(importlib.import_module(module.name), "REASONS", ()):
                out.setdefault(template, set()).add(module.name)
    for path in sorted((HERE / "templates").glob("*.html")):
        source = path.read_text("utf-8")
        for text in SHORT.findall(source):
            out.setdefault(text, set()).add(path.name)
        for text in LONG.findall(source):
            forms = [re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", form) for form in PLURAL.split(text)]
            out.setdefault(forms[0] if len(forms) == 1 else (forms[0], forms[1]), set()).add(path.name)
    return out


def translated() -> Iterator[BabelMessage]:
    """The entries of every Korean file."""
    for path in FILES:
        yield from (message for message in _read(path) if message.id)


def compiled(path: Path) -> bytes:
    """What the .mo file beside a .po file must be."""
    out = io.BytesIO()
    write_mo(out, _read(path))
    return out.getvalue()


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="ko")


def missing() -> dict[Message, set[str]]:
    """What has no Korean yet."""
    known = {m.id[0] if isinstance(m.id, tuple) else m.id for m in translated() if all(_strings(m))}
    return {m: files for m, files in wanted().items() if (m if isinstance(m, str) else m[0]) not in known}


def _strings(message: BabelMessage) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


if __name__ == "__main__":
    lacking = missing()
    for one, where in lacking.items():
        sys.stdout.write(f"{sorted(where)}: {one!r}\n")
    for file in FILES:
        file.with_suffix(".mo").write_bytes(compiled(file))
    sys.exit(bool(lacking))
