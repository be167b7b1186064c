"""Where the team's shared data lies, for tests that measure on it; they skip where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def shared(*parts: str) -> Path:
    """A path inside the shared folder beside the checkout (or TESTIGO_SHARED); skips the test where it is absent."""
    root = Path(os.environ.get("TESTIGO_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    path = root.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs the shared data: {'/'.join(parts)}")
    return path
