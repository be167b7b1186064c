"""Keys that stay with a claim or order when another reader finds it again, so that judgements stay with them too.

Rules:
- `key`: same original, same text, same claim in every part; only the names of rules do not count.
- `place`: same original, same text, same kind and act at the same words. A claim that changed keeps its place, not
  its key: it must be judged again.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from testigo import wire
from testigo.claim import Claim
from testigo.directive import Directive


def text_key(original_sha256: str, text: str) -> str:
    """What stands for one text of one original."""
    return original_sha256 + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_key(text: str, claim: wire.Json) -> str:
    """64 hex digits. text: a `text_key`; claim: as `wire` prints it."""
    return _hash("claim", text, _said(claim))


def claim_place(text: str, claim: Claim) -> str:
    """64 hex digits. text: a `text_key`."""
    return _hash("place", text, [claim.kind, claim.act, claim.trigger.start, claim.trigger.end])


def directive_key(text: str, directive: Directive) -> str:
    """64 hex digits. text: a `text_key`."""
    return _hash("directive", text, _said(wire.to_json(directive)))


def _hash(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _said(value: Any) -> Any:
    """A JSON value without the names of rules."""
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if name != "rule"}
    if isinstance(value, list):
        return [_said(part) for part in value]
    return value
