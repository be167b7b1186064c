"""What `make setup` and `make demo` make beforehand, so that less is made at every start: machine code and tables.

Rules:
- It lies in the environment (`.venv`), never beside the sources, with the digest of the files that it was made from.
- It is used only when that digest is the one of the files as they are now, of this Python and of this machine's kind:
  after any change the sources run, until it is made anew. No other state is possible.
- Files that have the sizes and times of writing and of change that they had then are not read again for it.
- TESTIGO_PLAIN=1 runs the sources in any case: the tests do, so that tracebacks, coverage and patches see them.
- Both forms give the same bytes: tests/test_made.py.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Parts = tuple[tuple[str, str], ...]  # folders of testigo with the endings of the files in them

PLAIN = "TESTIGO_PLAIN"
GROUP = (
    "testigo_reading__mypyc"  # the library with the code of all modules; mypyc looks for it under this name
)
MARK = "made-from"
COMPILED = (
    "reading",
    "reading/second",
)  # packages whose modules are compiled, each under its last name in `home`
CODE: Parts = (("", ".py"), ("dates", ".py"), ("reference", ".py"), *((name, ".py") for name in COMPILED))
DATA: Parts = (
    *CODE,
    ("reference", ".csv"),
    *(("reading/en", ending) for ending in (".csv", ".json", ".txt")),
)
ROOT = Path(__file__).resolve().parent


def home() -> Path:
    """The folder in this environment where what was made for this Python lies."""
    return Path(sys.prefix, "lib", "testigo-made", sys.implementation.cache_tag)


def digest(root: Path, parts: Parts = CODE) -> str:
    """SHA-256 over the files below `root` (the folder of testigo), this Python, and its suffix for machine code."""
    import hashlib

    total = hashlib.sha256(_python().encode())
    for entry in _files(root, parts):
        content = Path(entry.path).read_bytes()
        total.update(f"\n{Path(entry.path).parent.name}/{entry.name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def stamps(root: Path, parts: Parts = CODE) -> str:
    """Name, size, time of writing and time of change of the same files: what differs where a file was touched."""
    lines = [_python()]
    for entry in _files(root, parts):
        stat = entry.stat()
        lines.append(f"{entry.name} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}")
    return "\n".join(lines)


def _python() -> str:
    return f"{sys.version} {EXTENSION_SUFFIXES[0]}".replace("\n", " ")


def _files(root: Path, parts: Parts) -> list[os.DirEntry[str]]:
    found: list[os.DirEntry[str]] = []
    for folder, ending in parts:
        with os.scandir(root / folder) as entries:
            found += sorted((e for e in entries if e.name.endswith(ending)), key=lambda entry: entry.name)
    return found


def mark(root: Path, parts: Parts = CODE) -> str:
    """What is written beside what was made: the digest, then the stamps. Stamps are taken first, so that no change hides."""
    now = stamps(root, parts)
    return f"{digest(root, parts)}\n{now}"


def is_of(marked: Path, root: Path, parts: Parts = CODE) -> bool | None:
    """Whether what lies beside a mark was made from the files as they are now; None where there is no mark."""
    try:
        was, _, then = marked.read_text("utf-8").partition("\n")
    except FileNotFoundError:
        return None
    return then == stamps(root, parts) or was == digest(root, parts)


def form(root: Path = ROOT, made: Path | None = None) -> str:
    """Which form of the reader runs: "compiled"; "plain"; "stale", plain because what was made is of other sources."""
    if plain():
        return "plain"
    return {None: "plain", True: "compiled", False: "stale"}[is_of((made or home()) / MARK, root)]


def plain() -> bool:
    """Whether TESTIGO_PLAIN asks for the sources."""
    return os.environ.get(PLAIN, "") not in ("", "0")


@cache
def _library() -> bool:
    """Load the library of machine code, where it is that of the sources."""
    spec = spec_from_file_location(GROUP, home() / f"{GROUP}{EXTENSION_SUFFIXES[0]}")
    if form() != "compiled" or spec is None or spec.loader is None:
        return False
    library = sys.modules[GROUP] = module_from_spec(spec)
    spec.loader.exec_module(library)
    return True


def use(search: list[str], folder: str) -> None:
    """Put the machine code before the sources in the search path of a package. folder: that of its modules in `home`."""
    if _library():
        search.insert(0, str(home() / folder))


MAKERS: dict[str, Callable[[], Any]] = {}  # what tools/kept.py makes and writes


def kept(name: str) -> Callable[[Callable[[], T]], Callable[[], T]]:
    """Marks what makes a table of plain values (texts, numbers, tuples, sets, dicts): it is made beforehand, by this name."""

    def marked(make: Callable[[], T]) -> Callable[[], T]:
        MAKERS[name] = make

        def taken() -> T:
            found: T = _loaded(tables()[name]) if name in tables() else make()
            return found

        return taken

    return marked


@cache
def tables() -> dict[str, bytes]:
    """The tables that were made from the files as they are now, by name; none where none were."""
    if plain() or not is_of(home() / f"tables.{MARK}", ROOT, DATA):
        return {}
    found: dict[str, bytes] = _loaded((home() / "tables").read_bytes())
    return found


def _loaded(raw: bytes) -> Any:
    return marshal.loads(raw)  # noqa: S302  # written by this environment itself, as byte code is
