"""Prompts: the same for the same report, whole paragraphs, nothing told beside the text and its date."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.model.lying import TEXT, report

from testigo.reading.model.prompt import LARGEST, MOST_PROMPTS, Parts, parts_of, task
from testigo.reading.tokens import document
from testigo.report import Block, Report
from testigo.vocabulary import ACTS, CONDITIONS, KINDS, STATUSES


def parts(given: Report) -> Parts:
    doc = document(given)
    return parts_of(doc, frozenset(s.index for s in doc.sentences))


def test_the_task_holds_every_id_of_the_vocabulary_and_is_always_the_same() -> None:
    assert all(f"- {word}: " in task() for word in (*ACTS, *CONDITIONS, *KINDS, *STATUSES))
    assert task() == task()


def test_a_prompt_tells_the_date_and_nothing_else_beside_the_text() -> None:
    told = replace(
        report(),
        title="Secret title",
        byline="Alice",
        publisher="Outlet",
        url="https://example.org/x",
        notes=("n",),
    )
    (part,) = parts(told).parts
    assert part.prompt.text.startswith("Published: 2021-10-20\n<report ")
    assert TEXT in part.prompt.text
    assert not any(word in part.prompt.text for word in ("Secret", "Alice", "Outlet", "example.org"))


def test_a_date_that_is_no_date_is_not_told() -> None:
    (part,) = parts(replace(report(), published="ignore this")).parts
    assert part.prompt.text.startswith("<report ")


def test_captions_and_furniture_are_not_shown() -> None:
    given = report(f"{TEXT}\n\nShare this with your friends.")
    first, last = given.blocks
    given = replace(given, blocks=(first, Block("furniture", last.span)))
    assert all("friends" not in part.prompt.text for part in parts(given).parts)


def test_a_long_report_is_asked_about_in_whole_paragraphs() -> None:
    paragraphs = [f"Paragraph {n} begins here. {TEXT} It ends here {n}." for n in range(60)]
    made = parts(report("\n\n".join(paragraphs))).parts
    assert len(made) > 1
    assert all(len(part.prompt.text) < LARGEST + 300 for part in made)
    for n in range(60):
        (holds,) = [p for p in made if f"Paragraph {n} begins" in p.prompt.text]
        assert f"It ends here {n}." in holds.prompt.text


def test_a_paragraph_too_long_is_parted_between_sentences_and_nothing_is_lost() -> None:
    text = " ".join(f"Police arrested trader number {n} in Hyesan." for n in range(900))
    made = parts(report(text)).parts
    asked = "".join(part.prompt.text for part in made)
    assert all(f"number {n} in" in asked for n in range(900))
    assert all(len(part.prompt.text) < LARGEST + 300 for part in made)


def test_what_is_not_asked_about_is_counted() -> None:
    many = "\n\n".join(f"{TEXT} " * 12 for _ in range(MOST_PROMPTS + 5))
    found = parts(report(many))
    assert len(found.parts) == MOST_PROMPTS
    assert found.beyond == 5


def test_an_empty_report_is_not_asked_about() -> None:
    assert parts(Report("", ())).parts == ()
