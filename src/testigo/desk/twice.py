"""Claims that two people judged: the first one's decision, the second reading, and whether somebody settled the difference.

Rules:
- The first reading is the first person's own last decision before the second: what they decide later knows the other's.
- Two readings differ where their verdicts do, or the parts that they found wrong.
- A difference is settled by whatever is decided of the claim after the second reading, by anybody.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testigo.casebook.values import JudgedClaim
from testigo.desk.judging import FIELDS
from testigo.judgement import Judgement, standing

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

VERDICTS = ("accept", "amend", "reject")


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim that two people judged: the first one's deciding judgement, the second reading, and what stands now."""

    claim: JudgedClaim
    first: Judgement
    second: Judgement
    now: Judgement | None

    @property
    def wrong(self) -> tuple[frozenset[str], frozenset[str]]:
        """The fields that each found wrong."""
        return wrong_fields(self.first.amended), wrong_fields(self.second.amended)

    @property
    def differ(self) -> bool:
        """Whether the two say different things."""
        one, two = self.wrong
        return self.first.verdict != self.second.verdict or one != two

    @property
    def settled(self) -> bool:
        """Whether somebody, the first person too, decided again after the second reading."""
        return self.now is not None and (self.now.id or 0) > (self.second.id or 0)


def wrong_fields(amended: str | None) -> frozenset[str]:
    """The fields that a judgement changes or calls wrong. amended: of it."""
    changes = json.loads(amended) if amended else {}
    named = changes.get("wrong", changes) if isinstance(changes, dict) else {}
    return frozenset("act" if name == "kind" else name for name in named if name in (*FIELDS, "kind"))


def first_of(history: tuple[Judgement, ...], second: Judgement) -> Judgement | None:
    """The first person's own last decision before the second reading: what they decided after it knew the other's."""
    before = [j for j in history if (j.id or 0) < (second.id or 0)]
    deciding = [j for j in before if j.verdict in (*VERDICTS, "withdraw", "conflict")]
    own = [j for j in deciding if j.by == deciding[0].by] if deciding else []
    decided = standing(own)
    return decided if decided is not None and decided.verdict in VERDICTS else None


def pairs(casebook: Casebook) -> list[Pair]:
    """Every claim that was read twice, by id."""
    second = casebook.decisions("second")
    twice = casebook.judged_of(second)
    first = casebook.judgements_of("claim", (c.key for c in twice))
    made = []
    for claim in twice:
        history = first.get(claim.key, ())
        two = standing(second[claim.key])
        one = first_of(history, two) if two is not None else None
        if one is not None and two is not None:
            made.append(Pair(claim, one, two, standing(history)))
    return made


def kept_pairs(casebook: Casebook) -> list[Pair]:
    """Every claim that was read twice, by id: kept until something is judged."""
    return casebook.kept("pairs", lambda: pairs(casebook))


def unsettled(casebook: Casebook) -> int:
    """How many claims two people read differently, and nobody settled since."""
    return sum(pair.differ and not pair.settled for pair in kept_pairs(casebook))


def differs(casebook: Casebook, claim: int) -> bool:
    """Whether two people read this claim differently, settled or not."""
    return any(pair.differ and pair.claim.id == claim for pair in kept_pairs(casebook))
