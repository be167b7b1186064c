"""Times that only a claim needs: months counted in a year, and days that name what happened on them.

Rules:
- "The first six months of the year" are January to June; "the last two months of 2020" November and December.
- A date that only names something that happened long before ("the 1959 uprising") is nothing to count from.
- A day before something that happens is its day: "at the March 25 protests"; before a paper it names the paper.
"""

from __future__ import annotations

from testigo import dates
from testigo.dates import Edtf
from testigo.reading.lists import wordset
from testigo.reading.time_finding import Found
from testigo.reading.time_values import When
from testigo.reading.time_words import Line

_HAPPENINGS = wordset(
    "protest protests rally rallies march marches demonstration demonstrations raid raids attack attacks clashes clash uprising coup"
    " strike strikes riot riots unrest vigil gathering gatherings meeting hearing session events massacre shooting crackdown sweep"
)
_PAPERS = wordset(
    "report reports paper survey letter statement article study interview decree law order directive census edition issue memo"
    " resolution publication announcement amendment amendments constitution"
)
_AT = wordset("at during in from following amid after on")


def months_of_year(line: Line, item: Found, other: Found | None) -> tuple[When, When, int] | None:
    """The first and last month that "the first six months of the year" names, and where it ends; None for anything else."""
    words, count = line.words[item.first : item.last], item.when.count
    months = item.when.unit == "M" and item.when.kind in ("duration", "span")
    if item.when.unit == "Q" and item.when.kind == "relative" and "last" in words:
        months, count = True, 3.0  # "the last quarter of the year"
    if not months or count is None or not 1 < count < 12 or count != int(count):
        return None
    following = [line.words[n] for n in range(item.last, min(len(line.words), item.last + 3))]
    year, end = "", item.last + 3 if following == ["of", "the", "year"] else 0
    if not end and other is not None and following[:1] == ["of"] and other.first == item.last + 1:
        year = other.when.year if other.when.kind == "absolute" and not other.when.month else ""
        end = other.last if year else 0
    opens = "first" in words
    if not end or not (opens or "last" in words or "final" in words):
        return None
    first, last = (1, int(count)) if opens else (13 - int(count), 12)
    if year:
        return When("absolute", year=year, month=first), When("absolute", year=year, month=last), end
    return When("month_day", month=first), When("month_day", month=last), end


def is_at_happening(line: Line, item: Found) -> bool:
    """Whether a day tells when something happened at which people were: "at the March 25 protests", "during Sunday marches"."""
    if item.last >= len(line.words) or line.words[item.last] not in _HAPPENINGS:
        return False
    at = item.first - 1
    if at >= 0 and line.words[at] in ("the", "a", "those", "these"):
        at -= 1
    return at >= 0 and line.words[at] in _AT


def is_background(line: Line, item: Found, edtf: Edtf | None, before: Edtf | None) -> bool:
    """Whether a date only names something of long before what was told: "jailed for the July 2021 protests | a week later"."""
    if edtf is None or before is None or "X" in str(edtf) + str(before) or not dates.before(edtf, before):
        return False
    if item.when.kind not in ("month_day", "absolute"):
        return False
    opener = line.words[item.first - 1] if item.first else ""
    after = line.tags[item.last] if item.last < len(line.tags) else ""
    named = opener in _NAMING and after in ("NN", "NNS", "JJ", "NNP")
    of = opener == "of" and item.first > 1 and line.words[item.first - 2] in _HAPPENINGS
    if not named and not of:
        return False
    new, old = dates.last_day(edtf), dates.first_day(before)
    return (
        new is not None
        and old is not None
        and (old - new).days > (_LONG if of or is_at_happening(line, item) else 0)
    )


def tells_then(line: Line, item: Found) -> bool:
    """Whether a date is only the day of telling: "the trader told the paper | last Thursday", from which nothing is counted."""
    for at in range(item.first - 1, max(-1, item.first - _REACH), -1):
        if line.tags[at] in ("VBD", "VBZ"):
            return line.words[at] in _TELLS
        if line.tags[at] not in _BETWEEN:
            return False
    return False


_REACH = 8  # words from a verb of telling to its day: to whom it was told
_TELLS = wordset("said says told added adds explained recalled recounted wrote complained")
_BETWEEN = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "IN", "PRP", "JJ", "RB", "TO"})
_NAMING = wordset("the a an this that its their his her")
_LONG = 300  # days


def names_a_paper(line: Line, item: Found) -> bool:
    """Whether a month or year only names a paper: "a September report", "the 2016 white paper"."""
    if not item.first or line.words[item.first - 1] not in ("a", "an", "the", "its", "their", "his", "her"):
        return False
    if item.when.kind not in ("month_day", "absolute"):
        return False
    for at in range(item.last, min(len(line.words), item.last + 5)):
        if line.words[at] in _PAPERS:
            return True
        if not line.tags[at].startswith(("NN", "JJ")):
            return False
    return False


def before_happening(line: Line, first: int) -> int:
    """Where a time behind "since" starts that tells when something happened: "since | the military coup of February 1, 2021"."""
    if first < 4 or line.words[first - 1] != "of" or line.tags[first - 2] not in _NOUNS:
        return first
    at = first - 2
    while at > first - 6 and at > 0 and line.tags[at] in _PHRASE:
        at -= 1
    return at + 1 if line.words[at] == "since" and line.tags[at + 1] == "DT" else first


_NOUNS = frozenset({"NN", "NNS", "NNP"})
_PHRASE = _NOUNS | {"DT", "JJ", "VBN"}


def times_in_each(line: Line, first: int) -> int:
    """Where the words start that tell how often in each: "two to three times a week", "twice a day"; else the place itself."""
    if not first or line.words[first - 1] not in _OFTEN:
        return first
    at = first - 1
    while at and (
        line.tags[at - 1] in ("CD", "JJS", "RBR", "JJR") or line.words[at - 1] in ("to", "or", "at", "than")
    ):
        at -= 1
    return at


_OFTEN = frozenset({"once", "twice", "times", "thrice"})
