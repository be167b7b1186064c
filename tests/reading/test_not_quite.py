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
