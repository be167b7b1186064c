"""What judgements may be about, and the key that each is kept by.

Rules:
- A key outlives readings: claims and orders go by the digest of their words and form, not by the number of their row.
- Things that stand in pairs are written `A~B`. Where order tells nothing, the smaller key stands first, always.
- A kept search (`search`) is its own key: a path of the desk with its query.
- A batch (`batch`) is known by its name, whatever its spaces; what it holds stands in its judgement.
- Sealed words (`sealed`: a name, the description of a source) are known by their letters, whatever their case and spaces.
- A part of a claim is `CLAIM.slot.number` (a mention, a source of the chain), a clause is `ORDER.number`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from testigo.casebook import tables
from testigo.errors import BadInput

_ROWS = {
    "claim": "SELECT key FROM claim WHERE id = %s",
    # A claim that a person added is the judgement `add` about its report.
    "added": "SELECT id FROM judgement WHERE id = %s AND verdict = 'add'",
    "directive": "SELECT key FROM directive WHERE id = %s",
    "report": "SELECT id FROM report WHERE id = %s",
    "original": "SELECT id FROM original WHERE id = %s",
    # A report that was given to somebody: a newer text of the same original stays with them.
    "task": "SELECT original_id FROM report WHERE id = %s",
}
_LONGEST_ADDRESS = 2000
LONGEST_SEALED = 200
# A second reading and a grade are about a claim and kept apart: they never stand in for a judgement of the claim.
_SAME_AS = {"second": "claim", "grade": "any-claim", "path": "report"}
_PAIRS: dict[str, tuple[str, str, bool]] = {
    "event-pair": (
        "any-claim",
        "any-claim",
        False,
    ),  # same, different, unsure: do two claims tell one happening?
    "person-pair": ("part", "part", False),  # same, different, unsure: do two mentions name one person?
    "origin-pair": ("part", "part", False),  # same, different, unsure: are two sources one?
    "relay": (
        "report",
        "report",
        True,
    ),  # same, different, unsure: has the left report its words from the right one?
    "order-pair": (
        "directive",
        "directive",
        False,
    ),  # same, different, unsure: do two tellings tell one order?
    "practice": ("clause", "any-claim", True),  # accept, amend: what does an event say about a clause?
}
LONGEST_BATCH = 80
KINDS = (*_ROWS, "search", "sealed", "batch", *_SAME_AS, *_PAIRS)


def key_of(kind: str, subject: str) -> str:
    """What judgements about a thing are kept by. Errors: BadInput (no such thing)."""
    key = _pair(kind, subject) if kind in _PAIRS else _single(_SAME_AS.get(kind, kind), subject)
    if key is None:
        raise BadInput(f"there is no {kind} {subject} in this casebook")
    return key


def _pair(kind: str, subject: str) -> str | None:
    left, right, ordered = _PAIRS[kind]
    first, tilde, second = subject.partition("~")
    keys = [_single(left, first), _single(right, second)] if tilde else []
    if None in keys or len(set(keys)) < 2:
        return None
    return "~".join(str(key) for key in (keys if ordered else sorted(str(key) for key in keys)))


def _single(kind: str, subject: str) -> str | None:
    made: dict[str, Callable[[str], str | None]] = {
        "any-claim": _any_claim,
        "part": _part,
        "clause": _clause,
        "search": _search,
        "sealed": _sealed,
        "batch": _batch,
    }
    if kind in made:
        return made[kind](subject)
    return _row(kind, subject) if kind in _ROWS else None


def _row(kind: str, subject: str) -> str | None:
    known = subject.isascii() and subject.isdigit() and len(subject) < 19
    row = tables.one(_ROWS[kind], (int(subject),)) if known else None
    return None if row is None else str(row[0])


def _any_claim(subject: str) -> str | None:
    """A claim of the machine's, or one that a person added (its id has a minus)."""
    if not subject.startswith("-"):
        return _row("claim", subject)
    key = _row("added", subject[1:])
    return None if key is None else f"added {key}"


def _search(subject: str) -> str | None:
    return subject if subject.startswith("/") and len(subject) <= _LONGEST_ADDRESS else None


def _sealed(subject: str) -> str | None:
    key = " ".join(unicodedata.normalize("NFC", subject).split()).casefold()
    return key if 2 <= len(key) <= LONGEST_SEALED else None


def _batch(subject: str) -> str | None:
    key = " ".join(unicodedata.normalize("NFC", subject).split())
    return key if key and len(key) <= LONGEST_BATCH and key.isprintable() else None


def _part(subject: str) -> str | None:
    claim, _, rest = subject.partition(".")
    slot, _, number = rest.partition(".")
    key = _any_claim(claim)
    return f"{key}.{slot}.{number}" if key and slot.isalpha() and number.isdigit() else None


def _clause(subject: str) -> str | None:
    order, _, number = subject.partition(".")
    key = _row("directive", order)
    return f"{key}.{number}" if key and number.isdigit() else None
