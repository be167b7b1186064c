"""Cue, source and content of attributions as news writes them, where commas, quotations and asides stand between."""

from __future__ import annotations

import pytest
from tests.reading.spoken import heard


def attributions(text: str) -> dict[str, tuple[str | None, list[str]]]:
    """Source and content by the words of the cue."""
    return {
        a.cue.of(text): (a.source.of(text) if a.source else None, [c.of(text) for c in a.content])
        for a in heard(text).attributions
    }


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents"),
    [
        ('Mr. Tarn, who has called the inquiry "a witch hunt," vowed to appeal.', "vowed",
         'Mr. Tarn, who has called the inquiry "a witch hunt,"', ["to appeal"]),
        ("Warren, the Lowmarch senator, has long opposed the plan and promised to fight it.", "promised",
         "Warren, the Lowmarch senator", ["to fight it"]),
        ("Police said Monday they had no suspect.", "said", "Police", ["they had no suspect"]),
        ("“No,” said Ms. Orley, his campaign manager, when asked about it.", "said",
         "Ms. Orley, his campaign manager", ["No,"]),
        ('Supporters chanted "Lock her up!" as he spoke.', "chanted", "Supporters", ["Lock her up"]),
        ("Some analysts doubt the bank will raise rates, while others predict two increases.", "predict",
         "others", ["two increases"]),
        ("The president's order to close the camp was welcomed by activists.", "order", "The president",
         ["to close the camp"]),
        ("The director's announcement that agents were reading the letters stunned both parties.", "announcement",
         "The director", ["agents were reading the letters"]),
        ("“He is,” said one voter, Mara Lopes, 45, “the only one who listens.”", "said", "one voter, Mara Lopes, 45",
         ["He is,", "the only one who listens."]),
        ("In the interview, the governor also suggested, without evidence, that millions voted twice.", "suggested",
         "the governor", ["millions voted twice"]),
        ("The mayor's office declined to say how many officers were there.", "to say", "The mayor's office",
         ["how many officers were there"]),
        ("Mr. Odum, asked about the report, said he had no comment.", "said", "Mr. Odum, asked about the report",
         ["he had no comment"]),
        # marks come in pairs, and the comma of a quotation may stand inside it
        ("Tarn, whom CNN calls “a maverick,” went on air and declared that his party had “lost its mind.”", "calls", "CNN",
         ["a maverick"]),
        ("Mr. Hale called the bill “a giveaway,” then voted for it.", "called", "Mr. Hale", ["the bill “a giveaway,”"]),
        ("Prosecutors told a jury that he sold favors “one at a time,” while his lawyers countered that he had friends.",
         "told", "Prosecutors", ["he sold favors “one at a time,”"]),
        ('He said the plan was "reckless."', "said", "He", ['the plan was "reckless."']),
        ("The mayor urged voters not to be fooled.", "urged", "The mayor", ["not to be fooled"]),
        ("TARN CITY (Reuters) - Nine men were freed, according to two people briefed on it.", "according to",
         "two people briefed on it", ["Nine men were freed"]),
        # what only leads to a quotation, or says how it was said, is told by nobody
        ("Asked whether he would run, an aide said, “All options are open.”", "said", "an aide", ["All options are open."]),
        ("If they lose, she said, “the city will change.”", "said", "she", ["If they lose", "the city will change."]),
        ("“A gift is no bribe,” Hale said, his voice rising.", "said", "Hale", ["A gift is no bribe,"]),
        ("“We won,” he said, and the room cheered.", "said", "he", ["We won,"]),
        # figures and polls tell what they show
        ("Police data show that thefts fell in each of her years.", "show", "Police data", ["thefts fell in each of her years"]),
        ("A poll taken by Tarn College showed Hale leading by two points.", "showed", "A poll taken by Tarn College",
         ["Hale leading by two points"]),
        # the sentence's own verb is not told
        ("Her assertion that the fund was legal drew laughter.", "assertion", "Her", ["the fund was legal"]),
        ("Fears that the dam would burst led families to leave.", "Fears", None, ["the dam would burst"]),
        ("The demand that guards free detained men.", "demand", None, ["guards free detained men"]),
        # whoever stands before an aside tells, and nobody in it
        ("Two aides, speaking on condition of anonymity because they were not authorized to discuss it, said it was dead.",
         "said", "Two aides", ["it was dead"]),
        ("Gov. Hale, asked Thursday about the bill, declined to comment, saying he had not read it.", "saying",
         "Gov. Hale, asked Thursday about the bill", ["he had not read it"]),
        ("Many in the capital suspect she will run.", "suspect", "Many in the capital", ["she will run"]),
        ("Two aides had met. The other predicted he would lose.", "predicted", "The other", ["he would lose"]),
        ("The palace issued a terse statement urging Congress to keep working.", "urging", "The palace", ["to keep working"]),
        ("The ministry has said the two men committed suicide.", "has said", "The ministry", ["the two men committed suicide"]),
        ("A spokesman for the palace dismissed that as a fantasy.", "dismissed", "A spokesman for the palace",
         ["that as a fantasy"]),
        ("Rights group says guards beat hunger strikers", "says", "Rights group", ["guards beat hunger strikers"]),
        ("Under the order, which was read out at a lecture, traders must leave.", "Under",
         "the order, which was read out at a lecture", ["traders must leave"]),
        # what somebody is called, in marks
        ("He has called his rivals “losers.” They left.", "has called", "He", ["his rivals “losers.”"]),
        # a verb of the main clause is not one of the relative clause before it
        ("Fifty officials, including two who served under the king, declared him unfit and urged voters to reject him.",
         "urged", "Fifty officials, including two who served under the king", ["to reject him"]),
        # who tells, whole
        ("“It is over,” said Dana Wall, 58, a retired teacher who voted for her.", "said",
         "Dana Wall, 58, a retired teacher who voted for her", ["It is over,"]),
        ("“When?” asked Joan Abbot, Democrat of Ohio, echoing a question.", "asked", "Joan Abbot, Democrat of Ohio",
         ["When?"]),
        ("“We ration,” said David Amel, president of Patients Now, whose son is ill.", "said",
         "David Amel, president of Patients Now, whose son is ill", ["We ration,"]),
        ("Simmons, 44, a former judge, thanked her voters and pledged to work.", "pledged", "Simmons, 44, a former judge",
         ["to work"]),
        ("“A fraud,” wrote radio host Buck Lane on Twitter. “A fake.”", "wrote", "radio host Buck Lane",
         ["A fraud,", "A fake."]),
        ("The people, who feared for their jobs, said the aide, Martin Voss, had been warned.", "said",
         "The people, who feared for their jobs", ["the aide, Martin Voss, had been warned"]),
        ("The deal, said the aide, Mr. Voss, was dead.", "said", "the aide, Mr. Voss", ["The deal", "was dead"]),
        ("Teenagers are alone, a study published Tuesday in the Journal of Sleep found.", "found",
         "a study published Tuesday in the Journal of Sleep", ["Teenagers are alone"]),
        ("The senator neither confirmed nor denied that he had met her.", "denied", "The senator", ["he had met her"]),
        ("His lawyer, Susan Pell, declined to say whether he was called.", "to say", "His lawyer, Susan Pell",
         ["whether he was called"]),
        ("It grew late, with one Republican warning that the party could split.", "warning", "one Republican",
         ["the party could split"]),
        ("A judge on Friday blocked a rule that asks for a card when they vote, writing that it was unfair.", "writing",
         "A judge", ["it was unfair"]),
        ("With some senators saying they would leave, the bill died.", "saying", "some senators", ["they would leave"]),
        ("The owner who, prosecutors say, paid for trips is ill.", "say", "prosecutors", ["who", "paid for trips is ill"]),
        ("The president, asked whether he trusted it, said: “I do.”", "said", "The president, asked whether he trusted it",
         ["I do"]),
        ("The senator came to the conclusion that the bill was dead.", "conclusion", "The senator", ["the bill was dead"]),
        ("Mr. Hale has expressed hope that the two sides will talk.", "hope", "Mr. Hale", ["the two sides will talk"]),
        ("There are growing concerns among Democrats that the party is losing.", "are growing concerns", "Democrats",
         ["the party is losing"]),
        ("As Mr. Kelly told the Post, the plan was doomed.", "told", "Mr. Kelly", ["the plan was doomed"]),
        ("The plan was doomed, as Mr. Kelly has acknowledged.", "has acknowledged", "Mr. Kelly", ["The plan was doomed"]),
        ("To hear Mr. Hale tell it, the country is in ruins.", "tell it", "Mr. Hale", ["the country is in ruins"]),
        # quotations, wherever who says them stands
        ("“Do you believe him?” Cooper asked.", "asked", "Cooper", ["Do you believe him?"]),
        ("“This is a hunt!” Mr. Hale tweeted on Sunday.", "tweeted", "Mr. Hale", ["This is a hunt!"]),
        ("“Why?” Mr. Hill asked the chairman to resign.", "asked", "Mr. Hill", ["to resign"]),
        ("“I'm no crook,” the mayor insisted to reporters gathered on the lawn.", "insisted", "the mayor",
         ["I'm no crook,"]),
        ("“Let me be clear,” she wrote in an op-ed published Sunday in the Post. “We stay.”", "wrote", "she",
         ["Let me be clear,", "We stay."]),
        ("Asked about the tweet, Mr. Orr declined to comment.", "declined", "Mr. Orr", ["to comment"]),
        ("Do you think he's telling the truth?", "think", "you", ["he's telling the truth"]),
        ("More than half of the people polled believe the country is lost.", "believe",
         "More than half of the people polled", ["the country is lost"]),
        ("The poll found that 56 percent think he is unfit.", "think", "56 percent", ["he is unfit"]),
        ("A statement issued May 4, 2021, said the figures were old.", "said", "A statement issued May 4, 2021",
         ["the figures were old"]),
        ("“We're in trouble” is how one strategist put it.", "put it", "one strategist", ["We're in trouble"]),
        ("Asked why he lied, Mr. Orr replied, “Loyalty.”", "replied", "Mr. Orr", ["Loyalty"]),
        # other frames
        ("The president accused Democrats of “treason” and said they were liars.", "accused", "The president", ["treason"]),
        ("Prosecutors accused Mr. Cole, a former aide, of taking bribes.", "accused", "Prosecutors", ["taking bribes"]),
        ("She said, “I'm proud,” and left the stage.", "said", "She", ["I'm proud,"]),
        ("“Never,” Ms. Pell said when asked whether she would resign.", "asked", None, ["whether she would resign"]),
        ("The office came under fire for what critics called a cover-up, and it apologized.", "called", "critics",
         ["a cover-up"]),
        ("Mr. Hill has what aides describe as a short temper.", "describe", "aides", ["a short temper"]),
        ("Critics warned the law could backfire.", "warned", "Critics", ["the law could backfire"]),
        ("She told the guards they were wrong.", "told", "She", ["they were wrong"]),
        ("The ministry said that he had left, citing two officials familiar with it.", "said", "The ministry",
         ["he had left"]),
        ("The clerk said the ministry refused, citing security.", "said", "The clerk",
         ["the ministry refused, citing security"]),
        ("Mr. Hale said the race was “stolen” and called on the party to “fight harder.”", "called on", "Mr. Hale",
         ["to “fight harder.”"]),
        ("She called its witness, Jack Dorn, a liar.", "called", "She", ["its witness, Jack Dorn, a liar"]),
        ("The paper portrayed him as a lonely voice and quoted three friends.", "portrayed", "The paper",
         ["him as a lonely voice"]),
        ("Calway conceded defeat in a runoff, ending a standoff during which he had left.", "conceded", "Calway",
         ["defeat in a runoff"]),
        ("“I said, ‘Good luck with that,’” she recalls.", "said", "I", ["Good luck with that"]),
    ],
)  # fmt: skip
def test_cue_source_and_content_are_told_apart(
    text: str, cue: str, source: str | None, contents: list[str]
) -> None:
    assert attributions(text)[cue] == (source, contents)


def test_what_a_verb_tells_is_not_told_again_by_its_statement() -> None:
    found = attributions("The office said in a statement that the inquiry had begun.")
    assert list(found) == ["said"]


def test_who_is_not_authorized_to_speak_is_told_nothing_by_it() -> None:
    found = attributions("One official, who was not authorized to speak, said the raid had failed.")
    assert list(found) == ["said"]
    assert found["said"][1] == ["the raid had failed"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("That was an assertion that Mr. Hale has dismissed.", "assertion"),
        ("There is no single rule that works for everyone.", "is no single rule"),
        ("An official, speaking on background, said nothing had changed.", "speaking"),
        ("Speaking to reporters, Mr. Orr said the vote was close.", "Speaking"),
        ("When she heard of the vote, she laughed.", "laughed"),
    ],
)
def test_what_tells_nothing_is_no_attribution(text: str, cue: str) -> None:
    assert cue not in attributions(text)


def test_one_attribution_is_given_once() -> None:
    text = "As one aide put it, “He is done.”"
    assert len(heard(text).attributions) == 1


CUT = "Hale, 44, a judge, called the bill “a giveaway,” and said, “No,” she wrote, his voice low"


@pytest.mark.parametrize("share", range(1, 12))
def test_sentences_that_are_cut_off_are_read(share: int) -> None:
    words = CUT.split()
    for text in (
        " ".join(words[: share * 2]),
        " ".join(words[-share:]).upper(),
        " ".join(words).replace(",", ""),
    ):
        heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "An aide, speaking privately because he was not authorized to speak to reporters, left.",
        "Gov. Hale, asked Thursday about the bill, left the room.",
        "Asked what would happen to the bill, Gov. Hale shrugged.",
        "The rules had been written to silence the unions.",
        "The clerk, who reports to the council, left.",
    ],
)
def test_who_is_asked_or_not_authorized_to_speak_tells_nothing(text: str) -> None:
    assert not attributions(text)
