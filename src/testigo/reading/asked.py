"""What passes between the rules and whoever gives a second opinion on a sentence."""

from __future__ import annotations

from collections.abc import Callable

from testigo.claim import Claim, Overruled
from testigo.reading.facts import Facts
from testigo.reading.scenes import Mention, Scene
from testigo.reading.seen_clauses import Laid
from testigo.reading.tokens import Sentence
from testigo.value import value

Found = list[tuple[Mention, Claim]]
Second = Callable[[Scene, Found, "Maker"], "Opinion"]


@value
class Maker:
    """What makes the claims of a sentence: its facts, and what makes a claim of a mention as the rules do."""

    facts: Facts
    sentence: Sentence
    claim: Callable[[Mention], Claim | None]


@value
class Opinion:
    """What a second opinion leaves of a sentence: its claims, in the order of their words, and what it set aside.

    laid: its words that may carry a clause of an order.
    """

    claims: list[Claim]
    set_aside: list[Overruled]
    laid: tuple[Laid, ...] = ()


@value
class Heard:
    """What a document says: its claims, in the order of the text, and what a second opinion set aside and saw laid down."""

    claims: tuple[Claim, ...]
    set_aside: tuple[Overruled, ...]
    laid: tuple[Laid, ...]
