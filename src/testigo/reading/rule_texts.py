"""Texts that tell by what they do: an order lays down, a report holds accounts.

Rules: see RULES, each with an example.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.brought_about import brings_about
from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.classes import is_class
from testigo.reading.cues import Told
from testigo.reading.frames import clause_at
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject, upto
from testigo.reading.recordings import shown
from testigo.reading.view import View
from testigo.value import replace

RULES = (
    (
        "cue.rule-text",
        "what an order or law does in its own words is told by it",
        "The order set a quota and spared widows.",
    ),
    (
        "cue.holds",
        "a report that holds accounts tells what they tell",
        "The report included accounts of escapees who fled.",
    ),
    (
        "cue.rule-list",
        "an order that is quoted point by point tells what the points say",
        "The order has two points: ¶ “1. Carters may not leave.”",
    ),
)

LAYING = wordset(
    "set impose introduce threaten stipulate fix raise limit spare exempt exclude ban forbid prohibit require bar permit"
    " allow mandate criminalize criminalise outlaw restrict provide oblige cover reaffirm call demand"
    " define punish order keep take strike strip let empower entitle deprive oblige remove suspend lift extend leave end cancel revoke abolish maintain"
    " grant free promise"
)
ORDER_TITLES = wordset("instruction directive order decree circular ordinance regulation notice constitution")
TEXT_NOUNS = wordset("law rule plan act code system policy article section decree bill resolution")
ACCOUNTS = wordset("testimony account report reporting article survey study letter statement story interview")


def rule_texts(view: View, verbs: Sequence[Told] = ()) -> list[Told]:
    """What an order or law lays down: the order is its source ("the order set a quota, threatened ..., and spared ...").

    verbs: who tells what in the sentence; what somebody tells of an order ends where their own words for it do.
    """
    found: list[Told] = []
    doer: tuple[int, int] | None = None
    for group in view.chunks.verbs:
        goes_on = (
            doer is not None
            and view.tokens[group.first].tag == "VBZ"
            and view.lower(group.first - 1) in ("and", ",")
        )
        if _opens_list(view, group):
            found.append(_listing(view, group))
            continue
        lays = goes_on or view.tokens[group.main].lemma in LAYING or _disposes(view, group)
        if not group.finite or group.passive or not lays or brings_about(view, group):
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        if who is not None and view.lower(who[0]) in ("that", "which") and who[0] > 0:
            who = upto(view.chunks, who[0] - 1 if view.lower(who[0] - 1) == "," else who[0])
        own = (
            who is not None
            and who[1] <= group.first
            and (_names_order(view, who) or _it_rules(view, who, group))
        )
        joined = view.lower(group.first - 1) in ("and", ",", "but", "or")
        if own and not (joined and doer is not None):
            doer = who
        elif doer is None or not joined:
            continue
        if doer is None:
            continue
        content = view.trimmed(group.first, _rule_end(view, group))
        if content is not None:
            span, index = view.span(*doer), view.sentence.index
            told = Told(
                span, "say", "lay down", span, span, (content,), index, group.first, "cue.rule-text", "l"
            )
            found.append(_inside(told, verbs))
    return found


def _disposes(view: View, group: VerbGroup) -> bool:
    """Whether what a text does with people in the present is what it lays down: "The order sends brokers to camps"."""
    return view.tokens[group.main].lemma in _DISPOSING and view.tokens[group.first].tag == "VBZ"


_DISPOSING = wordset("put place send transfer assign move resettle return empty clear close shut seal")


def _inside(told: Told, verbs: Sequence[Told]) -> Told:
    """What an order lays down without the words of whoever tells of it: "The order keeps them under watch, | a clerk said"."""
    (content,) = told.contents
    for teller in verbs:
        around = next((c for c in teller.contents if c.contains(told.cue)), None)
        if around is not None and content.start < around.end < content.end and content.contains(teller.cue):
            content = Span(content.start, around.end)
    return replace(told, contents=(content,))


def _opens_list(view: View, group: VerbGroup) -> bool:
    """Whether a sentence opens the points of an order, quoted one by one: "The order has six points:"."""
    if view.tokens[-1].text != ":" or not group.finite or view.tokens[group.main].lemma not in _HOLDING:
        return False
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    return who is not None and who[1] <= group.first and _names_order(view, who)


def _listing(view: View, group: VerbGroup) -> Told:
    who = subject(view.chunks, group, view.bounds(group.first)[0]) or (0, 1)
    source = view.span(*view.chunks.noun_from.get(who[0], who))  # "The order, signed on May 2,"
    index, content = view.sentence.index, view.span(group.last, len(view.tokens))
    cue = view.span(group.first, group.last)
    return Told(cue, "say", "lay down", source, source, (content,), index, group.first, "cue.rule-list", "b")


_HOLDING = wordset("have contain list comprise include consist run read hold")


def _names_order(view: View, phrase: tuple[int, int]) -> bool:
    base = view.chunks.noun_from.get(phrase[0], phrase)
    head = view.tokens[head_of(view.tokens, base)]
    known = (
        lexicon.nouns().get(head.lemma) == "order" and lexicon.source_kinds().get(head.lemma) == "document"
    )
    named = view.tokens[base[0] : base[1]][:3]
    decided = head.lemma in _DECIDED and any(
        view.tokens[n].tag == "VBZ" for n in range(phrase[1], len(view.tokens))
    )
    titled = any(t.text[:1].isupper() and t.lemma in TEXT_NOUNS | ORDER_TITLES for t in named)
    return known or titled or decided


_DECIDED = wordset("decision proclamation announcement resolution telegram edict")


def _it_rules(view: View, phrase: tuple[int, int], group: VerbGroup) -> bool:
    """Whether "it" is a text by what it does: "It outlaws private trade", but not "It banned private trade"."""
    lays = view.tokens[group.main].lemma in _OUTLAWING and view.tokens[group.first].tag == "VBZ"
    return lays and phrase[1] - phrase[0] == 1 and view.lower(phrase[0]) == "it"


_OUTLAWING = wordset(
    "outlaw forbid ban prohibit oblige require bar stipulate mandate criminalize criminalise exempt exclude spare permit allow punish"
    " threaten impose order restrict"
)


def _rule_end(view: View, group: VerbGroup) -> int:
    """The end of what one verb of an order lays down: the next such verb or the end of the sentence."""
    ceiling = view.ceiling(group.first)
    if any(view.lower(n) in _CONCEDED for n in range(max(0, group.first - 6), group.first)):
        for at in range(group.last, ceiling):
            if view.lower(at) == "," and clause_at(view, at + 1, ceiling):
                return at  # "While the law prohibits torture, | guards beat and raped two men"
    for other in view.chunks.verbs:
        if (
            group.last < other.first < ceiling
            and other.finite
            and view.lower(other.first - 1) in ("and", ",")
        ):
            return other.first - 1
    for at in range(group.last, ceiling):
        turns = view.lower(at) == "," and view.lower(at + 1) in TURNS and clause_at(view, at + 2, ceiling)
        joins = (
            view.lower(at) == "," and view.lower(at + 1) == "and"
        )  # "..., and courts sentenced five for it"
        if turns or ((joins or view.lower(at) == ";") and _of_another(view, at + 1 + joins, ceiling)):
            return at
    return ceiling


def _of_another(view: View, start: int, ceiling: int) -> bool:
    """Whether what stands after a semicolon is done by somebody: "; however, officers routinely beat suspects"."""
    after = next((g for g in view.chunks.verbs if start <= g.first < ceiling and g.finite), None)
    who = subject(view.chunks, after, start) if after is not None else None
    return who is not None and (view.lower(start) in TURNS or is_class(view.tokens, who, "authority"))


_CONCEDED = wordset("while although though whereas")
TURNS = wordset("but however although though while yet nevertheless")


def in_which(view: View) -> list[Told]:
    """What a text tells in a clause of its own: "a recording in which a voice tells heads to", "a letter in which she says"."""
    found: list[Told] = []
    for at in range(1, len(view.tokens) - 3):
        if view.lower(at) not in ("in", "on") or view.lower(at + 1) not in ("which", "whom"):
            continue
        base = view.chunks.noun_upto.get(at)
        head = view.tokens[head_of(view.tokens, base)] if base is not None else None
        if base is None or head is None or lexicon.source_kinds().get(head.lemma) != "document":
            continue
        end = next(
            (n for n in range(at + 2, view.ceiling(at)) if view.lower(n) in (";", "—")), view.ceiling(at)
        )
        content = view.trimmed(at + 2, end)
        if content is not None:
            span, cue, index = view.span(*base), view.span(at, at + 2), view.sentence.index
            found.append(Told(cue, "say", "hold", span, span, (content,), index, at, "cue.holds", "t"))
    return found


def holding(view: View, found: list[Told], verbs: list[Told]) -> list[Told]:
    """The report itself, where its verb is none of telling: "OHCHR reporting included the accounts of escapees who ..."."""
    result: list[Told] = []
    for group in view.chunks.verbs:
        lemma = view.tokens[group.main].lemma
        if group.passive or any(t.token == group.first for t in (*found, *verbs)):
            continue
        pictured = shown(view, group)
        if pictured is not None:
            result.append(pictured)
        if not group.finite:
            continue
        if lemma not in ("include", "contain", "feature", "collect", "carry"):
            continue
        base = view.chunks.noun_from.get(group.last)
        if base is None or view.tokens[head_of(view.tokens, base)].lemma not in ACCOUNTS:
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        if who is not None and view.lower(who[0]) in ("which", "that") and who[0] > 0:
            who = upto(view.chunks, who[0] - 1 if view.lower(who[0] - 1) == "," else who[0])
        content = view.trimmed(group.last, view.ceiling(group.first))
        if who is not None and content is not None:
            span, cue = view.span(*who), view.span(group.first, group.last)
            told = Told(
                cue,
                "report",
                lemma,
                span,
                span,
                (content,),
                view.sentence.index,
                group.first,
                "cue.holds",
                "n",
            )
            result.append(told)
    return result
