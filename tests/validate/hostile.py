"""Files that are broken or mean harm, each made by a small function.

A maker takes an empty folder and returns the path to give to `zoning validate`. Beside it
stands what must come of it: ``refused`` (one line, exit code 2), a rule id that must be among
the findings, or ``clean``.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
import struct
import tarfile
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from tests.validate.small import zones

VRT = (
    '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)
POLYGON = {
    "type": "Polygon",
    "coordinates": [[[9, 47], [9.1, 47], [9.1, 47.1], [9, 47.1], [9, 47]]],
}
MAKERS: dict[str, tuple] = {}


def maker(expected, *arguments):
    """Register a maker, once for each argument."""

    def register(function):
        for argument in arguments or (None,):
            name = function.__name__ if argument is None else f"{function.__name__}[{argument}]"
            MAKERS[name] = (function, argument, expected)
        return function

    return register


def gpkg(folder, name="zones.gpkg", frame=None, layer="zones"):
    path = folder / name
    pyogrio.write_dataframe(zones() if frame is None else frame, path, layer=layer, driver="GPKG")
    return path


def shp(folder, name="zones.shp", frame=None, **options):
    path = folder / name
    pyogrio.write_dataframe(zones() if frame is None else frame, path, **options)
    return path


def named(**columns):
    frame = zones()[["zone_code", "geometry"]]
    return frame.assign(**columns)


def changed(path, function):
    data = bytearray(path.read_bytes())
    path.write_bytes(function(data) or data)
    return path


def changed_part(path, suffix, old, new):
    changed(path.with_suffix(suffix), lambda d: bytes(d).replace(old, new))
    return path


def geojson(folder, features, name="zones.geojson", **more):
    path = folder / name
    value = {"type": "FeatureCollection", **more, "features": features}
    path.write_text(json.dumps(value), "utf-8")
    return path


def feature(geometry=POLYGON, **properties):
    return {"type": "Feature", "properties": {"zone_code": "7001001001", **properties},
            "geometry": geometry}  # fmt: skip


# --- something else under the name -------------------------------------------------------


@maker("refused", ".gpkg", ".shp", ".geojson", ".json", ".fgb", ".parquet")
def vrt_named(folder, suffix):
    path = folder / f"zones{suffix}"
    path.write_text(VRT)
    return path


@maker("refused", ".gpkg", ".shp", ".geojson", ".json", ".fgb", ".parquet")
def nothing_in(folder, suffix):
    path = folder / f"zones{suffix}"
    path.touch()
    return path


@maker("refused", ".gpkg", ".shp", ".geojson", ".fgb", ".parquet")
def text_named(folder, suffix):
    path = folder / f"zones{suffix}"
    path.write_text("zone_code,x,y\n7001001001,9,47\n")
    return path


@maker("refused", ".zip", ".gz", ".tar", ".kmz", ".vrt", ".csv", ".gml", "")
def other_extension(folder, suffix):
    inner = gpkg(folder)
    path = folder / f"archive{suffix}"
    if suffix in (".zip", ".kmz"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(inner, "zones.gpkg")
    elif suffix == ".gz":
        path.write_bytes(gzip.compress(inner.read_bytes()))
    elif suffix == ".tar":
        with tarfile.open(path, "w") as archive:
            archive.add(inner, "zones.gpkg")
    else:
        path.write_text(VRT)
    return path


@maker("refused")
def bomb_named_gpkg(folder, _):
    path = folder / "zones.gpkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zones.gpkg", bytes(20_000_000))
    return path


@maker("refused")
def pipe(folder, _):
    os.mkfifo(folder / "zones.geojson")
    return folder / "zones.geojson"


@maker("refused")
def endless_device(folder, _):
    (folder / "zones.geojson").symlink_to("/dev/zero")
    return folder / "zones.geojson"


@maker("refused")
def link_to_nothing(folder, _):
    (folder / "zones.gpkg").symlink_to(folder / "gone.gpkg")
    return folder / "zones.gpkg"


@maker("refused", "x.gdb", "x.gpkg")
def folder_named(folder, name):
    (folder / name).mkdir()
    (folder / name / "a.txt").write_text("x")
    return folder / name


@maker("refused")
def filegdb_of_rubbish(folder, _):
    (folder / "x.gdb").mkdir()
    for name in ("a00000001.gdbtable", "a00000001.gdbtablx", "gdb"):
        (folder / "x.gdb" / name).write_bytes(bytes(range(256)) * 4)
    return folder / "x.gdb"


# --- GeoPackage ----------------------------------------------------------------------------


@maker("refused", 0.02, 0.5)
def gpkg_cut(folder, share):
    return changed(gpkg(folder), lambda d: d[: int(len(d) * share)])


@maker("refused")
def gpkg_without_its_last_page(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("create table t (x)")
        db.executemany("insert into t values (?)", [("x" * 1000,)] * 50)
    return changed(path, lambda d: d[:-4096])


@maker("refused", "VirtualShape", "VirtualText", "VirtualOGR")
def gpkg_with_a_virtual_table(folder, module):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("pragma writable_schema = on")
        db.execute(
            "insert into sqlite_master values ('table', 'v', 'v', 0, ?)",
            (f"create virtual table v using {module}('/etc/passwd')",),
        )
    return path


@maker("refused")
def gpkg_with_an_endless_view(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("alter table zones rename to hidden")
        db.execute(
            "create view zones as with recursive c(n) as (select 1 union all select n + 1 from c) "
            "select n as fid, h.zone_code, h.geom from c, hidden h"
        )
    return path


@maker("refused")
def gpkg_with_an_endless_view_in_its_log(folder, _):
    gpkg(folder, "a.gpkg")
    db = sqlite3.connect(folder / "a.gpkg")
    db.execute("pragma journal_mode = wal")
    db.execute("alter table zones rename to hidden")
    db.execute("create view zones as select * from hidden")
    db.commit()
    for tail in ("", "-wal"):
        shutil.copy(folder / f"a.gpkg{tail}", folder / f"zones.gpkg{tail}")
    db.close()
    return folder / "zones.gpkg"


@maker("refused")
def gpkg_with_a_computed_column(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("alter table zones add column big generated always as (zeroblob(1000000000))")
    return path


@maker("clean")
def gpkg_with_a_trigger(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("create trigger t after insert on zones begin delete from zones; end")
    return path


@maker("refused")
def gpkg_without_layers(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        for table in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents"):
            db.execute(f"delete from {table}")
    return path


@maker("refused")
def gpkg_of_two_layers(folder, _):
    gpkg(folder)
    frame = zones()
    pyogrio.write_dataframe(frame, folder / "zones.gpkg", layer="more", append=True)
    return folder / "zones.gpkg"


@maker("IN003")
def gpkg_that_lists_more_rows(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("update gpkg_ogr_contents set feature_count = 9")
    return path


@maker("IN003")
def gpkg_open_elsewhere(folder, _):
    path = gpkg(folder)
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = wal")
    db.execute("create table t (x)")
    db.commit()
    for tail in ("", "-wal"):
        shutil.copy(f"{path}{tail}", folder / f"copy.gpkg{tail}")
    db.close()
    return folder / "copy.gpkg"


@maker("GEO002", b"rubbish", b"", b"GP\x00\x01")
def gpkg_with_bad_geometry(folder, content):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        for (name,) in db.execute("select name from sqlite_master where type='trigger'").fetchall():
            db.execute(f"drop trigger {name}")
        db.execute("update zones set geom = ? where fid = 1", (content,))
    return path


@maker("refused")
def gpkg_of_points(folder, _):
    return gpkg(folder, frame=zones().set_geometry(zones().centroid))


# --- Shapefile -------------------------------------------------------------------------------


@maker("refused")
def shp_without_shx(folder, _):
    path = shp(folder)
    path.with_suffix(".shx").unlink()
    return path


@maker("IN003")
def shp_without_dbf(folder, _):
    path = shp(folder)
    path.with_suffix(".dbf").unlink()
    return path


@maker("CRS001")
def shp_without_prj(folder, _):
    path = shp(folder)
    path.with_suffix(".prj").unlink()
    return path


@maker("CRS001", b"", b"rubbish", b"\xff\xfe\x00")
def shp_with_a_bad_prj(folder, content):
    path = shp(folder)
    path.with_suffix(".prj").write_bytes(content)
    return path


@maker("IN003")
def shp_with_a_shuffled_index(folder, _):
    path = shp(folder)
    changed(path.with_suffix(".shx"), lambda d: d[:100] + d[108:116] + d[100:108] + d[116:])
    return path


@maker("IN003")
def shp_of_half(folder, _):
    return changed(shp(folder), lambda d: d[: len(d) // 2])


@maker("IN003")
def shp_with_more_at_the_end(folder, _):
    return changed(shp(folder), lambda d: d + b"\0" * 10)


@maker("IN003", ".dbf", ".shx")
def shp_with_a_part_of_another_day(folder, suffix):
    path = shp(folder)
    other = shp(folder, "other.shp", zones().iloc[:3])
    shutil.copy(other.with_suffix(suffix), path.with_suffix(suffix))
    return path


@maker("IN003")
def shp_with_half_a_table(folder, _):
    path = shp(folder)
    changed(path.with_suffix(".dbf"), lambda d: d[: len(d) * 2 // 3])
    return path


@maker("IN003")
def shp_whose_index_points_beyond(folder, _):
    path = shp(folder)
    changed(path.with_suffix(".shx"), lambda d: d[:108] + struct.pack(">i", 10**8) + d[112:])
    return path


@maker("GEO002")
def shp_with_a_null_shape(folder, _):
    frame = zones()
    frame.loc[1, "geometry"] = None
    return shp(folder, frame=frame)


@maker("clean")
def shp_in_gbk_that_says_so(folder, _):
    return shp(folder, frame=named(名称=list("甲乙丙丁")), encoding="GBK")


@maker("clean")
def shp_in_gbk_that_says_nothing(folder, _):
    path = shp_in_gbk_that_says_so(folder, None)
    path.with_suffix(".cpg").unlink()
    changed(path.with_suffix(".dbf"), lambda d: d[:29] + b"\0" + d[30:])
    return path


@maker("IN002")
def shp_in_gbk_that_says_utf8(folder, _):
    path = shp_in_gbk_that_says_so(folder, None)
    path.with_suffix(".cpg").write_text("UTF-8")
    return path


@maker("IN002")
def shp_in_utf8_that_says_gbk(folder, _):
    path = shp(folder, frame=named(名称=["龙溪", "回兴", "双龙", "王家"]), encoding="UTF-8")
    path.with_suffix(".cpg").write_text("GBK")
    return path


@maker("IN002")
def shp_with_a_name_cut_inside_a_character(folder, _):
    return shp(folder, frame=named(行政代码=list("甲乙丙丁")), encoding="UTF-8")


@maker("IN002")
def shp_in_latin1_that_says_nothing(folder, _):
    path = shp(folder, frame=named(name=["São", "a", "b", "c"]), encoding="ISO-8859-1")
    path.with_suffix(".cpg").unlink(missing_ok=True)
    changed(path.with_suffix(".dbf"), lambda d: d[:29] + b"\0" + d[30:])
    return path


@maker("IN002")
def shp_with_a_cpg_of_nonsense(folder, _):
    path = shp_in_latin1_that_says_nothing(folder, None)
    path.with_suffix(".cpg").write_text("martian")
    return path


@maker("clean")
def shp_with_two_columns_of_one_name(folder, _):
    path = shp(folder, frame=zones()[["zone_code", "persons", "geometry"]].assign(n0=1, n1=2))
    return changed_part(path, ".dbf", b"n1\0", b"n0\0")


# --- GeoJSON ---------------------------------------------------------------------------------


@maker("clean")
def bare_array(folder, _):
    path = folder / "zones.json"
    path.write_text(json.dumps([feature()]))
    return path


@maker("clean")
def bare_array_with_bom(folder, _):
    path = folder / "zones.json"
    path.write_text("\ufeff " + json.dumps([feature()]), "utf-8")
    return path


@maker("refused", "[1, 2]", "[]", "[[[", '[{"type": "Feature"}]', "[null]", '["a"]')
def array_of_other_things(folder, text):
    path = folder / "zones.json"
    path.write_text(text)
    return path


@maker("refused", "{", '{"type": "FeatureCollection", "features": [', '{"a": 1}', "{}")
def broken_json(folder, text):
    path = folder / "zones.geojson"
    path.write_text(text)
    return path


@maker("refused", "[", '{"a":')
def nested_without_end(folder, text):
    path = folder / "zones.json"
    path.write_text(text * 200_000)
    return path


@maker("refused")
def gdal_command(folder, _):
    path = folder / "zones.json"
    path.write_text('{"type": "gdal_streamed_alg", "command_line": "gdal vector info /etc/passwd"}')
    return path


@maker("refused", "link", "url")
def crs_from_the_web(folder, kind):
    target = "http://127.0.0.1:9/crs"
    crs = {"type": kind, "properties": {"href": target, "url": target}}
    return geojson(folder, [feature()], crs=crs)


@maker("IN002")
def geojson_in_gbk(folder, _):
    path = geojson(folder, [feature(name="X")])
    return changed(path, lambda d: bytes(d).replace(b'"X"', '"龙溪街道"'.encode("gbk")))


@maker("refused")
def geojson_without_features(folder, _):
    return geojson(folder, [])


@maker("GEO002")
def geojson_with_null_geometry(folder, _):
    return geojson(folder, [feature(), feature(None)])


@maker("GEO00", [[9, 47], [9.1, 47], [9.1, 47.1]], [[9, 47], [9.1, 47], [9, 47]])
def geojson_with_a_ring_that_is_none(folder, ring):
    bad = {"type": "Polygon", "coordinates": [ring]}
    return geojson(folder, [feature(), feature(bad)])


@maker("CRS004")
def geojson_with_latitude_first(folder, _):
    ring = [[29.7, 106.6], [29.7, 106.7], [29.8, 106.7], [29.7, 106.6]]
    return geojson(folder, [feature({"type": "Polygon", "coordinates": [ring]})])


# --- FlatGeobuf and GeoParquet ---------------------------------------------------------------


@maker("refused", 0.1, 0.5, 0.95)
def fgb_cut(folder, share):
    path = folder / "zones.fgb"
    pyogrio.write_dataframe(zones(), path)
    return changed(path, lambda d: d[: int(len(d) * share)])


@maker("refused")
def fgb_of_rubbish(folder, _):
    path = folder / "zones.fgb"
    path.write_bytes(b"fgb\x03fgb\x00" + bytes(range(256)) * 20)
    return path


@maker("refused")
def parquet_without_geometry(folder, _):
    pd.DataFrame({"a": [1]}).to_parquet(folder / "zones.parquet")
    return folder / "zones.parquet"


@maker("refused", 0.3, 0.9)
def parquet_cut(folder, share):
    zones().to_parquet(folder / "zones.parquet")
    return changed(folder / "zones.parquet", lambda d: d[: int(len(d) * share)])


@maker("refused", "geo", "crs", "wkb")
def parquet_with_bad(folder, what):
    import pyarrow as pa
    import pyarrow.parquet as pq

    wkb = shapely.to_wkb(np.asarray(zones().geometry.array))
    if what == "wkb":
        wkb[0] = b"rubbish"
    column = {"encoding": "WKB", "geometry_types": ["Polygon"]}
    if what == "crs":
        column["crs"] = {"rubbish": 1}
    geo = {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
    text = b"rubbish" if what == "geo" else json.dumps(geo).encode()
    table = pa.table(
        {"zone_code": list(zones()["zone_code"]), "geometry": pa.array(wkb, pa.binary())}
    )
    pq.write_table(table.replace_schema_metadata({b"geo": text}), folder / "zones.parquet")
    return folder / "zones.parquet"


@maker("refused")
def parquet_bomb(folder, _):
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = 40_000_000
    wkb = shapely.to_wkb(zones().geometry.iloc[0])
    geometry = pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, "int8")), pa.array([wkb]))
    column = {"encoding": "WKB", "geometry_types": ["Polygon"]}
    geo = {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
    table = pa.table({"geometry": geometry}).replace_schema_metadata({b"geo": json.dumps(geo)})
    pq.write_table(table, folder / "zones.parquet", compression="zstd")
    return folder / "zones.parquet"


# --- names of files --------------------------------------------------------------------------


ODD = ("a b", "a?b", "a,b", "中文", "a:b", "zip+x", "vsizip", "'a'", "%41", "a#b")


@maker("refused")
def name_of_an_archive(folder, _):
    gpkg(folder)
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(folder / "zones.gpkg", "b.gpkg")
    return (folder / "zones.gpkg").rename(folder / "a.zip!b.gpkg")


@maker("clean", *(f"{name}.gpkg" for name in ODD))
def odd_name(folder, name):
    return gpkg(folder).rename(folder / name)


def frame_of(path: Path) -> gpd.GeoDataFrame:
    """What a plain reader sees, for comparisons."""
    return gpd.read_file(path)
