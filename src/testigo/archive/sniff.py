"""What kind of bytes these are, told by the bytes and not by the name.

Rules:
- Only the first 64 KB and the last 64 KB are looked at, with plain searches: no parser of a format runs here.
- A name or declared type that says something else is noted, never followed.
"""

from __future__ import annotations

import re

from testigo.archive.decode import looks_like_text

LOOK = 65_536
PLAIN, HTML, PDF = "text/plain", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP, GZIP = "application/zip", "application/gzip"
WARC, WACZ = "application/warc", "application/wacz"
MAIL, MBOX = "message/rfc822", "application/mbox"
UNKNOWN, EMPTY = "application/octet-stream", "application/x-empty"

CONTAINERS = frozenset((ZIP, GZIP, WARC, WACZ, MAIL, MBOX))
WITH_TEXT = frozenset((PLAIN, HTML, PDF, DOCX, MAIL))
ONE_SHOT = frozenset((PDF,))

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (8, b"WEBP", "image/webp"),
    (0, b"BM", "image/bmp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftyp", "video/mp4"),
    (8, b"WAVE", "audio/wav"),
    (8, b"AVI ", "video/x-msvideo"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (257, b"ustar", "application/x-tar"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-executable"),
    (0, b"TSTGOBJ", "application/x-testigo-object"),
    (0, b"age-encryption.org/", "application/x-age"),
)
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:meta|title|article|div|p|h1|table)[\s>]",
    re.IGNORECASE,
)
_HEADER = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|received|return-path|delivered-to|mime-version|reply-to|content-type"
    rb"|content-transfer-encoding|sender|dkim-signature|x-[\w-]+|arc-[\w-]+|authentication-results):",
    re.IGNORECASE,
)
_SURE_MAIL = re.compile(
    rb"^(?:message-id|received|return-path|delivered-to|mime-version|from):", re.IGNORECASE | re.MULTILINE
)
_NEAR = (  # promised, found: no contradiction
    (PLAIN, MAIL), (PLAIN, MBOX), (MAIL, PLAIN), (MAIL, MBOX), (ZIP, WACZ), (ZIP, DOCX), (GZIP, WARC), (WARC, GZIP),
)  # fmt: skip
_EXTENSIONS = {
    "txt": PLAIN, "text": PLAIN, "md": PLAIN, "html": HTML, "htm": HTML, "xhtml": HTML, "pdf": PDF, "docx": DOCX,
    "zip": ZIP, "gz": GZIP, "warc": WARC, "wacz": WACZ, "eml": MAIL, "mbox": MBOX, "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "tif": "image/tiff",
    "tiff": "image/tiff", "rtf": "application/rtf", "doc": "application/x-ole-storage", "heic": "image/heic",
}  # fmt: skip


def media_type(head: bytes, tail: bytes = b"") -> str:
    """The media type of bytes. head: their first 64 KB (all, if fewer); tail: their last 64 KB."""
    if not head:
        return EMPTY
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(head + tail)
    if head.startswith(b"WARC/"):
        return WARC
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    for offset, magic, kind in _MAGIC:
        if head.startswith(magic, offset) and (magic != b"BM" or head[6:10] == bytes(4)):
            return kind
    return _text_kind(head) if looks_like_text(head) else UNKNOWN


def _zip_kind(known: bytes) -> str:
    if b"word/document.xml" in known and b"[Content_Types].xml" in known:
        return DOCX
    if b"datapackage.json" in known and b"archive/" in known and b".warc" in known:
        return WACZ
    return ZIP


def _text_kind(head: bytes) -> str:
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    start = plain[:2048].lower()
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start):
        return "image/svg+xml"
    if plain.startswith(b"From ") and _HEADER.match(plain.partition(b"\n")[2]):
        return MBOX
    lines = plain[:8192].splitlines()
    headers = 0
    for line in lines:
        if not (_HEADER.match(line) or (headers and line[:1] in b" \t" and line.strip())):
            break
        headers += 1
    if headers >= 3 and _SURE_MAIL.search(plain[:8192]):
        return MAIL
    if start.startswith(b"<") and _HTML.search(plain[:LOOK]):
        return HTML
    tags = re.findall(
        rb"</?(?:html|head|body|p|div|span|br|h[1-6]|article|a)\b[^<>]*>", plain[:8192], re.IGNORECASE
    )
    return (
        HTML if len(tags) >= 6 or re.match(rb".{0,200}<!doctype\s+html|.{0,200}<html[\s>]", start) else PLAIN
    )


def expected(name: str, declared: str | None = None) -> str | None:
    """The media type that a name's ending or a declared type promises, or None where neither says one we know."""
    said = (declared or "").partition(";")[0].strip().lower()
    if said in _EXTENSIONS.values() or said == "application/xhtml+xml":
        return HTML if said == "application/xhtml+xml" else said
    lowered = name.lower()
    if lowered.endswith(".warc.gz"):
        return GZIP
    return _EXTENSIONS.get(lowered.rpartition(".")[2]) if "." in lowered else None


def mismatch(name: str, found: str, declared: str | None = None) -> str | None:
    """A note where the name or the declared type promises another kind than the bytes are, or None."""
    promised = expected(name, declared)
    if promised is None or promised == found or (promised, found) in _NEAR:
        return None
    return f"it calls itself {promised} but its bytes are {found}"
