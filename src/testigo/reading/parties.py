"""Several persons named together, told apart: "his wife and a son" are two, "publishers and editors" are one group.

Rules:
- A list is told apart where each of its parts is a person or thing of its own: a name, or a noun with its own article,
  number or "his", "her"; names with their ages and descriptions ("Ales Karzun, 51, and his wife Vera, a nurse").
- Plain plurals stay one group; so does what the first part only rounds off: "the government and its agents", "his mother
  and other relatives", "a husband and wife"; and those without a name of their own: "a nurse and her children".
- "Including four teachers" belongs to the phrase before it; whom it names is one more each (slots).
- A comma before "a", "an" or an age opens a description of the one before, not a new part; where nobody has a name, it does.
- What stands between two commas behind several tells who they are: "Her parents, a miner and a cook, were".
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.arguments import onward as with_list
from testigo.reading.chunks import Chunks, is_time
from testigo.reading.classes import is_class, members
from testigo.reading.joints import joint_end
from testigo.reading.lists import wordset
from testigo.reading.phrases import short as onward
from testigo.reading.tokens import Token

_OWN = wordset("a an the his her my another")
_ROUNDING = wordset("other others their its whose")
_NAMES = frozenset({"NNP", "NNPS"})
_RELATIVE = wordset("who which that whose whom where")


def parties(chunks: Chunks, part: Range) -> tuple[Range, ...]:
    """The parts of a list as ranges of their own; the range itself where it is one party."""
    tokens = chunks.sentence.tokens
    if pair := _both(tokens, part) or _joined(chunks, part):
        return pair
    if "between" in (tokens[part[0]].lower, tokens[part[0] - 1].lower) and tokens[part[1] - 1].tag == "NNS":
        return (part,)  # "between 10 and 12 people"
    last = _closing(chunks, part)
    if last is None or led_by_plural(tokens, part) or _tells_who(chunks, part, last):
        return (part,)
    cuts = [last]
    at = last
    while (comma := _comma_before(chunks, part, at)) is not None:  # "A, B and C"
        cuts.insert(0, comma)
        at = comma
    starts = [part[0], *(_after(tokens, cut) for cut in cuts)]
    ends = [*cuts, part[1]]
    found = [_bare(tokens, (a, b)) for a, b in zip(starts, ends, strict=True)]
    if not all(_is_party(chunks, one) for one in found):
        return (part,)
    return tuple(found)


def _joined(chunks: Chunks, part: Range) -> tuple[Range, ...]:
    """The parties on both sides of "as well as" or "together with"; nothing where there are none."""
    tokens = chunks.sentence.tokens
    for at in range(part[0] + 1, part[1] - 1):
        if tokens[at].lower in _RELATIVE:
            break
        end = joint_end(tokens, at)
        if part[0] < at and 0 < end < part[1]:
            return (*parties(chunks, _bare(tokens, (part[0], at))), *parties(chunks, (end, part[1])))
    return ()


def _both(tokens: tuple[Token, ...], part: Range) -> tuple[Range, ...]:
    """The two names behind "both": "both Skora and Kryl"; nothing where there are no such names."""
    joints = [at for at in range(*part) if tokens[at].lower == "and"]
    if tokens[part[0]].lower != "both" or len(joints) != 1 or not part[0] + 1 < joints[0] < part[1] - 1:
        return ()
    at = joints[0]
    named = tokens[at - 1].tag in _NAMES and tokens[at + 1].tag in _NAMES
    return ((part[0] + 1, at), (at + 1, part[1])) if named else ()


def led_by_plural(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether one plural word stands before two names: "journalists Ana Lo and Ivo Sol"."""
    at = next((n for n in range(part[0], min(part[1], part[0] + 6)) if tokens[n].tag in _NAMES), 0)
    joint = next((n for n in range(at, part[1]) if tokens[n].lower in ("and", ",")), part[0])
    led = at > part[0] and tokens[at - 1].tag == "NNS" and tokens[at - 1].text.islower()
    return led and tokens[joint].lower == "and"


def with_bracket(chunks: Chunks, part: Range) -> Range:
    """A name with the bracket behind it, its description, and who is joined to it by "and" behind these."""
    tokens = chunks.sentence.tokens
    end = part[1]
    if end >= len(tokens) or tokens[end].text != "(" or tokens[end - 1].tag not in _NAMES:
        return part
    close = next((n for n in range(end, min(len(tokens), end + 16)) if tokens[n].text == ")"), 0)
    if not close:
        return part
    end = _described(chunks, close + 1)
    joined = next((n for n in (end, end + 1) if n < len(tokens) and tokens[n].lower == "and"), 0)
    if joined and _opens(chunks, joined + 1):
        end = _described(chunks, chunks.noun_from[joined + 1][1])
    return part[0], end


def with_included(chunks: Chunks, part: Range) -> Range:
    """A phrase with the people without names that it takes in: "six weavers, including two girls"."""
    tokens, at = chunks.sentence.tokens, part[1]
    if at + 2 >= len(tokens) or [tokens[at].text, tokens[at + 1].lower] != [",", "including"]:
        return part
    found = with_list(chunks, at + 2, len(tokens))
    if found is None or any(token.tag in _NAMES for token in tokens[found[0] : found[1]]):
        return part
    return (part[0], found[1]) if is_class(tokens, found, "person") else part


def _described(chunks: Chunks, at: int) -> int:
    """The end of ", a prominent activist" from its comma on, or the place itself."""
    tokens = chunks.sentence.tokens
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower in ("a", "an", "the"):
        found = onward(chunks, at + 1, len(tokens))
        if found is not None:
            return found[1]
    return at


def _closing(chunks: Chunks, part: Range) -> int | None:
    """The last "and" of the list, outside relative clauses and brackets, before a part of its own; None if there is none."""
    tokens = chunks.sentence.tokens
    depth = 0
    found: int | None = None
    for at in range(part[0] + 1, part[1] - 1):
        depth += (tokens[at].text == "(") - (tokens[at].text == ")")
        if tokens[at].lower in _RELATIVE and tokens[at].tag in ("WP", "WDT", "WP$", "WRB"):
            break
        if depth or tokens[at].lower != "and" or chunks.noun_of[at] >= 0:
            continue
        theirs = _is_of_theirs(tokens, part[0], chunks.noun_from.get(at + 1))
        if _opens(chunks, at + 1) and not theirs and not _belongs_inside(chunks, part[0], at):
            found = at
    return found


def _belongs_inside(chunks: Chunks, first: int, at: int) -> bool:
    """Whether "and" joins two names that a preposition governs: "ties between A and B", "the arrest of A and B"."""
    tokens = chunks.sentence.tokens
    left, right = chunks.noun_upto.get(at), chunks.noun_from.get(at + 1)
    if left is None or right is None or left[0] <= first:
        return False
    named = all(t.tag in _NAMES for base in (left, right) for t in tokens[base[0] : base[1]])
    before = tokens[left[0] - 1]
    whose = chunks.noun_from.get(first)
    thing = (
        before.lower == "of"
        and whose is not None
        and whose[1] == left[0] - 1
        and not _is_somebody(tokens, whose)
    )
    return before.lower == "between" or thing or (named and before.tag in ("IN", "TO"))


def _is_somebody(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a phrase names persons or an office, no thing of theirs: not "the passports of A and his wife"."""
    return is_class(tokens, part, "person") or is_class(tokens, part, "authority")


def _opens(chunks: Chunks, at: int) -> bool:
    """Whether a party of its own begins at a token."""
    tokens = chunks.sentence.tokens
    base = chunks.noun_from.get(at)
    if base is None or is_time(tokens, base) or _is_age(tokens, base):
        return False
    first = tokens[at]
    rounding = any(t.lower in _ROUNDING for t in tokens[base[0] : base[1]])
    if rounding and (first.tag != "CD" or tokens[base[1] - 1].lower == "others"):
        return False  # "his mother and other relatives", but "Naw Hla, and two other activists"
    named = all(t.tag in _NAMES for t in tokens[base[0] : base[1]])
    return first.lower in _OWN or first.tag == "CD" or named or first.lower in ("at", "about", "some")


def _is_age(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a lone number goes on with ages: "two boys, aged 13 and 16", "girls aged 13, 14 and 17"."""
    at = base[0]
    if base[1] - at != 1 or at < 3 or not (tokens[at].text.isdigit() and tokens[at - 2].text.isdigit()):
        return False
    while at > 1 and tokens[at - 2].text.isdigit() and tokens[at - 1].lower in ("and", ","):
        at -= 2
    return tokens[at - 1].lower in ("aged", "ages")


def _is_of_theirs(tokens: tuple[Token, ...], first: int, base: Range | None) -> bool:
    """Whether somebody is named only as being with the one before: the "her children" of "a nurse and her children"."""
    if base is None or tokens[base[0]].lower not in ("his", "her") or tokens[first].tag == "PRP$":
        return False
    if not is_class(tokens, base, "person"):
        return False
    nameless = all(t.tag not in _NAMES for t in tokens[base[0] : base[1]])
    behind = tokens[base[1]].lower if base[1] + 1 < len(tokens) else ""
    return nameless and behind not in (",", "(")


def _tells_who(chunks: Chunks, part: Range, joint: int) -> bool:
    """Whether "a … and …" behind a comma tells who the one before it is: "Ana Lo, a nurse and a mother of two".

    A name takes two that begin with "a". Between commas so do several, "Her parents, a miner and his wife, | were", and
    one of whom the verb says "was"; a name of which it says "were" stands beside two others.
    """
    tokens = chunks.sentence.tokens
    comma = next((n for n in range(joint - 1, part[0], -1) if tokens[n].text == ","), joint)
    if comma + 1 >= joint or tokens[comma + 1].lower not in ("a", "an"):
        return False
    base = chunks.noun_from.get(part[0])
    several = base is not None and base[1] <= comma and tokens[base[1] - 1].tag == "NNS"
    closed = part[1] + 1 < len(tokens) and tokens[part[1]].text == ","
    verb = tokens[part[1] + 1].lower if closed else ""
    if closed and (several or verb in ("was", "is", "has")):
        return True
    alike = tokens[part[0]].tag in _NAMES and tokens[joint + 1].lower in ("a", "an")
    return alike and verb not in ("were", "are", "have")


def _comma_before(chunks: Chunks, part: Range, end: int) -> int | None:
    """The comma before the party that stands before `end`, in a list of names or counted parties."""
    tokens = chunks.sentence.tokens
    for at in range(end - 1, part[0], -1):
        if tokens[at].lower in _RELATIVE:
            return None
        if tokens[at].text == "," and at + 1 < end and _opens(chunks, at + 1):
            lead = tokens[at + 1]
            if lead.tag == "CD" and (at + 2 == end or tokens[at + 2].text == ","):
                return None  # an age
            return at if _adds_one(chunks, part, at, end) else None
    return None


def _adds_one(chunks: Chunks, part: Range, comma: int, end: int) -> bool:
    """Whether "a" or "the" behind a comma opens one more of a list, and no description of the one before.

    It does where nobody is called by a name: "the mayor, | a priest and two nuns". A list that a comma closes may
    describe; there all must begin with "a": "a teacher, | a nurse and a monk, were".
    """
    tokens, lead = chunks.sentence.tokens, chunks.noun_from[comma + 1]
    named = any(token.tag in _NAMES for token in tokens[lead[0] : lead[1]])
    if tokens[lead[0]].lower not in ("a", "an") and (named or tokens[lead[0]].lower != "the"):
        return True
    first, joint = chunks.noun_from.get(part[0]), _after(tokens, end)
    behind = chunks.noun_from.get(joint)
    if first is None or first[1] > comma or tokens[part[0]].tag not in ("DT", "PRP$", "CD"):
        return False
    if any(token.tag in _NAMES for base in (first, lead, behind or first) for token in tokens[slice(*base)]):
        return False
    closed = part[1] < len(tokens) and tokens[part[1]].text == ","
    return not closed or all(tokens[at].lower in ("a", "an") for at in (part[0], lead[0], joint))


def _after(tokens: tuple[Token, ...], at: int) -> int:
    return at + 2 if tokens[at].text == "," and tokens[at + 1].lower == "and" else at + 1


def _bare(tokens: tuple[Token, ...], part: Range) -> Range:
    """Without the comma at its end."""
    last = part[1]
    while last > part[0] + 1 and tokens[last - 1].lower in (",", "and"):
        last -= 1
    return part[0], last


def _is_party(chunks: Chunks, part: Range) -> bool:
    """Whether a part stands by itself."""
    tokens = chunks.sentence.tokens
    first = tokens[part[0]]
    if first.lower in _OWN or first.tag in ("CD", "PRP$", "POS") or first.lower in ("at", "about", "some"):
        return True
    base = chunks.noun_from.get(part[0], part)
    return any(t.tag in _NAMES for t in tokens[base[0] : base[1]])


def tells_state(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a lone noun only tells the state that people are in ("activists in exile"), or a punishment ("internal exile")."""
    if tokens[base[1] - 1].lower == "exile" and tokens[base[0]].lower in ("internal", "exile", "forced"):
        return base[0] > 0 and tokens[base[0] - 1].lower in ("of", "in", "into", "to", "and", "or", ",")
    alone = base[1] - base[0] == 1 and tokens[base[0]].tag == "NN" and base[0] > 0
    return alone and tokens[base[0] - 1].lower in ("in", "into") and tokens[base[0]].text.islower()


def names_body(lemma: str, text: str) -> bool:
    """Whether a phrase names a party, a union or an outlet, which is no "he": "the opposition Unity Front"."""
    words = text.lower().split()[:6]
    if lemma in _LAWS:
        return True  # "the Criminal Code"
    body = lemma in members("org") or lemma in _HOUSES or not _BODIES.isdisjoint(words)
    if "," in text or not body:
        return False
    return members("person").isdisjoint(words)


_HOUSES = wordset("centre center network watch institute observatory")
_LAWS = wordset("code act law constitution covenant convention")
_BODIES = wordset(
    "website outlet newspaper channel broadcaster magazine portal party front union league movement association"
    " forum network committee council court ministry bureau archive foundation institute commission"
)


def past_age(tokens: tuple[Token, ...], at: int) -> int:
    """Past the age behind a name: "Misgina Tal, 78, and Habte Orr"."""
    aged = at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text.isdigit()
    closes = aged and (at + 2 >= len(tokens) or tokens[at + 2].tag in (",", ".", "CC", ":"))
    return at + 2 if closes and len(tokens[at + 1].text) < 3 else at
