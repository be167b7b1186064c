"""Which words stand between quotation marks, and which of those are somebody's speech.

Rules:
- Typographic, straight, angle and corner marks pair; so do single ones, unless the mark is an apostrophe.
- A mark that is missing does no harm beyond its paragraph: an open quotation ends with the paragraph.
- A paragraph that opens a quotation while the one before is still open goes on with the same speech.
- Speech holds a clause and is set off by its sentence; a few words inside a clause ("unclean" elements) are no speech.
"""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.lists import wordset
from testigo.reading.tokens import Document, Sentence, Token
from testigo.value import value

_PAIRS = {"“": "”", "„": "”", "«": "»", "「": "」", "『": "』", "‟": "”"}
_CLOSERS = frozenset(_PAIRS.values())
_FINITE = wordset("VBD VBP VBZ MD VB VBN")
_STOPS = wordset(". , ? ! … ... ?! - – —")

RULES = (
    ("quote.pair", "words between quotation marks", "“They took both,” he said."),
    (
        "quote.open",
        "a quotation whose closing mark is missing ends with its paragraph",
        "“They took both, he said.",
    ),
    (
        "quote.goes-on",
        "a quotation that goes on in the next paragraph",
        "“They took both. ¶ “Then they left.”",
    ),
    ("quote.words", "single words between marks are no speech", "so-called “unclean elements”"),
)


@value
class Quote:
    """One quotation inside one paragraph. span: with its marks; inner: without; speech: somebody speaks here.

    follows: it goes on with the quotation before it.
    """

    span: Span
    inner: Span
    paragraph: int
    speech: bool
    follows: bool
    rule: str


def quotes(document: Document) -> tuple[Quote, ...]:
    """The quotations of a document, in order; those inside another are left out."""
    found: list[Quote] = []
    open_before = False
    for paragraph in _paragraphs(document):
        tokens = [t for sentence in paragraph for t in sentence.tokens]
        marks, open_after = _paired(document.text, tokens)
        for number, (first, last, closed) in enumerate(marks):
            follows = open_before and number == 0 and first == 0
            found.append(_quote(tokens, first, last, closed, follows, paragraph[0].paragraph))
        open_before = open_after
    return tuple(found)


def _paragraphs(document: Document) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in document.sentences:
        if found and found[-1][0].paragraph == sentence.paragraph:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _paired(text: str, tokens: list[Token]) -> tuple[list[tuple[int, int, bool]], bool]:
    """The quotations of one paragraph as (first, last token, closed), and whether the last one stays open."""
    found: list[tuple[int, int, bool]] = []
    start, closer, alone = -1, "", False
    for at, token in enumerate(tokens):
        word = token.text
        if word not in _PAIRS and word not in _CLOSERS and word not in "\"'‘’":
            continue
        opens, closes = _role(text, tokens, at)
        if start < 0:
            if opens:
                start, alone = at, word in "'‘"
                closer = _PAIRS.get(word, "”" if word == '"' else "’")
        elif closes and (
            word == closer or (word == '"' and closer == "”") or (word == "'" and closer == "’")
        ):
            found.append((start, at, True))
            start = -1
        elif opens and not alone and word in _PAIRS and tokens[at - 1].text in (".", "?", "!"):
            found.append((start, at - 1, False))  # the closing mark was forgotten
            start, closer = at, _PAIRS[word]
    if start >= 0 and alone:
        return found, False  # a single mark that nothing closes is an apostrophe
    if start >= 0:
        found.append((start, len(tokens) - 1, False))
    return found, start >= 0


def _role(text: str, tokens: list[Token], at: int) -> tuple[bool, bool]:
    """Whether the mark may open and may close."""
    word, start, end = tokens[at].text, tokens[at].start, tokens[at].end
    if word in _PAIRS:
        return True, False
    if word in _CLOSERS:
        return False, True
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    spaced_before = before.isspace() or before in "([{—–-“"
    spaced_after = after.isspace() or not after.isalnum()
    if word == '"':
        return spaced_before or not spaced_after, not spaced_before or spaced_after
    if word == "‘":
        return not after.isspace(), False
    if word == "'":
        return spaced_before and after.isalnum(), not spaced_before and spaced_after
    return False, spaced_after


def _quote(tokens: list[Token], first: int, last: int, closed: bool, follows: bool, paragraph: int) -> Quote:
    stop = last if closed else last + 1
    inside = tokens[first + 1 : stop]
    span = Span(tokens[first].start, tokens[last].end)
    inner = Span(inside[0].start, inside[-1].end) if inside else Span(span.start + 1, span.start + 1)
    speech = follows or _is_speech(tokens, first, last, inside)
    rule = (
        "quote.goes-on"
        if follows
        else "quote.words"
        if not speech
        else "quote.pair"
        if closed
        else "quote.open"
    )
    return Quote(span, inner, paragraph, speech, follows, rule)


def _is_speech(tokens: list[Token], first: int, last: int, inside: list[Token]) -> bool:
    """Whether the words between the marks are an utterance of their own."""
    if len(inside) < 2 or all(t.tag in ("NNP", "NNPS", ",", ".") for t in inside):
        return False
    before = tokens[first - 1] if first else None
    set_off = before is None or before.text in (".", ",", ":", "?", "!", "—", "–", "-", "”", '"', ")", "…")
    set_off = set_off or before.lower in ("said", "says") if before else True
    ends = (
        inside[-1].text in _STOPS or last + 1 >= len(tokens) or tokens[last + 1].text in (",", ".", "—", "–")
    )
    ends = ends or any(t.text in _WHOLE for t in inside[:-1]) or _is_told_behind(tokens, last + 1)
    clause = any(t.tag in _FINITE for t in inside)
    starts = before is None or before.text in (".", "?", "!", "”", '"')
    return bool(
        set_off
        and ends
        and (clause or (starts and inside[-1].text in _STOPS))
        and (len(inside) > 3 or starts)
    )


def _is_told_behind(tokens: list[Token], at: int) -> bool:
    """Whether somebody is said to say it right behind the marks, without a comma: "“They took both” he said"."""
    return tokens[at].tag == "PRP" and at + 1 < len(tokens) and tokens[at + 1].lower in _SAID


_WHOLE = wordset(". ? !")
_SAID = wordset("said says added explained")
