"""Every rule of the reader has a name, a sentence and an example in which it fires."""

from __future__ import annotations

import pytest

from testigo.claim import Span
from testigo.reading.read import read_report
from testigo.reading.rules import explain, registry
from testigo.report import Block, Report
from testigo.wire import reading_to_json

ACT_RULES = sorted(
    rule for rule in registry() if rule.split(".")[0] in ("verb", "noun", "field", "act", "view")
)
SLOT_RULES = sorted(
    rule for rule in registry() if rule.split(".")[0] in ("slot", "place", "punishment", "quantity")
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


def test_every_rule_has_a_name_a_sentence_and_an_example() -> None:
    for rule in registry().values():
        assert rule.name, rule
        assert rule.sentence.endswith((".", "”")), rule
        assert rule.example, rule


def test_a_value_may_name_several_rules() -> None:
    assert [rule.id for rule in explain("cue.after source.pronoun")] == ["cue.after", "source.pronoun"]
