"""Streets as a walker sees them: two pavements, corners, and crossings that cost.

A street segment has a left and a right pavement. Where segments meet, the space between two
neighbouring ones is a corner: pavements lead from corner to corner, and passing from one
corner to the next one of the same junction means crossing a street. The end of a blind
alley is walked round freely.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from zoning.model.tolerances import tolerance

__all__ = ["Streets", "build_streets", "neighbours_clockwise"]

_ON_LINE = tolerance("street_piece")


@dataclass(frozen=True)
class Streets:
    """A noded street network.

    Parameters
    ----------
    lines : array of LineString
        Segments between junctions, in a fixed order.
    length : array of float
        Metres.
    rank : array of int
        1 the strongest.
    node : array of int, shape (2n,)
        Junction at which each half-edge begins; half-edge ``2i`` runs along segment ``i``,
        ``2i + 1`` against it.
    angle : array of float, shape (2n,)
        Direction in which it leaves, radians.
    xy : array of float, shape (2n, 2)
        Where it begins.
    """

    lines: np.ndarray
    length: np.ndarray
    rank: np.ndarray
    node: np.ndarray
    angle: np.ndarray
    xy: np.ndarray

    def __len__(self) -> int:
        return len(self.lines)


def build_streets(barriers: gpd.GeoDataFrame | None) -> Streets:
    """The network of the barriers that can be walked along.

    Parameters
    ----------
    barriers : GeoDataFrame or None
        Lines with ``kind`` (``road`` is taken) and ``rank``; any order, noded or not.
    """
    lines, rank = _walkable(barriers)
    lines, rank = _node(lines, rank)
    n = len(lines)
    start, toward = np.empty((2 * n, 2)), np.empty((2 * n, 2))
    if n:
        xy, owner = shapely.get_coordinates(lines, return_index=True)
        first = np.searchsorted(owner, np.arange(n))
        last = np.searchsorted(owner, np.arange(n), side="right") - 1
        start[0::2], toward[0::2] = xy[first], xy[first + 1]
        start[1::2], toward[1::2] = xy[last], xy[last - 1]
    node = np.unique(np.round(start, 3), axis=0, return_inverse=True)[1].ravel()
    away = toward - start
    angle = np.arctan2(away[:, 1], away[:, 0])
    return Streets(lines, shapely.length(lines), rank, node, angle, start)


def neighbours_clockwise(streets: Streets, half: np.ndarray, zone: np.ndarray) -> np.ndarray:
    """For each half-edge of a zone the next one clockwise at its junction, itself if alone.

    Parameters
    ----------
    streets : Streets
        The network.
    half, zone : arrays of int
        The half-edges that each zone uses.

    Returns
    -------
    array of int
        Positions in `half`.
    """
    place = streets.node[half]
    order = np.lexsort((half, streets.angle[half], place, zone))
    new = np.ones(len(half), dtype=bool)
    ordered_zone, ordered_place = zone[order], place[order]
    new[1:] = (ordered_zone[1:] != ordered_zone[:-1]) | (ordered_place[1:] != ordered_place[:-1])
    begins = np.flatnonzero(new)
    ends = np.append(begins[1:], len(half)) - 1
    before = np.arange(len(half)) - 1
    before[begins] = ends
    out = np.empty(len(half), dtype="int64")
    out[order] = order[before]
    return out


def _walkable(barriers) -> tuple[np.ndarray, np.ndarray]:
    if barriers is None or not len(barriers):
        return np.zeros(0, dtype=object), np.zeros(0, dtype="int64")
    roads = barriers[barriers["kind"].eq("road").fillna(False).to_numpy(dtype=bool)]
    lines, where = shapely.get_parts(roads.geometry.to_numpy(), return_index=True)
    rank = np.ones(len(roads), dtype="int64")
    if "rank" in roads.columns:
        rank = roads["rank"].fillna(9).to_numpy(dtype="int64")
    fine = (shapely.get_type_id(lines) == 1) & (shapely.length(lines) > 0)
    return shapely.force_2d(lines[fine]), rank[where[fine]]


def _node(lines: np.ndarray, rank: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lines cut where they meet, each piece once, in an order that depends on nothing else."""
    if not len(lines):
        return lines, rank
    pieces = shapely.get_parts(shapely.node(shapely.multilinestrings(lines)))
    pieces = np.unique(shapely.to_wkb(shapely.normalize(pieces)))
    pieces = shapely.from_wkb(pieces)
    ends = shapely.get_coordinates(
        [shapely.get_point(pieces, 0), shapely.get_point(pieces, -1)]
    ).reshape(2, -1, 2)
    pieces = pieces[np.lexsort((shapely.length(pieces), *ends[1].T, *ends[0].T))]
    middle = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    near = shapely.STRtree(lines).query(middle, predicate="dwithin", distance=_ON_LINE)
    best = np.full(len(pieces), 9)
    np.minimum.at(best, near[0], rank[near[1]])
    return pieces, best
