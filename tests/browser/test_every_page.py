"""Every page of the live table of routes, with something on it: before axe, in narrow and wide windows, and alone.

The list of pages is tests/desk/tour.py; a route that it does not know fails there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.axe import OF_COLOUR, RULES, RUN, axe_source
from tests.browser.conftest import Served
from tests.browser.structure import CHECKS
from tests.desk.tour import visits

from testigo.confronted import Order
from testigo.desk.order_trend import answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Open = Callable[..., Any]
FEW = 2
"""Addresses of one route that each test looks at: the fullest first."""
WIDTHS = (320, 360, 1600)
INK = """() => {
  const [red] = getComputedStyle(document.body).color.match(/\\d+/g).map(Number);
  return [red > 128 ? 'light on dark' : 'dark on light', document.documentElement.dataset.theme];
}"""
"""How the letters of the page stand on its ground now, and which theme it asks for."""


def addresses(world: Served) -> list[str]:
    """What is looked at, and an address of nothing."""
    return [*(address for _name, address in visits(world.desk.casebook, FEW)), "/nothing-here/"]


def problems(page: Any, axe: str) -> dict[str, object]:
    """What is wrong with the page that is shown, by the name of the check."""
    page.evaluate(axe)
    found: dict[str, object] = {"structure": page.evaluate(CHECKS)}
    passed, found["axe"] = page.evaluate(RUN, RULES)
    assert passed > 15
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[f"wider than {width}"] = wide if wide > width else None
    page.set_viewport_size({"width": 1200, "height": 900})
    return {name: what for name, what in found.items() if what}


def badly_coloured(page: Any) -> dict[str, object]:
    """What axe finds wrong with the colours of the page as it is shown now: the markup is the same in every theme."""
    passed, found = page.evaluate(RUN, OF_COLOUR)
    assert passed
    return {"colours in the dark": found} if found else {}


def in_both_themes(page: Any, axe: str) -> dict[str, object]:
    """What is wrong with the page that is shown: everything by day, the colours again by night."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")  # no colour on its way to another
    assert page.evaluate(INK) == ["dark on light", "auto"], page.url
    found = problems(page, axe)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert page.evaluate(INK) == ["light on dark", "auto"], page.url
    return {**found, **badly_coloured(page)}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_page_is_wrong_in_any_theme_or_width_asks_another_host_or_has_a_script_that_complains(
    open_world: Open, world: Served, language: str
) -> None:
    """One load of each page, its strict content security policy in force, for everything that is looked at."""
    source, page = axe_source(), open_world()
    page.context.add_cookies([{"name": "language", "value": language, "url": world.address}])
    book, found, looked_at = world.desk.casebook, {}, addresses(world)
    for order in book.derived("orders", "order", Order, limit=FEW).items:
        answer(world.desk, order, language)
    for address in looked_at:
        page.goto(world.address + address)
        assert page.evaluate("document.documentElement.lang") == language, address
        found[address] = in_both_themes(page, source)
    assert {where: what for where, what in found.items() if what} == {}
    assert len(world.asked) > len(looked_at)
    assert {url for url in world.asked if not url.startswith(world.address + "/")} == set()
    assert [said for said in world.said if "404" not in said and "403" not in said] == []
