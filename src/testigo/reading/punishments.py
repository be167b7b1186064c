"""Which punishment, and how long: the form and the duration of the words that name a punishment.

Rules:
- The form is a row of the punishments table, and is given only in a report about North Korea: the rows are its law's.
- The duration is what the words say, in ISO 8601 ("five years in a reeducation camp": P5Y; "14 years and seven months":
  P14Y7M); of a range the lower bound ("three to seven years": P3Y); "up to six years" is P6Y.
- "life", "indefinite" and "long" terms have no duration.
- Where the caller gives no words, punishments are found by themselves: a length of time with a place or kind of
  detention, a fine with its amount, a death sentence.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.claim import Filler, Span
from testigo.data import files
from testigo.made import kept
from testigo.reading.gazetteer import Gazetteer, Index, indexed
from testigo.reading.time_numbers import number
from testigo.reading.tokens import Document, Sentence, Token
from testigo.value import value

_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H"}
_ORDER = {"Y": 0, "M": 1, "W": 2, "D": 3, "H": 4}


@value
class Length:
    """A duration in a phrase: tokens first to last (half open), and its ISO 8601 value."""

    first: int
    last: int
    value: str


@lru_cache(maxsize=1)
def _index() -> Gazetteer:
    return Gazetteer(*_names())


@kept("punishments")
def _names() -> Index:
    text = files("testigo.reading.en").joinpath("punishment_words.txt").read_text("utf-8")
    pairs: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            form, _, words = line.partition("=")
            pairs.append((words, form))
            if "camp" in words or "brigade" in words:
                pairs.append((words + "s", form))
    return indexed(pairs)


def punishment(document: Document, span: Span, *, korean: bool) -> Filler:
    """The punishment that the words at `span` name. korean: whether the report is about North Korea."""
    text = span.of(document.text)
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return Filler(span, text, rule="punishment.words")
    first, last = sentence.tokens_in(span)
    form, rule = _form(sentence, first, last)
    lengths = _lengths(sentence.tokens, first, last)
    duration = _joined(lengths)
    return Filler(span, text, form=form if korean else None, duration=duration, rule=rule)


def _form(sentence: Sentence, first: int, last: int) -> tuple[str | None, str]:
    hits = _index().scan(sentence, first, last)
    words = [token.lower for token in sentence.tokens[first:last]]
    if "life" in words:
        return "reform-life", "punishment.form"
    named = [hit for hit in hits if hit.entries[0] != "-"]
    if named:
        longest = max(named, key=lambda hit: (hit.last - hit.first, -hit.first))
        return longest.entries[0], "punishment.form"
    if last - first <= 2 and words[-1:] == ["death"]:
        return "death", "punishment.form"
    return None, "punishment.words"


def _lengths(tokens: tuple[Token, ...], first: int, last: int) -> list[Length]:
    """The durations among the tokens, in order."""
    found: list[Length] = []
    for at in range(first, last):
        parts = tokens[at].lower.split("-")
        if len(parts) >= 2 and (unit := _UNITS.get(parts[1].rstrip("s"))):  # "a 15-day sentence"
            count = number((parts[0],))
            if count is not None:
                found.append(Length(at, at + 1, f"P{_plain(count)}{unit}"))
            continue
        unit = _UNITS.get(tokens[at].lower.removesuffix("s")) or _UNITS.get(tokens[at].lower)
        if unit is None:
            continue
        start = _number_before(tokens, at, first)
        if start < at:
            count = number(tuple(_words(tokens, start, at)))
            start, end, count = _with_half(tokens, (start, at + 1), count, (first, last))
            if count is not None and count % 1 == 0.5 and unit == "Y":
                found.append(Length(start, end, f"P{_plain(count - 0.5)}Y6M" if count > 1 else "P6M"))
            elif count is not None:
                found.append(Length(start, end, f"P{'T' if unit == 'H' else ''}{_plain(count)}{unit}"))
    return found


def _with_half(
    tokens: tuple[Token, ...], at: tuple[int, int], count: float | None, within: tuple[int, int]
) -> tuple[int, int, float | None]:
    """A length with the half that stands beside it: "a year | and a half", "half | a year"; where it stands, and its count."""
    start, end = at
    if count is None:
        return start, end, count
    if end + 3 <= within[1] and [t.lower for t in tokens[end : end + 3]] == ["and", "a", "half"]:
        return start, end + 3, count + 0.5
    if start > within[0] and tokens[start - 1].lower == "half" and tokens[start].lower in ("a", "an", "of"):
        return start - 1, end, count / 2
    return start, end, count


def _number_before(tokens: tuple[Token, ...], at: int, floor: int) -> int:
    """Where the number before token `at` starts; a range starts at its lower bound."""
    start = at
    if [token.lower for token in tokens[max(floor, at - 3) : at]] == ["and", "a", "half"]:
        start = at - 3
    while start > floor and _is_numeral(tokens[start - 1]):
        start -= 1
    if start < at and not _is_numeral(tokens[start]):
        return at
    if start == at and at > floor and tokens[at - 1].lower in ("a", "an", "one"):
        return at - 1
    if (
        start - 2 >= floor
        and tokens[start - 1].lower in ("to", "or", "-", "–", "and")
        and _is_numeral(tokens[start - 2])
    ):
        start -= 2
    return start


def _is_numeral(token: Token) -> bool:
    lower = token.lower
    return lower[0].isdigit() or (token.tag == "CD" and number((lower.split("-")[0],)) is not None)


def _words(tokens: tuple[Token, ...], start: int, end: int) -> list[str]:
    """The words of the number; only those of the lower bound of a range."""
    words: list[str] = []
    for place, token in enumerate(tokens[start:end], start):
        if token.lower in ("to", "or", "–", "-") or (token.lower == "and" and tokens[place + 1].lower != "a"):
            break
        low = token.lower.split("–")[0]
        parts = low.split("-")
        words.extend(parts[:1] if parts[0][:1].isdigit() else parts)
    return words


def _plain(count: float) -> str:
    return f"{count:g}"


def _joined(lengths: list[Length]) -> str | None:
    """One duration; "14 years" and "seven months" right after it are one."""
    if not lengths:
        return None
    value, end, unit = lengths[0].value, lengths[0].last, lengths[0].value[-1]
    for more in lengths[1:]:
        if more.first - end > 2 or _ORDER[more.value[-1]] <= _ORDER[unit] or "T" in value + more.value:
            break
        value, end, unit = value + more.value[1:], more.last, more.value[-1]
    return value


_LIFTED = frozenset({"up", "to", "at", "least", "more", "than", "about", "nearly", "almost", "a", "an", "minimum", "of",
                     "cumulative", "another", "total", "terms", "term", "sentences", "sentence"})  # fmt: skip


def punishments(document: Document, span: Span, *, korean: bool) -> tuple[Filler, ...]:
    """The punishments named anywhere in a span, in order, where nobody has said which words they are."""
    out: list[Filler] = []
    sentence = document.sentence_at(span.start)
    while sentence is not None and sentence.span.start < span.end:
        for first, last in _ranges(sentence, *sentence.tokens_in(span)):
            out.append(punishment(document, sentence.span_of(first, last), korean=korean))
        after = sentence.index + 1
        sentence = document.sentences[after] if after < len(document.sentences) else None
    return tuple(out)


def _ranges(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """The token ranges of punishments: lengths with what follows them, and forms that stand alone."""
    tokens = sentence.tokens
    hits = _index().scan(sentence, first, last)
    taken: list[tuple[int, int]] = []
    for length in _lengths(tokens, first, last):
        if any(start <= length.first < end for start, end in taken):
            continue
        end = length.last
        behind = [hit for hit in hits if 0 <= hit.first - end <= 4 and _leads(tokens, end, hit.first)]
        ends_in_term = end < last and tokens[end].lower in ("sentence", "term", "prison", "ban")
        if not behind and not ends_in_term:
            continue
        end = behind[0].last if behind else end + 1
        start = length.first
        while start > first and tokens[start - 1].lower in _LIFTED:
            start -= 1
        taken.append((start, end))
    for hit in hits:
        free = not any(start < hit.last and hit.first < end for start, end in taken)
        if free and hit.entries[0] not in ("-", "warning", "dismissal", "demotion", "self-criticism"):
            start = hit.first
            while start > first and tokens[start - 1].tag in ("DT", "JJ"):
                start -= 1
            taken.append((start, _with_length(tokens, hit.last, last)))
    return sorted(taken)


def _with_length(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """The end of a punishment with the length right after it: "a labor training camp for three months"."""
    if at < last and tokens[at].lower == "for":
        found = _lengths(tokens, at + 1, min(last, at + 6))
        if found and all(
            t.tag in ("IN", "JJR", "RBR", "RB", "DT") or t.lower in _LIFTED
            for t in tokens[at : found[0].first]
        ):
            return found[0].last
    return at


def _leads(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether only small words stand between a length and the kind of detention."""
    return all(
        token.tag in ("IN", "DT", "JJ", "NN", "POS", "TO", "VBN", "``", "''") for token in tokens[start:end]
    )
