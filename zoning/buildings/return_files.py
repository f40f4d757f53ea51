"""Files that come back from the field, as rows that can be compared with the register."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.buildings.return_records import FIELDS
from zoning.errors import FileError, LayerError
from zoning.io.intake.columns import RETURNED, guess_columns
from zoning.model.schema import BUILDINGS, as_numbers, as_text
from zoning.model.uses import map_uses

__all__ = ["COUNTS", "ReturnedRow", "clean_rows", "read_return"]

_WORDS = {
    "new": "new", "新增": "new", "changed": "changed", "变更": "changed", "split": "split",
    "拆分": "split", "demolished": "demolished", "拆除": "demolished", "已拆除": "demolished",
    "standing": "changed", "": "", "无": "",
}  # fmt: skip
COUNTS = ("floors", "dwellings", "households", "persons")


def read_return(path: str | Path, layer: str | None = None, *, crs=None) -> pd.DataFrame:
    """A return from a file: GeoPackage (as QField writes it), GeoJSON, CSV or Excel.

    Columns are known by the same names as everywhere; ``attrs["columns"]`` tells which columns
    of the file were taken for which, ``attrs["left"]`` those that nothing was taken from.

    Raises
    ------
    FileError
        The file cannot be read.
    LayerError
        It has neither ``building_id`` nor geometry.
    """
    from zoning.io.read import list_layers, read_layer, read_table

    if Path(path).suffix.lower() in (".csv", ".xlsx"):
        frame: pd.DataFrame = read_table(path)
    else:
        if layer is None and "buildings" in (names := list_layers(path)) and len(names) > 1:
            layer = "buildings"
        frame = read_layer(path, layer)
    names = [str(c) for c in frame.columns if c != getattr(frame, "_geometry_column_name", None)]
    taken = guess_columns(names, "buildings")
    folded = {n.strip().casefold(): n for n in names}
    for column, words in RETURNED.items():
        match = next((folded[n] for n in words if n in folded), None)
        if match is not None:
            taken[column] = match
    about = {
        "columns": {c: n for c, n in taken.items() if c != n},
        "left": [n for n in names if n not in {*taken.values(), *BUILDINGS.columns, "fid"}],
    }
    frame = frame.rename(columns={n: c for c, n in taken.items()})
    frame.attrs = about
    if {"x", "y"} <= set(frame.columns) and not isinstance(frame, gpd.GeoDataFrame):
        frame = _located(frame, crs, path)
    if "building_id" not in frame.columns and not isinstance(frame, gpd.GeoDataFrame):
        raise LayerError(f"{path}: no column building_id; columns are: {', '.join(names)}")
    frame.attrs = about
    return frame


def _located(frame: pd.DataFrame, crs, path) -> gpd.GeoDataFrame:
    x, y = (as_numbers(frame[c]) for c in ("x", "y"))
    bad = (x.isna() | y.isna()) & (frame["x"].notna() | frame["y"].notna())
    if bad.any():
        row = int(np.flatnonzero(bad)[0]) + 1
        raise FileError(f"{path}: row {row}: x and y are no numbers")
    points = np.where(x.notna(), shapely.points(x.fillna(0), y.fillna(0)), None)
    degrees = bool((x.abs().max() <= 180) and (y.abs().max() <= 90))
    return gpd.GeoDataFrame(frame, geometry=points, crs=4326 if degrees else crs)


def clean_rows(
    returned: pd.DataFrame, known: set[str], crs
) -> tuple[list[ReturnedRow], list[tuple[int, str | None, str]]]:
    """Rows with their known values, and the refused ones as (row from 1, id, cause).

    Parameters
    ----------
    returned : DataFrame or GeoDataFrame
        As from `read_return`.
    known : set of str
        Every id of the register, those of demolished buildings too.
    crs : pyproj.CRS
        The project's.
    """
    frame = returned.reset_index(drop=True)
    shapes = _shapes(frame, crs)
    ids, parents = _text(frame, "building_id"), _text(frame, "split_from")
    actions, odd = _actions(frame)
    repeated = ids.notna() & ids.duplicated(keep=False)
    parents = parents.where(parents.notna() | ~repeated, ids)
    sources = _text(frame, "persons_source")
    columns = {c: _values(frame, c) for c in FIELDS if c in frame.columns}
    rows: list[ReturnedRow] = []
    refused: list[tuple[int, str | None, str]] = []
    for i in range(len(frame)):
        key, parent = _none(ids[i]), _none(parents[i])
        values = {c: v[i] for c, v in columns.items() if v[i] is not None}
        bad = [c for c, v in values.items() if v is _BAD]
        cause = odd.get(i) or (f"{bad[0]} is no whole number" if bad else None)
        cause = cause or _cause(shapes[i], key, parent, known)
        if cause:
            refused.append((i + 1, key, cause))
            continue
        same = sources[i] in ("estimated", "推算", "given", "给定")
        rows.append(ReturnedRow(key, parent, actions[i], values, shapes[i], same))
    return _with_pieces(rows), refused


def _shapes(frame: pd.DataFrame, crs) -> np.ndarray:
    if not isinstance(frame, gpd.GeoDataFrame):
        return np.full(len(frame), None, dtype=object)
    if frame.crs is not None and frame.crs != crs:
        frame = frame.to_crs(crs)
    shapes = shapely.force_2d(frame.geometry.to_numpy())
    shapes[shapely.is_empty(shapes)] = None
    return shapes


def _actions(frame: pd.DataFrame) -> tuple[list[str], dict[int, str]]:
    """What each row says that happened, and the rows whose word is not known."""
    said = _text(frame, "action")
    status = _text(frame, "status")
    actions, odd = [], {}
    for i, (word, state) in enumerate(zip(said, status, strict=True)):
        known = _WORDS.get("" if _none(word) is None else word.lower())
        if known is None:
            odd[i] = f"action {word!r} is not known"
        # The status of a layer only counts where it says that the building is gone.
        gone = _none(state) is not None and _WORDS.get(state.lower()) == "demolished"
        actions.append("demolished" if gone and not known else known or "")
    return actions, odd


@dataclass
class ReturnedRow:
    """One building as a team saw it: known values only."""

    building_id: str | None
    parent: str | None
    action: str
    values: dict[str, Any]
    shape: Any
    #: The file itself says that its persons are what the office had before.
    estimated: bool = False


_BAD = object()


def _none(value):
    return None if pd.isna(value) or value == "" else value


def _text(frame: pd.DataFrame, column: str) -> pd.Series:
    if column not in frame.columns:
        return pd.Series([None] * len(frame), dtype="object")
    text = as_text(frame[column]).astype("object")
    return text.map(lambda v: v.strip() or None, na_action="ignore")


def _values(frame: pd.DataFrame, column: str) -> list:
    values = frame[column]
    if column in COUNTS:
        number = as_numbers(values)
        fine = number.notna() & (number >= 0) & (number == number.round())
        given = values.notna() & (values.astype("str").str.strip() != "")
        return [
            (int(n) if f else _BAD) if g else None
            for n, f, g in zip(number, fine, given, strict=True)
        ]
    text = _text(frame, column)
    if column == "use":
        text = map_uses(text).where(text.notna()).astype("object")
    return [_none(v) for v in text]


def _cause(shape, key: str | None, parent: str | None, known: set[str]) -> str | None:
    if shape is None:
        if parent is not None:
            return "building_id stands more than once" if key else "a piece without an outline"
        if key is None:
            return "neither building_id nor geometry"
        return None if key in known else "building_id is not in the register"
    if not np.isfinite(shape.bounds).all():
        return "coordinates that are no numbers"
    if shapely.get_dimensions(shape) == 1:
        return "a line, wanted an outline or a point"
    if not shape.is_valid:
        return "an outline that crosses itself"
    if parent is not None and parent not in known:
        return "the building that it was split from is not in the register"
    return None


def _with_pieces(rows: list[ReturnedRow]) -> list[ReturnedRow]:
    """Of the pieces of a split building the largest keeps the id, the others are new."""
    best: dict[str, ReturnedRow] = {}
    for row in rows:
        if row.parent and row.shape is not None:
            size = (row.shape.area, shapely.to_wkb(row.shape))
            old = best.get(row.parent)
            if old is None or size > (old.shape.area, shapely.to_wkb(old.shape)):
                best[row.parent] = row
    for row in rows:
        if row.parent:
            kept = best.get(row.parent) is row
            row.building_id = row.parent if kept else None
            row.action = "split" if kept else "new"
    return rows
