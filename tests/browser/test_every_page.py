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


def badly_coloured(page: Any, axe: str) -> dict[str, object]:
    """What axe finds wrong with the colours of the page that is shown: the markup is the same in every theme."""
    page.evaluate(axe)
    passed, found = page.evaluate(RUN, OF_COLOUR)
    assert passed
    return {"colours": found} if found else {}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_axe_and_our_own_checks_find_nothing_on_any_page_in_any_theme_or_width(
    open_world: Open, world: Served, language: str
) -> None:
    source, page = axe_source(), open_world(bypass_csp=True)
    book, found = world.desk.casebook, {}
    for order in book.derived("orders", "order", Order, limit=FEW).items:
        answer(world.desk, order, language)
    for theme, check in (("light", problems), ("dark", badly_coloured)):
        cookies = {"theme": theme, "language": language}
        page.context.add_cookies([{"name": n, "value": v, "url": world.address} for n, v in cookies.items()])
        for address in addresses(world):
            page.goto(world.address + address)
            shown = page.evaluate("[document.documentElement.lang, document.documentElement.dataset.theme]")
            assert shown == [language, theme], address
            found[address, theme] = check(page, source)
    assert {where: what for where, what in found.items() if what} == {}


def test_nothing_is_asked_of_any_other_host_and_no_script_complains(open_world: Open, world: Served) -> None:
    page = open_world()
    for address in addresses(world):
        page.goto(world.address + address)
    assert len(world.asked) > len(addresses(world))
    assert {url for url in world.asked if not url.startswith(world.address + "/")} == set()
    assert [said for said in world.said if "404" not in said and "403" not in said] == []
