"""Each format: what an ordinary file gives, and what a bad one costs (nothing but itself)."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from tests.archive import makes

from testigo.archive import sniff
from testigo.archive.events import Finding, Part, Task, Trouble
from testigo.archive.worker import Pool, in_memory
from testigo.report import Report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool() as one:
        yield one


class Found:
    """What came out of one original, parts read."""

    def __init__(
        self, pool: Pool, data: bytes, name: str = "x", kind: str | None = None, charset: str | None = None
    ) -> None:
        self.kind = kind or sniff.media_type(data[: sniff.LOOK], data[-sniff.LOOK :])
        self.parts: list[tuple[Part, bytes]] = []
        self.findings: list[Finding] = []
        with in_memory(data) as handle:
            for finding in pool.run(
                handle, Task(self.kind, name, charset, max_unpacked=64 << 20, max_members=1000)
            ):
                if isinstance(finding, Part):
                    self.parts.append((finding, b"".join(finding.chunks)))
                self.findings.append(finding)
        self.reports = [f for f in self.findings if isinstance(f, Report)]
        self.troubles = [f for f in self.findings if isinstance(f, Trouble)]

    def kinds(self) -> list[tuple[str, str]]:
        report = self.reports[0]
        return [(b.kind, b.span.of(report.text)) for b in report.blocks]


# -- HTML --------------------------------------------------------------------------------------------------------


def test_a_page_keeps_everything_in_reading_order_each_by_its_kind(pool: Pool) -> None:
    found = Found(pool, makes.page(byline='<p class="byline">By Alice Hale</p>'))
    assert [kind for kind, _ in found.kinds()] == [
        "furniture", "title", "byline", "body", "caption", "body", "furniture", "furniture", "furniture",
    ]  # fmt: skip
    (report,) = found.reports
    assert (report.title, report.byline, report.publisher, report.language) == (
        "Guards arrest three",
        "Alice Hale",
        "Farbank Daily",
        "en",
    )


@pytest.mark.parametrize(
    ("head", "byline", "published", "basis"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-21T08:30:00+01:00"}</script>', "", "2024-03-21", "json-ld"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2024-03-21"}]}</script>', "", "2024-03-21", "json-ld"),
        ('<meta property="article:published_time" content="2024-03-21T23:30:00Z">', "", "2024-03-21", "meta article:published_time"),
        ('<meta name="DC.date.issued" content="2024-03">', "", "2024-03", "meta dc.date.issued"),
        ("", '<time datetime="2024-03-21T10:00">Thursday</time>', "2024-03-21", "time element"),
        ("", "<p>Published: 21 March 2024</p>", "2024-03-21", "label"),
        ("", '<p class="byline">By Alice Hale, 21 March 2024</p>', "2024-03-21", "byline"),
        ('<meta property="article:modified_time" content="2024-05-01">', "", None, None),
        ('<link rel="canonical" href="https://farbank.example/2024/03/21/three">', "", None, None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2024-03-21"}</script>', "", None, None),
        ('<script type="application/ld+json">{not json</script>', "", None, None),
        ('<meta property="article:published_time" content="last week">', "", None, None),
        ("", '<time datetime="2024-03-21">a</time><time datetime="2024-03-22">b</time>', None, None),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_a_date_of_publication_has_a_basis_or_is_not_known(
    pool: Pool, head: str, byline: str, published: str | None, basis: str | None
) -> None:
    (report,) = Found(pool, makes.page(head, byline)).reports
    assert (report.published, report.published_basis) == (published, basis)


def test_scripts_styles_and_hidden_words_are_not_in_the_text(pool: Pool) -> None:
    hidden = "<script>var a='HID1'</script><style>.HID2{}</style><p style='display: none'>HID3</p><div hidden>HID4</div><template>HID5</template>"
    (report,) = Found(pool, makes.page(extra=hidden)).reports
    assert "HID" not in report.text


def test_a_paragraph_of_the_report_stays_body_whatever_its_class_is_called(pool: Pool) -> None:
    words = "The source said that the sister of one of the three was called to the station as well and came back the next day."
    for name in ("related widget", "comments", "promo", "share-box"):
        found = Found(
            pool,
            makes.page(extra=f'<div class="{name}"><p>{words}</p></div><p>{words} It was cold, he said.</p>'),
        )
        assert ("body", words) in found.kinds(), name


def test_a_page_in_korean_encoding_is_read_by_its_declaration(pool: Pool) -> None:
    body = "<p>당국이 국경지역 주민들에 대한 감시를 강화하고 있다고 소식통이 전했다. 세 명이 체포되었다.</p>"
    page = f"<html><head><meta charset='euc-kr'><title>감시 강화</title></head><body><h1>감시 강화</h1>{body}</body></html>"
    (report,) = Found(pool, page.encode("cp949")).reports
    assert "강화하고 있다고" in report.text
    assert (report.language, report.title) == ("ko", "감시 강화")


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<p><font>"])
def test_a_page_nested_100000_deep_is_read_all_the_same(pool: Pool, unit: str) -> None:
    words = "Three people were arrested in Pellick on Tuesday, a source said."
    start = time.monotonic()
    found = Found(pool, (unit * 100_000 + words).encode(), kind=sniff.HTML)
    assert words in found.reports[0].text
    assert time.monotonic() - start < 15


@pytest.mark.parametrize(
    "page",
    [
        b"<",
        b"<html>",
        b"<!doctype html><html></html>",
        b"<html><body><script>document.write('x')</script></body></html>",
    ],
)
def test_a_page_without_words_is_a_trouble(pool: Pool, page: bytes) -> None:
    found = Found(pool, page, kind=sniff.HTML)
    assert found.reports == [] or page == b"<"
    assert found.troubles or page == b"<"


@pytest.mark.parametrize("path", sorted((EXAMPLES / "reports").iterdir()), ids=lambda p: p.name)
def test_the_examples_give_their_reporting_and_no_furniture(pool: Pool, path: Path) -> None:
    found = Found(pool, path.read_bytes(), path.name)
    report = found.reports[0]
    gold = EXAMPLES / "gold" / f"{path.stem}.json"
    coded = json.loads(gold.read_text("utf-8"))
    readable = squeeze(" ".join(block.span.of(report.text) for block in report.readable()))
    for claim in coded["claims"]:
        quote = claim["span"] if isinstance(claim["span"], str) else claim["span"][0]
        assert squeeze(quote) in readable
    assert report.published == coded["published"]
    for words in (
        "Leave a comment",
        "Most read",
        "Your email address",
        "We set one cookie",
        "Skip to content",
        "page 1",
    ):
        assert words not in readable
    assert report.title is not None
    assert squeeze(report.title) in squeeze(gold.with_suffix(".txt").read_text("utf-8"))


def squeeze(words: str) -> str:
    return re.sub(r"\s+", " ", words)


# -- PDF and DOCX ------------------------------------------------------------------------------------------------


def test_a_pdf_gives_text_and_the_place_of_each_page(pool: Pool) -> None:
    found = Found(
        pool, makes.pdf("Guards arrest three\nThree people were arrested in Pellick.", "Two are still held.")
    )
    (report,) = found.reports
    assert report.title == "Guards arrest three"
    assert [report.text[offset : offset + 3] for offset in report.pages] == ["Gua", "Two"]


def test_lines_that_stand_on_every_page_are_furniture(pool: Pool) -> None:
    pages = [
        f"Farbank Daily - page {n}\nParagraph number {n} tells what happened in the town on that day."
        for n in range(1, 5)
    ]
    kinds = Found(pool, makes.pdf(*pages)).kinds()
    assert sum(kind == "furniture" for kind, _ in kinds) == 4


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (makes.locked_pdf(), "password-protected"), (makes.pdf("x")[:200], "damaged"), (b"%PDF-1.7\n" + bytes(5000), "damaged"),
        (makes.pdf(""), "no text"), (b"%PDF-", "damaged"),
    ],
)  # fmt: skip
def test_a_pdf_that_cannot_be_read_says_why(pool: Pool, data: bytes, words: str) -> None:
    found = Found(pool, data)
    assert found.reports == []
    assert words in found.troubles[0].message


def test_a_pdf_whose_page_tree_loops_ends(pool: Pool) -> None:
    start = time.monotonic()
    found = Found(pool, makes.looping_pdf())
    assert found.reports or found.troubles
    assert time.monotonic() - start < 15


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    document = docx.Document()
    for words, style in paragraphs:
        document.add_paragraph(words, style=style or None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_gives_title_headings_and_captions_by_their_styles(pool: Pool) -> None:
    data = word_file(
        ("Guards arrest three", "Title"), ("Three people were arrested in Pellick on Tuesday, a source said.", ""),
        ("What happened next", "Heading 2"), ("Two of them are still held, the source said.", ""), ("The station in winter", "Caption"),
    )  # fmt: skip
    found = Found(pool, data)
    assert found.kind == sniff.DOCX
    assert [kind for kind, _ in found.kinds()] == ["title", "body", "heading", "body", "caption"]


@pytest.mark.parametrize(
    "data",
    [
        makes.archive({"[Content_Types].xml": b"<a", "word/document.xml": b"<w"}),
        makes.archive({"[Content_Types].xml": b"", "word/document.xml": b""}),
        word_file(("x", ""))[:2000] + b"word/document.xml[Content_Types].xml",
    ],
)
def test_a_damaged_word_file_is_a_trouble(pool: Pool, data: bytes) -> None:
    found = Found(pool, data, kind=sniff.DOCX)
    assert found.reports == []
    assert "damaged" in found.troubles[0].message


def test_a_word_file_that_is_a_bomb_is_refused(pool: Pool) -> None:
    data = makes.archive({"[Content_Types].xml": b"<a/>", "word/document.xml": bytes(60_000_000)})
    assert "bombs" in Found(pool, data, kind=sniff.DOCX).troubles[0].message


def test_entities_in_a_word_file_do_not_unfold(pool: Pool) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    xml = f'<?xml version="1.0"?><!DOCTYPE w [{laughs}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>'
    sound = word_file(("x", ""))
    box = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(box, "w") as new:
        for info in old.infolist():
            new.writestr(
                info.filename, xml.encode() if info.filename == "word/document.xml" else old.read(info)
            )
    start = time.monotonic()
    found = Found(pool, box.getvalue(), kind=sniff.DOCX)
    assert len(found.reports[0].text if found.reports else "") < 10_000
    assert time.monotonic() - start < 15


# -- mail --------------------------------------------------------------------------------------------------------


def test_a_mail_gives_its_text_and_its_attachments_as_parts(pool: Pool) -> None:
    found = Found(pool, makes.mail(a_txt=b"attached words", b_pdf=makes.pdf("x")))
    (report,) = found.reports
    assert (report.title, report.byline, report.published, report.published_basis) == (
        "Guards arrest three", "Radio Ferrin", "2024-03-25", "mail date",
    )  # fmt: skip
    assert [(part.name, data[:8]) for part, data in found.parts] == [
        ("a.txt", b"attached"),
        ("b.pdf", b"%PDF-1.4"),
    ]
    assert "Dora" not in report.text, "who it was sent to is not part of the report"


def test_a_mail_inside_a_mail_is_a_part(pool: Pool) -> None:
    inner = makes.mail("the inner words").decode()
    outer = (
        makes.MAIL
        + 'Content-Type: multipart/mixed; boundary="=y"\r\n\r\n--=y\r\nContent-Type: text/plain\r\n\r\nouter\r\n--=y\r\nContent-Type: message/rfc822\r\n\r\n'
        + inner
        + "\r\n--=y--\r\n"
    )
    found = Found(pool, outer.encode())
    assert len(found.parts) == 1
    assert b"the inner words" in found.parts[0][1]


def test_a_mail_with_only_an_html_body_is_walked(pool: Pool) -> None:
    data = (
        makes.MAIL
        + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Three people were <b>arrested</b>.</p><script>x</script>"
    ).encode()
    assert "Three people were arrested." in Found(pool, data).reports[0].text


def test_a_mailbox_gives_its_messages(pool: Pool) -> None:
    lines = makes.mail().replace(b"\r\n", b"\n")
    found = Found(
        pool,
        b"From a@b Mon Mar 25\n" + lines + b"\nFrom c@d Tue\n" + lines + b"\n>From the start it was so.\n",
    )
    assert found.kind == sniff.MBOX
    assert len(found.parts) == 2
    assert b"\nFrom the start" in found.parts[1][1]


def test_a_mail_of_100000_nested_parts_is_a_trouble(pool: Pool) -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(100_000)
    )
    found = Found(pool, makes.MAIL.encode() + deep + b"Content-Type: text/plain\r\n\r\nhi", kind=sniff.MAIL)
    assert found.troubles


@pytest.mark.parametrize(
    "head",
    ["Date: not a date\r\n", "From: \xff\xfe\r\n", "Subject: =?utf-8?b?////?=\r\n", "From: " + "a" * 100_000 + "\r\n", "Content-Type: a/b; c=\x00\r\n",
     "Content-Type: text/plain; charset=nonsense\r\n", "Date: Mon, 99 Mar 0000 99:99:99 +9999\r\n", "From: <>@[\r\n", "Subject:\r\n x\r\n y\r\n"],
)  # fmt: skip
def test_strange_headers_cost_nothing_but_themselves(pool: Pool, head: str) -> None:
    data = (
        b"MIME-Version: 1.0\r\nMessage-ID: <1@x>\r\n"
        + head.encode("latin-1")
        + b"\r\nThree people were arrested in Pellick.\r\n"
    )
    found = Found(pool, data, kind=sniff.MAIL)
    words = [report.text for report in found.reports] + [content.decode() for _, content in found.parts]
    assert any("Three people were arrested in Pellick." in one for one in words)


# -- zip, gzip, WARC, WACZ ---------------------------------------------------------------------------------------


def test_members_of_a_zip_are_parts_and_their_names_are_only_data(pool: Pool) -> None:
    names = [
        "a.txt",
        "../../etc/passwd",
        "/root/.ssh/id",
        "C:\\windows\\x",
        "nul\x01\x1b[2J.txt",
        "n" * 4000,
        "한글.txt",
        "d/../e",
    ]
    found = Found(pool, makes.archive({name: name.encode() for name in names} | {"folder/": b""}))
    assert [part.name for part, _ in found.parts] == names
    assert [data.decode() for _, data in found.parts] == names


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (makes.overlapping_archive(50), "over each other"), (makes.archive({"a": bytes(30_000_000)}), "200 times"),
        (makes.archive({str(n): b"" for n in range(1001)}), "more than 1000"), (makes.archive({"a": b"x" * 100})[:-8], "damaged"),
        (makes.locked_archive(), "password-protected"), (makes.archive({str(n): b"%d" % n * 8_000_000 for n in range(9)}, 0), "64"),
        (b"PK\x05\x06" + bytes(3), "damaged"),
    ],
)  # fmt: skip
def test_bombs_and_damaged_archives_are_refused_with_the_reason(pool: Pool, data: bytes, words: str) -> None:
    start = time.monotonic()
    found = Found(pool, data, kind=sniff.ZIP)
    assert found.parts == []
    assert words in found.troubles[0].message
    assert time.monotonic() - start < 5


def test_an_archive_that_lies_about_sizes_unpacks_to_what_it_said_at_most(pool: Pool) -> None:
    found = Found(pool, makes.lying_archive())
    assert sum(len(data) for _, data in found.parts) <= 10
    assert "damaged" in found.troubles[0].message


def test_a_damaged_member_costs_only_itself(pool: Pool) -> None:
    data = bytearray(makes.archive({"a.txt": b"a" * 50, "b.txt": b"b" * 50}, zipfile.ZIP_STORED))
    data[data.index(b"a" * 50) + 3] ^= 1
    found = Found(pool, bytes(data))
    assert [part.name for part, _ in found.parts] == ["b.txt"]
    assert "a.txt" in found.troubles[0].message


def test_a_gzip_file_gives_its_one_member(pool: Pool) -> None:
    found = Found(pool, makes.gzipped(b"hello") + makes.gzipped(b" there"), "report.txt.gz")
    assert [(part.name, data) for part, data in found.parts] == [("report.txt", b"hello there")]


def test_a_gzip_bomb_ends_at_the_limit(pool: Pool) -> None:
    found = Found(pool, makes.gzipped(bytes(500_000_000)))
    assert sum(len(data) for _, data in found.parts) < 30 << 20
    assert "more than is allowed" in found.troubles[0].message


PAGE = makes.page()
URL = "https://farbank.example/three"


@pytest.mark.parametrize(
    "block",
    [
        makes.answer(PAGE), makes.answer(makes.chunked(PAGE), "Transfer-Encoding: chunked"),
        makes.answer(makes.gzipped(PAGE), "Content-Encoding: gzip"), makes.answer(makes.deflated(PAGE), "Content-Encoding: deflate"),
        makes.answer(makes.chunked(makes.gzipped(PAGE)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("pack", [bytes, makes.gzipped])
def test_a_record_gives_the_document_that_a_reader_saw(pool: Pool, block: bytes, pack: type[bytes]) -> None:
    found = Found(pool, pack(makes.record(URL, block)))
    ((part, data),) = found.parts
    assert data == PAGE
    about = dict(part.about)
    assert (part.name, about["url"], about["digest"], about["captured"]) == (
        URL,
        URL,
        "true",
        "2024-03-01T10:00:00Z",
    )


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha-256", "md5"])
def test_a_record_whose_digest_does_not_fit_is_refused_and_the_next_one_is_not(
    pool: Pool, algorithm: str
) -> None:
    bad = makes.record(URL, makes.answer(PAGE), digest=f"{algorithm}:{'A' * 32}")
    found = Found(pool, bad + makes.record(URL, makes.answer(PAGE)))
    assert len(found.parts) == 1
    assert "digest does not fit" in found.troubles[0].message


def test_every_changed_byte_of_a_records_block_is_found(pool: Pool) -> None:
    data = bytearray(makes.record(URL, makes.answer(b"<p>short</p>")))
    start = data.index(b"HTTP/1.1")
    for at in range(start, start + len(makes.answer(b"<p>short</p>"))):
        data[at] ^= 4
        found = Found(pool, bytes(data), kind=sniff.WARC)
        assert found.parts == []
        assert found.troubles
        data[at] ^= 4


@pytest.mark.parametrize("cut", [50, 200, 400, 900])
def test_a_web_archive_that_is_cut_off_says_so(pool: Pool, cut: int) -> None:
    data = makes.record(URL, makes.answer(PAGE))
    found = Found(pool, data[:cut], kind=sniff.WARC)
    assert found.parts == []
    assert found.troubles


def test_a_packaged_web_archive_is_checked_against_its_own_list(pool: Pool) -> None:
    import hashlib

    warc = makes.gzipped(makes.record(URL, makes.answer(PAGE)))
    for digest, troubles in ((hashlib.sha256(warc).hexdigest(), 0), ("0" * 64, 1)):
        listed = {"resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{digest}"}]}
        data = makes.archive(
            {"archive/data.warc.gz": warc, "datapackage.json": json.dumps(listed).encode()},
            zipfile.ZIP_STORED,
        )
        found = Found(pool, data)
        assert found.kind == sniff.WACZ
        assert len(found.parts) == 2
        assert len(found.troubles) == troubles


# -- what is kept without a text -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(50), b"\xff\xd8\xff\xe0" + bytes(50), b"GIF89a" + bytes(50)]
)
def test_pictures_are_kept_without_a_text_and_without_a_trouble(pool: Pool, data: bytes) -> None:
    assert Found(pool, data).findings == []


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password-protected"), (bytes(range(256)) * 9, "not known"),
     (b"   \n\n ", "no text"), (b"7z\xbc\xaf\x27\x1c" + bytes(40), "7z")],
)  # fmt: skip
def test_what_is_not_opened_says_why(pool: Pool, data: bytes, words: str) -> None:
    found = Found(pool, data)
    assert found.reports == []
    assert words in found.troubles[0].message


def test_a_text_longer_than_the_limit_is_not_taken(pool: Pool) -> None:
    with in_memory(b"some words " * 300_000) as handle:
        (trouble,) = pool.run(handle, Task(sniff.PLAIN, max_text=1 << 20))
    assert isinstance(trouble, Trouble)
    assert "longer than 1 MiB" in trouble.message


@pytest.mark.slow
def test_a_text_of_300_mb_is_refused_in_little_memory(pool: Pool) -> None:
    found = Found(pool, b"word and more words.\n" * 15_000_000, kind=sniff.PLAIN)
    assert found.reports == []
    assert "larger than" in found.troubles[0].message
