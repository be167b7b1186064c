"""The style sheets keep their rules: colours by purpose, contrast that can be read, few lines, little script.

Contrast is computed here from the tokens, after WCAG 2.2 (1.4.3 and 1.4.11), for light and for dark.
"""

from __future__ import annotations

import re

import pytest

from testigo.desk import words
from testigo.desk.site import HERE
from testigo.vocabulary import STATUSES

TOKENS = (HERE / "static/tokens.css").read_text("utf-8")
DESK = (HERE / "static/desk.css").read_text("utf-8")
FAMILIES = tuple(words.FAMILIES)
TEXT = 4.5
SHAPE = 3.0


def colours(theme: int) -> dict[str, str]:
    """The colour of each token. theme: 0 light, 1 dark."""
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TOKENS)
    return {name: (light, dark)[theme] for name, light, dark in found}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *[(name, on, TEXT) for name in ("ink", "quiet", "link", "wrong") for on in ("paper", "raised")],
    *[
        (name, "paper", TEXT)
        for name in ("accepted", "rejected", "disputed", "people", "coercion", "authority")
    ],
    *[("ink", f"{family}-tint", TEXT) for family in FAMILIES],
    *[("quiet", f"{family}-tint", TEXT) for family in FAMILIES],
    *[("ours-on", family, TEXT) for family in FAMILIES],
    *[(family, f"{family}-tint", TEXT) for family in FAMILIES],
    *[(family, on, SHAPE) for family in FAMILIES for on in ("paper", "raised", "chosen")],
    ("ink", "chosen", TEXT),
    ("link", "wrong-tint", TEXT),
    ("ink", "wrong-tint", TEXT),
    ("ink", "well-tint", TEXT),
    ("wrong", "wrong-tint", TEXT),
    ("quiet", "wrong-tint", TEXT),
    ("quiet", "well-tint", TEXT),
    ("paper", "ink", TEXT),
    ("focus", "paper", SHAPE),
    ("focus", "raised", SHAPE),
    ("edge-of-control", "paper", SHAPE),
    ("edge-of-control", "raised", SHAPE),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=str)
def test_what_is_shown_can_be_told_from_its_ground(front: str, back: str, least: float, theme: int) -> None:
    known = colours(theme)
    assert contrast(known[front], known[back]) >= least


def test_colours_and_faces_come_from_the_tokens_alone() -> None:
    rules = re.sub(r"/\*.*?\*/", "", DESK, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(|light-dark\(", rules)
    assert not re.search(r"font(?:-family)?:[^;]*(?:serif|sans|Georgia|Arial)", rules)
    assert not re.search(r"url\(|@import|@font-face", TOKENS + DESK)


def test_every_token_that_is_used_is_made_and_the_other_way_round() -> None:
    made = set(re.findall(r"^\s*--([\w-]+):", TOKENS, re.MULTILINE)) | {"about", "tint"}
    used = set(re.findall(r"var\(--([\w-]+)", TOKENS + DESK))
    assert used - made == set()
    assert made - used - {"usual"} == set()


def test_each_status_has_a_line_of_its_own_style_and_weight() -> None:
    looks = {}
    for status in STATUSES:
        found = re.search(
            rf"^\.{status} \{{ text-decoration-style: (\w+); text-decoration-thickness: ([^;]+);",
            DESK,
            re.MULTILINE,
        )
        assert found, f"no line for {status}"
        looks[status] = found.groups()
    assert len(set(looks.values())) == len(STATUSES)


def test_the_sheets_stay_short_and_scripts_shorter() -> None:
    assert len(TOKENS.splitlines()) + len(DESK.splitlines()) < 1000
    for script in (HERE / "static").glob("*.js"):
        assert len(script.read_text("utf-8").splitlines()) < 160, script.name


def test_every_script_belongs_to_a_template() -> None:
    for script in (HERE / "static").glob("*.js"):
        assert (HERE / "templates" / f"{script.stem}.html").is_file()
