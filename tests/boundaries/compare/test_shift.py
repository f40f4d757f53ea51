"""A border that is displaced as a whole is named, not listed."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pyproj
import pytest
import shapely

from tests.fixtures.disputed_border import in_gcj, straight_case
from zoning import compare_borders
from zoning.boundaries.compare.border_shift import detect_shift
from zoning.geo.gcj02 import gcj_to_wgs, wgs_to_gcj

CHINA, SWISS = pyproj.CRS("EPSG:4545"), pyproj.CRS("EPSG:2056")


@pytest.fixture(scope="module")
def counties(shared_data):
    file = shared_data / "cn_chongqing_zaozhuang_jining_counties_osm_pop.gpkg"
    frame = gpd.read_file(file).rename(columns={"Code_County": "area_code"})
    return frame.set_index("Name_County", drop=False)


@pytest.fixture(scope="module")
def municipalities(sample):
    frame = gpd.read_file(sample, layer="municipalities")
    return frame.rename(columns={"code": "area_code"}).set_index("area_code", drop=False)


def moved(frame, change):
    shapes = shapely.transform(frame.geometry.to_numpy(), change)
    return frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=frame.crs))


def to_gcj(frame):
    return moved(frame, lambda xy: np.column_stack(wgs_to_gcj(*xy.T)))


def test_gcj_there_and_back():
    lon, lat = np.meshgrid(np.linspace(74, 134, 30), np.linspace(19, 53, 30))
    there = wgs_to_gcj(lon, lat)
    back = gcj_to_wgs(*there)
    metres = np.hypot((there[0] - lon) * np.cos(np.radians(lat)), there[1] - lat) * 111_200
    assert 15 < metres.min() < metres.max() < 1000
    assert np.abs(np.array(back) - [lon, lat]).max() < 1e-8


@pytest.mark.realdata
@pytest.mark.parametrize("side", ["a", "b"])
def test_gcj_is_named_with_its_offset_and_gives_no_dispute(counties, side):
    a, b = counties.loc[["渝北区"]], counties.loc[["北碚区"]]
    a, b = (to_gcj(a), b) if side == "a" else (a, to_gcj(b))
    found = compare_borders(a, b)
    assert len(found) == 0
    assert (found.shift.kind, found.shift.side) == ("gcj02", side)
    assert found.shift.offset_m == pytest.approx(478, abs=5)
    assert "GCJ-02" in found.shift.message
    assert "Shift" in found._repr_html_()
    assert found.to_dict()["shift"]["offset_m"] == found.shift.offset_m


@pytest.mark.realdata
def test_gcj_is_found_between_borders_digitised_apart(counties):
    a, b = counties.loc[["渝北区"]].to_crs(CHINA), counties.loc[["北碚区"]]
    coarse = a.set_geometry(a.geometry.simplify(15))
    found = compare_borders(coarse, to_gcj(b))
    assert found.shift is not None
    assert found.shift.kind == "gcj02"
    assert compare_borders(coarse, b).shift is None


@pytest.mark.slow
@pytest.mark.parametrize("side", ["a", "b"])
@pytest.mark.parametrize("dispute", ["none", "bulge"])
@pytest.mark.parametrize("seed", range(3))
def test_gcj_is_found_on_a_border_of_a_few_corners(seed, dispute, side):
    a, b = straight_case(seed, dispute)
    a, b = (in_gcj(a), b) if side == "a" else (a, in_gcj(b))
    found = compare_borders(a, b)
    assert len(found) == 0
    assert (found.shift.kind, found.shift.side) == ("gcj02", side)
    assert found.shift.offset_m == pytest.approx(270, abs=250)


@pytest.mark.slow
@pytest.mark.parametrize("dispute", ["none", "bulge", "strip"])
@pytest.mark.parametrize("seed", range(4))
def test_a_straight_border_that_is_not_shifted_is_not_said_to_be(seed, dispute):
    found = compare_borders(*straight_case(seed, dispute))
    assert found.shift is None
    assert (len(found) > 0) == (dispute == "bulge") or dispute == "strip"


@pytest.mark.slow
def test_a_datum_is_named_by_three_corners():
    swiss = shapely.Point(2_600_000, 1_200_000)
    line = np.array([(0, 0), (3000, 900), (5200, -400), (8000, 100)]) + [swiss.x, swiss.y]
    a = shapely.Polygon([*line, line[-1] - [0, 7000], line[0] - [0, 7000]])
    b = shapely.Polygon([*line, line[-1] + [0, 7000], line[0] + [0, 7000]])
    a, b = (
        gpd.GeoDataFrame({"area_code": [c]}, geometry=[g], crs=SWISS)
        for c, g in (("1", a), ("2", b))
    )
    assert compare_borders(a, b).shift is None
    found = compare_borders(a, b.to_crs(4149).set_crs(4326, allow_override=True))
    assert found.shift.kind == "datum"
    assert "CH1903" in found.shift.message


@pytest.mark.realdata
@pytest.mark.parametrize("offset", [(82.3, -150.2), (0.8, -1.2), (-400.0, 12.0)])
def test_a_constant_offset_is_found_to_the_decimetre(counties, offset):
    a, b = (counties.loc[[n]].to_crs(CHINA) for n in ("渝北区", "北碚区"))
    found = detect_shift(
        a.geometry.iloc[0], moved(b, lambda xy: xy + offset).geometry.iloc[0], CHINA
    )
    assert found.kind == "datum"
    assert (found.dx_m, found.dy_m) == pytest.approx(offset, abs=0.1)


@pytest.mark.slow
@pytest.mark.parametrize(("code", "name"), [(4149, "CH1903"), (4230, "ED50")])
def test_the_datum_is_named(municipalities, code, name):
    a, b = (municipalities.loc[[c]] for c in ("7005", "7001"))
    mislabelled = b.to_crs(code).set_crs(4326, allow_override=True)
    found = compare_borders(a.to_crs(SWISS), mislabelled)
    assert len(found) == 0
    assert name in found.shift.message


@pytest.mark.realdata
def test_swapped_axes_and_a_zone_prefix(counties):
    a, b = (counties.loc[[n]].to_crs(CHINA).geometry.iloc[0] for n in ("渝北区", "北碚区"))
    turned = shapely.transform(b, lambda xy: xy[:, ::-1])
    assert detect_shift(a, turned, CHINA).kind == "axes"
    prefixed = shapely.transform(b, lambda xy: xy + [36e6, 0])
    found = detect_shift(a, prefixed, CHINA)
    assert found.kind == "zone_prefix"
    assert "+36 million metres" in found.message


@pytest.mark.slow
def test_a_true_dispute_is_no_shift(municipalities):
    a, b = (municipalities.loc[[c]].to_crs(SWISS) for c in ("7005", "7001"))
    assert compare_borders(a, b).shift is None
    coarse = b.set_geometry(b.geometry.simplify(20))
    assert compare_borders(a, coarse).shift is None
    assert len(compare_borders(a, coarse)) > 5
