"""Reading plain files only, and writing whole files only."""

import json
import os
import sqlite3
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from zoning.errors import FileError, LayerError, ProjectError
from zoning.io.atomic import replacing, sha256, write_text
from zoning.io.guard import check_path
from zoning.io.read import list_layers, read_layer, read_table
from zoning.io.write import write_layers


@pytest.fixture
def squares():
    return gpd.GeoDataFrame(
        {"code": ["a", "b"], "名称": ["甲", "乙"]},
        geometry=[box(0, 0, 1, 1), box(1, 0, 2, 1)],
        crs=4545,
    )


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb", ".parquet", ".shp"])
def test_every_format_comes_back(tmp_path, squares, suffix):
    file = tmp_path / f"squares{suffix}"
    if suffix == ".parquet":
        squares.to_parquet(file)
    elif suffix == ".geojson":
        squares.set_crs(4326, allow_override=True).to_file(file)
    else:
        squares.to_file(file, encoding="UTF-8" if suffix == ".shp" else None)
    back = read_layer(file).sort_values("code")  # FlatGeobuf orders rows by place
    assert list(back["code"]) == ["a", "b"]
    assert list(back["名称"]) == ["甲", "乙"]
    assert back.geometry.array.area.sum() == 2


def test_a_bare_array_of_features_is_read(tmp_path, squares):
    features = json.loads(squares.set_crs(4326, allow_override=True).to_json())["features"]
    file = tmp_path / "array.json"
    file.write_text("\ufeff" + json.dumps(features, ensure_ascii=False), "utf-8")
    assert list(read_layer(file)["名称"]) == ["甲", "乙"]


def test_gbk_text_without_a_declaration_comes_out_right(tmp_path, squares):
    file = tmp_path / "gbk.shp"
    squares.to_file(file, encoding="GBK")
    file.with_suffix(".cpg").unlink()
    dbf = bytearray(file.with_suffix(".dbf").read_bytes())
    dbf[29] = 0
    file.with_suffix(".dbf").write_bytes(dbf)
    assert list(read_layer(file)["名称"]) == ["甲", "乙"]


VRT = (
    '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/hostname</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.gpkg", VRT, "not GeoPackage"),
        ("x.shp", VRT, "not Shapefile"),
        ("x.geojson", VRT, "not GeoJSON"),
        ("x.gpkg", "", "empty file"),
        ("x.gpkg", "hello", "not GeoPackage"),
        ("x.zip", "PK", "unpack it first"),
        ("x.vrt", VRT, "not one of"),
        (
            "x.json",
            '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read /etc"}',
            "GDAL command",
        ),
        ("x.json", "[1, 2]", "not an array of GeoJSON features"),
        ("x.json", '[{"type": "Feature"', "not an array"),
    ],
)
def test_files_that_are_not_what_they_say_are_refused(tmp_path, name, content, words):
    file = tmp_path / name
    file.write_text(content)
    with pytest.raises(FileError, match=words) as caught:
        read_layer(file)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "path",
    [
        "https://example.org/a.gpkg",
        "/vsicurl/https://example.org/a.gpkg",
        "/vsizip/a.zip",
        "a\x00b.shp",
    ],
)
def test_anything_but_a_plain_path_is_refused(path):
    with pytest.raises(FileError, match="not a plain file"):
        check_path(path)


def test_a_virtual_table_is_refused(tmp_path, squares):
    file = tmp_path / "x.gpkg"
    squares.to_file(file)
    with sqlite3.connect(file) as db:
        db.execute("create virtual table spy using fts3(a)")
        db.execute("pragma writable_schema = 1")
        db.execute(
            "update sqlite_master set sql = 'CREATE VIRTUAL TABLE spy USING VirtualOGR(''/etc'')' "
            "where name = 'spy'"
        )
    with pytest.raises(FileError, match="table spy is virtual"):
        read_layer(file)


def test_missing_and_ambiguous_layers_name_those_that_are(tmp_path, squares):
    file = tmp_path / "two.gpkg"
    write_layers(file, {"one": squares, "two": squares})
    assert list_layers(file) == ["one", "two"]
    with pytest.raises(LayerError, match="layers are: one, two"):
        read_layer(file, "three")
    with pytest.raises(LayerError, match=r"say which as two\.gpkg:LAYER"):
        read_layer(file)


def test_a_crs_is_given_only_where_there_is_none(tmp_path, squares):
    file = tmp_path / "bare.shp"
    squares.to_file(file, encoding="UTF-8")
    assert read_layer(file, crs=25832).crs.to_epsg() != 25832
    file.with_suffix(".prj").unlink()
    assert read_layer(file).crs is None
    assert read_layer(file, crs=25832).crs.to_epsg() == 25832


def test_reading_changes_no_byte_beside_the_input(tmp_path, squares):
    file = tmp_path / "x.gpkg"
    squares.to_file(file)
    before = {p.name: sha256(p) for p in tmp_path.iterdir()}
    read_layer(file)
    list_layers(file)
    assert {p.name: sha256(p) for p in tmp_path.iterdir()} == before


def test_a_writer_that_fails_leaves_the_former_file(tmp_path):
    file = write_text(tmp_path / "a.txt", "old")

    def fail():
        with replacing(file) as part:
            part.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert file.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_parts_of_dead_processes_are_swept(tmp_path):
    dead = tmp_path / ".part-999999999-a.txt"
    dead.write_text("left over")
    write_text(tmp_path / "a.txt", "new")
    assert not dead.exists()


def test_a_geopackage_that_another_program_holds_is_named(tmp_path, squares):
    file = write_layers(tmp_path / "x.gpkg", {"s": squares})
    holder = sqlite3.connect(file)
    try:
        holder.execute("pragma journal_mode = wal")
        holder.execute("begin immediate")
        holder.execute("create table t (a)")
        with pytest.raises(ProjectError, match="open in another program"):
            write_layers(file, {"s": squares})
    finally:
        holder.close()


def test_a_target_below_a_file_is_named(tmp_path):
    (tmp_path / "f").write_text("x")
    with pytest.raises(ProjectError, match="cannot be written"):
        write_text(tmp_path / "f" / "a.txt", "x")


def test_layers_tables_and_styles_go_into_one_geopackage(tmp_path, squares):
    file = tmp_path / "out.gpkg"
    table = pd.DataFrame({"a": ["x"], "n": pd.array([None], dtype="Int64")})
    write_layers(file, {"squares": squares, "table": table}, styles={"squares": "<qgis/>"})
    assert list(read_layer(file, "squares")["名称"]) == ["甲", "乙"]
    assert read_layer(file, "table")["a"].iloc[0] == "x"
    with sqlite3.connect(file) as db:
        rows = db.execute(
            "select f_table_name, styleQML, useAsDefault from layer_styles"
        ).fetchall()
    assert rows == [("squares", "<qgis/>", 1)]


def test_mixed_polygons_and_null_geometry_survive(tmp_path):
    frame = gpd.GeoDataFrame(
        {"k": ["a", "b", "c"]},
        geometry=[box(0, 0, 1, 1), box(0, 0, 1, 1).union(box(2, 2, 3, 3)), None],
        crs=4545,
    )
    back = read_layer(write_layers(tmp_path / "m.gpkg", {"m": frame}), "m")
    assert back.geometry.isna().tolist() == [False, False, True]
    points = gpd.GeoDataFrame({"k": ["a", "b"]}, geometry=[Point(0, 0), box(0, 0, 1, 1)], crs=4545)
    back = read_layer(write_layers(tmp_path / "p.gpkg", {"p": points}), "p")
    assert set(back.geom_type) == {"Point", "Polygon"}


def test_tables_in_utf8_and_gb18030(tmp_path):
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        file = tmp_path / "t.csv"
        file.write_text("代码,名称\n001,甲\n", encoding)
        table = read_table(file)
        assert table.loc[0].tolist() == ["001", "甲"]
    with pytest.raises(FileError, match="no such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(FileError, match="wanted a table"):
        read_table(Path(__file__))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux for start times")
def test_a_part_whose_number_another_process_has_by_now_is_swept(tmp_path):
    stale = tmp_path / f".part-{os.getppid()}-a.txt"
    fresh = tmp_path / f".part-{os.getppid()}-b.txt"
    for part in (stale, fresh):
        part.write_text("x")
    os.utime(stale, (0, 0))
    write_text(tmp_path / "c.txt", "c")
    assert not stale.exists()
    assert fresh.exists()


def test_a_geoparquet_file_that_miscounts_its_rows_is_refused_not_cut_short(tmp_path):
    # Each byte that may be a count of six, changed to two: all rows come back, or none.
    path = tmp_path / "zones.parquet"
    shapes = [box(i, 0, i + 1, 1) for i in range(6)]
    gpd.GeoDataFrame({"code": list("abcdef")}, geometry=shapes, crs=2056).to_parquet(path)
    good = path.read_bytes()
    told = []
    for at in [i for i, byte in enumerate(good) if byte == 2 * 6]:
        path.write_bytes(good[:at] + bytes([2 * 2]) + good[at + 1 :])
        try:
            assert len(read_layer(path)) == 6
        except FileError as error:
            told.append(str(error))
    assert any(t.endswith("export it again") and "2 rows can be read" in t for t in told)
