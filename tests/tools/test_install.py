"""What pip says, in short; the floors; what is packaged."""

import re
import subprocess
import sys

import pytest
from needs import ROOT

from tools import install
from tools.floors import floors
from zoning.model.version import __version__


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("  Downloading pandas-3.1.1-cp311-x.whl (12.4 MB)\n", "pandas 3.1.1 (12.4 MB)"),
        ("  Using cached segno-1.6.6-py3-none-any.whl.metadata (7 kB)\n", ""),
        ("Processing /a/geopandas-1.2.0-py3-none-any.whl\n", "geopandas 1.2.0"),
        ("  Installing build dependencies: started\n", "installing build dependencies"),
        ("Installing collected packages: a, b, c\n", "installing 3 packages"),
        ("Requirement already satisfied: numpy in x\n", ""),
        ("WARNING: something\n", ""),
        ("ERROR: No matching distribution found for x\n", "ERROR: No matching distribution"),
    ],
)
def test_lines_of_pip_in_short(line, told):
    assert install._told(line).startswith(told)
    assert bool(install._told(line)) == bool(told)


def test_a_mute_process_is_heard_of(monkeypatch):
    monkeypatch.setattr(install, "MUTE", 0.05)
    command = [sys.executable, "-c", "import time; print('a', flush=True); time.sleep(0.5)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        lines = list(install._lines(process))
    assert "a\n" in lines
    assert lines.count(None) > 3


def test_every_dependency_has_a_floor():
    pins = floors()
    assert {"pandas", "pyogrio", "pytest", "rasterio"} <= {pin.split("==")[0] for pin in pins}
    assert all(re.fullmatch(r"[\w.-]+==[\d.]+(; python_version.*)?", pin) for pin in pins)


def test_the_citation_names_this_version():
    lines = (ROOT / "CITATION.cff").read_text("utf-8").splitlines()
    keys = dict(line.split(": ", 1) for line in lines if re.match(r"[a-z-]+: ", line))
    assert keys["cff-version"] == "1.2.0"
    assert keys["version"] == __version__
    assert {"message", "title"} <= set(keys)
    assert "authors:" in lines


def test_hooks_download_nothing():
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert re.findall(r"repo: (\S+)", text) == ["local"]
    assert set(re.findall(r"language: (\S+)", text)) == {"system"}
    hooks = re.findall(r"entry: \.venv/bin/(\S+)", text)
    lint = (ROOT / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\n\n")[0]
    assert {h for h in hooks if h in lint} == set(hooks) == {"ruff", "lint-imports", "mypy"}
