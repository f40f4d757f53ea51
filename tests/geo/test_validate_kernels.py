"""Kernels of the judge give the bits of the arrays, compiled and as plain Python."""

import numpy as np
import pytest
import shapely

from zoning.geo import box_pairs
from zoning.geo.kernels.validate import KERNELS
from zoning.geo.kernels.validate.widths_source import largest_circles
from zoning.geo.noding import node
from zoning.validate.coverage import widths
from zoning.validate.coverage.engine import find_patches


def crooked(seed, count):
    """Rings around a middle, most of them thin, one vertex on a straight side in some."""
    rng = np.random.default_rng(seed)
    shapes = []
    for _ in range(count):
        angle = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 40))))
        away = rng.uniform(0.5, 1.0, len(angle))
        at = np.column_stack([np.cos(angle), np.sin(angle)]) * away[:, None]
        at *= 30.0, 10.0 ** rng.uniform(-4, 1)
        shape = shapely.Polygon(at + (437_500.0, 3_284_000.0))
        if shape.is_valid and shape.area > 0:
            shapes.append(shape)
    return np.array(shapes)


def noisy(side, seed=4):
    """Squares of 50 m whose corners are all off by some millimetres."""
    rng = np.random.default_rng(seed)
    x, y = (v.ravel() * 50.0 + 500_000.0 for v in np.meshgrid(np.arange(side), np.arange(side)))
    rings = shapely.get_coordinates(shapely.box(x, y, x + 50, y + 50)).reshape(-1, 5, 2)
    rings = rings + rng.uniform(-0.005, 0.005, rings.shape)
    rings[:, -1] = rings[:, 0]
    return shapely.polygons(rings)


@pytest.mark.slow
@pytest.mark.parametrize(("tried", "steps"), [(1, 2), (4, 10)])
def test_widths(tried, steps):
    shapes = crooked(1, 300)
    rows = np.arange(len(shapes))
    samples = np.full(len(rows), tried)
    edges = widths._Edges.of(shapes, rows)
    arrays = widths._radii(edges, (tried, steps))
    assert KERNELS.mode == "compiled"
    compiled = widths.compiled_radii(shapes, rows, samples, steps)
    plain = np.empty(len(rows))
    columns = edges.x, edges.y, edges.far_x, edges.far_y, edges.nx, edges.ny
    first = np.append(edges.first, len(edges.x)).tolist()
    largest_circles(
        len(rows), first, samples.tolist(), steps, float(widths._GOLDEN), *columns, plain
    )
    assert (compiled == arrays).all()
    assert (plain == arrays).all()


def test_noding(monkeypatch):
    zones = noisy(12)
    at = shapely.get_coordinates(zones).reshape(-1, 5, 2)
    start, end = at[:, :-1].reshape(-1, 2), at[:, 1:].reshape(-1, 2)
    made = []
    for many in (0, 10**9):
        monkeypatch.setattr(box_pairs, "_MANY", many)
        made.append(node(start, end, 2.4e-10))
    for name in ("nodes", "pieces", "segment", "piece", "sign"):
        assert np.array_equal(*(getattr(noded, name) for noded in made)), name


@pytest.mark.slow
def test_patches(monkeypatch):
    """As many as it takes for the kernels to be used by themselves."""
    zones = noisy(48)
    parent = [shapely.box(500_000, 500_000, 502_400, 502_400)]
    compiled = find_patches(zones, within=parent)
    assert len(compiled) > widths._MASS
    for module in (box_pairs, widths):
        monkeypatch.setattr(module, "KERNELS", type("Off", (), {"mode": "python"}))
    arrays = find_patches(zones, within=parent)
    assert (shapely.to_wkb(compiled.shape) == shapely.to_wkb(arrays.shape)).all()
    for name in ("code", "zones", "parents", "area_m2", "width_m", "length_m", "size_class"):
        assert (getattr(compiled, name) == getattr(arrays, name)).all(), name


@pytest.mark.slow
def test_a_small_check_loads_no_kernel():
    """Loading takes a while, which a small check would never win back."""
    import subprocess
    import sys

    program = (
        "import shapely, sys\n"
        "from zoning.validate.coverage.engine import find_patches\n"
        "find_patches([shapely.box(0, 0, 5, 9), shapely.box(5.5, 0, 9, 9)])\n"
        "print('llvmlite' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "False"
