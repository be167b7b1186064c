"""Claims that the reader once missed whole: times before a subject, verbs taken for nouns, passives without their "was"."""

from __future__ import annotations

import pytest
from tests.reading.test_clauses import Parsed
from tests.reading.test_tokens import tags

from testigo.archive.text import report_of_text
from testigo.claim import Span
from testigo.reading.read import read_report
from testigo.report import Block, Report


def acts(text: str) -> list[str]:
    return [claim.act for claim in read_report(report_of_text(text, published="2024-06-10")).claims]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("During the year authorities closed forty chapels.", "close", "authorities"),
        ("In 2021 four hamlets lost their sons.", "lose", "four hamlets"),
        ("On May 3 security forces arrested six teachers.", "arrest", "security forces"),
        ("In early March agents took two women.", "take", "agents"),
        ("Last week police in Orlova detained two reporters.", "detain", "police in Orlova"),
        ("That year the state closed the seminary.", "close", "the state"),
    ],
)
def test_a_time_before_a_subject_is_no_part_of_it(text: str, verb: str, subject: str) -> None:
    found = Parsed(text)
    assert found.words(found.verb(verb).subject) == subject


def test_a_time_that_names_something_stays_with_it() -> None:
    found = Parsed("The year of the flood was hard, and the May 3 rally was banned.")
    assert found.words(found.verb("ban").subject) == "the May 3 rally"


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("A clerk said that she hands the guard a bottle every week.", "hands", "VBZ"),
        ("An envoy said that nobody serves longer than a year.", "serves", "VBZ"),
        ("A bulletin of the office, dated May 2, lists 3,114 people.", "lists", "VBZ"),
        ("Somebody in the yard started to bang on a pot.", "bang", "VB"),
        ("Connections have been slow since June.", "slow", "JJ"),
        ("He was let off with a fine of 500 crowns.", "fine", "NN"),
        ("The wardens subjected the men to forced labor.", "forced", "JJ"),
        ("Inmates had to sing party songs.", "sing", "VB"),
        ("The two editors were set free.", "set", "VBN"),
        ("She removed her headscarf on the square.", "her", "PRP$"),
        ("They gave her some money for the road.", "her", "PRP"),
    ],
)
def test_the_clause_around_a_word_shows_its_tag(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


def test_a_passive_may_share_its_auxiliary_with_the_one_before() -> None:
    assert acts("Two men were shot and nine others arrested in the square.") == ["killing", "arrest"]


def test_an_ing_form_after_a_thing_tells_what_the_doer_does() -> None:
    found = Parsed("Three prisoners began hunger strikes demanding their release.")
    assert found.words(found.verb("demand").subject) == "Three prisoners"
    other = Parsed("The group published a letter demanding their release.")
    assert other.words(other.verb("demand").subject) == "a letter"


def test_an_object_may_stand_in_marks_or_behind_a_pronoun() -> None:
    marked = Parsed("A court declared the fund closed and called its head “a danger” on Monday.")
    assert marked.words(marked.verb("declare").object) is not None
    late = Parsed("The soldiers took with them forty head of cattle.")
    assert late.words(late.verb("take").object).startswith("forty head")


def test_a_boat_with_people_is_a_boat() -> None:
    assert acts("A boat carrying some 130 people capsized in the strait.") == ["death"]


def test_a_list_in_a_relative_clause_is_not_the_subject_of_the_next_verb() -> None:
    found = Parsed("A ring of seven people who moved fish, gold and parts across the river was broken up.")
    assert found.words(found.verb("break").subject).startswith("A ring of seven people")


def test_somebody_and_what_they_are_given_are_two_objects() -> None:
    found = Parsed("His parents offered the officer money.")
    assert found.words(found.verb("offer").object) == "the officer"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The editor, arrested in June 2022, has not seen a lawyer.", ["arrest"]),
        ("Detained along with him were his wife and two sons.", ["arrest"]),
        ("Two families were evicted and their land permits revoked.", ["banishment", "movement_restriction"]),
        ("Nine women were detained and given terms of seven years.", ["arrest", "sentence"]),
        ("A video shared online shows soldiers beating two women.", ["torture"]),
        ("His confession was extracted under torture.", ["interrogation", "torture"]),
        ("Several men bore marks of torture.", ["torture"]),
        ("The group recorded 88 protests in May and 132 arrests.", ["resistance", "arrest"]),
        ("Whoever breaks the rule is to be dismissed.", ["dismissal"]),
        ("The ministry declared the website extremist and blocked it.", ["watchlisting", "policy"]),
        ("The report noted incidents of residents being beaten.", ["torture"]),
    ],
)
def test_acts_that_the_grammar_hides_are_found(text: str, found: list[str]) -> None:
    told = acts(text)
    assert [act for act in told if act in found] == found, told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Monk Held in Secret on Unknown Charge", "detention"),
        ("Police Raid Offices of Rights Group", "search"),
        ("Security Forces Round Up Dozens of Students", "arrest"),
    ],
)
def test_a_title_may_have_a_capital_on_every_word(text: str, act: str) -> None:
    report = Report(text, (Block("title", Span(0, len(text))),))
    assert act in [claim.act for claim in read_report(report).claims]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("A video shared online shows soldiers at a gate.", "shared", "VBN"),
        ("Authorities engaged in acts that harmed the monks.", "engaged", "VBD"),
        ("The paper, marked secret, is addressed to the posts.", "marked", "VBN"),
        ("A door that quarantine officials had nailed shut was opened.", "quarantine", "NN"),
        ("Officials, angered by the leaflets, searched the town.", "searched", "VBD"),
        ("Soldiers make drivers pay.", "pay", "VB"),
    ],
)
def test_participles_and_verbs_are_told_apart_by_the_sentence(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


def test_a_bar_from_leaving_holds_over_an_aside() -> None:
    found = Parsed("The state barred certain citizens, known as brokers, from leaving.")
    assert found.verb("leave").governor == found.verb("bar").number


def test_what_is_given_up_is_no_person_because_it_is_most_of_something() -> None:
    assert acts("Farmers had to hand over most of their harvest to the state.") == ["confiscation"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The guard was given a two-year suspended sentence for it.", ["sentence"]),
        ("The offence carries up to fifteen years' imprisonment.", ["sentence"]),
        ("The reporter was handcuffed and driven to an unknown place.", ["arrest"]),
        ("The inmates were made to remain standing for a day.", ["torture"]),
        ("The prefect prohibited all gatherings in the district.", ["order"]),
        ("The decree was sent down by the Cabinet in May.", ["order"]),
        ("Only nine complaints reached the courts.", ["trial"]),
        ("Please write to us about any arrest that you have seen.", []),
        ("If you have been detained, call the hotline.", []),
        ("“We know. If you stumble, they beat you. Nobody helps,” a prisoner said.", ["torture"]),
        ("If you stumbled, the guards beat you.", ["torture"]),
        ("Please release my son, who was arrested in May.", ["release", "arrest"]),
        ("Please send us any details you may have.", []),
        ("She may have been arrested in May.", ["arrest"]),
    ],
)
def test_what_a_sentence_is_about_decides_the_act(text: str, found: list[str]) -> None:
    assert acts(text) == found


def test_a_court_that_is_asked_to_open_a_case_and_does_not_is_denied() -> None:
    claims = read_report(report_of_text("Police declined to open a criminal case.")).claims
    assert [(claim.act, claim.status) for claim in claims] == [("investigation", "denied")]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The group said that Ana Perla, 34, was detained on Monday.", "detain", "Ana Perla , 34"),
        ("He said the two men, both farmers, were shot.", "shoot", "the two men , both farmers"),
        ("Having been held for weeks, the teacher was freed.", "hold", "the teacher"),
        ("Arrested in March, Orlov was moved to another jail.", "arrest", "Orlov"),
        ("Citing a source, the paper said police arrested two men.", "arrest", "police"),
    ],
)
def test_who_it_is_about_may_stand_apart_from_the_verb(text: str, verb: str, subject: str) -> None:
    found = Parsed(text)
    assert found.words(found.verb(verb).subject) == subject


def test_a_report_of_fire_and_blows_tells_both() -> None:
    text = "Officers stormed the campus on Friday, firing tear gas and beating students."
    assert acts(text).count("torture") == 2
    assert acts("Police allegedly beat and then arrested a man.") == ["torture", "arrest"]


@pytest.mark.parametrize(
    "title",
    ["Rueda, torture and ill-treatment, 2023", "Country report on Merzhan, 2024: arrests and killings"],
)
def test_the_title_of_a_report_names_topics_and_tells_nothing(title: str) -> None:
    assert acts(f"{title}\n\nPolice arrested two reporters in Orlova.") == ["arrest"]


def test_a_headline_tells_what_happened() -> None:
    assert acts("Two reporters arrested in Orlova\n\nNobody has seen them since.")[:1] == ["arrest"]


def test_a_government_that_condemns_an_attack_speaks() -> None:
    assert "speech" in acts("The Varland government condemned an attack by Merzhan soldiers on Thursday.")
