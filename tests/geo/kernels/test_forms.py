"""Kernels: the compiled and the plain form give the same bits, and each is told from the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from needs import PLAIN, ROOT, need

from zoning.geo import kernels

pytestmark = pytest.mark.slow

CASES = Path(__file__).with_name("cases.py")
NAMES = ("points", "faces", "rings", "sets", "outlines", "lines", "boxes", "circles", "zones")
BUILT = kernels._built()
_ZONES = """
import hashlib, sys
sys.path[:0] = {path!r}
from tests.fixtures.division_judge import rows
from tests.fixtures.drawn_towns import rules, town
from zoning.boundaries import split
from zoning.geo import kernels
areas, homes, streets = town(200, 100, 30, persons=25)
homes.loc[homes.index[3], "persons"] = 500
made = split(areas, buildings=homes, barriers=streets, profile=rules())
text = repr(rows(made)).encode()
print(kernels.compiled(), len(made.zones), hashlib.sha256(text).hexdigest())
"""


def both_forms() -> None:
    """For tests that compare: where kernels are not compiled, there is nothing to compare."""
    if PLAIN and not BUILT:
        pytest.skip("the compiled kernels are missing, and ZONING_KERNELS=python is set")
    need(BUILT, "the compiled form of the kernels")


def _python(form, *args, **more):
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    env = {**os.environ, "ZONING_KERNELS": form, "PYTHONPATH": path, **more}
    done = subprocess.run([sys.executable, *args], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@cache
def _digests(form):
    return json.loads(_python(form, str(CASES)))


def test_the_compiled_form_is_in_use():
    if PLAIN:
        pytest.skip("ZONING_KERNELS=python is set")
    need(BUILT, "the compiled form of the kernels")
    assert kernels.compiled()
    assert kernels.slow_note() == ""


def test_the_compiled_form_was_made_from_this_source():
    both_forms()
    folder = Path(kernels.__path__[0])
    for name in kernels.KERNELS:
        built = [path for path in folder.glob(f"{name}.*") if path.suffix in (".so", ".pyd")]
        newest = max(path.stat().st_mtime for path in built)
        for source in folder.glob(f"{name}.p[yx]*"):
            if source.suffix in (".py", ".pxd"):
                assert source.stat().st_mtime <= newest, f"{source}: compile again"


@pytest.mark.parametrize("name", NAMES)
def test_both_forms_give_the_same_bits(name):
    both_forms()
    compiled, plain = _digests("compiled"), _digests("python")
    assert (compiled["compiled"], plain["compiled"]) == (True, False)
    assert compiled[name] == plain[name]


def test_every_case_is_compared():
    assert set(NAMES) == set(_digests("python")) - {"compiled"}


def test_plain_python_gives_the_same_zones():
    both_forms()
    program = _ZONES.format(path=[str(ROOT / "tests")])
    compiled, plain = (_python(form, "-c", program).split() for form in ("compiled", "python"))
    assert compiled[0] == "True"
    assert plain[0] == "False"
    assert compiled[1:] == plain[1:]


def test_the_plain_form_needs_no_cython():
    """Nor does the compiled one: Cython is there to build with."""
    block = "import sys; sys.modules['cython'] = sys.modules['Cython'] = None; "
    program = f"{block}import runpy; runpy.run_path({str(CASES)!r}, run_name='__main__')"
    assert json.loads(_python("python", "-c", program)) == _digests("python")


def test_every_file_that_says_so_is_a_kernel():
    folder = Path(kernels.__path__[0])
    said = [p.stem for p in folder.glob("*.py") if "import cython\n" in p.read_text("utf-8")]
    assert sorted(said) == sorted(kernels.KERNELS)


def test_where_they_run_slowly_one_line_says_what_makes_them_fast(monkeypatch):
    monkeypatch.setattr(kernels, "_COMPILED", False)
    monkeypatch.setattr(kernels, "_WISH", "")
    monkeypatch.setattr("sysconfig.get_path", lambda _: "/nowhere")
    note = kernels.slow_note()
    assert f"python{sys.version_info.major}.{sys.version_info.minor}-dev" in note
    assert "\n" not in note
    monkeypatch.setattr(kernels, "_WISH", "python")
    assert kernels.slow_note() == "", "who asks for the plain form knows"


def test_version_says_that_they_run_slowly(monkeypatch, capsys):
    from zoning.cli import main

    for note, told in (
        ("", "zoning {}\n"),
        ("kernels run slowly", "zoning {} (kernels run slowly)\n"),
    ):
        monkeypatch.setattr(kernels, "slow_note", lambda note=note: note)
        assert main(["--version"]) == 0
        from zoning import __version__

        assert capsys.readouterr().out == told.format(__version__)


def test_loading_all_of_them_takes_no_time():
    both_forms()
    names = ", ".join(kernels.KERNELS)
    program = (
        "import time, numpy, zoning.errors\n"
        "def loaded():\n"
        "    begin = time.process_time()\n"
        f"    from zoning.geo.kernels import {names}\n"
        "    return time.process_time() - begin\n"
        "print(loaded())"
    )
    assert min(float(_python("compiled", "-c", program)) for _ in range(5)) < 0.02
