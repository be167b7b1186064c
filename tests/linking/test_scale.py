"""Linking of many claims: in portions or at once, in any order, in any process, on either engine, it gives one answer."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from bench.worlds.recording import tellings
from bench.worlds.worlds import Size, world

from testigo.linking import blocking
from testigo.linking.database import database
from testigo.linking.deriving import Derivation, derive
from testigo.linking.judged import Verdicts
from testigo.linking.telling import Telling

Reports = Sequence[tuple[int, Sequence[Telling]]]
ROOT = Path(__file__).resolve().parents[2]
PRINTED = """
import hashlib, sys
sys.path.insert(0, "{root}")
from tests.linking.test_scale import derived, reports
print(hashlib.sha256(repr(derived(reports(120))).encode()).hexdigest())
"""


def reports(count: int = 120) -> Reports:
    return list(tellings(world(Size(count), 5)))


def derived(told: Reports, engine: str = "duckdb") -> Derivation:
    with database(engine) as db:
        return derive(db, told, Verdicts(), Verdicts(), seed=1)


@pytest.fixture(scope="module")
def found() -> Derivation:
    return derived(reports())


def test_there_is_something_to_link(found: Derivation) -> None:
    assert any(len(e.reports) > 1 for e in found.events)
    assert any(len(p.mentions) > 1 for p in found.persons)
    assert any(link.joined for link in found.links)
    assert found.clusterings


def test_reports_in_another_order_give_the_same(found: Derivation) -> None:
    mixed = list(reports())
    random.Random(2).shuffle(mixed)
    assert derived(mixed) == found


def test_pairs_in_many_portions_give_the_same(found: Derivation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "PORTION", 150)
    assert derived(reports()) == found


def test_two_processes_give_the_same() -> None:
    program = PRINTED.format(root=ROOT)
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": s}, cwd=ROOT
        ).stdout
        for s in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != ""


def test_a_new_report_changes_only_what_it_touches(found: Derivation) -> None:
    told = reports()
    new, others = told[-1], told[:-1]
    before = derived(others)
    claims = {t.id for t in new[1]}
    for kind in ("events", "persons"):
        was, now = ({one.key: one for one in getattr(of, kind)} for of in (before, found))
        changed = {key for key in {*was, *now} if was.get(key) != now.get(key)}
        near = {key for key, one in now.items() if claims & _claims(one)}
        near |= {key for key, one in was.items() if any(_claims(one) & _claims(now[k]) for k in near)}
        beside = {key for key in changed - near if _only_keys_differ(was.get(key), now.get(key))}
        assert changed <= near | beside
        assert len(changed) < len(was) / 10


def _claims(one: Any) -> set[int]:
    return {*one.claims} if hasattr(one, "claims") else {m.claim for m in one.mentions}


def _only_keys_differ(was: Any, now: Any) -> bool:
    """Whether an event names other persons, or a person other events, and nothing else changed."""
    if was is None or now is None:
        return False
    name = "persons" if hasattr(was, "claims") else "events"
    left, right = ({k: getattr(one, k) for k in one.__slots__ if k != name} for one in (was, now))
    return left == right


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None, reason="needs PySpark and Java"
)
def test_spark_links_the_same(found: Derivation) -> None:
    assert derived(reports(), "spark") == found
