"""Who, whom, when and for how long, kept across what is set off, noted or joined in a plain sentence."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD

from testigo import read
from testigo.claim import Claim


def claim(text: str, act: str) -> Claim:
    claims = read(LEAD + text, "2024-12-20").claims
    found = [c for c in claims if c.act == act and c.span.start >= len(LEAD) - 1]
    assert found, [(c.act, c.trigger.of(LEAD + text)) for c in claims]
    return found[0]


@pytest.mark.parametrize(
    ("actor", "target", "act", "text"),
    [
        (["Police"], ["Ana Lo"], "arrest", "Police, however, arrested Ana Lo."),
        (["Police"], ["Ana Lo"], "arrest", "Police – wary of trouble – arrested Ana Lo."),
        (["Police"], ["a teacher"], "arrest", "Police -- like many in the town -- arrested a teacher."),
        (["Police"], ["Ana Lo"], "arrest", "Police, reports say, arrested Ana Lo."),
        (["Two officers"], ["a monk"], "torture", "Two officers, some of whom wore masks, beat a monk."),
        (["The court"], ["Ana Lo"], "sentence", "The court, after a short trial, sentenced Ana Lo to five years."),
        (["The authorities"], ["the singer"], "repatriation", "The authorities, despite protests, plan to deport the singer."),
        (["agents in Tarma, West Province"], ["a monk"], "killing", "The spokesman said that agents in Tarma, West Province, killed a monk."),
        (["Police"], ["a teacher"], "arrest", "Police[3] arrested a teacher.[12]"),
        (["Police", "soldiers"], ["a teacher"], "arrest", "Police as well as soldiers arrested a teacher."),
        (["Police"], ["a teacher", "two women"], "arrest", "Police arrested a teacher as well as two women."),
        ([], ["The mayor", "his wife"], "arrest", "The mayor together with his wife was arrested."),
        (["Guards"], ["the men"], "torture", "Guards beat the men as well as they could."),
        ([], ["the nurse", "her husband"], "arrest", "Not only the nurse but also her husband was arrested."),
        (["Police"], ["the nurse"], "arrest", "Police not only arrested the nurse but also beat her."),
        ([], ["An employee of No. 3 Mine"], "arrest", "An employee of No. 3 Mine was arrested."),
        (["Saw Htoo"], [], "escape", "Saw Htoo fled to China."),
        ([], ["Ivo Sol"], "arrest", "Ivo Sol, who was himself detained in May, said she fled."),
        (["guards"], ["The nurse"], "torture", "The nurse has herself been beaten by guards."),
        ([], ["Ana Lo, whose brother, Ivo, was shot in May"], "arrest", "Ana Lo, whose brother, Ivo, was shot in May, was arrested."),
        ([], ["whose brother, Ivo"], "killing", "Ana Lo, whose brother, Ivo, was shot dead in May, was arrested."),
        (["Police"], ["Ana Lo", "Ivo Sol"], "arrest", "Police reportedly arrested, among others, Ana Lo and Ivo Sol."),
        (["Police"], ["Ana Lo"], "arrest", "Police have arrested – and later released – Ana Lo."),
        (["Police"], ["Ana Lo"], "arrest", "Police on Monday, May 3, 2021, arrested Ana Lo."),
        (["The KNB"], ["Ana Lo"], "arrest", "The KNB, i.e. the Security Committee, arrested Ana Lo."),
        (["the FSB"], ["Ana Lo (Russian: Ана Ло), 34"], "arrest", "Ana Lo (Russian: Ана Ло), 34, was detained by the FSB."),
        ([], ["Dr. Ana Lo (b. 1980), a nurse"], "arrest", "Dr. Ana Lo (b. 1980), a nurse, was arrested."),
        (["Authorities in N. Hamgyong Prov."], ["six persons"], "arrest", "Authorities in N. Hamgyong Prov. arrested six persons."),
        (["Police"], ["Ana Lo, a nurse", "Ivo Sol", "Mira Tan"], "arrest", "Police arrested Ana Lo, a nurse; Ivo Sol, 34; and Mira Tan."),
        (["Police"], ["Ana Lo"], "arrest", "Police arrested Ana Lo; Ivo Sol was freed; and Mira Tan fled."),
        (["Police"], ["Ana Lo"], "arrest", "Police arrested Ana Lo;"),
    ],
)  # fmt: skip
def test_who_and_whom(actor: list[str], target: list[str], act: str, text: str) -> None:
    found = claim(text, act)
    assert ([a.text for a in found.actor], [t.text for t in found.target]) == (actor, target)


@pytest.mark.parametrize(
    "text",
    [
        "The nurse, a widow, arrested the same day was freed.",
        "The nurse, a widow, arrested in May, was freed.",
        "The nurse, a widow, arrested two weeks ago, was freed.",
        "The nurse (34) arrested in May was freed.",
    ],
)
def test_a_participle_behind_an_aside_stays_one(text: str) -> None:
    found = claim(text, "arrest")
    assert [a.text for a in found.actor] == []


@pytest.mark.parametrize(
    ("punishment", "text"),
    [
        ("five years in prison", "The court sentenced Ana Lo, who came from Tarma, to five years in prison."),
        ("five years", "The court sentenced Ana Lo, according to a resident, to five years."),
        ("five years", "Ana Lo was sentenced, her lawyer said, to five years."),
        ("death", "The court sentenced Ana Lo (see page 3) to death."),
        (
            "five years in prison",
            "The court sentenced Ana Lo to five years in prison in Tarma, West Province, on May 3, 2021.",
        ),
        ("five years in Evin Prison", "The court sentenced Ana Lo to five years in Evin Prison."),
    ],
)
def test_a_term_behind_an_aside(punishment: str, text: str) -> None:
    assert [p.text for p in claim(text, "sentence").punishment] == [punishment]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2021-05-03", "3 May 2021: Police arrested a teacher."),
        ("2021-05-03", "May 3, 2021 – Police arrested a teacher."),
        ("2021-05-03", "2021-05-03: Police arrested a teacher."),
        ("2024-05-03", "Monday, 3 May - Arrest of two teachers in Tarma"),
        (None, "10:30 – Police arrested a teacher."),
        (None, "3 May 2021: The spokesman said that police arrested a teacher."),
        (None, "3 May: "),
    ],
)
def test_a_date_that_heads_a_line(value: str | None, text: str) -> None:
    claims = [c for c in read(LEAD + "\n\n" + text, "2024-12-20").claims if c.act == "arrest"]
    assert [t.value for c in claims for t in c.time] == ([value] if value else [])
    assert all(not any(s.text[:1].isdigit() for s in c.sources) for c in claims)


@pytest.mark.parametrize(
    ("act", "value", "text"),
    [
        ("arrest", None, "Police arrested a teacher; on May 5 two nurses were fined."),
        ("sentence", "2024-05-05", "Police arrested a teacher; on May 5 two nurses were fined."),
        ("arrest", None, "Police arrested a teacher; on May 5, 2021, two nurses were fined."),
        ("arrest", "2024-05-03", "Police arrested a teacher on May 3; two nurses were fined."),
    ],
)
def test_a_day_behind_a_semicolon_is_that_of_what_follows(act: str, value: str | None, text: str) -> None:
    assert [t.value for t in claim(text, act).time] == ([value] if value else [])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("the spokesman", "“Guards beat prisoners,” the spokesman said (page 3)."),
        ("the spokesman", "“Guards beat prisoners,” the spokesman said on Monday (May 3)."),
        ("the spokesman", "“Guards beat prisoners,” the spokesman said[3]."),
        ("Maria Orr", "“Guards beat prisoners,” said Maria Orr - contrary to earlier reports."),
        ("a man named Kim", "“Guards beat prisoners,” said a man named Kim."),
        ("a trader surnamed Ri", "“Guards beat prisoners,” said a trader surnamed Ri."),
        ("The clerk, Ivo Sol", "The clerk, Ivo Sol, on Tuesday, May 4, said that guards beat prisoners."),
        (
            "The Press Union (PU), the Guild and the Harbor League",
            "The Press Union (PU), the Guild and the Harbor League said that guards beat prisoners.",
        ),
    ],
)
def test_who_tells_a_quotation(source: str, text: str) -> None:
    assert [s.text for s in claim(text, "torture").sources] == [source]


def test_no_sentence_stops_the_reading_where_it_is_cut() -> None:
    text = (
        "Police, however, arrested Ana Lo, a nurse; Ivo Sol[3]; and Mira Tan -- as well as two men (see page 3),"
        " who was sentenced, her lawyer said, to five years; on May 5 not only"
    )
    words = text.split()
    for end in range(1, len(words)):
        for cut in (" ".join(words[:end]), " ".join(words[end:]), " ".join(words[:end]).upper()):
            read("3 May 2021: " + cut)


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ([], "Dr. Park was arrested."),
        ([], "Police arrested Lt. K. J. Park."),
        (["Gorky Park"], "Dr. Park was arrested in Gorky Park."),
        (["St. Mary Hill"], "A nurse was arrested at St. Mary Hill."),
    ],
)
def test_a_surname_is_no_place(places: list[str], text: str) -> None:
    assert [p.text for p in claim(text, "arrest").place] == places
