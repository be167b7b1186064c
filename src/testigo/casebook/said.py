"""Rows of what is said: reports, readings, claims, directives, and their parts as rows for filters.

Rules:
- Never changed: another extractor adds another report, another reader another reading. The latest is in force.
- `body` holds the whole core value as JSON (testigo.wire); the other columns repeat parts of it for queries, and
  `testigo verify` makes them again from it and compares.
"""

from __future__ import annotations

from django.db import models

from testigo.casebook.fixed import Column, Fixed
from testigo.casebook.preserved import Original


class Report(Fixed):
    """One text of one original."""

    original: Column = models.ForeignKey(
        Original, models.PROTECT, related_name="reports", help_text="Whose text it is."
    )
    at: Column = models.DateTimeField(help_text="When it was extracted.")
    key: Column = models.CharField(
        max_length=64, help_text="SHA-256 over text and body: the same text is kept once."
    )
    title: Column = models.TextField(help_text="Title, or empty.")
    wide: Column = models.BooleanField(
        help_text="Whether it holds Korean, Chinese or Japanese signs (searched in threes)."
    )
    body: Column = models.TextField(help_text="JSON of the report without its text.")
    text: Column = models.TextField(help_text="The text; every offset counts its code points.")

    class Meta:
        db_table = "report"
        constraints = (models.UniqueConstraint(fields=["original", "key"], name="report_once"),)


class Reading(Fixed):
    """One run of one reader over one report."""

    report: Column = models.ForeignKey(
        Report, models.PROTECT, related_name="readings", help_text="What was read."
    )
    at: Column = models.DateTimeField(help_text="When.")
    reader: Column = models.TextField(help_text="Name of the reader.")
    version: Column = models.TextField(help_text="Its version.")
    vocabulary: Column = models.TextField(help_text="Version of the vocabulary.")
    language: Column = models.TextField(null=True, help_text="As which language it was read; null: not read.")
    key: Column = models.CharField(
        max_length=64, help_text="SHA-256 over everything found: the same reading is kept once."
    )
    body: Column = models.TextField(help_text="JSON of the reading without its claims.")

    class Meta:
        db_table = "reading"
        constraints = (models.UniqueConstraint(fields=["report", "key"], name="reading_once"),)


class Claim(Fixed):
    """One proposition of one report."""

    reading: Column = models.ForeignKey(
        Reading, models.PROTECT, related_name="claims", help_text="Which run found it."
    )
    number: Column = models.IntegerField(help_text="Place in the reading, from 0.")
    key: Column = models.CharField(
        max_length=64, db_index=True, help_text="The same for the same claim about the same text."
    )
    place: Column = models.CharField(
        max_length=64, db_index=True, help_text="The same for claims with this act at these words."
    )
    kind: Column = models.CharField(max_length=16, help_text="event, directive, condition or view.")
    act: Column = models.CharField(max_length=32, help_text="Id of the act.")
    act_detail: Column = models.CharField(max_length=64, null=True, help_text="Id of the finer act.")
    status: Column = models.CharField(max_length=16, help_text="How firmly it is put.")
    start: Column = models.IntegerField(help_text="Where its clause begins.")
    end: Column = models.IntegerField(help_text="Where its clause ends.")
    body: Column = models.TextField(help_text="JSON of the claim.")

    class Meta:
        db_table = "claim"
        constraints = (models.UniqueConstraint(fields=["reading", "number"], name="claim_number"),)
        indexes = (
            models.Index(fields=["reading", "act", "status", "kind"], name="claim_of_reading"),
            models.Index(fields=["act", "status", "kind", "reading"], name="claim_act"),
        )


class Filler(Fixed):
    """One value of one slot of a claim."""

    claim: Column = models.ForeignKey(Claim, models.PROTECT, related_name="fillers", help_text="Whose value.")
    slot: Column = models.CharField(
        max_length=16, help_text="actor, target, place, time, charge, punishment or quantity."
    )
    number: Column = models.IntegerField(help_text="Place in the slot, from 0.")
    start: Column = models.IntegerField(help_text="Where its words begin.")
    end: Column = models.IntegerField(help_text="Where its words end.")
    text: Column = models.TextField(help_text="Its words.")
    ref: Column = models.TextField(null=True, help_text="Id of a row of a reference table.")
    value: Column = models.TextField(null=True, help_text="EDTF or number.")
    form: Column = models.TextField(null=True, help_text="Kind of punishment.")
    duration: Column = models.TextField(null=True, help_text="ISO 8601 duration of a punishment.")

    class Meta:
        db_table = "filler"
        constraints = (models.UniqueConstraint(fields=["claim", "slot", "number"], name="filler_number"),)
        indexes = (models.Index(fields=["ref", "slot", "claim"], name="filler_ref"),)


class Source(Fixed):
    """One link of the chain that a claim is attributed to."""

    claim: Column = models.ForeignKey(
        Claim, models.PROTECT, related_name="sources", help_text="Whose source."
    )
    number: Column = models.IntegerField(help_text="Place in the chain, 0 is the outermost.")
    kind: Column = models.CharField(
        max_length=16, help_text="anonymous, named, institution, document or public."
    )
    start: Column = models.IntegerField(help_text="Where its words begin.")
    end: Column = models.IntegerField(help_text="Where its words end.")
    text: Column = models.TextField(help_text="Its words.")
    refers_text: Column = models.TextField(null=True, help_text="The fuller earlier words.")

    class Meta:
        db_table = "source"
        constraints = (models.UniqueConstraint(fields=["claim", "number"], name="source_number"),)


class Directive(Fixed):
    """One order whose content is told."""

    reading: Column = models.ForeignKey(
        Reading, models.PROTECT, related_name="directives", help_text="Which run found it."
    )
    number: Column = models.IntegerField(help_text="Place in the reading, from 0.")
    key: Column = models.CharField(
        max_length=64, db_index=True, help_text="The same for the same order in the same text."
    )
    start: Column = models.IntegerField(help_text="Where its passage begins.")
    end: Column = models.IntegerField(help_text="Where its passage ends.")
    issuer: Column = models.TextField(null=True, help_text="Words for who issued it.")
    issuer_ref: Column = models.TextField(null=True, help_text="Id of the institution.")
    issued: Column = models.TextField(null=True, help_text="When, as EDTF.")

    class Meta:
        db_table = "directive"
        constraints = (models.UniqueConstraint(fields=["reading", "number"], name="directive_number"),)


class Clause(Fixed):
    """One clause of an order."""

    directive: Column = models.ForeignKey(
        Directive, models.PROTECT, related_name="clauses", help_text="Of which order."
    )
    number: Column = models.IntegerField(help_text="Place in the order, from 0.")
    modality: Column = models.CharField(
        max_length=16, help_text="forbid, require, permit, exempt, retain or finding."
    )
    measure: Column = models.TextField(null=True, help_text="Id of the act that it orders or forbids.")
    start: Column = models.IntegerField(help_text="Where its words begin.")
    end: Column = models.IntegerField(help_text="Where its words end.")
    lowest: Column = models.IntegerField(null=True, help_text="Lowest level of supervision named.")
    highest: Column = models.IntegerField(null=True, help_text="Highest level of supervision named.")

    class Meta:
        db_table = "clause"
        constraints = (models.UniqueConstraint(fields=["directive", "number"], name="clause_number"),)
