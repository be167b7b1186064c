"""Our gold set: its files say what a gold file may say, and they are the files that the digest pins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.gold import refresh
from tests.gold.score import gold_files
from tests.gold.validate import as_list, check_folder, problems, squeeze

from testigo import dates, vocabulary

HERE = Path(__file__).resolve().parent
NAMES = [path.stem for path in gold_files(HERE)]


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return loaded


def text(name: str) -> str:
    return (HERE / f"{name}.txt").read_text("utf-8")


def every_claim() -> list[dict[str, Any]]:
    return [claim for name in NAMES for claim in gold(name)["claims"]]


def test_there_are_forty_reports_and_each_text_is_coded() -> None:
    assert len(NAMES) >= 40
    assert sorted(p.stem for p in HERE.glob("*.txt") if p != refresh.DIGEST) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_in_the_text_and_every_id_in_the_lists(name: str) -> None:
    assert problems(gold(name), text(name)) == []


def test_the_folder_is_checked_as_a_whole_and_its_floors_are_no_gold_file() -> None:
    assert check_folder(HERE) == {name: [] for name in NAMES}


def test_what_the_second_coder_quotes_stands_in_the_text_too() -> None:
    second = sorted((HERE / "second").glob("*.json"))
    assert len(second) == 12
    for path in second:
        assert problems(json.loads(path.read_text("utf-8")), text(path.stem)) == [], path.stem


@pytest.mark.parametrize(("part", "count"), [("opened", 33), ("unseen", 23)])
def test_the_later_reports_are_coded_by_the_same_rules(part: str, count: int) -> None:
    found = check_folder(HERE / part)
    assert len(found) == count
    assert found == {path.stem: [] for path in gold_files(HERE / part)}
    assert sorted(p.stem for p in (HERE / part).glob("*.txt")) == sorted(found)


def test_no_report_is_in_two_sets() -> None:
    texts = [p.read_bytes() for part in ("", "opened", "unseen") for p in (HERE / part).glob("*.txt")]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_the_length_of_a_report(name: str) -> None:
    assert 120 <= len(text(name).split()) <= 350


@pytest.mark.parametrize("name", NAMES)
def test_no_claim_is_wider_than_two_short_sentences(name: str) -> None:
    """A gold span is a clause, never more than a sentence; the longest are run-on orders and laws."""
    for claim in gold(name)["claims"]:
        span = claim["span"] if isinstance(claim["span"], str) else claim["span"][0]
        assert len(span) <= 320, span


@pytest.mark.parametrize("name", NAMES)
def test_no_claim_is_coded_twice(name: str) -> None:
    """The same clause, act and trigger twice: a slip, unless the two have other targets, charges or speakers."""
    seen = [json.dumps(claim, sort_keys=True) for claim in gold(name)["claims"]]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_happened_is_dated_after_its_report(name: str) -> None:
    published = gold(name)["published"]
    for claim in gold(name)["claims"]:
        if published is None or claim["kind"] != "event" or claim["status"] in ("intended", "speculated"):
            continue
        for time in claim.get("time", []):
            late = time["value"] is not None and dates.before(
                dates.parse(published), dates.parse(time["value"])
            )
            assert not late, (claim["span"], time)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_publisher_says_has_no_source(name: str) -> None:
    for claim in gold(name)["claims"]:
        assert claim["status"] != "asserted" or not claim["sources"], claim["span"]


def test_a_report_without_claims_is_among_them() -> None:
    assert [name for name in NAMES if not gold(name)["claims"]] == ["20-newsroom-note"]


def test_the_set_covers_the_lists() -> None:
    claims = every_claim()
    assert {claim["status"] for claim in claims} == set(vocabulary.STATUSES)
    assert {claim["kind"] for claim in claims} == set(vocabulary.KINDS)
    assert {source["kind"] for claim in claims for source in claim["sources"]} == set(vocabulary.SOURCES)
    used = {claim["act"] for claim in claims if claim["kind"] in ("event", "directive")}
    assert used == set(vocabulary.ACTS)
    clauses = [c for name in NAMES for d in gold(name).get("directives", []) for c in d["clauses"]]
    assert {clause["modality"] for clause in clauses} == set(vocabulary.MODALITIES)


def test_reports_with_and_without_a_date_are_among_them() -> None:
    undated = [name for name in NAMES if gold(name)["published"] is None]
    assert len(undated) >= 5
    for name in undated:
        for claim in gold(name)["claims"]:
            for time in as_list(claim.get("time")):
                value = time["value"]
                assert value is None or value.removeprefix("../").startswith(("XXXX", "20")), (name, time)


def test_an_intended_clause_is_a_claim_too() -> None:
    """A clause that names a measure is also coded as a claim of that act at the same words, but for summed-up laws."""
    lonely = 0
    for name in NAMES:
        spans = {squeeze(str(c["span"])) for c in gold(name)["claims"]}
        for directive in gold(name).get("directives", []):
            lonely += sum(
                squeeze(str(c["span"])) not in spans
                for c in directive["clauses"]
                if c["modality"] != "finding"
            )
    assert lonely <= 20


def test_the_set_is_the_one_that_the_digest_pins() -> None:
    pinned = refresh.DIGEST.read_text("utf-8").strip()
    assert pinned == refresh.digest(), (
        "the gold set changed: python tests/gold/refresh.py --digest, and say why"
    )


def test_the_digest_changes_with_every_file(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    (tmp_path / "a.txt").write_text("a", "utf-8")
    (tmp_path / "a.json").write_text("{}", "utf-8")
    first = refresh.digest(tmp_path)
    (tmp_path / "second" / "a.json").write_text("{}", "utf-8")
    second = refresh.digest(tmp_path)
    (tmp_path / "a.txt").write_text("b", "utf-8")
    assert len({first, second, refresh.digest(tmp_path)}) == 3
