"""The acts that press releases, urgent appeals and monitors of courts and prisons tell, by the words they use."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The council met on Monday to speak of the new rules. "


def acts(text: str) -> list[str]:
    return [claim.act for claim in read_report(report_of_text(LEAD + text)).claims][1:]


@pytest.mark.parametrize(
    ("act", "texts"),
    [
        ("sentence", [
            "Such a charge carries two to five years in prison.",
            "Evasion carries up to three years in a labour colony.",
            "Each violation brings up to ten days in a cell.",
            "The printer Dal Oren is serving thirteen years in a colony in the north.",
            "A court in Osk jailed four dockers.",
        ]),
        ("policy", [
            "A new decree strips 31 critics of their nationality.",
            "The licences of 14 outlets were revoked in May.",
            "The regulator withdrew the licence of Radio Tarn.",
            "Three envoys were turned away at the gate of the court.",
            "The panel was refused entry to the prison.",
            "The tribunal rejected all motions of the defence.",
            "Mobile service in the district has been cut since May.",
        ]),
        ("crackdown", [
            "Police broke up a prayer meeting in a barn.",
            "Riot police dispersed the dockers with batons.",
            "The protests of May were crushed.",
        ]),
        ("repatriation", [
            "The pair were handed over at the frontier bridge on 2 May.",
            "The woman was handed over to the consulate three days later.",
            "In May, Laos handed over the nine youths.",
        ]),
        ("interrogation", [
            "Editors of nine papers had been called in by the security service.",
            "The two weavers have been called in twice.",
            "The clerks were called in by the intelligence agency.",
        ]),
        ("investigation", [
            "Prosecutors opened a criminal case over the burned car.",
            "Police in Tarn have opened a criminal case.",
            "The ministry launched a criminal case on Friday.",
        ]),
        ("crime", [
            "Two men threw a bag of paint over the lawyer.",
            "Strangers threw eggs at the house of the editor.",
            "Two youths hurled paint at the door of the church.",
        ]),
        ("arrest", [
            "Police detained at least 26 people overnight.",
            "Soldiers overnight detained nine dockers.",
            "At least 40 reporters have been detained since the coup.",
        ]),
        ("speech", [
            "A student filmed the trucks.",
            "A nurse photographed the empty shelves.",
            "A woman filmed a queue.",
        ]),
        ("surveillance", [
            "Overnight guests have to be registered with the warden.",
            "Landlords must register their guests.",
            "The porter registers every visitor.",
        ]),
        ("extortion", [
            "A middleman asked the family for 4,000 dollars.",
            "A go-between asked her parents for 900 dollars.",
            "A stranger asked the relatives for 50,000 won.",
        ]),
        ("banishment", [
            "The authorities expelled two priests in March.",
            "Nine nuns were expelled last year.",
            "The government expelled the bishop.",
        ]),
    ],
)  # fmt: skip
def test_the_act_is_told_by_these_words(act: str, texts: list[str]) -> None:
    found = {text: acts(text) for text in texts}
    assert not {text: some for text, some in found.items() if act not in some}


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("detention", "Dal was detained overnight and released."),
        ("detention", "She has been detained since May."),
        ("dismissal", "The bar revoked his licence."),
        ("dismissal", "A pupil was expelled from the school."),
        ("movement_restriction", "Drivers were turned back at the bridge."),
        ("movement_restriction", "Guards denied the exile entry into the country."),
        ("trial", "The court denied bail."),
        ("trial", "Prosecutors opened a criminal case against the weaver."),
        ("resistance", "Youths threw stones at the police."),
        ("arrest", "He was handed over to the police by a neighbour."),
    ],
)
def test_the_same_verb_tells_another_act_beside_other_words(act: str, text: str) -> None:
    assert act in acts(text)
