"""The working CRS: kept where common and metric, else local; silent datum shifts refused."""

import geopandas as gpd
import pyproj
import pytest
from shapely import Point, box

from zoning.errors import CRSError
from zoning.geo.crs import is_metric, label, parse_crs, require_metric, to_crs, working_crs


def frame(crs, *bounds):
    return gpd.GeoDataFrame(geometry=[box(*bounds)], crs=crs)


def test_one_common_metric_crs_is_kept():
    a, b = frame(4545, 0, 0, 10, 10), frame(4545, 20, 0, 30, 10)
    assert label(working_crs([a, b])) == "EPSG:4545"


def test_mixed_crs_give_a_local_one_at_the_leading_layer():
    a, b = frame(25832, 540000, 5220000, 541000, 5221000), frame(4326, 9.5, 47.1, 9.6, 47.2)
    assert label(working_crs([a, b])) == "EPSG:32632"


def test_china_gets_its_gauss_kruger_zone():
    yubei = frame(4326, 106.5, 29.6, 106.9, 30.0)
    assert label(working_crs([yubei], chinese=True)) == "EPSG:4545"
    assert label(working_crs([yubei])) == "EPSG:32648"
    assert label(working_crs([frame(4490, 116.9, 35.0, 117.3, 35.2)])) == "EPSG:4548"


def test_a_census_of_china_with_data_elsewhere_is_no_gauss_kruger():
    assert label(working_crs([frame(4326, 9.5, 47.1, 9.6, 47.2)], chinese=True)) == "EPSG:32632"


def test_feet_and_degrees_are_not_metric():
    assert is_metric(pyproj.CRS(25832))
    assert not is_metric(pyproj.CRS(4326))
    assert not is_metric(pyproj.CRS(2263))
    assert not is_metric(None)
    with pytest.raises(CRSError, match="EPSG:32632"):
        require_metric(frame(4326, 9.5, 47.1, 9.6, 47.2), "zones")
    with pytest.raises(CRSError, match="no coordinate system"):
        require_metric(frame(None, 0, 0, 1, 1), "zones")


@pytest.mark.parametrize("old", [2343, 2332])
def test_datums_that_proj_passes_through_are_refused(old):
    with pytest.raises(CRSError, match="not public"):
        to_crs(frame(old, 0, 0, 1, 1), pyproj.CRS(4545), where="towns.shp")


def test_coordinates_that_do_not_fit_are_named():
    with pytest.raises(CRSError, match="check axes"):
        working_crs([frame(4326, 540000, 5220000, 541000, 5221000)])


def test_parse_names_what_it_was_given():
    with pytest.raises(CRSError, match="EPSG:99999"):
        parse_crs("EPSG:99999")
    assert parse_crs("EPSG:4545").to_epsg() == 4545


def test_conversion_leaves_the_argument_alone():
    given = gpd.GeoDataFrame(geometry=[Point(9.5, 47.1)], crs=4326)
    moved = to_crs(given, pyproj.CRS(32632))
    assert given.crs.to_epsg() == 4326
    assert moved.geometry.x.iloc[0] > 500000
