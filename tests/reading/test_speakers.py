from __future__ import annotations

import pytest
from tests.reading.spoken import chain, heard, read, where

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report
from testigo.reading.speakers import speakers

TRADER = "a trader in Hyesan"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("A trader in Hyesan said that the market was closed.", "anonymous", "A trader in Hyesan"),
        ("A trader in Hyesan said the market was closed.", "anonymous", "A trader in Hyesan"),
        ("The market was closed, a trader in Hyesan said.", "anonymous", TRADER),
        ("The market was closed on Monday, said a trader in Hyesan.", "anonymous", TRADER),
        ("According to a trader in Hyesan, the market was closed.", "anonymous", TRADER),
        ("The market was closed, according to a trader in Hyesan.", "anonymous", TRADER),
        ("In the words of a trader in Hyesan, the market was closed.", "anonymous", TRADER),
        ("“The market was closed,” a trader in Hyesan said.", "anonymous", TRADER),
        (
            "A trader in Hyesan told Radio Saebyok on Friday that the market was closed.",
            "anonymous",
            "A trader in Hyesan",
        ),
        ("The ministry announced that the market was closed.", "institution", "The ministry"),
        ("The market was closed, NGOs reported.", "institution", "NGOs"),
        ("A survey by the outlet found that the market was closed.", "document", "A survey by the outlet"),
        (
            "Interior Minister Pavel Drozd denied that the market was closed.",
            "named",
            "Interior Minister Pavel Drozd",
        ),
        ("His lawyer, Iryna Maleika, said the market was closed.", "named", "His lawyer, Iryna Maleika"),
        ("As the rumor has it, the market was closed.", "public", "the rumor"),
        ("Everyone says the market was closed.", "public", "Everyone"),
        (
            "Amnesty International reported that the market was closed.",
            "institution",
            "Amnesty International",
        ),
    ],
)
def test_whoever_tells_is_the_source(text: str, kind: str, name: str) -> None:
    assert chain(text, "closed") == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The market was closed on Monday.",
        "The market was closed, Radio Saebyok has learned.",
        "A trader in Hyesan was sad. The market was closed.",
        "A trader in Hyesan said prices rose. The market was closed on Monday.",
        "The office ordered guards to see that the market was closed.",
    ],
)
def test_the_publisher_and_those_who_order_are_no_sources(text: str) -> None:
    assert chain(text, "closed") == []


def test_a_name_of_the_publisher_is_no_source() -> None:
    text = "Radio Saebyok reported that the market was closed."
    assert chain(text, "closed", publisher="Radio Saebyok") == []
    assert chain(text, "closed") == [("institution", "Radio Saebyok")]


def test_a_source_cites_a_clerk_who_told_him() -> None:
    text = "A trader said he had been told by a clerk at the office that the market was closed."
    assert chain(text, "closed") == [("anonymous", "A trader"), ("anonymous", "a clerk at the office")]


def test_a_resident_tells_what_a_lecturer_said() -> None:
    text = "The lecturer said that four students had been expelled, according to a resident of Wonsan."
    assert chain(text, "expelled") == [("anonymous", "a resident of Wonsan"), ("anonymous", "The lecturer")]


def test_an_outlet_that_cites_a_source_stands_before_it() -> None:
    text = (
        "The site Amnok Daily reported on Friday that the market was closed, citing a source in the province."
    )
    assert [kind for kind, _ in chain(text, "closed")] == ["institution", "anonymous"]


def test_a_witness_behind_a_report_is_the_inner_source() -> None:
    text = "The 2022 report cited testimony that prisoners were beaten with sticks."
    assert chain(text, "beaten") == [("document", "The 2022 report"), ("anonymous", "testimony")]


def test_he_is_the_newest_source() -> None:
    text = "A trader in Hyesan told us the story on Friday. Prices rose, a trader in Hyesan said. “The market was closed,” he added."
    assert chain(text, "market was closed")[0][1].lower() == "a trader in hyesan"


def test_she_is_not_the_man_who_spoke_last() -> None:
    text = (
        "A woman in her 40s said the street was dark. A policeman in the town said it was quiet."
        " “The market was closed,” she said."
    )
    assert chain(text, "market was closed") == [("anonymous", "A woman in her 40s")]


def test_first_and_second_source_are_told_apart() -> None:
    text = (
        "A source in Musan said prices rose. Another source in Hyesan said prices fell."
        " The first source said the market was closed. The second source said the bridge was open."
    )
    assert chain(text, "market was closed") == [("anonymous", "A source in Musan")]
    assert chain(text, "bridge was open") == [("anonymous", "Another source in Hyesan")]


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = "“They came at dawn,” said a widow in Musan. “They sealed the house. Nobody was allowed back.”"
    assert chain(text, "sealed") == [("anonymous", "a widow in Musan")]
    assert chain(text, "allowed back") == [("anonymous", "a widow in Musan")]


def test_a_speaker_does_not_carry_past_a_plain_sentence() -> None:
    text = "“They came at dawn,” said a widow in Musan. The house was sealed on Friday."
    assert chain(text, "sealed") == []


def test_a_lost_mark_does_not_hide_the_speaker() -> None:
    text = "“My sons no longer write, the woman said. Everyone in the house is afraid of everyone.”"
    assert chain(text, "afraid") == [("anonymous", "the woman")]


def test_what_a_rule_lays_down_is_told_by_its_text() -> None:
    text = "A circular was read out in May. It says that all men have to report to the barracks."
    assert chain(text, "have to report") == [("document", "A circular")]


def test_verbs_that_share_a_subject_have_one_source() -> None:
    text = "The minister told reporters that the plant had been searched and warned that workers would be dismissed."
    assert chain(text, "searched") == [("anonymous", "The minister")]
    assert chain(text, "dismissed") == [("anonymous", "The minister")]


def test_what_is_denied_to_prisoners_is_no_telling() -> None:
    assert chain("The government denied all prisoners access to visits.", "visits") == []


def test_a_trailing_attribution_does_not_swallow_an_inner_one() -> None:
    text = "The wife cried out that the children were hungry, the source said."
    assert [name for _, name in chain(text, "hungry")] == ["the source", "The wife"]


def test_a_source_has_its_cue_its_day_and_its_rule() -> None:
    text = "A trader in Hyesan told Radio Saebyok on Friday that the market was closed."
    (source,) = speakers(read(text)).chain_at(where(text, "closed"))
    assert source.cue is not None
    assert source.cue.of(text) == "told"
    assert source.told is not None
    assert source.told.text == "Friday"
    assert source.rule.split()[0] == "cue.before"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("the 18th", "On the 18th, a trader told Radio Saebyok that the market was closed."),
        ("Friday", "On Friday, a trader said the market was closed on Thursday."),
        (None, "On Friday, the market was closed, a trader said."),
    ],
)
def test_the_day_that_opens_a_telling_is_when_it_was_told(day: str | None, text: str) -> None:
    (source,) = speakers(read(text)).chain_at(where(text, "closed"))
    assert (source.told and source.told.text) == day


def test_attributions_name_cue_source_and_content_in_pieces() -> None:
    text = "Trials had become rare, analysts believe, because officials feared pictures of them."
    found = next(a for a in heard(text).attributions if a.cue.of(text) == "believe")
    assert found.source is not None
    assert found.source.of(text) == "analysts"
    assert [c.of(text) for c in found.content] == [
        "Trials had become rare",
        "because officials feared pictures of them",
    ]


def test_the_same_text_gives_the_same_attributions() -> None:
    text = "A trader said that a clerk said that the market was closed. “It was,” he added."
    assert heard(text).attributions == heard(text).attributions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "“",
        "said said said said",
        "HE SAID THAT THE MARKET WAS CLOSED",
        "he said she said he said she said that it said they said",
        "according to",
        "According to according to, said.",
        "that that that that, he",
        "「그는 말했다」 he said. مرحبا said 🙂👩‍👩‍👧",
        "word " * 3000,
        "He said that " * 400,
        "“He said, " * 200,
    ],
)
def test_odd_texts_are_read_without_harm(text: str) -> None:
    for attribution in heard(text).attributions:
        assert 0 <= attribution.cue.start < attribution.cue.end <= len(text)
        assert all(c.end <= len(text) for c in attribution.content)


def test_a_list_that_an_order_announces_is_the_orders_text() -> None:
    text = "The order runs as follows.\nFirst, it states that strangers came.\nSecond, curtains are to be kept shut."
    assert chain(text, "kept shut") == [("document", "The order")]


def test_shall_after_an_instruction_was_named_is_its_text() -> None:
    text = (
        "The instruction is dated May 3.\nPosts shall visit every household. Restaurants are to remain open."
    )
    assert chain(text, "visit") == [("document", "The instruction")]
    assert chain(text, "remain open") == [("document", "The instruction")]


def test_labels_of_a_transcript_name_the_speakers() -> None:
    text = (
        "PRESENTER: Did they sign?\nMRS. DOLMA: We signed. They came in April.\nOFFICIAL: Nobody was forced."
    )
    assert chain(text, "came in April") == [("named", "MRS. DOLMA")]
    assert chain(text, "forced") == [("anonymous", "OFFICIAL")]
    assert chain(text, "sign") == []


def test_answers_of_an_interview_are_by_the_one_who_is_introduced() -> None:
    text = (
        "Ko Eun-sil, 46, spent three years in a camp and reached Seoul last winter.\nQ. How did it begin?\n"
        "A. I was caught in Helong. They kept us for weeks.\nQ. And then?\nA. They sent me to the camp."
    )
    assert chain(text, "caught")[0][0] == "named"
    assert "Ko Eun-sil" in chain(text, "kept us")[0][1]


def test_quoted_paragraphs_of_an_account_are_by_the_one_whose_account_it_is() -> None:
    text = (
        "“Marta,” 38, who ran a kitchen in the port, was arrested twice. This is her account.\n"
        "“The first time was in July, two days after the marches. Three men pushed me into a car without plates."
        " They drove me to a villa.\n“They let me go the same night.”"
    )
    assert [kind for kind, _ in chain(text, "pushed me")] == ["named"]
    assert [kind for kind, _ in chain(text, "let me go")] == ["named"]


@pytest.mark.parametrize(
    "piece", ["“He said that she said. ", "he said that police came and ", "“A.” “B,” he said. "]
)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    small, large = heard(piece * 40), heard(piece * 400)
    assert len(large.tellings) <= 11 * max(1, len(small.tellings))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to Maya, a boy who filmed the scene was beaten, and his telephone was smashed.", "Maya"),
        ("According to Karima, a nurse in the port, two men were beaten.", "Karima, a nurse in the port"),
        ("It is rumored in Umar that two men were beaten.", "It is rumored"),
        ("A guard, who deserted in 2018, recalled beatings of prisoners.", "A guard, who deserted in 2018"),
        ("The men, who were tired, were beaten, recalled the woman.", "the woman"),
    ],
)
def test_where_the_name_of_who_tells_ends(text: str, who: str) -> None:
    reading = read_report(report_of_text(text), second=False)
    assert [s.text for claim in reading.claims if claim.act == "torture" for s in claim.sources] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Kot said her grandmother was beaten. “They broke her arm,” she added.", "Anna Kot"),
        ("His wife was beaten. “They broke my arm,” she said.", "His wife"),
        (
            "A second witness said that plainclothes men took his brother. “They beat him,” the man said.",
            "A second witness",
        ),
    ],
)
def test_who_tells_on_is_no_one_of_whom_it_was_told(text: str, who: str) -> None:
    reading = read_report(report_of_text(text), second=False)
    source = [claim for claim in reading.claims if claim.act == "torture"][-1].sources[-1]
    assert source.refers is not None
    assert source.refers.of(text) == who


def test_whoever_reports_a_neighbor_tells_nothing() -> None:
    text = "Whoever reports a neighbor will be given a television set."
    found = read_report(report_of_text(text), second=False).claims
    assert found
    assert not any(claim.sources for claim in found)
