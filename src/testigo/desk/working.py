"""What pages say of long work that runs beside them (jobs.py): what, for how long, at which step, and why the last failed."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from testigo.desk.jobs import Job, Jobs

RUNNING = {
    "linking": gettext_noop("Linking is running beside the pages."),
    "weighing": gettext_noop("Weighing is running beside the pages."),
    "orders": gettext_noop("Orders are being confronted beside the pages."),
    "estimating": gettext_noop(
        "What is documented before and after an order is being counted beside the pages."
    ),
    "verify": gettext_noop("Everything is being verified beside the pages."),
}
FAILED = {
    "linking": gettext_noop("Linking failed. What was there before is still there."),
    "weighing": gettext_noop("Weighing failed. What was there before is still there."),
    "orders": gettext_noop("Confronting the orders failed. What was there before is still there."),
    "estimating": gettext_noop("Counting before and after the order failed."),
    "verify": gettext_noop(
        "Verifying did not come to its end: whether everything is what it was is not known."
    ),
}
STEPS = {
    "taking in the claims": gettext_noop("It takes in the claims."),
    "comparing the claims": gettext_noop("It compares the claims."),
    "comparing the persons": gettext_noop("It compares the persons."),
    "comparing the reports": gettext_noop("It compares the reports."),
    "keeping what was found": gettext_noop("It keeps what was found; this is the last step."),
    "reading the reports": gettext_noop("It reads the reports."),
    "asking who is behind each claim": gettext_noop(
        "It asks who is behind each claim; this is the last step."
    ),
    "checking the database": gettext_noop("It checks the database, row by row against the ledger."),
    "reading the originals": gettext_noop("It reads the originals again."),
    "reading the originals and making the texts": gettext_noop(
        "It reads the originals again and makes their texts again."
    ),
}
"""The steps that stages tell, in words; a step that is not here is not shown."""


def running(jobs: Jobs) -> str:
    """What runs now, or nothing."""
    job = jobs.running
    if job is None:
        return ""
    before = jobs.ended.get(job.name)
    parts = [_(RUNNING[job.name]), _for(jobs.seconds()), _(STEPS[job.step]) if job.step in STEPS else "",
             _through(job), _last_time(before) if before else "", _("Go on with your work; nothing else of this kind starts meanwhile.")]  # fmt: skip
    return " ".join(part for part in parts if part)


def failed(jobs: Jobs) -> str:
    """Why the last run of something failed, until it is run again; or nothing."""
    wrong = [job for job in jobs.ended.values() if job.wrong and jobs.running is None]
    return " ".join(
        f"{_(FAILED[job.name])} ({job.wrong}{'; ' if job.hint else ''}{job.hint})" for job in wrong
    )


def _for(seconds: float) -> str:
    n = round(seconds)
    return ngettext("It began %(n)s second ago.", "It began %(n)s seconds ago.", n) % {"n": n}


def _through(job: Job) -> str:
    """How far it is in its step."""
    if not job.of:
        return ""
    return _("%(done)s of %(of)s are through.") % {"done": f"{job.done:,}", "of": f"{job.of:,}"}


def _last_time(job: Job) -> str:
    n = max(1, round(job.took or 0))
    return ngettext("The last time it took %(n)s second.", "The last time it took %(n)s seconds.", n) % {
        "n": n
    }
