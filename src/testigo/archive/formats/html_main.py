"""The main text of a page as trafilatura finds it. The only module that imports trafilatura."""

from __future__ import annotations

import functools


@functools.cache
def version() -> str:
    """The version of trafilatura."""
    from importlib.metadata import version as installed

    return installed("trafilatura")


def main_text(source: str, *, too_deep: bool = False) -> str:
    """The main text of an HTML page, or "" where trafilatura finds none. too_deep: the page is not given to it."""
    if too_deep:
        return ""
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")  # its timer uses signals; ours is the parent's clock
    try:
        found = trafilatura.extract(source, include_comments=False, config=config, include_tables=True)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return ""  # the page's own structure decides then
    return str(found or "")
