"""What was asked and answered, kept line by line so that a reading can be made again without a model.

Rules:
- The first line names the model and the versions; each further line is one exchange with a digest of it.
- A transcript holds the report's text, unsealed. It is made new, for its owner alone, and never written over.
- Each line is written through before the next question is asked: a stop loses nothing that was answered.
- Replayed, a question gets the answer that it got: same report, same transcript, same bytes. A question that is not in it
  is an error, never an empty answer.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from testigo import __version__
from testigo.errors import BadInput, Broken
from testigo.reading.model.prompt import Prompt
from testigo.vocabulary import VERSION

FORM = 1
_LARGEST = 512 * 1024 * 1024


class Recorder:
    """Asks through another `ask`, and keeps each exchange in a new file. Use it in a `with`."""

    def __init__(self, path: Path, model: str, ask: Callable[[Prompt], str]) -> None:
        self._model, self._ask = model, ask
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise BadInput(f"{path} cannot be written: {error.strerror}", "name a new file") from error
        self._write({"transcript": FORM, "model": model, "testigo": __version__, "vocabulary": VERSION})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def ask(self, prompt: Prompt) -> str:
        """The answer to a prompt, kept before it is given on."""
        answer = self._ask(prompt)
        self._write(
            {
                "task": prompt.task,
                "text": prompt.text,
                "answer": answer,
                "digest": _digest(self._model, prompt, answer),
            }
        )
        return answer

    def _write(self, line: dict[str, Any]) -> None:
        left = memoryview(json.dumps(line).encode("ascii") + b"\n")
        while left:
            left = left[os.write(self._file, left) :]
        os.fsync(self._file)


@dataclass(frozen=True, slots=True)
class Replay:
    """The answers of a transcript, waiting for their questions."""

    model: str
    answers: dict[Prompt, deque[str]] = field(repr=False)

    def ask(self, prompt: Prompt) -> str:
        """The answer that the prompt got. Errors: BadInput where it was never asked, or fewer times."""
        waiting = self.answers.get(prompt)
        if not waiting:
            raise BadInput(
                "the transcript holds no answer about a part of this file",
                "give the same file and --published as then, and the version of testigo that its first line names",
            )
        return waiting.popleft()


def replay(path: Path) -> Replay:
    """A transcript read back. Errors: BadInput (cannot be read, or no transcript), Broken (a line was changed)."""
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(f"{path} is too large for a transcript", "name a file that --transcript made")
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{path} cannot be read as a transcript", "name a file that --transcript made"
        ) from error
    head = _line(lines[0], path) if lines else {}
    model = head.get("model")
    if head.get("transcript") != FORM or not isinstance(model, str) or not model.isprintable():
        raise BadInput(
            f"{path} is no transcript that this version reads", "name a file that --transcript made"
        )
    answers: dict[Prompt, deque[str]] = {}
    for number, text in enumerate(lines[1:], 2):
        prompt, answer = _exchange(_line(text, path), model, f"line {number} of {path}")
        answers.setdefault(prompt, deque()).append(answer)
    return Replay(model, answers)


def _line(text: str, path: Path) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise BadInput(f"{path} is no transcript", "name a file that --transcript made")
    return value


def _exchange(value: dict[str, Any], model: str, where: str) -> tuple[Prompt, str]:
    task, text, answer = value.get("task"), value.get("text"), value.get("answer")
    if not isinstance(task, str) or not isinstance(text, str) or not isinstance(answer, str):
        raise Broken(f"{where} holds no exchange", "take an unchanged copy")
    prompt = Prompt(task, text)
    if value.get("digest") != _digest(model, prompt, answer):
        raise Broken(f"{where} was changed after it was written", "take an unchanged copy")
    return prompt, answer


def _digest(model: str, prompt: Prompt, answer: str) -> str:
    """SHA-256 of what was asked of whom and answered: finds damage, not forgery."""
    return sha256(json.dumps([model, prompt.task, prompt.text, answer]).encode("ascii")).hexdigest()
