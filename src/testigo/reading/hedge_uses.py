"""Words that doubt only beside certain others: "would" of what is supposed, "some argue", "is reported to", "not yet clear".

Rules:
- "Would" supposes with a condition, with a perfect, and of a proposal or of anything one; not what was announced, nor a habit.
- "Must have" concludes.
- Who is some, many or most, or critics and experts at large, is nobody: what they think is doubted; so is what is "widely seen".
- What is reported, said or claimed "to" be so in the passive has no teller.
- "Should", "were" and "had" before their subject open a condition: "Should the talks fail", "Were he to resign".
- What is neither confirmed nor ruled out, and what is "not clear" or "not certain", is open.
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.act_status import OFTEN
from testigo.reading.chunks import NOUNS, VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.view import View

_HOLDING = wordset("say argue claim believe think feel contend suggest speculate suspect maintain")
_HEARSAY = wordset("report say claim")
_SEEN = wordset("regard consider see view believe think perceive credit hold")
_CONFIRMING = wordset("confirm verify corroborate substantiate")
_SETTLING = wordset("determine ascertain")
_OPEN = wordset("clear certain sure known")
_BE = wordset("be become remain seem appear have")
_TURNED = {"should": ("VB", "VBP"), "were": ("TO",), "had": ("VBN", "VBD")}  # what follows behind the subject
WORDS = (
    frozenset(_TURNED)
    | wordset("would must rule")
    | _HOLDING
    | _HEARSAY
    | _SEEN
    | _CONFIRMING
    | _SETTLING
    | _OPEN
)
"""Every word, or lemma, that this module looks at."""


def in_use(view: View, at: int) -> str:
    """The rule by which the word at a token doubts beside its neighbours, or ""."""
    token = view.tokens[at]
    if token.lower in _TURNED:
        return "hedge.condition" if _turned(view, at) else ""
    group = view.chunks.verb_at(at)
    if token.lower in _OPEN and (group is None or group.first == at or view.tokens[group.first].lemma in _BE):
        return "hedge.adjective" if _left_open(view, at) else ""
    if group is None:
        return ""
    if token.tag == "MD":
        concludes = group.perfect and view.lower(group.last) != "before"
        supposes = (
            _supposes(view, at, group) if token.lower == "would" else token.lower == "must" and concludes
        )
        return "hedge.modal" if supposes else ""
    if group.main != at:
        return ""
    if _unsettled(view, group, token.lemma):
        return "hedge.verb"
    return "hedge.phrase" if _nobody_s(view, group, token.lemma) else ""


def _turned(view: View, at: int) -> bool:
    """Whether a verb before its subject opens a condition; not a question, nor "had the men arrested" behind a subject."""
    after = at + 1
    if after >= len(view.tokens) or view.lowers[-1] == "?":
        return False
    if view.lower(after) not in _WE and at and view.lower(at - 1) not in ("“", '"', "‘", "that"):
        return False
    base = view.chunks.noun_from.get(after)
    end = base[1] if base is not None else after
    while end < len(view.tokens) and view.tokens[end].tag == "RB":
        end += 1
    return after < end < len(view.tokens) and view.tokens[end].tag in _TURNED[view.lower(at)]


_WE = wordset("he she they we i")


def _unsettled(view: View, group: VerbGroup, lemma: str) -> bool:
    """Whether a verb leaves it open: "has not ruled out", "could not confirm"; not "did not confirm the judge in office"."""
    if not _undone(view, group):
        return False
    if lemma in _CONFIRMING:
        return view.lower(group.first) not in ("did", "does", "do")
    return group.passive if lemma in _SETTLING else lemma == "rule" and view.lower(group.main + 1) == "out"


def _supposes(view: View, at: int, group: VerbGroup) -> bool:
    """Whether "would" tells what is only supposed: "If he came, she would go", "A strike would cost jobs"."""
    lemma, lowers = view.tokens[group.main].lemma, view.lowers
    if lemma in _WISHES or any(view.lower(n) in _LATER | OFTEN for n in range(at, group.last + 6)):
        return False
    if group.perfect or view.words & _CONDITIONS:
        return True
    if lowers[:1] == ("without",) and "," in lowers[:at]:
        return True
    base = subject(view.chunks, group)
    if base is None or base[1] > group.first:
        return False
    head = view.chunks.noun_from.get(base[0], base)
    if view.tokens[head[1] - 1].lemma in _PROPOSALS:
        return True
    return view.lower(base[0]) in _ANY and not _told_before(view, base[0])


def _told_before(view: View, at: int) -> bool:
    """Whether the words from a token on are what somebody said: "said that a court would decide"."""
    verbs = (g for g in view.chunks.verbs if g.first < at and g.finite)
    return any(view.tokens[g.main].lemma in lexicon.verbs() for g in verbs)


_WISHES = wordset("like love prefer rather")
_LATER = wordset("later eventually subsequently soon")
_CONDITIONS = wordset("if unless otherwise provided")
_ANY = wordset("a an any such that this")
_PROPOSALS = wordset(
    "bill plan proposal measure amendment deal merger takeover scheme draft legislation pact move change reform project option"
)


def _undone(view: View, group: VerbGroup) -> bool:
    """Whether a verb is negated, or hangs on what was refused or impossible: "could not be confirmed", "unable to verify"."""
    if group.negated or "cannot" in view.lowers[group.first : group.last]:
        return True
    return any(view.lower(n) in _NOT for n in range(max(0, group.first - 3), group.main))


_NOT = wordset("neither unable impossible refused declined refuses declines yet never difficult")


def _left_open(view: View, at: int) -> bool:
    """Whether a word of knowing is denied: "not immediately clear", "nobody is certain"; not "not known for"."""
    behind = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
    if behind is not None and (behind.lower in ("for", "as", "by") or behind.tag in NOUNS):
        return False
    place = at - 1
    while place > 0 and view.tokens[place].tag[:2] == "RB" and view.lower(place) not in _DENYING:
        place -= 1
    if view.lower(place) in _DENYING:
        return True
    group = view.chunks.verb_at(at) or view.chunks.verb_at(place)
    base = subject(view.chunks, group) if group is not None and group.finite else None
    if group is None or (base is not None and view.lower(base[0]) in _NOBODY):
        return group is not None
    return group.negated and (group.last > at or group.last == place + 1)


_DENYING = wordset("not n't n’t never")
_NOBODY = wordset("nobody none no neither nothing little")


def _nobody_s(view: View, group: VerbGroup, lemma: str) -> bool:
    """Whether what is held or told is nobody's in particular: "many feel that", "is widely seen as", "was reported to"."""
    if group.passive:
        if lemma in _HEARSAY:
            behind = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
            return (behind is not None and behind.modal == "to") or (
                view.lower(group.last) == "that" and view.lower(group.first - 1) == "it"
            )
        return lemma in _SEEN and any(view.lower(n) in _WIDELY for n in range(group.first, group.main))
    base = subject(view.chunks, group) if group.finite and lemma in _HOLDING else None
    if base is None or base[1] > group.first or not _holds_that(view, group, lemma):
        return False
    head = view.tokens[base[1] - 1]
    if view.lower(base[0]) in _SOME:
        return base[1] == base[0] + 1 or (head.tag in NOUNS and head.lemma in _AT_LARGE)
    return base[1] == base[0] + 1 and head.lower in _CROWD


def _holds_that(view: View, group: VerbGroup, lemma: str) -> bool:
    """Whether a clause follows: "some argue that it failed"; not "people say hello", nor "some said" of those who were asked."""
    if lemma in ("say", "claim") and view.tokens[group.main].tag == "VBD":
        return False
    behind = next((g for g in view.chunks.verbs if g.first >= group.last and g.finite), None)
    return behind is not None and not any(
        view.lower(n) in (",", ";", "and", "but", "who", "which") for n in range(group.last, behind.first)
    )


_WIDELY = wordset("widely generally commonly often usually universally frequently popularly")
_SOME = wordset("some many most several others")
_AT_LARGE = wordset(
    "people critic expert analyst observer historian scholar commentator fan researcher scientist economist writer author source"
    " person reviewer supporter opponent believer skeptic theorist"
)
_CROWD = wordset("critics experts observers detractors skeptics people")
