"""Who tells what a headline says, where it stands beside a colon or dash: "Monitor: 40 held", "40 held – residents".

Rules: see RULES, each with an example.
- Before a colon stands who tells, and nothing more: a body, paper, office or people of a kind that tells ("Exile radio",
  "UN", "Witnesses"). A place, a theme or the one whom the report is about ("Umar: 40 held", "Journalist: freed") tells
  nothing, nor does the genre ("Special report: ...").
- Behind the last colon or dash who tells is named without a number or article, for those whom the headline counts may
  stand there, too ("Three held: a teacher and two monks").
- A headline that is a quotation and a person with a colon between them is that person's.
"""

from __future__ import annotations

from testigo.reading.chunks import head_of
from testigo.reading.classes import is_class
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.view import View

RULES = (
    (
        "cue.headline",
        "who is named beside the colon of a headline tells what it says",
        "Exile radio: Two villagers arrested in their beds",
    ),
)
Range = tuple[int, int]

_BODIES = wordset(
    "monitor group watchdog ngo charity union organization organisation radio newspaper daily agency media broadcaster outlet"
    " website channel ministry government police army military embassy court prosecutor opposition survey study"
    " witness source resident villager neighbor neighbour relative family parent lawyer official officer spokesman"
    " spokeswoman spokesperson minister president envoy expert rapporteur survivor escapee defector doctor medic teacher"
    " mother father wife husband sister brother"
)
_MANY = wordset("activist worker prisoner farmer trader shopkeeper monk student")
_NAMED_FIRST = wordset("radio ministry agency voice")
_ALONE = wordset("report reports")
_DASHES = frozenset({"–", "—", "-", "--"})
_OPENING = frozenset("“\"«„‘'") | {"``"}
_CLOSING = frozenset("”\"»“’'") | {"''"}
_REMEMBERS = wordset(
    "remembers recalls tells speaks says talks writes"
)  # often taken for a noun behind a name
_LONGEST = 6  # words that name who tells in a headline


def headline_cues(view: View) -> list[Told]:
    """The telling of a title or heading by whom its colon or dash sets off; none elsewhere."""
    if view.sentence.block.kind not in ("title", "heading") or view.lowers[-1] == "?":
        return []
    read = _read(view)
    if read is None:
        return []
    who, told = read
    span, content = view.span(*who), view.trimmed(*told)
    if content is None:
        return []
    return [
        Told(span, "say", "say", span, span, (content,), view.sentence.index, who[0], "cue.headline", "b")
    ]


def _read(view: View) -> tuple[Range, Range] | None:
    """Who tells, and what, by their tokens."""
    size = len(view.tokens)
    colons = [at for at in range(1, size - 1) if view.tokens[at].text == ":"]
    if colons and _tells(view, (0, colons[0]), last=False):
        return (0, colons[0]), (colons[0] + 1, size)
    if colons and _quoted(view, 0, colons[0]):
        who = _person(view, colons[0] + 1)
        return (who, (0, colons[0])) if who is not None else None
    breaks = [at for at in range(3, size - 1) if view.tokens[at].text in _DASHES] + colons
    last = max(breaks, default=0)
    end = size - 1 if view.lowers[-1] == "." else size
    acts = any(t.tag in ("VBD", "VBZ", "VBP", "VBN") for t in view.tokens[:last])
    if last and acts and _tells(view, (last + 1, end), last=True):
        return (last + 1, end), (0, last)
    return None


def _tells(view: View, words: Range, *, last: bool) -> bool:
    """Whether these words are one phrase for somebody who tells. last: they stand at the headline's end."""
    first, end = words
    if not 0 < end - first <= _LONGEST:
        return False
    acts = any(g.first < end and g.last > first for g in view.chunks.verbs)
    tokens = view.tokens[first:end]
    if (
        (acts and end - first > 1)
        or any(token.tag in ("IN", "CC", ",", "CD") for token in tokens)
        or view.lower(first) in ("a", "an")
    ):
        return False
    head = view.tokens[head_of(view.tokens, words)]
    if head is not view.tokens[end - 1]:
        return False
    lemma = head.lemma.lower()
    one = head.lower == lemma
    if lemma in _ALONE or head.lower in _ALONE:
        return end - first == 1
    if view.lower(first) == "un" or (
        head.tag == "NNP" and end - first > 1 and view.lower(first) in _NAMED_FIRST
    ):
        return True
    return (
        lemma in _BODIES
        or _singular(head.lower) in _BODIES
        or ((not one or last) and head.lower != _singular(head.lower) and _singular(head.lower) in _MANY)
    )


def _singular(word: str) -> str:
    """A plural without its ending: titles in capitals leave names' lemmas as they are."""
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _quoted(view: View, first: int, end: int) -> bool:
    """Whether a part of a headline is one quotation."""
    return end - first > 3 and view.tokens[first].text in _OPENING and view.tokens[end - 1].text in _CLOSING


def _person(view: View, at: int) -> Range | None:
    """The person behind the colon: "a deckhand from Sinpo" before "remembers"."""
    base = view.chunks.noun_from.get(at)
    if base is None or not is_class(view.tokens, base, "person"):
        return None
    whence = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) in ("from", "of") else None
    end = whence[1] if whence is not None else base[1]
    return base[0], end - (view.lower(end - 1) in _REMEMBERS)
