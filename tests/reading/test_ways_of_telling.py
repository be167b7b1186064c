"""Who says it and how firmly, in the many words that newsrooms have for it."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Claim
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province on Monday. "


def told(sentence: str, words: str) -> Claim:
    """The claim whose act stands at some words of a sentence."""
    text = LEAD + sentence
    report = report_of_text(text)
    at = report.text.index(words, len(LEAD))
    claims = read_report(report).claims
    return next(c for c in claims if c.trigger.start < at + len(words) and at < c.trigger.end)


@pytest.mark.parametrize(
    ("source", "words", "sentence"),
    [
        ("Dockers in Sarna", "beat", "Dockers in Sarna grumble that police beat them at the gate."),
        ("A third", "was released", "A third swears that he was released after an hour."),
        ("A teacher in Sarna", "beat", "A teacher in Sarna warns that police beat detainees in the cellar."),
        ("dockers in Sarna", "beat", "Police beat him on the pier, dockers in Sarna complain."),
        (
            "one of her customers",
            "deported",
            "The trader was deported within hours, one of her customers reports.",
        ),
        ("women from the quarter", "arrested", "Every man was arrested, women from the quarter reported."),
        ("An official", "stolen", "An official let slip that forty sacks of rice had been stolen."),
        (
            "The bailiff",
            "sentenced",
            "The bailiff remembers the day well: the judge sentenced eleven people.",
        ),
        ("Migrants", "beatings", "Migrants told aid workers of beatings at the fence."),
        (
            "a nurse at the county hospital",
            "beaten",
            "By the account of a nurse at the county hospital, he had been beaten.",
        ),
        ("the traders", "confiscated", "From what the traders say, customs men confiscated the rice."),
        ("a witness", "beat", "On Monday, so a witness says, four soldiers beat the priest."),
        ("The clerk", "arrested", "The clerk's version is that the two officers were arrested."),
        ("drivers", "beat", "The complaint among drivers is that police beat them."),
        ("The manager", "arrested", "The manager let the workers know that thieves would be arrested."),
        ("The principal", "arrested", "The principal is said to have warned that pupils would be arrested."),
        ("Fishermen", "beatings", "Fishermen speak of beatings near the island at dusk."),
        (
            "Footage shared by residents",
            "beating",
            "Footage shared by residents shows soldiers beating a man.",
        ),
        ("the Free League", "arrested", "Nine men have been arrested, by the count of the Free League."),
        (
            "a clerk",
            "arrested",
            "The paper was told by a clerk, who asked not to be named, that he was arrested.",
        ),
        (
            "A circular",
            "arrest",
            "The village read that day: A circular tells managers to arrest all thieves.",
        ),
        (
            "the court",
            "convicted",
            "On October 17, the court ruled he had been unfairly convicted in the case.",
        ),
        ("another source", "arrested", "The clerk, it was learned from another source, was arrested in May."),
        ("survivors", "arrested", "Many were arrested before the water came, survivors say."),
        ("the teacher", "arrested", "In one class of 34, the teacher estimates, nine have been arrested."),
        (
            "the source",
            "arrested",
            "Some died in falls, the source claimed, adding that others were arrested.",
        ),
        (
            "an order of the Staff",
            "released",
            "Under an order of the Staff, nine were released, a clerk said.",
        ),
        (
            "The village chief",
            "beaten",
            "The village chief, when we reached him, said that they had been beaten.",
        ),
        ("Esteban", "beaten", "Esteban said that agents recorded his sermons and that he had been beaten."),
        (
            "the news agency",
            "released",
            "All prisoners have been released, the news agency rejoiced last week.",
        ),
        ("a relative", "arrested", "Both were arrested, a relative managed to tell him through a broker."),
        (
            "The general",
            "searched",
            "The general let it be understood that the house might be searched again.",
        ),
        ("The accused", "beat", "The accused say that police beat them in the cellar."),
        ("the recording", "beat", "In the recording, guards beat three prisoners."),
        (
            "the decision",
            "bars",
            "The village read that the decision bars former residents from the shore.",
        ),
    ],
)
def test_what_is_told_in_other_words_has_its_source(source: str, words: str, sentence: str) -> None:
    claim = told(sentence, words)
    assert claim.sources[-1].text == source
    assert claim.status in ("reported", "intended", "speculated")


@pytest.mark.parametrize(
    ("status", "words", "sentence"),
    [
        ("hedged", "arrested", "The ambassador was arrested, it is understood, because his son fled."),
        ("hedged", "sent to the front", "Some of the men are said to have been sent to the front."),
        ("hedged", "beatings", "He died in a cell, allegedly because of beatings by guards."),
        ("denied", "executed", "Nothing suggests that he was executed."),
        ("denied", "releasing", "Instead of releasing the students, the rector had them expelled."),
        ("intended", "arrest", "They had come to arrest his brother at the market."),
        ("intended", "release", "He has petitioned the president for their release."),
        ("speculated", "freed", "Had she signed, she would have been freed that night."),
        ("asserted", "escape", "An attempt to escape from the camp failed in July."),
        ("asserted", "beat", "The guards used to beat prisoners every evening."),
        ("intended", "release", "The families had signed a petition for the release of the editor."),
        ("intended", "inquiry", "The ministry has promised an inquiry into the beatings."),
        ("intended", "execution", "Nine prisoners were awaiting execution at the prison."),
        ("intended", "rations cut", "Those who refuse will have their rations cut next month."),
        ("denied", "executions", "The lawyers prevented executions by a petition to the king."),
        ("hedged", "smuggling", "A man was held on suspicion of smuggling antelope horns."),
        ("hedged", "arrests", "Arbitrary arrests reportedly occurred in the north of the country."),
        ("speculated", "detention of", "The protest could result in the detention of family members."),
        ("intended", "release", "The release of nine prisoners was ordered on Monday."),
        ("intended", "fined", "Heads will under the new rule be fined."),
        ("intended", "replaced", "Heads who “look away” will be replaced."),
        ("intended", "dismissed", "He warned that they would be dismissed from every state enterprise."),
        ("speculated", "arrested", "The manager will in all likelihood be arrested."),
        ("speculated", "arrested", "The scapegoat, some in the city believe, will be arrested."),
        ("speculated", "faces", "The surgeon faces up to ten years of correctional labor."),
        ("asserted", "bring", "Their families were told to bring 5,000 yuan apiece."),
        ("asserted", "hunger strike", "One of the prisoners announced a hunger strike."),
    ],
)
def test_what_is_not_so_or_not_yet_is_told_so(status: str, words: str, sentence: str) -> None:
    assert told(sentence, words).status == status


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("killed", "There are records that list the names of all who were killed in May."),
        ("held", "He was held for supporting the Land, Bread, Freedom protests."),
        ("arrested", "They were said to be safe, but in May two of them were arrested."),
        ("shot", "The commander is believed to have fled, while his deputy was shot."),
        ("fined", "He denounced the trial as a farce, and the judge fined him for it."),
        ("arrested", "The prosecutor announced an inquiry, but nobody has been arrested."),
        (
            "arrested",
            "Two men were arrested near the stream, where, according to aid workers, food is short.",
        ),
        ("killed", "It did not mention that 31 conscripts were killed when the dam broke."),
        ("shot", "He was ordered to the front and told that deserters would be shot."),
        ("burned", "The army has burned two lists already; this one, she says, is in her head."),
        ("compared", "The ruling is seen as revenge for his sermon, in which he compared the king to Herod."),
        ("fired", "That guard was fired and, he believes, jailed in the north."),
        ("jailed", "The court found that she had insulted the judge and jailed her for 30 days."),
        ("searched", "His flat has been searched twice, and his books, friends say, were confiscated."),
        ("arrested", "Most were arrested at home; one was beaten, said Father Anselm."),
    ],
)
def test_a_noun_of_telling_and_a_clause_of_its_own_make_no_source(words: str, sentence: str) -> None:
    assert told(sentence, words).sources == ()


def test_an_initial_before_a_comma_ends_no_sentence() -> None:
    claim = told("Vesna reports that Halina K., a pensioner, has been in custody since August 3.", "custody")
    assert [s.text for s in claim.sources] == ["Vesna"]


def test_notes_printed_as_they_are_are_told_by_who_kept_them() -> None:
    text = (
        "Five days in a county office\n\nA clerk in the county kept these notes last autumn.\n\n"
        "Monday. The cook was arrested at the gate. I saw it from my window.\n\n"
        "Tuesday. We were searched at noon."
    )
    found = read_report(report_of_text(text)).claims
    arrest = next(claim for claim in found if claim.act == "arrest")
    assert [s.text for s in arrest.sources] == ["A clerk in the county"]


def test_whom_a_correction_says_it_quoted_is_denied() -> None:
    text = "Correction to our story on the clinic\n\nWe also quoted her as saying that 20 nurses had been arrested."
    claim = next(c for c in read_report(report_of_text(text)).claims if c.act == "arrest")
    assert (claim.status, claim.sources) == ("denied", ())
