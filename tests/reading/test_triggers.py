"""Which rules of a verb are tried in a sentence."""

from __future__ import annotations

import random

from testigo.reading.triggers import those_in_reach, verb_triggers


def test_only_rules_that_ask_for_a_word_that_is_not_there_are_not_tried() -> None:
    draw = random.Random(1)
    for verb, triggers in verb_triggers().items():
        asked = sorted({word for trigger in triggers for words in trigger.needs for word in words})
        for count in (0, 1, 5, 40):
            words = frozenset([*draw.sample(asked, min(count, len(asked))), "the", "of"])
            tried = list(those_in_reach(verb, words))
            assert tried == [t for t in triggers if t in tried], "the order is that of the table"
            left = [t for t in triggers if t not in tried]
            assert all(any(need.isdisjoint(words) for need in t.needs) for t in left)
            assert not any(t.needs and t.needs[0].isdisjoint(words) for t in tried)


def test_a_verb_without_rules_has_none() -> None:
    assert those_in_reach("frobnicate", frozenset({"the"})) == ()
