"""Which of several reports of one line a relay was made from: by what each of them told otherwise, never by chance likeness.

Rules:
- What a relay tells closer than a report tells it, or not at all there, it has not from that report: a day where the other has
  the month, a town where the other has its province, an age, a name, a number. To tell less closely is what relays do.
- A change that a report and the relay share against the others ("17" where the first had "7") is inherited: it counts for that
  report, in the same measure by which a change made anew counts against the others.
- Of what can be told no further the earliest is taken; days count only beyond the ones within which relays are written.
- The figures are bits, of generated casebooks and rounded: only their order matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from testigo.claim import Claim, Filler
from testigo.weighed import Pair
from testigo.weighing import places, twins
from testigo.weighing.aligning import days_of
from testigo.weighing.seen import SeenClaim, SeenReport

SURE = 0.5
MADE_ANEW, CLOSER, LESS, NEW = 3.0, 4.0, 1.5, 2.5
"""Against: a detail told otherwise; told more closely than it was; told less closely; told where nothing was told."""
SOON, PER_DAY = 7, 0.3
_DOUBT = ("hedged", "speculated")


def against(relay: SeenReport, original: SeenReport, pairs: Iterable[Pair]) -> float:
    """How much speaks against a relay having been made from this report, in bits; 0 where nothing does."""
    now: Mapping[int, SeenClaim] = {s.id: s for s in relay.claims}
    was: Mapping[int, SeenClaim] = {s.id: s for s in original.claims}
    total = _late(relay, original)
    for pair in pairs:
        if pair.score >= SURE:
            total += _of_pair(was[pair.original].claim, now[pair.relay].claim)
    return total


def _late(relay: SeenReport, original: SeenReport) -> float:
    if relay.days is None or original.days is None:
        return 0.0
    return PER_DAY * max(0, relay.days[0] - original.days[0] - SOON)


def _of_pair(was: Claim, now: Claim) -> float:
    doubt = (was.status in _DOUBT, now.status in _DOUBT)
    total = CLOSER if doubt == (False, True) else LESS if doubt == (True, False) else 0.0
    total += _of_place(was.place, now.place) + _of_time(was, now)
    total += _of_number(was.quantity, now.quantity) + _of_age(twins.age_told(was), twins.age_told(now))
    total += _closer(_NAMED.index(twins.naming(was)), _NAMED.index(twins.naming(now)))
    return total + _closer(len(was.charge[:1]), len(now.charge[:1]))


_NAMED = ("", "surname", "name")


def _closer(was: int, now: int) -> float:
    """For what is told in steps of closeness."""
    return NEW if now > was else LESS if now < was else 0.0


def _of_number(was: tuple[Filler, ...], now: tuple[Filler, ...]) -> float:
    if not was or not now:
        return _closer(len(was[:1]), len(now[:1]))
    return 0.0 if was[0].value == now[0].value else MADE_ANEW


def _of_age(was: str, now: str) -> float:
    if twins.tens(was) != twins.tens(now) and was and now:
        return MADE_ANEW
    steps = [0 if not age else 1 if age.endswith("s") else 2 for age in (was, now)]
    return CLOSER if 0 < steps[0] < steps[1] else _closer(*steps)


def _of_place(was: tuple[Filler, ...], now: tuple[Filler, ...]) -> float:
    if not was or not now:
        return NEW if now else LESS if was else 0.0
    one, other = was[0].id or was[0].text.lower(), now[0].id or now[0].text.lower()
    if one == other:
        return 0.0
    if other in places.around(one):
        return LESS
    return CLOSER if one in places.around(other) else MADE_ANEW


def _of_time(was: Claim, now: Claim) -> float:
    one, other = days_of(was.time), days_of(now.time)
    if one == other:
        return 0.0
    if one is None or other is None:
        return LESS if other is None else NEW
    if other[0] <= one[0] and one[1] <= other[1]:
        return LESS
    return CLOSER if one[0] <= other[0] and other[1] <= one[1] else MADE_ANEW
