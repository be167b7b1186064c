"""Tellers on a network or behind a passive, asides that only say that something came out, and weeks of the time told before."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The authorities told the residents of the town on Monday that the market would open again. "
SECOND = pytest.mark.parametrize("second", [False, True])


def claims(text: str, act: str, *, second: bool = True) -> list[Claim]:
    found = read_report(report_of_text(LEAD + text, published="2021-11-30"), second=second).claims
    return [claim for claim in found if claim.act == act and claim.span.start >= len(LEAD)]


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "her mother")], "Police beat two monks, her mother denounced on Facebook on Wednesday.", "beat"),
        ([("anonymous", "the abbot")], "Police beat two monks, the abbot denounced last week.", "beat"),
        ([], "Police beat two monks, authorities held at least nine men.", "beat"),
        ([], "Last November she was fined and warned in writing that guards would beat her.", "beat"),
        ([], "He was detained and informed on Monday that guards would beat him.", "beat"),
        ([("anonymous", "He")], "He was released and told reporters that guards had beaten him.", "beaten"),
        ([("anonymous", "He")], "He was beaten and warned the reporters that guards would beat others.", "beat others"),
    ],
)  # fmt: skip
def test_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("sentence", ["Ten men"], "Ten men, it emerged last month, had been sent to a camp."),
        ("sentence", ["The rest"], "Four were freed. The rest, it turned out, had been sent to a camp."),
        ("death", [], "It emerged last month that a monk was held."),
        ("arrest", ["Rinzin"], "The township police came for Rinzin on the night of July 2."),
        ("arrest", ["two men"], "On the night of July 2 police arrested two men."),
        ("torture", ["at least six people"], "She knew of at least six people who had been beaten."),
        ("sentence", ["Two vendors in whose phones foreign songs were found"],
         "Two vendors in whose phones foreign songs were found have fled. They were sentenced to two years in prison."),
        ("torture", ["His sister"],
         "His sister heard it from a neighbour and told a cousin in Nepal. She says that she was beaten for an hour."),
        ("arrest", [], "Decree-Law 370 was passed in 2019. She was arrested in May."),
    ],
)  # fmt: skip
def test_whom_it_was_done_to(act: str, targets: list[str], text: str, *, second: bool) -> None:
    assert [one.text for claim in claims(text, act, second=second) for one in claim.target] == targets


def test_what_came_out_later_dates_no_act() -> None:
    (claim,) = claims("Ten men, it emerged last month, had been sent to a camp.", "sentence", second=False)
    assert claim.time == ()


def test_police_that_come_behind_a_night_are_not_named_after_its_day() -> None:
    (claim,) = claims("In the early hours of 2 July soldiers shot two men.", "killing", second=False)
    assert [one.text for one in claim.actor] == ["soldiers"]
    assert [one.value for one in claim.time] == ["2021-07-02"]


@pytest.mark.parametrize(
    ("act", "value", "text"),
    [
        ("release", "2021-05-21/2021-05-31", "He was arrested on May 3. He was freed at the end of the month."),
        ("escape", "../2021-06-06", "She was fined on 2 June. By the end of the week she had fled."),
        ("release", "2021-11-21/2021-11-30", "He was arrested on November 3. He was freed at the end of the month."),
        ("torture", "2021-06-03", "A nurse was arrested on 3 June. The same day police beat two men."),
        ("torture", None,
         "Her appeal was rejected on 18 May. A clerk came. Two men left. The house was sold. A man was beaten the same morning."),
    ],
)  # fmt: skip
def test_the_week_or_day_is_that_of_what_was_told_before(act: str, value: str | None, text: str) -> None:
    (claim,) = claims(text, act, second=False)
    assert [one.value for one in claim.time] == [value]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "terms of between three and seven years",
            "They were sentenced to terms of between three and seven years.",
        ),
        (
            "sentences of between two and five years",
            "They were given sentences of between two and five years.",
        ),
    ],
)
def test_a_range_between_two_lengths_is_one_punishment(words: str, text: str) -> None:
    (claim,) = claims(text, "sentence")
    assert [one.text for one in claim.punishment] == [words]


def test_no_order_is_given_by_what_was_done_without_one() -> None:
    assert claims("They documented 74 cases of house arrest without a court order in July.", "order") == []


@SECOND
@pytest.mark.parametrize(
    ("targets", "text"),
    [
        (["a nurse", "a clerk", "a driver"], "Police beat a nurse, a clerk and a driver."),
        (["The mayor", "a priest", "two nuns"], "The mayor, a priest and two nuns were beaten."),
        (["His two brothers, a clerk and a driver"], "His two brothers, a clerk and a driver, were beaten."),
        (["Ana Lo, a nurse and a mother"], "Ana Lo, a nurse and a mother, was beaten."),
        (["his deputy, Karim Osman", "two drivers"], "Guards beat his deputy, Karim Osman, and two drivers."),
    ],
)
def test_a_list_without_names_is_told_apart(targets: list[str], text: str, *, second: bool) -> None:
    (claim,) = claims(text, "torture", second=second)
    assert [one.text for one in claim.target] == targets


@SECOND
@pytest.mark.parametrize(
    ("act", "values", "text"),
    [
        ("release", ["2021-03"], "He was not released until March 2021."),
        ("escape", ["2021-05-04"], "She did not flee until May 4."),
        ("dismissal", ["2021-02-05"],
         "Two soldiers fled on February 2. “They are nervous,” the trader told the paper last Thursday. The commander was dismissed three days later."),
    ],
)  # fmt: skip
def test_what_was_done_late_was_done(act: str, values: list[str], text: str, *, second: bool) -> None:
    (claim,) = claims(text, act, second=second)
    assert (claim.status, [one.value for one in claim.time]) == ("asserted", values)


@pytest.mark.parametrize("text", ["He was not released.", "He has not been released since March 2021."])
def test_what_was_not_done_stays_denied(text: str) -> None:
    assert [claim.status for claim in claims(text, "release")] == ["denied"]


def test_who_confirms_to_the_reporter_tells_it() -> None:
    assert chain("Guards beat a monk, his aunt confirmed to us.", "beat") == [("anonymous", "his aunt")]


@SECOND
def test_who_acts_starts_behind_what_went_on(*, second: bool) -> None:
    (claim,) = claims("After the incident soldiers searched two homes.", "search", second=second)
    assert [one.text for one in claim.actor] == ["soldiers"]
    assert [one.text for one in claim.time] == ["After the incident"]


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "An administrator")],
         "An administrator acknowledged that his side had asked churches to report strangers, but denied that guards beat anyone.", "beat"),
        ([("anonymous", "her neighbor")], "“Guards beat her, they laughed,” said her neighbor.", "beat"),
        ([("anonymous", "he")], "“Guards beat nobody,” he laughed.", "beat"),
    ],
)  # fmt: skip
def test_who_only_had_told_or_laughed_tells_nothing(
    expected: list[tuple[str, str]], text: str, words: str
) -> None:
    assert chain(text, words) == expected


def test_who_receives_accounts_suffers_nothing() -> None:
    (claim,) = claims(
        "The delegation received credible accounts of ill-treatment from nine women.", "torture", second=False
    )
    assert claim.target == ()


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("torture", ["up to 2,600 people"], "Residents said that up to 2,600 people were beaten."),
        ("torture", ["At least forty women"], "At least forty women were beaten."),
        ("torture", ["one of four nurses"], "He was one of four nurses beaten by guards."),
        ("repatriation", ["a group of refugees"], "The two were among a group of refugees repatriated from Tumen on October 9."),
    ],
)  # fmt: skip
def test_bounds_of_a_number_belong_to_it(act: str, targets: list[str], text: str, *, second: bool) -> None:
    found = [one.text for claim in claims(text, act, second=second) for one in claim.target]
    assert found[:1] == targets or (second and found and found[0] in targets[0])


def test_who_is_involved_in_something_tells_it() -> None:
    told = chain("Guards beat a monk, three people involved in helping escapees said.", "beat")
    assert told == [("anonymous", "three people involved in helping escapees")]


@SECOND
@pytest.mark.parametrize(
    ("targets", "text"),
    [
        (["“Marta,” 38, who ran a soup kitchen"], "“Marta,” 38, who ran a soup kitchen, was beaten."),
        (["eleven"], "So far eleven have been beaten."),
        (["two guards"], "Reportedly two guards were beaten."),
        (["The majority of those arrested"], "The majority of those arrested were beaten."),
    ],
)
def test_a_phrase_begins_and_ends_with_its_words(targets: list[str], text: str, *, second: bool) -> None:
    assert [one.text for claim in claims(text, "torture", second=second) for one in claim.target] == targets


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "“Marta,” 38, who ran a soup kitchen",
            "“Marta,” 38, who ran a soup kitchen, said that guards beat two monks.",
        ),
        ("A man called “Major Yoel”", "A man called “Major Yoel” said that guards beat two monks."),
        ("a woman known as “Aunt Rosa”", "Guards beat two monks, according to a woman known as “Aunt Rosa”."),
    ],
)
def test_a_name_keeps_its_marks(who: str, text: str) -> None:
    assert [name for _, name in chain(text, "beat")] == [who]


@SECOND
@pytest.mark.parametrize(
    ("act", "status", "text"),
    [
        ("torture", "hedged", "Two men believed to have been beaten were freed."),
        ("release", "hedged", "In 35 cases those said to have been freed had never been tried."),
        ("interrogation", "asserted",
         "Four teachers who had signed the letter were interrogated at the office and asked to withdraw their names."),
    ],
)  # fmt: skip
def test_how_firmly_what_people_are_told_by_is_put(act: str, status: str, text: str, *, second: bool) -> None:
    assert {claim.status for claim in claims(text, act, second=second)} == {status}


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "A man who fled")], "A man who fled was caught and said that guards beat two others.", "beat two"),
        ([], "Nurses who signed a petition were fined and told that guards would beat them.", "beat them"),
        ([], "They counted us like sheep and beat us.", "beat us"),
    ],
)  # fmt: skip
def test_who_tells_behind_a_relative_clause(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


def test_the_dead_do_nothing_later() -> None:
    text = "The brother of a protester killed in May said that men had come. When they left, one of them beat him."
    (claim,) = claims(text, "torture", second=False)
    assert [one.text for one in claim.target] == ["The brother of a protester"]


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("disappearance", ["Idris Mahamat, a radio journalist"],
         "The person concerned is Idris Mahamat, a radio journalist. He was abducted on 2 May."),
        ("torture", ["The person"], "The person is a radio journalist. He was beaten on 2 May."),
    ],
)  # fmt: skip
def test_a_name_takes_the_place_of_the_person(
    act: str, targets: list[str], text: str, *, second: bool
) -> None:
    assert [one.text for claim in claims(text, act, second=second) for one in claim.target] == targets


def test_an_office_in_capitals_is_nobody_named() -> None:
    assert chain("On 20 May the Minister told parliament that guards beat two men.", "beat") == [
        ("anonymous", "the Minister")
    ]


def test_what_else_files_hold_is_no_punishment() -> None:
    text = "Leaked files hold the records of clerics sentenced to similar terms, and an internal speech in which guards are told to shoot."
    (claim,) = claims(text, "sentence")
    assert [one.text for one in claim.punishment] == ["similar terms"]


def test_who_now_lives_elsewhere_tells_it() -> None:
    told = chain("A nurse now living in Istanbul said that guards beat two men.", "beat")
    assert told == [("anonymous", "A nurse now living in Istanbul")]


def test_which_tuesday_is_not_said() -> None:
    (claim,) = claims("Police arrested two men on a Tuesday.", "arrest", second=False)
    assert [(one.text, one.value) for one in claim.time] == [("Tuesday", None)]


@pytest.mark.parametrize(
    ("act", "actors", "text"),
    [
        ("escape", ["140 families"], "By then 140 families had fled."),
        ("torture", ["guards"], "By then guards had beaten two men."),
    ],
)
def test_by_then_belongs_to_nobody(act: str, actors: list[str], text: str) -> None:
    assert [one.text for claim in claims(text, act) for one in claim.actor] == actors


def test_mere_force_answers_nothing() -> None:
    text = "The ministry denied that force had been used. It did not respond to the question."
    claims = read_report(report_of_text(text), second=True).claims
    assert [one.text for claim in claims if claim.act == "speech" for one in claim.actor] == ["The ministry"]


def test_what_is_not_heard_from_somebody_is_no_disappearance() -> None:
    assert claims("They had not heard it from him.", "disappearance") == []
    assert claims("Nobody has heard from him since May.", "disappearance")


def test_a_fine_ends_before_its_day() -> None:
    (claim,) = claims("They may be fined from 1 August.", "sentence")
    assert [one.text for one in claim.punishment] == ["fined"]


def test_a_woman_is_no_he() -> None:
    text = (
        "“We read it,” said Gulnara, a teacher from the town, whose name has been changed at her request. "
        "Soldiers came. He says that guards beat him."
    )
    found = [
        (source.text, source.refers_text)
        for claim in claims(text, "torture", second=False)
        for source in claim.sources
    ]
    assert found == [("He", None)]
