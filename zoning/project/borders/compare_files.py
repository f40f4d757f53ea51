"""Compare borders straight from files: two sides, or all areas of a folder or a layer."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from zoning.boundaries.compare.compare import Disputes, compare_areas, compare_borders
from zoning.boundaries.compare.sides import KEYS, common_crs, named_rows
from zoning.errors import FileError, LayerError, UsageError, name_some
from zoning.geo.crs import parse_crs, to_crs
from zoning.geo.gcj02 import gcj_to_wgs
from zoning.io.atomic import write_json
from zoning.io.guard import FORMATS
from zoning.io.read import list_layers, read_layer
from zoning.io.write import write_layers

__all__ = ["compare_files", "compare_folder", "read_line", "read_side", "write_comparison"]


def read_side(
    path: str | os.PathLike,
    layer: str | None = None,
    *,
    crs: str | None = None,
    columns: Mapping[str, str] | None = None,
    gcj02: bool = False,
) -> gpd.GeoDataFrame:
    """One side of a border from a file, one feature or many.

    Parameters
    ----------
    crs : str, optional
        For a file that does not say its coordinate system.
    columns : mapping of str to str, optional
        Which column holds ``area_code`` or ``name``.
    gcj02 : bool, default False
        The file's longitudes and latitudes are GCJ-02: convert them to WGS 84.

    Raises
    ------
    FileError, LayerError, CRSError

    Notes
    -----
    ``attrs["notes"]`` of the frame says which columns were taken for which by their names.
    """
    frame = read_layer(path, layer, crs=crs)
    for wanted, column in (columns or {}).items():
        if column not in frame.columns:
            have = ", ".join(str(c) for c in frame.columns if c != frame.geometry.name)
            raise LayerError(f"{path}: no column {column}; columns are: {have}")
        frame = frame.rename(columns={column: wanted})
    if gcj02:
        frame = _from_gcj(frame, path)
    frame, notes = named_rows(frame, where=str(path))
    frame.attrs = {"notes": tuple(notes)}
    return frame


def _from_gcj(frame: gpd.GeoDataFrame, path: str | os.PathLike) -> gpd.GeoDataFrame:
    if frame.crs is None or not frame.crs.is_geographic:
        frame = to_crs(frame, parse_crs("EPSG:4326"), where=str(path))
    moved = shapely.transform(
        frame.geometry.to_numpy(), lambda xy: np.column_stack(gcj_to_wgs(*xy.T))
    )
    return frame.set_geometry(gpd.GeoSeries(moved, index=frame.index, crs=frame.crs))


def compare_files(
    a: tuple[str, str | None],
    b: tuple[str, str | None],
    *,
    crs: str | None = None,
    columns: Mapping[str, str] | None = None,
    gcj02: str = "",
    files: Mapping[str, tuple[str, str | None] | None] | None = None,
    **options: Any,
) -> Disputes:
    """The disputes between two files; see `zoning.compare_borders`.

    Parameters
    ----------
    a, b : tuple of (path, layer or None)
    gcj02 : str
        ``a``, ``b``, ``ab`` or empty: sides to convert from GCJ-02 first.
    files : mapping
        Further files: ``buildings``, ``zones_a``, ``zones_b``, ``barriers``, ``places``.
    """
    one, two = (
        read_side(*side, crs=crs, columns=columns, gcj02=name in gcj02)
        for side, name in ((a, "a"), (b, "b"))
    )
    extra = {
        name: read_layer(*file, crs=crs) for name, file in (files or {}).items() if file is not None
    }
    notes = (*one.attrs["notes"], *two.attrs["notes"])
    one, two = _own(one, two, a[0], b[0])
    names = _names(a[0], b[0])
    found = compare_borders(one, two, names=names, **extra, **options)
    return replace(found, notes=(*notes, *found.notes))


def _own(
    one: gpd.GeoDataFrame, two: gpd.GeoDataFrame, a: str, b: str
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Each side's own areas: an area that both files hold is the smaller file's.

    Raises
    ------
    UsageError
        Both files hold the same areas, or each some of the other's: whose they are is not said.
    """
    key = next((k for k in KEYS if k in one.columns and k in two.columns), None)
    if key is None:
        return one, two
    shared = set(one[key].dropna().astype("str")) & set(two[key].dropna().astype("str"))
    if not shared:
        return one, two
    rest_one = one[~one[key].astype("str").isin(shared)]
    rest_two = two[~two[key].astype("str").isin(shared)]
    if len(rest_two) and not len(rest_one):
        return one, rest_two
    if len(rest_one) and not len(rest_two):
        return rest_one, two
    raise UsageError(
        f"{a} and {b} both hold {name_some(sorted(shared))}, so it is not clear whose they "
        "are; give each office's own areas, or one file alone to compare all neighbours in it"
    )


def _names(a: str, b: str) -> tuple[str, str]:
    one, two = Path(a).stem, Path(b).stem
    return (one, two) if one != two else ("A", "B")


def compare_folder(
    path: str | os.PathLike,
    *,
    layer: str | None = None,
    crs: str | None = None,
    columns: Mapping[str, str] | None = None,
    level: str | None = None,
    files: Mapping[str, tuple[str, str | None] | None] | None = None,
    **options: Any,
) -> Disputes:
    """The disputes between all neighbouring areas of a folder of files, or of one layer.

    Each file of a folder is one side, named by its only code or by the file.

    Raises
    ------
    FileError
        A folder without files that can be read.
    UsageError
        Fewer than two areas.
    """
    given = Path(path)
    if given.is_dir() and given.suffix.lower() != ".gdb":
        areas = _gathered(given, crs, columns)
    else:
        areas = read_side(given, layer, crs=crs, columns=columns)
    if len(areas) < 2:
        raise UsageError(f"{given}: one area alone has no border to compare; give two files")
    extra = {
        name: read_layer(*file, crs=crs) for name, file in (files or {}).items() if file is not None
    }
    notes = areas.attrs.get("notes", ())
    found = compare_areas(areas, level=level, look_for_shift=True, **extra, **options)
    return replace(found, notes=(*notes, *found.notes))


def _gathered(folder: Path, crs: str | None, columns: Mapping[str, str] | None) -> gpd.GeoDataFrame:
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() in FORMATS)
    if not paths:
        raise FileError(f"{folder}: no file of areas in it (wanted {', '.join(FORMATS)})")
    frames = []
    for path in paths:
        for layer in list_layers(path) if path.suffix.lower() == ".gpkg" else [None]:
            frames.append((path, read_side(path, layer, crs=crs, columns=columns)))
    metric = common_crs([f for _, f in frames])
    rows = [_one_row(to_crs(f, metric, where=str(p)), p) for p, f in frames]
    areas = pd.concat(rows, ignore_index=True)
    twice = areas["area_code"].duplicated(keep=False)
    areas.loc[twice, "area_code"] += "@" + areas.loc[twice, "file"]
    areas = gpd.GeoDataFrame(areas, geometry="geometry", crs=metric)
    areas.attrs = {"notes": tuple(note for _, f in frames for note in f.attrs["notes"])}
    return areas


def _one_row(frame: gpd.GeoDataFrame, path: Path) -> gpd.GeoDataFrame:
    key = next((k for k in ("area_code", "code", "name") if k in frame.columns), None)
    polygons = frame[shapely.get_dimensions(frame.geometry.to_numpy()) == 2]
    if len(polygons) == 0:
        raise LayerError(f"{path}: no polygon in it; give files of areas")
    code = str(polygons[key].iloc[0]) if key and len(polygons) == 1 else path.stem
    whole = shapely.union_all(shapely.make_valid(polygons.geometry.to_numpy()))
    return gpd.GeoDataFrame(
        {"area_code": [code], "file": [path.stem]}, geometry=[whole], crs=frame.crs
    )


def read_line(text: str, crs: pyproj.CRS, layer: str | None = None) -> shapely.Geometry:
    """A line drawn by hand: WKT, or a file of lines.

    Parameters
    ----------
    text : str
        WKT in the project's CRS, or a path.
    crs : pyproj.CRS
        The project's.

    Raises
    ------
    UsageError, FileError, LayerError
    """
    if text.lstrip().upper().startswith(("LINESTRING", "MULTILINESTRING")):
        try:
            line = shapely.from_wkt(text)
        except shapely.errors.GEOSException:
            raise UsageError(f"--line {text[:60]!r}: not well-formed WKT") from None
        return line
    frame = to_crs(read_layer(text, layer), crs, where=text)
    lines = frame.geometry[shapely.get_dimensions(frame.geometry.to_numpy()) == 1]
    if len(lines) == 0:
        raise LayerError(f"{text}: no line in it; draw the border as a line")
    return shapely.line_merge(shapely.union_all(lines.to_numpy()))


def write_comparison(found: Disputes, path: str | os.PathLike) -> Path:
    """Write disputes as ``.gpkg`` (styled for QGIS), ``.json`` (the report) or ``.html``.

    The GeoPackage and the map also show what each side claims.

    Raises
    ------
    UsageError
        Another ending.
    """
    target = Path(path)
    kind = target.suffix.lower()
    if kind == ".json":
        return write_json(target, found.to_dict())
    if kind == ".gpkg":
        from zoning.cartography.export.qml import styles_for

        layers = {"disputes": found.frame}
        if found.claims is not None:
            layers["claims"] = found.claims
        return write_layers(target, layers, styles=styles_for(layers))
    if kind == ".html":
        from zoning.cartography.disputes.dispute_map import dispute_map
        from zoning.html.offline import save_page

        return save_page(dispute_map(found.frame, areas=found.claims), target)
    raise UsageError(f"{target}: write disputes as .gpkg, .json or .html")
