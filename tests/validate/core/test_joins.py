"""Buildings joined to zones."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box

from zoning.validate.core.joins import doubled_footprints, join_buildings

ZONES = np.array([box(0, 0, 10, 10), box(10, 0, 20, 10), None, box(0, 10, 20, 20)], dtype=object)


def test_building_inside_is_whole():
    join = join_buildings(np.array([box(1, 1, 2, 2), box(12, 12, 13, 13)]), ZONES)
    assert join.main.tolist() == [0, 3]
    assert join.whole.all()
    assert len(join.building) == 0


def test_building_across_a_border_has_shares_largest_first():
    join = join_buildings(np.array([box(9, 4, 13, 5)]), ZONES)
    assert join.main.tolist() == [1]
    assert join.zone.tolist() == [1, 0]
    assert join.share.tolist() == [0.75, 0.25]
    assert join.area_m2.tolist() == [3.0, 1.0]


def test_building_over_the_outer_border_has_a_share_below_one():
    join = join_buildings(np.array([box(18, 4, 22, 5)]), ZONES)
    assert join.share.tolist() == [0.5]


@pytest.mark.parametrize("nothing", [None, Point(), box(30, 30, 31, 31), Point(-1, 5)])
def test_building_nowhere_has_no_zone(nothing):
    join = join_buildings(np.array([nothing], dtype=object), ZONES)
    assert join.main.tolist() == [-1]
    assert not join.whole.any()


def test_point_on_a_border_belongs_to_the_lowest_row_and_touches_both():
    join = join_buildings(np.array([Point(10, 5), Point(3, 3)], dtype=object), ZONES)
    assert join.main.tolist() == [0, 0]
    assert join.zone[join.building == 0].tolist() == [0, 1]


def test_overlapping_zones_take_the_lowest_row():
    zones = np.array([box(0, 0, 10, 10), box(0, 0, 10, 10)])
    assert join_buildings(np.array([box(1, 1, 2, 2)]), zones).main.tolist() == [0]


def test_inputs_are_not_prepared_or_changed():
    zones = np.array([box(0, 0, 10, 10)])
    before = shapely.to_wkb(zones).tolist()
    join_buildings(np.array([box(1, 1, 2, 2)]), zones)
    assert shapely.to_wkb(zones).tolist() == before


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_shares_equal_intersections(seed):
    rng = np.random.default_rng(seed)
    corner = rng.uniform(-2, 22, (40, 2))
    buildings = shapely.box(*corner.T, *(corner + rng.uniform(0.1, 6, (40, 2))).T)
    join = join_buildings(buildings, ZONES)
    parts = shapely.area(shapely.intersection(buildings[:, None], ZONES[None]))
    parts = np.nan_to_num(parts)
    whole = np.zeros_like(parts)
    whole[join.whole, join.main[join.whole]] = shapely.area(buildings[join.whole])
    whole[join.building, join.zone] += join.area_m2
    np.testing.assert_allclose(whole, parts, atol=1e-9)


def test_doubled_footprints_by_share_of_the_smaller():
    shapes = np.array([box(0, 0, 4, 4), box(3, 0, 5, 4), box(4, 4, 6, 6), Point(1, 1)])
    one, two, common, part = doubled_footprints(shapes)
    assert (one.tolist(), two.tolist(), part.tolist()) == ([0], [1], [0.5])
    assert common[0].equals(box(3, 0, 4, 4))
