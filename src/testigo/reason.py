"""A reason: one plain sentence with its particulars, so that it can be said in the language of the reader.

Rules:
- `template` is English with `{}` for each argument; the desk translates the template and fills the arguments in.
- Every template that a stage may use stands in a tuple REASONS of its module, so that a test finds it in the catalogue.
- A score, a link or a verdict never travels without its reasons.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence. arguments: the words, dates and numbers that it speaks of, in the order of the `{}`.

    weight: how much it tells, in bits, for (above 0) or against (below 0); None where it tells without a measure.
    """

    template: str
    arguments: tuple[str, ...] = ()
    weight: float | None = None

    def __str__(self) -> str:
        return self.template.format(*self.arguments)
