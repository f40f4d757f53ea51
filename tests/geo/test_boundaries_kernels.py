"""Kernels: the compiled form belongs to the source and gives the same bits."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from zoning.geo.kernels import HEADER, all_kernels

each = pytest.mark.parametrize("kernels", all_kernels(), ids=lambda kernels: kernels.package)
_PROGRAM = """
import hashlib, sys
sys.path[:0] = {path!r}
from tests.fixtures.division_judge import rows
from tests.fixtures.drawn_towns import town, rules
from zoning.boundaries import split
from zoning.geo.kernels.boundaries import KERNELS
areas, homes, streets = town(200, 100, 30, persons=25)
homes.loc[homes.index[3], "persons"] = 500
made = split(areas, buildings=homes, barriers=streets, profile=rules())
text = repr(rows(made)).encode()
print(KERNELS.mode, len(made.zones), hashlib.sha256(text).hexdigest())
"""


def _run(mode):
    env = {**os.environ, "ZONING_KERNELS": mode}
    here = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(path=[here])],
        env=env, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout.split()


@each
def test_compiled_form_is_in_use(kernels):
    assert kernels.mode == "compiled"


@each
def test_compiled_form_was_made_from_this_source(kernels):
    text = kernels.file.read_text("utf-8")
    assert text.splitlines()[0] == HEADER + kernels.source_hash


@pytest.mark.slow
def test_plain_python_gives_the_same_zones():
    compiled, plain = _run("compiled"), _run("python")
    assert compiled[0] == "compiled"
    assert plain[0] == "python"
    assert compiled[1:] == plain[1:]


@each
def test_compiled_form_names_no_machine(kernels):
    text = kernels.file.read_text("utf-8")
    assert "target triple" not in text
    assert "datalayout" not in text
    assert "fast" not in text
