"""What orders leave free, what they ask people to leave alone, and whom a pardon leaves out."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def clauses(text: str, *, second: bool = False) -> list[tuple[str, str]]:
    """Modality and words of every clause."""
    return [
        (clause.modality, clause.span.of(text))
        for order in read_report(report_of_text(text), second=second).directives
        for clause in order.clauses
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Under the instruction, phones of workers are inspected at the gate. Drivers of food trucks are the only exception.",
            ("exempt", "Drivers of food trucks are the only exception"),
        ),
        (
            "The amendment bans services in homes, allows funerals as the one exception and fines organizers.",
            ("exempt", "allows funerals as the one exception"),
        ),
        (
            "An order forbids calls. Girls over eleven are to stay away from lessons of every kind.",
            ("forbid", "Girls over eleven are to stay away from lessons of every kind"),
        ),
        (
            "An order forbids calls. Traders must refrain from selling on credit.",
            ("forbid", "Traders must refrain from selling on credit"),
        ),
        (
            "The pardon decree frees 3,000 prisoners. People convicted of extremism or treason are excluded.",
            ("retain", "People convicted of extremism or treason are excluded"),
        ),
        (
            "The decree calls up all men. People convicted of treason are excluded.",
            ("exempt", "People convicted of treason are excluded"),
        ),
        (
            "For offenses punishable by death, authorities could legally detain the defendant until the end of the trial.",
            ("permit", "authorities could legally detain the defendant until the end of the trial"),
        ),
        (
            "The law required authorities to register the reason for detention within 24 hours.",
            ("require", "register the reason for detention within 24 hours"),
        ),
    ],
)
def test_the_modality_of_a_clause(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in clauses(text)


def test_what_an_order_does_not_cover_is_exempt() -> None:
    text = "A decree of May 3 bans logging. Wood for the houses being built in Samjiyon is not covered by it."
    assert clauses(text, second=True)[-1][0] == "exempt"


def test_a_list_inside_a_group_is_no_list_of_groups() -> None:
    text = "The pardon decree frees 3,000 prisoners. People convicted of extremism or treason are excluded."
    (order,) = read_report(report_of_text(text), second=False).directives
    assert [group.text for group in order.clauses[-1].groups] == ["People convicted of extremism or treason"]


def test_an_offense_that_is_only_described_threatens_nobody() -> None:
    text = "For offenses punishable by death, the court sat in Minsk."
    assert clauses(text) == []
    assert "require" in [modality for modality, _ in clauses("Libel was a misdemeanor punishable by a fine.")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The instruction forbids skirts above the knee. Brides are allowed make-up on the day of the wedding.",
            ("exempt", "Brides are allowed make-up on the day of the wedding"),
        ),
        (
            "The instruction forbids skirts above the knee. Each woman may bring a bag.",
            ("permit", "Each woman may bring a bag"),
        ),
        (
            "The decree bans fasting. Imams may eat after dark at home, provided that no guests are present.",
            ("permit", "Imams may eat after dark at home"),
        ),
        (
            "A circular says that courts are to accept no petition without the consent of a workplace.",
            ("forbid", "courts are to accept no petition without the consent of a workplace"),
        ),
        (
            "The decree sets a quota of two tons. State broadcasters need no registration.",
            ("exempt", "State broadcasters need no registration"),
        ),
        (
            "The order closes the shore. Boats belonging to the military are not bound by it.",
            ("exempt", "Boats belonging to the military are not bound by it"),
        ),
        (
            "Under a rule of the committee, believers may meet only in registered buildings.",
            ("require", "believers may meet only in registered buildings"),
        ),
        (
            "According to the notice, whoever hides a flight will be jailed. Those who report one will be given a color television.",
            ("permit", "Those who report one will be given a color television"),
        ),
        (
            "The instruction forbids reading leaflets. Children under seven are not to be punished.",
            ("exempt", "Children under seven are not to be punished"),
        ),
        (
            "The law provided that all persons had the right to choose their residence.",
            ("permit", "provided that all persons had the right to choose their residence"),
        ),
        (
            "The constitution stipulated the government could not detain a person beyond 48 hours.",
            ("forbid", "stipulated the government could not detain a person beyond 48 hours"),
        ),
        (
            "The new rules were read out. Women may not sit beside a male driver. Offenders are dismissed.",
            ("require", "Offenders are dismissed"),
        ),
        (
            "By an internal notice of August 22, the zone’s board forbids telephones in the workshops.",
            ("forbid", "forbids telephones in the workshops"),
        ),
        (
            "The electoral law, as changed in November, lets the board check signatures in private.",
            ("permit", "lets the board check signatures in private"),
        ),
        (
            "Protesters had to obtain prior written permission from the police.",
            ("require", "Protesters had to obtain prior written permission from the police"),
        ),
    ],
)
def test_the_modality_of_a_clause_goes_by_what_is_beside_it(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in clauses(text, second=False)


@pytest.mark.parametrize(
    "text",
    [
        "Protesters had to flee from the square.",
        "Whether protesters had to obtain permission was unclear.",
        "The detainees who had to register went home.",
    ],
)
def test_what_people_had_to_do_is_no_rule_of_itself(text: str) -> None:
    assert clauses(text) == []


def test_children_at_the_head_of_a_sentence_are_no_name() -> None:
    text = (
        "Under a rule of the committee, foreigners may not preach. Children under 16 may not attend at all."
    )
    assert ("forbid", "Children under 16 may not attend at all") in clauses(text)


def test_a_plural_right_before_a_modal_is_no_verb() -> None:
    assert ("require", "Block heads must note who comes") in clauses("Block heads must note who comes.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The order has three rules. Officers are not to detain anyone without a warrant.",
            ("forbid", "Officers are not to detain anyone without a warrant"),
        ),
        (
            "The order says that women are not to be sent to the mines.",
            ("forbid", "women are not to be sent to the mines"),
        ),
        (
            "The order says that those who inform on us will be given ten years in prison.",
            ("require", "those who inform on us will be given ten years in prison"),
        ),
        (
            "The law provided that no one could be detained without a warrant.",
            ("forbid", "provided that no one could be detained without a warrant"),
        ),
        (
            "The law stipulated that violators could be imprisoned for up to five years.",
            ("require", "violators could be imprisoned for up to five years"),
        ),
        (
            "The law provided for offenders to be executed by firing squad.",
            ("require", "provided for offenders to be executed by firing squad"),
        ),
        (
            "The constitution provides that the right to strike is suspended during war.",
            ("require", "provides that the right to strike is suspended during war"),
        ),
        (
            "The order forbids leaving the village. Soldiers may open fire on anyone who runs.",
            ("permit", "Soldiers may open fire on anyone who runs"),
        ),
        (
            "The order bans visits. Visitors may be searched by guards.",
            ("permit", "Visitors may be searched by guards"),
        ),
        (
            "The order bans visits. Prisoners are allowed no letters.",
            ("forbid", "Prisoners are allowed no letters"),
        ),
        (
            "The decree has rules. Recruits must be no older than 27.",
            ("require", "Recruits must be no older than 27"),
        ),
        (
            "The decree bans all rallies, except those marking the amnesty of 2015.",
            ("exempt", "except those marking the amnesty of 2015"),
        ),
        (
            "The pardon covers 300 men. Women are exempted from the levy.",
            ("exempt", "Women are exempted from the levy"),
        ),
        (
            "The decree made participation in strikes punishable by a fine.",
            ("require", "punishable by a fine"),
        ),
        (
            "The order has rules. Guards must keep out strangers.",
            ("require", "Guards must keep out strangers"),
        ),
        (
            "The order has rules. Miners must not cease work.",
            ("require", "Miners must not cease work"),
        ),
        (
            "The decree allows private trade with one exception: grain.",
            ("permit", "allows private trade with one exception"),
        ),
        (
            "The rule bans makeup. Brides are not the only exception.",
            ("exempt", "Brides are not the only exception"),
        ),
        (
            "By an order of the council, the ministry allows no rallies.",
            ("forbid", "allows no rallies"),
        ),
    ],
)
def test_what_only_looks_like_a_leave_is_none(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in clauses(text)


@pytest.mark.parametrize(
    "text",
    [
        "Detainees could no longer appeal their sentences.",
        "Few detainees could appeal their sentences.",
        "Refugees had to seek shelter in a school.",
        "Prisoners had to undergo torture.",
        "With a directive in his hand, the coach bans cards from the team.",
    ],
)
def test_what_no_order_lays_down_is_no_clause(text: str) -> None:
    assert clauses(text) == []


def test_not_free_to_go_is_a_ban() -> None:
    text = "A decree of May 3 bans logging. Workers of the camp are not free to leave it."
    assert "exempt" not in [modality for modality, _ in clauses(text, second=True)]
