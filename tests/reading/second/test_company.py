"""The second, simpler model: it weighs between acts by what stands around the words, and sees no name."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest

from testigo.reading.second import clauses, company
from testigo.reading.second.company import assembled, features, keys, weighed
from testigo.reading.second.inputs import Inputs
from testigo.value import replace

FOLDER = Path(company.__file__).parent
GIVEN = Inputs(
    ("police", "took", "his", "passport", "from", "", "."),
    ("police", "take", "his", "passport", "from", "orsolya", "."),
    ("NNS", "VBD", "PRP$", "NN", "IN", "NNP", "."),
    ("", "arrest", "", "", "", "", ""),
    ("", "main", "", "", "", "", ""),
    ((), ("arrest", "confiscation"), (), (), (), (), ()),
    ((False,) * 4,) * 7,
)
TOOK = (1, 2)


def test_what_is_looked_at() -> None:
    seen = set(features(GIVEN, TOOK))
    assert {"w take", "t take VBD", "a take", "n0 take passport", "p0 take police", "2 take passport"} <= seen
    assert {"b take passport", "l arrest", "l confiscation", "r arrest", "r take arrest"} <= seen
    assert "a take his passport" in set(features(GIVEN, (1, 4)))


def test_a_name_is_hidden() -> None:
    other = replace(GIVEN, lemmas=("police", "take", "his", "passport", "from", "henrik", "."))
    assert keys(GIVEN, TOOK) == keys(other, TOOK)
    assert not any("orsolya" in feature for feature in features(GIVEN, (1, 6)))


def test_a_name_that_the_tagger_takes_for_none_is_hidden_too() -> None:
    some = replace(GIVEN, words=("min-jun", *GIVEN.words[1:]), lemmas=("min-jun", *GIVEN.lemmas[1:]))
    assert "p0 take *" in set(features(some, TOOK))


def taught(feature: str, label: int, labels: int = 3) -> company.Company:
    """A model that knows one feature, which speaks for one act."""
    last = np.zeros((1, labels), np.float32)
    last[0, label] = 1
    return assembled(
        {
            "labels": np.frombuffer("\n".join("abc"[:labels]).encode(), np.uint8),
            "keys": np.array([zlib.crc32(feature.encode())], np.uint32),
            "parts": np.array([[5]], np.int8),
            "last": last,
            "bias": np.zeros(labels),
        }
    )


def test_it_shifts_between_acts_and_leaves_how_likely_there_is_one() -> None:
    share = [0.4, 0.3, 0.2, 0.1]
    [found] = weighed(taught("n0 take passport", 1), GIVEN, TOOK, [share])
    assert found[0] == pytest.approx(0.4, abs=1e-3)
    assert sum(found) == pytest.approx(1, abs=2e-3)
    assert found[2] > 0.2
    assert found[1] < 0.3


def test_features_that_it_does_not_know_change_nothing() -> None:
    share = [0.4, 0.3, 0.2, 0.1]
    [found] = weighed(taught("n0 take bread", 1), GIVEN, TOOK, [share])
    assert found == pytest.approx(share, abs=1e-3)


def test_words_without_any_act_stay_so() -> None:
    assert weighed(taught("w take", 0), GIVEN, TOOK, [[1.0, 0.0, 0.0, 0.0]]) == [[1.0, 0.0, 0.0, 0.0]]


def test_the_network_and_its_company_are_no_bigger_than_a_laptop_tool_may_carry() -> None:
    assert (
        sum((FOLDER / name).stat().st_size for name in ("acts.npz", company.FILE, clauses.FILE)) < 12_000_000
    )


def test_it_weighs_between_the_acts_of_the_network() -> None:
    from testigo.reading.second.network import assembled as network_of
    from testigo.reading.second.network import network

    assert company.company().labels == network().labels[1:]
    with np.load(FOLDER / "acts.npz") as held, pytest.raises(ValueError, match="different acts"):
        network_of(dict(held), replace(company.company(), labels=("arrest",)))
