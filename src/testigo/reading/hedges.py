"""Every expression of doubt in a text, with the words that it casts doubt on.

Rules:
- The words and phrases stand in `en/hedges.csv`; each is epistemic, doxastic (a belief), a condition or an inquiry.
- A word counts only in the use that doubts: "may" the modal and not the month, "likely" and not "alike", "if" of a condition.
- A belief or hope counts where a clause or infinitive follows, not as a bare noun.
- Words that doubt only beside certain others are those of `hedge_uses.py`.
- The scope of a verb or modal is its clause from the subject on; of an adverb the clause that it stands in; of an
  adjective or noun what follows it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from testigo.claim import Hedge, Span
from testigo.reading import lexicon
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.hedge_uses import WORDS, in_use
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.spoken import Speakers
from testigo.reading.view import View
from testigo.value import value

RULES = (
    ("hedge.modal", "may, might, could; would and must of what is supposed", "They may come."),
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
    opening = _opening()
    for view in spoken.views:
        beyond = 0
        for at, token in enumerate(view.tokens):
            if at < beyond or (token.lower not in opening and token.lemma not in opening):
                continue
            hedge, step = _at(view, at)
            if hedge is not None:
                found.append(hedge)
            beyond = at + step
    return tuple(found)


@lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    """Every word that a cue may begin with. A constant table."""
    return frozenset(_phrases()) | frozenset(_words()) | WORDS


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
            return Hedge(token.span, _scope(view, at, use.part), rule), 1
    rule = in_use(view, at) if token.lower in WORDS or token.lemma in WORDS else ""
    return (Hedge(token.span, _scope(view, at, _PARTS.get(rule, "verb")), rule) if rule else None), 1


def _modal(view: View, at: int, use: _Word) -> str:
    del use
    token = view.tokens[at]
    group = view.chunks.verb_at(at)
    if token.tag != "MD" or (group is not None and group.main == at):
        return ""  # "did what he could"
    if token.lower == "could":
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
    if _owed(view, at):
        return ""
    if token.lower in ("likely", "unlikely") and token.tag in ("JJ", "RB", "RBR", "JJR"):
        return "hedge.adverb"
    return "hedge.adverb" if token.tag in ("RB", "RBR", "JJ") else ""


def _adjective(view: View, at: int, use: _Word) -> str:
    del use
    token = view.tokens[at]
    behind = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
    if (token.lower == "possible" and _can_be_done(view, at)) or _owed(view, at):
        return ""
    if token.lower == "apparent" and (behind is None or (behind.tag not in NOUNS and behind.tag != "JJ")):
        return ""  # "it became apparent that"
    if token.lower == "expected" and behind is not None and behind.lower == "of":
        return ""  # "what was expected of him"
    return (
        "hedge.adjective"
        if token.tag in ("JJ", "JJR", "VBN", "RB") or token.lower in ("alleged", "suspected")
        else ""
    )


def _can_be_done(view: View, at: int) -> bool:
    """Whether "possible" tells what can be done: "as soon as possible", "made it possible to", "everything possible"."""
    before = view.lower(at - 1)
    made = next((g for g in reversed(view.chunks.verbs) if g.last <= at), None)
    if at and view.tokens[at - 1].tag in NOUNS:
        return True  # "every effort possible"
    return (
        before in ("as", "not", "where", "when", "wherever", "whenever", "best", "everything", "all")
        or view.lower(at + 1) == "maximum"
        or (made is not None and view.tokens[made.main].lemma == "make")
    )


def _owed(view: View, at: int) -> bool:
    """Whether "supposed" tells a duty, or "unlikely" an oddity: "was supposed to mark him", "an unlikely friend"."""
    if view.lower(at) == "supposed":
        return view.lower(at + 1) == "to"
    return (
        view.lower(at) == "unlikely"
        and view.lower(at - 1) in ("a", "an")
        and view.tokens[at + 1].tag in NOUNS
        if at + 1 < len(view.tokens)
        else False
    )


def _verb(view: View, at: int, use: _Word) -> str:
    group = view.chunks.verb_at(at)
    if group is None or group.main != at:
        return ""
    lemma = view.tokens[group.main].lemma
    if use.type == "investigation":
        return "hedge.inquiry" if lemma not in _LOOKING or _asks(view, group) else ""
    if use.type == "epistemic":
        return "hedge.verb" if _doubts(view, group) else ""
    behind = view.tokens[group.last].tag if group.last < len(view.tokens) else ""
    if group.passive and lemma in _LOST and behind in ("JJ", "VBN"):
        return "hedge.verb"  # "are feared dead"
    if lemma in _FORESEES and (group.passive or view.chunks.noun_from.get(group.last) is not None):
        return "hedge.verb"
    if group.negated and group.modal == "could":
        return ""  # "could not believe it"
    if lemma == "consider" and _considers(view, group):
        return "hedge.verb"
    return "hedge.verb" if _clause_follows(view, group) else ""


_LOST = wordset("fear believe think presume")
_LOOKING = wordset("examine assess evaluate explore")
_QUESTIONS = wordset("whether if how why what who")


def _asks(view: View, group: VerbGroup) -> bool:
    """Whether something is still being looked into: "are assessing the danger", "examined how it began"."""
    going_on = view.tokens[group.main].tag == "VBG" and group.finite
    return (
        going_on or "being" in view.lowers[group.first : group.last] or view.lower(group.last) in _QUESTIONS
    )


def _doubts(view: View, group: VerbGroup) -> bool:
    """Whether "appear", "suggest", "indicate" doubt here and do not mean to be seen or to propose."""
    lemma = view.tokens[group.main].lemma
    if lemma in ("appear", "seem"):
        after = view.tokens[group.last] if group.last < len(view.tokens) else None
        return after is not None and (
            after.tag in ("TO", "JJ", "RB", "VBN") or after.lower in ("that", "as", "like", "within", "set")
        )
    if lemma == "suggest" and _proposes(view, group):
        return False
    if lemma == "hint":
        return not group.passive
    if lemma == "assume" and not group.passive:
        return _clause_follows(view, group)
    if lemma in ("presume", "assume", "indicate", "imply", "suggest", "estimate"):
        return _clause_follows(view, group) or view.chunks.noun_from.get(group.last) is not None
    return True


def _proposes(view: View, group: VerbGroup) -> bool:
    """Whether "suggest" asks for something to be done: "suggested that they leave", "suggested moving the date"."""
    at = group.last + (view.lower(group.last) == "that")
    if at < len(view.tokens) and view.tokens[at].tag == "VBG":
        return True
    verb = next((g for g in view.chunks.verbs if g.first >= at), None)
    if verb is None or not (view.chunks.noun_from.get(at) or view.tokens[at].tag == "PRP"):
        return False
    if any(view.lower(n) in (",", ";", "by", "with") for n in range(at, verb.first)):
        return False
    plain = ("VB", "VBP") if view.tokens[group.main].tag in ("VBD", "VBN") else ("VB",)
    return verb.modal == "should" or (verb.modal == "" and view.tokens[verb.first].tag in plain)


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
        return not after.lower.endswith(("self", "selves"))  # "considered himself a poet"
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
        many = token.tag == "NNS" and token.lemma in ("fear", "worry") and after in ("of", "about", "over")
        return "hedge.noun" if many or after in ("that", "to") else ""
    if (token.lemma, after) in (("potential", "of"), ("theory", "of"), ("chance", "to")):
        return ""
    if after in ("is", "was") and view.lower(at + 2) == "that":
        return "hedge.noun"
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
    if token.lower == "whether" and view.lower(at - 1) in ("of", "matter"):
        return ""  # "regardless of whether", "no matter whether"
    return "hedge.condition" if token.tag == "IN" else ""


_CHECKS: dict[str, Callable[[View, int, _Word], str]] = {
    "modal": _modal,
    "adverb": _adverb,
    "adjective": _adjective,
    "verb": _verb,
    "noun": _noun,
    "word": _word,
}


_PARTS = {"hedge.modal": "modal", "hedge.adjective": "adjective", "hedge.condition": "word"}


def _scope(view: View, at: int, part: str) -> Span:
    if part in ("adverb", "modal"):
        return _clause(view, at)
    if part == "verb":
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
