"""Clusters: transitive, bound by what people decided, and never against what cannot be one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testigo.linking.clustering import Bounds, Mark, clustered, components, draws, groups_of

NAMES = [f"claim {n}" for n in range(12)]


def sets(clusters: dict[int, int]) -> set[tuple[int, ...]]:
    return {nodes for nodes in groups_of(clusters).values() if len(nodes) > 1}


def test_what_is_linked_by_way_of_a_third_is_one() -> None:
    assert sets(clustered({(0, 1): 4.0, (1, 2): 3.0})) == {(0, 1, 2)}


def test_a_strong_no_is_stronger_than_two_weak_yes() -> None:
    assert sets(clustered({(0, 1): 4.0, (1, 2): 3.0, (0, 2): -9.0})) == {(0, 1)}


def test_people_say_the_last_word() -> None:
    edges = {(0, 1): 9.0, (1, 2): 9.0, (0, 2): 9.0, (3, 4): -9.0}
    assert sets(clustered(edges, Bounds(cannot=((0, 2),)))) in ({(0, 1)}, {(1, 2)})
    assert sets(clustered(edges, Bounds(must=((3, 4),)))) == {(0, 1, 2), (3, 4)}
    assert sets(clustered(edges, Bounds(must=((3, 4),), apart=((3, 4),)))) == {(0, 1, 2), (3, 4)}


def test_marks_keep_apart_what_was_never_compared() -> None:
    marks = [
        Mark((1, 1), 2, (frozenset({"a"}),)),
        Mark(None, 2, (frozenset(),)),
        Mark((90, 90), 2, (frozenset({"a"}),)),
    ]
    assert sets(clustered({(0, 1): 5.0, (1, 2): 4.0}, Bounds(marks=marks))) == {(0, 1)}
    towns = [
        Mark(None, 2, (frozenset({"a"}),)),
        Mark(None, 2, (frozenset(),)),
        Mark(None, 2, (frozenset({"b"}),)),
    ]
    assert sets(clustered({(0, 1): 5.0, (1, 2): 4.0}, Bounds(marks=towns))) == {(0, 1)}


def test_an_uncertain_link_is_drawn_as_often_as_it_is_probable() -> None:
    names = [f"{n}" for n in range(2000)]
    edges = {(2 * n, 2 * n + 1): 1.0 for n in range(1000)}  # two to one
    (one,) = draws(edges, Bounds(), names, seed=3, times=1).drawn
    assert 600 < len(sets(one)) < 730


def test_draws_are_the_same_for_the_same_seed_and_leave_alone_what_is_certain() -> None:
    edges = {(0, 1): 1.0, (2, 3): 20.0}
    first, again, other = (draws(edges, Bounds(), NAMES, seed=s, times=8) for s in (1, 1, 2))
    assert first == again
    assert first.nodes == {0, 1}
    assert [sets(d) for d in first.drawn] != [sets(d) for d in other.drawn]


@given(st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), st.integers(-9, 9).map(float), max_size=30),
       st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), max_size=4))  # fmt: skip
def test_no_cluster_holds_what_must_not_be_together(
    edges: dict[tuple[int, int], float], cannot: set[tuple[int, int]]
) -> None:
    found = clustered(edges, Bounds(cannot=tuple(sorted(cannot))))
    assert all(found.get(a, a) != found.get(b, b) or a == b for a, b in cannot)
    assert all(root <= node and found.get(root, root) == root for node, root in found.items())
    reach = components(pair for pair, bits in edges.items() if bits > 0)
    assert all(reach.get(node, node) == reach.get(root, root) for node, root in found.items())
