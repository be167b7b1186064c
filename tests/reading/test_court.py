"""What courts decide: charges told one by one, punishments told apart, and the people told of by a participle."""

from __future__ import annotations

import pytest

from testigo import read
from testigo.claim import Claim

LEAD = "The authorities told the residents of the town on Monday that the market would open again. "


def claims(text: str, act: str) -> list[Claim]:
    return [c for c in read(LEAD + text, "2024-12-20").claims if c.act == act]


def slot(text: str, act: str, name: str) -> list[str]:
    found = claims(text, act)
    assert found, text
    return [filler.text for filler in getattr(found[-1], name)]


@pytest.mark.parametrize(
    ("charges", "text"),
    [
        (["sedition"], "Vera Holm was indicted on 12 counts of sedition."),
        (["tax evasion", "money laundering"], "Prosecutors filed charges of tax evasion and money laundering against the editor."),
        (["arson", "membership in a banned league"], "A court convicted the two of arson and membership in a banned league."),
        (["Article 58 of the penal code"], "Three drivers were prosecuted under Article 58 of the penal code."),
        (["not paying the water tax"], "Five farmers were prosecuted for not paying the water tax."),
        (["criticizing the governor"], "For criticizing the governor, the teacher was prosecuted."),
        (["spreading rumors", "insulting officials"], 'A nurse was prosecuted for "spreading rumors" and "insulting officials."'),
        (["attending prayers", "contact with exiles"], "The three were prosecuted for attending prayers and for contact with exiles."),
        (["fraud"], "The accountant pleaded guilty to fraud."),
        (["inciting hatred"], 'A poet was prosecuted for "inciting hatred," after a search of her flat.'),
    ],
)  # fmt: skip
def test_a_charge_is_told_in_many_ways(charges: list[str], text: str) -> None:
    assert slot(text, "trial", "charge") == charges


@pytest.mark.parametrize(
    ("punishments", "text"),
    [
        (["terms ranging from two to five years"], "Six students were sentenced to terms ranging from two to five years."),
        (["three years in prison", "a five-year travel ban", "a fine of 200 dinars"],
         "The welder was sentenced to three years in prison, a five-year travel ban, and a fine of 200 dinars."),
        (["nine years in prison", "four years of house arrest"],
         "A court sentenced the miner to nine years in prison followed by four years of house arrest."),
        (["Prison terms of nine years"], "Prison terms of nine years were handed to five union leaders."),
        (["death", "life imprisonment"], "A tribunal sentenced 19 men to death and three to life imprisonment."),
        (["four years"], "The appeals court extended her sentence by four years."),
        (["three years"], "The wife of the deserter got three years and his brother five."),
        (["a fine of 900 rubles"], "The judge ordered the printer to pay a fine of 900 rubles."),
        (["imprisonment for five years and six months"], "The court sentenced a baker to imprisonment for five years and six months."),
        (["14 years"], "The stiffest term, 14 years, went to the captain."),
        (["between four and nine years"], "The court sentenced the five to between four and nine years."),
        (["three months in a labor center"], "Four others got off with three months in a labor center."),
        (["ten days"], "A judge locked the student up for ten days."),
        (["six years in prison", "300 lashes"], "The court sentenced a teacher to six years in prison and 300 lashes."),
        (["jail terms of nine months", "six months"],
         "The nurses were sentenced to jail terms of nine months and six months, respectively."),
        (["three years"], "Her sentence was prolonged for three years for insulting the warders."),
        (["a warning"], "The youngest of the three got off with a warning."),
    ],
)  # fmt: skip
def test_punishments_are_told_apart_and_kept_whole(punishments: list[str], text: str) -> None:
    assert slot(text, "sentence", "punishment") == punishments


def test_what_is_only_asked_for_is_no_sentence_yet() -> None:
    text = "Prosecutors asked for five years in prison for the editor."
    assert [c.status for c in claims(text, "sentence")] == ["intended"]
    assert slot(text, "sentence", "target") == ["the editor"]
    assert slot(text, "sentence", "punishment") == ["five years in prison"]


@pytest.mark.parametrize(
    ("act", "whom", "text"),
    [
        ("trial", ["Four men"], "Four men convicted of robbery and held in a northern prison were moved in the spring."),
        ("detention", ["Four men"], "Four men convicted of robbery and held in a northern prison were moved in the spring."),
        ("trial", ["A trader from Wonsan accused of selling pills"], "A trader from Wonsan accused of selling pills was to be tried in public."),
        ("execution", ["three brothers"], "The state hanged three brothers convicted of spying for an enemy."),
        ("trial", ["The two sisters, both of them nurses"], "The two sisters, both of them nurses, were tried behind closed doors, found guilty, and freed."),
    ],
)  # fmt: skip
def test_a_participle_tells_of_the_people_before_it(act: str, whom: list[str], text: str) -> None:
    found = [f.text for c in claims(text, act) for f in c.target]
    assert whom[0] in found or any(f.startswith(whom[0]) for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested on Monday two journalists of the weekly.",
        "A court convicted in absentia four editors of the station.",
    ],
)
def test_an_object_may_stand_behind_a_time_or_manner(text: str) -> None:
    assert claims(text, "arrest") + claims(text, "trial")


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (["Her husband, a fisherman"], "Her husband, a fisherman, drowned while mending a net."),
        (["eleven others"], "Five miners died last winter and eleven others drowned."),
    ],
)
def test_a_subject_is_kept_behind_an_aside_and_a_time(who: list[str], text: str) -> None:
    assert slot(text, "death", "target") == who


@pytest.mark.parametrize(
    ("whom", "text"),
    [
        ("Ri Song Chol, 38, a truck driver", "Ri Song Chol, 38, a truck driver, was tried in March."),
        ("Ana Ruiz, 51, who ran a bookshop", "Ana Ruiz, 51, who ran a bookshop, was tried on Tuesday."),
        ("Pavel Harbuz, 41, an electrician, who had painted a flag",
         "Pavel Harbuz, 41, an electrician, who had painted a flag, was tried in Brest."),
    ],
)  # fmt: skip
def test_a_name_keeps_its_age_and_trade_before_the_verb(whom: str, text: str) -> None:
    assert slot(text, "trial", "target") == [whom]


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("suicide", "The teacher was found hanged in May."),
        ("killing", "The activist was found hanged in his cell."),
        ("suicide", "A sergeant turned the gun on himself."),
        ("killing", "Three inmates starved to death last winter."),
        ("death", "Two shepherds starved to death last winter."),
        ("sentence", "The offense carries a sentence of up to ten years."),
        ("sentence", "The courts handed out 40 prison terms to marchers."),
        ("trial", "The court refused to hear witnesses."),
    ],
)
def test_deaths_and_penalties_take_their_own_act(act: str, text: str) -> None:
    assert claims(text, act), [(c.act, c.rule) for c in read(LEAD + text).claims]


def test_a_trial_of_people_accused_is_one_claim() -> None:
    text = "A public trial of seven people accused of stealing copper was held in the port."
    assert len(claims(text, "trial")) == 1
