"""The coverage engine on drawings small enough to check by eye."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import box

from zoning.errors import CRSError
from zoning.validate.coverage.engine import find_patches

PARENT = [box(0, 0, 20, 20)]
#  2 3
#  0 1
FOUR = [box(0, 0, 10, 10), box(10, 0, 20, 10), box(0, 10, 10, 20), box(10, 10, 20, 20)]


def found(zones, within=PARENT, **options):
    frame = find_patches(zones, within=within, **options).frame
    return [(r.kind, r.zones, round(r.area_m2, 9), round(r.width_m, 2)) for r in frame.itertuples()]


@pytest.mark.parametrize("within", [PARENT, None])
def test_an_exact_coverage_has_no_patch(within):
    assert found(FOUR, within) == []


def test_missing_zone_is_a_gap_beside_its_neighbours():
    assert found(FOUR[:3]) == [("gap", (1, 2), 100.0, 10.0)]


def test_missing_inner_zone_is_a_gap_without_a_parent_too():
    ring = shapely.difference(box(0, 0, 20, 20), box(5, 5, 9, 9))
    assert found([ring], None) == [("gap", (0,), 16.0, 4.0)]


def test_parent_without_any_zone_is_a_gap_of_nobody():
    patches = find_patches(FOUR, within=[*PARENT, box(40, 0, 50, 10)]).frame
    assert patches[["kind", "zones", "parents", "area_m2"]].to_numpy().tolist() == [
        ["gap", (), (1,), 100.0]
    ]


def test_gap_matched_by_its_own_edges_is_found():
    zones = [box(0, 0, 9, 20), box(11, 0, 20, 20)]
    assert found(zones) == [("gap", (0, 1), 40.0, 2.0)]


def test_overlap_names_both_claimants_once():
    assert found([box(0, 0, 11, 10), *FOUR[1:]]) == [("overlap", (0, 1), 10.0, 1.0)]


def test_triple_overlap_is_divided_by_claimants():
    zones = [box(0, 0, 12, 20), box(8, 0, 20, 20), box(0, 9, 20, 11)]
    got = sorted((z, a) for _, z, a, _ in found(zones))
    assert got == [((0, 1), 36.0), ((0, 1), 36.0), ((0, 1, 2), 8.0), ((0, 2), 16.0), ((1, 2), 16.0)]


def test_exact_copy_is_a_duplicate():
    assert found([*FOUR, FOUR[0]]) == [("duplicate", (0, 4), 100.0, 10.0)]


def test_shifted_copy_is_a_duplicate_that_also_overlaps_its_neighbours():
    copy = box(10.25, 10.25, 19.75, 20)
    assert found([*FOUR, copy]) == [("duplicate", (3, 4), 9.5 * 9.75, 9.5)]


def test_zone_on_top_of_another_is_nested_inner_first():
    assert found([*FOUR, box(2, 2, 4, 4)]) == [("nested", (4, 0), 4.0, 2.0)]


def test_enclave_in_its_hole_is_fine():
    ring = shapely.difference(FOUR[0], box(2, 2, 4, 4))
    assert found([ring, *FOUR[1:], box(2, 2, 4, 4)]) == []


def test_zone_over_many_whole_zones_is_seen_over_each_of_them():
    grid = [box(x, y, x + 1, y + 1) for x in range(7) for y in range(7)]
    got = found([*grid, box(1, 1, 6, 6)], [box(0, 0, 7, 7)])
    assert [k for k, *_ in got] == ["nested"] * 25
    assert sorted(z for _, z, *_ in got) == [
        (x * 7 + y, 49) for x in range(1, 6) for y in range(1, 6)
    ]


def test_part_beyond_the_parent_is_outside():
    assert found([*FOUR[:3], box(10, 10, 21, 20)]) == [("outside", (3,), 10.0, 1.0)]


def test_zone_that_crosses_the_border_of_two_parents_is_at_home_where_most_of_it_lies():
    parents = [box(0, 0, 11, 20), box(11, 0, 20, 20)]
    patches = find_patches(FOUR, within=parents).frame
    assert patches[["kind", "zones", "parents", "area_m2"]].to_numpy().tolist() == [
        ["outside", (1,), (0,), 10.0],
        ["outside", (3,), (0,), 10.0],
    ]


def test_t_junction_on_the_line_is_a_mismatch_of_three_zones():
    assert found([box(0, 0, 20, 10), *FOUR[2:]]) == [("mismatch", (0, 1, 2), 0.0, 0.0)]


def test_t_junction_off_the_line_is_a_patch_and_no_mismatch():
    left = shapely.Polygon([(0, 10), (10, 10.5), (10, 20), (0, 20)])
    right = shapely.Polygon([(10, 10.5), (20, 10), (20, 20), (10, 20)])
    assert found([box(0, 0, 20, 10), left, right]) == [("gap", (0, 1, 2), 5.0, 0.5)]


def test_corner_of_a_patch_is_no_mismatch():
    zones = [box(0, 0, 9, 10), *FOUR[1:]]
    assert found(zones) == [("gap", (0, 1, 2), 10.0, 1.0)]


def test_rounding_by_one_unit_in_the_last_place_is_a_mismatch_only():
    base = 3_200_000.0
    zones = shapely.transform(np.array(FOUR), lambda c: c + base)
    moved = shapely.transform(zones[0], lambda c: np.where(c == base + 10, np.nextafter(c, 0), c))
    kinds = {k for k, *_ in found([moved, *zones[1:]], [box(base, base, base + 20, base + 20)])}
    assert kinds == {"mismatch"}


@pytest.mark.parametrize("width", [1e-3, 0.02, 0.5, 3.0])
@pytest.mark.parametrize("base", [0.0, 3_200_000.0])
def test_classes_follow_the_inscribed_width(width, base):
    zones = [
        box(base, base, base + 10, base + 20),
        box(base + 10 + width, base, base + 20, base + 20),
    ]
    frame = find_patches(zones, within=[box(base, base, base + 20, base + 20)]).frame
    assert frame["kind"].tolist() == ["gap"]
    exact = zones[1].bounds[0] - zones[0].bounds[2]
    assert frame["area_m2"].item() == pytest.approx(20 * exact, rel=1e-9)
    assert frame["width_m"].item() == pytest.approx(exact, rel=0.01)
    wanted = "sliver" if 0.1 <= width < 1 else "digitising" if width < 0.1 else "territorial"
    if width > 1e-3:
        assert frame["size_class"].tolist() == [wanted]


@pytest.mark.parametrize(
    ("other", "area"),
    [
        (box(5.5, 0, 9, 9), 4.5),
        (box(5.5, 0, 9, 8), 4.0),
        (shapely.Polygon([(5, 0), (9, 0), (9, 9), (5.5, 9)]), 2.25),
    ],
)
def test_open_sided_gap_is_found_without_a_parent(other, area):
    assert [(k, z, a) for k, z, a, _ in found([box(0, 0, 5, 9), other], None)] == [
        ("gap", (0, 1), area)
    ]


def test_inner_corner_of_the_outer_border_is_no_gap():
    step = shapely.Polygon([(5, 0), (5, 0.5), (5.5, 0.5), (5.5, 1), (9, 1), (9, 0)])
    assert found([box(0, 0, 5, 9), step], None) == []


def test_allowed_gap_is_marked_and_the_rest_stays():
    frame = find_patches(FOUR[:3], within=PARENT, allowed=[box(10, 10, 20, 18)]).frame
    assert sorted(zip(frame["allowed"], frame["area_m2"])) == [(False, 20.0), (True, 80.0)]
    whole = find_patches(FOUR[:3], within=PARENT, allowed=[box(9, 9, 30, 30)]).frame
    assert whole["allowed"].tolist() == [True]


@pytest.mark.parametrize(
    "bad",
    [
        shapely.Polygon([(10, 10), (20, 20), (20, 10), (10, 20)]),
        shapely.from_wkt("POLYGON ((10 10, 20 10, 20 nan, 20 20, 10 20, 10 10))"),
    ],
)
def test_unusable_zone_hides_neither_itself_nor_its_neighbours_faults(bad):
    assert found([*FOUR[:3], bad]) == []
    assert found([box(0, 0, 9, 10), *FOUR[1:3], bad]) == [("gap", (0, 1, 2), 10.0, 1.0)]


@pytest.mark.parametrize("nothing", [None, shapely.Polygon(), shapely.Point(1, 1)])
def test_zone_without_land_leaves_a_gap(nothing):
    assert found([*FOUR[:3], nothing]) == [("gap", (1, 2), 100.0, 10.0)]


def test_members_take_a_stack_once():
    stacked = [*FOUR, FOUR[3]]
    assert found(stacked, members=np.array([1, 1, 1, 1, 0], bool)) == []


def test_nothing_at_all():
    assert found([], None) == []
    assert found([], PARENT) == [("gap", (), 400.0, 20.0)]
    assert found([None, None], None) == []


def test_multipart_zones_are_taken_part_by_part():
    both = shapely.union(FOUR[0], FOUR[3])
    assert found([both, FOUR[1], FOUR[2]]) == []


def test_touching_in_a_point_is_fine():
    hour_glass = shapely.Polygon([(0, 0), (20, 0), (10, 10), (20, 20), (0, 20), (10, 10)])
    halves = shapely.make_valid(hour_glass)
    rest = shapely.difference(PARENT[0], halves)
    assert found([halves, rest]) == []


def test_degrees_and_mixed_crs_are_refused():
    frame = gpd.GeoSeries(FOUR, crs="EPSG:25832")
    with pytest.raises(CRSError, match="degrees"):
        find_patches(gpd.GeoSeries(FOUR, crs="EPSG:4326"))
    with pytest.raises(CRSError, match="convert"):
        find_patches(frame, within=gpd.GeoSeries(PARENT, crs="EPSG:3857"))
    assert find_patches(frame).frame.crs == frame.crs


def test_progress_is_told():
    told = []
    find_patches(FOUR, progress=lambda *step: told.append(step))
    assert told[0] == ("edges", 0, 3)


def test_inputs_are_not_changed():
    zones = gpd.GeoSeries([*FOUR[:3], None], crs="EPSG:25832")
    before = zones.to_wkb().tolist()
    find_patches(zones, within=gpd.GeoSeries(PARENT, crs=zones.crs))
    assert zones.to_wkb().tolist() == before
