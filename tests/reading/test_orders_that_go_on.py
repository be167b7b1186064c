from __future__ import annotations

import pytest
from tests.reading.test_directives import words


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        (
            "exempt",
            "Smiths who own up by May are to be forgiven",
            "The order bans stills. Smiths who own up by May are to be forgiven.",
        ),
        (
            "exempt",
            "those who own up will be dealt with mildly",
            "The decree says that those who own up will be dealt with mildly.",
        ),
        (
            "exempt",
            "sons are to be left at home",
            "According to the order, only sons are to be left at home.",
        ),
        (
            "exempt",
            "widows might send a sister instead",
            "The council let it be known that all had to come and that widows might send a sister instead.",
        ),
        ("exempt", "widowers may keep their carts", "The decree says that widowers may keep their carts."),
        (
            "exempt",
            "widows who live alone pay nothing",
            "The order sets a levy. Smiths pay half, and widows who live alone pay nothing.",
        ),
        (
            "require",
            "Smiths pay half",
            "The order sets a levy. Smiths pay half, and widows who live alone pay nothing.",
        ),
        (
            "exempt",
            "cooks and the disabled excepted",
            "The council decided on Monday that all arrears had to be paid by May, cooks and the disabled excepted.",
        ),
        (
            "retain",
            "those who sold discs will be jailed all the same",
            "The order says that those who own up are to be forgiven, but those who sold discs will be jailed all the same.",
        ),
        (
            "retain",
            "but not those whose sons fled",
            "The order bans fairs. Choirs are excused, but not those whose sons fled.",
        ),
        (
            "retain",
            "though not from paying the levy",
            "The order bans fairs. Choirs are exempt from the ban, though not from paying the levy.",
        ),
        (
            "retain",
            "unless they have sons abroad",
            "The order says that pensioners are exempt from the levy, unless they have sons abroad.",
        ),
        (
            "require",
            "Those who fail to pay will not get their salt",
            "The order sets a levy. Those who fail to pay will not get their salt.",
        ),
        (
            "require",
            "medicine may be sold only in state shops",
            "The decree says that medicine may be sold only in state shops.",
        ),
        ("forbid", "medicine may be sold there", "The decree says that only medicine may be sold there."),
        (
            "require",
            "A sentry who takes bribes will be tried",
            "The order bans fires. A sentry who takes bribes will be tried, and his officer will lose his post.",
        ),
        (
            "require",
            "his officer will lose his post",
            "The order bans fires. A sentry who takes bribes will be tried, and his officer will lose his post.",
        ),
        (
            "forbid",
            "forbids them to march",
            "The law obliges guilds to register with the police and forbids them to march.",
        ),
        (
            "forbid",
            "bars smiths from leaving the valley",
            "A decree signed by President Ruben Oda on Feb. 1 bars smiths from leaving the valley.",
        ),
        (
            "require",
            "threatens offenders with jail",
            "The raid followed an order of the council. It bans stills and threatens offenders with jail.",
        ),
        (
            "require",
            "check phones every Friday",
            "The guidelines forbid dances and ask foremen to check phones every Friday.",
        ),
        (
            "require",
            "check phones every Friday",
            "The rules forbid birthday parties and ask foremen to check phones every Friday.",
        ),
        (
            "exempt",
            "those who report first may keep their carts",
            "The order bans stills. Smiths who hide one will be jailed, while those who report first may keep their carts.",
        ),
        (
            "require",
            "anyone who breaks a seal is to be jailed",
            "They did not open it, as anyone who breaks a seal is to be jailed.",
        ),
        (
            "permit",
            "Those who name the thief will be paid 50 crowns",
            "The order bans stills. Those who name the thief will be paid 50 crowns.",
        ),
        (
            "exempt",
            "The disabled and widows are not covered",
            "The order bans stills. The disabled and widows are not covered.",
        ),
        (
            "exempt",
            "orphans are to be “given consideration” then",
            "The order says that orphans are to be “given consideration” then.",
        ),
        (
            "forbid",
            "nobody may leave the valley",
            "It says that all smiths must hand over their phones; that nobody may leave the valley; and that bakers must register.",
        ),
        (
            "require",
            "a guardian whose ward breaks it twice is to be jailed",
            "According to the decree, a guardian whose ward breaks it twice is to be jailed.",
        ),
        (
            "require",
            "gave the smiths one week to bring their sons back",
            "A captain came to the house, turned out the cupboards and gave the smiths one week to bring their sons back.",
        ),
        (
            "forbid",
            "stop writing down names",
            "He recalled an order by the head of the branch, Colonel Adil Oda, to stop writing down names.",
        ),
        (
            "require",
            "hand in all radios",
            "Teachers were told at a meeting on Friday to hand in all radios.",
        ),
        (
            "require",
            "Heads who “look away” will be replaced",
            "The order bans stills. Heads who “look away” will be replaced.",
        ),
        (
            "require",
            "report every month",
            "The inspectors told the city committee to report every month.",
        ),
        (
            "forbid",
            "nobody may sell fish",
            "An official said the decree laid down that nobody may sell fish.",
        ),
        (
            "require",
            "Families of smiths pay half",
            "Every household has to hand in iron, a source said. “She read it,” she said. “It was late.”\n\nThe order came from the city. Families of smiths pay half.",
        ),
        (
            "require",
            "those absent for ten will be sent to the mine",
            "The foreman read out a new instruction. Men who miss a shift will lose a meal, and those absent for ten will be sent to the mine.",
        ),
        (
            "require",
            "Men who miss a shift will lose a meal",
            "The foreman read out a new instruction. Men who miss a shift will lose a meal.",
        ),
        (
            "permit",
            "Pharmacies can stay open until ten",
            "The city decreed that all shops must close at eight. Pharmacies can stay open until ten.",
        ),
        (
            "require",
            "Owners who let rooms can be fined",
            "The law bans inns. Owners who let rooms can be fined.",
        ),
        (
            "require",
            "Those unable to go have to pay 40 crowns",
            "Each household must send one man. Those unable to go have to pay 40 crowns.",
        ),
        (
            "forbid",
            "sell red cloth",
            "The mayor told shopkeepers to put up flags and not to sell red cloth.",
        ),
        (
            "forbid",
            "men who have received a notice will be banned from travel",
            "The order says that men who have received a notice will be banned from travel.",
        ),
        (
            "permit",
            "border guards will have the right to inspect phones",
            "According to the decree, border guards will have the right to inspect phones.",
        ),
        (
            "require",
            "children who skip it will be barred from exams",
            "The order says that children who skip it will be barred from exams.",
        ),
        (
            "require",
            "gave editors until Friday to delete the article",
            "The ministry gave editors until Friday to delete the article.",
        ),
        (
            "forbid",
            "weddings may last no longer than two hours",
            "According to the decree, weddings may last no longer than two hours.",
        ),
        (
            "forbid",
            "no one under 18 is allowed inside",
            "According to the decree, no one under 18 is allowed inside.",
        ),
        (
            "exempt",
            "Bakers’ phones are not checked",
            "The order says that phones must be stamped. Bakers’ phones are not checked.",
        ),
        (
            "require",
            "every unit hand in five rifles by Monday",
            "The party secretary demanded that every unit hand in five rifles by Monday.",
        ),
        (
            "require",
            "prescribes ten years in prison for desertion",
            "The law prescribes ten years in prison for desertion.",
        ),
        (
            "exempt",
            "smiths keep theirs",
            "The regulation abolishes leave for clerks; only smiths keep theirs.",
        ),
        (
            "require",
            "Stalls that are missing from the list are given to others",
            "Managers must write down all names. Stalls that are missing from the list are given to others.",
        ),
        (
            "exempt",
            "Monks are waved through",
            "The order says that pilgrims must pay. Monks are waved through.",
        ),
        (
            "require",
            "have to pay 20 crowns",
            "Pilgrims need a letter, have to pay 20 crowns and may not stay.",
        ),
        (
            "forbid",
            "has barred boats from the bay",
            "The bureau has barred boats from the bay.",
        ),
        (
            "require",
            "Those found guilty face eight years in prison",
            "The law bans stills. Those found guilty face eight years in prison.",
        ),
        (
            "require",
            "search bags",
            "The order says that wardens are to collect all phones and search bags.",
        ),
        (
            "require",
            "wardens are to write and sign a letter",
            "The order says that wardens are to write and sign a letter.",
        ),
        (
            "require",
            "medicine may be sold only in state shops",
            "The order says that nobody may trade, that medicine may be sold only in state shops, and that stalls will go.",
        ),
        (
            "exempt",
            "Buddhist and spirit ceremonies are not affected",
            "The order says that gatherings need a permit. Buddhist and spirit ceremonies are not affected.",
        ),
        (
            "exempt",
            "people over 70 who live alone pay nothing",
            "The order sets a levy. Smiths pay half, and people over 70 who live alone pay nothing.",
        ),
    ],
)
def test_an_order_goes_on_with_its_leniencies_and_penalties(modality: str, clause: str, text: str) -> None:
    assert (modality, clause) in words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The order bans fires. A sentry who takes bribes was tried on Monday, and his officer lost his post.",
        "Smiths pay half, and widows who live alone pay nothing.",
        "The order bans fires. Officials have lost their posts.",
        "The order bans fires. Hardly anyone lights a stove any more.",
        "The order bans fires. The group expects that schools will be closed.",
        "He refused an order by the head of the branch to shoot.",
        "The foreman read out a letter. Men who miss a shift will lose a meal.",
        "Activists demanded that the state release all smiths.",
        "The order bans fires. Residents can buy bread at the station.",
        "The guidelines ask why foremen fail.",
    ],
)
def test_what_happened_and_what_is_so_lay_nothing_down(text: str) -> None:
    assert [c for m, c in words(text) if not c.startswith("bans")] == []
