"""Run every benchmark one after the other and keep what they print, with the commit and the machine.

    python bench/run.py [--full] [NAME ...]

Without --full the sizes are small (a few minutes in all). NAME: only those whose file name begins so. Output goes to
the terminal and to bench/out/COMMIT.txt. Figures of one run hold for that machine at that time; ratios are what counts.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TESTIGO_SHARED", HERE.parents[1] / "shared"))
# name: (arguments when small, arguments when full); None in place of arguments: not run then.
RUNS: dict[str, tuple[list[str] | None, list[str] | None]] = {
    "archive_import.py": (["--files", "2000"], []),
    "archive_verify.py": (["--megabytes", "256", "--small", "500"], []),
    "archive_kill.py": (["--kills", "10"], []),
    "casebook_lists.py": (["1000"], []),
    "casebook_flip.py": (["20011"], []),
    "casebook_forge.py": (["200"], []),
    "casebook_kill.py": (["10"], []),
    "desk_pages.py": (["--reports", "500", "--rounds", "10"], []),
    "reading_speed.py": ([], []),
    "reading_times.py": ([str(SHARED)], [str(SHARED)]),
    "reading_petrarch.py": ([str(SHARED / "data")], [str(SHARED / "data")]),
    "reading_attribution.py": ([str(SHARED / "data")], [str(SHARED / "data")]),
    "reading_hedges.py": ([str(SHARED / "data")], [str(SHARED / "data")]),
    "linking_names.py": ([str(SHARED), "--people", "150"], [str(SHARED)]),
    "linking_febrl.py": (None, []),  # fetches a wheel
    "estimating_nowcast.py": ([str(SHARED / "data/analysis")], [str(SHARED / "data/analysis")]),
    "orders_confront.py": (["--most", "10000", "--door"], ["--door"]),
    "weighing.py": (["--reports", "300"], ["--reports", "3000"]),
    "orders_agreement.py": ([], []),
    "estimating_change.py": (["--runs", "50"], []),
    "linking_casebook.py": (["--reports", "2000", "--sizes", "500,1000,2000"], []),
    "linking_scale.py": (["--claims", "3000,10000"], ["--claims", "30000,100000,300000,2000000"]),
}


def commit() -> str:
    """The commit that is measured, with a + where the work tree differs from it."""
    run = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=HERE, capture_output=True, text=True, check=False
    )
    return run.stdout.strip() or "no-commit"


def main() -> int:
    """Run them; the exit status counts those that failed."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--full", action="store_true")
    cli.add_argument("names", nargs="*")
    args = cli.parse_args()
    out = HERE / "out"
    out.mkdir(exist_ok=True)
    failed = 0
    with (out / f"{commit()}.txt").open("a", encoding="utf-8") as kept:
        head = f"# {commit()} · Python {platform.python_version()} · {platform.machine()} · {os.cpu_count()} cores"
        print(head)
        kept.write(head + "\n")
        for name, arguments in RUNS.items():
            chosen = arguments[args.full]
            fits = not args.names or any(name.startswith(wanted) for wanted in args.names)
            if chosen is None or not fits or not (HERE / name).exists():
                continue
            if str(SHARED) in " ".join(chosen) and not SHARED.exists():
                print(f"\n== {name}: needs the shared data, passed over")
                continue
            start = time.perf_counter()
            run = subprocess.run(
                [sys.executable, HERE / name, *chosen], capture_output=True, text=True, check=False,
                env={**os.environ, "PYTHONPATH": str(HERE.parent)},
            )  # fmt: skip
            text = f"\n== {name} {' '.join(chosen)} ({time.perf_counter() - start:.0f} s)\n{run.stdout}"
            if run.returncode:
                failed += 1
                text += f"failed with {run.returncode}: {run.stderr[-500:]}\n"
            print(text, flush=True)
            kept.write(text)
    return failed


if __name__ == "__main__":
    sys.exit(main())
