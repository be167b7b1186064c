"""When: every time expression of a report, as TIMEX3 and EDTF, and the times of a claim.

Rules:
- Expressions are found sentence by sentence (time_rules.py) and resolved in order (time_values.py), so that "three days
  later" counts from the time named before it.
- A time without a year lies in the past, unless the verb before it speaks of what is to come.
- "from A to B", "between A and B", "A-B" are two expressions and one time of a claim.
- "since A" is `A/..`, "by", "until" and "before A" are `../A`, "after A" is `A/..`.
- A part of a day beside a date is one expression with it ("10 a.m. on Friday", "at dawn on the 15th").
- What cannot be dated keeps its words, has no value, and says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from testigo import dates
from testigo.claim import Filler, Span, TimeMention
from testigo.dates import Date, Direction, Edtf, End, Interval
from testigo.errors import BadInput
from testigo.reading.spans import lying_in, starts_of
from testigo.reading.time_counted import counted_from, phrase_end, without_what_they_count_from
from testigo.reading.time_counting import ahead
from testigo.reading.time_finding import Found, find, joined, span_of
from testigo.reading.time_parts import (
    before_happening,
    is_at_happening,
    is_background,
    months_of_year,
    names_a_paper,
    tells_then,
    times_in_each,
)
from testigo.reading.time_resolving import resolve
from testigo.reading.time_rules import SHAPES
from testigo.reading.time_vague import vague
from testigo.reading.time_values import Anchors, Value, When
from testigo.reading.time_words import Line, line_of
from testigo.reading.tokens import Document, Sentence
from testigo.value import replace, value

_FAR = 6  # sentences after which "the next day" no longer counts from a time named before


@value
class Timed:
    """One time of a claim: one expression or two ends, and the word that bounds it.

    span: with that word; bound: since, until, or empty; before: the time that was last named when it was told.
    """

    span: Span
    when: When
    to: When | None
    bound: str
    before: Edtf | None
    direction: Direction
    rule: str
    ends: bool = False


@value
class Times:
    """The times of a report. mentions: as TIMEX3, in order; timed: as claims carry them, in order; starts, timed_starts:
    where each of them starts.
    """

    published: Date | None
    text: str = field(repr=False)
    mentions: tuple[TimeMention, ...] = ()
    timed: tuple[Timed, ...] = field(default=(), repr=False)
    starts: tuple[int, ...] = field(default=(), repr=False)
    timed_starts: tuple[int, ...] = field(default=(), repr=False)

    def within(
        self, span: Span, direction: Direction | None = None, told: Date | None = None
    ) -> tuple[Filler, ...]:
        """The times that lie in a span, as fillers. direction: past for events, future for deadlines, None: by the
        verb before each; told: the day on which it was told, where that is what "yesterday" counts from.
        """
        found = without_what_they_count_from(lying_in(self.timed, self.timed_starts, span))
        return tuple([self.filler(item, direction, told) for item in found])

    def filler(self, item: Timed, direction: Direction | None = None, told: Date | None = None) -> Filler:
        """One time as the filler of a claim."""
        way = direction or item.direction
        anchors = Anchors(
            told or self.published, None if ahead(item.before, self.published, way) else item.before
        )
        value = _timed_value(item, anchors, way)
        edtf = None if value.edtf is None else str(value.edtf)
        return Filler(item.span, item.span.of(self.text), value=edtf, unknown=value.unknown, rule=item.rule)


def read_times(document: Document) -> Times:
    """Every time expression of the document."""
    published = _published(document.report.published)
    mentions: list[TimeMention] = []
    timed: list[Timed] = []
    before: Edtf | None = None
    before_at = -_FAR
    for sentence in document.sentences:
        line = line_of(sentence)
        if line is None:
            timed.extend(_undated(sentence, ()))
            continue
        if line.sentence - before_at > _FAR:
            before = None
        found = joined(line, find(line))
        befores: list[Edtf | None] = []
        for item in found:
            day = item.when.kind == "same" and item.when.unit in ("", "D")
            far = day and line.sentence - before_at > 2
            befores.append(None if far else before)  # "the same morning" is not that of long before
            direction = _direction(line, item)
            value = resolve(item.when, Anchors(published, befores[-1]), direction)
            mentions.append(_mention(line, item, value))
            named = is_background(line, item, value.edtf, before) or tells_then(line, item)
            if _can_anchor(item.when, value) and not named:
                before, before_at = value.edtf, line.sentence
        here = _timed(line, found, befores)
        here += _undated(sentence, tuple(item.span for item in here))
        timed.extend(sorted(here, key=lambda item: item.span.start))
    return Times(
        published, document.text, tuple(mentions), tuple(timed), starts_of(mentions), starts_of(timed)
    )


def _published(text: str | None) -> Date | None:
    if not text:
        return None
    try:
        value = dates.parse(text)
    except BadInput:
        return None
    return value if isinstance(value, Date) else None


def _mention(line: Line, item: Found, value: Value) -> TimeMention:
    edtf = None if value.edtf is None else str(value.edtf)
    return TimeMention(
        span_of(line, item.first, item.last), value.type, value.value, edtf, value.unknown, item.shape.id
    )


def _can_anchor(when: When, value: Value) -> bool:
    return value.edtf is not None and value.type in ("DATE", "TIME") and when.kind not in ("decade", "span")


_AHEAD = frozenset({"will", "must", "shall", "'ll", "’ll", "wo", "plans", "plan", "planned", "expected", "expects", "scheduled", "due",
                    "intends", "tomorrow", "upcoming"})  # fmt: skip


_TELLING = frozenset(
    {"said", "told", "reported", "added", "announced", "explained", "according", "confirmed", "stated"}
)


def _direction(line: Line, item: Found) -> Direction:
    """Future where the nearest verb before the words, or after them, speaks of what is to come."""
    for at in range(item.first - 1, max(-1, item.first - 20), -1):
        word, tag = line.words[at], line.tags[at]
        if word in _AHEAD:
            return Direction.FUTURE
        if tag == "VBD" and (word not in _TELLING or "that" not in line.words[at : item.first]):
            return Direction.PAST
    for at in range(item.last, min(len(line.words), item.last + 12)):
        if line.words[at] in ("will", "shall", "must"):
            return Direction.FUTURE
        if line.tags[at] == "VBD":
            return Direction.PAST
    return (
        Direction.PAST
        if line.words[item.first - 1 : item.first] not in (("until",), ("till",), ("by",))
        else _ahead(line, item)
    )


def _ahead(line: Line, item: Found) -> Direction:
    """After "until" and "by" with no finite past verb before them: ahead."""
    told = any(tag == "VBD" for tag in line.tags[: item.first])
    return Direction.PAST if told else Direction.FUTURE


_BOUNDS = {
    "since": "since", "from": "since", "starting": "since", "after": "since", "beginning": "since", "effective": "since",
    "until": "until", "till": "until", "by": "until", "before": "until", "through": "until",
}  # fmt: skip


_LASTING = frozenset({"for", "over", "during", "throughout", "within", "after"})
_LINKS = frozenset({"to", "through", "until", "till", "-", "–", "—", "‑"})


def _timed(line: Line, found: list[Found], befores: list[Edtf | None]) -> list[Timed]:
    """The times as a claim carries them."""
    out: list[Timed] = []
    at = 0
    while at < len(found):
        item = found[at]
        first, last, to = item.first, item.last, None
        opener = line.words[first - 1] if first else ""
        if (date := counted_from(line, found, at)) is not None:
            out.append(_offset(line, item, date, befores[at]))
            at += 2 if date.first == last + 1 else 1
            continue
        if at + 1 < len(found) and _range(line, item, found[at + 1], opener):
            to, last = found[at + 1].when, found[at + 1].last
        when = item.when
        months = months_of_year(line, item, found[at + 1] if at + 1 < len(found) else None)
        if months is not None:
            whole = span_of(line, first, months[2])
            direction = _direction(line, item)
            out.append(Timed(whole, months[0], months[1], "", befores[at], direction, item.shape.id))
            at += 1
            while at < len(found) and found[at].first < months[2]:
                at += 1
            continue
        counted = last < len(line.words) and line.words[last] in ("after", "before") and opener != "for"
        if when.kind == "duration" and counted:
            when, last = When("after_event", unit=when.unit), phrase_end(line, last + 1)
        first, bound = (
            (first, "")
            if to
            else (before_happening(line, first), _bound(line, before_happening(line, first), when))
        )
        if when.kind == "duration" and opener == "in":
            bound = opener
        if not bound and not to and (_names_a_thing(line, item, opener) or names_a_paper(line, item)):
            at += 1
            continue
        step = 2 if to else 1
        counts = _which_happening(line, item, last)
        if counts:
            when, first, last, bound, to = When("after_event"), *counts, "", None
        if when.kind in ("duration", "span") and opener in _LASTING:
            first -= 1
            bound = ""
        if when.kind == "set":
            first = times_in_each(line, first)
        if when.kind in ("set", "reference", "fixed", "span", "after_event"):
            bound = ""
        if (bound and when.kind != "duration") or (to and opener in ("from", "between")):
            first -= 2 if opener == "than" else 1
        ends = bound == "until" and item.when.part == "end"
        start_when, direction = _same_year(when, to), _direction(line, item)
        out.append(
            Timed(
                span_of(line, first, last), start_when, to, bound, befores[at], direction, item.shape.id, ends
            )
        )
        at += step
    return out


def _bound(line: Line, first: int, when: When) -> str:
    """What bounds a time: "since", "by", "no later than" before it, "and after" behind it is left."""
    opener = line.words[first - 1] if first else ""
    if when.clock and opener in ("after", "before"):
        return ""  # "shortly after midnight on Friday" is on that day
    if opener == "than" and first > 1:
        before = line.words[first - 3] if first > 2 else ""
        return {"later": "until" if before in ("no", "not") else "since", "earlier": "until"}.get(
            line.words[first - 2], ""
        )
    if opener == "from" and first > 1 and line.words[first - 2] in ("date", "dates", "dated", "dating"):
        return ""  # "a post dating from 2020"
    if opener in ("until", "till") and _is_late(line, first - 1):
        return ""
    return _BOUNDS.get(opener, "")


def _is_late(line: Line, until: int) -> bool:
    """Whether something was done at last: "was not released | until March 2021"."""
    start = max(0, until - 9)
    not_yet = (n for n in range(until - 1, start, -1) if line.words[n] in ("not", "n't", "n’t", "never"))
    at = next(not_yet, 0)
    aux = [n for n in range(max(0, at - 2), at) if line.tags[n] == "VBD"]
    return bool(at and aux) and set(line.words[at:until]).isdisjoint((",", ";", "and", "but", "or"))


def _names_a_thing(line: Line, item: Found, opener: str) -> bool:
    """Whether a day only names something: "the September 29 orders", "July 11 protesters"."""
    after = line.tags[item.last] if item.last < len(line.tags) else ""
    dated = item.when.kind in ("month_day", "absolute") and item.when.day
    if is_at_happening(line, item):
        return False
    return bool(dated) and after in ("NN", "NNS") and opener not in ("on", "in", "at", "since", "from", "of")


def _which_happening(line: Line, item: Found, last: int) -> tuple[int, int] | None:
    """The words where a year or day only tells which happening it was after or before: "after the 2020 election"."""
    dated = item.when.kind in ("month_day", "absolute") or item.shape.id.startswith("time.year")
    if (
        not dated
        or item.first < 2
        or last >= len(line.words)
        or line.tags[last] not in ("NN", "NNS", "JJ", "NNP")
    ):
        return None
    the = item.first - 1
    if line.words[the] not in _DETERMINERS or last - item.first > 4:
        return None
    before = line.words[the - 1]
    if before == "to" and the > 1 and line.words[the - 2] == "prior":
        return the - 2, phrase_end(line, last)
    return (the - 1, phrase_end(line, last)) if before in _COUNTED_FROM else None


_DETERMINERS = frozenset({"the", "its", "their", "his", "her"})
_COUNTED_FROM = frozenset({"after", "before", "following", "until"})


def _offset(line: Line, length: Found, date: Found, before: Edtf | None) -> Timed:
    """As in "two weeks before Christmas"."""
    step = -1 if line.words[length.last] == "before" else 1
    when = replace(length.when, kind="offset", step=step)
    span = span_of(line, length.first, date.last)
    return Timed(span, when, date.when, "offset", before, _direction(line, date), length.shape.id)


def _range(line: Line, one: Found, other: Found, opener: str) -> bool:
    between = line.words[one.last : other.first]
    if len(between) != 1 or {one.when.kind, other.when.kind} & {"duration", "set", "reference", "fixed"}:
        return False
    next_day = one.when.day and other.when.day == one.when.day + 1 and one.when.month == other.when.month
    months = one.when.kind == other.when.kind == "month_day" and not one.when.day and not other.when.day
    next_month = months and other.when.month == one.when.month + 1
    return between[0] in _LINKS or (
        between[0] == "and" and (opener == "between" or bool(next_day) or next_month)
    )


def _undated(sentence: Sentence, taken: tuple[Span, ...]) -> list[Timed]:
    """The times of a sentence that name no date."""
    when = When("after_event")
    spans = vague(sentence, taken)
    return [Timed(span, when, None, "", None, Direction.PAST, "time.event") for span in spans]


def _same_year(one: When, other: When | None) -> When:
    """The first of "March to May 2023" has the year of the second."""
    if other is None or one.kind != "month_day" or other.kind != "absolute" or not other.year:
        return one
    year = int(other.year) - ((one.month, one.day) > (other.month, other.day or 31))
    return replace(one, kind="absolute", year=f"{year:04d}")


def _timed_value(item: Timed, anchors: Anchors, direction: Direction) -> Value:
    if item.bound == "offset" and item.to is not None:
        start = resolve(item.to, anchors, direction)
        return resolve(item.when, replace(anchors, before=start.edtf), direction)
    if item.bound == "in" and direction is Direction.FUTURE:
        return resolve(replace(item.when, kind="relative", step=1), anchors, direction)
    value = resolve(item.when, anchors, direction)
    if item.when.kind == "clock":
        return replace(value, edtf=None, unknown="a time of day, not a date")
    if item.to is not None:
        return _between(value, item.to, anchors, direction)
    if value.edtf is None or not item.bound:
        return value
    if item.bound == "since":
        return replace(value, edtf=dates.since(value.edtf))
    last = dates.last_day(value.edtf) if item.ends and "X" not in str(value.edtf) else None
    return replace(value, edtf=dates.until(dates.of_day(last) if last else value.edtf))


def _between(value: Value, to: When, anchors: Anchors, direction: Direction) -> Value:
    """The interval of two ends; the second is the nearest one after the first."""
    start = value.edtf
    end = resolve(to, replace(anchors, before=start), direction)
    if start is None or end.edtf is None:
        return Value("DATE", f"{value.value}/{end.value}", None, value.unknown or end.unknown)
    first = start.start if isinstance(start, Interval) else start
    last = end.edtf.end if isinstance(end.edtf, Interval) else end.edtf
    if isinstance(first, End) or isinstance(last, End):
        return value
    if dates.before(last, first) and to.kind == "month_day" and not to.year and "X" not in str(last):
        last = replace(last, year=f"{int(last.year) + 1:04d}")
    if first == last:
        return replace(value, edtf=first)
    if dates.before(last, first) and "X" not in str(first) + str(last):
        return replace(value, edtf=first)
    return Value("DATE", f"{value.value}/{end.value}", Interval(first, last), value.unknown or end.unknown)


def rules() -> Iterable[tuple[str, str, str]]:
    """Id, name and example of every rule for times."""
    yield from ((shape.id, shape.name, shape.example) for shape in SHAPES)
    yield "time.event", "counted from something without a date", "since the river froze"
