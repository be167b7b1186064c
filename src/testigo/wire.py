"""The JSON form of the core values: what `read --json` prints, what the casebook stores, what a bundle will carry.

Rules:
- A span is [start, end] in code points. Absent values are left out of fillers and sources, except `id` and `value`,
  which are printed as null where the slot could have one. The order of keys is fixed: same value, same bytes.
- `claim_from_json(claim_to_json(c)) == c` for every claim; likewise for the other values. What is absent was None.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import sys
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

from testigo import claim as claims
from testigo import directive as directives
from testigo import report as reports
from testigo.claim import Claim, Filler, Reading, Source, Span
from testigo.directive import Directive
from testigo.report import Report

Json = dict[str, Any]
T = TypeVar("T")

_SPARSE = (Filler, Source, claims.TimeMention)
_SELDOM: dict[type, tuple[str, ...]] = {Claim: ("left_out",)}
_PLAIN = frozenset((str, int, bool, float, type(None)))
_KEEP_NULL = {
    Filler: ("id", "value"),
    directives.Clause: ("measure", "levels"),
    claims.Attribution: ("source",),
}


def to_json(value: object) -> Any:
    """A core value as JSON values: spans as pairs, tuples as lists, days as ISO dates, choices as words, absent parts left out."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return list(value) if _PLAIN.issuperset(map(type, value)) else [to_json(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if not dataclasses.is_dataclass(kind):
        return value
    out: Json = {}
    for name, keep, blank in _parts(kind):
        part = getattr(value, name)
        if part is None:
            if keep:
                out[name] = None
        elif type(part) is str:
            if part or not blank:
                out[name] = part
        elif type(part) in _PLAIN:
            out[name] = part
        elif part != () or not blank:
            out[name] = to_json(part)
    return out


@functools.cache
def _parts(kind: type) -> tuple[tuple[str, bool, bool], ...]:
    """Name of each part; whether None is printed; whether an empty part is left out, being the default."""
    keep, seldom = _KEEP_NULL.get(kind, ()), _SELDOM.get(kind, ())
    sparse = issubclass(kind, _SPARSE)
    fields = dataclasses.fields(kind)
    return tuple(
        (f.name, f.name in keep, (sparse or f.name in seldom) and f.default in ((), "")) for f in fields
    )


def reading_to_json(report: Report, reading: Reading) -> Json:
    """What `testigo read --json` prints: {"text", "report", "reader", "claims", "directives", "attributions", ...}."""
    about = to_json(report)
    text = about.pop("text")
    out: Json = {"text": text, "report": about}
    body = to_json(reading)
    out["reader"] = {k: body.get(k) for k in ("reader", "version", "vocabulary", "language", "notes")}
    for part in ("claims", "directives", "attributions", "times", "hedges", "set_aside"):
        out[part] = body[part]
    for claim in out["claims"]:
        claim["sources"] = [_printed(source, text) for source in claim["sources"]]
    return out


def _printed(source: Json, text: str) -> Json:
    """A source as `read --json` prints it: `refers` holds the fuller words, `refers_at` their span."""
    if "refers" not in source:
        return source
    printed = {k: v for k, v in source.items() if k not in ("refers", "refers_text")}
    start, end = source["refers"]
    return {**printed, "refers": source.get("refers_text") or text[start:end], "refers_at": [start, end]}


Build = Callable[[Any], Any]


def _as_it_is(value: Any) -> Any:
    return value


def _span(value: Any) -> Span:
    return Span(int(value[0]), int(value[1]))


@functools.cache
def _builder(kind: Any) -> Build:
    """What makes a value of this type from its JSON form."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _builder(next(arg for arg in typing.get_args(kind) if arg is not type(None)))
        return inner if inner is _as_it_is else lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_builder(typing.get_args(kind))
    if kind is Span:
        return _span
    if kind is dt.date:
        return dt.date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _value_builder(kind)
    return _as_it_is


def _tuple_builder(args: tuple[Any, ...]) -> Build:
    if len(args) == 2 and args[1] is Ellipsis:
        inner = _builder(args[0])
        return lambda value: tuple(inner(item) for item in value)
    parts = tuple(_builder(arg) for arg in args)
    return lambda value: tuple(part(item) for part, item in zip(parts, value, strict=True))


def _value_builder(kind: type) -> Build:
    scope = {**vars(claims), **vars(directives), **vars(reports), **vars(sys.modules[kind.__module__])}
    hints = typing.get_type_hints(kind, globalns=scope)
    parts = {name: _builder(hint) for name, hint in hints.items()}
    required = {
        f.name for f in dataclasses.fields(kind) if f.default is f.default_factory is dataclasses.MISSING
    }
    absent = {name: None for name in required if type(None) in typing.get_args(hints[name])}

    def build(value: Any) -> Any:
        return kind(**(absent | {name: parts[name](part) for name, part in value.items() if name in parts}))

    return build


def _build(kind: Any, value: Any) -> Any:
    return _builder(kind)(value)


def from_json(kind: type[T], value: Json) -> T:
    """A value of this frozen dataclass as `to_json` printed it. Unknown keys are passed over."""
    return typing.cast("T", _build(kind, value))


def claim_from_json(value: Json) -> Claim:
    """The claim that `to_json` printed. Unknown keys are passed over; a missing required one is a TypeError."""
    return typing.cast("Claim", _build(Claim, value))


def span_from_json(value: list[int]) -> Span:
    """The span that `to_json` printed."""
    return _span(value)


def directive_from_json(value: Json) -> Directive:
    """The directive that `to_json` printed."""
    return typing.cast("Directive", _build(Directive, value))


def report_from_json(value: Json) -> Report:
    """The report that `to_json` printed."""
    return typing.cast("Report", _build(Report, value))


def reading_from_json(value: Json) -> Reading:
    """The reading that `to_json` printed (not the form of `read --json`, whose sources quote what they refer to)."""
    return typing.cast("Reading", _build(Reading, value))
