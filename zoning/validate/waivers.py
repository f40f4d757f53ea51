"""Waivers: findings that somebody explained, for as long as the explanation fits."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import FileError, LayerError
from zoning.io.read import list_layers, read_layer
from zoning.model.tolerances import tolerance
from zoning.validate.findings import Findings

__all__ = ["NEAR", "apply_waivers", "read_waivers", "since_baseline"]

NEAR = tolerance("waiver_place")


def apply_waivers(
    frame: gpd.GeoDataFrame, waivers: gpd.GeoDataFrame, *, today: datetime.date | None = None
) -> gpd.GeoDataFrame:
    """Findings with ``waived`` set where a waiver holds.

    A waiver holds for the finding of its id, until its date (that day included), while the
    finding's geometry is within 1 cm (Hausdorff distance) of the one stored with it. A waiver
    that names nobody or gives no reason does not hold.

    Parameters
    ----------
    frame : GeoDataFrame
        Layer ``findings``.
    waivers : GeoDataFrame
        Layer ``waivers``; ``until`` as YYYY-MM-DD or empty.
    today : datetime.date, optional
        The day of the check.
    """
    today = today or datetime.date.today()
    kept = waivers[[_signed(w) and _current(w, today) for w in _rows(waivers)]]
    if isinstance(kept, gpd.GeoDataFrame) and kept.crs is not None and frame.crs is not None:
        kept = kept.to_crs(frame.crs)
    patches: dict[str, list] = {}
    for row in _rows(kept):
        patches.setdefault(str(row["finding_id"]), []).append(row.get("geometry"))
    out = frame.copy()
    out["waived"] = pd.array(
        [
            any(_same_place(g, patch) for patch in patches.get(str(i), ()))
            for i, g in zip(frame["finding_id"], frame.geometry)
        ],
        dtype="boolean",
    )
    return out


def _rows(frame: pd.DataFrame) -> list[dict]:
    table = pd.DataFrame(frame)
    if isinstance(frame, gpd.GeoDataFrame):
        table = table.rename(columns={frame.geometry.name: "geometry"})
    return table.to_dict("records")


def _signed(row: dict) -> bool:
    return all(isinstance(row.get(c), str) and row[c].strip() for c in ("by", "reason"))


def _current(row: dict, today: datetime.date) -> bool:
    until = row.get("until")
    if until is None or until is pd.NA or (isinstance(until, float) and np.isnan(until)):
        return True
    try:
        return datetime.date.fromisoformat(str(until)[:10]) >= today
    except ValueError:
        return not str(until).strip()


def _same_place(found, stored) -> bool:
    blank = [g is None or g.is_empty for g in (found, stored)]
    if any(blank):
        return all(blank)
    return bool(shapely.hausdorff_distance(found, stored, densify=None) <= NEAR)


def read_waivers(path: str | Path, layer: str | None = None) -> gpd.GeoDataFrame:
    """A layer of waivers from a file; ``waivers`` where the file has several layers.

    Raises
    ------
    FileError, LayerError
        It cannot be read, or has no column ``finding_id``.
    """
    if layer is None and "waivers" in list_layers(path):
        layer = "waivers"
    frame = read_layer(path, layer)
    if "finding_id" not in frame.columns:
        have = ", ".join(str(c) for c in frame.columns if c != "geometry")
        raise LayerError(f"{path}: no column finding_id in the waivers; columns are: {have}")
    return frame


def since_baseline(found: Findings, path: str | Path) -> Findings:
    """The findings whose id an earlier JSON report does not hold.

    Raises
    ------
    FileError
        The baseline is no report of findings.
    """
    try:
        report = json.loads(Path(path).read_text("utf-8"))
        known = {finding["finding_id"] for finding in report["findings"]}
    except OSError as error:
        raise FileError(f"{path}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FileError(
            f"{path}: no report of findings; make one with zoning validate --format json -o {path}"
        ) from None
    frame = found.frame[~found.frame["finding_id"].isin(known)].reset_index(drop=True)
    gone = len(found.frame) - len(frame)
    note = f"{gone} findings stand in {path} already and are left out"
    return replace(found, frame=frame, notes=(*found.notes, note))
