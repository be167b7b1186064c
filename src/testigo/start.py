"""The first step of the program: `read --json FILE` is done at once; whatever else is asked goes to cli.py.

Rules:
- Programs run `testigo read --json FILE` a thousand times in a row: what reads the command line for all commands takes
  as long to load as reading a report. So this one form of it is known here, and gives what cli.py gives.
- Every doubt goes to cli.py: another option, an option without its value, two files, a name that begins with a hyphen.
"""

from __future__ import annotations

import gc
import sys

VALUED = ("--published", "--publisher")
FEW = 100_000  # new things between two looks for rings of garbage: a process that reads one report makes few


def plainly_asked(words: list[str]) -> dict[str, str] | None:
    """FILE and the options with values of `read --json FILE`, by name; None where anything else is asked."""
    found: dict[str, str] = {}
    rest = iter(words[1:])
    as_json = False
    for word in rest:
        name, equals, given = word.partition("=")
        if word == "--json":
            as_json = True
        elif word in ("--quiet", "-q"):
            continue
        elif name in VALUED:
            found[name] = given if equals else next(rest, "-")
        elif "file" in found or word.startswith("-"):
            return None
        else:
            found["file"] = word
    plain = words[:1] == ["read"] and as_json and "file" in found
    return found if plain and not any(value.startswith("-") for value in found.values()) else None


def main() -> None:
    """Run a command; an error becomes its message, its hint and its exit code."""
    asked = plainly_asked(sys.argv[1:])
    if asked is None:
        from testigo.cli import main as run

        run()
        return
    gc.set_threshold(FEW)
    from testigo import patterns

    patterns.put()
    from testigo.terminal import errors_told

    with errors_told():
        from pathlib import Path

        from testigo.jobs import put_readings, readings_of

        put_readings(readings_of(Path(asked["file"]), asked.get("--published"), asked.get("--publisher")))
