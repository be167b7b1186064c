"""Whether the modules of this folder run as machine code, made by tools/faster.py from these very sources.

Rules:
- What was made lies in the environment (`.venv`), never beside the sources, with the digest of what it was made from.
- It is used only when that digest is the one of the sources as they are now, of this Python and of this machine's kind:
  after any change the sources run, until `make setup` makes it anew. No other state is possible.
- TESTIGO_PLAIN=1 runs the sources in any case: the tests do, so that tracebacks, coverage and patches see them.
- Both forms give the same bytes: tests/reading/test_compiled.py.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

PLAIN = "TESTIGO_PLAIN"
GROUP = (
    "testigo_reading__mypyc"  # the library with the code of all modules; mypyc looks for it under this name
)
MARK = "made-from"
SOURCES = ("", "dates", "reference", "reading")  # the folders of testigo that the reader may import from


def home() -> Path:
    """The folder in this environment where the machine code for this Python lies."""
    return Path(sys.prefix, "lib", "testigo-reading", sys.implementation.cache_tag)


def digest(root: Path) -> str:
    """SHA-256 over the sources below `root` (the folder of testigo), this Python, and its suffix for machine code."""
    total = hashlib.sha256(f"{sys.version} {EXTENSION_SUFFIXES[0]}".encode())
    for path in _sources(root):
        content = path.read_bytes()
        total.update(f"\n{path.parent.name}/{path.name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    for folder in SOURCES:
        yield from sorted((root / folder).glob("*.py"))


def form(root: Path | None = None, made: Path | None = None) -> str:
    """Which form runs: "compiled"; "plain"; "stale", plain because what was made is of other sources."""
    root, made = root or Path(__file__).resolve().parents[1], made or home()
    if os.environ.get(PLAIN, "") not in ("", "0"):
        return "plain"
    try:
        mark = (made / MARK).read_text("ascii")
    except FileNotFoundError:
        return "plain"
    return "compiled" if mark == digest(root) else "stale"


def use(search: list[str]) -> None:
    """Put the machine code before the sources in the search path of the package, where it is theirs."""
    if form() != "compiled":
        return
    spec = spec_from_file_location(GROUP, home() / f"{GROUP}{EXTENSION_SUFFIXES[0]}")
    if spec is None or spec.loader is None:
        return
    library = sys.modules[GROUP] = module_from_spec(spec)
    spec.loader.exec_module(library)
    search.insert(0, str(home()))
