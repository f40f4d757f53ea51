"""check(): what it finds in four zones, how it counts, and what never changes it."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import shapely.affinity
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from tests.fixtures.four_zones import CRS, X0, Y0, areas, buildings, square, zones
from zoning.errors import LayerError, ProfileError, UsageError
from zoning.model.profile import Profile
from zoning.validate import check
from zoning.validate.catalogue import chosen


def found(frame, **options):
    options = {"within": areas(), "buildings": buildings(), "profile": "un", **options}
    return check(frame, **options)


def ids(result, rule):
    frame = result.frame[result.frame["rule_id"] == rule]
    return sorted(frame["feature_ids"])


def test_four_good_zones_are_clean():
    result = found(zones())
    assert result.worst is None, list(result.frame["message"])
    assert result.counts == {"blocker": 0, "error": 0, "warning": 0, "info": 0}
    assert result.figures == {"zones": 4, "buildings": 4, "households": 40, "persons": 100}
    assert {"COV001", "COV002", "COD002", "BLD001"} <= set(result.ran)
    assert result.skipped["ZON006"] == "no layer barriers"


def test_a_missing_zone_is_a_gap_counted_in_people():
    result = found(zones().drop(index=3))
    gap = result.frame[result.frame["rule_id"] == "COV001"].iloc[0]
    assert gap["area_m2"] == pytest.approx(10_000)
    assert (gap["n_buildings"], gap["persons"], gap["households"]) == (1, 40, 16)
    assert ids(result, "COD005") == ["b4"]
    assert ids(result, "BLD001") == ["b4"]
    assert set(result.open[result.open["severity"] == "error"]["rule_id"]) == {"COV001", "COD005"}


def test_a_zone_counted_by_its_columns_without_buildings():
    frame = zones(persons=[240, 250, 260, 9000])
    result = check(frame, within=areas(), profile="cn-2020", select="ZON004")
    row = result.frame.iloc[0]
    assert (row["feature_ids"], row["persons"], row["measured"]) == ("7001001004", 9000, 9000)


def test_one_bad_zone_is_left_out_and_the_rest_is_checked():
    frame = zones()
    frame.loc[0, "geometry"] = shapely.from_wkt(
        f"POLYGON(({X0} {Y0},{X0 + 100} {Y0 + 100},{X0 + 100} {Y0},{X0} {Y0 + 100},{X0} {Y0}))"
    )
    frame.loc[1, "geometry"] = None
    result = found(frame)
    assert ids(result, "GEO003") == ["7001001001"]
    assert ids(result, "GEO002") == ["7001001002"]
    assert result.worst == "blocker"


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_coordinate_that_is_no_number(value):
    frame = zones()
    ring = shapely.get_coordinates(frame.geometry[2])
    ring[1, 0] = value
    frame.loc[2, "geometry"] = shapely.polygons(ring)
    result = found(frame)
    assert ids(result, "GEO001") == ["7001001003"]
    assert ids(result, "GEO003") == []


def test_severity_may_be_raised_and_never_lowered():
    raised = Profile(name="t", title="t", severities={"BLD001": "error"})
    frame = zones().drop(index=3)
    assert (
        found(frame, profile=raised).frame.query("rule_id == 'BLD001'").severity == "error"
    ).all()
    lowered = Profile(name="t", title="t", severities={"COV001": "info"})
    with pytest.raises(ProfileError, match="COV001 is info, a profile may raise"):
        found(frame, profile=lowered)


def test_select_and_ignore_take_ids_and_beginnings():
    assert [r.id for r in chosen("zon001,COD")][:2] == ["COD001", "COD002"]
    assert "ZON001" in [r.id for r in chosen("zon001,COD")]
    assert not [r.id for r in chosen(None, "COV,ZON") if r.id[:3] in ("COV", "ZON")]
    with pytest.raises(UsageError, match="XYZ is no rule"):
        chosen("XYZ")


def test_a_table_is_not_zones():
    with pytest.raises(LayerError, match="wanted a GeoDataFrame, got DataFrame"):
        check(pd.DataFrame({"zone_code": ["1"]}))


def test_no_zone_at_all():
    result = found(zones().iloc[:0])
    assert "COV001" in set(result.frame["rule_id"])
    assert result.figures["zones"] == 0


def test_columns_of_other_kinds_never_raise():
    frame = zones(persons=["many", "12", None, "7"], zone_code=[1.0, 2.0, None, 4.0])
    result = found(frame, profile="cn-2020")
    assert "zones: 1 values of persons are no numbers" in result.notes
    assert ids(result, "COD001") == ["row 3"]


def test_degrees_are_checked_in_metres():
    result = check(
        zones().to_crs(4326), within=areas().to_crs(4326), profile="un", select="ZON,COD"
    )
    assert result.frame.crs.is_projected
    assert len(result) == 0


def test_stacked_zones_are_one_piece_of_ground():
    frame = pd.concat([zones(), zones().iloc[[3]].assign(zone_code="7001001005")])
    frame = frame.reset_index(drop=True)
    frame["kind"] = ["ordinary"] * 3 + ["vertical"] * 2
    frame["stack"] = [None] * 3 + ["t1"] * 2
    frame["part"] = [None] * 3 + ["floors 1-9", "floors 10-20"]
    result = found(frame)
    assert len(result) == 0, list(result.frame["message"])


@pytest.mark.slow
@settings(max_examples=6, deadline=None)
@given(st.permutations(range(4)), st.integers(0, 4))
def test_the_order_of_rows_changes_nothing(order, what):
    frame = zones()
    if what < 4:
        frame = frame.drop(index=what)
    frame.loc[frame.index[0], "geometry"] = square(0, 0).buffer(0.5)
    shuffled = frame.iloc[[i for i in order if i < len(frame)]]
    one, two = found(frame), found(shuffled)
    keep = ["finding_id", "rule_id", "severity", "feature_ids", "persons"]
    assert one.frame[keep].equals(two.frame[keep])
    assert one.to_json() == two.to_json()


@pytest.mark.slow
def test_ids_of_findings_are_lasting():
    result = found(zones().drop(index=3))
    gap = result.frame.query("rule_id == 'COV001'")["finding_id"].item()
    again = found(zones().drop(index=3), buildings=None)
    assert gap in set(again.frame["finding_id"])
    assert result.frame["finding_id"].is_unique


def test_inputs_are_not_touched():
    frame, homes, parent = zones(), buildings(), areas()
    copies = frame.copy(), homes.copy(), parent.copy()
    check(frame, within=parent, buildings=homes, profile="un")
    for one, two in zip((frame, homes, parent), copies):
        assert one.equals(two)
        assert one.crs == two.crs == gpd.GeoSeries(crs=CRS).crs


def test_duplicate_codes_do_not_stop_other_rules():
    frame = zones(zone_code=["7001001001", "7001001001", "7001001003", "7001001004"])
    result = found(frame)
    assert ids(result, "COD002") == ["7001001001"]
    assert ids(result, "COD005") == ["b2"]


def test_a_line_among_zones_is_not_lost():
    frame = pd.concat([zones(), zones().iloc[[0]].assign(zone_code="7001001009")])
    frame = frame.reset_index(drop=True)
    frame.loc[4, "geometry"] = shapely.LineString([(X0, Y0), (X0 + 50, Y0)])
    result = found(frame)
    assert ids(result, "GEO003") == ["7001001009"]
    assert "is a LineString, wanted MultiPolygon or Polygon" in result.frame["message"].iloc[0]


@pytest.mark.parametrize("name", ["within", "buildings", "districts", "barriers", "disputes"])
def test_other_layers_may_be_empty_or_without_geometry(name):
    spec = {"within": "area_code", "buildings": "building_id", "districts": "district_code",
            "barriers": "barrier_id", "disputes": "dispute_id"}  # fmt: skip
    bare = gpd.GeoDataFrame({spec[name]: ["a", "b"]}, geometry=[None, shapely.Point()], crs=CRS)
    for frame in (bare, bare.iloc[:0]):
        result = check(zones(), profile="un", **{name: frame})
        assert result.to_json()


def test_a_single_zone_has_no_inner_border_to_follow_anything():
    line = gpd.GeoDataFrame(
        {"barrier_id": ["l"], "kind": ["road"]},
        geometry=[shapely.LineString([(0, 0), (1, 1)])], crs=CRS,
    )  # fmt: skip
    found = check(zones().iloc[[0]], barriers=line, profile="un", select="ZON006")
    assert found.ran == ("ZON006",)
    assert len(found) == 0
    empty = check(zones(), barriers=line.iloc[:0], profile="un", select="ZON006")
    assert len(empty) == 0
    assert "ZON006: the layer of barriers is empty; not checked" in empty.notes


def test_a_township_code_filled_up_with_zeros_is_the_start_of_its_zones_codes():
    frame = zones(zone_code=[f"500105002001{n:03d}" for n in (1, 2, 3)] + ["500105003001004"])
    within = areas().assign(area_code="500105002000")
    result = check(frame.drop(columns="district_code"), within=within, select="COD004")
    assert ids(result, "COD004") == ["500105003001004"]
    assert result.notes == ()
    within = within.assign(area_code="500105003000")
    assert len(ids(check(frame, within=within, profile="un", select="COD004"), "COD004")) == 0


@pytest.mark.parametrize(
    ("off", "rules"),
    [(1e-7, {"COV004"}), (2e-6, {"COV003"}), (1e-3, {"COV003"}), (-1e-3, {"COV001"})],
)
def test_what_noding_leaves_of_a_border_is_no_land(off, rules):
    within = areas()
    within.loc[0, "geometry"] = box(X0, Y0, X0 + 200 - off, Y0 + 200)
    result = check(zones(), within=within, profile="un", select="COV")
    assert set(result.frame["rule_id"]) == rules


@pytest.mark.parametrize("crs", [3857, 25832])
@pytest.mark.parametrize("theirs", [3857, 25832])
def test_areas_are_those_of_the_ground_also_in_web_mercator(crs, theirs):
    frame = zones().drop(index=3).to_crs(crs)
    # With the vertices of the zones: another projection bends an edge that lacks one.
    within = zones().dissolve().assign(area_code="7001")[["area_code", "geometry"]].to_crs(theirs)
    result = check(frame, within=within, profile="un", select="COV,CRS")
    (gap,) = result.frame[result.frame["rule_id"] == "COV001"].itertuples()
    assert gap.area_m2 == pytest.approx(10_000, rel=2e-3)
    assert gap.width_m == pytest.approx(100, rel=5e-3)
    assert result.frame.crs.to_epsg() == (crs if crs == theirs else 25832)
    told = set(result.frame["rule_id"]) - {"COV001", "COV004"}
    expected = {"CRS004"} if 3857 in (crs, theirs) else set()
    assert told == expected | ({"CRS002"} if crs != theirs else set())
    assert any("measured" in note for note in result.notes) == (crs == 3857)


def test_an_edge_that_lacks_a_vertex_is_no_gap_in_web_mercator():
    low, left, right = box(0, 0, 3000, 900), box(0, 900, 1100, 1900), box(1100, 900, 3000, 1900)
    shapes = [shapely.affinity.translate(g, 1.2e6, 7.9e6) for g in (low, left, right)]
    shapes = [shapely.affinity.rotate(g, 30, (1.2e6, 7.9e6)) for g in shapes]
    codes = ["7001001001", "7001001002", "7001001003"]
    frame = gpd.GeoDataFrame({"zone_code": codes}, geometry=shapes, crs=3857)
    result = check(frame, profile="un", select="COV")
    assert set(result.frame["rule_id"]) == {"COV004"}
