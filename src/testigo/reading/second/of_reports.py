"""What a verb tells of the report itself, of a mandate, or of whom an office answers to: none of it is an act.

Rules:
- "This section covers events in May", "the report is based on interviews" tell of the report.
- A mandate that is extended, a mission that a resolution creates and a name that is changed are no measures.
- Who reports to an office in the present is under it: "The guards report to the ministry".
"""

from __future__ import annotations

from testigo.reading.classes import head
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.scenes import Scene

_PARTS = wordset("section report chapter paragraph annex table study publication survey briefing")
_OF_ITSELF = wordset(
    "cover describe focus examine contain consist include draw rely outline analyze analyse base follow present summarize"
    " summarise assess discuss"
)
_MADE = wordset("establish create extend renew set appoint convene")
_MANDATES = wordset("mandate mandates")
_BODIES = wordset("commission mission panel group mechanism committee rapporteur")
_COUNCIL = wordset("resolution council assembly")
_HIDDEN = wordset("change withhold alter omit")
_ABOVE = wordset(
    "office president ministry minister ministries council parliament king leader commander cabinet presidency governor"
)
_NAMES = wordset("name identity")


def of_reports(scene: Scene, clause: Clause) -> bool:
    """Whether a verb tells of a report, its mandate, or whom an office answers to."""
    lemma, tokens = clause.lemma, scene.tokens
    part = clause.undergoer
    if lemma in _OF_ITSELF:
        about = clause.subject
        return about is not None and head(tokens, about).lemma in _PARTS
    if lemma in _MADE and part is not None:
        made = head(tokens, part).lemma
        near = (token.lower for token in tokens[clause.first : clause.last])
        return made in _MANDATES or (made in _BODIES and not _COUNCIL.isdisjoint(near))
    return lemma in _HIDDEN and part is not None and head(tokens, part).lemma in _NAMES


def answers_to(scene: Scene, at: int) -> bool:
    """Whether a word tells that somebody is under an office: "Both report directly to the president"."""
    tokens = scene.tokens
    if tokens[at].lower not in ("report", "reports") or tokens[at].tag == "VB" or not at:
        return False
    if tokens[at - 1].tag in ("DT", "JJ", "PRP$", "POS", "CD"):
        return False
    at += 1
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower != "to" or tokens[at + 1].tag == "VB":
        return False
    return not _ABOVE.isdisjoint(token.lower for token in tokens[at + 1 : at + 6])
