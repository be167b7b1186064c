"""What stands beside a telling in its sentence: whether its teller tells it, somebody else does, or the writer himself."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain, fullest, read, where
from tests.reading.test_ways_of_telling import told

from testigo.reading.speakers import speakers


@pytest.mark.parametrize(
    ("tellers", "words", "text"),
    [
        (
            ["Residents"],
            "each household",
            "Residents said officials came, took the cards of those who would not dig, and demanded that each household go.",
        ),
        (
            ["My cousin"],
            "sign a paper",
            "My cousin told me that the police came and took my mother too, and demanded that she sign a paper.",
        ),
        (
            ["She", "an official"],
            "lose their cards",
            "She said that an official came, ordered them out and warned that they would lose their cards.",
        ),
        (["The nurse"], "more would come", "The nurse said the men fled and warned that more would come."),
        ([], "found work", "The office says nobody is forced, but at the market we found work lists."),
        ([], "was charged", "The ministry said it had opened an inquiry, but nobody was charged by year's end."),
        ([], "nobody was", "The ministry said it had opened an inquiry, but by the end of the year nobody was tried."),
        (["He"], "was released", "He said he was beaten, but his cellmate was released."),
        (["She"], "by June", "She said two men were beaten, but the rest were let go by June."),
        ([], "declined", "A spokesman said two men were held but declined to give details."),
        ([], "elaborate", "A spokesman said two men were held, but did not elaborate."),
        (["She"], "gave no", "She said the agents took her son but gave no explanation."),
        ([], "has not", "Two men were freed, families said on Monday, though the office has not confirmed it."),
        (["groups"], "unfair", "Two men were hanged, the agency said, in a case that groups say was unfair."),
        (["she"], "confessed", "Two men were beaten, she said, although they had confessed."),
        (["the source"], "has been set", "They will be tried, the source said, though no date has been set."),
        (["A nurse there"], "died", "A nurse there, speaking by phone, said that a child had died."),
        (
            ["A guard, whom the paper met in May"],
            "burned",
            "A guard, whom the paper met in May, laughed and said that bodies were burned.",
        ),
        (["A nurse whom we met"], "burned", "A nurse whom we met said that bodies were burned."),
        (["The Press Union"], "was held", "The Press Union on Friday said that he was held."),
        (["A note sent out on May 3"], "was held", "A note sent out on May 3 says that he was held."),
        (["the source"], "fled", "According to the source, the woman, surnamed Ri, had fled."),
        (["Ana Orsk, a nurse"], "fled", "According to Ana Orsk, a nurse, two men, both guards, had fled."),
        (["people"], "was beaten", "In one village, people said, a man who complained to a clerk was beaten."),
        (["Officials"], "beatings", "Officials have in the past rejected the claims of beatings."),
        ([], "printed", "The ministry denied that it keeps a list, five days after a paper printed one."),
        (["the daily Osk", "A spokesman"], "was held", "A spokesman, quoted by the daily Osk, said that he was held."),
        (["A spokesman, flanked by guards"], "was held", "A spokesman, flanked by guards, said that he was held."),
        (["Ana Vel"], "beaten", "Ana Vel said that guards had beaten him, which the office rejected."),
        ([], "rejected", "Ana Vel said that guards had beaten him, which the office rejected."),
        ([], "rejects", "A doctor wrote that he died of a fever, a claim his family rejects."),
        (["A doctor"], "harmed", "A doctor wrote that he took a drug, which harmed him."),
        (["The guard"], "was held", "The guard himself told the paper that he was held."),
        ([], "were held", "Two men who were told to pack were held, a nurse died."),
        (["She"], "donated", "She says she donated twice."),
        (["Police"], "was held", "Police today said that he was held."),
        (["The ministry"], "was held", "The ministry late Friday said that he was held."),
        (["Dak Prong Today"], "was held", "On Monday Dak Prong Today wrote that he was held."),
        (["The communications ministry"], "lied", "The communications ministry stated that the sites had lied."),
    ],
)  # fmt: skip
def test_who_tells_what_stands_beside(tellers: list[str], words: str, text: str) -> None:
    assert [name for _, name in chain(text, words)] == tellers


@pytest.mark.parametrize(
    ("tellers", "words", "text"),
    [
        (["Anton Vel"], "was held", "A clerk laughed and said no. Anton Vel said he was told that she was held."),
        (["Ana Vel"], "was held", "The chairman said no. Ana Vel said she had seen it. She said that he was held."),
        (["a clerk in Tarn"], "was shot", "The cook told a clerk in Tarn that nine had died. The clerk said he was shot."),
        (["The guard"], "was shot", "The wife of a guard said nine had died. The guard said he was shot."),
        (["A chairman"], "was held", "A chairman said no. The trial began on May 3. He said that she was held."),
        (["The UN rapporteur"], "was illegal", "A nurse said no. The UN rapporteur said she believed it was illegal."),
        (["A nurse"], "was held", "A nurse said no. The paper quoted a spokesman. She said that he was held."),
    ],
)  # fmt: skip
def test_who_is_meant_by_he_or_she_who_tells(tellers: list[str], words: str, text: str) -> None:
    assert [name for _, name in chain(text, words)] == tellers


@pytest.mark.parametrize(
    ("status", "words", "sentence"),
    [
        (
            "reported",
            "beat",
            "There was no evidence that he was held, although residents complained that police beat him.",
        ),
        ("reported", "beat", "There was no sign that he was held, but a nurse said that police beat him."),
        ("denied", "beat", "There were no reports that police beat detainees while they were held."),
        ("denied", "released", "There is no case of a person who was released."),
        ("denied", "arrested", "There has never been an instance in which a reporter was arrested."),
        ("asserted", "arrested", "There is the case of a reporter who was arrested."),
        (
            "asserted",
            "fined",
            "There was no indication that an officer was tried, although a court fined one.",
        ),
    ],
)
def test_what_stands_against_no_evidence_is_not_denied(status: str, words: str, sentence: str) -> None:
    assert told(sentence, words).status == status


@pytest.mark.parametrize(
    ("status", "words", "sentence"),
    [
        ("hedged", "died", "The family was told that he had died in prison."),
        ("hedged", "held", "Relatives were told he was being held in Orsk."),
        ("reported", "died", "A guard told the family that he had died in prison."),
        ("asserted", "held", "The families have not been told where the men are being held."),
        ("intended", "leave", "The men were told to leave the town."),
        ("asserted", "arrested", "Two men who were ordered to leave the town were arrested."),
        ("speculated", "tortured", "Please ask him to guarantee that she is not tortured."),
        ("speculated", "beaten", "The office must make sure that the prisoners are not beaten."),
        ("denied", "beaten", "The guards ensured that the prisoners were not beaten."),
        ("speculated", "beaten", "The embassy did not confirm or deny that they were beaten."),
        ("denied", "beaten", "The embassy confirmed one death or denied that they were beaten."),
        ("denied", "beaten", "The office said that the prisoners were not beaten."),
    ],
)
def test_hearsay_and_what_is_to_be_kept_from_happening(status: str, words: str, sentence: str) -> None:
    assert told(sentence, words).status == status


@pytest.mark.parametrize(
    ("tellers", "words", "headline"),
    [
        (["sources"], "held", "Nine held in Orsk ahead of the vote - sources"),
        (["rights group"], "beat", "Police beat two men in Orsk – rights group"),
        (["Sources"], "beat", "Sources: police beat two men in Orsk"),
        ([], "jailed", "Two jailed in Orsk: a teacher and a nurse"),
        ([], "State", "State of the prisons: report"),
    ],
)
def test_who_tells_a_headline(tellers: list[str], words: str, headline: str) -> None:
    text = headline + "\nThe agency published this on Monday."
    found = speakers(read(text, title=True)).chain_at(where(text, words))
    assert [fullest(source) for source in found] == tellers
