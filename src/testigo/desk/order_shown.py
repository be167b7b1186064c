"""Orders, clauses and verdicts as what the pages show.

Rules:
- Values in, views out; nothing is read from the casebook here. Words of reports are links to where they stand.
- What says something (in line, contrary) comes first; what cannot tell is there too, folded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import ReportLine
from testigo.confronted import (
    CANNOT_TELL,
    VERDICTS,
    OrderClause,
    Practice,
    Relation,
    Step,
    Tally,
    Telling,
    Words,
)
from testigo.desk import order_words, shown, words
from testigo.desk.order_words import VERDICT_IDS, said
from testigo.desk.pages.orders import (
    ClausePage,
    Counted,
    PracticeView,
    Quoted,
    RelationView,
    RightView,
    StatuteView,
    StepView,
    TellingView,
    TreatyView,
    UnsureView,
    WordedView,
)
from testigo.desk.render import path
from testigo.desk.when import in_words
from testigo.orders import law

DASH = "–"
UNSURE_SHOWN = 3  # events that cannot tell, of each clause: a page stays under 100 KB


@dataclass(frozen=True, slots=True)
class Seen:
    """In which language, and what is known of the reports. reports: by id; named: names of reference rows."""

    language: str
    reports: Mapping[int, ReportLine]
    named: Callable[[str], str]

    def lang(self, report: int) -> str:
        """The language of a report's words."""
        line = self.reports.get(report)
        return (line.language if line else None) or "und"

    def about(self, report: int) -> str:
        """Whose report it is and of when."""
        line = self.reports.get(report)
        if line is None:
            return ""
        return ", ".join(
            part for part in (line.publisher, shown.shown_date(line.published, self.language)) if part
        )


def quoted(found: Words, seen: Seen, *, whole: bool = False) -> Quoted:
    """Words with their way into the report."""
    asked = {"claim": found.claim, "at": found.span.start}
    href = path("report", asked, f"o{found.span.start}", id=found.report)
    text = found.text if whole else order_words.short(found)
    return Quoted(text, href, seen.lang(found.report), seen.about(found.report))


def dated(value: str | None, language: str) -> str:
    """An EDTF value in words, or empty."""
    return in_words(value, language) if value else ""


def telling(found: Telling, seen: Seen, split_href: str = "") -> TellingView:
    """One report's telling. split_href: where a person says that it tells another order."""
    return TellingView(
        title=found.title or _("(no title, report %(id)s)") % {"id": found.report},
        href=quoted(found.words, seen).href,
        lang=found.language or "und",
        publisher=found.publisher,
        published=dated(found.published, seen.language),
        published_iso=found.published or "",
        issued=dated(found.issued, seen.language),
        issuer=found.issuer,
        territory=", ".join(found.territory),
        how=words.say(order_words.KNOWN, found.how),
        by=found.by,
        split_href=split_href,
    )


def step(found: Step, seen: Seen) -> StepView:
    """One step of the way down."""
    return StepView(
        giver=found.giver,
        receiver=found.receiver,
        when=dated(found.when, seen.language),
        when_iso=found.when or "",
        where=found.where,
        how=words.say(order_words.HOW, found.how),
        quoted=quoted(found.words, seen),
    )


def rights(found: Sequence[law.Engaged], language: str) -> tuple[RightView, ...]:
    """Articles with what binds the state."""
    return tuple(
        RightView(
            name=_("engages %(instrument)s article %(article)s")
            % {"instrument": one.right.instrument, "article": one.right.article},
            title=words.say(order_words.INSTRUMENTS, one.right.instrument),
            right=words.say(order_words.RIGHTS, one.right.right),
            bound=order_words.bound(one.bond, language),
            note=one.bond.noted(language) if one.bond and one.bond.bound != "declaration" else "",
            basis=words.say(order_words.BASIS, one.bond.basis) if one.bond else "",
        )
        for one in found
    )


def statutes(acts: Sequence[str], state: str, language: str) -> tuple[StatuteView, ...]:
    """The state's own law on some acts."""
    return tuple(
        StatuteView(
            _("%(law)s, article %(article)s") % {"law": found.named(language), "article": found.article},
            found.told(language),
            words.say(order_words.BASIS, found.basis),
        )
        for found in law.statutes(acts, state)
    )


def counted(in_line: int, contrary: int, cannot_tell: int) -> tuple[Counted, ...]:
    """How many of each verdict, those that are none left out."""
    numbers = dict(zip(VERDICTS, (in_line, contrary, cannot_tell), strict=True))
    return tuple(Counted(VERDICT_IDS[id_], order_words.verdict(id_), n) for id_, n in numbers.items() if n)


def practice(found: Practice, seen: Seen, state: str = "", *, whole: bool = False) -> PracticeView:
    """What an event says of a clause."""
    language = seen.language
    judged = ""
    if found.judged:
        told = _("confirmed by %(by)s") if found.judged == "accept" else _("decided by %(by)s")
        judged = told % {"by": found.judged_by}
    return PracticeView(
        verdict_id=VERDICT_IDS[found.verdict],
        verdict=order_words.verdict(found.verdict),
        judged=judged,
        act=words.say(words.ACTS, found.act),
        when=dated(days_of(found), language) or _("day not told"),
        when_iso=days_of(found),
        side=words.say(order_words.SIDES, found.side),
        where=found.where,
        quoted=tuple(quoted(w, seen, whole=whole) for w in (found.words if whole else found.words[:2])),
        reasons=tuple(said(r, language) for r in found.reasons),
        open=tuple(said(r, language) for r in found.open),
        firmness=order_words.firmest(found.statuses[0]),
        firmness_means=words.say(words.STATUS_MEANS, found.statuses[0]),
        origins=order_words.origins(found.least, found.most),
        href=path("practice", id=int(found.order), clause=str(found.clause), event=str(found.claims[0])),
        tellings=tuple(
            _("By the words of telling %(n)s: %(verdict)s. %(why)s")
            % {
                "n": one.directive,
                "verdict": order_words.verdict(one.verdict) if one.verdict else _("not concerned"),
                "why": " ".join(said(r, language) for r in one.reasons[:3]),
            }
            for one in found.by_telling
        ),
        rights=rights(law.of_practice(found, state), language),
    )


def unsure(found: Practice, seen: Seen) -> UnsureView:
    """An event that cannot tell, in one line."""
    return UnsureView(
        act=words.say(words.ACTS, found.act),
        when=dated(days_of(found), seen.language) or _("day not told"),
        when_iso=days_of(found),
        where=found.where,
        why=order_words.last_word(found.reasons, seen.language),
        quoted=quoted(found.words[0], seen),
        href=path("practice", id=int(found.order), clause=str(found.clause), event=str(found.claims[0])),
    )


def treaties(found: Sequence[law.Engaged], language: str) -> tuple[TreatyView, ...]:
    """The instruments of some articles, each once, with what binds the state."""
    by_name = {one.right.instrument: one.bond for one in found}
    return tuple(
        TreatyView(
            name,
            words.say(order_words.INSTRUMENTS, name),
            order_words.bound(bond, language),
            bond.noted(language) if bond and bond.bound != "declaration" else "",
            words.say(order_words.BASIS, bond.basis) if bond else "",
        )
        for name, bond in by_name.items()
    )


def days_of(found: Practice) -> str:
    """The days of an event as EDTF."""
    if found.first is None and found.last is None:
        return ""
    if found.first == found.last:
        return found.first or ""
    return f"{found.first or '..'}/{found.last or '..'}"


def clause(
    found: OrderClause,
    rulings: Sequence[Practice],
    tally: Tally | None,
    seen: Seen,
    state: str,
    whole_href: str = "",
) -> ClausePage:
    """One clause with everything about it. whole_href: where all events that cannot tell stand; "": they stand here."""
    open_ = [p for p in rulings if p.verdict == CANNOT_TELL and not p.judged]
    hidden = {id(p) for p in open_[UNSURE_SHOWN:]} if whole_href else set()
    views = [practice(p, seen, state) for p in rulings if p.verdict != CANNOT_TELL or p.judged]
    left = tally.in_line + tally.contrary + tally.cannot_tell - tally.listed + tally.outside if tally else 0
    expected = found.expected
    language = seen.language
    own = rights(law.engaged(found.measure or "", found.words.text, state), language)
    return ClausePage(
        number=found.number,
        modality=words.say(words.DOES, found.does),
        modality_id=found.does,
        quoted=quoted(found.words, seen, whole=True),
        groups=tuple(g.text for g in found.groups),
        measure=order_words.measure(found.measure),
        levels=levels(found.levels),
        deadline=dated(found.deadline, language),
        penalty=found.penalty,
        territory=", ".join(found.territory),
        conditions=tuple(c.text for c in found.conditions),
        tellings=tuple(
            WordedView(quoted(t.words, seen, whole=True), levels(t.levels), dated(t.deadline, language))
            for t in found.tellings[1:]
        ),
        differences=tuple(said(r, language) for r in found.differences),
        holds=tuple(_hold(h.first, h.last, h.words, seen) for h in found.holds),
        carried_out=tuple(said(r, language) for r in expected.carried_out) if expected else (),
        not_carried_out=tuple(said(r, language) for r in expected.not_carried_out) if expected else (),
        either_case=tuple(said(r, language) for r in expected.either_case) if expected else (),
        kept=tuple(views),
        unsure=tuple(unsure(p, seen) for p in open_ if id(p) not in hidden),
        unsure_in_all=len(open_),
        whole_href=whole_href if hidden else "",
        counts=counted(*numbers(rulings, tally)),
        left=ngettext(
            "%(n)s further event is counted, not listed.",
            "%(n)s further events are counted, not listed.",
            left,
        )
        % {"n": left}
        if left
        else "",
        silent=not any(p.verdict != CANNOT_TELL for p in rulings) and found.modality != "finding",
        rights=own,
        done_rights=tuple(dict.fromkeys(r for view in views for r in view.rights if r not in own)),
        lang=seen.lang(found.words.report),
    )


def numbers(rulings: Sequence[Practice], tally: Tally | None) -> tuple[int, int, int]:
    """Events held against a clause: in line, contrary, that cannot tell; of those listed as people decided, else as computed."""
    listed = {id_: sum(1 for p in rulings if p.verdict == id_) for id_ in VERDICTS}
    if tally is not None:
        kept = {id_: sum(1 for p in rulings if p.computed == id_) for id_ in VERDICTS}
        whole = dict(zip(VERDICTS, (tally.in_line, tally.contrary, tally.cannot_tell), strict=True))
        listed = {id_: listed[id_] + whole[id_] - kept[id_] for id_ in VERDICTS}
    in_line, contrary, cannot_tell = (listed[id_] for id_ in VERDICTS)
    return in_line, contrary, cannot_tell


def _hold(first: str | None, last: str | None, found: Words, seen: Seen) -> Quoted:
    made = quoted(found, seen)
    told = dated(f"{first or '..'}/{last or '..'}", seen.language) if first or last else ""
    return Quoted(made.words, made.href, made.lang, _("suspended %(when)s") % {"when": told})


def levels(found: tuple[int, int] | None) -> str:
    """Levels of supervision in words."""
    if found is None:
        return ""
    low, high = found
    return str(low) if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def relation(found: Relation, names: Mapping[str, str], seen: Seen, *, passive: bool) -> RelationView:
    """What an order does to another one, or another one to it."""
    name = names.get(found.order, found.order)
    said_ = order_words.related(found, seen.language, passive=passive, name=name)
    return RelationView(
        said_,
        path("order", id=int(found.order)),
        (quoted(found.words, seen),) if found.words else (),
        tuple(said(r, seen.language) for r in found.reasons),
    )
