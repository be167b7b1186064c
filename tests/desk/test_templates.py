"""Every name in every template is followed to a field of the page's dataclass: nothing can be undefined.

Also: nothing in a template switches escaping off, and no style or script stands in one.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import types
import typing
from pathlib import Path
from typing import Any

import pytest
from django.template import Template
from django.template.base import FilterExpression, Node, Variable, VariableNode
from django.template.defaulttags import CsrfTokenNode, ForNode, IfNode, LoadNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from testigo.desk import pages
from testigo.desk.render import engine
from testigo.desk.site import HERE

FILES = sorted((HERE / "templates").glob("*.html"))


def pages_by_template() -> dict[str, type]:
    """The dataclass of each template: the one whose docstring begins with the template's name."""
    found: dict[str, type] = {}
    for module in pkgutil.iter_modules(pages.__path__, "testigo.desk.pages."):
        for kind in vars(importlib.import_module(module.name)).values():
            named = re.match(r"([a-z_]+\.html): ", getattr(kind, "__doc__", None) or "")
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and named:
                assert found.setdefault(named[1], kind) is kind, f"two pages for {named[1]}"
    return found


PAGES = pages_by_template()
Scope = dict[str, Any]
FOR = {"counter": int, "counter0": int, "first": bool, "last": bool}


def bare(kind: Any) -> Any:
    """The type without `None`."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return next(arg for arg in typing.get_args(kind) if arg is not type(None))
    return kind


def look_up(scope: Scope, names: tuple[str, ...], where: str) -> Any:
    if names in (("None",), ("True",), ("False",)):
        return str
    assert names[0] in scope, f"{where}: {names[0]} is not there"
    kind = scope[names[0]]
    for name in names[1:]:
        kind = bare(kind)
        if kind is FOR:
            kind = FOR[name]
            continue
        assert dataclasses.is_dataclass(kind), f"{where}: {'.'.join(names)} looks into a {kind}"
        hints = typing.get_type_hints(kind)
        assert name in hints, f"{where}: {getattr(kind, '__name__', kind)} has no field {name}"
        kind = hints[name]
    return kind


def kind_of(value: object, scope: Scope, where: str) -> Any:
    """The type of an expression; every variable in it is followed."""
    if isinstance(value, FilterExpression):
        for _, arguments in value.filters:
            for _, argument in arguments:
                if isinstance(argument, Variable):
                    kind_of(argument, scope, where)
        kind = kind_of(value.var, scope, where) if isinstance(value.var, Variable) else str
        made_of = {"length": int, "join": str}
        return next((made_of[f.__name__] for f, _ in value.filters if f.__name__ in made_of), kind)
    if isinstance(value, Variable):
        return look_up(scope, tuple(value.lookups), where) if value.lookups else str
    return str


def follow_condition(condition: Any, scope: Scope, where: str) -> None:
    if condition is None:
        return
    if hasattr(condition, "value") and isinstance(condition.value, FilterExpression):
        kind_of(condition.value, scope, where)
    for side in ("first", "second"):
        follow_condition(getattr(condition, side, None), scope, where)


def follow(nodes: Any, scope: Scope, where: str) -> None:
    for node in nodes:
        if isinstance(node, VariableNode):
            kind = bare(kind_of(node.filter_expression, scope, where))
            assert kind in (str, int), f"{where}: shows a {kind}: {node.filter_expression}"
        elif isinstance(node, ForNode):
            kind = bare(kind_of(node.sequence, scope, where))
            assert typing.get_origin(kind) is tuple, f"{where}: goes through a {kind}"
            row = typing.get_args(kind)[0]
            rows = (row,) if len(node.loopvars) == 1 else typing.get_args(row)
            inner = {**scope, **dict(zip(node.loopvars, rows, strict=True)), "forloop": FOR}
            follow(node.nodelist_loop, inner, where)
            follow(node.nodelist_empty, scope, where)
        elif isinstance(node, IfNode):
            for condition, inside in node.conditions_nodelists:
                follow_condition(condition, scope, where)
                follow(inside, scope, where)
        elif isinstance(node, IncludeNode):
            name = str(getattr(node.template, "var", ""))
            assert node.isolated_context, f"{where}: includes {name} without `only`"
            given = {key: kind_of(value, scope, where) for key, value in node.extra_context.items()}
            follow(engine().get_template(name).nodelist, given, f"{where} > {name}")
        elif isinstance(node, ExtendsNode):
            follow(engine().get_template(str(getattr(node.parent_name, "var", ""))).nodelist, scope, where)
            follow(node.nodelist, scope, where)
        elif isinstance(node, BlockTranslateNode):
            inner = {**scope, **{k: kind_of(v, scope, where) for k, v in node.extra_context.items()}}
            if node.counter and node.countervar:
                inner[node.countervar] = kind_of(node.counter, scope, where)
            for token in (*node.singular, *node.plural):
                if token.token_type.name == "VAR":
                    assert token.contents.strip() in inner, f"{where}: {token.contents} is not there"
        elif isinstance(node, TranslateNode):
            kind_of(node.filter_expression, scope, where)
        elif isinstance(node, BlockNode):
            follow(node.nodelist, scope, where)
        else:
            assert isinstance(node, CsrfTokenNode | LoadNode) or type(node).__name__ == "TextNode", type(node)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_name_in_a_template_is_a_field(name: str) -> None:
    template = engine().get_template(name)
    assert isinstance(template, Template)
    follow(template.nodelist, {"page": PAGES[name], "frame": pages.Frame, "csrf_token": str}, name)


def test_every_page_template_has_its_dataclass() -> None:
    whole = {path.name for path in FILES if not path.name.startswith("_")} - {"base.html"}
    assert whole == set(PAGES)


def test_a_name_that_is_not_there_would_be_noticed() -> None:
    (node,) = engine().from_string("{{ page.titel }}").nodelist
    assert isinstance(node, Node)
    with pytest.raises(AssertionError, match="no field titel"):
        follow([node], {"page": PAGES["report.html"]}, "here")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_template_switches_escaping_off_or_holds_style_or_script(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|safeseq|{%\s*filter", source)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", source)


def test_only_marked_text_reaches_a_page_as_html() -> None:
    """`mark_safe` stands only where what marking.py or seeing/ made is handed on."""
    users = {p.name for p in HERE.glob("*.py") if "mark_safe(" in p.read_text("utf-8")}
    assert users == {
        "compose.py",
        "one_claim.py",
        "claims_page.py",
        "orders.py",
        "relays_page.py",
        "persons_page.py",
        "weight_page.py",
    }
