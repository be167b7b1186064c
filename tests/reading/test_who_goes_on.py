"""Who tells what stands behind what was told: "denied that he was held, saying he had fled", "freed two men who fled, saying"."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def told(sentence: str, act: str) -> Claim:
    """The last claim of an act in a sentence."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return next(c for c in reversed(claims) if c.act == act)


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("reported", "escape", "The ministry denied that the monk had been held, saying that he had fled to Laos."),
        ("denied", "arrest", "The ministry denied that the monk had been arrested, saying that he had fled."),
        ("reported", "movement", "A resident denied that anybody was held, saying the women had moved to a farm."),
        ("reported", "suicide", "Officials deny that he was shot, claiming he hanged himself."),
        ("reported", "release", "The ministry denied that it tortured him, adding that he was released in May."),
        ("reported", "torture", "She suspects that he was shot, saying that guards had beaten him before."),
        ("reported", "escape", "The ministry doubts that he was arrested, saying he fled in May."),
        ("hedged", "arrest", "He believes that she was arrested, saying he saw the van."),
        ("denied", "torture", "The office denied that guards had beaten a boy, taken to Orsk, and his father."),
        ("denied", "killing", "The office denied that guards had beaten the boy and then shot his father, she said."),
    ],
)  # fmt: skip
def test_a_denial_or_belief_ends_where_its_teller_goes_on(status: str, act: str, sentence: str) -> None:
    assert told(sentence, act).status == status


@pytest.mark.parametrize(
    ("teller", "act", "sentence"),
    [
        ("The ministry", "bribery", "The ministry sacked an official who beat a monk, saying he had been bribed."),
        ("The court", "torture", "The court freed two men who had protested, saying that they had been tortured."),
        ("He", "torture", "He told a nurse who visited him that he was well, adding that guards had beaten two others."),
        ("The paper", "release", "The paper withdrew its report that a monk had died, saying he was released in May."),
        ("Officials", "torture", "Officials said the men who fled were criminals, adding that guards had beaten two."),
        ("Residents", "torture", "Residents say the police arrested two men, adding that they were beaten."),
        ("The residents who fled", "torture", "The residents who fled, saying that guards beat them, were sent home."),
        ("a lawyer, who fled in May", "torture", "The nurse met a lawyer, who fled in May, saying two men were beaten."),
        ("the union", "arrest", "Two men who came were beaten, the union said, adding that police arrested a third."),
    ],
)  # fmt: skip
def test_who_tells_behind_a_clause_is_its_subject(teller: str, act: str, sentence: str) -> None:
    assert [s.text for s in told(sentence, act).sources] == [teller]


@pytest.mark.parametrize(
    ("teller", "sentence"),
    [
        ("An officer", "An officer at first said that guards had beaten two men."),
        ("A clerk reached by phone in Orsk", "A clerk reached by phone in Orsk at first said guards had beaten two men."),
        ("The verdict", "The verdict, which is dated November 11, 2022, says that guards had beaten two men."),
        ("The letter, dated May 3, 2021", "The letter, dated May 3, 2021, says that guards had beaten two men."),
        ("The report of May 3, 2021", "The report of May 3, 2021, says that guards had beaten two men."),
        ("A nurse in Orsk", "A nurse in Orsk on May 3, 2021, said that guards had beaten two men."),
        ("A woman whose husband is among them", "A woman whose husband is among them said that guards had beaten two men."),
        ("A woman whose son is one of them", "A woman whose son is one of them said that guards had beaten two men."),
        ("A lawyer whose client was held in a cell", "A lawyer whose client was held in a cell said that guards had beaten two men."),
        ("The man whose house was searched by police", "The man whose house was searched by police said guards had beaten two men."),
        ("A nurse who treated him", "A nurse who treated him said that guards had beaten two men."),
        ("three sources", "The Office received credible information from three sources that guards had beaten two men."),
        ("a nurse", "The paper has information from a nurse that guards had beaten two men."),
        ("a source", "Guards had beaten two men, a source told Rimjin-gang on Monday."),
        ("the letter", "Guards had beaten two men, according to the letter, a copy of which his family has seen."),
        ("the letter", "According to the letter, a copy of which was read to us, guards had beaten two men."),
        ("Report No. 5", "Report No. 5 says that guards had beaten two men."),
        ("A diplomat in the city", "A diplomat in the city, however, said that guards had beaten two men."),
        ("Kim Sol, 41", "Kim Sol, 41, said that guards had beaten two men."),
        ("the union", "On May 3, 2021, the union said that guards had beaten two men."),
        ("Fergana News", "On September 27, Fergana News said that guards had beaten two men."),
    ],
)  # fmt: skip
def test_who_tells_is_named_past_days_and_asides(teller: str, sentence: str) -> None:
    assert [s.text for s in told(sentence, "torture").sources] == [teller]


@pytest.mark.parametrize(
    ("teller", "act", "text"),
    [
        (
            "A conscript",
            "torture",
            "A conscript said his commander told them deserters would be shot. “Guards beat two boys,” he said.",
        ),
        (
            "a mother",
            "torture",
            "“One of them, who goes by Raul, said I should keep still,” a mother said. She maintains that Yoel was beaten.",
        ),
        (
            "The experts",
            "arrest",
            "The experts noted that the Government denied the beatings. They said that his wife was arrested.",
        ),
        (
            "residents",
            "arrest",
            "Radio Delta reported that residents said two men were shot. They said that a third was arrested.",
        ),
        (
            "a guard",
            "arrest",
            "A woman said that a guard had told her that two men were shot. He said that a third was arrested.",
        ),
        (
            "The other resident",
            "arrest",
            "“My neighbor says it was signed,” said one resident, a nurse. The other resident said two men were arrested.",
        ),
    ],
)
def test_who_is_heard_through_another_is_not_who_speaks_next(teller: str, act: str, text: str) -> None:
    sources = told(text, act).sources
    assert [s.refers_text or s.text for s in sources] == [teller]


@pytest.mark.parametrize(
    ("teller", "sentence"),
    [
        (["UN experts"], "UN experts* today said that guards had beaten two men."),
        (["UN experts"], "UN experts* said that guards had beaten two men."),
        (["The source", "a cadre"], "The source, citing remarks by a cadre, said that guards had beaten two men."),
        (["The source", "a letter from a guard"], "The source, citing a letter from a guard, said guards beat two men."),
        (["The source"], "The source said, citing words of warning, that guards had beaten two men."),
        (["a nurse"], "Radio Delta learned on Friday from a nurse that guards had beaten two men."),
        (["Kim Sol", "a guard"], "Kim Sol learned from a guard that guards had beaten two men."),
        (["The ministry", "a guard"], "The ministry learned from a guard that two men were beaten."),
    ],
)  # fmt: skip
def test_who_tells_and_through_whom(teller: list[str], sentence: str) -> None:
    assert [s.text for s in told(sentence, "torture").sources] == teller


@pytest.mark.parametrize(
    ("status", "act", "sentence"),
    [
        ("denied", "arrest", "The source who told us that a monk was arrested has retracted the account."),
        ("denied", "torture", "The writer contested that guards beat two men."),
        ("asserted", "arrest", "The opposition contested the election, and police arrested two men."),
        ("reported", "torture", "The nurse, who said that guards beat two men, fled in May."),
    ],
)
def test_what_is_taken_back_or_contested_is_denied(status: str, act: str, sentence: str) -> None:
    assert told(sentence, act).status == status


@pytest.mark.parametrize(
    ("whom", "sentence"),
    [
        ("the nurse", "It was the nurse, not the abbot, who was arrested."),
        ("the nurse", "It was the nurse and not the abbot who was arrested."),
        ("the nurse", "It was not the abbot but the nurse who was arrested."),
        ("The nurse", "The nurse, not the abbot, was arrested."),
        ("Two men", "Two men, not named in the report, were arrested."),
        ("the abbot", "He met a nurse, not far from the abbot, who was arrested."),
    ],
)
def test_who_is_not_meant_is_not_the_target(whom: str, sentence: str) -> None:
    claim = told(sentence, "arrest")
    assert (claim.status, [f.text for f in claim.target]) == ("asserted", [whom])


@pytest.mark.parametrize(
    ("modalities", "sentence"),
    [
        ([], "A leaflet calls the ration system a fraud."),
        (["require"], "The order calls on farms to hand in grain."),
    ],
)
def test_a_text_that_names_something_lays_nothing_down(modalities: list[str], sentence: str) -> None:
    orders = read_report(report_of_text(LEAD + sentence)).directives
    assert [clause.modality for order in orders for clause in order.clauses] == modalities
