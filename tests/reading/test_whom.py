"""Whom an act is done to and who goes on doing it: everyone that "they" stands for, who else was taken, whom access is refused to."""

from __future__ import annotations

import pytest
from tests.reading.documents import slot


@pytest.mark.parametrize(
    ("act", "whom", "text"),
    [
        ("torture", ["county residents Ivan Petrov", "Oleg Sorin", "Petr Malin"],
         "Police arrested county residents Ivan Petrov, Oleg Sorin, and Petr Malin. In their cells they were beaten."),
        ("detention", ["college student Ales Brukhan", "two friends"],
         "Soldiers detained college student Ales Brukhan and two friends and handed them over to the army."),
        ("arrest", ["Namazi", "his father, Baquer"], "Authorities detained Namazi in 2015 along with his father, Baquer."),
        ("policy", ["officers"], "The law permits officers to detain people gathering outside courts."),
        ("policy", ["reporters who work for foreign outlets"],
         "A committee denied accreditation to reporters who work for foreign outlets."),
        ("speech", ["the ministry"], "The group filed a complaint in March against the ministry."),
        ("speech", ["the principal"], "A father shouted at the principal."),
        ("contact", ["foreign broadcasts"], "Nearly a third of the villagers listened to foreign broadcasts."),
        ("sentence", ["the lawyer"], "In May, the lawyer received a suspended sentence."),
        ("sentence", ["Those unable to work"], "Those unable to work had to pay a fine."),
        ("release", ["Mavji Garib"],
         "Mavji Garib, who had asked the president in May for a meeting about her son and his house, was beaten. She was released."),
        ("arrest", ["graphic designer Kostan Konov, a local resident"],
         "On May 3, police detained graphic designer Kostan Konov, a local resident who had been out for a run before the rally began."),
        ("sentence", ["reporter Khudo Nurmat (pen name Ali Feruz)"],
         "Police tortured one of the paper’s editors, reporter Khudo Nurmat (pen name Ali Feruz). The court later jailed him."),
        ("arrest", ["as many as 40 villagers"], "In March agents arrested as many as 40 villagers near the lake."),
        ("detention", ["then 16-year-old Karim Osman"], "Agents jailed then 16-year-old Karim Osman in Baku."),
        ("torture", ["Lela Bak and her sister"], "Guards arrested and beat Lela Bak and her sister for joining a march."),
        ("arrest", ["single-person picketers"], "Police arrested single-person picketers."),
        ("movement_restriction", ["citizens"], "The government denied citizens passports."),
        ("arrest", ["a lawyer defending striking miners"], "In November authorities arrested a lawyer defending striking miners."),
        ("arrest", ["pastors who had led prayers in 2019"],
         "The state arrested pastors who had led prayers in 2019 but who were not members of any party."),
        ("surveillance", ["those unwilling to serve in the army"], "Agents used informers to find those unwilling to serve in the army."),
        ("torture", ["Residents of towns such as Gao and Timbuktu"],
         "Residents of towns such as Gao and Timbuktu were beaten by militiamen in March."),
        ("trial", ["dozens of students"], "The court convicted dozens of students of sedition."),
        ("trial", ["the printer Maung Oo"], "Police arrested the printer Maung Oo in May without filing charges."),
        ("arrest", ["large numbers of farmers"],
         "Authorities employed show trials, mass arrests, and sentencing to convict large numbers of farmers for sabotage."),
        ("detention", ["Ana Sol", "Eva Paz", "Ivo Lim"],
         "Among them were Ana Sol, Eva Paz, and Ivo Lim–all of whom remained detained and faced charges."),
        ("sentence", ["Pavel Sokol", "Ihar Lis"], "The editors, Pavel Sokol and Ihar Lis, each received a six-year term."),
        ("sentence", ["The two brothers"], "The two brothers each received a three-year prison term for theft."),
        ("torture", ["Hundreds of prisoners"], "Hundreds of prisoners stated they had been beaten in the camps."),
        ("arrest", ["large numbers of farmers"],
         "Authorities used secret trials and mass arrests to punish large numbers of farmers for separatism."),
        ("arrest", ["Karim", "Sokol"], "Activists said Karim and Sokol’s arrests were linked to their reporting on a dam."),
        ("disappearance", ["the pastor Li Wen"], "Police arrested the pastor Li Wen in May. His location and status were unknown."),
        ("policy", ["teachers who asked for their wages"], "The service retaliated against teachers who asked for their wages."),
        ("arrest", ["writers and the editors of popular websites"],
         "Authorities detained writers and the editors of popular websites, including the site Mirror, in June."),
        ("arrest", ["Rana Aziz, a nurse"], "The family learned that Rana Aziz, a nurse detained by agents in 2013, had died."),
        ("trial", ["the editor"], "Lawyers described false charges brought against the editor."),
        ("torture", ["striking dockers"], "The army used tear gas and batons against striking dockers."),
        ("release", ["two men"], "The court charged two men with theft. The charges were dropped in June."),
        ("trial", ["photographer Mahmoud Zaid (known as Falcon)"],
         "Authorities held photographer Mahmoud Zaid (known as Falcon) in jail. They charged Falcon with murder."),
        ("arrest", ["street traders"], "Arrests, especially of street traders, continued during the year."),
        ("detention", ["many religious leaders"], "Soldiers subjected many religious leaders to varying degrees of arbitrary detention."),
        ("sentence", ["teacher Ana Bak"], "Teacher Ana Bak was jailed. A court sentenced teacher Ana Bak to two years. The supreme court upheld the sentence."),
        ("torture", ["farmers whose sons had fled abroad"], "Soldiers beat farmers whose sons had fled abroad."),
        ("detention", ["shopkeepers whose licenses had expired"],
         "Officers fined shopkeepers whose licenses had expired and jailed them."),
        ("detention", ["Several nurses"], "Several nurses told reporters that police detained them for a week."),
        ("arrest", ["Emad Sorin"], "Emad Sorin was released in May. Officials told Sorin he was free, but he was arrested in June."),
    ],
)  # fmt: skip
def test_whom_it_is_done_to_is_found_beside_the_verb(act: str, whom: list[str], text: str) -> None:
    assert slot(text, act, "target") == whom


@pytest.mark.parametrize(
    ("act", "who", "text"),
    [
        ("torture", ["City police and plainclothes individuals"],
         "City police and plainclothes individuals seized him in the street. They tied him to a chair and beat him."),
        ("torture", ["A lieutenant"], "A lieutenant seized the nurse. He slapped her twice."),
        ("policy", ["Police"], "Police closed roads near the rally in an attempt to stop the march and to intimidate students."),
        ("resistance", ["The clerk"], "The clerk left the bank to attend a protest."),
        ("arrest", ["police"], "The teacher was arrested and later beaten by police."),
        ("disappearance", ["militia members"], "Two miners abducted and killed by militia members were buried."),
        ("disappearance", ["state agents"],
         "The family learned that Rana Aziz, a nurse detained and forcibly disappeared by state agents, had died."),
        ("torture", ["guards"], "The miners described beatings at the hands of guards."),
        ("policy", ["the police"], "He spoke of the police’s dispersal of the vigil."),
        ("sentence", [], "In May, the lawyer received a suspended sentence."),
    ],
)  # fmt: skip
def test_who_does_it_is_who_did_it_before(act: str, who: list[str], text: str) -> None:
    assert slot(text, act, "actor") == who


def test_what_cannot_suffer_is_no_target_of_a_noun() -> None:
    text = "Deaths were common as a result of summary executions, torture, and lack of medical care."
    assert slot(text, "execution", "target") == []


def test_things_of_two_people_stay_one_target() -> None:
    text = "Police confiscated the passports of the politician Lev Orlov and his wife at the border."
    assert slot(text, "confiscation", "target") == ["the passports of the politician Lev Orlov and his wife"]
