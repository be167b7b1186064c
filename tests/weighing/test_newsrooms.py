"""What newsrooms make of each other's reports, and what they do not: a wire, a statement, a translation, and two that only share a theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.weighing.golds import machine

from testigo.weighed import DISTORTIONS, Relay
from testigo.weighing import corroboration, grounds, korean, relays
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenReport

PAIRS = Path(__file__).parent / "pairs"


def told(*some: tuple[str, str, str]) -> tuple[SeenReport, ...]:
    """Reports of tests/weighing/pairs as the machine reads them, by file, outlet and day; ids from 1."""
    return tuple(
        machine(PAIRS / f"{name}.txt", n, outlet, day) for n, (name, outlet, day) in enumerate(some, 1)
    )


def find(*some: tuple[str, str, str]) -> tuple[Relay, ...]:
    return relays.find(Field(told(*some)))


def distorted(relay: Relay) -> set[tuple[str, str, str]]:
    return {(c.kind, c.was, c.now) for c in relay.changes if c.kind in DISTORTIONS}


WIRE = (
    ("wire.original", "Daily Amnok", "2031-04-09"),
    ("wire.relay", "Halla Wire", "2031-04-11"),
    ("wire.other", "Yalu Weekly", "2031-04-10"),
)
NOTE = (
    ("note.original", "United Nations Human Rights Office", "2031-06-04"),
    ("note.relay", "Harbor Dispatch", "2031-06-05"),
)
TRANSLATED = ("translation.original", "translation.relay", "translation.other")
DAYS = ("2031-08-22", "2031-08-24", "2031-08-24")


def test_a_wire_has_its_words_from_the_newspaper_and_an_outlet_with_its_own_story_of_that_week_has_not() -> (
    None
):
    (relay,) = find(*WIRE)
    assert (relay.relay, relay.original, relay.how[0]) == (2, 1, "cites")
    kinds = {kind for kind, _, _ in distorted(relay)}
    assert kinds == {"hedge lost"}


def test_a_newspaper_that_retells_a_statement_without_its_issuer_is_a_relay_of_it() -> None:
    (relay,) = find(*NOTE)
    assert (relay.relay, relay.original, relay.how) == (2, 1, ("rewords",))
    assert {kind for kind, _, _ in distorted(relay)} == {"hedge lost"}


@pytest.mark.parametrize("outlet", ["Daily Amnok", "Tuman Journal"])
def test_a_translation_is_one_whether_of_the_same_outlet_or_of_another(outlet: str) -> None:
    outlets = ("Daily Amnok", outlet, "Yalu Weekly")
    (relay,) = find(*zip(TRANSLATED, outlets, DAYS, strict=True))
    assert (relay.relay, relay.original, relay.how) == (2, 1, ("translates",))
    said = " ".join(str(reason) for reason in relay.reasons)
    assert "37" in said
    assert "42,000" in said
    assert "another language" in said
    assert "cannot be told" in said
    assert relay.changes == ()


def test_a_translation_adds_an_article_and_no_origin() -> None:
    seen = told(*zip(TRANSLATED[:2], ("Daily Amnok", "Tuman Journal"), DAYS, strict=False))
    field = Field(seen)
    behind = grounds.behind(field, relays.find(field))
    weights = [
        corroboration.weigh(behind.ground(f"claim {s.id}", [s.id]), behind.origins) for s in seen[1].claims
    ]
    assert weights
    assert max(w.most for w in weights) == 1


def test_an_outlet_of_another_language_with_a_source_of_its_own_translates_nobody(tmp_path: Path) -> None:
    text = (PAIRS / "translation.relay.txt").read_text("utf-8")
    own = text.replace(
        "a source in the province said on the 22nd", "a source in the province told Tuman Journal"
    )
    (tmp_path / "own.txt").write_text(own, "utf-8")
    original = told((TRANSLATED[0], "Daily Amnok", DAYS[0]))[0]
    assert relays.find(Field([original, machine(tmp_path / "own.txt", 2, "Tuman Journal", DAYS[1])])) == ()


@pytest.mark.parametrize(
    ("sentence", "told_"),
    [
        ("8월 14일 손전화기 37대와 중국 돈 4만 2,000위안을 압수했다", {("day", "08-14"), ("number", "37"), ("number", "42000")}),
        ("60만 명 가운데 1억 2,000만 원", {("number", "600000"), ("number", "1.2e+08")}),
        ("50대 여성 9명", {("age", "50s"), ("number", "9")}),
        ("2021년 11월 혜산에서 함흥으로", {("name", "hyesan"), ("name", "hamhung"), ("number", "11")}),
        ("양강도 소식통", {("name", "ryanggang")}),
    ],
)  # fmt: skip
def test_a_korean_sentence_tells_the_values_that_its_translation_has(
    sentence: str, told_: set[tuple[str, str]]
) -> None:
    assert korean.is_korean(sentence)
    assert korean.details(sentence) == told_
