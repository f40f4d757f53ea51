"""Areas of several levels: which lie in which, and which ones zones must fill."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from zoning.model.schema import LEVELS

__all__ = ["holders", "ranks", "smallest"]


def ranks(levels: Sequence) -> np.ndarray:
    """Place of each level from the top, -1 where it is not known."""
    known = {level: i for i, level in enumerate(LEVELS)}
    return np.array([known.get(level, -1) for level in levels], dtype=np.int64)


def holders(geometry: np.ndarray, rank: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of rows: an area, and an area of an upper level in which its inner point lies.

    Parameters
    ----------
    geometry : array of Polygon or MultiPolygon
    rank : array of int
        Place of each one's level from the top.
    """
    if not len(geometry) or (rank == rank[0]).all():
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    points = shapely.point_on_surface(geometry)
    child, parent = shapely.STRtree(geometry).query(points, predicate="intersects")
    upper = rank[parent] < rank[child]
    return child[upper], parent[upper]


def smallest(geometry: np.ndarray, levels: Sequence) -> np.ndarray:
    """Mask of the areas in which no area of a lower level lies.

    All of them where the level of one is not known.

    Examples
    --------
    >>> from shapely import box
    >>> towns = [box(0, 0, 9, 9), box(9, 0, 18, 9), box(0, 0, 5, 9)]
    >>> smallest(np.array(towns), ["township", "township", "village"]).tolist()
    [False, True, True]
    """
    rank = ranks(levels)
    out = np.ones(len(geometry), dtype=bool)
    if len(out) and (rank >= 0).all():
        out[holders(geometry, rank)[1]] = False
    return out
