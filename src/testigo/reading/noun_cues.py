"""Where one sentence attributes something by a preposition or by a noun: "according to", "there were reports of".

Rules: see RULES, each with an example.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, VerbGroup, head_of
from testigo.reading.cited import cases, citing, is_text, relayed
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short, subject
from testigo.reading.predicates import before_predicate
from testigo.reading.rule_texts import ACCOUNTS, TEXT_NOUNS, holding, rule_texts
from testigo.reading.view import View

RULES = (
    (
        "cue.according",
        "what stands beside “according to” is told by whom it names",
        "According to a clerk, it is closed.",
    ),
    (
        "cue.words-of",
        "“in the words of”, “as … put it”, “as the rumor has it”",
        "As the rumor has it, they will come.",
    ),
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
    " get reject dismiss deny reiterate submit offer provide announce spread circulate reaffirm"
)
_CITES = wordset(
    "cite quote include contain reference mention note publish collect carry feature present describe hear obtain review gather"
)
_OF = wordset("of about regarding concerning on from by into")
_NO = frozenset(["no", "little", "any", "few"])
_SIGNS = wordset("indication evidence sign proof suggestion confirmation record information word")
_OPEN_ENDED = wordset("report account testimony allegation claim rumor rumour speculation") | _SIGNS


def preposition_cues(view: View) -> tuple[list[Told], list[tuple[int, int]]]:
    """Every "according to" and its like, and the tokens of those that end or open their sentence."""
    found: list[Told] = []
    tails: list[tuple[int, int]] = []
    for at, word in enumerate(view.lowers):
        length = _opens(view, at) if word in _OPENING else 0
        if not length:
            continue
        top = view.bounds(at)[1]
        if view.lower(at + length) == "reporting" and view.lower(at + length + 1) in ("by", "from"):
            length += 2
        who = onward(view.chunks, at + length, top, loose=True)
        if who is None:
            continue
        who, end = _plain(view, at, who, top)
        if length == 1 and view.lower(at) == "under":
            comma = next((n for n in range(at, top) if view.lower(n) == ","), who[1])
            who, end = (who[0], comma), comma
        contents = _beside(view, at, end, top)
        if contents:
            span, named = view.span(*who), view.span(*_told_by(view, who))
            cue = view.span(at, at + length)
            found.append(
                Told(
                    cue,
                    "say",
                    "according to",
                    span,
                    named,
                    contents,
                    view.sentence.index,
                    at,
                    "cue.according",
                )
            )
            if at == 0 or end >= top - 1:
                tails.append((at - 1 if view.lower(at - 1) in (",", "”") else at, max(end, top - 1)))
    found += _as_has_it(view)
    found += relayed(view) if "as" in view.lowers else []
    found += cases(view) if "by" in view.lowers else []
    return found, tails


_OPENING = wordset("according in per under")


def _opens(view: View, at: int) -> int:
    word = view.lower(at)
    if word == "according" and view.lower(at + 1) == "to":
        return 2
    if (
        word == "in"
        and view.lower(at + 1) == "the"
        and view.lower(at + 2) == "words"
        and view.lower(at + 3) == "of"
    ):
        return 4
    if word == "per" and (at == 0 or view.lower(at - 1) == ",") and view.chunks.noun_from.get(at + 1):
        return 1
    if word == "under" and at == 0 and _is_order(view, at + 1):
        return 1
    return 0


def _is_order(view: View, at: int) -> bool:
    """Whether a phrase naming an order or law starts here and ends with a comma ("Under the order, ...")."""
    for place in range(at, min(len(view.tokens), at + 14)):
        token = view.tokens[place]
        if token.lower == ",":
            return False
        if lexicon.nouns().get(token.lemma) == "order" or token.lemma in TEXT_NOUNS:
            return any(view.lower(n) == "," for n in range(place, min(len(view.tokens), place + 8)))
    return False


def _plain(view: View, at: int, who: tuple[int, int], top: int) -> tuple[tuple[int, int], int]:
    """The source of "According to X, Y ...": at the start of a sentence the comma ends the name."""
    end = who[1]
    stop = next((n for n in range(end, min(top, end + 12)) if view.lower(n) == ","), -1)
    if (
        at == 0
        and stop > end
        and view.tokens[end].tag in ("VBN", "VBD")
        and not _has_clause(view, end + 1, stop)
    ):
        return (who[0], stop), stop  # "a poll released Tuesday, ..."
    if at and end < top - 1 and view.tokens[end].tag in ("VBN", "VBD") and is_text(view, who):
        last = stop if stop > end else top - 1 if view.lower(top - 1) == "." else top
        if not _has_clause(view, end + 1, last):
            return (
                who[0],
                last,
            ), last  # "..., according to a report released during the year by the centre."
    opening = all(
        t.lower in ("“", '"', "but", "and", ",", "however", "meanwhile") or n >= at
        for n, t in enumerate(view.tokens)
    )
    if opening and view.lower(end) not in (",", ":", ";", "”"):
        plain = onward(view.chunks, who[0], top)
        if plain is not None and view.lower(plain[1]) == ",":
            return plain, plain[1]
    return who, end


def _beside(view: View, at: int, end: int, top: int) -> tuple[Span, ...]:
    """What is told before and after the phrase, within its sentence."""
    ceiling = view.ceiling(at)
    start = 0 if not view.zones[at] else view.bounds(at)[0]
    inner = view.lower(at - 1) == "that" or (view.lower(at - 1) == "," and view.lower(at - 2) == "that")
    before = None if inner else view.trimmed(start, at)
    after = view.trimmed(end, ceiling) if end < ceiling else None
    if (
        after is not None
        and not _has_clause(view, end, ceiling)
        and before is not None
        and len(before) > len(after)
    ):
        after = None if view.lower(end) != "," else after
    del top
    return tuple(p for p in (before, after) if p is not None)


def _has_clause(view: View, first: int, last: int) -> bool:
    return any(view.tokens[n].tag in FINITE for n in range(first, last))


def _told_by(view: View, who: tuple[int, int]) -> tuple[int, int]:
    """Behind bare "reports from X" stands X; a report with a date or number of its own is a document."""
    base = view.chunks.noun_from.get(who[0])
    if base is None:
        return who
    head = view.tokens[head_of(view.tokens, base)]
    if head.lemma in _TELLINGS:
        return _teller(view, base) or who
    if head.lower not in ("reports", "reporting"):
        return who
    if base[1] - base[0] == 1 and view.lower(base[1]) in ("by", "from", "in", "of") and base[1] + 1 < who[1]:
        return base[1] + 1, who[1]
    return who


def _teller(view: View, base: tuple[int, int]) -> tuple[int, int] | None:
    """Who gave an account: "her lawyer" of "her lawyer's account", "survivors" of "accounts from survivors"."""
    for at in range(base[0] + 1, base[1]):
        if view.tokens[at].tag == "POS":
            return base[0], at
    after = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) in ("by", "from", "of") else None
    return short(view.chunks, after[0], view.bounds(after[0])[1]) if after is not None else None


_TELLINGS = wordset("account recollection version")


def _as_has_it(view: View) -> list[Told]:
    """The likes of "As the rumor has it, ..." and "as X put it"."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        main = view.tokens[group.main]
        if main.lemma not in ("have", "put", "tell") or view.lower(group.last) != "it":
            continue
        who = subject(view.chunks, group)
        if who is None or (view.lower(who[0] - 1) != "as" and not _rumor(view, who)):
            continue
        contents = _beside(view, max(0, who[0] - 1), group.last + 1, len(view.tokens))
        if contents:
            span = view.span(*who)
            cue = view.span(group.first, group.last + 1)
            at = who[0] - 1
            found.append(
                Told(cue, "say", "have it", span, span, contents, view.sentence.index, at, "cue.words-of")
            )
    return found


def _rumor(view: View, who: tuple[int, int]) -> bool:
    return any(
        view.tokens[n].lemma in ("rumor", "rumour", "legend", "word", "gossip", "report") for n in range(*who)
    )


def noun_cues(view: View, verbs: list[Told]) -> list[Told]:
    """Every attribution by a noun, and what is cited by a verb of telling."""
    found: list[Told] = []
    for base in view.chunks.nouns:
        at = head_of(view.tokens, base)
        token = view.tokens[at]
        cls = lexicon.nouns().get(token.lemma)
        if cls is None and token.lemma not in _SIGNS:
            continue
        told = _noun_cue(view, base, at, cls or "report")
        if told is not None and not (told.source is None and _by_a_verb(told, verbs)):
            found.append(told)
    return [*found, *citing(view, verbs), *rule_texts(view), *holding(view, found, verbs)]


def _by_a_verb(told: Told, verbs: list[Told]) -> bool:
    """Whether a verb tells the very same: "said in a statement that ..."."""
    return any(verb.contents[:1] == told.contents and verb.source is not None for verb in verbs)


def _noun_cue(view: View, base: tuple[int, int], at: int, cls: str) -> Told | None:
    lemma = view.tokens[at].lemma
    ceiling = view.ceiling(at)
    end = base[1]
    group = view.chunks.verb_at(base[0] - 1) if base[0] else None
    exists = group is not None and _existential(view, group)
    if not exists and lemma in _SIGNS and lexicon.nouns().get(lemma) is None:
        return None
    on_it = _reported_on(view, base, at, ceiling)
    if on_it is not None:
        return on_it
    by = _by_whom(view, end, ceiling) if view.lower(end) in ("by", "from") else None
    if by is not None:
        end = by[1]
    end = _past_spreading(view, end, lemma)
    received = group is not None and group.last == base[0] and view.tokens[group.main].lemma == "receive"
    start = _told_from(view, end, ceiling, exists or received or by is not None, cls, lemma)
    if start is None:
        return None
    if view.lower(end) in ("who", "which") and by is not None:
        ceiling = view.ceiling(at)
    ceiling = before_predicate(view, base[0], start, ceiling)
    content = view.trimmed(start, ceiling)
    if content is None:
        return None
    source, rule = _noun_source(view, base, at, by, group, exists)
    if source is None and not exists and view.lower(end) != "that":
        return None  # "Rumors circulated that" tells, "the rumors" alone do not
    if exists and base[0] < at and any(view.lower(n) in _NO for n in range(base[0], at)):
        cls, rule = "deny", "cue.there-are"
    first = group.first if group is not None and exists else at
    cue = view.span(first if exists else at, at + 1)
    return Told(cue, cls, lemma, source, source, (content,), view.sentence.index, at, rule, "n")


def _past_spreading(view: View, end: int, lemma: str) -> int:
    """Past the verb by which hearsay only comes up: "Rumors circulated that", "Reports emerged that"."""
    group = view.chunks.verb_at(end) if lemma in _HEARSAY and end < len(view.tokens) else None
    spreads = group is not None and group.finite and view.tokens[group.main].lemma in _SPREADING
    return group.last if group is not None and spreads and view.lower(group.last) == "that" else end


_HEARSAY = wordset("report rumor rumour allegation claim account speculation story word")
_SPREADING = wordset("circulate emerge surface spread persist arise continue appear mount come")


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
        relative = view.tokens[end + 1].tag in FINITE and not open_ended
        return None if relative else end + 1
    if word in ("who", "whether"):
        return end + 1
    if word in _OF and open_ended and lemma in _OPEN_ENDED:
        return end + 1
    if (
        view.tokens[end].tag == "TO"
        and cls in ("order", "intend", "expect")
        and view.chunks.verb_at(end) is not None
    ):
        return end
    if open_ended and lemma in _OPEN_ENDED and view.chunks.noun_from.get(end) is not None:
        return end
    return None


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
    opens = view.chunks.verb_at(base[0] - 2) if base[0] > 1 and view.lower(base[0] - 1) == "with" else None
    if opens is not None and view.tokens[opens.main].lemma in (
        "open",
        "begin",
        "start",
        "close",
        "end",
        "conclude",
    ):
        who = subject(view.chunks, opens, view.bounds(opens.first)[0])
        return (view.span(*who) if who is not None else None), "cue.issued"
    if group is not None and group.last == base[0]:
        lemma = view.tokens[group.main].lemma
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        if lemma in _CITES and (view.tokens[at].lemma in ACCOUNTS or view.tokens[at].lower == "testimony"):
            return view.span(base[0], base[1]), "cue.cites"
        if who is not None and lemma in _LIGHT and not group.passive:
            return view.span(*who), "cue.issued"
    return None, "cue.noun"
