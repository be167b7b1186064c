"""What a sentence tells of the circumstances of what happened: by night or by day, with or without a paper, as done already.

Rules:
- Each sentence is read once, whatever number of claims stands in it; a paper of the next sentence is not taken for one that
  this sentence says was lacking.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.orders import cues


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Of one sentence. night: True, False or None (not told); paper: "with", "without" or None; words: its content words."""

    night: bool | None
    paper: str | None
    already: bool
    words: frozenset[str]


def circumstances(text: str) -> Circumstances:
    """What a sentence tells."""
    low = text.lower()
    already = cues.ALREADY.search(text, low) is not None
    return Circumstances(_night(text, low), _paper(text, low), already, cues.stems(low))


def night_of(told: tuple[Circumstances, ...]) -> bool | None:
    """Whether sentences tell that it was by night; by day only where none tells of night."""
    said = {one.night for one in told}
    return True if True in said else False if False in said else None


def paper_of(told: tuple[Circumstances, ...]) -> str | None:
    """Whether sentences tell of a paper; what tells its lack goes first."""
    said = {one.paper for one in told}
    return "without" if "without" in said else "with" if "with" in said else None


def _night(text: str, low: str) -> bool | None:
    if cues.NIGHT.search(text, low):
        return True
    return False if cues.DAY.search(text, low) else None


def _paper(text: str, low: str) -> str | None:
    if cues.WITHOUT_PAPER.search(text, low):
        return "without"
    return "with" if cues.WITH_PAPER.search(text, low) else None
