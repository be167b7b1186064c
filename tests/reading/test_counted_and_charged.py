"""Times counted from what has a date, deeds that are only held against somebody, and who stands behind a stressed pronoun."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The authorities told the residents of the town on Monday that the market would open again. "
SECOND = pytest.mark.parametrize("second", [False, True])


def claims(text: str, act: str, *, second: bool = True) -> list[Claim]:
    found = read_report(report_of_text(LEAD + text, published="2024-12-20"), second=second).claims
    return [claim for claim in found if claim.act == act and claim.span.start >= len(LEAD)]


@SECOND
@pytest.mark.parametrize(
    ("act", "value", "text"),
    [
        ("release", "2021-05-17", "The court freed him two weeks after he was arrested on May 3, 2021."),
        ("release", "2021-05-17", "Two weeks after his arrest on May 3, 2021, the monk was freed."),
        ("execution", "2021-05-06", "Three days after he was tried on May 3, 2021, the monk was executed."),
        ("execution", "2021-07", "The monk was executed two months after his arrest in May 2021."),
        ("sentence", "2020", "He was sent to a labour camp a year after he had been arrested in 2019."),
        ("arrest", "2021-10-09", "On October 12, 2021, three days after police arrested her brother, she was beaten."),
        ("torture", "2021-10-12", "On October 12, 2021, three days after police arrested her brother, she was beaten."),
        ("killing", "2023-11-02", "The rule was announced on November 6, 2023, four days after a patrol shot a man."),
        ("sentence", "2021-05-19", "He was freed on May 5, 2021, two weeks before the court sentenced his wife to death."),
        ("arrest", "2024-05-06", "On May 20, two weeks after police arrested him, the monk was sent to a camp."),
    ],
)  # fmt: skip
def test_a_time_is_counted_from_the_date_beside_it(act: str, value: str, text: str, *, second: bool) -> None:
    found = claims(text, act, second=second)
    assert [[one.value for one in claim.time] for claim in found] == [[value]]


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("arrest", "In May 2021, two weeks after his arrest, the monk was sent to a camp."),
        ("release", "The monk was freed three weeks before soldiers shot her son in May 2021."),
    ],
)
def test_a_length_finer_than_its_date_has_no_value(act: str, text: str) -> None:
    (time,) = claims(text, act, second=False)[0].time
    assert (time.value, bool(time.unknown)) == (None, True)


@pytest.mark.parametrize(
    ("act", "values", "text"),
    [
        ("arrest", ["2021-05-03"], "The court freed him two weeks after he was arrested on May 3, 2021."),
        ("torture", ["2021-05-03"], "On May 3, 2021, after police came, she was beaten."),
        (
            "torture",
            ["2021-05-03/.."],
            "She has been beaten for two weeks after each visit since May 3, 2021.",
        ),
        (
            "release",
            ["2021-05-03"],
            "He was freed on May 3, 2021, and two weeks later the court sentenced his wife.",
        ),
    ],
)
def test_a_date_of_its_own_stays(act: str, values: list[str], text: str) -> None:
    assert [one.value for one in claims(text, act, second=False)[0].time] == values


def test_a_post_dating_from_a_year_is_not_of_all_the_years_since() -> None:
    (claim,) = claims(
        "The court fined Ana Lo, a mother of three, 960 roubles for a post dating from 2020.", "sentence"
    )
    assert [one.text for one in claim.charge] == ["a post dating from 2020"]
    assert [one.text for one in claim.punishment] == ["960 roubles"]
    assert [one.text for one in claim.target] == ["Ana Lo, a mother of three"]


@SECOND
@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("killing", "A court acquitted the man of killing a guard."),
        ("torture", "The officer was cleared of beating a monk."),
        ("torture", "The two were exonerated of torturing detainees and beating a monk."),
        ("killing", "The man pleaded not guilty to killing a guard."),
    ],
)
def test_what_somebody_is_cleared_of_is_no_deed(act: str, text: str, *, second: bool) -> None:
    assert claims(text, act, second=second) == []


@pytest.mark.parametrize(
    ("act", "doubted", "text"),
    [
        ("torture", True, "He was charged with killing a guard and beating two others."),
        ("killing", True, "The man was suspected of having killed a guard."),
        ("smuggling", True, "Police suspected him of smuggling rice."),
        ("torture", False, "The officer was never punished for beating a monk."),
        ("torture", False, "The man was charged with theft and beaten by guards."),
        ("escape", False, "Guards accused her of trying to flee and shot her."),
    ],
)
def test_what_somebody_is_only_charged_with_is_in_doubt(act: str, doubted: bool, text: str) -> None:
    statuses = {claim.status for claim in claims(text, act)}
    assert statuses
    assert (statuses <= {"hedged", "speculated"}) == doubted


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("speculated", "Neither of the two could confirm a rumour that the man was beaten."),
        ("speculated", "No witness could verify claims that guards beat a boy."),
        ("asserted", "Nobody noticed that guards had beaten the man."),
        ("asserted", "Neither of the two women denied that the man was beaten."),
        ("denied", "Nothing suggests that the man was beaten."),
    ],
)
def test_what_nobody_could_confirm_is_left_open(status: str, text: str) -> None:
    assert [claim.status for claim in claims(text, "torture", second=False)] == [status]


@SECOND
@pytest.mark.parametrize(
    ("act", "targets", "text"),
    [
        ("arrest", ["the nurse"], "It was the nurse, not the abbot, who was arrested."),
        ("torture", ["the driver"], "Police beat the driver rather than his brother."),
        ("interrogation", ["A second resident, a woman who runs a shop"],
         "A second resident, a woman who runs a shop, said her neighbour had been fined. She herself was interrogated."),
        ("torture", ["The teacher"], "The teacher said that her sister was arrested. She herself was beaten."),
        ("arrest", ["her sister"], "The teacher said that her sister was arrested. She herself was beaten."),
        ("trial", ["the deacons"],
         "Older prisoners were beaten. We call on the authorities to free the deacons, or else try them in open court."),
    ],
)  # fmt: skip
def test_whom_it_was_done_to(act: str, targets: list[str], text: str, *, second: bool) -> None:
    assert [one.text for claim in claims(text, act, second=second) for one in claim.target] == targets


def test_those_who_suffer_are_not_those_who_make_others_do_it() -> None:
    (forced,) = claims(
        "Three farmers were beaten. They forced the villagers to watch.", "policy", second=False
    )
    assert [one.text for one in forced.actor] == []


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("denied", "The monk came close to being executed in 2019."),
        ("denied", "The camp stopped short of executing the monk."),
        ("intended", "The monk was close to being executed in 2019."),
    ],
)
def test_what_somebody_only_came_close_to_was_not_done(status: str, text: str) -> None:
    assert [claim.status for claim in claims(text, "execution")] == [status]


RESIDENT, MINISTRY = ("anonymous", "A resident"), ("institution", "The ministry")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([RESIDENT], "A resident said on May 3, 2021, that police beat a monk."),
        ([RESIDENT], "A resident said on Monday, May 3, that police beat a monk."),
        ([RESIDENT], "A resident said, on condition of anonymity, that police beat a monk."),
        ([MINISTRY], "The ministry announced on May 3, 2021, that police beat a monk."),
        ([MINISTRY], "The ministry stressed on Monday, May 3, that police beat a monk."),
        ([MINISTRY], "The ministry wrote on its site on May 3, 2021, that police beat a monk."),
        ([("anonymous", "two people")], "Police beat a monk, two people living there said this week."),
        ([("anonymous", "Two women")], "Two women working there said that police beat a monk."),
        ([], "They came on May 3, 2021, that day when police beat a monk."),
    ],
)
def test_who_tells_behind_a_day_or_an_aside(expected: list[tuple[str, str]], text: str) -> None:
    assert chain(text, "beat") == expected


def test_that_behind_a_day_belongs_to_no_phrase() -> None:
    (claim,) = claims("A resident said on May 3, 2021, that police beat a monk.", "torture")
    assert [one.text for one in claim.actor] == ["police"]
    assert claim.time == ()
