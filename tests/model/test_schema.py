"""Layers: what they require, and how a frame is made to conform."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from zoning.errors import LayerError
from zoning.model import schema


def zones(codes, geometry=None):
    geometry = geometry or [box(i, 0, i + 1, 1) for i in range(len(codes))]
    return gpd.GeoDataFrame({"zone_code": codes, "persons": 1.0}, geometry=geometry, crs=4545)


def test_conform_sorts_casts_and_adds():
    frame = schema.conform(zones(["b", "a"]), schema.ZONES)
    assert list(frame["zone_code"]) == ["a", "b"]
    assert frame["persons"].dtype == "Int64"
    assert list(frame.columns[:-1]) == list(schema.ZONES.columns)
    assert frame.geometry.iloc[0].equals(box(1, 0, 2, 1))


def test_conform_leaves_the_argument_alone():
    given = zones(["b", "a"])
    schema.conform(given, schema.ZONES)
    assert list(given["zone_code"]) == ["b", "a"]
    assert list(given.columns) == ["zone_code", "persons", "geometry"]


def test_codes_read_as_numbers_stay_codes():
    frame = gpd.GeoDataFrame({"zone_code": [7001.0, 7002.0]}, geometry=[Point(0, 0)] * 2)
    assert list(schema.conform(frame, schema.ZONES)["zone_code"]) == ["7001", "7002"]


def test_empty_layers_have_every_column():
    for spec in {**schema.LAYERS, **schema.DECISIONS}.values():
        frame = schema.empty(spec, 4545)
        assert list(spec.columns) == [c for c in frame.columns if c != "geometry"]
        assert isinstance(frame, gpd.GeoDataFrame) == bool(spec.geometry)


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (zones(["a", "a"]), "a stands more than once"),
        (zones(["a", None]), "empty in row 2"),
        (zones(["a", " "]), "empty in row 2"),
        (zones(["a"], [Point(0, 0)]), "a is Point"),
        (
            zones(["a"]).rename(columns={"zone_code": "code"}),
            "no column zone_code; columns are: code",
        ),
        (pd.DataFrame({"zone_code": ["a"]}), "without geometry"),
    ],
)
def test_require_names_what_is_wrong(frame, words):
    with pytest.raises(LayerError, match=words):
        schema.require(frame, schema.ZONES, where="x.gpkg")


def test_a_value_of_the_wrong_kind_is_named():
    with pytest.raises(LayerError, match="column persons"):
        schema.conform(zones(["a"]).assign(persons="many"), schema.ZONES)
