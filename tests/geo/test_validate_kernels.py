"""Kernels of the judge give the bits of the arrays; `tests/geo/kernels` compares their forms."""

import numpy as np
import pytest
import shapely

from zoning.geo import box_pairs, kernels
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
    edges = widths._Outline.of(shapes, rows)
    arrays = widths._radii(edges, (tried, steps))
    assert (widths.compiled_radii(shapes, rows, samples, steps) == arrays).all()


def test_noding(monkeypatch):
    monkeypatch.setattr(kernels, "compiled", lambda: True)
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
    """As many as it takes for the kernels to be used by themselves, whichever form they have."""
    zones = noisy(48)
    parent = [shapely.box(500_000, 500_000, 502_400, 502_400)]
    monkeypatch.setattr(kernels, "compiled", lambda: True)
    compiled = find_patches(zones, within=parent)
    assert len(compiled) > widths._MASS
    monkeypatch.setattr(kernels, "compiled", lambda: False)
    arrays = find_patches(zones, within=parent)
    assert (shapely.to_wkb(compiled.shape) == shapely.to_wkb(arrays.shape)).all()
    for name in ("code", "zones", "parents", "area_m2", "width_m", "length_m", "size_class"):
        assert (getattr(compiled, name) == getattr(arrays, name)).all(), name
