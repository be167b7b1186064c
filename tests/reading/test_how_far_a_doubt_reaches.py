"""How far a doubt, a denial or a plan reaches: asides, things that are denied, reasons, who somebody is."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def statuses(sentence: str, act: str) -> set[str]:
    """How firmly the claims of an act in a sentence are put."""
    return {c.status for c in read_report(report_of_text(LEAD + sentence)).claims if c.act == act}


FACTS = (
    # set in between dashes
    (
        "arrest",
        "The owner — who was believed to be in Lora — and his cook were unharmed, and nine guards were arrested in May.",
    ),
    ("arrest", "Four papers – one of them allegedly owned by a general – were shut and two editors were arrested."),
    ("killing", "The mayor — said to have fled to Osk — and his driver, who was shot dead in March, were cousins."),
    # a thing is denied
    ("torture", "The ministry denied the accusation and then beat the lawyer."),
    ("arrest", "The station did not report the flood, and police arrested three fishermen who had filmed it."),
    ("torture", "Relatives disputed that account, stating that he was beaten in the cell."),
    ("torture", "Some officials were blamed for rejecting complaints or beating prisoners."),
    # the reason for what is open
    ("arrest", "The lawyer is expected to leave the town because the police arrested his brother in May."),
    ("order", "The clerks feared a search because the bureau told its branches in January to look for radios."),
    ("movement_restriction", "Prices have doubled since the border was closed in May, traders in Lora believe."),
    # who somebody is, what goes on where
    ("dismissal", "She suspects a neighbor who was dismissed from the mill."),
    ("forced_labor", "They are believed to be in Ode, where prisoners were forced to dig canals."),
    ("killing", "Villagers believe that the raid was punishment for the fire in which soldiers killed two herders."),
    # leave is no doubt
    ("torture", "The teacher was allowed to go home on Friday after she had been beaten."),
    ("resistance", "The nurses were permitted to return after they had protested at the gate for a week."),
    ("bribery", "He paid a guard a bribe of 200 marks to be allowed to sleep."),
    # what is avenged or put down
    ("killing", "Traders believe that the army took revenge for the killing of two officers."),
    ("killing", "The mayor is said to have burned the village to avenge the killing of his son."),
    # what made somebody plan or order a thing
    ("killing", "The dockers vowed to march after soldiers shot two fishermen."),
    ("policy", "The singer promised to go on with the march even after officials denied her a permit."),
    ("search", "The court ordered that he be kept in jail after agents searched his house."),
    # who believed it goes on to act
    ("arrest", "The bureau believed that the man was selling radios and arrested him."),
    # an order is given, and something is done after it
    ("order", "There are orders to seize all radios, so patrols were doubled."),
    ("search", "There was an order that radios be handed in, so agents searched homes."),
    # somebody is gathered to look on; takes to the air to say so
    ("execution", "Pupils were mobilized to watch the execution of a trader."),
    ("speech", "His sister took to the radio to demand his release."),
    # a denial ends where its teller goes on
    ("confiscation", "The singer denied he was beaten but said guards took his phone."),
    # what is not known is only why
    ("arrest", "It is not known on what charges the singer was arrested."),
    ("arrest", "Nobody knows on what charges the singer was arrested."),
)  # fmt: skip


@pytest.mark.parametrize(("act", "sentence"), FACTS)
def test_a_doubt_ends_where_something_else_is_told(act: str, sentence: str) -> None:
    found = statuses(sentence, act)
    assert found
    assert found <= {"asserted", "reported"}


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("hedged", "arrest", "The owner — a dealer from Lora — is believed to have been arrested in May."),
        ("denied", "torture", "The ministry denied the beating of two men and of a boy."),
        ("denied", "torture", "The captain denied that the men and the boy were beaten."),
        ("hedged", "killing", "They are thought to have been taken to Ode, where they were shot dead."),
        ("speculated", "arrest", "The cook is expected to be arrested because he is a foreigner."),
        ("hedged", "torture", "Guards allegedly beat a man in the yard."),
        ("hedged", "escape", "Two dockers were arrested and said to have fled."),
        ("denied", "torture", "The singer denied he was beaten but said guards took his phone."),
    ],
)
def test_a_doubt_reaches_what_it_is_about(status: str, act: str, sentence: str) -> None:
    assert statuses(sentence, act) == {status}


@pytest.mark.parametrize(
    "sentence",
    [
        "Guards allegedly used clubs to put down a protest at the mill.",
        "In June, soldiers allegedly used gas and live rounds to put down a riot in the camp, killing two.",
        "In June, soldiers allegedly used gas and live rounds to quell a riot in the camp, killing two.",
    ],
)
def test_what_is_put_down_has_happened(sentence: str) -> None:
    claims = read_report(report_of_text(LEAD + sentence), second=True).claims
    assert {c.status for c in claims if c.act == "resistance"} == {"asserted"}
