"""Rows of "-ing" forms that share an object, and "-ing" words that are mostly things: "for filming and sharing it"."""

from __future__ import annotations

from testigo.reading.lists import wordset


def opens_row(lowers: list[str], tags: list[str], at: int) -> bool:
    """Whether "-ing" forms with an object go on behind one taken for a noun: "for filming and sharing it"."""
    last = at
    while last + 2 < len(tags) and (tags[last + 1] in ("CC", ",")):
        following = last + 2 + (tags[last + 2] == "CC")
        if following >= len(tags) or not lowers[following].endswith("ing") or lowers[following] in THINGS:
            break
        last = following
    ends = tags[last + 1 : last + 2]
    return last > at and tags[last] == "VBG" and bool(ends) and ends[0] in _DONE_TO


_DONE_TO = frozenset({"NN", "NNS", "NNP", "DT", "PRP$", "PRP", "JJ", "CD", "RP"})
THINGS = wordset(
    "building meeting training housing funding planning parking banking shipping mining farming fishing clothing heating"
    " hearing beating shooting bombing trafficking smuggling kidnapping killing looting writing reporting advertising wedding"
)
