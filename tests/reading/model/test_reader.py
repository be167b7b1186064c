"""A lying model: nothing that it invents passes, and what is kept stands in the report."""

from __future__ import annotations

import json

import pytest
from tests.reading.model.lying import TEXT, answering, claim, everything_stands_in, only, read, report

from testigo import __version__
from testigo.claim import SLOTS, Reading
from testigo.reading.model.prompt import Prompt
from testigo.reading.read import read_report, read_report_with_model
from testigo.reading.rules import explain, registry
from testigo.wire import reading_from_json, reading_to_json, to_json


def notes(reading: Reading) -> str:
    return "\n".join(reading.notes)


def test_a_true_claim_is_kept_with_values_that_the_rules_compute() -> None:
    reading = read(
        claim(
            actor=["police"],
            target=["17 traders"],
            place=["Hyesan"],
            time=["October 12, 2021"],
            quantity="17",
        )
    )
    found = only(reading)
    assert (reading.reader, reading.version) == ("llm:liar", __version__)
    assert (found.rule, found.status, found.act_detail) == ("model.claim", "reported", "arrest")
    assert [f.text for f in (*found.actor, *found.target)] == ["police", "17 traders"]
    assert [f.id for f in found.place] == ["KP-10-hyesan"]
    assert [f.value for f in (*found.time, *found.quantity)] == ["2021-10-12", "17"]
    assert [s.text for s in found.sources] == ["A source in North Hamgyong Province"]
    assert reading.notes == (
        "read by the language model liar, whose claims were held to the words of the report",
    )
    everything_stands_in(reading, TEXT)
    assert reading_from_json(to_json(reading)) == reading


@pytest.mark.parametrize(
    "lie",
    [
        claim(clause="police arrested 18 traders in Hyesan on October 12, 2021"),
        claim(clause="Police arrested 17 traders in Hyesan"),
        claim(clause="police shot 17 traders", trigger="shot"),
        claim(clause="olice arrested 17 trader"),
        claim(clause="October 12, 2021. Officers beat a man", trigger="beat"),
        claim(clause="police arrested 17 traders", trigger="tortured"),
        claim(clause="police arrested 17 traders", trigger="arrest"),
        claim(clause="police arrested 17 traders", trigger="beat"),
        claim(clause="police arrested 17 traders", trigger="17"),
        claim(clause=" ", trigger=" "),
        claim(clause="\0", trigger="\0"),
        claim(clause="", trigger=""),
    ],
)
def test_an_invented_clause_or_trigger_is_dropped_and_counted(lie: dict[str, object]) -> None:
    reading = read(lie)
    assert reading.claims == ()
    assert "dropped: 1 claim " in notes(reading)


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize(
    "words",
    ["the Minister of State Security", "2019", "Pyongyang", "death", "POLICE", "olice", "traders in Musan"],
)
def test_an_invented_value_is_dropped_from_every_slot(slot: str, words: str) -> None:
    reading = read(claim(**{slot: [words]}))
    assert getattr(only(reading), slot) == ()
    assert "dropped: 1 value not in the text" in reading.notes


@pytest.mark.parametrize("words", ["7 traders", "1", "7", "2021-10-12"])
def test_a_piece_of_a_number_is_no_number(words: str) -> None:
    found = only(read(claim(quantity=[words], time=[words])))
    assert found.quantity == ()
    assert found.time == ()


@pytest.mark.parametrize(
    "extra", [{"value": 71}, {"value": "710", "id": "KP-01"}, {"normalized": 1e9, "start": 0}]
)
def test_the_right_words_with_a_wrong_number_get_the_right_number(extra: dict[str, object]) -> None:
    found = only(
        read(claim(quantity=[{"quote": "17 traders", **extra}], time={"quote": "October 12", **extra}))
    )
    assert [f.value for f in found.quantity] == ["17"]
    assert [(f.text, f.value, f.id) for f in found.time] == [("October 12, 2021", "2021-10-12", None)]


@pytest.mark.parametrize(
    ("text", "clause", "words", "duration"),
    [
        ("He was sentenced to fifteen years in prison.", "He was sentenced to fifteen years in prison", "years in prison", "P15Y"),
        ("She got three to five years in prison.", "She got three to five years in prison", "five years in prison", "P3Y"),
        ("He was sentenced to twelve years and two months in prison.", "He was sentenced", "two months in prison", "P12Y2M"),
    ],
)  # fmt: skip
def test_a_part_of_a_punishment_is_no_shorter_punishment(
    text: str, clause: str, words: str, duration: str
) -> None:
    trigger = "sentenced" if "sentenced" in clause else "got"
    reading = read(
        claim(
            act="sentence", clause=clause, trigger=trigger, status="asserted", sources=[], punishment=[words]
        ),
        text=text,
    )
    assert [f.duration for f in only(reading).punishment] == [duration]
    everything_stands_in(reading, text)


def test_the_words_for_when_it_was_told_are_no_time_of_the_act() -> None:
    reading = read(claim(time=["Monday"]))
    assert only(reading).time == ()
    assert "dropped: 1 value for when it was told, not when it happened" in reading.notes


def test_words_that_give_no_time_or_number_are_dropped() -> None:
    reading = read(claim(time=["traders"], quantity=["Hyesan"]))
    assert (only(reading).time, only(reading).quantity) == ((), ())
    assert "dropped: 1 value that gives no time" in reading.notes
    assert "dropped: 1 value that gives no number" in reading.notes


def test_a_time_that_cannot_be_dated_is_dropped() -> None:
    text = "Agents recently beat a man in Hyesan."
    lie = claim(
        act="torture", clause="Agents recently beat a man", trigger="beat", status="asserted", sources=[]
    )
    reading = read({**lie, "time": [{"quote": "recently", "value": "2021-10"}]}, text=text)
    assert only(reading).time == ()
    assert "dropped: 1 value that gives no time" in reading.notes


@pytest.mark.parametrize("slot", ["place", "charge", "punishment", "time", "quantity"])
@pytest.mark.parametrize(
    "words", ["Musan", "stealing corn", "fifteen years in a reeducation camp", "two women"]
)
def test_a_value_from_another_sentence_is_dropped(slot: str, words: str) -> None:
    reading = read(claim(**{slot: [words]}))
    assert getattr(only(reading), slot) == ()
    assert "dropped: 1 value from another sentence" in reading.notes


def test_who_may_be_named_by_earlier_words_and_not_by_later_ones() -> None:
    camp = claim(
        act="sentence",
        clause="He was sentenced to fifteen years",
        trigger="sentenced",
        sources=["a resident"],
    )
    reading = read({**camp, "target": ["a man in his 30s"]})
    assert [f.text for f in only(reading).target] == ["a man in his 30s"]
    later = read({**camp, "target": ["two women"]})
    assert only(later).target == ()
    assert "dropped: 1 value from later in the text" in later.notes
    pronoun = read({**camp, "target": ["He"]})
    assert only(pronoun).target == ()
    assert "dropped: 1 value that is only a pronoun" in pronoun.notes


@pytest.mark.parametrize(
    "sources", [["a resident"], ["An official"], [], ["A source in North Hamgyong Province", "An official"]]
)
def test_a_swapped_speaker_stays_with_the_rules_and_is_flagged(sources: list[str]) -> None:
    reading = read(claim(sources=sources))
    found = only(reading)
    assert [s.text for s in found.sources] == ["A source in North Hamgyong Province"]
    assert "model.source-differs" in found.rule.split()
    assert "conflict in 1 claim: the model names another source" in notes(reading)


def test_a_source_that_speaks_often_is_known_again_everywhere() -> None:
    text = "\n\n".join(f"{TEXT} That was day {n}." for n in range(150))
    answers = answering(*[claim() for _ in range(60)])
    reading = read_report_with_model(report(text), answers, "m")
    assert len(reading.claims) == 150
    assert all(found.rule == "model.claim" for found in reading.claims)


def test_an_invented_speaker_is_dropped_counted_and_flagged() -> None:
    reading = read(claim(sources=["Kim the informer of Hoeryong"]))
    assert [s.text for s in only(reading).sources] == ["A source in North Hamgyong Province"]
    assert "dropped: 1 value not in the text" in reading.notes
    assert "model.source-differs" in only(reading).rule


@pytest.mark.parametrize("status", ["asserted", "hedged", "denied", "intended", "speculated"])
def test_a_wrong_status_stays_with_the_rules_and_is_flagged(status: str) -> None:
    reading = read(claim(status=status))
    assert only(reading).status == "reported"
    assert only(reading).rule == "model.claim model.status-differs"
    assert "conflict in 1 claim: the model gives another status" in notes(reading)


def test_a_denied_act_told_as_done_stays_denied() -> None:
    lie = claim(
        act="execution",
        clause="two women were executed in Musan",
        trigger="executed",
        sources=["An official"],
    )
    assert only(read({**lie, "status": "asserted"})).status == "denied"


def test_another_act_than_the_rules_have_is_flagged() -> None:
    reading = read(claim(act="execution"))
    assert "model.act-differs" in only(reading).rule.split()
    assert "the rules take the words for another act" in notes(reading)


@pytest.mark.parametrize(
    "lie",
    [
        claim(act="genocide"), claim(act="hardship"), claim(kind="rumour"), claim(status="certain"), claim(act=""),
        claim(kind="condition", act="arrest"), claim(kind="view", act="fear"), claim(act=["arrest"]), claim(kind=None),
        claim(act="ARREST"), claim(status={"a": 1}),
    ],
)  # fmt: skip
def test_what_the_vocabulary_does_not_hold_is_dropped(lie: dict[str, object]) -> None:
    reading = read(lie)
    assert reading.claims == ()
    assert reading.notes[1:] == ("dropped: 1 claim with a kind, act or status outside the vocabulary",)


def test_the_same_claim_told_again_is_dropped() -> None:
    reading = read(claim(), claim(), claim(clause="police arrested 17 traders"))
    assert len(reading.claims) == 1
    assert "dropped: 2 claims told twice" in reading.notes


def test_ten_thousand_claims_give_no_more_than_the_text_holds() -> None:
    reading = read(*[claim(place=[f"place {n}"]) for n in range(10_000)])
    assert len(reading.claims) == 1
    assert "dropped: 9,700 claims beyond the 300 that one answer may give" in reading.notes
    assert "dropped: 299 claims told twice" in reading.notes


@pytest.mark.parametrize(
    "answer",
    [
        "", "I cannot help with that.", "{", "}", "[]", "null", '{"claims": 7}', '{"claims": {"a": 1}}', '{"claim": []}',
        '{"claims": [{"kind": "event", "act": "arr', "[" * 100_000, '{"claims": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a":' * 50_000 + "1" + "}" * 50_000, '{"claims": [' + "1" * 10_000 + "]", "\ud800", "{" + "x" * 2_000_000 + "}",
    ],
)  # fmt: skip
def test_an_answer_of_another_kind_gives_an_empty_reading_and_says_so(answer: str) -> None:
    reading = read_report_with_model(report(), lambda prompt: answer, "liar")
    assert reading.claims == ()
    assert len(reading.notes) == 2
    assert reading.notes[1].startswith("dropped: 1 answer ")


@pytest.mark.parametrize("item", [None, 1, "arrest", [], [claim()], True, {}, {"clause": TEXT}])
def test_items_of_another_shape_are_counted(item: object) -> None:
    reading = read(item, claim())
    assert len(reading.claims) == 1
    assert len(reading.notes) == 2
    assert reading.notes[1].startswith("dropped: 1 claim ")


@pytest.mark.parametrize("value", [7, {"a": "police"}, [None], [["police"]], True, ["x" * 5_000]])
def test_values_of_another_shape_are_counted(value: object) -> None:
    reading = read(claim(actor=value))
    assert only(reading).actor == ()
    assert reading.notes[1:] == ("dropped: 1 value of another shape than asked for",)


def test_white_space_may_differ_and_nothing_else() -> None:
    text = TEXT.replace("17 traders", "17\n\t traders")
    reading = read(claim(target=["17  traders"]), text=text)
    assert [f.text for f in only(reading).target] == ["17\n\t traders"]
    everything_stands_in(reading, text)


def test_answers_in_a_fence_with_words_around_are_read() -> None:
    answer = "Here it is:\n```json\n" + json.dumps({"claims": [claim()]}) + "\n```\nThat is all."
    assert len(read_report_with_model(report(), lambda prompt: answer, "m").claims) == 1


def test_a_language_that_the_rules_do_not_know_is_not_asked_about() -> None:
    def never(prompt: Prompt) -> str:
        raise AssertionError("asked")

    text = "경찰은 지난 12일 혜산시에서 상인 17명을 체포했다고 소식통이 전했다."
    reading = read_report_with_model(report(text), never, "m")
    assert reading.claims == ()
    assert reading.notes


def test_the_same_answers_give_the_same_bytes_and_leave_the_rules_reading_alone() -> None:
    lies = answering(claim(sources=["x"], status="denied"), claim(act="trial"), claim(clause="y"))
    one, other = (
        json.dumps(reading_to_json(report(), read_report_with_model(report(), lies, "m"))) for _ in range(2)
    )
    assert one == other
    assert read_report(report()).reader == "rules-en"


def test_every_rule_of_this_reader_can_be_explained() -> None:
    reading = read(claim(act="execution", status="denied", sources=[], actor=["police"], charge=["Hyesan"]))
    used = {rule for c in reading.claims for rule in (*c.rule.split(), c.actor[0].rule, c.charge[0].rule)}
    assert used == {rule for rule in registry() if rule.startswith("model.")}
    assert all(explain(rule) for rule in used)
