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
_CHUNK = 2_000_000


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
    """Nodes to be one, and nodes to be put into pieces (new ones by coordinate)."""

    merge: np.ndarray
    into: np.ndarray
    put: np.ndarray
    cross: np.ndarray
    place: np.ndarray

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
        return _Meetings(none.reshape(0, 2), none, none, none.reshape(0, 2), np.empty((0, 2)))
    return _Meetings(*(np.concatenate(part) for part in zip(*found)))


def _pairs(nodes, pieces, fresh, tolerance):
    """Pairs of pieces whose boxes come within the tolerance, in portions."""
    a, b = nodes[pieces[:, 0]], nodes[pieces[:, 1]]
    low, high = np.minimum(a, b), np.maximum(a, b)
    tree = shapely.STRtree(shapely.linestrings(np.stack([a, b], axis=1)))
    asked = np.flatnonzero(fresh)
    portion = max(1, _CHUNK // 8)
    for at in range(0, len(asked), portion):
        which = asked[at : at + portion]
        lo, hi = low[which] - tolerance, high[which] + tolerance
        boxes = shapely.linestrings(np.stack([lo, hi], axis=1))
        left, right = tree.query(boxes)
        left = which[left]
        keep = (left < right) | ((left > right) & ~fresh[right])
        yield left[keep], right[keep]


def _meet(nodes, pieces, i, j, tolerance):
    """What happens between pieces i and j: merges, insertions, crossings."""
    ends_i, ends_j = pieces[i], pieces[j]
    p, q = nodes[ends_i], nodes[ends_j]  # (n, 2 ends, 2 coordinates)
    u, v = p[:, 1] - p[:, 0], q[:, 1] - q[:, 0]
    tiny = np.finfo(float).tiny  # a piece between two nodes about to be merged
    size_u = np.maximum(np.hypot(u[:, 0], u[:, 1]), tiny)
    size_v = np.maximum(np.hypot(v[:, 0], v[:, 1]), tiny)
    merge, into, put = [], [], []
    near = np.zeros((len(i), 4), dtype=bool)
    for a in (0, 1):
        for b in (0, 1):
            gap = q[:, b] - p[:, a]
            close = (np.abs(gap) <= tolerance).all(axis=1)
            near[:, a] |= close
            near[:, 2 + b] |= close
            differ = close & (ends_i[:, a] != ends_j[:, b])
            merge.append(np.column_stack([ends_i[differ, a], ends_j[differ, b]]))
    off = np.empty((len(i), 4))
    for k, (base, along, size, other, target, who) in enumerate(
        (b, v, size_v, p[:, a], j, ends_i[:, a])
        if k < 2
        else (b, u, size_u, q[:, a], i, ends_j[:, a])
        for k, (a, b) in enumerate(((0, q[:, 0]), (1, q[:, 0]), (0, p[:, 0]), (1, p[:, 0])))
    ):
        w = other - base
        off[:, k] = (along[:, 0] * w[:, 1] - along[:, 1] * w[:, 0]) / size
        reach = (along[:, 0] * w[:, 0] + along[:, 1] * w[:, 1]) / size
        on = (np.abs(off[:, k]) <= tolerance) & (reach > 0) & (reach < size) & ~near[:, k]
        into.append(target[on])
        put.append(who[on])
        near[:, k] |= on
    apart = ~near.any(axis=1) & (np.abs(off) > tolerance).all(axis=1)
    apart &= (off[:, 0] * off[:, 1] < 0) & (off[:, 2] * off[:, 3] < 0)
    share = off[apart, 2] / (off[apart, 2] - off[apart, 3])
    place = q[apart, 0] + share[:, None] * v[apart]
    return (
        np.concatenate(merge),
        np.concatenate(into),
        np.concatenate(put),
        np.column_stack([i[apart], j[apart]]),
        place,
    )


def _apply(nodes, pieces, meets):
    """Nodes merged and added, pieces cut; old piece to new pieces with the way they run."""
    nodes, crossing = _add(nodes, meets.place)
    target = _merged(nodes, meets.merge)
    nodes_of = target[pieces]
    into = np.concatenate([meets.into, meets.cross[:, 0], meets.cross[:, 1]])
    put = target[np.concatenate([meets.put, crossing, crossing])]
    ends, origin = _cut(nodes, nodes_of, into, put)
    made, which, way = _distinct(ends, len(nodes))
    real = which >= 0
    old = (pieces.astype(np.int64) @ np.array([len(nodes), 1])) if len(pieces) else pieces[:, 0]
    new = made @ np.array([len(nodes), 1])
    return nodes, made, origin[real], which[real], way[real], ~np.isin(new, old)


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
