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
            "forbid",
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
    ],
)
def test_an_order_goes_on_with_its_leniencies_and_penalties(modality: str, clause: str, text: str) -> None:
    assert (modality, clause) in words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The order bans fires. A sentry who takes bribes was tried on Monday, and his officer lost his post.",
        "Smiths pay half, and widows who live alone pay nothing.",
        "The guidelines ask why foremen fail.",
    ],
)
def test_what_happened_and_what_is_so_lay_nothing_down(text: str) -> None:
    assert [c for m, c in words(text) if not c.startswith("bans")] == []
