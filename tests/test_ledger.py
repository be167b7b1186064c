"""The tree against an independent implementation, its proofs against every small change, and the text forms."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree
from pymerkle import verify_consistency as other_consistency
from pymerkle import verify_inclusion as other_inclusion

from testigo import ledger
from testigo.casebook import signing
from testigo.errors import BadInput, Broken
from testigo.ledger import Checkpoint, Edge, Entry, Note

NOON = dt.datetime(2031, 5, 6, 12, 0, tzinfo=dt.UTC)
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def entries(count: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(count)]


def leaves(count: int) -> list[bytes]:
    return [ledger.leaf_hash(entry) for entry in entries(count)]


def other(content: list[bytes]) -> InmemoryTree:
    tree = InmemoryTree(algorithm="sha256")
    for entry in content:
        tree.append_entry(entry)
    return tree


# -- the tree ----------------------------------------------------------------------------------------------------


def test_the_roots_of_the_published_test_vectors() -> None:
    # Inputs and roots of the test data that implementations of RFC 6962 share.
    inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    hashes = [ledger.leaf_hash(bytes.fromhex(value)) for value in inputs]
    roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    ]
    assert [ledger.root(hashes[:size]).hex() for size in range(4)] == roots
    assert ledger.root(hashes).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@given(st.lists(st.binary(max_size=40), max_size=70))
def test_the_root_is_that_of_another_implementation(content: list[bytes]) -> None:
    hashes = [ledger.leaf_hash(entry) for entry in content]
    if content:
        assert ledger.root(hashes) == other(content).get_root()


@given(st.integers(1, 70), st.data())
def test_another_implementation_gives_the_same_proofs(size: int, data: st.DataObject) -> None:
    tree, hashes = other(entries(size)), leaves(size)
    index = data.draw(st.integers(0, size - 1))
    earlier = data.draw(st.integers(1, size))
    theirs = tree.prove_inclusion(index + 1, size)
    other_inclusion(hashes[index], tree.get_root(size), theirs)
    assert ledger.inclusion_proof(hashes, index) == tuple(theirs.path)[1:]
    ours = ledger.consistency_proof(hashes, earlier)
    assert ledger.verify_consistency(earlier, tree.get_root(earlier), size, tree.get_root(size), ours)
    other_consistency(
        ledger.root(hashes[:earlier]), ledger.root(hashes), tree.prove_consistency(earlier, size)
    )


@given(st.integers(0, 200), st.integers(0, 200))
def test_appending_needs_only_the_edge(first: int, more: int) -> None:
    hashes = leaves(first + more)
    edge = Edge().add(hashes[:first])
    assert Edge.unpack(edge.size, edge.pack()).add(hashes[first:]).root() == ledger.root(hashes)
    assert len(edge.peaks) == first.bit_count()


def test_an_edge_of_another_size_is_refused() -> None:
    edge = Edge().add(leaves(5))
    for size, packed in ((7, edge.pack()), (5, edge.pack()[:-1]), (4, edge.pack()), (-1, b"")):
        with pytest.raises(ValueError, match="edge"):
            Edge.unpack(size, packed)


def test_every_entry_of_small_trees_is_proven() -> None:
    for size in range(1, 34):
        hashes = leaves(size)
        root = ledger.root(hashes)
        for index in range(size):
            proof = ledger.inclusion_proof(hashes, index)
            assert ledger.verify_inclusion(hashes[index], index, size, proof, root)
            assert len(proof) <= size.bit_length()


def test_a_proof_for_another_place_size_or_entry_is_no_proof() -> None:
    for size in range(1, 20):
        hashes = leaves(size)
        root = ledger.root(hashes)
        for index in range(size):
            proof = ledger.inclusion_proof(hashes, index)
            for wrong in range(-1, size + 2):
                if wrong != index:
                    assert not ledger.verify_inclusion(hashes[index], wrong, size, proof, root)
            stranger = ledger.leaf_hash(b"a stranger")
            assert not ledger.verify_inclusion(stranger, index, size, proof, root)
            assert not ledger.verify_inclusion(
                hashes[index], index, size, proof, hashlib.sha256(root).digest()
            )


def test_a_proof_that_is_cut_lengthened_or_out_of_order_is_no_proof() -> None:
    for size in range(2, 40):
        hashes = leaves(size)
        root = ledger.root(hashes)
        for index in range(size):
            proof = ledger.inclusion_proof(hashes, index)
            damaged = [proof[1:], proof[:-1], (*proof, root), (root, *proof), tuple(p[:31] for p in proof)]
            if proof != proof[::-1]:
                damaged.append(proof[::-1])
            for bad in damaged:
                assert not ledger.verify_inclusion(hashes[index], index, size, bad, root)


def test_growth_is_proven_for_every_pair_of_small_sizes_and_for_no_other() -> None:
    hashes = leaves(26)
    roots = [ledger.root(hashes[:size]) for size in range(27)]
    for size in range(1, 27):
        for earlier in range(1, size + 1):
            proof = ledger.consistency_proof(hashes[:size], earlier)
            assert ledger.verify_consistency(earlier, roots[earlier], size, roots[size], proof)
            for wrong in range(27):
                if wrong != earlier:
                    assert not ledger.verify_consistency(wrong, roots[earlier], size, roots[size], proof)
                    assert not ledger.verify_consistency(earlier, roots[wrong], size, roots[size], proof)
                if wrong != size:
                    # A proof may fit several later sizes by its form alone: the root decides (RFC 9162).
                    assert not ledger.verify_consistency(earlier, roots[earlier], size, roots[wrong], proof)
            for bad in (proof[1:], proof[:-1], (*proof, roots[1]), proof[::-1]):
                if bad != proof:
                    assert not ledger.verify_consistency(earlier, roots[earlier], size, roots[size], bad)


def test_a_tree_of_nothing_proves_nothing() -> None:
    hashes = leaves(4)
    for earlier in (-1, 0, 5):
        with pytest.raises(ValueError, match="earlier"):
            ledger.consistency_proof(hashes, earlier)
    assert not ledger.verify_consistency(0, ledger.root([]), 4, ledger.root(hashes), ())
    for index in (-1, 4):
        with pytest.raises(ValueError, match="leaf"):
            ledger.inclusion_proof(hashes, index)


@given(st.integers(2, 64), st.data())
def test_any_changed_byte_of_a_proof_is_noticed(size: int, data: st.DataObject) -> None:
    hashes = leaves(size)
    root = ledger.root(hashes)
    index = data.draw(st.integers(0, size - 1))
    proof = list(ledger.inclusion_proof(hashes, index))
    which = data.draw(st.integers(0, len(proof) - 1))
    at, change = data.draw(st.integers(0, 31)), data.draw(st.integers(1, 255))
    step = bytearray(proof[which])
    step[at] ^= change
    proof[which] = bytes(step)
    assert not ledger.verify_inclusion(hashes[index], index, size, proof, root)


# -- entries -----------------------------------------------------------------------------------------------------


def test_an_entry_has_one_form() -> None:
    entry = Entry(7, NOON, 2, "judge", "judgement", 11, bytes(32))
    digest = "00" * 32
    wanted = f"testigo/entry/1\n7\n2031-05-06T12:00:00.000000Z\n2\njudge\njudgement 11\n{digest}\n"
    assert entry.canonical() == wanted.encode()
    elsewhere = NOON.astimezone(dt.timezone(dt.timedelta(hours=9)))
    assert Entry(7, elsewhere, 2, "judge", "judgement", 11, bytes(32)).canonical() == entry.canonical()


@pytest.mark.parametrize(
    "entry",
    [
        Entry(0, NOON.replace(tzinfo=None), 1, "read", "reading", 1, bytes(32)),
        Entry(0, NOON, 1, "read\nread", "reading", 1, bytes(32)),
        Entry(0, NOON, 1, "read", "rea ding", 1, bytes(32)),
        Entry(0, NOON, 1, "read", "", 1, bytes(32)),
        Entry(0, NOON, 1, "read", "reading", 1, bytes(31)),
    ],
)
def test_what_could_be_read_in_two_ways_is_no_entry(entry: Entry) -> None:
    with pytest.raises(ValueError, match="entry"):
        entry.canonical()


def test_a_digest_tells_nothing_without_its_salt() -> None:
    assert ledger.salted(bytes(16), b"a name") != ledger.salted(bytes(15) + b"\x01", b"a name")
    assert ledger.salted(bytes(16), b"a name") != hashlib.sha256(bytes(16) + b"a name").digest()
    with pytest.raises(ValueError, match="salt"):
        ledger.salted(b"short", b"a name")


# -- checkpoints and notes -----------------------------------------------------------------------------------------


def test_a_checkpoint_is_three_lines() -> None:
    checkpoint = Checkpoint("example.org/book", 12, bytes(32))
    assert checkpoint.text() == "example.org/book\n12\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    assert Checkpoint.parse(checkpoint.text()) == checkpoint
    assert Checkpoint.parse(checkpoint.text() + "an extension\n") == checkpoint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n12\n",
        "origin\n012\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n١٢\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n12\nAAAA\n",
        "origin\n12\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "origin\n12\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "\n12\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n12\n\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
    ],
)
def test_what_is_no_checkpoint_is_told(text: str) -> None:
    with pytest.raises(BadInput, match="no checkpoint"):
        Checkpoint.parse(text)


@given(st.text(max_size=300))
def test_any_text_is_a_note_or_told_to_be_none(text: str) -> None:
    try:
        note = Note.parse(text)
    except BadInput:
        return
    assert note.format() == text


def test_a_signed_checkpoint_opens_with_its_key_only() -> None:
    note = signing.sign(SIGNER, 12, bytes(32))
    assert signing.opened(note, SIGNER.public_key()) == Checkpoint(
        signing.origin_of(SIGNER.public_key()), 12, bytes(32)
    )
    assert note.split("\n\n")[1].startswith("— testigo/casebook/")
    with pytest.raises(BadInput, match="another casebook"):
        signing.opened(note, Ed25519PrivateKey.generate().public_key())


def test_every_changed_character_of_a_signed_checkpoint_is_noticed() -> None:
    note = signing.sign(SIGNER, 12, hashlib.sha256(b"root").digest())
    for at, sign in enumerate(note):
        changed = note[:at] + ("B" if sign != "B" else "C") + note[at + 1 :]
        with pytest.raises((BadInput, Broken)):
            signing.opened(changed, SIGNER.public_key())


def test_the_key_id_is_that_of_the_published_form() -> None:
    public = SIGNER.public_key().public_bytes_raw()
    wanted = hashlib.sha256(b"example.org/book" + b"\n" + b"\x01" + public).digest()[:4]
    assert ledger.key_id("example.org/book", public) == wanted
    for name in ("", "two words", "a+b"):
        with pytest.raises(ValueError, match="key"):
            ledger.key_id(name, public)
