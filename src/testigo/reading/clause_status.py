"""What the words around an act in its own clause do to its status: doubt, negation, command, condition.

Rules: see RULES, each with an example. The word that an infinitive or "-ing" form hangs on hands its own status down:
what was begun is as firm as the beginning, what was refused was not done, what was planned is only planned.
More than 400 lines because the effects of modals, negation and governors call each other along one chain of verbs.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.act_status import (
    NEGATIVE_ACTS,
    NOT,
    OFTEN,
    About,
    called_for,
    never_more,
    ordered_done,
    part_of_act,
    refuses,
    takes_for_true,
    tells_of_leave,
    worded,
)
from testigo.reading.adverbs_of_doubt import adverbs, group_adverbs, shared_doubt
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.governors import effects, governor, had, is_denied, is_voiced, went_on
from testigo.reading.held_against import held_against, only_thought
from testigo.reading.hung_on import (
    AUX_BE,
    asked_for,
    causing,
    group_of,
    is_one,
    joins_adverbs,
    names_its_object,
    shares,
)
from testigo.reading.imperatives import is_imperative
from testigo.reading.kept_safe import asked_to_keep, is_aim
from testigo.reading.lists import wordset
from testigo.reading.not_quite import kept_from, nearly, short_of, too_much, undone_before
from testigo.reading.noun_status import (
    NONE,
    Mark,
    before_phrase,
    beside_noun,
    governing,
    in_reported_case,
    none_of,
)
from testigo.reading.partly import only_how
from testigo.reading.phrases import subject
from testigo.reading.powers import holds_by_law
from testigo.reading.supposed import supposed_by
from testigo.reading.view import View
from testigo.value import replace

RULES = (
    ("status.adverb", "an adverb of doubt", "He was reportedly arrested."),
    ("status.modal", "may, might, could", "He may have been executed."),
    ("status.obligation", "shall, must, is to, will", "They are to be moved."),
    ("status.infinitive", "what is ordered, planned or aimed at", "He ordered guards to shoot."),
    ("status.raising", "is said to, appears to, seems to", "She is said to have fled."),
    ("status.negation", "not, never, nobody", "He was not arrested."),
    ("status.wished", "what is to be kept from happening is feared", "Ensure that he is not beaten."),
    ("status.undone", "failed to, refused to, without", "They failed to arrest him."),
    ("status.condition", "if, unless, whether", "It is not known whether he lives."),
    (
        "status.charged",
        "what somebody is only suspected, accused or charged with",
        "He is suspected of beating a guard.",
    ),
    ("status.unknown", "unknown, unclear", "Their whereabouts remain unknown."),
    ("status.penalty", "a punishment that is only threatened", "They face three months in a camp."),
    ("status.rule", "what the text of an order or law says", "The law bans rallies."),
    ("status.noun", "a word beside a noun", "alleged beatings; pending trials; the risk of arrest"),
    ("status.clause", "a clause of an order", "Widows are exempt."),
)

_NO = NONE
_DUTY = wordset("shall must should will 'll ’ll ought")
_OF_LAWS = wordset("may must shall can could should cannot would")  # modals that lay down beside "by law"
_MAY = frozenset(["may", "might", "could"])
_OPENERS = frozenset(["if", "unless", "whether"])
_PENAL = frozenset(["face", "faces", "carry", "carries", "risk"])
_EXEMPT = wordset("exempt exempted excused spared exempts")


def local_marks(view: View, kind: str, act: str, trigger: Span, *, rule_text: bool) -> list[Mark]:
    """What the trigger's own clause does to it."""
    first, last = view.sentence.tokens_in(trigger)
    if last <= first:
        return []
    group = group_of(view, first, last)
    marks = _lexical(view, first, last, group, act, rule_text=rule_text)
    if group is not None:
        noun = not any(view.chunks.verb_of[n] >= 0 for n in range(first, last))
        marks += _from_group(view, group, About(kind, act, first, last), noun=noun, depth=0)
        present = (
            view.tokens[group.first].tag in ("VBZ", "VBP", "VB") and group.modal == "" and not group.perfect
        )
        if rule_text and present and kind == "event" and not any(m.status == "denied" for m in marks[:0]):
            marks.append(Mark("intended", None, "status.rule"))
    if act == "disappearance" or (kind == "view" and view.lower(first) in _OPEN):
        marks += _unknown(view, first, last)
    if kind == "event" and act not in NEGATIVE_ACTS:
        marks += none_of(view, first, last)
    feared = kind == "condition" and act == "fear"
    beside = [] if feared else beside_noun(view, first, last, voiced=act in _OF_REPORTS)
    return marks + beside + _handed_down(view, first, group) + in_reported_case(view)


def _unknown(view: View, first: int, last: int) -> list[Mark]:
    """What nobody knows of somebody: "his whereabouts remained unknown", "it was unclear where they were"."""
    at = next((n for n in range(first, min(len(view.tokens), last + 3)) if view.lower(n) in _OPEN), None)
    if at is not None and at + 1 < len(view.tokens) and view.tokens[at + 1].tag in NOUNS:
        return []  # "taken to an unknown location": that he was taken is known
    if "during" in view.lowers[max(0, first - 4) : first]:
        return []  # "two weeks during which his whereabouts were unknown": that is over
    return [] if at is None else [Mark("speculated", view.tokens[at].span, "status.unknown")]


_OPEN = frozenset({"unknown", "unclear", "uncertain"})


def _handed_down(view: View, first: int, group: VerbGroup | None) -> list[Mark]:
    """The doubt of the finite verb that a noun or "-ing" form hangs on: "reportedly died after being tortured"."""
    if group is not None and group.finite:
        return []
    start = min(first, group.first) if group is not None else first
    number = view.chunks.noun_of[start]
    opens = view.chunks.nouns[number][0] if number >= 0 else start
    if (doubt := _before_reason(view, opens)) is not None:
        return [doubt]
    if (view.lower(opens - 2), view.lower(opens - 1)) in _OWING and opens > 1:
        return []  # "apparently bought pills abroad because of a shortage": the shortage is known
    main = governing(view, start)
    return [m for m in group_adverbs(view, main) if m.status == "hedged"] if main else []


def _before_reason(view: View, opens: int) -> Mark | None:
    """The doubt before the words that lead to a noun or "-ing" form: "died, reportedly because of torture"."""
    at = opens - 1
    while at > 0 and opens - at < 5 and view.lower(at) in _LEADING:
        at -= 1
    status = adverbs().get(view.lower(at)) if at < opens - 1 else None
    return Mark(status, view.tokens[at].span, "status.adverb") if status == "hedged" else None


_LEADING = wordset(
    "as a result response retaliation revenge after because of due to owing for following during in over by from on amid under at with"
)
_OWING = frozenset({("due", "to"), ("because", "of"), ("owing", "to")})


def _lexical(
    view: View, first: int, last: int, group: VerbGroup | None, act: str, *, rule_text: bool
) -> list[Mark]:
    words = {t.lower for t in view.tokens[first:last]}
    span = view.span(first, last)
    if (
        (words & _EXEMPT and "being" not in words)
        or (rule_text and "excluded" in words)
        or ("left" in words and "out" in words)
        or {"subject", "to"} <= words
        or {"liable", "to"} <= words
        or (act == "trial" and {"due", "to"} <= words)
        or (act == "sentence" and "punishable" in words)
    ):
        return [Mark("intended", span, "status.clause")]
    may_be = next((n for n in range(first, last) if view.lower(n) in _MAY_BE), -1)
    if may_be >= 0 and act in _SENTENCES:
        return [Mark("speculated", view.tokens[may_be].span, "status.noun")]  # "faces a possible sentence"
    if act in ("sentence", "execution") and _threatened_by_law(view, first):
        return [Mark("intended", span, "status.penalty")]  # "offenses were subject to caning"
    if act in _SUFFERED:
        return []  # "face harassment": what is met with, not what is threatened
    head = view.tokens[group.main].lower if group else ""
    if (
        head == "faced"
        and act == "sentence"
        and any(view.lower(n) in _AT_MOST for n in range(first, last + 3))
    ):
        return [Mark("intended", span, "status.penalty")]
    if (head in _PENAL or words & {"threatened"}) and head != "carried" and not words & {"harassed", "beat"}:
        with_what = view.lower(last) == "with" or "with" in words or head in _PENAL
        charged = head.startswith("face") and any(view.lower(n) in _CHARGED for n in range(first, last + 3))
        if with_what and not charged:
            one = head.startswith("face") and group is not None and is_one(view, group)
            return [Mark("speculated" if one else "intended", span, "status.penalty")]
    return []


def _threatened_by_law(view: View, at: int) -> bool:
    """Whether a noun names what a deed is punished with by law: "subject to caning", "punishable by a fine"."""
    number = view.chunks.noun_of[at]
    start = view.chunks.nouns[number][0] if number >= 0 else at
    return (view.lower(start - 2), view.lower(start - 1)) in _BY_LAW


_BY_LAW = frozenset({("subject", "to"), ("liable", "to"), ("punishable", "by"), ("punishable", "with")})


_OF_REPORTS = frozenset({"speech", "investigation"})  # acts done with reports: these were made
_MAY_BE = frozenset({"possible", "potential", "likely"})
_SENTENCES = frozenset({"sentence", "trial", "execution", "detention"})
_SUFFERED = wordset("policy surveillance crackdown discontent fear hardship control")
_AT_MOST = frozenset({"up", "maximum", "possible", "potential"})  # "faced up to 20 years", not "faced jail"
_CHARGED = wordset(
    "charge charges trial prosecution accusations case cases indictment indictments suit suits"
)


def _from_group(view: View, group: VerbGroup, about: About, *, noun: bool, depth: int) -> list[Mark]:
    """Adverbs, modals, negation and governors of a verb group."""
    group = _with_modal(view, group)
    marks = group_adverbs(view, group) or shared_doubt(view, group)
    words = [t.lower for t in view.tokens[group.first : group.last]]
    span = view.span(group.first, group.last)
    raising = view.tokens[group.main].lemma
    if depth == 0 and raising in ("seem", "appear") and group.finite:
        doubt = "speculated" if about.kind == "view" or raising == "seem" else "hedged"
        marks.append(Mark(doubt, span, "status.raising"))
    if noun and (takes_for_true(view, group, about.first) or _not_kept_off(view, group, about)):
        return marks
    modal = _wished(view, group, span) or _modal(view, group, about, span, words)
    in_force = about.kind == "directive" and about.act == "policy" and group.modal in _OF_LAWS
    if in_force and holds_by_law(view, group):
        return marks  # "by law, the governor may ban": what the law says is so
    if modal is not None:
        return [*marks, *modal]
    marks += worded(view, group, about, span) + called_for(view, group, about, span, noun=noun)
    marks += [] if noun else asked_for(view, group, span)
    never = next(
        (n for n in range(group.last - 1, max(-1, group.first - 4), -1) if never_more(view, n, about)), -1
    )
    if (
        never >= 0
        and not (group.negated or part_of_act(view, about, depth) or only_how(view, group))
        and all(view.tokens[n].tag[:2] == "RB" for n in range(never + 1, group.first))
    ):
        marks.append(Mark("denied", view.tokens[never].span, "status.negation"))
    hardly = next((n for n in range(group.first, group.last) if view.lower(n) == "hardly"), -1)
    if hardly >= 0 and view.lower(hardly + 1) == "ever" and about.kind == "event":
        marks.append(Mark("denied", view.tokens[hardly].span, "status.negation"))
    if group.negated and not (part_of_act(view, about, depth) or only_how(view, group)):
        marks.append(Mark("denied", span, "status.negation"))
    if not group.negated and ("cannot" in words or nearly(view, group, about.act)):
        marks.append(Mark("denied", span, "status.negation"))
    subject_no = _subject_says_no(view, group)
    barred = about.act in NEGATIVE_ACTS and tells_of_leave(view, about)
    if (
        subject_no is not None
        and about.kind in ("event", "directive")
        and about.act != "disappearance"
        and not barred
        and not (about.act == "resistance" and part_of_act(view, about, depth))
    ):
        marks.append(Mark("denied", subject_no, "status.negation"))
    marks += _opened(view, group) or _in_no_case(view, group)
    if depth < 4 and not noun | group.finite:
        marks += _governed(view, group, about, depth)
    if noun and about.kind == "event" and _kept_off(view, group, about):
        marks.append(Mark("denied", span, "status.undone"))
    bare = group.first == group.main and view.tokens[group.first].tag in ("VB", "VBN")
    made = causing(view, group) if depth < 4 and bare else None
    if made is not None:
        return [*marks, *_from_group(view, made, about, noun=False, depth=depth + 1)]
    if depth < 4 and group.first == group.main and view.tokens[group.first].tag in ("VBN", "VB", "VBD"):
        marks += _coordinate(view, group, about, depth)
    return marks


def _wished(view: View, group: VerbGroup, span: Span) -> list[Mark]:
    """What is to be kept from happening: "guarantee that she is not beaten"."""
    if is_imperative(view, group) or is_aim(view, group):
        return [Mark("intended", span, "status.obligation")]  # "“Do not leave your homes”"
    wished = group.negated and asked_to_keep(view, group)
    return [Mark("speculated", span, "status.wished")] if wished else []


def _with_modal(view: View, group: VerbGroup) -> VerbGroup:
    """A base form with the modal that other words part from it: "will in all likelihood be demoted"."""
    if group.modal or view.tokens[group.first].tag != "VB":
        return group
    for at in range(group.first - 1, max(-1, group.first - 7), -1):
        if view.tokens[at].tag == "MD":
            return replace(group, modal=view.lower(at))
        if view.chunks.verb_of[at] >= 0 or view.lower(at) in ("to", "and", "or", "that", ";"):
            break
    return group


def _kept_off(view: View, group: VerbGroup, about: About) -> bool:
    """Whether the noun behind a verb is what somebody got out of: "narrowly escaped arrest"."""
    lemma = view.tokens[group.main].lemma
    if group.negated or group.modal:
        return False
    called_off = lemma in _CALLING_OFF or (lemma == "call" and view.lower(group.last) == "off")
    if called_off and about.act in (_CALLED_OFF if lemma not in _BREAKING_UP else _CALLED_OFF - _UNDER_WAY):
        return group.passive if group.first >= about.last else not group.passive and group.last <= about.first
    out = lemma in _GETTING_OUT and not group.passive and group.last <= about.first
    return out and view.lower(group.last) not in ("from", "to", "into", "with")


def _not_kept_off(view: View, group: VerbGroup, about: About) -> bool:
    """Whether the noun behind a verb was not kept from happening: "could not stop the execution"."""
    away = view.tokens[group.main].lemma in _GETTING_OUT | _CALLING_OFF and group.last <= about.first
    return away and group.negated and group.modal in ("", "could") and about.kind == "event"


_BREAKING_UP = wordset("stop halt")  # "stopped the march with tear gas": it had begun
_UNDER_WAY = wordset("resistance meeting trial")
_CALLING_OFF = wordset("block halt stop cancel stay")
_CALLED_OFF = wordset("execution repatriation release banishment trial resistance meeting")
_GETTING_OUT = wordset("escape avoid evade dodge elude prevent avert foil thwart forestall")


def _modal(view: View, group: VerbGroup, about: About, span: Span, words: list[str]) -> list[Mark] | None:
    """What a modal does; None where there is none."""
    if group.modal in _MAY or group.modal == "ca" or "cannot" in words:
        if group.modal == "may" and group.negated and not group.perfect and about.act in NEGATIVE_ACTS:
            return []  # "The family may not leave the city": what they are forbidden
        limits = "longer" in words or any(
            view.lower(n) == "only" for n in range(group.first, min(len(view.tokens), group.last + 3))
        )
        if limits and group.modal == "may":
            return []
        ability = (
            group.modal in ("could", "cannot", "can", "ca", "") and not group.perfect and "be" not in words
        )
        if (group.negated or "cannot" in words) and ability:
            return (
                []
                if about.act in NEGATIVE_ACTS or about.kind == "condition"
                else [Mark("denied", span, "status.modal")]
            )
        penalty = about.act == "sentence" and group.passive and view.lower(group.last) in ("by", "with")
        laid = penalty and group.modal in ("could", "can") and not group.perfect
        return [
            Mark("intended" if laid else "speculated", span, "status.modal")
        ]  # "could be punished by a fine"
    if group.modal == "would" and group.negated and view.tokens[group.main].lemma in _WONT:
        return [] if about.act in NEGATIVE_ACTS or about.kind == "condition" else None
    if group.modal == "would" and about.kind == "event" and not group.perfect and _often(view, group):
        return []  # "Officers would come at night": what they used to do
    if group.modal in _DUTY or (group.modal == "would" and "like" not in words):
        open_ = about.kind in ("view", "condition") and group.modal in ("would", "will", "'ll", "’ll")
        supposing = group.modal == "would" or (group.modal in ("must", "should") and about.kind == "event")
        open_ = open_ or (supposing and group.perfect)  # "would have been freed", "must have been shot"
        return [Mark("speculated" if open_ else "intended", span, "status.obligation")]
    return None


def _often(view: View, group: VerbGroup) -> bool:
    """Whether it was done again and again: "would come every night", not "would be freed that night"."""
    near = range(group.first, min(len(view.tokens), group.last + 8))
    return any(view.lower(n) in OFTEN and not _once(view, n) for n in near)


def _once(view: View, at: int) -> bool:
    """Whether a word of OFTEN counts no times here: "that night", "every factory"."""
    if view.lower(at) in ("every", "each"):
        return view.lower(at + 1).removesuffix("s") not in _SPANS
    return view.lower(at) == "night" and view.lower(at - 1) in _ONE


_SPANS = wordset(
    "day week month year hour time night morning evening spring summer autumn fall winter weekend season"
    " monday tuesday wednesday thursday friday saturday sunday other few two three"
)


_ONE = wordset("that this the same one last next a first")
_WONT = wordset(
    "admit allow answer dare accept sign let give say tell open hand speak eat leave confess talk listen explain"
)  # "the clinic would not admit her": it was refused


def is_given(view: View, trigger: Span) -> bool:
    """Whether a noun names what has happened, whatever is to be done about it: "promised to investigate the killing"."""
    first, last = view.sentence.tokens_in(trigger)
    group = group_of(view, first, last) if last > first else None
    if group is not None and takes_for_true(view, group, first):
        return True
    case = _case_of(view, first)
    group = group_of(view, *case) if case is not None else None
    return case is not None and group is not None and takes_for_true(view, group, case[0])


def _case_of(view: View, at: int) -> tuple[int, int] | None:
    """The phrase of the cases that a noun is of: "cases of" in "investigate cases of torture"."""
    number = view.chunks.noun_of[at]
    start = view.chunks.nouns[number][0] if number >= 0 else at
    base = view.chunks.noun_upto.get(start - 1) if view.lower(start - 1) == "of" else None
    return base if base is not None and view.tokens[base[1] - 1].lemma in _CASES else None


_CASES = wordset("case instance incident example episode pattern practice use wave series number")


def _subject_says_no(view: View, group: VerbGroup) -> Span | None:
    base = subject(view.chunks, group)
    if base is None or base[1] > group.first:
        return None
    for at in (base[0], base[0] - 1):
        if view.lower(at) in ("not", "nor"):
            return view.tokens[at].span
    if view.lower(base[0]) in ("which", "whom") and view.lower(base[0] - 2) in _NO:
        return view.tokens[base[0] - 2].span  # "three complaints, none of which was answered"
    base = base[0], min(base[0] + 3, base[1])
    for at in range(base[0], base[1]):
        if view.lower(at) in _NO or (view.lower(at) == "one" and view.lower(at - 1) == "no"):
            return view.tokens[at].span
    return None


def _opened(view: View, group: VerbGroup) -> list[Mark]:
    """A clause that "if", "unless", "whether" or a "had" before its subject opens, and a deed that is only held against somebody."""
    if (charged := held_against(view.tokens, group.first)) is not None:
        return [Mark(charged[0], view.tokens[charged[1]].span, "status.charged")]
    if (thought := only_thought(view.tokens, group.first)) >= 0:
        return [Mark("hedged", view.tokens[thought].span, "status.raising")]
    if (had := supposed_by(view, group)) is not None:
        return [Mark("speculated", view.tokens[had].span, "status.condition")]
    if not group.finite:
        return []
    for at in range(group.first - 1, max(-1, group.first - 10), -1):
        word = view.lower(at)
        if view.chunks.verb_of[at] >= 0 or word in (",", ";"):
            return []
        if word in _OPENERS:
            rule = "status.unknown" if word == "whether" else "status.condition"
            return [Mark("speculated", view.tokens[at].span, rule)]
        if word == "that" and view.lower(at - 1) in _SEEMING and view.lower(at - 2) == "it":
            return [Mark("hedged", view.tokens[at - 1].span, "status.raising")]  # "It seems that he was held"
    return []


_SEEMING = wordset("seems seem seemed appears appear appeared")


def _in_no_case(view: View, group: VerbGroup) -> list[Mark]:
    """Whether a clause opens with "in no case", "at no point": "In no case was a body returned"."""
    for at in range(group.first - 1, max(-1, group.first - 12), -1):
        if view.lower(at) in (",", ";"):
            return []
        if view.lower(at) in _CASES_OR_TIMES and view.lower(at - 1) == "no" and view.lower(at - 2) in _WHERE:
            return [Mark("denied", view.tokens[at - 1].span, "status.negation")]
    return []


_CASES_OR_TIMES = wordset("case instance point time occasion circumstances")
_WHERE = wordset("in at on under")


def _governed(view: View, group: VerbGroup, about: About, depth: int) -> list[Mark]:
    """What the word that an infinitive or "-ing" form hangs on does to it."""
    start = view.tokens[group.first]
    span = view.span(group.first, group.last)
    if start.tag == "VBG" or (view.lower(group.first - 2), view.lower(group.first - 1)) == ("rather", "than"):
        undone = undone_before(view, group)
        own = about.act in NEGATIVE_ACTS and (
            view.lower(about.first) in NOT or (view.lower(about.first - 1) == "not" and refuses(view, about))
        )  # "kept them at home by not sending them"
        if undone is not None and not own:
            return [Mark("denied", undone, "status.undone")]
        doubted = short_of(view, group.first) or before_phrase(view, group.first)
        if doubted is not None:
            return [doubted]  # "held on suspicion of smuggling horns"
        before = view.chunks.verb_at(group.first - 1) if group.first else None
        if before is not None:
            return _effect(view, before, view.tokens[before.main].lemma, about, depth, span)
        if view.lower(group.first - 1) == "from":
            return kept_from(view, group)
        return _inherited(view, group)
    if start.tag == "VBN" and ordered_done(view, group.first):
        return [Mark("intended", span, "status.infinitive")]
    if group.modal != "to":
        return []
    return _of_infinitive(view, group, about, depth)


def _of_infinitive(view: View, group: VerbGroup, about: About, depth: int) -> list[Mark]:
    """What the word that an infinitive hangs on does to it."""
    span = view.span(group.first, group.last)
    hung = governor(view, group)
    if view.lower(group.first - 1) == "whether":
        return [Mark("speculated", view.tokens[group.first - 1].span, "status.condition")]
    if view.lower(group.first - 1) == "ought":
        return [Mark("speculated" if group.perfect else "intended", span, "status.obligation")]
    if hung is None:
        return [Mark("intended", span, "status.infinitive")]
    if (much := too_much(view, group.first)) is not None:
        return [Mark("denied", much, "status.undone")]
    lemma, before = hung
    if group.perfect and lemma not in effects() and lemma not in _AIMING:
        undone = is_denied(view, before) != (view.lower(group.first - 1) in NOT)  # "was shown not to have"
        return [Mark("denied", span, "status.undone")] if undone else []  # "was shown to have beaten him"
    word = view.lower(group.first - 1)
    if word == "nothing" or (word == "yet" and lemma in ("have", "be")):  # "did nothing to", "had yet to"
        return [Mark("denied", view.tokens[group.first - 1].span, "status.undone")]
    return _effect(view, before, lemma, about, depth, span)


_AIMING = wordset("be due set schedule slate suppose hope want plan intend mean like love wish pretend")


def _inherited(view: View, group: VerbGroup) -> list[Mark]:
    """The doubt of the clause that a trailing participle goes on with: "guards allegedly fired, killing four"."""
    if view.lower(group.first - 1) != ",":
        return []
    main = next((g for g in reversed(view.chunks.verbs) if g.last < group.first and g.finite), None)
    return [m for m in group_adverbs(view, main) if m.status in ("hedged", "speculated")] if main else []


def _effect(
    view: View, before: VerbGroup | None, lemma: str, about: About, depth: int, span: Span
) -> list[Mark]:
    """What the governor's meaning and its own status do."""
    first, last = view.sentence.tokens_in(span)
    voiced = is_voiced(view, before, lemma, about.act, view.tokens[last - 1].lemma)
    effect = "done" if voiced or went_on(view, before, lemma) else effects().get(lemma, "")
    start = view.tokens[first]
    aimed = lemma in ("stop", "cease", "avoid", "prevent") and start.tag == "TO"
    if aimed or (lemma == "come" and about.act in _COME_FOR and not _undergone(view, span)):
        effect = "aim"  # "They had come to arrest his brother"
    own = (
        _from_group(view, before, about, noun=False, depth=depth + 1)
        if before is not None and effect in ("done", "attempt", "hedged", "speculated", "able")
        else []
    )
    cue = view.span(before.first, before.last) if before is not None else span
    if lemma == "-":
        return []
    if lemma in AUX_BE or lemma == "be" or (lemma == "have" and not had(view, before)):
        return [Mark("intended", cue, "status.obligation")]
    if effect in ("done", "attempt", "able"):
        return own
    if effect in ("undone", "unable"):
        if before is not None and is_denied(view, before) and only_how(view, before):
            return []  # "never stopped calling her"
        return [Mark("denied", cue, "status.undone")]
    if effect in ("hedged", "speculated"):
        return _raised(before, lemma, effect, own, cue)
    return [] if start.tag == "VBG" else [Mark("intended", cue, "status.infinitive")]


_COME_FOR = wordset(
    "arrest detention search confiscation killing execution interrogation torture extortion repatriation banishment"
)


def _undergone(view: View, span: Span) -> bool:
    """Whether an infinitive is passive: "came to be arrested"."""
    return "be" in view.lowers[slice(*view.sentence.tokens_in(span))]


def _raised(before: VerbGroup | None, lemma: str, effect: str, own: list[Mark], cue: Span) -> list[Mark]:
    """The likes of "appears to", "is said to", "is likely to"."""
    raising = lemma in ("appear", "seem", "tend", "likely", "unlikely", "possible")
    if before is not None and not before.passive and not raising and effect == "hedged":
        return own
    return [*own, Mark(effect, cue, "status.raising")]


def _coordinate(view: View, group: VerbGroup, about: About, depth: int) -> list[Mark]:
    """A verb that shares the auxiliaries of the one before: "may be arrested and sentenced"."""
    at = group.first
    place = at - 1
    while place > 1 and (view.tokens[place].tag == "RB" or joins_adverbs(view, place)):
        place -= 1
    if view.lower(place) not in ("and", "or", ",", "then", "but"):
        return []
    tag = view.tokens[at].tag
    if view.tokens[at].lemma in ("be", "have", "do"):
        return []
    for other in reversed(view.chunks.verbs):
        if other.first >= at or names_its_object(view, other):
            continue
        fits = (tag == "VB" and (other.modal or other.first != other.main)) or (
            tag in ("VBN", "VBD")
            and (other.passive or other.perfect)
            and not (other.modal == "to" and tag == "VBD")
        )
        if tag == "VBD" and not shares(view, other, at):
            return []
        if fits:
            return _from_group(view, other, about, noun=False, depth=depth + 1)
        if tag == "VBN" and other.finite:
            return []
    return []
