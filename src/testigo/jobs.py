"""What several commands do: make and unlock a casebook, preserve, read, check. Parse and print stand in cli.py."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from testigo import __version__, settings
from testigo.claim import Reading
from testigo.errors import BadInput, Broken
from testigo.report import Report
from testigo.terminal import Steps, passphrase, progress, put_json, say, steps

if TYPE_CHECKING:
    from testigo.archive.preserve import Outcome
    from testigo.archive.verify import Verified
    from testigo.casebook.casebook import Casebook
    from testigo.casebook.values import DerivedPage, ReportLine, StoredReport
    from testigo.linked import Event, Link, Person
    from testigo.linking.link import Linked


def make(path: Path, *, plain: bool) -> Casebook:
    """A new casebook at a path that does not hold one."""
    from testigo.casebook.casebook import create

    return create(path, None if plain else passphrase(new=True), plain=plain)


def secret_of(path: Path) -> str | None:
    """The passphrase of the casebook at a path, asked for unless it is an open one."""
    from testigo.casebook.casebook import is_plain

    return None if is_plain(path) else passphrase(new=False)


def unlock(path: Path) -> Casebook:
    """The casebook at a path, asking for the passphrase unless it is an open one."""
    from testigo.casebook.casebook import open_casebook
    from testigo.casebook.progress import told_to

    secret = secret_of(path)
    with contextlib.ExitStack() as stack, told_to(_brought_up_to_date(stack)):
        return open_casebook(path, secret)


def _brought_up_to_date(stack: contextlib.ExitStack) -> Callable[[int, int], None]:
    """Shows how far an older casebook is brought up to date; nothing of a new one."""
    steps: list[Steps] = []

    def at(done: int, of: int) -> None:
        if not steps:
            steps.append(stack.enter_context(progress(False, "bringing the casebook up to date")))
        steps[0].at(done, of)

    return at


def preserve_into(
    book: Casebook, files: list[str], published: str | None, publisher: str | None, *, quiet: bool
) -> Outcome:
    """Preserve and extract, with a progress bar."""
    from testigo.archive.preserve import Options, preserve

    check_date(published)
    # An address on the command line is the asking by name that fetching needs.
    options = Options(published=published, publisher=publisher, fetch=True)
    with progress(quiet, "preserving") as step:
        return preserve(book, files, options, progress=step.more)


def read_into(book: Casebook, *, quiet: bool) -> int:
    """Read every report that this reader has not read yet; gives how many."""
    from testigo.casebook.values import NewReading
    from testigo.reading.read import reader_name

    waiting = book.to_read(reader_name(), __version__)
    with progress(quiet, "reading") as step:
        for start in range(0, len(waiting), 100):
            some = waiting[start : start + 100]
            book.record_readings([NewReading(id, read_or_refuse(book.report(id).report)) for id in some])  # noqa: A001
            step.at(start + len(some), len(waiting))
    return len(waiting)


def link_into(book: Casebook, *, seed: int, engine: str, quiet: bool) -> Linked:
    """Link all claims of the casebook; tells how far it is."""
    from testigo.linking.link import link

    with steps(quiet, "linking") as told:
        return link(book, seed=seed, engine=engine, say=told)


def linked_lists(book: Casebook, most: int) -> tuple[DerivedPage[Event], DerivedPage[Person]]:
    """The newest events, and the persons who are mentioned most."""
    from testigo.linked import Event, Person

    return book.derived("linking", "event", Event, limit=most), book.derived(
        "linking", "person", Person, limit=most
    )


def links_untold(book: Casebook, most: int) -> DerivedPage[Link]:
    """The open links of persons whose names cannot tell whether they are one."""
    from testigo.linked import Link

    return book.derived(
        "linking", "link", Link, about=[("state", "person open"), ("names", "cannot tell")], limit=most
    )


def linked_one(book: Casebook, key: str) -> Event | Person:
    """An event or person by its key. Errors: BadInput."""
    from testigo.linked import Event, Person

    found = book.derived_one("linking", "event", Event, key) or book.derived_one(
        "linking", "person", Person, key
    )
    if found is None:
        raise BadInput(
            f"no event or person {key!r} is known", "`testigo link` links the claims and lists them"
        )
    return found


def reports_in(file: Path, published: str | None, publisher: str | None) -> tuple[Report, ...]:
    """The reports in one file, which is not kept. Errors: BadInput."""
    from testigo.archive.extract import extract_file

    check_date(published)
    reports = extract_file(file, published=published, publisher=publisher)
    if not reports:
        raise BadInput(f"{file} holds no text", "images are kept by `testigo add`, and not read")
    return reports


def readings_of(
    file: Path, published: str | None, publisher: str | None, *, second: bool | None = None
) -> list[tuple[Report, Reading]]:
    """The reports in one file with their readings by the rules, with a second opinion or alone. Errors: BadInput."""
    return [
        (report, read_or_refuse(report, second=second)) for report in reports_in(file, published, publisher)
    ]


def put_readings(answers: list[tuple[Report, Reading]]) -> None:
    """Print reports with their readings as JSON: one as it is, several as a list."""
    from testigo.wire import reading_to_json

    values = [reading_to_json(report, reading) for report, reading in answers]
    put_json(values[0] if len(values) == 1 else values)


def read_or_refuse(report: Report, *, second: bool | None = None) -> Reading:
    """The reading of a report; of a text that is too long to be read, an empty one that says so."""
    from testigo.reading.read import read_report, reader_name
    from testigo.vocabulary import VERSION

    most = settings.number("max_read_mb") * 1_000_000
    if len(report.text) <= most:
        return read_report(report, second=second)
    note = f"the text has {len(report.text):,} characters; longer than {most:,} is not read for claims (TESTIGO_MAX_READ_MB)"
    return Reading(reader_name(), __version__, VERSION, None, notes=(note,))


def check_batch(name: str) -> None:
    """Refuse what is no name of a batch, before anything is added under it. Errors: BadInput."""
    from testigo.casebook.subjects import LONGEST_BATCH, key_of

    if name:
        try:
            key_of("batch", name)
        except BadInput as error:
            hint = f"give one line of at most {LONGEST_BATCH} signs"
            raise BadInput(f"{name[:LONGEST_BATCH]!r} is no name of a batch", hint) from error


def check_date(published: str | None) -> None:
    """Refuse a date that is no EDTF date. Errors: BadInput."""
    if published is not None:
        from testigo import dates

        dates.parse(published)


def verified(path: Path, secret: str | None, held: list[str], *, quiet: bool) -> Verified:
    """What checking everything found; a casebook too damaged to be opened is looked through as far as it goes."""
    from testigo.archive.verify import Verified
    from testigo.archive.verify import verify as verify_all
    from testigo.casebook.casebook import inspect, open_casebook

    try:
        with open_casebook(path, secret) as book, progress(quiet, "verifying") as step:
            return verify_all(book, held=held, progress=step)
    except Broken as error:
        seen = inspect(path, secret, held)
        if not seen.damages:
            raise
        return Verified(seen.counts, seen.damages, (error.message, *([error.hint] if error.hint else [])))


def places_asked(name: str) -> str:
    """The id of the one place of that id or name. Errors: BadInput (none, several)."""
    from testigo.reference import tables

    found = (name,) if name in tables.places() else tuple(place.id for place in tables.places_called(name))
    if len(found) != 1:
        raise BadInput(f"there are {len(found)} places called {name!r} in the reference table",
                       f"name one by its id: {', '.join(found)}" if found else "docs/reference.md tells which there are")  # fmt: skip
    return found[0]


def group_asked(name: str) -> str:
    """The id of the group of that id or name. Errors: BadInput."""
    from testigo.reference import tables

    wanted = name.casefold()
    for group in tables.groups().values():
        if wanted in {word.casefold() for word in (group.id, group.name, *group.aliases, *group.hangul)}:
            return group.id
    raise BadInput(
        f"there is no group called {name!r} in the reference table", "docs/reference.md tells which there are"
    )


def act_asked(name: str) -> str:
    """The id of an act of events. Errors: BadInput."""
    from testigo.vocabulary import ACTS

    if name not in ACTS:
        raise BadInput(f"there is no act called {name!r}", "docs/vocabulary.md lists them")
    return name


def day_asked(text: str | None, *, last: bool = False) -> dt.date | None:
    """The first or last day of an EDTF date. Errors: BadInput."""
    from testigo import dates

    if text is None:
        return None
    value = dates.parse(text)
    day = dates.last_day(value) if last else dates.first_day(value)
    if day is None or "X" in text[:4]:
        raise BadInput(
            f"the date {text!r} has no {'last' if last else 'first'} day", "give a day, a month or a year"
        )
    return day


def accept_loss(path: Path, secret: str | None) -> None:
    """Open a casebook that lost its last commits, with the loss recorded, and close it again."""
    from testigo.casebook.casebook import go_on

    with go_on(path, secret):
        say(
            "went on from what is left; the loss is recorded as a trouble, and a checkpoint given away before still shows it"
        )


def all_lines(book: Casebook) -> Iterator[ReportLine]:
    """Every report of the casebook as a line, newest publication first."""
    offset = 0
    while items := book.reports(offset=offset, limit=500).items:
        yield from items
        offset += len(items)


def shown_reports(book: Casebook, ids: tuple[int, ...]) -> Iterator[StoredReport]:
    """The reports of these ids, each once, in order."""
    for id in dict.fromkeys(ids):  # noqa: A001
        yield book.report(id)
