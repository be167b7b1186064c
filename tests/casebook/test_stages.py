"""What stages derive: kept, found by what it is about, replaced where it differs; and judgements about pairs."""

from __future__ import annotations

import pytest
from tests.casebook.worlds import NOON

from testigo.casebook import stages, tables
from testigo.casebook.casebook import Casebook
from testigo.casebook.derived_rows import derived_row
from testigo.casebook.values import Derived, DerivedRun
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement, standing
from testigo.linked import Event, Link, Told
from testigo.reason import Reason


def run(book: Casebook, seed: int = 1) -> DerivedRun:
    return DerivedRun("linking", NOON, "0", {"seed": seed}, book.inputs())


def event(key: str, *claims: int) -> Derived:
    told = Told("place", "Dorna", claims, id="dorna")
    value = Event(key, "arrest", claims, (1,), (told,), first="2031-05-04", last="2031-05-04", place="dorna")
    return Derived("event", key, value, tuple(("claim", str(c)) for c in claims), rank=float(claims[0]))


def test_a_value_comes_back_as_it_was_and_is_found_by_what_it_is_about(book: Casebook) -> None:
    made = (event("a", 1, 2), event("b", 3))
    assert book.replace_derived(run(book), made) == (2, 0)
    assert book.derived("linking", "event", Event).items == tuple(item.value for item in made)
    found = book.derived("linking", "event", Event, about=[("claim", "2")])
    assert [e.key for e in found.items] == ["a"]
    assert book.derived_one("linking", "event", Event, "b") == made[1].value
    assert book.derived_one("linking", "event", Event, "c") is None


def test_only_what_differs_is_written(book: Casebook) -> None:
    book.replace_derived(run(book), (event("a", 1, 2), event("b", 3)))
    assert book.replace_derived(run(book), (event("a", 1, 2), event("b", 3, 4))) == (1, 1)
    assert book.replace_derived(run(book), (event("a", 1, 2), event("b", 3, 4))) == (0, 0)
    assert book.replace_derived(run(book), ()) == (0, 2)
    assert not book.derived("linking", "event", Event, about=[("claim", "3")]).items


def test_a_list_is_the_same_whether_what_it_is_about_is_told_by_few_or_many(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [event(f"e{n}", n, n % 7, n % 3) for n in range(1, 60)]
    book.replace_derived(run(book), made)
    asked = [[("claim", "1")], [("claim", "2"), ("claim", "5")], [("claim", "9")], [("claim", "999")], []]
    few = [book.derived("linking", "event", Event, about=about, offset=1, limit=9) for about in asked]
    monkeypatch.setattr(stages, "MOST_GATHERED", 0)
    book.forget()
    assert [book.derived("linking", "event", Event, about=about, offset=1, limit=9) for about in asked] == few
    for about, page in zip(asked, few, strict=True):
        fits = [item for item in made if {*about} <= {*item.about}]
        assert page.total == len(fits)
        assert [e.key for e in page.items] == [item.key for item in fits][1:10]
    most = book.derived_about("linking", "event", "claim", limit=2)
    assert most[0] == ("1", len([item for item in made if ("claim", "1") in item.about]))
    book.replace_derived(run(book, seed=2), made[:5])
    assert book.derived("linking", "event", Event).total == 5, "counts follow a new run"


def test_a_key_given_twice_is_refused_and_nothing_is_lost(book: Casebook) -> None:
    book.replace_derived(run(book), (event("a", 1),))
    with pytest.raises(ValueError, match="twice"):
        book.replace_derived(run(book), (event("b", 2), event("b", 3)))
    assert [e.key for e in book.derived("linking", "event", Event).items] == ["a"]


def test_a_run_is_out_of_date_after_a_judgement(book: Casebook) -> None:
    assert book.derived_run("linking") is None
    book.replace_derived(run(book, seed=7), ())
    now = book.derived_run("linking")
    assert now is not None
    assert (now.settings, now.stale) == ({"seed": 7}, False)
    book.record_judgements([Judgement("claim", "1", "accept", "Alice", NOON)])
    later = book.derived_run("linking")
    assert later is not None
    assert later.stale


def test_rebuilding_drops_what_stages_derived(book: Casebook) -> None:
    book.replace_derived(run(book), (event("a", 1),))
    book.rebuild()
    assert book.derived_run("linking") is None
    assert book.derived("linking", "event", Event).total == 0


def test_a_reason_travels_with_its_link(book: Casebook) -> None:
    link = Link("event", "1", "2", 0.9, (Reason("both in {}", ("Dorna",), 3.5),), judged="same", joined=True)
    book.replace_derived(run(book), (Derived("link", "1~2", link),))
    kept = book.derived_one("linking", "link", Link, "1~2")
    assert kept == link
    assert str(link.reasons[0]) == "both in Dorna"


def test_a_pair_is_one_whichever_comes_first(book: Casebook) -> None:
    (first,) = book.record_judgements([Judgement("event-pair", "1~2", "same", "Alice", NOON)])
    history = book.history("event-pair", "2~1")
    assert [j.id for j in history] == [first]
    book.record_judgements([Judgement("event-pair", "2~1", "different", "Bob", NOON, replaces=first)])
    now = standing(book.history("event-pair", "1~2"))
    assert now is not None
    assert now.verdict == "different"
    with pytest.raises(Conflict):
        book.record_judgements([Judgement("event-pair", "1~2", "unsure", "Alice", NOON, replaces=first)])


def test_what_was_copied_from_what_has_a_direction(book: Casebook) -> None:
    book.record_judgements([Judgement("relay", "1~2", "same", "Alice", NOON)])
    assert book.history("relay", "1~2")
    assert not book.history("relay", "2~1")


def test_mentions_and_clauses_are_subjects_by_the_key_of_their_claim_and_order(book: Casebook) -> None:
    book.record_judgements([Judgement("person-pair", "1.target.0~2.actor.0", "unsure", "Alice", NOON)])
    (key,) = book.decisions("person-pair")
    assert key.count(".target.0") == 1
    book.record_judgements([Judgement("practice", "1.0~1", "accept", "Alice", NOON)])
    assert book.history("practice", "1.0~1")


@pytest.mark.parametrize(
    "subject", ["1", "1~", "~1", "1~1", "1~999", "x~y", "1.target~2.target.0", "-5~1", "1~2~3", ""]
)
@pytest.mark.parametrize("kind", ["event-pair", "person-pair", "relay", "practice", "order-pair"])
def test_a_pair_of_what_is_not_there_is_refused(book: Casebook, kind: str, subject: str) -> None:
    with pytest.raises(BadInput):
        book.history(kind, subject)


def test_values_of_an_older_testigo_have_no_sign_and_are_written_anew_once(book: Casebook) -> None:
    made = (event("a", 1, 2), event("b", 3))
    book.replace_derived(run(book), made)
    with book._recording():
        tables.run("UPDATE derived SET sign = NULL")
    assert book.replace_derived(run(book), made) == (2, 2)
    assert book.replace_derived(run(book), made) == (0, 0)
    assert book.derived("linking", "event", Event).items == tuple(item.value for item in made)


def test_a_row_that_was_made_elsewhere_is_kept_as_the_value_is(book: Casebook) -> None:
    made = (event("a", 1, 2), event("b", 3))
    book.replace_derived(run(book), (derived_row(one) for one in made))
    assert book.replace_derived(run(book), made) == (0, 0)
