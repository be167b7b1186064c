"""What an extractor finds in one original, and what it may know beforehand.

Rules:
- An extractor takes bytes and a `Task` and yields findings in order. It never opens a file or an address.
- A part's bytes follow its `Part`; whoever takes the findings reads them before asking for the next finding.
- What cannot be opened is a `Trouble`, with plain words; it never stops the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from testigo.report import Report

About = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of an extractor. name: of the original; charset: declared with it; published, publisher: by hand.

    Limits: max_text in bytes of UTF-8, max_unpacked in bytes, max_members.
    """

    media_type: str
    name: str = ""
    charset: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    max_text: int = 64 << 20
    max_unpacked: int = 4096 << 20
    max_members: int = 100_000


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside an original (member, attachment, record). name and about are data from outside, never a path.

    media_type: as declared there; about: facts kept with the capture (url, date, digest checked, ...).
    """

    name: str
    chunks: Iterator[bytes]
    media_type: str | None = None
    about: About = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be opened or done. step: where; message: what happened; hint: what to do."""

    message: str
    hint: str = ""
    step: str = "extract"


Finding = Report | Part | Trouble
