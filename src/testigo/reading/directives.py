"""The orders, laws and rules that a report tells of: issuer, addressee, date, how they were passed on, and their clauses.

Rules: see RULES, each with an example, and `clauses_of_orders` for the clauses themselves.
- An order told in several places is one directive; a law, a leaflet or another office's order is another.
- What a first sentence only sums up is left to the sentences that tell it clause by clause.
- A duty counts as an order's clause where the order's text, whoever gave it or the sentence before speaks of one.
More than 400 lines because an order is put together from text, verb, command and duty over one shared state.
"""

from __future__ import annotations

from testigo.claim import Filler, Span
from testigo.directive import Clause, Directive
from testigo.reading.brought_about import brings_about
from testigo.reading.chunks import VerbGroup
from testigo.reading.class_rules import class_rules
from testigo.reading.classes import is_class
from testigo.reading.clauses_of_orders import ORDERISH, Context, norms
from testigo.reading.cues import Told
from testigo.reading.decisions import decisions, told_besides
from testigo.reading.imperatives import TELLING, commands
from testigo.reading.laid_down import GIVING, clauses_of_verb, commanded, infinitives, with_addressee
from testigo.reading.law_phrases import law_phrase
from testigo.reading.lists import wordset
from testigo.reading.made_crimes import before_penalty, split_by_penalty
from testigo.reading.order_details import (
    LAWS,
    ORDERING,
    Lookup,
    Order,
    Reader,
    complete,
)
from testigo.reading.order_edges import without_teller
from testigo.reading.order_goes_on import (
    announced,
    first_phrase,
    generic,
    goes_on_behind,
    points_back,
    speaks_of_order,
    stands_with,
    told_of_before,
)
from testigo.reading.order_groups import people, split
from testigo.reading.order_modality import settled
from testigo.reading.order_penalties import PUNISHING
from testigo.reading.order_reach import Norm, clause_end, exceptions, opens_threat, rules_with, spared_at
from testigo.reading.order_words import by_order, doer, is_law, is_order_text, modified, named_by
from testigo.reading.orders_given import free_to_order, in_authority
from testigo.reading.orders_not_given import is_given
from testigo.reading.phrases import onward, short
from testigo.reading.rule_texts import LAYING, TURNS
from testigo.reading.spoken import Speakers
from testigo.reading.standing_rules import standing_rules
from testigo.reading.tokens import Document
from testigo.reading.view import View
from testigo.reading.which_order import issued_by, order_for
from testigo.value import replace

RULES = (
    (
        "directive.text",
        "what the text of an order, law or leaflet says",
        "According to the order, all must report.",
    ),
    (
        "directive.verb",
        "what an order or law does: requires, forbids, sets, spares",
        "The law prohibits torture.",
    ),
    (
        "directive.command",
        "what somebody in authority orders others to do",
        "The bureau ordered farms to hand over grain.",
    ),
    (
        "directive.duty",
        "a standing duty that a source tells of",
        "Each school must now hand over five phones.",
    ),
    (
        "directive.rule",
        "a rule that stands by law, for a class of people or by word of an office",
        "By law, the governor may ban any gathering.",
    ),
    (
        "directive.follows",
        "a duty or penalty right after an order's clauses",
        "Managers who fail are to be dismissed.",
    ),
)

_TELLING = wordset("tell instruct direct")
_BY_PRONOUN = wordset(
    "forbid ban bar prohibit outlaw require oblige mandate permit allow exempt exclude spare criminalize restrict stipulate punish give"
)
_BY_PRONOUN_NOW = wordset(
    "let make grant limit cap oblige move raise lower extend set threaten impose order demand instruct ask protect guarantee"
    " provide recognize recognise safeguard"
)
_PUTTING = wordset("put place station assign post")
_SAYING = wordset("tell inform notify warn")
_EXPECTING = wordset("expect hope fear believe predict think guess suspect doubt assume worry")
_QUANTITIES = wordset("most many some few several")
_LAYING = (
    LAYING
    | GIVING
    | wordset(
        "ask prescribe envisage foresee envision guarantee protect make subject penalize recognize recognise authorize authorise compel deny increase lower raise reduce extend expand cap"
    )
)
_STATING = wordset("say state declare read announce warn stipulate specify")
_AUTHORIZING = frozenset({"authorize", "authorise"})
_CALLING = frozenset({"call on", "call upon"})
_NOTING_LEMMAS = frozenset({"point out"}) | wordset(
    "note observe acknowledge mention recognize recognise criticize find repeat"
)


def _none(_: str) -> str | None:
    return None


def directives(
    document: Document, spoken: Speakers, group_id: Lookup = _none, institution_id: Lookup = _none
) -> tuple[Directive, ...]:
    """The directives of a document, in the order of their first clauses."""
    reader = Reader(document, spoken, group_id, institution_id)
    first_body = _first_body(spoken)
    for view in spoken.views:
        if view.sentence.block.kind != "body":
            continue
        _read_sentence(reader, view)
    _drop_summary(reader, first_body)
    found = [o for o in reader.orders if o.clauses]
    for order in found:
        complete(reader, order)
    found.sort(key=lambda o: min(c.span.start for c in o.clauses))
    return tuple(
        Directive(
            o.span,
            tuple(sorted(o.clauses, key=lambda c: c.span.start)),
            o.issuer,
            o.addressee,
            o.issued,
            tuple(o.transmission),
            o.sources,
            o.rule,
        )
        for o in found
    )


def _first_body(spoken: Speakers) -> int:
    for view in spoken.views:
        if view.sentence.block.kind == "body" and len(view.tokens) > 8:
            return view.sentence.index
    return -1


def _read_sentence(reader: Reader, view: View) -> None:
    """Take up what the sentence lays down: an order's text, an order's verb, a command, a duty."""
    _read_text(reader, view)
    for group in view.chunks.verbs:
        _read_verb(reader, view, group)
    for told in reader.spoken.tellings_by.get(view.sentence.index, ()):
        if told.sentence != view.sentence.index or told.cls not in ("order", "say", "warn"):
            continue
        if told.lemma in ORDERING | _AUTHORIZING or (
            (told.lemma in _CALLING and _order_calls(reader, view, told)) or _of_each(view, told)
        ):
            _read_command(reader, view, told)
        if told.lemma in _SAYING and told.frame in ("t", "v"):
            _read_told(reader, view, told)
    _read_quoted(reader, view)
    _read_inverted(reader, view)
    ruled = decisions(view)
    if ruled:
        _keep(reader, view, order_for(reader, view, "", view.sentence.span, None), ruled, "directive.rule")
    rules = standing_rules(view)
    if rules:
        rules += [n for n in exceptions(view, 0, len(view.tokens)) if n.rule == "order.except"]
        _keep(
            reader,
            view,
            order_for(reader, view, _called(view), view.sentence.span, None),
            rules,
            "directive.rule",
        )
    _read_duty(reader, view)
    laid = rules_with(view, 0, len(view.tokens))
    if any(n.rule in ("order.ban", "order.duty") for n in laid) and not any(view.zones):
        _keep(reader, view, order_for(reader, view, "", view.sentence.span, None), laid, "directive.rule")
    close = any(o.clauses and 0 <= view.sentence.index - o.last <= _STILL for o in reader.orders)
    holding = class_rules(view, close=close)
    if holding:
        _keep(reader, view, _order_of_rules(reader, view), holding, "directive.rule")


def _order_of_rules(reader: Reader, view: View) -> Order:
    """The rules of a paragraph that hold for a class: nobody is told to have issued them."""
    here = view.sentence.block
    for order in reader.orders:
        if order.key == "rule" and reader.spoken.views[order.sentence].sentence.block == here:
            return order
    reader.orders.append(Order("rule", view.sentence.span, view.sentence.index, "", last=view.sentence.index))
    return reader.orders[-1]


def _called(view: View) -> str:
    """The words that name the law by which a sentence lays something down; else none."""
    phrase = law_phrase(view.chunks)
    return "" if phrase is None else " ".join(view.lowers[phrase[0] : phrase[1]])


def _of_each(view: View, told: Told) -> bool:
    """Whether something is demanded of each of a class: "demanded that every unit hand in five rifles"."""
    if told.lemma != "demand" or told.frame != "t" or not told.contents:
        return False
    first, last = _overlap(view, told.contents[-1])
    first += view.lower(first) == "that"
    return first < last and view.lower(first) in ("each", "every", "all")


def _order_calls(reader: Reader, view: View, told: Told) -> bool:
    """Whether it is an order that calls on somebody: "It calls on every farm to check its register"."""
    who = view.sentence.tokens_in(told.source) if told.source is not None else None
    return named_by(reader, view, who, strict=False) is not None


def _read_inverted(reader: Reader, view: View) -> None:
    """The likes of "Excluded from the ordinance were families of defectors": kept under the measure that the order lifts."""
    for at, token in enumerate(view.tokens):
        if (
            token.lemma not in ("exclude", "exempt")
            or token.tag not in ("VBN", "VBD")
            or view.lower(at + 1) != "from"
        ):
            continue
        what = short(view.chunks, at + 2, len(view.tokens))
        if what is None or view.lower(what[1]) not in ("were", "was", "are", "is"):
            continue
        lenient = any(view.tokens[n].lemma in ORDERISH for n in range(*what))
        modality, rule = ("retain", "order.retain") if lenient else ("exempt", "order.exempt")
        end = len(view.tokens)
        span = view.span(*what)
        order = order_for(reader, view, span.of(reader.document.text), span, None)
        start = next((n for n in range(what[1] + 1, end) if view.chunks.noun_of[n] >= 0), what[1] + 1)
        phrase = onward(view.chunks, start, end) or (start, end)
        phrase = (phrase[0], _list_end(view, phrase[0]))
        _keep(reader, view, order, [Norm(at, end, modality, split(view, phrase), rule, at)], "directive.verb")


def _list_end(view: View, first: int) -> int:
    for at in range(first, len(view.tokens)):
        if view.lower(at) in (".", ";", "who", "which"):
            return at
    return len(view.tokens)


def _read_text(reader: Reader, view: View) -> None:
    """What is attributed to the text of an order, law or leaflet."""
    for link in reader.spoken.links_by.get(view.sentence.index, ()):
        if link.source.kind not in ("document", "public") or not is_order_text(link.source, link.source.kind):
            continue
        for content in link.contents:
            first, last = _overlap(view, content)
            if last - first < 2:
                continue
            told = link.told
            begins = told.sentence == view.sentence.index and view.lower(told.token - 1) == "by"
            ground = (
                told.lemma
                in _NOTING_LEMMAS
                | {"state", "statement", "declare", "explain", "run", "say", "claim", "complain"}
                or begins
            )
            ground = ground and link.source.kind == "document"
            if told.lemma in ("recognize", "recognise") and is_law(link.source):
                continue  # "the code does not recognize the right": what it lays down, not what it notes
            under = told.frame == "u" or is_law(link.source)
            said = told.lemma in _STATING
            found = norms(view, first, last, Context(text=True, ground=ground, under=under, said=said))
            found = found or commands(view, first, last)
            if ground and not found and link.told.frame == "n":
                found = [Norm(first, last, "finding", people(view, first, last), "order.finding", first)]
            if link.told.frame in ("n", "a", "o", "i", "l") and not ground:
                continue
            if link.source.kind == "public":
                found = [n for n in found if view.lower(n.verb) != "will"]
            order = order_for(
                reader,
                view,
                link.source.refers_text or link.source.text,
                link.source.refers or link.source.span,
                link.told,
            )
            _keep(reader, view, order, found, "directive.text")


def _overlap(view: View, content: Span) -> tuple[int, int]:
    start, end = max(content.start, view.sentence.span.start), min(content.end, view.sentence.span.end)
    return view.sentence.tokens_in(Span(start, end)) if start < end else (0, 0)


def _read_verb(reader: Reader, view: View, group: VerbGroup) -> None:
    """An order or law as the subject of a verb that lays something down."""
    lemma = view.tokens[group.main].lemma
    puts = lemma in _PUTTING and view.tokens[group.first].tag == "VBZ"
    modifies = view.tokens[group.first].tag == "VBG" and (lemma in LAYING or lemma in ORDERING)
    if ((lemma not in _LAYING or not group.finite) and not modifies and not puts) or group.passive:
        return
    if brings_about(view, group):
        return
    who = modified(view, group) if modifies else doer(view, group)
    if who is None and not modifies and view.tokens[group.first].tag == "VBZ":
        who = by_order(view, group)
    now = view.tokens[group.first].tag == "VBZ" and lemma in _BY_PRONOUN_NOW
    named = named_by(reader, view, who, strict=not now and lemma not in _BY_PRONOUN)
    if who is None or named is None or view.lower(who[0]) == "no":
        return
    last = len(view.tokens)
    if view.zones[group.first]:
        last = view.bounds(group.first)[1]
    order = order_for(reader, view, named.of(reader.document.text), named, None, issued_by(view, who))
    end = min(clause_end(view, group, last), _tail(reader, view, group, last))
    tail = _tail(reader, view, group, last)
    spared = exceptions(view, group.last, tail) + rules_with(view, group.last, tail)
    if lemma == "make" and split_by_penalty(view, group):
        return
    end = before_penalty(view, group.last + 3, end) if lemma != "subject" else end
    end = min([end, *(n.first - 1 if view.lower(n.first - 1) == "," else n.first for n in spared)])
    found = clauses_of_verb(view, group, lemma, end)
    found += spared if found else []
    if view.lower(end) == ";" and view.lower(end + 1) not in TURNS:
        found += norms(view, end + 1, _tail(reader, view, group, last), Context(text=True))
    _keep(reader, view, order, found, "directive.verb")


def _tail(reader: Reader, view: View, group: VerbGroup, last: int) -> int:
    """Where a trailing ", the source said" starts."""
    for told in reader.spoken.tellings_by.get(view.sentence.index, ()):
        if (
            told.sentence == view.sentence.index
            and told.frame == "b"
            and told.source
            and told.token > group.last
        ):
            first, _ = view.sentence.tokens_in(told.source)
            return min(last, max(group.last, first - 1))
    return last


def _read_command(reader: Reader, view: View, told: Told) -> None:
    """Somebody in authority orders others to do something."""
    if told.frame not in ("o", "i", "v", "t") or not told.contents or told.token >= len(view.tokens):
        return
    if told.frame == "t" and told.cls != "order":
        return
    if told.source is not None:
        first, last = view.sentence.tokens_in(told.source)
        who = (first, last)
        text = named_by(reader, view, who, strict=False) is not None
        if text and told.lemma in LAYING and told.lemma != "order":
            return
        plain = told.lemma in _TELLING and told.frame != "t" and not text
        if plain and not in_authority(view, told, who):
            return
    first, last = _overlap(view, told.contents[-1])
    pieces = [(first, last)] if told.frame == "t" else infinitives(view, first, last)
    if not pieces or last <= first:
        return
    if _goes_on_as_work(view, told, first):
        return
    if not is_given(view, told.token):
        free = free_to_order(view, told.token)
        if free:
            _keep(reader, view, order_for(reader, view, "", view.sentence.span, None), free, "directive.rule")
        return
    order = order_for(
        reader, view, told.cue.of(reader.document.text), told.cue, told, giver=told.named or told.source
    )
    that = told.frame == "t" or (told.frame == "v" and view.lower(first - 1) == "that")
    rows = norms(view, first, last, Context(text=True)) if that else []
    bound = told.contents[0] if told.frame == "v" and len(told.contents) > 1 else told.told
    whom = view.sentence.tokens_in(bound) if bound is not None else None
    found = rows or [with_addressee(view, commanded(view, a, spared_at(view, a, b)), whom) for a, b in pieces]
    if told.lemma in ("forbid", "prohibit", "ban", "bar"):
        found = [Norm(n.first, n.last, "forbid", n.groups, "order.ban", n.verb) for n in found]
    if told.lemma in _AUTHORIZING:
        found = [Norm(n.first, n.last, "permit", n.groups, "order.permit", n.verb) for n in found]
    found += exceptions(view, first, len(view.tokens)) + ([] if that else told_besides(view, first, last))
    for at in range(pieces[-1][1], last - 2):
        opened = opens_threat(view, at)
        if opened:
            found += norms(view, at + opened, last, Context(text=True))
    _keep(reader, view, order, found, "directive.command")


def _goes_on_as_work(view: View, told: Told, first: int) -> bool:
    """Whether it is told what went on, no order: "workers were required to work", "whether groups were required to"."""
    if told.lemma != "require":
        return False
    verb = next((t for t in view.tokens[first : first + 4] if t.tag == "VB"), None)
    worked = verb is not None and verb.lemma in ("work", "labor", "labour", "toil")
    return worked or any(view.lower(n) == "whether" for n in range(max(0, told.token - 8), told.token))


def _read_told(reader: Reader, view: View, told: Told) -> None:
    """What an office tells people that they must do, may not do, or are threatened with: "told it that it must close"."""
    if told.told is None or not told.contents or (told.frame == "v" and told.lemma != "warn"):
        return
    if told.source is not None:
        who = view.sentence.tokens_in(told.source)
        if not is_class(view.tokens, who, "authority") or named_by(reader, view, who, strict=False):
            return
    first, last = _overlap(view, told.contents[-1])
    found = [n for n in norms(view, first, last, Context(text=True)) if _binds(view, told, n)]
    whom = split(view, view.sentence.tokens_in(told.told))
    found = [replace(n, groups=whom) if view.lower(n.first) == "they" else n for n in found]
    if found:
        order = order_for(
            reader, view, told.cue.of(reader.document.text), told.cue, told, giver=told.named or told.source
        )
        _keep(reader, view, order, found, "directive.command")


def _read_quoted(reader: Reader, view: View) -> None:
    """What people in authority tell others in quoted words: "“Do not leave your homes,” police told residents"."""
    for link in reader.spoken.links_by.get(view.sentence.index, ()):
        told = link.told
        if told.lemma not in TELLING or told.source is None or told.frame not in ("b", "q"):
            continue
        there = reader.spoken.views[told.sentence]
        who = there.sentence.tokens_in(told.source)
        if not is_class(there.tokens, who, "authority"):
            continue
        for content in link.contents:
            first, last = _overlap(view, content)
            found = commands(view, first, last) if last - first > 1 else []
            if found:
                order = order_for(
                    reader, view, told.cue.of(reader.document.text), told.cue, told, told.source
                )
                _keep(reader, view, order, found, "directive.command")


def _binds(view: View, told: Told, norm: Norm) -> bool:
    """Whether a clause that was told is a duty or a ban, or a penalty that people were warned of."""
    group = view.chunks.verb_at(norm.verb)
    if group is None or view.lower(norm.first) in ("he", "she", "i", "we"):
        return False
    if norm.rule in ("order.duty", "order.ban") and (group.modal in ("must", "shall") or not group.modal):
        return True
    return told.lemma == "warn" and group.passive and view.tokens[group.main].lemma in PUNISHING


def _read_duty(reader: Reader, view: View) -> None:
    """A standing duty told outside an order's text, or one right after an order's clauses."""
    index = view.sentence.index
    told = index > 0 and told_of_before(view, reader.spoken.views[index - 1])
    near = [o for o in reader.orders if o.clauses and 0 <= index - o.last <= (8 if told else 2)]
    follows = bool(near) and _same_matter(view, near[-1], reader)
    opened = not near and index > 0 and announced(view, reader.spoken.views[index - 1])
    follows = follows or opened
    found: list[Norm] = []
    if view.zones[0] and not follows:
        return
    last = min(
        (_tail(reader, view, g, len(view.tokens)) for g in view.chunks.verbs[:1]), default=len(view.tokens)
    )
    colon = next((n for n in range(1, len(view.tokens) - 2) if view.lower(n) == ":"), -1)
    regions = [(0, last, follows)]
    if colon > 0 and speaks_of_order(view):
        behind = len(view.tokens) if colon >= last else last
        regions = [(0, min(last, colon), follows), (colon + 1, behind, True)]
    for first, end, close in regions:
        law = bool(near) and near[-1].key in LAWS
        stated = norms(view, first, end, Context(near=close))
        if not close and any(goes_on_behind(view, n) for n in stated):
            stated = norms(
                view, first, end, Context(near=True)
            )  # "...; those who fail to do so will be fined"
        for norm in stated:
            shared = bool(found) and stands_with(view, found[-1], norm)
            if shared or _stands(reader, view, norm, law=law, close=close or bool(found)):
                found.append(norm)
    if not found:
        return
    order = (
        max(reversed(near), key=lambda o: o.last)
        if near
        else order_for(reader, view, "", view.sentence.span, None)
    )
    _keep(reader, view, order, found, "directive.follows" if near else "directive.duty")


def _stands(reader: Reader, view: View, norm: Norm, *, law: bool, close: bool) -> bool:
    """Whether a duty is laid on a class of people or offices, and has not been taken up yet."""
    who = first_phrase(view, norm)
    if who is None or norm.rule in ("order.says", "order.finding"):
        return False
    if view.lower(who[0]) in ("nobody", "none") and not close:
        return False
    if view.lower(norm.first - 1) == "that" and view.tokens[norm.first - 2].lemma in _EXPECTING:
        return False  # "expects that schools will be closed": what is to come
    if norm.rule == "order.duty" and view.lower(who[0]) in _QUANTITIES and view.lower(norm.verb) == "have":
        return False  # "Most patients have to bring their own bandages": how it is
    if close and points_back(view, norm):
        return not view.zones[norm.verb]
    if view.tokens[who[0]].tag == "PRP" and not (close and view.lower(who[0]) == "they"):
        return False
    if any(view.span(norm.first, norm.last).overlaps(t) for t in reader.taken[-60:]) or (
        view.zones[norm.verb] and (not close or view.tokens[who[0]].tag == "PRP")
    ):
        return False
    present = view.tokens[norm.verb].tag in ("VBZ", "VBP", "MD", "VB")
    spared = norm.rule == "order.exempt" and speaks_of_order(view)  # "widows were left out of the order"
    kept = norm.rule == "order.retain" or spared or (law and norm.rule in ("order.penalty", "order.exempt"))
    return generic(view, who, close=close) and (present or kept)


def _same_matter(view: View, order: Order, reader: Reader) -> bool:
    """Whether the sentence may still speak of the order: nobody new speaks, and no past story starts."""
    del order, reader
    return view.tokens[0].tag != "PRP" or view.lower(0) == "it"


def _keep(reader: Reader, view: View, order: Order, found: list[Norm], rule: str) -> None:
    """Add clauses that are not there yet."""
    text = reader.document.text
    index = view.sentence.index
    last = reader.spoken.views[index - 1] if index else None
    near = reader.spoken.views[max(0, index - _STILL)].sentence.span.start
    beside = [clause.modality for clause in order.clauses if clause.span.start >= near]
    before = last if last is not None and last.sentence.block == view.sentence.block else None
    for norm in (without_teller(reader.spoken, view, one) for one in found):
        span = view.trimmed(_with_whom(view, norm), norm.last)
        if span is None or len(span) < _SHORT - 2 or any(span.overlaps(t) for t in reader.taken[-60:]):
            continue
        reader.taken.append(span)
        modality, clause_rule = settled(view, before, beside, norm)
        beside.append(modality)
        groups = []
        for part in norm.groups:
            where = view.trimmed(*part)
            if where is not None:
                words = where.of(text)
                groups.append(Filler(where, words, id=reader.group_id(words), rule="order.group"))
        order.clauses.append(Clause(span, modality, tuple(groups), None, norm.levels, rule=clause_rule))
        order.last = view.sentence.index
        order.rule = order.rule or rule


def _with_whom(view: View, norm: Norm) -> int:
    """Where a clause starts; one of a single short word with those who are told: "ordered | all shops to close"."""
    alone = norm.last - norm.first == 1 and len(view.span(norm.first, norm.last)) < _SHORT
    if not alone or view.lower(norm.first - 1) != "to":
        return norm.first
    whom = view.chunks.noun_upto.get(norm.first - 1)
    return norm.first - 1 if whom is None else whom[0]


_SHORT = 8  # signs
_STILL = 2  # sentences before a clause in which what it is a leave from may be told


def _drop_summary(reader: Reader, lead: int) -> None:
    """Leave out what the first sentence sums up, where later sentences tell the order clause by clause."""
    if lead < 0:
        return
    span = reader.spoken.views[lead].sentence.span
    for order in reader.orders:
        later = [c for c in order.clauses if not span.contains(c.span)]
        if len(later) >= 2:
            told = [_content_words(reader, c) for c in later]
            order.clauses = [
                c
                for c in order.clauses
                if c in later or c.protects or not any(_repeats(_content_words(reader, c), t) for t in told)
            ]


def _content_words(reader: Reader, clause: Clause) -> frozenset[str]:
    words = (w.strip(".,;:“”\"'’").lower() for w in clause.span.of(reader.document.text).split())
    return frozenset(w.removesuffix("s")[:6] for w in words if len(w) > 3 and w not in _COMMON)


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses say the same in other words."""
    return len(one & other) >= 2 or 3 * len(one & other) >= min(len(one), len(other))


_COMMON = wordset(
    "that with from their they them must shall will have been which this those these into under"
)
