"""Words that join one party to another as "and" does: "police as well as two clerks", "a nurse together with her son",
"not only the nurse but also her husband".

Rules:
- A sum ends a clause before "and" and people: "will be fined $740 and institutions will".
- What they join is named on both sides; "as well as" before an "-ing" form joins deeds, and is none of these.
"""

from __future__ import annotations

from testigo.reading.tokens import Token

_JOINTS = (("as", "well", "as"), ("together", "with"), ("along", "with"), ("but", "also"))


def joint_end(tokens: tuple[Token, ...], at: int) -> int:
    """Where such words end that begin at a token; 0 where none do."""
    if at < len(tokens) and tokens[at].lower in _OPENING:
        for words in _JOINTS:
            if tuple(token.lower for token in tokens[at : at + len(words)]) == words:
                return at + len(words)
    return 0


def joint_before(tokens: tuple[Token, ...], end: int) -> int:
    """Where such words begin that end before a token; 0 where none do."""
    return next((end - n for n in (2, 3) if end > n and joint_end(tokens, end - n) == end), 0)


def parts_sum(tokens: tuple[Token, ...], sum_at: int, first: int) -> bool:
    """Whether "and" before a token joins no phrase, since a sum stands before it: "fined $740 and | institutions"."""
    amount = tokens[sum_at : first - 1]
    led = sum_at > 0 and tokens[sum_at - 1].tag in ("TO", "IN", "RP", "VBN", "VBD")
    summed = any(token.tag == "$" or token.lemma in _UNITS for token in amount)
    return (
        led
        and summed
        and tokens[first].tag in ("NNS", "NN", "JJ", "NNP", "DT")
        and tokens[first].lower not in _AND_A
    )


_UNITS = frozenset(
    [
        "dollar",
        "euro",
        "peso",
        "yuan",
        "won",
        "ruble",
        "rouble",
        "dinar",
        "lira",
        "rial",
        "tugrik",
        "manat",
        "kip",
        "kyat",
        "pound",
        "lash",
    ]
)
_AND_A = frozenset(["a", "an", "one"])
_OPENING = frozenset(words[0] for words in _JOINTS)
