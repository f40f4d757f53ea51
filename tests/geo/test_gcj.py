"""GCJ-02 against a second implementation, kept here, and against the formula's own promises."""

import math

import numpy as np
import pyproj
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zoning.geo.gcj02 import gcj_to_wgs, in_china, moved_by, wgs_to_gcj

LON, LAT = st.floats(72.1, 137.9), st.floats(0.9, 55.9)


def plainly(lon, lat):
    """The published formula, one number at a time, series by series."""
    x, y = lon - 105, lat - 35

    def series(at, terms):
        return sum(size * math.sin(at * math.pi / wave) for size, wave in terms) * 2 / 3

    ripple = series(x, [(20, 1 / 6), (20, 1 / 2)])
    north = -100 + 2 * x + 3 * y + y**2 / 5 + x * y / 10 + math.sqrt(abs(x)) / 5
    north += ripple + series(y, [(20, 1), (40, 3), (160, 12), (320, 30)])
    east = 300 + x + 2 * y + x**2 / 10 + x * y / 10 + math.sqrt(abs(x)) / 10
    east += ripple + series(x, [(20, 1), (40, 3), (150, 12), (300, 30)])
    a, e2, phi = 6378245, 0.00669342162296594323, math.radians(lat)
    bend = 1 - e2 * math.sin(phi) ** 2
    to_north = math.pi / 180 * a * (1 - e2) / bend**1.5
    to_east = math.pi / 180 * a / math.sqrt(bend) * math.cos(phi)
    return lon + east / to_east, lat + north / to_north


@given(LON, LAT)
def test_the_formula_is_the_published_one(lon, lat):
    assert np.abs(np.array(wgs_to_gcj(lon, lat)) - plainly(lon, lat)).max() < 1e-12


@given(LON, LAT)
def test_there_and_back_to_a_millimetre(lon, lat):
    for first, second in ((wgs_to_gcj, gcj_to_wgs), (gcj_to_wgs, wgs_to_gcj)):
        back = np.array(second(*first(lon, lat)))
        assert np.abs(back - [lon, lat]).max() * 111_320 < 1e-3


@given(st.lists(st.tuples(LON, LAT), min_size=1, max_size=20))
def test_many_places_are_moved_as_each_alone(places):
    together = np.column_stack(wgs_to_gcj(*np.array(places).T))
    assert (together == [np.array(wgs_to_gcj(*p)) for p in places]).all()


@pytest.mark.parametrize(
    ("name", "lon", "lat", "inside"),
    [
        ("Chongqing", 106.5, 29.6, True),
        ("Harbin", 126.6, 45.8, True),
        ("Kashgar", 75.99, 39.47, True),
        ("Vaduz", 9.5, 47.1, False),
        ("Tokyo", 139.7, 35.7, False),
        ("Sydney", 120.0, -33.9, False),
    ],
)
def test_where_it_applies(name, lon, lat, inside):
    assert in_china(lon, lat) == inside, name


def test_places_of_a_projected_system():
    crs = pyproj.CRS("EPSG:4545")
    xy = np.array([[360_000.0, 3_290_000.0], [361_000.0, 3_291_000.0]])
    there = moved_by(wgs_to_gcj, xy, crs)
    change = pyproj.Transformer.from_crs(crs, 4326, always_xy=True)
    for a, b in zip(xy, there, strict=True):
        assert change.transform(*b) == pytest.approx(plainly(*change.transform(*a)), abs=1e-9)
    assert np.abs(moved_by(gcj_to_wgs, there, crs) - xy).max() < 1e-3
    assert moved_by(wgs_to_gcj, np.array([[2_600_000.0, 1_200_000.0]]), "EPSG:2056") is None
    assert moved_by(wgs_to_gcj, np.array([[np.nan, 0.0]]), crs) is None
