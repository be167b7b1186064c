"""Who a name, a pronoun or a list stands for: ages and descriptions, names behind a dash, objects far behind their verb."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday.\n\n"


def slots(text: str, act: str) -> list[tuple[list[str], list[str]]]:
    """Doers and those it is done to, of each claim of an act."""
    claims = read_report(report_of_text(LEAD + text, published="2024-06-20")).claims
    return [([f.text for f in c.actor], [f.text for f in c.target]) for c in claims if c.act == act]


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Ri Yong Ho, 43, a truck driver, was taken away on May 4.", "Ri Yong Ho, 43, a truck driver"),
        ("Oleg Sidorov, a lawyer, 55, was arrested in May.", "Oleg Sidorov, a lawyer, 55"),
        ("More than 40 monks were arrested in June.", "More than 40 monks"),
    ],
)
def test_a_subject_is_whole_with_its_age_its_trade_and_its_bound(sentence: str, whole: str) -> None:
    assert ([], [whole]) in slots(sentence, "arrest")


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            "Three pastors–Abebe Tesfa, Yonas Haile, and Girma Bekele–were arrested in Asmara.",
            ["Three pastors", "Abebe Tesfa", "Yonas Haile", "Girma Bekele"],
        ),
        (
            "Six writers, including the poet Sara Amini, were arrested in May.",
            ["Six writers", "the poet Sara Amini"],
        ),
        (
            "Police arrested two men, namely Ivan Petrov and Oleg Kern.",
            ["two men", "Ivan Petrov", "Oleg Kern"],
        ),
    ],
)
def test_who_is_listed_behind_a_dash_or_a_comma_is_named_too(sentence: str, people: list[str]) -> None:
    assert people in [target for _, target in slots(sentence, "arrest")]


@pytest.mark.parametrize(
    ("sentence", "act", "whom"),
    [
        (
            "Officers arrested without charge three opposition figures in March.",
            "arrest",
            "three opposition figures",
        ),
        (
            "Officials held in secret for two weeks two foreign reporters.",
            "detention",
            "two foreign reporters",
        ),
        (
            "The court tried in absentia the exiled editor Pavel Rudak.",
            "trial",
            "the exiled editor Pavel Rudak",
        ),
    ],
)
def test_an_object_may_stand_far_behind_its_verb(sentence: str, act: str, whom: str) -> None:
    assert [whom] in [target for _, target in slots(sentence, act)]


def test_a_name_before_what_is_refused_is_whom_it_is_refused_to() -> None:
    denied = slots("Prison guards denied Elena Sokolova medical care and visits.", "torture")
    assert (["Prison guards"], ["Elena Sokolova"]) in denied


def test_who_goes_on_after_the_people_met_is_the_subject() -> None:
    sentence = "Police dispersed students marching to the square, arresting forty."
    assert slots(sentence, "arrest") == [(["Police"], ["forty"])]


def test_who_is_taken_is_no_whereabouts() -> None:
    sentence = "The whereabouts of the three monks arrested in June remained unknown."
    assert slots(sentence, "arrest") == [([], ["the three monks"])]
    assert slots(sentence, "disappearance") == [([], ["the three monks"])]


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        (
            "Agents took six monks to the district station, where they were questioned about a leaflet.",
            "interrogation",
            "six monks",
        ),
        (
            "Guards took two nuns from the convent to the barracks. They were released later.",
            "release",
            "two nuns",
        ),
        ("A ring of seven smugglers was caught. They were beaten.", "torture", "seven smugglers"),
        (
            "Student Sara Ahmadi wrote that an interrogator sent her to a doctor after she was arrested.",
            "arrest",
            "Student Sara Ahmadi",
        ),
        ("A lawyer for the singer said she had been arrested.", "arrest", "the singer"),
        ("The pastor's wife said he was arrested at home.", "arrest", "The pastor"),
        (
            "The court tried Hu Meiling. After her arrest she was beaten. As of May lawyer Yu Chang was held. He was arrested in June.",
            "arrest",
            "lawyer Yu Chang",
        ),
    ],
)
def test_a_pronoun_stands_for_who_fits_it(text: str, act: str, whom: str) -> None:
    assert [whom] in [target for _, target in slots(text, act)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "Assembly deputy Juan Requesens was ill. Agents arrested Requesens.",
            "Assembly deputy Juan Requesens",
        ),
        ("Party leader Omar el-Kassas was ill. El-Kassas was arrested.", "Party leader Omar el-Kassas"),
        (
            "The writer Sara Amini, a nurse, who was arrested in May, wrote a book.",
            "The writer Sara Amini, a nurse",
        ),
    ],
)
def test_a_surname_stands_for_the_whole_name_however_it_is_spelled(text: str, whole: str) -> None:
    assert [whole] in [target for _, target in slots(text, "arrest")]


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("Rights groups called on Tashkent to release the reporter.", "Tashkent"),
        ("Dozens of widows pleaded with the officers for the release of their sons.", "the officers"),
    ],
)
def test_who_is_addressed_is_the_target_of_what_is_said(sentence: str, whom: str) -> None:
    assert [whom] in [target for _, target in slots(sentence, "speech")]


def test_an_office_whose_beating_of_others_is_told_does_it() -> None:
    assert slots("The police's beating of the students drew protests.", "torture") == [
        (["The police"], ["the students"])
    ]


def test_where_somebody_lives_is_not_who_did_it() -> None:
    text = "Ana Vidal, a nurse in Torvena who posted a photograph of the ward, has been missing since May 3."
    assert [who for who, _ in slots(text, "speech")] == [["Ana Vidal, a nurse in Torvena"]]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A trader went missing in May. The Civic Front said he was shot.", "A trader"),
        ("A nurse went missing in May. Activists in exile believe that she is held in Osh.", "A nurse"),
    ],
)
def test_a_party_or_a_state_is_no_he_or_she(text: str, whom: str) -> None:
    told = slots(text, "killing") + slots(text, "detention")
    assert told == [([], [whom])]


@pytest.mark.parametrize(
    ("act", "text", "who", "whom"),
    [
        ("policy", "Four of the students had to sign that they would be silent.", [], ["Four of the students"]),
        ("interrogation", "Ten pupils of a school were hauled in for questioning on Monday.", [], ["Ten pupils of a school"]),
        ("order", "The ministry demanded that the newspaper delete the report.", ["The ministry"], ["the newspaper"]),
    ],
)  # fmt: skip
def test_who_is_made_to_do_something_is_no_doer(act: str, text: str, who: list[str], whom: list[str]) -> None:
    assert (who, whom) in slots(text, act)


@pytest.mark.parametrize("body", ["The Orun Centre", "Torvena Watch", "The Mothers' Network"])
def test_a_body_named_by_what_it_is_is_no_he_or_she(body: str) -> None:
    text = f"{body} welcomes the news that Adam Tor is alive, and condemns his torture."
    assert body not in [whom for _, targets in slots(text, "torture") for whom in targets]


def test_a_decision_holds_nobody() -> None:
    text = "The union condemned his disappearance and the decision to keep him in prison."
    assert [who for who, _ in slots(text, "detention")] == [[]]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Mira Tal, 41, has a son and a sister. She was arrested in May.", "Mira Tal, 41"),
        ("Adam Orr, a teacher, has a brother. He was arrested in May.", "Adam Orr, a teacher"),
        ("Among them is Mira Tal, 41, who fled in 2008. She was arrested in May.", "Mira Tal, 41"),
        ("The office had a doctor. He was arrested in May.", "a doctor"),
    ],
)
def test_whose_kin_is_told_of_is_who_goes_on(text: str, whom: str) -> None:
    assert slots(text, "arrest") == [([], [whom])]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police met Mira Tal, 41, who fled Torvena in 2008.", "Mira Tal, 41"),
        ("He lived with Mira Tal, 41, a nurse, who fled Torvena.", "Mira Tal, 41, a nurse"),
        ("She named Dal, Orr, and Fen, a clerk, who fled Torvena.", "Fen, a clerk"),
        ("In Orun, a nurse, who fled, was beaten.", "a nurse"),
    ],
)
def test_who_stands_for_the_name_before_an_age_or_a_description(text: str, who: str) -> None:
    assert [doers for doers, _ in slots(text, "escape")] == [[who]]


def test_each_of_them_is_no_he() -> None:
    text = "A court fined Dal and Orr and jailed each of them. The lawyer hid because he had been arrested before."
    assert ["each of them"] not in [targets for _, targets in slots(text, "arrest")]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The body of Alin Dal, 24, was returned on May 6. He had been tortured.", "Alin Dal, 24"),
        ("Guards brought the body of Alin Dal to Torvena. He had been tortured.", "Alin Dal"),
        ("The bodies of two nurses were found. They had been tortured.", "two nurses"),
    ],
)
def test_whose_body_is_told_of_is_who_is_meant(text: str, whom: str) -> None:
    assert slots(text, "torture") == [([], [whom])]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Detainees were beaten,” Lena Ort told a briefing. She urged the government to free them.", ["Lena Ort"]),
        ("“Detainees were beaten,” said the envoy, Lena Ort. She urged the government to free them.", ["the envoy, Lena Ort"]),
        ("“Detainees were beaten,” a source said. He urged the government to free them.", []),
    ],
)  # fmt: skip
def test_who_told_by_name_goes_on_where_nobody_else_fits(text: str, who: list[str]) -> None:
    assert slots(text, "speech") == [(who, ["the government"])]


@pytest.mark.parametrize(
    "teller",
    ["a colleague", "a nurse", "a nurse who spoke to Viasna"],
)
def test_whom_a_cited_teller_saw_beaten_is_somebody_else(teller: str) -> None:
    text = f"Ivo Sol was detained on 3 March. According to {teller}, guards beat him in the yard."
    assert slots(text, "torture") == [(["guards"], ["Ivo Sol"])]
