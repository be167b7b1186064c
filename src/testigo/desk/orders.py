"""The pages of orders: asks the casebook and the stage, and composes them; takes what people decide about verdicts.

Rules:
- A page shows what the last run derived, and says when it ran, from what, and whether something came in since.
- A verdict that a person confirmed or overruled shows theirs, and keeps what was computed beside it.
- Nothing is computed when a page is asked for; a button asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE, VERDICTS, Order, Practice, Step, Telling
from testigo.desk import judging, order_pair, order_shown, order_words, words
from testigo.desk.compose import list_pager
from testigo.desk.gather import Query, language, page_number, whole
from testigo.desk.order_found import called, found, name_of, seen_of
from testigo.desk.order_shown import Seen
from testigo.desk.order_trend import KeptTrend, unasked
from testigo.desk.pages import Choice, Link
from testigo.desk.pages.orders import OneOrderPage, OrderRow, OrdersPage, RunView, TrendView, VerdictPage
from testigo.desk.render import path
from testigo.desk.seeing import way
from testigo.desk.seeing.svg import written
from testigo.desk.seeing.trend import rows_of
from testigo.desk.when import iso, moment
from testigo.errors import Conflict
from testigo.judgement import Judgement, standing
from testigo.orders import confront, law

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

PER_PAGE = 30


def orders(casebook: Casebook, query: Query) -> OrdersPage:
    """The list of orders, the latest first."""
    number = max(1, whole(query.get("page", ""), 1))
    got = casebook.derived(confront.STAGE, "order", Order, offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
    number, of = page_number(query, got.total, PER_PAGE)
    rows = tuple(_row(casebook, order) for order in got.items)
    return OrdersPage(
        run_of(casebook), rows, got.total, list_pager(number, of, lambda n: path("orders", {"page": n}))
    )


def _row(casebook: Casebook, order: Order) -> OrderRow:
    here = language()
    tallies = confront.tallies_of(casebook, order.key)
    counts = order_shown.counted(
        sum(t.in_line for t in tallies), sum(t.contrary for t in tallies), sum(t.cannot_tell for t in tallies)
    )
    kinds = dict.fromkeys(words.say(order_words.RELATIONS, r.kind) for r in order.relations)
    return OrderRow(
        href=path("order", id=int(order.key)),
        name=name_of(order),
        lang=order.tellings[0].language or "und",
        issuer=order.issuer,
        issued=order_shown.dated(order.issued, here),
        issued_iso=order.issued or "",
        reports=len({t.report for t in order.tellings}),
        clauses=len(order.clauses),
        counts=counts,
        relations=tuple(kinds),
    )


def run_of(casebook: Casebook) -> RunView:
    """When orders were confronted last, and from what."""
    run = casebook.derived_run(confront.STAGE)
    waiting = casebook.at_hand().directives if run is None else 0
    if run is None:
        return RunView(True, False, "", "", False, path("orders-run"), waiting)
    by_reports = run.settings.get("events") == confront.BY_REPORT
    return RunView(False, run.stale, moment(run.at, language()), iso(run.at), by_reports, path("orders-run"))


def one_order(
    casebook: Casebook, id_: int, whole: str = "", answered: KeptTrend | None = None
) -> OneOrderPage:
    """The page of one order. whole: number of the clause whose events that cannot tell are all listed.

    answered: its trend, where it was asked for.
    """
    order = found(casebook, id_)
    rulings = confront.practices_of(casebook, order)
    tallies = {t.clause: t for t in confront.tallies_of(casebook, order.key)}
    seen, state, here = seen_of(casebook, order, rulings), law.state_of(order), language()
    best = _best(order)
    names = {r.order: called(casebook, r.order) for r in (*order.relations, *order.related_by)}
    clauses = tuple(
        order_shown.clause(
            c,
            [p for p in rulings if p.clause == c.number],
            tallies.get(c.number),
            seen,
            state,
            ""
            if str(c.number) == whole
            else path("order", {"whole": str(c.number)}, f"clause{c.number}", id=id_),
        )
        for c in order.clauses
    )
    acts = tuple(dict.fromkeys([c.measure for c in order.clauses if c.measure] + [p.act for p in rulings]))
    return OneOrderPage(
        run=run_of(casebook),
        number=order.key,
        name=name_of(order),
        lang=order.tellings[0].language or "und",
        issuer=order.issuer,
        addressee=", ".join(order.addressee),
        issued=order_shown.dated(order.issued, here),
        issued_iso=order.issued or "",
        territory=", ".join(order.territory),
        known=words.say(order_words.KNOWN, best.how),
        known_by=best.by,
        cautions=tuple(order_words.said(r, here) for r in order.cautions),
        differences=tuple(order_words.said(r, here) for r in order.differences),
        tellings=tuple(order_shown.telling(t, seen, order_pair.split_href(order, t)) for t in order.tellings),
        near=order_pair.near_to(casebook, order),
        said_of_pairs=order_pair.said_of(casebook, order),
        compare=path("order-compare"),
        steps=tuple(order_shown.step(s, seen) for s in order.steps),
        way=_way(order, seen),
        clauses=clauses,
        relations=(
            *(order_shown.relation(r, names, seen, passive=False) for r in order.relations),
            *(order_shown.relation(r, names, seen, passive=True) for r in order.related_by),
        ),
        state=words.say(order_words.STATES, state) if state else "",
        treaties=order_shown.treaties(_engaged(order, rulings, state), here),
        statutes=order_shown.statutes(acts, state, here),
        briefs=(
            Link(_("Brief on one page (PDF)"), path("order-brief", id=id_, what="pdf")),
            Link(_("Brief on one page (HTML)"), path("order-brief", id=id_, what="html")),
            Link(_("With its annex (PDF)"), path("order-brief", {"annex": "yes"}, id=id_, what="pdf")),
            Link(_("With its annex (HTML)"), path("order-brief", {"annex": "yes"}, id=id_, what="html")),
            Link(
                _("One page with full names (HTML)"),
                path("order-brief", {"names": "full"}, id=id_, what="html"),
            ),
        ),
        sealed_href=path("sealed"),
        trend=_trend(casebook, order, answered),
        back=path("orders"),
    )


def _trend(casebook: Casebook, order: Order, answered: KeptTrend | None) -> TrendView:
    """Before and after the order, as a picture with its table; where it was not asked for, whether it can be."""
    ask = "" if (why := unasked(order)) else path("order-trend", id=int(order.key))
    if answered is None:
        return TrendView(ask, asked="", may="", may_not="", lines=(why,) if why else ())
    made = answered.trend
    picture = mark_safe(written(made.picture)) if made.picture is not None else ""  # noqa: S308 - made by svg.py
    columns = (
        _("Month"), _("For sure"), _("Documented"), _("Possible"), _("Probably"), _("at least"), _("at most"),
        _("Told so far"), _("Outlets"), _("Sources"), _("Reports"),
    )  # fmt: skip
    rows = (
        tuple(tuple(str(cell) for cell in row[: len(columns)]) for row in rows_of(made.change))
        if made.change
        else ()
    )
    stale = answered.inputs != casebook.inputs()
    return TrendView(
        ask,
        made.asked,
        made.may,
        made.may_not,
        made.lines,
        picture,
        columns,
        rows,
        answered=True,
        stale=stale,
    )


def _best(order: Order) -> Telling:
    """The telling that knows the order by the strongest way."""
    ways = list(order_words.KNOWN)
    return min(order.tellings, key=lambda t: ways.index(t.how) if t.how in ways else len(ways))


def _engaged(order: Order, rulings: Sequence[Practice], state: str) -> tuple[law.Engaged, ...]:
    """Every article that the order's clauses or what is documented of them engage."""
    found = [e for c in order.clauses for e in law.engaged(c.measure or "", c.words.text, state)]
    found += [e for p in rulings if p.verdict != CANNOT_TELL or p.judged for e in law.of_practice(p, state)]
    return tuple(dict.fromkeys(found))


def _how(step: Step) -> str:
    """By what a step was taken, in words; that its day is not told, where it is not."""
    said = words.say(order_words.HOW, step.how)
    return said if step.when else " · ".join((_("day not told"), said))


def _way(order: Order, seen: Seen) -> str:
    """The picture of the way down."""
    stations = [
        way.Station(
            who=" → ".join(part for part in (s.giver, s.receiver) if part) or s.words.text,
            day=order_shown.dated(s.when, seen.language),
            how=_how(s),
            how_id=s.how,
            where=s.where,
            href=order_shown.quoted(s.words, seen).href,
        )
        for s in order.steps
    ]
    made = way.way(stations, _("How it was passed down"), _("Each step with its day, from the issue down."))
    return mark_safe(written(made)) if made is not None else ""  # noqa: S308 - made by svg.py, all text escaped


# -- one verdict -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person sent. verdict: "accept", one of confronted.VERDICTS, "withdraw", or "" where nothing was sent."""

    verdict: str = ""
    by: str = ""
    note: str = ""
    seen: str = ""


def typed(post: Mapping[str, str]) -> Typed:
    """A form as it was sent."""
    by = " ".join(post.get("by", "").split())[: judging.LONGEST_NAME]
    return Typed(
        post.get("verdict", ""), by, post.get("note", "").replace("\r\n", "\n").strip(), post.get("seen", "")
    )


def ruling_of(casebook: Casebook, id_: int, clause: str, event: str) -> tuple[Order, Practice]:
    """The ruling on the event that a claim belongs to, or a page that says that there is none."""
    order = found(casebook, id_)
    about = [("clause", f"{order.key}.{clause}"), ("claim", event)]
    items = casebook.derived(confront.STAGE, "practice", Practice, about=about, limit=1).items
    if not items:
        raise Http404
    return order, confront.as_judged(casebook, items, order)[0]


def verdict_page(
    casebook: Casebook, order: Order, ruling: Practice, was: Typed, wrong: str = "", conflict: str = ""
) -> VerdictPage:
    """One verdict with the words behind it and the form that decides about it."""
    seen, state = seen_of(casebook, order, [ruling]), law.state_of(order)
    clause = next(c for c in order.clauses if c.number == ruling.clause)
    history = confront.history_of(casebook, order, ruling)
    now = standing(history)
    computed = order_words.verdict(ruling.computed)
    return VerdictPage(
        order=name_of(order),
        order_href=path("order", fragment=f"clause{clause.number}", id=int(order.key)),
        number=clause.number,
        clause=order_shown.clause(clause, (), None, seen, state),
        practice=order_shown.practice(ruling, seen, state, whole=True),
        computed=computed,
        judged=order_words.verdict(ruling.verdict) if ruling.judged else "",
        action=path("practice", id=int(order.key), clause=str(clause.number), event=str(ruling.claims[0])),
        seen=str(now.id) if now else "",
        choices=_choices(ruling, was),
        fields=(judging.name_field(judging.Typed(was.verdict, was.by, was.note, was.seen, {})),),
        note=was.note,
        wrong=wrong,
        conflict=conflict,
        can_undo=now is not None,
        history=tuple(_told(j) for j in reversed(history)),
    )


def _choices(ruling: Practice, was: Typed) -> tuple[Choice, ...]:
    """Confirm what was computed, or say another verdict."""
    confirm = _("Confirm: %(verdict)s") % {"verdict": order_words.verdict(ruling.computed)}
    others = [v for v in (IN_LINE, CONTRARY, CANNOT_TELL) if v != ruling.computed]
    overrule = [
        Choice(v, _("No: %(verdict)s") % {"verdict": order_words.verdict(v)}, was.verdict == v)
        for v in others
    ]
    return (Choice("accept", confirm, was.verdict == "accept"), *overrule)


def _told(judgement: Judgement) -> str:
    said = judgement.verdict
    if judgement.verdict == "amend" and judgement.amended:
        said = order_words.verdict(str(json.loads(judgement.amended).get("verdict", "")))
    else:
        said = words.say(words.VERDICTS, judgement.verdict)
    at = moment(judgement.at, language())
    return " · ".join(part for part in (said, judgement.by, at, judgement.note) if part)


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a form: done, or why not."""

    done: bool
    wrong: str = ""
    conflict: str = ""


def decide(casebook: Casebook, order: Order, ruling: Practice, was: Typed) -> Answered:
    """Record what a person decides about a verdict, or say why not."""
    if was.verdict not in ("accept", "withdraw", *VERDICTS):
        return Answered(done=False, wrong=_("This is not one of the choices."))
    complaint = judging.complaint_of(judging.Typed(was.verdict, was.by, was.note, was.seen, {}))
    if complaint:
        return Answered(done=False, wrong=complaint)
    history = confront.history_of(casebook, order, ruling)
    now = standing(history)
    if was.seen != (str(now.id) if now else ""):
        return Answered(
            done=False,
            conflict=_("Somebody decided meanwhile. Look at what stands now, then send the form again."),
        )
    if was.verdict == "withdraw" and now is None:
        return Answered(done=False, wrong=_("There is nothing to undo."))
    amended = json.dumps({"verdict": was.verdict}) if was.verdict in VERDICTS else None
    subject = now.subject_id if now else ruling.subject
    judgement = Judgement(
        "practice", subject, "amend" if amended else was.verdict, was.by, casebook.now(),
        note=was.note, amended=amended, replaces=now.id if now else None,
    )  # fmt: skip
    try:
        casebook.record_judgements((judgement,))
    except Conflict:
        return Answered(
            done=False,
            conflict=_("Somebody decided meanwhile. Look at what stands now, then send the form again."),
        )
    return Answered(done=True)
