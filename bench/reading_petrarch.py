"""Who did what to whom, on PETRARCH2's validation records: `python bench/reading_petrarch.py DATA [--show]`.

DATA is a folder that holds `petrarch2-validation/petrarch2/data`. The records are stylised sentences about invented and
real countries, each with the events that the coder must find: source, target and a CAMEO code. The trees beside them
are not used: the reader reads the text.

What is counted: an event counts where `petrarch_acts.csv` says which of our acts its code means when one of the words
stands in the sentence, and by which slots its source and target are told; the reason stands beside it. It is right
where one claim has that act, the source in its slot and the target in its. Many codes of these records are arbitrary
numbers of a test dictionary (901 to 915, 345, 222) or things that are none of our acts (ties restored, money given,
accords signed): they are left out and counted. Of the records without an event, one is right where no claim has both an
actor and a target from the dictionary of countries.
"""

from __future__ import annotations

import argparse
import csv
import html
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from testigo import read
from testigo.claim import Claim, Filler

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Meaning:
    """What a code means in our acts, in sentences with one of the words; slots that tell source and target."""

    codes: frozenset[str]
    words: tuple[str, ...]
    acts: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A sentence and its events as (source, target, code)."""

    id: str
    date: str
    text: str
    events: tuple[tuple[str, str, str], ...]
    none: bool


def meanings() -> tuple[Meaning, ...]:
    """The mapping, in the order of its file."""
    with (HERE / "petrarch_acts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Meaning(
                frozenset(row["codes"].split()),
                tuple(row["words"].split()),
                frozenset(row["acts"].split()),
                tuple(row["source"].split()),
                tuple(row["target"].split()),
            )
            for row in csv.DictReader(file)
        )


def records(path: Path) -> list[Record]:
    """The records of the file, those without a text left out."""
    found = []
    for head, body in re.findall(
        r"<Sentence (.*?)>(.*?)</Sentence>", path.read_text("utf-8", "replace"), re.DOTALL
    ):
        text = re.search(r"<Text>(.*?)</Text>", body, re.DOTALL)
        marks = dict(re.findall(r'(\w+)\s*=\s*"(.*?)"', head))
        coded = [
            dict(re.findall(r'(\w+)="(.*?)"', event)) for event in re.findall(r"<EventCoding(.*?)>", body)
        ]
        if text is None or marks.get("id") == "FINAL-RECORD":
            continue
        events = [
            (c.get("sourcecode", ""), c.get("targetcode", ""), c["eventcode"])
            for c in coded
            if "eventcode" in c
        ]
        day = marks.get("date", "")
        found.append(
            Record(
                marks.get("id", ""),
                f"{day[:4]}-{day[4:6]}-{day[6:8]}",
                " ".join(html.unescape(text[1]).replace("``", "“").replace("_", " ").split()),
                tuple(events),
                not events,
            )
        )
    return found


def names(folder: Path) -> dict[str, set[str]]:
    """First three letters of a country's code -> the beginnings of words that name it, from the actor dictionary."""
    found: dict[str, set[str]] = {}
    entry: list[str] = []
    for line in (folder / "PETR.Validate.actors.txt").read_text("utf-8", "replace").splitlines():
        bare = re.sub(r"#.*|<!--.*", "", line)
        codes = [code[:3] for row in re.findall(r"\[([^\]\s]+)", bare) for code in row.split("/")]
        name = re.sub(r"[\[{].*", "", bare).strip().lstrip("+").replace("_", " ").strip().lower()
        if name and not line.startswith(("+", "\t", " ")):
            entry = [name]
        elif name:
            entry.append(name)
        for code in codes:
            found.setdefault(code.upper(), set()).update(entry)
        if name and line.startswith("+"):
            for known in found.values():
                if entry and entry[0] in known:
                    known.add(name)
    return found


def tells(fillers: tuple[Filler, ...], text: str, code: str, known: dict[str, set[str]]) -> bool:
    """Whether one of the fillers names the country of a code; a code without a country only asks for a filler."""
    if code.startswith("---"):
        return bool(fillers)
    words = " | ".join(
        f"{f.text} {f.refers_text or ''} {f.mention.of(text) if f.mention else ''}" for f in fillers
    ).lower()
    return any(re.search(rf"\b{re.escape(name)}", words) for name in known.get(code[:3], ()))


def slot(claim: Claim, wanted: tuple[str, ...]) -> tuple[Filler, ...]:
    """The fillers of some slots together."""
    return tuple(f for name in wanted for f in getattr(claim, name))


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    cli.add_argument("--show", action="store_true", help="print every event that is not right")
    args = cli.parse_args()
    folder = args.data / "petrarch2-validation/petrarch2/data"
    known, table = names(folder / "dictionaries"), meanings()
    count: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for record in records(folder / "text/PETR.UnitTest.records.xml"):
        claims = read(record.text, record.date).claims
        if record.none:
            dyads = [c for c in claims if any(tells(c.actor, record.text, k, known) for k in known)]
            dyads = [c for c in dyads if any(tells(c.target, record.text, k, known) for k in known)]
            count["none"] += 1
            count["none right"] += not dyads
            if dyads and args.show:
                print(
                    f"EVENT? {record.id}: {record.text}\n   {[(c.act, c.trigger.of(record.text)) for c in dyads]}"
                )
            continue
        for source, target, code in record.events:
            meaning = next(
                (
                    m
                    for m in table
                    if code in m.codes
                    and any(re.search(rf"\b{w}", record.text, re.IGNORECASE) for w in m.words)
                ),
                None,
            )
            if meaning is None or len(source) < 3 or len(target) < 3:
                count["left out"] += 1
                continue
            count["all"] += 1
            acts = [c for c in claims if c.act in meaning.acts]
            actors = [c for c in acts if tells(slot(c, meaning.source), record.text, source, known)]
            both = [c for c in actors if tells(slot(c, meaning.target), record.text, target, known)]
            count["act"] += bool(acts)
            count["act and source"] += bool(actors)
            count["right"] += bool(both)
            if not both:
                missing = "act" if not acts else "source" if not actors else "target"
                wrong[f"{missing} of {'/'.join(sorted(meaning.acts))}"] += 1
                if args.show:
                    print(f"{missing.upper()} {record.id} {source} {target} {code}: {record.text}")
                    for c in claims:
                        print(
                            f"   {c.act} “{c.trigger.of(record.text)}” {[f.text for f in c.actor]} -> {[f.text for f in c.target]} {[f.text for f in c.place]}"
                        )
    print(f"{count['all']} events that map on our acts, {count['left out']} left out")
    for name in ("act", "act and source", "right"):
        print(f"  {name:16} {count[name] / max(1, count['all']):.3f}")
    print(
        f"{count['none']} records without an event: {count['none right'] / max(1, count['none']):.3f} right"
    )
    for name, number in wrong.most_common(8):
        print(f"  missed: {name}: {number}")


if __name__ == "__main__":
    main()
