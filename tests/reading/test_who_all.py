"""The whole of who tells: every name in a list, whom a participle describes, and no more than that."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain

BEAT = "guards beat two men"


@pytest.mark.parametrize(
    ("kind", "who", "text"),
    [
        ("institution", "The Press Union, the Guild of Bakers, and the Harbor League", "{} said that guards beat two men."),
        ("institution", "Open Gate, the League, and two unions", "On May 3, {} said that guards beat two men."),
        ("institution", "the ministry, and later the mayor", "In May, {}, said that guards beat two men."),
        ("institution", "Groups tracking evictions and arrests", "{} reported that guards beat two men."),
        ("institution", "Unions comparing lists and photographs", "{} alleged that guards beat two men."),
        ("document", "A notice put up at the gate of the port", "{} says that guards beat two men."),
        ("document", "A leaflet handed out in the markets and stations", "{} said that guards beat two men."),
        ("institution", "the Union", "He thanked the head of the League, and {} said that guards beat two men."),
        ("institution", "the Union", "The law was condemned by the League, and {} said that guards beat two men."),
        ("anonymous", "activists", "Police arrested men wearing masks and {} said that guards beat two men."),
        ("institution", "local media", "In May according to {}, nine small parties and 15 unions said guards beat two men."),
    ],
)  # fmt: skip
def test_who_tells(kind: str, who: str, text: str) -> None:
    assert chain(text.format(who), "beat")[0] == (kind, who)


def test_an_office_is_not_recalled_by_a_text_about_it() -> None:
    text = "He read data from the Writers’ Guild of Sarna. The Guild of Sarna, the League, and the Union said guards beat men."
    assert [kind for kind, _ in chain(text, "beat")] == ["institution"]
