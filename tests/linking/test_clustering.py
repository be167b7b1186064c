"""Clusters: transitive, bound by what people decided, and never against what cannot be one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.linking.clustering import Bounds, Mark, Pair, clustered, groups_of
from testigo.linking.grouping import NO_WINDOW, Draws, Edges, Marks, Tied, components, draws, grouped

KEYS = np.arange(1000, 1012, dtype=np.uint64)
FREE = Tied(np.empty(0, np.int64), np.empty(0, np.int64))


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
    assert sets(clustered({(0, 1): 5.0, (1, 2): 4.0}, Bounds(marks=marks.__getitem__))) == {(0, 1)}
    towns = [
        Mark(None, 2, (frozenset({"a"}),)),
        Mark(None, 2, (frozenset(),)),
        Mark(None, 2, (frozenset({"b"}),)),
    ]
    assert sets(clustered({(0, 1): 5.0, (1, 2): 4.0}, Bounds(marks=towns.__getitem__))) == {(0, 1)}


def edges_of(edges: dict[Pair, float]) -> Edges:
    pairs = np.array(sorted(edges), dtype=np.int64).reshape(-1, 2)
    return Edges(pairs[:, 0], pairs[:, 1], np.array([edges[a, b] for a, b in sorted(edges)], dtype=float))


def test_an_uncertain_link_is_drawn_as_often_as_it_is_probable() -> None:
    edges = edges_of({(2 * n, 2 * n + 1): 1.0 for n in range(1000)})  # two to one
    (one,) = draws(2000, edges, FREE, np.arange(2000, dtype=np.uint64), seed=3, times=1).drawn
    assert 600 < int((one != np.arange(2000)).sum()) < 730


def test_draws_are_the_same_for_the_same_seed_and_leave_alone_what_is_certain() -> None:
    edges = edges_of({(0, 1): 1.0, (2, 3): 20.0})
    first, again, other = (draws(12, edges, FREE, KEYS, seed=s, times=8).drawn for s in (1, 1, 2))
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert all(one[3] == 2 for one in (*first, *other))
    assert [int(d[1]) for d in first] != [int(d[1]) for d in other]


def test_a_draw_does_not_ask_which_number_a_row_has() -> None:
    few, many = (draws(n, edges_of({(n - 2, n - 1): 0.5}), FREE, keys, seed=1, times=24).drawn
                 for n, keys in ((2, KEYS[:2]), (5, np.array([7, 8, 9, 1000, 1001], dtype=np.uint64))))  # fmt: skip
    assert [bool(d[1] == 0) for d in few] == [bool(d[4] == 3) for d in many]


def test_a_cluster_is_as_certain_as_the_share_of_draws_in_which_it_stands() -> None:
    found = np.array([0, 0, 2, 2])
    drawn = Draws(
        (np.array([0, 0, 2, 2]), np.array([0, 1, 2, 2]), np.array([0, 0, 2, 3]), np.array([0, 0, 0, 0]))
    )
    assert drawn.chances(found)[[0, 2]].tolist() == [0.5, 0.5]


@settings(deadline=None)  # a busy machine stops for longer than a cluster takes
@given(st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), st.integers(-9, 9).map(float), max_size=30),
       st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), max_size=4))  # fmt: skip
def test_no_cluster_holds_what_must_not_be_together(
    edges: dict[tuple[int, int], float], cannot: set[tuple[int, int]]
) -> None:
    found = clustered(edges, Bounds(cannot=tuple(sorted(cannot))))
    assert all(found.get(a, a) != found.get(b, b) or a == b for a, b in cannot)
    assert all(root <= node and found.get(root, root) == root for node, root in found.items())
    on = edges_of({pair: bits for pair, bits in edges.items() if bits > 0})
    reach = components(12, on.left, on.right)
    assert all(reach[node] == reach[root] for node, root in found.items())


PAIRS = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1])


@given(
    st.dictionaries(PAIRS, st.integers(-9, 9).map(float), max_size=30), st.sets(PAIRS, max_size=3), st.sets(PAIRS, max_size=3),
    st.lists(st.tuples(st.sampled_from((NO_WINDOW, 1, 4, 9)), st.integers(0, 3)), min_size=12, max_size=12),
)  # fmt: skip
def test_many_rows_are_clustered_as_all_of_them_at_once_would_be(
    edges: dict[Pair, float], cannot: set[Pair], apart: set[Pair], told: list[tuple[int, int]]
) -> None:
    values = (frozenset[str](), frozenset({"a"}), frozenset({"b"}), frozenset({"a", "b"}))
    days = np.array([day for day, _ in told])
    marks = Marks(days, days, 2, (np.array([number for _, number in told]),), (values,))
    barred = np.array(sorted(apart), dtype=np.int64).reshape(-1, 2)
    tied = Tied(barred[:, 0], barred[:, 1], cannot=tuple(sorted(cannot)), marks=marks)
    at_once = clustered(
        edges, Bounds(cannot=tuple(sorted(cannot)), apart=tuple(sorted(apart)), marks=marks.of)
    )
    assert grouped(12, edges_of(edges), tied).tolist() == [at_once.get(n, n) for n in range(12)]
