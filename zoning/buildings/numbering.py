"""Numbers that an enumerator can walk: 1..n in each zone, printed ones never changed."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from zoning.buildings.places import place, points_of
from zoning.buildings.rounds import plan_rounds, walk
from zoning.errors import LayerError

__all__ = ["number_buildings"]


def number_buildings(
    buildings: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    *,
    barriers: gpd.GeoDataFrame | None = None,
    issued: pd.DataFrame | None = None,
) -> gpd.GeoDataFrame:
    """Buildings with their visiting order in the zone.

    Parameters
    ----------
    buildings : GeoDataFrame
        Polygons or points, projected CRS, with ``building_id``; ``zone_code`` where it has
        been decided, else a building goes to the zone that it stands in.
    zones : GeoDataFrame
        Polygons with ``zone_code`` in the same CRS.
    barriers : GeoDataFrame, optional
        Lines with ``kind``; those of kind ``road`` are walked along.
    issued : DataFrame, optional
        Layer ``issued``: rows of kind ``number`` (``code`` = zone, ``holder`` = building,
        ``number``) are on paper already. They are kept, and new buildings of such a zone
        take the numbers after the highest one ever given there.

    Returns
    -------
    GeoDataFrame
        Same rows and index with ``zone_code`` and ``number`` (``Int64``, null outside every
        zone). The result does not depend on the order of rows.

    Raises
    ------
    LayerError
        ``building_id`` is missing.
    """
    if "building_id" not in buildings.columns:
        raise LayerError("layer buildings: no column building_id; register the buildings first")
    out = buildings.copy()
    points = points_of(buildings)
    out["zone_code"] = _zone_codes(buildings, zones, points)
    order = np.argsort(out["building_id"].astype("str").to_numpy(dtype="U"), kind="stable")
    sorted_ = out.iloc[order]
    rank = _visiting_order(sorted_, zones, barriers, points[order])
    numbers = _keep_issued(sorted_, rank, issued)
    number = np.empty(len(out), dtype="float64")
    number[order] = numbers
    out["number"] = pd.array(number, dtype="Float64").astype("Int64")
    out.loc[out["zone_code"].isna(), "number"] = pd.NA
    return out


def _zone_codes(buildings, zones, points) -> pd.Series:
    if "zone_code" in buildings.columns and buildings["zone_code"].notna().any():
        return buildings["zone_code"].astype("str").where(buildings["zone_code"].notna())
    return place(buildings, zones[zones.geometry.notna()], "zone_code", points=points)


def _visiting_order(buildings, zones, barriers, points) -> np.ndarray:
    """Rank of each building in its zone from 0, -1 outside every zone."""
    rank = np.full(len(buildings), -1)
    if buildings["zone_code"].notna().any():
        rounds = plan_rounds(buildings, zones, barriers, points=points)
        at = rounds.building >= 0
        rank[rounds.building[at]] = walk(rounds)[at]
    return rank


def _keep_issued(buildings, rank: np.ndarray, issued) -> np.ndarray:
    """Numbers from ranks: printed ones kept, the others after the highest one printed."""
    codes = buildings["zone_code"].to_numpy(dtype=object)
    if issued is None or not len(issued):
        return (rank + 1).astype("float64")
    given = issued[issued["kind"].eq("number") & issued["number"].notna()]
    printed = given.drop_duplicates(["code", "holder"]).set_index(["code", "holder"])["number"]
    highest = given.groupby("code")["number"].max()
    key = pd.MultiIndex.from_arrays([codes, buildings["building_id"].to_numpy(dtype=object)])
    old = printed.reindex(key).to_numpy(dtype="float64", na_value=np.nan, copy=True)
    base = highest.reindex(codes).to_numpy(dtype="float64", na_value=0.0)
    new = np.flatnonzero(np.isnan(old) & (rank >= 0))
    new = new[np.lexsort((rank[new], codes[new].astype("U")))]
    _, first, where = np.unique(codes[new].astype("U"), return_index=True, return_inverse=True)
    old[new] = base[new] + 1 + np.arange(len(new)) - first[where]
    return old
