"""Make the machine code of the reader's modules for this environment: `make setup` calls it. See docs/decisions/0029.

    python tools/faster.py
    python tools/faster.py --try FOLDER    (only asks whether mypyc takes every module)

Where a C compiler, Python's headers or mypy is missing, it says in one line what would make reading faster. The sources
are never touched: they are copied, their value classes written out (native.py), and compiled by mypyc.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from setuptools import Extension

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "testigo"
sys.path.insert(0, str(ROOT / "tools"))

from native import native

from testigo.made import CODE, COMPILED, GROUP, MARK, digest, form, home, mark

# Modules where little time goes: tables, and what is asked a few times for a report. They run as they are.
LEFT = (
    "__init__ forms language lexicon lists place_names rules time_by_calendar time_by_distance time_by_length"
    " time_match time_resolving time_rules time_values"
)


def lacking() -> str:
    """What is missing for compiling, or ""."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    header = Path(sysconfig.get_paths()["include"], "Python.h")
    if shutil.which(compiler) is None or not header.exists():
        return "a C compiler and Python's headers:  sudo apt-get install gcc libc6-dev python3-dev"
    if find_spec("mypyc") is None or find_spec("setuptools") is None:
        return "the packages for development:  make setup"
    return ""


def modules() -> list[str]:
    """The files to compile, below src."""
    paths = [path for name in COMPILED for path in sorted((SOURCE / name).glob("*.py"))]
    paths = [path for path in paths if path.stem not in LEFT.split()]
    return [str(path.relative_to(SOURCE.parent)) for path in (SOURCE / "span.py", *paths)]


def copied(to: Path) -> None:
    """The sources that the reader imports, its value classes written out."""
    for folder, _ in CODE:
        (to / "testigo" / folder).mkdir(parents=True, exist_ok=True)
        for path in sorted((SOURCE / folder).glob("*.py")):
            text = path.read_text("utf-8")
            text = native(text) if folder in COMPILED or path.stem == "span" else text
            (to / "testigo" / folder / path.name).write_text(text, "utf-8")
    for folder in COMPILED:
        (to / "testigo" / folder / "__init__.py").write_text('"""Plain."""\n', "utf-8")


def translated(at: Path) -> list[Extension]:
    """The modules as C in the folder `at`, which holds the copied sources."""
    from mypyc.build import mypycify

    os.chdir(at)
    flags = [
        "--explicit-package-bases",
        "--namespace-packages",
        "--ignore-missing-imports",
        "--python-version=3.11",
    ]
    name = GROUP.removesuffix("__mypyc")
    return mypycify([*flags, *modules()], debug_level="0", group_name=name, multi_file=True)


def build(at: Path) -> None:
    """Compile in the folder `at`, which holds the copied sources, with as many compilers as there are processors."""
    parts = translated(at)
    include = [
        sysconfig.get_paths()["include"],
        *sorted({path for part in parts for path in part.include_dirs}),
    ]
    sources = sorted({source for part in parts for source in part.sources})
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(
            pool.map(
                lambda source: _compiler("-c", source, "-o", f"{source}.o", *(f"-I{i}" for i in include)),
                sources,
            )
        )
        list(pool.map(_linked, parts))


def _linked(part: Extension) -> None:
    """Link one library: that of the code, or one of those that stand for a module."""
    objects = [f"{source}.o" for source in part.sources]
    package, _, name = part.name.rpartition(".")
    folder = Path("out", {"": "", "testigo": "core"}.get(package, package.rpartition(".")[2]))
    folder.mkdir(parents=True, exist_ok=True)
    # -Bsymbolic: functions of the library call each other at once, and not through a table that others could change.
    _compiler("-shared", "-Wl,-Bsymbolic", *objects, "-o", str(folder / (name + EXTENSION_SUFFIXES[0])))


def _compiler(*arguments: str) -> None:
    """Run the compiler that Python was made with. O2, then as a whole: the rules read a tenth faster than with O1."""
    command = str(sysconfig.get_config_var("CC") or "cc").split()
    subprocess.run(
        [*command, "-O2", "-flto=auto", "-DNDEBUG", "-fwrapv", "-fPIC", "-w", *arguments], check=True
    )


def placed(out: Path, made_from: str) -> None:
    """Put what was built where made.py looks for it; the mark comes last."""
    home().mkdir(parents=True, exist_ok=True)
    (home() / MARK).unlink(missing_ok=True)
    for path in out.iterdir():
        old = home() / path.name
        if old.is_dir():
            shutil.rmtree(old)
        old.unlink(missing_ok=True)  # never written over: a process may have it open
        shutil.move(path, old)
    (home() / MARK).write_text(made_from, "utf-8")


def main() -> int:
    if form() == "compiled":
        return 0
    missing = lacking()
    if missing:
        print(f"setup: the reader runs in plain Python. It would be about twice as fast with {missing}")
        return 0
    print("setup: compiling the reader, for some minutes (without it everything runs, but reading is slower)")
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        before = mark(SOURCE)
        copied(at)
        log = at / "log"
        with log.open("w") as out:
            done = subprocess.run(
                [sys.executable, __file__, "--in", folder], stdout=out, stderr=out, check=False
            )
        if done.returncode:
            print(log.read_text("utf-8")[-2000:])
            print("setup: the reader could not be compiled, for the reasons above; it runs in plain Python")
            return 0  # without it everything runs
        if digest(SOURCE) != before.partition("\n")[0]:
            print("setup: the sources changed while they were compiled: please run make setup once more")
            return 1
        placed(at / "out", before)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in"]:
        sys.dont_write_bytecode = True
        build(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--try"]:
        copied(Path(sys.argv[2]))
        translated(Path(sys.argv[2]))
    else:
        sys.exit(main())
