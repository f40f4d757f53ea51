"""Waivers: findings that somebody explained, for as long as the explanation fits."""

from __future__ import annotations

import datetime

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

__all__ = ["NEAR", "apply_waivers", "only_new"]

#: A waiver holds while its patch stays within this many metres.
NEAR = 0.01


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


def only_new(frame: gpd.GeoDataFrame, baseline: frozenset[str]) -> gpd.GeoDataFrame:
    """Findings whose id the baseline does not hold; index 0..n-1."""
    return frame[~frame["finding_id"].isin(baseline)].reset_index(drop=True)
