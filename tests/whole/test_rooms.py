"""Tests lie in the rooms of what they test, and need no benchmark."""

import re

from needs import ROOT

TESTS = ROOT / "tests"
#: Rooms of their own: what concerns the whole, what tests draw, the benchmarks' own measures.
OWN = {"whole", "fixtures", "benchmarks", "tools"}


def _folders():
    return [p for p in TESTS.rglob("*") if p.is_dir() and any(p.glob("*.py"))]


def test_every_folder_is_a_room_of_the_package():
    rooms = [p.relative_to(TESTS) for p in _folders()]
    lost = [str(p) for p in rooms if p.parts[0] not in OWN and not (ROOT / "zoning" / p).is_dir()]
    assert lost == []
    assert list(TESTS.glob("test_*.py")) == []


def test_no_folder_is_a_warehouse():
    benchmarks = [p for p in (ROOT / "benchmarks").rglob("*") if "cache" not in p.parts]
    folders = [*_folders(), *benchmarks, ROOT / "benchmarks"]
    full = {str(p): len(list(p.glob("*.py"))) for p in folders if p.is_dir()}
    assert {name: n for name, n in full.items() if n > 20} == {}


def test_benchmarks_are_imported_by_their_own_tests_alone():
    wanted = re.compile(r"^\s*(from|import) benchmarks\b", re.MULTILINE)
    files = [p for p in TESTS.rglob("*.py") if wanted.search(p.read_text("utf-8"))]
    assert {p.parent.relative_to(TESTS).as_posix() for p in files} == {"benchmarks"}
