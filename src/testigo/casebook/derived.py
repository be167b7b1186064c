"""Rows that are computed: dropped and made again at will (`Casebook.rebuild`). The search index is another such."""

from __future__ import annotations

from django.db import models

from testigo.casebook.fixed import Column
from testigo.casebook.judged import Judgement
from testigo.casebook.preserved import Original
from testigo.casebook.said import Claim, Reading, Report


class Shelf(models.Model):
    """What the list of reports shows: one row for the latest report of each original."""

    report: Column = models.OneToOneField(
        Report, models.CASCADE, primary_key=True, related_name="+", help_text="The report."
    )
    original: Column = models.OneToOneField(
        Original, models.CASCADE, related_name="+", help_text="Its original."
    )
    reading: Column = models.OneToOneField(
        Reading,
        models.CASCADE,
        null=True,
        related_name="+",
        help_text="The reading in force; null: not read.",
    )
    title: Column = models.TextField(help_text="Title, or empty.")
    publisher: Column = models.TextField(db_index=True, help_text="Publisher, or empty.")
    published: Column = models.TextField(null=True, help_text="EDTF.")
    first: Column = models.DateField(
        null=True, help_text="The first day that the date of publication may mean."
    )
    last: Column = models.DateField(null=True, help_text="The last such day.")
    language: Column = models.TextField(help_text="Language of the report, or empty.")
    claims: Column = models.IntegerField(default=0, help_text="Claims of the reading in force.")
    unreadable: Column = models.BooleanField(
        default=False, help_text="The reader in force does not know the language."
    )
    directives: Column = models.IntegerField(default=0, help_text="Orders of the reading in force.")
    judged: Column = models.IntegerField(default=0, help_text="Claims with a verdict in force.")
    troubles: Column = models.IntegerField(default=0, help_text="Troubles with the report or its original.")
    added: Column = models.DateField(null=True, help_text="The day (UTC) on which the report was added.")

    class Meta:
        db_table = "shelf"
        indexes = (
            models.Index(fields=["first", "report"], name="shelf_first"),
            models.Index(fields=["language"], name="shelf_language"),
            models.Index(fields=["added", "claims", "judged"], name="shelf_added"),
            models.Index(fields=["claims", "judged", "directives", "reading"], name="shelf_counts"),
        )


class Standing(models.Model):
    """The judgement in force about a claim of a reading in force."""

    claim: Column = models.OneToOneField(
        Claim, models.CASCADE, primary_key=True, related_name="+", help_text="The claim."
    )
    verdict: Column = models.CharField(max_length=16, db_index=True, help_text="Its verdict.")
    judgement: Column = models.ForeignKey(
        Judgement, models.CASCADE, related_name="+", help_text="The judgement."
    )
    key: Column = models.CharField(max_length=64, default="", help_text="Key of the claim, for figures.")
    act: Column = models.CharField(max_length=32, default="", help_text="Id of its act, for figures.")

    class Meta:
        db_table = "standing"
        indexes = (models.Index(fields=["key"], name="standing_key"),)


class Draw(models.Model):
    """A judged claim that goes to a second person, by the published seed."""

    claim: Column = models.OneToOneField(
        Claim, models.CASCADE, primary_key=True, related_name="+", help_text="The claim."
    )
    key: Column = models.CharField(max_length=64, help_text="Its key.")
    place: Column = models.CharField(
        max_length=64, db_index=True, help_text="Where it stands in the queue, by lot."
    )

    class Meta:
        db_table = "draw"


class Dated(models.Model):
    """A time of a claim of a reading in force, as the days that it may mean: what claims are found by."""

    claim: Column = models.ForeignKey(Claim, models.CASCADE, related_name="+", help_text="The claim.")
    first: Column = models.DateField(null=True, help_text="The first such day; null: open.")
    last: Column = models.DateField(null=True, help_text="The last such day; null: open.")

    class Meta:
        db_table = "dated"
        indexes = (models.Index(fields=["first", "last"], name="dated_first"),)


class Told(models.Model):
    """That a claim of the reading in force of a report has this kind, act or status."""

    report: Column = models.ForeignKey(Report, models.CASCADE, related_name="+", help_text="The report.")
    what: Column = models.CharField(max_length=16, help_text="kind, act or status.")
    value: Column = models.CharField(max_length=32, help_text="Id of the kind, act or status.")

    class Meta:
        db_table = "told"
        indexes = (models.Index(fields=["what", "value", "report"], name="told_value"),)


class Drawn(models.Model):
    """The claims of the reading in force of a report in few bytes: what pictures of all claims are drawn from."""

    report: Column = models.OneToOneField(
        Report, models.CASCADE, primary_key=True, related_name="+", help_text="The report."
    )
    claims: Column = models.BinaryField(
        help_text="28 bytes for each claim: its id, days, and numbers of `code`."
    )

    class Meta:
        db_table = "drawn"


class Code(models.Model):
    """What the numbers in `drawn` mean; in the list draw, by which seed and share `draw` was drawn."""

    what: Column = models.CharField(max_length=16, help_text="act, status, verdict, place or draw.")
    number: Column = models.IntegerField(help_text="The number, from 0.")
    value: Column = models.TextField(help_text="What it means.")

    class Meta:
        db_table = "code"
        constraints = (models.UniqueConstraint(fields=["what", "number"], name="code_number"),)


class Task(models.Model):
    """To whom the report of an original was given to judge."""

    original: Column = models.OneToOneField(
        Original, models.CASCADE, primary_key=True, related_name="+", help_text="The original."
    )
    person: Column = models.TextField(db_index=True, help_text="The person's name in this casebook.")

    class Meta:
        db_table = "task"


class Tally(models.Model):
    """How many reports `told` has for a value: what the filters of the list of reports show."""

    what: Column = models.CharField(max_length=16, help_text="kind, act or status.")
    value: Column = models.CharField(max_length=32, help_text="Id of the kind, act or status.")
    reports: Column = models.IntegerField(help_text="How many reports.")

    class Meta:
        db_table = "tally"
        constraints = (models.UniqueConstraint(fields=["what", "value"], name="tally_value"),)


class DerivedRun(models.Model):
    """The last run of a stage (linking, weighing, orders, ...): from what and how its rows below were computed."""

    stage: Column = models.CharField(max_length=16, primary_key=True, help_text="Which stage.")
    at: Column = models.DateTimeField(help_text="When it ran.")
    version: Column = models.TextField(help_text="Version of the program.")
    settings: Column = models.TextField(help_text="JSON of the settings that it ran with, the seed included.")
    inputs: Column = models.TextField(help_text="Digest of what it was computed from.")

    class Meta:
        db_table = "derived_run"


class Derived(models.Model):
    """One value that a stage computed: an event, a person, a link, a relay, a weight, an order, a verdict."""

    stage: Column = models.CharField(max_length=16, help_text="Which stage.")
    kind: Column = models.CharField(max_length=16, help_text="What it is: event, person, link, relay, ...")
    key: Column = models.TextField(help_text="Its name among those of its kind, the same in every run.")
    rank: Column = models.FloatField(default=0, help_text="Lists show the lowest first.")
    body: Column = models.TextField(help_text="JSON of the value.")
    sign: Column = models.BinaryField(
        null=True, help_text="Digest of all of it and of what it is about; null: written by an older Testigo."
    )

    class Meta:
        db_table = "derived"
        constraints = (models.UniqueConstraint(fields=["stage", "kind", "key"], name="derived_key"),)
        indexes = (models.Index(fields=["stage", "kind", "rank", "id"], name="derived_rank"),)


class DerivedPart(models.Model):
    """What a derived value is about: by these it is found from a claim, a report, a person or a place."""

    derived: Column = models.ForeignKey(Derived, models.CASCADE, related_name="+", help_text="The value.")
    what: Column = models.CharField(max_length=16, help_text="claim, report, event, person, place, act, ...")
    subject: Column = models.TextField(help_text="Id or key of that thing.")

    class Meta:
        db_table = "derived_part"
        indexes = (models.Index(fields=["what", "subject", "derived"], name="derived_about"),)
