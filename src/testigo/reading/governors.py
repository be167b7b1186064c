"""The word that an infinitive hangs on, what that word does to it, and what people were made to do.

Rules:
- The verb, adjective or noun before an infinitive governs it, across an object: "asked the court to", "a plan to".
- An attempt was made; a plan, an order, a right is none: "made repeated attempts to abduct", "an order to arrest".
- Who "is the third nurse to be arrested" was arrested.
- What people were required to do went on; what they were ordered to do is not said to have been done.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.frames import goes_on
from testigo.reading.left_undone import STEPS
from testigo.reading.lists import wordset
from testigo.reading.noun_status import NONE
from testigo.reading.view import View


@lru_cache(maxsize=1)
def effects() -> dict[str, str]:
    """What each governing word does to what hangs on it, by its lemma. A constant table."""
    return {r["lemma"]: r["effect"] for r in lexicon.rows("governors.csv")}


def governor(view: View, group: VerbGroup) -> tuple[str, VerbGroup | None] | None:
    """The word that an infinitive hangs on: the verb, adjective or noun before it, across its object."""
    at = group.first
    if view.lower(at - 1) in (",", "and", "or", "then") and at > 1:
        for other in reversed(view.chunks.verbs):
            if other.first < group.first and other.modal == "to":
                return governor(view, other)
    if at == 0:
        return None
    before = view.tokens[at - 1]
    direct = view.chunks.verb_at(at - 1)
    if direct is not None:
        return view.tokens[direct.main].lemma, direct
    if before.tag in ("JJ", "JJR", "VBN") and before.lemma in effects():
        return before.lemma, view.chunks.verb_at(at - 2) if at > 1 else None
    if before.tag == "JJ":
        return "-", None
    verb = next((g for g in reversed(view.chunks.verbs) if g.last <= at), None)
    if verb is None:  # "An attempt to escape failed": it was tried
        return ("attempt", None) if before.tag in NOUNS and before.lemma in _TRIES else None
    return _over_object(view, at - 1, verb)


def _over_object(view: View, at: int, verb: VerbGroup) -> tuple[str, VerbGroup | None]:
    """The word that an infinitive hangs on across the noun before it: the verb, or a plan, a step, a means."""
    noun, lemma = view.tokens[at].lemma, view.tokens[verb.main].lemma
    if lemma in _BEING and _in_a_row(view, at):
        return "help", None if verb.negated else verb  # "is the third nurse to be arrested": she was
    if noun in STEPS and _none_of(view, at, verb):
        return "fail", verb
    if noun in _TRIES and view.tokens[at].tag in NOUNS:
        made = view.chunks.noun_upto.get(at + 1, (at, at))[0] == verb.last
        return "attempt", verb if made else None  # "made an attempt to", "in an attempt to": it was tried
    if view.tokens[at].tag in NOUNS and noun in _PLANS and not (lemma == "use" and noun in _TOOLS):
        return "plan", None
    used = view.chunks.noun_from.get(verb.last) if lemma == "use" else None
    if used is not None and (noun in _PAINS or view.tokens[used[1] - 1].lemma in _PAINS):
        return "plan", None  # "used torture to extract confessions": whether it did is not said
    if (lemma == "use" and noun in _MEANS | _TOOLS) or (lemma in _RUNNING and noun in _APPARATUS):
        return "help", verb  # "used the courts to punish its critics", "maintained a network to monitor them"
    return lemma, verb


def _in_a_row(view: View, at: int) -> bool:
    """Whether a noun tells the how-manieth it befell: "the first trader", "the only editor", "the youngest of the men"."""
    base = view.chunks.noun_upto.get(at + 1)
    while base is not None and base[0] > 1 and view.lower(base[0] - 1) == "of":
        base = view.chunks.noun_upto.get(base[0] - 1)
    return base is not None and any(
        view.lower(n) in _ROW or view.tokens[n].tag == "JJS" for n in range(*base)
    )


_BEING = wordset("be become remain mark")
_ROW = wordset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only sole")
_TOOLS = wordset("means way tool tactic device method excuse justification ground grounds basis threat")
_TRIES = wordset("attempt effort bid endeavor endeavour")
_PLANS = wordset("plan order decision right way")
_PAINS = wordset("torture violence beating threat abuse ill-treatment mistreatment interrogation")
_RUNNING = wordset("use maintain operate run employ have")
_APPARATUS = wordset("system network apparatus unit wardens informants informers infrastructure")
_MEANS = wordset(
    "judiciary court law legislation charge system power pretext article code regulation accusation"
)


def _none_of(view: View, at: int, taken: VerbGroup) -> bool:
    """Whether no such step was taken: "took no action to", "did not make any effort to"."""
    return taken.negated or any(
        view.lower(n) in NONE or view.lower(n) == "little" for n in range(max(0, at - 3), at)
    )


def had(view: View, before: VerbGroup | None) -> bool:
    """Whether "had to" stands in the past: it was done."""
    past = ("VBD", "VBN")
    return before is not None and (
        view.tokens[before.first].tag in past or view.tokens[before.main].tag in past
    )


def is_denied(view: View, group: VerbGroup | None) -> bool:
    """Whether a verb has "not" or "never" with it."""
    return group is not None and (
        group.negated or "never" in view.lowers[max(0, group.first - 1) : group.last]
    )


def went_on(view: View, before: VerbGroup | None, lemma: str) -> bool:
    """Whether the verb tells what went on: "prisoners were required to work", "used the courts to silence her"."""
    if before is None:
        return False
    if lemma in _USING:
        return before.finite or goes_on(view, before) or view.tokens[before.first].tag == "VBG"
    if lemma != "require" or before.modal:
        return False
    return "been" in view.lowers[before.first : before.last] or view.tokens[before.first].tag == "VBD"


_USING = wordset("use misuse abuse exploit")  # "abused their power to jail critics": they did


def is_voiced(view: View, before: VerbGroup | None, lemma: str, act: str, done: str) -> bool:
    """Whether an infinitive tells what was done with the verb that it hangs on: "rallied to demand", "took to the air to
    demand", "were gathered to watch". act: the claim's; done: the lemma of the infinitive.
    """
    took = lemma == "take" and before is not None and view.lower(before.last) == "to"
    voiced = act == "speech" and lemma in _VOICING
    return voiced or (took and act in ("speech", "resistance")) or (lemma in _GATHERING and done in _WATCHING)


_VOICING = wordset(
    "gather rally march assemble demonstrate protest strike write call meet convene travel kneel"
)
_GATHERING = wordset("mobilize mobilise gather assemble bring herd march drive round")
_WATCHING = wordset("watch witness attend see view")


def made_to(view: View, trigger: Span) -> bool:
    """Whether an act in the infinitive is what people were required to do: "required all men to work on the dam"."""
    first, last = view.sentence.tokens_in(trigger)
    group = next((g for n in range(first, last) if (g := view.chunks.verb_at(n)) is not None), None)
    if group is None or group.modal != "to":
        return False
    hung = governor(view, group)
    return hung is not None and went_on(view, hung[1], hung[0])
