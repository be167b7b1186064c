"""A sealed object gives back exactly what went in, or nothing."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from testigo.archive import seal
from testigo.errors import Broken

WRAP = AESGCM(bytes(range(32)))
NAME = "ab" * 32
SIZES = [0, 1, 7, 8, 247, 248, 249, 255, 256, 20_000, seal.CHUNK - 9, seal.CHUNK - 8, seal.CHUNK - 7, seal.CHUNK,
         seal.CHUNK + 1, 2 * seal.CHUNK - 8, 2 * seal.CHUNK, 3 * seal.CHUNK + 17, 5_000_001]  # fmt: skip


def content_of(size: int) -> bytes:
    return (b"Dora's name is not here. " * (size // 25 + 1))[:size]


def sealed(content: bytes, step: int = 70_001) -> bytes:
    target = io.BytesIO()
    sealer = seal.Sealer(target, WRAP)
    for start in range(0, len(content), step):
        sealer.write(content[start : start + step])
    sealer.finish(NAME)
    return target.getvalue()


def opened(path: Path, data: bytes, name: str = NAME, wrap: AESGCM = WRAP) -> bytes:
    path.write_bytes(data)
    with path.open("rb", buffering=0) as source:
        return b"".join(seal.opened(source, name, wrap))


@pytest.mark.parametrize("size", SIZES)
def test_any_size_comes_back_as_it_went_in(tmp_path: Path, size: int) -> None:
    content = content_of(size)
    data = sealed(content)
    assert opened(tmp_path / "o", data) == content
    assert len(data) == seal.sealed_size(size)


@pytest.mark.parametrize("size", [0, 1, 20_000, 900_000])
def test_the_short_way_and_the_streaming_way_give_the_same_form(tmp_path: Path, size: int) -> None:
    content = content_of(size)
    assert opened(tmp_path / "o", seal.sealed_bytes(content, NAME, WRAP)) == content
    assert len(seal.sealed_bytes(content, NAME, WRAP)) == len(sealed(content))


def test_two_sealings_of_the_same_bytes_share_no_byte_of_key_or_content() -> None:
    first, second = sealed(b"the same"), sealed(b"the same")
    assert first[8:] != second[8:]
    assert b"the same" not in first


def test_every_changed_bit_of_a_small_object_is_noticed(tmp_path: Path) -> None:
    data = bytearray(sealed(b"a short original"))
    for at in range(len(data)):
        for bit in (1, 128):
            data[at] ^= bit
            with pytest.raises(Broken):
                opened(tmp_path / "o", bytes(data))
            data[at] ^= bit


def test_a_changed_byte_in_every_chunk_of_a_long_object_is_noticed(tmp_path: Path) -> None:
    data = bytearray(sealed(content_of(3 * seal.CHUNK)))
    for at in range(100, len(data), 200_003):
        data[at] ^= 1
        with pytest.raises(Broken):
            opened(tmp_path / "o", bytes(data))
        data[at] ^= 1


@pytest.mark.parametrize(
    "cut", [0, 5, 67, 68, 90, 1000, seal.CHUNK + 84, seal.CHUNK + 85, 2 * seal.CHUNK, -1, -16, -17]
)
def test_an_object_cut_off_anywhere_is_noticed(tmp_path: Path, cut: int) -> None:
    with pytest.raises(Broken):
        opened(tmp_path / "o", sealed(content_of(3 * seal.CHUNK))[:cut])


def test_chunks_cannot_be_dropped_doubled_or_swapped(tmp_path: Path) -> None:
    data = sealed(content_of(3 * seal.CHUNK))
    head, step = data[:68], seal.CHUNK + seal.TAG
    chunks = [data[68 + i * step : 68 + (i + 1) * step] for i in range(4)]
    for order in ([1, 0, 2, 3], [0, 2, 3], [0, 1, 1, 2, 3], [0, 1, 2, 2, 3], [3], [0, 3]):
        with pytest.raises(Broken):
            opened(tmp_path / "o", head + b"".join(chunks[i] for i in order))
    for extra in (b"x", chunks[3], bytes(100)):
        with pytest.raises(Broken):
            opened(tmp_path / "o", data + extra)


def test_an_object_opens_only_under_its_own_name_and_key(tmp_path: Path) -> None:
    data = sealed(b"mine")
    with pytest.raises(Broken):
        opened(tmp_path / "o", data, name="cd" * 32)
    with pytest.raises(Broken):
        opened(tmp_path / "o", data, wrap=AESGCM(bytes(32)))


@given(st.integers(min_value=0, max_value=1 << 45))
def test_sizes_are_padded_by_at_most_an_eighth_and_tell_little(size: int) -> None:
    padded = seal.padded_size(size)
    assert padded >= size + 8
    assert padded <= max(256, math.ceil((size + 8) * 1.12))
    assert seal.padded_size(padded - 8) == padded


def test_many_sizes_share_one_padded_size() -> None:
    assert len({seal.padded_size(size) for size in range(20_000, 40_000)}) <= 40
