"""Names from outside (files, members, senders) are data: shown escaped, never used as a path."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def shown(name: str, limit: int = 200) -> str:
    """A name from outside made safe to show: control, format and unpaired characters escaped, long ones cut."""
    kept = name[:limit]
    out = "".join(c if unicodedata.category(c) not in _HIDDEN else f"\\u{ord(c):04x}" for c in kept)
    return out if len(name) <= limit else out + "…"
