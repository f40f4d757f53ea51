"""Reading for a check: hostile and broken files come to one line or to a finding."""

import contextlib
import json
import zipfile

import geopandas as gpd
import pyogrio
import pytest
import shapely

from tests.fixtures.four_zones import zones
from tests.fixtures.hostile import MAKERS, shapefiles
from tests.fixtures.one_line import fingerprint, within
from zoning.cli import main
from zoning.errors import FileError, InputError
from zoning.io.intake.inputs import Source
from zoning.io.read import _sound_columns, list_layers, read_layer, read_table
from zoning.io.shapefile import parts_problems, text_facts
from zoning.project.create import create
from zoning.validate.files.check_files import FileLayer, check_files, uncut
from zoning.validate.files.inspection import read_inspected
from zoning.validate.report.html_report import html_report
from zoning.validate.report.sarif_report import sarif_report


def test_there_are_enough_of_them():
    assert len(MAKERS) >= 60


@pytest.mark.slow
@pytest.mark.parametrize("name", MAKERS)
def test_hostile_file(name, tmp_path, capsys, monkeypatch):
    make, argument, expected = MAKERS[name]
    path = make(tmp_path, argument)
    before = fingerprint(tmp_path)
    monkeypatch.setenv("ZONING_DEBUG", "1")  # a fault of ours raises, and fails the test
    with within(20):
        code = main(["validate", str(path), "--profile", "un", "--format", "json", "-q"])
    out, err = capsys.readouterr()
    assert fingerprint(tmp_path) == before, "an input was touched"
    assert "root:" not in out + err, "a foreign file was read"
    if expected == "refused":
        assert code == 2, out[:500]
        assert out == ""
        assert err.count("\n") == 1
        assert path.name in err
        return
    rules = {f["rule_id"] for f in json.loads(out)["findings"]}
    if expected == "clean":
        assert not {r for r in rules if r.startswith(("IN", "CRS", "GEO00"))}, rules
        assert code == 0
    else:
        assert any(rule.startswith(expected) for rule in rules), out[:800]


@pytest.mark.realdata
def test_delivered_dirty_files(shared_data, capsys, monkeypatch):
    """No traceback, one line or findings, for every file of the folder of dirty data."""
    monkeypatch.setenv("ZONING_DEBUG", "1")
    files = [
        p
        for p in sorted((shared_data / "dirty").rglob("*"))
        if p.is_file() and p.suffix not in (".shx", ".prj", ".cpg", ".dbf")
    ]
    assert len(files) > 40
    for path in files:
        with within(30):
            code = main(["validate", str(path), "--profile", "un", "-q"])
        out, err = capsys.readouterr()
        assert code in (0, 1, 2), path
        assert (out == "" and err.count("\n") == 1) if code == 2 else out, path


@pytest.mark.realdata
def test_names_in_real_encodings(shared_data):
    folder = shared_data / "dirty" / "dbf_encodings"
    assert text_facts(folder / "ldid" / "chinese.shp").encoding == "gb18030"
    assert text_facts(folder / "cpg" / "big5.shp").declared == "big5"
    assert text_facts(folder / "cpg" / "big5.shp").problems == ()
    for name in ("gbk", "gb2312"):
        facts = text_facts(folder / f"{name}.shp")
        assert (facts.encoding, facts.guessed, facts.problems) == ("gb18030", True, ())
    for name in ("big5", "shiftjis", "latin1"):
        assert text_facts(folder / f"{name}.shp").problems, name
    assert parts_problems(shared_data / "us_sf_blockgroups_1990" / "blockgroups.shp") == []


def test_gbk_comes_out_right(tmp_path):
    for make in (shapefiles.shp_in_gbk_that_says_so, shapefiles.shp_in_gbk_that_says_nothing,
                 shapefiles.shp_in_gbk_that_says_utf8):  # fmt: skip
        frame = read_layer(make(tmp_path, None))
        assert list(frame["名称"]) == list("甲乙丙丁")
        for file in tmp_path.iterdir():
            file.unlink()


def test_cut_names_are_made_whole():
    assert uncut(["普查小区代"], "zones") == {"普查小区代": "普查小区代码"}
    assert uncut(["zone_code", "名称"], "zones") == {"zone_code": "zone_code", "名称": "名称"}


def test_chinese_columns_are_guessed(tmp_path):
    frame = zones().rename(columns={"zone_code": "普查小区代码", "persons": "人数"})
    frame.to_file(tmp_path / "zones.gpkg")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.gpkg")]}, profile="un")
    assert any("guessed zone_code = 普查小区代码, persons = 人数" in n for n in found.notes)
    assert list(found.layers["zones"]["persons"]) == [240, 250, 260, 270]


def test_facts_of_a_good_file(tmp_path):
    zones().to_file(tmp_path / "zones.gpkg")
    frame, facts = read_inspected(tmp_path / "zones.gpkg", None, name="zones")
    assert (facts.rows, facts.driver, facts.unreadable) == (4, "GeoPackage", "")
    assert facts.bounds == tuple(frame.total_bounds)
    assert facts.counts == facts.encoding == facts.quarantined == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["z.gpkg", "z.shp", "Z.SHP", "z.geojson", "z.json", "z.fgb", "z.parquet", "z.gdb"]
)
def test_every_format_gives_the_same_zones(tmp_path, name):
    path = tmp_path / name
    if name == "z.parquet":
        zones().to_parquet(path)
    elif name == "z.json":
        path.write_text(json.dumps(json.loads(zones().to_crs(4326).to_json())["features"]))
    else:
        driver = {"driver": "OpenFileGDB", "layer": "z"} if name == "z.gdb" else {}
        pyogrio.write_dataframe(zones(), tmp_path / name.lower(), **driver)
        for part in list(tmp_path.iterdir()) if name == "Z.SHP" else ():
            part.rename(tmp_path / part.name.upper())
    found = check_files({"zones": [FileLayer(path)]}, profile="un")
    assert sorted(found.layers["zones"]["zone_code"]) == sorted(zones()["zone_code"])
    assert not found.fails("warning"), list(found.frame["message"])


def test_degrees_without_a_name_are_measured_in_metres(tmp_path):
    path = tmp_path / "z.geojson"
    zones().to_crs(4326).set_crs(None, allow_override=True).to_parquet(tmp_path / "z.parquet")
    found = check_files({"zones": [FileLayer(tmp_path / "z.parquet")]}, profile="un")
    assert set(found.open["rule_id"]) == {"CRS001"}, path


@pytest.mark.slow
def test_a_workbook_that_unpacks_to_a_bomb(tmp_path):
    with zipfile.ZipFile(tmp_path / "codes.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(250_000_000))
    with pytest.raises(FileError, match="unpacks to 250,000,000 bytes"):
        read_table(tmp_path / "codes.xlsx")


@pytest.mark.slow
def test_numbers_that_no_count_can_be(tmp_path):
    """A count of 10^19, and codes that a program wrote as fractions."""
    frame = zones()
    frame["persons"] = [1e19, float("inf"), 260, 270]
    frame.to_parquet(tmp_path / "zones.parquet")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.parquet")]}, profile="un")
    assert found.layers["zones"]["persons"].isna().tolist() == [True, True, False, False]
    assert "zones: 2 values of persons are no numbers" in found.notes
    frame["zone_code"] = [7001001001.0, 7001001002.5, 1e300, 7001001004.0]
    frame.to_parquet(tmp_path / "zones.parquet")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.parquet")]}, profile="un")
    assert found.layers["zones"]["zone_code"].tolist()[1] == "7001001002.5"


@pytest.mark.slow
def test_damaged_flatgeobuf_never_brings_the_process_down(tmp_path):
    """GDAL makes Arrow columns from it that point beyond their end; those are never touched."""
    zones().to_file(tmp_path / "whole.fgb", driver="FlatGeobuf")
    whole = (tmp_path / "whole.fgb").read_bytes()
    file, loose = tmp_path / "zones.fgb", 0
    for at in range(len(whole) * 3 // 4, len(whole) - 4, 3):
        file.write_bytes(whole[:at] + b"\x00\x00\x00\x41" + whole[at + 4 :])
        with contextlib.suppress(InputError):
            frame = read_layer(file)
            assert len(frame) <= len(zones())
            loose += not _sound_columns(file, list_layers(file)[0])
    assert loose, "no damage led to the fault that this test is about"


def test_numbers_of_400_digits(tmp_path):
    """JSON has numbers without end: a count of 400 digits, in a check and as areas."""
    value = json.loads(zones().to_crs(4326).to_json())["features"]
    value[1]["properties"]["persons"] = int("9" * 400)
    path = tmp_path / "zones.json"
    path.write_text(json.dumps(value))
    found = check_files({"zones": [FileLayer(path)]}, profile="un")
    assert "zones: 1 values of persons are no numbers" in found.notes
    with pytest.raises(InputError, match="column population holds a value that is no int"):
        create(tmp_path / "p", {"areas": [(str(path), None)]}, profile="un")


@pytest.mark.slow
def test_endless_coordinates_give_json_that_is_json(tmp_path):
    """A corner beyond the stars: every report stays valid, and no number has 300 digits."""
    frame = zones()
    ring = shapely.get_coordinates(frame.geometry.iloc[1])
    ring[1] = [1e300, 1e300]
    frame.loc[1, "geometry"] = shapely.Polygon(ring)
    frame.to_parquet(tmp_path / "zones.parquet")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.parquet")]}, profile="un")
    assert {"CRS004", "GEO001"} <= set(found.frame["rule_id"])
    strict = {"parse_constant": lambda name: pytest.fail(f"{name} is no JSON")}
    report = json.loads(found.to_json(), **strict)
    assert max(len(f["message"]) for f in report["findings"]) < 400
    json.dumps(sarif_report(found), allow_nan=False)
    assert "coordinates around 5e+299" in html_report(found)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("GeometryCollection", "only 1 GeometryCollection; take it apart into polygons first"),
        ("LineString", "only 1 LineString; make polygons of the lines first (QGIS: Polygonize)"),
        ("Point", "only 1 Point; give the layer of polygons"),
        ("null", "no geometry in it; give the layer of zones"),
    ],
)
def test_what_is_there_instead_of_polygons(tmp_path, kind, said):
    ring = "((9 47, 9.1 47, 9.1 47.1, 9 47))"
    shape = {
        "GeometryCollection": f"GEOMETRYCOLLECTION (POLYGON {ring}, POINT (9 47))",
        "LineString": f"LINESTRING {ring[1:-1]}",
        "Point": "POINT (9 47)",
        "null": None,
    }[kind]
    geometry = None if shape is None else json.loads(shapely.to_geojson(shapely.from_wkt(shape)))
    row = {"type": "Feature", "properties": {"zone_code": "1"}, "geometry": geometry}
    path = tmp_path / "zones.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [row]}))
    with pytest.raises(InputError) as caught:
        check_files({"zones": [FileLayer(path)]}, profile="un")
    assert said in str(caught.value)


def test_a_shapefile_without_its_index_says_what_to_do(tmp_path):
    path = shapefiles.shp_without_shx(tmp_path, None)
    with pytest.raises(FileError, match=r"no zones\.shx beside it; copy all parts .* Repair"):
        read_layer(path)


def test_a_shp_that_was_cut_off_is_one_finding(tmp_path):
    """Not one a shape that is gone with its end."""
    shapes = [shapely.box(i, 0, i + 1, 1) for i in range(40)]
    frame = gpd.GeoDataFrame({"code": [f"7{i:04}" for i in range(40)]}, geometry=shapes, crs=2056)
    path = tmp_path / "zones.shp"
    frame.to_file(path)
    whole = path.read_bytes()
    half = 100 + 20 * (len(whole) - 100) // 40
    path.write_bytes(whole[:half])
    found = check_files({"zones": [FileLayer(path)]}, profile="un").frame
    assert "GEO002" not in set(found["rule_id"])
    said = found.loc[found["rule_id"] == "IN003", "message"].tolist()
    assert len(said) == 1
    assert f"{half} bytes, its header says {len(whole)}; 20 of 40 shapes" in said[0]
    with pytest.raises(FileError, match="20 of 40 shapes are lost; copy all parts again"):
        Source(path).read()
    path.write_bytes(whole)
    assert len(Source(path).read()) == 40
