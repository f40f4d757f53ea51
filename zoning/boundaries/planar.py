"""A planar graph of line segments: half-edges, faces, rings.

Everything is flat arrays over the whole county, so that no polygon has to be built before the
last step. Segment ``s`` from node ``a`` to node ``b`` gives half-edges ``2 s`` and ``2 s + 1``;
a face lies to the left of its half-edges.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from zoning.boundaries.kernels import kernel

__all__ = [
    "Planar",
    "close_rings",
    "groups",
    "number_nodes",
    "offsets",
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
    """

    xy: np.ndarray
    ends: np.ndarray
    after: np.ndarray
    face: np.ndarray
    area: np.ndarray

    @property
    def n_faces(self) -> int:
        """How many bounded faces there are."""
        return len(self.area)

    @property
    def tail(self) -> np.ndarray:
        """Node that each half-edge starts from."""
        return self.ends.ravel()

    def lengths(self) -> np.ndarray:
        """Length of each segment in metres."""
        step = self.xy[self.ends[:, 1]] - self.xy[self.ends[:, 0]]
        return np.hypot(step[:, 0], step[:, 1])


def offsets(counts: np.ndarray) -> np.ndarray:
    """Starts of consecutive groups with these sizes, and the end of the last one."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def groups(keys: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Positions sorted by group, and where each of `n` groups starts among them."""
    order = np.argsort(keys, kind="stable")
    return order, offsets(np.bincount(keys, minlength=n)[:n])


def number_nodes(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distinct points in order of x, y, and the number of each given one."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    ordered = points[order]
    new = np.ones(len(points), dtype=bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    number = np.empty(len(points), dtype=np.int64)
    number[order] = np.cumsum(new) - 1
    return ordered[new], number


def without_dangles(n_nodes: int, ends: np.ndarray) -> np.ndarray:
    """Which segments remain when those that end in nothing are taken away again and again."""
    flat = np.ascontiguousarray(ends, dtype=np.int64).ravel()
    degree = np.bincount(flat, minlength=n_nodes).astype(np.int64)
    link = np.zeros(n_nodes, dtype=np.int64)
    np.bitwise_xor.at(link, flat, np.repeat(np.arange(len(ends), dtype=np.int64), 2))
    alive = np.ones(len(ends), dtype=np.int64)
    kernel("peel")(len(ends), flat, degree, link, alive)
    return alive == 1


def trace_faces(xy: np.ndarray, ends: np.ndarray) -> Planar:
    """The faces that segments without crossings enclose.

    Parameters
    ----------
    xy : array of float, shape (nodes, 2)
    ends : array of int, shape (segments, 2)
        No segment twice, none without length.

    Returns
    -------
    Planar
        Islands inside a face are taken off its area.
    """
    tail = ends.ravel()
    head = ends[:, ::-1].ravel()
    after = _turn_left(xy, tail, head)
    n = len(tail)
    label = np.full(n, -1, dtype=np.int64)
    order = np.empty(n, dtype=np.int64)
    count = kernel("label_cycles")(n, after, label, order)
    # Coordinates relative to the middle keep the sums of products exact enough.
    local = xy - xy.mean(axis=0) if len(xy) else xy
    cross = local[tail, 0] * local[head, 1] - local[head, 0] * local[tail, 1]
    signed = np.bincount(label, weights=cross, minlength=count) / 2.0
    shells = np.flatnonzero(signed > 0)
    face_of_cycle = np.full(count, -1, dtype=np.int64)
    face_of_cycle[shells] = np.arange(len(shells))
    area = signed[shells]
    holes = np.flatnonzero(signed <= 0)
    if len(holes) > 1:
        sizes = np.bincount(label, minlength=count)
        ring_of = _Rings(xy, tail, order, offsets(sizes))
        home = _home_of_holes(ring_of, shells, holes, signed, tail, ends, len(xy))
        face_of_cycle[holes] = home
        np.add.at(area, home[home >= 0], signed[holes][home >= 0])
    return Planar(xy, ends, after, face_of_cycle[label], area)


def _turn_left(xy, tail, head):
    """Next half-edge around the face on the left: at the head, the next one clockwise."""
    step = xy[head] - xy[tail]
    angle = np.arctan2(step[:, 1], step[:, 0])
    order = np.lexsort((angle, tail))
    start = np.ones(len(tail), dtype=bool)
    start[1:] = tail[order][1:] != tail[order][:-1]
    first = np.flatnonzero(start)
    size = np.diff(np.append(first, len(tail)))
    before = np.empty(len(tail), dtype=np.int64)
    before[1:] = order[:-1]
    before[first] = order[first + size - 1]
    clockwise = np.empty(len(tail), dtype=np.int64)
    clockwise[order] = before
    return np.ascontiguousarray(clockwise[np.arange(len(tail)) ^ 1])


@dataclass(frozen=True)
class _Rings:
    xy: np.ndarray
    tail: np.ndarray
    order: np.ndarray
    start: np.ndarray

    def polygons(self, cycles):
        sizes = self.start[cycles + 1] - self.start[cycles]
        take = np.repeat(self.start[cycles] - offsets(sizes)[:-1], sizes) + np.arange(sizes.sum())
        return close_rings(self.xy[self.tail[self.order[take]]], sizes)

    def first_point(self, cycles):
        return self.xy[self.tail[self.order[self.start[cycles]]]]


def close_rings(points: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Polygons without holes from open rings that stand one after another."""
    if not len(sizes):
        return np.empty(0, dtype=object)
    rings = shapely.linearrings(points, indices=np.repeat(np.arange(len(sizes)), sizes))
    return shapely.polygons(rings)


def _home_of_holes(rings, shells, holes, signed, tail, ends, n_nodes):
    """Face that each island's outer ring lies in, -1 outside everything."""
    graph = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(n_nodes, n_nodes))
    _, part = connected_components(graph, directed=False)
    part_of = part[tail[rings.order[rings.start[:-1]]]]
    polygons = rings.polygons(shells)
    points = shapely.points(rings.first_point(holes))
    island, inside = shapely.STRtree(polygons).query(points, predicate="within")
    foreign = part_of[shells[inside]] != part_of[holes[island]]
    island, inside = island[foreign], inside[foreign]
    order = np.lexsort((inside, signed[shells[inside]], island))
    first = np.unique(island[order], return_index=True)
    home = np.full(len(holes), -1, dtype=np.int64)
    home[first[0]] = inside[order][first[1]]
    return home
