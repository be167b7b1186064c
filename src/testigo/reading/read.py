"""The door of reading: a report in, everything that it says out.

The steps, in order: sentences of tagged words; quotations and speakers; times, places and other facts; clauses and the
acts in them; status along the chain; slots; directives and their clauses.

Rules:
- Deterministic: the same report gives the same reading, whatever was read before.
- A language that is not known is said (`Reading.language` None and a note), never guessed at.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from testigo import __version__, settings
from testigo.claim import Reading
from testigo.directive import Directive
from testigo.reading.asked import Second
from testigo.reading.claims import Material, by_sentence, find_claims
from testigo.reading.directives import directives
from testigo.reading.facts import Facts, read_facts
from testigo.reading.hedges import hedges
from testigo.reading.language import language_of, note_for
from testigo.reading.order_from_claims import with_claimed
from testigo.reading.order_from_rules import with_rules
from testigo.reading.order_terms import with_terms
from testigo.reading.seen_clauses import with_seen
from testigo.reading.speakers import speakers
from testigo.reading.tokens import Document, document
from testigo.report import Report
from testigo.value import replace
from testigo.vocabulary import VERSION

if TYPE_CHECKING:
    from testigo.reading.model.reader import Ask

Opener = Callable[[Document, tuple[Directive, ...]], Second]

RULES = "rules-en"
READER = "rules-en+second"  # the rules with the second opinion


def reader_name() -> str:
    """Who reads by default: the rules with the second opinion, or alone where TESTIGO_SECOND_OPINION says no."""
    return READER if settings.yes("second_opinion") else RULES


def read_report(report: Report, *, second: bool | None = None) -> Reading:
    """The reading of a report by the rules for its language.

    second: whether with a second opinion on its acts; None for what the setting says. Errors: BadInput for a setting
    that is neither yes nor no.

    Python's search for circles of values waits meanwhile: a reading makes none, and it would look through all of it.
    """
    asked = settings.yes("second_opinion") if second is None else second
    searching = gc.isenabled()
    gc.disable()
    try:
        return read_with(report, _second() if asked else None)
    finally:
        if searching:
            gc.enable()


def _second() -> Opener:
    """The second opinion of the network that comes with Testigo."""
    from testigo.reading.second.opinion import second_opinion

    return second_opinion


def read_with(report: Report, second: Opener | None) -> Reading:
    """The reading of a report.

    second: gives for its document, and for the orders that its words tell, whom to ask for a second opinion on each sentence.
    """
    reader = RULES if second is None else READER
    language = language_of(report)
    if language != "en":
        return Reading(reader, __version__, VERSION, language, notes=(note_for(language),))
    doc = document(report)
    spoken = speakers(doc)
    facts = read_facts(doc)
    orders = with_terms(tuple(_identified(facts, order) for order in directives(doc, spoken)), spoken, facts)
    laws = sorted(
        (c for order in orders for c in order.clauses if c.modality != "finding"), key=lambda c: c.span.start
    )
    commands = tuple(order.span for order in orders if order.rule == "directive.command")
    asked = second(doc, orders) if second else None
    found = find_claims(Material(doc, spoken, facts, by_sentence(spoken), tuple(laws), commands, asked))
    orders = with_rules(spoken, facts, with_claimed(doc, orders, found.claims), found.claims)
    orders, aside = with_seen(spoken, facts, orders, found.laid, found.claims)
    aside = tuple(sorted((*found.set_aside, *aside), key=lambda one: one.span.start))
    return Reading(
        reader, __version__, VERSION, language, found.claims,
        orders,
        attributions=spoken.attributions, times=facts.when.mentions, hedges=hedges(spoken), set_aside=aside,
    )  # fmt: skip


def read_report_with_model(report: Report, ask: Ask, model: str = "unnamed") -> Reading:
    """The reading of a report by a language model. ask: gives the answer to a prompt; model: its name, for the record.

    Nothing is asked about a report whose language the rules do not know. Errors: whatever `ask` raises.
    """
    from testigo.reading.model.reader import read_with_model

    language = language_of(report)
    if language != "en":
        return Reading(f"llm:{model}", __version__, VERSION, language, notes=(note_for(language),))
    return read_with_model(report, ask, model)


def _identified(facts: Facts, order: Directive) -> Directive:
    """A directive whose groups, issuer and addressees carry the ids of the reference tables."""
    clauses = tuple(replace(c, groups=facts.with_ids(c.groups)) for c in order.clauses)
    issuer = facts.with_ids((order.issuer,) if order.issuer else ())  # none, where the words are only a time
    return replace(
        order,
        clauses=clauses,
        issuer=issuer[0] if issuer else None,
        addressee=facts.with_ids(order.addressee),
    )
