"""Tags in one column, as OSM extracts deliver them."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point

from zoning.io.intake.inputs import Source
from zoning.io.intake.rows import take_buildings
from zoning.io.osm import expand_tags


def frame(*values, **columns):
    data = {"tags": list(values), **columns}
    return gpd.GeoDataFrame(data, geometry=[Point(i, 0) for i in range(len(values))], crs=32632)


@pytest.mark.parametrize(
    "value",
    [
        {"building": "house", "addr:street": 'Long "A" Lane'},
        '{"building": "house", "addr:street": "Long \\"A\\" Lane"}',
        '"building"=>"house","addr:street"=>"Long \\"A\\" Lane"',
    ],
)
def test_dicts_json_and_pairs(value):
    out = expand_tags(frame(value, None))
    assert "tags" not in out.columns
    assert out["building"].tolist()[0] == "house"
    assert out["street"].tolist()[0] == 'Long "A" Lane'
    assert out["building"].isna().tolist() == [False, True]


def test_text_that_is_no_tags_stays():
    out = expand_tags(frame("public_rental", "old"))
    assert out["tags"].tolist() == ["public_rental", "old"]


def test_a_column_that_is_there_wins():
    out = expand_tags(frame({"name": "tag"}, name=["own"]))
    assert out["name"].tolist() == ["own"]


def test_counts_in_words_and_tags_of_buildings():
    given = frame("old;", "", None).assign(
        层数=["6层", "3", "ground"], 小区=["龙湖", None, ""], use=["公租房", "住宅", None]
    )
    columns = {"floors": "层数", "compound": "小区", "use": "use", "tags": "tags"}
    out = take_buildings(given, columns, "survey")
    out = out.set_index(out.geometry.x.astype(int)).sort_index()
    assert out["floors"].tolist() == [6, 3, pd.NA]
    assert out["tags"].tolist()[0] == "old;compound=龙湖;public_rental"
    assert out["tags"].isna().tolist() == [False, True, True]


@pytest.mark.realdata
def test_kathmandu_has_uses_and_floors(shared_data):
    path = shared_data / "np_kathmandu_osm" / "kathmandu_extract.geojson"
    out = Source(path).read()
    assert out["building"].notna().sum() == 667
    assert out["highway"].notna().sum() == 22
    assert out["building:levels"].notna().sum() == 60
