"""The door: a report in, attributed claims out."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from tests.shared import shared

from testigo.archive.text import report_of_text
from testigo.claim import Claim, Reading, Span
from testigo.reading.read import read_report
from testigo.report import Block, Report
from testigo.wire import reading_to_json


def read(text: str) -> Reading:
    return read_report(Report(text, (Block("body", Span(0, len(text))),)))


def only(reading: Reading, act: str) -> Claim:
    found = [claim for claim in reading.claims if claim.act == act]
    assert len(found) == 1, [c.act for c in reading.claims]
    return found[0]


def test_an_arrest_has_its_slots() -> None:
    claim = only(read("On May 5, police in Hyesan arrested two traders for selling phones."), "arrest")
    assert [f.text for f in claim.target] == ["two traders"]
    assert [f.value for f in claim.time] == ["XXXX-05-05"]
    assert [f.text for f in claim.charge] == ["selling phones"]
    assert [f.value for f in claim.quantity] == ["2"]


def test_a_denied_claim_stays_denied() -> None:
    assert only(read("The minister denied that the man had been beaten."), "torture").status == "denied"


def test_a_hedge_is_kept() -> None:
    assert only(read("The couple was reportedly executed."), "execution").status == "hedged"


def test_what_is_only_ordered_has_not_happened() -> None:
    reading = read("The bureau ordered guards to arrest the brokers.")
    assert only(reading, "order").kind == "directive"
    assert only(reading, "arrest").status == "intended"


def test_a_claim_carries_the_chain_of_its_sources() -> None:
    claim = only(read("A source in the province said that the woman was released."), "release")
    assert [(s.kind, s.text) for s in claim.sources] == [("anonymous", "A source in the province")]
    assert claim.status == "reported"


def test_whom_it_is_done_to_is_not_who_does_it() -> None:
    reading = read("A driver was fined in Hyesan. The secretary, a cruel man, beat him.")
    assert [f.text for f in only(reading, "torture").target] == ["A driver"]


def test_who_is_named_after_including_is_one_more_each() -> None:
    claim = only(
        read("Police detained five lawyers, including Inesa Alen and Yury Kozi, in Minsk."), "arrest"
    )
    assert [f.text for f in claim.target] == ["five lawyers", "Inesa Alen", "Yury Kozi"]
    assert [f.text for f in claim.actor] == ["Police"]


def test_a_pronoun_is_given_the_words_it_stands_for() -> None:
    claim = only(read("A man in his 30s was seen in Hyesan. He was arrested."), "arrest")
    assert [f.text for f in claim.target] == ["A man in his 30s"]
    assert claim.target[0].mention is not None


def test_two_verbs_of_one_act_are_one_claim() -> None:
    assert len([c for c in read("Soldiers shot and killed a farmer.").claims if c.act == "killing"]) == 1


def test_a_class_of_people_in_a_relative_clause_is_no_claim() -> None:
    assert all(c.act != "escape" for c in read("The law punishes those who fled.").claims)


def test_the_words_that_attribute_are_no_claim() -> None:
    assert read("The source explained that the market is large.").claims == ()


def test_every_span_lies_in_the_text_and_holds_its_words() -> None:
    text = "“They took her away,” he said. She was sentenced to five years in prison for calling her sister."
    for claim in read(text).claims:
        for filler in (
            *claim.actor,
            *claim.target,
            *claim.place,
            *claim.time,
            *claim.charge,
            *claim.punishment,
        ):
            assert filler.span.of(text) == filler.text
        assert claim.trigger.start >= claim.span.start
        assert claim.trigger.end <= claim.span.end


@pytest.mark.parametrize("text", ["", "   ", "word", "🙂🙂🙂", "a" * 5000, "((((" * 500, "“" * 300])
def test_a_text_that_is_no_report_has_no_claims(text: str) -> None:
    assert read(text).claims == ()


def test_korean_is_said_to_be_not_read_yet() -> None:
    reading = read("국가보위성은 지난 10월 12일 회령시에서 주민 한 명을 체포했다고 소식통이 전했다.")
    assert (reading.language, reading.claims) == ("ko", ())
    assert "Korean" in reading.notes[0]


def test_a_language_that_is_not_known_is_said_not_guessed() -> None:
    reading = read("Полиция задержала двух журналистов в Минске в понедельник утром, сообщил адвокат.")
    assert (reading.language, reading.claims) == (None, ())
    assert reading.notes


@pytest.mark.parametrize("text", ["…… — …", "12. 13.", "“”"])
def test_marks_and_figures_alone_are_in_no_language_that_is_known(text: str) -> None:
    assert read(text).language is None


def test_the_same_text_gives_the_same_bytes_in_another_process_and_order() -> None:
    first, second = (
        "Police arrested a man in Hyesan. He was fined.",
        "A court sentenced two women to three years.",
    )
    script = (
        "import json,sys;from testigo.archive.text import report_of_text as r;from testigo.reading.read import read_report as q;"
        "from testigo.wire import reading_to_json as j;"
        "print(json.dumps([j(r(t),q(r(t))) for t in json.loads(sys.argv[1])][::int(sys.argv[2])]))"
    )

    def run(texts: list[str], step: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, json.dumps(texts), step],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert run([first, second], "1") == run([second, first], "-1")


@pytest.mark.shared
def test_the_seed_report_yields_what_the_first_issue_asks_for() -> None:
    text = (shared() / "gold" / "dev" / "seed-report.txt").read_text("utf-8")
    reading = read_report(report_of_text(text))
    by_act = {(c.act, c.status) for c in reading.claims}
    for wanted in (
        ("arrest", "asserted"),
        ("repatriation", "asserted"),
        ("meeting", "reported"),
        ("order", "asserted"),
    ):
        assert wanted in by_act
    sentence = next(c for c in reading.claims if c.act == "sentence")
    assert sentence.status == "hedged"
    assert [(p.form, p.duration) for p in sentence.punishment] == [("labour-training", "P3M")]
    meeting = next(c for c in reading.claims if c.act == "meeting")
    assert [s.text for s in meeting.sources] == ["A source from North Hamgyong Province"]
    assert sum(len(d.clauses) for d in reading.directives) >= 5


@pytest.mark.shared
def test_every_development_report_can_be_read_and_printed() -> None:
    for path in sorted((shared() / "gold" / "dev").glob("*.txt")):
        report = report_of_text(path.read_text("utf-8"))
        assert json.dumps(reading_to_json(report, read_report(report)))


HARD = {
    "no full stop": "the police arrested a man and " * 2000,
    "open quotation marks": "“the police said " * 500,
    "relatives in each other": "the man who said that " * 500,
    "one long list": "police and " * 2000 + "soldiers arrested him.",
    "marks and other scripts": "the 👩‍👩‍👧 police of \u202eمرحبا\u202c cafe\u0301 arrested a man\x00. " * 50,
    "all capitals": "POLICE ARRESTED TWO MEN IN THE TOWN ON MAY 5. THE MEN WERE BEATEN. " * 20,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_are_read_with_every_value_at_its_words(name: str) -> None:
    text = HARD[name]
    for claim in read(text).claims:
        assert 0 <= claim.span.start <= claim.trigger.start < claim.trigger.end <= claim.span.end <= len(text)
        for filler in (
            *claim.actor,
            *claim.target,
            *claim.place,
            *claim.time,
            *claim.charge,
            *claim.punishment,
        ):
            assert filler.span.of(text) == filler.text
