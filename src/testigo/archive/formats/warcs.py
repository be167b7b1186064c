"""Web archives: the documents of WARC records as parts, every digest checked by us (warcio does not by default).

Rules:
- Response and resource records become parts; a part's bytes are the document without the transfer's own wrapping
  (chunks, gzip), since that is what a reader saw. The record itself stays in the preserved archive.
- WARC-Block-Digest is computed over the record's block and compared; a part says "true", "absent" or "unknown kind".
  A record whose digest does not fit is a trouble and is not made a part.
- A record that is cut off or malformed is a trouble; reading goes on where warcio can.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from testigo.archive.events import Finding, Part, Task, Trouble

_CHUNK = 1 << 20
_MAX_RECORD = 512 << 20
_KINDS = ("response", "resource")
_SHOWN = 200


def extract(source: BinaryIO, task: Task) -> Iterator[Finding]:
    """The documents of a WARC file, gzipped or not."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    count, unpacked = 0, 0
    try:
        for record in ArchiveIterator(source, no_record_parse=True):
            if record.rec_type not in _KINDS:
                continue
            count += 1
            if count > task.max_members:
                yield Trouble(f"it has more than {task.max_members} records", "the archive is kept; split it")
                return
            yield from _record(record)
            unpacked += int(record.length or 0)
            if unpacked > task.max_unpacked:
                yield Trouble(f"it unpacks to more than {task.max_unpacked >> 20} MiB", "the archive is kept")
                return
    except (ArchiveLoadFailed, zlib.error, ValueError, EOFError, OSError, KeyError, AttributeError) as error:
        yield Trouble(
            f"it is damaged after record {count} ({type(error).__name__})", "ask for the archive again"
        )
    if not count:
        yield Trouble("it holds no documents", "the archive is kept")


def _record(record: Any) -> Iterator[Finding]:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "")[:2000]
    length = str(record.rec_headers.get_header("Content-Length") or "")
    if not length.isdigit():
        yield Trouble(
            f"the record of {url[:_SHOWN]!r} is damaged: it gives no length", "ask for the archive again"
        )
        return
    declared = int(length)
    if declared > _MAX_RECORD:
        yield Trouble(
            f"the record of {url[:_SHOWN]!r} is larger than {_MAX_RECORD >> 20} MiB", "it is not made a part"
        )
        return
    block = record.content_stream().read(declared)
    if len(block) < declared:
        yield Trouble(f"the record of {url[:_SHOWN]!r} is cut off", "ask for the archive again")
        return
    checked = _checked(block, str(record.rec_headers.get_header("WARC-Block-Digest") or ""))
    if checked == "false":
        yield Trouble(
            f"the record of {url[:_SHOWN]!r} is damaged: its digest does not fit", "ask for the archive again"
        )
        return
    about = [
        ("url", url),
        ("captured", str(record.rec_headers.get_header("WARC-Date") or "")),
        ("digest", checked),
    ]
    kind = str(record.rec_headers.get_header("Content-Type") or "")
    if not kind.startswith("application/http"):
        yield Part(url, _pieces(block), kind.partition(";")[0] or None, tuple(about))
        return
    yield from _document(block, url, about)


def _document(block: bytes, url: str, about: list[tuple[str, str]]) -> Iterator[Finding]:
    head, mark, body = block.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = lines[0].split(" ")[1] if len(lines[0].split(" ")) > 1 else ""
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
    }
    if not mark or not status.isdigit():
        yield Trouble(f"the record of {url[:_SHOWN]!r} holds no answer of a server", "the archive is kept")
        return
    if not body or status.startswith("3"):
        return
    try:
        plain = _unwrapped(body, headers)
    except (zlib.error, ValueError, OSError) as error:
        yield Trouble(
            f"the answer of {url[:_SHOWN]!r} does not unpack ({type(error).__name__})", "the archive is kept"
        )
        return
    about += [("status", status), ("headers", head.decode("latin-1")[:8000])]
    yield Part(url, _pieces(plain), headers.get("content-type", "") or None, tuple(about))


def _pieces(block: bytes) -> Iterator[bytes]:
    view = memoryview(block)
    return (bytes(view[start : start + _CHUNK]) for start in range(0, max(len(block), 1), _CHUNK))


def _checked(block: bytes, digest: str) -> str:
    """Whether a digest as WARC writes it (algorithm:base32 or hex) fits: "true", "false", "absent", "unknown kind"."""
    algorithm, _, value = digest.partition(":")
    name = algorithm.lower().replace("-", "")
    if not value:
        return "absent"
    if name not in ("sha1", "sha256", "sha512", "md5"):
        return "unknown kind"
    found = hashlib.new(name, block, usedforsecurity=False)
    forms = (found.hexdigest(), base64.b32encode(found.digest()).decode().rstrip("=").lower())
    return "true" if value.lower().rstrip("=") in forms else "false"


def _unwrapped(body: bytes, headers: dict[str, str]) -> bytes:
    """The document without chunks and compression. Errors: ValueError, zlib.error where they do not fit."""
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _dechunked(body)
    for coding in reversed(headers.get("content-encoding", "").lower().replace(" ", "").split(",")):
        if coding in ("gzip", "x-gzip", "deflate"):
            body = _inflated(body, coding)
        elif coding not in ("", "identity"):
            raise ValueError(coding)
    return body


def _inflated(body: bytes, coding: str) -> bytes:
    wbits = 31 if "gzip" in coding else (15 if body[:1] == b"\x78" else -15)
    decoder = zlib.decompressobj(wbits=wbits)
    plain = decoder.decompress(body, _MAX_RECORD)
    if decoder.unconsumed_tail:
        raise ValueError("unpacks to too much")
    return plain + decoder.flush()


def _dechunked(body: bytes) -> bytes:
    """The body of a chunked answer; one that is not chunked after all is given back as it is."""
    source, out = io.BytesIO(body), bytearray()
    while True:
        size = source.readline(64).partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            if not out:
                return body
            raise
        if length == 0:
            return bytes(out)
        if not 0 < length <= len(body):
            raise ValueError(f"a chunk of {length} bytes")
        out += source.read(length)
        source.readline(4)
