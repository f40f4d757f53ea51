"""The search for an offset against trying all, and against offsets that are known."""

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.geo.shift import (
    datum_name,
    line_tree,
    points_along,
    refine_offset,
    share_on,
    vote_offset,
)

ORIGIN = np.array([360_000.0, 3_290_000.0])


def border(seed, corners=40, step=150.0):
    """A winding line of segments, shape (n, 2, 2)."""
    rng = np.random.default_rng(seed)
    turn = np.cumsum(rng.normal(0, 0.7, corners))
    way = np.column_stack([np.cos(turn), np.sin(turn)]) * rng.uniform(0.3, 1.7, (corners, 1)) * step
    xy = ORIGIN + np.cumsum(way, axis=0)
    return np.stack([xy[:-1], xy[1:]], axis=1)


def found(layer, other, reach=900.0):
    points = points_along(layer)
    rough = vote_offset(points, other, reach)
    return rough, refine_offset(points, rough, other, line_tree(other))


def distances(points, lines):
    """Distance of each point to the nearest segment, by the book."""
    a, way = lines[:, 0], lines[:, 1] - lines[:, 0]
    t = ((points[:, None] - a) * way).sum(axis=2) / (way * way).sum(axis=1)
    foot = a + np.clip(t, 0, 1)[..., None] * way
    return np.hypot(*np.moveaxis(points[:, None] - foot, 2, 0)).min(axis=1)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 6.28), st.floats(0, 850))
def test_a_border_moved_within_reach_is_found_to_the_centimetre(seed, turn, far):
    fixed = border(seed)
    true = np.array([np.cos(turn), np.sin(turn)]) * far
    rough, offset = found(fixed + true, fixed)
    assert np.abs(rough - true).max() < 12
    assert np.hypot(*(offset - true)) < 0.01


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.floats(-500, 500), st.floats(-500, 500))
def test_a_border_digitised_anew_is_found_to_two_metres(seed, east, north):
    """Other vertices on the same line, each off by a metre or so."""
    fixed = border(seed)
    line = shapely.linestrings(np.vstack([fixed[:, 0], fixed[-1:, 1]]))
    at = np.linspace(0, line.length, 150)
    xy = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    xy += np.random.default_rng(seed).normal(0, 1.0, xy.shape) + [east, north]
    _, offset = found(np.stack([xy[:-1], xy[1:]], axis=1), fixed)
    assert np.hypot(*(offset - [east, north])) < 2.0


@pytest.mark.parametrize("seed", range(4))
def test_no_offset_tried_one_by_one_is_better(seed):
    fixed = border(seed, corners=14)
    rng = np.random.default_rng(seed)
    moved = fixed[2:-2] + rng.uniform(-50, 50, 2) + rng.normal(0, 0.5, (len(fixed) - 4, 2, 2))
    points = points_along(moved)
    _, offset = found(moved, fixed, reach=80.0)
    best = np.mean(distances(points - offset, fixed) <= 3)
    tried = [
        np.mean(distances(points - [x, y], fixed) <= 3)
        for x in np.arange(-78, 79, 3.0)
        for y in np.arange(-78, 79, 3.0)
    ]
    assert best >= max(tried) - 0.03


def test_the_share_on_lines_is_that_of_distances_worked_out_plainly():
    lines = border(3)
    points = points_along(border(4))
    tree, far = line_tree(lines), distances(points, lines)
    for distance in (3.0, 40.0, 200.0):
        assert share_on(points, tree, distance) == np.mean(far <= distance)
    facing = far <= 400
    assert share_on(points, tree, 40.0, facing=400.0) == np.mean(far[facing] <= 40)
    assert share_on(points[:7], tree, 40.0, facing=1e6) == 0.0


def test_voters_lie_on_their_lines_evenly():
    lines = border(5)
    points = points_along(lines)
    assert distances(points, lines).max() < 1e-6
    length = np.hypot(*(lines[:, 1] - lines[:, 0]).T).sum()
    assert len(points) == int(length / 10)
    assert len(points_along(lines * 100)) == 1500
    assert len(points_along(lines[:1] * 0.01)) == 50


def test_nothing_within_reach_gives_no_offset():
    assert vote_offset(points_along(border(1)), border(2) + 1e6, 900.0) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("projected", "code", "lon", "lat", "name"),
    [(2056, 4149, 8.0, 47.0, "CH1903"), (2056, 4230, 8.5, 47.3, "ED50")],
)
def test_a_datum_is_named_by_the_offset_it_gives(projected, code, lon, lat, name):
    crs = pyproj.CRS(projected)
    place = pyproj.Transformer.from_crs(4326, crs, always_xy=True)
    read = pyproj.Transformer.from_crs(4326, code, always_xy=True).transform(lon, lat)
    at = np.array(place.transform(lon, lat))
    offset = np.array(place.transform(*read)) - at
    assert np.hypot(*offset) > 5
    assert name in datum_name(at, offset, crs)
    assert datum_name(at, offset * [7.0, -9.0], crs) is None
    assert datum_name(at, np.array([1.0, 2.0]), crs) is None
