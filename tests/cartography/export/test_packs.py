"""Exports: what was named and nothing else, in formats that other programs read."""

import zipfile
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest

from zoning.cartography.export.kml_gpx import clean
from zoning.cartography.export.packs import FORMATS, export_layers, export_project, pack_layers
from zoning.errors import CRSError, LayerError, ProjectError, UsageError
from zoning.model.profile import load_profile

KML = "{http://www.opengis.net/kml/2.2}"
GPX = "{http://www.topografix.com/GPX/1/1}"
CN = load_profile("cn-2020")


def pack(town, codes=(), profile=CN):
    return pack_layers(
        town.zones, districts=town.districts, buildings=town.buildings, barriers=town.barriers,
        profile=profile, codes=codes,
    )  # fmt: skip


@pytest.fixture
def one(town):
    """The pack of the first zone."""
    return pack(town, codes=[town.zones["zone_code"][0]])


def test_a_pack_holds_only_the_zones_named(town, one):
    code = town.zones["zone_code"][0]
    assert list(one.zones["zone_code"]) == [code]
    assert set(one.buildings["zone_code"]) == {code}
    assert len(one.buildings) == 3
    assert not len(one.districts)
    area = one.zones.geometry.union_all().buffer(150.01)
    assert one.barriers.within(area).all()
    assert len(one.barriers) == 2


def test_unknown_zone(town):
    with pytest.raises(UsageError, match="123"):
        pack(town, codes=["123"])


def test_layers_in_two_systems(town):
    with pytest.raises(CRSError, match="barriers"):
        pack_layers(town.zones, barriers=town.barriers.to_crs(4326))


def test_forbidden_names_stay_out(town):
    made = pack(town)
    hidden = made.buildings[made.buildings["use"].isna()]
    assert len(hidden) == 1
    assert hidden["name"].isna().all()
    assert "Hidden barracks" in set(pack(town, profile=None).buildings["name"])


def test_kml_is_read_by_others(town, one, tmp_path):
    file = tmp_path / "a.kml"
    export_layers(one, "kml", file, name=town.barriers["name"][1], lang="en")
    marks = ET.parse(file).getroot().findall(f".//{KML}Placemark")
    assert [m.findtext(f"{KML}name") for m in marks] == [one.zones["zone_code"][0], "1", "2", "3"]
    frame = pyogrio.read_dataframe(file, layer=0)
    back = gpd.GeoSeries(frame.geometry, crs=4326).to_crs(one.zones.crs)
    assert back.iloc[0].symmetric_difference(one.zones.geometry.iloc[0]).area < 1


def test_text_in_kml_and_gpx_is_text(town, tmp_path):
    made = pack(town)
    made.buildings.loc[0, "address"] = "<img onerror=x> & \x01"
    for to in ("kml", "gpx"):
        file = tmp_path / f"a.{to}"
        export_layers(made, to, file, name='"quoted" <b>')
        text = file.read_text("utf-8")
        assert "<img" not in text
        assert "<b>" not in text
        ET.parse(file)
    # KML viewers render descriptions as HTML: escaped once more than XML needs.
    assert "&amp;lt;img onerror=x&amp;gt; &amp;amp;" in (tmp_path / "a.kml").read_text("utf-8")


def test_gpx_walks_in_order(one, tmp_path):
    file = tmp_path / "a.gpx"
    export_layers(one, "gpx", file)
    root = ET.parse(file).getroot()
    route = root.findall(f"{GPX}rte/{GPX}rtept")
    assert [p.findtext(f"{GPX}name") for p in route] == ["1", "2", "3"]
    assert len(root.findall(f"{GPX}trk/{GPX}trkseg/{GPX}trkpt")) == 5
    assert len(pyogrio.read_dataframe(file, layer="waypoints")) == 3
    assert [e.tag.removeprefix(GPX) for e in root] == [
        "metadata",
        "wpt",
        "wpt",
        "wpt",
        "rte",
        "trk",
    ]


def test_geoparquet_round_trip(one, tmp_path):
    files = export_layers(one, "geoparquet", tmp_path / "out")
    assert [f.name for f in files] == ["barriers.parquet", "buildings.parquet", "zones.parquet"]
    back = gpd.read_parquet(tmp_path / "out" / "buildings.parquet")
    assert back.crs == one.buildings.crs
    pd.testing.assert_series_equal(back["number"], one.buildings["number"])
    assert back.geometry.geom_equals(one.buildings.geometry).all()


def test_a_qfield_pack_is_a_project_over_its_data(one, tmp_path):
    file = tmp_path / "a.zip"
    export_layers(one, "qfield", file, name="Demo <&>", profile=CN, lang="zh")
    with zipfile.ZipFile(file) as opened:
        assert opened.namelist() == ["data.gpkg", "project.qgs"]
        opened.extractall(tmp_path)
    text = (tmp_path / "project.qgs").read_text("utf-8")
    root = ET.fromstring(text.partition("\n")[2])
    assert root.findtext("title") == "Demo <&>"
    layers = root.findall("projectlayers/maplayer")
    sources = [m.findtext("datasource") for m in layers]
    listed = {str(n) for n, _ in pyogrio.list_layers(tmp_path / "data.gpkg")} - {"layer_styles"}
    assert {s.removeprefix("./data.gpkg|layername=") for s in sources} == listed
    assert all(m.find("renderer-v2") is not None for m in layers)
    assert {m.findtext("layername") for m in layers if m.get("readOnly") == "0"} == {
        "建筑物", "备注"
    }  # fmt: skip
    notes = pyogrio.read_info(tmp_path / "data.gpkg", layer="field_notes")
    assert notes["geometry_type"] == "Point"
    assert len(pyogrio.read_dataframe(tmp_path / "data.gpkg", layer="zones")) == 1


@pytest.mark.slow
def test_an_untouched_pack_comes_back_without_changes(country, tmp_path):
    from zoning.buildings.returns import compare_return, read_return

    code = country.read("zones")["zone_code"][3]
    [file] = export_project(country, "qfield", tmp_path / "a.zip", codes=[code])
    with zipfile.ZipFile(file) as opened:
        opened.extractall(tmp_path)
    returned = read_return(tmp_path / "data.gpkg", layer="buildings")
    made = compare_return(
        country.read("buildings"), returned, country.decisions("events"), document="d", by="t"
    )
    assert len(returned) > 0
    assert {k: n for k, n in made.counts.items() if n} == {"unchanged": len(returned)}


def test_nothing_to_export(town, tmp_path):
    with pytest.raises(LayerError, match="no rows"):
        export_layers(pack_layers(town.zones.iloc[:0]), "kml", tmp_path / "a.kml")
    with pytest.raises(UsageError, match="dxf"):
        export_layers(pack(town), "dxf", tmp_path / "a.dxf")
    assert list(tmp_path.iterdir()) == []


def test_xml_cannot_hold_every_character():
    assert clean("a\x00\ud800b") == "a\ufffd\ufffdb"
    assert clean(None) == clean(pd.NA) == clean(float("nan")) == ""


@pytest.mark.slow
@pytest.mark.parametrize("to", sorted(FORMATS))
def test_a_project_exports_to_each_format(country, tmp_path, to):
    code = country.read("zones")["zone_code"][3]
    target = tmp_path / f"out{FORMATS[to]}"
    files = export_project(country, to, target, codes=[code])
    assert all(f.exists() for f in files)
    assert sum(f.stat().st_size for f in files) < 400_000
    if to == "geoparquet":
        with pytest.raises(ProjectError, match="--overwrite"):
            export_project(country, to, target, codes=[code])
        export_project(country, to, target, codes=[code], overwrite=True)
