"""Our own scorer counts as the coding guide says, and as the team's scorer counts."""

from __future__ import annotations

import copy
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.gold import score, scoring
from tests.gold.scoring import Ground, Part
from tests.shared import shared

HERE = Path(__file__).resolve().parent
WORDS = "Ada Brunn was arrested in Brunsa on May 2, a neighbour said. She was beaten."

CLAIM: dict[str, Any] = {
    "kind": "event", "act": "arrest", "span": "Ada Brunn was arrested in Brunsa on May 2", "trigger": "arrested",
    "status": "reported", "sources": [{"span": "a neighbour", "kind": "anonymous"}],
    "target": [{"span": "Ada Brunn"}], "place": [{"span": "Brunsa", "id": None}],
    "time": [{"span": "May 2", "value": "2024-05-02"}],
}  # fmt: skip
CLAUSE: dict[str, Any] = {
    "span": "She was beaten", "modality": "require", "groups": [{"span": "She", "id": "women"}],
    "measure": "torture", "levels": [1, 3],
}  # fmt: skip
GOLD: dict[str, Any] = {"published": None, "claims": [CLAIM], "directives": [{"clauses": [CLAUSE]}]}


def printed(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """A gold file as a reader would have printed it: offsets for quotes."""
    ground = Ground(text)

    def at(span: Any, near: int = 0) -> list[int]:
        quote, which = (span[0], span[1]) if isinstance(span, list) else (span, 0)
        found = ground.nth(quote, which) if which or not near else ground.nearest(quote, near)
        assert found is not None, quote
        return list(found)

    out = copy.deepcopy(gold)
    for claim in out["claims"]:
        claim["span"] = at(claim["span"])
        if claim.get("trigger"):
            claim["trigger"] = list(ground.inside(claim["trigger"], tuple(claim["span"])) or ())
        for slot in (*scoring.SLOTS, "sources"):
            for filler in claim.get(slot, []):
                filler["text"] = filler["span"]
                filler["span"] = at(filler["span"], claim["span"][0])
    for directive in out.get("directives", []):
        for clause in directive["clauses"]:
            clause["span"] = at(clause["span"])
            for group in clause["groups"]:
                group["text"] = group["span"]
                group["span"] = at(group["span"], clause["span"][0])
    return {"text": ground.flat, **out}


def counted(change: dict[str, Any]) -> scoring.Tallies:
    """The counts where the reader says what the coder says but for a change of its one claim."""
    ground = Ground(WORDS)
    system = printed(GOLD, WORDS)
    system["claims"][0].update(change)
    tallies = scoring.tallies()
    scoring.compare(scoring.gold_side(GOLD, ground), scoring.system_side(system, ground), tallies)
    return tallies


def test_a_reader_that_says_what_the_coder_says_is_right_in_every_row() -> None:
    for name, tally in counted({}).items():
        assert tally.right == tally.gold == tally.system, name
        assert tally.gold == 1 or name not in ("claims", "slot time", "status", "clauses", "clause levels"), (
            name
        )


@pytest.mark.parametrize(
    ("change", "row", "right"),
    [
        ({"act": "detention"}, "claims", 0),
        ({"act": "detention"}, "claims, any act", 1),
        ({"act": "detention"}, "slots, pooled", 0),
        ({"kind": "condition"}, "claims", 0),
        ({"trigger": [0, 3]}, "claims", 0),
        ({"trigger": None}, "claims", 1),
        ({"span": [57, 75]}, "claims, any act", 0),
        ({"status": "asserted"}, "status", 0),
        ({"sources": []}, "attribution", 0),
        ({"sources": [{"span": [43, 54], "kind": "named"}]}, "attribution", 0),
        ({"target": [{"span": [0, 3]}]}, "slot target", 1),
        ({"target": [{"span": [0, 54]}]}, "slot target", 0),
        ({"target": []}, "slot target", 0),
        ({"time": [{"span": [36, 41], "value": "2024-05-02/2024-05-03"}]}, "slot time", 1),
        ({"time": [{"span": [36, 41], "value": "2024-05"}]}, "slot time", 0),
        ({"time": [{"span": [36, 41], "value": None}]}, "slot time", 0),
    ],
)
def test_what_is_wrong_is_counted_in_its_row(change: dict[str, Any], row: str, right: int) -> None:
    assert counted(change)[row].right == right


def test_what_a_reader_adds_lowers_precision_and_not_recall() -> None:
    tally = counted({"target": [{"span": [0, 9]}, {"span": [26, 32]}]})["slot target"]
    assert (tally.precision, tally.recall, round(tally.f1, 3)) == (0.5, 1.0, 0.667)


def test_one_found_claim_answers_one_gold_claim_only() -> None:
    ground = Ground(WORDS)
    twice = {**GOLD, "claims": [CLAIM, CLAIM]}
    tallies = scoring.tallies()
    scoring.compare(
        scoring.gold_side(twice, ground), scoring.system_side(printed(GOLD, WORDS), ground), tallies
    )
    assert (tallies["claims"].right, tallies["claims"].gold) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-05-02", "2024-05-02", True),
        ("2024-05", "2024-05-01/2024-05-16", True),
        ("2024-05", "2024-05-01/2024-05-15", False),
        ("2024", "2024-06/2024-12", True),
        ("2021/..", "2021", True),
        ("../2021-10-31", "2021-10-31", True),
        ("XXXX-02-29", "XXXX-02-29", True),
        ("XXXX-05-02", "2024-05-02", False),
        ("2023-02-30", None, True),
        (None, None, True),
        (None, "2024", False),
    ],
)
def test_times_agree_by_half_of_all_their_days(one: str | None, other: str | None, *, same: bool) -> None:
    assert scoring.same_time(one, other) is same


def test_equal_ids_agree_whatever_the_words_are() -> None:
    gold, system = Part("the ministry", id="mss-2016"), Part("bowibu", id="mss-2016")
    assert scoring.same_part("actor", gold, system)
    assert not scoring.same_part("actor", Part("the ministry"), Part("bowibu"))


def test_a_quote_that_is_not_in_the_text_is_an_error_and_not_a_miss() -> None:
    with pytest.raises(ValueError, match="not in the text"):
        scoring.gold_side({"claims": [{**CLAIM, "span": "Ada Brunn was shot"}]}, Ground(WORDS))


def test_two_codings_can_be_compared() -> None:
    counts, cases = score.measure(score.gold_files(HERE), score.coder(HERE))
    assert len(cases) == len(score.gold_files(HERE))
    assert counts["claims"].f1 == counts["slots, pooled"].f1 == counts["clauses"].f1 == 1.0
    assert score.confusions(cases) == {}


def case(change: dict[str, Any]) -> score.Case:
    """The one report of this file, read with a change of its one claim."""
    ground, system = Ground(WORDS), printed(GOLD, WORDS)
    system["claims"][0].update(change)
    gold, found = scoring.gold_side(GOLD, ground), scoring.system_side(system, ground)
    return score.Case("one", ground, gold, found, tuple(scoring.compare(gold, found, scoring.tallies())))


@pytest.mark.parametrize(
    ("change", "confused"),
    [
        ({}, {}),
        ({"act": "detention"}, {("arrest", "detention"): 1}),
        ({"kind": "condition", "act": "control"}, {("arrest", "condition/control"): 1}),
        ({"span": [57, 75], "trigger": None}, {("arrest", ""): 1, ("", "arrest"): 1}),
        ({"trigger": [0, 3]}, {("arrest", ""): 1, ("", "arrest"): 1}),
    ],
)
def test_the_confusions_say_what_was_taken_for_what(
    change: dict[str, Any], confused: dict[tuple[str, str], int]
) -> None:
    assert score.confusions([case(change)]) == confused


def test_the_confusions_name_another_status() -> None:
    assert score.statuses([case({"status": "asserted"})]) == {("reported", "asserted"): 1}
    assert not score.statuses([case({})])


def test_a_report_is_shown_with_what_was_found_missed_and_made_up() -> None:
    assert score.claim_lines(case({}))[1].startswith("  ok     arrest [reported] Ada Brunn was arrested")
    shown = score.claim_lines(case({"act": "trial"}))
    assert [line.split()[0] for line in shown[1:]] == ["MISSED", "EXTRA"]


def test_the_command_prints_the_table_and_the_confusions(capsys: pytest.CaptureFixture[str]) -> None:
    assert score.main(["--table", "--against", str(HERE / "second"), "--confusions", "3"]) == 0
    printed_lines = capsys.readouterr().out.splitlines()
    assert [line[:18].strip() for line in printed_lines[1 : len(scoring.ROWS) + 1]] == list(scoring.ROWS)
    assert "missed:" in printed_lines


def teams_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("teams_scorer", shared("gold", "score.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def teams_rows(folder: Path) -> dict[str, tuple[int, int, int]]:
    """The counts of the team's scorer over what our reader prints."""
    from testigo.archive.text import report_of_text
    from testigo.reading.read import read_report
    from testigo.wire import reading_to_json

    theirs = teams_scorer()
    tallies = {name: theirs.Tally() for name in scoring.ROWS}
    for path in score.gold_files(folder):
        raw = path.with_suffix(".txt").read_text("utf-8")
        text = theirs.Text(raw)
        gold = theirs.load_gold(path, text)
        report = report_of_text(raw, published=gold["published"])
        system = json.loads(json.dumps(reading_to_json(report, read_report(report))))
        theirs.score(gold, theirs.load_system(system, text), tallies)
    return {name: (tally.right, tally.gold, tally.system) for name, tally in tallies.items()}


def test_a_rule_is_right_under_another_act_or_finds_nothing_that_is_there() -> None:
    ground = Ground(WORDS)
    gold = scoring.gold_side(GOLD, ground)

    def found(act: str, trigger: str) -> scoring.Item:
        at = ground.nth(trigger)
        return scoring.Item(gold.claims[0].at, ("event", act), at, "reported", rule=f"verb.{act}")

    claims = (found("arrest", "arrested"), found("detention", "arrested"), found("torture", "beaten"))
    counted: dict[str, tuple[int, int, int]] = {}
    for claim in claims:
        side = scoring.Side((claim,), ())
        pairs = scoring.pair(gold.claims, side.claims, scoring.same_claim)
        for rule, one in score.fired([score.Case("a", ground, gold, side, tuple(pairs))]).items():
            counted[rule] = (one.right, one.act, one.nothing)
    assert counted == {
        "verb.arrest": (1, 0, 0),
        "verb.detention": (0, 1, 0),
        "verb.torture": (0, 0, 1),
    }


@pytest.mark.shared
@pytest.mark.parametrize("which", ["own", "dev"])
def test_our_scorer_gives_the_figures_of_the_teams_scorer(which: str) -> None:
    folder = shared("gold", "dev") if which == "dev" else HERE
    theirs = teams_rows(folder)
    counts, _ = score.measure(score.gold_files(folder))
    ours = {name: (tally.right, tally.gold, tally.system) for name, tally in counts.items()}
    assert ours == theirs
