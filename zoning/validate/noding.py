"""Segments noded: cut wherever they cross or touch, so that they meet at their ends only.

Places closer than a few units in the last place are one node; a vertex that close to a
segment cuts it. Whatever two versions of a border differ by less than that disappears here,
and what remains bounds real patches. Arrays throughout; the only index is an STR tree over
the segments' boxes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

__all__ = ["Noded", "node", "point_ids"]

_ROUNDS = 12
_PORTION = 16_000
#: Two crossings on a piece nearer than this, or a crossing flatter than this sine, are looked
#: at again: rounding may have moved one past the other.
_NEAR_M, _FLAT = 1e-4, 1e-4


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
        Which segment runs along which piece, and whether it does from the first node to the
        second (1) or back (-1).
    """

    nodes: np.ndarray
    pieces: np.ndarray
    segment: np.ndarray
    piece: np.ndarray
    sign: np.ndarray


def point_ids(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distinct points, and for each given point which of them it is; exact comparison."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    ordered = points[order]
    new = np.ones(len(points), dtype=bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    ids = np.empty(len(points), dtype=np.int64)
    ids[order] = np.cumsum(new) - 1
    return ordered[new], ids


def node(start: np.ndarray, end: np.ndarray, tolerance: float) -> Noded:
    """Node segments.

    Parameters
    ----------
    start, end : array of float, shape (n, 2)
        Ends of the segments.
    tolerance : float
        Places no farther apart than this are one.
    """
    nodes, ids = point_ids(np.concatenate([start, end]))
    ends = ids.reshape(2, -1).T
    segment = np.arange(len(start))
    pieces, piece, sign = _distinct(ends, len(nodes))
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


def _distinct(ends: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Distinct undirected pairs; which of them each pair is (-1: of no length), which way."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    real = np.flatnonzero(low != high)
    keys, inverse = np.unique(low[real] * count + high[real], return_inverse=True)
    which = np.full(len(ends), -1, dtype=np.int64)
    which[real] = inverse
    sign = np.where(ends[:, 0] == low, 1, -1).astype(np.int8)
    return np.column_stack([keys // count, keys % count]), which, sign


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


def _meetings(nodes, pieces, fresh, tolerance) -> _Meetings:
    """Everything that touches or crosses, among pairs of which one is new."""
    found = [
        _meet(nodes, pieces, a, b, tolerance) for a, b in _pairs(nodes, pieces, fresh, tolerance)
    ]
    if not found:
        none = np.empty(0, dtype=np.int64)
        return _Meetings(none.reshape(0, 2), none, none, none.reshape(0, 2), np.empty((0, 2)), none)
    return _Meetings(*(np.concatenate(part) for part in zip(*found)))


def _pairs(nodes, pieces, fresh, tolerance):
    """Pairs of pieces whose boxes come within the tolerance, in portions."""
    a, b = nodes[pieces[:, 0]], nodes[pieces[:, 1]]
    lines = _diagonals(np.minimum(a, b) - tolerance, np.maximum(a, b) + tolerance)
    tree = shapely.STRtree(lines)
    asked = np.flatnonzero(fresh)
    for at in range(0, len(asked), _PORTION):
        which = asked[at : at + _PORTION]
        left, right = tree.query(lines[which])
        left = which[left]
        keep = (left < right) | ((left > right) & ~fresh[right])
        yield left[keep], right[keep]


def _diagonals(a, b):
    """Lines from a to b, for their boxes."""
    points = np.empty((2 * len(a), 2))
    points[::2], points[1::2] = a, b
    offsets = np.arange(0, len(points) + 1, 2)
    return shapely.from_ragged_array(shapely.GeometryType.LINESTRING, points, (offsets,))


def _meet(nodes, pieces, i, j, tolerance):
    """What happens between pieces i and j: merges, insertions, crossings."""
    ends = pieces[i, 0], pieces[i, 1], pieces[j, 0], pieces[j, 1]
    x, y = nodes[:, 0].copy(), nodes[:, 1].copy()
    at = [(x[k], y[k]) for k in ends]
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
        base, tip = (2, 3) if k < 2 else (0, 1)
        distance, between = _beside(at[base], at[tip], at[k])
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
    way = [at[3][c][apart] - at[2][c][apart] for c in (0, 1)]
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


def _beside(base, tip, point):
    """Signed distance of points from the lines through segments, and whether beside them."""
    ux, uy = tip[0] - base[0], tip[1] - base[1]
    wx, wy = point[0] - base[0], point[1] - base[1]
    # A piece between two nodes about to be merged may have no length.
    size = np.maximum(np.hypot(ux, uy), np.finfo(float).tiny)
    reach = (ux * wx + uy * wy) / size
    return (ux * wy - uy * wx) / size, (reach > 0) & (reach < size)


def _apply(nodes, pieces, meets):
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
    made, which, way = _distinct(ends, len(nodes))
    real = which >= 0
    origin, which, way = origin[real], which[real], way[real]
    gap = np.abs(nodes[made[:, 1]] - nodes[made[:, 0]])
    doubt[origin[(gap[which, 0] < _NEAR_M) & (gap[which, 1] < _NEAR_M)]] = True
    fresh = np.zeros(len(made), dtype=bool)
    fresh[which[doubt[origin]]] = True
    return nodes, made, origin, which, way, fresh


def _add(nodes, place):
    """Crossings appended as nodes, equal ones once."""
    if not len(place):
        return nodes, np.empty(0, dtype=np.int64)
    added, ids = point_ids(place)
    return np.concatenate([nodes, added]), ids + len(nodes)


def _merged(nodes, merge):
    """For every node the one that stands for it: the first by coordinates of its group."""
    target = np.arange(len(nodes))
    if not len(merge):
        return target
    touched, ids = np.unique(merge, return_inverse=True)
    ids = ids.reshape(-1, 2)
    size = len(touched)
    links = coo_matrix((np.ones(len(ids)), (ids[:, 0], ids[:, 1])), shape=(size, size))
    group = connected_components(links, directed=False)[1]
    order = np.lexsort((nodes[touched, 1], nodes[touched, 0], group))
    first = np.unique(group[order], return_index=True)[1]
    target[touched] = touched[order[first]][group]
    return target


def _cut(nodes, ends, into, put):
    """Pieces cut at the nodes put into them: ends of the parts, and the piece of each."""
    keep = (put != ends[into, 0]) & (put != ends[into, 1])
    into, put = into[keep], put[keep]
    base = nodes[ends[:, 0]]
    way = nodes[ends[:, 1]] - base
    along = ((nodes[put] - base[into]) * way[into]).sum(axis=1)
    at = np.concatenate([np.arange(len(ends)), into, np.arange(len(ends))])
    which = np.concatenate([ends[:, 0], put, ends[:, 1]])
    far = np.concatenate([np.full(len(ends), -np.inf), along, np.full(len(ends), np.inf)])
    order = np.lexsort((which, far, at))
    at, which = at[order], which[order]
    inner = (at[1:] == at[:-1]) & (which[1:] != which[:-1])
    return np.column_stack([which[:-1][inner], which[1:][inner]]), at[:-1][inner]


def _compose(segment, piece, sign, origin, which, way):
    """Segments to new pieces, by way of the old pieces that the new ones were cut from."""
    order = np.argsort(origin, kind="stable")
    origin, which, way = origin[order], which[order], way[order]
    low = np.searchsorted(origin, piece, side="left")
    count = np.searchsorted(origin, piece, side="right") - low
    step = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    at = np.repeat(low, count) + step
    return np.repeat(segment, count), which[at], np.repeat(sign, count) * way[at]
