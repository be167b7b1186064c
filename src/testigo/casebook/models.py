"""All models of the casebook, where Django looks for them. They live by kind: preserved, said, judged, derived."""

from __future__ import annotations

from testigo.casebook.derived import (
    Code,
    Dated,
    Derived,
    DerivedPart,
    DerivedRun,
    Draw,
    Drawn,
    Shelf,
    Standing,
    Tally,
    Task,
    Told,
)
from testigo.casebook.judged import Judgement
from testigo.casebook.preserved import Capture, Checkpoint, Entry, Original, Person, Trouble
from testigo.casebook.said import Claim, Clause, Directive, Filler, Reading, Report, Source

FIXED = (
    Person, Original, Capture, Trouble, Entry, Checkpoint, Report, Reading, Claim, Filler, Source, Directive, Clause,
    Judgement,
)  # fmt: skip
DERIVED = (Shelf, Standing, Draw, Dated, Told, Tally, Drawn, Code, Task, DerivedRun, Derived, DerivedPart)

__all__ = [
    "DERIVED", "FIXED", "Capture", "Checkpoint", "Claim", "Clause", "Code", "Dated", "Derived", "DerivedPart", "DerivedRun", "Directive", "Draw", "Drawn",
    "Entry", "Filler", "Judgement", "Original", "Person", "Reading", "Report", "Shelf", "Source", "Standing", "Tally", "Task", "Told", "Trouble",
]  # fmt: skip
