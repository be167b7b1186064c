"""The keys of a casebook and the two equal files that hold them, wrapped under the passphrase.

Layout of `keys/1` and `keys/2` (text, the same bytes in both):
    testigo keys 1
    {"cost": [KiB, passes, lanes], "salt": ..., "nonce": ..., "wrapped": ..., "open": ...}      keys in order, hex
    SHA-256 of the two lines above, in hex

Rules:
- passphrase (NFC, UTF-8) -> Argon2id -> AES-256-GCM key that wraps five random keys of 32 bytes: database, sealing,
  naming, signing, head. The first line and everything else of the second are authenticated with them.
- An open casebook has its wrapping key in `open`; there is no Argon2id then.
- A file is good only when it is byte for byte what would be written from what it says. One good file opens the
  casebook; `verify` names the other.
- A wrong passphrase says so and nothing more.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from testigo.casebook import durable
from testigo.errors import BadInput, Broken

FILES = ("1", "2")
_HEAD = "testigo keys 1\n"
_FIELDS = ("cost", "salt", "nonce", "wrapped", "open")
_MOST_KIB = 4 << 20
_MOST_PASSES = 1000
_MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at the passphrase costs: memory in KiB, passes over it, lanes that may run at once."""

    memory: int
    passes: int
    lanes: int


DEFAULT = Cost(128 << 10, 4, 4)
LEAST = Cost(64 << 10, 3, 1)
FOR_TESTS = Cost(64, 1, 1)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of an open casebook, 32 bytes each: for sealing originals, for naming them; and who signs checkpoints."""

    seal_key: bytes = field(repr=False)
    name_key: bytes = field(repr=False)
    signer: Ed25519PrivateKey = field(repr=False)
    database_key: bytes = field(repr=False)
    head_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Wrapped:
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    open: bytes

    def bound(self) -> bytes:
        """What is authenticated with the keys."""
        values = (self.cost.memory, self.cost.passes, self.cost.lanes, self.salt.hex(), bool(self.open))
        return (_HEAD + json.dumps(values)).encode()

    def file(self) -> bytes:
        cost = [self.cost.memory, self.cost.passes, self.cost.lanes]
        values = (cost, self.salt.hex(), self.nonce.hex(), self.wrapped.hex(), self.open.hex())
        lines = _HEAD + json.dumps(dict(zip(_FIELDS, values, strict=True))) + "\n"
        return (lines + hashlib.sha256(lines.encode()).hexdigest() + "\n").encode()


def make(directory: Path, passphrase: str | None, cost: Cost) -> Keys:
    """Make new keys and write their files. passphrase: None for an open casebook. Errors: BadInput, OSError."""
    if passphrase is not None:
        _check(passphrase, cost)
    payload = secrets.token_bytes(5 * 32)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    open_key = secrets.token_bytes(32) if passphrase is None else b""
    blank = _Wrapped(cost, salt, nonce, b"", open_key)
    wrapped = AESGCM(_wrapping_key(blank, passphrase)).encrypt(nonce, payload, blank.bound())
    content = _Wrapped(cost, salt, nonce, wrapped, open_key).file()
    directory.mkdir(mode=0o700, exist_ok=True)
    for name in FILES:
        durable.write(directory / name, content)
    return _keys(payload)


def _check(passphrase: str, cost: Cost) -> None:
    if not passphrase:
        raise BadInput("the passphrase is empty", "choose four or more random words, or use --plain")
    weak = cost.memory < LEAST.memory or cost.passes < LEAST.passes
    if weak and cost != FOR_TESTS:
        raise BadInput(
            "this cost is too low", f"use at least {LEAST.memory >> 10} MiB and {LEAST.passes} passes"
        )


def is_open(directory: Path) -> bool:
    """Whether the keys there need no passphrase. Errors: BadInput (no keys), Broken."""
    return bool(_load(directory).open)


def unwrap(directory: Path, passphrase: str | None) -> Keys:
    """The keys. Errors: BadInput (no keys there, wrong passphrase), Broken (both files damaged)."""
    stored = _load(directory)
    if not stored.open and passphrase is None:
        raise BadInput("this casebook needs its passphrase", "set TESTIGO_PASSPHRASE_FILE or type it")
    try:
        payload = AESGCM(_wrapping_key(stored, passphrase)).decrypt(
            stored.nonce, stored.wrapped, stored.bound()
        )
    except InvalidTag as error:
        if stored.open:
            raise Broken(
                "the keys of this casebook are damaged", "restore its folder `keys` from a backup"
            ) from error
        raise BadInput(
            "the passphrase does not open this casebook", "try again; mind the keyboard layout"
        ) from error
    return _keys(payload)


def damages(directory: Path) -> tuple[tuple[str, str], ...]:
    """Which of the two files are damaged: name and why."""
    found: list[tuple[str, str]] = []
    good: dict[str, bytes] = {}
    for name in FILES:
        try:
            good[name] = _parse((directory / name).read_bytes()).file()
        except FileNotFoundError:
            found.append((name, "the file is missing"))
        except OSError as error:
            found.append((name, f"the file cannot be read: {error.strerror}"))
        except ValueError:
            found.append((name, "its bytes are not those that were written"))
    if len(set(good.values())) > 1:
        found.append(("2", "it holds other keys than the file 1"))
    return tuple(found)


def _load(directory: Path) -> _Wrapped:
    missing = 0
    for name in FILES:
        try:
            return _parse((directory / name).read_bytes())
        except FileNotFoundError:
            missing += 1
        except (OSError, ValueError):
            continue
    if missing == len(FILES):
        raise BadInput(f"there is no casebook at {directory.parent}", "make one with `testigo new`")
    raise Broken("the keys of this casebook are damaged", "restore its folder `keys` from a backup")


def _parse(content: bytes) -> _Wrapped:
    """What a file says, if it is byte for byte as it was written. Errors: ValueError."""
    head, _, rest = content.decode("ascii").partition("\n")
    line, _, _ = rest.partition("\n")
    values = json.loads(line)
    if f"{head}\n" != _HEAD or not isinstance(values, dict) or tuple(values) != _FIELDS:
        raise ValueError("not a file of keys")
    cost = values["cost"]
    texts = [values[name] for name in _FIELDS[1:]]
    if not (isinstance(cost, list) and len(cost) == 3 and all(type(n) is int for n in cost)):
        raise ValueError("not a file of keys")
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("not a file of keys")
    stored = _Wrapped(Cost(*cost), *(bytes.fromhex(text) for text in texts))
    most = (
        stored.cost.memory <= _MOST_KIB
        and stored.cost.passes <= _MOST_PASSES
        and stored.cost.lanes <= _MOST_LANES
    )
    if not most or not hmac.compare_digest(stored.file(), content):
        raise ValueError("not a file of keys")
    return stored


def _wrapping_key(stored: _Wrapped, passphrase: str | None) -> bytes:
    if stored.open:
        return stored.open
    secret = unicodedata.normalize("NFC", passphrase or "").encode("utf-8", "surrogatepass")
    cost = stored.cost
    return hash_secret_raw(secret, stored.salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)


def _keys(payload: bytes) -> Keys:
    database, seal, name, sign, head = (payload[i : i + 32] for i in range(0, 160, 32))
    return Keys(seal, name, Ed25519PrivateKey.from_private_bytes(sign), database, head)
