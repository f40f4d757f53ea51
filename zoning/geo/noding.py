"""Segments noded: cut wherever they cross or touch, so that they meet at their ends only.

Places closer than a few units in the last place are one node; a vertex that close to a
segment cuts it. Whatever two versions of a border differ by less than that disappears here,
and what remains bounds real patches. Arrays throughout.

This is how the judge nodes: it knows which segment each piece comes from, moves nothing
farther than the tolerance, and the order of segments changes no digit. Builders node by GEOS
(:func:`zoning.boundaries.ground.noded_lines.node_lines`, :func:`zoning.geo.edges.faces_of`),
which can round to a grid that later nodings find again, but may move a vertex or lose a
stretch of a line within micrometres of another; builders look for that and mend it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from zoning.geo.box_pairs import meeting_boxes
from zoning.geo.grouping import expanded, first_connected, groups, is_first, offsets, order_of
from zoning.geo.planar import number_nodes
from zoning.model.tolerances import count, tolerance

__all__ = ["Noded", "cut", "distinct_pairs", "node"]

_ROUNDS = count("node_rounds")
_NEAR = tolerance("near_boxes")
_NEAR_M, _FLAT = tolerance("near_crossings"), tolerance("flat_crossing")
_NOT_NOTHING = tolerance("not_nothing_at_all")


@dataclass(frozen=True)
class Noded:
    """Pieces of segments that meet at their ends only.

    Parameters
    ----------
    nodes : array of float, shape (k, 2)
        Coordinates.
    pieces : array of int, shape (m, 2)
        Two nodes each, the lower number first; no two alike.
    segment, piece, sign : array of int
        Which segment, sorted, runs along which piece, and whether it does from the first node
        to the second (1) or back (-1).
    """

    nodes: np.ndarray
    pieces: np.ndarray
    segment: np.ndarray
    piece: np.ndarray
    sign: np.ndarray


def _numbered_by_place(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distinct points, and for each given point which of them it is; exact comparison.

    Points are numbered by strips across the land, so that neighbours have near numbers, and by
    their coordinates alone, so that the order of segments changes no digit.
    """
    nodes, number = number_nodes(points)
    if not len(nodes):
        return nodes, number
    x, y = nodes.T
    strips = min(max(1.0, np.sqrt(len(nodes) / 256)), 60_000)
    order = np.lexsort((y, x, np.floor((y - y.min()) * (strips / max(np.ptp(y), _NOT_NOTHING)))))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return nodes[order], rank[number]


def node(start: np.ndarray, end: np.ndarray, tolerance: float) -> Noded:
    """Node segments.

    Parameters
    ----------
    start, end : array of float, shape (n, 2)
        Ends of the segments.
    tolerance : float
        Places no farther apart than this are one.
    """
    nodes, ids = _numbered_by_place(np.concatenate([start, end]))
    ends = ids.reshape(2, -1).T
    segment = np.arange(len(start))
    pieces, piece, sign = distinct_pairs(ends, len(nodes))
    alive = piece >= 0
    segment, piece, sign = segment[alive], piece[alive], sign[alive]
    fresh = np.ones(len(pieces), dtype=bool)
    for _ in range(_ROUNDS):
        meets = _meetings(nodes, pieces, fresh, tolerance)
        if not meets.any:
            break
        nodes, pieces, piece_of, via, way, fresh = _apply(nodes, pieces, meets)
        segment, piece, sign = _compose(segment, piece, sign, piece_of, via, way)
    return Noded(nodes, pieces, segment, piece, sign)


def distinct_pairs(ends: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Distinct undirected pairs of nodes.

    Parameters
    ----------
    ends : array of int, shape (n, 2)
        Nodes, from 0 to `count` - 1.
    count : int
        Number of nodes.

    Returns
    -------
    pairs : array of int, shape (k, 2)
        Sorted, the lower number first in each.
    which : array of int, shape (n,)
        Which of them each is, -1 for one from a node to itself.
    sign : array of int, shape (n,)
        1 where it runs from the lower number to the higher one, else -1.
    """
    low, high = np.minimum(ends[:, 0], ends[:, 1]), np.maximum(ends[:, 0], ends[:, 1])
    real = np.flatnonzero(low != high)
    low, high = low[real], high[real]
    order = order_of(low, count, (high, count))
    low, high = low[order], high[order]
    new = is_first(low, high)
    which = np.full(len(ends), -1, dtype=np.int64)
    which[real[order]] = np.cumsum(new) - 1
    sign = np.where(ends[:, 0] < ends[:, 1], 1, -1).astype(np.int8)
    return np.column_stack([low[new], high[new]]), which, sign


@dataclass
class _Meetings:
    """Nodes to be one, nodes to be put into pieces, crossings, and pieces to look at again."""

    merge: np.ndarray
    into: np.ndarray
    put: np.ndarray
    cross: np.ndarray
    place: np.ndarray
    doubt: np.ndarray

    @property
    def any(self) -> bool:
        return bool(len(self.merge) or len(self.into) or len(self.cross))


def _meetings(
    nodes: np.ndarray, pieces: np.ndarray, fresh: np.ndarray, tolerance: float
) -> _Meetings:
    """Everything that touches or crosses, among pairs of which one is new."""
    start, end = nodes[pieces[:, 0]], nodes[pieces[:, 1]]
    low, high = np.minimum(start, end) - _NEAR * tolerance, np.maximum(start, end)
    high += _NEAR * tolerance
    lines = _PieceColumns.of(pieces, start, end)
    found = [_meet(lines, a, b, tolerance) for a, b in meeting_boxes(low, high, fresh)]
    if not found:
        none = np.empty(0, dtype=np.int64)
        return _Meetings(none.reshape(0, 2), none, none, none.reshape(0, 2), np.empty((0, 2)), none)
    return _Meetings(*(np.concatenate(part) for part in zip(*found)))


@dataclass(frozen=True)
class _PieceColumns:
    """Pieces by columns: their nodes, places of both ends, way, length."""

    nodes: tuple[np.ndarray, np.ndarray]
    ends: tuple[tuple[np.ndarray, np.ndarray], ...]
    way: tuple[np.ndarray, np.ndarray]
    size: np.ndarray

    @classmethod
    def of(cls, pieces: np.ndarray, start: np.ndarray, end: np.ndarray) -> _PieceColumns:
        ends = tuple((p[:, 0].copy(), p[:, 1].copy()) for p in (start, end))
        way = ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]
        # A piece between two nodes about to be merged may have no length.
        size = np.maximum(np.hypot(*way), np.finfo(float).tiny)
        return cls((pieces[:, 0].copy(), pieces[:, 1].copy()), ends, way, size)

    def take(self, which: np.ndarray) -> _PieceColumns:
        ends = tuple((x[which], y[which]) for x, y in self.ends)
        way = self.way[0][which], self.way[1][which]
        nodes = self.nodes[0][which], self.nodes[1][which]
        return _PieceColumns(nodes, ends, way, self.size[which])


def _meet(
    lines: _PieceColumns, i: np.ndarray, j: np.ndarray, tolerance: float
) -> tuple[np.ndarray, ...]:
    """What happens between pieces i and j: merges, insertions, crossings."""
    mine, other = lines.take(i), lines.take(j)
    ends = *mine.nodes, *other.nodes
    at = *mine.ends, *other.ends
    merge, near = [], [np.zeros(len(i), dtype=bool) for _ in ends]
    for a in (0, 1):
        for b in (2, 3):
            close = np.abs(at[b][0] - at[a][0]) <= tolerance
            close &= np.abs(at[b][1] - at[a][1]) <= tolerance
            near[a] |= close
            near[b] |= close
            differ = np.flatnonzero(close & (ends[a] != ends[b]))
            merge.append(np.column_stack([ends[a][differ], ends[b][differ]]))
    into, put, off, doubt = [], [], [], np.zeros(len(i), dtype=bool)
    for k in range(4):
        distance, between = _beside(other if k < 2 else mine, at[k])
        off.append(distance)
        # What touches nearly may touch once the other has been moved by a rounding.
        doubt |= (np.abs(distance) <= 3 * tolerance) & between & ~near[k]
        on = np.flatnonzero((np.abs(distance) <= tolerance) & between & ~near[k])
        into.append((j if k < 2 else i)[on])
        put.append(ends[k][on])
    apart = np.minimum.reduce([np.abs(o) for o in off]) > tolerance
    apart &= ~(near[0] | near[1] | near[2] | near[3])
    apart &= ((off[0] < 0) != (off[1] < 0)) & ((off[2] < 0) != (off[3] < 0))
    apart = np.flatnonzero(apart)
    share = off[2][apart] / (off[2][apart] - off[3][apart])
    way = [w[apart] for w in other.way]
    place = [at[2][c][apart] + share * way[c] for c in (0, 1)]
    doubt[apart] |= np.abs(off[3][apart] - off[2][apart]) < _FLAT * np.hypot(*way)
    doubt = np.flatnonzero(doubt)
    return (
        np.concatenate(merge),
        np.concatenate(into),
        np.concatenate(put),
        np.column_stack([i[apart], j[apart]]),
        np.column_stack(place),
        np.concatenate([i[doubt], j[doubt]]),
    )


def _beside(
    lines: _PieceColumns, point: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Signed distance of points from the lines through pieces, and whether beside them."""
    (ux, uy), size, base = lines.way, lines.size, lines.ends[0]
    wx, wy = point[0] - base[0], point[1] - base[1]
    reach = (ux * wx + uy * wy) / size
    return (ux * wy - uy * wx) / size, (reach > 0) & (reach < size)


def _apply(nodes: np.ndarray, pieces: np.ndarray, meets: _Meetings) -> tuple[Any, ...]:
    """Nodes merged and added, pieces cut.

    Returns nodes and pieces; for each part of an old piece the old one, the new one and the
    way it runs; and which new pieces need another look.
    """
    nodes, crossing = _add(nodes, meets.place)
    target = _merged(nodes, meets.merge)
    into = np.concatenate([meets.into, meets.cross[:, 0], meets.cross[:, 1]])
    put = target[np.concatenate([meets.put, crossing, crossing])]
    moved = target[pieces]
    doubt = (moved != pieces).any(axis=1)
    doubt[meets.doubt] = True
    ends, origin = _cut(nodes, moved, into, put)
    made, which, way = distinct_pairs(ends, len(nodes))
    real = which >= 0
    origin, which, way = origin[real], which[real], way[real]
    gap = np.abs(nodes[made[:, 1]] - nodes[made[:, 0]])
    doubt[origin[(gap[which, 0] < _NEAR_M) & (gap[which, 1] < _NEAR_M)]] = True
    fresh = np.zeros(len(made), dtype=bool)
    fresh[which[doubt[origin]]] = True
    return nodes, made, origin, which, way, fresh


def _add(nodes: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Crossings appended as nodes, equal ones once."""
    if not len(place):
        return nodes, np.empty(0, dtype=np.int64)
    added, ids = _numbered_by_place(place)
    return np.concatenate([nodes, added]), ids + len(nodes)


def _merged(nodes: np.ndarray, merge: np.ndarray) -> np.ndarray:
    """For every node the one that stands for it: the first by coordinates of its group."""
    target = np.arange(len(nodes))
    if not len(merge):
        return target
    touched, ids = np.unique(merge, return_inverse=True)
    ids = ids.reshape(-1, 2)
    order = np.lexsort((nodes[touched, 1], nodes[touched, 0]))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    target[touched] = touched[order[first_connected(len(order), rank[ids])[rank]]]
    return target


def _cut(
    nodes: np.ndarray, ends: np.ndarray, into: np.ndarray, put: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pieces cut at the nodes put into them: ends of the parts, and the piece of each."""
    keep = (put != ends[into, 0]) & (put != ends[into, 1])
    into, put = into[keep], put[keep]
    order, first = groups(into, len(ends))
    count = np.diff(first)
    # Sorted along the piece only where several are put into one.
    several = np.flatnonzero(np.repeat(count > 1, count))
    some = order[several]
    base, tip = (nodes[ends[into[some], k]] for k in (0, 1))
    along = ((nodes[put[some]] - base) * (tip - base)).sum(axis=1)
    order[several] = some[np.lexsort((put[some], along, into[some]))]
    return cut(ends, into[order], put[order])


def cut(ends: np.ndarray, into: np.ndarray, put: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Segments cut at nodes put into them.

    Parameters
    ----------
    ends : array of int, shape (n, 2)
        Nodes at both ends of each segment.
    into, put : array of int
        Segment and node, sorted by segment and along it.

    Returns
    -------
    parts : array of int, shape (m, 2)
        Nodes at both ends of each part, in order along each segment.
    origin : array of int
        The segment that each is a part of.
    """
    count = np.bincount(into, minlength=len(ends))
    first = offsets(count)[:-1] + np.arange(len(ends))
    origin = np.repeat(np.arange(len(ends)), count + 1)
    # The k-th node put into a piece ends its k-th part and begins the next one.
    slot = np.arange(len(into)) + into
    parts = np.empty((len(origin), 2), dtype=np.int64)
    parts[first, 0], parts[slot + 1, 0] = ends[:, 0], put
    parts[first + count, 1], parts[slot, 1] = ends[:, 1], put
    return parts, origin


def _compose(
    segment: np.ndarray,
    piece: np.ndarray,
    sign: np.ndarray,
    origin: np.ndarray,
    which: np.ndarray,
    way: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Segments to new pieces, by way of the old pieces that the new ones were cut from."""
    at, step = expanded(origin, piece)
    return segment[at], which[step], sign[at] * way[step]
