"""The pins of the gold set: a digest of its files, and floors under the reader's figures.

    python tests/gold/refresh.py --digest           after a change of the set, with a line in docs/gold.md
    python tests/gold/refresh.py --floors           raises floors to what is measured now, less a small margin
    python tests/gold/refresh.py --floors --lower   lowers them too, with a line "Lower the floor" in CHANGELOG.md

Rules:
- The digest is SHA-256 over the name and the bytes of every text and gold file, by name: those of the second coder and of
  the sets "opened" and "unseen" too.
- The set "unseen" has floors of its own: rules that gain on what their writer read and lose on what nobody read do not pass.
- A floor never falls without --lower, and --lower is refused unless the changelog says that a floor is lowered.
- A floor pinned for one digest is pinned for the next one only by running this again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from tests.gold import score  # noqa: E402
from tests.gold.scoring import Tallies  # noqa: E402

DIGEST = HERE / "digest.txt"
FLOORS = HERE / "floors.json"
CHANGELOG = HERE.parents[1] / "CHANGELOG.md"

PINNED = {
    "claims": "claims", "slots": "slots, pooled", "attribution": "attribution", "status": "status", "clauses": "clauses",
}  # fmt: skip
UNSEEN = HERE / "unseen"
MARGIN = 0.005
# Shares of the matched claims: a reader that newly finds hard claims may lower them without being worse.
WIDER = {"attribution": 0.02, "status": 0.02}
SAID = "Lower the floor"


def members(folder: Path = HERE) -> list[Path]:
    """The files that the digest covers, by name."""
    found = [*folder.glob("*.txt"), *folder.glob("*.json"), *folder.glob("*/*.txt"), *folder.glob("*/*.json")]
    kept = [path for path in found if path.name not in (DIGEST.name, FLOORS.name)]
    return sorted(kept, key=lambda path: path.relative_to(folder).as_posix())


def digest(folder: Path = HERE) -> str:
    """SHA-256 over names and contents, each with its length before it."""
    whole = hashlib.sha256()
    for path in members(folder):
        for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def measured(counts: Tallies) -> dict[str, float]:
    """The pinned figures: F1, and for attribution and status the share of matched claims."""
    return {name: counts[row].f1 for name, row in PINNED.items()}


def all_measured() -> dict[str, float]:
    """The pinned figures of the set, and "unseen NAME" for those of the reports that no rule was written from."""
    own, _ = score.measure(score.gold_files(HERE))
    unseen, _ = score.measure(score.gold_files(UNSEEN))
    return measured(own) | {f"unseen {name}": figure for name, figure in measured(unseen).items()}


def margin_below(name: str, figure: float) -> float:
    """The floor for a figure: a margin under it, rounded down to the third place."""
    return max(0.0, math.floor((figure - WIDER.get(name.removeprefix("unseen "), MARGIN)) * 1000) / 1000)


def moved(old: dict[str, float], now: dict[str, float], *, lower: bool) -> dict[str, float]:
    """The floors after a run: raised where the figure rose, lowered where it fell and `lower` is given."""
    new = {name: margin_below(name, figure) for name, figure in now.items()}
    return new if lower else {name: max(old.get(name, 0.0), floor) for name, floor in new.items()}


def announced(changelog: str) -> bool:
    """Whether what is unreleased says that a floor is lowered."""
    unreleased = changelog.partition("## Unreleased")[2].partition("\n## ")[0]
    return SAID.lower() in unreleased.lower()


def main(arguments: list[str] | None = None) -> int:
    """The command line: 0, or 1 where lowering is refused."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--digest", action="store_true", help="write the digest of the set")
    cli.add_argument("--floors", action="store_true", help="run the reader and raise the floors")
    cli.add_argument("--lower", action="store_true", help="lower floors too; the changelog must say so")
    given = cli.parse_args(arguments)
    if given.lower and not announced(CHANGELOG.read_text("utf-8")):
        sys.stderr.write(f'A floor is lowered with a line "{SAID} ..." under Unreleased in CHANGELOG.md.\n')
        return 1
    if given.digest:
        DIGEST.write_text(digest() + "\n", "utf-8")
    if given.floors or given.lower:
        old = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
        new = moved(old, all_measured(), lower=given.lower)
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
        sys.stdout.writelines(
            f"{name:20} {old.get(name, 0.0):.3f} -> {floor:.3f}\n" for name, floor in new.items()
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
