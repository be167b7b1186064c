"""What a rule of the reader says, with an example: the reader's own list, asked when a claim is opened."""

from __future__ import annotations


def explain(rule: str) -> tuple[str, str]:
    """The sentence and the example of a rule; empty texts where the reader lists none under this id."""
    return ("", "")
