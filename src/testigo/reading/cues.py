"""Where one sentence attributes something by a verb: the cue, who is named, and the words that are attributed.

Rules: see RULES, each with an example. A verb is a cue only in one of its frames (`lexicon`): the same word without a
quotation, clause, infinitive or object that fits is none.
More than 400 lines because each position of a cue (before, after, inside, passive) needs the others to be tried in one order.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.called import what_is_called
from testigo.reading.chunks import FINITE, VerbGroup
from testigo.reading.classes import is_person
from testigo.reading.frames import (
    TELL,
    WH,
    Cue,
    asks_not_to_be_named,
    but_for_words,
    clause_at,
    cue_of,
    frame_of,
    inserted,
    past_adjuncts,
    past_adverbs,
    past_aside,
)
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, subject, upto
from testigo.reading.predicates import before_main
from testigo.reading.tellers import (
    INVERTED,
    can_tell,
    content_start,
    heard_from,
    in_a_row,
    inverts,
    is_acted_on,
    of_persons,
    of_two_places,
    persons,
    tells_by,
    was_told,
    whole_clause,
    whole_name,
)
from testigo.reading.telling_days import past_day_or_network
from testigo.reading.told_aside import before_dispute, before_silence, is_added, past_claim, stands_for_clause
from testigo.reading.told_ends import (
    before_but,
    before_next_verb,
    before_own_verb,
    before_penalty,
    before_relative,
    before_stating,
    closing_comma,
    end_of_gerund,
    end_of_quotation,
    past_who,
    what_is_felt,
)
from testigo.reading.told_leads import before_cited, behind_quotation, lone_relative, told_beside, warned_of
from testigo.reading.told_reach import (
    before_main_verb,
    before_turn,
    before_when,
    last_clause,
    leads_in,
    names_tellers,
    nobody,
    own_clause,
    reach,
)
from testigo.reading.view import View
from testigo.reading.who_all import described, without_day
from testigo.value import replace, value

RULES = (
    ("cue.before", "who tells stands before what is told", "He said that the market was closed."),
    ("cue.after", "who tells stands after what is told", "The market was closed, he said."),
    ("cue.inverted", "the verb stands before who tells", "“It is closed,” said the trader."),
    ("cue.inside", "who tells stands in the middle of what is told", "The market, he said, was closed."),
    ("cue.command", "somebody is told to do something", "He ordered farms to hand over grain."),
    ("cue.object", "what is told is a noun phrase", "She denounced the beatings."),
    ("cue.passive", "what is told is the subject of a passive", "He is said to have fled."),
    (
        "cue.told-by",
        "somebody was told something by another",
        "He had been told by a clerk that lists exist.",
    ),
    (
        "cue.shared",
        "two verbs of telling share one subject",
        "He told us where and warned that more would come.",
    ),
)

_STOPS = frozenset({",", ";", ".", ":", "–", "—", "?", "!", "”", '"', "’"})
_BEHIND = _STOPS | {"(", "-", "--"}  # what may stand behind who tells: "the clerk said (page 3)"
# what may open another clause there: "a nurse told the paper following her release", "asking not to be named"
_GOING_ON = wordset(
    "who as while but after before when during by following since upon until because although though without"
    " speaking asking requesting citing using insisting declining quoting referring"
)


@value
class Told:
    """One act of telling, believing, ordering ... in one sentence.

    cls, lemma: the cue's class and lemma. source: the words that name who tells, or None; named: the same, or what a
    relative pronoun stands for. contents: what is told, in pieces. token: the cue's first token. told: the person told.
    """

    cue: Span
    cls: str
    lemma: str
    source: Span | None
    named: Span | None
    contents: tuple[Span, ...]
    sentence: int
    token: int
    rule: str
    frame: str = ""
    told: Span | None = None


def verb_cues(view: View, tails: list[tuple[int, int]]) -> list[Told]:
    """Every attribution by a verb in the sentence, in order, those without a subject still to come; `tails` are the tokens of "according to ..."."""
    groups = [
        group
        for group in view.chunks.verbs
        if not asks_not_to_be_named(view, group) and view.lower(group.first - 1) != "whoever"
    ]  # "Whoever reports a neighbor will be given a television set" tells nothing
    cues = [c for group in groups if (c := cue_of(view, group)) is not None]
    found: list[Told] = []
    tails = list(tails)
    for cue in cues:
        told, tail = _backward(view, cue)
        if told is not None:
            found.append(told)
            tails.append(tail)
    behind = {told.token for told in found}
    for number, cue in enumerate(cues):
        if cue.group.first in behind:
            continue
        inside = _told_inside(view, cue) or _told_behind(view, cue)
        if inside:
            found += inside
            continue
        ceiling = reach(view, cue, cues[number + 1 :], tails)
        passive = (cue.group.passive or _joined_passive(view, cue)) and not cue.lemma.startswith("be ")
        told = _passive(view, cue, ceiling) if passive else _forward(view, cue, ceiling)
        if told is not None:
            found += [told, *_hearers(view, cue, told)]
    found.sort(key=lambda t: t.token)
    return found


def _joined_passive(view: View, cue: Cue) -> bool:
    """Whether the verb shares a passive: "were handed notebooks and ordered to write it down"."""
    at = cue.group.first
    if (
        not (cue.sense("o") or cue.lemma in _ADDRESSING or cue.lemma in _SAID_TO)
        or view.lower(at - 1) != "and"
        or cue.end >= len(view.tokens)
    ):
        return False
    earlier = [g for g in view.chunks.verbs if g.last < at and (g.finite or g.passive)]
    # "ordered to the front and told that", "fined and warned in writing that"
    told = (
        cue.lemma in _ADDRESSING
        and cue.group.main == at
        and view.lower(past_adjuncts(view, cue.end, len(view.tokens), "")) == "that"
    )
    return bool(earlier) and earlier[-1].passive and (told or view.tokens[cue.end].tag == "TO")


_ADDRESSING = ("tell", "inform", "warn", "notify", "advise", "threaten")
_SAID_TO = wordset("say believe think report allege")  # "were arrested and said to have fled"


def _joined_perfect(view: View, cue: Cue) -> bool:
    """Whether the participle shares an auxiliary: "has long opposed the plan and promised to fight it"."""
    at = cue.group.first
    earlier = finite_before(view, at) if view.lower(at - 1) in ("and", "but", "or") else None
    return earlier is not None and earlier.perfect and not earlier.passive


def _backward(view: View, cue: Cue) -> tuple[Told | None, tuple[int, int]]:
    """The cue after or inside what is told, and the tokens from the mark before it to its end."""
    none = (None, (0, 0))
    sense = cue.sense("qtT")
    group = cue.group
    lone = not group.finite and view.tokens[group.first].tag == "VBN"
    if (
        sense is None
        or not (group.finite or lone)
        or (group.modal and group.modal not in ("would", "will"))
        or group.passive
        or (lone and _leads_on(view, past_adverbs(view, cue.end)))  # "a man known only as Orr"
        or (cue.lemma == "charge" and view.lower(cue.end) == "with")
        or (cue.sense("qt") is None and view.lower(past_day_or_network(view, cue.end)) not in _STOPS)
        # no words of anybody in "authorities held at least 117"
    ):
        return none
    floor, top = view.bounds(group.first)
    source = subject(view.chunks, group, floor)
    rule = "cue.after"
    if source is not None and view.lower(group.first - 1) == "," and inverts(view, cue, top):
        source = None
    source = of_two_places(view, described(view, source, floor), floor) if source is not None else None
    start = source[0] if source else group.first
    end = cue.end
    if source is None:
        source = onward(view.chunks, past_adverbs(view, cue.end), top, loose=True)
        source = but_for_words(view, source) if source is not None else None
        if source is None or not set_off(view, group.first) or (lone and not can_tell(view, source)):
            return none  # "“proof” continued detention": no detention speaks
        listed = view.lower(group.first - 1) == "," and in_a_row(view, source[1], top)
        if listed or (cue.lemma not in INVERTED and view.lower(group.first - 1) in (",", "–", "—")):
            return none  # "watched citizens, maintained arresting power, and conducted": one verb of a row
        end, rule = source[1], "cue.inverted"
    elif (
        view.tokens[source[0]].tag in ("WP", "WDT", "EX")
        or not set_off(view, start)
        or view.lower(source[0])
        in ("save", "except", "barring", "despite")  # "save for patients certified by"
        or (
            sense.cls == "deny" and 0 < past_claim(view, source[0]) < source[1]
        )  # "He was tortured, a charge police deny"
    ):
        return none
    end = past_adjuncts(view, end, top, cue.lemma)
    if (
        end < top
        and view.tokens[end].text not in _BEHIND
        and view.lower(end) not in _GOING_ON
        and not tells_by(view, end)
        and not behind_quotation(view, start, end)
    ):
        return none
    before = view.trimmed(content_start(view, start, floor), start)
    if source is not None and rule == "cue.after" and past_aside(view, end, top) != end:
        return none  # "In a speech, he suggested, without evidence, that ...": what is told comes after
    after, last = _after(view, end, top, group.first)
    only = after is not None and not view.zones[start] and view.lower(start - 1) == ","
    only = only and view.lower(start - 2) in ("and", "but")
    if only:
        before, after, last = after, None, end  # "That guard was fired and, he believes, jailed"
    before, after = told_beside(view, start, before, after)
    spoken = view.lower(start - 1) in ("”", '"', "」")
    within = view.zones[group.first] > 0  # "“She begged them, they laughed,” said": they say nothing
    quoted = spoken or cue.sense("tT") is not None or (any(view.zones[:start]) and not within)
    if (
        before is None
        or not quoted  # "the day before, the march began": no words of anybody
        or (len(before) < 4 and not spoken)
        or (after is None and leads_in(view, before))
        or (not spoken and names_tellers(view, before))
    ):
        return none
    if not view.zones[start] and not only:
        before = lone_relative(view, start - 1) or last_clause(view, start) or before
        before = (own_clause(view, start) if after is not None else None) or before
    pieces = tuple(p for p in (before, after) if p is not None)
    if after is not None:
        rule = "cue.inside"
    who = view.span(*source)
    if cue.lemma == "learn":
        who = heard_from(view, cue, top) or who
    told = Told(
        _cue_span(view, cue),
        sense.cls,
        cue.lemma,
        who,
        who,
        pieces,
        view.sentence.index,
        group.first,
        rule,
        "b",
    )
    return told, (max(0, start - 1), last if after is None else end)


def _leads_on(view: View, at: int) -> bool:
    """Whether what follows shows a participle that nobody tells with: "known only as Orr", not "confirmed to us"."""
    us = view.lower(at) == "to" and view.lower(at + 1) in ("us", "me")
    return view.lower(at) in ("as", "by", "to") and not us


def _told_behind(view: View, cue: Cue) -> list[Told]:
    """Who was told what stands before: "Two men died, he was told by a nurse", "He had to kneel, the trader was told"."""
    parts = was_told(view, cue)
    if parts is None:
        return []
    who, teller, content = parts
    made = Told(
        _cue_span(view, cue), "say" if teller else "believe", cue.lemma, who, who, (content,), view.sentence.index,
        cue.group.first, "cue.after", "b",
    )  # fmt: skip
    by = replace(made, source=teller, named=teller, rule="cue.told-by")
    return [made] if teller is None else [replace(made, contents=(content, teller)), by]


def _told_inside(view: View, cue: Cue) -> list[Told] | None:
    """Who told somebody, in the middle of what is told: "Her uncle, she was told by a cellmate, had been executed"."""
    group = cue.group
    if cue.lemma not in TELL or not group.passive or view.lower(cue.end) != "by":
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    agent = onward(view.chunks, cue.end + 1, len(view.tokens))
    if who is None or agent is None or not set_off(view, who[0]) or view.lower(agent[1]) != ",":
        return None
    before, after = view.trimmed(0, who[0]), view.trimmed(agent[1] + 1, view.ceiling(group.first))
    if before is None or after is None:
        return None
    span, index = view.span(*agent), view.sentence.index
    told = Told(
        _cue_span(view, cue), "say", cue.lemma, span, span, (before, after), index, group.first, "cue.inside", "b"
    )  # fmt: skip
    return [told]


def set_off(view: View, at: int) -> bool:
    """Whether a comma, dash or closing quotation mark stands before the token."""
    return at > 0 and view.lower(at - 1) in (",", "”", '"', "–", "—", "?", "!", "»", "’", "」")


def _after(view: View, end: int, top: int, cue: int) -> tuple[Span | None, int]:
    """What is told after a cue in the middle, and where the sentence's part ends."""
    ceiling = view.ceiling(cue)
    if end >= ceiling or view.lower(end) in (".", "?", "!"):
        return None, ceiling
    if view.lower(end) in (",", ";", ":") and end + 1 < ceiling:
        goes_on = view.lower(end + 1)
        if goes_on in (
            "who",
            "which",
            "whose",
            "adding",
            "citing",
            "saying",
            "according",
            "noting",
            "as",
            "while",
        ):
            return None, ceiling
        if view.tokens[end + 1].tag == "VBG" or is_added(view, cue, end + 1, ceiling):
            return None, ceiling
        return view.trimmed(end + 1, ceiling), ceiling
    if end == top and top < len(view.tokens) and view.zones[top]:
        return view.trimmed(top, len(view.tokens)), ceiling
    return None, ceiling


def _cue_span(view: View, cue: Cue) -> Span:
    return view.span(cue.group.first, cue.end)


def _forward(view: View, cue: Cue, ceiling: int) -> Told | None:
    """The cue before what it tells."""
    found = frame_of(view, cue, ceiling) or warned_of(view, cue, ceiling)
    if found is None:
        return None
    frame, start, sense, whom = found
    if frame == "n" and sense.cls == "report" and view.lower(start) in _WHOM:
        return None  # "They counted us like sheep", "a neighbor reported him"
    lone = not cue.group.finite and view.tokens[cue.group.first].tag == "VBN"
    if lone and (frame not in "qt" or view.lower(start - 1) != "that") and not _joined_perfect(view, cue):
        return None
    source, named = _who(view, cue)
    if cue.lemma in ("hear", "learn") and frame == "t":
        teller = heard_from(view, cue, start)
        if teller is not None:
            source, named, sense = teller, teller, lexicon.Sense("say", "t")
    ceiling = _end_in_frame(view, cue, (frame, start, sense.cls), ceiling)
    if frame in "ignpao":
        described = view.tokens[cue.group.first].tag == "VBG" and view.lower(cue.group.first - 1) != ","
        described = described and source is not None and cue.group.first in view.chunks.noun_upto
        relative = described or (source is not None and source != named)
        ceiling = before_main(view, start, ceiling, relative=relative)
    content = view.trimmed(start, ceiling)
    if content is None:
        return None
    rule = "cue.command" if frame == "o" else "cue.object" if frame in "nap" else "cue.before"
    asks = view.tokens[start].tag == "IN" and view.lower(start + 1) in WH  # "Nobody knows on what charges"
    if frame == "t" and source is not None and nobody(view, source) and not asks:
        sense, named = replace(sense, cls="deny"), None  # "Nothing suggests that he was executed"
    return Told(
        _cue_span(view, cue), sense.cls, cue.lemma, source, named, (content,), view.sentence.index, cue.group.first,
        rule, frame, whom,
    )  # fmt: skip


_WHOM = ("us", "me", "him", "her", "them", "you")


def _end_in_frame(view: View, cue: Cue, content: tuple[str, int, str], ceiling: int) -> int:
    """Where what is told ends by the frame that it fills. content: the frame, where it starts, and the cue's class."""
    frame, start, cls = content
    if (
        view.tokens[cue.group.first].tag in ("VBG", "VBN")
        and (cue.group.first == 0 or view.lower(cue.group.first - 1) == ",")
        and finite_before(view, cue.group.first) is None
    ):
        ceiling = next((n for n in range(start, ceiling) if view.lower(n) == ","), ceiling)
    if frame == "q":
        ceiling = end_of_quotation(view, cue, start, ceiling)
    if frame in "noa":
        ceiling = before_next_verb(view, cue, start, closing_comma(view, cue, start, ceiling))
    if frame == "n":
        ceiling = what_is_felt(view, cls, start, ceiling)
    ceiling = before_dispute(view, start, before_penalty(view, start, ceiling))
    ceiling = before_cited(view, cue, start, ceiling) if frame == "t" else ceiling
    if frame == "t":
        ceiling = before_own_verb(view, cue, start, end_of_gerund(view, cue, start, ceiling))
        ceiling = before_but(view, start, ceiling) if cls == "deny" else before_silence(view, start, ceiling)
        ceiling = before_stating(view, start, ceiling) if lexicon.classes()[cls].status else ceiling
    if frame in "ionpag":
        ceiling = before_turn(view, start, ceiling)
    if frame == "i":
        ceiling = closing_comma(view, cue, start, ceiling)
    if frame == "a":
        ceiling = before_main_verb(view, start, ceiling)
        called = onward(view.chunks, start, ceiling) if what_is_called(view, cue.group) else None
        ceiling = called[1] if called is not None else ceiling
    return ceiling


def _hearers(view: View, cue: Cue, told: Told) -> list[Told]:
    """Who passes on what another told: "He heard from his brother that the surgeon ..."."""
    if cue.lemma not in ("hear", "learn") or told.source is None or told.frame != "t":
        return []
    who, named = _who(view, cue)
    if who is None or named is None or who == told.source:
        return []
    content = Span(told.source.start, told.contents[-1].end)
    return [
        replace(told, source=who, named=named, contents=(content,), cue=view.span(cue.group.first, cue.end))
    ]


def _who(view: View, cue: Cue) -> tuple[Span | None, Span | None]:
    """The words before the cue that name who tells, and what they stand for where they are a relative pronoun."""
    floor, _ = view.bounds(cue.group.first)
    source = inserted(view, cue) or subject(view.chunks, cue.group, floor)
    if cue.group.modal == "to":
        who = from_before(view, cue.group.first)
        told = who is not None and not stands_for_clause(view, cue, view.sentence.tokens_in(who))
        return (who, who) if told else (None, None)
    if (clause := whole_clause(view, cue)) is not None:
        main = without_day(view, clause)
        return view.span(*main), view.span(*main)
    if source is None and view.lower(cue.group.first - 1) == ",":
        source = before_when(view, cue.group.first - 1)
    hung = source is not None and source[1] == cue.group.first and view.lower(source[1] - 1) == "of"
    if source is None or source[1] > cue.group.first or stands_for_clause(view, cue, source) or hung:
        return None, None  # "accused Ivo Sol of ordering the killing": whoever accuses tells it
    source = whole_name(view, cue.group, source, floor)
    if _in_passing(view, source):
        who = from_before(view, source[0] - 1)
        return who, who
    token = view.tokens[source[0]]
    if token.tag == "EX" or source[1] - source[0] > 45:
        return None, None
    if view.tokens[cue.group.first].tag == "VBG" and not cue.group.finite:
        if is_acted_on(view, source) and (who := from_before(view, cue.group.first)) is not None:
            return who, who
        source = of_persons(view, source)
    span = view.span(*source)
    if token.lower in ("who", "which", "that", "whom") and source[1] - source[0] == 1:
        end = source[0] - 1 if view.lower(source[0] - 1) in (",", "–", "—") else source[0]
        whole = upto(view.chunks, end, floor)
        return span, view.span(*persons(view, whole, token.lower)) if whole else None
    return span, span


def _in_passing(view: View, phrase: tuple[int, int]) -> bool:
    """Whether a phrase only says where or when the second of two verbs tells: "visited the camp and in a report stated"."""
    at = phrase[0] - 1
    governed = (
        at > 1 and view.lower(at) in ("in", "at", "during", "on", "by", "since") and view.zones[at] == 0
    )
    links = view.lower(at - 1) in (
        "and",
        "but",
        "have",
        "has",
        "had",
    )  # "Officials have in the past rejected"
    return governed and links and finite_before(view, at) is not None


def _passive(view: View, cue: Cue, ceiling: int) -> Told | None:
    """The cue in the passive: nobody is named, or an agent after "by", or somebody was told or quoted."""
    at = past_adverbs(view, cue.end)
    to_do = at < len(view.tokens) and view.tokens[at].tag == "TO"
    sense = (cue.sense("oi") if to_do else None) or cue.sense("qtTiaoprw")
    if sense is None:
        return None
    floor, _ = view.bounds(cue.group.first)
    who = subject(view.chunks, cue.group, floor)
    if who is not None and view.tokens[who[0]].tag in ("WP", "WDT") and view.lower(who[0] - 1) == ",":
        ceiling = next((n for n in range(cue.end, ceiling) if view.lower(n) == ","), ceiling)
    if who is not None and view.lower(who[0]) == "it" and cue.lemma in _SAID_ABOUT:
        behind = past_adjuncts(view, at, ceiling, "")
        at = behind if view.lower(behind) == "that" else at  # "It is rumored in the port that"
    made = Told(
        _cue_span(view, cue), sense.cls, cue.lemma, None, None, (), view.sentence.index, cue.group.first, "cue.passive", "v"
    )  # fmt: skip
    as_saying = view.lower(at) == "as" and view.lower(at + 1).endswith("ing")
    if as_saying and cue.lemma in ("quote", "cite", "report") and who is not None:
        said = view.trimmed(at + 2, ceiling) if at + 2 < ceiling else None
        named = view.span(*who)
        told = replace(made, source=named, named=named, rule="cue.quoted-as", cls="say")
        return replace(told, contents=(said,)) if said else None
    if view.lower(at) == "by":
        agent = onward(view.chunks, at + 1, ceiling)
        if agent is not None:
            span = view.span(*agent)
            made = replace(made, source=span, named=span, rule="cue.told-by")
            at = past_who(view, past_adjuncts(view, agent[1], ceiling, ""), ceiling)
            if at < len(view.tokens) and view.tokens[at].tag == "TO" and cue.lemma in TELL:
                made = replace(made, cls="order")  # "was told by the governor to call it off"
            held = cue.sense("a") if view.lower(agent[1]) == "as" else None
            if held is not None:  # "seen by diplomats as a promotion"
                taken = view.trimmed(agent[1], ceiling)
                return replace(made, cls=held.cls, frame="a", contents=(taken,)) if taken else None
    content = _passive_content(view, cue, at, ceiling, who)
    if content is None and who is not None and cue.lemma in ("report", "allege", "rumor", "rumour", "claim"):
        content = (view.span(*who),)  # "a similar case was reported"
    if (
        content is None
        and who is not None
        and made.source is not None
        and sense.cls == "report"
        and not is_person(view.tokens, who)
    ):
        content = (view.span(*who),)  # "Five cases of torture were documented by the center"
    if content is None:
        return None
    if cue.lemma in ("rumor", "rumour", "whisper") and who is not None and view.lower(who[0]) == "it":
        span = view.span(who[0], cue.end)  # "It is rumored that he was shot": what people say
        made = replace(made, cue=span, source=span, named=span, cls="say", rule="cue.words-of")
    whom = view.span(*who) if who and cue.lemma in TELL else None
    return replace(made, contents=content, told=whom)


_SAID_ABOUT = wordset("rumor rumour whisper say")


def _passive_content(
    view: View, cue: Cue, at: int, ceiling: int, who: tuple[int, int] | None
) -> tuple[Span, ...] | None:
    if at < ceiling and (view.lower(at) == "that" or (view.lower(at) in WH and cue.sense("w"))):
        content = view.trimmed(at + 1 if view.lower(at) == "that" else at, ceiling)
        return (content,) if content else None
    if cue.lemma in TELL and cue.sense("t") and at < ceiling and clause_at(view, at, ceiling):
        bare = view.trimmed(at, ceiling)  # "Relatives were told he was in Orsk"
        return (bare,) if bare else None
    to_do = at < ceiling and view.tokens[at].tag == "TO" and view.chunks.verb_at(at) is not None
    if to_do and (cue.sense("tT") or cue.sense("o") or cue.sense("ai")):
        relative = who is not None and view.tokens[who[0]].tag in ("WP", "WDT")
        end = before_main(view, at + 1, ceiling, relative=True) if relative else ceiling
        content = view.trimmed(at, before_turn(view, at, end))
        first = (view.span(*who),) if who else ()
        return (*first, content) if content else None
    if at < ceiling and view.lower(at) == "as" and cue.sense("a"):
        content = view.trimmed(at, before_relative(view, at, ceiling))
        first = (view.span(*who),) if who else ()
        return (*first, content) if content else None
    return None


def from_before(view: View, at: int) -> Span | None:
    """The subject of the finite verb before: "It begins by noting that ..."."""
    group = finite_before(view, at)
    if group is None and view.lower(at - 1) == "," and view.tokens[at].tag == "VBG":
        who = upto(view.chunks, at - 1)  # "Authorities, accusing them of spying, ..."
        return view.span(*who) if who is not None and who[0] < 4 else None
    if group is None or view.zones[group.first] != view.zones[at]:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    if who is None and view.lower(group.first - 1) in ("and", "but", "nor", "or"):
        return from_before(view, group.first)  # "neither confirmed nor denied it but said"
    return view.span(*who) if who is not None and view.tokens[who[0]].tag != "EX" else None


def finite_before(view: View, at: int) -> VerbGroup | None:
    """The nearest finite verb group before a token, or None."""
    for group in reversed(view.chunks.verbs):
        if group.last <= at and view.tokens[group.first].tag in FINITE:
            return group
    return None
