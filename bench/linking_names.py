"""Names: how often two spellings are rightly taken for one name, how often wrongly, how many pairs a second, and peers.

    python bench/linking_names.py [SHARED] [--people 400] [--seed 5] [--peer PYTHON]

Two sets of pairs. The public one (SHARED/data/analysis/link_kp_name_pairs.dev.csv): public figures in six spellings. The
generated one: surnames by how common they are and syllables by the table, no name of the public set among them, written
in Hangul and by the rules of DPRK, McCune-Reischauer (with marks, without, with hyphens), Revised (ko-pron for these),
and by a habit drawn from the table of spellings (reference/name_syllables.csv), which `linking` does not read for given
names. Pairs: every person in two spellings; hard ones with one syllable of the given name changed, some of them only in
a vowel that is written alike without breves; same surname.

A different pair is "open" where a rule writes one of the two names as the other is spelt: nobody can tell it. Open pairs
stay out of the F1 and are counted by answer. Two F1: "possible" takes "cannot tell" for yes, "same" does not.
Peers: Jaro-Winkler on folded letters at its own best threshold, in the same run; with --peer, the Python of an
environment that has nomenklatura, whose logic-v2 is run on the same pairs.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from testigo.linking.compared import Answer
from testigo.linking.name_shares import frequencies, surname_frequency
from testigo.linking.names import compare_names
from testigo.linking.romanising import dprk, mccune_reischauer, revised
from testigo.linking.styles import parts, syllable
from testigo.reference.tables import name_syllables

Name = tuple[str, str]
Forms = dict[str, str]


@dataclass(frozen=True)
class Pair:
    """Two spellings. same: whether of one person; hard: one syllable off; open: nobody can tell it."""

    a: str
    b: str
    same: bool
    hard: bool
    open: bool
    hangul: bool


def public(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8") as file:
        return [
            Pair(
                row["a"],
                row["b"],
                row["label"] == "1",
                row["kind"] == "hard",
                row["label"] not in ("0", "1") or row["kind"] == "ambiguous",
                "hangul" in (row["a_form"], row["b_form"]),
            )
            for row in csv.DictReader(file)
        ]


# --- generated names ----------------------------------------------------------------------------------------------


def made(count: int, chance: random.Random, without: set[str]) -> list[Name]:
    shares = frequencies()
    surnames = list(shares["surname"])
    weights = [surname_frequency(surname) for surname in surnames]
    firsts, lasts = sorted(shares["first"]), sorted(shares["last"])
    found: dict[str, Name] = {}
    while len(found) < count:
        surname = chance.choices(surnames, weights)[0] if chance.random() < 0.8 else chance.choice(surnames)
        given = chance.choice(firsts) + (chance.choice(lasts) if chance.random() < 0.93 else "")
        if surname + given not in without:
            found.setdefault(surname + given, (surname, given))
    return list(found.values())


def near_to(name: Name, chance: random.Random) -> Name:
    """The same but for one syllable of the given name."""
    surname, given = name
    at = chance.randrange(len(given))
    part = "only" if len(given) == 1 else ("first", "last")[at]
    other = chance.choice([s for s in sorted(frequencies()[part]) if s != given[at]])
    return surname, given[:at] + other + given[at + 1 :]


ALIKE = {
    "ㅓ": "ㅗ",
    "ㅗ": "ㅓ",
    "ㅕ": "ㅛ",
    "ㅛ": "ㅕ",
    "ㅡ": "ㅜ",
    "ㅜ": "ㅡ",
}  # alike where breves are left out


def easily_taken_for(name: Name, chance: random.Random) -> Name | None:
    """A name that another set of rules writes alike, if the tables have one: one vowel of the given name changed."""
    surname, given = name
    found = []
    for at, hangul in enumerate(given):
        onset, vowel, coda = parts(hangul)
        part = "only" if len(given) == 1 else ("first", "last")[at]
        if vowel in ALIKE and (other := syllable(onset, ALIKE[vowel], coda)) in frequencies()[part]:
            found.append((surname, given[:at] + other + given[at + 1 :]))
    return chance.choice(found) if found else None


def by_rule(name: Name) -> Forms:
    surname, given = name
    return {
        "hangul": surname + given,
        "dprk": dprk(surname, given),
        "mr": mccune_reischauer(surname, given),
        "mr hyphen": mccune_reischauer(surname, given, hyphen=True),
        "mr plain": mccune_reischauer(surname, given, marks=False),
        "rr": revised(surname, given),
    }


def by_habit(name: Name, chance: random.Random) -> str:
    """As in "Park Chul-soo": each part drawn from the first five spellings of the table; by rule where it has none."""
    table = {
        (row.kind, row.hangul): [s for s in row.spellings if s.isascii() and "'" not in s][:5]
        for row in name_syllables()
    }
    surname = chance.choice(table.get(("surname", name[0])) or [revised(*name).split()[0]])
    syllables = [chance.choice(table.get(("given", s)) or [revised("김", s).split()[1]]) for s in name[1]]
    return f"{surname} {'-'.join(syllables).capitalize()}"


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))


def generated(count: int, seed: int, without: set[str]) -> list[Pair]:
    chance = random.Random(seed)
    pairs: list[Pair] = []
    people = made(count, chance, without)
    rules: dict[Name, set[str]] = {}

    def forms(name: Name) -> Forms:
        found = by_rule(name)
        bald = mccune_reischauer(*name, hyphen=True, marks=False)  # by rule as well, though not drawn
        rules.setdefault(name, {folded(form) for form in (*found.values(), bald)})
        return found | {"habit": by_habit(name, chance)}

    def different(one: Name, other: Name, *, hard: bool) -> Pair:
        a_form, a = chance.choice(sorted(forms(one).items()))
        b_form, b = chance.choice(sorted(forms(other).items()))
        undecided = folded(a) in rules[other] or folded(b) in rules[one]
        return Pair(a, b, same=False, hard=hard, open=undecided, hangul="hangul" in (a_form, b_form))

    for name in people:
        spelt = sorted(forms(name).items())
        for _ in range(6):
            (a_form, a), (b_form, b) = chance.sample(spelt, 2)
            pairs.append(Pair(a, b, same=True, hard=False, open=False, hangul="hangul" in (a_form, b_form)))
        pairs += [different(name, near_to(name, chance), hard=True) for _ in range(4)]
        alike = easily_taken_for(name, chance)
        if alike:
            pairs += [different(name, alike, hard=True) for _ in range(2)]
        others = [other for other in people if other[0] == name[0] and other != name]
        pairs += [different(name, chance.choice(others), hard=False) for _ in range(2 if others else 0)]
    return pairs


# --- scores -------------------------------------------------------------------------------------------------------


def f1(pairs: list[Pair], yes: list[bool]) -> str:
    right = sum(y and p.same for p, y in zip(pairs, yes, strict=True))
    said, true = sum(yes), sum(p.same for p in pairs)
    precision, recall = right / max(1, said), right / max(1, true)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {both:.3f}"


def tell(title: str, pairs: list[Pair], answer: Callable[[Pair], bool]) -> None:
    settled = [pair for pair in pairs if not pair.open]
    latin = [pair for pair in settled if not pair.hangul]
    hard = [pair for pair in settled if pair.hard]
    false = sum(map(answer, hard))
    print(
        f"{title:<34} Latin {f1(latin, list(map(answer, latin)))}   all {f1(settled, list(map(answer, settled)))}"
        f"   hard ones taken for one {false / max(1, len(hard)):.2%} of {len(hard)}"
    )


def ours(pairs: list[Pair]) -> None:
    tell("ours, possible", pairs, lambda pair: compare_names(pair.a, pair.b).possible)
    tell("ours, same", pairs, lambda pair: compare_names(pair.a, pair.b).answer is Answer.SAME)
    undecided = Counter(str(compare_names(pair.a, pair.b).answer) for pair in pairs if pair.open)
    print(f"{'open pairs by answer':<34} {dict(undecided)}")


def jaro_winkler(pairs: list[Pair]) -> None:
    from rapidfuzz.distance import JaroWinkler

    def similar(pair: Pair) -> float:
        return float(JaroWinkler.normalized_similarity(folded(pair.a), folded(pair.b)))

    settled = [pair for pair in pairs if not pair.open and not pair.hangul]
    scores = [similar(pair) for pair in settled]

    def at(threshold: float) -> float:
        right = sum(s >= threshold and p.same for p, s in zip(settled, scores, strict=True))
        return 2 * right / max(1, sum(s >= threshold for s in scores) + sum(p.same for p in settled))

    best = max((n / 100 for n in range(60, 100)), key=at)
    tell(f"Jaro-Winkler at its best, {best:.2f}", pairs, lambda pair: similar(pair) >= best)


LOGIC = """
import json, sys, time
from nomenklatura.matching.logic_v2.model import LogicV2
from followthemoney import model
from nomenklatura.matching.types import ScoringConfig
pairs = json.load(sys.stdin)
made = {}
def entity(name):
    if name not in made:
        made[name] = model.make_entity("Person"); made[name].id = "n%d" % len(made); made[name].add("name", name)
    return made[name]
for a, b in pairs: entity(a), entity(b)
config = LogicV2.default_config()
for a, b in pairs[:20]: LogicV2.compare(entity(a), entity(b), config)  # it loads its lists of names
start = time.process_time()
scores = [LogicV2.compare(entity(a), entity(b), config).score for a, b in pairs]
print(json.dumps([time.process_time() - start, scores]))
"""


def logic(pairs: list[Pair], python: str) -> float | None:
    """The seconds that logic-v2 takes for the pairs; its scores are told as it goes. None where it does not run."""
    asked = json.dumps([(pair.a, pair.b) for pair in pairs])
    run = subprocess.run([python, "-c", LOGIC], input=asked, capture_output=True, text=True, check=False)
    if run.returncode:
        print(
            f"nomenklatura did not run: {run.stderr.strip().splitlines()[-1] if run.stderr.strip() else '?'}"
        )
        return None
    seconds, scores = json.loads(run.stdout)
    known = {(pair.a, pair.b): score >= 0.7 for pair, score in zip(pairs, scores, strict=True)}
    tell("nomenklatura logic-v2 at 0.7", pairs, lambda pair: known[pair.a, pair.b])
    return float(seconds)


def speed(pairs: list[Pair]) -> None:
    from rapidfuzz.distance import JaroWinkler

    spent = {"ours, every name met before": 1e9, "Jaro-Winkler, folding each time": 1e9}
    for _ in range(3):
        start = time.process_time()
        for pair in pairs:
            compare_names(pair.a, pair.b)
        spent["ours, every name met before"] = min(
            spent["ours, every name met before"], time.process_time() - start
        )
        start = time.process_time()
        for pair in pairs:
            JaroWinkler.normalized_similarity(folded(pair.a), folded(pair.b))
        spent["Jaro-Winkler, folding each time"] = min(
            spent["Jaro-Winkler, folding each time"], time.process_time() - start
        )
    code = (
        "import json,sys,time\nfrom testigo.linking.names import compare_names\n"
        "pairs=json.load(sys.stdin)\n"
        "for a,b in [('Kim Cholsu','김철수'),(\"Pak Yŏng-ch'ŏl\",'Park Young-chul'),('Arin Ruvek','Arin Tolvan')]:\n"
        "    compare_names(a,b)  # it loads its lists, as the peer does\nt=time.process_time()\n"
        "for a,b in pairs: compare_names(a,b)\nprint(time.process_time()-t)"
    )
    asked = json.dumps([(pair.a, pair.b) for pair in pairs])
    cold = subprocess.run(
        [sys.executable, "-c", code], input=asked, capture_output=True, text=True, check=True
    )
    spent["ours, names new to it"] = float(cold.stdout)
    for title, seconds in spent.items():
        print(f"{title:<34} {len(pairs) / seconds:>9,.0f} pairs/s of one core")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("shared", nargs="?", type=Path)
    cli.add_argument("--people", type=int, default=400)
    cli.add_argument("--seed", type=int, default=5)
    cli.add_argument("--peer", default="", help="a Python that has nomenklatura")
    args = cli.parse_args()
    sets: dict[str, list[Pair]] = {}
    known: set[str] = set()
    if args.shared:
        path = args.shared / "data" / "analysis" / "link_kp_name_pairs.dev.csv"
        sets["public figures"] = public(path)
        known = {pair.a for pair in sets["public figures"]} | {pair.b for pair in sets["public figures"]}
    sets["generated"] = generated(args.people, args.seed, known)
    for title, pairs in sets.items():
        different = len({text for pair in pairs for text in (pair.a, pair.b)})
        print(
            f"\n== {title}: {len(pairs)} pairs of {different} spellings, {sum(p.open for p in pairs)} of them open"
        )
        ours(pairs)
        jaro_winkler(pairs)
        if args.peer and (seconds := logic(pairs, args.peer)):
            print(
                f"{'nomenklatura logic-v2':<34} {len(pairs) / seconds:>9,.0f} pairs/s of one core, its lists loaded"
            )
        speed(pairs)


if __name__ == "__main__":
    main()
