"""The table of tolerances: whole, used, and the only place where numbers are chosen."""

import argparse
import ast
import dataclasses
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from docs import tolerances as page
from zoning.boundaries.split.search import Weights
from zoning.buildings.distances import Walking
from zoning.buildings.matching import Matching
from zoning.cli import build_parser
from zoning.model import tolerances as table

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "zoning"
ENTRIES = [(s, n, entry) for s, some in table.sections().items() for n, entry in some.items()]
ASKING = {"tolerance", "count", "in_a_row", "by_name"}
#: What draws compares in its own millimetres and points, in proportions of a page.
DRAWING = ("cartography/", "geo/kernels/")
#: Calls whose numbers are distances.
REACHING = {"buffer", "dwithin", "equals_exact", "segmentize", "simplify"}
#: Arguments whose number is a distance, whatever its size.
DISTANCES = {"tolerance", "distance", "max_distance", "distance_upper_bound", "grid_size", "miter"}

#: Module constants that are numbers and yet were not chosen.
CONSTANTS = {
    "boundaries/split/search.py": {"N_FEATURES": "columns that the kernel reads"},
    "cartography/book/frame_map.py": {"WATER": "a colour", "BOUNDARY": "a colour"},
    "cartography/disputes/sheet_map.py": {"BLUE": "colours", "_PATCH": "a colour"},
    "cartography/export/packs.py": {"_ZIP_DATE": "the first moment that a zip can hold"},
    "cartography/page/canvas.py": {"PAPERS": "ISO 216"},
    "cartography/page/fonts.py": {
        "_SC_FACE": "the order of faces in a Noto collection",
        "_CJK_RANGES": "ranges of Unicode",
    },
    "cartography/page/label_places.py": {
        "_MM": "millimetres of a point",
        "_AROUND": "the eight directions",
    },
    "cartography/page/line_names.py": {"_MM": "millimetres of a point"},
    "cartography/web/packed.py": {"_NONE": "codes of the packed format"},
    "model/schema.py": {
        "MOST": "the whole numbers that a double holds",
        "FAR": "in the table, where every command would have to read it",
    },
    "project/folder.py": {"FORMAT": "the version of a format"},
    "project/signoff/package.py": {"_EPOCH": "the first moment that a zip can hold"},
    "validate/coverage/face_verdicts.py": {"FINE": "codes of verdicts"},
    "validate/facts/measuring_crs.py": {"_WEB_MERCATOR": "an EPSG code"},
}
#: Other numbers in the code that were not chosen.
LITERALS = {
    "buildings/matching.py": {"1.0": "the whole footprint"},
    "geo/crs.py": {
        "1e12": "longer than any coordinate that is written out",
        "73.5": "the zones of CGCS2000",
        "136.5": "the zones of CGCS2000",
    },
    "geo/gcj02.py": {
        "0.00669342162296594323": "Krasovsky's ellipsoid",
        **dict.fromkeys(("72.0", "138.0", "0.8", "56.0"), "the box of the formula"),
    },
}
#: Numbers that the compiled kernels hold, and the entry that each must equal.
KERNELS = {"1e-9": "no_gain", "0.0025": "least_move_squared"}
#: Entries that stand elsewhere too, as a test below says.
LISTED = {"farthest_coordinate"}


def _is_number(node) -> bool:
    """Whether an expression is made of numbers alone: 3, -1e-6, 2**53, (1, 2), {"a": 0.5}."""
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, float)
    if isinstance(node, ast.UnaryOp):
        return _is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return _is_number(node.left) and _is_number(node.right)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return bool(node.elts) and all(_is_number(e) for e in node.elts)
    if isinstance(node, ast.Dict):
        return bool(node.values) and all(_is_number(v) for v in node.values)
    return False


def _name(statement) -> str:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    while isinstance(target, ast.Tuple):
        target = target.elts[0]
    return ast.unparse(target)


def _constants(tree):
    """Name and line of the module constants that are numbers."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _is_number(node.value):
            yield _name(node), node.lineno


def _defaults(node):
    """Default values of parameters and fields that are fractions, 0 apart."""
    values = []
    if isinstance(node, ast.arguments):
        values = [*node.defaults, *(v for v in node.kw_defaults if v is not None)]
    elif isinstance(node, ast.ClassDef):
        values = [s.value for s in node.body if isinstance(s, ast.AnnAssign) and s.value]
    elif isinstance(node, ast.Call):
        values = [k.value for k in node.keywords if k.arg in DISTANCES]
        return [v for v in values if _is_number(v) and ast.literal_eval(v)]
    return [v for v in values if isinstance(v, ast.Constant) and type(v.value) is float and v.value]


def _compared(node):
    """Fractions that something is compared with, or reaches to."""
    values = []
    if isinstance(node, ast.Compare):
        values = [node.left, *node.comparators]
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in REACHING:
        values = node.args
    inside = [n for v in values for n in ast.walk(v) if isinstance(n, ast.Constant)]
    return [n for n in inside if type(n.value) is float and n.value not in (0.0, 0.5, 1.0, 2.0)]


def _literals(tree, source: str, *, drawing: bool = False):
    """Text and line of numbers like tolerances, outside the constants found above."""
    found = {}
    skip = {id(n) for s in tree.body if isinstance(s, ast.Assign | ast.AnnAssign)
            if s.value and _is_number(s.value) for n in ast.walk(s)}  # fmt: skip
    for node in ast.walk(tree):
        for value in [*_defaults(node), *([] if drawing else _compared(node))]:
            found[value.lineno, value.col_offset] = ast.get_source_segment(source, value)
        if not isinstance(node, ast.Constant) or type(node.value) is not float or id(node) in skip:
            continue
        if 0 < node.value < 0.05:
            found[node.lineno, node.col_offset] = ast.get_source_segment(source, node)
    return [(text, line) for (line, _), text in sorted(found.items())]


def _left_over(source: str, constants=(), literals=(), *, drawing=False) -> list[str]:
    tree = ast.parse(source)
    lost = [f"{line}: {name}" for name, line in _constants(tree) if name not in constants]
    return lost + [
        f"{line}: {t}" for t, line in _literals(tree, source, drawing=drawing) if t not in literals
    ]


def _sources(under=PACKAGE):
    for path in sorted(under.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8")


@pytest.mark.slow
def test_no_chosen_number_stands_outside_the_table():
    lost = []
    for name, source in _sources():
        literals = KERNELS if name.startswith("geo/kernels/") else LITERALS.get(name, ())
        drawing = name.startswith(DRAWING)
        left = _left_over(source, CONSTANTS.get(name, ()), literals, drawing=drawing)
        lost += [f"{name}:{x}" for x in left]
    assert not lost, "into zoning/model/data/tolerances.toml with them: " + ", ".join(lost)


PLANTED = {
    "module constant": ("_SNAP = 0.3", "1: _SNAP"),
    "with a type": ("SNAP: float = 2", "1: SNAP"),
    "several": ("_A, _B = 1, -2.5", "1: _A"),
    "a row": ("_STEPS = (1, 2, 3)", "1: _STEPS"),
    "by name": ("_SEEN = {'road': 0.9}", "1: _SEEN"),
    "in an expression": ("def f(x):\n    return x > 1e-6", "2: 1e-6"),
    "small": ("def f(x):\n    return x > 0.01", "2: 0.01"),
    "in a lambda": ("f = lambda x: x < 0.001", "1: 0.001"),
    "default": ("def f(x, reach=100.0): ...", "1: 100.0"),
    "keyword default": ("def f(x, *, noise=1.0): ...", "1: 1.0"),
    "field": ("class A:\n    share: float = 0.9", "2: 0.9"),
    "a distance": ("def f(x):\n    return g(x, distance=1.0)", "2: 1.0"),
    "a whole distance": ("def f(x):\n    return g(x, max_distance=3)", "2: 3"),
    "compared": ("def f(x, y):\n    return x >= 0.9 * y", "2: 0.9"),
    "a buffer": ("def f(x):\n    return x.buffer(-0.3)", "2: 0.3"),
    "inside a constant": ("_X = g([0.02, 3])", "1: 0.02"),
}


@pytest.mark.parametrize(("source", "found"), PLANTED.values(), ids=PLANTED)
def test_the_finder_finds(source, found):
    assert _left_over(source) == [found]


def test_the_finder_passes_over_arithmetic_and_the_table():
    assert not _left_over(
        "A = tolerance('one_place')\nB, C = count('x'), 2 * A\nD = 'text'\n"
        "def f(x, n=3, turn=0.0, *, seed=0, least=A):\n    return x * 0.5 - round(x, 3) + 72\n"
    )


def test_what_is_passed_over_is_there():
    sources = dict(_sources())
    for name, passed in CONSTANTS.items():
        assert set(passed) <= {found for found, _ in _constants(ast.parse(sources[name]))}, name
    for name, passed in LITERALS.items():
        tree = ast.parse(sources[name])
        assert set(passed) <= {found for found, _ in _literals(tree, sources[name])}, name


def test_kernels_hold_the_numbers_of_the_table():
    found = set()
    for _, source in _sources(PACKAGE / "geo" / "kernels"):
        found |= {text for text, _ in _literals(ast.parse(source), source, drawing=True)}
    assert set(KERNELS) == found
    assert {text: table.tolerance(name) for text, name in KERNELS.items()} == {
        text: float(text) for text in KERNELS
    }


@pytest.mark.parametrize(("section", "name", "entry"), ENTRIES, ids=lambda x: str(x)[:30])
def test_an_entry_says_what_it_is(section, name, entry):
    assert set(entry) <= {"value", "unit", "why", "source"}, section
    assert _is_number(ast.parse(repr(entry["value"])).body[0].value)
    assert entry["unit"].strip()
    assert entry.get("why") or entry.get("source"), name
    said = entry.get("why", entry.get("source"))
    assert len(said.split()) >= 5, name
    assert said.endswith("."), name


def test_no_number_has_two_names_and_no_name_two_numbers():
    assert [n for n, k in Counter(name for _, name, _ in ENTRIES).items() if k > 1] == []
    same = Counter((s, repr(e["value"]), e["unit"], e.get("why")) for s, _, e in ENTRIES)
    assert [what for what, k in same.items() if k > 1] == []
    assert [why for why, k in Counter(e.get("why") for *_, e in ENTRIES).items() if k > 1] == []


def test_every_entry_is_used_and_every_name_known():
    asked = set()
    for name, source in _sources():
        if "zoning.model.tolerances" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ASKING:
                (value,) = node.args
                assert isinstance(value, ast.Constant), f"{name}:{node.lineno}: a name, written out"
                asked.add(value.value)
    known = {name for _, name, _ in ENTRIES}
    assert asked - known == set()
    assert known - asked == LISTED | set(KERNELS.values())


def test_what_stands_elsewhere_too_is_equal():
    from zoning.model import schema

    assert table.tolerance("farthest_coordinate") == schema.FAR
    told = [a for a in _actions(build_parser()) if a.dest in ("noise", "reach")]
    assert {(a.dest, a.default) for a in told} == {
        ("noise", table.tolerance("compare_noise")),
        ("reach", table.tolerance("compare_reach")),
    }


def _actions(parser):
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                yield from _actions(sub)


@pytest.mark.parametrize(
    ("made", "names"),
    [
        (Weights, ("zone_weights", "zone_effort")),
        (Weights, ("counted_weights", "counted_effort")),
        (Matching, ("same_building",)),
        (Walking, ("walking_costs",)),
    ],
)
def test_numbers_with_names_are_those_of_their_class(made, names):
    keys = [key for name in names for key in table.by_name(name)]
    assert sorted(keys) == sorted(f.name for f in dataclasses.fields(made))


def test_a_value_is_read_as_the_whole_table_has_it():
    for _, name, entry in ENTRIES:
        kind = type(entry["value"])
        ask = {float: table.tolerance, int: table.count, list: table.in_a_row, dict: table.by_name}
        value = ask[kind](name)
        assert kind(value) == entry["value"]
        assert repr(kind(value)) == repr(entry["value"])


def test_a_wrong_name_or_kind_names_the_table():
    with pytest.raises(LookupError, match=r"tolerances\.toml has no entry 'one_plaice'"):
        table.tolerance("one_plaice")
    with pytest.raises(LookupError, match=r"tolerances\.toml: one_place is no int"):
        table.count("one_place")
    with pytest.raises(LookupError, match=r"tolerances\.toml: most_lines is no float"):
        table.tolerance("most_lines")


def test_help_reads_no_table():
    code = (
        "import sys\nfrom zoning.__main__ import main\nsys.argv = ['zoning', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "from zoning.model import tolerances as t\n"
        "assert t._lines.cache_info().misses == t.sections.cache_info().misses == 0"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_page_is_that_of_the_table():
    assert page.TARGET.read_text("utf-8") == page.text(), "run: python -m docs.tolerances"
