"""Relative clauses, inserted tellers, turned-round sentences and rows of verbs: who does what to whom."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def slots(sentence: str, act: str) -> list[tuple[list[str], list[str]]]:
    """Doers and those it is done to, of each claim of an act."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return [([f.text for f in c.actor], [f.text for f in c.target]) for c in claims if c.act == act]


@pytest.mark.parametrize(
    ("sentence", "act", "doer", "target"),
    [
        ("The priest, whom soldiers detained at the gate, was released on bail.", "arrest", "soldiers", "The priest"),
        ("Ana Reyes, whom police arrested at the airport, remains in a cell.", "arrest", "police", "Ana Reyes"),
        ("Two students whom agents questioned in April fled in May.", "interrogation", "agents", "Two students"),
        ("The articles, which the ministry blocked within hours, were his.", "policy", "the ministry", "The articles"),
        ("The women they questioned were released the same night.", "interrogation", "", "The women"),
        ("Protesters the police had beaten were refused treatment.", "torture", "the police", "Protesters"),
        ("The man who police say killed the guard has fled.", "killing", "The man", "the guard"),
        ("The scholar, whose house the police searched in May, fled.", "search", "the police", "whose house"),
        ("Officers beat a prisoner they said had tried to escape.", "torture", "Officers", "a prisoner"),
    ],
)  # fmt: skip
def test_a_relative_clause_is_done_to_what_it_hangs_on(
    sentence: str, act: str, doer: str, target: str
) -> None:
    assert any(target in whom and (not doer or doer in who) for who, whom in slots(sentence, act))


@pytest.mark.parametrize(
    ("sentence", "act", "target"),
    [
        ("The group, some of whose members had been jailed before, was banned.", "policy", "The group"),
        ("Nine were charged and two, a nurse and a cook, were sent to a camp.", "sentence", "two, a nurse"),
        ("Among those detained were two priests and a nun.", "arrest", "two priests"),
        ("Late in March a colleague of his, an X-ray specialist, was arrested.", "arrest", "a colleague of his"),
        ("Authorities cut off the hand of a man imprisoned for theft.", "detention", "a man"),
        ("Police arrested the wives of three men convicted of sedition.", "trial", "three men"),
        ("Others included Ivan Petrov, arrested in June on treason charges.", "arrest", "Ivan Petrov"),
        ("Prison officials denied Hasanova visits from her family.", "policy", "Hasanova"),
        ("The city has closed the two shops that sold paint.", "policy", "the two shops that sold paint"),
        ("Not only was Pak jailed, he was fined.", "detention", "Pak"),
    ],
)  # fmt: skip
def test_a_passive_finds_whom_it_is_about(sentence: str, act: str, target: str) -> None:
    assert any(any(w.startswith(target) for w in whom) for _, whom in slots(sentence, act))


@pytest.mark.parametrize(
    ("sentence", "act", "doer"),
    [
        ("In the evening, agents knocked at a house in Sariwon, showed a paper, and arrested the father.", "arrest", "agents"),
        ("Guards force detainees to sit still for hours and beat those who move.", "torture", "Guards"),
        ("Each month the unit visits homes, counts residents, and searches closets.", "search", "the unit"),
        ("The authorities block websites and jail those who share links.", "detention", "The authorities"),
        ("Residents, the sources said, now avoid talking even to neighbors.", "fear", "Residents"),
    ],
)  # fmt: skip
def test_verbs_in_a_row_keep_who_does_it(sentence: str, act: str, doer: str) -> None:
    assert any(doer in who for who, _ in slots(sentence, act))


def test_what_had_been_before_is_not_what_the_next_verb_goes_on_with() -> None:
    sentence = "Police raided a church that had refused to register and arrested the pastor who led it."
    assert (["Police"], ["a church that had refused to register"]) in slots(sentence, "search")
    assert (["Police"], ["the pastor who led it"]) in slots(sentence, "arrest")


def test_who_cites_bruises_passes_nothing_on() -> None:
    text = "The ministry said he fell from a ladder, while his mother, citing bruises, said he had been tortured."
    claims = read_report(report_of_text(LEAD + text)).claims
    assert [[s.text for s in c.sources] for c in claims if c.act == "torture"] == [["his mother"]]


def test_holding_people_is_no_way_of_telling() -> None:
    text = "According to the Center for Defense, a local group, authorities held at least 117 persons on such charges."
    held = [c for c in read_report(report_of_text(LEAD + text)).claims if c.act == "detention"]
    assert [(len(c.sources), c.status, [f.text for f in c.target]) for c in held] == [
        (1, "reported", ["at least 117 persons"])
    ]


def test_blows_on_somebodys_feet_are_ill_treatment() -> None:
    assert slots("Officers took my brother. They beat the soles of his feet.", "torture")


def test_nobody_is_a_phrase_of_its_own() -> None:
    found = slots("Since the incident nobody may enter the yard.", "movement_restriction")
    assert any("nobody" in target for _, target in found)


def test_where_somebody_died_is_not_who_was_shut() -> None:
    sentence = "The station, in which three prisoners died, was closed."
    assert slots(sentence, "movement_restriction") == [([], ["The station"])]


def test_a_plant_is_no_act_of_planting() -> None:
    assert not slots("He told a cousin about a fire at a munitions plant.", "forced_labor")


def test_a_verb_that_needs_an_object_is_done_to_its_subject() -> None:
    sentence = "State media showed a teacher detained for sharing a video of a protest."
    assert ([], ["a teacher"]) in slots(sentence, "arrest")


def test_what_people_are_taken_as_is_not_who_is_found() -> None:
    found = slots("Three men taken as porters were later found dead.", "killing")
    assert ([], ["Three men taken as porters"]) in found


def test_former_detainees_tell_of_themselves() -> None:
    sentence = "The family waited. Former detainees said they were beaten and deprived of sleep."
    assert ([], ["Former detainees"]) in slots(sentence, "torture")


def test_those_shot_at_while_fleeing_are_not_the_soldiers() -> None:
    sentence = "Soldiers entered the village, shot at fleeing residents, and set fire to 60 houses."
    assert (["Soldiers"], ["fleeing residents"]) in slots(sentence, "killing")
    assert not slots(sentence, "escape")


def test_being_told_that_one_must_is_an_order() -> None:
    assert ([], ["Residents"]) in slots(
        "Residents were told on Friday that they must hand in radios.", "order"
    )


def test_who_is_exempt_may_stand_behind() -> None:
    found = slots("Exempt from the rule are widows of soldiers.", "policy")
    assert any(target == ["widows of soldiers"] for _, target in found)


def test_what_somebody_complains_of_is_told_of_its_own_subject() -> None:
    sentence = "Police arrested Ana Reyes, who had asked for a meeting to complain that her son was sentenced to five years."
    assert (["Police"], ["Ana Reyes"]) in slots(sentence, "arrest")
    assert any(target == ["her son"] for _, target in slots(sentence, "sentence"))


def test_up_to_five_hours_is_how_long_and_no_charge() -> None:
    claims = read_report(report_of_text(LEAD + "Two women were detained for up to five hours in May.")).claims
    assert [(c.act, c.charge) for c in claims if "Two women" in [f.text for f in c.target]] == [
        ("detention", ())
    ]


def test_who_is_fined_is_no_belonging() -> None:
    found = slots(
        "Police searched the home of Ana Reyes, took some of her belongings, and fined her.", "sentence"
    )
    assert all("some of her belongings" not in target for _, target in found)


def test_a_report_with_letters_in_brackets_is_named_whole() -> None:
    text = "The 2014 UN Commission of Inquiry (UNCOI) report stated that prisoners were beaten."
    beaten = [c for c in read_report(report_of_text(LEAD + text)).claims if c.act == "torture"]
    told = [(s.text, s.kind) for c in beaten for s in c.sources]
    assert told == [("The 2014 UN Commission of Inquiry (UNCOI) report", "document")]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Police ordered shops that sell phones to close.", "shops that sell phones"),
        ("The chief ordered villagers who had relatives abroad to report.", "villagers who had relatives abroad"),
        ("The chief ordered men who had money to pay.", "men who had money to pay"),
    ],
)  # fmt: skip
def test_what_somebody_is_told_to_do_is_not_who_it_is(sentence: str, target: str) -> None:
    assert (["Police" if "Police" in sentence else "The chief"], [target]) in slots(sentence, "order")
