"""Mutated files: an extractor answers with findings, and never with an error or a report that does not hold together."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections import Counter

import docx
import pytest
from tests.archive import makes

from testigo.archive import sniff
from testigo.archive.events import Part, Task, Trouble
from testigo.archive.worker import checked
from testigo.archive.worker_main import findings_in
from testigo.report import Report


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Guards arrest three", 0)
    document.add_paragraph("Three people were arrested in Pellick on Tuesday, a source said.")
    document.add_table(1, 2).cell(0, 0).text = "a cell"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


RECORD = makes.record(
    "https://farbank.example/three",
    makes.answer(makes.chunked(makes.gzipped(makes.page())), "Transfer-Encoding: chunked"),
)
SEEDS: dict[str, tuple[str, bytes]] = {
    "text": (sniff.PLAIN, "Guards arrest three\n\nBy Alice Hale - 2023.03.14\n\n세 명이 체포되었다. Three people.\n\nRead in Korean\n".encode()),
    "html": (sniff.HTML, makes.page('<script type="application/ld+json">{"@type":"Article","datePublished":"2024-03-21"}</script>', "<p>By A</p>")),
    "mail": (sniff.MAIL, makes.mail("Words — of the mail.", a_txt=b"attached", b_eml=makes.mail("inner"))),
    "mailbox": (sniff.MBOX, b"From a@b Mon\n" + makes.mail() + b"\nFrom c@d Tue\n" + makes.mail()),
    "zip": (sniff.ZIP, makes.archive({"a.txt": b"words" * 50, "b/c.html": makes.page()})),
    "wacz": (sniff.WACZ, makes.archive({"archive/d.warc.gz": makes.gzipped(RECORD), "datapackage.json": json.dumps({"resources": [{"path": "archive/d.warc.gz", "hash": "sha256:0"}]}).encode()}, zipfile.ZIP_STORED)),
    "gzip": (sniff.GZIP, makes.gzipped(b"words" * 100)),
    "warc": (sniff.WARC, RECORD + makes.record("u", b"<p>x</p>", kind="resource")),
    "warc.gz": (sniff.GZIP, makes.gzipped(RECORD) + makes.gzipped(RECORD)),
    "docx": (sniff.DOCX, word_file()),
}  # fmt: skip
WORDS = (
    b"\0",
    b"\xff",
    b"\r\n\r\n",
    b"<",
    b"--",
    b"{",
    b"\\ud800",
    b"&#xD800;",
    b"=?utf-8?q?=FF?=",
    b"9" * 30,
    b"-1",
    b"charset=utf-16",
    b"\x1b$)C",
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(out)) if out else 0
        how = chance.randrange(6)
        if how == 0 and out:
            out[at] ^= 1 << chance.randrange(8)
        elif how == 1:
            out[at:at] = chance.choice(WORDS)
        elif how == 2:
            del out[at : at + chance.randrange(1, 40)]
        elif how == 3:
            out[at : at + 4] = chance.randbytes(4)
        elif how == 4:
            out[at:at] = out[chance.randrange(len(out) + 1) :][:200]
        else:
            del out[chance.randrange(len(out) + 1) :]
    return bytes(out)


def count(kind: str, data: bytes) -> Counter[str]:
    """How many findings of each sort; every part is read, every report checked."""
    seen: Counter[str] = Counter()
    for finding in findings_in(
        data, Task(kind, "x", max_unpacked=8 << 20, max_members=100, max_text=1 << 20)
    ):
        if isinstance(finding, Part):
            assert sum(map(len, finding.chunks)) <= 16 << 20
            finding.name.encode("utf-8", "surrogatepass")
        elif isinstance(finding, Report):
            checked(finding)
        else:
            assert isinstance(finding, Trouble)
            assert finding.message
        seen[type(finding).__name__] += 1
    return seen


@pytest.mark.parametrize("name", SEEDS)
def test_a_mutated_file_costs_nothing_but_itself(name: str) -> None:
    kind, seed = SEEDS[name]
    assert count(kind, seed)["Report"] + count(kind, seed)["Part"] > 0, "the seed itself is sound"
    chance = random.Random(name)
    total: Counter[str] = Counter()
    for _ in range(60 if name in ("docx", "html") else 200):
        data = mutated(seed, chance)
        total += count(kind, data)
        total += (
            count(sniff.media_type(data[: sniff.LOOK], data[-sniff.LOOK :]), data)
            if not data.startswith(b"%PDF")
            else Counter()
        )
    assert total["Trouble"] + total["Report"] + total["Part"] > 60
