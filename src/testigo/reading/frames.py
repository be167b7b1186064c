"""The frames of a verb of telling: which words after it say what is told, and to whom.

Rules:
- A verb attributes only in one of its frames: a quotation, a clause, a question, an infinitive, an "-ing" clause, a noun
  phrase, a noun phrase "as" something. `lexicon` lists the frames of each verb.
- The person told, the time and the manner may stand between the verb and what is told.
More than 400 lines because the frames are tried one after the other on the same words.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.called import past_name, what_is_called
from testigo.reading.chunks import FINITE, LINKS, NOUNS, VerbGroup, is_time
from testigo.reading.classes import is_person
from testigo.reading.how_often import past_how_often, past_measure
from testigo.reading.lists import wordset
from testigo.reading.no_words import keeps_back, withholds
from testigo.reading.phrases import onward, short, subject
from testigo.reading.telling_days import NETWORKS, past_comma
from testigo.reading.view import View
from testigo.value import value

Frame = tuple[str, int, lexicon.Sense]

WH = wordset("whether how why what who where when which if")
TELL = wordset("tell inform remind assure reassure warn alert brief notify caution convince advise ask")


@value
class Cue:
    """A verb group that may attribute. lemma: with its particle ("point out"); end: the token after both."""

    group: VerbGroup
    lemma: str
    senses: tuple[lexicon.Sense, ...]
    end: int

    def sense(self, frame: str) -> lexicon.Sense | None:
        """The first sense that allows one of the frames."""
        for sense in self.senses:
            if any(f in sense.frames for f in frame):
                return sense
        return None


_OPENS_ANONYMITY = wordset("speak talk ask request insist agree decline refuse")
_ANONYMITY = wordset("condition anonymity anonymously anonymous unnamed background")
_NAMED = wordset("named identified quoted")  # "asked not to be named"
_ELSEWHERE = wordset(', . ; : ? ! that " “ ” and but')


def cue_of(view: View, group: VerbGroup) -> Cue | None:
    """The attributing verb of a group with its senses, or None where the lexicon knows none."""
    main = view.tokens[group.main]
    if main.lemma == "write" and group.passive and view.lower(group.last) == "to":
        return None  # "the rules were written to silence them"
    if main.lemma == "put" and _puts_at(view, group):
        return Cue(group, "put at", lexicon.verbs()["put at"], group.last)
    if main.lemma == "put" and "down" in view.lowers[group.last : group.last + 6]:
        down = view.lowers.index("down", group.last)
        if view.lower(down + 1) == "to" and group.last in view.chunks.noun_from:
            return Cue(group, "put down to", lexicon.verbs()["put down to"], group.last)
    for rest in lexicon.particles().get(main.lemma, ()):
        words = rest.split()
        if all(view.lower(group.last + n) == word for n, word in enumerate(words)):
            lemma = f"{main.lemma} {rest}"
            return Cue(group, lemma, lexicon.verbs()[lemma], group.last + len(words))
    if any(view.tokens[n].lemma == "be" for n in range(group.first, group.main)):
        adjective = f"be {main.lower}"
        if adjective in lexicon.verbs() and group.first != group.main:
            return Cue(group, adjective, lexicon.verbs()[adjective], group.last)
    senses = lexicon.verbs().get(main.lemma)
    return Cue(group, main.lemma, senses, group.last) if senses else None


def asks_not_to_be_named(view: View, group: VerbGroup) -> bool:
    """Whether a verb only opens the words by which a source asks not to be named ("speaking on condition of anonymity")."""
    lemma = view.tokens[group.main].lemma
    if lemma in ("authorize", "permit", "allow") and group.passive and group.negated:
        return view.lower(group.last) == "to" and view.lower(group.last + 1) in _SPEAKING
    if lemma not in _OPENS_ANONYMITY:
        return False
    for at, token in enumerate(view.tokens[group.last : group.last + 9], group.last):
        if token.lower in _ANONYMITY or (token.lower in _NAMED and view.lower(at - 1) == "be"):
            return True
        if token.lower in _ELSEWHERE:
            return False
    return False


_SPEAKING = wordset("speak talk discuss comment brief")


def _puts_at(view: View, group: VerbGroup) -> bool:
    """Whether "put" gives a figure: "put the number of the dead at nine"."""
    near = [view.tokens[n] for n in range(group.last, min(len(view.tokens), group.last + 12))]
    figure = any(
        t.lemma
        in (
            "number",
            "toll",
            "figure",
            "count",
            "total",
            "share",
            "cost",
            "value",
            "dead",
            "injured",
            "wounded",
        )
        for t in near[:4]
    )
    return figure and any(t.lower == "at" for t in near)


def past_adverbs(view: View, at: int) -> int:
    """The first token from `at` on that is no adverb."""
    while at < len(view.tokens) and view.tokens[at].tag in ("RB", "RBR"):
        at += 1
    return at


def past_adjuncts(view: View, at: int, top: int, lemma: str) -> int:
    """The token after the person told, the time and the manner of telling."""
    at = past_adverbs(view, at)
    if lemma in TELL and at < top:
        whom = short(view.chunks, at, top)
        if whom is not None:
            at = whom[1]
    while at < top:
        token = view.tokens[at]
        if token.tag in ("RB", "RBR") and token.lower not in ("so", "then"):
            at += 1
            continue
        if token.lower == "," and (behind := past_comma(view, at, top)):
            at = behind
            continue
        bare = view.chunks.noun_from.get(at)
        if bare is not None and is_time(view.tokens, bare):
            at = bare[1]
            continue
        if token.lower == "at" and view.lower(at + 1) in ("least", "most"):
            break  # "documented at least 18 deaths"
        if token.lower in LINKS or token.tag == "IN":
            past = view.tokens[at + 1 : at + 2]  # "in earlier reports", "via messaging app"
            led = any(t.lower == "earlier" or (t.tag == "VBG" and token.lower in _BY_MEANS) for t in past)
            phrase = short(view.chunks, at + 1 + led, top)
            if phrase is None or token.lower == "that":
                break
            if token.lower in _WHEN_OR_WHY and clause_at(view, at + 1, top):
                break  # "she said because she feared for him"
            at = phrase[1]
            continue
        if token.lower in ("late", "early") and view.lower(at + 1) == "on":
            at += 1  # "said late on Friday"
            continue
        before = view.tokens[at - 1].lemma
        if token.lemma in _PUT_OUT and token.tag in ("VBN", "VBD") and before in _WORDS_OF | NETWORKS:
            at += 1  # "said in a statement posted online"
            continue
        break
    return at


def but_for_words(view: View, who: tuple[int, int]) -> tuple[int, int]:
    """Who tells without the words they tell it in: "the union" of "said the union in a video"."""
    for at in range(who[0] + 1, who[1] - 1):
        base = view.chunks.noun_from.get(at + 1)
        if base is None:
            continue
        if (view.lower(at) == "in" and view.tokens[base[1] - 1].lemma in _WORDS_OF) or (
            view.lower(at) == "on" and view.lower(base[1] - 1) in NETWORKS
        ):
            return who[0], at
    return who


_WHEN_OR_WHY = wordset("because after before since until although though unless")
_BY_MEANS = wordset("via by over through")
_PUT_OUT = wordset(
    "post publish release issue send share circulate broadcast air carry see obtain sign address date email e-mail read"
    " distribute make deliver submit upload quote report"
)
_WORDS_OF = wordset(
    "statement letter post message report release communique communiqué note video interview speech notice bulletin email"
    " e-mail comment remark text reply response tweet appeal petition article briefing broadcast recording clip announcement"
    " document declaration address filing complaint"
)


def frame_of(view: View, cue: Cue, ceiling: int) -> tuple[str, int, lexicon.Sense, Span | None] | None:
    """The frame that the words after the cue fill: its letter, where what is told starts, the sense, whom it was told."""
    at = _past_day(view, past_how_often(view, past_adverbs(view, cue.end)), ceiling)
    if at >= ceiling:
        return None
    if view.lower(at) in ("of", "about") and (known := cue.sense("p")) and known.cls == "know":
        return "p", at + 1, known, None
    if cue.lemma == "accuse":
        return _accused(view, cue, at, ceiling)
    if cue.lemma in TELL and (known := cue.sense("p")) and (of := _told_of(view, at, ceiling)):
        return "p", of + 1, known, view.span(at, of)
    aside = cue.sense("tT") if inserted(view, cue) is not None else None
    if aside is not None:
        return "t", cue.end, aside, None
    return _after_whom(view, cue, at, ceiling)


def _told_of(view: View, at: int, ceiling: int) -> int:
    """The "of" behind who is told of something: "told aid workers of beatings"; 0 where a clause follows."""
    whom = view.chunks.noun_from.get(at)
    if whom is None or view.lower(whom[1]) not in ("of", "about") or whom[1] + 1 >= ceiling:
        return 0
    clause = any(
        t.tag in FINITE or t.lower in WH or t.lower == "that" for t in view.tokens[whom[1] : ceiling]
    )
    return 0 if clause else whom[1]


def _after_whom(
    view: View, cue: Cue, at: int, ceiling: int
) -> tuple[str, int, lexicon.Sense, Span | None] | None:
    """The frame that the words from `at` on fill, with or without somebody who is told."""
    whom: Span | None = None
    told = past_adjuncts(view, at, ceiling, cue.lemma)
    if at < told < ceiling and view.lower(told) == "that" and (clause := _clause(view, cue, told, ceiling)):
        return (*clause, _whom(view, cue, at, ceiling))
    led = _quoted(view, cue, told, ceiling) if view.lower(told) in (",", ":") else None
    if led is not None and view.zones[min(led[1], len(view.zones) - 1)]:
        return (*led, _whom(view, cue, at, ceiling))  # "said on Monday, “Ten guards were arrested.”"
    direct = None if cue.lemma in TELL else _content(view, cue, at, ceiling)
    if direct is not None:
        return (*direct, None)
    if cue.sense("r") or cue.sense("o"):
        phrase = short(view.chunks, at, ceiling)
        if phrase is not None:
            whom, at = view.span(*phrase), phrase[1]
    at = _past_addressed(view, at, ceiling) if whom is not None else at
    later = past_adjuncts(view, at, ceiling, "")
    for place in dict.fromkeys((at, later, _past_apposition(view, at, ceiling))):
        if place < ceiling:
            clause = _content(view, cue, place, ceiling, told=True)
            if clause is not None and clause[0] in "qtwiop":
                frame, start, sense = clause
                if frame == "o" and whom is not None and sense.cls in ("expect", "intend", "believe"):
                    start = past_adverbs(view, cue.end)
                return frame, start, sense, whom
    told = _behind_name(view, past_adverbs(view, cue.end), ceiling) if cue.lemma in TELL else 0
    telling = cue.sense("t")
    if told and telling is not None:
        return "t", told, telling, view.span(past_adverbs(view, cue.end), told)
    return None if _only_to_do(view, cue) else _bare_object(view, cue, ceiling, whom)


def inserted(view: View, cue: Cue) -> tuple[int, int] | None:
    """Who tells inside a relative clause: "two men, who rights groups said were tortured"; None elsewhere."""
    if cue.end >= len(view.tokens) or not _does(view, cue.end):
        return None
    base = view.chunks.noun_upto.get(cue.group.first)
    if base is None or base[0] == 0 or view.lower(base[0] - 1) not in ("who", "which", "that", "whom"):
        return None
    return base


def _does(view: View, at: int) -> bool:
    """Whether a finite verb stands here, or one taken for a participle that has an object: "that police alleged defamed the king"."""
    tag = view.tokens[at].tag
    return tag in FINITE or (
        tag == "VBN" and at + 1 < len(view.tokens) and view.tokens[at + 1].tag in ("DT", "PRP$")
    )


def _past_day(view: View, at: int, ceiling: int) -> int:
    """Past the day of telling before a clause: "said Monday they had gone"."""
    day = view.chunks.noun_from.get(at)
    if day is None or day[1] >= ceiling or not is_time(view.tokens, day):
        return at
    return day[1] if view.lower(day[1]) == "that" or clause_at(view, day[1], ceiling) else at


def _past_apposition(view: View, at: int, ceiling: int) -> int:
    """Past an apposition before the infinitive: "ordered its people, all of them farmers, to assemble"."""
    if view.lower(at) != ",":
        return at
    for place in range(at + 1, min(ceiling - 1, at + 12)):
        if view.lower(place) == "," and view.tokens[place + 1].tag == "TO":
            return place + 1
    return at


def _past_addressed(view: View, at: int, ceiling: int) -> int:
    """Past a clause about those who are told: "told the actors who took part | to “go elsewhere”"."""
    if view.lower(at) != "who":
        return at
    opens = range(at + 2, ceiling - 2)
    return next((n for n in opens if view.tokens[n].tag == "TO" and view.lower(n + 1) in ("“", '"')), at)


def _accused(
    view: View, cue: Cue, at: int, ceiling: int
) -> tuple[str, int, lexicon.Sense, Span | None] | None:
    """The likes of "accused the pair of trying to escape"."""
    whom = onward(view.chunks, at, ceiling, loose=True)
    if whom is not None and view.lowers[whom[1] : whom[1] + 2] == (",", "of"):
        return (
            "p",
            whom[1] + 2,
            cue.senses[0],
            view.span(*whom),
        )  # "accused Mr. Cole, an aide, of taking bribes"
    whom = onward(view.chunks, at, ceiling)
    while whom is not None and whom[1] > whom[0] + 1 and view.lower(whom[1]) != "of":
        whom = whom[0], whom[1] - 1
    if whom is None or view.lower(whom[1]) != "of":
        return None
    return "p", whom[1] + 1, cue.senses[0], view.span(*whom)


def _whom(view: View, cue: Cue, at: int, ceiling: int) -> Span | None:
    phrase = short(view.chunks, at, ceiling) if cue.sense("r") or cue.sense("o") else None
    return view.span(*phrase) if phrase else None


def _content(view: View, cue: Cue, at: int, ceiling: int, told: bool = False) -> Frame | None:
    """What is told from token `at` on: a quotation, clause, infinitive or "-ing" clause."""
    quoted = _quoted(view, cue, at, ceiling)
    if quoted is not None:
        return quoted
    at = past_aside(view, at, ceiling)
    if view.lower(at) == "," and view.lower(at + 1) == "however":
        at += 3
    if at >= ceiling:
        return None
    return _clause(view, cue, at, ceiling) or _verbal(view, cue, at, ceiling, told=told)


def _quoted(view: View, cue: Cue, at: int, ceiling: int) -> Frame | None:
    """A quotation that follows, straight or after a comma, colon or "that"."""
    place = at + 1 if view.lower(at) in (",", ":") else at
    if place < len(view.tokens) and view.zones[place] and view.zones[place] != view.zones[cue.group.first]:
        sense = cue.sense("qtT")
        return ("q", place, sense) if sense else None
    if view.lower(place) in ("“", '"', "‘") and (sense := cue.sense("q")) and place + 3 < ceiling:
        return "q", place, sense
    return None


def _clause(view: View, cue: Cue, at: int, ceiling: int) -> Frame | None:
    """A clause after "that", or a question."""
    word = view.lower(at)
    opens = view.lower(at + 1) in (",", "“", '"') or not _points(view, at, ceiling)
    if word == "that" and opens and (sense := cue.sense("tT")):
        return "t", at + 1, sense
    if word in WH and (sense := cue.sense("w")) and not (word == "if" and cue.sense("q") is None):
        return "w", at, sense
    return None


def _verbal(view: View, cue: Cue, at: int, ceiling: int, *, told: bool) -> Frame | None:
    """An infinitive, an "-ing" clause, or a clause without "that"."""
    tag = view.tokens[at].tag
    quoted = view.lower(at + 1) in ("“", '"') and at + 2 < ceiling and view.tokens[at + 2].tag == "VB"
    if tag == "TO" and (view.chunks.verb_at(at) is not None or quoted):
        sense = cue.sense("or" if told else "iI") or cue.sense("i")
        return ("o" if told else "i", at, sense) if sense else None
    if tag == "VBG" and not told and (sense := cue.sense("g")):
        return "g", at, sense
    sense = cue.sense("t") or (
        cue.sense("T") if view.lower(at) in _SUBJECTS or cue.lemma == "establish" else None
    )  # "maintained they were"
    bare = _only_to_do(view, cue) or _has_main_after(view, cue) or keeps_back(view, cue.lemma, at, ceiling)
    return ("t", at, sense) if sense is not None and not bare and clause_at(view, at, ceiling) else None


def _has_main_after(view: View, cue: Cue) -> bool:
    """Whether the next finite verb is that of the sentence: "Officials who reported abuses | were dismissed"."""
    first = cue.group.first
    while first > 1 and view.tokens[first - 1].tag == "RB":
        first -= 1
    if view.lower(first - 1) not in ("who", "that", "which") or view.lower(first - 2) in (",", ""):
        return False
    finite = [g for g in view.chunks.verbs if g.finite]
    joined = all(view.lower(g.first - 1) in ("and", "or") for g in finite[2:])
    return bool(finite) and finite[0].first == cue.group.first and len(finite) > 1 and joined


def _only_to_do(view: View, cue: Cue) -> bool:
    """Whether the verb is not done but to be done: "wanted to report"; not so in "continued to report"."""
    first = cue.group.first
    if cue.group.finite or view.tokens[first].tag not in ("TO", "VB"):
        return False
    return not goes_on(view, cue.group) and not _is_asked(view, cue.group)


def _is_asked(view: View, group: VerbGroup) -> bool:
    """Whether a verb is asked about, with its auxiliary before its subject: "Do you think | he knows"."""
    who = view.chunks.noun_upto.get(group.first)
    return who is not None and who[0] > 0 and view.lower(who[0] - 1) in ("do", "does", "did")


def goes_on(view: View, group: VerbGroup) -> bool:
    """Whether an infinitive tells what is done again and again: "continued to report"."""
    before = view.chunks.verb_at(group.first - 1) if group.first else None
    return before is not None and before.finite and view.tokens[before.main].lemma in _GOING_ON


_GOING_ON = wordset("continue begin start")


def past_aside(view: View, at: int, ceiling: int) -> int:
    """Past an aside between commas before "that": "explains, in a satirical fashion, that"."""
    if view.lower(at) != ",":
        return at
    for place in range(at + 1, min(ceiling - 1, at + 14)):
        if view.lower(place) == ",":
            return place + 1 if view.lower(place + 1) == "that" else at
    return at


def _points(view: View, at: int, ceiling: int) -> bool:
    """Whether "that" points at something instead of opening a clause ("said that much")."""
    return at + 1 >= ceiling or view.lower(at + 1) in (",", ".", "”", "?", ";")


def _is_thing_said(view: View, start: int) -> bool:
    """Whether a phrase is what is said, and another clause follows: "shouted his name, then they hit him"."""
    base = view.chunks.noun_from.get(start)
    if base is None:
        return False
    after, then = view.lower(base[1]), view.lower(base[1] + 1)
    return (after == "," and then in ("then", "so")) or (after in ("and", "but") and then in _SUBJECTS)


_SUBJECTS = frozenset({"i", "he", "she", "we", "they"})


def clause_at(view: View, at: int, ceiling: int) -> bool:
    """Whether a clause without "that" starts here: a noun phrase, then a finite verb of its own."""
    start = at + 1 if view.lower(at) in ("“", '"', ":") else at
    first = view.tokens[start] if start < ceiling else None
    if (
        first is None
        or first.tag in FINITE
        or first.tag in ("CC", "TO")
        or (first.tag in ("IN", ",") and first.lower not in ("if", "because", "after", "in", "on", "at"))
    ):
        return False
    if _is_thing_said(view, start):
        return False
    for group in view.chunks.verbs:
        if group.first <= start or group.first >= ceiling:
            continue
        if group.finite:
            before = view.lower(group.first - 1)
            if before in (",", "and", "but", "or") and subject(view.chunks, group, start) is None:
                return False
            if any(_tells_itself(view, n) or _turns(view, n) for n in range(start + 1, group.first)):
                return False
            if _is_of_a_row(view, start, group.first):
                return False
            relative = before in ("who", "which", "whose") or (before == "that" and group.first - 1 > start)
            if not relative and not _only_when(view, group, start):
                return True
    return False


def _is_of_a_row(view: View, start: int, verb: int) -> bool:
    """Whether a lone comma parts a verb from the phrase: "documented raids, | warned the mayor", "denied it, | and police left"."""
    commas = [n for n in range(start, verb) if view.lower(n) == ","]
    if len(commas) != 1:
        return False
    at = commas[0]
    whole = start in view.chunks.noun_from and all(view.chunks.verb_of[n] < 0 for n in range(start, at))
    joined = view.lower(at + 1) == "and" and at + 2 in view.chunks.noun_from
    joined = joined and whole and not is_person(view.tokens, view.chunks.noun_from[start])
    return whole and (at == verb - 1 or joined)  # not so in "said Rustam Dal, and two others were held"


def _turns(view: View, at: int) -> bool:
    """Whether another clause opens here: "announced an inquiry, but nobody was charged", "his sermons and that"."""
    if view.lower(at) == "and" and view.lower(at - 1) in ("–", "—"):
        return True  # "complaints – most of them alleged debts – and two warrants were issued"
    if view.lower(at) == "and":
        return view.lower(at + 1) == "that" and view.tokens[at + 2].tag not in FINITE
    if view.lower(at) == "but" and at + 1 in view.chunks.noun_from:
        return True  # "denied the killings but soldiers told the paper"
    if view.lower(at - 1) != ",":
        return False
    return view.lower(at) in ("but", "yet", "while", "although", "though") or _hangs_behind(view, at)


def _hangs_behind(view: View, at: int) -> bool:
    """Whether only what went with it follows: "the deaths reported in May, with at least six men killed"."""
    closed = next((n for n in range(at, len(view.tokens)) if view.lower(n) in (",", ".", ";")), at)
    return view.lower(at) == "with" and view.lower(closed) != ","


def _tells_itself(view: View, at: int) -> bool:
    """Whether a participle with a "that" of its own opens here: "disputed the count, arguing that more were killed"."""
    return (
        view.lower(at) == "that" and view.tokens[at - 1].tag == "VBG" and view.tokens[at].tag in ("IN", "DT")
    )


def _only_when(view: View, group: VerbGroup, start: int) -> bool:
    """Whether a finite verb only says when or why: "denied the reporter entry when he arrived"."""
    who = subject(view.chunks, group, start)
    if who is None:
        return False
    opens = view.lower(who[0] - 1)
    return (who[0] - 1 > start and opens in _SAYS_WHEN) or (who[0] > start and opens in ("after", "before"))


_SAYS_WHEN = wordset("when while because although though unless until which whom where")


def _bare_object(
    view: View, cue: Cue, ceiling: int, whom: Span | None
) -> tuple[str, int, lexicon.Sense, Span | None] | None:
    """What is told is a noun phrase, alone, after a preposition, or with "as" something; not "insisted on searching", "reported for work"."""
    at = past_measure(view, past_adverbs(view, cue.end))
    if at >= ceiling:
        return None
    word = view.lower(at)
    acts = cue.lemma == "insist" and view.tokens[min(at + 1, len(view.tokens) - 1)].tag == "VBG"
    acts = acts or (cue.lemma, word) in (("report", "for"), ("report", "to"), ("speak", "to"))
    if (
        not acts
        and word in ("of", "about", "on", "against", "for", "into", "to")
        and (sense := cue.sense("p"))
    ):
        return "p", at + 1, sense, whom
    judged = word == "as" and judged_before(view, cue.group)
    called = word not in ("“", '"') and what_is_called(view, cue.group)
    if (sense := cue.sense("a")) and (judged or called):
        return "a", at + (word == "as" and not judged), sense, None
    if (
        at not in view.chunks.noun_from
        and view.chunks.noun_of[at] < 0
        and word not in ("“", '"', "both", "any")
    ):
        return None
    if (sense := cue.sense("a")) and _as(view, at, ceiling):
        return "a", at, sense, whom
    if (sense := cue.sense("no")) and "n" in sense.frames and not withholds(view, cue.lemma, at, ceiling):
        return "n", at, sense, None
    if (sense := cue.sense("o")) and whom is not None and view.lower(_end_of(view, at, ceiling)) == "from":
        return "o", at, sense, whom
    return None


def _behind_name(view: View, at: int, ceiling: int) -> int:
    """Where the clause starts behind who is told by name: "told Radio Tarn | security forces had left"; 0 where none does."""
    base = view.chunks.noun_from.get(at)
    after = view.chunks.verb_at(base[1]) if base is not None and base[1] < ceiling else None
    if base is None or after is None or not after.finite:
        return 0
    several = ("NNP", "NNPS", "NNS")
    inside = range(base[0] + 1, base[1])
    tags = [token.tag for token in view.tokens]
    return next((n for n in inside if tags[n - 1] in several and tags[n] in ("NN", "NNS", "JJ")), 0)


def judged_before(view: View, group: VerbGroup) -> bool:
    """Whether a relative clause tells what somebody takes a thing for: "a letter that observers saw as a threat"."""
    who = view.chunks.noun_upto.get(group.first)
    opens = view.lower(who[0] - 1) if who is not None and who[0] else ""
    return opens in ("that", "which") and view.lower(group.last) == "as" and not group.passive


def _end_of(view: View, at: int, ceiling: int) -> int:
    phrase = onward(view.chunks, at, ceiling)
    return phrase[1] if phrase else at


_NAMES = NOUNS | {"JJ"}


def _as(view: View, at: int, ceiling: int) -> bool:
    end = past_name(view, past_adverbs(view, _end_of(view, at, ceiling)), ceiling)
    after = view.tokens[end] if end < ceiling else None
    return after is not None and (
        after.lower in ("as", "“", '"', "a", "an", "the", "neither") or after.tag in _NAMES
    )
