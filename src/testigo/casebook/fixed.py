"""The base of rows that may only be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from django.db import models

from testigo.errors import Refused

if TYPE_CHECKING:
    Column = models.Field[Any, Any]
else:
    Column = models.Field

_NEVER = "this row is never changed or deleted"


class FixedRows(models.QuerySet[Any]):
    """Rows that may be added and looked at, nothing else."""

    def update(self, **_: Any) -> NoReturn:
        """Never. Errors: Refused."""
        raise Refused(_NEVER, "add a new row that takes its place")

    def bulk_update(self, *_: Any, **__: Any) -> NoReturn:
        """Never. Errors: Refused."""
        raise Refused(_NEVER, "add a new row that takes its place")

    def delete(self) -> NoReturn:
        """Never. Errors: Refused."""
        raise Refused(_NEVER, "add a new row that takes its place")


class Fixed(models.Model):
    """A row that may be added and looked at, nothing else. The database itself refuses the rest too."""

    objects = FixedRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Errors: Refused, where it is there already."""
        if not self._state.adding:
            raise Refused(_NEVER, "add a new row that takes its place")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Never. Errors: Refused."""
        raise Refused(_NEVER, "add a new row that takes its place")
