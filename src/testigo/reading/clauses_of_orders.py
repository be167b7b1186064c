"""What an order, law or rule lays down: its clauses in one sentence, each with its modality and the groups it names.

Rules: see RULES, each with an example.
- A clause is found by its verb: a duty ("must", "are to", "has to"), a ban, a permission, an exemption, a penalty.
- In the text of an order a statement in the present tense lays something down; one in the past is its ground.
- An exception ("except for", "excluding", "with only ... exempted") is a clause of its own that exempts.
- Whoever is kept out of a leniency is kept under the measure: `retain`.
More than 400 lines because the modalities are told apart by one sequence of checks.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import is_class
from testigo.reading.left_free import holds, is_covered, is_stopped, reaches
from testigo.reading.lists import wordset
from testigo.reading.order_duties import is_to, last_main, next_verb, takes_to
from testigo.reading.order_goes_on import as_before, pays, quoted_subject
from testigo.reading.order_groups import first_listed, levels, matter, names_people, people, split
from testigo.reading.order_leniency import (
    LENIENT,
    at_most,
    is_exception,
    keeps_away,
    lets_off,
    makes_exception,
    only_needs,
    only_they,
    predicate,
    punishes_failing,
    rewards,
    shuts_out,
    turned,
)
from testigo.reading.order_penalties import PENAL, PUNISHING, bound_to, sanction_follows, whoever
from testigo.reading.order_reach import (
    AUXILIARIES,
    EXEMPTING,
    Norm,
    apart,
    clause_end,
    exceptions,
    rules_with,
    threatened,
)
from testigo.reading.phrases import onward, short, subject
from testigo.reading.subjects import subject_before
from testigo.reading.view import View
from testigo.value import replace, value

RULES = (
    ("order.duty", "must, shall, is to, has to: required", "Each unit must report two persons."),
    ("order.ban", "a duty that is negated, and verbs of banning: forbidden", "Nobody may leave the village."),
    ("order.permit", "may, is allowed to: permitted", "Owners may keep one phone."),
    (
        "order.exempt",
        "exempt, excluded, left out, spared: a group taken out",
        "Mothers of infants are exempt.",
    ),
    (
        "order.except",
        "except for, excluding, with the exception of: a group taken out",
        "except for engineers",
    ),
    (
        "order.retain",
        "kept out of a leniency, still subject to: a group kept under",
        "It does not extend to brokers.",
    ),
    ("order.penalty", "a punishment for those who do not comply: required", "Offenders face three months."),
    (
        "order.finding",
        "what an order notes as having happened: its ground",
        "The order noted that calls had multiplied.",
    ),
    (
        "order.says",
        "what the text of an order states in the present tense",
        "It says that parents lose their cards.",
    ),
    ("order.command", "what somebody is ordered to do", "He ordered farms to hand over grain."),
    (
        "order.protect",
        "a protection stated by a law: its breach is forbidden",
        "Homes are protected from trespass.",
    ),
)

_NOT = wordset("not n't n’t never cannot nor")
_JUSTIFIED = wordset("need aim design base mean intend serve justify")  # "The measure is needed because"
_DUTY = wordset("must shall should will ought would")
_CAN = wordset("can ca cannot")  # "cannot go", "can’t go"
_ABLE = wordset("meet afford find get manage obtain cope fulfil fulfill reach achieve provide supply feed")
_BANNING = wordset("forbid prohibit ban bar outlaw criminalize criminalise proscribe restrict")
_ALLOWING = wordset("allow permit authorize authorise entitle let enable")
_GUARDING = wordset("protect guarantee safeguard")
_LAYING = wordset("set impose introduce threaten stipulate fix raise demand limit cut tighten establish")
ORDERISH = wordset(
    "order ordinance leniency amnesty pardon relief exemption indulgence benefit directive decree relaxation exception"
    " instruction policy concession clemency protection"
)
_KEEPING = wordset("remain continue stay reaffirm retain keep")
_MARKS = wordset('“ ” " « » ( ) [ ]')

Range = tuple[int, int]


@value
class Context:
    """What is known of the words. text: they are an order's own; ground: its statements of the past count as findings;
    near: an order's clauses stand right before; under: "Under the order, the ration was cut", so in the past, too;
    said: it is said to say so, "The notice said that they could not leave".
    """

    text: bool = False
    ground: bool = False
    near: bool = False
    under: bool = False
    said: bool = False


def norms(view: View, first: int, last: int, context: Context) -> list[Norm]:
    """The clauses between two tokens."""
    found: list[Norm] = []
    for group in view.chunks.verbs:
        if group.first < first or group.first >= last:
            continue
        if found and _shares_duty(view, group, found[-1]):
            found.append(_gapped(view, group, last))
            continue
        if found and _likewise(view, group):
            found.append(_as_before(view, group, last, found[-1]))
            continue
        wished = context.text and _wished(view, group, first)
        if not wished and not _leads(view, group, first):
            continue
        norm = _wish(view, group, first, last) if wished else _norm(view, group, first, last, context)
        if norm is not None:
            found += _listed(view, norm)
    found += exceptions(view, first, last) + rules_with(view, first, last)
    return turned(view, sorted(apart(found), key=lambda n: n.first))


def _shares_duty(view: View, group: VerbGroup, norm: Norm) -> bool:
    """Whether a participle shares the duty before: "he is to be removed, and his household banished"."""
    base = view.chunks.noun_upto.get(group.first)
    if group.finite or view.tokens[group.first].tag not in ("VBN", "VBD") or base is None:
        return False
    duty = norm.rule in ("order.duty", "order.says") and group.first - norm.verb < 25
    duty = duty and view.tokens[group.main].lemma not in EXEMPTING
    return duty and view.lower(base[0] - 1) == "and" and names_people(view, base)


def _likewise(view: View, group: VerbGroup) -> bool:
    """The likes of "..., as do students", "..., as must their wives"."""
    alone = group.last - group.first == 1 and view.lower(group.first) in AUXILIARIES
    return alone and view.lower(group.first - 1) == "as" and view.chunks.noun_from.get(group.last) is not None


def _as_before(view: View, group: VerbGroup, last: int, norm: Norm) -> Norm:
    end = clause_end(view, group, last)
    groups = people(view, group.last, end)
    return replace(norm, first=group.first - 1, last=end, groups=groups, verb=group.first)


def _gapped(view: View, group: VerbGroup, last: int) -> Norm:
    base = view.chunks.noun_upto[group.first]
    return Norm(
        base[0], clause_end(view, group, last), "require", split(view, base), "order.duty", group.first
    )


def _wished(view: View, group: VerbGroup, floor: int) -> bool:
    """Whether the verb is one of a command: "instructed that sermons be submitted", "that each team turn in a report"."""
    if group.modal or group.finite or view.tokens[group.first].tag != "VB":
        return False
    who = subject(view.chunks, group, floor)
    return who is not None and who[1] <= group.first and view.tokens[who[0]].tag != "TO"


def _wish(view: View, group: VerbGroup, floor: int, last: int) -> Norm:
    who = subject(view.chunks, group, floor) or (group.first, group.first)
    end = clause_end(view, group, last)
    modality, rule = ("forbid", "order.ban") if group.negated else ("require", "order.duty")
    groups = groups_of(view, group, who, end, modality, rule)
    return Norm(who[0], end, modality, groups, rule, group.first, levels(view, who[0], end))


def _listed(view: View, norm: Norm) -> list[Norm]:
    """A clause for each "to" of a list: "are to withhold coupons, to report families, and to detain one parent"."""
    starts = [
        g.first
        for g in view.chunks.verbs
        if norm.verb < g.first < norm.last
        and (g.modal == "to" or _and_also(view, g.first))
        and view.lower(g.first - 1) in ("and", "or", ",")
    ]
    if not starts or not _is_to_at(view, norm.verb):
        return [norm]
    ends = [
        at - 1 if view.lower(at - 1) == "," else at - 2 if view.lower(at - 2) == "," else at - 1
        for at in starts
    ]
    parts = [replace(norm, last=ends[0], levels=levels(view, norm.first, ends[0]))]
    for number, start in enumerate(starts):
        end = ends[number + 1] if number + 1 < len(starts) else norm.last
        at = start + (view.lower(start) == "to")
        parts.append(
            Norm(at, end, norm.modality, people(view, at, end), norm.rule, at, levels(view, at, end))
        )
    return parts


def _and_also(view: View, at: int) -> bool:
    """Whether a second thing to do starts here: "are to collect all phones and | search bags", not "write and sign it"."""
    return view.tokens[at].tag == "VB" and view.lower(at - 1) == "and" and view.chunks.verb_of[at - 2] < 0


def _is_to_at(view: View, at: int) -> bool:
    group = view.chunks.verb_at(at)
    return group is not None and is_to(view, group)


def _leads(view: View, group: VerbGroup, floor: int) -> bool:
    """Whether the verb leads a clause of its own: finite, and not in a relative or adverbial clause."""
    if not group.finite:
        return False
    who = subject(view.chunks, group, floor)
    if who is not None and view.tokens[who[0]].tag in ("WP", "WDT") and who[1] - who[0] == 1:
        return False
    listed = who is not None and who[1] - who[0] > 1 and view.lower(who[0]) == "that"  # ", that medicine may"
    if who is not None and view.lower(who[0]) in ("who", "which", "that") and not listed:
        return False
    start = who[0] if who else group.first
    opener = view.lower(start - 1) if start > floor else ""
    if opener == "while" and view.lower(start - 2) == ",":
        return True  # "..., while those who own up may keep their homes"
    if opener in ("as", "because", "since") and who and view.lower(who[0]) in _ANYBODY:
        return True  # "..., as anyone who breaks a seal is to be punished"
    return opener not in (
        "if",
        "because",
        "when",
        "while",
        "after",
        "before",
        "unless",
        "since",
        "although",
        "whether",
        "where",
        "whose",
        "as",
    )


_ANYBODY = wordset("anyone anybody everyone everybody whoever nobody those")


def _norm(view: View, group: VerbGroup, floor: int, last: int, context: Context) -> Norm | None:
    verdict = _modality(view, group, floor, context)
    if verdict is None:
        return None
    modality, rule = verdict
    if modality == "require":
        kept = matter(view, group.first, clause_end(view, group, last))
        lemma = view.tokens[group.main].lemma
        holds = (lemma in _KEEPING and not group.passive) or next_verb(view, group) in (
            "remain",
            "stay",
            "continue",
        )
        if kept == "exempt" or (kept == "retain" and holds):
            modality, rule = kept, f"order.{kept}"
    who = subject_of(view, group, floor)
    if who is not None and who[1] - who[0] > 1 and view.lower(who[0]) == "that":
        who = who[0] + 1, who[1]
    shared = group.first > floor and view.lower(group.first - 1) in ("and", "or", "but")
    start = who[0] if who is not None and who[1] <= group.first and not shared else group.first
    if shared and who is not None:
        who = who[0], _first_verb(view, who)
    end = clause_end(view, group, last)
    let = view.tokens[last_main(view, group)].lemma in _LETTING
    let = let or (rule == "order.says" and view.tokens[group.main].lemma in _LETTING)
    if rule in ("order.duty", "order.says") and let and who is not None and only_they(view, start):
        modality, rule = "exempt", "order.exempt"
    if modality in ("require", "permit") and lets_off(view, group, end):
        modality, rule = "exempt", "order.exempt"
    if rule == "order.duty" and rewards(view, group):
        modality, rule = "permit", "order.permit"
    if rule == "order.ban" and group.modal in ("will", "shall") and punishes_failing(view, group, floor):
        modality, rule = "require", "order.penalty"
    if rule == "order.duty" and threatened(view, start):
        rule = "order.penalty"
    groups = groups_of(view, group, who, end, modality, rule)
    return Norm(start, end, modality, groups, rule, group.first, levels(view, start, end))


_LETTING = wordset("let allow admit permit receive get keep stay remain spare leave enter pass")


def subject_of(view: View, group: VerbGroup, floor: int) -> Range | None:
    """The subject, or what follows an inverted verb ("excluded from the order were families of ...")."""
    who = subject(view.chunks, group, floor) or quoted_subject(view, group)
    if who is not None and who[1] > group.first:
        return None
    if who is not None and view.lower(who[0]) == "whose" and who[0] in view.chunks.noun_upto:
        return view.chunks.noun_upto[who[0]][0], group.first  # "a guardian whose ward breaks it is to be"
    whole = subject_before(view.chunks, group, floor)
    if who is None or whole is None or not floor <= whole[0] < who[0] or whole[1] != who[1]:
        return who
    between = [other for other in view.chunks.verbs if whole[0] < other.first < who[0]]
    if any(_leads(view, g, floor) and not _in_relative(view, whole[0], g.first) for g in between):
        return who
    listed = all(view.tokens[n].tag in _IN_LISTS for n in range(whole[0], who[0]))
    if between or listed:
        return whole  # "anyone caught with a phone shall be banished"
    return (first_listed(view, whole, who), who[1])


_IN_LISTS = frozenset({"NN", "NNS", "JJ", "CC", ","})  # "Doctors, nurses and guards on duty are exempt"


def _first_verb(view: View, who: Range) -> int:
    """Where those end who share a subject: "Farmers who miss it | will not only lose their land but will be"."""
    verbs = (g.first for g in view.chunks.verbs if who[0] < g.first < who[1] and g.finite)
    return next((at for at in verbs if not _in_relative(view, who[0], at)), who[1])


def _in_relative(view: View, first: int, at: int) -> bool:
    """Whether the verb at `at` belongs to a relative clause: no other verb stands between it and its pronoun."""
    opened = [n for n in range(first, at) if view.lower(n) in ("who", "whose", "which", "that", "whoever")]
    return bool(opened) and not any(
        g.finite and opened[-1] < g.first < at and (g.last < at or view.lower(g.last) not in ("and", "or"))
        for g in view.chunks.verbs
    )


def _modality(view: View, group: VerbGroup, floor: int, context: Context) -> tuple[str, str] | None:
    words = [view.lower(n) for n in range(group.first, group.last)]
    main = view.tokens[group.main].lemma
    negated = group.negated or "cannot" in words or "neither" in words or view.lower(group.last) == "neither"
    if group.modal in ("may", "can", "could") and main in _BANNING and (not group.passive or context.under):
        return _may(view, group, floor, negated=negated) if context.text else None  # "the governor may ban"
    special = _special(view, group, main, floor, negated=negated)
    if special is not None or only_needs(view, group):
        return special or ("exempt", "order.exempt")
    negated = negated or ("no" in words and "longer" in words)
    nobody = _says_nobody(view, group, floor)
    no = negated or nobody
    allows = group.modal == "may" or (group.modal == "might" and context.under)
    if allows and (context.near or context.text or nobody or "longer" in words):
        goes_on = context.near and not no and _goes_on(view, group)
        return ("exempt", "order.exempt") if goes_on else _may(view, group, floor, negated=no)
    keeps = context.near and not no and main in ("keep", "retain") and _goes_on(view, group)
    free = negated and main == "have" and (context.near or context.text) and takes_to(view, group)
    if (
        keeps or free
    ):  # "boys whose fathers died in uniform keep their deferral", "women over 60 don't have to go"
        return "exempt", "order.exempt"
    if group.modal in _DUTY or is_to(view, group, told=context.text):
        return _bound(view, group, context, negated=negated, nobody=nobody)
    if not context.text:
        return _behind(view, group, floor, words) if context.near else None
    barred = context.said and no and main not in _ABLE
    if group.modal in _CAN or (group.modal == "could" and (context.under or barred)):
        return _may(view, group, floor, negated=no)
    return _stated(view, group, main, context, negated=no)


def _bound(
    view: View, group: VerbGroup, context: Context, *, negated: bool, nobody: bool
) -> tuple[str, str] | None:
    """A duty: "shall" and "must" always, "will", "should" and "would" only in or after an order's text."""
    if group.modal in ("will", "should", "would") and not (context.text or context.near):
        return None
    leaves = keeps_away(view, group)
    if not negated and not nobody:
        return ("forbid", "order.ban") if leaves else ("require", "order.duty")
    if leaves:
        return "require", "order.duty"  # "must not cease work"
    verb = predicate(view, group)
    spared = view.tokens[group.main].lemma in PUNISHING
    spared = spared or (verb.passive and view.tokens[verb.main].lemma in _ONLY_PUNISHING)
    return ("exempt", "order.exempt") if spared and not nobody else ("forbid", "order.ban")


_ONLY_PUNISHING = wordset("punish fine prosecute penalize penalise jail imprison")


def _behind(view: View, group: VerbGroup, floor: int, words: list[str]) -> tuple[str, str] | None:
    """What is laid down right behind an order's clauses: "members of one family can no longer fish together"."""
    if group.modal in _CAN and "no" in words and "longer" in words:
        return "forbid", "order.ban"
    return whoever(view, group, floor) or pays(view, group, floor) or as_before(view, group, floor)


def _goes_on(view: View, group: VerbGroup) -> bool:
    """Whether somebody may go on as before: "may keep their stalls", "may go on trading", "may be marked green even if"."""
    lemma, after = view.tokens[group.main].lemma, view.lower(group.last)
    if group.modal and lemma in _KEEPING:
        return True
    if lemma in ("keep", "retain"):
        return after in ("their", "his", "her", "its") and view.tokens[group.first].tag in ("VBP", "VBZ")
    rest = view.lowers[group.last : group.last + 12]
    return (lemma == "go" and after in ("on", "ahead")) or ("even" in rest and "if" in rest)


def _may(view: View, group: VerbGroup, floor: int, *, negated: bool) -> tuple[str, str]:
    """The word "may": a permission; "only ... may" takes a group out; "may be imprisoned" is a penalty."""
    only = any(view.lower(n) == "only" for n in range(max(floor, group.first - 8), group.first))
    if only and not negated:
        who = subject(view.chunks, group, floor)
        people_named = who is None or who[1] > group.first or names_people(view, who)
        return ("exempt", "order.exempt") if people_named else ("forbid", "order.ban")
    if not negated and (view.lower(group.last) == "only" or at_most(view, group)):
        return "forbid", "order.ban"  # "may be sold only in state shops"
    main = view.tokens[group.main].lemma
    if (main in PUNISHING and group.passive and not negated) or (
        main in _LEADING and sanction_follows(view, group)
    ):
        return "require", "order.penalty"
    return ("forbid", "order.ban") if negated else ("permit", "order.permit")


_LEADING = wordset("result lead incur bring carry entail")


def _stated(
    view: View, group: VerbGroup, main: str, context: Context, *, negated: bool
) -> tuple[str, str] | None:
    """A plain statement in an order's own text: laid down in the present, a ground in the past."""
    tag = view.tokens[group.first].tag
    present = tag in ("VBZ", "VBP") and not group.perfect
    present = present or (context.under and group.passive and not group.perfect and tag == "VBD")
    if main in ("say", "state", "note", "read", "add", "point", "begin", "explain", "follow", "warn"):
        return None
    if not present or (main in _JUSTIFIED and (group.passive or main in ("serve", "aim"))):
        return ("finding", "order.finding") if context.ground else None
    if main == "be" and group.main == group.last - 1 and context.ground:
        return "finding", "order.finding"
    return ("forbid", "order.says") if negated or is_stopped(view, group) else ("require", "order.says")


def _special(view: View, group: VerbGroup, main: str, floor: int, *, negated: bool) -> tuple[str, str] | None:
    """Verbs that tell by themselves: exempting, banning, allowing, penalties, "subject to"."""
    after = view.lower(group.last)
    what = main if main != "be" else view.lower(_past_marks(view, group.last))
    present = view.tokens[group.first].tag in ("VBZ", "VBP") or group.modal in _DUTY
    named = any(
        view.tokens[n].lemma in ORDERISH for n in range(group.last, min(group.last + 5, len(view.tokens)))
    )
    left = main in ("leave", "let") and after in ("out", "off") and group.passive and (present or named)
    if main == "be" and present and is_exception(view, group.first, group.last + 5):
        negated, what = False, "exempt"  # "are not the only exception" are one, too
    if what in EXEMPTING or left:
        return None if negated and main == "spare" else _taken_out(view, group, negated=negated)
    if negated and is_covered(view, group):
        return _taken_out(view, group, negated=False, link="in")
    if holds(view, group) and (negated or _says_nobody(view, group, floor)):
        who = subject(view.chunks, group, floor)
        lenient = who is not None and any(view.tokens[n].lemma in LENIENT for n in range(*who))
        return ("retain", "order.retain") if lenient else ("exempt", "order.exempt")
    if main in ("make", "grant", "allow") and makes_exception(view, group):
        return ("retain", "order.retain") if negated else ("exempt", "order.exempt")
    if main in ("fall", "come") and after == "under" and view.tokens[group.first].tag in ("VBZ", "VBP"):
        graded = levels(view, group.last, min(group.last + 5, len(view.tokens))) is not None
        return ("exempt", "order.exempt") if negated else ("require", "order.duty") if graded else None
    if main == "be" and what in _SUBJECTED:
        return _subjected(view, group, what, floor, present=present, negated=negated)
    if main in _ALLOWING and _says_nobody(view, group, floor):
        negated = True  # "no one is allowed inside"
    if main in _BANNING and shuts_out(view, group, floor):
        return "require", "order.penalty"
    reached = reaches(view, group, _past_marks(view, group.last), negated=negated) if present else None
    return reached or _worded(view, group, main, present=present, negated=negated)


_SUBJECTED = wordset("subject liable punishable illegal banned mandatory compulsory obligatory")


def _subjected(
    view: View, group: VerbGroup, what: str, floor: int, *, present: bool, negated: bool
) -> tuple[str, str] | None:
    """What is illegal, compulsory, punishable, or subject to something that an order can lay on somebody."""
    if what in ("illegal", "banned"):
        return "forbid", "order.ban"
    if negated:
        return "exempt", "order.exempt"
    if what == "subject" and not present and not bound_to(view, group.last + 2):
        return None  # "courts were subject to influence"
    kept = any(
        view.tokens[n].lemma in _KEEPING or view.lower(n) in ("existing", "still")
        for n in range(max(0, floor - 12), group.first)
    )
    return ("retain", "order.retain") if kept else ("require", "order.penalty")


def _worded(
    view: View, group: VerbGroup, main: str, *, present: bool, negated: bool
) -> tuple[str, str] | None:
    """Verbs of banning, allowing, protecting, requiring, and of penalties."""
    if main in _BANNING and not (group.passive and group.perfect and not present):
        return ("permit", "order.permit") if negated else ("forbid", "order.ban")
    right = main in ("have", "enjoy") and view.lowers[group.last : group.last + 2] == ("the", "right")
    if right or (main in _ALLOWING and present and not group.perfect):
        return ("forbid", "order.ban") if negated else ("permit", "order.permit")
    if main in _GUARDING and group.passive and not group.perfect:
        return "forbid", "order.protect"
    if main in PENAL and present and not group.perfect and sanction_follows(view, group):
        return "require", "order.penalty"
    if main == "threaten" and group.passive and present:
        return "require", "order.penalty"
    if main in ("require", "oblige", "supposed") and group.passive and present:
        return ("exempt", "order.exempt") if negated else ("require", "order.duty")
    if main == "need" and present and view.chunks.noun_from.get(group.last) is not None:
        return ("exempt", "order.exempt") if negated else ("require", "order.duty")
    return None


def _past_marks(view: View, at: int) -> int:
    while view.lower(at) in _MARKS or view.lower(at) in ("also", "still", "not", "so-called"):
        at += 1
    return at


def _taken_out(view: View, group: VerbGroup, *, negated: bool, link: str = "from") -> tuple[str, str]:
    """Exempted from a duty, or kept out of a leniency and so under the measure."""
    at = group.last
    while at < len(view.tokens) and at < group.last + 4 and view.lower(at) != link:
        at += 1
    place = at + 1 if view.lower(at) == link else 0
    phrase = short(view.chunks, place, len(view.tokens)) if place else None
    kind = bool(phrase and any(view.tokens[n].lemma in ORDERISH for n in range(*phrase)))
    if negated:
        kind = not kind
    return ("retain", "order.retain") if kind else ("exempt", "order.exempt")


def _says_nobody(view: View, group: VerbGroup, floor: int) -> bool:
    who = subject(view.chunks, group, floor)
    return who is not None and (view.lower(who[0]) in ("no", "nobody", "none", "neither"))


def groups_of(
    view: View, group: VerbGroup, who: Range | None, end: int, modality: str, rule: str
) -> tuple[Range, ...]:
    """Whom a clause names: its subject, or where that is an authority or missing, the people it is done to."""
    inverted = onward(view.chunks, _past_marks(view, group.last), end) if who is None else None
    if (
        view.lower(group.first) in ("were", "was", "are", "is")
        and inverted is not None
        and rule == "order.retain"
    ):
        return split(view, inverted)
    if view.tokens[group.main].lemma in ("extend", "apply"):
        at = next((n for n in range(group.last, end) if view.lower(n) == "to"), end)
        phrase = onward(view.chunks, at + 1, end) if at < end else None
        return split(view, phrase) if phrase else ()
    if rule == "order.ban" and who is not None and view.lower(who[0]) in ("nobody", "none"):
        return ()  # "Nobody is to leave the site in a group of fewer than three"
    fits = who is not None and names_people(view, who)
    passive = (
        group.passive
        or rule in ("order.exempt", "order.retain", "order.penalty", "order.says")
        or modality == "permit"
    )
    inner = next((g for g in view.chunks.verbs if g.first == group.last and g.modal == "to"), None)
    if inner is not None and inner.passive:
        passive = True
    if fits and who is not None and (passive or not is_class(view.tokens, who, "authority")):
        return split(view, who)
    return people(view, group.last, end)
