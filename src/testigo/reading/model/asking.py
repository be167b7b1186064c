"""Who is asked: the server of the settings or a transcript; said to the person before anything is sent.

Rules:
- Nothing here runs unless a person chose this reader by name.
- The host that gets the report's text is named first, always; outside this machine in plain words.
- A replay reads no setting and opens no connection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from testigo import settings
from testigo.errors import BadInput
from testigo.reading.model.prompt import Prompt
from testigo.reading.model.transcript import Recorder, replay
from testigo.reading.model.transport import Server, server


@dataclass(frozen=True, slots=True)
class Asked:
    """A model that can be asked. model: its name."""

    model: str
    ask: Callable[[Prompt], str]


@contextmanager
def asked(transcript: Path | None, again: Path | None, say: Callable[[str], None]) -> Iterator[Asked]:
    """The model to ask. transcript: where to keep the exchanges; again: the transcript to replay; say: to the person."""
    if again is not None:
        if transcript is not None:
            raise BadInput("a replay has its transcript already", "give --transcript or --replay, not both")
        kept = replay(again)
        yield Asked(kept.model, kept.ask)
        return
    target = _server()
    for line in _warnings(target):
        say(line)
    if transcript is None:
        yield Asked(target.model, target.ask)
        return
    with Recorder(transcript, target.model, target.ask) as recorder:
        say(f"{transcript} keeps what is asked and answered, with the report's text, unsealed")
        yield Asked(target.model, recorder.ask)


def _server() -> Server:
    return server(
        settings.get("llm_url"), settings.get("llm_model").strip(), _key(), settings.number("llm_seconds")
    )


def _warnings(target: Server) -> Iterator[str]:
    if target.here:
        yield f"asking {target.model} on this machine ({target.host})"
        if "cloud" in target.model.lower():
            yield "  by its name this model runs elsewhere: the server here may send the report's text on"
    else:
        yield f"sending the report's text to {target.host}, to be read by {target.model}"
        yield "  whoever runs that host can keep it; a model on this machine would not need it sent"


def _key() -> str | None:
    """The first line of the key file, or None where none is set."""
    path = settings.get("llm_key_file")
    if not path:
        return None
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"the key file {path} cannot be read", "check TESTIGO_LLM_KEY_FILE") from error
    key = lines[0].strip() if lines else ""
    if not key or not key.isascii() or not key.isprintable():
        raise BadInput(f"the first line of {path} is no key", "write the key into it, and nothing else")
    return key
