"""A few lines around ElementTree: pictures as SVG that a strict page and a reader of it can live with.

Rules:
- No style and no script in the picture: looks come from classes (static/seeing.css). A download carries that sheet inside.
- Every picture has a title and a description that a screen reader speaks; the table beside it says the same in full.
- Marks differ by pattern as well as by colour.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

Node = ET.Element

FILE_WIDTH = "960"
"""How wide a fluid picture is in a file of its own."""
FAMILIES = ("coercion", "authority", "people", "condition", "view")


def node(tag: str, *children: Node, text: str = "", **attributes: str | float) -> Node:
    """An element. An attribute name loses a trailing underscore, and an inner one becomes a hyphen."""
    element = ET.Element(tag, {k.rstrip("_").replace("_", "-"): _plain(v) for k, v in attributes.items()})
    element.text = _clean(text) if text else None
    element.extend(children)
    return element


def link(href: str, label: str, *children: Node, **attributes: str) -> Node:
    """A link with its spoken and hovered label."""
    return node("a", node("title", text=label), *children, href=href, **attributes)


def picture(
    size: tuple[float, float], title: str, description: str, children: Iterable[Node], *, name: str
) -> Node:
    """The whole picture. size: width and height in its own units; name: its class and the stem of its ids."""
    made = _whole(title, description, children, name)
    made.set("viewBox", f"0 0 {_plain(size[0])} {_plain(size[1])}")
    return made


def fluid(height: float, title: str, description: str, children: Iterable[Node], *, name: str) -> Node:
    """A picture as wide as there is room, whose marks stand at shares of its width and whose letters keep their size."""
    made = _whole(title, description, children, name)
    made.set("width", "100%")
    made.set("height", _plain(height))
    return made


def _whole(title: str, description: str, children: Iterable[Node], name: str) -> Node:
    head = (
        node("title", text=title, id=f"{name}-title"),
        node("desc", text=description, id=f"{name}-desc"),
        patterns(name),
    )
    return node(
        "svg", *head, *children, xmlns="http://www.w3.org/2000/svg", class_=f"seen {name}", role="group",
        aria_labelledby=f"{name}-title {name}-desc",
    )  # fmt: skip


def patterns(name: str) -> Node:
    """One hatching for each family, so that colour is never the only difference."""
    lines = {
        "coercion": ("M0 0H8V8H0Z",), "authority": ("M-2 2L2 -2M0 8L8 0M6 10L10 6",), "people": ("M0 4H8",),
        "condition": ("M4 0V8",), "view": ("M2 2H3V3H2ZM6 6H7V7H6Z",),
    }  # fmt: skip
    made = []
    for family in FAMILIES:
        paths = [node("path", d=d, class_=f"hatch {family}") for d in lines[family]]
        ground = node("rect", width=8, height=8, class_=f"ground {family}")
        made.append(
            node(
                "pattern",
                ground,
                *paths,
                id=f"{name}-{family}",
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
            )
        )
    return node("defs", *made)


def written(picture_node: Node) -> str:
    """The picture as markup, safe to stand in a page: every text and attribute is escaped."""
    return ET.tostring(picture_node, encoding="unicode", short_empty_elements=True)


def standalone(picture_node: Node, sheet: str) -> str:
    """The picture as a file of its own, with its style sheet inside and its links taken out."""
    copy = ET.fromstring(written(picture_node))  # noqa: S314 - our own markup
    space = "{http://www.w3.org/2000/svg}"
    if copy.get("width") == "100%":
        copy.set("width", FILE_WIDTH)
    style = ET.Element(f"{space}style")
    style.text = sheet
    copy.insert(0, style)
    for anchor in copy.iter(f"{space}a"):
        anchor.tag = f"{space}g"
        anchor.attrib.pop("href", None)
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(copy, encoding="unicode") + "\n"


def _plain(value: str | float) -> str:
    if isinstance(value, str):
        return _clean(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    if text.isprintable():  # nearly all of it
        return text
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
    )
