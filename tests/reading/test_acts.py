"""Which act a sentence tells, where neighbours are easily confused; and which words tell none."""

from __future__ import annotations

import pytest

from testigo.claim import Claim, Span
from testigo.reading.read import read_report
from testigo.report import Block, Report


def claims(text: str) -> tuple[Claim, ...]:
    return read_report(Report(text, (Block("body", Span(0, len(text))),))).claims


def acts(text: str) -> set[str]:
    return {claim.act for claim in claims(text)}


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("arrest", "He was among those arrested."),
        (
            "search",
            "She told us that the police came at dawn, turned the house upside down and took her brother.",
        ),
        ("torture", "The report described officers kicking a student."),
        ("confiscation", "Women who sell in the alleys are chased away and their goods are taken."),
        ("view", "The rights group called the trial a sham."),
        ("torture", "Guards beat both with their batons."),
        ("release", "Those who turn themselves in by June will be forgiven."),
        ("forced_labor", "Students are being forced to collect sand."),
        ("arrest", "Police arrested five people last week."),
        ("arrest", "Soldiers arrested returning refugees at checkpoints."),
        ("torture", "Police detained thirty protesters in the square and beat several of them."),
        ("torture", "There were reports that police beat detainees during interrogations."),
        ("crime", "The official embezzled state funds."),
        ("release", "The charges against her were dropped."),
        ("disappearance", "The fate of at least 40 people remained unknown."),
        ("confiscation", "Farmers had to hand over half of their grain."),
        ("policy", "China bans private maps."),
        ("repatriation", "China has returned sixty refugees."),
        ("sentence", "A man in Brunsa Province was sent to a political prison camp."),
        ("trial", "At least 60 persons were subjected to politically motivated criminal prosecution."),
        ("watchlisting", "The court added 64 persons to the register of extremists."),
        ("sentence", "The court convicted him to five years in prison."),
        ("detention", "She spent two months under house arrest."),
        ("hardship", "Prison and detention center conditions were harsh."),
        ("search", "In the house they found 26,000 yuan and two phones."),
        ("forced_labor", "The troops took eleven men as porters."),
        ("policy", "Those who refused had their family visits suspended."),
        ("policy", "Monks handed in a petition, but it was refused."),
        ("extortion", "Guards demanded sex in exchange for soap."),
        ("meeting", "The assembly lasted three hours."),
        ("indoctrination", "Monks were invited for re-education."),
        ("movement_restriction", "Soldiers erected roadblocks on the road."),
        ("torture", "Those who talk may be brutally beaten."),
        ("search", "Inspectors began going house to house in the district."),
        (
            "detention",
            "A couple was caught at the river and later transferred to the county security department.",
        ),
        ("banishment", "The official was demoted and sent to a coal mine with his family."),
        ("execution", "Three were condemned to fifteen years; the fourth was shot the next morning."),
        ("execution", "Two smugglers were shot in the market square before a crowd of residents."),
        ("killing", "Border guards shot a smuggler at night."),
        ("killing", "In the stampede an old man was crushed to death."),
        ("torture", "Soldiers with batons charged the strikers, and twenty people were injured."),
        ("death", "The mine flooded, killing six workers."),
        ("killing", "The shelling killed six farmers."),
        ("death", "The ferry sank in the storm; forty bodies were recovered."),
        ("interrogation", "Officers asked whom he had met in the capital."),
        ("speech", "A student asked why the exam was late."),
        ("interrogation", "The investigators demanded that she name her customers."),
        ("arrest", "Two boys deserted in May; one was brought back in chains."),
        ("repatriation", "Four women were brought back from China in a bus."),
        ("indoctrination", "Latecomers are criticized at the evening meeting."),
        ("speech", "She criticized the tax at the market."),
        ("search", "Soldiers moved from room to room."),
        ("search", "Guards entered the cells at midnight."),
        ("meeting", "Villagers were told to assemble in the schoolyard at dawn."),
        ("resistance", "Hundreds of students gathered in the square."),
        ("crime", "Seven men stripped copper wire from the railway."),
        ("torture", "Guards stripped the prisoners."),
        ("smuggling", "The students sold copies of foreign films for two dollars."),
        ("watchlisting", "Her aunt's name has been crossed off."),
        ("torture", "A guard struck the old man."),
        ("hardship", "Detainees face harsher conditions in the new prison."),
        ("sentence", "Dissidents face up to ten years in prison."),
        ("movement_restriction", "No one under 30 has been allowed to board the ferry."),
        ("extortion", "The housing office collected 20 dollars from every tenant."),
        ("control", "The bridge is closed to freight."),
        ("movement_restriction", "Soldiers closed the bridge."),
        ("arrest", "Six university students were hauled in by police after a classmate informed on them."),
        ("detention", "The woman was moved to a prison hospital."),
        (
            "interrogation",
            "He is undergoing a preliminary examination by the provincial security department.",
        ),
        ("trial", "The case was handed over to the prosecutor's office."),
        ("forced_labor", "Soldiers are being sent to farms to help with the harvest."),
        ("forced_labor", "Prisoners made wigs for a Chinese company without pay."),
        ("surveillance", "Agents have been staking out the homes of money brokers."),
        ("watchlisting", "The provincial office reclassified dozens of families as hostile."),
        ("confiscation", "Farms had their harvest taken by the military."),
        ("extortion", "Each household has to contribute 5,000 won for the construction project."),
        ("extortion", "Guards asked for a bribe of 3,000 yuan."),
        (
            "repatriation",
            "Turkish authorities handed over two activists to the security service of their country.",
        ),
        ("movement_restriction", "Travel between provinces has been banned."),
        ("crackdown", "Authorities launched a 100-day battle against antisocialist behavior."),
        ("release", "The court ordered the release of two journalists."),
        (
            "order",
            "The Central Committee handed down an order on June 2 to strengthen ideological education.",
        ),
        ("dissemination", "The instructions were delivered to local security offices by phone."),
        ("investigation", "Police are looking for the person who wrote the graffiti."),
        ("smuggling", "Traders brought in used clothes illegally from China."),
        ("resistance", "Women burned their headscarves in public."),
        ("hardship", "There is a severe shortage of fuel."),
        ("interrogation", "Officers pressed the children to tell where their parents kept the radio."),
        ("sentence", "He was made to pay a fine of 200 dollars."),
        ("disappearance", "Plainclothes officers forced him into a car, and he was never seen again."),
        ("surveillance", "Teachers were asked to report on students who use foreign slang."),
        ("surveillance", "Guard posts along the river have been doubled."),
        ("watchlisting", "Authorities kept a register of families with relatives abroad."),
        ("repatriation", "Laos handed the nine youths over to North Korean officials."),
        ("dismissal", "A number of officers were stripped of their rank."),
        ("release", "Most of the detainees were sent home the next day."),
        ("dissemination", "The notice was put up at the entrance to the market."),
        ("policy", "The government suspended the activities of three human rights groups."),
        ("contact", "A friend lent him a memory card with foreign films."),
        ("movement", "Workers were flown to Vladivostok."),
        ("hardship", "Residents have no money to buy food."),
        ("torture", "The men were hung from the ceiling by their wrists."),
    ],
)
def test_who_does_what_to_whom_decides_the_act(act: str, text: str) -> None:
    assert act in acts(text)


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("killing", "Kwon was fired from the mill on May 12."),
        ("speech", "Officers did not allow her to call her family."),
        ("torture", "Conditions were harsh due to overcrowding and physical abuse."),
        ("indoctrination", "The number of violations did not fall despite the lectures."),
        ("speech", "The ministry replied that it protects all citizens."),
        ("detention", "The report counted 17 deaths in custody."),
        ("investigation", "The ministry refused to investigate the killings."),
        ("detention", "The law allows police to hold a person for three days."),
        ("forced_labor", "He was sentenced to five years of imprisonment and forced labor."),
        ("contact", "Police monitored the telephone calls of activists."),
        ("detention", "The constitution prohibited arbitrary arrest and detention."),
        ("dissemination", "A notice posted at the gate warned of the inspection."),
        ("arrest", "Most of those arrested were students."),
        ("speech", "The agents warned him not to speak to journalists."),
        ("contact", "She was asked during a phone call where he lived."),
        ("speech", "Another editor mentioned by the agency was dismissed."),
        ("escape", "The body was found in a deserted area."),
        ("escape", "A farmer who hid in a ditch said soldiers burned the barn."),
        ("movement", "A trader who travels to the coast said that fish is scarce."),
        ("resistance", "Whoever shelters a runaway will be fined."),
        ("arrest", "Workers caught with foreign films were sent to a mine."),
        ("torture", "Did the police beat you?"),
        ("contact", "They wanted to know if he had met missionaries."),
        ("escape", "The night trains run until midnight."),
    ],
)
def test_a_word_of_an_act_is_not_yet_the_act(act: str, text: str) -> None:
    assert act not in acts(text)


def test_an_act_told_by_its_subject_takes_the_subject_as_its_word() -> None:
    text = "The trial took place in the square on Monday."
    found = [claim.trigger.of(text) for claim in claims(text) if claim.act == "trial"]
    assert len(found) == 1
    assert "trial" in found[0]


def test_what_was_not_done_and_what_was_done_are_two_measures() -> None:
    found = claims("The ministry did not publish figures and denied access to a delegation.")
    assert [(c.act, c.status) for c in found] == [("policy", "denied"), ("policy", "asserted")]


@pytest.mark.parametrize(
    ("act", "trigger", "text"),
    [
        ("other", "Impunity was a problem", "Impunity was a problem in the navy."),
        ("control", "Self-censorship took", "Self-censorship took place among lecturers."),
        ("resistance", "protests continued", "The protests continued for weeks."),
        ("fear", "fear of deportation led", "The fear of deportation led them to stay home."),
    ],
)
def test_a_thing_that_tells_the_act_as_a_subject_belongs_to_its_trigger(
    act: str, trigger: str, text: str
) -> None:
    assert (act, trigger) in [(c.act, c.trigger.of(text)) for c in claims(text)]
