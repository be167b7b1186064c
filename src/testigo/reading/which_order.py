"""Which order a mention belongs to: one that was told before, or one of its own.

Rules:
- Orders, laws, leaflets and rumors are different things; so are laws of different names or years, decrees of different numbers.
- Who gives a command gives one of its own, unless it was told of nobody else before, or passes on what it was told.
- What one officer says to somebody ("A policeman told them to go home") is not the rule that is told behind it.
- What one person alone is required to do is no part of what somebody orders others behind it.
- "Another order", "a separate notice" is one more, and goes on by that word.
- Otherwise a mention belongs to the order told last. A command far behind an order's clauses is another's.
"""

from __future__ import annotations

import re

from testigo.claim import Span
from testigo.reading.chunks import head_of
from testigo.reading.classes import is_person
from testigo.reading.cues import Told
from testigo.reading.lists import wordset
from testigo.reading.order_details import LAWS, ORDER_NOUNS, Order, Reader
from testigo.reading.phrases import subject
from testigo.reading.view import View
from testigo.value import replace, value

_KEPT = 60  # orders among which one is looked for
_FAR = 6  # sentences between an order's last clause and a command that no longer belongs to it
_NUMBER = re.compile(
    r"\b(?:no|nos|number)\.?\s*(\d[\d/-]*)|\b(?:decree|decree-law|order|resolution|directive|edict|instruction)\s+(\d[\d/-]*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:law|act)\s+(?:on|for|against)\s+(?:the\s+)?([^,;.]{3,60})", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MORE = wordset("another separate second third further additional different other")
_DECREES = wordset("decree decree-law regulation resolution edict ordinance proclamation bylaw statute rule")
_GIVEN = wordset("order instruction command cue")
_ANYBODY = wordset(
    "authority authorities government governments official officials state regime leadership leader leaders country they he she it"
    " we who which that center centre central pyongyang capital above top party province provincial side"
)
_KINDS = wordset(
    "ministry committee office bureau department agency council branch commission court city county district town village"
    " regional local national people’s people's security public"
)
_SMALL = wordset("the a an of and for in at on by its their his her this that these those ’s 's s’ new")
_ALONE = wordset(
    "policeman officer soldier guard agent official inspector captain lieutenant sergeant constable man clerk"
)


@value
class Mention:
    """What the words of a mention tell. giver: who gives it, in words; number, name: which one it is, or ""; more: the word
    that calls it another; command: it is told who gives it; one: one officer gives it; whom: what those are called to whom
    an order goes that is said to be issued, or ""; others: a command goes to somebody who is named or called by a noun.
    """

    noun: str
    giver: frozenset[str]
    number: str
    name: str
    more: str
    command: bool
    one: bool
    whom: str = ""
    others: bool = False


def order_for(
    reader: Reader, view: View, words: str, span: Span, told: Told | None, giver: Span | None = None
) -> Order:
    """The order that a mention belongs to: the last told that fits, or a new one.

    giver: who gives a command, or without one who is said to issue the order that is named.
    """
    lower = words.lower()
    nouns = {w.strip(",.’'“”").removesuffix("s") for w in lower.replace("’s", "").split()} & (
        ORDER_NOUNS | {"rumor", "letter"}
    )
    laws = nouns & LAWS
    key = next(iter(sorted(laws)), "") or (
        "leaflet" if "leaflet" in nouns else "rumor" if "rumor" in nouns else "order"
    )
    noun = "" if giver is not None and told is not None else next(iter(sorted(nouns)), "")
    mention = _mention(reader, view, words, giver, noun)
    if giver is not None and told is None:
        mention = replace(mention, whom=_given_to(view, span))
    if told is not None and told.told is not None:
        mention = replace(mention, others=told.told.of(reader.document.text).lower() not in _PRONOUNS)
    far = told is not None and told.rule == "cue.command"
    fitting = [o for o in reader.orders[-_KEPT:] if o.key == key and not _is_other(view, o, mention, far=far)]
    if fitting:
        order = max(reversed(fitting), key=lambda o: o.last)
        if len(span) > len(order.span) and key == "order":
            order.named = words or order.named
    else:
        order = Order(key, span, view.sentence.index, words, last=view.sentence.index)
        order.lone = giver is None and not mention.noun and _of_one(view, span)
        order.noun, order.one, order.more = mention.noun, mention.one, mention.more
        if told is not None and giver is not None:
            order.by, order.to = giver, told.told
        reader.orders.append(order)
    order.giver, order.head = order.giver or mention.giver, order.head or mention.whom
    order.number, order.name = order.number or mention.number, order.name or mention.name
    if told is not None and told.told is not None:
        order.whom |= _content(told.told.of(reader.document.text))
    return order


def _of_one(view: View, span: Span) -> bool:
    """Whether what is required is required of one person: "Ana Lo is still | required to report", "She is required"."""
    group = view.chunks.verb_at(view.sentence.tokens_in(span)[0])
    who = subject(view.chunks, group) if group is not None and group.passive else None
    if who is None or any(view.lower(at) == "and" for at in range(*who)):
        return False
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    return view.lower(who[0]) in ("he", "she") or (head.tag == "NNP" and is_person(view.tokens, base))


_PRONOUNS = wordset("him her them it us me")


def issued_by(view: View, named: tuple[int, int]) -> Span | None:
    """Who issues the order that a phrase names, where the verb before it tells: "The bureau issued notices ordering"."""
    group = next((g for g in view.chunks.verbs if g.last == named[0]), None)
    if group is None or group.passive or view.tokens[group.main].lemma not in _ISSUING:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    plain = who is not None and who[1] <= group.first and view.tokens[who[0]].tag not in ("PRP", "WP", "WDT")
    return view.span(*who) if who is not None and plain else None


_ISSUING = wordset("issue adopt sign give send release publish approve pass release circulate")


def _given_to(view: View, named: Span) -> str:
    """What those are called to whom an order goes: "issued notices ordering all | students to hand in phones"."""
    _, last = view.sentence.tokens_in(named)
    group = view.chunks.verb_at(last) if last < len(view.tokens) else None
    base = view.chunks.noun_from.get(group.last) if group is not None and group.first == last else None
    return view.tokens[head_of(view.tokens, base)].lemma if base is not None else ""


def _mention(reader: Reader, view: View, words: str, giver: Span | None, noun: str) -> Mention:
    """What the words of a mention tell of which order it is."""
    who = giver.of(reader.document.text) if giver is not None else ""
    number = _NUMBER.search(words)
    name = _NAMED.search(words) or _YEAR.search(words)
    first = words.lower().split()[:3]
    more = next((word for word in first if word in _MORE), "")
    opening = view.lowers[:4]
    if giver is not None and (
        opening[:1] == ("separately",) or "separate" in opening or "another" in opening
    ):
        more = "separate"
    start = who.lower().split()[:2]
    one = len(start) > 1 and start[0] in ("a", "an", "one") and bool(_ALONE & set(who.lower().split()[:4]))
    return Mention(
        noun,
        _content(who),
        next((part for part in number.groups() if part), "") if number is not None else "",
        name.group(name.lastindex or 0).lower() if name is not None else "",
        more,
        giver is not None,
        one,
    )


def _content(words: str) -> frozenset[str]:
    """The words of a name that tell who it is."""
    found = {w.strip("“”\"'’,.()[]").removesuffix("’s").removesuffix("'s") for w in words.lower().split()}
    return frozenset(w for w in found if w and w not in _SMALL)


def _is_other(view: View, order: Order, mention: Mention, *, far: bool) -> bool:
    """Whether a mention is of another order."""
    if far and order.clauses and view.sentence.index - order.last > _FAR:
        return True
    known = ((mention.number, order.number), (mention.name, order.name), (mention.whom, order.head))
    if any(one and other and one != other for one, other in known):
        return True
    if mention.more:
        return mention.more != order.more
    return bool(order.clauses) and _is_of_others(order, mention)


def _is_of_others(order: Order, mention: Mention) -> bool:
    """Whether a mention is told of other people than an order was."""
    if mention.giver and order.giver:
        return _differ(mention.giver, order.giver) and not mention.giver & order.whom
    if mention.command and mention.giver - _ANYBODY and not order.giver:
        return order.noun in _DECREES or (order.lone and mention.others)
    return order.one and not mention.command and mention.noun not in _GIVEN


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are of different offices or people: neither is vague, or a part of the other."""
    if one & other - _KINDS or one <= other or other <= one:
        return False
    return bool(one - _ANYBODY - _KINDS or one & _KINDS) and not (one <= _ANYBODY or other <= _ANYBODY)
