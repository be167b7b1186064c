"""What twice-read claims and judgements say: how far people agree, how right the machine is, where people differ.

Rules:
- Figures are of people against people, and of the machine against people. None of them is a figure of truth.
- Agreement: Krippendorff's alpha of the first person's own last decision before the second reading against it, whole and by
  field: whoever decides again later knew both, and settles the difference.
- Precision: of what the machine said and people judged, the share that they kept. Recall: of what people hold (accepted,
  amended or added by hand), the share that the machine had. Nobody is sure to have added all that is missing: recall is
  an upper bound, and the page says so.
- A part of a claim is right where nobody changed it; a slot that the machine left empty counts only for recall.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo import settings
from testigo.casebook.values import JudgedClaim
from testigo.claim import SLOTS
from testigo.desk import words
from testigo.desk.agreement import Figure, Unit, agreement, share
from testigo.desk.compose import list_pager
from testigo.desk.gather import language, page_number
from testigo.desk.judging import FIELDS
from testigo.desk.pages.second import AgreementPage, Difference, FigureRow, FigureTable
from testigo.desk.render import path
from testigo.desk.second import field_labels
from testigo.desk.twice import Pair, kept_pairs, wrong_fields
from testigo.judgement import Judgement

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

PER_PAGE = 20
MOST_ACTS = 8


def agreement_page(casebook: Casebook, query: Mapping[str, str]) -> AgreementPage:
    """Agreement per field, the machine's figures, and the differences, open ones first."""
    found = casebook.kept(("agreement", language(), *_drawn_by()), lambda: _figures(casebook))
    number, of = page_number(query, len(found.differ), PER_PAGE)
    shown = found.differ[(number - 1) * PER_PAGE : number * PER_PAGE]
    return AgreementPage(
        chosen=found.chosen, second_href=path("second"), tables=found.tables,
        differences=tuple(_difference(casebook, pair) for pair in shown),
        pager=list_pager(number, of, lambda n: path("agreement", {"page": n})), any=found.any,
    )  # fmt: skip


def _drawn_by() -> tuple[str, str]:
    return settings.get("second_seed"), settings.get("second_share")


@dataclass(frozen=True, slots=True)
class _Figures:
    """Everything on the page that takes long: the same until something is judged, and computed once until then."""

    chosen: str
    tables: tuple[FigureTable, ...]
    differ: tuple[Pair, ...]
    any: bool


def _figures(casebook: Casebook) -> _Figures:
    judged = casebook.judged()
    read_twice = kept_pairs(casebook)
    chosen = _("%(chosen)s of %(of)s judged claims are chosen for a second reading; %(done)s were read twice.") % {
        "chosen": casebook.count_second()[0], "of": len(judged), "done": len(read_twice)}  # fmt: skip
    tables = (_between_people(read_twice), _most(read_twice), *_machine(casebook, judged))
    differ = sorted((pair for pair in read_twice if pair.differ), key=lambda p: p.settled)
    return _Figures(chosen, tuple(t for t in tables if t.rows), tuple(differ), bool(judged))


# -- people against people ------------------------------------------------------------------------------------------


def _between_people(read_twice: list[Pair]) -> FigureTable:
    def units(value: Callable[[Judgement], str | None]) -> list[Unit]:
        both = [(value(p.first), value(p.second)) for p in read_twice]
        return [[one, two] for one, two in both if one is not None and two is not None]

    def field(name: str) -> Callable[[Judgement], str | None]:
        return lambda j: (
            None if j.verdict == "reject" else ("wrong" if name in wrong_fields(j.amended) else "right")
        )

    rows = [_row(_("The claim as a whole"), (agreement(units(lambda j: j.verdict)),), len(read_twice))]
    for name, label in field_labels().items():
        mine = units(field(name))
        rows.append(_row(label, (agreement(mine),), len(mine)))
    about = _(
        "Krippendorff's alpha: 1 is perfect, 0 what chance would give; none where nobody found anything different."
    )
    columns = (_("What"), _("Alpha"), _("95 % interval"), _("Claims"))
    return FigureTable(_("How far two people agree"), about, columns, tuple(rows) if read_twice else ())


def _most(read_twice: list[Pair]) -> FigureTable:
    """Where people differ most, by part and by act."""
    by_part, by_act, of_act = Counter[str](), Counter[str](), Counter[str]()
    for pair in read_twice:
        one, two = pair.wrong
        by_part.update(one ^ two)
        of_act[pair.claim.act] += 1
        by_act[pair.claim.act] += pair.differ
    labels = field_labels()
    found = [(labels[name], share(n, len(read_twice)), len(read_twice)) for name, n in by_part.items()]
    found += [(words.say(words.ACTS, a), share(n, of_act[a]), of_act[a]) for a, n in by_act.items() if n]
    found.sort(key=lambda one: (-(one[1].value if one[1] else 0), one[0]))
    rows = tuple(_row(label, (figure,), units) for label, figure, units in found[:MOST_ACTS])
    columns = (_("Part or act"), _("Share that differs"), _("95 % interval"), _("Claims"))
    return FigureTable(_("Where people differ most"), _("Of the claims that were read twice."), columns, rows)


# -- the machine against people -------------------------------------------------------------------------------------


def _machine(casebook: Casebook, judged: Sequence[JudgedClaim]) -> tuple[FigureTable, FigureTable]:
    added = [c.claim.act for c in casebook.added_claims()] if judged else []
    return _by_act(judged, added), _by_part(casebook, judged)


def _by_act(judged: Sequence[JudgedClaim], added: list[str]) -> FigureTable:
    said, right, held = Counter[str](), Counter[str](), Counter[str](added)
    for claim in judged:
        changes = json.loads(claim.amended) if claim.amended else {}
        act = str(changes.get("act", claim.act))
        said[claim.act] += 1
        if claim.verdict != "reject":
            held[act] += 1
            right[claim.act] += act == claim.act
    acts = sorted({*said, *held}, key=lambda a: (-max(said[a], held[a]), a))
    counts = [(_("All acts"), sum(right.values()), sum(said.values()), sum(held.values()))]
    counts += [(words.say(words.ACTS, a), right[a], said[a], held[a]) for a in acts]
    rows = tuple(
        _row(label, (share(good, of), share(good, whole)), of, whole) for label, good, of, whole in counts
    )
    about = _(
        "Precision: of the claims that the machine made, the share whose act people kept. Recall: of those that people hold, added ones too, the share that the machine had; nobody is sure to have added all, so it is at most this."
    )
    return FigureTable(
        _("How often the machine is right, by act"), about, _machine_columns(), rows if judged else ()
    )


def _by_part(casebook: Casebook, judged: Sequence[JudgedClaim]) -> FigureTable:
    filled = casebook.filled() if judged else {}
    # Most were accepted as they are, with the same slots: those that are alike are looked at once.
    alike = Counter((c.amended, filled.get(c.id, frozenset())) for c in judged if c.verdict != "reject")
    kept = [(json.loads(amended) if amended else {}, slots, n) for (amended, slots), n in alike.items()]
    rows = []
    for name, label in field_labels().items():
        said = right = held = 0
        for changes, slots, n in kept:
            there = name not in SLOTS or name in slots
            changed = name in changes or (name == "act" and "kind" in changes)
            said += n * there
            right += n * (there and not changed)
            held += n * (bool(changes.get(name, True)) if changed else there)
        rows.append(_row(label, (share(right, said), share(right, held)), said, held))
    about = _(
        "Of accepted and amended claims: which parts that the machine filled people kept, and which parts that people hold it had."
    )
    return FigureTable(
        _("How often the machine is right, by part"), about, _machine_columns(), tuple(rows) if kept else ()
    )


def _machine_columns() -> tuple[str, ...]:
    return (
        _("What"), _("Precision"), _("95 % interval"), _("of"), _("Recall"), _("95 % interval"), _("of"),
    )  # fmt: skip


def _row(label: str, figures: Sequence[Figure | None], *units: int) -> FigureRow:
    cells: list[str] = []
    for figure, count in zip(figures, units, strict=True):
        cells += (*_cells(figure), str(count))
    return FigureRow(label, tuple(cells))


def _cells(figure: Figure | None) -> tuple[str, str]:
    if figure is None:
        return _("none"), ""
    if figure.low is None or figure.high is None:
        return f"{figure.value:.2f}", _("too few")
    return f"{figure.value:.2f}", f"{figure.low:.2f} … {figure.high:.2f}"


# -- differences ----------------------------------------------------------------------------------------------------


def _difference(casebook: Casebook, pair: Pair) -> Difference:
    stored = casebook.claim(pair.claim.id)
    report = casebook.report_texts([stored.report])[stored.report]
    return Difference(
        href=path("differences", {"claim": stored.id}), act=words.say(words.ACTS, stored.claim.act),
        words=" ".join(stored.claim.span.of(report.text).split()), lang=report.language or "und",
        first=said(pair.first), first_by=pair.first.by, first_note=pair.first.note,
        second=said(pair.second), second_by=pair.second.by, second_note=pair.second.note,
        settled=words.say(words.VERDICTS, pair.now.verdict) if pair.settled and pair.now else "",
    )  # fmt: skip


def said(judgement: Judgement) -> str:
    """A judgement in one line: the verdict, and which parts it found wrong."""
    labels = field_labels()
    parts = ", ".join(labels.get(name, name) for name in FIELDS if name in wrong_fields(judgement.amended))
    verdict = words.say(words.VERDICTS, judgement.verdict)
    return f"{verdict}: {parts}" if parts else verdict
