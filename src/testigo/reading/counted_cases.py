"""Acts that are told by their number: "documented 212 cases of beatings", "recorded 1,145 arrests".

Rules:
- The cases counted give an act its number.
- What leads into the clause that counts them tells when they were.
"""

from __future__ import annotations

from testigo.reading.chunks import Chunks
from testigo.reading.clauses import Clause
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token


def counted_lead(scene: Scene, mention: Mention, clause: Clause) -> tuple[int, int] | None:
    """What leads into a clause that counts acts: "From January to November, the group recorded 1,145 arrests"."""
    if not mention.noun or clause.subject is None or clause.first >= clause.subject[0]:
        return None
    base = next((base for base in scene.chunks.nouns if base[0] <= mention.at[0] < base[1]), None)
    counted = base is not None and scene.tokens[base[0]].tag == "CD"
    return (clause.first, clause.subject[0]) if counted or in_cases(scene, mention) else None


def in_cases(scene: Scene, mention: Mention) -> bool:
    """Whether an act is counted by its cases: "documented 212 cases of beatings" counts those of the time named."""
    base = next((base for base in scene.chunks.nouns if base[0] <= mention.at[0] < base[1]), None)
    return base is not None and cases_before(scene.tokens, scene.chunks, base[0]) is not None


def cases_before(tokens: tuple[Token, ...], chunks: Chunks, at: int) -> tuple[int, int] | None:
    """The counted cases that the phrase at a token is of: "212 cases of beatings"; None where it is of none."""
    while at > 2 and tokens[at - 1].lower in ("alleged", "suspected", "reported", "possible"):
        at -= 1
    if at < 2 or tokens[at - 1].lower != "of":
        return None
    found = chunks.noun_upto.get(at - 1)
    if found is None or tokens[found[1] - 1].lower not in ("cases", "incidents", "instances"):
        return None
    counted = any(token.tag == "CD" for token in tokens[found[0] : found[1]])
    return found if counted else None
