"""How fast a report is read: words a second when warm, seconds from cold, and how the time grows with the length.

    python bench/reading_speed.py [FILE ...]      (default: the reports of examples/ and tests/gold)

Rules:
- The rules alone, then with the second opinion; cold is with it, as `read` does it.
- One process, one core; the best of three rounds, by process time, so that neighbours do not count.
- Warm: every text read once before. Cold: a new interpreter that reads one report and prints its JSON.
- The form that runs is printed: compiled (`make setup`), plain, or stale (plain, because sources changed since).
- spaCy, where it is installed (it is no dependency): its tokeniser and sentence splitter alone, in the same rounds.
- Growth: one text repeated to twice, four and eight times its length; a factor near 2 for each doubling is linear.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

from testigo.archive.text import report_of_text
from testigo.made import form
from testigo.reading.read import read_report

ROOT = Path(__file__).resolve().parents[1]


def seconds(texts: list[str], *, second: bool = False) -> float:
    reports = [report_of_text(text) for text in texts]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for report in reports:
            read_report(report, second=second)
        best = min(best, time.process_time() - start)
    return best


def spacy_seconds(texts: list[str]) -> float | None:
    try:
        import spacy  # type: ignore[import-not-found]  # no dependency
    except ImportError:
        return None
    split = spacy.blank("en")
    split.add_pipe("sentencizer")
    best = float("inf")
    for _ in range(4):
        start = time.process_time()
        for text in texts:
            split(text)
        best = min(best, time.process_time() - start)
    return best


def cold(path: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "testigo", "read", "--json", str(path)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "tests" / "gold").glob("*.txt"))
    texts = [path.read_text("utf-8") for path in files]
    count = sum(len(text.split()) for text in texts)
    seconds(texts[:3])
    warm = seconds(texts)
    print(f"form   {form()}")
    print(f"warm   {count} words in {len(texts)} reports: {warm:.2f} s, {count / warm:,.0f} words a second")
    seconds(texts[:3], second=True)
    both = seconds(texts, second=True)
    print(f"second the same with the second opinion: {both:.2f} s, {count / both:,.0f} words a second")
    alone = spacy_seconds(texts)
    if alone is not None:
        print(
            f"spaCy  the same, tokens and sentences alone: {count / alone:,.0f} words a second; ratio {warm / alone:.1f}"
        )
    print(f"cold   one report: {min(cold(files[0]) for _ in range(3)):.2f} s")
    body = "\n\n".join(texts[:10])
    last = 0.0
    for times in (1, 2, 4, 8):
        took = seconds(["\n\n".join([body] * times)])
        factor = f"{took / last:.2f} times the one before" if last else ""
        print(f"growth {len(body) * times:>9,} characters: {took:6.2f} s  {factor}")
        last = took
    print(f"peak   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
