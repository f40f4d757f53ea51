"""Tags of layers come back, and a run leaves word of what it was made with."""

import geopandas as gpd
import pytest
from shapely import box

from zoning.errors import FileError
from zoning.io.read import read_layer, read_tags
from zoning.io.write import write_layers
from zoning.model.version import __version__


def test_tags_come_back_and_change_no_row(tmp_path):
    frame = gpd.GeoDataFrame({"k": ["甲"]}, geometry=[box(0, 0, 1, 1)], crs=4545)
    file = write_layers(
        tmp_path / "t.gpkg", {"a": frame, "b": frame}, tags={"a": {"PROFILE": "甲"}}
    )
    assert read_tags(file, "a") == {"PROFILE": "甲"}
    assert read_tags(file, "b") == {}
    assert read_layer(file, "a")["k"].tolist() == ["甲"]
    with pytest.raises(FileError, match="layer c"):
        read_tags(file, "c")


def test_a_run_says_what_it_was_made_with(valley):
    tags = read_tags(valley.zoning_gpkg, "zones")
    assert tags["ZONING_VERSION"] == __version__
    assert (tags["PROFILE"], tags["SEED"]) == ("general", "0")
