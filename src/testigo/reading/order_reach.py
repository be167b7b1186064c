"""How far a clause of an order reaches, and the exceptions in it.

Rules:
- A clause ends before the next one, an exception, a semicolon or the end of the region.
- An exception ("except for", "save for", "excluding", "with only ... exempted") is a clause of its own that exempts; so is
  what is laid on a class behind "with" ("with no one allowed to leave").
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup
from testigo.reading.lists import wordset
from testigo.reading.order_groups import names_people, people, split
from testigo.reading.phrases import onward, subject
from testigo.reading.subjects import subject_before
from testigo.reading.view import View
from testigo.reading.with_whom import laid_with, verdict
from testigo.value import value

Range = tuple[int, int]

EXEMPTING = wordset("except excepted exempt exclude spare excuse exempted excluded spared forgive pardon")
AUXILIARIES = wordset("do does are is will must may shall have has")
_EXCEPT = (
    ("except", "for"),
    ("except",),
    ("save", "for"),
    ("barring",),
    ("excluding",),
    ("with", "the", "exception", "of"),
    ("apart", "from"),
    ("other", "than"),
)
_EXCEPT_FIRST = frozenset(words[0] for words in _EXCEPT)


@value
class Norm:
    """One clause in token numbers of its sentence. groups: whom it names; levels: lowest and highest, or None."""

    first: int
    last: int
    modality: str
    groups: tuple[Range, ...]
    rule: str
    verb: int
    levels: tuple[int, int] | None = None


def clause_end(view: View, group: VerbGroup, last: int) -> int:
    """Where the clause of a verb ends: before the next clause, an exception, a semicolon or the region's end."""
    for at in range(group.last, last):
        word = view.lower(at)
        if word in (";", ":") or (at > group.last and _is_exception(view, at)):
            return at
        if at > group.last and opens_threat(view, at):
            return at - (view.lower(at - 1) == ",")
        if word == "," and (_next_clause(view, at, last) or _excepted(view, at, last)):
            return at
        if word in ("and", "but") and at >= group.last and _next_clause(view, at - 1, last):
            return at
        if word == "and" and at > group.last and _participle_follows(view, at + 1):
            return at - 1 if view.lower(at - 1) == "," else at
        if word == "with" and (view.lower(at + 1) == "only" or laid_with(view, at)):
            return at - 1 if view.lower(at - 1) == "," else at
        if word == "as" and view.lower(at - 1) == "," and view.lower(at + 1) in AUXILIARIES:
            return at - 1
    return last


def opens_threat(view: View, at: int) -> int:
    """How many words open a threat here, 0 if none: "or else they will be fined", "failing which", "otherwise"."""
    word, after = view.lower(at), view.lower(at + 1)
    if word == "or" and after in ("else", "otherwise"):
        return 2
    if word == "failing" and after == "which":
        return 2
    return int(
        word == "otherwise"
        and at > 0
        and view.lower(at - 1) not in _UNLESS
        and _next_clause(view, at, len(view.tokens))
    )


def threatened(view: View, start: int) -> bool:
    """Whether a clause stands behind words that open a threat: "otherwise | the owners would be fined"."""
    return start > 1 and any(opens_threat(view, start - n) == n for n in (1, 2))


_UNLESS = wordset("unless if except as and or but")


def _participle_follows(view: View, at: int) -> bool:
    """Whether people and a bare participle come next: "and his household banished"."""
    base = view.chunks.noun_from.get(at)
    group = view.chunks.verb_at(base[1]) if base is not None and base[1] < len(view.tokens) else None
    if base is None or group is None or group.finite or view.tokens[group.first].tag not in ("VBN", "VBD"):
        return False
    ends = view.lower(group.last) in ("", ".", ",", ";", "from", "to")
    return ends and names_people(view, base)


def _next_clause(view: View, comma: int, last: int) -> bool:
    """Whether a new clause starts after the mark: "and that", a finite verb, or a subject and its verb."""
    at = comma + 1
    that = at + 1 if view.lower(at) in ("and", "but", "or") else at
    if view.lower(that) == "that" and view.tokens[that].tag in ("IN", "DT") and that < last:
        return True
    while view.lower(at) in _LINKS:
        at += 1
    if view.lower(at) == "that" and view.tokens[at].tag in ("IN", "DT") and at < last:
        return True
    group = view.chunks.verb_at(at) if at < last else None
    if group is not None and group.finite and group.first == at:
        return True
    for other in view.chunks.verbs:
        if at < other.first <= min(last - 1, at + 16) and other.finite:
            who = subject(view.chunks, other, at)
            whole = subject_before(view.chunks, other, at)
            starts = at in [p[0] for p in (who, whole) if p is not None and p[1] <= other.first]
            if starts and view.tokens[at].tag[:2] != "WD":
                return True
    return False


_LINKS = wordset("and but or yet while whilst although though whereas then only that “")


def _excepted(view: View, comma: int, last: int) -> int:
    """The participle of an exception behind a comma: "..., cooks and the war-disabled excepted"; 0 where none stands."""
    for at in range(comma + 2, min(last, comma + 14)):
        if view.lower(at) in _PARTICIPLES and (at + 1 >= last or view.lower(at + 1) in (".", ",", ";")):
            return 0 if view.lower(at - 1) in AUXILIARIES or view.lower(comma + 1) == "with" else at
        if view.lower(at) in (",", ";", ":") or (
            view.chunks.verb_of[at] >= 0 and view.tokens[at].tag in _FINITE
        ):
            return 0
    return 0


_PARTICIPLES = wordset("excepted exempted excluded spared")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def _is_exception(view: View, at: int) -> bool:
    return view.lower(at) in _EXCEPT_FIRST and any(
        all(view.lower(at + n) == word for n, word in enumerate(words)) for words in _EXCEPT
    )


def exceptions(view: View, first: int, last: int) -> list[Norm]:
    """The exceptions between two tokens: "except for engineers on call", "with only railway workers exempted"."""
    found: list[Norm] = []
    for at in range(first, last):
        words = None
        behind = _excepted(view, at, last) if view.lower(at) == "," else 0
        if behind:
            found.append(
                Norm(at + 1, behind + 1, "exempt", people(view, at + 1, behind), "order.exempt", behind)
            )
        if view.tokens[at].lower in _EXCEPT_FIRST:
            words = next((w for w in _EXCEPT if all(view.lower(at + n) == x for n, x in enumerate(w))), None)
        if words is not None and view.lower(at) not in ("other", "apart"):
            end = _list_end(view, at + len(words), last)
            phrase = onward(view.chunks, at + len(words), end)
            listed = split(view, (phrase[0], end)) if phrase is not None else ()
            groups = tuple(one for one in listed if names_people(view, one))
            found.append(Norm(at, end, "exempt", groups, "order.except", at))
        elif view.tokens[at].tag in ("VBN", "VBD") and view.tokens[at].lemma in (
            "except",
            "exempt",
            "exclude",
            "spare",
        ):
            start = next((n for n in range(at - 1, max(first, at - 12), -1) if view.lower(n) == ","), -1)
            bare = view.chunks.verb_at(at)
            alone = (
                bare is not None
                and bare.first == at
                and (at + 1 >= last or view.lower(at + 1) in (".", ",", ";"))
            )
            told = any(n.verb == at for n in found)
            if (
                start > 0
                and alone
                and not told
                and not any(view.chunks.verb_of[n] >= 0 for n in range(start, at))
            ):
                groups = people(view, start + 1, at)
                found.append(Norm(start + 1, at + 1, "exempt", groups, "order.exempt", at))
        elif view.lower(at) == "with" and view.lower(at + 1) == "only":
            end = next((n for n in range(at + 1, last) if view.lower(n) in (",", ";", ".")), last)
            if any(view.tokens[n].lemma in EXEMPTING for n in range(at, end)):
                groups = people(view, at + 2, end)
                found.append(Norm(at + 1, end, "exempt", groups, "order.exempt", at))
    return found


def spared_at(view: View, first: int, last: int) -> int:
    """Where what is laid down ends before what is excepted from it: "to register, | with the exception of the Orthodox church"."""
    end = next((n for n in range(first + 1, last) if _is_exception(view, n)), last)
    return end - (end < last and view.lower(end - 1) == ",")


def _list_end(view: View, first: int, last: int) -> int:
    """Where an exception ends: at the first mark that parts it from the rest, not one in its own list."""
    end = next((n for n in range(first, last) if view.lower(n) in (",", ";", ".")), last)
    if end >= last or view.lower(end) != ",":
        return end
    joint = next((n for n in range(end + 1, min(last, end + 25)) if view.lower(n) in ("and", "or")), -1)
    if joint < 0 or any(view.chunks.verb_of[n] >= 0 for n in range(end, joint)):
        return end
    phrase = onward(view.chunks, joint + 1, last)
    after = view.chunks.verb_at(phrase[1]) if phrase is not None and phrase[1] < len(view.tokens) else None
    if phrase is None or phrase[0] != joint + 1 or (after is not None and after.finite):
        return end  # "except for cooks, and guards may not leave"
    return next((n for n in range(phrase[1], last) if view.lower(n) in (",", ";", ".")), last)


def rules_with(view: View, first: int, last: int) -> list[Norm]:
    """The clauses of what is laid on a class behind "with" between two tokens."""
    found: list[Norm] = []
    for at in range(first, last):
        base = laid_with(view, at)
        if base is None or base[1] >= last:
            continue
        end = next((n for n in range(base[1], last) if view.lower(n) in (",", ";", ":", ".")), last)
        end = next(
            (n for n in range(base[1], end) if view.lower(n) == "and" and _next_clause(view, n - 1, end)), end
        )
        groups = split(view, base) if names_people(view, base) else ()
        modality, rule = verdict(view, at, base)
        found.append(Norm(base[0], end, modality, groups, rule, base[1]))
    return found


def apart(found: list[Norm]) -> list[Norm]:
    """Each stretch of words once: the first rule that found it stands."""
    kept: list[Norm] = []
    for norm in found:
        if not any(norm.first < k.last and k.first < norm.last and norm.verb == k.verb for k in kept):
            kept.append(norm)
    return kept
