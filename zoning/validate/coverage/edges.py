"""Polygons taken apart into directed edges, and edges matched by hash.

An edge has the interior of its polygon on the left. Two neighbours that fit share every edge
exactly once in each direction; nearly all edges of a good coverage are recognised so, by one
64-bit number, and never looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

__all__ = ["SIDES", "Edges", "distinct", "edges_of", "hash_points", "match", "runs"]

_MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
_SHIFTS = np.uint64(29), np.uint64(32)
#: What lies along an edge, packed into one number: zones left and right of it, parents left
#: and right of it, each counted in 16 bits.
SIDES = np.array([1, 1 << 16, 1 << 32, 1 << 48], dtype=np.int64)
_ZL, _ZR, _PL, _PR = (int(s) for s in SIDES)
#: Sides that need no further look: one zone on each side (within a parent, or with a parent
#: on each side), or the outermost border of zone and parent alike.
_FITS = np.array([_ZL + _ZR, _ZL + _ZR + _PL + _PR, _ZL + _PL, _ZR + _PR], dtype=np.int64)


@dataclass(frozen=True)
class Edges:
    """Directed edges with the interior on their left.

    Parameters
    ----------
    start, end : array of float, shape (n, 2)
        Coordinates, exactly as they were given.
    owner : array of int
        Row of the polygon.
    """

    start: np.ndarray
    end: np.ndarray
    owner: np.ndarray

    def __len__(self) -> int:
        return len(self.owner)

    def take(self, which: np.ndarray) -> Edges:
        """The edges at these places."""
        return Edges(self.start[which], self.end[which], self.owner[which])

    def joined(self, other: Edges) -> Edges:
        """These edges and then the others."""
        return Edges(
            np.concatenate([self.start, other.start]),
            np.concatenate([self.end, other.end]),
            np.concatenate([self.owner, other.owner]),
        )


def edges_of(geometry: np.ndarray, rows: np.ndarray) -> Edges:
    """The edges of some polygons, without those of no length.

    Parameters
    ----------
    geometry : array of Polygon or MultiPolygon
        Valid, finite, not empty; any order of rings.
    rows : array of int
        Which of them.
    """
    if not len(rows):
        none = np.empty((0, 2))
        return Edges(none, none, np.empty(0, dtype=np.int32))
    points, rings, owner, outer = _rings(geometry[rows])
    points += 0.0  # minus zero and zero are one place
    owner = rows.astype(np.int32)[owner]
    flip = _counter_clockwise(points, rings) != outer
    is_start = np.ones(len(points), dtype=bool)
    is_start[rings[1:] - 1] = False
    start, end = points[is_start], points[np.flatnonzero(is_start) + 1]
    count = np.diff(rings) - 1
    owner, flip = np.repeat(owner, count), np.repeat(flip, count)
    if flip.any():
        start[flip], end[flip] = end[flip], start[flip]
    stays = (start != end).any(axis=1)
    if stays.all():
        return Edges(start, end, owner)
    return Edges(start[stays], end[stays], owner[stays])


def _rings(shapes: np.ndarray):
    """Vertices, where each ring begins, its polygon, and whether it is the outer one."""
    simple = shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON
    if simple.all() and not shapely.get_num_interior_rings(shapes).any():
        # One ring each: no need to make a geometry of every ring.
        rings = np.append(0, np.cumsum(shapely.get_num_coordinates(shapes)))
        count = len(shapes)
        return shapely.get_coordinates(shapes), rings, np.arange(count), np.ones(count, dtype=bool)
    kind, points, offsets = shapely.to_ragged_array(shapes, include_z=False)
    rings, polygons = offsets[0], offsets[1]
    owner = np.arange(len(shapes))
    if kind == shapely.GeometryType.MULTIPOLYGON:
        owner = np.repeat(owner, np.diff(offsets[2]))
    outer = np.zeros(len(rings) - 1, dtype=bool)
    outer[polygons[:-1]] = True
    return points, rings, np.repeat(owner, np.diff(polygons)), outer


def _counter_clockwise(points: np.ndarray, rings: np.ndarray) -> np.ndarray:
    """Which rings run counter-clockwise; asked of GEOS where the area is too small to tell."""
    local = points - np.repeat(points[rings[:-1]], np.diff(rings), axis=0)
    cross = np.empty(len(points))
    cross[:-1] = local[:-1, 0] * local[1:, 1] - local[1:, 0] * local[:-1, 1]
    cross[rings[1:] - 1] = 0.0
    area = np.add.reduceat(cross, rings[:-1])
    unsure = np.flatnonzero(np.abs(area) <= 1e-9 * np.add.reduceat(np.abs(cross), rings[:-1]))
    out = area > 0
    if len(unsure):
        lines = [points[rings[i] : rings[i + 1]] for i in unsure]
        out[unsure] = shapely.is_ccw([shapely.linearrings(line) for line in lines])
    return out


def hash_points(points: np.ndarray) -> np.ndarray:
    """A 64-bit number for every point, the same for the same coordinates."""
    bits = np.ascontiguousarray(points).view(np.uint64)
    out = bits[:, 0] * _MIX[0]
    out ^= out >> _SHIFTS[1]
    out += bits[:, 1] * _MIX[1]
    out ^= out >> _SHIFTS[0]
    out *= _MIX[2]
    out ^= out >> _SHIFTS[1]
    return out


def match(edges: Edges, n_zones: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Edges that lie in the same place, and what lies on their sides.

    Parameters
    ----------
    edges : Edges
        Owners from `n_zones` on are parents.
    n_zones : int
        Number of zones.

    Returns
    -------
    order : array of int
        The edges, those of one place beside each other.
    first : array of int
        Where each place begins in `order`.
    fits : array of bool
        Per place: the sides are as they should be.
    """
    order, first = _places(_hash_edges(edges))
    turned = _turned(edges, order, first)
    if turned is None:  # two places with one hash
        order, first = _places(_rank_edges(edges))
        turned = _turned(edges, order, first)
    # Counted from the first edge of the place: those that run as it does are on its left.
    side = turned + 2 * (edges.owner[order] >= n_zones)
    sides = np.add.reduceat(SIDES[side], first) if len(first) else np.empty(0, dtype=np.int64)
    return order, first, np.isin(sides, _FITS)


def _turned(edges: Edges, order: np.ndarray, first: np.ndarray) -> np.ndarray | None:
    """Which edges run against the first of their place; None if one is not there at all."""
    follows = np.ones(len(order), dtype=bool)
    follows[first] = False
    mine = order[follows]
    lead = order[np.repeat(first, runs(first, len(order)) - 1)]
    # A point as one number of 16 bytes: one look-up in memory instead of two.
    ends = (edges.start, edges.end)
    start, end = (np.ascontiguousarray(p).view(np.complex128)[:, 0] for p in ends)
    from_, to, lead_from, lead_to = start[mine], end[mine], start[lead], end[lead]
    along = (from_ == lead_from) & (to == lead_to)
    if not (along | ((from_ == lead_to) & (to == lead_from))).all():
        return None
    turned = np.zeros(len(order), dtype=bool)
    turned[follows] = ~along
    return turned


def _places(key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Edges sorted by the number of their place, and where each place begins."""
    order = np.argsort(key)
    key = key[order]
    return order, np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])


def _hash_edges(edges: Edges) -> np.ndarray:
    """A 64-bit number for the undirected place of every edge."""
    low, high = hash_points(edges.start), hash_points(edges.end)
    low, high = np.minimum(low, high), np.maximum(low, high)
    low *= _MIX[1]
    low ^= low >> _SHIFTS[0]
    low += high
    low *= _MIX[2]
    return low


def _rank_edges(edges: Edges) -> np.ndarray:
    """The same without any chance of a collision: places numbered by their coordinates."""
    points = np.concatenate([edges.start, edges.end])
    number = np.unique(points, axis=0, return_inverse=True)[1].reshape(2, -1).astype(np.uint64)
    return number.min(axis=0) * np.uint64(len(points)) + number.max(axis=0)


def runs(first: np.ndarray, total: int) -> np.ndarray:
    """Length of each run, given where each begins and where the last one ends."""
    return np.diff(first, append=total)


def distinct(keys: np.ndarray) -> np.ndarray:
    """Sorted distinct keys; quicker for many integers than numpy's table of hashes."""
    ordered = np.sort(keys)
    kept = np.ones(len(ordered), dtype=bool)
    kept[1:] = ordered[1:] != ordered[:-1]
    return ordered[kept]
