"""A casebook with something on every page: the invented country's coded reports, linked, weighed, confronted, judged.

`dress` changes every word that a person or program may have put in (names, notes, what failed): the tests of hostile words
hand in words that try to run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from tests.desk.conftest import put, sample_report
from tests.orders.gold_world import EXAMPLES, coded_reading

from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewTrouble
from testigo.claim import Filler, Reading
from testigo.confronted import Practice
from testigo.directive import Directive
from testigo.judgement import Judgement
from testigo.linked import Link
from testigo.linking.link import link
from testigo.orders.confront import confront
from testigo.report import Report
from testigo.weighed import Relay
from testigo.weighing.weigh import weigh
from testigo.wire import to_json

Dress = Callable[[str], str]
Told = tuple[Report, Reading]


def told() -> Iterator[Told]:
    """The sample report, then every coded report of the invented country."""
    yield sample_report()
    for path in sorted((EXAMPLES / "gold").glob("*.json")):
        yield coded_reading(path)


def furnish(
    book: Casebook, dress: Dress = lambda words: words, redo: Callable[[Told], Told] = lambda told: told
) -> None:
    """Fill a casebook so that every page has something to show. redo: changes a report together with its reading."""
    ids = [put(book, *redo(one)) for one in told()]
    put(
        book,
        Report(dress("북부 시장에서 단속이 강화되었다."), (), title=dress("북부 시장"), language="ko"),
        None,
    )
    book.record_troubles(
        (NewTrouble(dress("extract"), dress("letter.pdf"), dress("it asks for a password"), dress("save it without")),)
    )  # fmt: skip
    _judge_claims(book, dress, ids[0])
    link(book)
    weigh(book)
    confront(book)
    _judge_what_is_derived(book, dress)


def _judge_claims(book: Casebook, dress: Dress, report: int) -> None:
    """Every verdict once or more, a second reading, a claim added by hand, reports given away, a kept search."""
    alice, bob, note = dress("Alice"), dress("Bob"), dress("the radio says another day")
    reading = book.report(report).reading
    assert reading is not None
    claims = [stored.id for stored in reading.claims]

    def judge(
        kind: str, subject: int, verdict: str, by: str, amended: object = None, replaces: int | None = None
    ) -> int:
        body = None if amended is None else json.dumps(amended, ensure_ascii=False)
        made = Judgement(kind, f"{subject}", verdict, by, book.now(), note, body, replaces)
        return book.record_judgements((made,))[0]

    judge("claim", claims[0], "accept", alice)
    judge("claim", claims[1], "reject", bob)
    judge("claim", claims[3], "conflict", bob)
    judge("claim", claims[4], "note", alice)
    undone = judge("claim", claims[5], "accept", alice)
    judge("claim", claims[5], "withdraw", bob, replaces=undone)
    target = reading.claims[6].claim.target or reading.claims[6].claim.actor
    amended = [
        to_json(Filler(f.span, f.text, unknown=dress("who it is"), rule=dress("by hand"))) for f in target
    ]
    judge("claim", claims[6], "amend", alice, {"status": "hedged", "target": amended})
    judge("second", claims[0], "reject", bob)
    judge("second", claims[6], "amend", bob, {"wrong": ["time", "status"]})
    judge("report", report, "add", alice, to_json(reading.claims[2].claim))
    judge("task", report, "assign", alice, {"to": bob})
    address, name = f"/claims/?act=arrest&place={dress('x')}", dress("arrests to judge")
    book.record_judgements((Judgement("search", address, "save", bob, book.now(), name),))
    book.record_judgements((Judgement("sealed", dress("Mira Tolvan"), "seal", alice, book.now(), note),))
    order = book.directives_of(report)[0]
    judge("directive", order.id, "amend", bob, {"issuer": _redone(order.directive, dress)})


def _redone(order: Directive, dress: Dress) -> object:
    """The issuer of an order as an amendment gives it: its words, and a reason why they are not known."""
    issuer = order.issuer or order.clauses[0].groups[0]
    return to_json(Filler(issuer.span, issuer.text, unknown=dress("which office"), rule=dress("by hand")))


def _judge_what_is_derived(book: Casebook, dress: Dress) -> None:
    """One pair of events and of persons, a relay, a verdict about practice, a grade and a path."""
    alice, note = dress("Alice"), dress("read side by side")

    def judge(kind: str, subject: str, verdict: str, amended: object = None) -> None:
        body = None if amended is None else json.dumps(amended)
        book.record_judgements((Judgement(kind, subject, verdict, alice, book.now(), note, body),))

    for kind in ("event", "person"):
        links = book.derived("linking", "link", Link, about=[("state", f"{kind} open")], limit=5).items
        if links:
            judge(f"{kind}-pair", f"{links[-1].left}~{links[-1].right}", "unsure")
    relay = next(r for r in book.derived("weighing", "relay", Relay, limit=9).items if r.original is not None)
    judge("relay", f"{relay.relay}~{relay.original}", "same")
    practice = book.derived("orders", "practice", Practice, limit=1).items[0]
    judge("practice", practice.subject, "accept")
    judge("path", str(relay.original), "assess", {"grade": "B"})
    judge("grade", str(practice.claims[0]), "assess", {"grade": "3"})
