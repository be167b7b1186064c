"""Signing and checking of checkpoints with Ed25519; the text forms are in `ledger`.

Rules:
- The name of a casebook's key is its origin: made of its public key, so it tells nothing else and is unique.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from testigo.errors import BadInput, Broken
from testigo.ledger import Checkpoint, Note, Signature, key_id

_ORIGIN = "testigo/casebook/"


def origin_of(key: Ed25519PublicKey) -> str:
    """The origin line of the casebook that signs with this key."""
    return _ORIGIN + hashlib.sha256(key.public_bytes_raw()).hexdigest()[:32]


def sign(signer: Ed25519PrivateKey, size: int, root: bytes) -> str:
    """The signed note of a checkpoint."""
    public = signer.public_key()
    origin = origin_of(public)
    text = Checkpoint(origin, size, root).text()
    made = Signature(origin, key_id(origin, public.public_bytes_raw()), signer.sign(text.encode()))
    return Note(text, (made,)).format()


def opened(note: str, key: Ed25519PublicKey) -> Checkpoint:
    """The checkpoint of a note that this key signed. Errors: BadInput (no note, another casebook's), Broken (signature)."""
    parsed = Note.parse(note)
    checkpoint = Checkpoint.parse(parsed.text)
    origin = origin_of(key)
    if checkpoint.origin != origin:
        raise BadInput(
            "this checkpoint is from another casebook", "give one that was printed from this casebook"
        )
    wanted = key_id(origin, key.public_bytes_raw())
    for signature in parsed.signatures:
        if signature.name == origin and signature.key_id == wanted:
            try:
                key.verify(signature.value, parsed.text.encode())
            except InvalidSignature as error:
                raise Broken("the signature of this checkpoint does not match its text") from error
            return checkpoint
    raise Broken("this checkpoint is not signed by this casebook")
