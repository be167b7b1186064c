"""Where and when an act happens where the words for it stand apart: behind a bracket, a long noun phrase, an aside."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("killing", ["July 9"], "On July 9, the anniversary of the massacre known as Black Friday, troops shot dead 14 herders."),
        ("detention", ["since March"], "Officers have kept nurse Lidia Paz (known as Lili) in solitary confinement since March."),
        ("torture", ["2018"], "In 2018 guards beat a farmer, but in 2020 a judge acquitted them."),
        ("resistance", ["April 4"], "On April 4, four miners were wounded while blocking a road in Potosi."),
        ("dismissal", ["During the year"], "During the year 40 lawyers were disbarred."),
        ("release", ["By year's end"], "By year's end authorities had released none of the 14 monks."),
        ("search", ["in previous years"], "Police had raided house churches in previous years."),
        ("arrest", ["May 4-5"], "Two brothers were seized and interrogated while attending a funeral in Grozny on May 4-5."),
        ("detention", ["15 days"], "He was jailed 15 days in the capital."),
        ("dismissal", ["Two days after the escape"], "Two days after the escape, the head of the department was dismissed."),
        ("detention", ["for 18 months"], "The two were held in jail for 18 months before a court sentenced them."),
        ("arrest", ["From January to November"], "From January to November, the group recorded 1,145 arrests."),
        ("detention", ["As of year's end"], "As of year's end, he remained in custody at an unknown location."),
        ("killing", ["April 5"], "On April 5, according to reports from media, soldiers shot and killed a farmer in Osh."),
        ("resistance", ["November 9"], "The prisoners staged a hunger strike beginning on November 9."),
        ("speech", [], "On June 12, police arrested a blogger after he posted a video about the mayor."),
        ("dismissal", [], "Following a strike at the mine in May, the government dismissed 40 workers."),
        ("release", [], "In May the minister announced the release of 75 prisoners."),
        ("arrest", ["November 2019"], "Police arrested 20 men in Kesh and neighboring villages for unknown reasons in November 2019."),
        ("trial", ["June 2021"], "After his June 2021 conviction the teacher fled."),
        ("disappearance", ["2012"], "The group grew after the 2012 disappearance of a teacher."),
        ("detention", ["19 months"], "He survived 19 months of detention in Osh."),
        ("torture", ["during the first weeks of her detention"], "She had been tortured during the first weeks of her detention."),
        ("arrest", ["in the weeks leading up to the festival"], "Police detained monks in the weeks leading up to the festival."),
        ("killing", ["between March and August"],
         "According to the union and its branch, between March and August, 287 prisoners died."),
        ("arrest", ["June 27"], "On June 27, police in Osh searched a flat before taking him away."),
        ("detention", ["March"], "As of March, Hoa (“Muoi”) Phan remained in prison."),
        ("detention", [], "Guards ill-treated several imprisoned July 11 protesters."),
        ("release", ["November"], "In November the monk was released after 21 years in prison."),
    ],
)  # fmt: skip
def test_a_time_that_stands_apart_is_that_of_its_act(act: str, told: list[str], text: str) -> None:
    assert slot(text, act, "time") == told


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("killing", ["Plateau State"], "The group documented the killing of a pastor leading a funeral in Plateau State."),
        ("arrest", ["Mogilev"], "The UN condemned the arrest of a priest serving prisoners in Mogilev."),
        ("detention", ["a base"], "Soldiers held the brothers Karim and Adel (pictured here) at a base for six weeks."),
        ("torture", ["the capital, Minsk"], "Police beat marchers in the capital, Minsk."),
        ("arrest", ["Rabaa al-Adawiya Square", "Cairo"], "Authorities arrested him at Rabaa al-Adawiya Square in Cairo."),
        ("movement", ["a neighboring country", "Minsk"], "They left Minsk for a neighboring country in June."),
        ("detention", ["a women's colony", "Gomel"], "She was transferred to a women's colony located in Gomel."),
        ("arrest", ["the Almaty airport"],
         "Agents detained Pavel Reznik, founder of a center for exiles in Istanbul, at the Almaty airport."),
        ("arrest", ["Tashkent airport"], "The singer was arrested at Tashkent airport upon his return from Turkey."),
        ("killing", ["Guerrero", "Oaxaca"], "Gunmen killed four candidates in Guerrero and Oaxaca."),
        ("killing", ["the towns of Saraqib and Maaret"], "Civilians were killed on Monday in the towns of Saraqib and Maaret."),
        ("search", ["the entrance to the stadium"], "Women were searched at the entrance to the stadium."),
        ("disappearance", ["the city's Abu Salim district"], "A teacher was kidnapped in the city's Abu Salim district."),
        ("arrest", ["Almaty"], "Nine of the activists arrested on August 4 in Almaty were still in custody."),
        ("arrest", ["a cafe", "the town of Grodek"],
         "Officers detained Olga Smirin, an activist who had organized the rally, at a cafe in the town of Grodek."),
        ("confiscation", ["Sela Monastery"], "Officers came to the Sela Monastery, seized the computers of all monks and left."),
        ("detention", ["cells built for four"], "The prisoners were kept in cells built for four."),
        ("suicide", ["the third floor of the barracks", "Minsk"], "A prisoner jumped from the third floor of the barracks in Minsk."),
        ("detention", ["Belta"], "Three nurses in Belta remained behind bars on Sunday."),
        ("release", [], "In June the government released the president of Bahrain Center for Human Rights."),
        ("policy", [], "On Tuesday the men were separated from the women, tied together and marched to the school."),
        ("arrest", ["Lagos"], "In May Lagos police arrested six students."),
        ("trial", ["Almaty"], "In July the Almaty city prosecutor charged three lawyers."),
        ("arrest", ["Hanoi"], "The Police Investigation Agency of Hanoi arrested two men for tax evasion."),
        ("arrest", [], "In June Border police arrested four drivers, and Chad authorities arrested a fifth."),
        ("arrest", ["a market"], "In June Kano police arrested four drivers in a market."),
        ("torture", ["Osh", "Naryn", "Talas"], "Police beat protesters in cities including Osh, Naryn, and Talas."),
        ("hardship", ["The town jail", "police station cells"], "The town jail and police station cells were overcrowded."),
        ("torture", ["Yare penitentiary", "Miranda State"], "Guards beat him at the Yare penitentiary in Miranda State."),
        ("detention", ["one of the camps"], "A witness said that at one of the camps where she was held, guards sang."),
        ("arrest", ["the Old Mosque neighborhood", "Savannakhet"],
         "He was arrested in the Old Mosque neighborhood in Savannakhet."),
        ("hardship", [], "Inmates took turns sleeping on floors."),
        ("hardship", ["prisons"], "Inside prisons, deaths remained frequent due to unsanitary conditions."),
        ("killing", [], "He died in June while in KGB custody."),
    ],
)  # fmt: skip
def test_a_place_that_stands_apart_is_that_of_its_act(act: str, told: list[str], text: str) -> None:
    assert slot(text, act, "place") == told


@pytest.mark.parametrize(
    ("act", "told", "text"),
    [
        ("arrest", [], "On Sunday police arrested hundreds in the square."),
        ("dismissal", ["dozens"], "On Sunday dozens of students were expelled."),
        ("killing", ["as many as 60"], "The army killed as many as 60 villagers in the valley."),
        ("torture", ["Between 40 and 50"], "Between 40 and 50 protesters were injured in the capital on Sunday."),
        ("arrest", [], "On Sunday police arrested a man aged between 14 and 20 years."),
        ("release", [], "On Sunday the president pardoned several hundred prisoners."),
        ("release", ["LE 1,000"], "On Sunday a court released him on bail of LE 1,000 ($55)."),
        ("policy", ["two"], "On Sunday the military cremated the bodies of two civilians."),
        ("repatriation", ["Nine"], "Nine Tajiks accused of extremism were deported in May."),
        ("sentence", ["two"], "The court sentenced two Ministry of Transport employees to prison."),
        ("sentence", ["20 million kip"], "He was sentenced to five years in prison and a 20 million kip ($2,260) fine."),
    ],
)  # fmt: skip
def test_a_number_counts_and_a_crowd_does_not(act: str, told: list[str], text: str) -> None:
    assert slot(text, act, "quantity") == told
