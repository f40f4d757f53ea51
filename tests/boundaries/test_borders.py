"""Comparing two versions of a border: small geometry to check by eye, then real files."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zoning import compare_borders
from zoning.boundaries.compare.compare import compare_areas
from zoning.boundaries.settle.settle_borders import settle
from zoning.errors import CRSError, GeometryError, LayerError, UsageError

CRS = "EPSG:4545"
EAST, NORTH = 500_000, 3_000_000


def area(code, *xy, holes=()):
    """One area of metres from a corner in Chongqing."""
    shift = [EAST, NORTH]
    shape = shapely.Polygon(np.array(xy) + shift, [np.array(h) + shift for h in holes])
    return gpd.GeoDataFrame({"area_code": [code]}, geometry=[shape], crs=CRS)


def box(code, x0, y0, x1, y1):
    return area(code, (x0, y0), (x1, y0), (x1, y1), (x0, y1))


def points(*rows):
    xy = [(EAST + x, NORTH + y) for x, y, *_ in rows]
    return gpd.GeoDataFrame(
        {"building_id": [f"w{i}" for i in range(len(rows))], "persons": [r[2] for r in rows]},
        geometry=gpd.points_from_xy(*zip(*xy, strict=True)),
        crs=CRS,
    )


def test_an_overlap_with_people_a_road_and_a_place():
    roads = gpd.GeoDataFrame(
        {"name": ["Mill Road", None]},
        geometry=[
            shapely.LineString([(EAST, NORTH + 20), (EAST + 100, NORTH + 20)]),
            shapely.LineString([(EAST, NORTH + 51), (EAST + 100, NORTH + 51)]),
        ],
        crs=CRS,
    )
    found = compare_borders(
        box("5001", 0, 0, 100, 52),
        box("5002", 0, 50, 100, 99),
        buildings=points((10, 51, 4), (20, 51, 3), (30, 49, 8)),
        barriers=roads,
        zones_a=box("5001001", 0, 40, 60, 52).rename(columns={"area_code": "zone_code"}),
    )
    row = found.frame.iloc[0]
    assert len(found) == 1
    assert row["dispute_id"] == "5001-5002-001"
    assert (row["kind"], row["status"], row["place"]) == ("overlap", "open", "Mill Road")
    assert row["area_m2"] == pytest.approx(200)
    assert row["width_m"] == pytest.approx(2, abs=0.01)
    assert row["length_m"] == pytest.approx(100, abs=0.1)
    assert (row["n_buildings"], row["persons"]) == (2, 7)
    assert gpd.pd.isna(row["households"])
    assert row["zones"] == "5001001"


def test_a_closed_gap_and_an_open_one():
    a = area("a", (0, 0), (1000, 0), (1000, 500), (600, 505), (300, 495), (0, 500))
    b = area("b", (0, 510), (300, 500), (600, 500), (1000, 512), (1000, 900), (0, 900))
    found = compare_borders(a, b).frame
    assert sorted(found["kind"]) == ["gap", "gap", "overlap"]
    gaps = found[found["kind"] == "gap"]
    assert set(gaps["note"]) == {"open end"}
    # Closed by a line about as short as the ends are apart: 12 m in the east, 10 m in the west.
    assert gaps["area_m2"].to_numpy() == pytest.approx([1694, 2625], abs=2)


@pytest.mark.parametrize("reach", [60, 84, 87.5, 91, 95, 100])
def test_a_short_open_gap_is_the_same_however_far_is_looked(reach):
    # The borders part 12 m before their ends; 2.4 m are between these.
    a = area("a", (0, 0), (100, 0), (100, 97.6), (88, 101), (60, 105), (0, 105))
    b = area("b", (0, 105), (60, 105), (88, 101), (100, 100), (100, 200), (0, 200))
    found = compare_borders(a, b, reach_m=reach)
    assert found.frame["note"].tolist() == ["open end"]
    assert found.frame["area_m2"].iloc[0] == pytest.approx(14.4, abs=0.6)
    for method in ("a", "b", "midline"):
        done = settle(a, b, found, method=method)
        assert len(compare_borders(done.a, done.b, reach_m=reach)) == 0


def test_borders_a_strip_apart_are_one_gap_open_at_both_ends():
    a, b = box("a", 0, 0, 1000, 500), box("b", 0, 510, 1000, 900)
    found = compare_borders(a, b)
    assert found.frame["area_m2"].tolist() == pytest.approx([10_000], rel=1e-3)
    assert found.frame["width_m"].iloc[0] == pytest.approx(10, abs=0.01)
    far = compare_borders(a, box("b", 0, 900, 1000, 1200))
    assert len(far) == 0
    assert "400 m apart" in far.notes[0]


def test_borders_that_agree_give_nothing():
    assert len(compare_borders(box("a", 0, 0, 100, 50), box("b", 0, 50, 100, 99))) == 0
    # A vertex that only one side has is no ground.
    b = area("b", (0, 50), (40, 50), (100, 50), (100, 99), (0, 99))
    assert len(compare_borders(box("a", 0, 0, 100, 50), b)) == 0


def off_by_digits(a, b):
    """Two neighbours cut from one slanted border whose new vertices miss it by nanometres."""
    edge = shapely.LineString([(EAST, NORTH), (EAST + 2190.040887219, NORTH + 6196.1567330445)])
    spots = [edge.interpolate(at).buffer(r) for at, r in ((1800.1, 200.0), (4300.7, 150.0))]
    (x0, y0), (x1, y1) = edge.coords
    west = shapely.Polygon([(x0, y0), (x1, y1), (x1 - 5e3, y1), (x0 - 5e3, y0)])
    east = shapely.Polygon([(x0, y0), (x1, y1), (x1 + 5e3, y1), (x0 + 5e3, y0)])
    west, east = west.union(spots[0]), east.difference(spots[1])
    return (
        gpd.GeoDataFrame({"area_code": [code]}, geometry=[shape], crs=CRS)
        for code, shape in ((a, west), (b, east))
    )


def test_patches_on_a_border_that_differs_by_the_last_digits():
    a, b = off_by_digits("1", "2")
    apart = shapely.distance(
        shapely.points(shapely.get_coordinates(b.geometry.iloc[0])), a.geometry.iloc[0].boundary
    )
    assert ((apart > 0) & (apart < 1e-8)).any()
    found = compare_borders(a, b).frame
    assert found[["kind", "claim_a", "claim_b", "note"]].to_numpy().tolist() == [
        ["gap", "1", "2", ""],
        ["overlap", "1", "2", ""],
    ]
    # Half circles, as GEOS draws them: no hairline along the border belongs to either.
    half = [shapely.Point(0, 0).buffer(r).area / 2 for r in (150, 200)]
    assert found["area_m2"].tolist() == pytest.approx(half, rel=2e-3)
    assert found["length_m"].tolist() == pytest.approx([300, 400], abs=1)
    done = settle(a, b, found, method="midline")
    assert (done.ledger["reason"] == "").all()
    assert (done.ledger[["gain_a_m2", "gain_b_m2"]].abs() > 0.2 * min(half)).all(axis=None)
    assert len(compare_borders(done.a, done.b)) == 0


def test_what_a_line_cannot_divide_goes_whole_to_a_side_and_is_said_to():
    a, b = box("a", 0, 0, 100, 50.1), box("b", 0, 50, 100, 99)
    done = settle(a, b, compare_borders(a, b), method="midline")
    assert done.ledger["reason"].tolist() == [
        "under 0.2 m wide: it goes whole to the side with the longer rim"
    ]


def test_sides_that_part_at_a_third_authority_leave_no_gap():
    # A and B share ten metres, then open at a right angle around a third area.
    a = area("a", (0, 0), (300, 0), (300, 100), (100, 100), (0, 200))
    b = area("b", (300, 100), (300, 400), (0, 200), (100, 100))
    assert len(compare_borders(a, b)) == 0


def test_patches_below_the_noise_width_are_listed_as_noise():
    found = compare_borders(box("a", 0, 0, 100, 50.3), box("b", 0, 50, 100, 99))
    assert found.frame["status"].tolist() == ["noise"]
    assert len(found.open) == 0
    strict = compare_borders(box("a", 0, 0, 100, 50.3), box("b", 0, 50, 100, 99), noise_m=0.1)
    assert strict.frame["status"].tolist() == ["open"]


def test_an_enclave_digitised_twice():
    ring = ((100, 100), (200, 100), (200, 200), (100, 200))
    a = area("a", (0, 0), (300, 0), (300, 300), (0, 300), holes=[ring])
    b = box("b", 98, 100, 198, 200)
    found = compare_borders(a, b).frame
    assert sorted(found["kind"]) == ["gap", "overlap"]
    assert found["area_m2"].tolist() == pytest.approx([200, 200])


def test_a_corner_of_three_names_all_claimants():
    areas = gpd.pd.concat(
        [
            box("1", 0, 0, 50, 50),
            area("2", (50, 0), (100, 0), (100, 50), (52, 50), (52, 46), (50, 46)),
            area(
                "3", (0, 50), (50, 50), (50, 52), (52, 52), (52, 50), (100, 50), (100, 99), (0, 99)
            ),
        ],
        ignore_index=True,
    )
    found = compare_areas(areas).frame
    assert found["kind"].tolist() == ["gap"]
    claims = {found["claim_a"][0], found["claim_b"][0], *found["others"][0].split(",")}
    assert claims == {"1", "2", "3"}


def test_an_area_that_was_not_given_is_noted():
    a = area("a", (0, 0), (3000, 0), (3000, 100), (100, 100), (100, 2900), (3000, 2900),
             (3000, 3000), (0, 3000))  # fmt: skip
    found = compare_borders(a, box("b", 3000, 0, 3100, 3000))
    assert found.frame["note"].tolist() == ["a third area may lie here"]
    assert found.notes == (
        "gap a-b-001: up to 2,800 m wide, more than two borders differ (--reach 100): land of a "
        "third area may lie there; two sides alone cannot tell; compare with all neighbours",
    )


def test_ground_along_two_borders_that_is_not_listed_is_noted():
    # 80 m apart all along, nowhere near enough at the ends to say "border".
    a, b = box("a", 0, 0, 1000, 500), box("b", 0, 580, 1000, 900)
    found = compare_borders(a, b)
    assert len(found) == 0
    (note,) = found.notes
    assert note.startswith("ground between a and b near 5005")
    assert "is not listed: the borders do not come close enough at its end" in note
    # Borders that part where a third area begins are the usual thing and not worth a line.
    south = area("a", (0, 0), (1000, 0), (1000, 100), (600, 500), (0, 500))
    north = area("b", (0, 500), (600, 500), (1000, 900), (0, 900))
    assert compare_borders(south, north).notes == ()


def test_many_rows_on_a_side_are_named_one_by_one():
    a = gpd.pd.concat([box("a1", 0, 0, 50, 51), box("a2", 50, 0, 100, 51)], ignore_index=True)
    b = gpd.pd.concat([box("b1", 0, 50, 60, 99), box("b2", 60, 50, 100, 99)], ignore_index=True)
    found = compare_borders(a, b).frame
    assert found[["claim_a", "claim_b"]].to_numpy().tolist() == [["a1", "b1"]]
    assert found["area_m2"].iloc[0] == pytest.approx(100)


def test_order_of_sides_and_rows_leaves_no_trace():
    a = area("a", (0, 0), (1000, 0), (1000, 500), (600, 505), (300, 495), (0, 500))
    b = area("b", (0, 510), (300, 500), (600, 500), (1000, 512), (1000, 900), (0, 900))
    one, two = compare_borders(a, b).frame, compare_borders(b, a).frame
    key = ["area_m2", "kind"]
    same = one.sort_values(key).geometry.to_wkb().tolist()
    assert same == two.sort_values(key).geometry.to_wkb().tolist()
    both = gpd.pd.concat([a, b], ignore_index=True)
    first, second = compare_areas(both), compare_areas(both.iloc[::-1])
    assert first.to_json() == second.to_json()


def test_the_json_report():
    found = compare_borders(box("1", 0, 0, 100, 52), box("2", 0, 50, 100, 99))
    report = found.to_dict()
    assert report["schema"] == "zoning-disputes/1"
    assert report["crs"] == CRS
    assert report["shift"] is None
    (row,) = report["disputes"]
    assert row["bbox"] == [EAST, NORTH + 50, EAST + 100, NORTH + 52]
    assert row["persons"] is None
    assert "1 to settle" in found._repr_html_()


def test_tally_by_code_and_by_the_body_responsible():
    areas = gpd.pd.concat(
        [box("1", 0, 0, 100, 52), box("2", 0, 50, 50, 99), box("3", 50, 50, 100, 99)],
        ignore_index=True,
    )
    found = compare_areas(areas)
    assert found.tally()[["claim_a", "claim_b", "n"]].to_numpy().tolist() == [
        ["1", "2", 1],
        ["1", "3", 1],
    ]
    joined = found.tally({"2": "port", "3": "port"})
    assert joined[["claim_a", "claim_b", "n", "area_m2"]].to_numpy().tolist() == [
        ["1", "port", 2, pytest.approx(200)]
    ]


def test_degrees_are_measured_in_metres():
    a = box("a", 0, 0, 100, 52).to_crs(4490)
    found = compare_borders(a, box("b", 0, 50, 100, 99).to_crs(4490)).frame
    assert found.crs.to_epsg() in range(4534, 4555)
    assert found["area_m2"].iloc[0] == pytest.approx(200, rel=1e-3)


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda f: f.set_crs(None, allow_override=True), CRSError, "side A: no coordinate system"),
        (lambda f: f.set_geometry([shapely.Polygon()], crs=CRS), GeometryError, "is empty"),
        (lambda f: f.set_geometry(f.centroid), LayerError, "no polygon"),
        (
            lambda f: f.set_geometry([shapely.Polygon([(0, 0), (9, 9), (9, 0), (0, 9)])], crs=CRS),
            GeometryError,
            "crosses itself",
        ),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(change, error, words):
    with pytest.raises(error, match=words) as caught:
        compare_borders(change(box("a", 0, 0, 100, 52)), box("b", 0, 50, 100, 99))
    assert "\n" not in str(caught.value)


def test_a_level_without_polygons():
    with pytest.raises(UsageError, match="no polygons of level village"):
        compare_areas(box("a", 0, 0, 1, 1).assign(level="county"), level="village")


def test_swapped_axes_in_degrees():
    a, b = box("a", 0, 0, 100, 52).to_crs(4326), box("b", 0, 50, 100, 99).to_crs(4326)
    turned = b.set_geometry(
        shapely.transform(b.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326
    )
    with pytest.raises(CRSError, match="axes swapped"):
        compare_borders(a, turned)


heights = st.lists(st.floats(-8, 8).map(lambda v: round(v, 2)), min_size=6, max_size=6)


@settings(max_examples=40, deadline=None)
@given(heights, heights)
@example([0.0, -1.0, 0.0, -1.0, 0.0, -1.0], [0.0] * 6)
def test_areas_equal_an_independent_overlay(one, two):
    x = np.linspace(0, 500, 6)
    a = area("a", (0, -100), (500, -100), *zip(x[::-1], one[::-1], strict=True))
    b = area("b", *zip(x, two, strict=True), (500, 100), (0, 100))
    frame = compare_borders(a, b, look_for_shift=False).frame
    left, right = a.geometry.iloc[0], b.geometry.iloc[0]
    overlap = frame.loc[frame["kind"] == "overlap", "area_m2"].sum()
    assert overlap == pytest.approx(left.intersection(right).area, rel=1e-6, abs=1e-7)
    closed = frame[(frame["kind"] == "gap") & (frame["note"] == "")]
    # Not as holes of the union: between two parts that touch in points only there are none.
    around = shapely.box(*left.union(right).buffer(10).bounds)
    free = shapely.get_parts(around.difference(left.union(right)))
    holes = shapely.area(free[~shapely.intersects(free, around.exterior)]).sum()
    assert closed["area_m2"].sum() == pytest.approx(holes, rel=1e-6, abs=1e-7)


@pytest.mark.realdata
def test_one_publisher_gives_no_dispute(shared_data):
    counties = gpd.read_file(shared_data / "cn_chongqing_zaozhuang_jining_counties_osm_pop.gpkg")
    found = compare_areas(counties.rename(columns={"Code_County": "area_code"}))
    assert len(found) == 0


@pytest.mark.realdata
def test_two_publishers_give_real_disputes(shared_data):
    file = shared_data / "us_rockland_ny_2010.gpkg"
    towns = gpd.read_file(file, layer="towns").to_crs(26918)
    blocks = gpd.read_file(file, layer="orange_blocks").to_crs(26918)
    found = compare_borders(
        towns.rename(columns={"ID": "code"}), blocks, names=("Rockland", "Orange")
    )
    a, b = towns.union_all(), blocks.union_all()
    overlap = found.frame.loc[found.frame["kind"] == "overlap", "area_m2"].sum()
    assert overlap == pytest.approx(a.intersection(b).area, rel=1e-6, abs=1e-6)
