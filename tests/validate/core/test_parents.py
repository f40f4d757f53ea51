"""Parents that were not given are no orphans; parents that should be there are."""

import geopandas as gpd
from shapely import box

from zoning.validate.check import check


def areas(village_parent):
    return gpd.GeoDataFrame(
        {
            "area_code": ["7001", "7001001"],
            "level": ["township", "village"],
            "parent_code": ["70", village_parent],
        },
        geometry=[box(0, 0, 100, 100), box(0, 0, 100, 100)],
        crs=25832,
    )


def orphans(village_parent):
    zones = gpd.GeoDataFrame(
        {"zone_code": ["7001001001"]}, geometry=[box(0, 0, 100, 100)], crs=25832
    )
    found = check(zones, within=areas(village_parent), profile="un", select="COD005")
    return [i for ids in found.frame["feature_ids"] for i in ids.split(",")]


def test_the_highest_level_given_needs_no_parent():
    assert orphans("7001") == []


def test_a_lower_level_does():
    assert orphans("7009") == ["7001001"]
