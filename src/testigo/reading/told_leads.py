"""What stands beside a cue in news and is told by nobody: how it came to be said, what a face did, a lone "who".

Rules:
- A clause without the quotation's marks is no part of a whole sentence that is quoted behind the cue: "When asked, he said, “No.”"
- Words without a verb of their own behind a quotation and its cue tell how it was said: "“No,” she said, her voice low."
- Of a relative clause that who tells stands in, only its pronoun is told: "the man who, prosecutors say, | paid for it".
- An outlet that cites somebody tells no more: "The paper reported that he had resigned, | citing two officials".
- Who seems to be warned may be what the warning is about: "Critics warned | the law could backfire".
- One with an aside tells what another with an aside did: "The people, who feared for their jobs, said the aide, Mr. Voss, had".
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, head_of
from testigo.reading.classes import is_person
from testigo.reading.frames import TELL, Cue, clause_at, past_adverbs
from testigo.reading.lists import wordset
from testigo.reading.phrases import short, subject, upto
from testigo.reading.source_kinds import kind_of
from testigo.reading.view import View

_ASKED = wordset("asked pressed questioned challenged")
_LEADING = frozenset({"WRB", "VBN", "VBD", "VBG"})


def behind_quotation(view: View, start: int, end: int) -> bool:
    """Whether a comma inside the marks of a quotation leads to who tells, and no clause that is told follows: "“No,” he told them."

    start, end: the words of who tells and of the cue.
    """
    closed = view.lower(start - 1) in ("”", '"') and view.lower(start - 2) in (",", "?", "!")
    goes_on = view.lower(end) == "that" or view.tokens[end].tag in (
        "DT",
        "PRP",
        "PRP$",
        "NNP",
        "NNPS",
        "NNS",
        "CD",
    )
    return closed and not goes_on


def told_beside(
    view: View, start: int, before: Span | None, after: Span | None
) -> tuple[Span | None, Span | None]:
    """What is told before and behind a cue, without what only leads to a quotation or says how it was said.

    start: where the cue's words start.
    """
    if before is None or after is None:
        return before, after
    if _leads_to_quote(view, before, after):
        return None, after
    return before, None if _says_how(view, start, after) else after


def _leads_to_quote(view: View, before: Span, after: Span) -> bool:
    """Whether what stands before a cue only says how a whole sentence came to be said that is quoted behind it."""
    first, end = view.sentence.tokens_in(before)
    start = view.sentence.tokens_in(after)[0]
    quoted = view.zones[start] or view.lower(start - 1) in ("“", '"')
    if any(view.zones[first:end]) or not quoted:
        return False
    opens = view.tokens[start]
    whole = opens.text[:1].isupper() and opens.lower != "i" and opens.tag not in ("NNP", "NNPS")
    asked = view.lower(first) in _ASKED or view.lower(first + 1) in _ASKED
    return asked or (whole and (view.tokens[first].tag in _LEADING or view.lower(first) in _WHEN))


_WHEN = wordset("after before as while in at on during since by with")


def _says_how(view: View, start: int, after: Span) -> bool:
    """Whether what stands behind a quotation and its cue only says how or when it was said. start: where the cue's words start."""
    first, end = view.sentence.tokens_in(after)
    if view.lower(start - 1) not in ("”", '"') or any(view.zones[first:end]):
        return False
    if any(view.lower(n) in ("“", '"', "‘") for n in range(first - 1, end)):
        return False
    asked = view.lower(first) in ("when", "after", "if") and view.lower(first + 1) in _ASKED
    return asked or all(view.tokens[n].tag not in FINITE for n in range(first, end))


def lone_relative(view: View, comma: int) -> Span | None:
    """The pronoun of a relative clause right before the comma that sets off who tells: "a man who, | prosecutors say,"."""
    at = comma - 1
    relative = view.lower(comma) == "," and view.lower(at) in ("who", "which", "that")
    return view.span(at, comma) if relative and at > 0 and view.tokens[at].tag in ("WP", "WDT") else None


_ANSWERS = frozenset({"no", "yes", "so", "little", "nothing"})


def told_of_another(view: View, cue: int, who: tuple[int, int], top: int) -> bool:
    """Whether the words behind a verb name no teller but one who is told of, with an aside before the verb of its own."""
    if view.lower(who[0]) in _ANSWERS and who[1] - who[0] == 1:
        return True  # "The mayor, asked if he would resign, said no."
    verb = view.chunks.verb_at(who[1] + 1) if view.lower(who[1]) == "," and who[1] + 1 < top else None
    if verb is None or not verb.finite or not any(view.lower(n) == "," for n in range(*who)):
        return False
    group = view.chunks.verb_at(cue)
    before = subject(view.chunks, group, view.bounds(cue)[0]) if group is not None else None
    before = before or upto(view.chunks, cue - 1)
    return before is not None and before[1] == cue - 1 and any(view.lower(n) == "," for n in range(*before))


def before_cited(view: View, cue: Cue, start: int, ceiling: int) -> int:
    """Where an outlet names whom it has a report from: "The paper reported that he had resigned, | citing two officials"."""
    teller = subject(view.chunks, cue.group) if cue.lemma in ("report", "say", "write") else None
    if teller is None or view.zones[start] or kind_of(view, teller) not in ("institution", "document"):
        return ceiling
    for at in range(start + 1, ceiling - 2):
        who = view.chunks.noun_from.get(at + 2) if view.lowers[at : at + 2] == (",", "citing") else None
        tells = who is not None and view.tokens[head_of(view.tokens, who)].lemma in lexicon.source_kinds()
        if who is not None and (tells or is_person(view.tokens, who)):
            return at
    return ceiling


def warned_of(view: View, cue: Cue, ceiling: int) -> tuple[str, int, lexicon.Sense, Span | None] | None:
    """The frame of a clause about what seems to be told something: "Critics warned | the law could backfire"; else None."""
    sense, start = cue.sense("t"), past_adverbs(view, cue.end)
    tells = sense is not None and cue.lemma in TELL and cue.group.finite and not cue.group.passive
    whom = short(view.chunks, start, ceiling) if tells else None
    verb = view.chunks.verb_at(past_adverbs(view, whom[1])) if whom is not None else None
    if sense is None or verb is None or not verb.finite or not clause_at(view, start, ceiling):
        return None
    return "t", start, sense, None
