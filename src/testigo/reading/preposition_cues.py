"""Where one sentence attributes something by a preposition: "according to", "in the words of", "as the rumor has it".

Rules: see RULES, each with an example.
- At the start of a sentence the first comma ends the name, unless an apposition follows: what comes after it is told.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading import lexicon
from testigo.reading.chunks import FINITE, head_of
from testigo.reading.cited import cases, is_text, relayed
from testigo.reading.cues import Told
from testigo.reading.law_phrases import turn_at
from testigo.reading.lists import wordset
from testigo.reading.other_ways import other_ways
from testigo.reading.phrases import onward, short, subject
from testigo.reading.rule_texts import TEXT_NOUNS
from testigo.reading.under_law import law_ends
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
)


def preposition_cues(view: View) -> tuple[list[Told], list[tuple[int, int]]]:
    """Every "according to" and its like, and the tokens of those that end or open their sentence."""
    found: list[Told] = []
    tails: list[tuple[int, int]] = []
    opening = enumerate(view.lowers) if not _OPENING.isdisjoint(view.words) else ()
    for at, word in opening:
        length = _opens(view, at) if word in _OPENING else 0
        if not length:
            continue
        top = view.bounds(at)[1]
        if view.lower(at + length) == "reporting" and view.lower(at + length + 1) in ("by", "from"):
            length += 2
        who = onward(view.chunks, at + length, top, loose=True)
        if who is None:
            continue
        if (
            length == 2
            and view.tokens[head_of(view.tokens, view.chunks.noun_from.get(who[0], who))].lemma in _NO_TELLERS
        ):
            continue
        if length == 2 and at and view.lower(at + 2) == "law":
            continue  # "were fined according to law": how it was done
        who, end = _plain(view, at, who, top)
        if length == 1 and view.lower(at) == "under":
            comma = law_ends(view.tokens) or next((n for n in range(at, top) if view.lower(n) == ","), who[1])
            if view.lower(comma + 1) in (
                "which",
                "whose",
            ):  # "Under the order, which was read out, traders must"
                comma = next((n for n in range(comma + 2, top) if view.lower(n) == ","), comma)
            who, end = (who[0], comma), comma
        turn = turn_at(view.lowers, end) if at == 0 and view.lower(at) == "under" else top
        contents = _beside(view, at, end, top, turn)
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
                    "u" if view.lower(at) == "under" else "",
                )
            )
            if at == 0 or end >= top - 1:
                tails.append((at - 1 if view.lower(at - 1) in (",", "”") else at, max(end, top - 1)))
    found += _as_has_it(view)
    found += _by_account(view) if "by" in view.words else []
    found += relayed(view) if "as" in view.words else []
    found += other_ways(view)
    found += cases(view) if "by" in view.words else []
    return found, tails


_NO_TELLERS = wordset(
    "procedure plan schedule custom tradition need size age type rank practice principle wish merit ability weight number severity timetable"
)
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
    """Whether a phrase naming an order or law starts here and is set off, mostly with a comma ("Under the order, ...")."""
    if law_ends(view.tokens):
        return True
    for place in range(at, min(len(view.tokens), at + 14)):
        token = view.tokens[place]
        if token.lower == ",":
            return False
        known = lexicon.nouns().get(token.lemma) == "order" or token.lemma in TEXT_NOUNS
        if (
            known
            or token.lemma == "decision"
            or (token.lower == "it" and place == at and view.lower(at + 1) == ",")
        ):
            return any(view.lower(n) == "," for n in range(place, min(len(view.tokens), place + 14)))
    return False


def _plain(view: View, at: int, who: tuple[int, int], top: int) -> tuple[tuple[int, int], int]:
    """The source of "According to X, Y ...": at the start of a sentence the comma ends the name."""
    seen = _copy_of(view, who[0], top)
    if seen is not None:
        return (who[0], seen[0]), seen[1]
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
    if at == 0 and at + 2 == who[0] and view.lower(who[0]) in _OUTLETS and view.lower(who[0] + 1) == ",":
        behind = who[0] + 2
        named = behind >= len(view.tokens) or view.tokens[behind].text[:1].isupper()
        return (
            ((who[0], who[0] + 1), who[0] + 1) if named else (who, end)
        )  # "According to media, Boko Haram and"
    if end < top and view.lower(end) in (",", "and") and _starts_telling(view, at, who, end, top):
        plain = onward(view.chunks, who[0], top)
        return (plain, plain[1]) if plain is not None else (who, end)
    opening = all(
        t.lower in ("“", '"', "but", "and", ",", "however", "meanwhile") or n >= at
        for n, t in enumerate(view.tokens)
    )
    if opening and view.lower(end) not in (",", ":", ";", "”"):
        plain = onward(view.chunks, who[0], top)
        if plain is not None and view.lower(plain[1]) == ",":
            return plain, plain[1]
    return who, end


def _copy_of(view: View, first: int, top: int) -> tuple[int, int] | None:
    """The aside about a copy of a text, from its comma to its end: "the indictment, a copy of which the family has seen,"."""
    for at in range(first, min(top, first + 12) - 3):
        which = view.lower(at + 3) == "of" and view.lower(at + 4) == "which"
        if view.lower(at) == "," and which and view.tokens[at + 2].lemma in _COPIES:
            return at, next((n for n in range(at + 5, top) if view.lower(n) in (",", ";", ".")), top)
    return None


_COPIES = wordset("copy text translation excerpt transcript draft part photograph photo scan summary")
_OUTLETS = wordset("media reports sources witnesses residents activists ngos observers")


def _starts_telling(view: View, at: int, who: tuple[int, int], end: int, top: int) -> bool:
    """Whether what seems an apposition opens what is told: "According to the clerk, 26 sacks, two carts and a cow were taken"."""
    comma = next((n for n in range(who[0], end) if view.lower(n) == ","), -1)
    if comma < 0 or any(view.tokens[n].text.islower() or view.lower(n) == "," for n in range(at) if n):
        return False
    told = sum(1 for group in view.chunks.verbs if group.finite and comma < group.first < end)
    opens = view.tokens[comma + 1].tag in ("DT", "PRP$", "CD")
    if opens and told > sum(
        1 for n in range(comma, end) if view.tokens[n].tag in ("WP", "WDT", "WP$", "WRB")
    ):
        return True  # "According to Maya, a boy who filmed it was slapped, and"
    base = view.chunks.noun_from.get(who[0])
    after = next((n for n in range(end, top) if view.tokens[n].tag in FINITE), -1)
    if base is None or after < 0:
        return False
    if view.tokens[comma + 1].tag == "CD":
        return end - comma > 2  # no age
    if opens and view.lower(after - 1) == "," and view.lowers[end:after].count(",") == 2:
        return True  # "According to the clerk, the woman, surnamed Ri, had fled"
    head = view.tokens[head_of(view.tokens, base)]
    named = view.tokens[comma + 1].tag == "NNP" and head.tag in ("NN", "NNS")
    return named and (
        view.lower(after - 1) == "," or (head.tag == "NNS" and "and" in view.lowers[who[0] : comma])
    )


def _beside(view: View, at: int, end: int, top: int, turn: int = 1_000_000) -> tuple[Span, ...]:
    """What is told before and after the phrase, within its sentence and up to `turn`, where something else begins."""
    ceiling = min(turn, view.ceiling(at))
    start = 0 if not view.zones[at] else view.bounds(at)[0]
    opens = view.lower(at - 2) if view.lower(at - 1) == "," else view.lower(at - 1)
    inner = opens in ("that", "where", "which", "because", "although", "while")
    before = None if inner else view.trimmed(start, at)
    if view.lower(at - 1) == ";" and _has_clause(view, end, ceiling):
        before = None  # "The government let them go; according to the league, most came back"
    after = view.trimmed(end, ceiling) if end < ceiling and not (before and view.lower(end) == ";") else None
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
    if head.lemma in _TELLINGS or (head.lemma in _COUNTS and view.lower(base[1]) in ("by", "from")):
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


_COUNTS = wordset("estimate figure count tally statistic calculation")
_TELLINGS = wordset("account recollection version")


def _as_has_it(view: View) -> list[Told]:
    """The likes of "As the rumor has it, ..." and "as X put it"."""
    found: list[Told] = []
    for group in view.chunks.verbs:
        main = view.tokens[group.main]
        if main.lemma not in ("have", "put", "tell") or view.lower(group.last) != "it":
            continue
        who = subject(view.chunks, group)
        if who is None or (not _opens_putting(view, who[0]) and not _rumor(view, who)):
            continue
        opens = (
            who[0]
            - 1
            - (view.lower(who[0] - 1) == "how")
            - (view.lower(who[0] - 1) == "hear" and view.lower(who[0] - 2) == "to")
        )
        contents = _beside(view, max(0, opens), group.last + 1, len(view.tokens))
        if contents:
            span = view.span(*who)
            cue = view.span(group.first, group.last + 1)
            at = who[0] - 1
            found.append(
                Told(cue, "say", "have it", span, span, contents, view.sentence.index, at, "cue.words-of")
            )
    return found


def _opens_putting(view: View, at: int) -> bool:
    """Whether the words before say that somebody puts it so: "As he put it", "“No” is how he put it"."""
    how = view.lower(at - 1) == "how" and view.lower(at - 2) in ("is", "was") and at > 3
    return how or view.lower(at - 1) in ("as", "hear")


def _by_account(view: View) -> list[Told]:
    """The likes of "By his account, ..." and "..., by the family's own account"."""
    found: list[Told] = []
    for at in range(len(view.tokens) - 3):
        base = view.chunks.noun_from.get(at + 1) if view.lower(at) == "by" else None
        if base is None or view.tokens[base[1] - 1].lower not in (
            "account",
            "accounts",
            "telling",
            "reckoning",
            "admission",
            "count",
            "estimate",
        ):
            continue
        owner = next((n for n in range(base[0], base[1]) if view.tokens[n].tag in ("PRP$", "POS")), -1)
        closes = view.lower(base[1]) in (",", ".", ";")
        if owner < 0 or not closes:
            continue
        end = owner + 1 if view.tokens[owner].tag == "PRP$" else owner
        contents = _beside(view, at, base[1], len(view.tokens))
        if contents:
            span, cue = view.span(base[0], end), view.span(at, base[1])
            index = view.sentence.index
            found.append(Told(cue, "say", "account", span, span, contents, index, at, "cue.words-of"))
    return found


def _rumor(view: View, who: tuple[int, int]) -> bool:
    return any(
        view.tokens[n].lemma in ("rumor", "rumour", "legend", "word", "gossip", "report") for n in range(*who)
    )
