"""How firmly something is put: each voice's own doubt, denial or command, and the one status that they come to.

Rules:
- A layer belongs to a voice: 0 is the publisher, 1 the outermost source, and so on down the chain.
- A denial by the one who tells is a denial; a doubt of the publisher about a telling stays with the publisher.
- What is ordered, planned, threatened or aimed at is `intended`, even where it is negated ("shall not be punished").
- What somebody fears or expects is `speculated`; what somebody believes to have happened is `hedged`.
- An attempt is as firm as the words that tell of the attempt; what is managed, begun or forced has happened.
- A condition ("if", "unless") and a question ("whether") leave it open: `speculated`.
- Where a negation is part of the act itself ("did not allow"), it denies nothing.
- Without any of these: `reported` with a source, `asserted` without. See RULES, each with an example.
"""

from __future__ import annotations

from testigo.claim import Firmness, Span
from testigo.reading import lexicon
from testigo.reading.act_status import NOT, as_practice
from testigo.reading.adverbs_of_doubt import adverbs
from testigo.reading.clause_status import is_given, local_marks
from testigo.reading.cues import Told
from testigo.reading.doubt_reach import aside_from, is_answered, reaches
from testigo.reading.governors import made_to
from testigo.reading.lists import wordset
from testigo.reading.noun_status import Mark
from testigo.reading.own_words import (
    HEARD,
    called_untrue,
    disbelieved,
    not_own,
    of_denial,
    unfound,
    without_teller,
)
from testigo.reading.spoken import Link, Speakers
from testigo.reading.view import View
from testigo.value import value

RULES = (
    (
        "status.cue",
        "the verb or noun of telling doubts, denies, expects or orders",
        "She denied that he was beaten.",
    ),
)


@value
class Standing:
    """The collapsed status of a claim and the layers it comes from, the publisher's first."""

    status: str
    firmness: tuple[Firmness, ...]


def standing(
    spoken: Speakers, kind: str, act: str, trigger: Span, ordered: tuple[Span, ...] = ()
) -> Standing:
    """The status of the claim whose act stands at `trigger`; `ordered` are the clauses of orders, findings left out."""
    view = spoken.view_at(trigger.start)
    links = spoken.links_at(trigger)
    outer = _cue_marks(spoken, kind, trigger)
    own = local_marks(view, kind, act, trigger, rule_text=_rule_text(spoken, trigger)) if view else []
    own = [mark for mark in own if not _vouched_for(spoken, trigger, mark)]
    if kind == "event" and view is not None and _only_believed(spoken, trigger):
        own = [_foreseen(view, mark) for mark in own]
    given = view is not None and is_given(view, trigger)
    if given:
        outer = [(level, mark) for level, mark in outer if mark.status not in ("intended", "denied")]
    if kind == "event" and view is not None and is_answered(view, trigger):
        outer = [(level, mark) for level, mark in outer if mark.status not in _OPEN]
        own = [mark for mark in own if mark.status not in _OPEN or mark.rule == "status.noun"]
    given = given or _past_command(spoken, trigger)
    in_order = not given and kind != "directive" and any(span.overlaps(trigger) for span in ordered)
    demanded = act == "extortion" and _in_demand(spoken, trigger)
    if demanded:  # "were told to bring 5,000 yuan": the demand was made
        outer = [(level, mark) for level, mark in outer if mark.status != "intended"]
        own = [mark for mark in own if mark.status != "intended"]
    in_order = in_order and not demanded and not (view is not None and _done_under(view, links, trigger))
    worked = act == "forced_labor" and view is not None and made_to(view, trigger)
    in_order = in_order and not worked and not (view is not None and as_practice(view, trigger))
    if worked:
        outer = [(level, mark) for level, mark in outer if mark.status != "intended"]
    if in_order and not any(m.status == "denied" for _, m in outer):
        own = [Mark("intended", None, "status.clause"), *own]
    layers = [Firmness(level, mark.status, mark.cue, mark.rule) for level, mark in outer]
    layers += [Firmness(len(links), mark.status, mark.cue, mark.rule) for mark in own]
    plain = "reported" if spoken.chain_at(trigger, kind) else "asserted"
    return Standing(
        _collapsed(plain, [m for _, m in outer], own), tuple(sorted(layers, key=lambda f: f.level))
    )


def _past_command(spoken: Speakers, trigger: Span) -> bool:
    """Whether an act stands in the words of an order that does not reach it: "a note telling guards to listen led to arrests"."""
    return any(
        told.cls in ("order", "intend")
        and not reaches(spoken.views[told.sentence], told, trigger, doubt=False)
        for told in spoken.tellings_at(trigger)
    )


def _only_believed(spoken: Speakers, trigger: Span) -> bool:
    """Whether somebody who is named believes or expects it."""
    return any(t.cls in ("believe", "expect") and t.source is not None for t in spoken.tellings_at(trigger))


def _foreseen(view: View, mark: Mark) -> Mark:
    """What is believed that it will happen is speculated: "The driver, some believe, will be made the scapegoat"."""
    words = {
        t.lower for t in view.tokens if mark.cue is not None and mark.cue.start <= t.start < mark.cue.end
    }
    future = mark.rule == "status.obligation" and bool(words & {"will", "would", "wo"})
    return Mark("speculated", mark.cue, mark.rule) if future else mark


def _done_under(view: View, links: tuple[Link, ...], trigger: Span) -> bool:
    """Whether it was done as an order says: "Under an instruction of March 2, the weight was cut"."""
    first, last = view.sentence.tokens_in(trigger)
    group = next((g for n in range(first, last) if (g := view.chunks.verb_at(n)) is not None), None)
    past = group is not None and not group.modal and view.tokens[group.first].tag == "VBD"
    return past and any(link.told.frame == "u" for link in links)


def _in_demand(spoken: Speakers, trigger: Span) -> bool:
    """Whether the words of the act hold the demand itself: "told to bring 5,000 yuan"."""
    return any(
        t.cue.overlaps(trigger) and t.lemma in _DEMANDING
        for t in spoken.tellings_by.get(spoken.number_at(trigger.start), ())
    )


_DEMANDING = wordset("tell order ask demand instruct")


def _collapsed(plain: str, outer: list[Mark], own: list[Mark]) -> str:
    """One status for all layers: see the rules of this module."""
    told = {m.status for m in outer}
    local = {m.status for m in own}
    if any(_of_reports(m, outer) for m in own):
        return "hedged"  # "took no action on reports of torture": the reports stand
    if any(m.rule in _SURELY_OPEN and m.status == "speculated" for m in own) and "denied" not in told:
        return "speculated"
    if "denied" in told:
        return "denied"
    if "speculated" in told:
        return "speculated"
    undone = any(m.rule == "status.undone" for m in own)
    if "intended" in local and not (
        undone and all(m.rule == "status.infinitive" for m in own if m.status == "intended")
    ):
        return "intended"
    for status in ("speculated", "denied"):
        if status in local:
            return status
    if "intended" in told:
        return "intended"
    return "hedged" if "hedged" in told | local else plain


def _of_reports(mark: Mark, outer: list[Mark]) -> bool:
    """Whether an act is only what reports or allegations are of, where these are not themselves what is denied."""
    cue = mark.cue if mark.rule == "status.noun" and mark.status == "hedged" else None
    if cue is None or any(m.cue is not None and m.cue.overlaps(cue) for m in outer):
        return False
    beside = (m.cue for m in outer if m.status == "denied" and m.cue is not None)
    return not any(0 <= cue.start - other.end < _NEAR for other in beside)


_NEAR = 12  # characters: room for "denied all such | rumors of"


def _vouched_for(spoken: Speakers, trigger: Span, mark: Mark) -> bool:
    """Whether the reports that an act is told in are somebody's who is named: "reports by two NGOs of beatings"."""
    if mark.rule != "status.noun" or mark.cue is None:
        return False
    cue = mark.cue
    return any(
        told.cue.overlaps(cue) and told.source is not None and told.rule in _NAMING_RULES
        for told in spoken.tellings_at(trigger)
    )


_NAMING_RULES = ("cue.noun", "cue.there-are", "cue.cites", "cue.issued")


def _rule_text(spoken: Speakers, trigger: Span) -> bool:
    """Whether the innermost source is the text of an order, law or leaflet."""
    links = spoken.links_at(trigger)
    if not links or links[-1].source.kind != "document":
        return False
    words = (links[-1].source.refers_text or links[-1].source.text).lower()
    return any(w in words for w in ("order", "circular", "law", "leaflet", "code", "decree", "directive", "ordinance", "regulation", "notice", "rule", "guideline", "instruction", "edict"))  # fmt: skip


def _cue_marks(spoken: Speakers, kind: str, trigger: Span) -> list[tuple[int, Mark]]:
    """What the tellings around the trigger do to it, each with the level of the voice that does it."""
    found: list[tuple[int, Mark]] = []
    level = 0
    own = spoken.view_at(trigger.start)
    opened = aside_from(own, trigger) if own is not None else 0
    for told in spoken.tellings_at(trigger):
        view = spoken.views[told.sentence]
        if told.rule == "cue.noun" and told.source is None and told.lemma in HEARD:
            found = [f for f in found if f[1].status != "intended"]  # "ordered an inquiry into reports that"
        status, aside = _cue_status(view, told, kind), told.token < opened
        if status == "intended" and told.cls in ("intend", "order") and _past_relative(spoken, trigger):
            status = ""  # "promised to punish the officers who beat him"
        if told.frame == "t" and told.cue in spoken.link_cues and told.cls in ("say", "report", "claim"):
            found = [
                f for f in found if f[1].status != "intended"
            ]  # "urged it to free the poet, who it said was beaten"
        sure = told.cls in ("deny", "order") and told.rule != "cue.there-are"
        if status and not (aside and not sure) and reaches(view, told, trigger, doubt=status in _OPEN):
            found.append((level, Mark(status, told.cue, "status.cue")))
        doubt = _adverb_at(view, told)
        if doubt is not None:
            found.append((level, doubt))
        if told.cue in spoken.link_cues:
            level += 1
    return found


def _past_relative(spoken: Speakers, trigger: Span) -> bool:
    """Whether the act stands in the past in a clause that says who somebody is: "those who beat him"."""
    view = spoken.view_at(trigger.start)
    if view is None:
        return False
    first, last = view.sentence.tokens_in(trigger)
    group = next((g for n in range(first, last) if (g := view.chunks.verb_at(n)) is not None), None)
    if group is None or view.tokens[group.first].tag != "VBD":
        return False
    for at in range(group.first - 1, max(-1, group.first - 7), -1):
        if view.chunks.verb_of[at] >= 0 or view.lower(at) in (",", ";", "and"):
            return False
        if view.lower(at) in ("who", "which", "whom", "whose") or (
            view.lower(at) == "that" and at + 1 == group.first
        ):
            return True
    return False


def _cue_status(view: View, told: Told, kind: str) -> str:
    """What one telling makes of what is told, or "" if it leaves it as it is."""
    words = {t.lower for t in view.tokens if told.cue.start <= t.start < told.cue.end}
    negated = bool(words & NOT)
    if told.rule == "cue.there-are":
        return "" if kind == "condition" and told.cls == "deny" else _there_are(view, told)
    if told.cls == "deny":
        return of_denial(view, told, negated=negated)
    if told.rule == "cue.passive" and told.source is None:
        return unfound(view, told) or _passive_status(view, told, words)
    if told.cls in ("know", "report") and (negated or told.cls == "know"):
        return _knowing(view, told, words, negated=negated)
    if kind in ("view", "condition") and told.cls in ("expect", "fear", "believe"):
        return "speculated" if (kind, told.cls) == ("view", "expect") else ""  # "She expects it to rise"
    if told.lemma in ("decline", "refuse"):
        return ""  # "declined to say how many had died"
    if told.cls in ("order", "intend"):
        return _by_order(view, told)
    return _by_word(view, told, kind)


def _asks_that(view: View, told: Told) -> bool:
    """Whether a clause tells what is to be done: "demanded that the prisoners be freed", "ordered that it should close"."""
    if told.frame not in ("t", "n") or told.cls != "order":
        return False
    first, last = view.sentence.tokens_in(told.contents[0])
    verb = next((t for t in view.tokens[first:last] if t.tag[0] == "V" or t.tag == "MD"), None)
    if told.frame == "n" and view.lower(first - 1) != "that":
        return False
    return verb is not None and (verb.tag == "VB" or verb.lower in ("should", "must", "shall"))


def _by_order(view: View, told: Told) -> str:
    """What a word of ordering or planning does: "had not decided to press charges" denies it."""
    verb = view.chunks.verb_at(told.token) if told.lemma == "decide" else None
    if verb is not None and verb.negated:
        return "denied"
    return "intended" if told.frame in ("o", "i") or _asks_that(view, told) else ""


def _by_word(view: View, told: Told, kind: str) -> str:
    """What the word of telling itself does: concern, allegation, hearsay; else what its class does."""
    if told.lemma in _CONCERNED:
        return "speculated" if told.cls != "view" and _may_be(view, told) else ""
    if status := called_untrue(view, told) or without_teller(view, told) or disbelieved(view, told):
        return status
    if (told.lemma == "allege" and kind != "view") or _only_heard(view, told) or _unsure(view, told):
        return "hedged"
    return not_own(view, told) or lexicon.classes()[told.cls].status


def _there_are(view: View, told: Told) -> str:
    """The likes of "there were reports of": doubted, unless somebody is named for them; "no sign that" denies."""
    if told.cls == "deny":
        if told.lemma == "doubt":
            return ""  # "There is no doubt that he was beaten"
        return "speculated" if told.lemma in _UNHEARD or _whether(view, told) else "denied"
    if told.cls in ("believe", "expect", "fear"):
        return "speculated"
    if told.cls == "order":  # "There are orders to leave" doubts nothing
        first = view.sentence.tokens_in(told.contents[0])[0]
        return "intended" if view.tokens[first].tag == "TO" or _asks_that(view, told) else ""
    return "" if told.source else "hedged"


def _may_be(view: View, told: Told) -> bool:
    """Whether what somebody is concerned about has not happened: "concern that they might be sent back"."""
    content = told.contents[0]
    first, last = view.sentence.tokens_in(content)
    group = next((g for g in view.chunks.verbs if first <= g.first < last and g.finite), None)
    return group is None or group.modal != ""


def _only_heard(view: View, told: Told) -> bool:
    """Whether it is told in reports that are nobody's: "alarm over reports that", "received reports of"."""
    if told.lemma not in HEARD or told.rule not in ("cue.noun", "cue.issued"):
        return False
    if told.source is None:
        return True
    before = view.chunks.verb_at(told.token - 1) or view.chunks.verb_at(max(0, told.token - 2))
    return before is not None and view.tokens[before.main].lemma in ("receive", "hear", "get")


def _unsure(view: View, told: Told) -> bool:
    """Whether those who tell are said to be unconfirmed: "unconfirmed reports suggested"."""
    return told.source is not None and any(
        t.lower in _UNSURE for t in view.tokens if told.source.start <= t.start < told.source.end
    )


_CONCERNED = frozenset({"concern", "be concerned"})
_UNSURE = frozenset({"unconfirmed", "unverified", "uncorroborated", "unsubstantiated"})
_UNHEARD = frozenset({"confirmation", "word", "clarity"})


def _knowing(view: View, told: Told, words: set[str], *, negated: bool) -> str:
    """The likes of "knows of no one who" denies; "could not confirm that", "does not know whether" leave it open."""
    if told.frame == "p" and told.contents and _starts_with_no(view, told):
        return "denied"
    if (
        told.lemma == "understand"
        and told.source is not None
        and told.frame == "t"
        and "understands" in words
    ):
        return "hedged"
    if negated and told.frame in ("t", "w"):
        return "speculated" if told.cls == "report" or _whether(view, told) else ""
    return lexicon.classes()[told.cls].status


def _passive_status(view: View, told: Told, words: set[str]) -> str:
    """Passives: "is said to", "is believed to", "was told that" doubt; "was ordered to" commands; "was asked" does neither."""
    if told.lemma in _ALLOWING or (told.lemma == "require" and words & {"was", "were", "been"}):
        return ""
    if told.cls in ("order", "warn") or told.lemma == "suppose":
        return "intended"
    if told.cls in ("fear", "expect") or (told.cls == "know" and words & NOT):
        return "speculated"
    if told.lemma in ("tell", "inform"):
        return "" if words & NOT or _is_question(view, told) else "hedged"  # "were not told where he is held"
    return "" if told.lemma in ("accuse", "ask") else "hedged"


_OPEN = ("hedged", "speculated")
_SURELY_OPEN = ("status.adverb", "status.unknown")  # "probably", "to find out whether"
_ALLOWING = wordset(
    "allow permit intend find show prove confirm establish document record discover reveal see observe witness note determine verify"
)  # "was allowed to go home", "was found to have fled": no doubt of it


def _starts_with_no(view: View, told: Told) -> bool:
    """Whether somebody knows "of no one who ..."."""
    return any(t.start == told.contents[0].start and t.lower in ("no", "nobody", "none") for t in view.tokens)


def _is_question(view: View, told: Told) -> bool:
    first, _ = view.sentence.tokens_in(told.contents[0])
    return view.tokens[first].tag in ("WRB", "WP") or _whether(view, told)


def _whether(view: View, told: Told) -> bool:
    first, _ = view.sentence.tokens_in(told.contents[0])
    return view.lower(first) in ("whether", "if") or view.lower(first - 1) == "whether"


def _adverb_at(view: View, told: Told) -> Mark | None:
    """A doubt of the outer voice about the telling itself ("one official reportedly told residents that ...")."""
    if told.token < 0 or told.token >= len(view.tokens):
        return None
    for at in range(max(0, told.token - 2), min(len(view.tokens), told.token + 3)):
        token = view.tokens[at]
        status = adverbs().get(token.lower)
        if status and not any(c.start <= token.start < c.end for c in told.contents):
            return Mark(status, token.span, "status.adverb")
    return None
