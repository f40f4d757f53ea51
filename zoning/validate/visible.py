"""How much of each zone's inner border lies along something that people can see."""

from __future__ import annotations

import numpy as np
import shapely

from zoning.validate.context import Context

__all__ = ["NEAR", "inner_and_visible"]

#: A border within this many metres of a barrier follows it.
NEAR = 2.0
#: Borders are looked at in pieces of at most this length.
_PIECE = 5.0


def inner_and_visible(context: Context) -> tuple[np.ndarray, np.ndarray]:
    """Length of each zone's inner border, and of its part within 2 m of a barrier.

    Inner is an edge that two zones of one parent share, vertex by vertex.

    Returns
    -------
    inner, visible : array of float
        Metres, one a zone; 0 for zones that take no part in the coverage.
    """
    count = len(context["zones"])
    start, end, owner = _segments(context)
    pair = _shared(start, end)
    parent = _parent(context)
    one, two = pair
    inside = parent[owner[one]] == parent[owner[two]]
    one, two = one[inside], two[inside]
    length = np.hypot(*(end[one] - start[one]).T)
    seen = length * _near_share(start[one], end[one], length, context)
    inner, visible = np.zeros(count), np.zeros(count)
    for side in (one, two):
        np.add.at(inner, owner[side], length)
        np.add.at(visible, owner[side], seen)
    return inner, visible


def _segments(context: Context):
    geometry = context.geometry("zones")
    rows = np.flatnonzero(context.members)
    parts, part = shapely.get_parts(geometry[rows], return_index=True)
    rings, of = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    return xy[:-1][same], xy[1:][same], rows[part[of[ring[:-1][same]]]]


def _shared(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Places of segments that occur exactly twice, whatever their direction."""
    swap = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    low, high = np.where(swap[:, None], end, start), np.where(swap[:, None], start, end)
    key = np.column_stack([low, high])
    order = np.lexsort(key.T)
    key = key[order]
    new = np.r_[True, (key[1:] != key[:-1]).any(axis=1)] if len(key) else np.empty(0, bool)
    group = np.cumsum(new) - 1
    first = np.flatnonzero(new)
    twice = first[np.bincount(group, minlength=len(first))[: len(first)] == 2]
    return order[twice], order[twice + 1]


def _parent(context: Context) -> np.ndarray:
    """A number for each zone's parent: district by code, else area by place."""
    zones = context["zones"]
    if zones["district_code"].notna().any():
        return zones["district_code"].astype("category").cat.codes.to_numpy()
    from zoning.validate.parents import parent_rows

    return parent_rows(context)


def _near_share(start, end, length, context) -> np.ndarray:
    """Share of each segment that lies near a barrier, by the middles of its pieces."""
    pieces = np.maximum(1, np.ceil(length / _PIECE)).astype(int)
    segment = np.repeat(np.arange(len(length)), pieces)
    nth = np.arange(len(segment)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    along = ((nth + 0.5) / pieces[segment])[:, None]
    points = shapely.points(start[segment] + along * (end[segment] - start[segment]))
    lines = context.geometry("barriers")[context.usable("barriers")]
    near, _ = shapely.STRtree(lines).query(points, predicate="dwithin", distance=NEAR)
    hit = np.zeros(len(points), bool)
    hit[near] = True
    return np.bincount(segment, hit, minlength=len(length)) / pieces
