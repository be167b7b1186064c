"""Who does what to whom in a clause."""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import chunk
from testigo.reading.clauses import Clause, clauses
from testigo.reading.tokens import Sentence, document
from testigo.report import Block, Report


class Parsed:
    def __init__(self, text: str, *, headline: bool = False) -> None:
        report = Report(text, (Block("body", Span(0, len(text))),))
        self.sentence: Sentence = document(report).sentences[0]
        self.found = clauses(chunk(self.sentence), headline=headline)

    def verb(self, lemma: str) -> Clause:
        return next(c for c in self.found if c.lemma == lemma)

    def words(self, part: tuple[int, int] | None) -> str:
        return " ".join(t.text for t in self.sentence.tokens[part[0] : part[1]]) if part else ""


def test_a_passive_has_an_undergoer_and_may_have_an_agent() -> None:
    found = Parsed("The officer was arrested by the security bureau in May.")
    clause = found.verb("arrest")
    assert clause.passive
    assert (found.words(clause.doer), found.words(clause.undergoer)) == ("the security bureau", "The officer")


def test_joined_verbs_share_their_subject() -> None:
    found = Parsed("Agents searched the house and took the phone.")
    assert found.words(found.verb("take").subject) == "Agents"


def test_joined_verbs_share_the_object_of_the_last() -> None:
    found = Parsed("Officers targeted and harassed the families of prisoners.")
    assert found.words(found.verb("target").object) == "the families of prisoners"


def test_the_object_of_an_order_acts_in_the_infinitive() -> None:
    found = Parsed("The ministry ordered farms to hand over grain.")
    assert found.words(found.verb("hand").doer) == "farms"


def test_who_stands_for_the_nearest_person() -> None:
    found = Parsed("A man in his 50s who had fled from the village was caught.")
    assert found.words(found.verb("flee").subject).startswith("A man")


def test_what_a_relative_stands_for_is_the_object_of_its_verb() -> None:
    found = Parsed("He read an order that the bureau issued on Monday.")
    clause = found.verb("issue")
    assert (found.words(clause.subject), found.words(clause.object)) == ("the bureau", "an order")


def test_a_participle_in_a_headline_is_passive() -> None:
    found = Parsed("Fourteen workers detained over chat group", headline=True)
    assert found.verb("detain").passive


def test_a_deed_held_against_somebody_is_theirs() -> None:
    found = Parsed("Police arrested a man for stealing corn.")
    assert found.words(found.verb("steal").subject) == "a man"


def test_an_amount_is_a_second_object() -> None:
    found = Parsed("An aunt paid the chief investigator 3,000 yuan.")
    clause = found.verb("pay")
    assert found.words(clause.object) == "the chief investigator"


def test_a_count_belongs_to_the_object() -> None:
    found = Parsed("Police detained at least five lawyers in March.")
    assert found.words(found.verb("detain").object) == "at least five lawyers"


def test_a_place_or_day_in_the_subject_is_not_the_subject() -> None:
    found = Parsed("Three privates of a battalion stationed in Onsong County deserted with their rifles.")
    assert (
        found.words(found.verb("desert").subject)
        == "Three privates of a battalion stationed in Onsong County"
    )
    found = Parsed("Anyone caught with an unreported phone after May 1 shall be banished.")
    assert found.words(found.verb("banish").undergoer) == "Anyone caught with an unreported phone after May 1"


def test_a_joined_verb_does_not_take_the_verb_before_it_into_its_subject() -> None:
    found = Parsed("Police took him from a shop in October and for seven months would not say where.")
    assert "took" not in found.words(found.verb("say").subject)


def test_how_often_is_no_part_of_who_did_it() -> None:
    found = Parsed("The ferryman was called in by the security bureau three times in May.")
    assert found.words(found.verb("call").doer) == "the security bureau"
