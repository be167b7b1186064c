"""The parts of a brief's page: facts, way down, clauses with counts, events, before and after, law, cautions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.confronted import CANNOT_TELL, Order, OrderClause, Step, Telling, Words
from testigo.desk import order_shown, order_words, words
from testigo.desk.brief.choosing import Chosen, Cut
from testigo.desk.brief.material import Material
from testigo.desk.brief.values import ClauseRow, EventRow, Told
from testigo.desk.brief.writing import Writer
from testigo.desk.when import in_words
from testigo.orders import confront, law
from testigo.reason import Reason

RIGHTS_OF_ONE = 4  # articles of one instrument that a line names


def left(count: int, said: Callable[[int], str]) -> tuple[str, ...]:
    """What is left out as words, where there is any."""
    return (said(count) % {"n": count},) if count > 0 else ()


def about(material: Material, write: Writer) -> str:
    """The line above the title."""
    told = [_("Order against practice and law"), _("order %(n)s of the casebook") % {"n": material.order.key}]
    if material.run is not None:
        day = in_words(material.run.at.date().isoformat(), material.language)
        told.append(_("computed on %(day)s") % {"day": day})
    return write.say(" · ".join(told))


def facts(material: Material, write: Writer, to: Cut) -> tuple[Told, ...]:
    """Who issued what to whom, when, for where; how it is known; what it does to other orders."""
    order, language = material.order, material.language
    lang = write.seen.lang(order.tellings[0].words.report)
    out = [
        _fact(write, to, _("Issued by"), order.issuer, lang, _of(order, lambda t: t.issuer == order.issuer)),
        _fact(write, to, _("Issued"), order_shown.dated(order.issued, language), "", _of(order, lambda t: bool(t.issued))),
        _fact(write, to, _("To"), ", ".join(order.addressee), lang, _of(order, lambda t: t.addressee == order.addressee)),
        _fact(write, to, _("Holds in"), ", ".join(order.territory), lang, _of(order, lambda t: t.territory == order.territory)),
    ]  # fmt: skip
    known: dict[str, list[Telling]] = {}
    for telling in order.tellings:
        known.setdefault(telling.how, []).append(telling)
    for how, group in known.items():
        n = len({t.report for t in group})
        count = ngettext("%(n)s report", "%(n)s reports", n) % {"n": n}
        told = write.say(f"{words.say(order_words.KNOWN, how)} ({count})", to.fact)
        out.append(Told(told, _("Known"), write.rests([t.words for t in group])))
    for relation in (*order.relations, *order.related_by):
        said = order_words.related(
            relation, language, passive=relation in order.related_by, name=material.others[relation.order]
        )
        out.append(
            Told(write.say(said, to.fact), "", write.rests([relation.words] if relation.words else []))
        )
    return tuple(out[: 4 + to.steps])


def _of(order: Order, tells: Callable[[Telling], bool]) -> Words:
    """The words of the telling that tells it."""
    return next((t for t in order.tellings if tells(t)), order.tellings[0]).words


def _fact(write: Writer, to: Cut, label: str, value: str, lang: str, found: Words) -> Told:
    if not value:
        return Told(_("not told"), label)
    return Told(write.say(value, to.fact), label, write.rests([found]), lang)


def step_in_words(step: Step, language: str) -> str:
    """One step of the way down: day, who to whom, how, where."""
    who = (
        " → ".join(part or "…" for part in (step.giver, step.receiver))
        if step.giver or step.receiver
        else step.words.text
    )
    told = (
        order_shown.dated(step.when, language) or _("day not told"), who, words.say(order_words.HOW, step.how), step.where,
    )  # fmt: skip
    return " · ".join(part for part in told if part)


def step(write: Writer, found: Step, to: Cut, language: str) -> Told:
    """One step of the way down with its note."""
    return Told(write.say(step_in_words(found, language), to.fact), notes=write.rests([found.words]))


def clause(
    write: Writer, found: OrderClause, counts: tuple[int, int, int], to: Cut, language: str
) -> ClauseRow:
    """One clause with its counts and where its tellings differ."""
    levels = f" ({_('Levels of supervision')}: {order_shown.levels(found.levels)})" if found.levels else ""
    differ = " ".join(order_words.said(reason, language) for reason in found.differences)
    return ClauseRow(
        number=found.number,
        modality=words.say(words.DOES, found.does),
        text=write.say(found.words.text, to.words) + levels,
        lang=write.seen.lang(found.words.report),
        notes=write.rests([t.words for t in found.tellings]),
        counts=None if found.modality == "finding" else counts,
        remark=write.say(differ, to.words) if to.trend > 1 else "",
    )


def event(material: Material, write: Writer, chosen: Chosen, to: Cut) -> EventRow:
    """One event with what decided about it and what is not known."""
    found, language = chosen.practice, material.language
    numbers = ", ".join(map(str, chosen.clauses))
    which = ngettext("clause %(n)s", "clauses %(n)s", len(chosen.clauses)) % {"n": numbers}
    when = order_shown.dated(order_shown.days_of(found), language) or _("day not told")
    what = ", ".join(part for part in (words.say(words.ACTS, found.act), when, found.where) if part)
    weighed = order_words.origins(found.least, found.most) if found.least is not None else ""
    firm = (order_words.firmest(found.statuses[0]), weighed, decided(found.judged))
    return EventRow(
        verdict_id=order_words.VERDICT_IDS[found.verdict],
        verdict=f"{order_words.verdict(found.verdict)} · {which}",
        text=f"{write.say(what, to.fact)} ({'; '.join(part for part in firm if part)})",
        why=write.why(deciding(found.reasons, language), to.why),
        open=write.why([order_words.said(reason, language) for reason in found.open], to.why),
        notes=write.rests(found.words),
    )


def deciding(reasons: Sequence[Reason], language: str) -> list[str]:
    """The reasons of a verdict in words, that it lay after the order and in its territory last."""
    ordered = sorted(reasons, key=lambda reason: reason.template in order_words.USUAL)
    return [order_words.said(reason, language) for reason in ordered]


def decided(judged: str) -> str:
    """That a person confirmed or changed a verdict: who it was is the casebook's own matter."""
    if not judged:
        return ""
    return _("confirmed by a person") if judged == "accept" else _("decided by a person")


def silence(material: Material) -> str:
    """What is said where no event speaks for or against any clause."""
    if any(counts[0] + counts[1] for counts in material.counts.values()):
        return ""
    return _(
        "No documented event speaks for or against it. That proves nothing: what is not reported may have happened."
    )


def trend(material: Material, write: Writer, to: Cut) -> tuple[Told, ...]:
    """Before and after: what may be said, what may not, then the reasons of a refusal and the cautions."""
    found = material.trend
    notes: tuple[int, ...] = ()
    if found.change is not None:
        counted = found.change.counted
        total = counted.before + counted.after
        notes = (
            write.fact(
                ngettext(
                    "Counted from %(n)s incident with a clear date (before %(before)s, after %(after)s); the months stand in a table on the order's page.",
                    "Counted from %(n)s incidents with clear dates (before %(before)s, after %(after)s); the months stand in a table on the order's page.",
                    total,
                )
                % {"n": total, "before": counted.before, "after": counted.after}
            ),
        )
    said = [Told(write.say(text), notes=notes) for text in (found.may, found.may_not) if text]
    most = max(to.trend, 0 if said else 1)
    return (*said, *(Told(write.say(text, 200)) for text in found.lines[:most]))


def rights(material: Material, write: Writer, to: Cut) -> tuple[Told, ...]:
    """What is engaged, a line for each instrument, and the state's own law; each with its basis as a note."""
    order, rulings, state = material.order, material.rulings, material.state
    found = [e for p in rulings if p.verdict != CANNOT_TELL for e in law.of_practice(p, state)]
    found += [e for c in order.clauses for e in law.engaged(c.measure or "", c.words.text, state)]
    by_instrument: dict[str, list[law.Engaged]] = {}
    for one in dict.fromkeys(found):
        by_instrument.setdefault(one.right.instrument, []).append(one)
    out = [_instrument(material, write, to, name, group) for name, group in by_instrument.items()]
    acts = tuple(dict.fromkeys(p.act for p in rulings if p.verdict != CANNOT_TELL))
    for statute in order_shown.statutes(acts, state, material.language):
        note = write.fact(_("Table of the state's own law: %(basis)s.") % {"basis": statute.basis})
        out.append(Told(write.say(statute.says, to.fact), statute.name, (note,)))
    return tuple(out[: to.law])


def _instrument(material: Material, write: Writer, to: Cut, name: str, group: list[law.Engaged]) -> Told:
    articles: dict[str, str] = {}
    for one in group:
        articles.setdefault(one.right.article, words.say(order_words.RIGHTS, one.right.right))
    most = RIGHTS_OF_ONE if to.refs > 1 else 2
    told = ", ".join(f"{number} ({right})" for number, right in list(articles.items())[:most])
    if len(articles) > most:
        told += ", " + ", ".join(list(articles)[most:])
    bond = group[0].bond
    basis = words.say(order_words.BASIS, bond.basis if bond else group[0].right.basis)
    label = _("%(instrument)s, engaged:") % {"instrument": name}
    note = write.fact(_("Tables of rights and treaties: %(basis)s.") % {"basis": basis})
    return Told(f"{told}: {order_words.bound(bond, material.language)}", label, (note,))


def cautions(material: Material, write: Writer) -> tuple[str, ...]:
    """What the reader has to know, the weightiest first. The first one is in every brief."""
    order, language = material.order, material.language
    out = [
        _("That nothing is reported is no evidence that the order is obeyed.")
        + " "
        + _("A verdict is about an event and a clause, never about a person; it is computed from what reports say.")
        + " "
        + _("Engaging an article is no finding that it was broken: that is for a court, with both sides heard.")
    ]  # fmt: skip
    run = material.run
    if run is not None and run.stale:
        out.append(_("Reports or judgements came in since this was computed."))
    out += [order_words.said(reason, language) for reason in order.cautions]
    if run is not None and run.settings.get("events") == confront.BY_REPORT:
        out.append(_("Events are not linked over reports: one happening told twice counts twice."))
    if not any(p.least is not None for p in material.rulings):
        out.append(_("How many independent origins stand behind the events is not known: nobody weighed."))
    if material.names.hidden:
        out.append(_("Names of people are initials; whoever has the reports finds them there."))
    out += [order_words.said(reason, language) for reason in order.differences]
    return tuple(write.say(text) for text in out)
