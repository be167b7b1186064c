"""Where one sentence attributes something by a noun: "the claim that", "there were reports of".

Rules: see RULES, each with an example.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, VerbGroup, head_of
from testigo.reading.cues import Told
from testigo.reading.frames import clause_at, judged_before, past_adverbs
from testigo.reading.lists import wordset
from testigo.reading.noun_ends import (
    CASES,
    SIGNS,
    before_but_no,
    before_contrast,
    before_dated,
    before_result,
    before_the_main_clause,
    end_of_concern,
    is_given,
)
from testigo.reading.phrases import short, subject, upto
from testigo.reading.predicates import before_predicate
from testigo.reading.rule_texts import ACCOUNTS, holding, in_which, rule_texts
from testigo.reading.tellers import persons
from testigo.reading.told_ends import before_stating
from testigo.reading.view import View

RULES = (
    ("cue.noun", "a noun of telling, with what is told after it", "The claim that lists exist was denied."),
    (
        "cue.there-are",
        "reports, rumours or no signs that nobody is named for",
        "There were reports of beatings.",
    ),
    (
        "cue.issued",
        "somebody gives a statement, makes a claim",
        "The office issued a statement that it was closed.",
    ),
    (
        "cue.cites",
        "somebody cites testimony or an account, which tells in turn",
        "The report cited testimony that men died.",
    ),
)

_LIGHT = wordset(
    "issue make release publish give deliver send post have hold express voice file raise repeat receive"
    " get reject dismiss deny reach draw reiterate submit offer provide announce spread circulate reaffirm"
)
_CITES = wordset(
    "note highlight cite quote include contain reference mention publish collect carry feature present describe hear obtain review gather"
)
_OF = wordset("of about regarding concerning on from by into")
_OVER = wordset("regarding over about at with concerning")
_NO = frozenset(["no", "little", "any", "few"])
_OPEN_ENDED = wordset("report account testimony allegation claim rumor rumour speculation") | SIGNS


def noun_cues(view: View, verbs: list[Told]) -> list[Told]:
    """Every attribution by a noun, and what is cited by a verb of telling."""
    found: list[Told] = []
    for base in view.chunks.nouns:
        base = _split(view, base)  # noqa: PLW2901
        at = head_of(view.tokens, base)
        token = view.tokens[at]
        cls = lexicon.nouns().get(token.lemma)
        if cls is None and token.lemma not in SIGNS and not _is_no_case(view, base, token.lemma):
            continue
        told = _noun_cue(view, base, at, cls or "report")
        if told is not None and not (told.source is None and _by_a_verb(told, verbs)):
            found.append(told)
    texts = [*in_which(view), *rule_texts(view, verbs)]
    return [*found, *texts, *holding(view, found, verbs)]


def _is_no_case(view: View, base: tuple[int, int], lemma: str) -> bool:
    """Whether it is said that there is no case of something: "There is no case of", "There has never been an instance of"."""
    group = _verb_before(view, base[0]) if lemma in CASES else None
    if group is None or not _existential(view, group):
        return False
    never = any(view.lower(n) == "never" for n in range(max(0, group.first - 2), base[0]))
    return never or group.negated or view.lower(base[0]) == "no"


def _split(view: View, base: tuple[int, int]) -> tuple[int, int]:
    """A phrase without the subject of the clause after it: "There were reports | authorities beat prisoners"."""
    for at in range(base[0], base[1] - 1):
        token = view.tokens[at]
        if (
            token.tag == "NNS"
            and token.lemma in _OPEN_ENDED
            and (_there_before(view, base[0]) or (at == base[0] and _is_cited(view, base[0])))
        ):
            return base[0], at + 1
    return base


def _is_cited(view: View, at: int) -> bool:
    """Whether somebody cites what starts here: "noted reports guards beat prisoners"."""
    group = _verb_before(view, at)
    acts = group is not None and group.finite and not group.passive
    return acts and group is not None and view.tokens[group.main].lemma in _CITES


def _there_before(view: View, at: int) -> bool:
    """Whether "there were" stands right before a phrase."""
    group = _verb_before(view, at)
    return group is not None and _existential(view, group)


def _verb_before(view: View, at: int) -> VerbGroup | None:
    """The verb right before a phrase, adverbs left out: "There were also reports"."""
    while at > 1 and view.tokens[at - 1].tag == "RB":
        at -= 1
    return view.chunks.verb_at(at - 1) if at else None


def _by_a_verb(told: Told, verbs: list[Told]) -> bool:
    """Whether a verb tells the very same: "said in a statement that ..."."""
    return any(verb.contents[:1] == told.contents and verb.source is not None for verb in verbs)


def _noun_cue(view: View, base: tuple[int, int], at: int, cls: str) -> Told | None:
    lemma = view.tokens[at].lemma
    ceiling = view.ceiling(at)
    end = base[1]
    group = _verb_before(view, base[0])
    exists = group is not None and _existential(view, group)
    exists = exists or _but_no(view, base, lemma)
    none = _found_none(view, base, at, group)
    if not exists and none is None and lemma in SIGNS | CASES and lexicon.nouns().get(lemma) is None:
        return None
    on_it = _reported_on(view, base, at, ceiling)
    if on_it is not None:
        return on_it
    cls = "view" if _is_over(view, end, lemma) else cls  # "concern over the beatings" is no fear
    by = _by_whom(view, end, ceiling) if view.lower(end) in ("by", "from", "among") else None
    if by is not None:
        end = by[1]
    end = _past_spreading(view, end, lemma)
    received = group is not None and group.last == base[0] and _passes_on(view, group, lemma)
    cited = (
        lemma == "report"
        and base[1] - base[0] == 1
        and _is_cited(view, base[0])
        and clause_at(view, end, ceiling)
    )
    start = _told_from(view, end, ceiling, exists or received or cited or by is not None, cls, lemma)
    if start is None or _is_judged(view, end, ceiling) or is_given(view, start):
        return None
    if view.lower(end) in ("who", "which") and by is not None:
        ceiling = view.ceiling(at)
    ceiling = before_the_main_clause(view, base[0], start, ceiling)
    ceiling = before_predicate(view, base[0], start, ceiling)
    untrue = view.lower(end) == "that" and _is_untrue(view, ceiling)
    ceiling = before_result(view, cls, start, before_dated(view, start, ceiling) if exists else ceiling)
    ceiling = end_of_concern(view, start, ceiling) if cls == "view" and lemma == "concern" else ceiling
    denied = exists and base[0] < at and any(view.lower(n) in _NO for n in range(base[0], at))
    denied = denied or (exists and lemma in CASES)
    ceiling = before_contrast(view, start, ceiling) if denied else ceiling
    content = view.trimmed(start, before_stating(view, start, before_but_no(view, start, ceiling)))
    if content is None:
        return None
    source, rule = _noun_source(view, base, at, by, group, exists)
    if none is not None and not exists and (source is None or rule == "cue.issued"):
        source, cls = view.span(*none), "deny"
    if source is None and not exists and view.lower(end) != "that":
        return None  # "Rumors circulated that" tells, "the rumors" alone do not
    if denied:
        cls, rule = "deny", "cue.there-are"
    if source is None and cls != "deny" and lemma in _TALK and view.lower(end) == "that":
        # "There is talk that", "Word spread that": what people say
        source, cls, lemma = view.span(*base), "say", "rumor"
    taken_back = view.lower(end) == "that" and group is not None and _is_taken_back(view, group, base[0])
    if untrue or taken_back:
        cls = "deny"
    first = group.first if group is not None and exists else at
    cue = view.span(first if exists else at, at + 1)
    return Told(cue, cls, lemma, source, source, (content,), view.sentence.index, at, rule, "n")


def _is_over(view: View, at: int, lemma: str) -> bool:
    """Whether what somebody is concerned about follows: "expressed concern over the beatings"."""
    return lemma == "concern" and view.lower(at) in _OVER


TAKING_BACK = wordset("withdraw retract recant rescind")


def _is_taken_back(view: View, group: VerbGroup, at: int) -> bool:
    """Whether somebody takes a statement back: "has withdrawn the statement that"; not where he refuses, or only may."""
    if group.last != at or not group.finite or group.negated or group.passive or group.modal:
        return False
    return view.tokens[group.main].lemma in TAKING_BACK and _WHETHER.isdisjoint(view.lowers[: group.first])


_WHETHER = frozenset({"if", "unless", "whether", "until"})


def _is_untrue(view: View, at: int) -> bool:
    """Whether the predicate behind a claim says that it is false: "The claim that men were beaten | is unfounded"."""
    group = view.chunks.verb_at(at) if at < len(view.tokens) else None
    if group is None or not group.finite or group.negated or view.tokens[group.main].lemma not in _BEING:
        return False
    behind = tuple(w for w in view.lowers[group.last : group.last + 6] if w not in ("out", "to", "be"))[:3]
    first = next((n for n, word in enumerate(behind) if word in _UNTRUE), -1)
    return first >= 0 and _GRADES.issuperset(behind[:first]) and _WHETHER.isdisjoint(view.lowers[:at])


_BEING = ("be", "prove", "turn")  # "proved false", "turned out to be a lie"
_UNTRUE = wordset(
    "false untrue unfounded baseless groundless fabricated fake lies fabrication fabrications invention inventions slander"
    " nonsense lie"
)
_GRADES = frozenset({"a", "an", "completely", "entirely", "totally", "simply", "pure", "complete", "all"})


def _is_judged(view: View, end: int, ceiling: int) -> bool:
    """Whether "that" opens what others make of a text, not what it says: "statements that activists took as a threat"."""
    after = next((g for g in view.chunks.verbs if end < g.first < ceiling and g.finite), None)
    return view.lower(end) == "that" and after is not None and judged_before(view, after)


def _found_none(
    view: View, base: tuple[int, int], at: int, group: VerbGroup | None
) -> tuple[int, int] | None:
    """Who found no sign of something: "Investigators found no evidence that guards had beaten him"."""
    if group is None or group.last != base[0] or group.passive or view.tokens[at].lemma not in SIGNS:
        return None
    none = any(view.lower(n) in ("no", "any", "little") for n in range(base[0], at))
    if not none or view.tokens[group.main].lemma not in _FINDING:
        return None
    if view.lower(base[0]) == "any" and not group.negated:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    return who if who is not None and who[1] <= group.first and view.tokens[who[0]].tag != "EX" else None


_FINDING = wordset("find see have provide produce present offer uncover give show discover obtain")


def _passes_on(view: View, group: VerbGroup, lemma: str) -> bool:
    """Whether somebody got or gave out what was told: "received accounts of", "published several reports of torture"."""
    verb = view.tokens[group.main].lemma
    return verb == "receive" or (verb in _GIVING_OUT and lemma in _OPEN_ENDED and not group.passive)


_GIVING_OUT = wordset("publish issue release circulate post document collect gather compile")


def _but_no(view: View, base: tuple[int, int], lemma: str) -> bool:
    """Whether a second thing is said not to exist: "There were reports of beatings, but no record that ..."."""
    if (
        lemma not in SIGNS | _OPEN_ENDED
        or view.lower(base[0]) != "no"
        or view.lower(base[0] - 1) not in ("but", "and")
    ):
        return False
    return any(t.tag == "EX" for t in view.tokens[: base[0]])


def _past_spreading(view: View, end: int, lemma: str) -> int:
    """Past the verb by which hearsay only comes up: "Rumors circulated that", "Reports emerged that"."""
    group = view.chunks.verb_at(end) if lemma in _HEARSAY and end < len(view.tokens) else None
    spreads = group is not None and group.finite and view.tokens[group.main].lemma in _SPREADING
    if group is None or not spreads:
        return end
    last = group.last + (view.lower(group.last) in ("around", "about", "out", "round", "through"))
    reached = view.chunks.noun_from.get(last) if view.tokens[group.main].lemma == "reach" else None
    last = reached[1] if reached is not None else last  # "Word reached the village that"
    return last if view.lower(last) == "that" else end


_TALK = wordset("talk word gossip hearsay story")
_HEARSAY = wordset("talk gossip report rumor rumour allegation claim account speculation story word")
_SPREADING = wordset(
    "go get make reach circulate emerge surface spread persist arise continue appear mount come"
)


def _reported_on(view: View, base: tuple[int, int], at: int, ceiling: int) -> Told | None:
    """The likes of "the outlets reported on an article focused on the trial": what the article tells."""
    before = view.chunks.verb_at(base[0] - 2) if base[0] > 1 else None
    reports = before is not None and view.tokens[before.main].lemma in ("report", "write")
    if not reports or view.lower(base[0] - 1) not in ("on", "about") or view.tokens[at].lemma not in ACCOUNTS:
        return None
    phrase = short(view.chunks, base[0], ceiling) or base
    content = view.trimmed(phrase[1], ceiling)
    if content is None:
        return None
    who, cue, index = view.span(*phrase), view.span(at, at + 1), view.sentence.index
    return Told(cue, "say", view.tokens[at].lemma, who, who, (content,), index, at, "cue.cites", "n")


def _existential(view: View, group: VerbGroup) -> bool:
    """Whether "there were", "there continued to be" stands before."""
    place = group.first
    for _ in range(2):
        if (place > 0 and view.tokens[place - 1].tag == "EX") or view.lower(place - 1) == "there":
            return True
        before = view.chunks.verb_at(place - 1) if place > 0 else None
        if before is None:
            return False
        place = before.first
    return False


def _by_whom(view: View, at: int, ceiling: int) -> tuple[int, int] | None:
    return short(view.chunks, at + 1, ceiling)


def _told_from(view: View, end: int, ceiling: int, open_ended: bool, cls: str, lemma: str) -> int | None:
    """Where what a noun tells starts, or None if nothing is told."""
    if end >= ceiling - 1:
        return None
    word = view.lower(end)
    if word == "that" and view.tokens[end].tag in ("IN", "WDT", "DT"):
        after = past_adverbs(view, end + 1)
        finite = any(token.tag in FINITE for token in view.tokens[after : after + 1])
        relative = finite and not (open_ended and lemma in _OPEN_ENDED | CASES)
        return None if relative or _is_taken(view, end + 1, ceiling) else end + 1
    if word in ("who", "whether"):
        return end + 1
    case = lemma in CASES and (word in ("where", "when") or (word == "in" and view.lower(end + 1) == "which"))
    if case or (word in _OF and open_ended and lemma in _OPEN_ENDED | CASES):
        return end + 1
    if _is_over(view, end, lemma):
        return end + 1
    if (
        view.tokens[end].tag == "TO"
        and cls in ("order", "intend", "expect")
        and view.chunks.verb_at(end) is not None
    ):
        return end
    if open_ended and lemma in _OPEN_ENDED and view.chunks.noun_of[end] >= 0:
        return end
    return None


def _is_taken(view: View, at: int, ceiling: int) -> bool:
    """Whether "that" opens what somebody made of a claim: "an assertion that the mayor has dismissed"."""
    who = view.chunks.noun_from.get(at)
    verb = view.chunks.verb_at(past_adverbs(view, who[1])) if who is not None and who[1] < ceiling else None
    if verb is None or not verb.finite or verb.passive or view.tokens[verb.main].lemma not in _TAKING:
        return False
    return view.lower(verb.last) in (".", ",", ";", "", "”")


_TAKING = wordset("dismiss deny reject dispute repeat make withdraw retract disavow contest voice share")


def _leading_to(view: View, at: int) -> VerbGroup | None:
    """The verb that brings a noun by a preposition: "opened with the claim that", "came to the conclusion that"."""
    verb = view.chunks.verb_at(at - 2) if at > 1 and view.lower(at - 1) in ("with", "to") else None
    if verb is None:
        return None
    brings = (
        ("come",) if view.lower(at - 1) == "to" else ("open", "begin", "start", "close", "end", "conclude")
    )
    return verb if view.tokens[verb.main].lemma in brings else None


def _noun_source(
    view: View,
    base: tuple[int, int],
    at: int,
    by: tuple[int, int] | None,
    group: VerbGroup | None,
    exists: bool,
) -> tuple[Span | None, str]:
    """Who stands behind the noun: after "by", before "'s", or the subject of a verb that gives it."""
    if by is not None:
        return view.span(*by), "cue.there-are" if exists else "cue.noun"
    if exists:
        return None, "cue.there-are"
    for place in range(base[0], at):
        if view.tokens[place].tag == "POS" and place > base[0]:
            return view.span(base[0], place), "cue.noun"
    if view.tokens[base[0]].tag == "PRP$":
        return view.span(base[0], base[0] + 1), "cue.noun"
    opens = _leading_to(view, base[0])
    if opens is not None:
        who = subject(view.chunks, opens, view.bounds(opens.first)[0])
        return (view.span(*who) if who is not None else None), "cue.issued"
    if group is not None and group.last == base[0]:
        lemma = view.tokens[group.main].lemma
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        if lemma in _CITES and (view.tokens[at].lemma in ACCOUNTS or view.tokens[at].lower == "testimony"):
            return view.span(base[0], base[1]), "cue.cites"
        if who is not None and lemma in _LIGHT and not group.passive:
            if view.tokens[who[0]].tag == "WDT":
                who = upto(view.chunks, who[0] - (view.lower(who[0] - 1) == ",")) or who
                who = persons(view, who, "which")  # "criticism from the guild, which voiced concern over"
            return view.span(*who), "cue.issued"
    return None, "cue.noun"
