"""Leniency in an order: who is let off is taken out of its measure, who is not let off all the same is kept under it.

Rules:
- To be forgiven, dealt with mildly, left at home, to pay nothing or to send another instead takes a group out.
- "But not those whose ...", "though not from ..." and "unless ..." turn the clause before them round.
- "But those who ... will be handed over" right behind a leniency keeps them under the measure; so does "except those who".
- A reward for those who do what is wished is a leave.
- What those who do not comply "will not get" is a penalty, no ban.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.order_groups import people, split
from testigo.reading.order_reach import Norm
from testigo.reading.subjects import subject_before
from testigo.reading.view import View
from testigo.value import replace

LENIENT = wordset(
    "leniency amnesty pardon relief exemption indulgence benefit exception concession clemency relaxation"
)
_FORGIVEN = wordset("forgive pardon excuse spare amnesty absolve exonerate exempt except")
_HANDLED = wordset("deal treat punish judge handle sentence")
_MILD = wordset(
    "mildly leniently gently lightly kindly generously mercifully leniency mercy clemency lenience mild lenient"
)
_LEFT = wordset("alone home untouched unpunished undisturbed unmolested peace out off")
_PEACE = wordset("unpunished free unharmed scot-free")
_GRACE = wordset("consideration mercy leniency clemency amnesty pardon grace")
_NOTHING = wordset("pay owe give lose contribute")
_STILL = wordset("anyway regardless nonetheless nevertheless anyhow still")
_OWN = wordset("their his her its")
FAILING = wordset(
    "fail fall ignore refuse disobey defy miss violate break breach do resist hide evade neglect flout shelter conceal"
)


def predicate(view: View, group: VerbGroup) -> VerbGroup:
    """The verb that is laid down: of "are to be forgiven" the second."""
    after = view.chunks.verb_at(group.last) if group.last < len(view.tokens) else None
    return after if after is not None and after.modal == "to" and after.first == group.last else group


def lets_off(view: View, group: VerbGroup, end: int) -> bool:
    """Whether the verb lets somebody off: "are to be forgiven", "will be dealt with mildly", "pay nothing"."""
    verb = predicate(view, group)
    if verb.negated or group.negated:
        return False
    lemma, rest = view.tokens[verb.main].lemma, _words(view, verb.last, end)
    if group.modal in ("may", "might", "can", "could") and not verb.passive:
        return "instead" in rest or (lemma in ("keep", "retain") and rest[:1] != () and rest[0] in _OWN)
    if lemma in _NOTHING and not verb.passive:
        return rest[:1] == ("nothing",)
    if lemma == "go" and not verb.passive:
        return bool(_PEACE & set(rest[:1]))
    if not verb.passive:
        return False
    return (
        lemma in _FORGIVEN
        or (lemma in _HANDLED and bool(_MILD & set(rest[:4])))
        or (lemma in ("give", "show", "grant") and bool(_GRACE & set(rest[:2])))
        or (lemma == "leave" and bool(_LEFT & set(rest[:2])))
        or (lemma in ("let", "wave") and rest[:1] in (("off",), ("go",), ("free",), ("through",)))
    )


def _words(view: View, first: int, end: int) -> tuple[str, ...]:
    """The words between two tokens, in lower case, without quotation marks."""
    return tuple(
        view.lower(n)
        for n in range(first, min(end, len(view.tokens)))
        if view.tokens[n].tag not in ("``", "''")
    )


def keeps_away(view: View, group: VerbGroup) -> bool:
    """Whether what is asked is to leave something: "are to stay away from lessons", "must refrain from trading"."""
    verb = predicate(view, group)
    lemma, after, then = view.tokens[verb.main].lemma, view.lower(verb.last), view.lower(verb.last + 1)
    if verb.passive:
        return False
    away = after in ("away", "off", "clear") and then in ("from", "of", "", ".", ",", ";")
    return lemma in _REFRAINING or (
        lemma in ("stay", "keep", "steer") and (away or (after == "out" and then == "of"))
    )


_REFRAINING = wordset("refrain abstain desist cease")


def is_exception(view: View, first: int, end: int) -> bool:
    """Whether something is named as an exception: "are the only exception", "as the one exception"."""
    for n in range(first + 2, min(end, len(view.tokens))):
        if view.tokens[n].lemma != "exception" or view.lower(n - 1) not in _ONLY:
            continue
        at = n - 3 if view.lower(n - 2) == "the" else n - 2
        if at >= 0 and (view.lower(at) in ("as", "not") or view.tokens[at].lemma == "be"):
            return True
    return False


def makes_exception(view: View, group: VerbGroup) -> bool:
    """Whether an exception is made for some: "made an exception only for widows"; "no exception" is none."""
    base = view.chunks.noun_from.get(group.last)
    if base is None or view.tokens[base[1] - 1].lemma not in ("exception", "exemption") or group.passive:
        return False
    return view.lower(base[0]) != "no" and "for" in view.lowers[base[1] : base[1] + 3]


_ONLY = wordset("only one sole single an")


def rewards(view: View, group: VerbGroup) -> bool:
    """Whether the verb rewards those who do what is wished: "will be paid 5,000 crowns"."""
    verb = predicate(view, group)
    return (
        verb.passive and not verb.negated and view.tokens[verb.main].lemma in ("pay", "reward", "compensate")
    )


def at_most(view: View, group: VerbGroup) -> bool:
    """Whether a leave sets a limit and no more: "may last no longer than two hours", "may not ..." aside."""
    for n in range(group.last, min(group.last + 4, len(view.tokens) - 2)):
        words = view.lowers[n : n + 3]
        if words[0] == "no" and words[1] in ("more", "longer", "later", "further") and words[2] == "than":
            return True
    return False


def shuts_out(view: View, group: VerbGroup, floor: int) -> bool:
    """Whether a ban is what those have to expect who do something: "children who skip it will be barred from exams"."""
    if not group.passive or group.modal not in ("will", "would", "shall"):
        return False
    who = subject_before(view.chunks, group, floor)
    given = (
        who is not None
        and any(  # no deed of theirs: "men who have received a notice will be banned from travel"
            view.lower(n) == "who"
            and _GIVEN & {view.tokens[m].lemma for m in range(n + 1, min(n + 4, who[1]))}
            for n in range(*who)
        )
    )
    return (
        who is not None
        and not given
        and any(view.lower(n) in ("who", "whoever", "caught") for n in range(*who))
    )


_GIVEN = frozenset({"receive", "live", "hold", "belong", "come", "reside", "reach", "turn"})


def punishes_failing(view: View, group: VerbGroup, floor: int) -> bool:
    """Whether what is withheld is withheld from those who do not comply: "those who fail to pay will not get their salt"."""
    who = subject_before(view.chunks, group, floor)
    return who is not None and any(
        view.lower(n) in ("who", "that") and view.tokens[n + 1].lemma in FAILING
        for n in range(who[0], who[1] - 1)
    )


def turned(view: View, found: list[Norm]) -> list[Norm]:
    """The clauses with what turns them round as clauses of their own, and with those kept under a measure."""
    result: list[Norm] = []
    for norm in found:
        before = result[-1] if result else None
        kept = (
            before is not None
            and before.modality == "exempt"
            and (_all_the_same(view, norm) or (norm.rule == "order.except" and norm.first <= before.last + 1))
        )
        result += _parted(view, replace(norm, modality="retain", rule="order.retain") if kept else norm)
    return result


def _all_the_same(view: View, norm: Norm) -> bool:
    """Whether a clause keeps some under what others are let off: "but those who sold discs will be handed over"."""
    at = norm.first - 1
    class_ = (
        view.lower(norm.first) in ("those", "anyone", "whoever", "anybody")
        or "who" in view.lowers[norm.first : norm.verb]
    )
    bound = norm.modality == "require" and norm.rule in ("order.duty", "order.penalty", "order.says")
    words = set(view.lowers[norm.verb : norm.last])
    same = bool(words & _STILL) or ("same" in words and "all" in words)
    return bound and same and class_ and view.lower(at) in ("but", "while", ",")


def _parted(view: View, norm: Norm) -> list[Norm]:
    """A clause and what it turns back: "are excused, | but not those whose sons fled", "are dropped, | unless they fled"."""
    if norm.modality not in ("exempt", "require", "forbid") or norm.rule == "order.except":
        return [norm]
    spares = norm.modality == "exempt"
    for at in range(norm.verb + 1, norm.last - 2):
        word = view.lower(at)
        turns = word in ("but", "though", "although") and view.lower(at + 1) == "not"
        if turns and view.chunks.verb_at(at + 2) is None:
            turns = spares or people(view, at + 2, norm.last) != ()
        if not turns and not (spares and word == "unless"):
            continue
        modality, rule = ("retain", "order.retain") if spares else ("exempt", "order.exempt")
        base = view.chunks.noun_from.get(at + 2) if turns else None
        groups = split(view, (at + 2, norm.last)) if base is not None else ()
        groups = groups if people(view, at + 2, norm.last) else ()
        end = at - 1 if view.lower(at - 1) == "," else at
        return [replace(norm, last=end), Norm(at, norm.last, modality, groups, rule, at)]
    return [norm]


def only_needs(view: View, group: VerbGroup) -> bool:
    """The likes of "need only bring one bucket", "need not attend": less than is asked of the others."""
    words = view.lowers[group.first : group.last + 2]
    return "need" in words and ("only" in words or "not" in words)


def only_they(view: View, start: int) -> bool:
    """Whether only some are named: "Only those with a pass are to be let through"."""
    return view.lower(start) == "only" or (start > 0 and view.lower(start - 1) == "only")
