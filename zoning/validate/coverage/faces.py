"""Faces of a noded arrangement, and how many zones and parents lie over each.

Half-edges are sorted around their nodes; following the next one clockwise walks around the
face on the left. Going over an edge changes the number of layers above by what ends there, so
counts spread from the outside inwards and no point has to be looked up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components

from zoning.geo.grouping import order_of


def counted(key, size):
    count = np.bincount(key, minlength=size)
    return count, np.cumsum(count) - count


__all__ = ["Faces", "face_polygons", "spread", "trace"]


@dataclass(frozen=True)
class Faces:
    """Walks around faces; half-edge 2k runs along piece k, 2k + 1 back.

    Parameters
    ----------
    walk : array of int
        Walk of every half-edge; the face is on its left.
    onward : array of int
        The next half-edge of the same walk.
    origin : array of int
        Node that a half-edge starts from.
    area : array of float
        Signed area of every walk; at most 0 around the outside of a connected part.
    part : array of int
        Connected part of the arrangement that a walk belongs to.
    inside : array of int
        Walk of the face that holds the part on whose outside this walk runs; -1 for none;
        the walk itself where it bounds a face from outside.
    """

    walk: np.ndarray
    onward: np.ndarray
    origin: np.ndarray
    area: np.ndarray
    part: np.ndarray
    inside: np.ndarray

    @property
    def outer(self) -> np.ndarray:
        """Mask of walks around the outside of a part."""
        return self.area <= 0

    @property
    def face(self) -> np.ndarray:
        """Face of every half-edge as the number of its walk, -1 for the unbounded one."""
        return self.inside[self.walk]


def trace(nodes: np.ndarray, pieces: np.ndarray) -> Faces:
    """Walk around every face of pieces that meet at their ends only."""
    origin = pieces.ravel()
    goal = pieces[:, ::-1].ravel()
    start = nodes[origin]
    way = nodes[goal] - start
    order = _around(origin, way, len(nodes))
    onward = _onward(origin, order)
    count = len(origin)
    links = csr_matrix((np.ones(count, np.int8), onward, np.arange(count + 1)), (count, count))
    n_walks, walk = connected_components(links, connection="strong")
    walk = walk.astype(np.int64)
    first = np.empty(n_walks, dtype=np.int64)
    first[walk[::-1]] = np.arange(count)[::-1]
    # Counted from a corner of the walk, so that far coordinates cost no digits.
    start -= start[first][walk]
    cross = start[:, 0] * way[:, 1] - start[:, 1] * way[:, 0]
    area = np.bincount(walk, cross, minlength=n_walks) / 2
    size = len(nodes)
    net = csr_matrix((np.ones(len(pieces), np.int8), (pieces[:, 0], pieces[:, 1])), (size, size))
    part = connected_components(net, directed=False)[1][origin[first]].astype(np.int64)
    faces = Faces(walk, onward, origin, area, part, np.arange(n_walks))
    return Faces(walk, onward, origin, area, part, _holders(faces, nodes))


def _around(origin: np.ndarray, way: np.ndarray, n_nodes: int) -> np.ndarray:
    """Half-edges by node and, around it, by angle."""
    order = order_of(origin, n_nodes)
    count, first = counted(origin, n_nodes)
    # Two around a node stand in any order; most nodes have no more.
    for degree in np.flatnonzero(np.bincount(count)[3:]).tolist():
        size = degree + 3
        at = first[count == size, None] + np.arange(size)
        some = order[at]
        angle = np.arctan2(way[some, 1], way[some, 0])
        order[at] = np.take_along_axis(some, np.argsort(angle, axis=1, kind="stable"), axis=1)
    return order


def _onward(origin: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Next half-edge around the face on the left: clockwise from the way back."""
    sorted_origin = origin[order]
    starts = np.flatnonzero(np.concatenate([[True], sorted_origin[1:] != sorted_origin[:-1]]))
    ends = np.append(starts[1:], len(order)) - 1
    before = np.arange(-1, len(order) - 1)
    before[starts] = ends
    clockwise = np.empty(len(order), dtype=np.int64)
    clockwise[order] = order[before]
    return clockwise[np.arange(len(order)) ^ 1]


def _holders(faces: Faces, nodes: np.ndarray) -> np.ndarray:
    """For walks around the outside of a part: the smallest face that holds the part."""
    inside = np.arange(len(faces.area))
    outer = np.flatnonzero(faces.area <= 0)
    inside[outer] = -1
    inner = np.flatnonzero(faces.area > 0)
    if len(outer) <= 1 or not len(inner):
        return inside
    low, high = _boxes(faces, nodes)
    some = np.empty(len(faces.area), dtype=np.int64)
    some[faces.walk] = faces.origin
    which, holder = _over(nodes[some[outer]], low[inner], high[inner])
    which, holder = outer[which], inner[holder]
    fits = (faces.part[which] != faces.part[holder]) & (low[which] >= low[holder]).all(axis=1)
    fits &= (high[which] <= high[holder]).all(axis=1)
    which, holder = which[fits], holder[fits]
    if not len(which):
        return inside
    asked, back = np.unique(holder, return_inverse=True)
    shells = _rings(faces, nodes, asked)[0]
    shapely.prepare(shells)
    at = nodes[some[which]]
    holds = shapely.contains_xy(shells[back], at[:, 0], at[:, 1])
    which, holder = which[holds], holder[holds]
    order = np.lexsort((holder, faces.area[holder], which))
    which, holder = which[order], holder[order]
    first = np.unique(which, return_index=True)[1]
    inside[which[first]] = holder[first]
    return inside


def _over(points: np.ndarray, low: np.ndarray, high: np.ndarray):
    """Pairs of point and box around it."""
    if len(points) > 50:
        tree = shapely.STRtree(shapely.box(*low.T, *high.T))
        return tree.query(shapely.points(points))
    hits = [np.flatnonzero(((low <= p) & (p <= high)).all(axis=1)) for p in points]
    return np.repeat(np.arange(len(points)), [len(h) for h in hits]), np.concatenate(hits)


def _boxes(faces: Faces, nodes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = order_of(faces.walk, len(faces.area))
    first = counted(faces.walk, len(faces.area))[1]
    at = nodes[faces.origin[order]]
    return np.minimum.reduceat(at, first), np.maximum.reduceat(at, first)


def _rings(faces: Faces, nodes: np.ndarray, walks: np.ndarray):
    """The walks as polygons without holes, with their walk numbers, pinched ones marked."""
    wanted = np.zeros(len(faces.area), dtype=bool)
    wanted[walks] = True
    edges = np.flatnonzero(wanted[faces.walk])
    walk = faces.walk[edges]
    count, begin = counted(walk, len(faces.area))
    order = np.empty_like(edges)
    order[begin[walk] + count[walk] - 1 - _left(faces, edges)] = edges
    of = faces.walk[order]
    first = np.flatnonzero(np.concatenate([[True], of[1:] != of[:-1]]))
    length = np.diff(first, append=len(of))
    # Each ring is closed by its first node.
    slots = np.arange(len(of)) + np.repeat(np.arange(len(first)), length)
    offsets = np.append(0, np.cumsum(length + 1))
    points = np.empty((len(of) + len(first), 2))
    points[slots] = nodes[faces.origin[order]]
    points[offsets[1:] - 1] = nodes[faces.origin[order[first]]]
    keys = of * len(nodes) + faces.origin[order]
    keys.sort()
    pinched = np.unique(keys[1:][keys[1:] == keys[:-1]] // len(nodes))
    flat = (offsets, np.arange(len(offsets)))
    made = np.full(len(first), None, dtype=object)
    ok = length >= 3
    if ok.all():
        made = shapely.from_ragged_array(shapely.GeometryType.POLYGON, points, flat)
    else:
        for k in np.flatnonzero(ok):
            made[k] = shapely.polygons(points[offsets[k] : offsets[k + 1]])
    return made, of[first], np.isin(of[first], pinched)


def _left(faces: Faces, edges: np.ndarray) -> np.ndarray:
    """Half-edges that follow each along its walk, which begins with its lowest half-edge."""
    local = np.full(len(faces.onward), -1, dtype=np.int64)
    local[edges] = np.arange(len(edges))
    jump = local[faces.onward[edges]]
    head = np.empty(len(faces.area), dtype=np.int64)
    head[faces.walk[edges][::-1]] = np.arange(len(edges))[::-1]
    last = jump == head[faces.walk[edges]]
    jump = np.where(last, np.arange(len(edges)), jump)
    left = np.where(last, 0, 1)
    while True:
        more = left[jump]
        if not more.any():
            break
        left = left + more
        jump = jump[jump]
    return left


def face_polygons(faces: Faces, nodes: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Faces as polygons with their holes.

    Parameters
    ----------
    wanted : array of int
        Walk numbers of faces, sorted.

    Returns
    -------
    array of Polygon or MultiPolygon
        Valid; a face that touches itself in a point may come as several parts.
    """
    if not len(wanted):
        return np.empty(0, dtype=object)
    shells, _, pinched = _rings(faces, nodes, wanted)
    holes = np.flatnonzero(faces.outer & np.isin(faces.inside, wanted))
    if len(holes):
        rings, which, _ = _rings(faces, nodes, holes)
        holder = np.searchsorted(wanted, faces.inside[which])
        order = np.argsort(holder, kind="stable")
        holder, rings = holder[order], rings[order]
        for k in np.unique(holder):
            mine = rings[np.searchsorted(holder, k) : np.searchsorted(holder, k, side="right")]
            mine = [r for r in mine if r is not None]
            if mine:
                shells[k] = shapely.Polygon(shells[k].exterior, [r.exterior for r in mine])
                pinched[k] = True
    check = np.flatnonzero(pinched)
    check = check[~shapely.is_valid(shells[check])]
    shells[check] = shapely.make_valid(shells[check], method="structure")
    return shells


def spread(faces: Faces, delta: np.ndarray) -> np.ndarray:
    """Counts over every face, nothing lying over the unbounded one.

    Parameters
    ----------
    delta : array of int, shape (half-edges, k)
        What a half-edge has on its left more than on its right.

    Returns
    -------
    array of int, shape (walks, k)
        Counts over every face; those of outer walks are of the face around the part.
    """
    root = len(faces.area)
    outer = faces.outer
    twin = np.arange(len(faces.walk)) ^ 1
    left = np.where(outer[faces.walk], root, faces.walk)
    right = left[twin]
    goes = np.flatnonzero(left != right)
    from_, to = right[goes], left[goes]
    graph = csr_matrix((np.ones(len(goes), bool), (from_, to)), (root + 1, root + 1))
    order, before = breadth_first_order(graph, root, directed=True)
    order = order[1:]
    before = before.astype(np.int64)
    over = np.flatnonzero(before[to] == from_)
    by = np.empty(root + 1, dtype=np.int64)
    by[to[over]] = goes[over]
    value = np.zeros((root + 1, delta.shape[1]), dtype=np.int64)
    value[order] = delta[by[order]]
    jump = np.full(root + 1, root)
    jump[order] = before[order]
    while (jump != root).any():
        value = value + value[jump]
        jump = jump[jump]
    return _lifted(faces, value[:-1])


def _lifted(faces: Faces, value: np.ndarray) -> np.ndarray:
    """Counts of parts that lie in a face of another part, that face's counts added."""
    nested = np.flatnonzero(faces.outer & (faces.inside >= 0))
    if not len(nested):
        return value
    holder = faces.inside[nested]
    n_parts = int(faces.part.max()) + 1
    above = np.full(n_parts + 1, n_parts)
    lift = np.zeros((n_parts + 1, value.shape[1]), dtype=np.int64)
    above[faces.part[nested]] = faces.part[holder]
    lift[faces.part[nested]] = value[holder]
    while (above != n_parts).any():
        lift = lift + lift[above]
        above = above[above]
    return value + lift[faces.part]
