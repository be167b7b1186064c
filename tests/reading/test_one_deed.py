"""Verbs that tell one deed together, and verbs that tell none."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def told(text: str) -> list[tuple[str, str]]:
    """The act and the trigger of each claim."""
    found = read_report(report_of_text(text, published="2024-06-10"), second=False).claims
    return [(claim.act, claim.trigger.of(text)) for claim in found]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Rebels attacked and killed two toll keepers.", [("killing", "killed")]),
        ("The baker was found guilty and fined 300 crowns.", [("sentence", "fined")]),
        ("Observers accused the army of killing farmers.", [("killing", "killing")]),
        ("The prosecutor's office was responsible for investigating and prosecuting abuses.", []),
        ("The state made efforts to investigate, prosecute, and punish officials.", [("investigation", "investigate, prosecute, and punish")]),
        ("The poet spent nine months detained without trial.", [("detention", "detained")]),
        ("Ana Brandt was one of those released in May.", [("release", "released")]),
        ("A court convicted a weaver to eight months in jail for printing calendars.", [("sentence", "convicted a weaver to eight months")]),
        ("Two prisoners cut a fence.", []),
        ("Police detained the editor, Alan Sorel, for 20 hours on unclear grounds.", [("detention", "detained the editor, Alan Sorel, for 20 hours")]),
        ("Residents complained of beatings by the wardens.", [("torture", "beatings")]),
        ("On May 5 Hana Sorel was informed that her brother had died.", [("death", "died")]),
        ("While the raids targeted foreign tailors, the market stayed open.", []),
        ("Police arrested two others accused of the murder of a baker.", [("arrest", "arrested"), ("killing", "murder")]),
        ("Police arrested and arbitrarily detained three nurses.", [("arrest", "arrested and arbitrarily detained")]),
        ("Nurses were arrested and detained for three days.", [("arrest", "arrested"), ("detention", "detained for three days")]),
        ("Those released stated they were warned.", [("release", "released"), ("policy", "warned")]),
        ("A policeman came and took the stove.", [("confiscation", "took the stove")]),
        ("In a May 4 release, the minister confirmed the raid.", []),
    ],
)  # fmt: skip
def test_one_deed_is_one_claim(text: str, acts: list[tuple[str, str]]) -> None:
    assert told(text) == acts


def test_what_is_said_to_be_a_crime_is_nobodys_deed() -> None:
    acts = [act for act, _ in told("The decree made it a crime to insult or threaten the emir.")]
    assert "speech" not in acts
    assert acts.count("policy") <= 1


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The court dropped all terrorism charges against the clerk.", ("release", "dropped all terrorism charges")),
        ("He asked for guards due to his reporting on cement prices.", ("speech", "reporting")),
        ("The sisters had the charges against them dropped.", ("release", "charges against them dropped")),
    ],
)  # fmt: skip
def test_tags_by_the_words_beside(text: str, act: tuple[str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Reporters were attacked in Velmaria after a rally.", ["crime"]),
        ("There were allegations of degrading treatment or punishment of inmates.", ["torture"]),
        ("The code had no definition of torture.", []),
        ("Two clerks had the charges against them dropped or were acquitted.", ["release", "release"]),
        ("Officials harassed men accused of public criticism of the emir.", ["policy"]),
    ],
)
def test_neighbouring_acts_are_told_apart(text: str, acts: list[str]) -> None:
    assert [act for act, _ in told(text)] == acts


def test_custody_only_says_where_somebody_died() -> None:
    assert told("Officials recorded ten deaths while in custody.") == [("killing", "deaths")]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Abductions and Torture: Two nurses were arrested.", [("arrest", "arrested")]),
        ("No date has been set for the trial.", [("trial", "date has been set for the trial")]),
        ("Each spring a lecture is held at the mill.", [("indoctrination", "lecture is held")]),
        ("Miners planned a picket in May.", [("resistance", "planned a picket")]),
    ],
)
def test_a_trigger_takes_in_the_noun_and_a_label_tells_nothing(
    text: str, acts: list[tuple[str, str]]
) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("He condemned the killing.", ["killing"]),
        ("Residents complained of beatings by guards.", ["torture"]),
        ("NGOs reported complaints of torture of inmates.", ["torture"]),
        ("The coalition said that the treatment constituted torture.", ["view"]),
        ("The judge rejected the request submitted by the lawyer.", ["policy"]),
        ("The state curbed the ability of journalists to criticize the court.", []),
        ("Police arrested and detained six clerks.", ["arrest"]),
        ("In a May 3 release, the ministry confirmed the death of the nurse.", ["death"]),
        ("The report tells of the failure to investigate or prosecute attacks on nuns.", ["investigation"]),
    ],
)  # fmt: skip
def test_who_judges_or_asks_tells_no_deed_of_his_own(text: str, acts: list[str]) -> None:
    assert [act for act, _ in told(text)] == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Mechanisms for torture complaints and statistics on arrests were lacking.", []),
        ("He described inhuman treatment, including being deprived of sleep.", ["torture"]),
        ("Inmates reported degrading treatment of individuals in custody.", ["torture"]),
        ("She was acquitted of embezzlement in May.", ["release"]),
    ],
)
def test_a_part_of_a_deed_is_none(text: str, acts: list[str]) -> None:
    assert [act for act, _ in told(text)] == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("On May 2, 800 nurses organized a protest in the port to protest the levy.", ["resistance"]),
        ("Soldiers arrested two farmers accused of the murder of a clerk.", ["arrest", "killing"]),
        ("Prisoners complained of a lack of water.", ["hardship"]),
        ("The poet remained in prison pending the new trial.", ["detention"]),
        ("Reports told of lethal, disproportionate use of force by guards.", ["torture"]),
    ],
)
def test_what_a_deed_was_for_or_how_it_is_described_is_no_other(text: str, acts: list[str]) -> None:
    assert [act for act, _ in told(text)] == acts


def test_what_soldiers_hold_against_people_is_no_trial() -> None:
    acts = [act for act, _ in told("Soldiers killed two guides whom they accused of spying.")]
    assert "killing" in acts
    assert "trial" not in acts


@pytest.mark.parametrize(
    ("text", "laid_down"),
    [
        ("The law forbade private clinics and required nurses to work in state wards.", ["forbade"]),
        ("The constitution barred torture and provided for the right of anyone to see a lawyer.", ["barred"]),
        (
            "The law forbade strikes, but the ministry required a permit for rallies.",
            ["forbade", "required a permit for rallies"],
        ),
    ],
)
def test_a_law_that_goes_on_is_one_with_more_clauses(text: str, laid_down: list[str]) -> None:
    found = read_report(report_of_text(text), second=False)
    assert [c.trigger.of(text) for c in found.claims if c.act == "policy"][: len(laid_down)] == laid_down
    assert len([c for c in found.claims if c.act == "policy"]) == len(laid_down)


def test_who_is_displaced_by_fighting_moves_and_whom_the_army_displaces_is_banished() -> None:
    assert told("The fighting displaced 300 farmers.") == [("movement", "displaced")]
    assert told("The army displaced 300 farmers.") == [("banishment", "displaced")]
