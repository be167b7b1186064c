"""Which words that no rule knows can be a charge, a place or a time."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.arguments import Range
from testigo.reading.asked import Found, Maker, Opinion
from testigo.reading.read import read_with
from testigo.reading.scenes import Scene
from testigo.reading.second.bare import going_on, is_charge, is_cut_off, is_in_name, is_place


def scene_of(text: str) -> Scene:
    """The scene of the first sentence that tells something."""
    seen: list[Scene] = []

    def noted(scene: Scene, found: Found, _: Maker) -> Opinion:
        seen.append(scene)
        return Opinion([claim for _, claim in found], [])

    read_with(report_of_text(text), lambda *_: noted)
    return seen[0]


def part_of(scene: Scene, words: str) -> Range:
    """Where some words stand in a sentence."""
    texts, some = [token.text for token in scene.tokens], words.split()
    first = next(n for n in range(len(texts)) if texts[n : n + len(some)] == some)
    return first, first + len(some)


def words_in(scene: Scene, part: Range) -> str:
    return " ".join(token.text for token in scene.tokens[part[0] : part[1]])


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("There were three convictions in cases of threats against weavers.", "threats", "threats against weavers"),
        ("A court charged him with one count of theft in May.", "one count", "one count of theft"),
        ("They were arrested for expressing opposition to the dam.", "opposition", "opposition to the dam"),
        ("He was arrested for the murder and held.", "the murder", "the murder"),
        ("He was arrested for theft in Tarma.", "theft", "theft"),
    ],
)  # fmt: skip
def test_a_charge_goes_on_with_what_tells_which(text: str, words: str, whole: str) -> None:
    scene = scene_of(text)
    assert words_in(scene, going_on(scene, part_of(scene, words))) == whole


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Police arrested four weavers under the STA in May.", "the STA", False),
        ("They were charged with crimes such as theft.", "crimes", False),
        ("They were charged with offenses, including theft.", "offenses", False),
        ("Police arrested Tol and an alleged accomplice for theft.", "an alleged accomplice", False),
        ("They were charged with crimes against the state.", "crimes", True),
        ("They were arrested over an unpaid bill.", "an unpaid bill", True),
        ("They arrested her because of her father.", "her father", True),
    ],
)
def test_no_person_or_law_is_a_charge(text: str, words: str, right: bool) -> None:
    scene = scene_of(text)
    assert is_charge(scene.tokens, part_of(scene, words)) is right


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("He was beaten in custody in May.", "custody", False),
        ("He was insulted on social media.", "social media", False),
        ("Guards beat weavers in towns outside of Selbeck.", "Selbeck", False),
        ("Gunmen killed a teacher in Khyber Pass (KP) in May.", "KP", False),
        ("Police arrested four weavers under the STA in May.", "the STA", False),
        ("He was beaten in a patrol car.", "a patrol car", True),
        ("He was beaten outside the mill.", "the mill", True),
        ("He was beaten under a bridge.", "a bridge", True),
    ],
)
def test_a_place_is_where_one_can_be(text: str, words: str, right: bool) -> None:
    scene = scene_of(text)
    assert is_place(scene.tokens, part_of(scene, words)) is right


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ("Men attacked the premises of Radio Orla Uganda in May.", "Uganda", True),
        ("Gunmen attacked Pakistan Air Force Base in May.", "Pakistan", True),
        ("Men attacked the premises of a radio in Uganda in May.", "Uganda", False),
        ("Police beat him in Selbeck in May.", "Selbeck", False),
    ],
)
def test_a_word_of_a_name_is_no_place(text: str, words: str, inside: bool) -> None:
    scene = scene_of(text)
    assert is_in_name(scene.tokens, part_of(scene, words)) is inside


@pytest.mark.parametrize(
    ("text", "words", "cut"),
    [
        ("He was arrested on the eve of the feast.", "the eve", True),
        ("He was beaten at five in the morning.", "five", True),
        ("Since the signing of the accord they killed two men.", "the signing", True),
        ("He was beaten during the fast.", "the fast", False),
        ("He was beaten after the fast, his wife said.", "the fast", False),
    ],
)
def test_a_time_is_whole(text: str, words: str, cut: bool) -> None:
    scene = scene_of(text)
    assert is_cut_off(scene.tokens, part_of(scene, words)) is cut
