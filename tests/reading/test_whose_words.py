"""Whose words a sentence tells, and how firmly, where the words around the act decide: tries, bans, titles of reports."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading import lexicon
from testigo.reading.lemmas import lemma
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def told(sentence: str, act: str) -> Claim:
    """The last claim of an act in a sentence."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return next(c for c in reversed(claims) if c.act == act)


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("asserted", "disappearance", "Agents made repeated attempts to abduct the editor in Vilnius."),
        ("asserted", "arrest", "The bureau gave up its attempt to arrest the singer in May."),
        ("intended", "arrest", "The bureau made a plan to arrest the singer in May."),
        ("asserted", "movement_restriction", "The brothers and their wives may not leave the district."),
        ("speculated", "arrest", "The brothers may not have been arrested at all."),
        ("asserted", "disappearance", "The boys crossed the hill that night and never came back."),
        ("denied", "arrest", "The two boys were never arrested by the guards."),
        ("hedged", "torture", "At least two reported cases of rape in custody shocked the town."),
        ("reported", "torture", "Three former inmates reported beatings in the quarry almost every week."),
        ("speculated", "sentence", "She faced a possible fine of 2,000 dollars and the loss of her post."),
        ("asserted", "speech", "In March the ombudsman received 12 complaints of beatings from the prison."),
        ("asserted", "disappearance", "On May 3 guards moved the bishop to an unknown location by truck."),
        ("speculated", "disappearance", "The whereabouts of the bishop remained unknown at the end of May."),
        (
            "intended",
            "investigation",
            "Writers in three countries petitioned for an investigation of the raid.",
        ),
    ],
)
def test_what_was_tried_or_forbidden_is_so_and_what_is_possible_or_asked_for_is_not(
    status: str, act: str, sentence: str
) -> None:
    assert told(sentence, act).status == status


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("asserted", "Village heads required all men to work on the dam every weekend."),
        ("hedged", "Students were reportedly required to pick cotton for two weeks in October."),
        ("intended", "The governor ordered all men of the village to repair the dam by Sunday."),
    ],
)
def test_work_that_people_were_required_to_do_was_done_and_work_ordered_is_intended(
    status: str, sentence: str
) -> None:
    assert told(sentence, "forced_labor").status == status


@pytest.mark.parametrize(
    ("sentence", "act", "kind"),
    [
        ("The March 2020 NGO report Voices From the Mines said that men were beaten.", "torture", "document"),
        ("The May 2019 UN report The Price of Bread noted that guards beat women.", "torture", "document"),
        ("Its annual report entitled Walls, Volume 2 detailed the torture of a monk.", "torture", "document"),
        ("According to the 2016 HRNK report Gulag, Inc., guards shot four men.", "killing", "document"),
    ],
)
def test_a_report_called_by_its_title_is_a_document(sentence: str, act: str, kind: str) -> None:
    assert [s.kind for s in told(sentence, act).sources] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "A father who shouted at the vice principal was arrested and held until evening.",
        "Guards arrested the designer, a local resident who had been at the shop before the march began.",
        "Officials informed the family that all was well, but the driver was arrested again in May.",
    ],
)
def test_what_the_writer_tells_is_not_put_in_the_mouth_of_somebody_who_is_mentioned(sentence: str) -> None:
    assert told(sentence, "arrest").sources == ()


def test_every_verb_of_telling_is_known_by_its_past_form() -> None:
    plain = [v for v in lexicon.verbs() if v.isalpha() and v.endswith(("l", "e", "ee"))]
    lost = [
        v for v in plain if lemma(v + ("d" if v.endswith("e") else "ed"), "VBD") != v and v not in _IRREGULAR
    ]
    assert lost == []


_IRREGULAR = frozenset({"foretell", "tell", "see", "foresee", "write", "give", "feel"})


def sources(text: str, act: str) -> list[tuple[str, str]]:
    """Kind and fullest words of each source of the last claim of an act in a text of its own."""
    claims = read_report(report_of_text(text)).claims
    claim = next(c for c in reversed(claims) if c.act == act)
    return [(s.kind, s.refers_text or s.text) for s in claim.sources]


@pytest.mark.parametrize(
    ("before", "sentence", "found"),
    [
        (
            "Police arrested Anvar Boboev, Rustam Saidov, and Alisher Nazarov on May 4.",
            "The three men said that officers beat them with sticks.",
            ("named", "Anvar Boboev, Rustam Saidov, and Alisher Nazarov"),
        ),
        (
            "Police arrested Olga Petrova and Ivan Sidorov at the border on May 4.",
            "The two lawyers stated that during their detention officers beat them.",
            ("named", "Olga Petrova and Ivan Sidorov"),
        ),
        (
            "Police arrested singer Anvar Boboev at the market on May 4.",
            "The singer said that officers beat him with sticks.",
            ("named", "singer Anvar Boboev"),
        ),
        (
            "Police arrested three traders at the market on May 4.",
            "The three traders said that officers beat them with sticks.",
            ("anonymous", "three traders at the market"),
        ),
        (
            "Police arrested Anvar Boboev and Rustam Saidov on May 4.",
            "The three men said that officers beat them with sticks.",
            ("anonymous", "The three men"),
        ),
        (
            "The foreman fled on the night of Sept. 17.",
            "The welders were caught on Oct. 3, the worker said, and officers beat them.",
            ("anonymous", "the worker"),
        ),
    ],
)
def test_who_is_counted_or_called_by_trade_is_named_where_the_names_stand_before(
    before: str, sentence: str, found: tuple[str, str]
) -> None:
    assert sources(f"{before}\n\n{sentence}", "torture") == [found]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("public", "Social media and several activists reported that police beat students in the square."),
        ("institution", "Voices of Tarvenia reported that police beat a shopkeeper in the market."),
        ("anonymous", "Residents of Tarvenia reported that police beat a shopkeeper in the market."),
        ("institution", "Five new cases of torture were documented by the Human Rights Center in May."),
        ("institution", "According to figures from the Defense Forum, police beat 30 people in May."),
        ("named", "UNSR Rehman noted in March that police beat two men."),
    ],
)
def test_the_kind_of_a_source_is_told_by_what_it_is_called(kind: str, sentence: str) -> None:
    assert [s.kind for s in told(sentence, "torture").sources] == [kind]


def test_who_heard_it_and_who_told_it_are_a_chain() -> None:
    text = "The second source, a clerk in the city, heard from his brother that police beat the surgeon."
    assert sources(text, "torture") == [
        ("anonymous", "The second source, a clerk in the city"),
        ("anonymous", "his brother"),
    ]


def test_an_outlet_that_a_source_told_is_the_first_link_of_the_chain() -> None:
    text = (
        "A fishing port has been closed, report says\n\n"
        "Police beat five fishermen, the website Taedong Post reported on Wednesday, quoting a source in the city.\n\n"
        "The captain had been beaten by officers since 2017, the source told Taedong Post."
    )
    assert [kind for kind, _ in sources(text, "torture")] == ["institution", "anonymous"]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("speculated", "The baker expects the price of bread to rise again before the winter."),
        ("reported", "The baker called the price of bread a bad joke on the whole town."),
    ],
)
def test_a_view_of_what_will_be_is_speculated(status: str, sentence: str) -> None:
    assert told(sentence, "view").status == status


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        (
            "asserted",
            "hardship",
            "Inmates were apparently able to get pills, due to a medicine shortage in the camp.",
        ),
        (
            "hedged",
            "hardship",
            "Inmates were reportedly beaten, and a medicine shortage was reported in the camp.",
        ),
        ("hedged", "torture", "In one reported case, police beat a taxi driver in the market."),
        ("asserted", "torture", "In one case, police beat a taxi driver in the market of the town."),
        (
            "asserted",
            "speech",
            "There were reports that guards shot men, and in the first half of the year the office got 40 complaints.",
        ),
        (
            "hedged",
            "killing",
            "There were reports that guards beat inmates and that two of them were killed.",
        ),
    ],
)
def test_a_doubt_ends_where_the_writer_gives_a_reason_or_a_fact_of_another_time(
    status: str, act: str, sentence: str
) -> None:
    assert told(sentence, act).status == status


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Word spread that the governor was arrested at his home.", ("public", "Word")),
        ("There is talk that the governor was arrested at his home.", ("public", "talk")),
        ("There is also talk that the governor was arrested at his home.", ("public", "talk")),
        ("Talk is going around that the governor was arrested at his home.", ("public", "Talk")),
    ],
)
def test_talk_is_what_people_say(sentence: str, found: tuple[str, str]) -> None:
    claim = told(sentence, "arrest")
    assert [(s.kind, s.text) for s in claim.sources] == [found]
    assert claim.status == "reported"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The group published a letter that observers saw as a threat to journalists.", "observers"),
        ("The office issued a statement that the mission saw as an attack on the press.", "the mission"),
        ("The agency published statements that activists interpreted as a call to arms.", "activists"),
    ],
)
def test_what_others_make_of_a_text_is_not_what_it_says(sentence: str, found: str) -> None:
    assert [s.text for s in told(sentence, "view").sources] == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The committee said it had no information that anyone had been arrested.",
        "The ministry had no record that a priest was ever arrested in the town.",
        "The mission had seen no evidence that the pastor was arrested in the town.",
    ],
)
def test_who_has_no_word_of_it_denies_it(sentence: str) -> None:
    assert told(sentence, "arrest").status == "denied"
