"""The weight of one thing: articles, outlets, origins, and how credible it is by what independent origins say of it.

Rules:
- A relayed claim never corroborates, a denied one never does; an intended or speculated one says nothing of what happened.
- 1 is given only where at least two surely independent origins agree in act, place, time and person, each of them told by both,
  and came to us through two outlets. 2 asks for two reports: two that speak through one article stand and fall with it.
- Contradictions lower the grade by one: claims that deny it, and slots in which linking found claims at odds. They are listed.
- The grade is computed, never given by hand; a person's own grade stands beside it and changes nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from testigo.reason import Reason
from testigo.weighed import Ground, Leg, Origin, Weight
from testigo.weighing.independence import NOBODY, Judged, interval, pair
from testigo.weighing.seen import folded

_TOLD = ("asserted", "reported", "hedged")
_FIRM = ("asserted", "reported")

COUNT = "{:article|articles}, {:outlet|outlets}, {} to {:independent origin|independent origins}"
COUNT_ONE = "{:article|articles}, {:outlet|outlets}, {:independent origin|independent origins}"
RELAYED = "{:of the articles only relays|of the articles only relay} another"
AGREE = "“{}” and “{}” agree in act, place, time and person"
AGREE_IN_PART = "“{}” and “{}” agree as far as both tell; not told by both: {}"
ONE_REPORT = (
    "“{}” and “{}” agree, but speak through report {} alone: they stand and fall with it, and confirm nothing"
)
ONE_OUTLET = "“{}” and “{}” agree in act, place, time and person, but speak through {} alone: an outlet does not confirm itself"
AT_ODDS = "claims are at odds in: {}"
DENIED = "{:claim denies|claims deny} it"
DOUBT_ONLY = "told with doubt only"
NOT_SAID_DONE = "nobody says that it happened: it is only ordered, planned or supposed"
REASONS = (
    COUNT,
    COUNT_ONE,
    RELAYED,
    AGREE,
    AGREE_IN_PART,
    ONE_REPORT,
    ONE_OUTLET,
    AT_ODDS,
    DENIED,
    DOUBT_ONLY,
    NOT_SAID_DONE,
)
PARTS = ("place", "time", "person")


def weigh(ground: Ground, origins: Mapping[str, Origin], judged: Judged = NOBODY) -> Weight:
    """The weight of what stands on some legs. origins: by key, at least those of the legs."""
    told = [leg for leg in ground.legs if leg.status in _TOLD]
    base = told or [leg for leg in ground.legs if leg.status != "denied"]
    voices = sorted({leg.origin for leg in base})
    found = interval([origins[key] for key in voices if key in origins], judged)
    against = tuple(sorted(leg.claim for leg in ground.legs if leg.status == "denied"))
    articles, outlets = len({leg.report for leg in base}), len({folded(leg.outlet) for leg in base})
    grade, why = _credibility(ground, told, found.least, found.most, found.apart, origins)
    count = (
        Reason(COUNT_ONE, (f"{articles}", f"{outlets}", f"{found.least}"))
        if found.least == found.most
        else Reason(COUNT, (f"{articles}", f"{outlets}", f"{found.least}", f"{found.most}"))
    )
    relays = len({leg.report for leg in base} - {leg.report for leg in base if not leg.relayed})
    said = [count, *([Reason(RELAYED, (f"{relays}",))] if relays else []), *why, *found.reasons]
    return Weight(
        ground.subject, articles, outlets, found.least, found.most, grade, tuple(said), against, tuple(voices)
    )


def _credibility(
    ground: Ground, told: Sequence[Leg], least: int, most: int, surely: frozenset[tuple[str, str]],
    origins: Mapping[str, Origin],
) -> tuple[int, list[Reason]]:  # fmt: skip
    """The grade, 1 to 6, and what it rests on."""
    own = [leg for leg in told if not leg.relayed]
    denials = {leg.origin for leg in ground.legs if leg.status == "denied"}
    if not told:
        return 6, [Reason(NOT_SAID_DONE)]
    grade, why = _agreement(told, least, most, surely, origins)
    if not any(leg.status in _FIRM for leg in (own or told)):
        grade, why = max(grade, 4), [*why, Reason(DOUBT_ONLY)]
    if denials:
        count = sum(leg.status == "denied" for leg in ground.legs)
        grade, why = (5 if len(denials) > most else min(grade + 1, 4)), [*why, Reason(DENIED, (f"{count}",))]
    elif ground.conflicts:
        grade = min(grade + 1, 4)
    if ground.conflicts:
        why.append(Reason(AT_ODDS, (", ".join(ground.conflicts),)))
    return grade, why


def _agreement(
    told: Sequence[Leg],
    least: int,
    most: int,
    surely: frozenset[tuple[str, str]],
    origins: Mapping[str, Origin],
) -> tuple[int, list[Reason]]:
    """How far any two independent origins agree."""
    by_origin: dict[str, list[Leg]] = {}
    for leg in told:
        if leg.status in _FIRM and not leg.relayed:
            by_origin.setdefault(leg.origin, []).append(leg)
    best: tuple[int, list[Reason]] = (3, [])
    keys = sorted(by_origin)
    for n, a in enumerate(keys):
        for b in keys[n + 1 :]:
            missing = disagreement(by_origin[a], by_origin[b])
            if missing is None:
                continue
            names = (origins[a].words, origins[b].words)
            two = pair(a, b) in surely
            reports, outlets = _ways([*by_origin[a], *by_origin[b]])
            if len(reports) == 1:
                one = [Reason(ONE_REPORT, (*names, f"{reports[0]}"))] if two else []
                best = best if best[1] else (3, one)
                continue
            if not missing and two and least >= 2 and len(outlets) > 1:
                return 1, [Reason(AGREE, names)]
            if best[0] > 2 and (two or (not missing and most >= 2)):
                said = (
                    Reason(AGREE_IN_PART, (*names, ", ".join(missing))) if missing else Reason(AGREE, names)
                )
                if not missing and two and len(outlets) == 1:
                    said = Reason(ONE_OUTLET, (*names, outlets[0]))
                best = (2, [said])
    return best


def _ways(legs: Sequence[Leg]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The reports and the outlets through which some voices came to us; what nobody knows the publishers of may be of one."""
    outlets = {folded(leg.outlet): leg.outlet or "?" for leg in legs}
    return tuple(sorted({leg.report for leg in legs})), tuple(outlets[key] for key in sorted(outlets))


def disagreement(one: Sequence[Leg], other: Sequence[Leg]) -> tuple[str, ...] | None:
    """In what two origins do not both tell; None where they tell other acts or contradict each other. Empty: they agree."""
    if not {leg.act for leg in one} & {leg.act for leg in other}:
        return None
    missing = []
    for part in PARTS:
        answer = _compared(part, one, other)
        if answer is False:
            return None
        if answer is None:
            missing.append(part)
    return tuple(missing)


def _compared(part: str, one: Sequence[Leg], other: Sequence[Leg]) -> bool | None:
    """Whether two origins agree in a part; None where one of them does not tell."""
    if part == "time":
        a, b = ([leg.days for leg in legs if leg.days] for legs in (one, other))
        return any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b) if a and b else None
    name = "places" if part == "place" else "persons"
    c, d = ({v for leg in legs for v in getattr(leg, name)} for legs in (one, other))
    return bool(c & d) if c and d else None
