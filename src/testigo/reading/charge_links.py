"""Charges that stand apart from the verb, or are told by examples: "on charges such as theft", "in relation to the strike".

Rules:
- What "such as" or "including" gives as examples of charges are the charges; the words for them all are not.
- "In relation to", "in connection with", "linked to", "based on charges of" lead to one.
- "Following their participation in a vigil" tells what somebody did: a possessive and a noun for a deed.
- "Those absent from work", "anyone with an unpaid bill" and "a driver without a permit" are told by what they are held for.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.charge_lists import charge_list
from testigo.reading.chunks import Chunks
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short
from testigo.reading.tokens import Token

GROUNDS = wordset(
    "charge charges count counts suspicion suspicions grounds accusation accusations allegation allegations pretext"
)
_NAMED = wordset("charges charge accusations accusation allegations counts count")
_CONNECTED = wordset("relation connection connexion")
_STEMMING = wordset("stem arise")
_LINKED = wordset("related linked connected tied")
_DEEDS = wordset(
    "participation involvement role part criticism refusal support membership attendance protest protests remarks comments comment"
    " post posts article articles reporting activism speech coverage work interview interviews attempt attempts failure"
    " advocacy statements statement publication appearance"
)
_DOINGS = wordset(
    "activity activities conduct behavior behaviour views beliefs opinions contacts ties links affiliation identity"
)
_CLASS = wordset("those anyone anybody everyone whoever people persons individuals")
_RIGHTS = wordset(
    "exercise distribute carry possess sell hold share watch listen violate use practice practise spread"
)


def examples(chunks: Chunks, end: int) -> list[Range]:
    """The charges named as examples behind the word for them, which ends at `end`: "charges, such as insulting officials"."""
    tokens = chunks.sentence.tokens
    at = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    words = [token.lower for token in tokens[at : at + 2]]
    if words in _EXAMPLES:
        return charge_list(chunks, _first(chunks, at + 2))
    first = at + 1 + (words[1:] == ["for"])  # "on charges, including for “fraud”"
    return charge_list(chunks, _first(chunks, first)) if words[:1] == ["including"] else []


_EXAMPLES = (["such", "as"], ["that", "included"], ["that", "include"], ["which", "included"])


def _first(chunks: Chunks, at: int) -> Range:
    """The row of charges from a token on, up to a stop or to what goes on behind it: ", and subsequently took them"."""
    tokens = chunks.sentence.tokens
    end = at
    while end < len(tokens) and tokens[end].tag not in (".", ":"):
        if tokens[end].text == "," and end + 2 < len(tokens) and tokens[end + 1].lower in _BESIDE:
            break  # "including theft, in a trial of one day"
        group = chunks.verb_at(end)
        if group is not None and group.finite:
            joins = (n for n in range(end - 1, at, -1) if tokens[n].text == "," or tokens[n].lower == "and")
            return at, max(at + 1, next(joins, end) - (tokens[next(joins, end) - 1].text == ","))
        end += 1
    return at, max(end, at + 1)


_BESIDE = wordset("in during after before at following despite on while by under where when as")


def concerned(chunks: Chunks, end: int) -> Range | None:
    """What offences have to do with, behind their word: "crimes (un)related to their work"."""
    tokens = chunks.sentence.tokens
    if (
        end + 2 >= len(tokens)
        or tokens[end].lower not in _CONCERNED
        or tokens[end + 1].lower not in ("to", "with")
    ):
        return None
    at = end + 2
    quoted = tokens[at].tag == "``" or tokens[at].text == '"'
    found = onward(chunks, at + quoted, len(tokens))
    if found is None and quoted:
        close = next((n for n in range(at + 1, min(len(tokens), at + 6)) if tokens[n].text in ('"', "”")), 0)
        found = onward(chunks, close + 1, len(tokens)) if close and close + 1 < len(tokens) else None
    return (at, found[1]) if found is not None else _first(chunks, at)


_CONCERNED = _LINKED | wordset("unrelated unconnected pertaining relating")


def linked(chunks: Chunks, first: int, stop: int) -> list[Range]:
    """What people are held in relation to, between two tokens: "arrested in relation to the strike", "linked to a plot"."""
    tokens = chunks.sentence.tokens
    for at in range(first, min(stop, len(tokens) - 2)):
        if tokens[at].lower == "based" and tokens[at + 1].lower == "on":
            base = chunks.noun_from.get(at + 2)
            if base is not None and tokens[base[1] - 1].lower in GROUNDS:
                return examples(chunks, base[1]) or [base]
            if base is not None and tokens[base[1] - 1].lower in _DEEDS | _DOINGS:
                return [onward(chunks, at + 2, len(tokens)) or base]
        if tokens[at].tag == "VBD" and tokens[at].lower == "were" and tokens[at + 1].lower == "for":
            told = short(chunks, at + 2, len(tokens))  # "the other charges were for fraud"
            return charge_list(chunks, told or (at + 2, at + 3))
        if tokens[at].lemma in _STEMMING and tokens[at + 1].lower == "from":
            base = onward(chunks, at + 2, len(tokens))
            return [base] if base is not None else []
        related = tokens[at].lower in _LINKED and tokens[at].tag in ("VBN", "JJ", "VBD")
        led = tokens[at].lower == "in" and tokens[at + 1].lower in _CONNECTED
        link = at + 1 if related else at + 2 if led else 0
        if not link or link + 1 >= len(tokens) or tokens[link].lower not in ("to", "with", "for"):
            continue
        found = onward(chunks, link + 1, len(tokens))
        if found is not None and not is_class(tokens, found, "person"):
            return [found]
    return []


def past_link(tokens: tuple[Token, ...], stop: int) -> int:
    """Past "were linked" where a noun is the subject of it: "their arrests were linked to a dam"."""
    were = (
        tokens[stop].lower == "were" and tokens[stop + 1].lower == "for" if stop + 1 < len(tokens) else False
    )
    if were or tokens[stop].lemma in _STEMMING:
        return stop + 1  # "the charges stemmed from a story"
    be = stop + 1 < len(tokens) and tokens[stop].lower in ("was", "were", "is", "are")
    return stop + 2 if be and tokens[stop + 1].lower in _LINKED else stop


def suspected(chunks: Chunks, phrase: Range) -> list[Range]:
    """What somebody is a suspect in: "held him as a suspect in the May bombing"."""
    tokens = chunks.sentence.tokens
    at = next(
        (n for n in range(phrase[0], min(len(tokens) - 1, phrase[1] + 1)) if tokens[n].lower in SUSPECTS), 0
    )
    if not at or at + 2 >= len(tokens) or tokens[at + 1].lower not in ("in", "of"):
        return []
    return [p for p in (short(chunks, at + 2, len(tokens)),) if p is not None]


SUSPECTS = wordset("suspect suspects accomplice accomplices")


def after_deed(chunks: Chunks, first: int, stop: int) -> list[Range]:
    """A deed named by a noun behind "following" or "after": "detained following their participation in a vigil"."""
    tokens = chunks.sentence.tokens
    for at in range(first, min(stop, len(tokens) - 2)):
        if tokens[at].lower not in ("following", "after") or tokens[at + 1].tag != "PRP$":
            continue
        base = chunks.noun_from.get(at + 1)
        if base is not None and tokens[base[1] - 1].lower in _DEEDS:
            return [onward(chunks, at + 1, len(tokens)) or base]
    return []


def told_by_state(tokens: tuple[Token, ...], part: Range) -> list[Range]:
    """What people lack or have that tells what they are held for: "those absent from work", "a man without a permit"."""
    first, several = tokens[part[0]].lower, part[1] - part[0]
    for at in range(part[0] + 1, part[1] - 1):
        lower = tokens[at].lower
        if lower in ("who", "which", "that", "of", ","):
            return []
        if lower == "without" or (
            first in _CLASS
            and lower in ("with", "absent", "missing", "unable")
            and tokens[at + 1].tag != "PRP$"
        ):
            return [(at, part[1])]
        if first in _CLASS and tokens[at].tag == "VBG" and tokens[at].lemma in _RIGHTS and several > 2:
            return [(at, part[1])]
    return []


def told_apart(tokens: tuple[Token, ...], items: list[Range]) -> list[Range]:
    """Charges without what "which" tells of them, and a deed behind the offence: "a security offence for his posts" are two."""
    found: list[Range] = []
    for first, last in items:
        which = next((n for n in range(first + 1, last) if tokens[n].lower == "which"), 0)
        deed = next(
            (
                n
                for n in range(first + 1, last - 1)
                if tokens[n].lower == "for"
                and (tokens[n + 1].tag == "PRP$" or tokens[n + 1].lower in ("alleged", "allegedly"))
            ),
            0,
        )
        before = tokens[deed - 1]
        if deed and (
            before.tag == "''"
            or before.lower in _OFFENCES
            or before.lower in _LAWS
            or before.text[1:].isupper()
        ):
            found += [(first, deed), (deed + 1, last)]
        else:
            found.append((first, which or last))
        if which:
            break
    return found


_OFFENCES = wordset(
    "offense offenses offence offences crime crimes charges sedition treason extremism terrorism hooliganism"
)


_LAWS = wordset("act acts law laws code decree ordinance article section legislation statute")


def of_charges(tokens: tuple[Token, ...], chunks: Chunks, at: int) -> list[Range]:
    """What the word for charges itself goes on to: "charges of defamation and illegal protest"."""
    if at + 2 < len(tokens) and tokens[at].lower in _NAMED and tokens[at + 1].lower in ("of", "including"):
        found = short(chunks, at + 2, len(tokens))
        if found is not None and not is_class(tokens, found, "person"):
            return told_apart(tokens, charge_list(chunks, found))
    return examples(chunks, at + 1) if at < len(tokens) and tokens[at].lower in _NAMED else []


def ground(tokens: tuple[Token, ...], phrase: Range) -> list[Range]:
    """What follows "on charges of"; the whole phrase where nothing does ("on unknown charges")."""
    for at in range(*phrase):
        if tokens[at].lower == "of" and tokens[at - 1].lower in GROUNDS and at + 1 < phrase[1]:
            return [(at + 1, phrase[1])]
    for at in range(phrase[0] + 1, min(len(tokens) - 1, phrase[1] + 2)):
        before = tokens[at - 1].lower
        if tokens[at].lower == "including" and (before == "," or before in GROUNDS):
            first = at + 1 + (tokens[at + 1].lower == "for")  # "on charges, including for “fraud”"
            return [(first, max(first + 1, phrase[1]))]
    bare = phrase[1] - phrase[0] == 1 + (tokens[phrase[0]].tag == "DT")
    if bare and tokens[phrase[1]].lower in ("of", "that"):
        return []  # "on suspicion of taking bribes": the deed is a clause of its own
    return [phrase]


def once_more(chunks: Chunks, row: list[Range]) -> list[Range]:
    """The deed told behind an offence in quotation marks: "for provoking “strife” for her article about the queen"."""
    tokens, at = chunks.sentence.tokens, row[-1][1] if row else 0
    if not at or at + 2 >= len(tokens):
        return []
    at += tokens[at].tag == "''"
    if tokens[at - 1].tag != "''" or tokens[at].lower != "for" or tokens[at + 1].tag != "PRP$":
        return []
    end = next((n for n in range(at + 2, len(tokens)) if tokens[n].tag in (",", ".", ":", "VBD")), at + 2)
    return [(at + 1, end)]


def is_no_link(tokens: tuple[Token, ...], prep: str, before: int) -> bool:
    """Whether "for" or "over" belongs to the word before it: "banned except for cooks", "told to hand over grain"."""
    word = tokens[max(0, before)]
    return word.lower in ("except", "save") or (prep == "over" and word.lemma in _HANDING)


_HANDING = wordset("hand turn give sign")
