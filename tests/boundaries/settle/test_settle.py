"""Settling: every method on ground small enough to check by eye, then random borders."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.disputed_border import make_case
from tests.fixtures.settlement_judge import METHODS, checked, compared, replayed
from zoning import compare_borders, settle
from zoning.boundaries.settle.propose import propose
from zoning.errors import MisfitError, SettlementError, UsageError

pytestmark = pytest.mark.slow

CRS = "EPSG:4545"
AT = np.array([500_000, 3_000_000])


def frame(key, **shapes):
    made = [shapely.Polygon(np.array(xy) + AT) for xy in shapes.values()]
    return gpd.GeoDataFrame({key: [c.lstrip("z") for c in shapes]}, geometry=made, crs=CRS)


def rect(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def line(*xy):
    return shapely.LineString(np.array(xy) + AT)


@pytest.fixture
def overlap():
    """A (1) south, B (2) north; 20 m of ground between y = 40 and 60 is claimed twice."""
    a, b = frame("area_code", z1=rect(0, 0, 100, 60)), frame("area_code", z2=rect(0, 40, 100, 100))
    zones = frame(
        "zone_code",
        z1001=rect(0, 0, 50, 60),
        z1002=rect(50, 0, 100, 60),
        z2001=rect(0, 40, 30, 100),
        z2002=rect(30, 40, 100, 100),
    )
    return a, b, zones


@pytest.fixture
def gap():
    """A (1) south with two zones, B (2) north; 20 m between y = 40 and 60 is nobody's."""
    a = frame("area_code", z1=[(0, 0), (100, 0), (100, 60), (90, 40), (10, 40), (0, 60)])
    b = frame("area_code", z2=rect(0, 60, 100, 100))
    zones = frame(
        "zone_code",
        z1001=[(0, 0), (50, 0), (50, 40), (10, 40), (0, 60)],
        z1002=[(50, 0), (100, 0), (100, 60), (90, 40), (50, 40)],
        z2001=rect(0, 60, 100, 100),
    )
    return a, b, zones


def exact(result, *levels):
    for shapes in ([*result.a.geometry, *result.b.geometry], *levels):
        assert shapely.is_valid(shapes).all()
        assert shapely.coverage_is_valid(shapes)
    assert len(compare_borders(result.a, result.b)) == 0


def areas_of(result):
    zones = result.children["zones"].set_index("zone_code").geometry.area.round(2).to_dict()
    return result.a.area.iloc[0].round(2), result.b.area.iloc[0].round(2), zones


def test_a_loop_far_from_the_line_is_taken_out_on_every_level(overlap):
    _, b, _ = overlap
    loop = [(0, 0), (21, 0), (20.7, 0.3), (20.7, -0.3)]
    a = frame("area_code", z1=[*loop, (100, 0), (100, 60), (0, 60)])
    zones = frame(
        "zone_code",
        z1001=[*loop, (50, 0), (50, 30), (0, 30)],
        z1002=rect(50, 0, 100, 60),
        z1003=rect(0, 30, 50, 60),
        z2001=rect(0, 40, 30, 100),
        z2002=rect(30, 40, 100, 100),
    )
    assert not zones.is_valid.iloc[0]
    result = settle(a, b, compare_borders(a, b), method="a", children={"zones": zones})
    assert shapely.is_valid([*result.a.geometry, *result.children["zones"].geometry]).all()
    assert any(p.kind == "mended" and "1001" in p.message for p in result.problems)


def test_each_side_s_own_line(overlap):
    a, b, zones = overlap
    found = compare_borders(a, b)
    mine = settle(a, b, found, method="a", children={"zones": zones})
    exact(mine, mine.children["zones"].geometry)
    assert areas_of(mine) == (
        6000, 4000, {"1001": 3000, "1002": 3000, "2001": 1200, "2002": 2800}
    )  # fmt: skip
    theirs = settle(a, b, found, method="b", children={"zones": zones})
    exact(theirs, theirs.children["zones"].geometry)
    assert areas_of(theirs)[:2] == (4000, 6000)
    row = mine.ledger.iloc[0]
    assert (row["gain_a_m2"], row["gain_b_m2"]) == pytest.approx((0, -2000))
    assert row["zones"] == "2001,2002"


def test_midline(overlap):
    a, b, zones = overlap
    result = settle(a, b, compare_borders(a, b), method="midline", children={"zones": zones})
    exact(result, result.children["zones"].geometry)
    assert areas_of(result)[:2] == pytest.approx((5000, 5000), abs=20)
    agreed = result.lines.geometry.iloc[0]
    height = shapely.get_coordinates(agreed)[:, 1] - AT[1]
    inner = np.abs(shapely.get_coordinates(agreed)[:, 0] - AT[0] - 50) < 35
    assert height[inner] == pytest.approx(50, abs=0.6)
    # Side A lies on the left of the agreed line.
    left = agreed.parallel_offset(1, "left").centroid
    assert result.a.geometry.iloc[0].contains(left)


def test_a_gap_is_shared_among_the_zones_beside_it(gap):
    a, b, zones = gap
    result = settle(a, b, compare_borders(a, b), method="a", children={"zones": zones})
    exact(result, result.children["zones"].geometry)
    assert areas_of(result) == (
        6000, 4000, {"1001": 3000, "1002": 3000, "2001": 4000}
    )  # fmt: skip


def test_a_midline_never_runs_through_a_building(overlap):
    a, b, zones = overlap
    houses = frame("building_id", zw1=rect(45, 44, 55, 52), zw2=rect(20, 49, 26, 57))
    found = compare_borders(a, b)
    result = settle(a, b, found, method="midline", children={"zones": zones}, buildings=houses)
    exact(result, result.children["zones"].geometry)
    agreed = result.lines.geometry.iloc[0]
    assert agreed.distance(houses.geometry.iloc[0]) > 0.9
    assert agreed.distance(houses.geometry.iloc[1]) > 0.9
    moved = result.moved.set_index("building_id")
    assert moved.loc["w1", ["side", "zone_after"]].tolist() == ["a", "1001"] or moved.loc[
        "w1", "zone_after"
    ] in ("1001", "1002")
    assert moved.loc["w2", ["side", "zone_after"]].tolist() == ["b", "2001"]
    assert [p for p in result.problems if p.kind == "building_cut"] == []


def test_buildings_go_where_their_people_are_registered(overlap):
    a, b, zones = overlap
    houses = frame("building_id", zw1=rect(45, 46, 53, 54), zw2=rect(70, 46, 78, 54))
    houses["zone_code"], houses["persons"] = ["2002", "1002"], [5, 7]
    found = compare_borders(a, b)
    result = settle(a, b, found, method="buildings", children={"zones": zones}, buildings=houses)
    exact(result, result.children["zones"].geometry)
    assert result.buildings["zone_code"].tolist() == ["2002", "1002"]
    assert result.moved[
        ["building_id", "side", "zone_before", "zone_after"]
    ].to_numpy().tolist() == [
        ["w1", "b", "2002", "2002"],
        ["w2", "a", "1002", "1002"],
    ]
    row = result.ledger.iloc[0]
    assert (row["persons_a"], row["persons_b"]) == (7, 5)


def test_where_only_areas_are_settled_no_building_gets_an_area_for_a_zone(overlap):
    a, b, _ = overlap
    houses = frame("building_id", zw1=rect(45, 42, 53, 46), zw2=rect(70, 42, 78, 46))
    houses["zone_code"] = ["2002", "1002"]
    result = settle(a, b, compare_borders(a, b), method="a", buildings=houses)
    zones = result.buildings.set_index("building_id")["zone_code"]
    assert zones.isna().to_dict() == {"w1": True, "w2": False}
    assert zones["w2"] == "1002"


def test_a_house_across_a_claimed_line_stays_whole(overlap):
    # w1 stands mostly on ground that B alone claims, w2 mostly where A alone does, w3 is nobody's.
    houses = frame("building_id", zw1=rect(70, 56, 78, 70), zw2=rect(20, 30, 28, 44),
                   zw3=rect(45, 46, 53, 54))  # fmt: skip
    houses["zone_code"] = ["1002", "2001", None]
    a, b, zones = overlap
    found = compare_borders(a, b)
    result = settle(a, b, found, method="buildings", children={"zones": zones}, buildings=houses)
    exact(result, result.children["zones"].geometry)
    assert [p for p in result.problems if p.kind == "building_cut"] == []
    w1, w2, w3 = houses.geometry
    assert result.b.geometry.iloc[0].covers(w1)
    assert result.a.geometry.iloc[0].covers(w2)
    assert result.a.geometry.iloc[0].covers(w3) or result.b.geometry.iloc[0].covers(w3)


def test_a_road_between_the_lines_and_none(overlap):
    a, b, zones = overlap
    found = compare_borders(a, b)
    road = gpd.GeoDataFrame({"name": ["r"]}, geometry=[line((-5, 45), (105, 45))], crs=CRS)
    result = settle(a, b, found, method="feature", children={"zones": zones}, barriers=road)
    exact(result, result.children["zones"].geometry)
    assert areas_of(result)[:2] == (4500, 5500)
    across = gpd.GeoDataFrame({"name": ["r"]}, geometry=[line((50, 0), (50, 99))], crs=CRS)
    with pytest.raises(SettlementError, match="do not divide it lengthwise; take another one"):
        settle(a, b, found, method="feature", barriers=across)
    with pytest.raises(SettlementError, match="no road, river or other visible line is given"):
        settle(a, b, found, method="feature")


def test_a_line_drawn_by_hand(overlap):
    a, b, zones = overlap
    found = compare_borders(a, b)
    drawn = line((0, 42), (50, 58), (100, 42))
    result = settle(a, b, found, method="line", line=drawn, children={"zones": zones})
    exact(result, result.children["zones"].geometry)
    assert areas_of(result)[:2] == (5000, 5000)
    assert result.lines.geometry.iloc[0].hausdorff_distance(drawn) < 1e-5
    with pytest.raises(SettlementError, match="does not divide it from end to end"):
        settle(a, b, found, method="line", line=line((40, 50), (60, 50)))
    with pytest.raises(SettlementError, match="does not run through it"):
        settle(a, b, found, method="line", line=line((0, 10), (100, 10)))


def test_interleaved_houses_become_closed_enclaves(overlap):
    a, b, zones = overlap
    houses = frame("building_id", zw1=rect(45, 42, 49, 45), zw2=rect(70, 54, 74, 57))
    houses["zone_code"] = ["2002", "1002"]
    found = compare_borders(a, b)
    result = settle(a, b, found, method="enclave", children={"zones": zones}, buildings=houses)
    exact(result, result.children["zones"].geometry)
    assert result.b.geometry.iloc[0].contains(houses.geometry.iloc[0])
    assert result.a.geometry.iloc[0].contains(houses.geometry.iloc[1])
    assert len(result.b.geometry.iloc[0].geoms) == 2
    assert result.buildings["zone_code"].tolist() == ["2002", "1002"]
    parted = [p for p in result.problems if p.kind == "parted"]
    assert parted
    assert not result.blocking
    assert "zone of its own" in parted[0].message


def test_a_zone_that_would_lose_all_its_land_is_said_before():
    a = frame("area_code", z1=rect(0, 0, 100, 60))
    b = frame("area_code", z2=rect(0, 40, 100, 100))
    zones = frame("zone_code", z1001=rect(0, 0, 100, 60), z2001=rect(0, 40, 100, 60),
                  z2002=rect(0, 60, 100, 100))  # fmt: skip
    result = settle(a, b, compare_borders(a, b), method="a", children={"zones": zones})
    (problem,) = result.blocking
    assert (problem.kind, problem.codes) == ("emptied", ("2001",))
    assert "merge it into its neighbour first" in problem.message


def test_zones_that_do_not_fit_their_own_area_are_refused(overlap):
    a, b, zones = overlap
    short = zones.set_geometry(
        zones.geometry.intersection(shapely.box(*(AT - 9), *(AT + [200, 55])))
    )
    with pytest.raises(MisfitError, match=r"its smallest areas .* do not end where"):
        settle(a, b, compare_borders(a, b), children={"zones": short})


def test_wrong_use(overlap):
    a, b, _ = overlap
    found = compare_borders(a, b)
    with pytest.raises(UsageError, match="no method straight"):
        settle(a, b, found, method="straight")
    with pytest.raises(UsageError, match="no dispute x"):
        settle(a, b, found, ids=["x"])


def test_one_dispute_alone_leaves_the_others_as_they_are():
    case = make_case(3, length=600.0)
    found = compare_borders(case.a, case.b, look_for_shift=False)
    first = found.open["dispute_id"].iloc[0]
    result = settle(case.a, case.b, found, ids=[first], children=case.children)
    left = compare_borders(result.a, result.b, look_for_shift=False).frame
    assert len(left) == len(found) - 1
    assert left["area_m2"].sum() == pytest.approx(
        found.frame.loc[found.frame["dispute_id"] != first, "area_m2"].sum(), abs=1e-3
    )


def test_inputs_are_not_changed(overlap):
    a, b, zones = overlap
    before = [f.geometry.to_wkb().tolist() for f in (a, b, zones)]
    settle(a, b, compare_borders(a, b), children={"zones": zones})
    assert [f.geometry.to_wkb().tolist() for f in (a, b, zones)] == before


def test_proposals_say_what_each_side_gains(overlap):
    a, b, zones = overlap
    found = compare_borders(a, b)
    table = propose(a, b, found, children={"zones": zones}).set_index("method")
    assert table["available"].to_dict() == {
        "a": True, "b": True, "midline": True, "feature": False, "buildings": True, "enclave": True
    }  # fmt: skip
    assert table.loc["b", ["gain_a_m2", "gain_b_m2"]].tolist() == pytest.approx([-2000, 0])
    assert table.loc["feature", "reason"] == "no road, river or other visible line is given"
    law = propose(a, b, found, methods=["a"], statutory=line((0, 50), (100, 50)))
    assert law[["method", "binding"]].to_numpy().tolist() == [["statutory", True], ["a", False]]
    assert law["gain_a_m2"].tolist() == pytest.approx([-1000, 0])


@pytest.mark.parametrize("seed", [0, 1, 3, 4, 36])
def test_random_borders_are_exact_whichever_side_is_a_and_however_often_settled(seed):
    case = make_case(seed, length=500.0, invalid=seed == 3)
    found, mirrored = compared(case.a, case.b), compared(case.b, case.a)
    for method in METHODS:
        result, wrong = checked(case, found, mirrored, method)
        assert wrong == []
        assert replayed(case, found, result)


@pytest.mark.parametrize("rise", [((84, 4), (96, 17), (100, 17)), ((80, 4), (95, 20), (100, 20))])
def test_a_gap_that_widens_in_a_step_is_settled_to_the_borders_ends(rise):
    a = frame("area_code", **{"1": [(0, -400), (100, -400), (100, 0), (0, 0)]})
    b = frame("area_code", **{"2": [(0, 0), (40, 4), *rise, (100, 400), (0, 400)]})
    found = compare_borders(a, b)
    for method in ("a", "b", "midline"):
        result = settle(a, b, found, method=method)
        assert len(compare_borders(result.a, result.b)) == 0


heights = st.lists(st.integers(-60, 60).map(lambda v: v / 10), min_size=7, max_size=7)


@settings(max_examples=12, deadline=None)
@given(heights, heights, st.sampled_from(["a", "midline"]))
def test_whatever_the_lines_the_result_is_one_coverage(one, two, method):
    x = np.linspace(0, 300, 7)
    a = frame("area_code", z1=[(0, -80), (300, -80), *zip(x[::-1], one[::-1], strict=True)])
    b = frame("area_code", z2=[*zip(x, two, strict=True), (300, 80), (0, 80)])
    found = compare_borders(a, b, look_for_shift=False)
    result = settle(a, b, found, method=method)
    shapes = [result.a.geometry.iloc[0], result.b.geometry.iloc[0]]
    assert shapely.coverage_is_valid(shapes)
    ground = shapely.union_all([*a.geometry, *b.geometry, *found.frame.geometry])
    assert sum(s.area for s in shapes) == pytest.approx(ground.area, abs=1e-3)
