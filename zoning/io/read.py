"""Reading and writing files: plain formats only, whole or not at all.

Reading goes through pyogrio, and every path through :mod:`zoning.io.guard`. Record-wise access to
schemas and metadata goes through fiona.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import shapely

from zoning.errors import FileError, LayerError, UsageError, name_some
from zoning.io.atomic import replacing, sha256, write_json, write_text
from zoning.io.encoding import json_in_utf8, sound_text, text_encoding
from zoning.io.guard import FORMATS, check_path
from zoning.io.ogr import JSON_SUFFIXES, UNREADABLE, layers_of, read_ogr, short
from zoning.io.tags import write_tags

__all__ = [
    "FORMATS",
    "check_path",
    "json_in_utf8",
    "list_layers",
    "read_layer",
    "read_table",
    "replacing",
    "sha256",
    "single_parts",
    "write_json",
    "write_layers",
    "write_text",
]

_TABLES = (".csv", ".xlsx")
_TABLE_MAX = 200_000_000


def list_layers(path: str | os.PathLike) -> list[str]:
    """Names of the layers of a file, in its own order."""
    file = check_path(path)
    if file.suffix.lower() == ".parquet" or _is_bare_array(file):
        return [file.stem]
    return [str(n) for n, _ in layers_of(file)]


def read_layer(
    path: str | os.PathLike,
    layer: str | None = None,
    *,
    crs: object = None,
    encoding: str | None = None,
) -> gpd.GeoDataFrame:
    """One layer of a file as a GeoDataFrame, geometry as it stands in the file.

    Parameters
    ----------
    path : path
        GeoPackage, Shapefile, GeoJSON (also a bare array of features), FlatGeobuf,
        GeoParquet, or a FileGDB folder.
    layer : str, optional
        Needed where the file has several layers with geometry.
    crs : anything that pyproj reads, optional
        For data without a CRS; data that have one keep it.
    encoding : str, optional
        Of the text, where the file does not say or says it wrong (GBK, cp1252).

    Returns
    -------
    GeoDataFrame
        Index 0..n-1 in the order of the file.

    Raises
    ------
    FileError
        The file cannot be used; see :func:`check_path`.
    LayerError
        No such layer, or several to choose from.
    """
    file = check_path(path)
    if encoding is not None:
        encoding = _known_encoding(encoding)
    if file.suffix.lower() == ".parquet":
        frame = _read_parquet(file, encoding)
    elif _is_bare_array(file):
        frame = _read_array(file, encoding)
    else:
        frame = read_ogr(file, _choose(file, layer), encoding)
    if frame.crs is None and crs is not None:
        frame = frame.set_crs(crs)
    return frame.reset_index(drop=True)


def _known_encoding(name: str) -> str:
    known = text_encoding(name)
    if not known:
        raise UsageError(
            f"encoding {name}: not known; wanted a name as GBK, GB18030, Big5, UTF-8, cp1252"
        )
    return known


def _choose(file: Path, layer: str | None) -> str:
    table = layers_of(file)
    names = [str(n) for n, _ in table]
    if layer is not None:
        if layer not in names:
            raise LayerError(f"{file}: no layer {layer}; layers are: {', '.join(names) or 'none'}")
        return layer
    spatial = [str(n) for n, kind in table if kind is not None and n != "layer_styles"]
    if len(spatial) == 1:
        return spatial[0]
    if not spatial:
        raise LayerError(
            f"{file}: no layer with geometry; layers are: {', '.join(names) or 'none'}"
        )
    raise LayerError(
        f"{file}: {len(spatial)} layers ({name_some(spatial, 8)}); say which as {file.name}:LAYER"
    )


def _read_parquet(file: Path, encoding: str | None = None) -> gpd.GeoDataFrame:
    try:
        _refuse_parquet_bomb(file)
        frame = gpd.read_parquet(file)
        _refuse_lost_rows(file, len(frame))
        return sound_text(frame, encoding)
    except UNREADABLE as error:
        raise FileError(f"{file}: not a readable GeoParquet file ({short(error)})") from None


def _refuse_parquet_bomb(file: Path) -> None:
    """A few bytes can stand for millions of rows; real features take twenty or more each."""
    about, size = pq.read_metadata(file), file.stat().st_size
    groups = (about.row_group(i) for i in range(about.num_row_groups))
    unpacked = sum(g.total_byte_size for g in groups)
    if about.num_rows > max(size, 1 << 20) or unpacked > max(100 * size, 1 << 30):
        raise FileError(
            f"{file}: {size:,} bytes that unpack to {about.num_rows:,} rows and {unpacked:,} "
            "bytes; refused, export it again without compression"
        )


def _refuse_lost_rows(file: Path, read: int) -> None:
    """Rows are counted in the file, in each part and in each column of it; Arrow trusts one."""
    about = pq.read_metadata(file)
    groups = [about.row_group(i) for i in range(about.num_row_groups)]
    flat = [i for i in range(about.num_columns) if about.schema.column(i).max_repetition_level == 0]
    told = {about.num_rows, sum(g.num_rows for g in groups)}
    told |= {sum(g.column(i).num_values for g in groups) for i in flat}
    if told != {read}:
        raise FileError(
            f"{file}: {read:,} rows can be read, it speaks of {max(told):,}; the file is damaged, "
            "export it again"
        )


def _is_bare_array(file: Path) -> bool:
    if file.suffix.lower() not in JSON_SUFFIXES:
        return False
    with file.open("rb") as handle:
        head = handle.read(256)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")


def _read_array(file: Path, encoding: str | None = None) -> gpd.GeoDataFrame:
    """A bare JSON array of features, which GDAL refuses and offices deliver."""
    try:
        text = json_in_utf8(file, encoding) or file.read_bytes()
        features = json.loads(text.decode("utf-8-sig"))
        return gpd.GeoDataFrame.from_features(features, crs=4326)
    except (*UNREADABLE, AttributeError, RecursionError) as error:
        raise FileError(
            f"{file}: not an array of GeoJSON features ({short(error)}); export it again"
        ) from None


def single_parts(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A copy in which a multi-geometry of one part is that part.

    A GeoPackage layer with one real multipolygon gives every polygon back as a multipolygon;
    what is read must not differ from what was written.
    """
    geometry = np.array(frame.geometry.array)
    lone = np.isin(shapely.get_type_id(geometry), (4, 5, 6))
    lone &= shapely.get_num_geometries(geometry) == 1
    geometry[lone] = shapely.get_geometry(geometry[lone], 0)
    return frame.set_geometry(gpd.array.GeometryArray(geometry, crs=frame.crs))


def read_table(path: str | os.PathLike) -> pd.DataFrame:
    """A CSV or Excel table, every cell as text, empty cells as null.

    Raises
    ------
    FileError
        Missing, not a table, or in no encoding that offices use (UTF-8, GB18030).
    """
    file = Path(path)
    if not file.is_file():
        raise FileError(f"{file}: no such file")
    if file.suffix.lower() not in _TABLES:
        raise FileError(f"{file}: wanted a table ({', '.join(_TABLES)})")
    try:
        if file.suffix.lower() == ".xlsx":
            _refuse_table_bomb(file)
            return pd.read_excel(file, dtype="str")
        for encoding in ("utf-8-sig", "gb18030"):
            with contextlib.suppress(UnicodeDecodeError):
                return pd.read_csv(file, dtype="str", encoding=encoding)
    except (ValueError, OSError, pd.errors.ParserError, KeyError, zipfile.BadZipFile) as error:
        raise FileError(f"{file}: not a readable table ({short(error)})") from None
    except ImportError:
        raise FileError(f"{file}: Excel needs openpyxl; pip install zoning[excel]") from None
    raise FileError(f"{file}: text is neither UTF-8 nor GB18030; save it as UTF-8")


def _refuse_table_bomb(file: Path) -> None:
    """A workbook is a zip; a list of codes unpacks to some megabytes."""
    with zipfile.ZipFile(file) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > _TABLE_MAX:
        raise FileError(f"{file}: unpacks to {size:,} bytes; save the list alone as CSV")


def write_layers(
    path: str | os.PathLike,
    layers: Mapping[str, pd.DataFrame],
    *,
    styles: Mapping[str, str] | None = None,
    tags: Mapping[str, Mapping[str, str]] | None = None,
) -> Path:
    """Write layers and tables to one GeoPackage, whole or not at all.

    Parameters
    ----------
    path : path
        Target, replaced when it exists.
    layers : mapping of str to GeoDataFrame or DataFrame
        Layer name to rows, written in this order.
    styles : mapping of str to str, optional
        Layer name to QML text, stored in ``layer_styles`` so that QGIS shows them styled.
    tags : mapping of str to mapping of str to str, optional
        Layer name to what it was made with, kept as the layer's metadata.
    """
    target = Path(path)
    with replacing(target) as part:
        for name, frame in layers.items():
            _write_one(part, name, frame)
        if tags:
            write_tags(part, tags)
        if styles:
            _write_styles(part, {n: q for n, q in styles.items() if n in layers}, layers)
    return target


def _write_one(part: Path, name: str, frame: pd.DataFrame) -> None:
    options: dict[str, Any] = {"layer": name, "driver": "GPKG", "append": part.exists()}
    with warnings.catch_warnings():
        # GDAL warns that the temporary name and empty layers are unusual; both are meant.
        warnings.simplefilter("ignore")
        if isinstance(frame, gpd.GeoDataFrame):
            kind = _geometry_kind(frame)
            if kind.startswith("Multi"):
                options["promote_to_multi"] = True
            pyogrio.write_dataframe(frame, part, geometry_type=kind, **options)
        else:
            pyogrio.write_dataframe(frame, part, **options)


def _geometry_kind(frame: gpd.GeoDataFrame) -> str:
    kinds = sorted(set(frame.geometry.geom_type.dropna()))
    if len(kinds) == 1:
        return kinds[0]
    if len(kinds) == 2 and kinds[0] == f"Multi{kinds[1]}":
        return kinds[0]
    return "Unknown"


def _write_styles(part: Path, styles: Mapping[str, str], layers: Mapping) -> None:
    rows = []
    for name, qml in styles.items():
        column = getattr(layers[name], "_geometry_column_name", None)
        rows.append((name, "geom" if column else "", name, qml))
    with contextlib.closing(sqlite3.connect(part)) as db:
        db.execute(
            "create table layer_styles (id integer primary key autoincrement, "
            "f_table_catalog text(256), f_table_schema text(256), f_table_name text(256), "
            "f_geometry_column text(256), styleName text(30), styleQML text, styleSLD text, "
            "useAsDefault boolean, description text, owner text(30), ui text(30), "
            "update_time datetime default (strftime('%Y-%m-%dT%H:%M:%fZ','now')))"
        )
        db.executemany(
            "insert into layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner) "
            "values ('', '', ?, ?, ?, ?, '', 1, 'zoning', '')",
            rows,
        )
        db.execute(
            "insert into gpkg_contents (table_name, data_type, identifier) "
            "values ('layer_styles', 'attributes', 'layer_styles')"
        )
        db.commit()
