"""What people see on the ground, and how well."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from zoning.boundaries.ground.noded_lines import Lines
from zoning.model.tolerances import by_name, tolerance

__all__ = ["barrier_lines", "barrier_strength"]

_BY_KIND = by_name("seen_by_kind")
_BY_RANK = {int(rank): share for rank, share in by_name("seen_by_rank").items()}
_PLAIN, _OTHER_KIND = tolerance("seen_plain_line"), tolerance("seen_without_kind")


def barrier_strength(barriers: gpd.GeoDataFrame) -> np.ndarray:
    """How well each barrier is seen, above 0 and up to 1.

    By its rank where it has one (1 a road or river, 2 a stream, 3 a track, 4 a path), else by its
    kind.
    """
    n = len(barriers)
    strength = np.full(n, _PLAIN)
    if "kind" in barriers:
        strength = (
            barriers["kind"].map(_BY_KIND).astype("float64").fillna(_OTHER_KIND).to_numpy().copy()
        )
    if "rank" in barriers:
        rank = barriers["rank"].astype("Float64").clip(1, 5)
        given = rank.round().astype("Int64").map(_BY_RANK).astype("float64").to_numpy()
        strength = np.where(np.isnan(given), strength, given)
    return strength


def barrier_lines(barriers: gpd.GeoDataFrame | None) -> Lines:
    """Barriers as single lines, without empty ones, in an order that the rows do not decide."""
    if barriers is None or not len(barriers):
        return Lines(np.empty(0, dtype=object), np.empty(0), np.empty(0, dtype=bool))
    part, row = shapely.get_parts(barriers.geometry.to_numpy(), return_index=True)
    strength = barrier_strength(barriers)[row]
    good = (shapely.get_type_id(part) == 1) & ~shapely.is_empty(part)
    part, strength = shapely.force_2d(part[good]), strength[good]
    wkb = shapely.to_wkb(part)
    order = sorted(range(len(part)), key=lambda i: (wkb[i], strength[i]))
    return Lines(part[order], strength[order], np.zeros(len(order), dtype=bool))
