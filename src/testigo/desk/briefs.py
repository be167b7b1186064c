"""The brief: one page about one order to print or send, each statement with a numbered note to the words it rests on.

Rules:
- What stands in it: the order, its way down, each clause with the events that say something, what cannot tell as a number,
  before and after, the law, the cautions. That nothing is reported is no evidence stands in it always.
- A note gives report, outlet, day and the place of the words in the text: a reader with the report finds them.
- Names of people to whom something was done, or who tell it, are shortened to initials by default: whoever may check has the
  report, and whoever must not find them does not get them from us. Issuers and offices keep their names.
- Sources stand by kind and by the words in which the report describes them; rejected claims are not in it at all.
- Same casebook, same language, same bytes: no clock and no machine's name is in it; the day is that of the run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.confronted import CANNOT_TELL, Order, OrderClause, Practice, Words
from testigo.desk import order_shown, order_words, words
from testigo.desk.order_shown import Seen
from testigo.desk.order_trend import Trend, trend_of
from testigo.desk.orders import name_of, seen_of
from testigo.desk.when import in_words
from testigo.orders import confront, law

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

INITIALS, FULL = "initials", "full"
_NAMED = re.compile(r"(?:named|surnamed|surname of|family name|called|name is)\s+(?P<name>[A-Z][\w’'-]+)")
_LEADING = re.compile(
    r"^(?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?=,|$| \()"
)
_KOREAN = re.compile(r"(?P<name>[가-힣]{2,4})(?:라는 성|씨| 씨)")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece. kind: title, fact, heading, clause, verdict, reason, open, caution, quote, plain, picture.

    label: of a fact or verdict; notes: numbers of the notes it rests on.
    """

    kind: str
    text: str
    label: str = ""
    notes: tuple[int, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The page. notes: by number from 1; language: of the interface; hidden: whether names are shortened."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    trend: Trend
    hidden: bool


@dataclass
class _Writer:
    """Writes blocks and counts notes. names: what stands in place of each name."""

    seen: Seen
    names: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    known: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def add(self, kind: str, text: str, label: str = "", rests: Sequence[Words] = (), lang: str = "") -> None:
        numbers = tuple(dict.fromkeys(self.note(w) for w in rests))
        self.blocks.append(Block(kind, self.shown(text), self.shown(label), numbers, lang))

    def shown(self, text: str) -> str:
        for name, initial in self.names.items():
            text = (
                re.sub(rf"(?<![\w]){re.escape(name)}(?![A-Za-z])", initial, text)
                if name.isascii()
                else text.replace(name, initial)
            )
        return text

    def note(self, found: Words) -> int:
        key = (found.report, found.span.start, found.span.end)
        if key not in self.known:
            line = self.seen.reports.get(found.report)
            title = (line.title if line else "") or _("(no title, report %(id)s)") % {"id": found.report}
            about = self.seen.about(found.report)
            at = _("characters %(start)s to %(end)s") % {"start": found.span.start, "end": found.span.end}
            told = " · ".join(part for part in (self.shown(title), about, at) if part)
            self.notes.append(f"{told}: “{self.shown(found.text)}”")
            self.known[key] = len(self.notes)
        return self.known[key]


def brief_of(casebook: Casebook, order: Order, language: str, names: str = INITIALS) -> Brief:
    """The brief of an order. names: INITIALS or FULL."""
    rulings = confront.practices_of(casebook, order)
    kept = [p for p in rulings if p.verdict != CANNOT_TELL or p.judged]
    hidden = shortened(casebook, kept) if names == INITIALS else {}
    write = _Writer(seen_of(casebook, order, rulings), hidden)
    state = law.state_of(order)
    _head(write, order, language)
    _way(write, order, language)
    for clause in order.clauses:
        _clause(write, clause, [p for p in rulings if p.clause == clause.number], state, language)
    trend = trend_of(casebook, order, language)
    _trend(write, trend)
    _law(write, order, rulings, state)
    _cautions(write, casebook, order, language, bool(hidden))
    return Brief(
        write.shown(name_of(order)), language, tuple(write.blocks), tuple(write.notes), trend, bool(hidden)
    )


def _head(write: _Writer, order: Order, language: str) -> None:
    told = [t.words for t in order.tellings]
    write.add("title", name_of(order))
    untold = _("not told")
    for label, value in (
        (_("Issued by"), order.issuer), (_("Issued"), order_shown.dated(order.issued, language)),
        (_("To"), ", ".join(order.addressee)), (_("Holds in"), ", ".join(order.territory)),
    ):  # fmt: skip
        write.add("fact", value or untold, label, told[:1] if value else ())
    known: dict[str, list[Words]] = {}
    for telling in order.tellings:
        by = f" ({words.say(words.SOURCES, telling.by_kind)}: {telling.by})" if telling.by else ""
        known.setdefault(words.say(order_words.KNOWN, telling.how) + by, []).append(telling.words)
    for text, rests in known.items():
        write.add("fact", text, _("Known"), rests)
    for relation in (*order.relations, *order.related_by):
        passive = relation in order.related_by
        verb = words.say(order_words.RELATED_BY if passive else order_words.RELATIONS, relation.kind)
        numbers = ", ".join(map(str, relation.clauses))
        when = (
            order_shown.dated(f"{relation.first or '..'}/{relation.last or '..'}", language)
            if relation.first
            else ""
        )
        text = " · ".join(
            part for part in (verb, _("clause %(n)s") % {"n": numbers} if numbers else "", when) if part
        )
        write.add("plain", text, rests=[relation.words] if relation.words else ())


def _way(write: _Writer, order: Order, language: str) -> None:
    if order.steps:
        write.add("heading", _("How it was passed down"))
    for step in order.steps:
        who = (
            " → ".join(part or "…" for part in (step.giver, step.receiver))
            if step.giver or step.receiver
            else step.words.text
        )
        parts = (
            order_shown.dated(step.when, language) or _("day not told"),
            who,
            words.say(order_words.HOW, step.how),
            step.where,
        )
        write.add("plain", " · ".join(part for part in parts if part), rests=[step.words])


def _clause(
    write: _Writer, clause: OrderClause, rulings: Sequence[Practice], state: str, language: str
) -> None:
    levels = f" ({_('Levels of supervision')}: {order_shown.levels(clause.levels)})" if clause.levels else ""
    label = f"{clause.number}. {words.say(words.MODALITIES, clause.modality)}"
    lang = write.seen.lang(clause.words.report)
    write.add("clause", clause.words.text + levels, label, [t.words for t in clause.tellings], lang)
    if clause.differences:
        write.add("open", " ".join(order_words.said(reason, language) for reason in clause.differences))
    if clause.modality == "finding":
        return
    kept = [p for p in rulings if p.verdict != CANNOT_TELL or p.judged]
    for practice in kept:
        view = order_shown.practice(practice, write.seen, state)
        about = ", ".join(part for part in (view.act, view.when, view.where) if part)
        weighed = view.origins if practice.least is not None else ""
        told = f"{about} ({'; '.join(part for part in (view.firmness, weighed, view.judged) if part)})"
        write.add("verdict", told, view.verdict, practice.words[:3])
        write.add("reason", " ".join(view.reasons))
        if view.open:
            write.add("open", " ".join(view.open))
    unsure = len(rulings) - len(kept)
    if unsure:
        write.add("plain", _("%(n)s further documented events cannot tell.") % {"n": unsure})
    elif not kept:
        write.add(
            "plain",
            _(
                "No documented event speaks for or against it. That proves nothing: what is not reported may have happened."
            ),
        )


def _trend(write: _Writer, trend: Trend) -> None:
    write.add("heading", _("Before and after"))
    write.add("plain", trend.asked)
    if trend.picture is not None:
        write.add("picture", "")
    for text in (trend.may, trend.may_not, *trend.lines):
        if text:
            write.add("plain", text)


def _law(write: _Writer, order: Order, rulings: Sequence[Practice], state: str) -> None:
    found = [e for p in rulings if p.verdict != CANNOT_TELL for e in law.of_practice(p, state)]
    found += [e for c in order.clauses for e in law.engaged(c.measure or "", c.words.text, state)]
    views = dict.fromkeys(order_shown.rights(found, write.seen.language))
    if views:
        write.add("heading", _("The law"))
        write.add(
            "plain",
            _("It engages these articles. Whether one was broken is for a court, with both sides heard."),
        )
    for view in views:
        write.add("plain", f"{view.name}: {view.right}. {view.title}; {view.bound}.")
    for statute in order_shown.statutes(tuple(dict.fromkeys(p.act for p in rulings)), state):
        write.add("plain", f"{statute.name}: {statute.says} ({statute.basis})")


def _cautions(write: _Writer, casebook: Casebook, order: Order, language: str, hidden: bool) -> None:
    write.add("heading", _("Read it with care"))
    write.add(
        "caution",
        _(
            "A verdict is about an event and a clause, never about a person. It is computed from what reports say; people confirm or overrule it. That nothing is reported is no evidence that the order is obeyed."
        ),
    )
    for reason in (*order.cautions, *order.differences):
        write.add("caution", order_words.said(reason, language))
    run = casebook.derived_run(confront.STAGE)
    if run is not None:
        day = in_words(run.at.date().isoformat(), language)
        write.add(
            "caution", _("Computed on %(day)s from the reports that the casebook held then.") % {"day": day}
        )
        if run.settings.get("events") == confront.BY_REPORT:
            write.add(
                "caution", _("Events are not linked over reports: one happening told twice counts twice.")
            )
        if not any(p.least is not None for p in confront.practices_of(casebook, order)):
            write.add(
                "caution",
                _("How many independent origins stand behind the events is not known: nobody weighed."),
            )
    if hidden:
        write.add(
            "caution",
            _(
                "Names of people are shortened to initials. Who may check finds them in the reports that the notes name."
            ),
        )


# -- names -----------------------------------------------------------------------------------------------------------


def shortened(casebook: Casebook, practices: Sequence[Practice]) -> dict[str, str]:
    """What stands in place of the names of people to whom something was done, the longest names first."""
    found: set[str] = set()
    for claim in sorted({c for p in practices for c in p.claims}):
        stored = casebook.claim(claim).claim
        for filler in (
            *stored.target,
            *(s for s in stored.actor if stored.act in ("speech", "escape", "contact", "movement")),
        ):
            said = [text for text in (filler.text, filler.refers_text) if text]
            found |= {
                m["name"]
                for text in said
                for pattern in (_NAMED, _LEADING, _KOREAN)
                for m in pattern.finditer(text)
            }
            found |= {a.text for a in filler.attributes if a.kind == "surname"}
    parts = {part for name in found for part in name.split(" ") if len(part) > 1}
    return {name: initials(name) for name in sorted(found | parts, key=lambda n: (-len(n), n))}


def initials(name: str) -> str:
    """Mira Tolvan becomes M. T.; a Korean name one circle for each syllable."""
    if not name.isascii() and re.fullmatch(r"[가-힣]+", name):
        return "○" * len(name)
    return " ".join(f"{part[0]}." for part in name.split(" ") if part)
