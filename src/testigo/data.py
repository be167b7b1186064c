"""Where the data files of a package lie.

As `importlib.resources`, which takes as long to load as reading a report: it knows packages in archives, and Testigo is
always installed as files.
"""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def files(package: str) -> Path:
    """The folder of a package of Testigo ("testigo.reading.en")."""
    return _ROOT.joinpath(*package.split(".")[1:])
