"""Time expressions beside dateparser, on two public sets: relaxed, strict and value F1, and the speed.

    python bench/reading_times.py SHARED_FOLDER [--show] [--only meantime|recognizers]

MEANTIME (Wikinews, TIMEX3 in the text, the date of the document given): a found span counts where it overlaps (relaxed)
or equals (strict) a gold span, one to one; value: relaxed and the same TIMEX3 value.
Recognizers-Text (English date, date range and duration cases, each with its reference date): right where the
expression is found and its value is one of the past or future values of the case. "close" lets conventions differ:
the last unit of a range in or out, "two weeks ago" as a day or a week, early and late by other days: the two share four
fifths of their days, or ours holds theirs in one week, month or year.
dateparser gives dates only; its value is the day found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from testigo import dates
from testigo.claim import Span
from testigo.dates import Direction
from testigo.reading.times import Times, read_times
from testigo.reading.tokens import document
from testigo.report import Block, Report

Mention = tuple[int, int, str, str]  # start, end, type, value


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: its text, the date it counts from, and the gold mentions."""

    name: str
    text: str
    published: str
    gold: tuple[Mention, ...]


def times_of(text: str, published: str | None) -> Times:
    report = Report(text, (Block("body", Span(0, len(text))),), published=published)
    return read_times(document(report))


def meantime(root: Path) -> Iterator[Sample]:
    """The documents of MEANTIME; the title and date line are text, the mention that is the creation time is not scored."""
    base = root / "data/meantime-english/data/meantime_newsreader_english_oct15/intra-doc_annotation"
    for path in sorted(base.glob("*/*.xml")):
        tree = ET.parse(path).getroot()
        text, at = "", {}
        line = -1
        for token in tree.iter("token"):
            word, sentence = token.text or "", int(token.get("sentence", "0"))
            if sentence != line:
                text, line = text + ("\n\n" if text else ""), sentence
            elif not re.fullmatch(r"[.,;:!?%)\]’”]|'s|’s|n't", word) and not text.endswith(
                ("$", "(", "[", "“")
            ):
                text += " "
            at[token.get("t_id")] = (len(text), len(text) + len(word))
            text += word
        published, gold = "", []
        last = max(
            (at[a.get("t_id")][1] for m in tree.find("Markables") or [] for a in m.iter("token_anchor")),
            default=0,
        )
        text = text[: max(last, text.find("\n\n", last))]
        for timex in tree.iter("TIMEX3"):
            anchors = [at[a.get("t_id")] for a in timex.iter("token_anchor")]
            if timex.get("functionInDocument") == "CREATION_TIME":
                published = timex.get("value", "")
            if anchors:
                gold.append((anchors[0][0], anchors[-1][1], timex.get("type", ""), timex.get("value", "")))
        dated = [value for _, _, _, value in sorted(gold) if re.fullmatch(r"\d{4}-\d\d-\d\d", value)]
        yield Sample(path.stem, text, published or next(iter(dated), ""), tuple(gold))


def ours(sample: Sample) -> list[Mention]:
    found = times_of(sample.text, sample.published)
    return [(m.span.start, m.span.end, m.type, m.value) for m in found.mentions]


def dateparsers(sample: Sample) -> list[Mention]:
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    base = dt.datetime.fromisoformat(sample.published)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    out: list[Mention] = []
    at = 0
    for paragraph in sample.text.split("\n\n"):
        for words, value in search_dates(paragraph, languages=["en"], settings=settings) or []:
            start = sample.text.find(words, at)
            if start >= 0:
                out.append((start, start + len(words), "DATE", value.date().isoformat()))
        at += len(paragraph) + 2
    return out


def score(samples: list[Sample], find: Callable[[Sample], list[Mention]], *, show: bool) -> dict[str, float]:
    """Relaxed, strict and value F1 over all documents."""
    tally: Counter[str] = Counter()
    for sample in samples:
        found = find(sample)
        tally["gold"] += len(sample.gold)
        tally["found"] += len(found)
        free = set(range(len(found)))
        for gold in sample.gold:
            hits = [n for n in free if found[n][0] < gold[1] and gold[0] < found[n][1]]
            if not hits:
                if show:
                    print(f"  missed  {sample.text[gold[0] : gold[1]]!r} {gold[2:]} {sample.name[:20]}")
                continue
            best = max(hits, key=lambda n: min(found[n][1], gold[1]) - max(found[n][0], gold[0]))
            free.discard(best)
            one = found[best]
            tally["relaxed"] += 1
            tally["strict"] += one[:2] == gold[:2]
            tally["value"] += one[3] == gold[3]
            if show and (one[3] != gold[3] or one[:2] != gold[:2]):
                print(
                    f"  differs {sample.text[gold[0] : gold[1]]!r} {gold[2:]} / {sample.text[one[0] : one[1]]!r} {one[2:]}"
                )
        if show:
            for n in sorted(free):
                one = found[n]
                print(
                    f"  extra   {sample.text[max(0, one[0] - 30) : one[0]]!r} [{sample.text[one[0] : one[1]]}] {one[2:]}"
                )
    pairs = tally["gold"] + tally["found"]
    return {name: 2 * tally[name] / pairs for name in ("relaxed", "strict", "value")}


# --- Recognizers-Text -------------------------------------------------------------------------------------------------

FILES = ("DateParser", "DatePeriodParser", "DurationParser", "MergedParser", "DateTimeModelSplitDateAndTime",
         "DateTimeModelComplexCalendar", "DateTimeModelExperimentalMode", "DateTimeModelCalendarMode")  # fmt: skip
KINDS = {"date", "daterange", "duration"}


@dataclass(frozen=True, slots=True)
class Case:
    """One expression of a case: the sentence, where it stands, its kind, and the values that are right."""

    text: str
    reference: str
    start: int
    end: int
    kind: str
    right: frozenset[str]
    future: frozenset[str]


def cases(root: Path, name: str) -> Iterator[Case]:
    path = root / f"data/recognizers-text-specs/Specs/DateTime/English/{name}.json"
    for item in json.loads(path.read_text("utf-8-sig")):
        reference = item.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:10]
        for result in item["Results"]:
            kind = (result.get("Type") or result.get("TypeName") or "").removeprefix("datetimeV2.")
            if kind not in KINDS:
                continue
            start = result["Start"]
            yield Case(
                item["Input"], reference, start, start + len(result["Text"]), kind, *_right(kind, result)
            )


def _right(kind: str, result: dict[str, object]) -> tuple[frozenset[str], frozenset[str]]:
    value = result.get("Value") or result.get("Resolution") or {}
    assert isinstance(value, dict)
    if "values" in value:
        values = [_value(kind, v.get("timex", ""), v) for v in value["values"]]
        return frozenset(values[:1]), frozenset(values)
    timex = str(value.get("Timex", ""))
    past = _value(kind, timex, value.get("PastResolution") or {})
    future = _value(kind, timex, value.get("FutureResolution") or {})
    return frozenset({past}), frozenset({past, future})


def _value(kind: str, timex: str, resolution: dict[str, str]) -> str:
    if kind == "duration":
        return timex
    if kind == "date":
        return resolution.get("date") or resolution.get("value") or timex
    start = resolution.get("startDate") or resolution.get("start") or ""
    end = resolution.get("endDate") or resolution.get("end") or ""
    return f"{start}/{end}" if start or end else timex


def _ours_as(kind: str, times: Times, direction: Direction, start: int, end: int) -> set[str]:
    out: set[str] = set()
    for mention in times.mentions:
        here = mention.span.start < end and start < mention.span.end
        if here and (kind == "daterange" or (kind == "duration" and mention.type == "DURATION")):
            out.add(mention.value)  # a season has no days there, only its name
    for item in times.timed:
        if not (item.span.start < end and start < item.span.end):
            continue
        edtf = times.filler(item, direction).value
        if edtf is None:
            continue
        value = dates.parse(edtf)
        first, last = dates.first_day(value), dates.last_day(value)
        if isinstance(value, dates.Interval):
            first = None if isinstance(value.start, dates.End) else first
            last = None if isinstance(value.end, dates.End) else last
        if kind == "date" and first is not None:
            out.add(first.isoformat() if first == last else edtf)
        elif kind == "daterange":
            left = first.isoformat() if first else ""
            after = (last + dt.timedelta(1)).isoformat() if last else ""
            out |= {f"{left}/{after}", f"{left}/{last.isoformat() if last else ''}"}
            if not last:
                out.add(f"{left}/")
    return out


def _days(value: str, *, end_in: bool) -> tuple[dt.date, dt.date] | None:
    start, _, end = value.partition("/")
    try:
        first = dt.date.fromisoformat(start) if start else dt.date.min
        last = dt.date.fromisoformat(end) if end else dt.date.max
    except ValueError:
        return None
    return first, last - dt.timedelta(not end_in and last < dt.date.max)


def _close(kind: str, ours: str, theirs: str) -> bool:
    if kind == "duration":
        return False
    if kind == "date":
        if "/" not in ours and len(ours) < 10:
            value = dates.parse(ours)
            ours = f"{dates.first_day(value)}/{dates.last_day(value)}"
        if "/" not in ours:
            return False
        one, other = _days(ours, end_in=True), _days(f"{theirs}/{theirs}", end_in=True)
        return (
            one is not None
            and other is not None
            and one[0] <= other[0] <= one[1]
            and (one[1] - one[0]).days < 366
        )
    if "/" not in ours or "/" not in theirs:
        return False
    one, other = _days(ours, end_in=False), _days(theirs, end_in=False)
    if one is None or other is None:
        return False
    open_ends = (one[0] == dt.date.min) == (other[0] == dt.date.min) and (one[1] == dt.date.max) == (
        other[1] == dt.date.max
    )
    if dt.date.min in one or dt.date.max in one:
        return open_ends and abs((one[0] - other[0]).days) <= 366 and abs((one[1] - other[1]).days) <= 366
    shared = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    union = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return shared > 0 and shared / union >= 0.8


def recognizers(root: Path, *, show: bool) -> None:
    for name in FILES:
        tally: Counter[str] = Counter()
        right: Counter[str] = Counter()
        found: Counter[str] = Counter()
        near: Counter[str] = Counter()
        for case in cases(root, name):
            tally[case.kind] += 1
            times = times_of(case.text, case.reference)
            overlapping = any(m.span.start < case.end and case.start < m.span.end for m in times.mentions)
            found[case.kind] += overlapping
            got = _ours_as(case.kind, times, Direction.PAST, case.start, case.end)
            ahead = _ours_as(case.kind, times, Direction.FUTURE, case.start, case.end)
            ok = bool(got & case.right) or bool(ahead & case.future)
            right[case.kind] += ok
            near[case.kind] += ok or any(
                _close(case.kind, one, other) for one in got | ahead for other in case.future
            )
            if show and not ok:
                print(
                    f"  {case.kind} {case.text!r} [{case.text[case.start : case.end]}] {sorted(case.future)} / {sorted(got | ahead)}"
                )
        line = "  ".join(
            f"{kind} {right[kind]}/{n} = {right[kind] / n:.2f} close {near[kind] / n:.2f} (found {found[kind] / n:.2f})"
            for kind, n in sorted(tally.items())
        )
        print(f"{name:32} {line}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", choices=("meantime", "recognizers"))
    options = parser.parse_args()
    if options.only != "recognizers":
        samples = list(meantime(options.shared))
        if not samples:
            parser.error(
                f"no documents of data/meantime-english under {options.shared}: name the shared folder"
            )
        words = sum(len(s.text.split()) for s in samples)
        for label, find in (("testigo", ours), ("dateparser", dateparsers)):
            if options.show and label == "dateparser":
                continue
            begun = time.process_time()
            result = score(samples, find, show=options.show)
            spent = time.process_time() - begun
            print(
                f"MEANTIME {label:12}",
                "  ".join(f"{k} F1 {v:.3f}" for k, v in result.items()),
                f" {words / spent:,.0f} words/s",
            )
    if options.only != "meantime":
        recognizers(options.shared, show=options.show)


if __name__ == "__main__":
    main()
