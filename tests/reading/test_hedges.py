from __future__ import annotations

import pytest
from tests.reading.spoken import heard

from testigo.reading.hedges import RULES, hedges


def cues(text: str) -> list[str]:
    return [h.cue.of(text) for h in hedges(heard(text))]


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("may", "They may come tomorrow."),
        ("could", "The talks could be delayed."),
        ("probably", "They will probably come."),
        ("unclear", "It is unclear who gave the order."),
        ("suggests", "The report suggests that he was beaten."),
        ("believe", "Analysts believe that he fled."),
        ("whether", "Nobody knows whether he lives."),
        ("if", "They will be tried if the rest is not delivered."),
        ("investigating", "Police are investigating the fire."),
        ("allegedly", "He allegedly took a bribe."),
        ("Some say", "Some say that he fled."),
        ("appears", "The quota appears to have been set."),
        ("likely", "The order is likely to be changed."),
        ("expected", "Analysts had expected a loss."),
        ("projected", "Harvests are projected to fall."),
        ("estimated", "An estimated 3,000 people were moved."),
        ("considering", "The board is considering a sale."),
        ("rumors", "The rumors sent prices lower."),
        ("Should", "Should the talks fail, police will come."),
        ("Were", "Were he to resign, the party will follow."),
        ("Had", "Had the talks failed, police came."),
        ("should", "Police will come, should they fail."),
        ("would", "A strike would cost the airline $3 million a day."),
        ("would", "The bill would ban the sale of vapes."),
        ("would", "Had he stayed, his party would have split."),
        ("must", "The gunman must have entered through the kitchen."),
        ("argue", "Some historians argue that the treaty was signed later."),
        ("regarded", "The painting is widely regarded as his best."),
        ("reported", "The singer is reported to have paid for the house."),
        ("ruled", "Police have not ruled out arson."),
        ("rule", "The minister refused to rule out a tax rise."),
        ("verified", "The claim could not be independently verified."),
        ("confirm", "The ministry would neither confirm nor deny the report."),
        ("determined", "It has not been determined who fired first."),
        ("clear", "It was not immediately clear who was behind the attack."),
        ("clear", "It was not clear how fast the trains were going."),
        ("appears", "An agreement appears within reach."),
        ("certain", "Nobody is certain who owns the land."),
        ("feared", "As many as 300 people are feared dead."),
        ("Fears", "Fears of a shortage drove up prices."),
        ("hinted", "The president hinted at a tax cut."),
        ("suggested", "The lawyer suggested that the witness had lied."),
        ("theory", "Her theory is that the dog ate it."),
        ("examine", "A commission will examine whether the rules were broken."),
        ("exploring", "The board is exploring a sale."),
    ],
)
def test_a_word_of_doubt_is_a_hedge(cue: str, text: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested in May.",
        "She appeared in court.",
        "He could not sleep.",
        "They came and went.",
        "The think tank moved.",
        "Many people attended the funeral.",
        "The court considered the appeal and rejected it.",
        "The investigation ended in March.",
        "",
        "She said she would return on Friday.",
        "They would meet every Friday in a cafe.",
        "He would later become the mayor of Turin.",
        "I would like to thank my wife.",
        "All drivers must have a licence.",
        "People say hello to each other here.",
        "The theft was reported to the police.",
        "The minister ruled out a tax rise.",
        "The Senate did not confirm the nominee.",
        "He is not known for his patience.",
        "It is clear that he lied.",
        "Her deputy suggested that commercial banks publish their fees.",
        "He suggested moving the meeting to Tuesday.",
        "Guests are asked to reply as soon as possible.",
        "The grant made it possible to hire two nurses.",
        "Their captain was supposed to mark Pace.",
        "An unlikely friendship grew between the two.",
        "He considered himself a poet.",
        "Should the clerk have left?",
        "The colonel, a drunk, had the men arrested.",
        "Had",
        "Among the dead were two nurses.",
        "Nor had the men left.",
        "Police should come.",
        "The doctor examined him and sent him home.",
        "The theory of relativity is taught in the second year.",
        "The law applies regardless of whether the goods are new.",
        "It became apparent that the ship was sinking.",
        "She assumed office in 2010.",
        "He did what he could.",
        "He has a fear of heights.",
    ],
)
def test_the_same_word_in_another_use_is_none(text: str) -> None:
    assert cues(text) == []


def test_the_scope_is_the_clause_that_is_doubted() -> None:
    text = "He was arrested, and his wife may have fled."
    (hedge,) = hedges(heard(text))
    assert hedge.scope.of(text) == "his wife may have fled"


@pytest.mark.parametrize(("rule", "example"), [(r[0], r[2]) for r in RULES])
def test_the_example_of_a_rule_is_found_by_it(rule: str, example: str) -> None:
    assert rule in {h.rule for h in hedges(heard(example))}


@pytest.mark.parametrize(
    "text",
    [
        "It would",
        "must have",
        "nobody is not clear",
        "some argue",
        "ruled",
        "unlikely",
        "be said to",
        "a possible",
    ],
)
def test_a_line_that_is_cut_off_is_read(text: str) -> None:
    for line in (text, text.upper(), f"{text}."):
        assert isinstance(cues(line), list)
