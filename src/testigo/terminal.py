"""The terminal: what is said to the person, what is answered, and what is asked.

Rules:
- Answers go to standard output; progress, complaints and questions to standard error and the terminal itself.
- A passphrase is never an argument of a command, where other users of the machine could see it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from testigo import settings
from testigo.errors import BadInput, TestigoError


def say(message: str) -> None:
    """A line for the person, on standard error."""
    print(message, file=sys.stderr)


def put(text: str) -> None:
    """The answer, on standard output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def put_json(value: Any) -> None:
    """The answer as JSON: keys in the order of the values, characters as they are."""
    put(json.dumps(value, ensure_ascii=False, indent=1))


def put_rich(*renderables: Any) -> None:
    """Tables and styled text, as wide as the terminal (120 where there is none)."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 120
    console = Console(width=width, soft_wrap=False, highlight=False)
    for part in renderables:
        console.print(part)


class Steps:
    """A progress bar: `more` counts on by step, `at` sets how far a known total has come."""

    def __init__(self, bar: Any, task: Any) -> None:
        self._bar, self._task = bar, task

    def more(self, step: str, count: int) -> None:
        """Count on: `count` more items are through this step."""
        self._bar.update(self._task, description=step, advance=count)

    def step(self, step: str, done: int, total: int) -> None:
        """Set which step it is, and how far it has come. total: 0 where that is not known."""
        self._bar.update(self._task, description=step, completed=done, total=total or None)

    def at(self, done: int, total: int) -> None:
        """Set how many of how many are done."""
        self._bar.update(self._task, completed=done, total=total)


@contextmanager
def progress(quiet: bool, words: str) -> Iterator[Steps]:
    """A progress bar on standard error, where that is a terminal and nobody asked for quiet."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal, transient=True) as bar:
        yield Steps(bar, bar.add_task(words, total=None))


class Telling:
    """Plain lines about long work, where there is no terminal to draw a bar in: none while it is short, then few.

    say: takes a line; clock: seconds.
    """

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._say, self._clock = say, clock
        self._began = self._told = clock()
        self._step = ""

    def __call__(self, step: str, done: int = 0, of: int = 0) -> None:
        """A step, how many of its things are done, and of how many (0: not known)."""
        now = self._clock()
        new, self._step = step != self._step, step
        if now - self._began < SHORT or (not new and now - self._told < BETWEEN):
            return
        self._told = now
        self._say(f"{step}{_through(done, of)}, {_lasting(now - self._began)}")


SHORT, BETWEEN = 10.0, 30.0
"""Seconds of which nothing is said, and between two lines about one step."""


def _through(done: int, of: int) -> str:
    if of:
        return f": {done:,} of {of:,}"
    return f": {done:,}" if done else ""


def _lasting(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s so far" if minutes else f"{rest} s so far"


@contextmanager
def steps(quiet: bool, words: str) -> Iterator[Callable[[str, int, int], None]]:
    """What is told of long work: as a bar on a terminal, elsewhere in lines on standard error; nothing where quiet is asked for."""
    with progress(quiet, words) as bar:
        telling = Telling(say)

        def told(step: str, done: int, of: int) -> None:
            bar.step(step, done, of)
            if not quiet and not sys.stderr.isatty():
                telling(step, done, of)

        yield told


def passphrase(*, new: bool) -> str:
    """The passphrase from TESTIGO_PASSPHRASE_FILE, or asked for at the terminal (twice for a new casebook)."""
    path = settings.get("passphrase_file")
    if path:
        try:
            lines = Path(path).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(
                f"the passphrase file {path} cannot be read", "check TESTIGO_PASSPHRASE_FILE"
            ) from error
        if not lines or not lines[0]:
            raise BadInput(f"the passphrase file {path} is empty", "write the passphrase into its first line")
        return lines[0]
    if not sys.stdin.isatty():
        raise BadInput("a passphrase is needed and there is no terminal to ask at",
                       "set TESTIGO_PASSPHRASE_FILE, or use --plain for public material")  # fmt: skip
    import getpass

    first = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("The same again: ") != first:
        raise BadInput("the two passphrases differ", "try again; a lost passphrase cannot be recovered")
    return first


def text_of(path: Path) -> str:
    """The text of a small file named by the person."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read as text", "name the file that holds the checkpoint") from error


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}", "name a new file") from error


@contextmanager
def errors_told() -> Iterator[None]:
    """Turns an error into its message, its hint and its exit code."""
    try:
        yield
    except TestigoError as error:
        say(f"testigo: {error.label}: {error}")
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        say("testigo: stopped")
        raise SystemExit(130) from None
    except BrokenPipeError:
        # Whoever read our output has gone (`testigo show | head`); nothing is left to say to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except (
        Exception
    ) as error:  # the last line of the program: a fault of ours, told without a word of any report
        say(f"testigo: a fault of the program: {type(error).__name__} in {fault_place(error)}")
        say(
            "  nothing acknowledged is lost; please report it (SECURITY.md says how). TESTIGO_TRACE=1 shows the trace,"
        )
        say("  which may hold words of your reports.")
        if settings.get("trace") == "1":
            raise
        raise SystemExit(1) from None


def fault_place(error: BaseException) -> str:
    """The innermost file and line of ours that an error came through."""
    place, trace = "?", error.__traceback__
    while trace is not None:
        name = Path(trace.tb_frame.f_code.co_filename)
        if "testigo" in name.parts:
            place = f"{name.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
