"""What stands on the page: everything of a small order, the weightiest of a large one, and what was left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.brief.conftest import swollen

from testigo.confronted import CANNOT_TELL
from testigo.desk.brief import html
from testigo.desk.brief.material import Material
from testigo.desk.brief.page import brief_of


def test_the_page_holds_the_order_its_clauses_with_counts_the_verdicts_the_law_and_the_cautions(
    material: Material,
) -> None:
    made = brief_of(material, lambda _: True)
    assert made.title == "Instruction No. 14"
    assert [f.label for f in made.facts[:4]] == ["Issued by", "Issued", "To", "Holds in"]
    assert [(c.number, c.counts) for c in made.clauses][:3] == [(1, None), (2, (3, 1, 11)), (3, (1, 1, 3))]
    assert made.events[0].verdict == "contrary · clause 7"
    assert {e.verdict_id for e in made.events} == {"contrary", "in-line"}
    assert any("is suspended by: telegram · clause 3" in f.text for f in made.facts)
    assert any("freedom of opinion and expression" in one.text for one in made.law)
    assert made.cautions[0].startswith("That nothing is reported is no evidence that the order is obeyed.")
    assert made.annex == ()


def test_every_statement_rests_on_notes_and_every_note_is_used_and_names_a_report_of_the_page(
    material: Material,
) -> None:
    made = brief_of(material, html.fits)
    told = (*made.facts, *made.way, *made.law)
    rests = (
        [c.notes for c in made.clauses]
        + [e.notes for e in made.events]
        + [t.notes for t in told if t.text != "not told"]
    )
    assert all(rests)
    used = {n for notes in (*rests, *(t.notes for t in made.trend)) for n in notes}
    assert used == set(range(1, made.on_page + 1)) == set(range(1, len(made.notes) + 1))
    letters = {source.split(" ", 1)[0] for source in made.sources}
    assert {note.source for note in made.notes} - {""} == letters


@pytest.mark.parametrize(("clauses", "events", "words"), [(1, 1, 2000), (12, 3, 100), (60, 9, 300)])
def test_the_page_has_room_whatever_the_order(
    material: Material, clauses: int, events: int, words: int
) -> None:
    made = brief_of(swollen(material, clauses, events, words), html.fits)
    assert html.fits(made)
    assert made.clauses
    assert made.events
    assert made.cautions[0].startswith("That nothing is reported")


def test_what_is_left_out_is_counted_and_its_place_is_said(material: Material) -> None:
    made = brief_of(swollen(material, 60, 9, 300), html.fits)
    out = 60 - len(made.clauses)
    assert f"{out} clauses" in made.left_out
    assert f"{540 - len(made.events)} events that say something" in made.left_out
    assert "5400 rulings that cannot tell" in made.left_out
    assert "in the casebook at order 1" in made.left_out
    assert "in the annex behind" in brief_of(swollen(material, 60, 9, 300), html.fits, annex=True).left_out


def test_what_is_contrary_comes_before_what_is_in_line_and_an_event_stands_once(material: Material) -> None:
    made = brief_of(material, lambda _: True)
    kinds = [e.verdict_id for e in made.events]
    assert kinds == sorted(kinds, key=["contrary", "in-line"].index)
    assert len({e.text + e.verdict for e in made.events}) == len(made.events)


def test_an_order_of_which_no_event_speaks_says_that_this_proves_nothing(material: Material) -> None:
    counts = dict.fromkeys(material.counts, (0, 0, 0))
    made = brief_of(replace(material, rulings=(), counts=counts), html.fits)
    assert made.events == ()
    assert "proves nothing" in made.silence


def test_the_annex_has_every_event_also_those_that_cannot_tell(material: Material) -> None:
    made = brief_of(material, html.fits, annex=True)
    unsure = [b for b in made.annex if b.kind == "unsure"]
    assert len(unsure) == sum(p.verdict == CANNOT_TELL for p in material.rulings)
    assert len([b for b in made.annex if b.kind == "clause"]) == len(material.order.clauses)
    used = {n for b in made.annex for n in b.notes}
    assert max(used) == len(made.notes) > made.on_page


def test_who_judged_is_not_named(material: Material) -> None:
    judged = tuple(replace(p, judged="accept", judged_by="Alice") for p in material.rulings)
    made = brief_of(replace(material, rulings=judged), html.fits, annex=True)
    assert "Alice" not in repr(made)
    assert "confirmed by a person" in made.events[0].text
