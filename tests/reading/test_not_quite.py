"""What was nearly done, what is called untrue, and doubt that nobody tells."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "
CASES = (
    ("denied", "arrest", "The men were almost arrested at the border."),
    ("denied", "arrest", "At the second station she was nearly detained herself."),
    ("denied", "arrest", "He narrowly missed being arrested."),
    ("denied", "arrest", "They stopped short of arresting him."),
    ("denied", "release", "Far from releasing him, the guards beat him."),
    ("denied", "release", "Far from being released, he was beaten."),
    ("denied", "release", "Rather than release him, police charged him again."),
    ("denied", "execution", "He came close to being executed."),
    ("intended", "repatriation", "They were on the verge of being deported."),
    ("intended", "execution", "He was within hours of being executed."),
    ("intended", "release", "He was close to being released."),
    ("intended", "trial", "The printer had been due to go on trial on March 2."),
    ("asserted", "arrest", "Nearly 40 men were arrested."),
    ("asserted", "arrest", "He was almost certainly arrested."),
    ("asserted", "torture", "They closed the door before beating him."),
    ("denied", "arrest", "Officials said there was no truth to reports that he had been arrested."),
    ("denied", "torture", "The ministry called reports that he had been beaten a fabrication."),
    ("denied", "torture", "The ministry rejected as baseless claims that he had been tortured."),
    ("denied", "killing", "The ministry dismissed as rumors the reports that he was killed."),
    ("denied", "torture", "It would be wrong to say that he was tortured."),
    ("hedged", "torture", "The ministry called for reports that he was beaten to be examined."),
    ("speculated", "killing", "Police could not rule out that he had been killed."),
    ("speculated", "torture", "Officials refused to rule out that he was tortured."),
    ("denied", "killing", "Police ruled out that he had been killed."),
    ("speculated", "arrest", "She refused to confirm that he was arrested."),
    ("speculated", "arrest", "Police were unable to confirm that he was arrested."),
    ("speculated", "killing", "It is too early to say that he was killed."),
    ("asserted", "torture", "No one denies that he was tortured."),
    ("hedged", "torture", "All this indicates that he was beaten."),
    ("hedged", "torture", "He was taken to a hospital, which would suggest that guards had beaten him."),
    ("denied", "killing", "He was beaten almost to death."),
    ("asserted", "torture", "There is no doubt that he was tortured."),
    ("asserted", "torture", "There is little doubt that he was tortured."),
    ("denied", "torture", "There is no evidence that he was tortured."),
    ("denied", "suicide", "His widow does not believe that he killed himself."),
    ("denied", "suicide", "His widow refuses to believe that he killed himself."),
    ("speculated", "suicide", "His widow is not convinced that he killed himself."),
    ("hedged", "suicide", "His widow believes that he killed himself."),
    ("hedged", "killing", "Charges that he killed the guard were dropped."),
    ("hedged", "escape", "There were reports that two men died; that a third was ill; and that a fourth fled."),
    ("reported", "torture", "The lawyer said guards beat him, a claim Beijing rejects."),
    ("asserted", "death", "One girl did not survive."),
    ("denied", "execution", "He was saved from being executed."),
    ("denied", "sentence", "A bribe saved him from being sent to a camp."),
    ("denied", "escape", "He was too weak to flee."),
    ("asserted", "escape", "He was not too weak to flee."),
    ("asserted", "arrest", "They were only too happy to arrest him."),
    ("speculated", "release", "He ought to have been released by now."),
    ("intended", "release", "He ought to be released."),
    ("speculated", "repatriation", "He must have been deported."),
    ("reported", "torture", "The league published a report, which says that guards had beaten him."),
)  # fmt: skip


def told(text: str, act: str) -> set[str]:
    """How firmly the claims of an act are put."""
    claims = read_report(report_of_text(LEAD + text), second=False).claims
    return {c.status for c in claims if c.act == act and c.span.start >= len(LEAD)}


@pytest.mark.parametrize(("status", "act", "text"), CASES)
def test_how_firmly_it_is_told(status: str, act: str, text: str) -> None:
    assert told(text, act) == {status}


@pytest.mark.parametrize(
    "text",
    [
        "It is doubtful that he was ever arrested.",
        "He was taken to a hospital, which would suggest that guards had beaten him.",
        "This would suggest that guards had beaten him.",
        "It would be wrong to say that he was tortured.",
    ],
)
def test_what_stands_for_a_clause_tells_nothing(text: str) -> None:
    claims = read_report(report_of_text(LEAD + text), second=False).claims
    assert [c.sources for c in claims if c.status in ("hedged", "denied")] == [()]


def test_who_says_that_he_heard_it_is_the_one_who_heard() -> None:
    text = "Her husband says she is ill. A former inmate said he had heard that she was put in a punishment cell."
    (claim,) = (c for c in read_report(report_of_text(text), second=False).claims if c.act == "sentence")
    assert not any("husband" in (source.refers_text or source.text) for source in claim.sources)


@pytest.mark.parametrize("text", [text for _, _, text in CASES])
def test_a_line_that_is_cut_off_is_read(text: str) -> None:
    words = text.split()
    for end in range(1, len(words), 3):
        for line in (
            " ".join(words[:end]),
            " ".join(words[:end]).upper(),
            " ".join(words[end:]).replace(",", ""),
        ):
            read_report(report_of_text(line), second=False)


@pytest.mark.parametrize(
    "claim", ["a charge police deny", "a claim Beijing rejects", "an accusation officials have rejected"]
)
def test_who_denies_a_claim_is_not_who_makes_it(claim: str) -> None:
    report = report_of_text(f"The lawyer said guards beat him, {claim}.")
    (torture,) = (c for c in read_report(report, second=False).claims if c.act == "torture")
    assert [source.text for source in torture.sources] == ["The lawyer"]


def test_a_survey_may_find_what_stands_before_it() -> None:
    report = report_of_text("Guards beat two men in March, a survey by Amnok Daily found.")
    (torture,) = (c for c in read_report(report, second=False).claims if c.act == "torture")
    assert [source.text for source in torture.sources] == ["a survey by Amnok Daily"]


def test_what_there_are_reports_of_ends_at_a_semicolon() -> None:
    text = "There were credible allegations that two detainees died in March; officials attributed the deaths to heart failure."
    claims = read_report(report_of_text(text), second=False).claims
    assert {(c.act, c.status) for c in claims} == {("killing", "hedged"), ("view", "reported")}
