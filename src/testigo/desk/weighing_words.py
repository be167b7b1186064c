"""The words of weighing for people: how a relay is one, what it changed, what a grade says; and reasons in the person's language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext, gettext_noop

from testigo.desk import words
from testigo.desk.gather import language, named
from testigo.desk.linked_shown import conflicts_of
from testigo.desk.linking_words import SEXES
from testigo.desk.when import in_words
from testigo.reason import Reason, filled
from testigo.reference import tables
from testigo.weighing.corroboration import AGREE_IN_PART, AT_ODDS
from testigo.weighing.independence import MAY_BE_ONE, OWN_VOICE, TWO_BY_TRAIT

_ = gettext_noop

HOWS = {
    "copy": _("the same words"),
    "near copy": _("nearly the same words"),
    "quote": _("a passage in the same words"),
    "cites": _("names the outlet"),
    "rewords": _("the same in other words"),
    "translates": _("the same in another language"),
    "twin": _("every detail alike"),
    "corrects": _("corrects it"),
    "judged": _("a person said so"),
}

CHANGES = {
    "hedge lost": _("Doubt lost"),
    "hedge added": _("Doubt added"),
    "order carried out": _("Ordered, told as done"),
    "denial lost": _("Denial lost"),
    "withdrawn": _("Said not to have happened"),
    "number grown": _("Number grown"),
    "number shrunk": _("Number shrunk"),
    "place widened": _("Town become its province"),
    "place changed": _("Another place"),
    "date shifted": _("Another date"),
    "source multiplied": _("One source become several"),
    "name lost": _("Name lost"),
    "rank changed": _("Another rank or office"),
    "dropped": _("Left out"),
    "added": _("Added"),
}

MEANS = {
    "hedge lost": _("The original puts it with doubt; the relay states it."),
    "hedge added": _("The original states it; here it stands with doubt."),
    "order carried out": _("In the original it is ordered, planned or threatened; in the relay it is done."),
    "denial lost": _("The original says that it did not happen; the relay says that it did."),
    "withdrawn": _("The original says that it happened; here it is said that it did not."),
    "number grown": _("The relay has a larger number of the same."),
    "number shrunk": _("Here stands a smaller number of the same."),
    "place widened": _("The relay names only the province or country around the place."),
    "place changed": _("The relay has another place in its stead."),
    "date shifted": _("The relay has another date."),
    "source multiplied": _("The original has one source, the relay speaks of several."),
    "name lost": _("The original names somebody whom the relay nowhere names."),
    "rank changed": _("The relay has another rank or office in its stead."),
    "dropped": _("The relay does not tell it."),
    "added": _("The original does not tell it."),
}

CREDIBILITY = {
    "1": _(
        "1: confirmed: at least two surely independent origins, through two outlets, agree in act, place, time and person."
    ),
    "2": _(
        "2: probably true: two origins, through two reports, agree as far as both tell, or in all and may be one, or something speaks against 1."
    ),
    "3": _(
        "3: possibly true: one origin or one report tells it firmly, or several do and something speaks against it."
    ),
    "4": _("4: doubtful: told with doubt only, or contradicted."),
    "5": _("5: improbable: more origins deny it than tell it."),
    "6": _("6: cannot be judged: rumour, intention, or nobody behind it."),
}

RELIABILITY = {
    "A": _("A: completely reliable so far"),
    "B": _("B: usually reliable"),
    "C": _("C: fairly reliable"),
    "D": _("D: not usually reliable"),
    "E": _("E: unreliable, wrong before"),
    "F": _("F: cannot be judged, new or not looked at"),
}

PAIR = {
    "same": _("Yes: it has its words from there"),
    "different": _("No: it has not"),
    "unsure": _("I looked, and cannot tell"),
}

VOICES = {
    "same": _("One: they are the same source"),
    "different": _("Two: they are different sources"),
    "unsure": _("I looked, and cannot tell"),
}


PARTS = {"place": _("place"), "time": _("time"), "person": _("person")}
"""In what origins agree or do not."""

ROLES = {
    "official": _("official"), "warden": _("warden"), "trader": _("trader"), "worker": _("worker"), "farmer": _("farmer"),
    "teacher": _("teacher"), "student": _("student"), "soldier": _("soldier"), "doctor": _("doctor"), "driver": _("driver"),
    "fisherman": _("fisherman"), "postman": _("postman"), "clerk": _("clerk"), "pensioner": _("pensioner"), "cook": _("cook"),
    "waiter": _("waiter"), "lawyer": _("lawyer"), "priest": _("priest"), "miner": _("miner"),
}  # fmt: skip
"""What sources are, as weighing/voices.py tells them apart: the first word of each row of OCCUPATIONS."""

DATED = ("published later: {}, the other {}", "both tell: {}")
DAY = re.compile(r"(?<![\w-])(\d{4}-)?(\d\d-\d\d)(?![\w-])")


def reason(said: Reason, reports: Mapping[str, str] | None = None) -> str:
    """A reason in the language of the interface; the words of reports in it stay as they are, days, parts and traits are put in words.

    reports: names by the number of a report.
    """
    arguments = said.arguments
    if said.template in DATED:
        arguments = tuple(DAY.sub(_day, one) if isinstance(one, str) else one for one in arguments)
    elif said.template == AT_ODDS:
        arguments = tuple(conflicts_of(str(one).split(", ")) for one in arguments)
    elif said.template == AGREE_IN_PART:
        arguments = (
            *arguments[:-1],
            ", ".join(words.say(PARTS, part) for part in str(arguments[-1]).split(", ")),
        )
    elif said.template == TWO_BY_TRAIT:
        arguments = (*arguments[:2], *(", ".join(map(trait, str(one).split(", "))) for one in arguments[2:]))
    elif said.template == MAY_BE_ONE:
        arguments = tuple(gettext("publisher not known") if one == "?" else one for one in arguments)
    elif said.template == OWN_VOICE and reports:
        return gettext("%(report)s tells it in its own voice; it may rest on any of its sources") % {
            "report": reports.get(str(arguments[0]), arguments[0])
        }
    return filled(gettext(said.template), arguments)


def _day(found: re.Match[str]) -> str:
    """A day of a year, or of no year in particular, in words."""
    return in_words(f"{found[1] or 'XXXX-'}{found[2]}", language())


def trait(value: str) -> str:
    """What tells two sources apart: a sex, an age in tens, an occupation or a province."""
    if value.isdecimal():
        return f"{value}–{int(value) + 9}"
    for known in (SEXES, ROLES):
        if value in known:
            return words.say(known, value)
    found = next((p.id for p in tables.places().values() if p.level == 1 and p.name.lower() == value), "")
    return (named(found) if found else "") or value.title()
