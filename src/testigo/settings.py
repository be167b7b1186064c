"""Every setting: its name, unit, default, and the environment variable that sets it.

Rules:
- A setting is read once, where it is used, by `get`. No module keeps one.
- docs/settings.md is generated from this list and checked.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from testigo.errors import BadInput


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. unit: what a number counts, or "words" for text. about: one sentence for the docs page."""

    name: str
    default: str
    unit: str
    about: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "TESTIGO_" + self.name.upper()


SETTINGS: tuple[Setting, ...] = (
    Setting("port", "8645", "port number", "Where the desk listens, on 127.0.0.1 only."),
    Setting(
        "trace", "", "1 or nothing", "Show the trace of a fault of the program; it may hold words of reports."
    ),
    Setting(
        "passphrase_file",
        "",
        "path",
        "A file whose first line is the passphrase, for scripts; otherwise it is asked for.",
    ),
    Setting(
        "second_share",
        "10",
        "percent of claims",
        "How many claims go to a second person, who does not see the first judgement.",
    ),
    Setting(
        "second_seed",
        "testigo",
        "words",
        "The published seed by which claims are chosen for a second reading.",
    ),
    Setting(
        "worker_seconds",
        "20",
        "seconds",
        "How long a parser may take for one original, by the parent's clock.",
    ),
    Setting("worker_memory_mb", "1024", "MiB", "How much address space a parser may use."),
    Setting("worker_open_files", "32", "files", "How many files a parser may have open."),
    Setting(
        "max_text_mb",
        "64",
        "MiB of UTF-8",
        "The longest text that is taken from one original; a longer one is kept without its text.",
    ),
    Setting(
        "max_unpacked_mb", "4096", "MiB", "How much a zip or web archive may unpack to, all members together."
    ),
    Setting("max_members", "100000", "members", "How many members a zip, mailbox or web archive may have."),
    Setting("max_depth", "3", "levels", "How deep containers may lie in each other."),
    Setting(
        "batch_files",
        "500",
        "files",
        "How many originals are written before one sync makes them durable together.",
    ),
    Setting(
        "max_read_mb",
        "8",
        "million characters",
        "The longest text that is read for claims; a longer one is kept, shown and searched unread.",
    ),
    Setting(
        "second_opinion",
        "yes",
        "yes or no",
        "Whether the reader's small trained network gives a second opinion on acts, slots and status.",
    ),
    Setting("fetch_seconds", "30", "seconds", "How long fetching an address may take."),
    Setting("fetch_mb", "64", "MiB", "The largest answer that is fetched."),
    Setting(
        "llm_url",
        "http://127.0.0.1:11434/v1",
        "address",
        "Where `read --reader llm` asks a language model; any address but this machine's gets the report's text.",
    ),
    Setting(
        "llm_model", "", "words", "The model that `read --reader llm` asks for, by the server's name for it."
    ),
    Setting(
        "llm_key_file",
        "",
        "path",
        "A file whose first line is the key for the model's server, where one is needed.",
    ),
    Setting(
        "estimate_seed",
        "1",
        "whole number",
        "The seed of the draws of `estimate`; it is printed with the answer.",
    ),
    Setting("llm_seconds", "300", "seconds", "How long one answer of the model may take."),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def get(name: str, environ: Mapping[str, str] = os.environ) -> str:
    """The value of a setting as text."""
    setting = _BY_NAME[name]
    return environ.get(setting.variable, setting.default)


def number(name: str, environ: Mapping[str, str] = os.environ) -> int:
    """The value of a setting as a whole number of its unit, at least 0."""
    text = get(name, environ)
    if not text.isascii() or not text.isdigit():
        setting = _BY_NAME[name]
        raise BadInput(
            f"{setting.variable} is {text!r}, not a whole number of {setting.unit}",
            f"unset it to use {setting.default}",
        )
    return int(text)


def yes(name: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a setting of "yes" or "no" says yes."""
    text = get(name, environ)
    if text not in ("yes", "no"):
        setting = _BY_NAME[name]
        raise BadInput(
            f"{setting.variable} is {text!r}, neither yes nor no", f"unset it to use {setting.default}"
        )
    return text == "yes"
