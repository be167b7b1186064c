"""Both ways: the rules write a name, and what they write is read back as that name."""

from __future__ import annotations

import random

import pytest

from testigo.linking.korean_names import read_korean
from testigo.linking.name_shares import frequencies
from testigo.linking.romanising import dprk, mccune_reischauer, revised
from testigo.linking.written import written


@pytest.mark.parametrize(
    ("surname", "given", "north", "marked", "hyphened", "south"),
    [
        ("박", "동구", "Pak Tong Gu", "Pak Tonggu", "Pak Tong-ku", "Bak Donggu"),
        ("최", "춘란", "Choe Chun Ran", "Ch'oe Ch'ullan", "Ch'oe Ch'un-ran", "Choe Chunran"),
        ("강", "일환", "Kang Il Hwan", "Kang Irhwan", "Kang Il-hwan", "Gang Ilhwan"),
        ("로", "길남", "Ro Kil Nam", "Ro Killam", "Ro Kil-nam", "Ro Gilnam"),
        ("태", "성철", "Thae Song Chol", "T'ae Sŏngch'ŏl", "T'ae Sŏng-ch'ŏl", "Tae Seongcheol"),
        ("남궁", "혁", "Namgung Hyok", "Namgung Hyŏk", "Namgung Hyŏk", "Namgung Hyeok"),
    ],
)
def test_each_set_of_rules_writes_its_own(
    surname: str, given: str, north: str, marked: str, hyphened: str, south: str
) -> None:
    assert dprk(surname, given) == north
    assert mccune_reischauer(surname, given) == marked
    assert mccune_reischauer(surname, given, hyphen=True) == hyphened
    assert revised(surname, given) == south


def some_names(count: int) -> list[tuple[str, str]]:
    chance, shares = random.Random(11), frequencies()
    surnames, firsts, lasts = (sorted(shares[part]) for part in ("surname", "first", "last"))
    return [
        (
            chance.choice(surnames),
            chance.choice(firsts) + (chance.choice(lasts) if chance.random() < 0.9 else ""),
        )
        for _ in range(count)
    ]


def test_what_the_rules_write_is_read_back() -> None:
    missed = []
    for surname, given in some_names(150):
        spellings = {
            dprk(surname, given),
            revised(surname, given),
            revised(surname, given, hyphen=True),
            *(
                mccune_reischauer(surname, given, hyphen=hyphen, marks=marks)
                for hyphen in (False, True)
                for marks in (False, True)
            ),
        }
        for spelling in spellings:
            found = read_korean(written(spelling))
            if found is None or found.whole is None or f"{surname}\t{given}" not in found.whole.fits:
                missed.append((surname + given, spelling))
    assert not missed
