"""What is a crime, banned or tied to a permission without an order as its subject: "Libel was a criminal offense".

Rules:
- What is or remains a crime, an offense, banned or outlawed is forbidden; what is said to be none is exempt.
- "Made it a crime to" forbids what the infinitive tells; "punishable by" is a penalty of its own.
- What "required approval" or a permit of an office is bound to it.
- A deed of somebody ("The shooting was a crime", "a crime against humanity") is judged, not made one.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.order_groups import people
from testigo.reading.order_reach import Norm, clause_end
from testigo.reading.phrases import subject
from testigo.reading.scenes import Mention, Scene, clause_of
from testigo.reading.subjects import subject_before
from testigo.reading.triggers import Trigger
from testigo.reading.view import View

_CRIME = Trigger("act.crime", "directive", "policy", (), (), (), "Libel was a criminal offense.")
_PENALTY = Trigger(
    "act.penalty", "event", "sentence", (), (), (), "Libel was a misdemeanor punishable by a fine."
)
OWN = (_CRIME, _PENALTY)
_CRIMES = wordset("crime offense offence felony misdemeanor misdemeanour")
_WRONG = wordset("banned outlawed prohibited forbidden illegal unlawful criminalized criminalised")
_JUDGING = wordset("war against first second hate heinous serious this that these his her their")
_LEAVE = wordset("approval permission permit license licence authorization authorisation visa accreditation")
_ASIDE = frozenset({"by", "with", "under"})


def made_crimes(view: View) -> list[Norm]:
    """The clauses of a sentence that make something a crime, ban it, threaten a penalty or ask for a permission."""
    found = [norm for group in view.chunks.verbs if (norm := _of_verb(view, group)) is not None]
    return found + _penalties(view)


def before_penalty(view: View, first: int, last: int) -> int:
    """Where a clause ends before the penalty that it names: "made it a crime to beg, | punishable by a fine"."""
    at = next((n for n in range(first, last) if _names_penalty(view.lowers, n)), last)
    return at - 1 if first < at < last and view.lower(at - 1) == "," else at


def split_by_penalty(view: View, group: VerbGroup) -> bool:
    """Whether a penalty stands between "a crime" and what is made one: "a crime, punishable by a fine, to beg"."""
    to = _infinitive(view, group)
    return to > 0 and any(_names_penalty(view.lowers, n) for n in range(group.last, to))


def _of_verb(view: View, group: VerbGroup) -> Norm | None:
    if not group.finite or group.modal or view.zones[group.first]:
        return None
    who = subject(view.chunks, group, view.bounds(group.first)[0])
    lemma = view.tokens[group.main].lemma
    if lemma in ("face", "risk") and not group.negated:
        return _threatened(view, group)
    if who is None and group.first == 1 and view.tokens[0].tag == "VBG":
        who = (0, 1)  # "Begging was not a crime"
    if who is None or view.lower(who[0]) in ("there", "who", "which", "that"):
        return None
    if lemma in ("be", "remain"):
        return _is_crime(view, group, who)
    if lemma == "make" and view.lower(group.last) == "it":
        return _makes_crime(view, group)
    leave = lemma in ("require", "need") and not group.negated and not group.passive
    return _asks_leave(view, group, who) if leave else None


def _is_crime(view: View, group: VerbGroup, who: tuple[int, int]) -> Norm | None:
    words = view.lowers[group.last : group.last + 4]
    crime = next((n for n, word in enumerate(words) if word.removesuffix("s") in _CRIMES), None)
    remains = view.tokens[group.main].lemma == "remain" and words[:1] and words[0] in _WRONG
    if (crime is None and not remains) or _somebody(view, who):
        return None
    who = _deed(view, who)
    if view.lower(who[0]) in _OF_ONE or not _JUDGING.isdisjoint(view.lowers[group.last : group.last + 6]):
        return None
    if crime is not None and any(view.lower(group.last + n) in ("of", ",", ".") for n in range(crime)):
        return None
    end = before_penalty(view, group.last, clause_end(view, group, len(view.tokens)))
    modality, rule = ("exempt", "order.exempt") if group.negated else ("forbid", "order.ban")
    return Norm(who[0], end, modality, people(view, group.last, end), rule, group.first)


def _somebody(view: View, who: tuple[int, int]) -> bool:
    """Whether a subject is somebody; a deed at the head of a sentence is no name: "Libel was", "Insulting the king was"."""
    deed = who[0] == 0 and who[1] == 1 and view.lower(0).endswith("ing")
    if deed or any(view.lower(n) in _DEEDS for n in range(*who)) or _deed(view, who) != who:
        return False
    return is_class(view.tokens, who, "person")


def _deed(view: View, who: tuple[int, int]) -> tuple[int, int]:
    """The whole of a subject that is an "-ing" form with its object: "Insulting the king" in "Insulting the king was"."""
    before = who[0] == 1 and view.tokens[0].tag == "VBG"
    return (0, who[1]) if before else who


_DEEDS = wordset(
    "libel slander defamation blasphemy sedition apostasy adultery insult insults homosexuality abortion treason espionage"
    " proselytism begging vagrancy prostitution sodomy extremism separatism disinformation incitement rape violence torture"
    " fgm mutilation slavery trafficking harassment discrimination abuse corruption bribery smuggling desertion"
)
_OF_ONE = wordset("the this that his her their its these those")


def _makes_crime(view: View, group: VerbGroup) -> Norm | None:
    to = _infinitive(view, group)
    if not to or group.negated:
        return None
    first = to + 1 if split_by_penalty(view, group) else group.first
    end = before_penalty(
        view, to, clause_end(view, group, len(view.tokens)) if first == group.first else len(view.tokens)
    )
    return Norm(first, end, "forbid", people(view, to, end), "order.ban", group.first)


def _threatened(view: View, group: VerbGroup) -> Norm | None:
    """What whoever does not comply faced: "Violators faced fines", "Guilds that failed to register risked closure"."""
    end = clause_end(view, group, len(view.tokens))
    if not any(view.tokens[n].lemma in _SANCTIONS for n in range(group.last, min(end, group.last + 6))):
        return None
    who = subject_before(view.chunks, group, view.bounds(group.first)[0])
    behind = view.lowers[group.last : end]
    so = any(
        behind[n : n + 2] in (("if", "they"), ("for", "failing"), ("if", "caught"))
        for n in range(len(behind))
    )
    if who is None or who[1] > group.first:
        return Norm(group.first, end, "require", (), "order.penalty", group.first) if so else None
    offends = view.tokens[who[0]].lemma in _OFFENDERS or any(
        view.lower(n) in ("who", "that") and view.tokens[n + 1].lemma in _FAILING
        for n in range(who[0], who[1] - 1)
    )
    if not (offends or so) or view.tokens[who[0]].tag not in ("NNS", "DT"):
        return None
    return Norm(who[0], end, "require", (who,), "order.penalty", group.first)


_OFFENDERS = wordset("violator offender offenders transgressor perpetrator")
_FAILING = wordset("fail refuse violate break disobey defy breach ignore miss neglect flout")
_SANCTIONS = wordset(
    "fine penalty punishment imprisonment prison jail death dismissal expulsion confiscation closure loss deportation"
    " sanction suspension revocation sentence arrest detention labor labour prosecution eviction"
)


def _infinitive(view: View, group: VerbGroup) -> int:
    """The "to" of what is made a crime; 0 where none is."""
    near = range(group.last + 1, min(group.last + 5, len(view.tokens)))
    if not any(view.lower(n) in _CRIMES or view.lower(n) in _WRONG for n in near):
        return 0
    later = range(group.last + 2, len(view.tokens) - 1)
    return next((n for n in later if view.lower(n) == "to" and view.tokens[n + 1].tag == "VB"), 0)


def _asks_leave(view: View, group: VerbGroup, who: tuple[int, int]) -> Norm | None:
    """The likes of "Rallies required approval by the mayor"; a law that requires it is read elsewhere."""
    base = view.chunks.noun_from.get(group.last)
    if base is None or not any(view.tokens[n].lemma in _LEAVE for n in range(*base)):
        return None
    one = view.lower(who[0]) in _OF_ONE or view.tokens[who[1] - 1].lemma == "bill"
    if one or any(is_class(view.tokens, who, c) for c in ("authority", "order", "law", "country")):
        return None
    end = clause_end(view, group, len(view.tokens))
    return Norm(who[0], end, "require", people(view, *who), "order.duty", group.first)


def _penalties(view: View) -> list[Norm]:
    found: list[Norm] = []
    for at in range(1, len(view.tokens) - 1):
        if (
            not _names_penalty(view.lowers, at)
            or view.zones[at]
            or view.tokens[at - 1 - (view.lower(at - 1) in ("both", "also", "each"))].lemma
            in ("be", "remain")
            or (at > 1 and view.lower(at - 2) in _OF and view.tokens[at - 1].lemma in _OFFENSES)
        ):
            continue
        last = next((n for n in range(at + 2, len(view.tokens)) if _ends(view, n)), len(view.tokens))
        found.append(Norm(at, last, "require", (), "order.penalty", at))
    return found


_OF = wordset("for of with in")
_OFFENSES = wordset(
    "offense offence crime felony act charge"
)  # "for offenses punishable by death": which ones are meant


def _ends(view: View, at: int) -> bool:
    """Whether the penalty ends here: before ", to insult", ";" or a new clause."""
    if view.lower(at) in (";", "."):
        return True
    after = view.chunks.verb_at(at + 1)
    return (
        view.lower(at) in (",", "and", "but") and after is not None and (after.finite or after.modal == "to")
    )


def _names_penalty(lowers: tuple[str, ...], at: int) -> bool:
    return lowers[at] == "punishable" and at + 1 < len(lowers) and lowers[at + 1] in _ASIDE


def crimes(view: View, scene: Scene, found: list[Mention]) -> list[Mention]:
    """The acts of a sentence with what it makes a crime or ties to a leave, and the penalties that it threatens."""
    for norm in made_crimes(view):
        penal = norm.rule == "order.penalty"
        if penal and view.lower(norm.verb) != "punishable":
            continue  # what whoever does not comply faces is told by its own words
        if not penal and any(
            (m.trigger.kind, m.trigger.act) == ("directive", "policy") and m.at[0] <= norm.verb < m.at[1]
            for m in found
        ):
            continue
        last = norm.verb + 1 if penal else _at_word(view, norm)
        inside = (norm.first, norm.last)
        found = [m for m in found if not _covered(m, norm, penal=penal)]
        found.append(
            Mention(
                _PENALTY if penal else _CRIME,
                (norm.verb, last),
                inside,
                clause_of(scene, norm.verb),
                False,
                (),
            )
        )
    return found


def _at_word(view: View, norm: Norm) -> int:
    """Where the words end that make it a crime: "was a criminal offense", "made it illegal", "required approval"."""
    said = _CRIMES | _WRONG | _LEAVE
    near = range(norm.verb, min(norm.verb + 7, len(view.tokens)))
    return next((n + 1 for n in near if view.tokens[n].lemma in said or view.lower(n) in said), norm.verb + 1)


def _covered(mention: Mention, norm: Norm, *, penal: bool) -> bool:
    """Whether an act is only what a law speaks of: a punishment that it names, a deed that it makes a crime."""
    if penal:
        return norm.verb <= mention.at[0] < norm.last and mention.trigger.act in _NAMED
    return norm.first <= mention.at[0] < norm.last


_NAMED = wordset("sentence detention execution forced_labor")
