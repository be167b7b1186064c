"""Whatever a model answers, what is kept stands in the report; the same answer gives the same reading."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.model.lying import TEXT, everything_stands_in, read, report

from testigo.claim import SLOTS
from testigo.reading.model.reader import read_with_model
from testigo.vocabulary import ACTS, CONDITIONS, KINDS, STATUSES, acts_of
from testigo.wire import reading_from_json, to_json

OFFSETS = st.integers(0, len(TEXT))
PIECES = st.tuples(OFFSETS, st.integers(1, 80)).map(lambda at: TEXT[at[0] : at[0] + at[1]])
WORDS = st.sampled_from(sorted({w.strip(",.") for w in TEXT.split()}))
QUOTES = st.one_of(PIECES, WORDS, st.text(max_size=20), st.just(TEXT), st.none(), st.integers())
IDS = st.sampled_from([*KINDS, *ACTS, *CONDITIONS, *STATUSES, "", "x"])
CLAIMS = st.fixed_dictionaries(
    {
        "kind": st.one_of(st.sampled_from(sorted(KINDS)), IDS),
        "act": st.one_of(st.sampled_from(sorted(ACTS)), IDS),
        "status": st.one_of(st.sampled_from(sorted(STATUSES)), IDS),
        "clause": QUOTES,
        "trigger": QUOTES,
        "sources": st.lists(QUOTES, max_size=3),
        **{slot: st.one_of(QUOTES, st.lists(QUOTES, max_size=3)) for slot in SLOTS},
    }
)


@given(st.lists(CLAIMS, max_size=6))
@settings(max_examples=60, deadline=None)
def test_what_is_kept_stands_in_the_report(claims: list[dict[str, Any]]) -> None:
    reading = read(*claims)
    everything_stands_in(reading, TEXT)
    for one in reading.claims:
        assert one.act in acts_of(one.kind)
        assert one.status in STATUSES
        assert all(f.value is not None for f in (*one.time, *one.quantity))
    assert read(*claims) == reading
    assert reading_from_json(to_json(reading)) == reading


@given(st.one_of(st.text(max_size=200), st.text(alphabet='{}[]":,claims01 \\n', max_size=200)))
@settings(max_examples=60, deadline=None)
def test_an_answer_without_claims_gives_none(answer: str) -> None:
    assert read_with_model(report(), lambda prompt: answer, "m").claims == ()
