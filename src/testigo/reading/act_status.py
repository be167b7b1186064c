"""What the words of an act say of it themselves: "ordered the release", "threatened him with the mine", "did not allow".

Rules:
- A negation that belongs to the act ("did not report for service") denies nothing.
- What is done no longer is denied, as what was never done.
- What is only ordered, asked for, promised, planned or threatened is intended.
- A noun after "investigate", "condemn", "punish" names what has happened.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.noun_status import NONE, Mark
from testigo.reading.view import View
from testigo.value import value

NEGATIVE_ACTS = frozenset({"resistance", "disappearance", "movement_restriction", "policy", "banishment"})
NOT = wordset("not n't n’t never neither nor cannot")


@value
class About:
    """What is asked about: a claim's kind and act, and the tokens of its trigger."""

    kind: str
    act: str
    first: int
    last: int


def never_more(view: View, at: int, about: About) -> bool:
    """Whether a word before a verb says that it was not done, or is done no longer: "no longer beat the men"."""
    if view.lower(at) == "longer" and view.lower(at - 1) == "no":
        return about.kind == "event" and about.act not in NEGATIVE_ACTS
    return view.lower(at) in _NEVER


_NEVER = ("never", "neither", "nor")


def worded(view: View, group: VerbGroup, about: About, span: Span) -> list[Mark]:
    """The likes of "is to be heard", "vowed revenge", "threatened him with the mine", "stopped working"."""
    if about.kind not in ("event", "directive"):
        return []
    lemma = view.tokens[group.main].lemma
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    here = about.first <= group.main < about.last or about.first <= group.first < about.last
    if (
        after is not None
        and after.modal == "to"
        and view.lower(group.first) in ("is", "are")
        and lemma == "be"
    ):
        return [Mark("intended", span, "status.obligation")]
    wanted = here and group.passive and not group.modal
    if wanted and view.lower(group.first) == "be" and view.tokens[group.first - 1].tag in NOUNS:
        return [Mark("intended", span, "status.obligation")]  # "demanded the officers be prosecuted"
    if lemma in _SET and view.lower(group.last) == "to" and _is_set(view, group):
        return [Mark("intended", span, "status.obligation")]
    near = [view.lower(n) for n in range(group.last, min(len(view.tokens), group.last + 6))]
    promised = lemma in ("vow", "pledge", "promise") and near[:1] not in (["to"], ["that"])
    promised = promised and (about.act != "policy" or group.perfect)
    threatened = lemma == "threaten" and (
        "with" in near or (about.act != "policy" and near[:1] not in ([","], ["to"], ["that"], ["and"]))
    )
    if (
        here
        and (promised or threatened)
        and about.act not in ("speech", "policy")
        and view.lower(group.first - 1) != ","
    ):
        return [Mark("intended", span, "status.penalty")]
    if (
        here
        and lemma in ("stop", "cease")
        and not group.negated
        and after is not None
        and view.tokens[after.first].tag == "VBG"
    ):
        ended = after.first < about.last or about.act in ("contact", "smuggling", "crime", "bribery")
        return [Mark("denied", span, "status.undone")] if ended else []
    near = near[1:] if near[:1] == ["to"] else near  # "confessed to nothing"
    nothing = bool(near) and near[0] in ("nobody", "nothing", "none", "neither")
    nothing = nothing or (about.kind == "event" and about.act not in NEGATIVE_ACTS and _done_to_none(near))
    nothing = nothing and about.act != "resistance"  # not so in "said nothing for eleven days"
    return [Mark("denied", span, "status.negation")] if here and nothing else []


def called_for(view: View, group: VerbGroup, about: About, span: Span, *, noun: bool) -> list[Mark]:
    """What is only ordered, asked for or planned: "ordered the release of two men", "planned to flee"."""
    lemma = view.tokens[group.main].lemma
    within = about.first <= group.main < about.last
    ahead = within or (noun and not group.passive and group.last <= about.first)
    if ahead and about.kind == "event" and about.act in _AHEAD.get(lemma, ()):
        return [Mark("intended", span, "status.noun")]  # "awaiting trial", "while planning a march"
    if about.kind != "event" or about.act in _OWN_DEEDS or not (within or noun):
        return []
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    planned = (
        lemma in _PLANNING
        and within
        and after is not None
        and after.modal == "to"
        and after.first < about.last
        and about.act != "interrogation"  # "They wanted to know who had called"
    )
    called = (
        lemma in _CALLING
        or asks_for(view, group)
        or (noun and lemma in PETITIONING)
        or (lemma in ("ask", "call") and about.act == "sentence")
    )
    called = called or (noun and lemma in _PROMISING) or (lemma == "await" and about.act in _AWAITED)
    if noun and group.passive and lemma in _CALLED_FOR and about.last <= group.first and not group.modal:
        return [Mark("intended", span, "status.infinitive")]  # "The release of nine men was ordered"
    called = called and not group.passive and group.last <= about.last - 1
    return [Mark("intended", span, "status.infinitive")] if planned or called else []


def _is_set(view: View, group: VerbGroup) -> bool:
    """Whether something is set to happen: "The trial is set to resume", "they were scheduled to meet"."""
    return any(view.tokens[n].lemma == "be" for n in range(max(0, group.first - 1), group.last))


PETITIONING = wordset("petition ask beg implore lobby plead")
_SET = wordset("set schedule slate due")
_OWN_DEEDS = wordset(
    "speech extortion bribery policy meeting dissemination order resistance trial watchlisting surveillance"
)


def asks_for(view: View, group: VerbGroup) -> bool:
    """Whether a verb only asks for what follows: "called for his release", "petitioned for an inquiry"."""
    return view.tokens[group.main].lemma in _ASKING and view.lower(group.last) == "for"


_ASKING = wordset("call appeal petition press push plead campaign lobby advocate agitate ask")


def ordering(view: View, start: int) -> VerbGroup | None:
    """The ordering verb whose list of nouns goes on at a token: "ordered the arrest of one man and the release of two"."""
    base: tuple[int, int] | None = (start, start)
    for _ in range(6):
        if base is None or view.lower(base[0] - 1) not in ("and", "or", ",", "of"):
            return None
        base = view.chunks.noun_upto.get(base[0] - 1)
        verb = view.chunks.verb_at(base[0] - 1) if base is not None and base[0] else None
        if verb is not None:
            return verb if view.tokens[verb.main].lemma in _CALLING and not verb.passive else None
    return None


def ordered_done(view: View, at: int) -> bool:
    """Whether a participle tells what somebody ordered done to somebody: "ordered the editor detained"."""
    base = view.chunks.noun_upto.get(at)
    verb = view.chunks.verb_at(base[0] - 1) if base is not None and base[0] else None
    return verb is not None and view.tokens[verb.main].lemma in ("order", "want") and not verb.passive


def takes_for_true(view: View, group: VerbGroup, first: int) -> bool:
    """Whether a verb takes a noun for something that has happened: "condemned the killing". first: where the noun starts."""
    return view.tokens[group.main].lemma in _FACTIVE and view.chunks.verb_of[first] < 0


_FACTIVE = wordset(
    "investigate discontinue shelve condemn denounce criticize criticise protest mourn mention commemorate review examine probe justify conceal"
    " acknowledge discuss avenge punish explain"
)
OFTEN = wordset(
    "often sometimes always usually regularly routinely frequently occasionally every each whenever nightly night"
)
_CALLED_FOR = wordset("promise order plan propose request demand")
_AWAITED = wordset("sentence execution repatriation banishment release")
_AHEAD = {"await": wordset("trial"), **dict.fromkeys(("plan", "prepare"), wordset("resistance meeting"))}
_PROMISING = wordset("promise pledge vow")
_PLANNING = wordset("plan intend want hope wish prepare aim")
_CALLING = wordset("order demand request seek propose recommend urge plan")


def _done_to_none(near: list[str]) -> bool:
    """Whether what is behind a verb is nobody or nothing: "holds no one", "killed no civilians", not "waited no longer"."""
    return near[:1] == ["no"] and (near[1:2] == ["one"] or (len(near) > 1 and near[1] not in _MEASURED))


_MEASURED = wordset("longer more less fewer later sooner earlier doubt matter further")


def part_of_act(view: View, about: About, depth: int) -> bool:
    """Whether the negation belongs to the act itself: "did not allow", "has not been told"."""
    inside = any(view.lower(n) in NOT or view.lower(n) in NONE for n in range(about.first, about.last))
    if about.kind == "condition" or about.act == "disappearance":
        return True  # "has not been seen since": the silence is the act
    if depth == 0 and about.act in NEGATIVE_ACTS and tells_of_leave(view, about):
        return True
    if depth == 0 and about.act == "resistance":
        return refuses(view, about)
    kept = _KEPT_BACK.get(about.act)
    if depth == 0 and kept and any(view.tokens[n].lemma in kept for n in range(about.first, about.last)):
        return True  # "her camera was never returned", "he did not survive"
    return depth == 0 and inside and about.act in NEGATIVE_ACTS


def refuses(view: View, about: About) -> bool:
    """Whether what is not done is an act of resistance: "did not report for service", but not "did not resist"."""
    return about.act == "resistance" and all(
        view.tokens[n].lemma not in _DEFYING for n in range(about.first, about.last)
    )


_KEPT_BACK = {
    "confiscation": wordset("return give restore"),
    "dismissal": wordset("renew extend prolong"),
    "death": wordset("survive"),
    "killing": wordset("survive"),
}
_DEFYING = wordset(
    "place stage occur happen resist protest demonstrate oppose rebel riot strike defy refuse object disobey march rally"
)


def tells_of_leave(view: View, about: About) -> bool:
    """Whether the act is that something is not allowed or kept to: "no one was allowed to leave", "did not respect it"."""
    words = (view.tokens[n].lemma for n in range(about.first, about.last))
    return any(word in _LEAVE for word in words)


_LEAVE = wordset(
    "allow permit let able respect honor honour observe uphold protect guarantee grant approve issue register accredit recognize recognise enforce implement cooperate comply heed follow adhere abide"
)


def as_practice(view: View, trigger: Span) -> bool:
    """Whether a duty or ban is told as what went on: "prisoners were required to work", "they have been barred from leaving"."""
    first, last = view.sentence.tokens_in(trigger)
    group = next((g for n in range(first, last) if (g := view.chunks.verb_at(n)) is not None), None)
    if group is None:
        return False
    laid = view.tokens[group.main].lemma in _LAID
    return laid and not group.modal and (group.perfect or view.tokens[group.first].tag == "VBD")


_LAID = wordset("require oblige compel forbid ban bar prohibit")
