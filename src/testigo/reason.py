"""A reason: one plain sentence with its particulars, so that it can be said in the language of the reader.

Rules:
- `template` is English with `{}` for each argument; the desk translates the template and fills the arguments in.
- Every template that a stage may use stands in a tuple REASONS of its module, so that a test finds it in the catalogue.
- A count stands with both forms of its noun: `{:report|reports}`; other languages write `{}` and their own noun.
- A score, a link or a verdict never travels without its reasons.
"""

from __future__ import annotations

from collections.abc import Iterable

from testigo.value import value


@value
class Reason:
    """One sentence. arguments: the words, dates and numbers that it speaks of, in the order of the `{}`.

    weight: how much it tells, in bits, for (above 0) or against (below 0); None where it tells without a measure.
    """

    template: str
    arguments: tuple[str, ...] = ()
    weight: float | None = None

    def __str__(self) -> str:
        return filled(self.template, self.arguments)


class Counted(str):
    """An argument that a template may ask for with its noun: `{:claim denies|claims deny}` gives "1 claim denies"."""

    __slots__ = ()

    def __format__(self, forms: str) -> str:
        if "|" not in forms:
            return super().__format__(forms)
        one, many = forms.split("|")
        return f"{self} {one if self == '1' else many}"


def filled(template: str, arguments: Iterable[str]) -> str:
    """A template with its arguments in place."""
    return template.format(*map(Counted, arguments))
