"""Names in Hangul and in every romanisation: what is one name, what is two, and what nobody can tell."""

from __future__ import annotations

import csv
import math

import pytest
from tests.shared import shared

from testigo.linking.compared import Answer
from testigo.linking.name_shares import frequencies, given_frequency
from testigo.linking.names import OTHERS, compare_names
from testigo.linking.romanising import dprk, mccune_reischauer, revised
from testigo.linking.sentences import in_words

SAME = [
    ("강춘화", "Kang Chun Hwa"),
    ("강춘화", "Kang Ch'unhwa"),
    ("Kang Ch'unhwa", "Gang Chunhwa"),
    ("Pak Hyok Chol", "Park Hyuk-chul"),
    ("김일환", "Kim Irhwan"),  # the sound at the joint is written
    ("Kim Il-hwan", "Kim Irhwan"),
    ("O Kuk Ryol", "Oh Guk-ryeol"),
    ("리설향", "이설향"),  # the South drops the first sound
    ("량형섭", "Yang Hyung-sup"),
    ("려남철", "Yeo Nam-cheol"),
    ("Chun-hwa Kang", "강춘화"),  # surname last
    ("KANG Chun Hwa", "Chun Hwa KANG"),
    ("Mr. Kang Chun Hwa", "kang chunhwa"),
    ("Namgung Hyok", "남궁혁"),
    ("Nam Gung Hyok", "Namkoong Hyuk"),
    ("황보철", "Hwangbo Chol"),
    ("Kim Cheol Su", "Kim Chul Soo"),
    ("Kang Ch'un-hwa", "강춘화"),
    ("Ch'oe Yong-rim", "최영림"),  # the breve is lost, the apostrophe kept
    ("Hwang Pyo'ng-so'", "황병서"),  # apostrophes for breves
    ("Rhie Hyok", "리혁"),
]
DIFFERENT = [
    ("Kim Chul Su", "Kim Chul Sun"),
    ("Kang Chun Hwa", "Kang Chun Hui"),
    ("Jong Chol", "Jang Chol"),
    ("Kim Chol", "Kim Chol Su"),  # a one-syllable name is whole
    ("한용호", "한영호"),
    ("Han Young-ho", "한용호"),
    ("강춘화", "박춘화"),
]
CANNOT_TELL = [
    ("Han Yong Ho", "한영호"),
    ("Han Yong Ho", "한용호"),
    ("Han Yong Ho", "Han Yongho"),
    ("Han Yong Ho", "Han Yong Ho"),
    ("Han Yongho", "Han Yeongho"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name_in_two_spellings_is_the_same(left: str, right: str) -> None:
    compared = compare_names(left, right)
    assert compared.answer is Answer.SAME, in_words(compared)
    assert compared.strength > 5


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_one_syllable_apart_are_different(left: str, right: str) -> None:
    compared = compare_names(left, right)
    assert compared.answer is Answer.DIFFERENT, in_words(compared)
    assert compared.strength < 0


@pytest.mark.parametrize(("left", "right"), CANNOT_TELL)
def test_a_spelling_of_two_common_names_cannot_tell(left: str, right: str) -> None:
    left, right = (
        left.replace("Han", "Ri").replace("한", "리"),
        right.replace("Han", "Ri").replace("한", "리"),
    )
    compared = compare_names(left, right)
    assert compared.answer is Answer.CANNOT_TELL
    assert set(compared.arguments) == {"리영호", "리용호"}
    assert "cannot tell" in in_words(compared)


@pytest.mark.parametrize(("left", "right"), [*SAME, *DIFFERENT, *CANNOT_TELL])
def test_the_order_of_the_two_does_not_matter(left: str, right: str) -> None:
    one, other = compare_names(left, right), compare_names(right, left)
    assert (one.answer, one.sentence) == (other.answer, other.sentence)
    assert math.isclose(one.strength, other.strength)
    assert (one.left, one.right) == (left, right)


def test_a_rare_name_tells_more_than_a_common_one() -> None:
    common, rare = compare_names("김영호", "김영호"), compare_names("황보휘", "황보휘")
    assert common.answer is rare.answer is Answer.SAME
    assert rare.strength > common.strength + 3


@pytest.mark.parametrize(
    "partial", ["surnamed Kang", "a man surnamed Kang", "Mr. Kang", "Kang", "강모", "강씨", "Kang X"]
)
def test_a_surname_alone_is_weak_and_says_so(partial: str) -> None:
    compared = compare_names(partial, "강춘화")
    assert compared.answer is Answer.CANNOT_TELL
    assert 0 < compared.strength < 4.5
    assert in_words(compared).startswith("only the surname is told")
    assert compare_names(partial, "박춘화").answer is Answer.DIFFERENT


def test_a_given_name_alone_is_weak_too() -> None:
    compared = compare_names("Chun-hwa", "강춘화")
    assert (compared.answer, compared.sentence) == (Answer.CANNOT_TELL, "name-given-told")


def test_a_pseudonym_says_next_to_nothing() -> None:
    assert compare_names("Kang Chun Hwa (a pseudonym)", "강춘화").strength <= 1
    differing = compare_names("Kang Chun Hwa (a pseudonym)", "박혁철")
    assert (differing.answer, differing.strength) == (Answer.CANNOT_TELL, 0.0)


TITLED = [
    "Colonel Kang Chun Hwa", "Lt. Col. Kang Chun Hwa", "Director Kang Ch'unhwa", "Vice-Minister Kang Chun Hwa",
    "the late Dr. Kang Chun Hwa", "former Party Secretary Kang Chun-hwa", "Kang Chun Hwa, director of the mine",
    "Kang Chunhwa (deputy chief)", "강춘화 국장", "강춘화국장", "강춘화 동지", "강춘화씨", "국장 강춘화", "전 보위부장 강춘화",
    "량강도 보위국 지도원 강춘화", "강춘화 양", "대좌 강 춘화",
]  # fmt: skip


@pytest.mark.parametrize("titled", TITLED)
def test_ranks_and_offices_are_no_part_of_a_name(titled: str) -> None:
    compared = compare_names(titled, "강춘화")
    assert compared.answer is Answer.SAME, in_words(compared)
    assert compare_names(titled, "강춘희").answer is Answer.DIFFERENT


@pytest.mark.parametrize("titled", ["Colonel Kang", "강 국장", "강국장", "강 씨", "Director Kang"])
def test_a_title_and_a_surname_are_a_surname(titled: str) -> None:
    assert compare_names(titled, "강춘화").sentence == "name-surname-told"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("김원수", "Kim Won Su"),
        ("박대사", "Pak Tae Sa"),
        ("An Chol", "안철"),
        ("An Kil", "안길"),
        ("한양", "Han Yang"),
    ],
)
def test_a_name_that_sounds_like_a_title_stays_a_name(left: str, right: str) -> None:
    assert compare_names(left, right).answer is Answer.SAME


def test_two_common_names_that_only_a_breve_tells_apart_cannot_be_told() -> None:
    compared = compare_names("한영호".replace("한", "리"), "Han Yongho".replace("Han", "Ri"))
    assert compared.answer is Answer.CANNOT_TELL
    guessed = compare_names("Ri Yŏngho", "리용호")
    assert (guessed.answer, guessed.sentence) == (Answer.CANNOT_TELL, "name-breve-alone")
    assert guessed.strength < compared.strength
    assert compare_names("RI YŎNGHO", "리용호").sentence == "name-breve-alone"


def test_a_breve_is_often_put_by_guess_in_rare_names_too() -> None:
    rare = compare_names("Sŏk Yŏngho", "석용호")
    assert (rare.answer, rare.sentence) == (Answer.CANNOT_TELL, "name-breve-alone")
    assert compare_names("Sŏk Yŏngho", "석용수").answer is Answer.DIFFERENT


def common_names(least: float) -> list[tuple[str, str]]:
    """Surname and given name of two syllables, by the tables, of which so large a share of people bears each."""
    shares = frequencies()
    givens = [a + b for a in shares["first"] for b in shares["last"]]
    rate = {given: given_frequency(given) for given in givens}
    return [
        (s, g)
        for s, much in shares["surname"].items()
        for g in givens
        if len(s) == 1 and much * rate[g] > least
    ]


def written_by_rule(name: tuple[str, str]) -> list[str]:
    forms = [
        mccune_reischauer(*name, hyphen=hyphen, marks=marks)
        for hyphen in (False, True)
        for marks in (False, True)
    ]
    return ["".join(name), dprk(*name), revised(*name), *forms]


def test_whatever_two_common_names_the_printed_form_of_both_is_one_nobody_can_tell() -> None:
    """The bar's "marked" pairs, made anew from the tables: two names of which one in 15,000 people bears each."""
    printed: dict[str, list[tuple[str, str]]] = {}
    for name in common_names(OTHERS):
        printed.setdefault(dprk(*name), []).append(name)
    alike = {form: names for form, names in printed.items() if len(names) > 1}
    assert len(alike) >= 10
    for form, names in alike.items():
        for name in names:
            for spelt in written_by_rule(name):
                compared = compare_names(form, spelt)
                assert compared.answer is Answer.CANNOT_TELL, (form, spelt, in_words(compared))


def test_a_name_with_one_breve_has_all_of_them() -> None:
    assert compare_names("Kim Tŏk-sŏng", "Kim Tŏk-song").sentence == "name-breve-alone"
    assert compare_names("Gim Deokseong", "Gim Deoksong").answer is not Answer.SAME


def set_otherwise(spelt: str) -> list[str]:
    """The same name with a hyphen, with blanks, joined, in capitals, in small letters, and with the surname last."""
    surname, _, given = spelt.partition(" ")
    if not given:
        return [spelt]
    parts = given.replace(" ", "-").split("-")
    if len(parts) == 1:
        return [spelt, spelt.lower(), spelt.upper(), f"{given} {surname}", f"{surname.upper()} {given}"]
    one, other = parts[0].title(), parts[1].lower()
    set_so = [f"{one} {other.title()}", f"{one}-{other}", f"{one}{other}"]
    return [
        *(f"{surname} {name}" for name in set_so),
        *(f"{name} {surname}" for name in set_so),
        f"{surname}, {one}-{other}",
        f"{surname.upper()} {one} {other.title()}",
        f"{surname} {one} {other}".lower(),
        f"{surname} {one}-{other}".upper(),
    ]


def test_however_the_words_are_set_two_common_names_of_one_spelling_cannot_be_told() -> None:
    """Spaces, hyphens, capitals and the order of a name are the printer's: they settle nothing."""
    printed: dict[str, list[tuple[str, str]]] = {}
    for name in common_names(OTHERS):
        printed.setdefault(dprk(*name), []).append(name)
    said = [
        (one, other, compare_names(one, other).answer)
        for form, names in printed.items()
        if len(names) > 1
        for one in set_otherwise(form)
        for name in names
        for spelt in (*written_by_rule(name), form)
        for other in set_otherwise(spelt)
    ]
    assert len(said) > 3000
    assert [pair for pair in said if pair[2] is not Answer.CANNOT_TELL] == []


def test_the_same_letters_in_other_syllables_cannot_be_told() -> None:
    compared = compare_names("Kim Son Gyong", "Kim Song Yong")
    assert (compared.answer, compared.sentence) == (Answer.CANNOT_TELL, "name-parted-otherwise")
    assert compare_names("Kim Son Gyong", "Kim Song Yon").answer is Answer.DIFFERENT


@pytest.mark.parametrize(
    "spelt", ["Kang Kuk Ryol", "Kang Kungnyol", "Gang Geukryeol", "Kang Geuk-ryeol", "강극렬"]
)
def test_a_syllable_that_no_table_of_names_has_is_still_compared(spelt: str) -> None:
    assert "극" not in {*frequencies()["first"], *frequencies()["last"]}
    assert compare_names("강극렬", spelt).answer is Answer.SAME
    assert compare_names("강극철", spelt).answer is Answer.DIFFERENT
    assert compare_names("Kang Geuk-ryeol", spelt).answer is Answer.SAME


@pytest.mark.parametrize("nothing", [None, "", "  ", "?", "123"])
def test_without_a_name_nothing_is_said(nothing: str | None) -> None:
    assert compare_names(nothing, "강춘화").answer is Answer.UNKNOWN


@pytest.mark.shared
@pytest.mark.parametrize("hangul", [False, True])
def test_the_public_pairs_reach_the_bar(hangul: bool) -> None:
    path = shared("data", "analysis", "link_kp_name_pairs.dev.csv")
    with path.open(encoding="utf-8") as file:
        rows = [
            row for row in csv.DictReader(file) if hangul or "hangul" not in (row["a_form"], row["b_form"])
        ]
    said = [(compare_names(row["a"], row["b"]).possible, row["label"] == "1") for row in rows]
    right, wrong = said.count((True, True)), said.count((True, False)) + said.count((False, True))
    assert 2 * right / (2 * right + wrong) >= 0.97
    firm = [(compare_names(row["a"], row["b"]).answer is Answer.SAME, row["label"] == "1") for row in rows]
    right, wrong = firm.count((True, True)), firm.count((True, False)) + firm.count((False, True))
    assert 2 * right / (2 * right + wrong) >= 0.97
    hard = [ok for (ok, _), row in zip(said, rows, strict=True) if row["kind"] == "hard"]
    assert sum(hard) < 0.01 * len(hard)
