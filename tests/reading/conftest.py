"""The tests of the rules read with the rules alone: what they say must hold whatever the second opinion is."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No second opinion, but for the tests that are about it."""
    if "second" not in request.path.parts:
        monkeypatch.setenv("TESTIGO_SECOND_OPINION", "no")
