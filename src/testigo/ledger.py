"""The ledger: an append-only list of entries under a Merkle tree, and what proves that it only grew.

Rules:
- An entry holds no name and no text: only ids, a time, and a salted digest. It can never forget, so it never learns.
- Hashes are those of RFC 9162: leaf SHA-256(0x00 || entry), node SHA-256(0x01 || left || right), a tree of n leaves
  split at the largest power of two below n.
- `Edge` holds the roots of the full subtrees, so that appending needs no earlier entry.
- Verifying says yes or no; a proof that is too long, too short, out of order or for another size is no.
- A checkpoint is the text of C2SP tlog-checkpoint, a note that of C2SP signed-note. Signing is done elsewhere.

Sources: RFC 9162 section 2.1; C2SP tlog-checkpoint and signed-note, version 1.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.errors import BadInput

HASH_SIZE = 32
SALT_SIZE = 16
_EMPTY = hashlib.sha256().digest()
_SIGNATURE_LINE = "\N{EM DASH} "


# -- entries ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded act. at: aware UTC; actor: a person's id; digest: `salted` of the row that it records."""

    index: int
    at: dt.datetime
    actor: int
    action: str
    subject_kind: str
    subject: int
    digest: bytes

    def canonical(self) -> bytes:
        """The bytes that stand in the tree: one line for each part, none of which may hold a line break."""
        if self.at.tzinfo is None:
            raise ValueError("an entry needs an aware time")
        if not (_is_word(self.action) and _is_word(self.subject_kind)) or len(self.digest) != HASH_SIZE:
            raise ValueError("not an entry")
        moment = self.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return (
            f"testigo/entry/1\n{self.index}\n{moment}\n{self.actor}\n{self.action}\n"
            f"{self.subject_kind} {self.subject}\n{self.digest.hex()}\n"
        ).encode("ascii")


def _is_word(text: str) -> bool:
    return text.isascii() and text.replace("_", "a").isalpha()


def salted(salt: bytes, content: bytes) -> bytes:
    """The digest of a row for its entry: 32 bytes that tell nothing of the content without the salt (16 bytes)."""
    if len(salt) != SALT_SIZE:
        raise ValueError(f"a salt has {SALT_SIZE} bytes")
    return hashlib.sha256(b"testigo/row/1\0" + salt + content).digest()


# -- the tree --------------------------------------------------------------------------------------------------


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Edge:
    """A tree that can grow: how many leaves, and the roots of its full subtrees, the largest first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if (
            self.size < 0
            or len(self.peaks) != self.size.bit_count()
            or any(len(p) != HASH_SIZE for p in self.peaks)
        ):
            raise ValueError("not the edge of a tree")

    def add(self, leaves: Iterable[bytes]) -> Edge:
        """The edge after some more leaf hashes."""
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            peaks.append(leaf)
            full = size
            while full & 1:
                right = peaks.pop()
                peaks[-1] = node_hash(peaks[-1], right)
                full >>= 1
            size += 1
        return Edge(size, tuple(peaks))

    def root(self) -> bytes:
        """The root of the whole tree; of an empty one SHA-256 of nothing."""
        if not self.peaks:
            return _EMPTY
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def pack(self) -> bytes:
        """The peaks one after the other."""
        return b"".join(self.peaks)

    @classmethod
    def unpack(cls, size: int, packed: bytes) -> Edge:
        """The edge of `size` leaves that `pack` wrote. Errors: ValueError."""
        if len(packed) % HASH_SIZE:
            raise ValueError("not the edge of a tree")
        return cls(size, tuple(packed[i : i + HASH_SIZE] for i in range(0, len(packed), HASH_SIZE)))


def root(leaves: Sequence[bytes]) -> bytes:
    """The root of the tree over these leaf hashes."""
    return Edge().add(leaves).root()


def _split(size: int) -> int:
    """The largest power of two below size (size > 1)."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The hashes from leaf `index` up to the root of these leaves, the lowest first. Errors: ValueError (no such leaf)."""
    if not 0 <= index < len(leaves):
        raise ValueError("no such leaf")
    path: list[bytes] = []
    low, high = 0, len(leaves)
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(root(leaves[middle:high]))
            high = middle
        else:
            path.append(root(leaves[low:middle]))
            low = middle
    return tuple(reversed(path))


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> tuple[bytes, ...]:
    """What shows that the tree of the first `old_size` leaves grew into the one of all. Errors: ValueError."""
    size = len(leaves)
    if not 0 < old_size <= size:
        raise ValueError("no such earlier tree")
    if old_size == size:
        return ()
    path: list[bytes] = []
    low, high, whole = 0, size, True
    while old_size != high:
        middle = low + _split(high - low)
        if old_size <= middle:
            path.append(root(leaves[middle:high]))
            high = middle
        else:
            path.append(root(leaves[low:middle]))
            low, whole = middle, False
    if not whole:
        path.append(root(leaves[low:high]))
    return tuple(reversed(path))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes) -> bool:
    """Whether the proof leads from the leaf hash at `index` to the root of a tree of `size` leaves (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or not _are_hashes((leaf, expected, *proof)):
        return False
    node, last, current = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            current = node_hash(step, current)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            current = node_hash(current, step)
        node, last = node >> 1, last >> 1
    return last == 0 and hmac.compare_digest(current, expected)


def verify_consistency(old_size: int, old: bytes, size: int, new: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree with root `old` is the beginning of the one with root `new` (2.1.4.2)."""
    if not 0 < old_size <= size or not _are_hashes((old, new, *proof)):
        return False
    if old_size == size:
        return not proof and hmac.compare_digest(old, new)
    steps = list(proof)
    if old_size & (old_size - 1) == 0:
        steps.insert(0, old)
    if not steps:
        return False
    node, last = old_size - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    earlier = later = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            earlier, later = node_hash(step, earlier), node_hash(step, later)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            later = node_hash(later, step)
        node, last = node >> 1, last >> 1
    return last == 0 and hmac.compare_digest(earlier, old) and hmac.compare_digest(later, new)


def _are_hashes(values: Iterable[bytes]) -> bool:
    return all(len(value) == HASH_SIZE for value in values)


# -- checkpoints and notes ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a ledger. origin: its unique name, one line; root: of the tree of the first `size` entries."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Origin, size, root in base64; each on a line of its own."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """The checkpoint of a text. Lines after the third are extensions and passed over. Errors: BadInput."""
        lines = text.split("\n")
        if len(lines) < 4 or lines[-1] or not all(lines[:-1]):
            raise _no_checkpoint("it needs three lines")
        origin, size, encoded = lines[:3]
        if not _is_size(size):
            raise _no_checkpoint("its second line is no size")
        return cls(origin, int(size), _hash_of(encoded))


def _is_size(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20 and (text == "0" or text[0] != "0")


def _hash_of(encoded: str) -> bytes:
    decoded = _base64(encoded)
    if decoded is None or len(decoded) != HASH_SIZE:
        raise _no_checkpoint("its third line is no hash")
    return decoded


def _base64(encoded: str) -> bytes | None:
    """The bytes, or None for anything but their one standard form."""
    try:
        decoded = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if base64.b64encode(decoded).decode() == encoded else None


def _no_checkpoint(why: str) -> BadInput:
    return BadInput(
        f"this is no checkpoint: {why}", "give the whole text as it was printed, signature line included"
    )


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line of a note. name: of the key; key_id: 4 bytes; value: the signature."""

    name: str
    key_id: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A signed text: it ends with a line break; signatures follow after an empty line."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def format(self) -> str:
        """The note as it is given away."""
        lines = (
            f"{_SIGNATURE_LINE}{s.name} {base64.b64encode(s.key_id + s.value).decode()}\n"
            for s in self.signatures
        )
        return f"{self.text}\n{''.join(lines)}"

    @classmethod
    def parse(cls, note: str) -> Note:
        """The text and signatures of a note; nothing is verified. Errors: BadInput."""
        text, gap, tail = note.rpartition("\n\n")
        if not gap or not tail.endswith("\n"):
            raise _no_checkpoint("the empty line before the signatures is missing")
        return cls(text + "\n", tuple(_signature(line) for line in tail[:-1].split("\n")))


def _signature(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_SIGNATURE_LINE).partition(" ")
    decoded = _base64(encoded)
    if not line.startswith(_SIGNATURE_LINE) or not name or decoded is None or len(decoded) < 5:
        raise _no_checkpoint("a signature line is damaged")
    return Signature(name, decoded[:4], decoded[4:])


def key_id(name: str, public_key: bytes) -> bytes:
    """The 4 bytes by which a note names an Ed25519 key (C2SP signed-note)."""
    if not name or any(c.isspace() or c == "+" for c in name) or len(public_key) != 32:
        raise ValueError("not an Ed25519 key with a name")
    return hashlib.sha256(name.encode() + b"\n\x01" + public_key).digest()[:4]
