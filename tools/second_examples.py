"""Find for each act a sentence in which the second opinion finds it and no rule does, and for each slot one in which it
fills the slot: examples.txt and slot_examples.txt of src/testigo/reading/second.

    python tools/second_examples.py     (after tools/train_second.py)

The sentences are those of tools/marked: invented, and marked with that act by hand. Of two the shorter is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from marked import MARK, ROOT, Mark, told_slots, unmarked

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report
from testigo.reading.second import opinion
from testigo.reading.second.filling import ADD
from testigo.reading.second.inputs import label
from testigo.reading.second.network import network
from testigo.reading.second.opinion import rule_of

SLOTS_OUT = ROOT / "src/testigo/reading/second/slot_examples.txt"
SLOTS_HEAD = (
    "# what it fills | a sentence in which the second opinion does; made by tools/second_examples.py\n"
)
OUT = ROOT / "src/testigo/reading/second/examples.txt"
HEAD = "# label | a sentence in which the second opinion finds it and no rule does; made by tools/second_examples.py\n"
SHORTEST, PLAIN, LONGEST, MOST = 6, 12, 20, 900


def candidates(name: str) -> Iterator[str]:
    """The sentences marked with a label, the shorter first."""
    files = sorted((ROOT / "tools/marked").rglob("*.txt"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    marked = {
        MARK.sub(r"\4", line) for line in lines if any(m[1] == name and not m[2] for m in MARK.findall(line))
    }
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
    SLOTS_OUT.write_text(SLOTS_HEAD + "\n".join(slot_lines()) + "\n", "utf-8")


def slot_lines() -> Iterator[str]:
    """A sentence for each slot, and for the status, in which the second opinion has what is marked there."""
    left = [*ADD, "status"]
    for line, told in sorted(marked_lines(), key=lambda one: (len(one[0]), one[0])):
        text, marks = unmarked(line, told)
        if not left or not PLAIN <= len(text.split()) <= LONGEST or not text[:1].isupper():
            continue
        right = {slot for claim in found(text, second=True) for slot in as_marked(text, claim, marks)}
        for slot in [slot for slot in left if slot in right]:
            left.remove(slot)
            yield f"{slot} | {text}"
    for slot in left:
        print(f"no sentence for the slot {slot}")


def marked_lines() -> Iterator[tuple[str, dict[int, dict[str, list[str]]]]]:
    """The marked lines of files with slots, and the slots of their file."""
    for file in sorted((ROOT / "tools/marked").rglob("*.slots")):
        told = told_slots(file.read_text("utf-8"))
        for line in file.with_suffix(".txt").read_text("utf-8").splitlines():
            if MARK.search(line) and "|" not in line and line.endswith("."):
                yield line, told


def as_marked(text: str, claim: Claim, marks: list[Mark]) -> Iterator[str]:
    """The slots of a claim that the second opinion filled with the words that are marked, and no other value is its own."""
    mark = next(
        (one for one in marks if one.start < claim.trigger.end and claim.trigger.start < one.end), None
    )
    if mark is None or mark.slots is None or label(claim.kind, claim.act) != mark.label:
        return
    for slot in ADD:
        fillers = getattr(claim, slot)
        marked = [text[start:end] for start, end in mark.slots.get(slot, ())]
        if [one.text for one in fillers] == marked and any("second." in one.rule for one in fillers):
            yield slot
    if claim.status == mark.status and any(one.rule == "second.status" for one in claim.firmness):
        yield "status"


if __name__ == "__main__":
    main()
