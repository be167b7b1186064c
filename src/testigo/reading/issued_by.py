"""Under whose name a text is given out: the body that heads a press release, an appeal, a monitor's entry, a wire report.

Rules:
- A body or outlet named in a line over the text speaks in it: "Teal River Forum, press release, 3 May 2021", "Mekong Echo,
  7 March".
- So do a body before the colon of a title ("Orsk Prison Monitor: report for April") and an agency in brackets behind the
  place ("TARNOV, July 3 (Beacon News) —").
- So does whoever condemns or welcomes in the first sentence, and in a release who "said today".
- What stands in the lines over the text counts, not what the text tells of; a place, a date or a kind of text is no name.
- "Findings of the Commission" as a title names whom the text is of, not who gives it out.
- The last word of a body's name stands for it with a capital ("the Centre"), never without ("a removal centre").
"""

from __future__ import annotations

import re

from testigo.reading.lists import wordset
from testigo.reading.phrases import subject
from testigo.reading.tokens import Document
from testigo.reading.view import View
from testigo.value import value

_BODIES = wordset(
    "group centre center observatory monitor watch log commission committee council forum network project initiative register"
    " mission panel database alliance union foundation fund guild desk office league association society coalition institute"
    " collective platform campaign movement organization organisation archive aid programme program expert experts"
    " defenders rapporteur rapporteurs house"
)
_OUTLETS = wordset(
    "radio post echo times daily weekly news press journal dispatch wire review bulletin chronicle courier herald gazette"
    " observer tribune telegraph voice voices online media tv television letter agency"
)
_KINDS = (
    r"statement|(?:press|news) release|urgent (?:action|appeal)|(?:action )?alert|case update|update|briefing(?: note)?|bulletin"
    r"|digest|communication|submission|appeal|notes?|report|findings|survey|summary|entry|opinion|country note|communiqu[eé]"
)
_KIND = re.compile(rf"\b(?:{_KINDS})\b", re.IGNORECASE)
_KIND_OF = re.compile(
    rf"^(?:joint |public |open )?(?:{_KINDS})(?: no\.? ?\d+)? (?:by|of|from) (?:the )?", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[,/|:;]\s+|\s+[/|–—-]\s+|\s*\(|\)\s*")
_RELEASED = re.compile(r"^\((?:[^()]{2,40}, )?[^()]{4,30}\d{4}\)\s*[–—:-]?")
_DATELINE = re.compile(r"^[A-Z][^()\n]{2,40}\(([A-Z][\w’' -]{2,30})\)\s+[–—-]\s")
_LETTERS = re.compile(r"\s*\(([A-Z]{2,8})\)")
_SMALL = wordset("of the for in on at and without to against with de del la los y")
_JUDGING = wordset("condemn deplore welcome denounce urge call express")
_MINDS = wordset("alarmed concerned worried outraged saddened appalled shocked")
_PERIOD = re.compile(r"\b(?:week|month|quarter)\b", re.IGNORECASE)
_SHORT = 5  # words that a body has which is called by common words
_MOST = 16  # words of a line that heads a text


@value
class Issuer:
    """Whoever gives a text out. names: in small letters, without "the"; shorts: what stands for them, as it is written."""

    names: frozenset[str]
    shorts: frozenset[str]

    def speaks(self, words: str) -> bool:
        """Whether the words name it: "The Teal River Forum", "the Forum"."""
        bare = _LETTERS.sub("", words).strip()
        bare = bare.removeprefix("The ").removeprefix("the ")
        return bare.lower() in self.names or (bare in self.shorts)


def issuer(document: Document, seen: tuple[View, ...]) -> Issuer:
    """Who gives the document out, by the lines that head it and by its first sentence."""
    title, lines, first = _head(document)
    found = _of_title(title)
    headed = any(_KIND.search(line) for line in lines) or _RELEASED.match(first) is not None
    for line in lines:
        found += _of_line(line)
    wired = _DATELINE.match(first)
    if wired is not None:
        found.append(wired.group(1))
    found = found or _of_first(document, seen, first, headed=headed or _KIND.search(title) is not None)
    shorts = {short for name in found for short in _shorts(name)}
    names = {_LETTERS.sub("", name).lower().removeprefix("the ").strip() for name in found}
    return Issuer(frozenset(names), frozenset(shorts))


def _head(document: Document) -> tuple[str, list[str], str]:
    """The title, the lines between it and the text, and the first paragraph of the text."""
    title, lines, first = "", [], ""
    for block in document.report.blocks[:6]:
        text = block.span.of(document.text).strip()
        if block.kind == "title":
            title = text
        elif len(text.split()) > _MOST or text.endswith((".", "”", '"')):
            first = text
            break
        else:
            lines.append(text)
    if not title and lines:
        title = lines.pop(0)
    return title, lines, first


def _of_title(title: str) -> list[str]:
    """The body in a title that says what kind of text follows: "Orsk Prison Monitor: report for April"."""
    name, _, rest = (part.strip() for part in title.partition(":"))
    told = _KIND.search(rest) is not None or _PERIOD.search(rest) is not None
    words = name.split(" on ")[0].split()  # "Monitoring mission | on Velmaria: notes for July"
    common = 1 < len(words) < _SHORT and words[-1].lower() in _BODIES
    own = told and _KIND_OF.match(name) is None and (common or _is_body(name))
    return [" ".join(words) if common else name] if own else []


def _of_line(line: str) -> list[str]:
    """The bodies in a line over the text: "Statement by the Teal Forum, 3 May", "Teal Forum, urgent action"."""
    of = _KIND_OF.match(line)
    if of is not None:
        parts = [_cut(part) for part in re.split(r"\s+and (?:the )?", _PARTS.split(line[of.end() :])[0])]
        return [part for part in parts if _is_named(part)]
    parts = [part for part in _PARTS.split(line) if part and not _KIND.search(part)]
    if _KIND.search(line):
        named = [part for part in parts if _is_named(part) and len(part.split()) > 1]
        return [part for part in named if _is_body(part)] or named[:1]
    return [part for part in parts if _is_body(part) or _is_outlet(part)]


def _cut(name: str) -> str:
    """A name up to what it is concerned with: "Special Expert | on women in prison"."""
    words = name.split()
    end = next((n for n, word in enumerate(words) if n and word[:1].islower() and word not in _SMALL), -1)
    while end > 0 and words[end - 1] in _SMALL:
        end -= 1
    return " ".join(words[:end] if end > 0 else words)


def _is_named(name: str) -> bool:
    """Whether words are written as a name: with capitals, without numbers."""
    words = name.split()
    return bool(words) and all(
        word in _SMALL or (word[:1].isupper() and not any(c.isdigit() for c in word)) for word in words
    )


def _is_body(name: str) -> bool:
    words = name.split()
    return (
        len(words) > 1
        and _is_named(name)
        and any(word.lower().rstrip("s") in _BODIES or word.lower() in _BODIES for word in words)
    )


def _is_outlet(name: str) -> bool:
    """Whether words are an outlet's name by their first or last: "Radio Haetbit", "Mekong Echo"."""
    words = [word.lower() for word in name.split()]
    return 1 < len(words) <= _SHORT and _is_named(name) and not _OUTLETS.isdisjoint((words[0], words[-1]))


def _shorts(name: str) -> list[str]:
    """What stands for a body: "Centre", "Forum", its letters."""
    letters = _LETTERS.findall(name)
    words = _LETTERS.sub("", name).split()
    if len(words) < 2:
        return letters
    end = next((n for n, word in enumerate(words) if n and word in _SMALL), len(words))
    return letters + [word for word in words[:end] if word.lower() in _BODIES]


def _of_first(document: Document, seen: tuple[View, ...], first: str, *, headed: bool) -> list[str]:
    """The body whose own voice the first sentence is: "The Teal Forum condemns", in a release "the Teal Forum said today"."""
    at = document.text.find(first) if first else -1
    view = next((v for v in seen if v.sentence.span.start >= at >= 0), None)
    if view is None:
        return []
    for group in view.chunks.verbs:
        lemma = view.tokens[group.main].lemma
        minds = not _MINDS.isdisjoint(view.lowers[group.first : group.last + 3])
        today = lemma == "say" and view.lower(group.last) in ("today", ",", ".")
        present = view.tokens[group.first].tag in ("VBZ", "VBP")
        heard = headed and present and lemma == "receive" and "information" in view.lowers[group.last :][:6]
        if group.passive or not ((present and (lemma in _JUDGING or minds)) or (headed and today) or heard):
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        name = view.span(*who).of(document.text).removeprefix("The ").removeprefix("the ") if who else ""
        if _is_body(_LETTERS.sub("", name)) or (today and len(name.split()) > 1 and _is_named(name)):
            return [name]
    return []
