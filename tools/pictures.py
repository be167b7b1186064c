"""Pictures of the desk, from the casebook that `make demo` makes: those of docs/pictures, or one of every page to look at.

make demo SERVE=0 && .venv/bin/python tools/pictures.py              renew docs/pictures
.venv/bin/python tools/pictures.py --every DIR --as ko-dark-360      every page of the table of routes, as it is then

Needs what `make setup` brings, and Chromium at /usr/bin/chromium. A casebook is only looked at: nothing is judged in it.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in this thread

FARBANK = "Man arrested in Pellick after a remark about flour"
COLOURS = 48
"""Of a picture in docs/: the desk has few, and a picture is read a thousand times."""
TALLEST = 6000
SHOTS = {
    "report-light": ("en-light-1200", FARBANK, 910),
    "report-dark": ("en-dark-1200", FARBANK, 910),
    "quarter-hour-report": ("en-light-1200", FARBANK, 1250),
    "quarter-hour-claim": ("en-light-1000", "claim", 1000),
    "search": ("en-light-1000", "search", 760),
    "event": ("en-light-1000", "event", 900),
    "order": ("en-light-1000", "order", 1000),
}
"""File, how (language, theme, width), what is shown, and how much of it from its top, in CSS pixels."""


def found(book: Any, what: str) -> str:
    """The address of a page by what it shows: the title of a report, or the first and fullest of its kind."""
    from tests.desk import tour

    if what in ("event", "order"):
        pages = [address for name, address in tour.visits(book) if name == what]
        return pages[0] if what == "event" else max(pages, key=lambda page: _told(book, page.split("/")[2]))
    report = next(line.id for line in book.reports(limit=500).items if line.title == FARBANK)
    claims = book.report(report).reading.claims
    arrest = next(c.id for c in claims if c.claim.act == "arrest" and c.claim.sources)
    return {"claim": f"/claim/{arrest}/", "search": "/search/?q=flour"}.get(
        what, f"/report/{report}/?claim={arrest}"
    )


def _told(book: Any, order: str) -> tuple[int, int]:
    """How much an order's page has to show: practice beside it, and tellings."""
    from testigo.confronted import Order, Practice

    practice = book.derived("orders", "practice", Practice, about=[("order", order)], limit=1).total
    return practice, len(book.derived_one("orders", "order", Order, order).tellings)


@contextmanager
def desk_of(casebook: Path) -> Iterator[tuple[Any, Any]]:
    """A desk that serves a casebook, and a browser before it."""
    from testigo.casebook.casebook import open_casebook
    from testigo.casebook.setup import configure
    from testigo.desk.site import options

    configure(options())  # before anything of the desk is imported
    from playwright.sync_api import sync_playwright
    from tests.browser.conftest import CHROMIUM, SWITCHES, serving

    with sync_playwright() as playwright, serving(open_casebook(casebook, None)) as served:
        served.desk.name = casebook.name
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(SWITCHES))
        yield served, browser
        browser.close()


def page_as(served: Any, browser: Any, how: str) -> Any:
    """A page that came in. how: language, theme and width, such as en-light-1200."""
    language, theme, width = how.split("-")
    context = browser.new_context(viewport={"width": int(width), "height": 900}, color_scheme=theme)
    context.add_cookies([{"name": "language", "value": language, "url": served.address}])
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{served.address}/-/enter/?key={served.desk.door.new_key()}")
    page.wait_for_url(f"{served.address}/")
    return page


def small(png: bytes) -> bytes:
    """The same picture with few colours."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def for_docs(casebook: Path, folder: Path) -> None:
    """The pictures that the documents show."""
    with desk_of(casebook) as (served, browser):
        for name, (how, what, height) in SHOTS.items():
            page = page_as(served, browser, how)
            page.goto(served.address + found(served.desk.casebook, what))
            clip = {"x": 0, "y": 0, "width": int(how.split("-")[2]), "height": height}
            png = small(page.screenshot(clip=clip, full_page=True, animations="disabled"))
            (folder / f"{name}.png").write_bytes(png)
            print(f"{name}.png  {len(png) / 1000:.0f} kB  {what}")
            page.context.close()


def of_every_page(casebook: Path, folder: Path, how: str, most: int) -> None:
    """One picture of every page, named after its route. most: addresses of one route."""
    folder.mkdir(parents=True, exist_ok=True)
    with desk_of(casebook) as (served, browser):
        from tests.desk.tour import visits

        page = page_as(served, browser, how)
        pages = [*visits(served.desk.casebook, most), ("nothing", "/nothing-here/")]
        for name, address in pages:
            page.goto(served.address + address)
            height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            wide = page.evaluate("document.documentElement.scrollWidth")
            file = re.sub(r"\W+", "-", f"{name} {address}").strip("-")[:80]
            clip = {"x": 0, "y": 0, "width": int(how.split("-")[2]), "height": height}
            (folder / f"{file}.{how}.png").write_bytes(page.screenshot(clip=clip, full_page=True))
            print(
                f"{file}.{how}  {height} px{'' if wide <= clip['width'] else f'  WIDER: {wide} px'}",
                flush=True,
            )


def main() -> None:
    """Read the command line, and take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--casebook", type=Path, default=ROOT / "demo-casebook")
    parser.add_argument(
        "--every", type=Path, help="a folder for one picture of every page, instead of those of docs/"
    )
    parser.add_argument("--as", dest="how", default="en-light-1600", help="language, theme and width")
    parser.add_argument("--most", type=int, default=1, help="addresses of one route")
    given = parser.parse_args()
    if not given.casebook.is_dir():
        sys.exit(
            f"no casebook at {given.casebook}: run `make demo SERVE=0` first, or give one with --casebook"
        )
    if given.every:
        of_every_page(given.casebook, given.every, given.how, given.most)
    else:
        for_docs(given.casebook, ROOT / "docs/pictures")


if __name__ == "__main__":
    main()
