"""What an order threatens those with who do not comply: its penalties.

Rules:
- A punishment or the loss of a right that somebody faces, carries or loses is one.
- Right behind an order's clauses so is what is done to whoever, those who or the offenders in the present.
"""

from __future__ import annotations

from testigo.reading.chunks import VerbGroup, head_of
from testigo.reading.lists import wordset
from testigo.reading.order_leniency import FAILING
from testigo.reading.phrases import subject
from testigo.reading.subjects import subject_before
from testigo.reading.view import View

PENAL = wordset("face lose forfeit risk carry")
PUNISHING = wordset(
    "punish fine arrest detain imprison banish expel shoot execute sentence dismiss jail deport prosecute charge penalize"
    " send replace transfer"
)
_OFFENDERS = wordset(
    "offender violator transgressor offense offence violation evasion absence absentee evader infraction breach"
)


def whoever(view: View, group: VerbGroup, floor: int) -> tuple[str, str] | None:
    """The likes of "whoever fails to open the door is moved up a grade", right after an order's clauses."""
    who = subject(view.chunks, group, floor)
    present = view.tokens[group.first].tag in ("VBZ", "VBP")
    classed = who is not None and view.lower(who[0]) in ("whoever", "anyone", "those", "anybody")
    classed = classed and who is not None and view.lower(who[0] - 1) not in ("hardly", "scarcely", "barely")
    who = subject_before(view.chunks, group, floor)
    base = view.chunks.noun_from.get(who[0]) if who is not None else None
    offends = base is not None and view.tokens[head_of(view.tokens, base)].lemma in _OFFENDERS
    failing = offends or (
        who is not None
        and any(
            view.lower(n) in ("who", "that") and view.tokens[n + 1].lemma in FAILING
            for n in range(who[0], who[1] - 1)
        )
    )
    classed = classed or (failing and view.tokens[group.main].lemma in PENAL | PUNISHING)
    return ("require", "order.penalty") if classed and present else None


def sanction_follows(view: View, group: VerbGroup) -> bool:
    """Whether what is faced, lost or carried is a punishment or a right."""
    words = {view.tokens[n].lemma for n in range(group.last, min(len(view.tokens), group.last + 9))}
    return bool(words & _SANCTIONS)


_SANCTIONS = wordset(
    "year month day fine penalty punishment prison jail imprisonment death execution labor labour camp dismissal expulsion"
    " banishment license licence card job post right ration membership sentence arrest detention confiscation term benefit life camp grade level"
    " quota water allowance pension supply house plot land permit registration membership access"
)


def bound_to(view: View, at: int) -> bool:
    """Whether what somebody is "subject to" is a penalty, a duty or an office's leave: "subject to detention", no "to influence"."""
    base = view.chunks.noun_from.get(at)
    if base is None:
        return False
    head = view.tokens[head_of(view.tokens, base)].lemma
    bounded = head in _BOUNDS and any(t.lemma in _TERMS for t in view.tokens[base[1] : base[1] + 4])
    return head in _BOUND_TO or head in _TERMS or bounded


_BOUND_TO = wordset(
    "detention imprisonment arrest prosecution deportation fine penalty punishment sentence prison jail death dismissal expulsion"
    " confiscation execution flogging caning approval authorization registration inspection censorship conscription quota"
    " taxation tax ban supervision review trial"
)
_BOUNDS = wordset("minimum maximum term total")
_TERMS = wordset("year month day week hour")
