"""What each page may say: one frozen dataclass for each template, passed to it as `page`. Here: the parts that many share.

Rules:
- A page's dataclass begins its docstring with the name of its template ("events.html: ..."): that is how tests find it.
- A template uses nothing that is not a field of it; a test follows every name in every template to its field.
- Only fields made by marking.py or seeing/ hold HTML; all others are escaped where they are shown.
- Words of reports come with their language (`lang`), so that they are read out and set as what they are.
- `href` fields are paths of this desk, made by render.path from the table of routes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A way to go. current: the page or filter that is shown now; count: how many things are behind it."""

    text: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. theme: auto, light or dark; here: the path to come back to after a setting.

    working, failed: long work that runs beside the pages, or why the last failed. nav: the places in sight; more: all others; elsewhere: the name of the page shown, where it is one of those.
    """

    language: str
    theme: str
    here: str
    casebook: str = ""
    entered: bool = False
    locks: bool = False
    person: str = ""
    nav: tuple[Link, ...] = ()
    more: tuple[LinkGroup, ...] = ()
    elsewhere: str = ""
    said: str = ""
    script: str = ""
    working: str = ""
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of a list or of a text. number, of: counted from 1."""

    number: int
    of: int
    previous: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a form's list. chosen: what is in force."""

    value: str
    text: str
    chosen: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a list of facts. code: to be set as digits and letters to compare; empty text: not known."""

    label: str
    text: str
    code: bool = False
    lang: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """One row of filters, each a link."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. kind: text, choice or long; help: what may be written; lang: of words of the report."""

    name: str
    label: str
    kind: str
    value: str = ""
    choices: tuple[Choice, ...] = ()
    help: str = ""
    wrong: str = ""
    means: str = ""
    lang: str = ""
