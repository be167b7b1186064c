"""What is told of an order beside its clauses: issuer, addressee, date, and how it was passed on.

Rules: see RULES, each with an example.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from testigo.claim import Filler, Source, Span
from testigo.directive import Clause
from testigo.reading.chunks import VerbGroup, head_of, is_time
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.order_reach import clause_end
from testigo.reading.orders_not_given import is_given
from testigo.reading.phrases import onward, subject
from testigo.reading.spoken import Speakers
from testigo.reading.tokens import Document
from testigo.reading.view import View

RULES = (
    ("directive.issuer", "who gave an order", "Kim’s orders; an order that the ministry issued"),
    ("directive.addressee", "who was ordered", "The bureau ordered farms to hand over grain."),
    ("directive.issued", "when an order was given", "the order of September 29"),
    ("directive.passed-on", "how an order was passed on", "Its heads read it out from March 6 to 8."),
)

ORDER_NOUNS = wordset(
    "order directive instruction decree ordinance regulation rule circular notice guideline edict law constitution code"
    " leaflet decision policy act statute article resolution proclamation mandate bylaw legislation amendment command charter telegram"
    " convention covenant decree-law"
)
LAWS = wordset(
    "law constitution code act statute article legislation amendment charter convention covenant decree-law"
)
ORDERING = wordset(
    "order command instruct direct decree mandate require forbid prohibit ban bar stipulate tell"
)
_PRONOUNS = wordset("he she it they who which that we i")
_SENDING = wordset(
    "hand pass relay share read deliver distribute convey transmit circulate forward send announce communicate disseminate"
    " issue explain lecture inform notify post publish bring receive"
)

Lookup = Callable[[str], str | None]


@dataclass(slots=True)
class Order:
    """One order while it is being put together.

    last: the sentence of its last clause. by, to: who gives it and to whom, where a command tells it first; giver, head,
    whom, number, name, noun, more, one: what its mentions tell of which order it is, see `which_order`. sure: it was told who issued it;
    lone: what one person alone is required to do.
    """

    key: str
    span: Span
    sentence: int
    named: str
    clauses: list[Clause] = field(default_factory=list)
    issuer: Filler | None = None
    addressee: tuple[Filler, ...] = ()
    issued: Filler | None = None
    sources: tuple[Source, ...] = ()
    transmission: list[Filler] = field(default_factory=list)
    rule: str = ""
    last: int = 0
    by: Span | None = None
    to: Span | None = None
    giver: frozenset[str] = frozenset()
    head: str = ""
    sure: bool = False
    whom: frozenset[str] = frozenset()
    number: str = ""
    name: str = ""
    noun: str = ""
    more: str = ""
    one: bool = False
    lone: bool = False


@dataclass(slots=True)
class Reader:
    """What the finding of orders works on, and the orders found so far; taken: spans that are clauses already."""

    document: Document
    spoken: Speakers
    group_id: Lookup
    institution_id: Lookup
    orders: list[Order] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)


def complete(reader: Reader, order: Order) -> None:
    """Issuer, addressee, date and transmission, from all sentences that name the order."""
    order.sources = reader.spoken.chain_at(min(clause.span for clause in order.clauses))
    if order.key == "rule":
        return
    _as_given(reader, order)
    for view in _told_in(reader, order):
        for base in view.chunks.nouns:
            noun = order_noun(view, base)
            if noun and (noun not in LAWS if order.key == "order" else noun == order.key):
                _from_phrase(reader, view, order, base)
        if order.key == "order":
            _from_commands(reader, view, order)
            _passed_on(reader, view, order)


def _told_in(reader: Reader, order: Order) -> tuple[View, ...]:
    """The sentences that may tell of an order: all, or where others of its kind are told, from its first one to the next's."""
    views = reader.spoken.views
    same = [o for o in reader.orders if o.key == order.key and o is not order and o.clauses]
    if not same:
        return views
    before = max((o for o in same if o.sentence <= order.sentence), key=lambda o: o.sentence, default=None)
    behind = min((o for o in same if o.sentence > order.sentence), key=lambda o: o.sentence, default=None)
    others = [o for o in (before, behind) if o is not None]
    own, starts = _begins(reader, order), [_begins(reader, o) for o in others]
    first = own if any(at < own for at in starts) else 0
    last = min((at for at in starts if at > own), default=len(views))
    return views[first : max(last, own + 1)]


def _begins(reader: Reader, order: Order) -> int:
    """The first sentence that tells of an order: its first mention, or those right before that speak of such a thing."""
    at = order.sentence
    while at and order.noun and at > order.sentence - 3:
        before = reader.spoken.views[at - 1]
        if all(order_noun(before, base) != order.noun for base in before.chunks.nouns):
            break
        if any(before.sentence.span.overlaps(span) for span in reader.taken):
            break
        at -= 1
    return at


def _as_given(reader: Reader, order: Order) -> None:
    """Issuer and addressee of an order that a command tells first."""
    text = reader.document.text
    if order.by is not None and order.by.of(text).lower() not in _PRONOUNS:
        ident = reader.institution_id(order.by.of(text))
        order.issuer = _filler(reader, order.by, "directive.issuer", ident)
    if order.to is not None and may_be_told(order.to.of(text)) and order.to.of(text).lower() not in _WHOM:
        ident = reader.institution_id(order.to.of(text))
        order.addressee = (_filler(reader, order.to, "directive.addressee", ident),)


_WHOM = wordset("him her it them us me you")


def order_noun(view: View, base: tuple[int, int]) -> str:
    """The word for an order, law or notice that a noun phrase names: "instruction" in "Instruction No. 14", or ""."""
    head = view.tokens[head_of(view.tokens, base)]
    if head.lemma in ORDER_NOUNS:
        return head.lemma
    named = [t for t in view.tokens[base[0] : base[1]][:4] if t.text[:1].isupper() and t.lower in ORDER_NOUNS]
    return named[0].lower if named and head.tag in ("NNP", "CD", "NN") else ""


def _filler(reader: Reader, span: Span, rule: str, ident: str | None = None) -> Filler:
    return Filler(span, span.of(reader.document.text), id=ident, rule=rule)


def _from_phrase(reader: Reader, view: View, order: Order, base: tuple[int, int]) -> None:
    """The likes of "Kim's September 29 orders", "an order that the command issued on Nov. 1", "a circular of the ministry"."""
    text = reader.document.text
    for at in range(base[0] + 1, base[1]):
        if view.tokens[at].tag == "POS" and order.issuer is None:
            span = view.span(base[0], at)
            order.issuer = _filler(reader, span, "directive.issuer", reader.institution_id(span.of(text)))
        length = [t.tag for t in view.tokens[at : at + 2]] == ["NNS", "POS"]  # "three days' notice"
        if is_time(view.tokens, (at, at + 1)) and order.issued is None and not length:
            end = at + 2 if at + 1 < base[1] and view.tokens[at + 1].tag == "CD" else at + 1
            order.issued = _filler(reader, view.span(at, end), "directive.issued")
    day = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) in ("of", "from") else None
    if day is not None and order.issued is None and is_time(view.tokens, day):
        order.issued = _filler(
            reader, view.span(*day), "directive.issued"
        )  # "an order of September 29, 2025"
    if view.lower(base[1]) in ("of", "by", "from") and order.issuer is None:
        phrase = onward(view.chunks, base[1] + 1, len(view.tokens))
        if phrase is not None and is_class(view.tokens, phrase, "authority"):
            span = view.span(*phrase)
            order.issuer = _filler(reader, span, "directive.issuer", reader.institution_id(span.of(text)))
    _issued(reader, view, order, base)


def _issued(reader: Reader, view: View, order: Order, base: tuple[int, int]) -> None:
    """The likes of "X issued the order on Feb. 27", "the order that X issued on Nov. 1", "dated Aug. 11"."""
    for group in view.chunks.verbs:
        lemma = view.tokens[group.main].lemma
        near = min(abs(group.first - base[1]), abs(group.last - base[0])) <= 8
        if lemma not in ("issue", "sign", "date", "adopt", "give", "pass", "bear") or not near:
            continue
        own = lemma == "give" and base[1] == group.first  # "The rules give traders until March 15"
        if own or (lemma in ("give", "pass", "bear") and not _issuing(view, group)):
            continue
        who = None if lemma in ("date", "bear") else _who_issued(view, group)
        if not order.sure and who is not None and is_class(view.tokens, who, "authority"):
            order.sure = True
            span = view.span(*who)
            order.issuer = _filler(
                reader, span, "directive.issuer", reader.institution_id(span.of(reader.document.text))
            )
        if order.issued is not None and lemma != "date":
            continue
        for at in range(group.last, min(len(view.tokens), group.last + 9)):
            phrase = view.chunks.noun_from.get(at)
            if phrase is not None and is_time(view.tokens, phrase):
                order.issued = _filler(reader, view.span(*phrase), "directive.issued")
                break


def _who_issued(view: View, group: VerbGroup) -> tuple[int, int] | None:
    """Who is said to have issued an order: "an order that X issued", "an order issued by X"."""
    past = view.tokens[group.main].tag == "VBN" and not group.finite
    if not (group.passive or past):
        return subject(view.chunks, group)
    by = next(
        (n for n in range(group.last, min(len(view.tokens), group.last + 7)) if view.lower(n) == "by"), -1
    )
    return onward(view.chunks, by + 1, len(view.tokens)) if by >= 0 else None


def _issuing(view: View, group: VerbGroup) -> bool:
    """Whether "give", "pass" or "bear" tells of the order's making: not "passed it on", but "bears the date of May 1"."""
    words = {view.lower(n) for n in range(group.last, min(len(view.tokens), group.last + 6))}
    if view.tokens[group.main].lemma == "bear":
        return "date" in words
    return not words & {"on", "down", "along", "around"}


def _from_commands(reader: Reader, view: View, order: Order) -> None:
    for told in reader.spoken.tellings_by.get(view.sentence.index, ()):
        if told.sentence != view.sentence.index or told.cls != "order" or told.frame not in ("o", "v", "n"):
            continue
        if told.lemma not in ORDERING or not is_given(view, told.token):
            continue
        pronoun = told.source is not None and told.source.of(reader.document.text).lower() in _PRONOUNS
        itself = told.source is not None and _is_order(view, told.source)
        if told.source is not None and order.issuer is None and told.frame != "v" and not (pronoun or itself):
            order.issuer = _filler(
                reader,
                told.source,
                "directive.issuer",
                reader.institution_id(told.source.of(reader.document.text)),
            )
        if told.told is not None and not order.addressee and may_be_told(told.told.of(reader.document.text)):
            ident = reader.institution_id(told.told.of(reader.document.text))
            order.addressee = (_filler(reader, told.told, "directive.addressee", ident),)


def _is_order(view: View, source: Span) -> bool:
    """Whether what commands is an order or law itself: "An order issued by the ministry bans"."""
    base = view.chunks.noun_from.get(view.sentence.tokens_in(source)[0])
    return base is not None and bool(order_noun(view, base))


def may_be_told(words: str) -> bool:
    """Whether what an order is said to be about can be those whom it tells: not the deed of "prohibits arbitrary arrest"."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    return last not in _DEEDS and last.removesuffix("s") not in _DEEDS


_DEEDS = wordset(
    "arrest detention torture search searches seizure interference discrimination slavery censorship interrogation execution"
    " surveillance punishment assembly assemblies protest rally rallies travel trade sale import export use possession"
    " smuggling gambling"
)


def _passed_on(reader: Reader, view: View, order: Order) -> None:
    """How the order was passed on: handed over, relayed, read out, told at meetings and lectures."""
    for group in view.chunks.verbs:
        if view.tokens[group.main].lemma not in _SENDING:
            continue
        who = subject(view.chunks, group, view.bounds(group.first)[0])
        around = [*(range(*who) if who else ()), *range(group.last, min(len(view.tokens), group.last + 8))]
        names = {view.tokens[n].lemma for n in around}
        about = names & (ORDER_NOUNS | {"discussion", "content", "guideline"}) or (
            view.lower(group.last) in ("it", "them") and 0 <= view.sentence.index - order.sentence <= 4
        )
        if not about or not group.finite:
            continue
        start = who[0] if who and who[1] <= group.first else group.first
        span = view.trimmed(start, _before_quote_ends(view, start, clause_end(view, group, len(view.tokens))))
        known = [*(t.span for t in order.transmission), *(c.span for c in order.clauses)]
        if span is not None and not any(span.overlaps(k) for k in known):
            order.transmission.append(_filler(reader, span, "directive.passed-on"))


def _before_quote_ends(view: View, start: int, end: int) -> int:
    """Where words end that stand in a quotation: before "”, she said"."""
    for at in range(start, end):
        if view.lower(at) in ("“", "``"):
            return end
        if view.lower(at) in ("”", "''"):
            return at
    return end
