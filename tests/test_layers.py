"""Who may import whom. DESIGN: shells -> stages -> casebook -> core; stages never import each other."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "src" / "testigo"
CORE = {
    "claim", "confronted", "data", "dates", "directive", "errors", "judgement", "ledger", "linked", "made", "patterns", "reason", "reference", "report",
    "settings", "span", "trend", "trend_words", "value", "vocabulary", "weighed", "wire",
}  # fmt: skip
STAGES = {"archive", "reading", "linking", "weighing", "orders", "estimating", "publishing"}
SHELLS = {
    "cli",
    "jobs",
    "printing",
    "printing_explained",
    "printing_linked",
    "printing_orders",
    "printing_weighed",
    "start",
    "terminal",
    "desk",
    "__init__",
    "__main__",
}
DOORS = {
    "archive": {"preserve", "verify"}, "reading": {"read"}, "linking": {"link"}, "weighing": {"weigh"},
    "orders": {"confront"}, "estimating": {"estimate"}, "publishing": {"publish"},
}  # fmt: skip

MODULES = sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that the file imports anywhere, type-checking-only imports and lazy ones included."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "testigo"}
    return names


def rooms_of(names: set[str]) -> set[str]:
    return {name.split(".")[1] for name in names if name.startswith("testigo.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    own, names = room(path), imported(path)
    rooms = rooms_of(names) - {own, "__version__", "read"}
    outside = {name.split(".")[0] for name in names} - {"testigo", ""}
    assert own in CORE | STAGES | SHELLS | {"casebook"}, f"{own} has no place in the house"
    if own in CORE:
        assert rooms <= CORE, f"the core imports {rooms - CORE}"
        assert outside <= set(sys.stdlib_module_names), (
            f"the core imports {outside - set(sys.stdlib_module_names)}"
        )
    elif own == "casebook":
        assert rooms <= CORE, f"the casebook imports {rooms - CORE}"
    elif own in STAGES:
        door = path.stem in DOORS[own] or path.name == "__init__.py"
        assert rooms <= CORE | ({"casebook"} if door else set()), f"a stage imports {rooms - CORE}"


def test_a_bundle_verifier_imports_nothing_of_testigo() -> None:
    verifier = ROOT / "publishing" / "verify.py"
    assert not verifier.exists() or not rooms_of(imported(verifier))


def test_reading_a_text_needs_neither_the_database_nor_the_desk() -> None:
    import subprocess

    code = (
        "import sys, testigo; testigo.read('A man was arrested in Hoeryong on October 12.');"
        "heavy = {'django', 'sqlcipher3', 'trafilatura', 'pypdfium2', 'rich', 'scipy', 'pandas'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
