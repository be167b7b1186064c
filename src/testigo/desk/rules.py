"""What a rule of the reader says, with an example: the lists named RULES that the reader's modules keep."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

import testigo.reading


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[str, str]]:
    """Each rule's sentence and example by its id."""
    out: dict[str, tuple[str, str]] = {}
    for module in pkgutil.walk_packages(testigo.reading.__path__, "testigo.reading."):
        listed = getattr(importlib.import_module(module.name), "RULES", ())
        for rule in listed:
            if isinstance(rule, tuple) and len(rule) == 3:
                id_, sentence, example = rule
                out[str(id_)] = (str(sentence), str(example))
    return out


def explain(rule: str) -> tuple[str, str]:
    """The sentence and the example of a rule; empty texts where the reader lists none under this id."""
    if rule == "person":
        return ("a person put it so at the desk", "")
    return _rules().get(rule, ("", ""))
