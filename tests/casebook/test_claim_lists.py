"""The list of claims: what the index of claims says, and what the rows say, are the same for any filter."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from tests.casebook import worlds
from tests.casebook.worlds import NOON, PLACES, STATUSES

from testigo.casebook import claim_lists, lists, look, marks, packed
from testigo.casebook.casebook import Casebook
from testigo.casebook.drawn import unpacked
from testigo.casebook.values import ClaimFilter, Drawn, NewReading, NewReport, NewTrouble, ReportFilter
from testigo.judgement import Judgement
from testigo.reference import tables

CHANCE = random.Random(4)


@pytest.fixture
def many(bare: Casebook) -> Casebook:
    """Sixty reports read and judged in many ways."""
    worlds.fill(bare, CHANCE)
    return bare


def inside(unit_id: str) -> tuple[str, ...]:
    """A unit and all places in it."""
    places = tables.places()
    return (
        unit_id,
        *(p.id for p in places.values() if p.id != unit_id and tables.lies_in(p, places[unit_id])),
    )


def some_filter() -> ClaimFilter:
    day = dt.date(1989, 1, 1) + dt.timedelta(CHANCE.randrange(16_000))
    asked = {
        "act": CHANCE.choice(("arrest", "search", "release", "torture")), "status": CHANCE.choice(STATUSES), "kind": "event",
        "verdict": CHANCE.choice(("open", "accept", "reject", "conflict", "amend")), "publisher": CHANCE.choice(("", "Radio South", "x")),
        "filler": CHANCE.choice(PLACES[:3]), "fillers": CHANCE.choice((PLACES[:2], ("dorna",), PLACES[1:3], inside("KP-10"), inside("KP-10")[1:])),
        "slot": CHANCE.choice(("place", "actor")), "since": day, "until": day + dt.timedelta(CHANCE.choice((0, 40, 400, 20_000))),
        "words": CHANCE.choice(("weaver", "arrested Dorna", "source", "nowhere", "arrest kind6576656e74")), "people": True,
        "report": CHANCE.randrange(1, 60),
    }  # fmt: skip
    names = CHANCE.sample(sorted(asked), CHANCE.randrange(1, 4))
    return ClaimFilter(**{name: asked[name] for name in names})  # type: ignore[arg-type]


def test_any_filter_finds_the_same_in_the_index_and_in_the_rows(many: Casebook) -> None:
    found = 0
    for _ in range(400):
        which = some_filter()
        by_rows = {claim.id for claim in many.all_claims(which)}
        page = many.claims(which, limit=1000)
        assert ({claim.id for claim in page.items}, page.total) == (by_rows, len(by_rows)), which
        found += bool(by_rows)
    assert found > 100, "the filters must find something for this to say anything"


def test_pages_follow_each_other_without_a_gap(many: Casebook) -> None:
    for which in (ClaimFilter(), ClaimFilter(act="arrest"), ClaimFilter(words="weaver", status="hedged")):
        every = [claim.id for claim in many.claims(which, limit=1000).items]
        paged = [
            c.id
            for start in range(0, len(every) + 7, 7)
            for c in many.claims(which, offset=start, limit=7).items
        ]
        assert paged == every
        assert every == sorted(every, reverse=bool(which.words))


def test_where_more_fit_than_are_counted_the_list_says_so(
    many: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_lists, "MOST_COUNTED", 20)
    monkeypatch.setattr(claim_lists, "MOST_COUNTED_OF_MORE", 5)
    one = many.claims(ClaimFilter(act="arrest"), limit=3)
    two = many.claims(ClaimFilter(act="arrest", status="hedged"), limit=3)
    assert [(p.total, p.more, len(p.items)) for p in (one, two)] == [(20, True, 3), (5, True, 3)]
    assert many.claims(ClaimFilter()).total == 180


def test_a_whole_province_is_asked_by_one_mark(many: Casebook) -> None:
    whole = marks.query(ClaimFilter(fillers=inside("KP-10")))
    assert whole == [f"({marks.mark('inside', 'KP-10')})"]
    without = marks.query(ClaimFilter(fillers=inside("KP-10")[1:]))[0].strip("()").split(" OR ")
    assert marks.mark("inside", "KP-10") not in without
    assert marks.mark("inside", "KP-10-hyesan") in without
    assert many.claims(ClaimFilter(fillers=inside("KP-10"))).total > 0


def test_a_mark_typed_as_a_word_is_not_found(many: Casebook) -> None:
    for typed in (marks.mark("act", "arrest"), marks.EVERY, marks.WIDE):
        assert many.claims(ClaimFilter(words=typed)).total == 0


def test_a_judgement_moves_a_claim_from_one_filter_to_another(bare: Casebook) -> None:
    (done,) = bare.record_captures([worlds.capture("one.txt")])
    (report,) = bare.record_reports([NewReport(done.original, worlds.report())])
    bare.record_readings([NewReading(report, worlds.reading(worlds.arrest()))])
    (stored,) = bare.all_claims()

    def now() -> list[str]:
        verdicts = ("open", "accept", "reject")
        return [v for v in verdicts if bare.claims(ClaimFilter(verdict=v, words="weaver")).items]

    assert now() == ["open"]
    (first,) = bare.record_judgements([worlds.judge(stored.id)])
    assert now() == ["accept"]
    (second,) = bare.record_judgements([worlds.judge(stored.id, "reject", replaces=first)])
    assert now() == ["reject"]
    bare.record_judgements([Judgement("claim", str(stored.id), "withdraw", "Alice", NOON, replaces=second)])
    assert now() == ["accept"]


def test_making_everything_again_changes_no_list(many: Casebook) -> None:
    asked = [some_filter() for _ in range(40)]
    before = [many.claims(which, limit=1000) for which in asked]
    drawn = many.drawn()
    many.rebuild()
    assert [many.claims(which, limit=1000) for which in asked] == before
    assert len(many.drawn().rows) == len(drawn.rows)


def test_a_list_of_reports_by_what_they_tell_is_the_same_either_way(
    many: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    whiches = [ReportFilter(act=a) for a in ("arrest", "release", "torture")]
    whiches += [ReportFilter(status="hedged", sort=s) for s in ("title", "-published", "added")]
    whiches += [
        ReportFilter(kind="event", publisher="Radio South"),
        ReportFilter(status="hedged", words="weaver"),
    ]
    few = [many.reports(which, offset=3, limit=9) for which in whiches]
    monkeypatch.setattr(lists, "MOST_LOOKED_UP", 0)
    assert [many.reports(which, offset=3, limit=9) for which in whiches] == few
    for which, page in zip(whiches, few, strict=True):
        told = {
            c.report
            for c in many.all_claims(ClaimFilter(act=which.act, status=which.status, kind=which.kind))
        }
        everywhere = many.reports(ReportFilter(publisher=which.publisher), limit=1000).items
        assert page.total == len(told & {line.id for line in everywhere})


def test_a_list_of_reports_by_words_is_the_same_whichever_way_it_is_found(
    many: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    whiches = [
        ReportFilter(words=words, sort=sort, publisher=publisher)
        for words in ("weaver", "arrested Dorna", "source*", "nowhere", '"in Dorna"')
        for sort in ("-published", "title")
        for publisher in (None, "Radio South")
    ]
    few = [many.reports(which, offset=2, limit=7) for which in whiches]
    assert {page.total for page in few} >= {0, 60}, "some find nothing, some everything"
    monkeypatch.setattr(lists, "MOST_LOOKED_UP", 0)
    assert [many.reports(which, offset=2, limit=7) for which in whiches] == few


def test_claims_kept_for_pictures_follow_every_judgement(many: Casebook) -> None:
    def told(drawn: Drawn) -> list[tuple[object, ...]]:
        return sorted(unpacked(drawn.rows, drawn.words))

    before = many.drawn()
    assert many.drawn() is before, "nothing came in"
    claims = [stored for stored in many.claims(limit=40).items if not stored.judgement]
    for stored, verdict in zip(claims, ("accept", "reject", "conflict", "accept", "amend"), strict=False):
        body = (
            '{"place": [{"text": "Pellick", "id": "KP-10", "span": [0, 7]}]}' if verdict == "amend" else None
        )
        (made,) = many.record_judgements([worlds.judge(stored.id, verdict, amended=body, note="why")])
        now = many.drawn()
        assert told(now) == told(packed.current(None).drawn), "as if taken out of the database again"
        assert told(now) != told(before)
        before = now
    many.record_judgements([Judgement("claim", str(stored.id), "withdraw", "Alice", NOON, replaces=made)])
    assert told(many.drawn()) == told(packed.current(None).drawn)
    many.rebuild()
    many.record_judgements([worlds.judge(claims[7].id, "reject")])
    assert told(many.drawn()) == told(packed.current(None).drawn), (
        "also where the lists of words were made again"
    )


def test_what_every_list_shows_is_what_counting_all_of_it_gives(many: Casebook) -> None:
    def same() -> bool:
        all_of_it, some = many.counts(), many.at_hand()
        names = ("reports", "claims", "judged", "unread", "directives", "troubles")
        return all(getattr(all_of_it, name) == getattr(some, name) for name in names)

    assert same()
    stored = next(stored for stored in many.claims(limit=40).items if not stored.judgement)
    many.record_judgements([worlds.judge(stored.id)])
    assert same()
    assert many.at_hand().judged > 0
    many.record_readings([NewReading(1, worlds.reading(version="2"))])
    assert same()
    many.record_troubles([NewTrouble("open", "x.pdf", "it is no PDF")])
    assert same()


def test_a_closed_casebook_keeps_no_claim_in_memory(many: Casebook) -> None:
    many.report(1)
    assert look._value.cache_info().currsize
    many.close()
    assert not look._value.cache_info().currsize


def test_judged_claims_kept_in_memory_follow_every_judgement(many: Casebook) -> None:
    def same() -> bool:
        kept = many.judged(), dict(many.filled())
        many.forget()
        return kept == (many.judged(), dict(many.filled()))

    assert many.judged()
    stored = [stored for stored in many.claims(limit=60).items if not stored.judgement][:4]
    for claim, verdict in zip(stored, ("accept", "reject", "amend", "accept"), strict=True):
        body = '{"status": "hedged"}' if verdict == "amend" else None
        (made,) = many.record_judgements([worlds.judge(claim.id, verdict, amended=body)])
        assert claim.id in {one.id for one in many.judged()}
        assert same()
    many.record_judgements([Judgement("claim", str(claim.id), "withdraw", "Alice", NOON, replaces=made)])
    assert claim.id not in {one.id for one in many.judged()}
    assert same()
