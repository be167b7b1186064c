"""What the page of sealed words may say."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Field


@dataclass(frozen=True, slots=True)
class SealedRow:
    """Words that are sealed. seen: the judgement in force; who: by whom and when."""

    words: str
    seen: str
    who: str


@dataclass(frozen=True, slots=True)
class SealedPage:
    """sealed.html: words that stand in no brief, and the form that seals more. wrong: why a form came back."""

    rows: tuple[SealedRow, ...]
    action: str
    typed: str
    by: Field
    wrong: str
    back: str
