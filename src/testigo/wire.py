"""The JSON form of the core values: what `read --json` prints, what the casebook stores, what a bundle will carry.

Rules:
- A span is [start, end] in code points. Absent values are left out of fillers and sources, except `id` and `value`,
  which are printed as null where the slot could have one. The order of keys is fixed: same value, same bytes.
- `claim_from_json(claim_to_json(c)) == c` for every claim; likewise for the other values.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any

from testigo import claim as claims
from testigo import directive as directives
from testigo import report as reports
from testigo.claim import Claim, Filler, Reading, Source, Span
from testigo.directive import Directive
from testigo.report import Report

Json = dict[str, Any]

_SPARSE = (Filler, Source, claims.TimeMention)
_KEEP_NULL = {
    Filler: ("id", "value"),
    directives.Clause: ("measure", "levels"),
    claims.Attribution: ("source",),
}


def to_json(value: object) -> Any:
    """A core value as JSON values: spans as pairs, tuples as lists, absent parts left out."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        keep = _KEEP_NULL.get(type(value), ())
        out: Json = {}
        for field in dataclasses.fields(value):
            part = getattr(value, field.name)
            if part is None and field.name not in keep:
                continue
            if part == field.default and part in ((), "") and isinstance(value, _SPARSE):
                continue
            out[field.name] = to_json(part)
        return out
    return value


def reading_to_json(report: Report, reading: Reading) -> Json:
    """What `testigo read --json` prints: {"text", "report", "reader", "claims", "directives", "attributions", ...}."""
    about = to_json(report)
    text = about.pop("text")
    out: Json = {"text": text, "report": about}
    body = to_json(reading)
    out["reader"] = {k: body.get(k) for k in ("reader", "version", "vocabulary", "language", "notes")}
    for part in ("claims", "directives", "attributions", "times", "hedges"):
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


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(kind: type) -> dict[str, Any]:
    if kind not in _HINTS:
        scope = {**vars(claims), **vars(directives), **vars(reports)}
        _HINTS[kind] = typing.get_type_hints(kind, globalns=scope)
    return _HINTS[kind]


def _build(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        kind = next(arg for arg in typing.get_args(kind) if arg is not type(None))
        return _build(kind, value)
    if origin is tuple:
        args = typing.get_args(kind)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item) for item in value)
        return tuple(_build(arg, item) for arg, item in zip(args, value, strict=True))
    if kind is Span:
        return Span(int(value[0]), int(value[1]))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], part) for name, part in value.items() if name in hints})
    return value


def claim_from_json(value: Json) -> Claim:
    """The claim that `to_json` printed. Unknown keys are passed over; a missing required one is a TypeError."""
    return typing.cast("Claim", _build(Claim, value))


def directive_from_json(value: Json) -> Directive:
    """The directive that `to_json` printed."""
    return typing.cast("Directive", _build(Directive, value))


def report_from_json(value: Json) -> Report:
    """The report that `to_json` printed."""
    return typing.cast("Report", _build(Report, value))


def reading_from_json(value: Json) -> Reading:
    """The reading that `to_json` printed (not the form of `read --json`, whose sources quote what they refer to)."""
    return typing.cast("Reading", _build(Reading, value))
