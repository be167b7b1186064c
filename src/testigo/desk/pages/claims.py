"""What the page of claims may say: claims.html, a list that can be seen over time, on a map and by count."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Filters, Link, Pager


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list. words: of its clause, in `lang`; about: who says it, when, where; family: what colours it."""

    href: str
    act: str
    family: str
    status: str
    status_id: str
    words: str
    lang: str
    about: str
    verdict: str
    report: str
    report_href: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """A line of the table beside a picture, as its columns say. figures: numbers; more: words."""

    label: str
    href: str
    figures: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture with its table. picture: SVG made by seeing/, or empty; svg, csv: where to download them."""

    heading: str
    picture: str
    rows: tuple[CountLine, ...]
    columns: tuple[str, ...]
    svg: str
    csv: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """claims.html: claims over all reports. views: the list and the pictures; said: how many, and what is left out; keep: its address."""

    views: tuple[Link, ...]
    filters: tuple[Filters, ...]
    clear: str
    said: str
    caution: str
    lines: tuple[ClaimLine, ...]
    seen: tuple[Seen, ...]
    pager: Pager
    any: bool
    keep: str = ""
