"""Where what one verb tells ends inside its sentence: at the closing mark, before the next verb, before a relative clause.

Rules:
- A short quotation ends with a mark of its own, or where the verb of what bears it follows ("a sign reading “thief” | was nailed").
- An "-ing" form behind a preposition tells up to ", but" and a clause ("after concluding it lacked proof, | but many stayed").
- What somebody fears or knows ends before a relative clause that tells more about it ("fear the guards, | who steal").
"""

from __future__ import annotations

from itertools import pairwise

from testigo.reading import lexicon
from testigo.reading.chunks import VerbGroup, is_time
from testigo.reading.frames import Cue, clause_at, past_adverbs
from testigo.reading.lists import wordset
from testigo.reading.phrases import upto
from testigo.reading.view import View


def closing_comma(view: View, cue: Cue, start: int, ceiling: int) -> int:
    """Where an "-ing" form between commas ends: "his mother, citing bruises on his neck, | said"."""
    if view.tokens[cue.group.first].tag != "VBG" or view.lower(cue.group.first - 1) != ",":
        return ceiling
    for at in range(start, ceiling - 1):
        after = view.chunks.verb_at(view.past_comma(at)) if view.lower(at) == "," else None
        if after is not None and after.finite:
            return at
    return ceiling


def before_next_verb(view: View, cue: Cue, start: int, ceiling: int) -> int:
    """Where the same subject does something else: "acknowledged their detention or released them"."""
    for at in range(start, ceiling - 1):
        if view.lower(at) in ("who", "which", "that"):
            break
        joins = view.lower(at) in ("and", "or", "but", ",")
        after = view.chunks.verb_at(past_adverbs(view, view.past_comma(at))) if joins else None
        if (
            after is not None
            and after.first < ceiling
            and after.finite
            and view.tokens[after.first].tag == view.tokens[cue.group.first].tag
            and not _is_suffered(view, after)
        ):
            return at
    return ceiling


def _is_suffered(view: View, group: VerbGroup) -> bool:
    """Whether a form is what was done to those who are told of: "victims travelling by bus or abducted from their homes"."""
    led = group.last < len(view.tokens) and view.tokens[group.last].tag == "IN"
    return led and view.tokens[group.main].lemma in _HARMING


_HARMING = wordset("abduct kidnap detain hold beat torture rape displace imprison capture seize drag")


def end_of_quotation(view: View, cue: Cue, start: int, ceiling: int) -> int:
    """Where a short quotation ends: at a mark of its own ("chanted “Lock him up!” as he spoke"), before the verb of what bears it."""
    if view.zones[start] and not view.zones[cue.group.first]:
        end = view.bounds(start)[1]  # "She said, “I am proud,” | and left"
        return ceiling if any(view.zones[end:ceiling]) or view.lower(end + 1) == "that" else min(end, ceiling)
    if view.zones[start] or view.lower(start) not in ("“", '"'):
        return ceiling
    for at in range(start + 2, ceiling):
        if view.lower(at) in ("”", '"'):
            if view.lower(at - 1) in (".", "!", "?", ","):
                return at
            after = view.chunks.verb_at(past_adverbs(view, at + 1)) if at + 1 < ceiling else None
            borne = not cue.group.finite and after is not None and after.finite
            return at if borne else ceiling
    return ceiling


def end_of_gerund(view: View, cue: Cue, start: int, ceiling: int) -> int:
    """Where an "-ing" form behind a preposition ends: "after concluding it lacked proof, | but many stayed in jail"."""
    first = cue.group.first
    if first == 0 or view.tokens[first].tag != "VBG" or view.tokens[first - 1].tag != "IN":
        return ceiling
    for at in range(start, ceiling - 2):
        turns = view.lower(at) == "," and view.lower(at + 1) in ("but", "yet")
        if turns and view.zones[at] == view.zones[first] and clause_at(view, at + 2, ceiling):
            return at
    return ceiling


def what_is_felt(view: View, cls: str, start: int, ceiling: int) -> int:
    """Where what somebody fears ends, or a bare "it" that is told: "fear the guards, | who steal", "reported it, | which helped"."""
    bare = view.tokens[start].tag == "PRP" and view.lower(start + 1) == ","
    if cls not in ("fear", "know", "expect") and not bare:
        return ceiling
    return next(
        (
            n
            for n in range(start, ceiling - 1)
            if view.lower(n) == "," and view.lower(n + 1) in ("who", "which")
        ),
        ceiling,
    )


def before_relative(view: View, at: int, ceiling: int) -> int:
    """Where a clause that tells more begins: "is seen as revenge for his sermon, | in which he compared"."""
    commas = (n for n in range(at, ceiling - 2) if view.lower(n) == ",")
    return next(
        (n for n in commas if {"which", "who", "whom", "where"} & {view.lower(n + 1), view.lower(n + 2)}),
        ceiling,
    )


def before_penalty(view: View, start: int, ceiling: int) -> int:
    """Where the writer adds what a deed is punished with: "will be tried for sedition, | which carries ten years"."""
    return next(
        (
            n
            for n in range(start, ceiling - 2)
            if view.lower(n) == "," and view.lower(n + 1) == "which" and view.tokens[n + 2].lemma == "carry"
        ),
        ceiling,
    )


def before_but(view: View, start: int, ceiling: int) -> int:
    """Where a denial ends: at a verb that shares its subject ("denied that men were hurt | but gave no figure"), at what came
    first ("denied that it keeps a list, | five days after a paper printed one").
    """
    for at in range(start + 1, ceiling - 1):
        day = view.chunks.noun_from.get(at + 1) if view.lower(at) == "," else None
        timed = day is not None and is_time(view.tokens, day) and view.lower(day[1]) in ("after", "before")
        if timed and view.zones[at] == view.zones[start]:
            return at
        after = view.chunks.verb_at(past_adverbs(view, at + 1)) if view.lower(at) == "but" else None
        if after is not None and after.finite and view.zones[at] == view.zones[start]:
            return at
    return ceiling


def before_stating(view: View, start: int, ceiling: int) -> int:
    """Where a denial or a belief ends because its teller goes on: "denied that he was held, | saying he had fled"."""
    return next(
        (
            at
            for at in range(start + 1, ceiling - 2)
            if view.zones[at] == view.zones[start] and _goes_on_telling(view, at, ceiling)
        ),
        ceiling,
    )


def _goes_on_telling(view: View, comma: int, ceiling: int) -> bool:
    """Whether an "-ing" form of telling stands behind a comma, with a clause that it tells."""
    at = past_adverbs(view, comma + 1)
    if view.lower(comma) != "," or at + 1 >= ceiling or view.tokens[at].tag != "VBG":
        return False
    tells = any(s.cls in _STATING and "t" in s.frames for s in lexicon.verbs().get(view.tokens[at].lemma, ()))
    if view.tokens[at].lemma == "ask" and any(
        view.zones[n] != view.zones[at] for n in range(at, min(at + 8, ceiling))
    ):
        return True  # "a report that he paid nothing, | asking a crowd, “Who does that?”"
    if not tells or not (view.lower(at + 1) == "that" or clause_at(view, at + 1, ceiling)):
        return False
    closed = (view.chunks.verb_at(n + 1) for n in range(at + 1, ceiling - 1) if view.lower(n) == ",")
    return not any(
        verb is not None and verb.finite for verb in closed
    )  # "that a nurse, saying she was ill, was held"


_STATING = wordset("say report claim admit warn")


def before_own_verb(view: View, cue: Cue, start: int, ceiling: int) -> int:
    """Where the verb stands whose subject has told something: "A farmer who says he has nothing | must sign a pledge"."""
    first = cue.group.first
    while first > 1 and view.tokens[first - 1].tag == "RB":
        first -= 1
    opens = _set_off(view, first)
    if opens:
        whole = _of_subject(view, opens - 1)
        return _end_of_aside(view, view.lower(opens - 1), start, ceiling) if whole else ceiling
    apposed = _apposed(view, first)
    if apposed:
        end = _end_of_aside(view, view.lower(apposed - 1), start, ceiling)
        if end < ceiling:
            return end
    heard = view.chunks.verb_at(first - 1) if view.tokens[cue.group.first].tag == "VBG" else None
    overheard = heard is not None and not heard.finite and view.tokens[heard.main].tag == "VBN"
    if overheard and heard is not None:
        first = heard.first  # "A nurse overheard saying that he was ill | was sent away"
    elif view.lower(first - 1) not in ("who", "that") or first < 2 or view.lower(first - 2) in _MARKS:
        return ceiling
    groups = [g for g in view.chunks.verbs if g.finite]
    if any(g.first < first for g in groups):
        return ceiling
    inside = [g for g in groups if start <= g.first < ceiling]
    for one, other in pairwise(inside):
        if any(
            view.tokens[n].tag in _LINKING or view.lower(n) in _SUBORDINATE
            for n in range(one.last, other.first)
        ):
            continue
        if not any(
            sense.frames and "t" in sense.frames
            for sense in lexicon.verbs().get(view.tokens[one.main].lemma, ())
        ):
            return other.first
    return ceiling


_MARKS = (",", "–", "—")


def _set_off(view: View, first: int) -> int:
    """The "who" behind a mark whose clause a verb at `first` belongs to: ", who said", ", whose son said"; 0 without one."""
    for at in range(first - 1, max(0, first - 4), -1):
        if view.lower(at) in ("who", "which", "whose", "whom"):
            return at if view.lower(at - 1) in _MARKS else 0
        if view.chunks.verb_of[at] >= 0:
            return 0
    return 0


def _apposed(view: View, first: int) -> int:
    """The "a" of what a subject is, with a "who" that a verb at `first` belongs to: "Mira Dal, a nurse who said"; else 0."""
    number = view.chunks.noun_of[first - 2] if first > 2 and view.lower(first - 1) == "who" else -1
    opens = view.chunks.nouns[number][0] if number >= 0 else 0
    if opens < 2 or view.lower(opens) not in ("a", "an", "the") or view.lower(opens - 1) not in _MARKS:
        return 0
    who = upto(view.chunks, opens - 1, 0)
    led = who is None or (who[0] > 0 and view.tokens[who[0] - 1].tag == "IN")  # "On Monday, a nurse who said"
    return 0 if led or not _of_subject(view, opens - 1) else opens


def _of_subject(view: View, mark: int) -> bool:
    """Whether what stands before a mark is the subject of a verb to come, no object: not so in "met a nurse, who said"."""
    who = upto(view.chunks, mark, 0)
    if who is None:
        return False
    leads = view.lower(who[0] - 1) in _SUBORDINATE if who[0] else True
    return leads or not any(g.finite and g.first < who[0] for g in view.chunks.verbs)


def _end_of_aside(view: View, mark: str, start: int, ceiling: int) -> int:
    """Where a clause set off from its sentence ends: "Mira Dal, who said that guards beat her, | was arrested"."""
    ends: list[tuple[int, VerbGroup]] = []  # where each may be, with the verb behind
    opened, told = start - 1, False  # told: a verb stands since the last mark
    for at in range(start, ceiling - 1):
        verb = view.chunks.verb_at(at)
        told = told or (verb is not None and verb.finite)
        if view.lower(at) != mark or view.zones[at] != view.zones[start]:
            continue
        after = view.chunks.verb_at(past_adverbs(view, view.past_comma(at)))
        inner = view.lower(opened + 1) in ("who", "which", "whose", "whom", "where")
        if told and not inner and after is not None and after.finite:
            ends.append((at, after))
        opened, told = at, False
    whole = [end for end in ends if end[1].main > end[1].first]  # "beat her, shot her son, | was jailed"
    return (whole or ends)[-1][0] if ends else ceiling


def acts_here(view: View, at: int) -> bool:
    """Whether somebody else acts here: "planned to arrest her but | she had fled"."""
    base = view.chunks.noun_from.get(at)
    verb = view.chunks.verb_at(past_adverbs(view, base[1])) if base is not None else None
    return verb is not None and verb.finite


_LINKING = frozenset({"CC", ",", ":", "WDT", "WP", "WP$", "WRB", "``", "''"})
_SUBORDINATE = wordset(
    "that because when while after before if as since until whether although though he she they i we"
)


def opener(view: View, floor: int) -> int:
    """The token that opens a sentence, past a date with a comma: the "despite" of "On May 3, despite a promise ..."."""
    start = floor + 1 if view.lower(floor) in ("“", '"') else floor
    day = view.chunks.noun_from.get(start + 1) if view.tokens[start].tag == "IN" else None
    timed = day is not None and is_time(view.tokens, day) and view.lower(day[1]) == ","
    return day[1] + 1 if day is not None and timed and day[1] + 1 < len(view.tokens) else start


CONCEDING = wordset("despite amid notwithstanding")


def goes_after(view: View, cue: Cue, ceiling: int) -> int:
    """Where who warns goes on to act on those who are warned: "warned the men that it was late | but did not stop them"; else 0."""
    if view.lower(cue.end) == "that":
        return 0  # "warned that guards starve prisoners and beat them"
    for at in range(cue.end + 3, ceiling - 2):
        verb = view.chunks.verb_at(at + 1) if view.lower(at) == "but" else None
        if verb is not None and verb.finite and verb.first == at + 1 and view.lower(verb.last) == "them":
            return at
    return 0


def past_who(view: View, at: int, ceiling: int) -> int:
    """Past what is said of the one who told: "was told by an officer, who asked not to be named, | that ..."."""
    if view.lower(at) != "," or view.lower(at + 1) not in ("who", "a", "an", "speaking"):
        return at
    closes = range(at + 2, min(ceiling - 1, at + 16))
    return next((n + 1 for n in closes if view.lower(n) == "," and view.lower(n + 1) == "that"), at)
