"""Work shared between processes: in the order of the tasks, with one answer however many processes and chunks there are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.linking.test_scale import derived, reports

from testigo.errors import BadInput
from testigo.linking import deriving, gathering, showing
from testigo.linking.database import database
from testigo.linking.deriving import Derivation, derive
from testigo.linking.judged import Verdicts
from testigo.linking.sharing import Shared


def squared(number: int) -> int:
    return number * number


def refused(number: int) -> int:
    if number == 3:
        raise BadInput("there is no square of three", "take four")
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_done_comes_in_the_order_of_the_tasks(workers: int) -> None:
    with Shared(workers, alone=2) as shared:
        assert list(shared.each(squared, range(40))) == [n * n for n in range(40)]
        assert list(shared.each(squared, [3, 1])) == [9, 1]


def test_few_tasks_start_no_process() -> None:
    with Shared(2, alone=5) as shared:
        assert list(shared.each(squared, range(5))) == [0, 1, 4, 9, 16]
        assert shared.started is False


def test_what_fails_elsewhere_fails_here_with_its_hint() -> None:
    with Shared(2, alone=0) as shared, pytest.raises(BadInput, match="square of three") as failed:
        list(shared.each(refused, range(6)))
    assert failed.value.hint == "take four"


def test_tasks_are_taken_only_as_fast_as_they_are_done() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with Shared(2, alone=0) as shared:
        done = shared.each(squared, tasks())
        next(done)
        assert len(taken) < 20


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, size in (
        (gathering, "REPORTS", 7), (deriving, "AT_ONCE", 5), (showing, "AT_ONCE", 9),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, size)


@pytest.fixture(scope="module")
def whole() -> Derivation:
    return derived(reports())


@pytest.mark.usefixtures("small_chunks")
def test_many_small_chunks_give_the_same(whole: Derivation) -> None:
    assert derived(reports()) == whole


@pytest.mark.usefixtures("small_chunks")
def test_two_processes_beside_this_one_give_the_same(whole: Derivation) -> None:
    with Shared(2, alone=1) as shared, database() as db:
        found = derive(db, reports(), Verdicts(), Verdicts(), seed=1, shared=shared)
        assert shared.started
    assert found == whole
