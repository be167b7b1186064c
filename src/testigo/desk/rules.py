"""What a rule of the reader says, with an example, for the page of a claim."""

from __future__ import annotations


def explain(rule: str) -> tuple[str, str]:
    """The sentence and the example of what a value names as its rule; empty texts where the reader knows none of that id."""
    from testigo.reading import rules

    if rule == "person":
        return ("a person put it so at the desk", "")
    found = rules.explain(rule)
    return (" ".join(one.sentence for one in found), found[0].example if found else "")
