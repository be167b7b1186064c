"""Whose words, and how firm, in the prose of country reports and rights groups."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain, read, where

from testigo.reading.speakers import speakers
from testigo.reading.status import standing


def status(text: str, trigger: str, act: str = "torture") -> str:
    return standing(speakers(read(text)), "event", act, where(text, trigger)).status


@pytest.mark.parametrize(
    ("text", "words", "sources"),
    [
        ("In May the Lantern Centre published a report documenting that guards beat inmates.", "beat",
         [("institution", "the Lantern Centre"), ("document", "a report")]),
        ("The group released its findings, which included testimonies indicating that women were beaten.", "beaten",
         [("institution", "The group"), ("document", "its findings"), ("anonymous", "testimonies")]),
        ("In May parliament adopted a resolution condemning the beatings.", "beatings",
         [("document", "a resolution")]),
        ("He was beaten in Osk, according to his wife’s account as reported by Radio Ferrin.", "beaten",
         [("institution", "Radio Ferrin"), ("anonymous", "his wife")]),
        ("According to media reports, the court refused his request.", "refused",
         [("institution", "media reports")]),
        ("The Committee to Protect Pilgrims said police beat him.", "beat",
         [("institution", "The Committee to Protect Pilgrims")]),
        ("The Osk Justice and Memory Centre reported that he was beaten.", "beaten",
         [("institution", "The Osk Justice and Memory Centre")]),
        ("Lawyers for Lawyers stated that he was beaten.", "beaten", [("institution", "Lawyers for Lawyers")]),
        ("A LANTERN report, Prison No. 8, Sungho, stated that he was beaten.", "beaten",
         [("document", "A LANTERN report, Prison No. 8, Sungho")]),
        ("The lawyer for dual Karsan-Velmarian citizen Walid Tehr told reporters that he was beaten.", "beaten",
         [("anonymous", "The lawyer for dual Karsan-Velmarian citizen Walid Tehr")]),
        ("Images of the village showed that the army burned it.", "burned", [("document", "Images of the village")]),
        ("Video footage posted online showed police beating a man.", "beating", [("document", "Video footage")]),
        ("A UN tribunal found that militiamen killed him.", "killed", [("institution", "A UN tribunal")]),
        ("The lodger learned that militiamen killed him.", "killed", []),
        ("Rights groups continued to report beatings.", "beatings", [("institution", "Rights groups")]),
        ("The groups wanted to report beatings.", "beatings", []),
        ("Tarn collapsed at his trial after telling the judge that he was beaten.", "beaten", [("named", "Tarn")]),
        ("Officers arrested men at checkpoints, often citing no reason for the arrest.", "arrested", []),
        ("The agencies watched citizens, maintained arresting power, and conducted investigations.", "conducted", []),
        ("The law prohibited torture; however, officers tortured suspects.", "tortured", []),
        ("The constitution forbids torture, but the government disregarded it.", "disregarded", []),
        ("Observers criticized the trial.", "criticized", []),
        ("Police held two men, who rights groups said were beaten.", "beaten", [("institution", "rights groups")]),
        ("The market was shut, her employer, the daily Osk, reported.", "shut",
         [("institution", "her employer, the daily Osk")]),
        ("Vyasna reported that he was beaten.", "beaten", [("institution", "Vyasna")]),
        ("Mara Yu was freed in May. Yu reported that she was beaten.", "beaten", [("named", "Mara Yu")]),
        ("Foro Osk reported 399 arrests.", "arrests", [("institution", "Foro Osk")]),
        ("According to a report released during the year by the Lantern Centre, guards beat him.", "beat",
         [("document", "a report released during the year by the Lantern Centre")]),
        ("He was beaten, according to media reports.", "beaten", [("institution", "media reports")]),
        ("A LANTERN report stated that he was freed. LANTERN stated that he was beaten.", "beaten",
         [("institution", "LANTERN")]),
        ("Officers, accusing them of smuggling, tried the men in secret.", "tried", []),
        ("Officers, accusing them of smuggling, tried the men in secret.", "smuggling",
         [("anonymous", "Officers")]),
        ("Wardens denied the man medical attention.", "attention", []),
        ("The office received reports of the beating of two men.", "beating", [("institution", "The office")]),
        ("In its May report, the UN mission documented at least 14 beatings.", "beatings",
         [("institution", "the UN mission")]),
        ("The UN Group of Experts reported that he was beaten.", "beaten",
         [("institution", "The UN Group of Experts")]),
        ("The court heard testimony that officers beat him.", "beat", [("anonymous", "testimony")]),
        ("As the lawyer reported, police beat him.", "beat", [("anonymous", "the lawyer")]),
        ("As reported by local media, police beat him.", "beat", [("institution", "local media")]),
        ("In one case, the group said, a man was beaten.", "beaten", [("institution", "the group")]),
        ("The envoy, asked about it, answered that nobody was held “for singing,” and that men had fled.", "fled",
         [("anonymous", "The envoy, asked about it")]),
        ("Karsan.news reported that he was beaten.", "beaten", [("institution", "Karsan.news")]),
        ("Bitter Winter reported that he was beaten.", "beaten", [("institution", "Bitter Winter")]),
        ("Karsan Human Rights Defenders said that he was beaten.", "beaten",
         [("institution", "Karsan Human Rights Defenders")]),
        ("In one case reported by Vyasna, police beat a boy.", "beat", [("institution", "Vyasna")]),
        ("Mara Lopes denounced on the radio that agents beat him.", "beat", [("named", "Mara Lopes")]),
        ("State television showed the men confessing.", "confessing", [("institution", "State television")]),
        ("The mother was quoted by Asia Press as saying that guards shot him.", "shot",
         [("institution", "Asia Press"), ("anonymous", "The mother")]),
        ("Officials who reported abuses were dismissed.", "dismissed", []),
        ("Members of the group that documented the killings were arrested.", "arrested", []),
        ("Officials who said they were beaten were dismissed.", "beaten", [("anonymous", "Officials")]),
        ("The law criminalizes blasphemy, and courts sentenced five men for it.", "sentenced", []),
        ("Fearing arrest, many journalists fled.", "fled", []),
        ("Radio Ferrin reported that he was held, although it was unclear who beat him.", "beat", []),
        ("OSKHR reporting included the accounts of two escapees who said guards beat them.", "beat",
         [("document", "OSKHR reporting"), ("anonymous", "two escapees")]),
        ("Police beat 25 men, according to a report released during the year by Lantern Worldwide.", "beat",
         [("document", "a report released during the year by Lantern Worldwide")]),
        ("A report entitled Prison Number 12, Sungho stated the guards beat men.", "beat",
         [("document", "A report entitled Prison Number 12, Sungho")]),
        ("UN Special Rapporteur Mara Lopes said he was beaten.", "beaten",
         [("named", "UN Special Rapporteur Mara Lopes")]),
    ],
)  # fmt: skip
def test_the_chain_names_all_who_stand_behind_the_words(
    text: str, words: str, sources: list[tuple[str, str]]
) -> None:
    assert chain(text, words) == sources


@pytest.mark.parametrize(
    ("expected", "trigger", "text"),
    [
        ("hedged", "beaten", "A man reportedly died after being beaten."),
        ("hedged", "raids", "The police reportedly carried out a campaign of raids."),
        ("hedged", "beatings", "Guards reportedly subjected inmates to harsh measures, including beatings."),
        ("asserted", "rain", "Guards reportedly beat inmates, two days after rain fell."),
        ("asserted", "escape", "The order was probably prompted by the escape of a family."),
        ("hedged", "abuse", "The office took no action on reports of rape and abuse."),
        ("hedged", "abuse", "The ward refused to confirm claims of abuse."),
        ("reported", "abuse", "There were reports by two NGOs that abuse went on."),
        ("denied", "abuse", "There were no reports of abuse."),
        ("asserted", "killing", "He was held for his alleged role in the killing of a judge."),
        ("hedged", "killings", "He was held for his alleged role in killings."),
        ("speculated", "abuse", "Women were at risk of rape, humiliation, and abuse."),
        ("denied", "trials", "There were no arrests or politically motivated trials."),
        ("denied", "charging", "Police released him without formally charging him."),
        ("denied", "engaged", "He was held despite not having engaged in protests."),
        ("denied", "punish", "Authorities took no action to investigate incidents or punish officers."),
        ("denied", "investigate", "The ministry did not make any effort to investigate."),
        ("intended", "investigate", "The ministry took steps to investigate."),
        ("asserted", "silence", "The authorities used the courts to silence critics."),
        ("intended", "silence", "The authorities wanted to use the courts to silence critics."),
        ("hedged", "beaten", "The ministry refused to comment on reports that he was beaten."),
        ("hedged", "beaten", "Unconfirmed reports suggested that he was beaten."),
        ("hedged", "beaten", "Rumors circulated that he was beaten."),
        ("hedged", "beat", "Reportedly, the guards beat him until he fainted."),
        ("asserted", "fled", "Reportedly, the guards beat him when he fled."),
        ("speculated", "beaten", "The ministry neither confirmed nor denied that he had been beaten."),
        ("asserted", "tortured", "The ministry promised to punish the officers who tortured him."),
        ("intended", "extract", "The guards used torture to extract confessions."),
        ("hedged", "beat", "Agents reportedly lured him across the river and beat him."),
        ("asserted", "released", "The men, who were reportedly beaten, were released."),
        ("asserted", "was in", "The man, who was reportedly beaten, was in a cell."),
        ("hedged", "beaten", "The envoy expressed alarm over reports that two men were beaten."),
        ("hedged", "beating", "The office received reports of the beating of two men."),
        ("reported", "beaten", "The envoy expressed concern that two men had been beaten."),
        ("speculated", "beaten", "The envoy expressed concern that two men might be beaten."),
        ("asserted", "killing", "The ministry promised to investigate the killing of two men."),
        ("intended", "gather", "The office wanted them to confess to crimes they did not commit and gather proof."),
        ("hedged", "beaten", "Former inmates alleged that they were beaten."),
        ("reported", "beaten", "Former inmates claimed that they were beaten."),
        ("speculated", "beaten", "There was no information on whether he was beaten."),
    ],
)  # fmt: skip
def test_each_act_is_as_firm_as_its_own_words(expected: str, trigger: str, text: str) -> None:
    assert status(text, trigger) == expected


def test_where_somebody_is_may_be_unknown() -> None:
    assert status("His whereabouts remained unknown.", "remained", "disappearance") == "speculated"


@pytest.mark.parametrize(
    ("expected", "trigger", "act", "text"),
    [
        ("intended", "ordered the release", "release", "A court ordered the release of three monks."),
        ("intended", "planned to flee", "escape", "The family planned to flee to the coast."),
        ("asserted", "attempted to flee", "escape", "The family attempted to flee to the coast."),
        ("asserted", "face charges", "trial", "The two continued to face charges."),
        ("asserted", "reported for service", "resistance", "His brother had not reported for service."),
        ("denied", "resist", "resistance", "His brother did not resist."),
        ("asserted", "not sending", "resistance", "Parents answered by not sending their children."),
    ],
)
def test_the_verb_of_an_act_may_itself_plan_or_leave_it(
    expected: str, trigger: str, act: str, text: str
) -> None:
    assert status(text, trigger, act) == expected
