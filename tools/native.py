"""What mypyc asks to be said: value classes written out as plain ones, constants marked as final. See docs/decisions/0029.

Rules:
- `@value` and `@dataclass(slots=True)` without more are taken; equality, hash, text and `replace` stay as they are.
- A name in capitals that a module sets once is final: it is read without looking it up.
- The text keeps its number of lines, so that a traceback names the line of the source.
- Anything unforeseen is an error here, and the sources run as they are.
"""

from __future__ import annotations

import ast
import re
from collections import Counter

HELPERS = (
    "from typing import Any as _AnyOf, ClassVar as _ClassOf, Final as _Final; from builtins import object as _Thing;"
    " from testigo.value import fields_named as _fields_named"
)


def is_value(node: ast.stmt) -> bool:
    """Whether a class is one of plain values."""
    marks = [ast.unparse(d) for d in node.decorator_list] if isinstance(node, ast.ClassDef) else []
    return any(mark == "value" or mark.startswith("dataclass") for mark in marks)


def native(source: str) -> str:
    """The source of a module with its value classes written out and its constants marked."""
    tree = ast.parse(source)
    lines = source.split("\n")
    _mark_constants(tree, lines)
    for node in reversed(tree.body):
        if isinstance(node, ast.ClassDef) and is_value(node):
            _write_out(node, lines)
    future = next((n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module == "__future__"), None)
    if future is None:
        return source
    lines[future.lineno - 1] += f"; {HELPERS}"
    return "\n".join(lines)


_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")


def _mark_constants(tree: ast.Module, lines: list[str]) -> None:
    """Mark as final the names in capitals that a module sets once, at its top, and to no kind of value."""
    stored = Counter(n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    moved = {name for n in ast.walk(tree) if isinstance(n, ast.Global) for name in n.names}
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        target = node.target if isinstance(node, ast.AnnAssign) and node.value is not None else target
        if not isinstance(target, ast.Name) or not _CONSTANT.fullmatch(target.id):
            continue
        if stored[target.id] > 1 or target.id in moved:
            continue
        line = lines[node.lineno - 1]
        if isinstance(node, ast.AnnAssign):
            start, end = node.annotation.col_offset, node.annotation.end_col_offset
            if node.annotation.end_lineno == node.lineno:
                lines[node.lineno - 1] = f"{line[:start]}_Final[{line[start:end]}]{line[end:]}"
        else:
            lines[node.lineno - 1] = f"{target.id}: _Final{line[len(target.id) :]}"


def _write_out(node: ast.ClassDef, lines: list[str]) -> None:
    """Put the class into the lines that its head and fields have."""
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    first, last = node.decorator_list[0].lineno - 1, max(f.end_lineno or f.lineno for f in fields)
    others = [part for part in node.body if not isinstance(part, ast.AnnAssign | ast.Expr)]
    if node.bases or len(node.decorator_list) > 1 or any(part.lineno <= last for part in others):
        raise ValueError(f"{node.name}: a value class of another shape")
    text = _methods(node, fields)
    while last - first < len(text) and last < len(lines) and not lines[last].strip():
        last += 1
    if last - first < len(text):
        raise ValueError(f"{node.name}: no room for its methods")
    lines[first:last] = text + [""] * (last - first - len(text))


def _methods(node: ast.ClassDef, fields: list[ast.AnnAssign]) -> list[str]:
    """The class and its methods, each on one line."""
    name = node.name
    names = [ast.unparse(f.target) for f in fields]
    parameters, puts = zip(*map(_parameter, fields), strict=True)
    kinds = "; ".join(f"{n}: {ast.unparse(f.annotation)}" for n, f in zip(names, fields, strict=True))
    same = "".join(f" and self.{n} == other.{n}" for n in names)
    shown = ", ".join(f"{n}={{self.{n}!r}}" for n, f in zip(names, fields, strict=True) if _is_shown(f))
    mark = ast.unparse(node.decorator_list[0])
    text = [
        f"class {name}:",
        f"    __dataclass_fields__: _ClassOf[dict[str, _AnyOf]] = _fields_named({', '.join(map(repr, names))}); {kinds}",
        f"    def __eq__(self, other: _Thing) -> bool: return isinstance(other, {name}){same}",
        f'    def __repr__(self) -> str: return f"{name}({shown})"',
    ]
    if not any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in node.body):
        text.append(f"    def __init__(self, {', '.join(parameters)}) -> None: {'; '.join(puts)}")
    if mark == "value" or "frozen=True" in mark:
        text.append(f"    def __hash__(self) -> int: return hash(({' '.join(f'self.{n},' for n in names)}))")
    return text


def _parameter(field: ast.AnnAssign) -> tuple[str, str]:
    """A field as a parameter of the constructor, and how it is put."""
    name, kind = ast.unparse(field.target), ast.unparse(field.annotation)
    options = _options(field)
    if options is None:
        default = f" = {ast.unparse(field.value)}" if field.value is not None else ""
        return f"{name}: {kind}{default}", f"self.{name} = {name}"
    if set(options) - {"repr", "default", "default_factory"}:
        raise ValueError(f"{name}: a field with {', '.join(options)}")
    if "default_factory" in options:
        new = f"{ast.unparse(options['default_factory'])}()"
        return f"{name}: {kind} | None = None", f"self.{name} = {new} if {name} is None else {name}"
    default = f" = {ast.unparse(options['default'])}" if "default" in options else ""
    return f"{name}: {kind}{default}", f"self.{name} = {name}"


def _options(field: ast.AnnAssign) -> dict[str, ast.expr] | None:
    """What `field(...)` says, or None where a field is written without."""
    call = field.value
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "field":
        return None
    return {word.arg or "": word.value for word in call.keywords}


def _is_shown(field: ast.AnnAssign) -> bool:
    options = _options(field) or {}
    return "repr" not in options or ast.unparse(options["repr"]) != "False"
