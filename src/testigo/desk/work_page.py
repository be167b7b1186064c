"""What is to be done: for the person at the desk, for everybody; given reports, kept searches. Batches: batches_page.py.

Rules:
- Every number is a link to what it counts; a queue that is empty says so and leads nowhere.
- Giving a report and keeping a search are judgements with their person (casebook/tasks.py): they can be undone, and
  nothing of them is lost.
- A kept search is a path of this desk, never an address of anything else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.casebook.values import Counts, Progress, ReportFilter
from testigo.desk import batches_page, gather, judging, reports_page, twice
from testigo.desk.pages.report import ReportRow
from testigo.desk.pages.work import ProgressRow, ProgressTable, Queue, SearchRow, WorkPage
from testigo.desk.render import path
from testigo.desk.when import in_words, iso, moment
from testigo.errors import BadInput, Conflict
from testigo.judgement import Judgement, standing

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

NEXT = 5
BATCHES = 12
MOST_GIVEN = 2000
LONGEST_SEARCH_NAME = 120
SEARCHABLE = ("/", "/claims/", "/search/")
"""The pages whose addresses can be kept: those whose filters are links."""


def work_page(casebook: Casebook, person: str, *, wrong: str = "", typed: str = "") -> WorkPage:
    """The page of work for a person; empty: nobody said who sits here."""
    people, days = casebook.given(), casebook.days_of_adding(limit=BATCHES)
    given = {one.name: one for one in people}
    return WorkPage(
        person=person,
        people=casebook.people(),
        mine=_mine(casebook, given.get(person), person) if person else (),
        everybody=_everybody(casebook, casebook.at_hand(), casebook.count_second()[1]),
        reports=_next(casebook, person) if person else (),
        given=ProgressTable(_("Person"), tuple(_progress(p, p.name, {"assigned": p.name}) for p in people)),
        batches=batches_page.rows(casebook),
        days=ProgressTable(_("Day"), tuple(_progress(b, _day(b.name), {"added": b.name}) for b in days)),
        searches=_searches(casebook),
        wrong=wrong,
        typed=typed,
    )


def _queue(n: int, text: str, href: str, about: str) -> Queue:
    return Queue(text % {"n": f"{n:,}"}, href if n else "", about, none=not n)


def _mine(casebook: Casebook, given: Progress | None, person: str) -> tuple[Queue, ...]:
    left = given.claims - given.judged if given else 0
    waits = casebook.count_second(person)[1]
    return (
        _queue(left, ngettext("%(n)s open claim in reports given to you", "%(n)s open claims in reports given to you", left),
               path("reports", {"assigned": person, "judged": "open"}), _("Read on where you stopped.")),
        _queue(waits, ngettext("%(n)s claim waits for your second reading", "%(n)s claims wait for your second reading", waits),
               path("second"), _("Judged by somebody else; you do not see how.")),
    )  # fmt: skip


def _everybody(casebook: Casebook, counts: Counts, lacking: int) -> tuple[Queue, ...]:
    new = counts.claims - counts.judged
    disputed, differ = reports_page.disputed(casebook), twice.unsettled(casebook)
    queues = (
        (new, ngettext("%(n)s claim that nobody judged", "%(n)s claims that nobody judged", new),
         path("claims", {"verdict": "open"}), _("New: a machine read them.")),
        (disputed, ngettext("%(n)s claim in conflict", "%(n)s claims in conflict", disputed),
         path("claims", {"verdict": "conflict"}), _("Somebody said why; decide, or leave it open.")),
        (differ, ngettext("%(n)s claim that two people read differently", "%(n)s claims that two people read differently", differ),
         path("differences"), _("Both readings side by side.")),
        (lacking, ngettext("%(n)s claim lacks a second reading", "%(n)s claims lack a second reading", lacking),
         path("second"), _("Chosen by the seed; by anybody but the first reader.")),
        (counts.unread, ngettext("%(n)s report not read yet", "%(n)s reports not read yet", counts.unread),
         path("reports", {"unread": "yes"}), _("Run `testigo read`.")),
        (counts.troubles, ngettext("%(n)s thing failed", "%(n)s things failed", counts.troubles),
         path("troubles"), _("What failed, and why.")),
    )  # fmt: skip
    return tuple(_queue(*queue) for queue in queues)


def _next(casebook: Casebook, person: str) -> tuple[ReportRow, ...]:
    which = ReportFilter(assigned=person, judged="open")
    return tuple(reports_page.report_row(line) for line in casebook.reports(which, limit=NEXT).items)


def _progress(one: Progress, label: str, query: Mapping[str, str]) -> ProgressRow:
    share = f"{100 * one.judged / one.claims:.0f} %" if one.claims else ""
    return ProgressRow(label, path("reports", query), one.reports, one.claims, one.judged, share)


def _day(day: str) -> str:
    return in_words(day, gather.language()) if day else _("day not known")


def _searches(casebook: Casebook) -> tuple[SearchRow, ...]:
    return tuple(
        SearchRow(s.name, s.address, s.by, moment(s.at, gather.language()), iso(s.at), s.judgement)
        for s in casebook.searches()
        if is_searchable(s.address)
    )


# -- giving and keeping ---------------------------------------------------------------------------------------------


def give(casebook: Casebook, by: str, post: Mapping[str, str]) -> str:
    """Give reports to a person (empty: to nobody), or put them into a batch. Gives what is wrong with the form, or nothing."""
    to, batch = (" ".join(post.get(name, "").split()) for name in ("to", "batch"))
    if not by:
        return _("Say who you are: any name that your colleagues know.")
    if len(to) > judging.LONGEST_NAME or not to.isprintable():
        return _("This name is too long, or holds characters that cannot be seen.")
    reports = chosen(casebook, post)
    if not reports:
        return _("No report was chosen.")
    if len(reports) > MOST_GIVEN:
        return _("These are more than %(n)s reports. Narrow the list with its filters first.") % {
            "n": f"{MOST_GIVEN:,}"
        }
    if post.get("do") == "batch":
        return batches_page.put(casebook, by, batch, reports)
    made = [one for one in (_gift(casebook, report, by, to) for report in reports) if one is not None]
    casebook.record_judgements(made)
    return ""


def chosen(casebook: Casebook, post: Mapping[str, str]) -> tuple[int, ...]:
    """The reports that a form names: those that are ticked, or all of the list that it was shown with."""
    if post.get("all") != "yes":
        return tuple(
            id_ for name in post if (id_ := gather.whole(name.removeprefix("report-"))) and "report-" in name
        )
    query = dict(parse_qsl(post.get("list", "")))
    which = reports_page.report_filter(query)
    return tuple(line.id for line in casebook.reports(which, limit=MOST_GIVEN + 1).items)


def _gift(casebook: Casebook, report: int, by: str, to: str) -> Judgement | None:
    """The judgement that gives a report to somebody, or (empty) to nobody; None where nothing changes."""
    history = gather.found(lambda id_: casebook.history("task", str(id_)), report)
    now = standing(history)
    before = json.loads(now.amended or "{}").get("to", "") if now else ""
    if to == before:
        return None
    return Judgement("task", str(report), "assign", by, casebook.now(), amended=json.dumps({"to": to}, ensure_ascii=False),
                     replaces=now.id if now else None)  # fmt: skip


def is_searchable(address: str) -> bool:
    """Whether an address is one of ours that can be kept."""
    parts = urlsplit(address)
    plain = not parts.scheme and not parts.netloc and "\\" not in address and address.isprintable()
    return plain and parts.path in SEARCHABLE and bool(parts.query)


def keep(casebook: Casebook, by: str, post: Mapping[str, str]) -> str:
    """Keep a search under a name, or take one away (`gone`), or a batch. Gives what is wrong with the form, or nothing."""
    if not by:
        return _("Say who you are: any name that your colleagues know.")
    if batch := post.get("batch-gone", ""):
        return batches_page.drop(casebook, by, batch)
    gone = gather.whole(post.get("gone", ""))
    if gone:
        return _forget(casebook, by, gone)
    address, name = post.get("address", ""), " ".join(post.get("name", "").split())
    if not is_searchable(address) or len(address) > 2000:
        return _("Only a list with filters, or a search, can be kept.")
    if not name or len(name) > LONGEST_SEARCH_NAME or not name.isprintable():
        return _("Give the search a name, of at most %(n)s characters.") % {"n": LONGEST_SEARCH_NAME}
    now = next((s.judgement for s in casebook.searches() if s.address == address), None)
    casebook.record_judgements(
        [Judgement("search", address, "save", by, casebook.now(), note=name, replaces=now)]
    )
    return ""


def _forget(casebook: Casebook, by: str, gone: int) -> str:
    kept = next((s for s in casebook.searches() if s.judgement == gone), None)
    if kept is None:
        return _("This search was taken away already.")
    try:
        casebook.record_judgements(
            [Judgement("search", kept.address, "withdraw", by, casebook.now(), replaces=gone)]
        )
    except (Conflict, BadInput):
        return _("This search was taken away already.")
    return ""
