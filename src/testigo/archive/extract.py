"""Texts of originals: what is asked of an extractor, and the way without a casebook.

Rules:
- Importing this module loads no heavy library: `testigo read --json FILE` on a plain text goes through here.
- Plain text is read in the process itself; every other format goes to a worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from testigo import settings
from testigo.archive import sniff
from testigo.archive.events import Part, Task, Trouble
from testigo.archive.formats import plain
from testigo.archive.names import shown
from testigo.archive.sources import Failed, Source, files
from testigo.errors import BadInput
from testigo.report import Report

if TYPE_CHECKING:
    from testigo.archive.worker import Pool


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person gives for the reports of a call. published: EDTF; publisher: a name."""

    published: str | None = None
    publisher: str | None = None


def charset_in(declared: str | None) -> str | None:
    """The charset of a declared media type, or None."""
    for part in (declared or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")[:40] or None
    return None


def task_for(media_type: str, name: str, by_hand: ByHand, source: Source | None = None) -> Task:
    """What is asked of an extractor for an original of this kind, with the limits of the settings."""
    return Task(
        media_type,
        name,
        charset_in(source.declared) if source else None,
        by_hand.published,
        by_hand.publisher,
        source.url if source else None,
        settings.number("max_text_mb") << 20,
        settings.number("max_unpacked_mb") << 20,
        settings.number("max_members"),
    )


def extract_file(
    path: str | Path, *, published: str | None = None, publisher: str | None = None
) -> tuple[Report, ...]:
    """The reports in one file, without a casebook: what `testigo read --json FILE` reads.

    What failed beside them stands in the notes of the first. Errors: BadInput where there is no text that can be read.
    """
    by_hand = ByHand(published, publisher)
    fed = next(files(str(path)), None)
    if not isinstance(fed, Source):
        why = fed.trouble.message if isinstance(fed, Failed) else "it is an empty folder"
        raise BadInput(f"{shown(str(path))}: {why}", "give one file that can be read")
    if Path(path).is_dir():
        raise BadInput(f"{shown(str(path))} is a folder", "give one file, or add the folder to a casebook")
    found = tuple(_found(fed, by_hand))
    reports = [f for f in found if isinstance(f, Report)]
    troubles = tuple(f"trouble: {f.message}" for f in found if isinstance(f, Trouble))
    if not reports:
        first = next(
            (f for f in found if isinstance(f, Trouble)), Trouble("it holds no text that can be read")
        )
        raise BadInput(f"{fed.name}: {first.message}", first.hint)
    return (replace(reports[0], notes=(*reports[0].notes, *troubles)), *reports[1:])


def _found(source: Source, by_hand: ByHand) -> Iterator[Report | Trouble]:
    content = b"".join(source.pieces())
    kind = sniff.media_type(content[: sniff.LOOK], content[-sniff.LOOK :])
    odd = sniff.mismatch(source.name, kind)
    if odd:
        yield Trouble(odd)
    if kind == sniff.PLAIN:
        yield from (
            f for f in plain.extract(content, task_for(kind, source.name, by_hand)) if not isinstance(f, Part)
        )
        return
    from testigo.archive.worker import Pool

    with Pool() as pool:
        yield from _texts_in(pool, content, source.name, by_hand, 0)


def _texts_in(
    pool: Pool, content: bytes, name: str, by_hand: ByHand, depth: int
) -> Iterator[Report | Trouble]:
    from testigo.archive.worker import in_memory

    kind = sniff.media_type(content[: sniff.LOOK], content[-sniff.LOOK :])
    if kind in sniff.CONTAINERS and depth > settings.number("max_depth"):
        yield Trouble(f"{shown(name)} lies too deep and was not opened")
        return
    with in_memory(content) as handle:
        for finding in pool.run(handle, task_for(kind, name, by_hand)):
            if isinstance(finding, Part):
                yield from _texts_in(pool, b"".join(finding.chunks), finding.name, by_hand, depth + 1)
            else:
                yield finding
