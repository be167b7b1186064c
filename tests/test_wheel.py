"""The installed wheel alone, without a checkout, does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_wheel_alone_opens_a_report(tmp_path: Path) -> None:
    """Built and installed as a person would; the dependencies are lent by this environment through a path file."""
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path, ROOT],
                   check=True, capture_output=True)  # fmt: skip
    wheel = next(tmp_path.glob("testigo-*.whl"))
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    python = venv / "bin" / "python"
    site = next((venv / "lib").glob("python*/site-packages"))
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile", "--target", site, wheel],
                   check=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})  # fmt: skip
    # Only the libraries: the editable install's own path file of the checkout is not followed from a plain path entry.
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    report = tmp_path / "report.txt"
    report.write_text(
        "Town cut off\n\nA source told Hill Radio that a man was arrested in Amber on May 3.\n", "utf-8"
    )
    code = "import sys, testigo.cli; sys.argv = ['testigo', *sys.argv[1:]]; testigo.cli.main()"
    clean = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    where = subprocess.run([python, "-c", "import testigo; print(testigo.__file__)"], cwd=tmp_path, env=clean,
                           capture_output=True, text=True, check=True).stdout  # fmt: skip
    assert str(site) in where, "the checkout was imported instead of the wheel"
    run = subprocess.run(
        [python, "-c", code, "open", report, "--casebook", tmp_path / "case", "--plain", "--no-serve", "--quiet"],
        cwd=tmp_path, env=clean, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "arrest" in run.stdout
