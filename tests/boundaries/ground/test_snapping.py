"""Common borders that differ by rounding become the same, vertex by vertex."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.division_judge import assert_counted_once, assert_exact
from zoning.boundaries import split
from zoning.boundaries.ground.snapping import matched_areas
from zoning.geo.edges import edges_of, pairing

ORIGIN = np.array([372_000.3, 3_276_000.7])
ULP = float(np.spacing(ORIGIN[1]))


def polygon(*xy, holes=()):
    return shapely.Polygon(ORIGIN + np.array(xy), [ORIGIN + np.array(h) for h in holes])


def common(one, two):
    """Whether the border of two polygons is the same on both sides."""
    edges = edges_of(np.array([one, two], dtype=object))
    inner = shapely.length(shapely.intersection(shapely.buffer(one, 1e-6), shapely.boundary(two)))
    twins = pairing(edges) >= 0
    return np.hypot(*(edges.end - edges.start)[twins].T).sum() / 2 == pytest.approx(inner, abs=1e-4)


def test_a_vertex_that_one_side_lacks_is_put_into_its_edge():
    below = polygon((0, 0), (3000, 0), (3000, 1001.7), (0, 0.9))
    on_it = shapely.get_coordinates(shapely.line_interpolate_point(
        shapely.LineString(ORIGIN + np.array([(0, 0.9), (3000, 1001.7)])), 1234.5))[0]  # fmt: skip
    above = shapely.Polygon(
        [ORIGIN + (0, 0.9), on_it, ORIGIN + (3000, 1001.7), ORIGIN + (3000, 2000)]
    )
    assert not common(below, above)
    made = matched_areas(np.array([below, above], dtype=object))
    assert common(*made)
    assert made[1] is above
    assert shapely.hausdorff_distance(made[0], below) <= 1e-6


def test_vertices_a_digit_apart_become_one_even_in_one_ring():
    one = polygon((0, 0), (100, 0), (100, 100), (100 - ULP, 100), (0, 100))
    two = polygon((100, 0), (200, 0), (200, 100), (100 + ULP, 100))
    made = matched_areas(np.array([one, two], dtype=object))
    assert common(*made)
    assert len(made[0].exterior.coords) == 5


def test_what_fits_stays_the_same_object_and_what_does_not_stays_apart():
    hole = ((40, 40), (40, 60), (60, 60), (60, 40))
    ring, disc = polygon((0, 0), (99, 0), (99, 99), (0, 99), holes=[hole]), polygon(*hole)
    shapes = np.array([ring, disc], dtype=object)
    assert all(a is b for a, b in zip(matched_areas(shapes), shapes, strict=True))
    apart = polygon((99.001, 0), (200, 0), (200, 99), (99.001, 99), (99.001, 50))
    shapes = np.array([ring, apart], dtype=object)
    assert all(a is b for a, b in zip(matched_areas(shapes), shapes, strict=True))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_cells_cut_one_by_one_make_an_exact_coverage(seed):
    rng = np.random.default_rng(seed)
    frame = shapely.box(*ORIGIN, *(ORIGIN + 5000))
    points = shapely.MultiPoint(ORIGIN + rng.uniform(0, 5000, (12, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=frame))
    halves = shapely.intersection(cells[:, None], np.array([
        shapely.box(*ORIGIN, *(ORIGIN + (2345.6, 5000))),
        shapely.box(*(ORIGIN + (2345.6, 0)), *(ORIGIN + 5000))])[None, :]).ravel()  # fmt: skip
    halves = halves[shapely.area(halves) > 0]
    made = matched_areas(halves)
    assert shapely.is_valid(made).all()
    edges = edges_of(made)
    alone = edges.take(pairing(edges) < 0)
    assert shapely.covers(shapely.buffer(frame.exterior, 1e-6), alone.lines).all()
    again = matched_areas(made)
    assert all(a is b for a, b in zip(again, made, strict=True))
    order = rng.permutation(len(halves))
    assert shapely.equals_exact(matched_areas(halves[order]), made[order]).all()


@pytest.mark.parametrize("off", [0.0, 1e-9, 1e-7, 1e-5])
def test_districts_cut_or_projected_one_by_one_are_split_into_an_exact_coverage(off):
    rng = np.random.default_rng(9)
    frame = shapely.box(*ORIGIN, *(ORIGIN + 4000))
    points = shapely.MultiPoint(ORIGIN + rng.uniform(0, 4000, (9, 2)))
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=frame))
    east = shapely.box(*(ORIGIN + (1777.7, 0)), *(ORIGIN + 4000))
    west = shapely.difference(frame, east)
    cells = np.concatenate([shapely.intersection(cells, half) for half in (east, west)])
    cells = np.array([_shaken(c, rng, off) for c in cells[shapely.area(cells) > 1]])
    codes = [f"5001050010{i:02d}" for i in range(1, len(cells) + 1)]
    areas = gpd.GeoDataFrame({"area_code": codes, "level": "village"}, geometry=cells, crs=4545)
    spots = ORIGIN + rng.uniform(10, 3990, (300, 2))
    buildings = gpd.GeoDataFrame(
        {"building_id": [f"b{i}" for i in range(300)], "persons": 15},
        geometry=shapely.buffer(shapely.points(spots), 3, quad_segs=1), crs=4545,
    )  # fmt: skip
    made = split(areas, buildings=buildings, profile="cn-2020")
    assert made.buildings["zone_code"].notna().all()
    assert shapely.is_valid(made.zones.geometry).all()
    assert shapely.coverage_is_valid(made.zones.geometry.to_numpy())
    if off < 1e-6:
        assert_exact(areas, made)
        assert_counted_once(buildings, made)


def _shaken(polygon, rng, off):
    xy = shapely.get_coordinates(polygon)[:-1]
    return shapely.Polygon(xy + rng.uniform(-off, off, xy.shape))
