"""Which act each clause of an order lays down: its measure.

Rules: see RULES, and en/measure_words.txt line by line.
- The act is looked for as for a claim; what the clause commands counts before what it only tells people by ("Whoever
  refuses is to be dismissed" is a dismissal), and a verb before a noun.
- Where no rule for claims finds one, the words of en/measure_words.txt tell; then a verb of en/fields.txt; else policy.
- Whoever is taken out of a measure or kept under it is so in the measure that the order laid down last before.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from testigo.claim import Filler, Span
from testigo.data import files
from testigo.directive import Clause
from testigo.reading.clauses import Clause as ActClause
from testigo.reading.fields import by_field
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention
from testigo.reading.scenes_seen import acts_in, scene_in
from testigo.reading.spoken import Speakers
from testigo.reading.view import View
from testigo.value import value
from testigo.vocabulary import COERCION

RULES = (
    (
        "order.measure.words",
        "the measure that the words of a clause of an order tell",
        "Homes are protected from trespass.",
    ),
    (
        "order.measure.before",
        "the measure told before, which somebody is taken out of or kept under",
        "All must report phones. Widows are exempt.",
    ),
)

_WEAK = frozenset({"policy", "order", "dissemination", "resistance"})
_APART = frozenset({"relative", "participle", "adverbial"})
_LENIENT = wordset("leniency amnesty pardon clemency indulgence concession")
POLICY = "policy"


@value
class _Line:
    """One line of the table: both must be in the clause, unless empty."""

    act: str
    verbs: frozenset[str]
    words: frozenset[str]


@cache
def _lines() -> tuple[_Line, ...]:
    """The lines of en/measure_words.txt, in order. A constant table."""
    text = files("testigo.reading.en").joinpath("measure_words.txt").read_text("utf-8")
    rows = (
        [cell.strip() for cell in row.split("|")] for row in text.splitlines() if row[:1] not in ("", "#")
    )
    return tuple(
        _Line(act, *(wordset("" if c == "*" else c) for c in (verbs, words))) for act, verbs, words, _ in rows
    )


def examples() -> tuple[tuple[str, str], ...]:
    """Act and example of each line of the table."""
    text = files("testigo.reading.en").joinpath("measure_words.txt").read_text("utf-8")
    rows = [
        [cell.strip() for cell in row.split("|")] for row in text.splitlines() if row[:1] not in ("", "#")
    ]
    return tuple((row[0], row[3]) for row in rows)


def measure(spoken: Speakers, clause: Clause, before: tuple[Clause, ...]) -> tuple[str, str]:
    """The act of a clause, and the rule that told it. before: the clauses of its order that stand before it, done."""
    view = spoken.views[spoken.number_at(clause.span.start)]
    first, end = view.sentence.tokens_in(clause.span)
    inside = [m for m in acts_in(spoken, view) if first <= m.at[0] < end and m.trigger.kind == "event"]
    strong = _commanded([m for m in inside if m.trigger.act not in _WEAK], bound_at(view, first, end))
    if clause.rule == "order.penalty":
        strong = [m for m in strong if m.trigger.act in COERCION]
    if strong:
        return strong[0].trigger.act, strong[0].trigger.rule
    if clause.rule == "order.penalty":
        return "sentence", ""
    told = _by_words(view, first, end, clause.groups)
    if told:
        return told, "order.measure.words"
    if clause.modality in ("exempt", "retain"):
        return _told_before(view, clause, first, end, before), "order.measure.before"
    scene = scene_in(spoken, view)
    for part in scene.clauses:
        verb = by_field(scene, part) if first <= part.verb.main < end and part.kind not in _APART else None
        if verb is not None and verb.at == (part.verb.main, part.verb.last) and verb.trigger.kind == "event":
            return verb.trigger.act, verb.trigger.rule
    return POLICY, next((m.trigger.rule for m in inside if m.trigger.act == POLICY), "")


def bound_at(view: View, first: int, end: int) -> int:
    """Where the clause says what is to be done: its last "shall", "are to"; before it stands whom it concerns."""
    for at in range(end - 1, first - 1, -1):
        if view.tokens[at].tag == "MD" or (view.lower(at) in ("is", "are") and view.lower(at + 1) == "to"):
            return at
    return first


def _commanded(found: list[Mention], duty: int) -> list[Mention]:
    """Acts with what is commanded first: verbs, then nouns; what only tells who or what is meant comes last."""
    return sorted(found, key=lambda m: (_tells_by(m.clause) or m.at[0] < duty, m.noun))


def _tells_by(clause: ActClause | None) -> bool:
    return clause is not None and clause.kind in _APART


def _by_words(view: View, first: int, end: int, groups: tuple[Filler, ...]) -> str:
    """The act of the first line whose words stand between two tokens, but not in the names of groups, or ""."""
    tokens = [t for t in view.tokens[first:end] if not any(_names(view, g, t.span) for g in groups)]
    verbs = {t.lemma for t in tokens if t.tag.startswith("VB")}
    words = {t.lower for t in tokens} | {t.lemma for t in tokens if not t.tag.startswith("VB")}
    words |= {f"{one.lower}+{other.lower}" for one, other in pairwise(tokens)}
    for line in _lines():
        if (not line.verbs or line.verbs & verbs) and (not line.words or line.words & words):
            return line.act
    return ""


def _names(view: View, group: Filler, word: Span) -> bool:
    """Whether a word belongs to what a group is called, not to where it is to be, or from what it is kept: "boats | in port"."""
    if not group.span.overlaps(word):
        return False
    at, last = view.sentence.tokens_in(group.span)
    cut = next((n for n in range(at, last) if view.lower(n) in ("in", "at", "on", "from", "against")), last)
    return cut == last or word.start < view.tokens[cut].start


def _told_before(view: View, clause: Clause, first: int, end: int, before: tuple[Clause, ...]) -> str:
    """The measure that an exemption or its limit speaks of: laid down before, and no threat."""
    if clause.modality == "retain" and any(view.tokens[n].lemma in _LENIENT for n in range(first, end)):
        freed = [c.measure for c in before if c.modality == "exempt" and c.measure]
        if freed:
            return freed[-1]
    whole = [c for c in before if c.modality != "finding" and c.penalty is None and c.measure]
    laid = [c for c in whole if not _instead(c)] or whole
    if any(view.tokens[n].lemma in _BANS for n in range(first, end)):
        laid = [c for c in laid if c.modality == "forbid"] or laid  # "Cooks are excepted from the ban"
    return next((c.measure for c in reversed(laid) if c.measure and c.measure != POLICY), POLICY)


def _instead(clause: Clause) -> bool:
    """Whether a clause is for those who do not do what another lays down: "Those who cannot are to pay"."""
    named = [group.text.lower().split() for group in clause.groups]
    return any(
        words[:1] == ["whoever"] or (words[:1] and words[0] in _ANY and "who" in words[1:4])
        for words in named
    )


_BANS = wordset("ban prohibition curfew lockdown")
_ANY = wordset("those anyone everyone anybody a an any")
