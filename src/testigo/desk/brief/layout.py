"""A brief set on A4: every line and mark with its place in millimetres. Knows no file format.

Rules:
- Letters are measured by a function, so that the same setting serves an exact font (pdf.py) and a rough one (`rough`),
  by which it is known whether a page in HTML has room: rough letters are as wide as those of wide fonts.
- Lines break between words; a word that is longer than the line breaks between letters.
- Sizes are points: nothing is smaller than 5.8.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from testigo.desk.brief import chart
from testigo.desk.brief.values import Brief, ClauseRow, EventRow, Note, Told

Widths = Callable[[str, float], float]
"""How wide a text is at a size in points, in millimetres."""
PAGE_W, PAGE_H, MARGIN = 210.0, 297.0, 12.0
WIDE, TALL = PAGE_W - 2 * MARGIN, PAGE_H - 2 * MARGIN
PT = 25.4 / 72
TITLE, HEAD, BODY, SMALL, NOTE = 15.0, 8.2, 7.8, 6.8, 5.8
LEADING = 1.32
CHART_H = 25.0
COUNT_W = 17.0


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. ink: "ink", "quiet", "contrary", "in-line", "paper"; link: number of a note, or 0."""

    text: str
    size: float = BODY
    bold: bool = False
    ink: str = "ink"
    link: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the sheet. kind: "text" (x, y: left end of its foot line), "anchor" (of note `link`), or of chart.Shape,
    and "rule".
    """

    kind: str
    x: float
    y: float
    w: float = 0.0
    h: float = 0.0
    run: Run | None = None
    link: int = 0


@dataclass
class Sheet:
    """Where the next line goes, and what was set so far. y: from the top of what may be printed on."""

    widths: Widths
    y: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    def put(self, runs: Sequence[Run], x: float = 0.0, width: float = WIDE, gap: float = 0.0) -> float:
        """A paragraph; how tall it became."""
        start = self.y
        self.y += gap
        for line in broken(runs, width, self.widths):
            size = max((run.size for run in line), default=BODY)
            at = x
            for run in line:
                self.marks.append(Mark("text", at, self.y + size * PT, run=run))
                at += self.widths(run.text, run.size)
            self.y += size * PT * LEADING
        return self.y - start

    def head(self, text: str) -> None:
        """A heading with a thin line over it."""
        self.y += 1.6
        self.marks.append(Mark("rule", 0, self.y, WIDE))
        self.y += 0.6
        self.put([Run(text, HEAD, bold=True)])
        self.y += 0.3


def broken(runs: Sequence[Run], width: float, widths: Widths) -> list[list[Run]]:
    """Runs in lines of at most a width."""
    lines: list[list[Run]] = [[]]
    room = width
    for run in runs:
        for word in re.findall(r"\s+|\S+", run.text):
            for piece in _pieces(word, width, run.size, widths):
                wide = widths(piece, run.size)
                if wide > room and lines[-1]:
                    lines.append([])
                    room = width
                if not piece.isspace() or lines[-1]:
                    _join(lines[-1], Run(piece, run.size, run.bold, run.ink, run.link))
                    room -= wide
    return [line for line in lines if line]


def _pieces(word: str, width: float, size: float, widths: Widths) -> Iterable[str]:
    if widths(word, size) <= width:
        return (word,)
    out, last = [], ""
    for letter in word:
        if last and widths(last + letter, size) > width:
            out.append(last)
            last = ""
        last += letter
    return (*out, last)


def _join(line: list[Run], run: Run) -> None:
    """Letters of one look stay together: one text, one link."""
    if (
        line
        and (last := line[-1])
        and (last.size, last.bold, last.ink, last.link) == (run.size, run.bold, run.ink, run.link)
    ):
        line[-1] = Run(last.text + run.text, run.size, run.bold, run.ink, run.link)
    else:
        line.append(run)


def refs(notes: Sequence[int], size: float = SMALL - 1) -> list[Run]:
    """Note numbers behind a statement, each a link."""
    out: list[Run] = []
    for number in notes:
        out += [Run(" ", size), Run(str(number), size, ink="quiet", link=number)]
    return out


def page(brief: Brief, widths: Widths) -> Sheet:
    """The whole page. Its `y` says how tall it became: it fits where that is at most TALL."""
    sheet = Sheet(widths)
    sheet.put([Run(brief.about, SMALL, ink="quiet")])
    sheet.put([Run(brief.title, TITLE, bold=True)])
    for group in fact_lines(brief):
        _flow(sheet, group, " · ")
    if brief.way:
        sheet.head(_("How it was passed down"))
        _flow(sheet, brief.way, "   ▶ ")
    _clauses(sheet, brief)
    _events(sheet, brief)
    _before_and_after(sheet, brief)
    if brief.law:
        sheet.head(_("The law"))
        _flow(sheet, brief.law, " · ", SMALL)
    sheet.head(_("Read it with care"))
    sheet.put([Run(" – ".join(brief.cautions), SMALL)])
    sheet.put([Run(brief.left_out, SMALL, ink="quiet")], gap=0.5)
    _notes(sheet, brief)
    return sheet


def fits(brief: Brief, widths: Widths) -> bool:
    """Whether the page has room for it."""
    return page(brief, widths).y <= TALL


def fact_lines(brief: Brief) -> tuple[tuple[Told, ...], ...]:
    """The facts as three lines: who to whom; how it is known; what it does to other orders."""
    known = _("Known")
    first = tuple(f for f in brief.facts if f.label and f.label != known)
    others = tuple(f for f in brief.facts if not f.label)
    return tuple(
        group for group in (first, tuple(f for f in brief.facts if f.label == known), others) if group
    )


def _flow(sheet: Sheet, told: Sequence[Told], between: str, size: float = BODY) -> None:
    """Statements one behind the other."""
    runs: list[Run] = []
    for one in told:
        if runs:
            runs.append(Run(between, size, ink="quiet"))
        if one.label:
            runs.append(Run(f"{one.label} ", size, ink="quiet"))
        runs += [Run(one.text, size), *refs(one.notes)]
    sheet.put(runs)


def _clauses(sheet: Sheet, brief: Brief) -> None:
    sheet.head(_("What was ordered, and how many documented events say what of it"))
    places = [WIDE - COUNT_W * n for n in (3, 2, 1)]
    heads = (_("in line"), _("contrary"), _("cannot tell"))
    for x, text in zip(places, heads, strict=True):
        sheet.marks.append(Mark("text", x + 2, sheet.y - 0.6, run=Run(text, SMALL, ink="quiet")))
    for row in brief.clauses:
        _clause(sheet, row, places)
    if brief.silence:
        sheet.put([Run(brief.silence, SMALL, ink="quiet")])


def _clause(sheet: Sheet, row: ClauseRow, places: Sequence[float]) -> None:
    start = sheet.y
    runs = [Run(f"{row.number}. {row.modality}: ", bold=True), Run(row.text), *refs(row.notes)]
    if row.remark:
        runs.append(Run(f"  {row.remark}", SMALL, ink="quiet"))
    sheet.put(runs, width=places[0] - 3)
    for x, count, ink in zip(places, row.counts or (), ("in-line", "contrary", "quiet"), strict=False):
        run = Run(str(count), BODY, bold=count > 0 and ink != "quiet", ink=ink if count else "quiet")
        sheet.marks.append(Mark("text", x + 2, start + BODY * PT, run=run))
    sheet.y += 0.5


def _events(sheet: Sheet, brief: Brief) -> None:
    if brief.events:
        sheet.head(_("What is documented"))
    for row in brief.events:
        sheet.put(_event(row))
        sheet.y += 0.4


def _event(row: EventRow) -> list[Run]:
    ink = row.verdict_id if row.verdict_id in ("contrary", "in-line") else "quiet"
    runs = [Run(f"{row.verdict}: ", bold=True, ink=ink), Run(f"{row.text}.", BODY), *refs(row.notes)]
    if row.why:
        runs.append(Run(f"  {row.why}", SMALL))
    if row.open:
        runs.append(Run(f"  ? {row.open}", SMALL, ink="quiet"))
    return runs


def _before_and_after(sheet: Sheet, brief: Brief) -> None:
    sheet.head(before_and_after(brief))
    width = WIDE * 0.5 if brief.change is not None and brief.change.months else 0.0
    start = sheet.y
    if width and brief.change is not None:
        for shape in chart.shapes(brief.change, width - 5, CHART_H):
            run = Run(shape.text, NOTE, ink="quiet") if shape.text else None
            sheet.marks.append(Mark(shape.kind, shape.x, start + shape.y, shape.w, shape.h, run))
        sheet.y = start + CHART_H
        sheet.put([Run(key_words(), NOTE, ink="quiet")], width=width - 5)
    floor, sheet.y = sheet.y, start
    for one in brief.trend:
        sheet.put([Run(one.text, SMALL), *refs(one.notes)], x=width, width=WIDE - width)
    sheet.y = max(floor, sheet.y)


def before_and_after(brief: Brief) -> str:
    """The heading of the chart: what was asked, where something could be asked."""
    title = _("Before and after")
    return f"{title}: {brief.asked}" if brief.asked else title


def key_words() -> str:
    """What the marks of the chart mean."""
    return _("Incidents by month of occurrence. Dark: in the month for sure; light: may be; frame: probably not told yet; grey: told too little to be compared; line: the order.")  # fmt: skip


def _notes(sheet: Sheet, brief: Brief) -> None:
    sheet.head(_("Notes"))
    sheet.put([Run(" · ".join(brief.sources[: brief.sources_on_page]), NOTE, ink="quiet")])
    sheet.y += 0.4
    columns(sheet, brief.notes[: brief.on_page], 1)


def columns(sheet: Sheet, notes: Sequence[Note], first: int) -> None:
    """Notes in two columns of about one height. first: the number of the first."""
    width = (WIDE - 5) / 2
    set_ = [broken(note_runs(n, note), width, sheet.widths) for n, note in enumerate(notes, first)]
    tall = NOTE * PT * 1.25
    half, total = 0, sum(len(lines) for lines in set_)
    start = floor = sheet.y
    column = 0
    for number, lines in enumerate(set_, first):
        if not column and half * 2 >= total:
            column, floor, sheet.y = 1, sheet.y, start
        x = column * (width + 5)
        sheet.marks.append(Mark("anchor", x, sheet.y, link=number))
        for line in lines:
            at = x
            for run in line:
                sheet.marks.append(Mark("text", at, sheet.y + NOTE * PT, run=run))
                at += sheet.widths(run.text, run.size)
            sheet.y += tall
        half += len(lines)
    sheet.y = max(floor, sheet.y)


def note_runs(number: int, note: Note) -> list[Run]:
    """One note: its number, the letter of its report, place and words."""
    source = f"{note.source} " if note.source else ""
    return [Run(f"{number} ", NOTE, bold=True), Run(f"{source}{note.text}", NOTE)]


def rough(text: str, size: float) -> float:
    """Letters as wide as those of a wide font."""
    return sum(_em(letter) for letter in text) * size * PT


def _em(letter: str) -> float:
    if letter > "\u2e7f":
        return 1.0
    if letter in "iljtfrI.,;:'’|!()[]· ":
        return 0.37
    if letter in "mwMW→–":
        return 0.95
    return 0.7 if letter.isupper() else 0.62
