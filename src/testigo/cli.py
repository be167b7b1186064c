"""The commands, in the order of the flow: parse, call the door, print."""

from __future__ import annotations


def main() -> None:
    """Run a command."""
    raise SystemExit("testigo: not built yet")
