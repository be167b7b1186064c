"""The way by which an order was passed down: who to whom, when, where, and how.

Rules:
- A step is a claim of a report that tells the order: an order passed on, or a meeting or lecture that stands in its words
  of passing on or in one paragraph with them, and that somebody is called to, or somewhere or some day. What was denied,
  guessed or only intended is no step.
- The first step is the issue itself, from issuer to addressee.
- Words of passing on that no claim covers are a step of their own, with what they say and no more.
- Two claims of one report about one act of passing on are one step. Steps stand in the order of time; undated ones where
  the report tells them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testigo.claim import Claim, Filler
from testigo.confronted import Step, Words
from testigo.orders import cues
from testigo.orders.same import span_days
from testigo.orders.telling import Draft, with_year
from testigo.orders.told import Page, Stated, ToldOrder

HANDING = frozenset(("dissemination", "meeting", "indoctrination"))
HAPPENED = frozenset(("asserted", "reported", "hedged"))


def steps_of(draft: Draft, told: ToldOrder, page: Page, stated: Sequence[Stated]) -> tuple[Step, ...]:
    """The steps that one telling tells. stated: the claims of its report."""
    handed = [s for s in stated if _is_step(s.claim, told, page, stated)]
    made = [_step(s, page) for s in _merged(handed)]
    covered = [step.words.span for step in made]
    made += [
        _bare(filler, page)
        for filler in told.directive.transmission
        if not any(filler.span.overlaps(span) for span in covered) and not _is_issue(filler, told)
    ]
    made.sort(key=lambda s: s.words.span)
    first = _issue(draft)
    return (*((first,) if first else ()), *made)


def ordered(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Steps of several tellings in the order of time: an undated one stands behind the one that its report tells before it."""
    dated: list[tuple[int, int, int, Step]] = []
    day = 0
    report = -1
    for number, step in enumerate(steps):
        days = span_days(step.when)
        if step.words.report != report:
            day, report = 0, step.words.report
        day = days[0] if days else day
        dated.append((day, 0 if step.how == "issued" else 1, number, step))
    return tuple(step for _, _, _, step in sorted(dated, key=lambda item: item[:3]))


def _is_step(claim: Claim, told: ToldOrder, page: Page, stated: Sequence[Stated]) -> bool:
    if claim.act not in HANDING or claim.kind != "event" or claim.status not in HAPPENED:
        return False
    if any(claim.span.overlaps(filler.span) for filler in told.directive.transmission):
        return True
    here = page.paragraph(claim.span.start)
    if claim.act == "dissemination":
        return _speaks_of_order(here.of(page.text))
    near = [s for s in stated if here.overlaps(s.claim.span) and s.claim.act in ("dissemination", "order")]
    held = claim.target or claim.place or claim.time  # none in "who then discussed it": nobody gets it
    return bool(near and held) and claim.act == "meeting"


def _speaks_of_order(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in cues.KINDS_OF_ORDER)


def _merged(handed: Sequence[Stated]) -> list[Stated]:
    """One of each group of claims that overlap in the text: the one with the most parts."""
    out: list[Stated] = []
    for stated in sorted(handed, key=lambda s: (s.claim.span.start, -len(s.claim.span))):
        if out and out[-1].claim.span.overlaps(stated.claim.span):
            if _parts(stated.claim) > _parts(out[-1].claim):
                out[-1] = stated
            continue
        out.append(stated)
    return out


def _parts(claim: Claim) -> int:
    return sum(1 for part in (claim.actor, claim.target, claim.place, claim.time) if part)


def _step(stated: Stated, page: Page) -> Step:
    claim = stated.claim
    words = Words(page.id, claim.span, _flat(claim.span.of(page.text)), stated.id)
    return Step(
        giver=_first(claim.actor),
        receiver=_receiver(claim),
        when=_when(claim.time, page),
        where=", ".join(dict.fromkeys(_flat(f.text) for f in claim.place)),
        how=way(words.text, claim.act),
        words=words,
    )


def _receiver(claim: Claim) -> str:
    """To whom; an order or paper that a reader took for a person is none."""
    told = [_flat(f.text) for f in claim.target]
    return next((text for text in told if not _is_paper(text)), "")


def _is_paper(text: str) -> bool:
    return (
        re.match(
            r"(?:the |a )?(?:telegram|order|instruction|copy|decree|circular|document)\b|it$",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _first(fillers: Sequence[Filler]) -> str:
    return _flat(fillers[0].text) if fillers else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _when(fillers: Sequence[Filler], page: Page) -> str | None:
    value = next((f.value for f in fillers if f.value), None)
    return with_year(value, page.published) if value else None


def way(text: str, act: str) -> str:
    """How it was passed on, by its words: an id of cues.WAYS, or "not told"."""
    for how, pattern in cues.WAYS.items():
        if pattern.search(text):
            return how
    return {"meeting": "meeting", "indoctrination": "lecture"}.get(act, "not told")


def _is_issue(filler: Filler, told: ToldOrder) -> bool:
    """Whether the words tell the issue itself, which is the first step anyway."""
    issued = told.directive.issued
    return (
        issued is not None and filler.span.contains(issued.span)
    ) or " issued " in f" {filler.text.lower()} "


def _bare(filler: Filler, page: Page) -> Step:
    words = Words(page.id, filler.span, _flat(filler.text))
    return Step("", "", None, "", way(words.text, "dissemination"), words)


def _issue(draft: Draft) -> Step | None:
    telling = draft.telling
    if not telling.issuer and not telling.addressee:
        return None
    return Step(telling.issuer, ", ".join(telling.addressee), telling.issued, "", "issued", telling.words)
