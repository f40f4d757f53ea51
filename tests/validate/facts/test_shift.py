"""CRS003: a shift is always found, to within 6 m, and never where there is none."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.four_zones import square, zones
from zoning.geo.gcj02 import gcj_to_wgs, in_china, wgs_to_gcj
from zoning.io.read import read_layer
from zoning.validate import check
from zoning.validate.facts.layer_shift import offset_between, outline

CRS = "EPSG:4545"


def to_gcj(lonlat):
    return np.column_stack(wgs_to_gcj(*lonlat.T))


def winding(seed, corners=160, radius=4000.0):
    """A border as rivers and ridges make it, around a centre in Chongqing (EPSG:4545)."""
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    size = np.full(corners, radius)
    for wave in range(2, 18):
        size += radius * 0.25 / wave * np.sin(wave * angle + rng.uniform(0, 2 * np.pi))
    x, y = 360_000 + size * np.cos(angle), 3_290_000 + size * np.sin(angle)
    return shapely.Polygon(np.column_stack([x, y]))


def found(moved, fixed):
    return offset_between(outline(np.array([moved])), outline(np.array([fixed])), crs=CRS)


@pytest.mark.slow
@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1000), st.floats(0, 6.28), st.floats(20, 700))
def test_a_datum_is_found_to_the_metre(seed, turn, far):
    fixed = winding(seed)
    east, north = far * np.cos(turn), far * np.sin(turn)
    offset = found(shapely.transform(fixed, lambda xy: xy + [east, north]), fixed)
    assert offset is not None
    assert np.hypot(offset.east_m - east, offset.north_m - north) < 1.0
    assert offset.kind == "datum" or far > 200


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1000), st.floats(0.0, 8.0))
def test_another_digitising_is_no_shift(seed, rough):
    fixed = winding(seed)
    rng = np.random.default_rng(seed)
    xy = shapely.get_coordinates(fixed)[:-1]
    drawn = shapely.Polygon(xy + rng.normal(0, rough, xy.shape))
    assert found(drawn, fixed) is None


def test_a_border_drawn_twice_and_shifted_is_found():
    """No vertex in common: one border every 160th of its length, the other by other corners."""
    fixed = winding(3)
    other = shapely.simplify(shapely.segmentize(fixed, 40), 4)
    moved = shapely.transform(other, lambda xy: xy + [90.0, -60.0])
    offset = found(moved, fixed)
    assert np.hypot(offset.east_m - 90, offset.north_m + 60) < 6


def test_blocks_of_a_regular_plan_are_not_shifted():
    frame = zones()
    frame["source"] = ["north", "north", "south", "south"]
    result = check(frame, profile="un", select="CRS003")
    assert len(result) == 0
    moved = zones(geometry=[square(c + 3, r) for r in (0, 1) for c in (0, 1)])
    assert len(check(moved, within=zones().dissolve(), profile="un", select="CRS003")) == 0


def test_gcj_is_undone():
    places = np.array([[106.55, 29.6], [116.4, 39.9], [121.5, 31.2], [87.6, 43.8]])
    shifted = to_gcj(places)
    assert np.abs(np.column_stack(gcj_to_wgs(*shifted.T)) - places).max() < 1e-9
    metres = np.hypot(*((shifted - places) * [96_000, 111_000]).T)
    assert ((metres > 18) & (metres < 800)).all()
    assert in_china(106.5, 29.6)
    assert not in_china(9.5, 47.1)


@pytest.mark.realdata
def test_real_counties_beside_their_neighbours(shared_data):
    path = shared_data / "cn_chongqing_zaozhuang_jining_counties_osm_pop.gpkg"
    counties = read_layer(path).to_crs(CRS)
    shapes = np.asarray(counties.geometry.array)
    degrees = np.asarray(counties.to_crs(4326).geometry.array)
    for i in range(0, len(shapes), 12):
        near = np.flatnonzero(shapely.dwithin(shapes, shapes[i], 3000))
        others = outline(shapes[near[near != i]], all_edges=True)
        if not len(others):
            continue

        def judged(shape, others=others):
            return offset_between(outline(np.array([shape])), others, crs=CRS, aligned=0.02)

        assert judged(shapes[i]) is None
        gcj = counties.iloc[[i]].to_crs(4326).set_geometry([shapely.transform(degrees[i], to_gcj)])
        gcj = gcj.to_crs(CRS).geometry.iloc[0]
        moved = np.median(shapely.get_coordinates(gcj) - shapely.get_coordinates(shapes[i]), axis=0)
        offset = judged(gcj)
        assert offset.kind == "GCJ-02", counties["Name_County"][i]
        assert np.hypot(*(moved - [offset.east_m, offset.north_m])) < 7
        datum = judged(shapely.transform(shapes[i], lambda xy: xy + [84.0, -57.0]))
        assert np.hypot(datum.east_m - 84, datum.north_m + 57) < 6


def _town(move=(0.0, 0.0), regular=False):
    """Blocks between streets, four houses in each, in Chongqing; houses moved."""
    rng = np.random.default_rng(3)
    streets = [
        origin + np.cumsum(np.full(21, 50.0) if regular else rng.uniform(42, 90, 21))
        for origin in (360_000.0, 3_280_000.0)
    ]
    low, high = (np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2) for x, y in (
        (streets[0][:-1], streets[1][:-1]), (streets[0][1:], streets[1][1:])))  # fmt: skip
    base = shapely.box(*low.T, *high.T)
    spots = (low[:, None] + [[3, 3], [24, 3], [3, 26], [24, 26]]).reshape(-1, 2) + move
    houses = shapely.box(spots[:, 0], spots[:, 1], spots[:, 0] + 15, spots[:, 1] + 12)
    zones = gpd.GeoDataFrame(
        {"zone_code": [f"500112001001{i:03d}" for i in range(1, len(base) + 1)]},
        geometry=base,
        crs="EPSG:4545",
    )
    names = [f"b{i}" for i in range(len(houses))]
    buildings = gpd.GeoDataFrame({"building_id": names}, geometry=houses, crs="EPSG:4545")
    return zones, buildings


@pytest.mark.slow
def test_buildings_in_gcj_against_zones():
    frame, buildings = _town()
    assert len(check(frame, buildings=buildings, select="CRS003")) == 0
    degrees = np.asarray(buildings.to_crs(4326).geometry.array)
    shifted = gpd.GeoSeries(shapely.transform(degrees, to_gcj), crs=4326).to_crs(buildings.crs)
    moved = np.median(
        shapely.get_coordinates(shifted.array) - shapely.get_coordinates(buildings.geometry.array),
        axis=0,
    )
    wrong = buildings.set_geometry(np.asarray(shifted.array), crs=buildings.crs)
    found = check(frame, buildings=wrong, select="CRS003").frame
    assert found["layer"].tolist() == ["buildings"]
    assert abs(found["measured"][0] - np.hypot(*moved)) < 1
    assert "GCJ-02" in found["message"][0]
    again = check(frame, buildings=wrong.iloc[::-1], select="CRS003").frame
    assert again["message"].tolist() == found["message"].tolist()


@pytest.mark.slow
def test_buildings_off_their_zones_for_another_reason_are_not_gcj():
    for move in ((25.0, 0.0), (-310.0, 222.0), (12.0, 12.0)):
        for regular in (False, True):
            frame, buildings = _town(move, regular)
            assert len(check(frame, buildings=buildings, select="CRS003")) == 0
