"""Whether a command was given at all.

Rules:
- Not given, not yet given, only planned, threatened or refused: it lays nothing down.
- Nor does what somebody "may" or "could" order; what that leaves to them stands in `orders_given`.
"""

from __future__ import annotations

from testigo.reading.governors import effects, governor, is_denied
from testigo.reading.lists import wordset
from testigo.reading.view import View

MAY = wordset("may can could might cannot")
_WANTING = wordset("plan threaten intend promise vow want hope consider propose wish like")


def is_given(view: View, at: int) -> bool:
    """Whether the command whose verb stands at a token was given: no "not", no leave, and no mere plan."""
    group = view.chunks.verb_at(at)
    if group is None:
        return True
    if is_denied(view, group) or group.modal in MAY:
        return False
    hung = governor(view, group) if group.modal == "to" else None
    if hung is None:
        return True
    return hung[0] not in _WANTING and effects().get(hung[0]) not in ("undone", "unable", "intended")
