"""A small generated casebook with known truth: who has it from whom is found, no original is taken for a copy, intervals hold."""

from __future__ import annotations

from bench.weighing import line_of, seen
from bench.worlds.worlds import Size, world
from tests.weighing.makes import claim, report

from testigo.weighing import corroboration, grounds, relays, twins
from testigo.weighing.evidence import Field


def test_relays_of_a_generated_casebook_are_found_and_no_original_is_named_as_a_copy() -> None:
    made = world(Size(reports=500), seed=11)
    field = Field([seen(told) for told in made.reports])
    found = relays.find(field)
    first = line_of(made)
    direct = {(t.number + 1, t.relay_of + 1) for t in made.reports if t.relay_of is not None}
    given = [(r.relay, r.original, r.order) for r in found if r.original is not None]
    in_line = sum(first[a] == first[b] for a, b, _ in given)
    precision, recall = in_line / len(given), in_line / len(direct)
    assert 2 * precision * recall / (precision + recall) >= 0.9
    assert not [(a, b) for a, b, order in given if order != "unknown" and (b, a) in direct]
    undirected = {(b, a) for a, b, order in given if order == "unknown"}
    very = len(({(a, b) for a, b, _ in given} | undirected) & direct)
    assert 2 * very / (len(given) + len(direct)) >= 0.86
    exact = {t.number + 1 for t in made.reports if t.how == "exact"}
    assert exact <= {a for a, _, _ in given} | {b for _, b, order in given if order == "unknown"}
    behind = grounds.behind(field, found)
    truth = made.truth()["events"]
    claims: dict[str, list[int]] = {}
    for told in made.reports:
        for n, said in enumerate(told.said):
            claims.setdefault(said.event.id, []).append(16 * told.number + n + 1)
    weights = {e: corroboration.weigh(behind.ground(e, claims[e]), behind.origins) for e in truth}
    assert all(weights[e].least <= len(truth[e]["origins"]) for e in truth)
    held = sum(weights[e].least <= len(truth[e]["origins"]) <= weights[e].most for e in truth)
    assert held / len(truth) >= 0.95


TEXT = "A baker in her 50s was arrested in Dorna on May 4 for selling salt, a resident said."


def brief(id_: int, outlet: str, day: str, **changed: str) -> twins.Sketch | None:
    told = {
        "target": "A baker in her 50s",
        "place": "Dorna",
        "time": "May 4=2031-05-04",
        "charge": "selling salt",
    } | changed
    told = {slot: words for slot, words in told.items() if words}
    made = claim(TEXT, TEXT.partition(", a resident")[0], "arrest", source="a resident", **told)
    return twins.sketch(report(id_, outlet, day, TEXT, (made,)))


def test_two_that_tell_every_detail_alike_within_days_are_one_telling() -> None:
    first = brief(1, "North Wire", "2031-05-12")
    assert twins.bits(first, brief(2, "Bay News", "2031-05-14")) >= twins.LEAST
    assert twins.bits(first, brief(2, "Bay News", "2031-07-14")) < 0


def test_who_tells_one_detail_otherwise_or_alone_tells_by_himself() -> None:
    first = brief(1, "North Wire", "2031-05-12")
    for changed in ({"time": "May 4=2031-05"}, {"time": "May 4=2031-05-05"}, {"charge": ""}):
        assert twins.bits(first, brief(2, "Bay News", "2031-05-14", **changed)) < twins.LEAST


def test_who_came_later_may_tell_less_and_never_more() -> None:
    month = "May=2031-05"
    for more, less in (("May 4=2031-05-04", month), ("May 4=2031-05-04", "")):
        early, late = (
            brief(1, "North Wire", "2031-05-12", time=more),
            brief(2, "Bay News", "2031-05-13", time=less),
        )
        assert twins.bits(late, early) > twins.bits(early, late)


def test_a_brief_of_other_acts_in_the_same_phrases_is_no_near_copy() -> None:
    arrest = claim(TEXT, TEXT.partition(", a resident")[0], "arrest", source="a resident")
    release = claim(TEXT, TEXT.partition(", a resident")[0], "release", source="a resident")
    one, other = (
        twins.sketch(report(n, "North Wire", None, TEXT, (c,))) for n, c in ((1, arrest), (2, release))
    )
    assert twins.other_acts(one, other)
    assert not twins.other_acts(one, one)
