"""The same settings on Spark give the same pairs, levels and scores, to the last digit kept; ours and those of `link`."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from importlib.util import find_spec
from typing import get_type_hints

import pytest
from tests.linking.test_splinking import SETTINGS, people

from testigo.linking import event_model, person_model
from testigo.linking.event_rows import EventRow
from testigo.linking.model import Model
from testigo.linking.person_rows import PersonRow
from testigo.linking.splinking import Records, Value, learn, score

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(
        find_spec("pyspark") is None or shutil.which("java") is None, reason="needs PySpark and Java"
    ),
]
WORDS = ("kim", "ri", "pak", "강", "최", "mira", "h1", "h2")


def rows(kind: type, count: int) -> Records:
    """Rows by chance: every column of the kind, empty and missing values among them."""
    chance = random.Random(5)

    def value(hint: str) -> Value:
        if "tuple" in hint:
            return tuple(sorted(chance.sample(WORDS, chance.choice((0, 0, 1, 2, 3)))))
        if "bool" in hint:
            return chance.random() < 0.5
        if "None" in hint and chance.random() < 0.2:
            return None
        return chance.randrange(5) if "int" in hint else chance.choice(WORDS)

    hints = {name: str(hint) for name, hint in get_type_hints(kind).items()}
    table = {name: [value(hint) for _ in range(count)] for name, hint in hints.items()}
    return {"unique_id": [f"{n:03d}" for n in range(count)], **table}


def test_flat_records_score_the_same_on_spark() -> None:
    learned = learn([people()], SETTINGS)
    assert score([people(60)], learned, "spark", least=-20) == score([people(60)], learned, least=-20)


@pytest.mark.parametrize(
    ("model", "kind"),
    [(event_model.model(1000), EventRow), (person_model.model(1000), PersonRow)],
    ids=["events", "persons"],
)
def test_the_models_of_link_score_the_same_on_spark(model: Model, kind: type) -> None:
    table, settings = rows(kind, 40), replace(model.settings(), blocking=("l.unique_id < r.unique_id",))
    on_duckdb = score([table], settings, least=-60)
    assert len(on_duckdb) == 40 * 39 / 2
    assert len({pair.levels for pair in on_duckdb}) > 100
    assert score([table], settings, "spark", least=-60) == on_duckdb
