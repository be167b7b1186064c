"""The bytes say what they are; the name is only compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.archive import makes

from testigo.archive import sniff


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", sniff.EMPTY), (b"Guards arrest three\n\nThree people.", sniff.PLAIN), ("감시 강화".encode("cp949") * 9, sniff.PLAIN),
        ("감시 강화".encode("utf-16"), sniff.PLAIN), (makes.page(), sniff.HTML), ("<html><body>x".encode("utf-16"), sniff.HTML),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>", sniff.HTML), (b"<!-- saved -->\n<html>", sniff.HTML), (makes.pdf("x"), sniff.PDF),
        (b"junk before" + makes.pdf("x"), sniff.PDF), (makes.archive({"a": b""}), sniff.ZIP), (makes.mail(), sniff.MAIL),
        (b"From a@b Mon Mar\n" + makes.mail(), sniff.MBOX), (makes.record("u", b"x"), sniff.WARC), (makes.gzipped(b"x"), sniff.GZIP),
        (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff\xe1", "image/jpeg"), (b"<svg xmlns='x'><script/></svg>", "image/svg+xml"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "application/x-ole-storage"), (bytes(range(256)), sniff.UNKNOWN),
        (b"{\\rtf1 x}", "application/rtf"), (b"BM is how this text begins, as texts may.", sniff.PLAIN),
        (b"From the beginning it was clear: nobody would speak.", sniff.PLAIN), (b"To: all\nDate: today\nA note, not a mail.", sniff.PLAIN),
        (b"Subject: security\nLocation: Pellick\nTwo men were seen.", sniff.PLAIN), (b"a < b and b > c, he wrote.", sniff.PLAIN),
    ],
)  # fmt: skip
def test_the_bytes_tell_the_kind(data: bytes, kind: str) -> None:
    assert sniff.media_type(data[: sniff.LOOK], data[-sniff.LOOK :]) == kind


@pytest.mark.parametrize(
    ("name", "found", "declared", "odd"),
    [
        ("a.pdf", sniff.HTML, None, True), ("a.txt", sniff.PDF, None, True), ("a.png", sniff.PLAIN, None, True), ("a.docx", sniff.ZIP, None, True),
        ("a.pdf", sniff.PDF, None, False), ("a", sniff.PDF, None, False), ("a.unheard", sniff.PDF, None, False), ("a.warc.gz", sniff.GZIP, None, False),
        ("x", sniff.PDF, "text/html; charset=utf-8", True), ("x", sniff.HTML, "application/xhtml+xml", False), ("a.eml", sniff.PLAIN, None, False),
        ("x", sniff.PDF, "application/octet-stream", False), ("a.PDF", sniff.EMPTY, None, True),
    ],
)  # fmt: skip
def test_a_name_that_promises_something_else_is_noted(
    name: str, found: str, declared: str | None, odd: bool
) -> None:
    assert (sniff.mismatch(name, found, declared) is not None) is odd


@given(st.binary(max_size=300), st.binary(max_size=50))
def test_any_bytes_have_a_kind(head: bytes, tail: bytes) -> None:
    assert "/" in sniff.media_type(head, tail)
