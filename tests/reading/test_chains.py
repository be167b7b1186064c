"""Who says it and how firmly, in the forms that reports on rights use: chain and status of the act at some words."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report


def claim_at(text: str, words: str) -> Claim:
    """The claim whose act stands at the words."""
    at = text.index(words)
    found = read_report(report_of_text(text, published="2024-06-20")).claims
    return next(c for c in found if c.trigger.start < at + len(words) and at < c.trigger.end)


@pytest.mark.parametrize(
    ("text", "words", "status", "chain"),
    [
        (("The regional prosecutor, under pressure from families, opened a case and at a May 3 hearing, reported the"
         " prisoner had been beaten."), "beaten", "reported", [("The regional prosecutor", "anonymous")]),
        ("Residents during the siege said soldiers looted homes.", "looted", "reported",
         [("Residents during the siege", "anonymous")]),
        ("Former prisoners said guards beat them; starved them; and forced them to dig graves.", "starved", "reported",
         [("Former prisoners", "anonymous")]),
        ("Police said the man was released, although his lawyer said he was tortured.", "tortured", "reported",
         [("his lawyer", "anonymous")]),
        ("According to the source, 26 sacks of flour, 140 bottles of cooking oil and nine bicycles were carried off.",
         "carried off", "reported", [("the source", "anonymous")]),
        (("According to media reports and local NGOs, Abdel Sorim, former candidate, and leader of the party, suffered"
         " beatings in prison."), "beatings", "reported", [("media reports and local NGOs", "institution")]),
        ("There were reports authorities sometimes tortured prisoners.", "tortured", "hedged", []),
        ("There were reports of beatings but no indication that police investigated them.", "investigated", "denied", []),
        ("Opposition parties disputed the ministry's count, arguing that many more were killed.", "killed", "reported",
         [("Opposition parties", "institution")]),
        ("Ligue Onda reported authorities arrested members of the union.", "arrested", "reported",
         [("Ligue Onda", "institution")]),
        ("Families called for an inquiry into the beating of editor Rasim Ale, who reported receiving threats.",
         "receiving threats", "reported", [("editor Rasim Ale", "named")]),
        ("Prisoners, he made clear, were beaten daily.", "beaten", "reported", [("he", "anonymous")]),
        ("Balanza, a legal aid collective, has tallied 118 arrests.", "arrests", "reported",
         [("Balanza, a legal aid collective", "institution")]),
        ("According to Lisado, police beat monks.", "beat", "reported", [("Lisado", "institution")]),
        ("The order keeps relatives under supervision, the official said.", "keeps relatives under supervision", "intended",
         [("the official", "anonymous"), ("The order", "document")]),
        ("The new rule sends brokers to prison camps, a trader said.", "sends brokers to prison camps", "intended",
         [("a trader", "anonymous"), ("The new rule", "document")]),
        ("The order closes the market until June, a trader said.", "closes", "intended",
         [("a trader", "anonymous"), ("The order", "document")]),
        ("The new rule sent brokers to prison camps, a trader said.", "sent brokers to prison camps", "reported",
         [("a trader", "anonymous")]),
        ("The decree states that all men must report; whoever hides is jailed.", "jailed", "intended",
         [("The decree", "document")]),
        ("A panel urged the government to release the poet, who it said was tortured.", "tortured", "reported",
         [("it", "institution")]),
        ("The union urged the court to review cases of torture by guards who had beaten miners.", "torture", "asserted", []),
        ("He was condemned to death, the relative on whom we had relied now says.", "condemned", "reported",
         [("the relative on whom we had relied", "anonymous")]),
        ("She sent a letter in which she described being beaten by guards.", "beaten", "reported",
         [("She", "anonymous"), ("a letter", "document")]),
        ("Police reportedly used the arrest as a means to intimidate families.", "intimidate", "hedged", []),
        ("The office noted cases of detainees telling judges they had been tortured.", "tortured", "reported",
         [("The office", "institution"), ("detainees", "anonymous")]),
        ("The Onda Institute continued to denounce the torture of two miners.", "torture", "reported",
         [("The Onda Institute", "institution")]),
        ("NGOs such as Foro Leal, the Forum, and Tarn Watch noted at least 20 detentions.", "detentions", "reported",
         [("NGOs such as Foro Leal, the Forum, and Tarn Watch", "institution")]),
        ("The OHCHR found that soldiers tortured two boys.", "tortured", "reported", [("The OHCHR", "institution")]),
        ("There was no indication that police investigated the death of Vahid Nasi, who had been tortured.", "death",
         "asserted", []),
        ("There was no indication that police investigated the death of Vahid Nasi, who had been tortured.", "tortured",
         "asserted", []),
        ("There was no information whether any guards were arrested.", "arrested", "speculated", []),
        ("Guards beat prisoners and threatened their families.", "threatened", "asserted", []),
        ("Judges failed to order investigations.", "investigations", "denied", []),
        ("Although there were allegations that police beat boys, officers arrested two clerks.", "arrested", "asserted", []),
        ("They were found after authorities acknowledged their detention or released them.", "released", "asserted", []),
        ("“They took us,” recalls Amina, 34, a seamstress. “My brother was beaten.”", "beaten", "reported",
         [("Amina, 34, a seamstress", "named")]),
        ("Her uncle, she was told by a cellmate, had been executed in February.", "executed", "reported",
         [("a cellmate", "anonymous")]),
        ("A lawyer for one of them told us the boy was beaten.", "beaten", "reported",
         [("A lawyer for one of them", "anonymous")]),
        ("The poet describes how guards beat prisoners.", "beat", "reported", [("The poet", "anonymous")]),
        ("The two men were shot, according to a trader; soldiers arrested the third.", "arrested", "asserted", []),
        (("A source told Daily Onda that a police order, handed down the day before, says that anyone with a radio will be"
         " banished."), "banished", "intended",
         [("A source", "anonymous"), ("a police order, handed down the day before", "document")]),
        ("Authorities delayed their access or falsely claimed two men were held at another prison.", "held", "reported",
         [("Authorities", "institution")]),
        ("The lawyer wrote that guards beat prisoners.", "beat", "reported", [("The lawyer", "anonymous")]),
    ],
)  # fmt: skip
def test_the_chain_and_the_status_are_those_of_the_words(
    text: str, words: str, status: str, chain: list[tuple[str, str]]
) -> None:
    found = claim_at(text, words)
    assert (found.status, [(s.text, s.kind) for s in found.sources]) == (status, chain)


def test_whose_accusation_it_is_is_told_by_a_possessive() -> None:
    text = "A court jailed analyst Kim Sorak for his accusation that the minister ordered the killing of two students."
    source = claim_at(text, "killing").sources[0]
    assert (source.text, source.refers_text) == ("his", "analyst Kim Sorak")


def clauses(text: str) -> list[tuple[str, str]]:
    """Modality and words of all clauses of orders."""
    found = read_report(report_of_text(text, published="2024-06-20")).directives
    return [(c.modality, text[c.span.start : c.span.end]) for d in found for c in d.clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All households must register guests by 6 p.m.; households that fail to do so will be fined 50,000 won.",
         [("require", "All households must register guests by 6 p.m."),
          ("require", "households that fail to do so will be fined 50,000 won")]),
        ("The ministry issued a directive. First, no worker may leave the district without a pass.",
         [("forbid", "no worker may leave the district without a pass")]),
        ("The decree requires farmers to deliver two tons of wheat. Farms that fall short lose their water quota.",
         [("require", "deliver two tons of wheat"), ("require", "Farms that fall short lose their water quota")]),
        ("The authorities forbade women to travel without a male relative, told drivers not to carry them and left.",
         [("forbid", "travel without a male relative"), ("forbid", "carry them")]),
        (("The bulletin stipulates that, with the exception of state newspapers, all outlets must submit articles for"
         " approval and that editors who do not comply will lose their licenses."),
         [("exempt", "with the exception of state newspapers"),
          ("require", "all outlets must submit articles for approval"),
          ("require", "editors who do not comply will lose their licenses")]),
        (("The regulation allows police to search homes, lets them hold suspects for 30 days and strips detainees of"
         " the right to a lawyer."),
         [("permit", "search homes"), ("permit", "lets them hold suspects for 30 days"),
          ("require", "strips detainees of the right to a lawyer")]),
        ("Households may keep one goat, the order reads, and whoever slaughters in secret is to be tried in public.",
         [("permit", "Households may keep one goat"),
          ("require", "whoever slaughters in secret is to be tried in public")]),
    ],
)  # fmt: skip
def test_each_clause_of_an_order_is_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert clauses(text) == expected
