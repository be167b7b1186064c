"""The second opinion: what it may change, what it may never do, and that it is the same on every run."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from testigo import read
from testigo.archive.text import report_of_text
from testigo.claim import Overruled, Reading
from testigo.errors import BadInput
from testigo.printing_explained import explained
from testigo.reading.asked import Found, Opinion
from testigo.reading.read import READER, RULES, read_report, read_with
from testigo.reading.rules import explain
from testigo.reading.scenes import Scene
from testigo.reading.second import opinion
from testigo.reading.second.company import Company
from testigo.reading.second.encoder import Encoded
from testigo.reading.second.inputs import LONGEST, Inputs, inputs, label
from testigo.reading.second.network import Network, network
from testigo.reading.second.pieces import END, START, UNKNOWN, Pieces
from testigo.reading.second.sight import Sight
from testigo.value import replace
from testigo.vocabulary import ACTS, CONDITIONS
from testigo.wire import reading_to_json

REPORT = (
    "A source in Ryanggang Province told a newsroom on Monday that agents had taken away two traders in Hyesan. "
    "Their stall was emptied the same night. The older of the two came back after nine days with a broken arm. "
    "His neighbours keep their voices down now, the source said."
)


def given(text: str) -> list[Inputs]:
    """What the network is shown of each sentence of a text."""
    seen: list[Inputs] = []

    def noted(scene: Scene, told: Found, _: object) -> Opinion:
        seen.append(inputs(scene, [(mention.at, label(claim.kind, claim.act)) for mention, claim in told]))
        return Opinion([claim for _, claim in told], [])

    read_with(report_of_text(text), lambda *_: noted)
    return seen


def shares_of(text: str) -> list[list[list[float]]]:
    """What the network makes of each sentence of a text."""
    net, shown = network(), given(text)
    encoded = Encoded(net.ready, net.pieces, [one.words for one in shown])
    return [Sight(net, one, encoded.rows(number)).acts() for number, one in enumerate(shown)]


def both(text: str) -> tuple[Reading, Reading]:
    """A text read by the rules alone, and with the second opinion."""
    report = report_of_text(text)
    return read_report(report, second=False), read_report(report, second=True)


EXAMPLES = [(trigger.rule, trigger.example) for trigger in opinion.triggers()]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[rule for rule, _ in EXAMPLES])
def test_the_example_of_a_second_opinion_is_found_by_it(rule: str, example: str) -> None:
    alone, second = both(example)
    assert rule in {claim.rule for claim in second.claims}
    assert rule not in {claim.rule for claim in alone.claims}


def test_a_second_opinion_is_explained_with_its_example() -> None:
    for rule, example in EXAMPLES:
        (told,) = explain(rule)
        assert told.example == example
        assert "network" in told.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Foreign Minister Karimov left for Ankara on Monday for talks with his counterpart, the ministry said.",
        "The premier departed for Vientiane on Friday for a summit.",
    ],
)
def test_the_journey_of_an_office_holder_is_no_escape(text: str) -> None:
    acts = {claim.act for claim in both(text)[1].claims}
    assert "movement" in acts
    assert "escape" not in acts


@pytest.mark.parametrize(
    "text",
    [
        "Iran is about to restore full diplomatic ties with Egypt.",
        "Cuba restored full relations with Panama on Friday.",
        "The miners and Cambodia welcomed a resumption of formal diplomatic ties with Thailand.",
    ],
)
def test_ties_between_states_are_no_measure(text: str) -> None:
    assert "policy" not in {claim.act for claim in both(text)[1].claims}


def test_the_network_names_only_acts_of_the_list() -> None:
    named = {name for name in network().labels if name}
    known = {
        *ACTS,
        *(f"condition/{c}" for c in CONDITIONS),
        "directive/order",
        "directive/policy",
        "view/view",
    }
    assert named == known


def test_every_value_of_a_second_opinion_is_words_of_the_report() -> None:
    for text in (REPORT, *(example for _, example in EXAMPLES)):
        for claim in read_report(report_of_text(text), second=True).claims:
            assert claim.span.start <= claim.trigger.start < claim.trigger.end <= claim.span.end
            for filler in (
                *claim.actor,
                *claim.target,
                *claim.place,
                *claim.time,
                *claim.charge,
                *claim.punishment,
            ):
                assert text[filler.span.start : filler.span.end] == filler.text


def test_speakers_times_and_orders_are_those_of_the_rules() -> None:
    alone, second = both(REPORT)
    assert (alone.attributions, alone.times, alone.hedges) == (
        second.attributions,
        second.times,
        second.hedges,
    )
    assert alone.directives == second.directives
    assert (alone.reader, second.reader) == (RULES, READER)


def test_what_both_find_is_the_same_claim_whole() -> None:
    alone, second = both(REPORT)
    by_trigger = {claim.trigger: claim for claim in alone.claims}
    shared = [claim for claim in second.claims if by_trigger.get(claim.trigger) is not None]
    assert shared
    for claim in shared:
        if not claim.rule.startswith("second."):
            assert claim == by_trigger[claim.trigger]


RULED = (
    "Police officers detained a trader in Hyesan on Tuesday, and the soldiers opened a new school in June."
)


@pytest.mark.parametrize("becomes", ["release", ""])
def test_what_the_rules_had_found_is_kept(becomes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinion, "verdict", lambda *given: becomes if given[-1] == "arrest" else given[-1])
    monkeypatch.setattr(opinion, "proposals", lambda *_: [])
    monkeypatch.setattr(opinion, "refilled", lambda *given: given[-1])
    alone, second = both(RULED)
    (before,) = (claim for claim in alone.claims if claim.act == "arrest")
    kept = Overruled(before.trigger, "event", "arrest", before.rule)
    changed = [claim for claim in second.claims if claim.instead is not None]
    if becomes:
        assert [(claim.act, claim.rule, claim.instead) for claim in changed] == [
            ("release", "second.release", kept)
        ]
        assert second.set_aside == ()
    else:
        assert (changed, second.set_aside) == ([], (kept,))
    assert alone.set_aside == ()
    assert [claim for claim in second.claims if claim.instead is None] == [
        claim for claim in alone.claims if claim != before
    ]
    report = report_of_text(RULED)
    shown = reading_to_json(report, second)
    assert [
        one.get("instead", {}).get("rule") for one in shown["claims"] if one["rule"] == "second.release"
    ] == ([before.rule] if becomes else [])
    assert [one["rule"] for one in shown["set_aside"]] == ([] if becomes else [before.rule])
    printed = io.StringIO()
    Console(file=printed, width=200).print(explained(report, second))
    assert f"event/arrest ({before.rule})" in printed.getvalue()


def test_two_processes_come_to_the_same_claims() -> None:
    script = (
        "import json, sys; from testigo.archive.text import report_of_text; from testigo.reading.read import read_report;"
        "from testigo.wire import reading_to_json; r = report_of_text(sys.argv[1]);"
        "print(json.dumps(reading_to_json(r, read_report(r, second=True))))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, REPORT], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads},
        ).stdout
        for seed, threads in (("0", "1"), ("7", "2"))
    ]  # fmt: skip
    assert runs[0] == runs[1] != ""


def test_likelihoods_of_a_word_add_up() -> None:
    for sentence in shares_of(REPORT):
        for share in sentence:
            assert all(0 <= part <= 1 for part in share)
            assert abs(sum(share) - 1) < 0.05


def test_whose_name_it_is_decides_nothing() -> None:
    one, other = (
        shares_of(f"Police in the town of {town} arrested {name} on Monday.")
        for town, name in (("Ruvora", "Tanko Wiremu"), ("Selbeck", "Sevda Quliyeva"))
    )
    assert one == other


def test_a_verb_that_takes_the_act_of_the_noun_behind_it_is_one_claim_with_it() -> None:
    text = "Police did not press charges against the nurses."
    found = both(text)[1].claims
    assert [(claim.act, claim.trigger.of(text)) for claim in found] == [("trial", "press charges")]


def test_a_setting_turns_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of_text(REPORT)
    monkeypatch.setenv("TESTIGO_SECOND_OPINION", "no")
    assert read_report(report) == read_report(report, second=False)
    assert read(REPORT).reader == RULES
    monkeypatch.setenv("TESTIGO_SECOND_OPINION", "yes")
    assert read(REPORT).reader == READER
    monkeypatch.setenv("TESTIGO_SECOND_OPINION", "perhaps")
    with pytest.raises(BadInput, match="neither yes nor no"):
        read(REPORT)


def test_the_rules_alone_load_no_numbers() -> None:
    script = (
        "import sys; from testigo import read; read('Police arrested two men in the town on Monday.');"
        "sys.exit(not {'numpy', 'onnxruntime'}.isdisjoint(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "TESTIGO_SECOND_OPINION": "no"}, check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    "text",
    ["", "No.", "ARRESTED " * 400, "🙂🙃 " * 300, "a" * 5000, "Ha sido detenido un hombre en la ciudad de La Habana.",
     "| a | b |\n| --- | --- |\n| police | arrested |", "They said that " * 2000],
    ids=["empty", "a word", "capitals", "faces", "one long word", "Spanish", "a table", "no full stop"],
)  # fmt: skip
def test_any_text_gets_a_reading(text: str) -> None:
    reading = read_report(report_of_text(text), second=True)
    report = report_of_text(text)
    assert reading_to_json(report, reading) == reading_to_json(report, read_report(report, second=True))


def test_only_the_first_words_of_an_endless_sentence_are_looked_at() -> None:
    assert all(len(one.words) <= LONGEST for one in given("Police arrested a man and " * 300 + "left."))


class NoSession:
    """An encoder that nobody asks."""

    def run(self, wanted: list[str] | None, given: dict[str, Any]) -> list[Any]:
        raise AssertionError(wanted, given)


def net_of(*labels: str) -> Network:
    """A network that knows labels and nothing else."""
    names = ("", *labels)
    return Network(
        names,
        {name: at for at, name in enumerate(names)},
        {},
        {},
        {},
        0,
        {},
        1,
        NoSession(),
        Pieces([START, END, UNKNOWN]),
        Company(labels, {}, np.zeros((0, 1), np.int8), np.zeros((1, len(labels))), np.zeros(len(labels))),
    )


WORDS = Inputs(
    ("police", "took", "him", "in"), ("police", "take", "him", "in"), ("NNS", "VBD", "PRP", "RP"), ("",) * 4, ("",) * 4,
    ((),) * 4, ((False,) * 4,) * 4,
)  # fmt: skip
NOTHING = [1.0, 0.0, 0.0]


def test_an_act_that_no_rule_found_is_proposed_where_it_is_likely_enough() -> None:
    net = net_of("arrest", "movement")
    sure = [NOTHING, [1 - opinion.NEW - 0.1, opinion.NEW + 0.1, 0.0], NOTHING, NOTHING]
    unsure = [NOTHING, [1 - opinion.NEW + 0.1, opinion.NEW - 0.1, 0.0], NOTHING, NOTHING]
    torn = [NOTHING, [0.4, opinion.SURE - 0.02, 0.6 - opinion.SURE + 0.02], NOTHING, NOTHING]
    assert opinion.proposals(net, WORDS, sure, [], []) == [opinion.Proposal((1, 2), "arrest")]
    assert opinion.proposals(net, WORDS, unsure, [], []) == []
    assert opinion.proposals(net, WORDS, torn, [], []) == []


def test_two_verbs_tell_the_same_act_twice_where_something_stands_between() -> None:
    net = net_of("arrest", "movement")
    sure = [NOTHING, [0.1, 0.9, 0.0], NOTHING, NOTHING]
    verbs = replace(WORDS, kinds=("main", "main", "", "main"))
    assert opinion.proposals(net, WORDS, sure, [(3, 4)], [((3, 4), "arrest")]) == []
    assert (
        opinion.proposals(
            net, replace(verbs, kinds=("", "main", "main", "")), sure, [(2, 3)], [((2, 3), "arrest")]
        )
        == []
    )
    names = ("words", "lemmas", "tags", "acts", "kinds", "tables", "flags")
    longer = replace(verbs, **{name: getattr(verbs, name) * 2 for name in names})
    assert opinion.proposals(net, longer, sure + [NOTHING] * 4, [(4, 5)], [((4, 5), "arrest")]) != []


def test_words_of_a_rule_may_reach_beyond_the_last_word_that_is_looked_at() -> None:
    shares = [NOTHING, [0.1, 0.9, 0.0]]
    assert opinion.verdict(net_of("arrest", "movement"), WORDS, shares, (1, 4), "arrest") == "arrest"
    assert opinion.verdict(net_of("arrest", "movement"), WORDS, shares, (3, 4), "arrest") == "arrest"
    sure = [NOTHING, [0.1, 0.9, 0.0], NOTHING, NOTHING]
    assert opinion.proposals(net_of("arrest", "movement"), WORDS, sure, [(3, 6)], [((3, 6), "arrest")]) == []


def test_nothing_is_proposed_where_a_rule_took_the_words_or_told_the_act_beside_them() -> None:
    net = net_of("arrest", "movement")
    sure = [NOTHING, [0.1, 0.9, 0.0], NOTHING, NOTHING]
    assert opinion.proposals(net, WORDS, sure, [(1, 2)], [((1, 2), "movement")]) == []
    assert opinion.proposals(net, WORDS, sure, [(3, 4)], [((3, 4), "arrest")]) == []
    assert opinion.proposals(net, WORDS, sure, [(3, 4)], [((3, 4), "movement")]) != []


@pytest.mark.parametrize(
    ("share", "becomes"),
    [([0.5, 0.1, 0.4], "movement"), ([0.3, 0.1, 0.6], "movement"), ([0.1, 0.55, 0.35], "arrest"), ([0.8, 0.1, 0.1], ""),
     ([0.3, 0.6, 0.1], "arrest")],
)  # fmt: skip
def test_a_claim_of_the_rules_stays_changes_or_goes(share: list[float], becomes: str) -> None:
    shares = [NOTHING, share, NOTHING, NOTHING]
    assert opinion.verdict(net_of("arrest", "movement"), WORDS, shares, (1, 2), "movement") == becomes


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The searches follow an order that the bureau sent to the border towns in May.", "surveillance"),
        ("Neighbors believe that he will end up in the camp at Sorin.", "view"),
        ("The authorities may be letting the story run to see who panics.", "policy"),
    ],
)
def test_what_only_follows_or_is_believed_is_no_act_for_the_second_opinion(text: str, act: str) -> None:
    assert act not in {claim.act for claim in both(text)[1].claims}
