"""Noun phrases that a later mention may recall as a source, each looked at only when one does."""

from __future__ import annotations

from testigo.claim import Span
from testigo.reading.chunks import head_of
from testigo.reading.frames import TELL
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward
from testigo.reading.source_kinds import kind_of
from testigo.reading.view import View

SEVERAL = wordset("those these both many several some others few most all none they we")
"""Words that name several by themselves."""


class Phrase:
    """A noun phrase that may name a source later: looked at more closely only when something recalls it.

    base: its base phrase; whole: all of it, where it is known, in token numbers.
    """

    __slots__ = ("_kind", "_span", "_whole", "base", "view")

    def __init__(self, view: View, base: tuple[int, int], whole: tuple[int, int] | None) -> None:
        self.view, self.base, self._whole = view, base, whole
        self._span: Span | None = None
        self._kind = ""

    @property
    def span(self) -> Span:
        """Where the full phrase stands."""
        if self._span is None:
            view, base = self.view, self.base
            whole = self._whole or onward(view.chunks, base[0], len(view.tokens)) or base
            self._span = view.span(whole[0], _before_told(view, base, whole[1]))
        return self._span

    @property
    def own(self) -> Span:
        """Where its base phrase stands."""
        return self.view.span(*self.base)

    @property
    def kind(self) -> str:
        """What kind of source it names."""
        self._kind = self._kind or kind_of(self.view, self.base, self._whole)
        return self._kind

    @property
    def plural(self) -> bool:
        """Whether it names several."""
        view, base = self.view, self.base
        after = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) == "and" else None
        last = self._whole[1] if self._whole is not None else after[1] if after is not None else base[1]
        joined = after is not None and after[1] <= last < len(view.tokens) and view.chunks.verb_of[last] >= 0
        head = view.tokens[head_of(view.tokens, base)]
        return joined or head.tag in ("NNS", "NNPS") or head.lower in SEVERAL


def _before_told(view: View, base: tuple[int, int], end: int) -> int:
    """Where a phrase ends that is told something: "told a friend in Tarn | that nine had died"."""
    verb = view.chunks.verb_at(base[0] - 1) if base[0] else None
    if verb is None or view.tokens[verb.main].lemma not in TELL:
        return end
    return next((n for n in range(base[1], end) if view.lower(n) == "that"), end)
