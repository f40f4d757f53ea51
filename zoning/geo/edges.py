"""Edges of polygons as arrays: which are shared exactly, which are not, and who lies beside.

Every edge has the land of its polygon on the left (shells anticlockwise, holes clockwise). In
a valid coverage each inner edge then stands exactly twice, once in each direction; what stands
once is an outer border or a mismatch. Nearly all edges of a good coverage are recognised so,
by one 64-bit number for their place, and never looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import shapely

from zoning.geo.grouping import is_first
from zoning.model.tolerances import tolerance

__all__ = [
    "Edges",
    "Places",
    "distinct",
    "edges_of",
    "faces_of",
    "join_lines",
    "lines_between",
    "owners_of",
    "pairing",
    "places_of",
    "segments_of",
    "unmatched",
]

_UNSURE = tolerance("unsure_ring")

_MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
_SHIFTS = np.uint64(29), np.uint64(32)


@dataclass(frozen=True)
class Edges:
    """Directed edges; those of polygons have the land of `owner` on their left.

    Parameters
    ----------
    start, end : numpy.ndarray, shape (n, 2)
        Coordinates, exactly as they were given.
    owner : numpy.ndarray of int, shape (n,)
        Position of the polygon that the edge bounds.
    """

    start: np.ndarray
    end: np.ndarray
    owner: np.ndarray

    def __len__(self) -> int:
        return len(self.owner)

    def take(self, rows: np.ndarray | slice) -> Edges:
        """The edges of a mask or of positions."""
        return Edges(self.start[rows], self.end[rows], self.owner[rows])

    def joined(self, other: Edges) -> Edges:
        """These edges and then the others."""
        return Edges(
            np.concatenate([self.start, other.start]),
            np.concatenate([self.end, other.end]),
            np.concatenate([self.owner, other.owner]),
        )

    @property
    def lines(self) -> np.ndarray:
        """Each edge as a LineString of two points."""
        return lines_between(self.start, self.end)

    @property
    def middles(self) -> np.ndarray:
        """Points halfway along each edge."""
        return shapely.points((self.start + self.end) / 2)

    @property
    def lengths(self) -> np.ndarray:
        """Length of each edge."""
        return np.hypot(*(self.end - self.start).T)


@dataclass(frozen=True)
class Places:
    """Edges by the place that they lie in, whatever their direction.

    Parameters
    ----------
    order : array of int
        The edges, those of one place beside each other.
    first : array of int
        Where each place begins in `order`.
    turned : array of bool
        Of each in `order`, whether it runs against the first of its place.
    """

    order: np.ndarray
    first: np.ndarray
    turned: np.ndarray

    @property
    def count(self) -> np.ndarray:
        """How many edges lie in each place."""
        return np.diff(self.first, append=len(self.order))


def lines_between(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """LineStrings of two points each."""
    points = np.empty((2 * len(start), 2))
    points[::2], points[1::2] = start, end
    ends = np.arange(0, len(points) + 1, 2)
    return shapely.from_ragged_array(shapely.GeometryType.LINESTRING, points, (ends,))


def segments_of(lines: Any) -> Edges:
    """The single segments of lines one after another; `owner` is the line of each."""
    xy, line = shapely.get_coordinates(lines, return_index=True)
    at = np.flatnonzero(~is_first(line)[1:])
    return Edges(xy[at], xy[at + 1], line[at])


def edges_of(geoms: Any, rows: np.ndarray | None = None) -> Edges:
    """The directed edges of polygons, edges of length nought left out.

    Parameters
    ----------
    geoms : array of Polygon or MultiPolygon
        Any order of rings; ``None`` and empty ones have no edges.
    rows : array of int, optional
        Which of them; all where this is left out.
    """
    geoms = np.asarray(geoms, dtype=object)
    rows = np.arange(len(geoms)) if rows is None else rows
    shapes = geoms[rows]
    filled = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if not filled.all():
        rows, shapes = rows[filled], shapes[filled]
    if not len(shapes):
        nothing = np.empty((0, 2))
        return Edges(nothing, nothing, np.empty(0, dtype=np.int64))
    points, start, owner, outer = _rings(shapes)
    points += 0.0  # minus zero and zero are one place
    flip = _counter_clockwise(points, start) != outer
    count = np.diff(start)
    if flip.any():
        at = np.arange(len(points))
        back = np.repeat(flip, count)
        at[back] = (np.repeat(start[:-1] + start[1:] - 1, count) - at)[back]
        points = points[at]
    goes = (points[1:, 0] != points[:-1, 0]) | (points[1:, 1] != points[:-1, 1])
    goes[start[1:-1] - 1] = False
    goes = np.flatnonzero(goes)
    return Edges(points[goes], points[goes + 1], np.repeat(rows[owner], count)[goes])


def _rings(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
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
    unsure = np.flatnonzero(np.abs(area) <= _UNSURE * np.add.reduceat(np.abs(cross), rings[:-1]))
    out = area > 0
    if len(unsure):
        lines = [points[rings[i] : rings[i + 1]] for i in unsure]
        out[unsure] = shapely.is_ccw([shapely.linearrings(line) for line in lines])
    return out


def places_of(edges: Edges) -> Places:
    """Edges that lie in the same place found by a number for it; no two places are confused."""
    places = _places(edges, _hash_edges(edges))
    # Two places with one hash: numbered by their coordinates, they are told apart.
    return cast(Places, _places(edges, _rank_edges(edges)) if places is None else places)


def _places(edges: Edges, key: np.ndarray) -> Places | None:
    """Edges with one key as one place; None if some of them lie elsewhere."""
    order = np.argsort(key)
    first = np.flatnonzero(is_first(key[order]))
    follows = np.ones(len(order), dtype=bool)
    follows[first] = False
    mine = order[follows]
    lead = order[np.repeat(first, np.diff(first, append=len(order)) - 1)]
    # A point as one number of 16 bytes: one look-up in memory instead of two.
    start, end = _as_complex(edges.start), _as_complex(edges.end)
    from_, to, lead_from, lead_to = start[mine], end[mine], start[lead], end[lead]
    along = (from_ == lead_from) & (to == lead_to)
    if not (along | ((from_ == lead_to) & (to == lead_from))).all():
        return None
    turned = np.zeros(len(order), dtype=bool)
    turned[follows] = ~along
    return Places(order, first, turned)


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
    number = distinct(points, return_inverse=True)[1].reshape(2, -1).astype(np.uint64)
    return number.min(axis=0) * np.uint64(len(points)) + number.max(axis=0)


def pairing(edges: Edges) -> np.ndarray:
    """For each edge the position of its one opposite edge, -1 where there is none.

    An edge that stands three times or twice in one direction has no opposite: it is not
    shared cleanly.
    """
    places = places_of(edges)
    twin = np.full(len(edges), -1, dtype=np.int64)
    at = places.first[places.count == 2]
    at = at[places.turned[at + 1]]
    one, two = places.order[at], places.order[at + 1]
    twin[one], twin[two] = two, one
    return twin


def unmatched(edges: Edges) -> Edges:
    """The edges that no other polygon shares in the opposite direction."""
    return edges.take(pairing(edges) < 0)


def faces_of(lines: Any, grid: float | None = None) -> np.ndarray:
    """The closed faces that lines cut out of the plane.

    Parameters
    ----------
    lines : array of LineString
        May cross and overlap; they are noded first.
    grid : float, optional
        Node on a grid of this size (snap rounding) instead of in floating point.
    """
    lines = np.asarray(lines, dtype=object)
    if len(lines) == 0:
        return np.empty(0, dtype=object)
    noded = shapely.union_all(lines, grid_size=grid)
    return shapely.get_parts(shapely.polygonize([noded]))


def owners_of(faces: Any, geoms: Any, inside: Any = None) -> tuple[np.ndarray, np.ndarray]:
    """For each face the positions of the polygons that cover its inner point.

    Returns
    -------
    tuple of numpy.ndarray
        Two arrays of equal length: face position and polygon position, sorted.
    """
    inside = shapely.point_on_surface(faces) if inside is None else inside
    tree = shapely.STRtree(np.asarray(geoms, dtype=object))
    face, owner = tree.query(inside, predicate="within")
    order = np.lexsort([owner, face])
    return face[order], owner[order]


def _as_complex(xy: Any) -> np.ndarray:
    """Points as complex numbers, which compare and sort as pairs do, many times faster."""
    return np.ascontiguousarray(xy, dtype=float).view(np.complex128).reshape(-1)


def distinct(xy: Any, **options: Any) -> Any:
    """Distinct points, sorted; `options` and what else comes back as of `numpy.unique`."""
    found = np.unique(_as_complex(xy), **options)
    points = found[0] if options else found
    points = points.view(np.float64).reshape(-1, 2)
    return (points, *found[1:]) if options else points


def join_lines(lines: Any, *, directed: bool = False) -> shapely.Geometry:
    """Lines joined end to end where exactly two meet, as one (Multi)LineString."""
    lines = np.asarray(lines, dtype=object)
    if len(lines) == 0:
        return shapely.MultiLineString()
    parts = shapely.get_parts(shapely.multilinestrings(shapely.get_parts(lines)))
    return shapely.line_merge(shapely.multilinestrings(parts), directed=directed)
