"""The one writer of GeoPackages: whole or not at all, with styles and tags."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from zoning.io.atomic import replacing

__all__ = ["append_rows", "replace_layers", "update_rows", "write_layers"]


def write_layers(
    path: str | os.PathLike,
    layers: Mapping[str, pd.DataFrame],
    *,
    kinds: Mapping[str, str] | None = None,
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
    kinds : mapping of str to str, optional
        Geometry type of layers that may have no rows to tell it.
    styles : mapping of str to str, optional
        Layer name to QML text, stored in ``layer_styles`` so that QGIS shows them styled.
    tags : mapping of str to mapping of str to str, optional
        Layer name to what it was made with, kept as the layer's metadata.
    """
    target = Path(path)
    with replacing(target) as part:
        for name, frame in layers.items():
            _write_one(part, name, frame, (kinds or {}).get(name), (tags or {}).get(name))
        if styles:
            _write_styles(part, {n: q for n, q in styles.items() if n in layers}, layers)
    return target


def replace_layers(
    path: str | os.PathLike,
    layers: Mapping[str, pd.DataFrame],
    *,
    kinds: Mapping[str, str] | None = None,
) -> None:
    """Write layers into a GeoPackage in place of those of their names; the others stay.

    Parameters
    ----------
    path : path
        The GeoPackage.
    layers, kinds
        As in :func:`write_layers`.
    """
    with _changed(path) as part:
        for name, frame in layers.items():
            _write_one(part, name, frame, (kinds or {}).get(name))


def append_rows(path: str | os.PathLike, tables: Mapping[str, pd.DataFrame]) -> None:
    """Append rows to tables of a GeoPackage, all of them or none.

    Parameters
    ----------
    path : path
        The GeoPackage, made where there is none.
    tables : mapping of str to DataFrame
        Table name to rows; a table that is not there is made, for any geometry.
    """
    with _changed(path) as part:
        for name, frame in tables.items():
            located = {"geometry_type": "Unknown"} if isinstance(frame, gpd.GeoDataFrame) else {}
            options: dict[str, Any] = {"layer": name, "append": part.exists(), **located}
            pyogrio.write_dataframe(frame, part, driver="GPKG", **options)


def update_rows(
    path: str | os.PathLike, layers: Mapping[str, pd.DataFrame], keys: Mapping[str, str]
) -> None:
    """Change columns of rows that are there; no geometry and no other row is touched.

    Parameters
    ----------
    path : path
        The GeoPackage.
    layers : mapping of str to DataFrame
        Layer name to its key and the columns to change.
    keys : mapping of str to str
        Layer name to the column that says which row is meant.
    """
    with _changed(path) as part, contextlib.closing(sqlite3.connect(part)) as db:
        # Triggers of the spatial index name these functions; no geometry changes here.
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            db.create_function(name, 1, lambda _: None)
        for layer, frame in layers.items():
            key = keys[layer]
            columns = [c for c in frame.columns if c != key]
            rows = frame[[*columns, key]].astype(object)
            to_set = ", ".join(f'"{column}" = ?' for column in columns)
            db.executemany(
                f'update "{layer}" set {to_set} where "{key}" = ?',
                rows.where(rows.notna(), None).to_numpy().tolist(),
            )
        db.commit()


@contextlib.contextmanager
def _changed(path: str | os.PathLike) -> Iterator[Path]:
    """A copy of a file to change, which then takes its place."""
    target = Path(path)
    with replacing(target) as part:
        if target.exists():
            shutil.copyfile(target, part)
        yield part


def _write_one(
    part: Path,
    name: str,
    frame: pd.DataFrame,
    kind: str | None,
    tags: Mapping[str, str] | None = None,
) -> None:
    options: dict[str, Any] = {"layer": name, "driver": "GPKG"}
    if tags:
        options["layer_metadata"] = {key: str(value) for key, value in tags.items()}
    if isinstance(frame, gpd.GeoDataFrame):
        kind = _geometry_kind(frame) or kind or "Unknown"
        options |= {"geometry_type": kind, "promote_to_multi": kind.startswith("Multi")}
    with warnings.catch_warnings():
        # GDAL warns that the temporary name and empty layers are unusual; both are meant.
        warnings.simplefilter("ignore")
        pyogrio.write_dataframe(frame, part, **options)


def _geometry_kind(frame: gpd.GeoDataFrame) -> str | None:
    """The type that all geometries have or can be made, None where there is none."""
    kinds = sorted(set(frame.geometry.geom_type.dropna()))
    if (len(kinds) == 2 and kinds[0] == f"Multi{kinds[1]}") or len(kinds) == 1:
        return kinds[0]
    return "Unknown" if kinds else None


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
