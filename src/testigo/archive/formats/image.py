"""What is kept without a text: pictures, sound, films, and formats that are not opened."""

from __future__ import annotations

from collections.abc import Iterator

from testigo.archive.events import Finding, Task, Trouble

_CLOSED = {
    "application/x-ole-storage": "it is an old Office file or a password-protected one, which is not opened",
    "application/rtf": "it is an RTF file, which is not opened",
    "application/x-tar": "it is a tar archive, which is not opened",
    "application/x-7z-compressed": "it is a 7z archive, which is not opened",
    "application/vnd.rar": "it is a RAR archive, which is not opened",
    "application/x-xz": "it is an xz archive, which is not opened",
    "application/x-bzip2": "it is a bzip2 archive, which is not opened",
    "application/zstd": "it is a zstd archive, which is not opened",
    "application/x-empty": "it is empty",
}


def extract(data: bytes, task: Task) -> Iterator[Finding]:
    """Nothing for a picture, sound or film; a trouble that says why for a format that is not opened."""
    del data
    if task.media_type.startswith(("image/", "audio/", "video/")):
        return
    why = _CLOSED.get(task.media_type, "its format is not known")
    hint = (
        ""
        if why == "it is empty"
        else "the original is kept; to read it, save it as PDF, DOCX, HTML or text and add that"
    )
    yield Trouble(why, hint)
