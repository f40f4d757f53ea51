"""Which area or zone a building stands in: by one point that lies inside the building."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import CRSError
from zoning.geo.anchors import anchor_points

__all__ = ["place", "points_of"]


def points_of(buildings: gpd.GeoDataFrame) -> np.ndarray:
    """One point inside each building; ``None`` without usable geometry."""
    return anchor_points(buildings.geometry.to_numpy())


def place(
    buildings: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    key: str = "area_code",
    *,
    points: np.ndarray | None = None,
) -> pd.Series:
    """The code of the polygon that each building stands in.

    Parameters
    ----------
    buildings : GeoDataFrame
        Polygons or points in a projected CRS.
    areas : GeoDataFrame
        Polygons in the same CRS, with the column `key`; rows without geometry hold nothing.
    key : str
        Column of codes.
    points : array of Point, optional
        As from `points_of`, where they are known already.

    Returns
    -------
    Series of str
        Same index as `buildings`; null outside every polygon. A point on a shared border
        belongs to the lowest code.

    Raises
    ------
    CRSError
        The two layers are not in the same CRS.
    """
    if buildings.crs != areas.crs:
        raise CRSError(
            f"buildings are in {_name(buildings.crs)}, areas in {_name(areas.crs)}; "
            "convert one of them first"
        )
    codes = areas[key].astype("str").to_numpy(dtype=object)
    order = np.argsort(codes.astype("U"), kind="stable")
    shapes = areas.geometry.to_numpy()[order]
    out = np.full(len(buildings), None, dtype=object)
    if len(buildings) and len(shapes):
        points = points_of(buildings) if points is None else points
        # Polygons ask for points, not the other way round: GEOS prepares the one that asks.
        where, found = shapely.STRtree(points).query(shapes, predicate="intersects")
        best = np.full(len(buildings), len(shapes))
        np.minimum.at(best, found, where)
        inside = best < len(shapes)
        out[inside] = codes[order][best[inside]]
    return pd.Series(out, index=buildings.index, dtype="str", name=key)


def _name(crs) -> str:
    return "no CRS" if crs is None else str(crs.to_string() if hasattr(crs, "to_string") else crs)
