"""Passages that speak to a machine instead of a reader: orders to ignore instructions, roles, forms of output.

Rules:
- They are looked for in folded text: compatibility forms, case, look-alike letters, invisible characters and white space
  make no difference, and an order that runs over two paragraphs is found in both.
- Text in tag characters, and a long run of invisible characters, is hidden text and counts as such a passage.
- A passage like this is neither shown to a model nor read from its answer. The rules still read it: it is evidence too.
- What is found is by wording. Other wordings get through to the model, and there meet the grounding.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from testigo.reading.tokens import Document

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\b(?:ignore|disregard|forget|override|bypass|do not follow|don'?t follow|stop following)\b[^.!?]{0,40}"
            r"\b(?:instructions?|prompts?|system message|everything above|the above|(?:all|any|everything|anything) "
            r"(?:previous|prior|earlier|before|written above|you were told))\b"
        ),
        r"\b(?:new|updated|real|actual|hidden|secret) (?:prompts?|(?:system|model|ai|assistant) instructions?)\b",
        r"\bsystem (?:prompt|message|instructions?)\b|\bdeveloper (?:mode|message|prompt)\b|\bjailbreak",
        (
            r"\byou are (?:now )?(?:an? |the )?(?:\w+ ){0,3}(?:ai|a\.i\.|llm|gpt|chatgpt|claude|assistant|chatbot|chat bot|bot|"
            r"language model|artificial intelligence|machine reader|extraction (?:system|model|tool))\b"
        ),
        (
            r"\b(?:as|dear|attention|note to|message to|hey|hello|instructions? (?:to|for))[ ,:]+(?:an |the |any |all )?"
            r"(?:ai|a\.i\.|llms?|gpt|chatgpt|claude|(?:ai |large )?language models?|ai (?:assistants?|models?|systems?|readers?|agents?)|"
            r"chatbots?)\b"
        ),
        r"\b(?:if you are|to) (?:an?|any|all|the) (?:ai|llms?|(?:large )?language models?)\b",
        r"\b(?:output|return|print|respond|reply|answer|emit|produce|write|generate|add)\b[^.!?]{0,40}\bjson\b",
        r"\bjson\b[^.!?]{0,30}\b(?:output|object|array|answer|response)\b|[{,] ?[\"“']?claims[\"”']? ?:",
        r"\b(?:act|behave|respond|pretend)(?: as if you were| as| to be| like) (?:an? |the )?(?:\w+ )?(?:ai|assistant|model|bot)\b",
        (
            r"<\|[a-z_ ]{2,30}\|>|\[/?inst\]|<</?sys>>|</?(?:system|assistant|user|instructions?|report[^>]{0,40})>|"
            r"#{2,} ?(?:system|instruction|assistant)"
        ),
        r"\b(?:assistant|system|user) ?: ?(?:ignore|you|output|respond|from now|sure|always|never)\b",
        r"\b(?:do not|don'?t|never) (?:extract|output|report|include) (?:any |the |these |this )?(?:\w+ )?claims?\b",
        r"\b(?:extract|include|insert|record|add|output|report) (?:only )?the following (?:claims?|json|values?)\b",
    )
)
# Letters of other scripts that look like Latin ones; enough to see through a disguise, no table of all of them.
_ALIKE = str.maketrans("аеорсухіјѕԁһӏԛԝαερονικτυ’‘`", "aeopcyxijsdhlqwaepovikty'''")
_TAGS = range(0xE0020, 0xE007F)
_HIDDEN_RUN = 8


def held_back(document: Document) -> frozenset[int]:
    """The numbers of the paragraphs that speak to machines or hide text."""
    folded, at, hidden = _fold(document)
    places = sorted(
        {
            place
            for pattern in _PATTERNS
            for m in pattern.finditer(folded)
            for place in at[m.start() : m.end()]
        }
        | hidden
    )
    starts = [sentence.span.start for sentence in document.sentences]
    found = (bisect_right(starts, place) - 1 for place in places)
    return frozenset(document.sentences[max(0, number)].paragraph for number in found if starts)


def _fold(document: Document) -> tuple[str, list[int], set[int]]:
    """The readable text folded, the place of each of its letters, and where invisible characters hide something."""
    letters: list[str] = []
    at: list[int] = []
    hidden: set[int] = set()
    text = document.text
    for block in document.report.readable():
        run = 0
        for place in range(block.span.start, block.span.end):
            letter = text[place]
            tag = ord(letter) in _TAGS
            invisible = (
                tag or unicodedata.category(letter) in ("Cf", "Co", "Cn") or "\ufe00" <= letter <= "\ufe0f"
            )
            run = run + 1 if invisible else 0
            if tag or run >= _HIDDEN_RUN:
                hidden.add(place)
            if invisible and not tag:
                continue
            _put(chr(ord(letter) - 0xE0000) if tag else letter, place, letters, at)
        _put(" ", block.span.end, letters, at)
    return "".join(letters).translate(_ALIKE), at, hidden


def _put(letter: str, place: int, letters: list[str], at: list[int]) -> None:
    for plain in unicodedata.normalize("NFKC", letter).casefold():
        # One letter in, one letter out: `_ALIKE` must not shift what `at` says.
        if plain.isspace():
            if letters and letters[-1] == " ":
                continue
            plain = " "  # noqa: PLW2901
        letters.append(plain)
        at.append(place)
