"""What goes on with an order in the sentences behind it: which duties are laid on a class, and which of them stand together.

Rules:
- A duty is laid on a class of people or offices, not on one person; right behind an order's clauses "a guard who" is one, too.
- A clause that shares its subject or its verb with one before it stands with it: "..., and his officer will lose his post".
- Right behind an order's clauses what people pay, lose or need in the present is laid down: "Families of miners pay half".
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.lists import wordset
from testigo.reading.order_details import ORDER_NOUNS
from testigo.reading.order_leniency import FAILING, lets_off, makes_exception
from testigo.reading.order_reach import Norm
from testigo.reading.subjects import subject_before
from testigo.reading.view import View

Range = tuple[int, int]

_PARTS = wordset("clause point paragraph provision restriction")
_DEEDS = wordset("offense offence violation breach infraction")
_EVERYBODY = wordset("each every all any anyone everyone whoever no nobody none those")
_OWNED = wordset("his her their its")
_AMOUNTS = wordset("half double twice nothing full third quarter triple everything")


def goes_on_behind(view: View, norm: Norm) -> bool:
    """Whether a duty stands with another clause behind it: "; those who", ", and doctors who lie will lose their posts"."""
    after = view.lower(norm.last), view.lower(norm.last + 1)
    bound = norm.rule in ("order.duty", "order.ban", "order.exempt", "order.penalty")
    return bound and (
        after[0] == ";" or after in ((",", "and"), (",", "but"), ("and", "those"), ("but", "those"))
    )


def stands_with(view: View, before: Norm, norm: Norm) -> bool:
    """Whether a clause goes on with the one before: "will be replaced and may be sent to a farm"."""
    if view.tokens[norm.verb].tag in ("VBN", "VBD") and norm.rule == before.rule == "order.duty":
        return True  # "..., and his household banished"
    if view.lower(norm.first) == "as" or norm.rule == "order.except":
        return True  # "..., as do cobblers", "..., with the exception of officials"
    if norm.rule == "order.retain" and norm.first == norm.verb:
        return True  # "..., but not those whose sons fled"
    gap = norm.first - before.last
    owned = view.lower(norm.first) in _OWNED and before.rule == "order.duty" and gap in (1, 2)
    owned = owned and norm.rule in ("order.duty", "order.penalty")
    return (owned and view.lower(norm.first - 1) == "and") or (
        norm.first == norm.verb and gap in (0, 1, 2) and view.lower(norm.first - 1) in ("and", "or", ",")
    )


def speaks_of_order(view: View) -> bool:
    """Whether a sentence names an order or a part of one."""
    return any(t.lemma in ORDER_NOUNS or t.lemma in _PARTS for t in view.tokens)


def points_back(view: View, norm: Norm) -> bool:
    """Whether a clause says of the order itself whom it spares: "This does not apply to widows", "The office made an exception for"."""
    group = view.chunks.verb_at(norm.verb)
    if group is None or norm.modality not in ("exempt", "retain") or not norm.groups:
        return False
    lemma = view.tokens[group.main].lemma
    meant = view.lower(norm.first) in ("this", "that", "it", "these", "they") and lemma in (
        "apply",
        "extend",
        "hold",
    )
    return meant or (lemma in ("make", "grant", "allow") and makes_exception(view, group))


def _names_kinds(view: View, base: Range) -> bool:
    """Whether a name only tells of which kind a class is: "Buddhist and spirit ceremonies"."""
    other = view.chunks.noun_from.get(base[1] + 1) if view.lower(base[1]) in ("and", "or") else None
    if other is None or base[1] - base[0] > 1 or view.tokens[other[0]].tag in ("DT", "PRP$", "CD", "NNP"):
        return False
    return other[1] - other[0] > 1 and view.tokens[other[1] - 1].tag == "NNS"


def told_of_before(view: View, before: View) -> bool:
    """Whether the sentence before in the same paragraph says where the order came from: "The order came from the city"."""
    if before.sentence.block != view.sentence.block or not before.chunks.nouns:
        return False
    first = before.chunks.nouns[0]
    head = before.tokens[head_of(before.tokens, first)]
    return first[0] == 0 and before.lower(0) in ("the", "this") and head.lemma in ORDER_NOUNS | _COMMANDS


_COMMANDS = wordset("command call levy quota campaign ban measure demand")


def announced(view: View, before: View) -> bool:
    """Whether the sentence before in the same paragraph tells that an order was read out, sent or passed."""
    if before.sentence.block != view.sentence.block or any(before.zones):
        return False
    for group in before.chunks.verbs:
        if not group.finite or group.negated or before.tokens[group.main].lemma not in _ISSUING:
            continue
        for base in before.chunks.nouns:
            if base[0] < group.first - 8 or base[0] > group.last + 6:
                continue
            head = before.tokens[head_of(before.tokens, base)]
            if head.lemma in _PAPERS and before.tokens[base[0]].tag != "PRP$":
                return True
    return False


_ISSUING = wordset(
    "read issue send pass adopt announce sign receive publish post paste circulate come arrive introduce hand deliver distribute"
    " proclaim"
)
_PAPERS = wordset(
    "order instruction directive decree circular notice regulation rule ordinance edict guideline bylaw"
)


def first_phrase(view: View, norm: Norm) -> Range | None:
    """The first noun phrase of a clause; of one that keeps people under a measure its words."""
    base = view.chunks.noun_from.get(norm.first)
    return base or ((norm.first, norm.last) if norm.rule == "order.retain" else None)


def generic(view: View, who: Range, *, close: bool = False) -> bool:
    """Whether a subject is a class of people or offices, not one person. close: an order's clauses stand right before."""
    base = view.chunks.noun_from.get(who[0], who)
    head = view.tokens[head_of(view.tokens, base)]
    first = view.tokens[who[0]]
    if head.tag in ("NNP", "NNPS"):
        return _names_kinds(view, base)
    if first.lower == "the" and head.tag in ("JJ", "VBN") and base[1] - base[0] == 2:
        return True  # "the disabled"
    plural = (
        head.tag == "NNS"
        or head.lower in ("they", "women", "men", "children")
        or head.lemma in ("staff", "personnel", "people")
        or first.lower in _EVERYBODY
    )
    any_one = (
        close and first.lower in ("a", "an") and view.lower(base[1]) in ("who", "that", "caught", "found")
    )
    return plural or any_one or head.lemma in ORDER_NOUNS or head.lemma in _DEEDS


def quoted_subject(view: View, group: VerbGroup) -> Range | None:
    """The subject with a quoted relative clause or a bare participle: "Heads who “look away”", "Those found guilty"."""
    at = group.first
    while at > 1 and at > group.first - 6 and view.tokens[at - 1].tag in ("VBN", "JJ", "RB", "TO", "VB"):
        at -= 1
    base = view.chunks.noun_upto.get(at) if at < group.first else None
    if base is not None and view.lower(base[0]) in _EVERYBODY:
        return base[0], group.first
    if group.first < 4 or view.tokens[group.first - 1].tag != "''":
        return None
    for at in range(group.first - 2, max(0, group.first - 12), -1):
        if view.tokens[at].tag == "``":
            base = view.chunks.noun_upto.get(at - 1) if view.lower(at - 1) in ("who", "that") else None
            return (base[0], group.first) if base is not None else None
    return None


def as_before(view: View, group: VerbGroup, floor: int) -> tuple[str, str] | None:
    """What is left to a class or threatened right behind an order's clauses: "Shops can stay open", "are not searched"."""
    who = subject_before(view.chunks, group, floor)
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    if base is None or not generic(view, base, close=True):
        return None
    lemma = view.tokens[group.main].lemma
    if group.modal in ("can", "could") and not group.negated:
        fails = who is not None and any(view.tokens[n].lemma in FAILING for n in range(*who))
        if group.passive and (lemma in _PUNISHED or (fails and lemma in _TAKEN)):
            return "require", "order.penalty"
        stays = group.modal == "can" and lemma in ("stay", "keep", "remain")
        return ("permit", "order.permit") if stays else None
    meant = who is not None and any(view.lower(n) in ("who", "that", "which") for n in range(*who))
    if meant and group.passive and not group.negated and not group.modal and not group.perfect:
        told = view.tokens[group.first].tag in ("VBP", "VBZ") and lemma in _PUNISHED | _TAKEN
        return ("require", "order.penalty") if told else None
    spared = group.passive and group.negated and not group.modal and lemma in _MEASURED
    present = view.tokens[group.first].tag in ("VBP", "VBZ") and not group.perfect
    spared = spared or (group.passive and lets_off(view, group, group.last + 5))
    return ("exempt", "order.exempt") if spared and present else None


_PUNISHED = wordset(
    "fine jail imprison punish arrest detain evict expel dismiss deport suspend sentence execute shoot"
)
_TAKEN = wordset(
    "give take seal close confiscate send move strike remove cut stop deny withhold turn replace shut"
)
_MEASURED = wordset(
    "check search inspect question register confiscate touch count include cover punish fine call ask disturb seal close count"
)


def pays(view: View, group: VerbGroup, floor: int) -> tuple[str, str] | None:
    """What a class pays or loses in the present, right behind an order's clauses: "Families of miners pay half"."""
    if group.passive or group.perfect or group.negated or view.tokens[group.first].tag not in ("VBP", "VBZ"):
        return None
    who = subject_before(view.chunks, group, floor)
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    if base is None or not generic(view, base, close=True):
        return None
    lemma, after = view.tokens[group.main].lemma, view.lower(group.last)
    amount = after in _AMOUNTS or (group.last < len(view.tokens) and view.tokens[group.last].tag == "CD")
    if lemma in ("pay", "owe", "give", "contribute") and amount:
        return ("exempt", "order.exempt") if after == "nothing" else ("require", "order.duty")
    if lemma in ("lose", "forfeit") and (after in _OWNED or amount):
        return "require", "order.penalty"
    return None
