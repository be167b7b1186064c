"""Make beforehand the tables and patterns that reading makes at its start: `make setup` and `make demo` call it.

    python tools/kept.py

It takes about two seconds where a file of the reader or its data has changed, and nothing where none has.
"""

from __future__ import annotations

import marshal
import os
import sys

from testigo.made import DATA, MARK, PLAIN, ROOT, home, is_of, mark

REPORTS = ROOT.parents[1] / "examples" / "reports"


def main() -> int:
    marked = home() / f"tables.{MARK}"
    if is_of(marked, ROOT, DATA):
        return 0
    os.environ[PLAIN] = "1"  # nothing that was kept before, and no machine code
    made_from = mark(ROOT, DATA)
    from testigo import patterns
    from testigo.jobs import readings_of
    from testigo.made import MAKERS

    for report in sorted(REPORTS.glob("*.txt")):  # so that all modules are loaded and all patterns compiled
        readings_of(report, None, None)
    tables = {name: marshal.dumps(make()) for name, make in MAKERS.items()}
    home().mkdir(parents=True, exist_ok=True)
    marked.unlink(missing_ok=True)
    (home() / "tables").write_bytes(marshal.dumps(tables))
    patterns.keep()
    marked.write_text(made_from, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
