"""The words that pages of orders use for ids, and reasons in the language of the interface.

Rules:
- Reasons travel as templates with their particulars; the template is translated, words of reports are not, dates are
  written as the language writes them.
- "Engages article 9" and no more: no page says that a right was broken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.translation import gettext, gettext_noop, ngettext

from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE, Relation, Words
from testigo.desk import words
from testigo.desk.when import in_words
from testigo.orders import sentences
from testigo.reason import Reason, filled
from testigo.reference import law

_ = gettext_noop

VERDICTS = {IN_LINE: _("in line"), CONTRARY: _("contrary"), CANNOT_TELL: _("cannot tell")}
VERDICT_IDS = {IN_LINE: "in-line", CONTRARY: "contrary", CANNOT_TELL: "cannot-tell"}
SIDES = {
    "before": _("before the order"),
    "around": _("around the day of the order"),
    "after": _("after the order"),
    "unknown": _("not known whether before or after"),
}
HOW = {
    "issued": _("issued"),
    "telephone": _("by telephone"),
    "telegram": _("by telegram"),
    "reading out": _("read out"),
    "lecture": _("at a lecture"),
    "meeting": _("at a meeting"),
    "neighbourhood unit": _("through the neighbourhood unit"),
    "document": _("as a document"),
    "word of mouth": _("by word of mouth"),
    "not told": _("how is not told"),
}
KNOWN = {
    "seen": _("seen: somebody saw the document"),
    "quoted": _("quoted: its words are given"),
    "heard": _("heard: somebody tells what it says"),
    "inferred": _("inferred: nobody says that they saw or heard it"),
    "not told": _("told in the publisher's own voice; how it is known is not told"),
}
RELATIONS = {
    "suspends": _("suspends"),
    "replaces": _("replaces"),
    "repeats": _("repeats"),
    "contradicts": _("contradicts"),
}
RELATED_BY = {
    "suspends": _("is suspended by"),
    "replaces": _("is replaced by"),
    "repeats": _("is repeated by"),
    "contradicts": _("is contradicted by"),
}
BASIS = {
    "I": _("by the text of the instrument"),
    "W": _("seen on a public page"),
    "W+M": _("seen on a public page in part, else own knowledge"),
    "M": _("own knowledge: check it before you cite it"),
}
STATES = {
    "KP": _("Democratic People's Republic of Korea"),
    "CN": _("China"),
    "KR": _("Republic of Korea"),
    "RU": _("Russian Federation"),
}
RIGHTS = {
    right: right
    for right in (
        _("no arbitrary arrest"), _("liberty and security of the person"), _("no unlawful or arbitrary arrest of a child"),
        _("freedom of opinion and expression"), _("no arbitrary detention"), _("humane treatment of people who are held"),
        _("detention of a child only as a last resort"), _("no torture or ill-treatment"),
        _("not to be compelled to testify against oneself"), _("rules of interrogation kept under review"),
        _("prevention of torture"), _("prevention of other ill-treatment"), _("no torture or ill-treatment of a child"),
        _("fair and public hearing"), _("fair trial"), _("no punishment without a law"),
        _("presumption of innocence; no punishment without a law"), _("right to life"), _("no death penalty for a child"),
        _("recognition as a person before the law"), _("freedom of movement and residence"),
        _("freedom of movement and choice of residence"), _("no arbitrary interference with family and home"),
        _("no slavery or servitude"), _("free choice of employment"), _("no forced labour"), _("work that is freely chosen"),
        _("no economic exploitation of a child"), _("no arbitrary interference with privacy"), _("privacy of a child"),
        _("equal protection of the law"), _("no arbitrary interference with the home"),
        _("no arbitrary or unlawful interference with the home"), _("no arbitrary deprivation of property"),
        _("to seek asylum"), _("freedom to leave a country"), _("no return to a danger of torture"), _("freedom of movement"),
        _("same rights of women and men as to movement"), _("no arbitrary interference with privacy and home"),
        _("right to work"), _("freedom of thought and conscience"), _("freedom of expression of a child"),
        _("to leave any country"), _("to receive information regardless of frontiers"),
        _("no arbitrary interference with correspondence"), _("peaceful assembly"), _("adequate standard of living"),
        _("adequate food and standard of living"),
    )
}  # fmt: skip
INSTRUMENTS = {
    "UDHR": _("Universal Declaration of Human Rights"),
    "ICCPR": _("International Covenant on Civil and Political Rights"),
    "ICESCR": _("International Covenant on Economic, Social and Cultural Rights"),
    "CRC": _("Convention on the Rights of the Child"),
    "CAT": _("Convention against Torture"),
    "CEDAW": _("Convention on the Elimination of All Forms of Discrimination against Women"),
    "CRPD": _("Convention on the Rights of Persons with Disabilities"),
}
USUAL = (sentences.AFTER_ORDER, sentences.LASTED, sentences.IN_FORCE)
"""Reasons that nearly every verdict has: when and where it was."""
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/(?:\d{4}-\d\d-\d\d|\.\.))?|\.\./\d{4}-\d\d-\d\d")


def said(reason: Reason, language: str) -> str:
    """A reason in the language of the interface, its dates as people write them."""
    arguments = (in_words(a, language) if _DAY.fullmatch(a) else a for a in reason.arguments)
    return filled(gettext(reason.template), arguments)


def last_word(reasons: Sequence[Reason], language: str) -> str:
    """The reason that decided: the last one that says more than when and where it was."""
    telling = [reason for reason in reasons if reason.template not in USUAL] or list(reasons)
    return said(telling[-1], language) if telling else ""


def verdict(id_: str) -> str:
    """A verdict in words."""
    return words.say(VERDICTS, id_)


def firmest(status: str) -> str:
    """A status in words."""
    return words.say(words.STATUSES, status)


def bound(found: law.Bond | None, language: str) -> str:
    """What is known of whether an instrument binds the state."""
    if found is None:
        return gettext("whether it binds the state is not known here")
    if found.bound == "declaration":
        return gettext("a declaration, not a treaty")
    if found.bound == "not party":
        return gettext("the state is not a party")
    return gettext("in force for the state; joined on %(day)s") % {"day": in_words(found.since, language)}


def related(found: Relation, language: str, *, passive: bool, name: str = "") -> str:
    """What an order does to another one, or that one to it; which clauses, from when to when. name: of the other one."""
    verb = words.say(RELATED_BY if passive else RELATIONS, found.kind)
    numbers = ", ".join(str(n) for n in found.clauses)
    what = ngettext("clause %(n)s", "clauses %(n)s", len(found.clauses)) % {"n": numbers} if numbers else ""
    when = (
        in_words(f"{found.first or '..'}/{found.last or '..'}", language) if found.first or found.last else ""
    )
    return " · ".join(part for part in (f"{verb}: {name}" if name else verb, what, when) if part)


def measure(act: str | None) -> str:
    """The measure of a clause in words; "" where it lays down no act of its own ("policy")."""
    return words.say(words.ACTS, act) if act and act != "policy" else ""


def origins(least: int | None, most: int | None) -> str:
    """How many independent origins stand behind an event."""
    if least is None or most is None:
        return gettext("how many independent origins is not known: nobody weighed")
    if least == most:
        return ngettext("%(n)s independent origin", "%(n)s independent origins", least) % {"n": least}
    return gettext("%(least)s to %(most)s independent origins") % {"least": least, "most": most}


def short(quoted: Words, most: int = 160) -> str:
    """Words cut at a word, with a sign that more follow."""
    text = quoted.text
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
