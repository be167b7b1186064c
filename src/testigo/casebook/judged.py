"""Rows that people wrote: judgements. Append only."""

from __future__ import annotations

from django.db import models

from testigo.casebook.fixed import Column, Fixed
from testigo.casebook.preserved import Person


class Judgement(Fixed):
    """Who decided what about which thing, when and why, and in place of which earlier one."""

    subject_kind: Column = models.CharField(max_length=16, help_text="claim, report, directive, ...")
    subject: Column = models.TextField(help_text="Id of the row that was looked at.")
    key: Column = models.TextField(help_text="Key of the claim, else the id: what the judgement stays with.")
    verdict: Column = models.CharField(max_length=16, help_text="Id of the verdict.")
    by: Column = models.ForeignKey(Person, models.PROTECT, related_name="+", help_text="Who.")
    at: Column = models.DateTimeField(help_text="When.")
    note: Column = models.TextField(help_text="Why.")
    amended: Column = models.TextField(null=True, help_text="JSON of what it should be.")
    replaces: Column = models.ForeignKey(
        "self", models.PROTECT, null=True, help_text="The judgement in whose place it comes."
    )

    class Meta:
        db_table = "judgement"
        indexes = (models.Index(fields=["subject_kind", "key"], name="judgement_key"),)
