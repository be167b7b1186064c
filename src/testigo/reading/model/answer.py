"""What a model answered, taken apart: the shape is checked here, the truth of it elsewhere.

Rules:
- An answer is untrusted text. What is no JSON, too long, too deep or of another shape gives nothing, and is counted.
- Only quotes are taken: a value, number, date or id that the model adds to a quote is passed over.
- Kind, act and status must stand in the vocabulary.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from testigo.claim import SLOTS
from testigo.vocabulary import KINDS, STATUSES, acts_of

MOST_LETTERS = 4_000_000
MOST_CLAIMS = 300
_MOST_VALUES = 12
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as a model put it: words only. sources: outermost first; slots: name and quotes of each."""

    kind: str
    act: str
    status: str
    clause: str
    trigger: str
    sources: tuple[str, ...]
    slots: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class Tally:
    """What was dropped, by reason (unit, rest of the sentence), and answers that gave nothing."""

    dropped: Counter[tuple[str, str]] = field(default_factory=Counter)

    def drop(self, unit: str, why: str, count: int = 1) -> None:
        """Count something that was not taken over. unit: "claim", "value" or "answer"."""
        self.dropped[unit, why] += count

    def notes(self) -> tuple[str, ...]:
        """One sentence for each reason, in the order of the alphabet."""
        return tuple(
            f"dropped: {count:,} {unit}{'' if count == 1 else 's'} {why}"
            for (unit, why), count in sorted(self.dropped.items())
        )


def said_in(answer: str, tally: Tally) -> tuple[Said, ...]:
    """The claims of an answer that have the shape of one."""
    items = _items(answer, tally)
    if len(items) > MOST_CLAIMS:
        tally.drop("claim", f"beyond the {MOST_CLAIMS} that one answer may give", len(items) - MOST_CLAIMS)
    found = (_said(item, tally) for item in items[:MOST_CLAIMS])
    return tuple(said for said in found if said is not None)


def _items(answer: str, tally: Tally) -> list[Any]:
    if len(answer) > MOST_LETTERS:
        tally.drop("answer", "longer than an answer may be")
        return []
    start, end = answer.find("{"), answer.rfind("}")
    try:
        value = json.loads(answer[start : end + 1]) if 0 <= start < end else None
    except (ValueError, RecursionError):
        value = None
    items = value.get("claims") if isinstance(value, dict) else None
    if not isinstance(items, list):
        tally.drop("answer", "without a readable list of claims")
        return []
    return items


def _said(item: Any, tally: Tally) -> Said | None:
    if not isinstance(item, dict):
        tally.drop("claim", "of another shape than asked for")
        return None
    kind, act, status = (_word(item.get(name)) for name in ("kind", "act", "status"))
    clause, trigger = _word(item.get("clause")), _word(item.get("trigger"))
    if not clause or not trigger:
        tally.drop("claim", "without a clause or the words for its act")
        return None
    if kind not in KINDS or act not in acts_of(kind) or status not in STATUSES:
        tally.drop("claim", "with a kind, act or status outside the vocabulary")
        return None
    slots = tuple((slot, _quotes(item.get(slot), tally)) for slot in SLOTS)
    return Said(kind, act, status, clause, trigger, _quotes(item.get("sources"), tally), slots)


def _word(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= _LONGEST else ""


def _quotes(value: Any, tally: Tally) -> tuple[str, ...]:
    """The quotes of a slot: a text, a list of texts, or of objects with a quote."""
    if value is None or value == "":
        return ()
    items = value if isinstance(value, list) else [value]
    words = [_word(item.get("quote") if isinstance(item, dict) else item) for item in items[:_MOST_VALUES]]
    wrong = len(items) - sum(1 for word in words if word.strip())
    if wrong:
        tally.drop("value", "of another shape than asked for", wrong)
    return tuple(word for word in words if word.strip())
