"""Every rule of the reader has a name, a sentence and an example in which it fires."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from testigo.claim import Span
from testigo.reading import read
from testigo.reading.read import read_report
from testigo.reading.rules import explain, registry
from testigo.report import Block, Report
from testigo.wire import reading_to_json

ACT_RULES = sorted(
    rule for rule in registry() if rule.split(".")[0] in ("verb", "noun", "field", "act", "view")
)
SLOT_RULES = sorted(
    rule
    for rule in registry()
    if rule.split(".")[0] in ("slot", "place", "punishment", "quantity")
    or rule in ("source.told", "order.group", "time.since-then", "time.since-happening", "time.counted-on")
    or rule in ("time.counted-back", "time.told-itself", "time.counted", "time.part")
)


def rules_in(text: str) -> set[str]:
    report = Report(text, (Block("body", Span(0, len(text))),))
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.update(str(value.get("rule", "")).split())
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk(reading_to_json(report, read_report(report)))
    return found


@pytest.mark.parametrize("rule", ACT_RULES)
def test_the_example_of_an_act_finds_that_act_by_that_rule(rule: str) -> None:
    assert rule in rules_in(registry()[rule].example), registry()[rule].example


@pytest.mark.parametrize("rule", SLOT_RULES)
def test_the_example_of_a_slot_fills_it_by_that_rule(rule: str) -> None:
    assert rule in rules_in(registry()[rule].example), registry()[rule].example


RULE = re.compile(
    r"(?:time|slot|place|quantity|punishment|order|directive|source|cue|status|quote)\.[a-z][a-z-]+"
)


def test_whatever_a_module_gives_as_a_rule_is_in_the_registry() -> None:
    given = set()
    for path in sorted(Path(read.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
                given.add((node.value, path.name))
    assert len(given) > 100
    assert sorted(one for one in given if one[0] not in registry()) == []


def test_every_rule_has_a_name_a_sentence_and_an_example() -> None:
    for rule in registry().values():
        assert rule.name, rule
        assert rule.sentence.endswith((".", "”")), rule
        assert rule.example, rule


def test_a_value_may_name_several_rules() -> None:
    assert [rule.id for rule in explain("cue.after source.pronoun")] == ["cue.after", "source.pronoun"]
