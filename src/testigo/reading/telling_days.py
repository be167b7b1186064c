"""When and on what network something was told, behind the verb of telling: "announced on May 3, 2021, that", "wrote on Telegram".

Rules:
- A comma that closes a day before "that" closes nothing else; so does one between a weekday and its date.
- "However" between commas is passed over; what "though" opens is another clause.
"""

from __future__ import annotations

from testigo.reading.chunks import is_time
from testigo.reading.lists import wordset
from testigo.reading.view import View

NETWORKS = wordset("twitter facebook instagram telegram tiktok youtube weibo x")


def past_comma(view: View, comma: int, top: int) -> int:
    """Past a comma with "however", or one that closes a day before "that"; 0 where something else follows."""
    if comma + 1 < top and view.lower(comma + 1) in ("however", "too", "though"):
        clause = view.lower(comma + 1) == "though" and view.lower(comma + 2) not in (",", ".", ";")
        return 0 if clause else comma + 2  # "..., though no date has been set" is another clause
    day, more = view.chunks.noun_upto.get(comma), view.chunks.noun_from.get(comma + 1)
    if day is None or not is_time(view.tokens, day):
        return 0
    if view.lower(comma + 1) == "that" and view.tokens[comma + 1].tag == "IN":
        return comma + 1  # "announced on May 3, 2021, that"
    dated = more is not None and is_time(view.tokens, more) and view.lower(more[1]) == ","
    return more[1] if more is not None and dated else 0  # "said on Monday, May 3, that"


def past_day_or_network(view: View, at: int) -> int:
    """Past the day and the network of a telling: "her mother denounced | on Facebook on Wednesday"."""
    while view.lower(at) in ("on", "in", "late", "last", "early"):
        base = view.chunks.noun_from.get(at + (view.lower(at) in ("on", "in")))
        if base is None or not (is_time(view.tokens, base) or view.lower(base[1] - 1) in NETWORKS):
            break
        at = base[1]
    return at
