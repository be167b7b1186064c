"""Regular expressions as Python has compiled them, kept from `make setup`, so that a start need not compile them again.

Rules:
- A pattern is found by its whole text and flags, among those of the very same build of Python: it can only be the same.
- They are put where `re.compile` looks first. Where that is not as it is known here, nothing is put, and all is compiled.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from testigo.made import home, plain

MOST = 400  # `re` keeps 512
Kept = tuple[str, int, int, tuple[int, ...], int, tuple[tuple[str, int], ...], tuple[str | None, ...]]


def kept() -> Path:
    """The file in this environment."""
    return home() / "patterns"


def compiled() -> Iterator[Kept]:
    """What `re` has compiled in this process: text, flags asked for, flags, code, groups, names of groups by number."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # Python's own, of 3.11 and later

    for kind, text, flags in list(re._cache):  # type: ignore[attr-defined]  # noqa: SLF001
        if kind is str:
            parsed = _parser.parse(text, flags)
            named = parsed.state.groupdict
            names: list[str | None] = [None] * parsed.state.groups
            for name, number in named.items():
                names[number] = name
            code = tuple(map(int, _compiler._code(parsed, flags)))  # noqa: SLF001
            yield (
                text,
                flags,
                int(flags | parsed.state.flags),
                code,
                parsed.state.groups - 1,
                tuple(named.items()),
                tuple(names),
            )


def keep() -> None:
    """Write what was compiled in this process."""
    kept().write_bytes(marshal.dumps((sys.version, tuple(compiled())[:MOST])))


def put() -> None:
    """Hand the patterns that were kept to `re`."""
    cache: dict[Any, Any] | None = getattr(re, "_cache", None)
    if cache is None or plain() or not kept().exists():
        return
    version, patterns = marshal.loads(kept().read_bytes())  # noqa: S302  # written by this environment, as byte code is
    if version != sys.version:
        return
    import _sre  # type: ignore[import-not-found]

    for text, asked, flags, code, groups, named, names in patterns:
        cache[str, text, asked] = _sre.compile(text, flags, list(code), groups, dict(named), names)
