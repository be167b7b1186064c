"""Acts that plain words tell without the usual verb of the act, and the same words where they tell another thing."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD

from testigo import read


def told(text: str) -> set[str]:
    """The acts of a text behind a plain first sentence."""
    return {claim.act for claim in read(LEAD + text).claims if claim.span.start >= len(LEAD) - 1}


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("arrest", "Two agents collected the editor from his desk."),
        ("arrest", "The blogger ended up in a police van."),
        ("trial", "Her hearing was put off for the third time."),
        ("torture", "They put a plastic bag over his head."),
        ("confiscation", "The police relieved the traders of their goods."),
        ("disappearance", "The student never came back from the police station."),
        ("execution", "The kingdom beheaded 81 men on a single day."),
        ("dismissal", "She was let go from her job at the museum."),
        ("dismissal", "He was removed from the register of advocates."),
        ("meeting", "Party secretaries gathered in the county hall on Sunday."),
        ("indoctrination", "Detainees were forced to watch propaganda films."),
        ("investigation", "Detectives traced the leaflets to a print shop."),
        ("escape", "The family made it across the river in October."),
        ("smuggling", "A gang moved drugs through the port."),
        ("crime", "The bookkeeper faked the accounts."),
        ("crime", "Her husband struck the girl with a strap."),
        ("death", "Fever carried off seven children."),
        ("movement", "He came home after eleven years abroad."),
        ("fear", "Residents are on edge."),
        ("hardship", "Prisoners receive moldy bread and thin soup."),
        ("forced_labor", "Army units were mobilised to build houses in the capital."),
        ("interrogation", "The editor had to appear before investigators."),
        ("extortion", "The school charges parents for coal."),
        ("repatriation", "Laos gave the nine youths back to China."),
        ("release", "He was discharged from the camp in 2019."),
        ("movement_restriction", "Trucks are held up for days at the crossing."),
        ("bribery", "The inspector looked away for a bottle of vodka."),
        ("escape", "Several families have disappeared over the border."),
    ],
)
def test_plain_words_tell_an_act(act: str, text: str) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("arrest", "The teacher collected the pupils from the station."),
        ("arrest", "The talks ended up in a quarrel."),
        ("torture", "The women put scarves over their heads."),
        ("disappearance", "The inspectors came back from the station in the evening."),
        ("disappearance", "Officials would not say where the money had gone."),
        ("execution", "They hung him by the wrists."),
        ("execution", "The state hung a flag on every house."),
        ("dismissal", "The school let the pupils go home at noon."),
        ("resistance", "Party secretaries gathered in the county hall on Sunday."),
        ("crime", "The guards struck the prisoner with a strap."),
        ("crime", "Trucks are held up for days at the crossing."),
        ("torture", "Her husband struck the girl with a strap."),
        ("arrest", "Fever carried off seven children."),
        ("trial", "The school charges parents for coal."),
        ("repatriation", "The guard gave the passports back to the women."),
        ("movement_restriction", "The bank was held up at noon."),
        ("disappearance", "Several families have disappeared over the border."),
    ],
)
def test_the_same_words_may_tell_another_thing(act: str, text: str) -> None:
    assert act not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials would not say where she was. The army sent units to build houses. He was let go from his job.",
        "They put a bag over his head, came home after years abroad and got out through the hills.",
    ],
)
def test_a_line_may_be_cut_anywhere(text: str) -> None:
    words = text.split()
    for end in range(1, len(words), 3):
        for cut in (" ".join(words[:end]), " ".join(words[:end]).upper().replace(",", "")):
            read(LEAD + cut)
