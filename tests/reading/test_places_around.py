"""Where an act happens, told by other words than its own clause: the place behind "where", the van they were put into."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD, slot

from testigo import read


def places(text: str, act: str) -> list[str]:
    return slot(text, act, "place")


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("torture", ["the county police station"], "Officers took her to the county police station, where she was beaten."),
        ("forced_labor", ["quarries"], "Two camps contained quarries where inmates worked twelve hours a day."),
        ("torture", ["Kesh", "Tarn region"], "Police clubbed marchers rallying against a dump in Kesh in the Tarn region."),
        ("arrest", ["a grove"], "Soldiers seized two herders as they were resting in a grove at night."),
        ("movement_restriction", ["the country"], "Villagers are not allowed to leave the country."),
        ("movement_restriction", ["town"], "The families were forbidden to leave town."),
        ("interrogation", ["the provincial security department"],
         "His wife was called to the provincial security department and questioned."),
        ("detention", ["the police post"], "A man was taken to the police post and held until dawn."),
        ("torture", ["a van"], "Agents dragged the couple into a van, kicked them, and drove away."),
        ("sentence", ["Tarva"], "On May 3, a Tarva district court fined the singer 500 rubles."),
        ("torture", ["Montes"], "Guards at Montes beat him."),
        ("arrest", ["Kesh", "Tarn Province"],
         "Following a quiet march in Kesh, Tarn Province, the local authorities arrested nine women."),
    ],
)  # fmt: skip
def test_a_place_is_found_beside_the_act(act: str, told: list[str], text: str) -> None:
    assert places(text, act) == told


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested five members of the opposition Georgia Freedom Party.",
        "Police arrested Tarn County residents Ivan Petrov and Oleg Sorin.",
        "Officers arrested a Kesh State University lecturer.",
    ],
)
def test_whose_people_are_is_no_place(text: str) -> None:
    assert places(text, "arrest") == []


def test_who_a_harbor_is_closed_to_is_the_target() -> None:
    (closed,) = [
        c
        for c in read(LEAD + "The governor closed the harbor to fishing boats.", None).claims
        if c.act == "movement_restriction"
    ]
    assert [f.text for f in closed.target] == ["fishing boats"]
    assert [f.text for f in closed.place] == ["the harbor"]


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("detention", ["a barracks"], "Officers held the lawyer at a barracks since his arrest at his office in Osh on June 8."),
        ("policy", ["Kashgar"], "Officials destroyed at least three mosques in Kashgar."),
    ],
)  # fmt: skip
def test_where_another_act_was_is_no_place_of_this_one(act: str, told: list[str], text: str) -> None:
    assert places(text, act) == told
