"""What stands behind who tells and before a quotation: how, when and why it was told; who is one of a people; rows that a lead opens."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD, slot
from tests.reading.spoken import chain

from testigo import read

VILLAGER = ("anonymous", "a villager")


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "sources")], "Two bakers were arrested in May, sources told Radio Karst in earlier reports.", "arrested"),
        ([("anonymous", "his sister")], "Two bakers were arrested, his sister told Radio Karst following her visit with him.", "arrested"),
        ([("anonymous", "a baker, 34")], "Two men were arrested, a baker, 34, told Radio Karst.", "arrested"),
        ([VILLAGER], "Two bakers were arrested, a villager told Radio Karst asking not to be named.", "arrested"),
        ([VILLAGER], "Two bakers were arrested, a villager told Radio Karst via messaging app.", "arrested"),
        ([VILLAGER], "Two bakers were arrested, a villager said because he feared for them.", "arrested"),
        ([("institution", "the League")], "Two bakers were arrested, the League said late on Friday.", "arrested"),
        (
            [("anonymous", "a legal adviser, who declined to be named")],
            "The trial was closed and both were beaten, a legal adviser, who declined to be named, told Radio Karst.",
            "beaten",
        ),
        (
            [("named", "Mira Tal, deputy head of the Press Guild (PG)")],
            "Mira Tal, deputy head of the Press Guild (PG), told Karst via messaging app that two men were beaten.",
            "beaten",
        ),
        ([("named", "Ivo Sol, the head of the station")], "Two bakers were arrested, Ivo Sol, the head of the station, said Sunday.", "arrested"),
        ([("named", "Ana Lo")], "The families do not know the reason and Ana Lo pointed out that two men were beaten.", "beaten"),
        ([("anonymous", "Robles' wife")], "Robles' wife also recalled that two men were beaten.", "beaten"),
        ([("institution", "The paper")], "The daily Karst is sold here. The paper said that two men were beaten.", "beaten"),
        ([("document", "a paper on the camp")], "Ana Lo wrote a paper on the camp. The paper says that two men were beaten.", "beaten"),
        ([("institution", "RKA")], "Radio Karst Asia reported it. Two men were beaten, RKA said. A cook told RKA that one had died.", "beaten"),
        ([("anonymous", "The cook")], "The cook said both were beaten.", "beaten"),
        ([], "Guards seized two men, one of whom was found with foreign TV shows.", "seized"),
        ([], "The men left, told their wives nothing, and were arrested.", "left"),
        ([], "The bakers were beaten, and guards told prisoners standing nearby to leave.", "beaten"),
    ],
)  # fmt: skip
def test_what_stands_behind_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "An inside source")], "Guards said it. An inside source informed on the 20th, “Ten men were arrested.”", "arrested"),
        ([("anonymous", "A source")], "Guards said it. A source relayed on Monday: “Ten men were arrested.”", "arrested"),
        ([("anonymous", "he")], "“Soldiers search all carts on the road. Two men were arrested” he said.", "search"),
        ([("anonymous", "a carter")], "“Soldiers search all carts. Two men were arrested” a carter said.", "search"),
        ([("anonymous", "A clerk")], "A clerk told the paper that he “was held because he praised thieves” but did not give a date.", "give"),
        ([], "The ox cart of a man killed on the road, “the Red Mule,” was burned.", "burned"),
    ],
)  # fmt: skip
def test_who_is_quoted(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


@pytest.mark.parametrize(
    ("day", "times", "text"),
    [
        ("the 20th", [], "A source said on the 20th, “Ten men were arrested.”"),
        ("Monday", ["May"], "A source told us on Monday, “Ten men were arrested in May.”"),
        (None, ["the 9th"], "A source said that ten men were arrested on the 9th."),
    ],
)
def test_the_day_before_a_quotation_is_that_of_telling(day: str | None, times: list[str], text: str) -> None:
    claim = next(c for c in read(LEAD + text, "2024-12-20").claims if c.act == "arrest")
    told = claim.sources[0].told
    assert (told.text if told else None, [time.text for time in claim.time]) == (day, times)


@pytest.mark.parametrize(
    ("expected", "who"),
    [
        ("anonymous", "A North Korean"),
        ("anonymous", "another Kazakh"),
        ("anonymous", "Local Tibetans"),
        ("anonymous", "a Tibetan living in India"),
        ("institution", "The Guardian"),
        ("institution", "Physicians for Human Rights"),
        ("named", "Mara Korean"),
    ],
)
def test_somebody_of_a_people_has_no_name(expected: str, who: str) -> None:
    text = f"The Tibetan Sports Union was closed. {who} said that two men were beaten."
    assert [kind for kind, _ in chain(text, "beaten")] == [expected]
    assert chain(text, "beaten")[0][1] == who


def test_a_name_is_not_its_owners_mother_nor_an_office_its_deputy() -> None:
    text = "Ivo Kha is on strike, Kha’s mother Nela Lien told the radio. Lien said Kha told her that two men were beaten."
    assert [name for _, name in chain(text, "beaten")] == ["Kha’s mother Nela Lien", "Ivo Kha"]
    text = "Ana Lo, deputy head of the Press Guild (PG), said it was closed. Two men were beaten, according to PG."
    assert chain(text, "beaten")[0][0] == "institution"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Ivo Sol"], "When he was arrested on May 3, Ivo Sol was working as a cook."),
        (["Ana Lo"], "After police arrested her, Ana Lo fled."),
        (["the man"], "The man was a cook. After he was arrested, police searched his house."),
        ([], "When guards arrested him, Ivo Sol beat him."),
        ([], "When she was arrested, Mayor Ivo Sol closed the gate."),
        ([], "When he was arrested, Russia protested."),
        ([], "After he was arrested, Human Rights Watch urged the court to free him."),
        ([], "When he was arrested, Radio Karst was closed."),
        (["her husband Ivo Sol"], "Ana Lo, who said her husband Ivo Sol had been arrested, fled."),
        (["Keo"], "Keo was seen in a video on Facebook. She was arrested."),
    ],
)
def test_who_is_arrested_where_the_name_comes_later(expected: list[str], text: str) -> None:
    assert [name.lower() for name in slot(text, "arrest", "target")] == [name.lower() for name in expected]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Ana Lo", "Ivo Sol"], "In Tarma, Ana Lo and Ivo Sol were arrested."),
        (["Ana Lo", "Ivo Sol"], "After months in a cell, Ana Lo and Ivo Sol were arrested again."),
        (["Ana Lo", "Ivo Sol", "Mira Tan"], "In Tarma, Ana Lo, Ivo Sol and Mira Tan were arrested."),
        (["Ana Lo", "Ivo Sol", "Mira Tan"], "Ana Lo, Ivo Sol and Mira Tan were arrested in Tarma."),
    ],
)
def test_what_leads_a_sentence_is_nobody_of_the_row(expected: list[str], text: str) -> None:
    assert slot(text, "arrest", "target") == expected
    if text.startswith("In"):
        said = text.replace("were arrested", "say that a nurse was beaten")
        assert chain(said, "beaten")[0][1].startswith("Ana Lo")
