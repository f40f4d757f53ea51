"""Something else under the name of a format: other content, archives, devices, folders."""

import gzip
import os
import tarfile
import zipfile

import numpy as np
import pyogrio

from tests.validate.hostile.making import (
    VRT,
    gpkg,
    maker,
    zones,
)


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


@maker("refused")
def filegdb_with_a_field_named_as_its_geometry(folder, _):
    path = folder / "zones.gdb"
    frame = zones().assign(kinds=np.int32(1))
    pyogrio.write_dataframe(frame, path, layer="zones", driver="OpenFileGDB")
    for table in path.glob("*.gdbtable"):
        data = table.read_bytes()
        table.write_bytes(data.replace("kinds".encode("utf-16-le"), "SHAPE".encode("utf-16-le")))
    return path
