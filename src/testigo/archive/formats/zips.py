"""Zip archives and single gzip files: members as parts, bombs refused before anything is unpacked.

Rules:
- Refused whole, with the reason: too many members, too much unpacked, members that lie over each other, a member that
  unpacks to more than 200 times its size (above 10 MiB).
- A member's name is data. It is never used as a path, whatever it holds (.., control characters, 4,000 bytes).
- What unpacks is counted while it unpacks: a directory that lies about sizes ends at the limit.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from testigo.archive.events import Finding, Part, Task, Trouble
from testigo.archive.sniff import WACZ

_CHUNK = 1 << 20
_FEED = 1 << 16
_RATIO = 200
_RATIO_FROM = 10 << 20
DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_KEPT = "the archive itself is kept; unpack what you need by hand, in a safe place, and add that"


def refusal(source: BinaryIO, max_unpacked: int, max_members: int) -> Trouble | None:
    """Why an archive is not unpacked, or None. Errors: none; a damaged directory is a reason."""
    try:
        with zipfile.ZipFile(source) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return Trouble(
            "it is damaged: its list of members cannot be read", "ask for the file again; it is kept"
        )
    if len(infos) > max_members:
        return Trouble(f"it has {len(infos)} members, more than {max_members}", _KEPT)
    total = sum(info.file_size for info in infos)
    if total > max_unpacked:
        return Trouble(f"it would unpack to {total >> 20} MiB, more than {max_unpacked >> 20}", _KEPT)
    if any(i.file_size > _RATIO_FROM and i.file_size > _RATIO * max(i.compress_size, 1) for i in infos):
        return Trouble("a member unpacks to more than 200 times its size: this is how bombs are made", _KEPT)
    if _overlap(infos):
        return Trouble("its members lie over each other: this is how bombs are made", _KEPT)
    return None


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    end = 0
    for info in sorted(infos, key=lambda i: i.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + 30 + info.compress_size
    return False


def extract(source: BinaryIO, task: Task) -> Iterator[Finding]:
    """The members of a zip archive, in its order. Encrypted and damaged ones are troubles.

    A web archive (WACZ) lists digests of its members: each is computed here and compared.
    """
    refused = refusal(source, task.max_unpacked, task.max_members)
    if refused:
        yield refused
        return
    with zipfile.ZipFile(source) as archive:
        digests = _listed_digests(archive) if task.media_type == WACZ else {}
        for info in archive.infolist():
            if info.filename.endswith("/"):
                continue
            if info.flag_bits & 0x1:
                yield Trouble(
                    f"member {info.filename!r:.200} is password-protected", "unpack it and add the file"
                )
                continue
            yield from _member(archive, info, digests.get(info.filename))


def _listed_digests(archive: zipfile.ZipFile) -> dict[str, str]:
    """The SHA-256 of members by name, as the package's own list gives them; empty where it has none."""
    try:
        with archive.open("datapackage.json") as member:
            listed = json.loads(member.read(_CHUNK * 16))["resources"]
        return {
            str(r["path"]): str(r["hash"]).removeprefix("sha256:")
            for r in listed
            if "hash" in r and "path" in r
        }
    except (*DAMAGE, KeyError, TypeError, AttributeError, RecursionError):
        return {}


class _Reading:
    """A member while it is unpacked: what went wrong, and the digest of what came out."""

    def __init__(self) -> None:
        self.failed = ""
        self.digest = hashlib.sha256()

    def chunks(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with archive.open(info) as member:
                while piece := member.read(_CHUNK):
                    self.digest.update(piece)
                    yield piece
        except DAMAGE as error:
            self.failed = type(error).__name__


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, listed: str | None) -> Iterator[Finding]:
    reading = _Reading()
    chunks = reading.chunks(archive, info)
    first = next(chunks, None)
    if first is not None or not reading.failed:
        about = (("member", info.filename), *([("digest listed", listed)] if listed else []))
        yield Part(info.filename, chain((first or b"",), chunks), None, about)
    if reading.failed:
        yield Trouble(
            f"member {info.filename!r:.200} is damaged ({reading.failed}); what came out before the damage is kept",
            "ask for the archive again",
        )
    elif listed and reading.digest.hexdigest() != listed.lower():
        yield Trouble(
            f"member {info.filename!r:.200} is not the one that the package lists",
            "ask for the archive again",
        )


def extract_gzip(source: BinaryIO, task: Task) -> Iterator[Finding]:
    """The one member of a gzip file; a WARC in gzip is told by its first bytes and handed on as WARC records."""
    from testigo.archive.formats import warcs

    try:
        head = zlib.decompressobj(wbits=31).decompress(source.read(_CHUNK), 16)
    except zlib.error:
        yield Trouble("it is damaged: it does not unpack", "ask for the file again; it is kept")
        return
    source.seek(0)
    if head.startswith(b"WARC/"):
        yield from warcs.extract(source, task)
        return
    failed: list[str] = []
    name = task.name.removesuffix(".gz") or "unpacked"
    chunks = _gunzipped(source, task.max_unpacked, failed)
    first = next(chunks, None)
    if first is not None:
        yield Part(name, chain((first,), chunks), None, (("member", name),))
    for why in failed:
        yield Trouble(why, _KEPT)


def _gunzipped(source: BinaryIO, limit: int, failed: list[str]) -> Iterator[bytes]:
    packed = total = 0
    decoder = zlib.decompressobj(wbits=31)
    rest = b""
    try:
        while rest or (rest := source.read(_FEED)):
            packed += len(rest) if not decoder.unconsumed_tail else 0
            if decoder.eof:  # one more gzip member after the last
                decoder = zlib.decompressobj(wbits=31)
            piece = decoder.decompress(rest, _CHUNK)
            rest = decoder.unconsumed_tail or decoder.unused_data
            total += len(piece)
            if not piece:
                continue
            if total > limit or (total > _RATIO_FROM and total > _RATIO * packed):
                failed.append("it unpacks to more than is allowed: what came out before is kept")
                return
            yield piece
    except zlib.error:
        failed.append("it is damaged: what came out before the damage is kept")
        return
    if not decoder.eof:
        failed.append("it is cut off: what came out before is kept")
