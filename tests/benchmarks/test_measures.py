"""The measures themselves, on squares small enough to check by eye."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box

from benchmarks.splitting.edges import along, covers_exactly, match, turning
from benchmarks.splitting.measures import measure, parents_within_ulps

CRS = 4545


def frame(geometry, **columns):
    return gpd.GeoDataFrame(columns, geometry=list(geometry), crs=CRS)


def two_squares():
    """An area of 200 x 100 m, halved at x = 100; a road runs along the middle line's top."""
    areas = frame([box(0, 0, 200, 100)], area_code=["a"])
    zones = frame(
        [
            Polygon([(0, 0), (100, 0), (100, 60), (100, 100), (0, 100)]),
            Polygon([(100, 0), (200, 0), (200, 100), (100, 100), (100, 60)]),
        ],
        zone_code=["a001", "a002"],
        kind="ordinary",
        stack=None,
        persons=[200, 300],
    )
    buildings = frame(
        [box(10, 10, 20, 20), box(150, 10, 160, 20)],
        persons=[200, 300],
        zone_code=["a001", "a002"],
    )
    published = frame(
        [Polygon([(0, 0), (100, 0), (200, 0), (200, 100), (100, 100), (0, 100)])], area_code=["a"]
    )
    roads = frame([LineString([(101, 60), (101, 140)])])
    return areas, zones, buildings, roads, published


def measured(areas, zones, buildings, roads, published, **limits):
    return measure(areas, zones, buildings, roads, published=published, **limits)


def test_two_halves_of_a_rectangle():
    m = measured(*two_squares())
    assert (m.zones, m.unavoidable, m.in_range, m.multipart) == (2, 0, 1.0, 0)
    assert m.deviation == pytest.approx(50)
    assert m.compactness == pytest.approx(np.pi / 4)
    assert m.on_barrier == pytest.approx(0.40)
    assert (m.cut, m.outside_own_zone, m.unassigned, m.coverage_faults) == (0, 0, 0, 0)
    assert (m.turning, m.parent_ulps, m.persons_differ) == (0.0, 0.0, 0)
    assert m.geos_valid


def test_a_crossing_is_not_along():
    lines = np.array([LineString([(50, -10), (50, 10)])])
    assert along(np.array([[0.0, 0.0, 100.0, 0.0]]), lines) == 0.0
    lines = np.array([LineString([(0, 1.9), (50, 1.9)])])
    assert along(np.array([[0.0, 0.0, 100.0, 0.0]]), lines)[0] == pytest.approx(0.52)


def test_a_missing_node_is_a_fault_of_the_coverage():
    areas, zones, buildings, roads, _ = two_squares()
    m = measured(areas, zones, buildings, roads, areas)
    assert m.coverage_faults == 6, "two long edges of the parent, four halves of them"


@pytest.mark.parametrize(
    "moved",
    [
        box(0, 0, 99, 100),
        box(0, 0, 101, 100),
        box(0, 0, 100, 100.0000001),
        Polygon([(0, 0), (100, 0), (100, 50), (99.9999999, 60), (100, 100), (0, 100)]),
    ],
)
def test_gaps_overlaps_and_spills_are_faults(moved):
    whole = np.array([box(0, 0, 200, 100)])
    assert covers_exactly(np.array([moved, box(100, 0, 200, 100)]), whole) > 0


def test_a_duplicate_is_a_fault():
    whole = np.array([box(0, 0, 100, 100)])
    assert covers_exactly(whole, whole) == 0
    assert covers_exactly(np.r_[whole, whole], whole) > 0


def test_a_hole_filled_by_a_zone_is_covered():
    ring = Polygon(box(0, 0, 9, 9).exterior, [box(3, 3, 6, 6).exterior])
    whole = np.array([box(0, 0, 9, 9)])
    assert covers_exactly(np.array([ring, box(3, 3, 6, 6)]), whole) == 0
    assert covers_exactly(np.array([ring]), whole) == 4


def test_unavoidable_is_judged_from_the_layers():
    areas = frame([MultiPolygon([box(0, 0, 30, 10), box(50, 0, 60, 10)])], area_code=["a"])
    zones = frame(
        [box(0, 0, 10, 10), box(10, 0, 20, 10), box(20, 0, 30, 10), box(50, 0, 60, 10)],
        zone_code=["t", "h", "s", "p"],
        kind="ordinary",
        stack=None,
        persons=[400, 400, 20, 10],
        reason=[None, "tower", "small_part", None],
    )
    buildings = frame(
        [Point(x, 5) for x in (5, 12, 18, 25, 55)],
        persons=[400, 200, 200, 20, 10],
        zone_code=["t", "h", "h", "s", "p"],
    )
    m = measure(areas, zones, buildings, None)
    assert m.causes == {"tower": 1, "small": 1}
    assert m.out_of_range == ("h 400", "s 20"), "their reasons are not believed"
    assert m.in_range == 0.0


def test_an_empty_part_is_unavoidable():
    areas = frame([MultiPolygon([box(0, 0, 10, 10), box(50, 0, 60, 10)])], area_code=["a"])
    zones = frame(
        [box(0, 0, 10, 10), box(50, 0, 60, 10)],
        zone_code=["a", "b"],
        kind="ordinary",
        stack=None,
        persons=[200, 0],
    )
    m = measure(areas, zones, frame([Point(5, 5)], persons=[200], zone_code=["a"]), None)
    assert (m.causes, m.in_range) == ({"empty": 1}, 1.0)


def test_cut_buildings_on_and_off_barriers():
    areas, zones, _, roads, published = two_squares()
    cut = frame(
        [box(95, 10, 105, 20), box(95, 70, 105, 80), box(90, 30, 100, 40)],
        persons=[200, 300, 0],
        zone_code=["a001", "a002", "a001"],
    )
    m = measured(areas, zones, cut, roads, published)
    assert m.cut == 2, "a wall on the line is not cut"
    assert m.cut_off_barrier == 1


def test_a_building_counted_elsewhere_is_found():
    areas, zones, buildings, roads, published = two_squares()
    buildings["zone_code"] = ["a002", "a001"]
    m = measured(areas, zones, buildings, roads, published)
    assert m.outside_own_zone == 2
    assert m.persons_differ == 2
    buildings["zone_code"] = ["a001", None]
    assert measured(areas, zones, buildings, roads, published).unassigned == 1


def test_people_spread_around_their_centre():
    areas, zones, _, roads, published = two_squares()
    buildings = frame(
        [Point(10, 50), Point(70, 50), Point(150, 50)],
        persons=[150, 50, 300],
        zone_code=["a001", "a001", "a002"],
    )
    m = measured(areas, zones, buildings, roads, published)
    assert m.table["spread"].tolist() == pytest.approx([np.sqrt(675.0), 0.0])


def test_turning_counts_bends_but_not_junctions():
    corner = np.array([[0.0, 0, 100, 0], [100, 0, 100, 100.0]])
    assert turning(corner) == pytest.approx(45.0)
    arms = np.array([[0.0, 0, 100, 0], [100, 0, 200, 0], [100, 0, 100, 100.0]])
    assert turning(arms) == 0.0


def test_stacked_zones_count_once_in_the_coverage():
    areas, zones, buildings, roads, published = two_squares()
    zones.loc[1, "persons"] = 150
    upper = zones.iloc[[1]].assign(zone_code="a003", persons=150)
    zones = gpd.pd.concat([zones, upper], ignore_index=True)
    zones["kind"], zones["stack"] = ["ordinary", "vertical", "vertical"], [None, "s", "s"]
    m = measured(areas, zones, buildings, roads, published)
    assert (m.zones, m.coverage_faults, m.in_range) == (3, 0, 1.0)


def test_ulps_of_a_moved_border():
    given = frame([box(400_000, 3_000_000, 400_100, 3_000_100)])
    corner = np.nextafter(400_100.0, 1e9)
    near = frame([box(400_000, 3_000_000, corner, 3_000_100)])
    assert 0 < parents_within_ulps(given, near) <= 2
    far = frame([box(400_000, 3_000_000, 400_100.001, 3_000_100)])
    assert parents_within_ulps(given, far) > 1000


def test_edges_know_both_sides():
    edges = match(np.array([box(0, 0, 1, 1), box(1, 0, 2, 1)]))
    shared = edges.times == 2
    assert shared.sum() == 1
    assert {int(edges.left[shared][0]), int(edges.right[shared][0])} == {0, 1}
    assert shapely.length(box(0, 0, 2, 1)) == edges.length[~shared].sum()
