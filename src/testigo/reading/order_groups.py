"""Whom a clause of an order names, as groups, and the levels of supervision that it sets.

Rules:
- A list of groups is split at its commas and "and"; after "such as" only what it names counts.
- Pronouns are no groups. Levels are read from words and digits beside "level", "grade" or "tier".
"""

from __future__ import annotations

from testigo.reading.chunks import head_of, is_time
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short
from testigo.reading.view import View

Range = tuple[int, int]

_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}
_PEOPLE = wordset(
    "household family team unit section enterprise relative anyone everyone whoever person people those child boat vessel ship"
)


def people(view: View, first: int, last: int) -> tuple[Range, ...]:
    """The first people named between two tokens, as groups."""
    for base in view.chunks.nouns:
        if base[0] < first or base[1] > last or is_time(view.tokens, base):
            continue
        if view.tokens[base[0]].tag == "PRP" or not names_people(view, base):
            continue
        if view.lower(base[0] - 1) in ("without", "by"):
            continue
        if (
            view.lower(base[0] - 1) in ("of", "for")
            and base[0] - 2 >= first
            and names_people(view, (base[0] - 2, base[0] - 1))
        ):
            continue
        base = _counted(view, base, first)  # noqa: PLW2901
        phrase = short(view.chunks, base[0], last) or base
        phrase = (base[0], max(phrase[1], base[1]))
        if phrase[1] < last and (
            view.lower(phrase[1]) in ("who", "that", "and", "or", ",") or view.tokens[phrase[1]].tag == "VBN"
        ):
            phrase = onward(view.chunks, base[0], last) or phrase
        return split(view, phrase)
    return ()


def _counted(view: View, base: Range, first: int) -> Range:
    """People with the whole of their number: "five or | more people"."""
    at = base[0]
    more = view.lower(at) in ("more", "fewer", "less") and at - 2 >= first and view.lower(at - 1) == "or"
    return (at - 2, base[1]) if more and view.tokens[at - 2].tag == "CD" else base


def addressed(view: View, phrase: Range) -> bool:
    """Whether those who are told to do something are a class whom the order is about: "obliges doctors to", not "orders heads to"."""
    base = view.chunks.noun_from.get(phrase[0], phrase)
    head = view.tokens[head_of(view.tokens, base)]
    if head.tag != "NNS" or view.tokens[base[0]].tag in ("PRP$", "CD"):
        return False
    if view.lower(base[0]) in ("the", "these", "those", "its") or head.lemma in _FUNCTIONARIES:
        return False
    known = is_class(view.tokens, phrase, "person") or head.lemma in ("organization", "association", "church")
    return known and not is_class(view.tokens, phrase, "authority")


_FUNCTIONARIES = wordset(
    "head leader manager official guard officer agent secretary chief captain director foreman monitor editor trader"
)


def names_people(view: View, phrase: Range) -> bool:
    """Whether a phrase names people or a group of them that an order may concern."""
    base = view.chunks.noun_from.get(phrase[0], phrase)
    head = view.tokens[head_of(view.tokens, base)]
    if view.lower(phrase[0]) in ("no", "nobody", "none"):
        return False
    if view.lower(phrase[0]) == "those" and view.lower(phrase[0] + 1) in ("who", "whose"):
        return True
    if head.tag in ("PRP", "CD", "DT", "NNP") or head.lower in ("it", "this", "that", "there", "all"):
        return False
    return is_class(view.tokens, phrase, "person") or head.lemma in _PEOPLE


def split(view: View, phrase: Range) -> tuple[Range, ...]:
    """The parts of a list of groups: "remittance brokers and families of defectors"; what "such as" names, if it does."""
    first, last = phrase
    for at in range(first, last):
        if view.lower(at) == "such" and view.lower(at + 1) == "as":
            first = at + 2
            break
    parts: list[Range] = []
    start = first
    inside = False
    for at in range(first, last):
        word = view.lower(at)
        if word in ("who", "which", "that", "whose"):
            inside = True
        if inside and not _next_group(view, at, last):
            continue
        inside = False
        if word in (",", "and", "or") and at > start and view.chunks.noun_of[at] < 0:
            after = at + 1
            while view.lower(after) in (",", "and", "or"):
                after += 1
            if (
                after < last
                and (view.chunks.noun_of[after] >= 0)
                and view.lower(after) not in ("their", "his", "her")
                and view.tokens[after].tag != "CD"
                and view.lower(after) not in ("more", "fewer", "less")
                and not _goes_on_inside(view, start, at, after)
            ):
                parts.append((start, at))
                start = after
    parts.append((start, last))
    return tuple(_bare(view, p) for p in parts if p[1] > p[0] and view.lower(p[0]) not in (",", "and", "or"))


def first_listed(view: View, whole: Range, who: Range) -> int:
    """Where a list of people begins: "families of defectors, people who were sent back and anyone with a phone must"."""
    if view.lower(who[0] - 1) != ",":
        return who[0]
    first = who[0]
    for part in reversed(split(view, whole)):
        before = view.tokens[part[0] - 1] if part[0] else None
        hangs = before is not None and before.tag in ("IN", "TO") and before.lower != "that"
        if not names_people(view, part) or (hangs and part[0] < who[0]):
            break
        first = min(first, part[0])
    return first


def _next_group(view: View, at: int, last: int) -> bool:
    """Whether the list goes on behind a relative clause: "people who were sent back from China | and users of phones"."""
    if view.lower(at) not in (",", "and", "or") or view.chunks.noun_of[at] >= 0:
        return False
    after = next((n for n in range(at + 1, last) if view.lower(n) not in (",", "and", "or")), last)
    base = view.chunks.noun_from.get(after) if after < last else None
    before = view.chunks.noun_upto.get(at)
    met = before is not None and names_people(view, before)  # "people who met brokers and users of phones"
    return base is not None and names_people(view, base) and not met


def _goes_on_inside(view: View, start: int, at: int, after: int) -> bool:
    """Whether a list stands inside a group: "people convicted of extremism or treason"."""
    inside = any(
        view.tokens[n].tag in ("VBN", "VBG") and view.chunks.noun_of[n] < 0 for n in range(start + 1, at)
    )
    return inside and not names_people(view, (after, after + 1))


def _bare(view: View, part: Range) -> Range:
    first, last = part
    while last > first + 1 and view.lower(last - 1) in (",", "and", "or", "”", ";"):
        last -= 1
    while first < last - 1 and view.lower(first) in ("only", ",", "“"):
        first += 1
    return first, last


def matter(view: View, first: int, last: int) -> str:
    """What keeping or taking people does: "off the lists" exempts, "under supervision" retains; else ""."""
    words = [view.lower(n) for n in range(first, last)]
    lemmas = {view.tokens[n].lemma for n in range(first, last)}
    off = any(a in ("off", "from") and set(words[n + 1 : n + 5]) & _LISTS for n, a in enumerate(words))
    if off and lemmas & _TAKING:
        return "exempt"
    under = any(
        a in ("under", "on", "to")
        and view.tokens[first + n + 1].tag != "VB"  # "are to register the reason for a detention"
        and set(words[n + 1 : n + 5]) & _WATCH
        for n, a in enumerate(words[:-1])
    )
    return "retain" if under and lemmas & _HOLDING else ""


_LISTS = wordset("list lists register registers roll rolls file files watchlist watchlists blacklist")
_WATCH = wordset(
    "supervision surveillance monitoring watch control list lists observation scrutiny register watchlist restriction"
    " restrictions"
)
_TAKING = wordset("take strike remove drop delete cross keep leave erase clear")
_HOLDING = wordset("keep leave retain maintain hold remain stay continue be")


def levels(view: View, first: int, last: int) -> tuple[int, int] | None:
    """The lowest and highest level named: "at least three levels and at most five", "level one to level three"."""
    if not any(view.tokens[n].lemma in ("level", "grade", "tier", "degree") for n in range(first, last)):
        return None
    found: list[int] = []
    for at in range(first, last):
        value = _NUMBERS.get(view.lower(at)) or (
            int(view.lower(at)) if view.lower(at).isdigit() and len(view.lower(at)) < 3 else 0
        )
        near = any(
            view.tokens[n].lemma in ("level", "grade", "tier", "degree")
            for n in range(max(first, at - 3), min(last, at + 4))
        )
        if value and near:
            found.append(value)
    return (min(found), max(found)) if found else None
