"""Places that only tell who somebody is, and not where anything happened: "Ana Ruiz, head of a centre in Osh, was held".

Rules:
- What stands between commas behind a name, and says what the person does or leads, has no place of the act.
- Words that open with a preposition tell of the act: "Ana Ruiz, in Osh, said".
"""

from __future__ import annotations

import re

from testigo.claim import Filler, Span


def asides(who: tuple[Filler, ...], text: str) -> list[Span]:
    """What only tells who somebody is, behind the comma after a name: "Elwin Mendoza, an activist in Zulia State"."""
    found: list[Span] = []
    for one in who:
        kin = one.text.partition(" ")[0].lower() in (
            "his",
            "her",
            "their",
        )  # "His parents, farmers in Kesh, were"
        comma = one.text.find(", ")
        name = one.text[:comma].rpartition(" ")[2] if comma > 0 else ""
        if (name[:1].isupper() or (kin and name)) and not one.text[comma + 2].isupper():
            found.append(Span(one.span.start + comma, one.span.end))
        named = one.text.rpartition(" ")[2].lstrip("(")[:1].isupper() and " of " not in one.text
        kin = one.text.partition(" ")[0].lower() in (
            "his",
            "her",
            "their",
        )  # "His parents, farmers in Kesh, were"
        behind = _ASIDE.match(text, one.span.end) if named or kin else None
        if behind is not None:
            found.append(Span(behind.start(), behind.end() - 1))
    return found


_ASIDE = re.compile(
    r"(?:\s\([^()]{1,40}\))?,\s(?!(?:on|in|at|after|before|for|from|to|near|outside|including|according|who|while|and|or|where|during"
    r"|since|until|as|with|by|of)\b)(?:(?:the|a|an|then|former|deputy)\s)*[a-z-]+(?:\s[a-z-]+)?\s(?:of|for|at|in)\s[^,;.]{2,80},"
    r"|,\s(?:(?:the|then|former)\s)?(?:Mayor|Governor|Prefect|Bishop|Imam|Chief|President|Chair|Director|Secretary|Senator|Judge|Commander)\s(?:of|for|in)\s[^,;.]{2,80}[,.]"
)  # ", head of a centre in Osh,"
