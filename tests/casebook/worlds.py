"""Small casebooks with invented content, for the tests of this folder and for bench/."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path

from testigo.casebook import keys
from testigo.casebook.casebook import Casebook, create
from testigo.casebook.values import NewCapture, NewReading, NewReport, NewTrouble
from testigo.claim import Claim, Filler, Firmness, Reading, Source, Span
from testigo.directive import Clause, Directive
from testigo.judgement import Judgement
from testigo.report import Block, Report

PASSPHRASE = "lantern orbit velvet cellar"
NOON = dt.datetime(2031, 5, 6, 12, 0, tzinfo=dt.UTC)

TEXT = (
    "Weaver held in Dorna\n\n"
    "A weaver was arrested in Dorna on May 4, a source in the town said. "
    "The café was searched. Mining bosses feared nothing.\n\n"
    "Under the order of April 30, market traders must report every week. Families of soldiers are exempt.\n"
)
KOREAN = "도르나서 직조공 체포\n\n소식통은 4일 도르나에서 직조공이 보위부에 체포됐다고 전했다. USB를 압수했다"


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def filler(words: str, **more: str | None) -> Filler:
    """A value with these words."""
    return Filler(span(words), words, rule="test.words", **more)  # type: ignore[arg-type]


def arrest(rule: str = "test.arrest", status: str = "reported") -> Claim:
    """The arrest of TEXT."""
    return Claim(
        "event",
        "arrest",
        span("A weaver was arrested in Dorna on May 4"),
        span("arrested"),
        status,
        sources=(
            Source(span("a source in the town"), "a source in the town", "anonymous", cue=span("said")),
        ),
        target=(filler("A weaver"),),
        place=(filler("Dorna", id="dorna"),),
        time=(filler("May 4", value="2031-05-04"),),
        firmness=(Firmness(1, status),),
        rule=rule,
    )


def search_of_cafe() -> Claim:
    """The search of TEXT."""
    return Claim(
        "event", "search", span("The café was searched"), span("searched"), "asserted", rule="test.search"
    )


def order() -> Directive:
    """The order of TEXT."""
    words = "market traders must report every week"
    clauses = (
        Clause(span(words), "require", (filler("market traders"),), measure="surveillance", levels=(1, 3)),
        Clause(span("Families of soldiers are exempt"), "exempt", (filler("Families of soldiers"),)),
    )
    return Directive(span(words), clauses, issued=filler("April 30", value="2031-04-30"))


def reading(*claims: Claim, version: str = "1", directives: tuple[Directive, ...] = ()) -> Reading:
    """A reading of TEXT."""
    return Reading("test", version, "1", "en", claims, directives)


def report(text: str = TEXT, **more: str | None) -> Report:
    """A report with a title line."""
    end = text.index("\n")
    about: dict[str, str | None] = {
        "title": text[:end],
        "publisher": "The Dorna Mail",
        "published": "2031-05-06",
    }
    about |= {"language": "en", "extractor": "text", "version": "1", **more}
    return Report(text, (Block("title", Span(0, end)), Block("body", Span(end + 2, len(text)))), **about)  # type: ignore[arg-type]


def capture(name: str, parent: bytes | None = None) -> NewCapture:
    """An original of which nothing but the digest is real."""
    return NewCapture(
        digest(name), len(name), hashlib.sha256(b"object " + name.encode()).hexdigest(), "text/plain", f"in/{name}", NOON,
        how="part" if parent else "file", tool="test", parent=parent,
    )  # fmt: skip


def digest(name: str) -> bytes:
    """The digest of an original with that name."""
    return hashlib.sha256(name.encode()).digest()


def judge(claim: int, verdict: str = "accept", **more: object) -> Judgement:
    """What Alice decided about a claim."""
    return Judgement("claim", str(claim), verdict, "Alice", NOON, **more)  # type: ignore[arg-type]


def empty(path: Path, *, plain: bool = False) -> Casebook:
    """A new casebook with a cheap passphrase."""
    return create(path, None if plain else PASSPHRASE, plain=plain, cost=keys.FOR_TESTS)


def small(path: Path, *, plain: bool = False) -> Casebook:
    """A casebook with something of everything: two reports, two claims, an order, a judgement, a trouble."""
    book = empty(path, plain=plain)
    one, two = book.record_captures([capture("one.txt"), capture("two.txt", digest("one.txt"))])
    ids = book.record_reports(
        [
            NewReport(one.original, report()),
            NewReport(two.original, report(KOREAN, language="ko", publisher=None)),
        ]
    )
    book.record_readings([NewReading(ids[0], reading(arrest(), search_of_cafe(), directives=(order(),)))])
    book.record_judgements([judge(1, note="as the words say")])
    book.record_troubles([NewTrouble("read", "two.txt", "the text is not English", original=two.original)])
    return book


# -- a casebook in which everything happens ---------------------------------------------------------------------------

ACTS = ("arrest", "search", "release")
STATUSES = ("reported", "asserted", "hedged")
PLACES = ("KP-10", "KP-10-hyesan", "KP-09-hoeryong", None)
TIMES = (
    "2030-12-31",
    "2031",
    "2031-05",
    "2031-05-04",
    "1990/2031",
    "../2030-02-01",
    "2031-06-01/..",
    "XXXX-05-04",
    "2031-02/2031-03",
    None,
)
OUTLETS = ("The Dorna Mail", "Radio South", None)
VERDICTS = ("accept", "reject", "conflict", "amend", None, None)


def some_claim(chance: random.Random) -> Claim:
    """The arrest of TEXT, with some act, status, places and times."""
    made = arrest(rule=f"test.{chance.random()}", status=chance.choice(STATUSES))
    times = tuple(filler("May 4", value=chance.choice(TIMES)) for _ in range(chance.randrange(3)))
    there = tuple(filler("Dorna", id=chance.choice(PLACES)) for _ in range(chance.randrange(3)))
    return replace(made, act=chance.choice(ACTS), time=times, place=there)


def fill(book: Casebook, chance: random.Random, count: int = 60) -> None:
    """Reports with three claims each: some read twice, some claims judged and amended, one judgement taken back."""
    for n in range(count):
        (done,) = book.record_captures([capture(f"{n}.txt")])
        value = report(TEXT + f"\nLetter {n} from the border area.\n", publisher=chance.choice(OUTLETS))
        (id_,) = book.record_reports([NewReport(done.original, value)])
        for version in range(1 + (n % 5 == 0)):
            found = reading(*(some_claim(chance) for _ in range(3)), version=str(version))
            book.record_readings([NewReading(id_, found)])
    for stored in list(book.all_claims()):
        if (verdict := chance.choice(VERDICTS)) is not None:
            changes = json.dumps({"act": chance.choice(ACTS), "time": []}) if verdict == "amend" else None
            book.record_judgements([judge(stored.id, verdict, note="because", amended=changes)])
    back = next(c for c in book.all_claims() if c.judgement is not None)
    book.record_judgements(
        [judge(back.id, "withdraw", replaces=back.judgement.id if back.judgement else None)]
    )
