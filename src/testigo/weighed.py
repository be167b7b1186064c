"""What weighing derives: which report has its words from which, and how many independent origins stand behind a thing.

Rules:
- An interval of origins says at least how many and at most how many: two anonymous sources of one outlet may be one.
- Two axes are kept apart: how reliable the path is (people judge), how credible the claim is (computed).
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.reason import Reason


@dataclass(frozen=True, slots=True)
class Weight:
    """What stands behind one thing. subject: "event KEY", "claim ID" or "order KEY".

    articles: reports that tell it; outlets: publishers; least, most: independent origins. credibility: 1 to 6 of the
    Admiralty scale, computed; `against`: claims that contradict it. origins: keys of the origins behind it.
    """

    subject: str
    articles: int
    outlets: int
    least: int
    most: int
    credibility: int
    reasons: tuple[Reason, ...] = ()
    against: tuple[int, ...] = ()
    origins: tuple[str, ...] = ()
