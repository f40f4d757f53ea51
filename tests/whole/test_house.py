"""The house: floors, doorways, names that stand once."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from docs import architecture, imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "zoning"
FOLDERS = sorted({p.parent for p in PACKAGE.rglob("*.py")})


@pytest.fixture(scope="module")
def graph():
    return imports.imports()


def test_imports_point_down_and_make_no_circle(graph):
    assert imports.upward(graph) == []
    assert imports.circles(graph) == []


def test_the_measures_see_what_they_look_for():
    graph = {
        "zoning.geo.crs": {"zoning.cli.run", "zoning.model.codes"},
        "zoning.cli.run": {"zoning.geo.crs"},
        "zoning.buildings.walks": {"zoning.validate.check"},
    }
    assert imports.upward(graph) == [
        ("zoning.buildings.walks", "zoning.validate.check"),
        ("zoning.geo.crs", "zoning.cli.run"),
    ]
    assert imports.circles(graph) == [["zoning.cli.run", "zoning.geo.crs"]]


def test_nothing_is_loaded_by_name_but_commands_and_public_names():
    doors = ["zoning/__init__.py", "zoning/cli/__init__.py"]
    assert imports.loaded_by_name() == doors


def test_sixteen_entries():
    found = sorted(p.name for p in PACKAGE.iterdir() if p.name != "__pycache__")
    rooms = sorted({name for floor in imports.FLOORS for name in floor} - {"errors"})
    assert found == sorted([*rooms, "__init__.py", "__main__.py", "errors.py", "py.typed"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_has_a_doorway_and_room(folder):
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    assert 3 <= len(text.splitlines()) <= 14
    if folder.name != "rules":
        assert len(list(folder.glob("*.py"))) <= 20


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_doorway_names_what_stands_in_its_room(folder):
    if folder.name in ("zoning", "rules", "cli", "kernels", "lang"):
        return  # as many as there are commands, rules, loops and kinds of words
    text = (folder / "__init__.py").read_text("utf-8")
    text = ast.get_docstring(ast.parse(text)) or ""
    inside = {p.stem for p in folder.glob("*.py")} - {"__init__"}
    inside |= {p.name for p in folder.iterdir() if (p / "__init__.py").exists()}
    named = set(re.findall(r"(?<![:`])`([a-z0-9_]+)`(?!`)", text))
    assert named == inside


def test_one_name_is_one_thing():
    names, files = Counter(), Counter()
    for path in PACKAGE.rglob("*.py"):
        files[path.name] += path.name != "__init__.py"
        if path.parent.name in ("rules", "cli"):
            continue  # each rule has its check, each command its run
        for node in ast.parse(path.read_text("utf-8")).body:
            public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if public or isinstance(node, ast.ClassDef):
                names[node.name] += 1
    assert [n for n, count in files.items() if count > 1] == []
    assert [n for n, count in names.items() if count > 1] == []


@pytest.mark.slow
def test_the_picture_shows_the_imports_of_today():
    def arrows(text):
        return sorted(re.findall(r"<title>(\w+ imports \w+)", text))

    drawn = arrows(architecture.TARGET.read_text("utf-8"))
    assert drawn == arrows(architecture.picture())
    assert len(drawn) > 20
