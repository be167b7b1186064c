"""Which words carry an act: those near by that the network takes for the same act, up to a comma or another act."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.asked import Found, Maker, Opinion
from testigo.reading.read import read_report, read_with
from testigo.reading.scenes import Scene
from testigo.reading.second.inputs import LONGEST, inputs
from testigo.reading.second.wording import REACH, WORD, worded


def trigger_of(text: str, likely: dict[str, float], *, beside: str = "") -> str:
    """The trigger of the first claim of a text, where some words are as likely to tell its act. beside: a word of another act."""
    found: list[str] = []

    def noted(scene: Scene, told: Found, _: Maker) -> Opinion:
        mention, claim = told[0]
        words = [token.text for token in scene.tokens]
        other = [(words.index(beside), words.index(beside) + 1)] if beside else []
        share = [likely.get(word, 0.0) for word in words]
        made = worded(scene, inputs(scene, []), mention, claim, [mention.at, *other], share)
        found.append(made.trigger.of(text))
        return Opinion([claim for _, claim in told], [])

    read_with(report_of_text(text), lambda *_: noted)
    return found[0]


ARRESTED = "Police arrested the traders in the night raids of May."


@pytest.mark.parametrize(
    ("likely", "beside", "wanted"),
    [
        ({}, "", "arrested"),
        ({"night": WORD}, "", "arrested the traders in the night raids"),
        ({"night": WORD - 0.01}, "", "arrested"),
        ({"night": 0.9}, "traders", "arrested"),
        ({"night": 0.9}, "raids", "arrested the traders in the night"),
        ({"Police": 0.9}, "", "Police arrested"),
        ({"the": 0.9}, "", "arrested"),
    ],
    ids=[
        "none",
        "to its end",
        "too unlikely",
        "behind another act",
        "up to another act",
        "before",
        "no such word",
    ],
)
def test_words_near_by_that_carry_the_act_belong_to_it(
    likely: dict[str, float], beside: str, wanted: str
) -> None:
    assert trigger_of(ARRESTED, likely, beside=beside) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police arrested the traders near the camp.", "arrested the traders near the camp"),
        ("Police arrested the traders, near the camp.", "arrested"),
        ("Police arrested the traders and the camp burned.", "arrested"),
    ],
)
def test_words_stop_at_a_comma_and_at_and(text: str, wanted: str) -> None:
    assert trigger_of(text, {"camp": 0.9}) == wanted


def test_words_behind_the_longest_sentence_are_not_looked_at() -> None:
    near = "In village number {} the old people waited near the small market and "
    text = "".join(near.format(number) for number in range(1, 13)) + "police arrested the old traders in May."
    assert len(text.split()) > LONGEST + 20
    assert "arrested" in [claim.trigger.of(text) for claim in claims(text)]


def test_a_word_far_away_stays_outside() -> None:
    far = "Police arrested the very old and quite frail owners of the long closed little shop near the raid."
    near = "Police arrested the owners near the raid."
    assert len(far.split()) > REACH + 3
    assert trigger_of(far.replace("and ", ""), {"raid": 0.9}) == "arrested"
    assert trigger_of(near, {"raid": 0.9}).endswith("raid")


def claims(text: str) -> tuple[Claim, ...]:
    return read_report(report_of_text(text), second=True).claims


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The men were made to promise silence before they left.", "made to promise silence"),
        ("The students were taken off a flight to Istanbul.", "taken off a flight"),
    ],
)
def test_the_words_of_an_act_read_as_a_phrase(text: str, words: str) -> None:
    assert words in [claim.trigger.of(text) for claim in claims(text)]


def test_the_words_of_an_act_stay_inside_its_claim() -> None:
    text = "Agents raided two houses in Hyesan on Monday, beat a trader with a rifle butt and took his phones away."
    found = claims(text)
    assert len(found) > 2
    for claim in found:
        assert claim.span.start <= claim.trigger.start < claim.trigger.end <= claim.span.end


def test_a_filler_leaves_the_particle_of_its_verb_outside() -> None:
    text = (
        "A source told Amnok Daily that the ministry took away two traders in Hyesan on March 5 for calling relatives with "
        "Chinese phones. Households are to hand over foreign phones by March 31."
    )
    words = [filler.text for claim in claims(text) for slot in (claim.actor, claim.target) for filler in slot]
    assert "foreign phones" in words
    assert not [one for one in words if one.split()[0] in ("away", "over")]
