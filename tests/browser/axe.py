"""axe-core in a page; skipped where its package is not installed.

The package is axe-playwright-python (tests only; it carries axe-core, so nothing is fetched).
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that colours alone can break."""
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
