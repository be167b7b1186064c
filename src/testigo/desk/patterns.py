"""The page of patterns: every component of the desk, filled from the invented sample."""

from __future__ import annotations

from dataclasses import replace

from testigo.casebook.values import DirectiveLine
from testigo.desk import shown
from testigo.desk.compose import Asked, Told, list_pager, report_page, voice_of
from testigo.desk.pages import Choice, Fact, Field, Filters, Link, Pager
from testigo.desk.pages.claim import ClaimPage, Decision, JudgingView
from testigo.desk.pages.door import FailedPage
from testigo.desk.pages.linked import SlotRows, TellerView, ValueView
from testigo.desk.pages.lists import Damage, EntryRow, LedgerPage, TroubleRow, TroublesPage, VerifiedView
from testigo.desk.pages.orders import (
    ClausePage,
    Counted,
    PracticeView,
    Quoted,
    RightView,
    StepView,
    UnsureView,
    WordedView,
)
from testigo.desk.pages.patterns import PatternsPage
from testigo.desk.pages.report import ReportPage, ReportRow, ReportsPage
from testigo.desk.pages.weighing import ChangeRow, DecideForm, LegRow
from testigo.desk.pages.weighing import RunView as WeighedView
from testigo.desk.samples import MOMENT, PARAGRAPHS, sample
from testigo.desk.shown import Numbered
from testigo.desk.when import iso, moment
from testigo.report import Report

VERDICTS = {2: "accept", 6: "amend", 7: "reject", 8: "conflict"}
FIRST = Pager(1, 1)


def told_sample() -> Told:
    """The invented report as the casebook would tell it."""
    made = sample()
    claims = sorted(made.claims, key=lambda c: (c.span.start, -c.span.end))
    numbered = tuple(
        Numbered(n, n, c, VERDICTS.get(n), "Alice" if n in VERDICTS else "") for n, c in enumerate(claims, 1)
    )
    report = Report(
        made.text,
        made.blocks,
        title=PARAGRAPHS[0][1],
        publisher="Northtown Courier",
        published="2026-11-24",
        language="en",
    )
    facts = (
        Fact("Publisher", "Northtown Courier", lang="en"),
        Fact("Date of publication", ""),
        Fact(
            "SHA-256 of the original",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            code=True,
        ),
        Fact("Text made by", "plain text", note="version 1"),
    )
    notes = ("This is an invented report.",)
    line = DirectiveLine(1, 1, 0, PARAGRAPHS[0][1], "Northtown Courier", "2026-11-24", "en", made.directive)
    return Told(1, report, PARAGRAPHS[0][1], numbered, (line,), facts, notes, ("One image was not read.",))


def patterns_page() -> PatternsPage:
    """Every component, with invented people."""
    told = told_sample()
    voice = voice_of(told, "en", lambda _: "")
    report = report_page(told, Asked(claim=6), voice)
    here = replace(report, orders=tuple(replace(order, number=0) for order in report.orders))
    return PatternsPage(
        report=here,
        claim=_claim(told, voice, here),
        reports=_reports(),
        nothing=ReportsPage(0, 0, (), (), "", (), "/", FIRST),
        ledger=_ledger(),
        troubles=_troubles(),
        failed=FailedPage(
            404, "There is nothing here.", "The address may be mistyped.", (Fact("Note", "typed before"),)
        ),
        clause=_clause(),
        steps=_steps(),
        way="",
        weighed=WeighedView("24 November 2026", stale=True, command="testigo weigh --casebook case"),
        changes=_changes(),
        legs=_legs(),
        decide=_decide(),
        differ=_differ(),
    )


def _clause() -> ClausePage:
    words = Quoted(
        "Herders may cross the pass on market days", "#", "en", "Northtown Courier, 24 November 2026"
    )
    right = RightView(
        "engages ICCPR article 12", "International Covenant on Civil and Political Rights", "freedom of movement",
        "whether it binds the state is not known here", "", "",
    )  # fmt: skip

    further = replace(right, name="engages UDHR article 13", right="freedom of movement and residence")
    unsure = UnsureView("Arrest", "day not told", "", "", "What it was for is not told.", words, "#")

    def practice(id_: str, verdict: str) -> PracticeView:
        return PracticeView(
            id_, verdict, "confirmed by Alice" if id_ == "contrary" else "", "Restricted movement", "3 May 2026",
            "2026-05-03", "after the order", "the pass", (words,), ("Somebody was kept from what the clause permits.",),
            ("Where it happened is not told.",), "reported", "The publisher says that somebody else says it.",
            "1 to 2 independent origins", "#", (), (right,),
        )  # fmt: skip

    return ClausePage(
        1, "permits", "permit", words, ("herders",), "Movement", "", "until 1 June 2026", "", "the North Quarter",
        ("on market days",), (WordedView(words, "", ""),), ("Only report 1 tells this clause.",), (),
        ("People do it and are left alone.",), ("People are kept from it.",), ("That nothing is reported.",),
        (practice("contrary", "contrary"), practice("in-line", "in line")), (unsure,), 1, "",
        (Counted("in-line", "in line", 1), Counted("contrary", "contrary", 1), Counted("cannot-tell", "cannot tell", 1)),
        "", silent=False, rights=(right,), done_rights=(further,), lang="en",
    )  # fmt: skip


def _steps() -> tuple[StepView, ...]:
    words = Quoted("The council handed the order to the wardens", "#", "en", "Northtown Courier")
    return (
        StepView("the council", "the wardens", "1 May 2026", "2026-05-01", "the hall", "at a meeting", words),
        StepView("", "herders", "", "", "", "by word of mouth", words),
    )


def _claim(told: Told, voice: shown.Voice, page: ReportPage) -> ClaimPage:
    fields = (
        Field(
            "act",
            "Act",
            "choice",
            choices=(Choice("arrest", "Arrest", chosen=True), Choice("search", "Search")),
        ),
        Field(
            "time",
            "When",
            "text",
            "early September 2021",
            help="EDTF or words.",
            means="1 to 10 September 2021",
        ),
        Field(
            "place", "Where", "text", "Nowhere", wrong="These words do not stand in the report.", lang="en"
        ),
    )
    judging = JudgingView(
        "/claim/6/",
        "",
        "Not sure about the place.",
        "",
        "Bob rejected this claim a minute ago.",
        True,
        False,
        "#",
        fields,
    )
    history = (
        Decision(
            "accept", "accepted", "Alice", moment(MOMENT), iso(MOMENT), "Read twice.", (), in_force=True
        ),
    )
    note = shown.note(told.claims[5], voice, opened=True)
    return ClaimPage(note, page.title, "#", "", (), (), "reader 1", history, judging)


def _reports() -> ReportsPage:
    rows = (
        ReportRow(
            "#", PARAGRAPHS[0][1], "en", "Northtown Courier", "24 November 2026", "2026-11-24", 13, 1, 4, 1
        ),
        ReportRow("#", "북부 시장에서 단속이 강화되었다", "ko", "북부신문", "", "", 6, 0, 6, 0),
        ReportRow("#", "scan-0017.png", "und", "", "", "", 0, 0, 0, 0, unread="kept; it has no text"),
    )
    links = (
        Link("all", "#", current=True, count=3),
        Link("English", "#", count=1),
        Link("Korean", "#", count=1),
    )
    pager = list_pager(2, 9, lambda n: f"#{n}")
    return ReportsPage(3, 3, rows, (Filters("Language", links),), "", (), "/", pager)


def _differ() -> tuple[SlotRows, ...]:
    """Two days told of one arrest."""
    rows = (
        ("on Tuesday", "23 November 2026", "Northtown Courier → a herder", True),
        ("24일", "24 November 2026", "북부신문", False),
    )
    values = tuple(
        ValueView(text, "en" if accepted else "ko", meaning,
                  (TellerView(PARAGRAPHS[0][1], "#", through, (Link("reported", "#"),), accepted, "en"),), accepted=accepted)
        for text, meaning, through, accepted in rows
    )  # fmt: skip
    return (SlotRows("When", values, conflict=True),)


def _ledger() -> LedgerPage:
    digest = "5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456"
    rows = tuple(
        EntryRow(
            3 - n, "24 November 2026, 09:30", iso(MOMENT), action, subject, "#", digest[n : n + 16], "Alice"
        )
        for n, (action, subject) in enumerate(
            (("judged", "claim 6"), ("read", "report 1"), ("captured", "original 1"))
        )
    )
    facts = (Fact("Entries", "3"), Fact("Root of the tree", digest, code=True))
    counts = (Fact("Originals", "1"), Fact("Entries", "3"))
    found = VerifiedView(
        moment(MOMENT),
        iso(MOMENT),
        False,
        counts,
        (Damage("original 1", "its bytes differ from what was kept"),),
        2,
    )
    return LedgerPage(
        3, "casebook\n3\nXfbg4nYTWdMKgnUFjimfzAOBU0VF9Vz0PkGYP11MlFY=\n", facts, rows, FIRST, "#", found
    )


def _troubles() -> TroublesPage:
    row = TroubleRow(
        "24 November 2026, 09:30",
        iso(MOMENT),
        "open",
        "letter.pdf",
        "the file asks for a password",
        "save it without one",
    )
    return TroublesPage((row,), 1, FIRST)


def _changes() -> tuple[ChangeRow, ...]:
    return (
        ChangeRow(1, "hedge-lost", "Doubt lost", "The original puts it with doubt; the relay states it.",
                  "He was reportedly sentenced to three months", "#was-1", "He was sentenced to three months", "#now-1"),
        ChangeRow(2, "dropped", "Left out", "The relay does not tell it.", "after he complained", "#was-2", "", ""),
    )  # fmt: skip


def _legs() -> tuple[LegRow, ...]:
    title, words = PARAGRAPHS[0][1], "Bob, a herder in his 40s, was arrested on 12 October in Northtown"
    first = LegRow(title, "#", "Northtown Courier, 24 November 2026", "en", words, "#", "reported", "reported",
                   "a courier from the North Quarter", "#", relayed=False)  # fmt: skip
    again = replace(
        first,
        report="Herder held",
        about="Bay News, 26 November 2026",
        words="a herder was held",
        relayed=True,
    )
    return first, again


def _decide() -> DecideForm:
    choices = (
        Choice("same", "Yes: it has its words from there", chosen=True),
        Choice("different", "No: it has not"),
    )
    return DecideForm(
        "#", "Has the relay its words from the original?", "7", choices, "Alice", "", "Yes · Alice"
    )
