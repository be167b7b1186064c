"""The annex of a brief: every clause with every event that says something, the way down, the law, each with its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.confronted import CANNOT_TELL, OrderClause, Practice, Words
from testigo.desk import order_shown, order_words, words
from testigo.desk.brief import parts
from testigo.desk.brief.material import Material
from testigo.desk.brief.values import Block
from testigo.desk.brief.writing import Writer
from testigo.orders import law


def blocks_of(material: Material, write: Writer) -> tuple[Block, ...]:
    """The annex, from the tellings to the law."""
    out = _Blocks(write)
    _tellings(material, out)
    _way(material, out)
    for clause in material.order.clauses:
        _clause(material, clause, out)
    _trend(material, out)
    _law(material, out)
    _cautions(material, out)
    return tuple(out.blocks)


@dataclass
class _Blocks:
    """Blocks in the order of the annex, their texts as they may leave."""

    write: Writer
    blocks: list[Block] = field(default_factory=list)

    def add(self, kind: str, text: str, label: str = "", rests: Sequence[Words] = (), lang: str = "") -> None:
        self.blocks.append(
            Block(kind, self.write.say(text), self.write.say(label), self.write.rests(rests), lang)
        )


def _tellings(material: Material, out: _Blocks) -> None:
    order, language = material.order, material.language
    out.add("heading", _("Its tellings"))
    known: dict[str, list[Words]] = {}
    for telling in order.tellings:
        by = f" ({words.say(words.SOURCES, telling.by_kind)}: {telling.by})" if telling.by else ""
        known.setdefault(words.say(order_words.KNOWN, telling.how) + by, []).append(telling.words)
    for text, rests in known.items():
        out.add("plain", text, rests=rests)
    for reason in order.differences:
        out.add("open", order_words.said(reason, language))


def _way(material: Material, out: _Blocks) -> None:
    if material.order.steps:
        out.add("heading", _("How it was passed down"))
    for step in material.order.steps:
        out.add("plain", parts.step_in_words(step, material.language), rests=[step.words])


def _clause(material: Material, clause: OrderClause, out: _Blocks) -> None:
    language = material.language
    levels = f" ({_('Levels of supervision')}: {order_shown.levels(clause.levels)})" if clause.levels else ""
    label = f"{clause.number}. {words.say(words.DOES, clause.does)}"
    lang = out.write.seen.lang(clause.words.report)
    out.add("clause", clause.words.text + levels, label, [t.words for t in clause.tellings], lang)
    if clause.differences:
        told = " ".join(order_words.said(reason, language) for reason in clause.differences)
        out.add("open", told)
    if clause.modality == "finding":
        return
    rulings = [p for p in material.rulings if p.clause == clause.number]
    for practice in rulings:
        if practice.verdict != CANNOT_TELL or practice.judged:
            _event(material, practice, out)
    unsure = material.counts[clause.number][2]
    if unsure:
        said = ngettext("%(n)s event that cannot tell.", "%(n)s events that cannot tell:", unsure)
        out.add("plain", said % {"n": unsure})
        for practice in (p for p in rulings if p.verdict == CANNOT_TELL and not p.judged):
            view = order_shown.practice(practice, material.seen, material.state)
            told = ", ".join(part for part in (view.act, view.when, view.where) if part)
            out.add(
                "unsure",
                f"{told}. {order_words.last_word(practice.reasons, language)}",
                rests=practice.words[:1],
            )
    if not any(material.counts[clause.number]):
        silence = _("No documented event speaks for or against it. That proves nothing: what is not reported may have happened.")  # fmt: skip
        out.add("plain", silence)


def _event(material: Material, practice: Practice, out: _Blocks) -> None:
    view = order_shown.practice(practice, material.seen, material.state)
    about = ", ".join(part for part in (view.act, view.when, view.where) if part)
    weighed = view.origins if practice.least is not None else ""
    firm = "; ".join(part for part in (view.firmness, weighed, parts.decided(practice.judged)) if part)
    out.add("verdict", f"{about} ({firm})", view.verdict, practice.words)
    out.add("reason", " ".join(view.reasons))
    if view.open:
        out.add("open", " ".join(view.open))


def _trend(material: Material, out: _Blocks) -> None:
    found = material.trend
    out.add("heading", _("Before and after"))
    for text in (found.asked, found.may, found.may_not, *found.lines):
        if text:
            out.add("plain", text)


def _law(material: Material, out: _Blocks) -> None:
    order, rulings, state = material.order, material.rulings, material.state
    found = [e for p in rulings if p.verdict != CANNOT_TELL for e in law.of_practice(p, state)]
    found += [e for c in order.clauses for e in law.engaged(c.measure or "", c.words.text, state)]
    views = dict.fromkeys(order_shown.rights(found, material.language))
    if views:
        out.add("heading", _("The law"))
        out.add("plain", _("It engages these articles. Whether one was broken is for a court, with both sides heard."))  # fmt: skip
    for view in views:
        note = f" {view.note}" if view.note else ""
        out.add("plain", f"{view.name}: {view.right}. {view.title}; {view.bound}.{note}")
    for statute in order_shown.statutes(
        tuple(dict.fromkeys(p.act for p in rulings)), state, material.language
    ):
        out.add("plain", f"{statute.name}: {statute.says} ({statute.basis})")


def _cautions(material: Material, out: _Blocks) -> None:
    out.add("heading", _("Read it with care"))
    for text in parts.cautions(material, out.write):
        out.add("plain", text)
