"""What is made beforehand (machine code, tables, patterns) is used only where it was made from these very files, and gives the same."""

from __future__ import annotations

import ast
import dataclasses
import json
import marshal
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from testigo import made as beforehand
from testigo import patterns
from testigo.made import COMPILED, DATA, MAKERS, MARK, PLAIN, digest, form, is_of, mark, tables

ROOT = Path(__file__).resolve().parents[1]
TOOL = runpy.run_path(str(ROOT / "tools" / "native.py"))
native: Callable[[str], str] = TOOL["native"]
is_value: Callable[[ast.stmt], bool] = TOOL["is_value"]
MODULES = [path for name in COMPILED for path in sorted((ROOT / "src" / "testigo" / name).glob("*.py"))]
READ_ALL = """
import json, sys
from pathlib import Path
from testigo.archive.text import report_of_text
from testigo.made import form
from testigo.reading.read import read_report
from testigo.wire import to_json
from testigo.reading import tokens
made = {name: to_json(read_report(report_of_text(Path(name).read_text("utf-8", "replace")))) for name in sys.argv[1:]}
print(json.dumps([form(), tokens.__file__.endswith(".py"), made], sort_keys=True))
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Sources, and what was made from them."""
    monkeypatch.delenv(PLAIN, raising=False)
    sources, made = tmp_path / "testigo", tmp_path / "made"
    for name in (
        "claim.py",
        "reading/tokens.py",
        "reading/view.py",
        "dates/edtf.py",
        "reference/tables.py",
        "reading/second/sight.py",
    ):
        path = sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    made.mkdir()
    (made / MARK).write_text(digest(sources))
    return sources, made


def test_what_was_made_from_these_sources_is_used(made: tuple[Path, Path]) -> None:
    assert form(*made) == "compiled"


@pytest.mark.parametrize("name", ["claim.py", "reading/tokens.py", "dates/edtf.py"])
def test_after_a_change_of_a_source_the_sources_run(made: tuple[Path, Path], name: str) -> None:
    changed = made[0] / name
    changed.write_text(changed.read_text().replace("#", "+"))  # as long as before
    assert form(*made) == "stale"


def test_after_a_new_or_renamed_or_deleted_source_the_sources_run(made: tuple[Path, Path]) -> None:
    sources, _ = made
    new = sources / "reading" / "new.py"
    new.write_text("")
    assert form(*made) == "stale"
    new.unlink()
    assert form(*made) == "compiled"
    (sources / "reading" / "view.py").rename(sources / "reading" / "views.py")
    assert form(*made) == "stale"
    (sources / "reading" / "views.py").unlink()
    assert form(*made) == "stale"


def test_files_written_anew_with_the_same_words_are_the_same_files(made: tuple[Path, Path]) -> None:
    sources, folder = made
    (folder / MARK).write_text(mark(sources))
    assert form(*made) == "compiled"
    path = sources / "claim.py"
    text = path.read_text()
    path.unlink()
    path.write_text(text)
    os.utime(path, ns=(1, 1))
    assert form(*made) == "compiled"


def test_a_file_with_the_times_it_had_is_not_read_again(
    made: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, folder = made
    (folder / MARK).write_text(mark(sources))

    def refused(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr(beforehand, "digest", refused)
    assert form(*made) == "compiled"
    (sources / "claim.py").write_text("# another text")
    with pytest.raises(AssertionError):
        form(*made)


def test_a_variable_runs_the_sources_in_any_case(
    made: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PLAIN, "1")
    assert form(*made) == "plain"
    monkeypatch.setenv(PLAIN, "0")
    assert form(*made) == "compiled"


def test_where_nothing_was_made_the_sources_run(made: tuple[Path, Path]) -> None:
    sources, folder = made
    (folder / MARK).unlink()
    assert form(sources, folder) == "plain"


def _named(text: str) -> list[tuple[str, int]]:
    """The functions of a module with their lines, without the methods that are written out."""
    found = ast.walk(ast.parse(text))
    functions = [n for n in found if isinstance(n, ast.FunctionDef) and not n.name.startswith("__")]
    return [(node.name, node.lineno) for node in functions]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_value_classes_can_be_written_out_and_no_line_moves(path: Path) -> None:
    source = path.read_text("utf-8")
    text = native(source)
    assert text.count("\n") == source.count("\n")
    assert _named(text) == _named(source)
    assert not any(is_value(node) for node in ast.parse(text).body)


SAMPLE = '''
from __future__ import annotations
from dataclasses import dataclass, field
from testigo.value import value

@value
class Plain:
    """A value."""

    one: int
    two: str = "b"
    more: tuple[int, ...] = field(default=(), repr=False)

    def both(self) -> str:
        return f"{self.one}{self.two}"


@value
class Checked:
    """A value that makes itself."""

    part: int

    def __init__(self, part: int) -> None:
        if part < 0:
            raise ValueError("below nought")
        self.part = part


@dataclass(slots=True)
class Changing:
    """A list."""

    items: list[int] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
'''


def _space(text: str) -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": __name__}
    exec(compile(text, "sample", "exec"), space)
    return space


def test_written_out_classes_behave_as_the_ones_they_stand_for() -> None:
    was, now = _space(SAMPLE), _space(native(SAMPLE))
    for space in (was, now):
        kind, changing = space["Plain"], space["Changing"]
        first, same, other = kind(1), kind(1, "b", ()), kind(1, more=(2,))
        assert first == same
        assert hash(first) == hash(same) == hash((1, "b", ()))
        assert first != other
        assert first != (1, "b", ())
        assert repr(other) == "Plain(one=1, two='b')"
        assert dataclasses.replace(first, two="c").both() == "1c"
        with pytest.raises(TypeError):
            kind()
        with pytest.raises(ValueError, match="nought"):
            space["Checked"](-1)
        assert space["Checked"](1) == space["Checked"](1) != space["Checked"](2)
        one, two = changing(), changing()
        one.items.append(3)
        assert (two.items, one.items, one == two) == ([], [3], False)
        with pytest.raises(TypeError):
            hash(one)


def test_a_value_class_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="another shape"):
        native(SAMPLE.replace("class Plain:", "class Plain(Exception):"))
    with pytest.raises(ValueError, match="a field with"):
        native(SAMPLE.replace("repr=False", "compare=False"))


@pytest.mark.slow
def test_mypyc_takes_every_module(tmp_path: Path) -> None:
    tool = [sys.executable, str(ROOT / "tools" / "faster.py"), "--try", str(tmp_path)]
    run = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    assert list((tmp_path / "build").glob("*.c"))


@pytest.mark.slow
def test_both_forms_give_the_same_bytes() -> None:
    files = [str(path) for path in sorted((ROOT / "tests" / "gold").glob("*.txt"))]
    files += [str(path) for path in sorted((ROOT / "examples" / "reports").glob("*.txt"))]
    files = [name for name in files if not name.endswith("digest.txt")]
    out = {}
    for plain in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", READ_ALL, *files],
            env=os.environ | {PLAIN: plain}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        out[plain] = json.loads(run.stdout)
    if out["0"][0] != "compiled":
        pytest.skip(f"the reader was not compiled from these sources ({out['0'][0]}): make setup")
    assert (out["0"][1], out["1"][1]) == (False, True)
    assert out["0"][2] == out["1"][2]
    assert any(reading["claims"] for reading in out["1"][2].values())


def same(one: Any, other: Any) -> bool:
    """Equal, and of equal types and order all the way down: what a table gives must not hang on how it was made."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def test_every_table_is_the_same_after_it_was_kept() -> None:
    import testigo.reading.read  # noqa: F401  # its modules name their tables

    assert {"places", "verbs", "nouns", "tagger", "forms"} <= set(MAKERS)
    for name, make in MAKERS.items():
        assert same(marshal.loads(marshal.dumps(make())), make()), name


def test_a_change_of_the_data_makes_the_tables_stale_and_leaves_the_machine_code(tmp_path: Path) -> None:
    copy = tmp_path / "testigo"
    for folder, ending in DATA:
        (copy / folder).mkdir(parents=True, exist_ok=True)
        for path in (ROOT / "src" / "testigo" / folder).glob(f"*{ending}"):
            shutil.copy(path, copy / folder)
    code, data = tmp_path / "code", tmp_path / "data"
    code.write_text(mark(copy))
    data.write_text(mark(copy, DATA))
    assert is_of(data, copy, DATA)
    verbs = copy / "reading" / "en" / "verbs.txt"
    verbs.write_text(verbs.read_text("utf-8") + "# more\n", "utf-8")
    assert (is_of(code, copy), is_of(data, copy, DATA)) == (True, False)


def test_nothing_kept_is_used_where_the_sources_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLAIN, "1")
    tables.cache_clear()
    assert tables() == {}


def test_patterns_are_handed_back_as_python_compiled_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "kept", lambda: tmp_path / "patterns")
    monkeypatch.setenv(PLAIN, "0")
    text, flags = r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])|(ſ|[가-힣]+)\b", re.IGNORECASE | re.VERBOSE
    re.purge()
    fresh = re.compile(text, flags)
    patterns.keep()
    re.purge()
    patterns.put()
    with monkeypatch.context() as patch:
        patch.setattr("re._compiler.compile", None)  # nothing is compiled
        again = re.compile(text, flags)
    re.purge()
    assert again is not fresh
    assert (again.pattern, again.flags, again.groups) == (fresh.pattern, fresh.flags, fresh.groups)
    assert dict(again.groupindex) == dict(fresh.groupindex)
    for words in ("in 2021-10, SS", "국경에서", "1999-13"):
        assert [(m.span(), m.groupdict(), m.lastgroup) for m in again.finditer(words)] == [
            (m.span(), m.groupdict(), m.lastgroup) for m in fresh.finditer(words)
        ]


def test_patterns_of_another_python_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "kept", lambda: tmp_path / "patterns")
    monkeypatch.setenv(PLAIN, "0")
    (tmp_path / "patterns").write_bytes(marshal.dumps(("another", (("a", 0, 32, (), 0, (), (None,)),))))
    re.purge()
    patterns.put()
    assert re.compile("a").match("a") is not None
