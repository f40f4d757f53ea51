"""Read one layer of a file for a check, and write down what reading showed."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import InputError
from zoning.io.encoding import json_in_utf8, text_encoding
from zoning.io.guard import FORMATS
from zoning.io.read import read_layer
from zoning.io.shapefile import lost_shapes, parts_problems, text_facts
from zoning.validate.core.context import FileFacts

__all__ = ["read_inspected"]


def read_inspected(
    path: str | Path, layer: str | None, *, name: str, crs=None, encoding: str | None = None
) -> tuple[gpd.GeoDataFrame | None, FileFacts]:
    """A layer and the facts that the file rules judge; ``None`` where it cannot be read.

    Parameters
    ----------
    path, layer : path, str or None
        File, and its layer where it has several.
    name : str
        Layer of the check.
    crs : pyproj.CRS, optional
        For a file without a CRS.
    encoding : str, optional
        Of its text, where the file does not say or says it wrong.
    """
    label = f"{path}:{layer}" if layer else str(path)
    file = Path(path)
    driver = FORMATS.get(file.suffix.lower(), ("FileGDB", ()))[0]
    facts = FileFacts(path=label, layer=name, driver=driver)
    try:
        frame = read_layer(path, layer, crs=crs, encoding=encoding)
    except InputError as error:
        return None, replace(facts, unreadable=str(error), **_parts(file, encoding=encoding))
    return frame, replace(
        facts,
        crs=frame.crs,
        rows=len(frame),
        bounds=_bounds(frame),
        columns=tuple(str(c) for c in frame.columns if c != frame.geometry.name),
        **_with_damage(_parts(file, frame, layer, encoding), frame),
    )


def _with_damage(said: dict[str, Any], frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """What the parts say, and how many values hold the replacement character."""
    texts = [c for c in frame.columns if isinstance(frame[c].dtype, pd.StringDtype)]
    bad = {
        c: np.flatnonzero(frame[c].str.contains("\ufffd", regex=False).fillna(False)) for c in texts
    }
    count = sum(len(rows) for rows in bad.values())
    if not count:
        return said
    column, row = min(((c, int(r[0])) for c, r in bad.items() if len(r)), key=lambda v: v[1])
    text = (
        f"{count} values are damaged: bytes that are no text; first {column} in row {row + 1}: "
        f"{frame[column].iloc[row][:60]!r}; say the --encoding, or mend them at their source"
    )
    return {**said, "encoding": (*said.get("encoding", ()), text)}


def _parts(
    file: Path, frame=None, layer: str | None = None, encoding: str | None = None
) -> dict[str, Any]:
    """What the parts of a file say about each other and about the text."""
    suffix = file.suffix.lower()
    if not file.is_file():
        return {}
    if suffix == ".shp":
        text = text_facts(file, text_encoding(encoding or ""))
        counts = tuple(parts_problems(file))
        lost = lost_shapes(file)
        said = {"counts": counts, "encoding": text.problems, "cut": text.cut}
        return said | ({"lost": lost.shapes} if lost else {})
    unsaid = suffix in (".json", ".geojson") and frame is not None and not encoding
    if unsaid and json_in_utf8(file) is not None:
        return {"encoding": ("text is GB18030; JSON is UTF-8 by its standard",)}
    if suffix == ".gpkg":
        return {"counts": tuple(_geopackage_problems(file, frame, layer))}
    return {}


def _geopackage_problems(file: Path, frame, layer: str | None) -> list[str]:
    problems = []
    with file.open("rb") as handle:
        head = handle.read(100)
    if len(head) == 100:
        size = int.from_bytes(head[16:18], "big")
        size = 65536 if size == 1 else size
        pages = int.from_bytes(head[28:32], "big")
        # The page count is only right where both counters of changes agree.
        if head[24:28] == head[92:96] and pages * size != file.stat().st_size:
            problems.append(
                f"{file.stat().st_size:,} bytes where its header says {pages * size:,}; it was "
                "cut off while it was copied"
            )
    wal = Path(f"{file}-wal")
    if wal.is_file() and wal.stat().st_size > 0:
        problems.append("another program has it open with changes not yet in it; close it there")
    if frame is not None and not problems:
        problems += _listed_rows(file, len(frame), layer)
    return problems


def _listed_rows(file: Path, rows: int, layer: str | None) -> list[str]:
    """Rows that the GeoPackage lists for a layer, against those that were read."""
    uri = file.resolve().as_uri() + "?mode=ro&immutable=1"
    query = "select table_name, feature_count from gpkg_ogr_contents"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as db:
            listed = dict(db.execute(query).fetchall())
    except sqlite3.Error:
        return []  # the table is optional
    said = listed.get(layer) if layer else (*listed.values(), None)[0] if len(listed) == 1 else None
    if isinstance(said, int) and said != rows:
        return [f"{rows} rows were read, it lists {said}"]
    return []


def _bounds(frame: gpd.GeoDataFrame) -> tuple[float, ...]:
    each = shapely.bounds(np.asarray(frame.geometry.array))
    each = each[np.isfinite(each).all(axis=1)]
    if not len(each):
        return ()
    return (*map(float, each[:, :2].min(axis=0)), *map(float, each[:, 2:].max(axis=0)))
