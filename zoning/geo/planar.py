"""A planar graph of line segments: half-edges, faces, rings.

Everything is flat arrays over the whole county, so that no polygon has to be built before the
last step. Segment ``s`` from node ``a`` to node ``b`` gives half-edges ``2 s`` and ``2 s + 1``;
a face lies to the left of its half-edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from zoning.geo.grouping import first_connected, offsets, steps
from zoning.geo.kernels.half_edges import label_cycles, next_clockwise, number_points, peel

__all__ = [
    "Planar",
    "close_rings",
    "found_in",
    "number_nodes",
    "spread",
    "trace_faces",
    "without_dangles",
]


@dataclass(frozen=True)
class Planar:
    """Segments with the faces on both sides.

    Parameters
    ----------
    xy : array of float, shape (nodes, 2)
        Coordinates in metres.
    ends : array of int, shape (segments, 2)
        Nodes at both ends of each segment.
    after : array of int, shape (2 * segments,)
        Next half-edge around the face on the left.
    face : array of int, shape (2 * segments,)
        Face on the left of each half-edge, -1 outside everything.
    area : array of float, shape (faces,)
        Area of each face, its holes taken off, in square metres.
    way : array of float, shape (segments, 2), optional
        Which way each segment runs, where its ends do not say it well enough (`trace_faces`).
    """

    xy: np.ndarray
    ends: np.ndarray
    after: np.ndarray
    face: np.ndarray
    area: np.ndarray
    way: np.ndarray | None = None

    @property
    def n_faces(self) -> int:
        """How many bounded faces there are."""
        return len(self.area)

    @property
    def tail(self) -> np.ndarray:
        """Node that each half-edge starts from."""
        return self.ends.ravel()

    def ways(self, rows: np.ndarray) -> np.ndarray:
        """Which way some segments run, shape (n, 2)."""
        if self.way is not None:
            return self.way[rows]
        return self.xy[self.ends[rows, 1]] - self.xy[self.ends[rows, 0]]

    @cached_property
    def lengths(self) -> np.ndarray:
        """Length of each segment in metres."""
        step = self.xy[self.ends[:, 1]] - self.xy[self.ends[:, 0]]
        return np.hypot(step[:, 0], step[:, 1])


def number_nodes(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distinct points in order of appearance, and the number of each given one."""
    n = len(points)
    # Adding 0.0 turns a negative zero into a positive one, which has other bytes.
    bits = (np.ascontiguousarray(points) + 0.0).view(np.int64)
    number, first = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    count = number_points(bits, number, first)
    return points[first[:count]], number


def found_in(points: np.ndarray, table: np.ndarray) -> np.ndarray:
    """Row of each point in a table of points, the first where it has several, -1 for none."""
    number = number_nodes(np.vstack([table, points]))[1]
    known = len(table)
    row = np.full(len(number), -1)
    row[number[:known][::-1]] = np.arange(known)[::-1]
    return row[number[known:]]


def without_dangles(n_nodes: int, ends: np.ndarray) -> np.ndarray:
    """Which segments remain when those that end in nothing are taken away again and again."""
    flat = np.ascontiguousarray(ends, dtype=np.int64).ravel()
    degree = np.bincount(flat, minlength=n_nodes).astype(np.int64)
    link = np.zeros(n_nodes, dtype=np.int64)
    np.bitwise_xor.at(link, flat, np.repeat(np.arange(len(ends), dtype=np.int64), 2))
    alive = np.ones(len(ends), dtype=np.int64)
    peel(flat, degree, link, alive)
    return alive == 1


def trace_faces(xy: np.ndarray, ends: np.ndarray, way: np.ndarray | None = None) -> Planar:
    """The faces that segments without crossings enclose.

    Parameters
    ----------
    xy : array of float, shape (nodes, 2)
    ends : array of int, shape (segments, 2)
        No segment twice, none without length.
    way : array of float, shape (segments, 2), optional
        Which way each segment runs, where that is known better than from its ends: a node put
        into a long segment is off it by a rounding, which is much in a short piece.

    Returns
    -------
    Planar
        Islands inside a face are taken off its area.
    """
    tail = ends.ravel()
    head = ends[:, ::-1].ravel()
    after = _turn_left(xy, tail, head, way)
    n = len(tail)
    label, order = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    count = label_cycles(after, label, order)
    sizes = np.bincount(label, minlength=count)
    signed = _signed_areas(xy, tail, head, label, order[offsets(sizes)[:-1]])
    ring_of = _Rings(xy, tail, order, offsets(sizes))
    part_of = first_connected(len(xy), ends)[tail[order[offsets(sizes)[:-1]]]]
    # Of what hangs together one cycle runs around the outside: by its sign alone a face thinner
    # than rounding could be taken for one.
    most = np.lexsort((signed, part_of))
    holes = np.sort(most[np.unique(part_of[most], return_index=True)[1]])
    shells = np.setdiff1d(np.arange(count), holes, assume_unique=True)
    face_of_cycle = np.full(count, -1, dtype=np.int64)
    face_of_cycle[shells] = np.arange(len(shells))
    area = signed[shells]
    if len(holes) > 1:
        home = _home_of_holes(ring_of, shells, holes, signed, part_of)
        face_of_cycle[holes] = home
        np.add.at(area, home[home >= 0], signed[holes][home >= 0])
    return Planar(xy, ends, after, face_of_cycle[label], area, way)


def _signed_areas(
    xy: np.ndarray, tail: np.ndarray, head: np.ndarray, label: np.ndarray, first: np.ndarray
) -> np.ndarray:
    """Area of each cycle, positive counter-clockwise.

    Coordinates count from a point of the cycle itself: from anywhere else, the rounding of
    large products would give a face of square millimetres either sign.
    """
    step = []
    for node in (tail, head):
        step.append([xy[node, axis] - xy[tail[first], axis][label] for axis in range(2)])
    (ax, ay), (bx, by) = step
    return np.bincount(label, weights=ax * by - bx * ay, minlength=len(first)) / 2.0


def _turn_left(
    xy: np.ndarray, tail: np.ndarray, head: np.ndarray, way: np.ndarray | None
) -> np.ndarray:
    """Next half-edge around the face on the left of each."""
    n = len(tail)
    start = offsets(np.bincount(tail, minlength=len(xy)))
    after = np.empty(n, dtype=np.int64)
    step = xy[head] - xy[tail] if way is None else np.stack([way, -way], axis=1)
    next_clockwise(np.ascontiguousarray(tail), start, np.ascontiguousarray(step), after)
    return after


@dataclass(frozen=True)
class _Rings:
    xy: np.ndarray
    tail: np.ndarray
    order: np.ndarray
    start: np.ndarray

    def polygons(self, cycles: np.ndarray) -> np.ndarray:
        sizes = self.start[cycles + 1] - self.start[cycles]
        take = np.repeat(self.start[cycles], sizes) + steps(sizes)
        return close_rings(self.xy[self.tail[self.order[take]]], sizes)

    def first_point(self, cycles: np.ndarray) -> np.ndarray:
        return self.xy[self.tail[self.order[self.start[cycles]]]]


def close_rings(points: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Polygons without holes from open rings that stand one after another."""
    if not len(sizes):
        return np.empty(0, dtype=object)
    rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(sizes)), sizes))
    return shapely.polygons(rings)


def _boxes_around(
    rings: _Rings, shells: np.ndarray, points: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a point and a shell whose box holds it, by point."""
    nodes, start = rings.tail[rings.order], rings.start[:-1]
    low, high = np.empty((len(shells), 2)), np.empty((len(shells), 2))
    for axis in range(2):
        # One coordinate at a time: numpy reduces flat arrays several times faster.
        value = rings.xy[nodes, axis]
        low[:, axis] = np.minimum.reduceat(value, start)[shells]
        high[:, axis] = np.maximum.reduceat(value, start)[shells]
    east = np.argsort(points[:, 0], kind="stable")
    x = points[east, 0]
    first, last = np.searchsorted(x, low[:, 0], "left"), np.searchsorted(x, high[:, 0], "right")
    count = last - first
    shell = np.repeat(np.arange(len(shells)), count)
    point = east[np.repeat(first, count) + steps(count)]
    y = points[point, 1]
    hit = (y >= low[shell, 1]) & (y <= high[shell, 1])
    point, shell = point[hit], shell[hit]
    order = np.lexsort((shell, point))
    return point[order], shell[order]


def _home_of_holes(
    rings: _Rings, shells: np.ndarray, holes: np.ndarray, signed: np.ndarray, part_of: np.ndarray
) -> np.ndarray:
    """Face that each island's outer ring lies in, -1 outside everything."""
    points = rings.first_point(holes)
    island, inside = _boxes_around(rings, shells, points)
    near, back = np.unique(inside, return_inverse=True)
    polygons = rings.polygons(shells[near])
    shapely.prepare(polygons)
    within = shapely.intersects_xy(polygons[back], *points[island].T)
    island, inside = island[within], inside[within]
    foreign = part_of[shells[inside]] != part_of[holes[island]]
    island, inside = island[foreign], inside[foreign]
    order = np.lexsort((inside, signed[shells[inside]], island))
    first = np.unique(island[order], return_index=True)
    home = np.full(len(holes), -1, dtype=np.int64)
    home[first[0]] = inside[order][first[1]]
    return home


def spread(planar: Planar, delta: np.ndarray) -> np.ndarray:
    """Counts over every face, nothing lying over the unbounded one.

    Going over a segment changes what lies above by what ends there, so counts spread from the
    outside inwards and no point has to be looked up.

    Parameters
    ----------
    planar : Planar
    delta : array of int, shape (half-edges, k)
        What a half-edge has on its left more than on its right.

    Returns
    -------
    array of int, shape (faces, k)
    """
    root = planar.n_faces
    left = np.where(planar.face >= 0, planar.face, root)
    right = left.reshape(-1, 2)[:, ::-1].ravel()
    goes = np.flatnonzero(left != right)
    from_, to = right[goes], left[goes]
    graph = csr_matrix((np.ones(len(goes), bool), (from_, to)), (root + 1, root + 1))
    order, before = breadth_first_order(graph, root, directed=True)
    order, before = order[1:], before.astype(np.int64)
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
    return value[:-1]
