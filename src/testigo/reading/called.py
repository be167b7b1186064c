"""What somebody calls a person or thing: where the name ends that stands between, and what is only called so.

Rules:
- The name set off behind whom somebody calls something is passed over ("called its witness, Jack Dorn, | a liar").
- "what" opens the words for something that somebody calls so ("under fire for what critics called | a cover-up").
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.view import View


def what_is_called(view: View, group: VerbGroup) -> bool:
    """Whether "what" opens the words for something that somebody calls so: "under fire for what critics called a cover-up"."""
    who = view.chunks.noun_upto.get(group.first)
    return who is not None and who[0] > 0 and view.lower(who[0] - 1) == "what" and not group.passive


def past_name(view: View, end: int, ceiling: int) -> int:
    """Past the name set off behind whom somebody calls something: "called its witness, Jack Dorrance, | a liar"."""
    name = view.chunks.noun_from.get(end + 1) if view.lower(end) == "," else None
    named = name is not None and view.tokens[name[0]].tag == "NNP" and view.lower(name[1]) == ","
    called = name is not None and named and view.lower(name[1] + 1) in ("a", "an", "“", '"')
    return name[1] + 1 if name is not None and called and name[1] + 1 < ceiling else end
