"""Tokens and sentences: every offset right, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.archive.text import report_of_text
from testigo.claim import Span
from testigo.reading.tokens import Document, document
from testigo.reading.words import _ADDRESS, _PLAIN, _TOKEN, _tokens
from testigo.reading.words import words as split
from testigo.report import Block, Report


def read(text: str, kind: str = "body") -> Document:
    return document(Report(text, (Block(kind, Span(0, len(text))),)))


def words(text: str) -> list[str]:
    return [token.text for sentence in read(text).sentences for token in sentence.tokens]


def sentences(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in read(text).sentences]


def tags(text: str) -> dict[str, str]:
    return {token.text: token.tag for sentence in read(text).sentences for token in sentence.tokens}


STRANGE = (
    "",
    " \n\t ",
    "word",
    "ALL CAPITALS AND NOTHING ELSE",
    "no full stop and no capital and on and on",
    "e\u0301 na\u0308ive cafe\u0301 👩‍👩‍👧 was arrested. \u202eمرحبا بالعالم\u202c. 조선 사람들.",
    "“‘([{unclosed",
    "...!!!???",
    "a.b.c.d.e@f.g http://x.y/z?a=b. End.",
    "\ufeff\u200bHe was\u00a0arrested\u2028in\u2029May.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
)


@pytest.mark.parametrize("text", STRANGE)
def test_every_token_is_the_words_at_its_offsets(text: str) -> None:
    for sentence in read(text).sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
        assert [t.start for t in sentence.tokens] == sorted(t.start for t in sentence.tokens)


@pytest.mark.parametrize("text", STRANGE)
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    kept = "".join(words(text))
    assert kept == "".join(text.split())


def test_hyphens_and_inner_apostrophes_stay_and_clitics_stand_alone() -> None:
    assert words("Kim’s men don't leave Nammun-dong or O'Brien.") == [
        "Kim", "’s", "men", "do", "n't", "leave", "Nammun-dong", "or", "O'Brien", ".",
    ]  # fmt: skip


@settings(deadline=None)
@given(st.text(st.sampled_from("aAsSdoisNnt.,'’-–…:;!?()[]“”% \n\u00a0123ſK\u0301ß한@/w"), max_size=20))
def test_plain_words_taken_quickly_are_those_that_the_pattern_takes(text: str) -> None:
    slow: list[tuple[int, int]] = []
    plain = "@" not in text and "://" not in text and not _ADDRESS.search(text)
    pattern = _PLAIN if plain else _TOKEN
    _tokens(pattern, text, 0, len(text), len(text), slow)
    assert split(text, 0, len(text)) == slow


def test_a_combining_mark_belongs_to_its_letter() -> None:
    assert words("cafe\u0301 opened") == ["cafe\u0301", "opened"]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert sentences("On Aug. 3 Mr. J. Kim of the U.S. office left. He came back.") == [
        "On Aug. 3 Mr. J. Kim of the U.S. office left.",
        "He came back.",
    ]


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("He said: “We waited.” She left.") == ["He said: “We waited.”", "She left."]


def test_a_question_inside_a_quotation_does_not_end_the_sentence_around_it() -> None:
    assert sentences("“Why?” he asked. Nobody spoke.") == ["“Why?” he asked.", "Nobody spoke."]


def test_no_sentence_crosses_a_paragraph() -> None:
    assert sentences("no stop here\n\nnor here") == ["no stop here", "nor here"]


def test_captions_and_furniture_are_not_read() -> None:
    text = "Photo of a camp. He was arrested."
    report = Report(text, (Block("caption", Span(0, 16)), Block("body", Span(17, len(text)))))
    assert [s.span.of(text) for s in document(report).sentences] == ["He was arrested."]


def test_a_text_without_full_stops_is_cut_into_bounded_sentences() -> None:
    found = read("word, " * 5000).sentences
    assert max(len(s.tokens) for s in found) <= 250
    assert sum(len(s.tokens) for s in found) == 10000


def test_a_past_tense_before_an_object_is_no_participle() -> None:
    assert tags("Security forces killed two men.")["killed"] == "VBD"
    assert tags("Two men killed by the police were buried.")["killed"] == "VBN"


def test_a_headline_has_a_verb() -> None:
    assert tags("Kim orders agency to stop raids")["orders"] == "VBZ"


def test_the_base_form_of_verbs_and_plurals_is_known() -> None:
    found = {
        t.text: t.lemma
        for s in read("They planned it. They shot two men and seized the children.").sentences
        for t in s.tokens
    }
    assert [found[w] for w in ("planned", "shot", "seized", "children")] == [
        "plan",
        "shoot",
        "seize",
        "child",
    ]


def test_a_sentence_is_found_by_an_offset_inside_it() -> None:
    text = "One went. Two came."
    found = read(text)
    second = found.sentence_at(11)
    assert second is not None
    assert second.span.of(text) == "Two came."
    assert found.sentence_at(9) is None


def test_are_is_never_taken_for_a_past_tense() -> None:
    text = "Village officials who turn a blind eye are to be referred to the prosecutors."
    (sentence,) = document(report_of_text(text)).sentences
    assert [t.tag for t in sentence.tokens if t.text == "are"] == ["VBP"]


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("Merdan A., a student, was fined.", "A."),
        ("Police arrested Merdan A. on Monday.", "A."),
        ("Police arrested Merdan A. She fled.", "A."),
        ("Police searched block B, floor A.", "A"),
    ],
)
def test_a_name_cut_to_its_initial_keeps_its_dot(text: str, initial: str) -> None:
    assert [word for word in words(text) if word[:1] == "A"] == [initial]
