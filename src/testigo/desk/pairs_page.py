"""Proposed links, one after the other: two texts side by side, why they may be one, and the forms that decide.

Rules:
- Only people decide. A verdict is a judgement about the pair; it binds the next run of linking, and can be undone.
- The most uncertain pair comes first. What was decided since the last run is passed over at once.
- What a verdict brings with it is said before it is given: what would be joined, what would be kept apart.
- A verdict that contradicts others is refused, and those others are named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.consistent import Contradiction
from testigo.desk import linked_shown as shown_of
from testigo.desk import linking_words, words
from testigo.desk.amending import effective
from testigo.desk.compose import voice_of
from testigo.desk.gather import language, named, numbered, title_of, told
from testigo.desk.linked_shown import STAGE, Shelf
from testigo.desk.one_claim import context
from testigo.desk.pages import Link as Way
from testigo.desk.pages.linked import PairsPage, PairView, ReasonView, Refusal, SideView
from testigo.desk.render import path
from testigo.desk.shown import shown_date
from testigo.desk.when import moment
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement, standing
from testigo.linked import Event, Link, Person
from testigo.reason import Reason

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

KINDS = {"event": "event-pair", "person": "person-pair"}
VERDICTS = ("same", "different", "unsure", "withdraw")
LOOK_AHEAD, FIRST = 200, 8
"""So many pairs are looked at in one go; at first fewer: mostly the first is the one."""
LONGEST = 80
"""Letters of a claim where it is only named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for. pair: one pair, or "" for the next; skip: how many open ones to pass over; of: a key."""

    kind: str
    pair: str = ""
    skip: int = 0
    of: str = ""

    def href(self, **changed: object) -> str:
        """The same with some parts changed."""
        return path("links", {"kind": self.kind, "of": self.of, "skip": self.skip or "", **changed})


def asked(query: Mapping[str, str]) -> Asked:
    """Read an address; what makes no sense is passed over."""
    skip = query.get("skip", "")
    kind = query.get("kind", "event")
    return Asked(kind if kind in KINDS else "event", query.get("pair", "")[:80], int(skip) if skip.isdecimal() and len(skip) < 8 else 0,
                 query.get("of", "")[:40])  # fmt: skip


def pairs_page(
    casebook: Casebook, query: Mapping[str, str], by: str, name: str, wrong: Refusal | None = None
) -> PairsPage:
    """The pair that an address asks for, or the next open one. by: who decides; wrong: why a verdict was not recorded."""
    want = asked(query)
    about = [("state", f"{want.kind} open"), *([(want.kind, want.of)] if want.of else [])]
    waiting = {
        kind: casebook.derived(STAGE, "link", Link, about=[("state", f"{kind} open")], limit=1).total
        for kind in KINDS
    }
    link = _given(casebook, want) if want.pair else _next(casebook, want, about)
    kinds = (
        Way(_("Happenings"), path("links", {"kind": "event"}), current=want.kind == "event", count=waiting["event"]),
        Way(_("Persons"), path("links", {"kind": "person"}), current=want.kind == "person", count=waiting["person"]),
    )  # fmt: skip
    last = query.get("last", "")[:80]
    undo_seen, undo_said = _undoable(casebook, want.kind, last) if last else ("", "")
    return PairsPage(
        shown_of.run_view(casebook, name), kinds, "", by, wrong, _view(casebook, want.kind, link) if link else None,
        want.href(skip=want.skip - 1, pair="") if want.skip and not want.pair else "",
        want.href(skip=want.skip + 1, pair="") if link and not want.pair else "",
        last if undo_seen else "", undo_seen, undo_said, path("links"), _undone(casebook, want.kind, last),
    )  # fmt: skip


def _given(casebook: Casebook, want: Asked) -> Link:
    """The pair of an address, also one that the machine did not propose. Errors: Http404."""
    left, _tilde, right = want.pair.partition("~")
    known = casebook.derived_one(STAGE, "link", Link, "~".join(sorted((left, right))))
    try:
        casebook.history(KINDS[want.kind], want.pair)
    except BadInput as error:
        raise Http404 from error
    return known if known is not None and known.kind == want.kind else Link(want.kind, left, right, 0.0)


def _next(casebook: Casebook, want: Asked, about: list[tuple[str, str]]) -> Link | None:
    """The next pair that nobody decided since, after those that are skipped."""
    skip, offset = want.skip, 0
    some = min(LOOK_AHEAD, skip + FIRST)
    while items := casebook.derived(STAGE, "link", Link, about=about, offset=offset, limit=some).items:
        for link in items:
            if _now(casebook, want.kind, f"{link.left}~{link.right}") is not None:
                continue
            if not skip:
                return link
            skip -= 1
        offset += len(items)
        some = LOOK_AHEAD
    return None


def _now(casebook: Casebook, kind: str, pair: str) -> Judgement | None:
    try:
        return standing(casebook.history(KINDS[kind], pair))
    except BadInput:
        return None  # a claim of an earlier reading: nothing can be decided about it any more


def _undoable(casebook: Casebook, kind: str, pair: str) -> tuple[str, str]:
    """The judgement that stands about a pair, as a form undoes it, and what it says."""
    now = _now(casebook, kind, pair)
    if now is None:
        return "", ""
    return str(now.id), _("Recorded: %(verdict)s.") % {"verdict": words.say(words.VERDICTS, now.verdict)}


def _undone(casebook: Casebook, kind: str, pair: str) -> Way | None:
    """The way back to a pair whose last judgement was undone, and that it was."""
    try:
        history = casebook.history(KINDS[kind], pair) if pair else ()
    except BadInput:
        return None
    if not history or standing(history) is not None:
        return None
    return Way(_("Undone: nothing is decided of the last pair."), path("links", {"kind": kind, "pair": pair}))


# -- one pair -------------------------------------------------------------------------------------------------------


def _view(casebook: Casebook, kind: str, link: Link) -> PairView:
    shelf = Shelf(casebook)
    pair = f"{link.left}~{link.right}"
    history = casebook.history(KINDS[kind], pair)
    now = standing(history)
    said = tuple(
        _("%(by)s, %(at)s: %(verdict)s") % {"by": j.by or _("somebody"), "at": moment(j.at, language()),
                                            "verdict": words.say(words.VERDICTS, j.verdict)}
        for j in reversed(history)
    )  # fmt: skip
    return PairView(
        pair, kind, _side(casebook, kind, link.left, shelf), _side(casebook, kind, link.right, shelf),
        _probability(link),
        tuple(_reason(r) for r in link.reasons), str(now.id) if now else "", words.say(words.VERDICTS, now.verdict) if now else "", said,
        follows(casebook, kind, link),
    )  # fmt: skip


def _probability(link: Link) -> str:
    """How likely the machine takes it to be, and before that whether the names leave it open."""
    if not link.reasons:
        return _("not proposed by the machine")
    said = linking_words.likely(link.probability)
    if not linking_words.untold(link.reasons):
        return said
    return _(
        "The names cannot tell whether they are one: the machine does not decide it. By everything else: %(likely)s."
    ) % {"likely": said}


def _reason(value: Reason) -> ReasonView:
    weight = value.weight
    sign = "" if not weight else "+" if weight > 0 else "−"
    return ReasonView(linking_words.reason(value), sign, f"{abs(weight):.1f}" if weight else "")


def _side(casebook: Casebook, kind: str, subject: str, shelf: Shelf) -> SideView:
    claim_id = int(subject.split(".", maxsplit=1)[0])
    stored = shelf.claim(claim_id)
    report = shelf.report(stored.report)
    here = told(report)
    item = next((c for c in here.claims if c.id == claim_id), None) or numbered(stored)
    voice = voice_of(here, language(), named)
    heading = words.say(words.ACTS, item.claim.act)
    if kind == "person":
        _claim, slot, number = subject.split(".")
        fillers = getattr(item.claim, slot, ())
        heading = fillers[int(number)].text if int(number) < len(fillers) else heading
    about = [
        report.report.publisher or _("publisher not known"),
        shown_date(report.report.published, language()),
    ]
    return SideView(
        heading, title_of(report.report.title, report.id), voice.words_at(item.claim.span, claim_id), " · ".join(p for p in about if p),
        context(item, voice), report.report.language or "und", words.family(item.claim.kind, item.claim.act), path("claim", id=claim_id),
        _cluster(casebook, kind, subject),
    )  # fmt: skip


def _cluster(casebook: Casebook, kind: str, subject: str) -> Way | None:
    """What a claim or mention belongs to now."""
    if kind == "event":
        events = casebook.derived(STAGE, "event", Event, about=[("claim", subject)], limit=1).items
        return (
            Way(
                shown_of.told_by(len(events[0].claims), len(events[0].reports)),
                path("event", key=events[0].key),
            )
            if events
            else None
        )
    persons = casebook.derived(STAGE, "person", Person, about=[("mention", subject)], limit=1).items
    reports = len({m.report for m in persons[0].mentions}) if persons else 0
    return (
        Way(
            shown_of.told_by(len({m.claim for m in persons[0].mentions}), reports),
            path("person", key=persons[0].key),
        )
        if persons
        else None
    )


def follows(casebook: Casebook, kind: str, link: Link) -> tuple[str, ...]:
    """What the verdicts bring with them, by what the last run joined and what people said."""
    sides = [_members(casebook, kind, end) for end in (link.left, link.right)]
    shelf, out = Shelf(casebook), []
    if link.joined or (sides[0] and sides[0] == sides[1]):
        out.append(
            _(
                "The machine joins the two now, directly or by way of others. “Different” takes them apart in the next run."
            )
        )
    elif all(sides):
        n = len(sides[0]) + len(sides[1])
        out.append(ngettext("“Same” joins all of both sides: %(n)s in all, and every later link to one of them is a link to all.",
                            "“Same” joins all of both sides: %(n)s in all, and every later link to one of them is a link to all.",
                            n) % {"n": n})  # fmt: skip
    for end in (link.left, link.right):
        same = _said_same(casebook, kind, end)
        if same:
            out.append(_("By what people said, %(one)s is the same as %(others)s: a verdict here holds for them too.")
                       % {"one": _called(shelf, end), "others": ", ".join(_called(shelf, other) for other in same[:8])})  # fmt: skip
    return tuple(out)


def _called(shelf: Shelf, subject: str) -> str:
    """A claim or mention by its words and its report."""
    claim_id, _dot, rest = subject.partition(".")
    stored = shelf.claim(int(claim_id))
    report, claim = shelf.report(stored.report).report, effective(stored)
    slot, _dot, number = rest.partition(".")
    fillers = getattr(claim, slot, ()) if rest else ()
    said = fillers[int(number)].text if number and int(number) < len(fillers) else claim.span.of(report.text)
    said = " ".join(said.split())
    return f"“{said if len(said) <= LONGEST else said[:LONGEST].rstrip() + '…'}” ({title_of(report.title, stored.report)})"


def _members(casebook: Casebook, kind: str, end: str) -> tuple[str, ...]:
    """What is one with this claim or mention by the last run."""
    if kind == "event":
        events = casebook.derived(STAGE, "event", Event, about=[("claim", end)], limit=1).items
        return tuple(map(str, events[0].claims)) if events else ()
    persons = casebook.derived(STAGE, "person", Person, about=[("mention", end)], limit=1).items
    return tuple(m.subject for m in persons[0].mentions) if persons else ()


def _said_same(casebook: Casebook, kind: str, end: str) -> list[str]:
    """Everything that people said to be the same as this, directly or by way of others."""
    near: dict[str, set[str]] = {}
    for history in casebook.decisions(KINDS[kind]).values():
        now = standing(history)
        if now is not None and now.verdict == "same":
            a, _tilde, b = now.subject_id.partition("~")
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    found, open_ = {end}, [end]
    while open_:
        for other in near.get(open_.pop(), ()):
            if other not in found:
                found.add(other)
                open_.append(other)
    return sorted(found - {end})


# -- deciding -------------------------------------------------------------------------------------------------------


def decide(casebook: Casebook, typed: Mapping[str, str], by: str) -> Refusal | None:
    """Record the verdict of a form; gives why not, where it was not."""
    verdict, kind, pair, seen = (typed.get(name, "") for name in ("verdict", "kind", "pair", "seen"))
    if not by:
        return Refusal(_("Say who you are: any name that your colleagues know."))
    if verdict not in VERDICTS or kind not in KINDS:
        return Refusal(_("Choose one: same, different, or cannot tell."))
    if verdict == "withdraw" and not seen:
        return Refusal(_("There is nothing to undo."))
    replaces = int(seen) if seen.isdecimal() and len(seen) < 16 else None
    try:
        now = standing(casebook.history(KINDS[kind], pair))
        if (now.id if now else None) != replaces:
            return Refusal(
                _("Somebody judged this meanwhile. Look at the judgement that stands now, then decide.")
            )
        casebook.record_judgements([
            Judgement(KINDS[kind], pair, verdict, by, casebook.now(), typed.get("note", "").strip()[:20_000], replaces=replaces)
        ])  # fmt: skip
    except BadInput as error:
        raise Http404 from error
    except Contradiction as error:
        return Refusal(
            _("Refused: it contradicts what people said before. Undo one of these first:"),
            tuple(_said_before(casebook, kind, judgement) for judgement in error.against),
        )
    except Conflict as error:
        return Refusal(_("Refused: %(what)s. %(hint)s.") % {"what": error.message, "hint": error.hint})
    return None


def _said_before(casebook: Casebook, kind: str, said: Judgement) -> Way:
    """A judgement in words: both sides, what they are said to be, who said so and when; with the way to the pair."""
    left, _tilde, right = said.subject_id.partition("~")
    shelf = Shelf(casebook)
    text = _("%(left)s and %(right)s: %(verdict)s (%(by)s, %(at)s)") % {
        "left": _called(shelf, left), "right": _called(shelf, right), "verdict": words.say(words.VERDICTS, said.verdict),
        "by": said.by or _("somebody"), "at": moment(said.at, language()),
    }  # fmt: skip
    return Way(text, path("links", {"kind": kind, "pair": said.subject_id}))
