"""What kind of thing a noun phrase names: a person, an authority, a place of detention, money, an order.

Rules:
- The head noun decides, by en/classes.txt; a noun may belong to several classes.
- Personal pronouns (but "it"), "who", and a bare count ("32", "the seven") name persons.
- A capitalised name that no list knows counts as a person where nothing speaks against it.
"""

from __future__ import annotations

from functools import cache

from testigo.data import files
from testigo.reading.chunks import head_of
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_PRONOUNS = wordset(
    "he she they him her them i we us me you who whom himself herself themselves themself these those"
    " whoever one ones both everybody everyone anyone anybody nobody someone somebody"
)
_PARTS = wordset(
    "half third quarter part most all many several some number dozen hundred thousand lot amount quantity ton kilogram kilo"
    " gram bag sack box piece bottle liter share portion percent majority copy stack pile handful pair rest type kind"
    " ten tens dozens hundreds thousands scores score"
)
_UNITS = wordset(
    "percent % won yuan kilometer kilometers kilogram kilograms meter meters year years month months day days hour hours"
)


def members(name: str) -> frozenset[str]:
    """The words of one class. A constant table."""
    words = _MEMBERS.get(name)
    if words is None:
        words = _MEMBERS[name] = _classes().get(name, frozenset())
    return words


_MEMBERS: dict[str, frozenset[str]] = {}


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in files("testigo.reading.en").joinpath("classes.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            found.setdefault(name, set()).update(words.split())
    return {name: frozenset(words) for name, words in found.items()}


def known(word: Token) -> bool:
    """Whether any class names a word."""
    return any(word.lemma in words or word.lower in words for words in _classes().values())


def is_class(tokens: tuple[Token, ...], phrase: tuple[int, int], name: str) -> bool:
    """Whether the head of a phrase belongs to a class of en/classes.txt; for "person" pronouns and counts too."""
    return in_class(tokens, phrase, tokens[_head(tokens, phrase)], name)


def in_class(tokens: tuple[Token, ...], phrase: tuple[int, int], head: Token, name: str) -> bool:
    """The same where the head of the phrase is known."""
    words = members(name)
    whole = _whole(tokens, phrase, head) if head.lemma in _PARTS else None
    if whole is not None:
        return is_class(tokens, whole, name)
    if head.lemma in words or head.lower in words:
        return True
    if name == "authority":
        return (head.lemma not in members("person") and _authority_name(tokens, phrase)) or _of_an_authority(
            tokens, phrase, head
        )
    if name == "money":
        return any(t.lower in words for t in tokens[phrase[0] : phrase[1]])
    if name == "person":
        return _other_person(tokens, phrase, head)
    return False


def _whole(tokens: tuple[Token, ...], phrase: tuple[int, int], part: Token) -> tuple[int, int] | None:
    """What a part or measure is of: "half of their harvest", "two kilograms of iron"."""
    at = next((n for n in range(*phrase) if tokens[n] is part), phrase[1]) + 1
    return (at + 1, phrase[1]) if at + 1 < phrase[1] and tokens[at].lower == "of" else None


_ENDS = frozenset({"IN", "TO", ",", "WP", "WDT", "-LRB-", ":", "CC"})


def _head(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> int:
    """The head of a full noun phrase: that of its first base phrase."""
    first = phrase[0]
    if tokens[first].lower == "whoever":  # "whoever breaks the rule"
        return first
    measured = tokens[first + 1].lower if first + 2 < phrase[1] else ""
    if measured == "than" or (measured == "to" and tokens[first].lower == "up"):
        phrase = first + 2, phrase[1]  # "more than 1,000 prisoners", "up to five hours"
    end = phrase[0] + 1
    while end < phrase[1] and tokens[end].tag not in _ENDS:
        if tokens[end].tag in ("VBG", "VBN") and _is_described(tokens, end, phrase[1]):
            break
        end += 1
    if end + 1 < phrase[1] and tokens[end].tag == "CC" and _bare(tokens, phrase[0], end):
        end = _past_joined(tokens, phrase, end)
    found = head_of(tokens, (phrase[0], end))
    numbered = found > phrase[0] and tokens[found].lower in ("no.", "no", "number")
    if numbered and [t.lower for t in tokens[found + 1 : found + 2]] != ["of"]:  # "Instruction No. 14"
        return found - 1
    return found


_MATTERS = frozenset({"NN", "NNS", "NNP", "JJ"})


def _is_described(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a participle follows its noun: "a boat carrying some 130 people"."""
    noun = tokens[at - 1].tag in ("NN", "NNS", "NNP", "NNPS", "CD")
    if noun and tokens[at].tag == "VBN" and tokens[at + 1 : at + 2] and tokens[at + 1].tag == "VBG":
        return True  # "students caught watching dramas"
    if noun and at + 1 < last and tokens[at + 1].lower in ("yesterday", "today"):
        return True
    if tokens[at].tag == "VBG" and at + 1 < last and tokens[at + 1].tag in _MATTERS:
        return noun and tokens[at - 1].lower in members("person")  # "a nurse carrying letters"
    return (
        noun and at + 1 < last and tokens[at + 1].tag in ("DT", "CD", "PRP$", "PRP", "IN", "TO", "RB", "RP")
    )


def _bare(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether these words could only describe a noun to come: adjectives, or one singular noun without article."""
    first += tokens[first].lower in ("all", "both", "several", "many", "some")
    if tokens[first].lower == "at":
        first += 2  # "at least 12 independent and foreign journalists"
    while first < end - 1 and tokens[first].tag in ("CD", "RB"):
        first += 1
    if all(token.tag in ("JJ", "RB") for token in tokens[first:end]):
        return tokens[end - 1].tag == "JJ"
    return all(token.tag in ("NN", "JJ") for token in tokens[first:end]) and tokens[end - 1].tag == "NN"


def _past_joined(tokens: tuple[Token, ...], phrase: tuple[int, int], end: int) -> int:
    """The end of "prison and detention center conditions", where the noun that "and" leads to is a plural; else `end`."""
    last = end + 1
    while last < phrase[1] and tokens[last].tag in ("NN", "NNS", "JJ", "VBG", "NNP"):
        last += 1
    plural = tokens[last - 1].tag == "NNS" or tokens[last - 1].lower == "media"
    described = tokens[end - 1].tag == "JJ" and tokens[last - 1].tag in (
        "NN",
        "NNP",
    )  # "basic or emergency medical care"
    return last if (plural or described) and last - end > 2 else end


def head(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> Token:
    """The head word of a full noun phrase ("source" in "a source in the province")."""
    return tokens[_head(tokens, phrase)]


def _other_person(tokens: tuple[Token, ...], phrase: tuple[int, int], found: Token) -> bool:
    if found.lower in _PRONOUNS or (found.lower == "rest" and phrase[1] - phrase[0] == 2):
        return True  # "The rest were sent to a camp"
    named = tokens[phrase[0]] if found.tag == "CD" else found
    if named.tag == "NNP" and named.lower.rpartition("-")[2] in members("law"):
        return False  # "Decree-Law 370", "Law 23"
    if found.tag == "CD":
        return phrase[1] == len(tokens) or tokens[min(phrase[1], len(tokens) - 1)].lower not in _UNITS
    if found.tag in ("NNP", "NNPS"):
        return found.lower not in members("authority") and not found.lower.endswith("-dong")
    return (
        found.tag in ("JJ", "JJS", "JJR", "VBN") and tokens[phrase[0]].tag == "DT"
    )  # "the accused", "the elderly"


def _authority_name(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> bool:
    words = members("authority")
    end = next((n for n in range(*phrase) if tokens[n].tag in ("IN", "TO", ",", "WP", "WDT")), phrase[1])
    return any(
        t.tag in ("NNP", "NNPS") and t.lower in words for t in tokens[phrase[0] : min(end, phrase[0] + 8)]
    )


def _of_an_authority(tokens: tuple[Token, ...], phrase: tuple[int, int], head: Token) -> bool:
    """Whether somebody is told as one of an office: "members of State Security", "men of the inspection squad", "men in plain clothes"."""
    at = next((n for n in range(*phrase) if tokens[n] is head), phrase[0]) + 1
    if head.lemma in _MEN and _in_disguise(tokens, phrase, at):
        return True
    if head.lemma not in _ONES or at + 1 >= phrase[1] or tokens[at].lower != "of":
        return False
    if is_class(tokens, (at + 1, phrase[1]), "authority"):
        return True
    return any(t.lower in _ENFORCING for t in tokens[at + 1 : min(phrase[1], at + 5)])


def _in_disguise(tokens: tuple[Token, ...], phrase: tuple[int, int], at: int) -> bool:
    """Whether men are told by what those wear who come for somebody: "masked men", "two men in balaclavas"."""
    if any(t.lower in _MASKED for t in tokens[phrase[0] : at - 1]):
        return True
    behind = [t.lower for t in tokens[at : at + 4]]
    return behind[:1] in (["in"], ["with"]) and not _WORN.isdisjoint(behind)


_ONES = wordset("member group team squad column unit representative employee man woman people")
_MEN = wordset("man woman people youth")
_ENFORCING = wordset(
    "inspection patrol riot security enforcement crackdown police guard inspectors joint special"
)
_MASKED = wordset("masked hooded uniformed plainclothes plain-clothes balaclava-clad")
_WORN = wordset(
    "plain plainclothes uniform uniforms balaclava balaclavas masks camouflage civilian fatigues helmets"
)


def is_person(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> bool:
    """Whether a phrase names persons."""
    return is_class(tokens, phrase, "person")


def is_paper(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> bool:
    """Whether a phrase names an order or a law and no office."""
    papers = is_class(tokens, phrase, "order") or is_class(tokens, phrase, "law")
    return papers and not is_class(tokens, phrase, "authority")
