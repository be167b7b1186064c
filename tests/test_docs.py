"""The documents say what the code does: generated pages, links, a page per verb, docstrings where they must stand."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools.docs import help_pages

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
SOURCE = ROOT / "src" / "testigo"
VERBS = (
    "new",
    "open",
    "add",
    "read",
    "show",
    "search",
    "link",
    "estimate",
    "weigh",
    "orders",
    "verify",
    "desk",
)


def test_the_generated_pages_are_as_the_code_has_them() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_page_and_a_help_with_an_example(verb: str) -> None:
    assert (ROOT / "docs" / f"{verb}.md").exists()
    page = help_pages()[f"testigo {verb}"]
    assert "Example" in page, f"testigo {verb} --help shows no example"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_in_the_documents_exist(path: Path) -> None:
    known = {name.removeprefix("testigo ").split()[0] for name in help_pages() if name != "testigo"}
    for verb in re.findall(r"^\s*(?:\$ )?testigo ([a-z]+)", path.read_text("utf-8"), re.MULTILINE):
        assert verb in known, f"{path.name} shows `testigo {verb}`"


def public_functions(path: Path) -> list[str]:
    """Public functions, classes and methods without a docstring."""
    bare: list[str] = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                bare.append(node.name)
            if isinstance(node, ast.ClassDef):
                bare += [f"{node.name}.{m.name}" for m in node.body if isinstance(m, ast.FunctionDef)
                         and not m.name.startswith("_") and not ast.get_docstring(m)]  # fmt: skip
    return bare


CORE_AND_STAGES = sorted(
    p for p in SOURCE.rglob("*.py")
    if "desk" not in p.parts and "migrations" not in p.parts and "backend" not in p.parts
)  # fmt: skip


@pytest.mark.parametrize("path", CORE_AND_STAGES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_what_is_public_in_core_and_stages_is_documented(path: Path) -> None:
    bare = public_functions(path)
    assert not bare, f"without a docstring: {', '.join(bare)}"


def test_the_changelog_names_the_version() -> None:
    from testigo import __version__

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## Unreleased" in text or f"## {__version__}" in text
