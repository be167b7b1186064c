"""Find for each act a sentence in which the second opinion finds it and no rule does: src/testigo/reading/second/examples.txt.

    python tools/second_examples.py     (after tools/train_second.py)

The sentences are those of tools/marked: invented, and marked with that act by hand. Of two the shorter is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from marked import MARK, ROOT

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report
from testigo.reading.second import opinion
from testigo.reading.second.network import network
from testigo.reading.second.opinion import rule_of

OUT = ROOT / "src/testigo/reading/second/examples.txt"
HEAD = "# label | a sentence in which the second opinion finds it and no rule does; made by tools/second_examples.py\n"
SHORTEST, LONGEST, MOST = 6, 20, 900


def candidates(name: str) -> Iterator[str]:
    """The sentences marked with a label, the shorter first."""
    files = sorted((ROOT / "tools/marked").rglob("*.txt"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    marked = {MARK.sub(r"\2", line) for line in lines if any(m[0] == name for m in MARK.findall(line))}
    plain = [
        line
        for line in marked
        if SHORTEST <= len(line.split()) <= LONGEST and line[:1].isalpha() and "|" not in line
    ]
    yield from sorted(plain, key=lambda line: (len(line), line))[:MOST]


def found(text: str, *, second: bool) -> tuple[Claim, ...]:
    """The claims of a sentence."""
    return read_report(report_of_text(text), second=second).claims


def main() -> None:
    vars(opinion)["_examples"] = lambda: dict.fromkeys(
        network().labels, ""
    )  # else only those with an example are proposed
    lines = []
    for name in network().labels:
        if not name:
            continue
        for text in candidates(name):
            rules = {claim.rule for claim in found(text, second=True)}
            if rule_of(name) in rules and len(rules) == len(found(text, second=True)):
                lines.append(f"{name} | {text}")
                break
        else:
            print(f"no sentence for {name}")
    OUT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
