"""The door of linking: what people decide binds and can be undone, nothing is merged, and only what is touched changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.casebook import worlds
from tests.linking import examples

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewReading, NewReport
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement
from testigo.linked import Clustering, Event, Link, Person
from testigo.linking.link import link

FEW = ("04-flour-remark", "05-flour-remark-relayed", "14-dosk-released-ko", "07-april-searches")


def judge(book: Casebook, kind: str, pair: str, verdict: str, **more: int) -> int:
    (id_,) = book.record_judgements([Judgement(kind, pair, verdict, "Alice", worlds.NOON, **more)])  # type: ignore[arg-type]
    return id_


def event_with(book: Casebook, claim: int) -> Event:
    (event,) = book.derived("linking", "event", Event, about=[("claim", str(claim))]).items
    return event


def at(known: dict[int, examples.Place], report: str, number: int) -> int:
    return next(id_ for id_, place in known.items() if place == (report, number))


def test_different_keeps_two_claims_apart_in_every_run_until_it_is_undone(empty_book: Casebook) -> None:
    known = examples.record(empty_book, FEW)
    one, other = at(known, "04-flour-remark", 2), at(known, "14-dosk-released-ko", 6)
    link(empty_book)
    assert event_with(empty_book, one) == event_with(empty_book, other)
    said = judge(empty_book, "event-pair", f"{one}~{other}", "different")
    for _ in range(2):
        link(empty_book)
        assert other not in event_with(empty_book, one).claims
    judge(empty_book, "event-pair", f"{one}~{other}", "withdraw", replaces=said)
    link(empty_book)
    assert other in event_with(empty_book, one).claims


def test_same_joins_what_the_machine_keeps_apart(empty_book: Casebook) -> None:
    known = examples.record(empty_book, FEW)
    arrest, search = at(known, "04-flour-remark", 2), at(known, "07-april-searches", 1)
    link(empty_book)
    assert search not in event_with(empty_book, arrest).claims
    judge(empty_book, "event-pair", f"{arrest}~{search}", "same")
    link(empty_book)
    assert search in event_with(empty_book, arrest).claims
    kept = empty_book.derived_one("linking", "link", Link, "~".join(sorted((str(arrest), str(search)))))
    assert kept is not None
    assert (kept.judged, kept.joined) == ("same", True)


def test_unsure_keeps_the_machine_from_joining_two_by_their_own_link(empty_book: Casebook) -> None:
    known = examples.record(empty_book, ("04-flour-remark", "14-dosk-released-ko"))
    one, other = at(known, "04-flour-remark", 6), at(known, "14-dosk-released-ko", 9)
    link(empty_book)
    assert other in event_with(empty_book, one).claims
    judge(empty_book, "event-pair", f"{one}~{other}", "unsure")
    link(empty_book)
    assert other not in event_with(empty_book, one).claims


def test_two_mentions_that_a_person_tells_apart_are_two_persons(empty_book: Casebook) -> None:
    known = examples.record(empty_book, FEW)
    one, other = at(known, "04-flour-remark", 5), at(known, "14-dosk-released-ko", 7)
    subjects = f"{one}.target.0", f"{other}.target.0"
    link(empty_book)
    (dosk,) = empty_book.derived("linking", "person", Person, about=[("mention", subjects[0])]).items
    assert subjects[1] in {m.subject for m in dosk.mentions}
    judge(empty_book, "person-pair", "~".join(subjects), "different")
    link(empty_book)
    (first,) = empty_book.derived("linking", "person", Person, about=[("mention", subjects[0])]).items
    assert subjects[1] not in {m.subject for m in first.mentions}


def test_what_contradicts_itself_is_refused_with_the_judgements_shown(empty_book: Casebook) -> None:
    known = examples.record(empty_book, FEW)
    a, b, c = (
        at(known, "04-flour-remark", 2),
        at(known, "05-flour-remark-relayed", 6),
        at(known, "14-dosk-released-ko", 6),
    )
    judge(empty_book, "event-pair", f"{a}~{b}", "same")
    judge(empty_book, "event-pair", f"{b}~{c}", "same")
    with pytest.raises(Conflict) as refused:
        judge(empty_book, "event-pair", f"{c}~{a}", "different")
    for words in (
        f"{c} and {a} cannot be different",
        f"{a} and {b} are same",
        f"{b} and {c} are same",
        "Alice",
    ):
        assert words in str(refused.value)
    assert not empty_book.history("event-pair", f"{a}~{c}")


def test_no_claim_is_lost_and_none_stands_in_two_events(empty_book: Casebook) -> None:
    examples.record(empty_book, examples.NAMES)
    link(empty_book)
    claims = [c for e in examples.events_of(empty_book) for c in e.claims]
    told = {c.id for c in empty_book.all_claims() if c.claim.kind in ("event", "directive")}
    assert len(claims) == len(set(claims))
    assert set(claims) == told


def test_a_link_travels_with_its_reasons(empty_book: Casebook) -> None:
    examples.record(empty_book, FEW)
    link(empty_book)
    links = empty_book.derived("linking", "link", Link, limit=1000).items
    assert links
    assert all(one.reasons for one in links)
    assert any("lies within" in str(reason) for one in links for reason in one.reasons)


def test_same_casebook_same_seed_same_bytes(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        with worlds.empty(tmp_path / name, plain=True) as book:
            examples.record(book, FEW)
            link(book, seed=7)
            found.append([book.derived("linking", kind, of, limit=1000).items for kind, of in (
                ("event", Event), ("person", Person), ("link", Link), ("clustering", Clustering))])  # fmt: skip
            assert link(book, seed=7).written == 0
    assert found[0] == found[1]


def test_a_new_report_changes_only_what_it_touches(empty_book: Casebook) -> None:
    examples.record(empty_book, examples.NAMES[:-1])
    link(empty_book)
    before = {e.key: e for e in examples.events_of(empty_book)}
    links = {
        (one.left, one.right): one for one in empty_book.derived("linking", "link", Link, limit=9999).items
    }
    new = examples.record(empty_book, examples.NAMES[-1:])
    link(empty_book)
    now = {
        (one.left, one.right): one for one in empty_book.derived("linking", "link", Link, limit=9999).items
    }
    near = {
        int(end.split(".")[0])
        for ends in now
        for end in ends
        if {int(e.split(".")[0]) for e in ends} & set(new)
    }
    after = {e.key: e for e in examples.events_of(empty_book)}
    changed = {key for key in before if before[key] != after.get(key)}
    touched = {key for key, e in after.items() if {*e.claims} & (near | {*new})}
    renamed = {key for key in before if key in after and set(after[key].persons) != set(before[key].persons)}
    assert changed <= touched | renamed
    assert len((touched | renamed) & set(before)) < 10
    assert sum(now.get(ends) != one for ends, one in links.items()) < 8


def test_a_rejected_claim_takes_no_part_and_an_amended_one_as_amended(empty_book: Casebook) -> None:
    known = examples.record(empty_book, FEW)
    rejected, amended = at(known, "04-flour-remark", 2), at(known, "07-april-searches", 11)
    empty_book.record_judgements([
        worlds.judge(rejected, "reject"),
        worlds.judge(amended, "amend", amended='{"time": [{"span": [0, 3], "text": "May", "value": "2024-05"}]}'),
    ])  # fmt: skip
    link(empty_book)
    assert not empty_book.derived("linking", "event", Event, about=[("claim", str(rejected))]).items
    event = event_with(empty_book, amended)
    assert (event.first, event.last) == ("2024-05-01", "2024-05-31")
    assert all(amended in v.accepted for v in event.values if amended in v.claims)


def test_a_claim_that_a_reading_gives_twice_is_no_error(empty_book: Casebook) -> None:
    (done,) = empty_book.record_captures([worlds.capture("twice.txt")])
    (report,) = empty_book.record_reports([NewReport(done.original, worlds.report())])
    empty_book.record_readings(
        [
            NewReading(
                report, worlds.reading(worlds.search_of_cafe(), worlds.search_of_cafe(), worlds.arrest())
            )
        ]
    )
    found = link(empty_book)
    assert found.counts["claims"] == 3
    assert link(empty_book).written == 0


def test_an_empty_casebook_is_linked_to_nothing(empty_book: Casebook) -> None:
    done = link(empty_book)
    assert (done.counts["events"], done.counts["persons"]) == (0, 0)


def test_an_engine_that_is_not_known_is_refused(empty_book: Casebook) -> None:
    with pytest.raises(BadInput, match="no engine 'abacus'"):
        link(empty_book, engine="abacus")
