"""Makes hostile and ordinary files for tests: PDF by hand, zip bombs, mails, web archives. Nothing here is a test."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zipfile
import zlib


def pdf(*pages: str, extra: str = "", trailer: str = "", kids: str | None = None) -> bytes:
    """A PDF with one text per page. kids: the page tree's list instead of the pages; extra: more objects."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    count = len(pages)
    listed = kids if kids is not None else " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects.append(f"<< /Type /Pages /Kids [{listed}] /Count {count} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, text in enumerate(pages):
        lines = "".join(
            f"({line}) Tj 0 -14 Td " for line in text.replace("(", "").replace(")", "").split("\n")
        )
        stream = f"BT /F1 11 Tf 60 760 Td {lines}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    if extra:
        objects.append(extra)
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    return pdf("secret", extra=encrypt, trailer=f"/Encrypt 6 0 R /ID [<{'43' * 16}> <{'43' * 16}>]")


def looping_pdf() -> bytes:
    """A PDF whose page tree holds itself."""
    return pdf("never reached", kids="2 0 R 4 0 R 2 0 R")


def archive(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as box:
        for name, content in members.items():
            box.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def locked_archive() -> bytes:
    """A zip archive whose member says that it is encrypted."""
    data = bytearray(archive({"secret.txt": b"secret"}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def overlapping_archive(copies: int = 500) -> bytes:
    """A bomb: many entries of the list point at one member."""
    one = archive({"a": bytes(1_000_000)})
    central, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry = one[central:end]
    listed = entry * copies
    tail = bytearray(one[end:])
    tail[8:12] = copies.to_bytes(2, "little") * 2
    tail[12:16] = len(listed).to_bytes(4, "little")
    return one[:central] + listed + bytes(tail)


def lying_archive() -> bytes:
    """A bomb: the list says 10 bytes, the member unpacks to 300 MB."""
    data = bytearray(archive({"a.txt": bytes(300_000_000)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + at
        data[start : start + 4] = (10).to_bytes(4, "little")
    return bytes(data)


def nested_archive(depth: int, content: bytes = b"At the bottom lies a text. It is short.") -> bytes:
    """A zip in a zip in a zip."""
    data = archive({"bottom.txt": content})
    for level in range(depth - 1):
        data = archive({f"level{level}.zip": data})
    return data


def record(url: str, block: bytes, *, kind: str = "response", digest: str | None = None) -> bytes:
    """A WARC record with a block digest."""
    form = "application/http; msgtype=response" if kind == "response" else "text/html"
    digest = (
        digest or "sha1:" + base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-01T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:0>\r\nWARC-Block-Digest: {digest}\r\nContent-Type: {form}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """What a server sent."""
    head = "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers])
    return head.encode() + b"\r\n\r\n" + body


def chunked(body: bytes, size: int = 7) -> bytes:
    """A body in HTTP chunks."""
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in parts) + b"0\r\n\r\n"


def gzipped(data: bytes) -> bytes:
    """Gzip without a time."""
    return gzip.compress(data, mtime=0)


def deflated(data: bytes) -> bytes:
    """Zlib."""
    return zlib.compress(data)


PAGE = """<!doctype html><html lang="en"><head><title>Guards arrest three | Farbank Daily</title>
<meta property="og:site_name" content="Farbank Daily">{head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Guards arrest three</h1>{byline}
<p>Three people were arrested in the town of Pellick on Tuesday after officers found foreign phones, a source in the province said.</p>
<figure><img src="x.jpg"><figcaption>A guard post in Pellick. / Image: Farbank Daily</figcaption></figure>
<p>The source said that two of them were still being held at the county station and had not been charged with anything.</p>
{extra}</article>
<aside><h3>Related stories</h3><ul><li><a href="/1">Prices rise again in the markets of the north</a></li></ul></aside>
<footer>© 2024 Farbank Daily. Printed on 5 June 2019.</footer></body></html>"""


def page(head: str = "", byline: str = "", extra: str = "") -> bytes:
    """An HTML page of an invented outlet."""
    return PAGE.format(head=head, byline=byline, extra=extra).encode()


MAIL = (
    "From: Radio Ferrin <bulletin@ferrin.example>\r\nTo: Dora <dora@example.org>\r\nSubject: Guards arrest three\r\n"
    "Date: Mon, 25 Mar 2024 11:05:00 +0100\r\nMessage-ID: <1@ferrin.example>\r\nMIME-Version: 1.0\r\n"
)


def mail(body: str = "Three people were arrested in Pellick, a source said.", **attached: bytes) -> bytes:
    """An e-mail with attachments by file name ("a_txt" is a.txt)."""
    if not attached:
        return (MAIL + f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n").encode()
    parts = [f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}"]
    for name, content in attached.items():
        packed = base64.encodebytes(content).decode()
        parts.append(
            "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
            f'Content-Disposition: attachment; filename="{name.replace("_", ".")}"\r\n\r\n{packed}'
        )
    joined = "\r\n--=x\r\n".join(parts)
    return (
        MAIL + f'Content-Type: multipart/mixed; boundary="=x"\r\n\r\n--=x\r\n{joined}\r\n--=x--\r\n'
    ).encode()
