"""The words that people read for the ids of the vocabulary, in the language of the interface.

Rules:
- Every id of the vocabulary has its words here; a test compares the lists.
- The words of a status say what may be concluded, so that nobody takes what was ordered for what was done.
- Words of reports are never translated; these are our words only.
"""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

from testigo.directive import PROTECT

_ = gettext_noop

KINDS = {
    "event": _("event"),
    "directive": _("order"),
    "condition": _("lasting state"),
    "view": _("opinion"),
}

ACTS = {
    "arrest": _("Arrest"),
    "detention": _("Detention"),
    "interrogation": _("Interrogation"),
    "torture": _("Ill-treatment"),
    "trial": _("Trial"),
    "sentence": _("Sentence"),
    "execution": _("Execution"),
    "killing": _("Killing"),
    "disappearance": _("Disappearance"),
    "banishment": _("Banishment"),
    "forced_labor": _("Forced labour"),
    "surveillance": _("Surveillance"),
    "watchlisting": _("Watch list"),
    "search": _("Raid or search"),
    "confiscation": _("Confiscation"),
    "extortion": _("Extortion"),
    "repatriation": _("Forced return"),
    "movement_restriction": _("Restricted movement"),
    "crackdown": _("Crackdown"),
    "dismissal": _("Dismissal"),
    "release": _("Release"),
    "order": _("Order"),
    "dissemination": _("Order passed on"),
    "meeting": _("Meeting"),
    "indoctrination": _("Indoctrination"),
    "investigation": _("Investigation"),
    "policy": _("Measure"),
    "speech": _("Speech"),
    "escape": _("Escape"),
    "smuggling": _("Smuggling"),
    "contact": _("Contact abroad"),
    "resistance": _("Resistance"),
    "bribery": _("Bribe"),
    "crime": _("Crime"),
    "suicide": _("Suicide"),
    "death": _("Death"),
    "movement": _("Movement"),
    "hardship": _("Hardship"),
    "discontent": _("Discontent"),
    "fear": _("Fear"),
    "control": _("Control"),
    "other": _("Other state"),
    "view": _("Opinion or forecast"),
}

STATUSES = {
    "asserted": _("asserted"),
    "reported": _("reported"),
    "hedged": _("hedged"),
    "speculated": _("speculation"),
    "denied": _("denied"),
    "intended": _("ordered or planned"),
}

STATUS_MEANS = {
    "asserted": _("The publisher says it in its own voice."),
    "reported": _("The publisher says that somebody else says it."),
    "hedged": _("It is told with reserve: reportedly, allegedly, appears to."),
    "speculated": _("It is a guess. Nobody says that it is known."),
    "denied": _("It is said NOT to have happened."),
    "intended": _("It was ordered, planned or threatened. Nobody says that it was done."),
}

BEWARE = {
    "speculated": _("a guess, not known"),
    "denied": _("said NOT to have happened"),
    "intended": _("not said to have been done"),
}

SOURCES = {
    "anonymous": _("unnamed"),
    "named": _("named"),
    "institution": _("institution"),
    "document": _("document"),
    "public": _("rumour"),
}

SLOTS = {
    "actor": _("Who"),
    "target": _("To whom"),
    "place": _("Where"),
    "time": _("When"),
    "charge": _("What for"),
    "punishment": _("Punishment"),
    "quantity": _("How many"),
}

MODALITIES = {
    "forbid": _("forbids"),
    "require": _("requires"),
    "permit": _("permits"),
    "exempt": _("takes out"),
    "retain": _("keeps under"),
    "finding": _("states as its ground"),
}
DOES = MODALITIES | {PROTECT: _("protects")}
"""What clauses do: a freedom that a law states is protected, and never to be read as forbidden."""

BLOCKS = {
    "title": _("title"),
    "heading": _("heading"),
    "body": _("text"),
    "byline": _("byline"),
    "caption": _("caption: not read for claims"),
    "furniture": _("page furniture: not read for claims"),
}

ATTRIBUTES = {
    "age": _("age"),
    "sex": _("sex"),
    "surname": _("surname"),
    "name": _("name"),
    "role": _("role"),
    "group": _("group"),
    "place": _("place"),
    "anonymity": _("asks not to be named"),
    "number": _("number"),
}

VERDICTS = {
    "accept": _("accepted"),
    "amend": _("accepted as amended"),
    "reject": _("rejected"),
    "conflict": _("in conflict"),
    "note": _("note"),
    "withdraw": _("undone"),
    "add": _("added by hand"),
    "assign": _("given to somebody"),
    "save": _("search kept"),
    "same": _("one and the same"),
    "different": _("not the same"),
    "unsure": _("looked at, cannot tell"),
    "assess": _("graded"),
    "seal": _("sealed"),
}

FAMILIES = {
    "coercion": _("what authorities do to people"),
    "authority": _("how authorities decide and instruct"),
    "people": _("what people do, and what befalls them"),
    "condition": _("how things are"),
    "view": _("what somebody thinks"),
}

LANGUAGES = {"en": _("English"), "ko": _("Korean")}


def say(words: dict[str, str], id_: str) -> str:
    """The words for an id in the language of the interface; an id that has none is shown as it is."""
    known = words.get(id_)
    return gettext(known) if known is not None else id_


def family(kind: str, act: str) -> str:
    """What colours a claim: an id of FAMILIES."""
    from testigo.vocabulary import AUTHORITY, COERCION

    if kind in ("condition", "view"):
        return kind
    if act in COERCION:
        return "coercion"
    return "authority" if act in AUTHORITY or kind == "directive" else "people"
