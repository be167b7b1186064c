"""Who tells: at the end of a sentence, signed texts, what somebody was told, and whose voice is the publisher's."""

from __future__ import annotations

import pytest

from testigo import read


def told(text: str) -> list[tuple[str, list[str], str]]:
    return [(c.act, [s.text for s in c.sources], c.status) for c in read(text).claims]


@pytest.mark.parametrize(
    ("act", "sources", "status", "text"),
    [
        ("arrest", ["local sources"], "reported", "Police have arrested two printers in Torvena, local sources report."),
        (
            "sentence",
            ["sources in the city and in exile"],
            "reported",
            "A court sentenced a monk to three years over a banner, sources in the city and in exile said.",
        ),
        ("arrest", ["a resident of Haktong-dong"], "reported", "“They arrested him,” a resident of Haktong-dong told the Post."),
        ("death", ["he", "a nurse"], "reported", "Two others died, he was told by a nurse."),
        ("torture", ["the trader"], "hedged", "He was made to kneel in the snow, the trader was told."),
        ("arrest", [], "asserted", "Dozens of printers have been arrested, this newspaper has found."),
        ("arrest", ["media"], "reported", "According to media, Boru Hara and Lim arrested nine teachers."),
        (
            "confiscation",
            ["A notice signed by the district chief"],
            "reported",
            "A notice signed by the district chief says that police confiscated all radios.",
        ),
        ("arrest", ["Ana"], "reported", "In the video Ana said that police arrested two boys."),
        ("policy", ["A clerk"], "reported", "A clerk said that a widow was called in and warned that she may be moved."),
        ("escape", [], "asserted", "The raids prompted forty reporters to flee the country."),
    ],
)  # fmt: skip
def test_who_tells(act: str, sources: list[str], status: str, text: str) -> None:
    assert (act, sources, status) in told(text)


def test_heads_of_units_command() -> None:
    (order,) = read("Unit heads told residents to report strangers within a day.").directives
    assert len(order.clauses) == 1


@pytest.mark.parametrize(
    "tail",
    [
        "the union said in a statement posted online.",
        "the union said in a letter seen by the Post.",
        "the union said on Monday in a report published on its website.",
        "the union said in a video shared on its channel on Tuesday, and one died.",
        "said the union in a statement sent to reporters.",
        "said the union in a video.",
    ],
)
def test_in_what_somebody_tells_may_be_put_out_somewhere(tail: str) -> None:
    assert ("torture", ["the union"], "reported") in told(f"Guards beat two teachers at Orun prison, {tail}")


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "a commander",
            "Guards beat two teachers, a commander was quoted as saying on Tuesday, as a drive began.",
        ),
        ("a commander", "Guards beat two teachers, a commander was quoted as saying by the Post."),
        ("the nurse", "Guards beat two teachers, the nurse was heard saying in the video."),
        ("The three nurses", "The three nurses all say that guards beat two teachers."),
    ],
)
def test_who_is_quoted_or_heard_tells(who: str, text: str) -> None:
    assert [sources[-1] for act, sources, _ in told(text) if act == "torture"] == [who]


def test_who_is_quoted_tells_nothing_of_what_goes_on() -> None:
    text = (
        "Guards beat two teachers, a commander was quoted as saying on Tuesday, as police arrested a nurse."
    )
    assert ("arrest", [], "asserted") in told(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "The governor, Brig. Gen. Adam Orr",
            "The governor, Brig. Gen. Adam Orr, said that guards beat two men.",
        ),
        ("the United Nations", "Guards have beaten two men since May, the United Nations estimates."),
        (
            "a war monitor and two residents",
            "Guards beat two men on Monday, a war monitor and two residents said.",
        ),
    ],
)
def test_names_with_two_ranks_and_bodies_that_estimate_tell(who: str, text: str) -> None:
    assert ("torture", [who], "reported") in told(text)


def test_who_is_told_of_in_the_same_breath_does_not_tell_it() -> None:
    text = "A docker met the lawyer on Monday. The prosecutor shot two men, she said, and fled."
    assert ["The prosecutor"] not in [sources for _, sources, _ in told(text)]
