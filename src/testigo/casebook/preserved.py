"""Rows that are preserved: originals, how they came in, what could not be done, the ledger and its checkpoints.

Rules:
- No row here is ever changed or deleted: the database refuses it (migration 0002), and so do the models.
"""

from __future__ import annotations

from django.db import models

from testigo.casebook.fixed import Column, Fixed


class Person(Fixed):
    """Somebody who records or judges, or Testigo itself. The ledger knows the id only."""

    name: Column = models.TextField(unique=True, help_text="How this person is called in this casebook.")
    at: Column = models.DateTimeField(help_text="When the name was first used.")

    class Meta:
        db_table = "person"


class Original(Fixed):
    """Bytes that came in, kept once. The bytes lie sealed beside the database."""

    sha256: Column = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the bytes, in hex.")
    size: Column = models.BigIntegerField(help_text="Bytes.")
    media_type: Column = models.TextField(help_text="What it was found to be when it came in first.")
    object: Column = models.CharField(
        max_length=64, unique=True, help_text="Name of the sealed object in archive/."
    )

    class Meta:
        db_table = "original"


class Capture(Fixed):
    """One time that an original came in: when, from where, by whom, as part of what."""

    original: Column = models.ForeignKey(
        Original, models.PROTECT, related_name="captures", help_text="What came in."
    )
    at: Column = models.DateTimeField(help_text="When, by the clock of the machine.")
    by: Column = models.ForeignKey(Person, models.PROTECT, related_name="+", help_text="Who took it in.")
    how: Column = models.CharField(max_length=16, help_text="file, address or part.")
    source: Column = models.TextField(help_text="Path, address, or name inside its container.")
    tool: Column = models.TextField(help_text="Program and version that took it in.")
    asked: Column = models.TextField(help_text="What was asked of a server.")
    answer: Column = models.TextField(help_text="What the server answered, without the content.")
    parent: Column = models.ForeignKey(
        Original,
        models.PROTECT,
        null=True,
        related_name="parts",
        help_text="The container that it is a part of.",
    )

    class Meta:
        db_table = "capture"


class Trouble(Fixed):
    """An item that could not be done, and why."""

    at: Column = models.DateTimeField(help_text="When.")
    step: Column = models.CharField(max_length=32, help_text="What was being done: add, extract, read, ...")
    item: Column = models.TextField(help_text="The file, address or part.")
    error: Column = models.TextField(help_text="What happened.")
    hint: Column = models.TextField(help_text="What to do.")
    original: Column = models.ForeignKey(
        Original,
        models.PROTECT,
        null=True,
        related_name="troubles",
        help_text="The original concerned, if kept.",
    )
    report: Column = models.ForeignKey(
        "casebook.Report",
        models.PROTECT,
        null=True,
        related_name="troubles",
        help_text="The report concerned.",
    )

    class Meta:
        db_table = "trouble"


class Entry(Fixed):
    """One entry of the ledger: no names, no text. `salt` stays outside the entry, so that its digest tells nothing."""

    number: Column = models.BigIntegerField(primary_key=True, help_text="Place in the ledger, from 0.")
    at: Column = models.DateTimeField(help_text="When.")
    actor: Column = models.BigIntegerField(help_text="Id of the person.")
    action: Column = models.CharField(
        max_length=16, help_text="capture, report, read, judge, trouble, person."
    )
    subject_kind: Column = models.CharField(max_length=16, help_text="Table of the row that it records.")
    subject: Column = models.BigIntegerField(help_text="Id of that row.")
    digest: Column = models.BinaryField(help_text="SHA-256 over salt and row, 32 bytes.")
    salt: Column = models.BinaryField(help_text="16 random bytes.")

    class Meta:
        db_table = "entry"
        constraints = (models.UniqueConstraint(fields=["subject_kind", "subject"], name="entry_subject"),)


class Checkpoint(Fixed):
    """The signed head of the ledger after one transaction."""

    size: Column = models.BigIntegerField(primary_key=True, help_text="How many entries it covers.")
    root: Column = models.BinaryField(help_text="Root of the Merkle tree, 32 bytes.")
    edge: Column = models.BinaryField(
        help_text="Roots of the full subtrees, the largest first: to go on without all entries."
    )
    note: Column = models.TextField(help_text="The signed note, as in C2SP tlog-checkpoint.")

    class Meta:
        db_table = "checkpoint"
