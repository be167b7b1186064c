"""Every rule of the reader by its id: what a documenter may call it, what it says, and an example.

Rules:
- A value names one rule or several, parted by a space ("cue.after source.pronoun"); `explain` gives each of them.
- The rules for acts come from the tables in `en/`, one for each line; the others from the modules that apply them.
- An example is a sentence in which the rule fires: tests/reading/test_rules.py reads every one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from testigo.reading import (
    carried,
    cast,
    cited,
    clause_status,
    clauses_of_orders,
    cues,
    directives,
    headlines,
    hedges,
    interviews,
    noun_cues,
    order_details,
    order_from_claims,
    order_from_rules,
    order_measures,
    order_terms,
    other_ways,
    preposition_cues,
    published,
    quoted_as,
    quotes,
    recordings,
    rule_texts,
    seen_clauses,
    speakers,
    status,
    times,
    told_above,
    told_below,
    transcripts,
    voices,
)
from testigo.reading.by_law import OWN as BY_LAW
from testigo.reading.decisions import OWN as DECISIONS
from testigo.reading.fields import field_triggers
from testigo.reading.made_crimes import OWN as CRIMES
from testigo.reading.measures_laid_down import OWN
from testigo.reading.model import reader as model
from testigo.reading.opinions import VIEWS
from testigo.reading.powers import OWN as POWERS
from testigo.reading.second.filling import rules as second_rules
from testigo.reading.second.opinion import triggers as second_triggers
from testigo.reading.told_orders import OWN as TOLD
from testigo.reading.triggers import Trigger, all_triggers
from testigo.value import value
from testigo.vocabulary import ACTS, CONDITIONS
from testigo.vocabulary import VIEWS as VIEW_ACTS


@value
class Rule:
    """One rule. name: a few words for the margin; sentence: what it says; example: a sentence in which it fires."""

    id: str
    name: str
    sentence: str
    example: str


_SLOTS = (
    ("slot.actor", "who did it, by the order of the words", "Police arrested a man."),
    ("slot.target", "to whom it was done, by the order of the words", "Police arrested a man."),
    ("slot.pronoun", "a pronoun, by the last person it fits", "A man was seen in Hyesan. He was arrested."),
    ("slot.first-person", "“I” is the one who is quoted", "“I was beaten,” a former prisoner said."),
    ("slot.charge", "what it is held against somebody", "He was arrested for stealing corn."),
    ("place.name", "a name of the table of places", "He was arrested in Hyesan."),
    (
        "place.unit-beside",
        "a name, settled by the unit beside it",
        "He was arrested in Nammun-dong, Hoeryong.",
    ),
    (
        "place.unit-elsewhere",
        "a name, settled by the units named elsewhere",
        "North Pyongan is a province. A man was arrested in Unsan County.",
    ),
    ("place.ambiguous", "a name that several places have", "He was arrested in Unsan County."),
    ("place.by-its-kind", "a name that ends in a kind of place", "He was moved to Los Colonos Prison."),
    ("place.by-preposition", "a name after a word for where", "He was arrested in Adi Qerni."),
    ("place.country", "a name of a country", "She was repatriated from China."),
    ("place.site", "a place without a name", "They were held at the police station."),
    (
        "place.the-unit",
        "“the city”, “the province”: the last one named",
        "A man was arrested in Hyesan. Another was tried in the city.",
    ),
    (
        "punishment.form",
        "a form of punishment of the table",
        "He was sentenced to three months in a labor training camp in Hyesan.",
    ),
    ("punishment.words", "the words of a punishment", "He was sentenced to two years in prison."),
    ("slot.place", "the prison or building that the act itself names", "The jails were overcrowded."),
    ("place.seat", "where those sit who act", "Champasak provincial police arrested a singer."),
    ("place.court", "the court at which it happens", "She was tried at the Kesh District Court."),
    ("place.court-seat", "the town of a court", "A Horsk court sentenced a teacher to two years in prison."),
    (
        "place.within-site",
        "whose areas or streets a site is",
        "Soldiers shot three men in the tribal areas of Orsa and Kesh.",
    ),
    (
        "time.since-then",
        "“since” alone: from the time that was named last",
        "He was arrested on May 3, 2021, and has not been seen since.",
    ),
    (
        "time.since-happening",
        "“since” and something that has a date of its own",
        "The road has been closed since a guard fled in May 2021.",
    ),
    (
        "time.counted-on",
        "so long after or before something that has a date of its own",
        "He died three days after he was arrested on May 3, 2021.",
    ),
    (
        "time.counted-back",
        "what is told beside it has a date, and came so long after or before it",
        "She was freed on May 20, 2021, two weeks after police arrested her brother.",
    ),
    (
        "time.told-itself",
        "a date or length in the words of the act",
        "After two months of detention he was freed.",
    ),
    (
        "time.counted",
        "the day up to which cases were counted",
        "As of June 3, the group reported 40 arrests.",
    ),
    ("time.part", "a time told in words", "He was beaten during the first weeks of his detention."),
    ("source.told", "when it was told", "A source told the paper on Monday that a monk was held."),
    ("order.group", "who a clause is about", "The ministry ordered that returnees must register."),
    ("quantity.hours", "hours of each day", "They were made to work 14 hours a day."),
    ("quantity.count", "a number of people", "At least 17 prisoners died in prison."),
    ("quantity.money", "an amount of money", "He paid a bribe of 3,000 yuan."),
)


@cache
def registry() -> dict[str, Rule]:
    """Every rule by its id. A constant table."""
    found: dict[str, Rule] = {}
    for trigger in (
        *all_triggers(),
        *field_triggers(),
        *VIEWS,
        *OWN,
        *CRIMES,
        *DECISIONS,
        *BY_LAW,
        *POWERS,
        *TOLD,
        *second_triggers(),
    ):
        found[trigger.rule] = _of_trigger(trigger)
    for part in _parts():
        for rule, name, example in part:
            found.setdefault(rule, Rule(rule, name, f"{name[:1].upper()}{name[1:]}.", example))
    return found


def explain(rule: str) -> tuple[Rule, ...]:
    """The rules that a value names, in order; what is not known is left out."""
    known = registry()
    return tuple(known[part] for part in rule.split() if part in known)


def _parts() -> Iterable[Iterable[tuple[str, str, str]]]:
    modules = (
        carried, cast, cited, clause_status, clauses_of_orders, cues, directives, headlines, hedges, interviews, noun_cues, order_details, order_from_claims, order_from_rules, order_measures, order_terms, other_ways, preposition_cues, published, quoted_as, quotes, recordings, rule_texts,
        seen_clauses, speakers, status, told_above, told_below, transcripts, voices, model,
    )  # fmt: skip
    yield from (module.RULES for module in modules)
    yield times.rules()
    yield second_rules()
    yield _SLOTS


def _of_trigger(trigger: Trigger) -> Rule:
    act = trigger.act.replace("_", " ")
    table = {"condition": CONDITIONS, "view": VIEW_ACTS}.get(trigger.kind, ACTS)
    if trigger.rule.startswith(("verb.", "noun.")):
        words = ", ".join(f"“{word}”" for word in trigger.words[:4])
        kind = "noun" if trigger.rule.startswith("noun.") else "verb"
        name = f"“{trigger.words[0]}” as {act}"
        return Rule(
            trigger.rule, name, f"The {kind} {words} tells this: {table[trigger.act]}", trigger.example
        )
    if trigger.rule.startswith("field."):
        sentence = f"The words around the verb tell this: {table[trigger.act]}"
        return Rule(trigger.rule, f"words about {act}", sentence, trigger.example)
    if trigger.rule.startswith("second."):
        sentence = f"The rules find nothing in these words, or another act; a small network that learned from marked reports finds: {table[trigger.act]}"
        return Rule(trigger.rule, f"a second opinion: {act}", sentence, trigger.example)
    return Rule(trigger.rule, *_OWN_WORDS[trigger.rule], trigger.example)


_OWN_WORDS = {
    "act.clause": (
        "a clause of an order",
        "A clause of an order in which no act was found is a measure of its own.",
    ),
    "act.exempt": (
        "who is taken out of an order",
        "A clause that takes a group out of a measure is a claim with the act of that measure.",
    ),
    "act.told": (
        "an order told by a word of telling",
        "Telling people what they must or may not do is an order, where its clauses are told.",
    ),
    "act.by-law": (
        "what holds by law",
        "A duty, leave or ban in a sentence that a law governs is a law in force, whatever it is about.",
    ),
    "act.power": (
        "what offices may and must do",
        "What an office may or must do to nobody in particular, by the law of custody, is a law in force.",
    ),
    "act.decided": (
        "what an office decides",
        "“Decided that”, “laid down that”, “let it be known that”: an order, where it binds or permits.",
    ),
    "act.warrant": ("a warrant of arrest", "The arrest that a warrant orders is intended."),
    "act.crime": (
        "what is a crime, banned or tied to a permission",
        "“Was a criminal offense”, “remained banned”, “required approval”: a law in force.",
    ),
    "act.penalty": (
        "what is punishable",
        "“Punishable by”: a law threatens a punishment, whatever it is about.",
    ),
    "view.opinion": ("what somebody thinks", "A verb of thinking or expecting, with nothing that is an act."),
    "view.taken": (
        "what it is taken for",
        "“View as”, “see as”, “justify as”: what somebody takes a thing for.",
    ),
    "view.guess": ("what seems so", "“Seem”, “appear”, “likely” or “may”, with nothing that is an act."),
    "view.noun": ("there is speculation", "“There is” with speculation, belief or suspicion."),
    "view.meaning": (
        "what something is meant to do",
        "“Meant”, “designed”, “prompted”: how somebody explains it.",
    ),
    "view.cause": ("what is made the cause", "“Blame … for”, “attribute … to”: somebody names the cause."),
    "view.naming": ("what somebody calls it", "“Call”, “brand”, “dub”: somebody gives it a name."),
    "view.judged": (
        "what it is in somebody’s eyes",
        "“A pretext”, “no coincidence”, “unlikely”: a judgement.",
    ),
    "view.evaluated": (
        "what somebody says it is worth",
        "“Arbitrary”, “vague”, “did not meet standards”: a judgement that somebody is named for.",
    ),
    "view.behind": ("what is behind it", "“Be behind”, “be linked to”: somebody connects two things."),
    "view.forecast": ("what would follow", "“If” or “should” and what would be then: a forecast."),
    "view.aim": ("what an authority wants", "“Wants to” and no act that is done: an aim seen in it."),
}
