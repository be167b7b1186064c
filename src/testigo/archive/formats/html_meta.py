"""What a page says about itself in its head: title, author, publisher, date of publication, language, address.

Rules:
- JSON-LD of a kind of article goes before meta elements, these before <time>.
- A date is used only where it is named as the date of publication, and its basis says by which name.
- A language that the page declares is believed only where it is one code we know the form of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from testigo.archive.formats.html_walk import Page
from testigo.archive.written_dates import dates_in

_ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "report",
    "webpage",
    "analysisnewsarticle",
)
_DATE_META = (
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "publishdate", "publish-date", "pubdate", "date", "parsely-pub-date",
    "sailthru.date", "citation_publication_date",
)  # fmt: skip
_MAX_NODES = 2000


@dataclass(frozen=True, slots=True)
class About:
    """What the page's head says. Each None where it says nothing plain."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None


def about_page(page: Page) -> About:
    """What a walked page says about itself."""
    meta: dict[str, str] = {}
    for name, content in page.meta:
        meta.setdefault(name, content.strip())
    linked = next(_articles(page), {})
    published, basis = _published(page, meta, linked)
    url = page.address or meta.get("og:url", "")
    return About(
        title=_text(linked.get("headline")) or meta.get("og:title") or _site_less(page.title, meta) or None,
        author=_name(linked.get("author")) or _plain_name(meta.get("author") or meta.get("dc.creator")),
        publisher=_name(linked.get("publisher"))
        or meta.get("og:site_name")
        or meta.get("dc.publisher")
        or None,
        published=published,
        published_basis=basis,
        language=_language(page.language or meta.get("og:locale", "")),
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _articles(page: Page) -> Iterator[dict[str, Any]]:
    """The JSON-LD nodes that describe an article with a date or headline, the richest kinds first in the page's order."""
    for text in page.linked_data:
        try:
            waiting: list[Any] = [json.loads(text)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MAX_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting[:0] = node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(str(kind).lower() in _ARTICLES for kind in kinds) and (
                    node.get("datePublished") or node.get("headline")
                ):
                    yield node
                waiting.extend(
                    node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node
                )


def _published(page: Page, meta: dict[str, str], linked: dict[str, Any]) -> tuple[str | None, str | None]:
    value = edtf_of(_text(linked.get("datePublished")) or "")
    if value:
        return value, "json-ld"
    for name in _DATE_META:
        value = edtf_of(meta.get(name, ""))
        if value:
            return value, f"meta {name}"
    own = [edtf_of(time) for time in page.times if not time.startswith("-")]
    days = {day for day in own if day}
    return (days.pop(), "time element") if len(days) == 1 else (None, None)


def edtf_of(value: str) -> str | None:
    """The day, month or year of an ISO 8601 time or a written date, as it stands there (no conversion of zones)."""
    match = re.match(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T\s]|$)", value) or re.match(
        r"\s*((?:19|20)\d\d)-(\d\d)()\s*$", value
    )
    if match and 1 <= int(match[2]) <= 12 and (not match[3] or 1 <= int(match[3]) <= 31):
        return "-".join(part for part in match.groups() if part)
    return next((day for _, _, day in dates_in(value) if day), None) if len(value) <= 64 else None


def _text(value: object) -> str | None:
    return value.strip()[:500] or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        names = [name for name in map(_name, value[:10]) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _plain_name(_text(value.get("name")))
    return _plain_name(_text(value))


def _plain_name(value: str | None) -> str | None:
    """A name, unless it is an address or an account name of the site's software."""
    if (
        not value
        or "://" in value
        or "@" in value
        or value.lower() in ("admin", "administrator", "editor", "webmaster")
    ):
        return None
    return value[:200]


def _site_less(title: str, meta: dict[str, str]) -> str:
    """The <title> without the site's name at its end."""
    site = meta.get("og:site_name", "")
    head, mark, tail = title.rpartition(" | ")
    if not mark:
        head, mark, tail = title.rpartition(" - ")
    return (
        head.strip()
        if mark and (tail.strip() == site or len(tail.split()) <= 4) and len(head) > 15
        else title
    )


def _language(value: str) -> str | None:
    match = re.fullmatch(r"([a-z]{2})(?:[-_][A-Za-z0-9]{2,8})*", value.strip())
    return match[1] if match else None
