"""Every expression of doubt in a text, with the words that it casts doubt on.

Rules:
- The words and phrases stand in `en/hedges.csv`; each is epistemic, doxastic (a belief), a condition or an inquiry.
- A word counts only in the use that doubts: "may" the modal and not the month, "likely" and not "alike", "if" of a condition.
- A belief or hope counts where a clause or infinitive follows, not as a bare noun.
- The scope of a verb or modal is its clause from the subject on; of an adverb the clause that it stands in; of an
  adjective or noun what follows it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from testigo.claim import Hedge, Span
from testigo.reading import lexicon
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.spoken import Speakers
from testigo.reading.view import View
from testigo.value import value

RULES = (
    ("hedge.modal", "may, might, could", "They may come."),
    ("hedge.adverb", "an adverb of doubt", "They will probably come."),
    ("hedge.adjective", "an adjective of doubt", "It is unclear who came."),
    ("hedge.verb", "a verb of doubt, belief or expectation", "It suggests that they came."),
    ("hedge.noun", "a noun of doubt", "The possibility of a raid was discussed."),
    ("hedge.condition", "a condition or open question", "If they come, ..."),
    ("hedge.inquiry", "what is under investigation", "Police are investigating whether they came."),
    ("hedge.phrase", "a phrase that names nobody", "Some say that they came."),
)
_STOPS = frozenset({";", ":", "—", "–"})
_BE = wordset("be seem appear remain become look sound")


@value
class _Word:
    type: str
    part: str


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[_Word, ...]]:
    found: dict[str, list[_Word]] = {}
    for row in lexicon.rows("hedges.csv"):
        if row["part"] != "phrase":
            found.setdefault(row["words"], []).append(_Word(row["type"], row["part"]))
    return {word: tuple(uses) for word, uses in found.items()}


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in lexicon.rows("hedges.csv"):
        if row["part"] == "phrase":
            words = tuple(row["words"].split())
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}


def hedges(spoken: Speakers) -> tuple[Hedge, ...]:
    """The hedges of a document, in order of their cues."""
    found: list[Hedge] = []
    opening, words = _opening(), _words()
    for view in spoken.views:
        beyond = 0
        for at, token in enumerate(view.tokens):
            if at < beyond or (token.lower not in opening and token.lemma not in words):
                continue
            hedge, step = _at(view, at)
            if hedge is not None:
                found.append(hedge)
            beyond = at + step
    return tuple(found)


@lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    """Every word that a cue may begin with. A constant table."""
    return frozenset(_phrases()) | frozenset(_words())


def _at(view: View, at: int) -> tuple[Hedge | None, int]:
    """The hedge whose cue starts at a token, and how many tokens to go on."""
    token = view.tokens[at]
    for words in _phrases().get(token.lower, ()):
        if all(view.lower(at + n) == word for n, word in enumerate(words)):
            cue = view.span(at, at + len(words))
            return Hedge(cue, _clause(view, at), "hedge.phrase"), len(words)
    uses = _words().get(token.lower, ()) or _words().get(token.lemma, ())
    for use in uses:
        check = _CHECKS[use.part]
        rule = check(view, at, use)
        if rule:
            return Hedge(token.span, _scope(view, at, use), rule), 1
    return None, 1


def _modal(view: View, at: int, use: _Word) -> str:
    del use
    token = view.tokens[at]
    if token.tag != "MD":
        return ""
    if token.lower == "could":
        group = view.chunks.verb_at(at)
        past_ability = group is not None and (group.negated or not _future(view, group))
        return "" if past_ability else "hedge.modal"
    return "hedge.modal"


def _future(view: View, group: VerbGroup) -> bool:
    """Whether "could" speaks of what is possible and not of what somebody was able to do."""
    main = view.tokens[group.main]
    words = {view.lower(n) for n in range(group.first, group.last)}
    able = main.lemma in _ABILITY and not group.perfect and "be" not in words and not group.passive
    return not able or _conditional(view, group)


_ABILITY = wordset(
    "see hear feel find remember understand afford read speak walk use get recognize recognise smell taste tell sleep run"
    " swim count watch touch buy sell pay eat drink work move leave enter travel breathe stand"
)


def _conditional(view: View, group: VerbGroup) -> bool:
    return any(t.lower == "if" for t in view.tokens[max(0, group.first - 15) : group.last + 15])


def _adverb(view: View, at: int, use: _Word) -> str:
    del use
    token = view.tokens[at]
    if token.lower in ("likely", "unlikely") and token.tag in ("JJ", "RB", "RBR", "JJR"):
        return "hedge.adverb"
    return "hedge.adverb" if token.tag in ("RB", "RBR", "JJ") else ""


def _adjective(view: View, at: int, use: _Word) -> str:
    del use
    token = view.tokens[at]
    return (
        "hedge.adjective"
        if token.tag in ("JJ", "JJR", "VBN", "RB") or token.lower in ("alleged", "suspected")
        else ""
    )


def _verb(view: View, at: int, use: _Word) -> str:
    group = view.chunks.verb_at(at)
    if group is None or group.main != at:
        return ""
    if use.type == "investigation":
        return "hedge.inquiry"
    if use.type == "epistemic":
        return "hedge.verb" if _doubts(view, group) else ""
    lemma = view.tokens[group.main].lemma
    if lemma in _FORESEES and (group.passive or view.chunks.noun_from.get(group.last) is not None):
        return "hedge.verb"
    if lemma == "consider" and _considers(view, group):
        return "hedge.verb"
    return "hedge.verb" if _clause_follows(view, group) else ""


def _doubts(view: View, group: VerbGroup) -> bool:
    """Whether "appear", "suggest", "indicate" doubt here and do not mean to be seen or to propose."""
    lemma = view.tokens[group.main].lemma
    if lemma in ("appear", "seem"):
        after = view.tokens[group.last] if group.last < len(view.tokens) else None
        return after is not None and (
            after.tag in ("TO", "JJ", "RB", "VBN") or after.lower in ("that", "as", "like")
        )
    if lemma in ("presume", "assume", "indicate", "imply", "suggest", "estimate"):
        return _clause_follows(view, group) or view.chunks.noun_from.get(group.last) is not None
    return True


_FORESEES = wordset("expect anticipate forecast predict project foresee envisage envision")


def _considers(view: View, group: VerbGroup) -> bool:
    """Whether something is still being thought over: "is considering a sale", "considers leaving"."""
    going_on = view.tokens[group.main].tag == "VBG" and not group.passive
    after = view.tokens[group.last] if group.last < len(view.tokens) else None
    return after is not None and (after.tag == "VBG" or (going_on and group.last in view.chunks.noun_from))


def _clause_follows(view: View, group: VerbGroup) -> bool:
    at = group.last
    if at >= len(view.tokens):
        return False
    after = view.tokens[at]
    if after.lower in ("that", "to", "whether", "if", "so", "as") or after.tag in ("PRP", "EX"):
        return True
    base = view.chunks.noun_from.get(at)
    if base is None:
        return False
    follows = view.tokens[base[1]] if base[1] < len(view.tokens) else None
    verb = view.chunks.verb_at(base[1]) if base[1] < len(view.tokens) else None
    return (verb is not None and verb.finite) or (follows is not None and follows.tag in ("TO", "JJ"))


def _noun(view: View, at: int, use: _Word) -> str:
    token = view.tokens[at]
    if token.tag not in NOUNS:
        return ""
    after = view.lower(at + 1)
    if use.type == "investigation":
        return "hedge.inquiry" if after in ("into", "whether", "of", "over") else ""
    if token.lemma in ("rumor", "rumour"):
        return "hedge.noun"
    if use.type == "doxastic":
        return "hedge.noun" if after in ("that", "to") else ""
    return (
        "hedge.noun"
        if after in ("that", "of", "about", "whether", "to", "surrounding", "over") or after == "."
        else ""
    )


def _word(view: View, at: int, use: _Word) -> str:
    del use
    token = view.tokens[at]
    if token.lower == "if" and (
        view.lower(at - 1) in ("as", "even", "only") or view.lower(at + 1) in ("not", "any")
    ):
        return ""
    return "hedge.condition" if token.tag == "IN" else ""


_CHECKS: dict[str, Callable[[View, int, _Word], str]] = {
    "modal": _modal,
    "adverb": _adverb,
    "adjective": _adjective,
    "verb": _verb,
    "noun": _noun,
    "word": _word,
}


def _scope(view: View, at: int, use: _Word) -> Span:
    if use.part in ("adverb", "modal"):
        return _clause(view, at)
    if use.part == "verb":
        group = view.chunks.verb_at(at)
        who = subject(view.chunks, group) if group is not None else None
        return _from(view, who[0] if who is not None and who[1] <= at else at)
    return _from(view, at)


def _from(view: View, at: int) -> Span:
    """From a token to the end of its clause."""
    end = _end(view, at)
    return view.trimmed(at, end) or view.tokens[at].span


def _clause(view: View, at: int) -> Span:
    """The clause that a token stands in: from the subject of its verb, or the last mark before it, to its end."""
    group = view.chunks.verb_at(at) or next((g for g in view.chunks.verbs if g.first > at), None)
    who = subject(view.chunks, group) if group is not None and group.finite else None
    start = min(at, who[0]) if who is not None else at
    return view.trimmed(start, _end(view, at)) or view.tokens[at].span


def _end(view: View, at: int) -> int:
    for place in range(at + 1, len(view.tokens)):
        if view.lower(place) in _STOPS or (view.zones[at] and view.zones[place] != view.zones[at]):
            return place
        if view.lower(place) == "," and view.lower(place + 1) in ("but", "and", "while", "although", "which"):
            return place
    return len(view.tokens)
