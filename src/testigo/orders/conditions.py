"""On what the words of a clause make its measure depend: by night, without a paper, on holidays, where it is arbitrary.

Rules:
- A paper takes the office that gives it with it: "without a warrant of the prosecutor".
- What makes a measure of authorities wrong by the words of a law is a condition too: whether it was so of an event is not for
  rules to say. That an order calls what people do illegal is none: "illegal crossings".
"""

from __future__ import annotations

import re

from testigo.confronted import Condition
from testigo.orders import cues

_ON_DAYS = re.compile(
    r"\b(?:on|during) (?:the )?(?P<what>(?:\w+ )?(?:days?|holidays?|weekends?|anniversar\w+))\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r" (?:of|from) (?:a |an |the )?[\w’']+(?: (?:prosecutor|court|judge|office|ministry|committee))?"
)
_WHERE = re.compile(r"\b(?:where|when|if|unless|in case)\b\s+(?P<what>[^.,;”]+)", re.IGNORECASE)
_WRONGFUL = re.compile(
    r"\b(?P<what>arbitrar\w+|(?:unlawful|illegal|unjustified|unwarranted|unreasonable|disproportionate)(?:ly)?"
    r"(?= (?:\w+ ){0,2}(?:arrest|det[ae]|search|seiz|surveil|interfer|deport|expel|expulsion|kill|imprison|evict|punish)))",
    re.IGNORECASE,
)


def conditions_of(words: str) -> tuple[Condition, ...]:
    """What the words of a clause make its measure depend on."""
    out = []
    night = cues.NIGHT.search(words)
    if night:
        out.append(Condition("night", night[0].strip()))
    paper = cues.WITHOUT_PAPER.search(words)
    if paper:
        of = _OF_WHOM.match(words[paper.end() :])
        told = words[paper.start() : paper.end() + (of.end() if of else 0)]
        out.append(Condition("paper", " ".join(told.split())))
    for pattern in (_ON_DAYS, _WHERE, _WRONGFUL):
        match = pattern.search(words)
        if match:
            stems = tuple(sorted(cues.stems(match["what"]) - {"day", "being", "holiday"}))
            if stems:
                out.append(Condition("other", " ".join(match[0].split()), stems))
    return tuple(out)
