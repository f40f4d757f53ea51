"""What two sides bring to a comparison: outlines, codes, and what must be mended first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import CRSError, GeometryError, LayerError, name_some
from zoning.geo.crs import is_metric, label, to_crs, working_crs
from zoning.io.intake.columns import known_names
from zoning.model.tolerances import tolerance

__all__ = ["KEYS", "Side", "common_crs", "key_of", "make_side", "named_rows", "sound_polygons"]

#: Columns that identify a row, the finest one present counts: zones also name their district.
KEYS = ("zone_code", "district_code", "area_code", "code", "name")
_SLIP = tolerance("pen_slip")
_NOT_BESIDE = tolerance("swapped_axes")


@dataclass(frozen=True)
class Side:
    """One party to a border.

    Parameters
    ----------
    name : str
        Of the side as a whole: its only code, or what the caller calls it.
    codes : numpy.ndarray of str
        One a row.
    shapes : numpy.ndarray of Polygon or MultiPolygon
        Valid, metric.
    outline : Polygon or MultiPolygon
        Union of the shapes.
    notes : tuple of str
        What was mended.
    """

    name: str
    codes: np.ndarray
    shapes: np.ndarray
    outline: shapely.Geometry
    notes: tuple[str, ...] = ()


def common_crs(frames: Iterable[gpd.GeoDataFrame | None], *, names: Sequence[str] = "AB"):
    """The metric CRS in which to compare, after a look at axis order in degrees.

    Raises
    ------
    CRSError
        A frame has no CRS, or its degrees are in the order latitude, longitude.
    """
    given = [f for f in frames if f is not None and len(f)]
    for frame, name in zip(given[:2], names, strict=False):
        if frame.crs is None:
            raise CRSError(f"side {name}: no coordinate system; say which with --crs")
    if len(given) > 1:
        _refuse_swapped(given[0], given[1], names)
    first = given[0]
    if is_metric(first.crs):
        return first.crs
    return working_crs(given)


def _refuse_swapped(a: gpd.GeoDataFrame, b: gpd.GeoDataFrame, names) -> None:
    if not (a.crs.is_geographic and b.crs.is_geographic):
        return
    box_a, box_b = (np.asarray(f.total_bounds) for f in (a, b))
    if _apart(box_a, box_b) and not _apart(box_a, box_b[[1, 0, 3, 2]]):
        # The side whose second coordinate cannot be a latitude is the swapped one.
        wrong = names[1] if np.abs(box_b[[1, 3]]).max() > 90 else names[0]
        if np.abs(np.concatenate([box_a, box_b])[[1, 3, 5, 7]]).max() <= 90:
            wrong = f"{names[0]} or {names[1]}"
        raise CRSError(
            f"side {wrong}: axes swapped (latitude before longitude) under {label(a.crs)}; "
            "swap them and compare again"
        )


def _apart(a, b, by: float = _NOT_BESIDE) -> bool:
    return bool(a[0] > b[2] + by or b[0] > a[2] + by or a[1] > b[3] + by or b[1] > a[3] + by)


def named_rows(frame: gpd.GeoDataFrame, *, where: str) -> tuple[gpd.GeoDataFrame, list[str]]:
    """A frame whose rows have a code under a known name, and a line on what was taken for it."""
    if any(k in frame.columns for k in KEYS[:-1]):
        return frame, []
    named, said = known_names(frame, "areas", where=where)
    if not any(k in named.columns for k in KEYS):
        like = next((c for c in frame.columns if "name" in str(c).casefold()), None)
        if like is not None:
            return frame.rename(columns={like: "name"}), [f"{where}: name = {like}"]
    return named, said


def key_of(frame: pd.DataFrame, *, where: str = "layer") -> str:
    """The column that identifies the rows of a layer of areas, districts or zones.

    Raises
    ------
    LayerError
        There is none.
    """
    for key in KEYS:
        if key in frame.columns:
            return key
    have = ", ".join(str(c) for c in frame.columns if c != "geometry")
    raise LayerError(f"{where}: no column {', '.join(KEYS)} to name its rows; columns are: {have}")


def make_side(frame: gpd.GeoDataFrame, name: str, crs) -> Side:
    """A side from one feature or many.

    Parameters
    ----------
    frame : GeoDataFrame
        Polygons; rows without polygon (villages as points) are passed over.
    name : str
        What to call the side where it has no single code.

    Raises
    ------
    GeometryError, LayerError, CRSError
    """
    frame = to_crs(frame, crs, where=f"side {name}")
    kinds = shapely.get_dimensions(frame.geometry.to_numpy())
    if not (kinds == 2).any():
        raise LayerError(f"side {name}: no polygon in it; give a layer of areas")
    frame = frame[kinds == 2]
    present = [k for k in KEYS if k in frame.columns]
    if present:
        codes = frame[present[0]].astype("str").to_numpy(dtype=object)
    else:
        codes = np.array(
            [name if len(frame) == 1 else f"{name} {i + 1}" for i in range(len(frame))]
        )
    codes = np.asarray(codes, dtype=object)
    shapes, notes = sound_polygons(frame.geometry.to_numpy(), codes, where=f"side {name}")
    order = np.argsort(codes.astype(str), kind="stable")
    codes, shapes = codes[order], shapes[order]
    outline = shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
    return Side(str(codes[0]) if len(codes) == 1 else name, codes, shapes, outline, tuple(notes))


def sound_polygons(shapes, codes, *, where: str) -> tuple[np.ndarray, list[str]]:
    """Valid two-dimensional polygons, small loops mended, and a line on each that was.

    Raises
    ------
    GeometryError
        Empty or non-finite geometry, or a self-crossing that is more than a slip.
    """
    shapes = shapely.force_2d(np.asarray(shapes, dtype=object))
    finite = np.isfinite(shapely.bounds(shapes)).all(axis=1)
    xy, row = shapely.get_coordinates(shapes, return_index=True)
    finite[np.unique(row[~np.isfinite(xy).all(axis=1)])] = False
    if not finite.all():
        raise GeometryError(
            f"{where}: {name_some(np.asarray(codes)[~finite])} is empty or has coordinates that "
            "are no numbers; repair it and try again"
        )
    broken = np.flatnonzero(~shapely.is_valid(shapes))
    notes: list[str] = []
    if len(broken) == 0:
        return shapes, notes
    shapes = shapes.copy()
    for i in broken:
        shapes[i] = _mended(shapes[i], f"{where}: {codes[i]}")
        notes.append(f"{where}: {codes[i]} crossed itself; a small loop was taken out")
    return shapes, notes


def _mended(shape, name: str):
    reason = shapely.is_valid_reason(shape)
    fixed = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    parts = shapely.get_parts(fixed)
    parts = parts[shapely.get_dimensions(parts) == 2]
    expected = len(shapely.get_parts(shape))
    area = shapely.area(parts)
    order = np.argsort(-area)
    if len(parts) == 0 or area[order[expected:]].sum() > _SLIP * area.sum():
        raise GeometryError(
            f"{name} crosses itself ({reason}) so that its land cannot be told; repair it and "
            "try again"
        )
    kept = parts[np.sort(order[:expected])]
    return kept[0] if len(kept) == 1 else shapely.multipolygons(kept)
