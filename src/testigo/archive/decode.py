"""Bytes become text: which encoding, and nothing lost without a note.

Rules, in order:
- A byte order mark decides. Then the encoding declared with the bytes, if they fit it. Then UTF-8, if they fit it.
- Zero bytes in the pattern of UTF-16 or UTF-32 decide without a mark.
- UTF-8 with a few damaged places stays UTF-8: they become U+FFFD and are counted.
- Two-byte Korean is told by its Hangul; Windows-1252 by its quotes and dashes among plain letters; the rest is left
  to charset-normalizer, which only this module uses.
- Line ends become one line feed and U+0000 becomes U+FFFD: the original keeps the bytes, the notes say so.
- Every other encoding than plain UTF-8 is named in a note, and so is every replaced character.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {  # the declared name of the narrow encoding is what programs write when they mean the wider one
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_NO_CHARSET = (
    "idna",
    "punycode",
    "raw_unicode_escape",
    "unicode_escape",
    "undefined",
    "mbcs",
    "oem",
    "utf_7",
)
_SAFE = re.compile(r"[A-Za-z0-9_.:-]{1,40}")
_LOOK = 65_536
_CONTROLS = bytes(b for b in (*range(32), 127) if b not in (9, 10, 11, 12, 13, 27))
_CP1252_MARKS = frozenset(
    b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa9\xab\xae\xb0\xb7\xbb"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of bytes. encoding: the codec's name; replaced: how many characters became U+FFFD; notes: for the report."""

    text: str
    encoding: str
    replaced: int = 0
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes. declared: an encoding named by a header or page, tried after a byte order mark."""
    mark, encoding = next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", ""))
    if mark:
        return _finish(data[len(mark) :], encoding, declared)
    named = _codec(declared)
    if (
        named
        and not named.startswith(("utf-16", "utf-32"))
        and b"\0" not in data[:_LOOK]
        and _fits(data, named)
    ):
        return _finish(data, named, declared)
    return _finish(data, _told(data) or _guessed(data), declared)


def looks_like_text(data: bytes) -> bool:
    """Whether the first bytes are text in some encoding: no mark, no zero bytes of UTF-16, few control characters."""
    head = data[:4096]
    if not head:
        return False
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" not in head and controls <= len(head) // 100


def _codec(declared: str | None) -> str:
    """The codec for a declared name, or "" where Python knows none for text."""
    if not declared or not _SAFE.fullmatch(declared.strip("\"' ")):
        return ""
    name = declared.strip("\"' ").lower()
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, ValueError):
        return _WIDER.get(name, "")
    if found.name.replace("-", "_") in _NO_CHARSET:
        return ""
    return _WIDER.get(name) or _WIDER.get(found.name, found.name)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _told(data: bytes) -> str:
    """The encoding where the bytes themselves leave no doubt, or ""."""
    wide = _wide(data[:_LOOK])
    if wide:
        return wide
    if _fits(data, "utf-8"):
        return "iso2022_kr" if b"\x1b$)C" in data[:_LOOK] and _fits(data, "iso2022_kr") else _iso2022jp(data)
    return "utf-8" if _damaged_utf8(data) else ""


def _iso2022jp(data: bytes) -> str:
    escape = b"\x1b$B" in data[:_LOOK] or b"\x1b$@" in data[:_LOOK]
    return "iso2022_jp" if escape and _fits(data, "iso2022_jp") else "utf-8"


def _wide(head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by zero bytes and by what it decodes to, or ""."""
    if b"\0" not in head or len(head) < 4:
        return ""
    names = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    scored = [(_sense(head[: len(head) // 4 * 4], name), name) for name in names]
    best, name = max(scored)
    return name if best > 0.9 else ""


def _sense(head: bytes, encoding: str) -> float:
    """The share of characters that are letters, digits, spaces or common marks when read in this encoding."""
    try:
        text = head.decode(encoding, "ignore" if encoding.startswith("utf-16") else "strict")
    except UnicodeError:
        return 0.0
    if not text or len(text) < len(head) // 4:
        return 0.0
    good = sum(c in "\n\r\t" or c == " " or _plain(c) for c in text[:2000])
    return good / len(text[:2000])


def _plain(char: str) -> bool:
    common = "\x21" <= char <= "\x7e" or "가" <= char <= "힣" or "\u00a0" <= char <= "\u04ff"
    return common or "\u2010" <= char <= "\u2027" or "\u3000" <= char <= "\u30ff" or "一" <= char <= "鿿"


def _damaged_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 with a few damaged places: at least five sound sequences for each, or one cut at the end."""
    head = data[: _LOOK * 4]
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > len(head) - 4:
            return True
    text = head.decode("utf-8", "replace")
    bad = text.count("\ufffd") - head.count(b"\xef\xbf\xbd")
    sound = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    return sound >= 5 * max(bad, 1)


def _guessed(data: bytes) -> str:
    head = data[:_LOOK]
    high = [byte for byte in head if byte >= 0x80]
    if _is_korean(head):
        return "cp949"
    plain = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in head)
    marks = sum(byte in _CP1252_MARKS for byte in high)
    if plain and len(high) < 0.15 * plain and marks >= 0.5 * len(high) and _fits(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return (
        best.encoding if best is not None and not best.encoding.startswith(("utf_16", "utf_32")) else "cp1252"
    )


def _is_korean(head: bytes) -> bool:
    for cut in (0, 1):  # the look may end inside a two-byte character
        try:
            text = head[: len(head) - cut].decode("cp949")
        except UnicodeError:
            continue
        wide = [char for char in text if char > "\x7f"]
        hangul = sum("가" <= char <= "힣" for char in wide)
        common = len(re.findall(rb"[\xb0-\xc8][\xa1-\xfe]", head))
        return len(wide) >= 2 and hangul >= 0.7 * len(wide) and common >= 0.9 * hangul
    return False


def _finish(data: bytes, encoding: str, declared: str | None) -> Decoded:
    before = data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
    try:
        text, replaced = data.decode(encoding), 0
    except UnicodeError:
        text = data.decode(encoding, "replace")
        replaced = text.count("\ufffd") - before
    notes: list[str] = []
    if encoding not in ("utf-8", "ascii"):
        notes.append(f"encoding: {encoding}")
    if declared and _codec(declared) not in ("", encoding) and not text.isascii():
        notes.append(f"declared encoding {_codec(declared)} does not fit the bytes")
    zeros = text.count("\0")
    if zeros:
        text = text.replace("\0", "\ufffd")
        replaced += zeros
    if replaced:
        notes.append(f"{replaced} characters could not be decoded and stand as U+FFFD")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notes.append("line ends made one line feed")
    return Decoded(text, encoding, replaced, tuple(notes))
