"""The invented country's gold files: what they quote is there, what they say is in the lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.gold.validate import problems, squeeze

from testigo import dates

GOLD = Path(__file__).resolve().parents[2] / "examples" / "gold"
NAMES = sorted(path.stem for path in GOLD.glob("*.json"))


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    return loaded


def text(name: str) -> str:
    return (GOLD / f"{name}.txt").read_text("utf-8")


def test_every_gold_text_has_its_gold_file() -> None:
    assert len(NAMES) >= 14
    assert sorted(path.stem for path in GOLD.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_in_the_text_and_every_id_in_the_lists(name: str) -> None:
    assert problems(gold(name), text(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_happened_is_dated_after_its_report(name: str) -> None:
    published = gold(name)["published"]
    if published is None:
        return
    report = dates.parse(published)
    for claim in gold(name)["claims"]:
        if claim["kind"] != "event" or claim["status"] in ("intended", "speculated"):
            continue
        for time in claim.get("time", []):
            if time["value"] is not None:
                assert not dates.before(report, dates.parse(time["value"])), (claim["span"], time)


def test_an_undated_report_resolves_no_relative_date() -> None:
    undated = [name for name in NAMES if gold(name)["published"] is None]
    assert undated
    for name in undated:
        values = [time["value"] for claim in gold(name)["claims"] for time in claim.get("time", [])]
        assert None in values
        assert not [value for value in values if value and not value.startswith(("XXXX", "20"))]


def test_one_report_holds_no_claim_at_all() -> None:
    assert [name for name in NAMES if not gold(name)["claims"]] == ["15-programme-note"]


def test_captions_and_furniture_hold_no_claim() -> None:
    for source in sorted((GOLD.parent / "sources").glob("[0-9]*.txt")):
        blocks = source.read_text("utf-8").split("\n\n")
        quiet = [
            squeeze(b.split("] ", 1)[1]) for b in blocks if b.startswith(("[caption]", "[aside]", "[end]"))
        ]
        for claim in gold(source.stem)["claims"]:
            quote = claim["span"] if isinstance(claim["span"], str) else claim["span"][0]
            assert not [line for line in quiet if quote in line]


def test_the_validator_names_what_is_wrong() -> None:
    words = "Ada was arrested in Brunsa on May 2."
    claim = {
        "kind": "event", "act": "arrest", "span": "Ada was arrested in Brunsa", "trigger": "arrested", "status": "asserted",
        "sources": [], "time": [{"span": "May 2", "value": "2024-05-02"}],
    }  # fmt: skip
    good = {"published": "2024-05-03", "claims": [claim]}
    assert problems(good, words) == []
    for change, named in (
        ({"act": "arresting"}, "no act"),
        ({"span": "Ada was taken"}, "not in the text"),
        ({"trigger": "taken"}, "trigger outside"),
        ({"status": "reported"}, "nobody is said"),
        ({"status": "true"}, "unknown status"),
        ({"time": [{"span": "May 2", "value": "2 May"}]}, "no date"),
        ({"place": [{"span": "Brunsa", "id": "KP-99"}]}, "unknown id"),
        ({"punishment": [{"span": "Ada", "form": None, "duration": "six weeks"}]}, "no duration"),
        ({"sources": [{"span": "Ada", "kind": "friend"}]}, "kind of source"),
        ({"severity": 3}, "unknown key"),
    ):
        assert any(named in found for found in problems({**good, "claims": [{**claim, **change}]}, words)), (
            change
        )
