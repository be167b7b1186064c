"""Makes examples/reports and the gold texts from examples/sources: the same sources give the same bytes.

    python tools/make_examples.py [--into DIR]

Rules:
- A source is a head of `key: value` lines, an empty line, and blocks parted by empty lines. A block that begins
  with [caption], [aside] or [end] is no reporting: words under a picture, furniture among the paragraphs, closing lines.
- Nothing is taken from the clock, the machine or chance: dates come from the source, archives are stored unpacked
  (the bytes of a compressor depend on its version), boundaries and identifiers are made from the name.
- The gold text of a report holds its title, byline and blocks, and nothing of the page around them.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from string import Template

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RELATED = {
    "farbank": (
        "A winter of barred doors in Brunsa",
        "What a stair warden writes down",
        "The ferry that no longer runs",
    ),
    "dispatch": ("Market and river: the last week of May", "New stamps show the Stone Bridge"),
    "ferrin": ("Letters of the week", "The cannery that changed its name twice"),
}
# Zip members carry a date; this is the earliest that the format can say.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
DOCX_PARTS = (
    ("[Content_Types].xml", "content_types.xml"),
    ("_rels/.rels", "rels.xml"),
    ("word/document.xml", "document.xml"),
    ("word/_rels/document.xml.rels", "document_rels.xml"),
    ("word/styles.xml", "styles.xml"),
    ("docProps/core.xml", "core.xml"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. kind: body, caption, aside or end."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it was written here. head: the values of its head; published: date or date and time, or ''."""

    name: str
    head: dict[str, str]
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        return self.head["title"]

    @property
    def published(self) -> str:
        return self.head.get("published", "")

    def of(self, *kinds: str) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind in kinds)

    def opening(self) -> list[str]:
        """Title, byline and the date where the report prints one."""
        return [self.head[key] for key in ("title", "byline", "dateline") if key in self.head]


def _block(text: str) -> Block:
    for kind in ("caption", "aside", "end"):
        if text.startswith(f"[{kind}] "):
            return Block(kind, text.removeprefix(f"[{kind}] "))
    return Block("body", text)


def load(path: Path) -> Source:
    """The source in a file."""
    head, _, rest = path.read_text("utf-8").strip().partition("\n\n")
    values = dict(line.split(": ", 1) for line in head.splitlines())
    return Source(path.stem, values, tuple(_block(" ".join(part.split())) for part in rest.split("\n\n")))


def gold_text(source: Source) -> str:
    """The words that the gold claims quote."""
    return "\n\n".join([*source.opening(), *(block.text for block in source.blocks)]) + "\n"


def make_txt(source: Source, _: Path) -> bytes:
    """Plain text; with a byte order mark and line ends of another system where the encoding is UTF-16."""
    text = gold_text(source)
    if source.head["encoding"] == "utf-16":
        return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")
    return text.encode(source.head["encoding"])


def _html_block(block: Block, template: str) -> str:
    words = html.escape(block.text, quote=False)
    if block.kind == "caption" and template == "farbank":
        return f'<figure><img src="/media/picture.jpg" alt=""><figcaption>{words}</figcaption></figure>'
    if block.kind == "caption":
        return f'<div class="photo"><img src="/img/p.jpg"><br><i class="caption">{words}</i></div>'
    if block.kind == "aside":
        return f'<aside class="promo"><a href="/more">{words}</a></aside>'
    return f"<p>{words}</p>"


def make_html(source: Source, folder: Path) -> bytes:
    """A page of the outlet: its template, with navigation, related stories and forms around the report."""
    template = source.head["template"]
    page = Template((folder / "templates" / f"{template}.html").read_text("utf-8"))
    day = source.published[:10]
    lines = {
        kind: [_html_block(b, template) for b in source.of(*kind.split())]
        for kind in ("body caption aside", "end")
    }
    values = {
        "title": html.escape(source.title),
        "json_title": json.dumps(source.title, ensure_ascii=False),
        "json_author": json.dumps(source.head.get("byline", "").removeprefix("By "), ensure_ascii=False),
        "byline": html.escape(source.head.get("byline", "")),
        "published": source.published,
        "path": day.replace("-", "/"),
        "slug": source.head["slug"],
        "stamp": f"{day.replace('-', '.')} 09:10",
        "time": f', <time datetime="{day}">{day}</time>' if day else "",
        "body": "\n".join(lines["body caption aside"]),
        "end": "\n".join(lines["end"]),
        "related": "\n".join(
            f'<li><a href="/s/{n}">{title}</a></li>' for n, title in enumerate(RELATED[template], 1)
        ),
    }
    return page.substitute(values).encode("utf-8")


def make_pdf(source: Source, _: Path) -> bytes:
    """A leaflet on A5, set in the fonts that every reader has, with a running foot."""
    from reportlab.lib.pagesizes import A5  # type: ignore[import-untyped]
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

    def foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawCentredString(A5[0] / 2, 24, f"{source.head['outlet']} - page {document.page}")

    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=14, spaceAfter=7)
    styles = {
        "title": ParagraphStyle("title", body, fontName="Times-Bold", fontSize=16, leading=19),
        "byline": ParagraphStyle("byline", body, fontName="Times-Italic"),
        "caption": ParagraphStyle("caption", body, fontName="Helvetica", fontSize=7.5, leading=10),
        "end": ParagraphStyle("end", body, fontName="Helvetica", fontSize=7.5, leading=10),
    }
    story = [Paragraph(html.escape(source.title), styles["title"])]
    story += [Paragraph(html.escape(line), styles["byline"]) for line in source.opening()[1:]]
    story += [Paragraph(html.escape(b.text, quote=False), styles.get(b.kind, body)) for b in source.blocks]
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A5, title=source.title, author=source.head["outlet"], invariant=1, pageCompression=0
    )
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def make_docx(source: Source, folder: Path) -> bytes:
    """A word processor's file with heading, caption style and properties: the six parts that the format asks for."""
    parts = folder / "templates" / "docx"
    styles = {"caption": "Caption", "end": "Footnote", "body": "Normal"}
    lines = [("Heading1", source.title), *(("Subtitle", line) for line in source.opening()[1:])]
    lines += [(styles[block.kind], block.text) for block in source.blocks]
    values = {
        "title": html.escape(source.title),
        "author": html.escape(source.head["outlet"]),
        "day": source.published[:10],
        "paragraphs": "\n".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r></w:p>'
            for style, text in lines
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, part in DOCX_PARTS:
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.create_system = 0
            archive.writestr(member, Template((parts / part).read_text("utf-8")).substitute(values))
    return out.getvalue()


def make_eml(source: Source, folder: Path) -> bytes:
    """A bulletin by mail: the report in the body, the paper it speaks of attached."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{source.head['outlet']} <bulletin@radioferrin.example>"
    mail["To"] = "readers@radioferrin.example"
    mail["Subject"] = source.title
    mail["Date"] = datetime.fromisoformat(source.published)
    mail["Message-ID"] = f"<{source.name}@radioferrin.example>"
    mail.set_content(
        "\n\n".join([source.head["byline"], *(b.text for b in source.blocks)]) + "\n", cte="quoted-printable"
    )
    name = source.head["attachment"]
    mail.add_attachment((folder / name).read_text("utf-8"), filename=name, cte="quoted-printable")
    mail.set_boundary(f"=-{source.name}")
    return mail.as_bytes()


MAKERS = {"txt": make_txt, "html": make_html, "pdf": make_pdf, "docx": make_docx, "eml": make_eml}


def build(examples: Path = EXAMPLES) -> dict[str, bytes]:
    """Every file made from the sources: path below examples/ to its bytes."""
    made: dict[str, bytes] = {}
    for path in sorted((examples / "sources").glob("[0-9]*.txt")):
        source = load(path)
        form = source.head["format"]
        made[f"reports/{source.name}.{form}"] = MAKERS[form](source, path.parent)
        made[f"gold/{source.name}.txt"] = gold_text(source).encode("utf-8")
    return made


def main() -> None:
    """Write what has been made."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--into", type=Path, default=EXAMPLES)
    into = arguments.parse_args().into
    for name, content in build().items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(content)
        print(f"{len(content):>7}  {name}")


if __name__ == "__main__":
    main()
