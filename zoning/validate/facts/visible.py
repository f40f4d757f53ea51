"""How much of each zone's inner border lies along something that people can see."""

from __future__ import annotations

import numpy as np
import shapely

from zoning.geo.edges import lines_between, places_of, segments_of
from zoning.geo.grouping import steps
from zoning.model.tolerances import count, tolerance
from zoning.validate.core.context import Context
from zoning.validate.coverage.by_rule import edges_by_name

__all__ = ["NEAR", "inner_and_visible"]

NEAR = tolerance("follows_line")
_PIECE = tolerance("border_piece")
_PORTION = count("barrier_pairs")
_NOT_NOTHING = tolerance("not_nothing_at_all")


def inner_and_visible(context: Context) -> tuple[np.ndarray, np.ndarray]:
    """Length of each zone's inner border, and of its part within 2 m of a barrier.

    Inner is an edge that two zones of one parent share, vertex by vertex.

    Returns
    -------
    inner, visible : array of float
        Metres, one a zone; 0 for zones that take no part in the coverage.
    """
    count = len(context["zones"])
    rows, edges = context.shared(edges_by_name)
    places = places_of(edges)
    pair = places.first[places.count == 2]
    one, two = places.order[pair], places.order[pair + 1]
    owner = rows[edges.owner]
    parent = _parent(context)
    inside = parent[owner[one]] == parent[owner[two]]
    one, two = one[inside], two[inside]
    start, end = edges.start[one], edges.end[one]
    length = np.hypot(*(end - start).T)
    seen = length * _near_share(start, end, length, context)
    sides = owner[np.concatenate([one, two])]
    inner = np.bincount(sides, np.tile(length, 2), minlength=count)
    return inner, np.bincount(sides, np.tile(seen, 2), minlength=count)


def _parent(context: Context) -> np.ndarray:
    """A number for each zone's parent: district by code, else area by place."""
    zones = context["zones"]
    if zones["district_code"].notna().any():
        return zones["district_code"].astype("category").cat.codes.to_numpy()
    from zoning.validate.core.parents import parent_rows

    return parent_rows(context)


def _near_share(start, end, length, context) -> np.ndarray:
    """Share of each segment that lies near a barrier, by the middles of its pieces."""
    pieces = np.maximum(1, np.ceil(length / _PIECE)).astype(int)
    begin = np.cumsum(pieces) - pieces
    segment = np.repeat(np.arange(len(length)), pieces)
    along = (steps(pieces) + 0.5) / pieces[segment]
    x, y = (start[segment, c] + along * (end[segment, c] - start[segment, c]) for c in (0, 1))
    hit = np.zeros(len(segment), dtype=bool)
    foot, tip = _barrier_segments(context)
    slack = np.array([NEAR, NEAR])
    tree = shapely.STRtree(
        lines_between(np.minimum(foot, tip) - slack, np.maximum(foot, tip) + slack)
    )
    mine, theirs = tree.query(lines_between(start, end))
    for low in range(0, len(mine), _PORTION):
        some, other = mine[low : low + _PORTION], theirs[low : low + _PORTION]
        count = pieces[some]
        point, other = np.repeat(begin[some], count) + steps(count), np.repeat(other, count)
        hit[point[_is_near(x[point], y[point], foot[other], tip[other])]] = True
    return np.bincount(segment, hit, minlength=len(length)) / pieces


def _barrier_segments(context: Context) -> tuple[np.ndarray, np.ndarray]:
    """Starts and ends of the segments of all usable barriers, outlines of areas included."""
    shapes = context.geometry("barriers")[context.usable("barriers")]
    parts = shapely.get_parts(shapes)
    areal = shapely.get_dimensions(parts) == 2
    lines = np.concatenate([parts[~areal], shapely.get_rings(parts[areal])])
    segments = segments_of(lines)
    return segments.start, segments.end


def _is_near(x, y, foot, tip) -> np.ndarray:
    """Whether points lie within 2 m of segments, one by one."""
    ux, uy = (tip - foot).T
    wx, wy = x - foot[:, 0], y - foot[:, 1]
    share = np.clip((ux * wx + uy * wy) / np.maximum(ux * ux + uy * uy, _NOT_NOTHING), 0.0, 1.0)
    return (wx - share * ux) ** 2 + (wy - share * uy) ** 2 <= NEAR**2
