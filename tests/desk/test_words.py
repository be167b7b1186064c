"""Every id of the vocabulary has words for people, and no word is left without its id."""

from __future__ import annotations

import pytest

from testigo import vocabulary
from testigo.desk import words


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        (words.KINDS, vocabulary.KINDS),
        (words.ACTS, vocabulary.ACTS | vocabulary.CONDITIONS | vocabulary.VIEWS),
        (words.STATUSES, vocabulary.STATUSES),
        (words.STATUS_MEANS, vocabulary.STATUSES),
        (words.SOURCES, vocabulary.SOURCES),
        (words.MODALITIES, vocabulary.MODALITIES),
        (words.BLOCKS, vocabulary.BLOCKS),
        (words.ATTRIBUTES, vocabulary.ATTRIBUTES),
        (words.VERDICTS, vocabulary.VERDICTS),
    ],
)
def test_every_id_has_words(said: dict[str, str], ids: dict[str, str]) -> None:
    assert set(said) == set(ids)


def test_every_act_has_a_family() -> None:
    for kind in vocabulary.KINDS:
        for act in vocabulary.acts_of(kind):
            assert words.family(kind, act) in words.FAMILIES


def test_what_did_not_happen_is_said_loud() -> None:
    assert "NOT" in words.STATUS_MEANS["denied"]
    assert set(words.BEWARE) == {"speculated", "denied", "intended"}
