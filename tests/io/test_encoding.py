"""Text whose encoding a file does not say, or says wrong, and what the user says of it."""

import json

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from shapely import box

from tests.fixtures.four_zones import areas, zones
from tests.fixtures.hostile.making import named, shp
from zoning.cli import main
from zoning.io.encoding import text_encoding
from zoning.io.read import read_layer
from zoning.io.shapefile import text_facts
from zoning.project.create import create
from zoning.project.folder import ProjectFolder
from zoning.project.register_steps import add_sources
from zoning.validate.files.check_files import FileLayer, check_files

NAMES = ["Alto da Nação", "Sítio Novo", "Centro", "São Benedito"]


@pytest.fixture
def latin(tmp_path):
    """As published: no .cpg, and a header that says nothing."""
    path = shp(tmp_path, frame=named(bairro=NAMES), encoding="cp1252")
    path.with_suffix(".cpg").unlink()
    data = bytearray(path.with_suffix(".dbf").read_bytes())
    data[29] = 0x57
    path.with_suffix(".dbf").write_bytes(data)
    return path


def messages(found, rule="IN002"):
    return list(found.frame.loc[found.frame["rule_id"] == rule, "message"])


def test_column_row_and_bytes_are_named(latin):
    (message,) = messages(check_files({"zones": [FileLayer(latin)]}, profile="un"))
    assert "first bairro in row 1: bytes E7, E3 in 'Alto da Na??o'" in message
    assert "--encoding cp1252 would read it as 'Alto da Nação'" in message


def test_the_user_says_which(latin, capsys):
    found = check_files({"zones": [FileLayer(latin)]}, profile="un", encoding="cp1252")
    assert messages(found) == []
    assert list(read_layer(latin, encoding="windows-1252")["bairro"]) == NAMES
    (wrong,) = messages(check_files({"zones": [FileLayer(latin)]}, profile="un", encoding="utf-8"))
    assert "3 values are not utf-8; first bairro in row 1: bytes E7, E3" in wrong
    argv = ["validate", str(latin), "--profile", "un", "-q", "--encoding"]
    assert main([*argv, "cp1252"]) == 0
    assert main([*argv, "hex"]) == 2
    assert "encoding hex: not known; wanted a name as GBK" in capsys.readouterr().err


def test_text_that_says_utf8_and_is_stays_utf8(tmp_path):
    path = shp(tmp_path, frame=named(name=NAMES), encoding="UTF-8")
    assert text_facts(path, "cp1252").encoding == "utf-8"
    assert list(read_layer(path, encoding="cp1252")["name"]) == NAMES


def test_what_a_cpg_says_wrong_without_failing_can_be_said_right(tmp_path):
    """Every text can be read as Latin-1; only the user sees that it is not."""
    path = shp(tmp_path, frame=named(name=["甲", "乙", "丙", "丁"]), encoding="GBK")
    path.with_suffix(".cpg").write_text("ISO-8859-1")
    assert list(read_layer(path)["name"]) != ["甲", "乙", "丙", "丁"]
    assert list(read_layer(path, encoding="GBK")["name"]) == ["甲", "乙", "丙", "丁"]


@pytest.mark.slow
def test_geojson_of_another_encoding(tmp_path):
    path = tmp_path / "zones.geojson"
    text = json.dumps(json.loads(zones(name=NAMES).to_crs(4326).to_json()), ensure_ascii=False)
    path.write_bytes(text.encode("cp1252"))
    found = check_files({"zones": [FileLayer(path)]}, profile="un", encoding="cp1252")
    assert messages(found) == []
    assert list(read_layer(path, encoding="cp1252")["name"]) == NAMES


@pytest.mark.slow
def test_init_keeps_it_for_every_run(latin, tmp_path):
    areas().to_file(tmp_path / "areas.gpkg")
    files = {"areas": [(str(tmp_path / "areas.gpkg"), None)], "buildings": [(str(latin), None)]}
    create(
        tmp_path / "p", files, profile="un", encoding="cp1252", maps=["buildings.address=bairro"]
    )
    text = (tmp_path / "p" / "zoning.toml").read_text("utf-8")
    assert text.count('encoding = "cp1252"') == 1
    read = ProjectFolder.open(tmp_path / "p").inputs().get("buildings")
    assert sorted(read["address"]) == sorted(NAMES)


def test_buildings_import_takes_it_too(latin, tmp_path):
    areas().to_file(tmp_path / "areas.gpkg")
    create(tmp_path / "p", {"areas": [(str(tmp_path / "areas.gpkg"), None)]}, profile="un")
    project = ProjectFolder.open(tmp_path / "p")
    maps = ["buildings.address=bairro"]
    project = add_sources(project, [(str(latin), None)], maps=maps, encoding="cp1252")
    assert sorted(project.inputs().get("buildings")["address"]) == sorted(NAMES)


def test_names_of_encodings():
    assert text_encoding("GBK") == "gbk"
    for name in ("hex", "rot13", "undefined", "utf-16", "\0", ""):
        assert text_encoding(name) == "", name


def test_parquet_with_damaged_text_is_read_and_the_character_marked(tmp_path):
    good = gpd.GeoDataFrame({"zone_code": ["a1", "b2"]}, geometry=[box(0, 0, 1, 1)] * 2, crs=25832)
    file = tmp_path / "z.parquet"
    good.to_parquet(file)
    table = pq.read_table(file)
    raw = pa.array([b"a\xff1", b"b2"], pa.binary())
    broken = pa.StringArray.from_buffers(2, raw.buffers()[1], raw.buffers()[2])
    table = table.set_column(0, "zone_code", broken).replace_schema_metadata(table.schema.metadata)
    pq.write_table(table, file)
    assert read_layer(file)["zone_code"].tolist() == ["a\ufffd1", "b2"]
