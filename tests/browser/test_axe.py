"""Every page before axe-core, light and dark, English and Korean; skipped where the axe package is not installed.

The package is axe-playwright-python (tests only; it carries axe-core, so nothing is fetched).
"""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import Served
from tests.browser.test_desk import PAGES

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: rules });
  return [found.passes.length, found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))];
}"""


def axe_source() -> str:
    """The script of axe-core from the installed package."""
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("needs axe-playwright-python")
    return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page_in_any_theme_and_language(
    open_page: Callable[..., Any], served: Served
) -> None:
    source = axe_source()
    page = open_page(bypass_csp=True)
    for theme, language in itertools.product(("light", "dark"), ("en", "ko")):
        cookies = {"theme": theme, "language": language}
        page.context.add_cookies([{"name": n, "value": v, "url": served.address} for n, v in cookies.items()])
        for path in (*PAGES, "/report/1/add/", "/claims/", "/events/", "/persons/", "/links/"):
            page.goto(served.address + path)
            page.evaluate(source)
            passed, violations = page.evaluate(RUN, RULES)
            assert violations == [], (theme, language, path)
            assert passed > 15, path
