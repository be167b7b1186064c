"""The true answers hang together: what they name exists, and nothing coded is left without its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.gold.validate import quote_of, squeeze

from testigo import dates, vocabulary

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Json = dict[str, Any]
GOLD: dict[str, Json] = {
    p.stem: json.loads(p.read_text("utf-8")) for p in sorted((EXAMPLES / "gold").glob("*.json"))
}
TEXT = {name: squeeze((EXAMPLES / "gold" / f"{name}.txt").read_text("utf-8")) for name in GOLD}


def answers(name: str) -> Json:
    loaded: Json = json.loads((EXAMPLES / "answers" / f"{name}.json").read_text("utf-8"))
    return loaded


ORDERS, RELAYS, LINKS = answers("orders"), answers("relays"), answers("links")
EVENTS = {event["id"]: event for event in LINKS["events"]}
CLAUSES = {(order["id"], clause["id"]): clause for order in ORDERS["orders"] for clause in order["clauses"]}


def every(value: Any, key: str) -> Iterator[Json]:
    """Each object below the value that has the key."""
    if isinstance(value, dict):
        if key in value:
            yield value
        for part in value.values():
            yield from every(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from every(part, key)


def test_every_claim_named_is_the_claim_meant() -> None:
    named = list(every(LINKS, "claim"))
    assert len(named) > 80
    for one in named:
        claim = GOLD[one["report"]]["claims"][one["claim"]]
        assert (quote_of(claim["span"])[0], claim["act"]) == (squeeze(one["span"]), one["act"])


def test_no_claim_concerns_two_happenings() -> None:
    seen = [(claim["report"], claim["claim"]) for event in LINKS["events"] for claim in event["claims"]]
    assert len(seen) == len(set(seen))


def test_every_clause_coded_is_a_telling_of_one_clause_of_one_order() -> None:
    coded = {
        (name, d, c)
        for name, gold in GOLD.items()
        for d, directive in enumerate(gold.get("directives", []))
        for c, _ in enumerate(directive["clauses"])
    }
    told = [
        (t["report"], t["directive"], t["clause"])
        for order in ORDERS["orders"]
        for t in [
            *(t for clause in order["clauses"] for t in clause["tellings"]),
            *order.get("not_tellings", []),
        ]
    ]
    assert len(told) == len(set(told))
    assert set(told) == coded


def test_a_clause_and_its_tellings_have_one_modality() -> None:
    for clause in CLAUSES.values():
        for telling in clause["tellings"]:
            gold = GOLD[telling["report"]]["directives"][telling["directive"]]["clauses"][telling["clause"]]
            assert gold["modality"] == clause["modality"]
            assert quote_of(gold["span"])[0] == squeeze(telling["span"])


def test_every_verdict_names_a_clause_an_event_and_its_reason() -> None:
    pairs = [(v["order"], v["clause"], v["event"]) for v in ORDERS["verdicts"]]
    assert len(pairs) == len(set(pairs)) >= 30
    for verdict in ORDERS["verdicts"]:
        assert (verdict["order"], verdict["clause"]) in CLAUSES
        assert verdict["event"] in EVENTS
        assert verdict["verdict"] in ("in line", "contrary", "cannot tell", None)
        assert len(verdict["reason"].split()) >= 5
    assert {v["verdict"] for v in ORDERS["verdicts"]} == {"in line", "contrary", "cannot tell", None}


def test_no_event_before_an_order_is_for_or_against_it() -> None:
    issued = {order["id"]: dates.parse(order["issued"]) for order in ORDERS["orders"]}
    before = 0
    for verdict in ORDERS["verdicts"]:
        when = EVENTS[verdict["event"]]["when"]
        if when and dates.before(dates.parse(when), issued[verdict["order"]]):
            before += 1
            assert verdict["verdict"] == "cannot tell", verdict
    assert before >= 4


def test_dates_and_acts_are_of_the_lists() -> None:
    for event in LINKS["events"]:
        assert event["act"] in vocabulary.ACTS
        assert event["when"] is None or dates.is_valid(event["when"]), event["id"]
    for order in ORDERS["orders"]:
        for step in order["chain"]:
            assert step["when"] is None or dates.is_valid(step["when"])
            assert step["report"] in GOLD


def test_every_quote_of_a_relay_correction_source_and_person_stands_in_its_report() -> None:
    for relay in RELAYS["relays"]:
        assert {d["kind"] for d in relay["distortions"]} == {"hedge lost", "number grown"}
        for change in [*relay["distortions"], *relay["kept_in_other_words"]]:
            assert change["original"] in TEXT[relay["original"]]
            assert change["relay"] in TEXT[relay["relay"]]
    for correction in RELAYS["corrections"]:
        for change in correction["changes"]:
            assert change["was"] in TEXT[correction["corrects"]]
            assert change["is"] in TEXT[correction["correction"]]
    for mention in [m for one in [*RELAYS["sources"], *LINKS["persons"]] for m in one["mentions"]]:
        assert mention["quote"] in TEXT[mention["report"]]


def test_origins_name_sources_and_happenings_that_exist() -> None:
    sources = {source["id"] for source in RELAYS["sources"]}
    for origin in [*RELAYS["origins"], *RELAYS["order_origins"]]:
        assert set(origin["origins"]) <= sources
        if "event" in origin:
            reports = {claim["report"] for claim in EVENTS[origin["event"]]["claims"]}
            assert len(reports) == origin["articles"]


def test_a_relay_is_published_after_its_original_and_a_correction_after_what_it_corrects() -> None:
    pairs = [(r["original"], r["relay"]) for r in RELAYS["relays"]]
    pairs += [(c["corrects"], c["correction"]) for c in RELAYS["corrections"]]
    for first, second in pairs:
        assert GOLD[first]["published"] < GOLD[second]["published"]


def test_pairs_told_apart_name_things_that_exist() -> None:
    persons = {person["id"] for person in LINKS["persons"]}
    for pair in LINKS["person_pairs"]:
        assert {pair["a"], pair["b"]} <= persons
    for pair in LINKS["event_pairs"]:
        assert {pair["a"], pair["b"]} <= set(EVENTS)
    for pair in [*LINKS["person_pairs"], *LINKS["event_pairs"], *LINKS["claim_pairs"]]:
        assert pair["from_the_words"] in ("same", "different", "cannot tell")
