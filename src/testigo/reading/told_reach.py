"""Where what a verb of telling tells ends: before a trailing attribution, another teller, a semicolon that closes it.

Rules:
- A verb of telling with a subject of its own after "and", "but", "while" or "although" starts what somebody else tells.
- A row that semicolons part goes on, and so does the text of an order that is told in the present.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, VerbGroup, head_of, is_time
from testigo.reading.classes import is_class, is_person
from testigo.reading.frames import Cue, clause_at, frame_of, past_adverbs
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, subject, upto
from testigo.reading.told_aside import is_writers_own
from testigo.reading.told_ends import CONCEDING, acts_here, goes_after, opener
from testigo.reading.told_rows import by_an_office, felt, was_warned
from testigo.reading.view import View

_SUBORDINATORS = wordset("when after because while although though if as since before once whenever until")


def reach(view: View, cue: Cue, later: list[Cue], tails: list[tuple[int, int]]) -> int:
    """Where what the cue tells must end: before a trailing attribution or a verb of telling with the same subject."""
    ceiling = _end_of_marks(view, cue, view.ceiling(cue.group.first))
    for start, end in tails:
        if (
            cue.end < start < ceiling
            and view.zones[start] == view.zones[cue.group.first]
            and end >= ceiling - 1
        ):
            ceiling = start
    for other in later:
        at = other.group.first
        before = at - 1 if view.tokens[at - 1].tag != "RB" else at - 2
        joined = (
            at < ceiling and view.lower(before) in ("and", "but") and _alike(view, cue.group, other.group)
        )
        joined = joined and not was_warned(view, cue, other) and not felt(view, cue, other)
        joined = joined and view.lower(at - 1) not in ("elsewhere", "abroad", "overseas")
        joined = joined and not by_an_office(view, cue, other)
        if joined and frame_of(view, other, ceiling) is not None:
            return before if view.lower(before - 1) != "," else before - 1
        start = _own_subject(view, other.group, cue.end)
        if 1 < start < ceiling and view.lower(start - 1) == "and" and view.lower(start - 2) in ("”", '"'):
            return start - 1  # "called it a “lie” | and the union called it a “trap”"
        apart = _with_some(view, other)
        if cue.end < apart < ceiling:
            return apart
        if (
            at < ceiling
            and start > 0
            and view.lower(start - 1) in _BESIDES
            and view.comma_before(start - 1) > 0
            and not _wishes(other)
            and not (view.lower(start - 1) in ("although", "though") and other.senses[0].cls == "deny")
        ):
            return view.comma_before(start - 1)
    acts = _acts_itself(view, cue, ceiling)
    if acts:
        return acts
    ceiling = _before_own_clause(view, cue, ceiling)
    dependent = _dependent(view, cue.group)
    for at in range(cue.end, ceiling):
        if view.zones[at] != view.zones[cue.group.first]:
            continue
        if (
            (
                view.lower(at) == ";"
                and not _row_goes_on(view, at, ceiling)
                and not _reads_out(view, cue, at, ceiling)
            )
            or _doubts_it(view, at)
            or is_writers_own(view, cue, at, ceiling)
            or (view.lower(at) == "," and view.lower(at + 1) == "so" and _thinks(view, cue, at, ceiling))
            or (
                view.lower(at) == ","
                and view.lower(at + 1) in ("but", "yet")
                and _belies(view, cue, at + 2, ceiling)
            )
            or (cue.lemma in _CRYING and view.lower(at) == "and" and _goes_on(view, cue, at, ceiling))
            or (dependent and view.lower(at) == "," and clause_at(view, at + 1, ceiling))
        ):
            return at
    return _before_aftermath(view, cue, ceiling)


def _end_of_marks(view: View, cue: Cue, ceiling: int) -> int:
    """Where the quotation marks close in which a cue stands: "said he “was held because he praised them | ” but gave no name"."""
    opens = next((n for n in range(cue.group.first - 1, -1, -1) if view.tokens[n].tag in ("``", "''")), -1)
    if opens < 0 or view.tokens[opens].tag != "``":
        return ceiling
    return next((n for n in range(cue.end, ceiling) if view.tokens[n].tag == "''"), ceiling)


def _before_own_clause(view: View, cue: Cue, ceiling: int) -> int:
    """Where a clause with its own subject follows a thing that is told: "highlighted his case in May, and | a union urged"."""
    if cue.lemma not in _OF_THINGS or cue.end not in view.chunks.noun_from or view.zones[cue.group.first]:
        return ceiling
    for at in range(cue.end + 1, ceiling - 2):
        if (
            view.tokens[at].tag in FINITE
            or view.tokens[at].tag in ("WDT", "WP", "``")
            or view.lower(at) == ":"
        ):
            return ceiling
        if view.lower(at) == "and" and _opens_clause(view, at + 1, ceiling):
            return at - (view.lower(at - 1) == ",")
    return ceiling


_OF_THINGS = wordset(
    "highlight condemn criticize criticise denounce praise welcome deplore cite underscore decry commend dispute contest"
)


def _opens_clause(view: View, at: int, ceiling: int) -> bool:
    """Whether a subject that starts here has its finite verb right behind it."""
    after = next((g for g in view.chunks.verbs if at < g.first < ceiling and g.finite), None)
    who = onward(view.chunks, at, ceiling) if after is not None else None
    return who is not None and after is not None and after.first - 2 <= who[1] <= after.first


def _before_aftermath(view: View, cue: Cue, ceiling: int) -> int:
    """Where a judgement of something ends before what happened first: "criticized the ministry a week after a poet died"."""
    if cue.senses[0].cls != "view" or cue.end not in view.chunks.noun_from:
        return ceiling
    for group in view.chunks.verbs:
        if not group.finite or not cue.end < group.first < ceiling:
            continue
        verb = group.first
        while view.tokens[verb - 1].tag == "RB":
            verb -= 1
        who = view.chunks.noun_upto.get(verb)
        if who is None or view.lower(who[0] - 1) not in ("after", "before"):
            return ceiling
        at = who[0] - 1
        measure = view.chunks.noun_upto.get(at)
        timed = measure is not None and (is_time(view.tokens, measure) or view.lower(at - 1) in _HOURS)
        return measure[0] if measure is not None and timed else at
    return ceiling


_HOURS = wordset("hour hours minute minutes")


def _acts_itself(view: View, cue: Cue, ceiling: int) -> int:
    """Where who tells goes on to act on whom it told about: "The court found that she had lied | and jailed her"; else 0."""
    that = next((n for n in range(cue.end, min(ceiling, cue.end + 5)) if view.lower(n) == "that"), -1)
    whom = _of_whom(view, cue, that) if that > 0 else ()
    if cue.lemma == "warn" and not whom:
        return goes_after(view, cue, ceiling)
    for at in range(that + 3, ceiling - 2) if whom else ():
        joins = view.lower(at) in ("and", "but") and view.tokens[at + 1].tag in ("VBD", "VBN")
        if joins and view.lower(at + 2) in whom and view.zones[at] == view.zones[cue.group.first]:
            return at if view.lower(at - 1) != "," else at - 1
    return 0


def _of_whom(view: View, cue: Cue, that: int) -> tuple[str, ...]:
    """How those of whom something is told are called where they are acted on: "him" for "he"; for "the man" only where he
    was held to be or do something, so that no other verb goes on with it: "believed that the man was a spy | and held him".
    """
    if view.lower(that + 1) in _OBJECT_FORMS:
        return (_OBJECT_FORMS[view.lower(that + 1)],)
    base = view.chunks.noun_from.get(that + 1)
    verb = view.chunks.verb_at(base[1]) if base is not None else None
    if base is None or verb is None or cue.senses[0].cls not in ("believe", "know", "fear"):
        return ()
    was = view.lower(verb.first) in ("was", "were") and not verb.passive
    return ("him", "her", "them") if was and is_person(view.tokens, base) else ()


_OBJECT_FORMS = {"she": "her", "he": "him", "they": "them"}


def _row_goes_on(view: View, at: int, ceiling: int) -> bool:
    """Whether a semicolon stands inside a row of what is told: "held them; beat them; and took their money"."""
    row = [n for n in range(at, ceiling) if view.lower(n) == ";"]
    if view.lower(row[-1] + 1) in ("and", "or"):
        return True
    verb = view.chunks.verb_at(at + 1) if at + 1 < ceiling else None
    if verb is not None:
        return view.tokens[verb.first].tag in ("VBD", "VBN", "VBP", "VBZ")
    return not any(view.tokens[n].tag in FINITE for n in range(at + 1, ceiling))


def _reads_out(view: View, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether a text is told in the present: "It says that all must report; whoever stays away is fined"."""
    after = next((n for n in range(at, ceiling) if view.tokens[n].tag in FINITE), -1)
    told = cue.lemma in _READING and after > 0 and view.tokens[after].tag in ("VBZ", "VBP", "MD")
    who = subject(view.chunks, cue.group) if told and view.tokens[cue.group.first].tag == "VBZ" else None
    if who is None or who[1] > cue.group.first:
        return False
    head = view.tokens[head_of(view.tokens, view.chunks.noun_from.get(who[0], who))]
    ruled = (
        lexicon.nouns().get(head.lemma) == "order" and lexicon.source_kinds().get(head.lemma) == "document"
    )
    return ruled or head.lower == "it"


_READING = wordset("say state stipulate specify provide warn add")


_BESIDES = wordset("and but while although though whereas")


def _wishes(cue: Cue) -> bool:
    """Whether a verb only wants or plans something: "..., while others wanted to return" is still told."""
    return all(sense.cls == "intend" for sense in cue.senses)


def _doubts_it(view: View, at: int) -> bool:
    """Whether the writer adds what he makes of it: "..., although it was difficult to confirm this"."""
    if view.lower(at) != "," or view.lower(at + 1) not in ("although", "though"):
        return False
    return view.lower(at + 2) in ("it", "there") and view.lower(at + 3) in ("is", "was", "were", "remained")


def _goes_on(view: View, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether a story goes on after a cry: "She cried out that they had nothing | and two guards gagged her"."""
    who = view.chunks.noun_from.get(at + 1)
    verb = view.chunks.verb_at(who[1]) if who is not None and who[1] < ceiling else None
    told = any(view.tokens[n].tag in FINITE for n in range(cue.end, at))
    return told and verb is not None and view.tokens[verb.first].tag == "VBD" and not verb.perfect


_CRYING = wordset("cry shout scream yell beg plead") | {"cry out", "call out"}


def _thinks(view: View, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether the writer goes on with what comes of a belief: "The authorities think it is dangerous, so they ban it"."""
    return cue.senses[0].cls in ("believe", "fear", "expect", "know") and clause_at(view, at + 2, ceiling)


def _belies(view: View, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether the writer goes on with what came of an office's word: "officials told her he was free, but he was held"."""
    if cue.lemma not in _PROMISING or at >= ceiling or view.zones[at] or not clause_at(view, at, ceiling):
        return False
    if cue.lemma == "promise":
        after = next((g for g in view.chunks.verbs if g.first > at and g.finite), None)
        return (
            after is not None and not after.modal
        )  # "promised that he would be fined, but he kept his post"
    who = subject(view.chunks, cue.group)
    return who is not None and is_class(view.tokens, who, "authority")


_PROMISING = wordset("inform tell assure notify promise")


def _with_some(view: View, other: Cue) -> int:
    """Where others tell more: "said they were held without charge, | with some reporting beatings"; else 0."""
    who = subject(view.chunks, other.group) if view.tokens[other.group.first].tag == "VBG" else None
    apart = who is not None and view.lower(who[0] - 1) == "with" and view.lower(who[0] - 2) == ","
    return who[0] - 2 if who is not None and apart else 0


def _own_subject(view: View, group: VerbGroup, floor: int) -> int:
    """Where the subject of a later verb of telling starts, or 0 if it has none of its own."""
    who = subject(view.chunks, group, floor) if group.finite else None
    return who[0] if who is not None and who[1] <= group.first and who[0] > floor + 1 else 0


def _dependent(view: View, group: VerbGroup) -> bool:
    """Whether the verb stands in a clause that a conjunction puts before the main one ("When she said ..., they ...")."""
    start = opener(view, view.bounds(group.first)[0])
    leads = view.lower(start) in _SUBORDINATORS | CONCEDING
    leads = leads or (
        view.lower(start) == "with" and not group.finite
    )  # "With some saying no, the bill died"
    return leads and not any(view.lower(at) == "," for at in range(start, group.first))


def _alike(view: View, one: VerbGroup, other: VerbGroup) -> bool:
    """Whether the later verb can share the earlier one's subject: both finite, active, in one tense."""
    if other.passive or not other.finite or not one.finite:
        return False
    tags = view.tokens[one.first].tag, view.tokens[other.first].tag
    past = {"VBD", "VBN"}
    return tags[0] == tags[1] or (tags[0] in past and tags[1] in past)


def last_clause(view: View, end: int) -> Span | None:
    """What stands before a trailing cue behind the last semicolon that parts two clauses: the one before is not told by it."""
    stop = next((n for n in range(end - 1, 0, -1) if view.lower(n) == ";"), -1)
    if stop < 0 or any(view.zones[:end]) or view.tokens[stop + 1].tag == "CC":
        return None
    parts = (range(stop), range(stop, end))
    whole = all(any(view.tokens[n].tag in FINITE for n in part) for part in parts)
    return view.trimmed(stop + 1, end) if whole else None


def nobody(view: View, source: Span) -> bool:
    """Whether it is nobody that tells, or nothing: "no witness said that"."""
    first, _ = view.sentence.tokens_in(source)
    return view.lower(first) in _NOBODY


_NOBODY = frozenset({"nothing", "nobody", "no", "none", "neither"})


def names_tellers(view: View, before: Span) -> bool:
    """Whether the words before only name more who tell: "NGOs such as the League, the Forum, and Tarn Watch noted ..."."""
    first, last = view.sentence.tokens_in(before)
    such = any(view.lower(n) == "such" and view.lower(n + 1) == "as" for n in range(first, last))
    return such and all(view.tokens[n].tag not in FINITE for n in range(first, last))


def leads_in(view: View, before: Span) -> bool:
    """Whether the words before only say where or when it is told: "In its May report, the mission documented ..."."""
    first, last = view.sentence.tokens_in(before)
    if view.lower(first) in _ASKED and view.tokens[first].tag == "VBN" and not view.zones[first]:
        return True  # "Asked whether he would run, the mayor shrugged"
    opens = (view.tokens[first].tag == "IN" or view.lower(first) == "between") and not view.zones[first]
    return opens and all(view.tokens[n].tag not in FINITE for n in range(first, last))


_ASKED = wordset("asked pressed questioned")


def _parts_clauses(view: View, at: int) -> bool:
    """Whether a semicolon, or a comma with "and" or "but", stands here."""
    return view.lower(at) == ";" or (view.lower(at) in ("and", "but") and view.lower(at - 1) == ",")


def own_clause(view: View, end: int) -> Span | None:
    """The subject before a cue set in, where a clause before "and" is whole: "He was held, and | his books, friends say, were burned"."""
    at = next((n for n in range(end - 2, 1, -1) if _parts_clauses(view, n)), 0)
    if not at or any(view.tokens[n].tag in FINITE for n in range(at, end)):
        return None
    whole = any(view.tokens[n].tag in FINITE for n in range(at))
    return view.trimmed(at + 1, end) if whole and at + 1 in view.chunks.noun_from else None


def before_main_verb(view: View, start: int, ceiling: int) -> int:
    """Where a judgement set in ends: "The flogging, which Amnesty called cruel, | left him in pain"."""
    for at in range(start, ceiling - 1):
        after = (
            view.chunks.verb_at(past_adverbs(view, view.past_comma(at))) if view.lower(at) == "," else None
        )
        if after is not None and after.finite:
            return at
    return ceiling


def before_turn(view: View, start: int, ceiling: int) -> int:
    """Where a clause of the writer's own goes on: "are said to be safe, | but two were arrested", "denounced it, | and was fined"."""
    for at in range(start + 1, ceiling - 2):
        if view.lower(at) == "and" and view.lower(at + 1) == "that":
            return at  # "said that agents recorded his sermons | and that he was beaten"
        if view.lowers[at : at + 4] == (",", "in", "response", "to"):
            return at  # "ordered them to leave, | in response to a complaint": why it was ordered
        if view.lower(at) == "but" and view.zones[at] == view.zones[start] and acts_here(view, at + 1):
            return at
        turn = view.past_comma(at)
        if view.lower(at) != "," or view.lower(turn) not in _TURNING or view.zones[at] != view.zones[start]:
            continue
        if turn + 1 < ceiling and (
            clause_at(view, turn + 1, ceiling) or _dated_clause(view, turn + 1, ceiling)
        ):
            return at
    return ceiling


_TURNING = wordset("but yet and while although though whereas")


def _dated_clause(view: View, at: int, ceiling: int) -> bool:
    """Whether a clause starts with words that say when: "..., but in May two of them were arrested"."""
    day = view.chunks.noun_from.get(at + 1) if view.tokens[at].tag == "IN" else None
    return (
        day is not None
        and day[1] < ceiling
        and clause_at(view, day[1] + (view.lower(day[1]) == ","), ceiling)
    )


def before_when(view: View, end: int) -> tuple[int, int] | None:
    """Who tells before an aside that says when or on what condition, end: the comma before the verb.

    "The chief, when we reached him, | said", "An aide, speaking on condition that he was not named, | said".
    """
    opened = next((n for n in range(end - 1, 0, -1) if view.lower(n) == ","), 0)
    known = opened > 0 and view.lower(opened + 1) in _ASIDE
    return upto(view.chunks, opened) if known else None


_ASIDE = wordset(
    "when while once as if although though speaking talking reached contacted asked interviewed requesting citing granted"
    " appearing testifying responding referring writing"
)
