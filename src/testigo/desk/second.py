"""Second reading: a share of judged claims goes, unlabelled, to another person; and what that says about everybody.

Rules:
- Which claims: those whose key, hashed with the published seed, falls into the share. Nobody can choose them, and
  anybody who knows the seed can check the choice.
- The second person sees the claim as the machine read it, never what the first one decided or amended. A second
  reading is a judgement of its own kind ("second"): it never replaces the first person's.
- A difference is settled by judging the claim again, with both readings side by side.
- Figures are of people against people, and of the machine against people. None of them is a figure of truth.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo import settings
from testigo.casebook.values import ClaimFilter, StoredClaim
from testigo.claim import SLOTS
from testigo.desk import shown, words
from testigo.desk.agreement import Figure, Unit, agreement, share
from testigo.desk.compose import list_pager, voice_of
from testigo.desk.gather import found, language, named, page_number, told, whole
from testigo.desk.one_claim import context
from testigo.desk.pages import Choice
from testigo.desk.pages.second import AgreementPage, Difference, FigureRow, FigureTable, SecondPage
from testigo.desk.render import path
from testigo.judgement import Judgement, standing

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

FIELDS = ("act", "status", "sources", *SLOTS)
VERDICTS = ("accept", "amend", "reject")
PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim that two people judged: the first one's deciding judgement, and the second reading."""

    stored: StoredClaim
    first: Judgement
    second: Judgement

    @property
    def wrong(self) -> tuple[frozenset[str], frozenset[str]]:
        """The fields that each found wrong."""
        return wrong_fields(self.first), wrong_fields(self.second)

    @property
    def differ(self) -> bool:
        """Whether the two say different things."""
        one, two = self.wrong
        return self.first.verdict != self.second.verdict or one != two


def is_chosen(key: str) -> bool:
    """Whether a claim belongs to the share for second reading."""
    digest = hashlib.sha256(f"{settings.get('second_seed')}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % 10_000 < 100 * min(settings.number("second_share"), 100)


def wrong_fields(judgement: Judgement) -> frozenset[str]:
    """The fields that a judgement changes or calls wrong."""
    changes = json.loads(judgement.amended) if judgement.amended else {}
    named_ = changes.get("wrong", changes) if isinstance(changes, dict) else {}
    return frozenset("act" if name == "kind" else name for name in named_ if name in (*FIELDS, "kind"))


def judged(casebook: Casebook) -> Iterator[StoredClaim]:
    """Every claim of readings in force that somebody accepted, amended or rejected."""
    for verdict in VERDICTS:
        offset = 0
        while items := casebook.claims(ClaimFilter(verdict=verdict), offset=offset, limit=500).items:
            yield from items
            offset += len(items)


def first_of(history: tuple[Judgement, ...]) -> Judgement | None:
    """The first person's own last decision: what stands of the person who decided first."""
    deciding = [j for j in history if j.verdict in (*VERDICTS, "withdraw", "conflict")]
    own = [j for j in deciding if j.by == deciding[0].by] if deciding else []
    decided = standing(own)
    return decided if decided is not None and decided.verdict in VERDICTS else None


# -- the second reading ---------------------------------------------------------------------------------------------


def waiting(casebook: Casebook, by: str) -> list[StoredClaim]:
    """The claims that wait for a second reading by this person: chosen, judged by somebody else, read by no second."""
    first, second = casebook.decisions("claim"), casebook.decisions("second")
    fit = []
    for stored in judged(casebook):
        mine = any(j.by == by for j in (*first.get(stored.key, ()), *second.get(stored.key, ())))
        if is_chosen(stored.key) and not mine and stored.key not in second:
            fit.append(stored)
    return sorted(fit, key=lambda s: hashlib.sha256(s.key.encode()).digest())


def second_page(
    casebook: Casebook, by: str, *, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> SecondPage:
    """The next claim for this person; typed: a form that came back, with what is wrong."""
    typed = typed or {}
    open_claims = waiting(casebook, by) if by else []
    wanted = whole(typed.get("claim", ""))
    stored = next((s for s in open_claims if s.id == wanted), open_claims[0] if open_claims else None)
    note, around, title = None, "", ""
    if stored is not None:
        here = told(found(casebook.report, stored.report))
        voice = voice_of(here, language(), named)
        item = shown.Numbered(stored.id, 0, stored.claim)
        note, around, title = shown.note(item, voice, opened=True), context(item, voice), here.title
    about = _("%(share)s of 100 judged claims are read by a second person, chosen by the seed “%(seed)s”.") % {
        "share": settings.get("second_share"), "seed": settings.get("second_seed")}  # fmt: skip
    marked = {name for name in FIELDS if typed.get(f"wrong-{name}")}
    return SecondPage(
        by=by, wrong=wrong, waiting=len(open_claims), about=about, claim=stored.id if stored else 0, note=note, context=around,
        report=title, parts=tuple(Choice(name, label, name in marked) for name, label in field_labels().items()),
        typed_note=typed.get("note", ""), agreement_href=path("agreement"),
    )  # fmt: skip


def field_labels() -> dict[str, str]:
    """The parts of a claim in words."""
    return {"act": _("What was done"), "status": _("How firmly"), "sources": _("Who says so"),
            **{slot: words.say(words.SLOTS, slot) for slot in SLOTS}}  # fmt: skip


def record(casebook: Casebook, by: str, typed: Mapping[str, str]) -> str:
    """Record a second reading; gives what is wrong with the form, or nothing."""
    if not by:
        return _("Say who you are: any name that your colleagues know.")
    verdict = typed.get("verdict", "")
    stored = next((s for s in waiting(casebook, by) if s.id == whole(typed.get("claim", ""))), None)
    if stored is None:
        return _("This claim does not wait for you any more. Here is the next one.")
    marked = [name for name in FIELDS if typed.get(f"wrong-{name}")]
    if verdict not in VERDICTS:
        return _("Choose one: right, right but for some parts, or wrong.")
    if verdict == "amend" and not marked:
        return _("Mark the parts that are wrong.")
    amended = json.dumps({"wrong": marked}) if verdict == "amend" else None
    casebook.record_judgements(
        [
            Judgement(
                "second",
                str(stored.id),
                verdict,
                by,
                casebook.now(),
                typed.get("note", "").strip()[:20_000],
                amended,
            )
        ]
    )
    return ""


# -- what it says ---------------------------------------------------------------------------------------------------


def pairs(casebook: Casebook) -> list[Pair]:
    """Every claim that was read twice."""
    second = casebook.decisions("second")
    if not second:
        return []
    first = casebook.decisions("claim")
    by_key = {s.key: s for s in judged(casebook) if s.key in second}
    made = []
    for key, stored in by_key.items():
        one = first_of(first.get(key, ()))
        two = standing(second[key])
        if one is not None and two is not None:
            made.append(Pair(stored, one, two))
    return sorted(made, key=lambda p: p.stored.id)


def agreement_page(casebook: Casebook, query: Mapping[str, str]) -> AgreementPage:
    """Agreement per field, the machine's figures, and the differences."""
    read_twice = pairs(casebook)
    differ = [pair for pair in read_twice if pair.differ]
    number, of = page_number(query, len(differ), PER_PAGE)
    everything = list(judged(casebook))
    chosen = _("%(chosen)s of %(of)s judged claims are chosen for a second reading; %(done)s were read twice.") % {
        "chosen": sum(is_chosen(s.key) for s in everything), "of": len(everything), "done": len(read_twice)}  # fmt: skip
    shown_now = differ[(number - 1) * PER_PAGE : number * PER_PAGE]
    return AgreementPage(
        chosen=chosen, second_href=path("second"),
        tables=tuple(t for t in (_between_people(read_twice), *_machine(casebook, everything)) if t.rows),
        differences=tuple(_difference(casebook, pair) for pair in shown_now),
        pager=list_pager(number, of, lambda n: path("agreement", {"page": n})), any=bool(everything),
    )  # fmt: skip


def _between_people(read_twice: list[Pair]) -> FigureTable:
    def units(value: Callable[[Judgement], str | None]) -> list[Unit]:
        both = [(value(p.first), value(p.second)) for p in read_twice]
        return [[one, two] for one, two in both if one is not None and two is not None]

    def field(name: str) -> Callable[[Judgement], str | None]:
        return lambda j: None if j.verdict == "reject" else ("wrong" if name in wrong_fields(j) else "right")

    rows = [_row(_("The claim as a whole"), agreement(units(lambda j: j.verdict)), len(read_twice))]
    rows += [
        _row(label, agreement(units(field(name))), len(units(field(name))))
        for name, label in field_labels().items()
    ]
    about = _(
        "Krippendorff's alpha: 1 is perfect, 0 what chance would give; none where nobody found anything different."
    )
    return FigureTable(_("How far two people agree"), about, tuple(rows) if read_twice else ())


def _machine(casebook: Casebook, everything: list[StoredClaim]) -> tuple[FigureTable, FigureTable]:
    decisions = casebook.decisions("claim")
    right, of = Counter[str](), Counter[str]()
    slot_right, slot_of = Counter[str](), Counter[str]()
    for stored in everything:
        judgement = stored.judgement
        if judgement is None:
            continue
        wrong, act = wrong_fields(judgement), stored.claim.act
        of[act] += 1
        right[act] += judgement.verdict != "reject" and "act" not in wrong
        if judgement.verdict != "reject":
            for name in FIELDS:
                slot_of[name] += 1
                slot_right[name] += name not in wrong
    added = sum(j.verdict == "add" for history in decisions.values() for j in history)
    acts = [_row(words.say(words.ACTS, act), share(right[act], n), n) for act, n in of.most_common()]
    total = share(sum(right.values()), sum(of.values()))
    whole_ = [_row(_("All acts"), total, sum(of.values()))] if total else []
    if added:
        found_by_machine = sum(right.values())
        whole_.append(_row(_("Found by the machine, of all that people accepted or added"),
                           share(found_by_machine, found_by_machine + added), found_by_machine + added))  # fmt: skip
    slots = [
        _row(label, share(slot_right[name], slot_of[name]), slot_of[name])
        for name, label in field_labels().items()
    ]
    return (
        FigureTable(_("How often the machine is right, by act"), _("Share of judged claims whose act people kept."), (*whole_, *acts)),
        FigureTable(_("How often the machine is right, by part"), _("Share of accepted and amended claims whose part people kept."),
                    tuple(slots) if slot_of else ()),
    )  # fmt: skip


def _row(label: str, figure: Figure | None, units: int) -> FigureRow:
    if figure is None:
        return FigureRow(label, _("none"), "", str(units))
    interval = (
        f"{figure.low:.2f} … {figure.high:.2f}"
        if figure.low is not None and figure.high is not None
        else _("too few")
    )
    return FigureRow(label, f"{figure.value:.2f}", interval, str(figure.units))


def _difference(casebook: Casebook, pair: Pair) -> Difference:
    report = casebook.report(pair.stored.report)
    now = pair.stored.judgement
    settled = now is not None and now.at > pair.second.at and now.id != pair.first.id
    return Difference(
        href=path("claim", fragment="judge", id=pair.stored.id), act=words.say(words.ACTS, pair.stored.claim.act),
        words=" ".join(pair.stored.claim.span.of(report.report.text).split()), lang=report.report.language or "und",
        first=_said(pair.first), first_by=pair.first.by, second=_said(pair.second), second_by=pair.second.by,
        second_note=pair.second.note, settled=words.say(words.VERDICTS, now.verdict) if settled and now else "",
    )  # fmt: skip


def _said(judgement: Judgement) -> str:
    labels = field_labels()
    wrong: defaultdict[str, str] = defaultdict(str, labels)
    parts = ", ".join(wrong[name] for name in FIELDS if name in wrong_fields(judgement))
    verdict = words.say(words.VERDICTS, judgement.verdict)
    return f"{verdict}: {parts}" if parts else verdict
