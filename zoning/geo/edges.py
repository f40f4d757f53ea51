"""Edges of polygons as arrays: which are shared exactly, which are not, and who lies beside.

Every polygon is oriented with its land on the left (shells anticlockwise, holes clockwise).
In a valid coverage each inner edge then stands exactly twice, once in each direction; what
stands once is an outer border or a mismatch. This is all that comparing and settling need
to know about topology, and it works on whole arrays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

__all__ = ["Edges", "distinct", "edges_of", "faces_of", "join_lines", "owners_of", "unmatched"]


@dataclass(frozen=True)
class Edges:
    """Directed edges with the land of `owner` on their left.

    Parameters
    ----------
    start, end : numpy.ndarray, shape (n, 2)
        Coordinates.
    owner : numpy.ndarray of int, shape (n,)
        Position of the polygon that the edge bounds.
    """

    start: np.ndarray
    end: np.ndarray
    owner: np.ndarray

    def __len__(self) -> int:
        return len(self.owner)

    def take(self, rows) -> Edges:
        """The edges of a mask or of positions."""
        return Edges(self.start[rows], self.end[rows], self.owner[rows])

    @property
    def lines(self) -> np.ndarray:
        """Each edge as a LineString of two points."""
        if not len(self):
            return np.empty(0, dtype=object)
        return shapely.linestrings(np.stack([self.start, self.end], axis=1))

    @property
    def middles(self) -> np.ndarray:
        """Points halfway along each edge."""
        return shapely.points((self.start + self.end) / 2)

    @property
    def lengths(self) -> np.ndarray:
        """Length of each edge."""
        return np.hypot(*(self.end - self.start).T)


def edges_of(geoms) -> Edges:
    """The directed edges of polygons, edges of length nought left out.

    Parameters
    ----------
    geoms : array of Polygon or MultiPolygon
        ``None`` and empty ones have no edges.
    """
    geoms = shapely.orient_polygons(np.asarray(geoms, dtype=object))
    parts, of_geom = shapely.get_parts(geoms, return_index=True)
    rings, of_part = shapely.get_rings(parts, return_index=True)
    xy, of_ring = shapely.get_coordinates(rings, return_index=True)
    if len(xy) == 0:
        nothing = np.empty((0, 2))
        return Edges(nothing, nothing, np.empty(0, dtype=np.int64))
    go = (of_ring[1:] == of_ring[:-1]) & (xy[1:] != xy[:-1]).any(axis=1)
    owner = of_geom[of_part[of_ring[:-1][go]]]
    return Edges(xy[:-1][go], xy[1:][go], owner)


def pairing(edges: Edges) -> np.ndarray:
    """For each edge the position of its one opposite edge, -1 where there is none.

    An edge that stands three times or twice in one direction has no opposite: it is not
    shared cleanly.
    """
    n = len(edges)
    twin = np.full(n, -1, dtype=np.int64)
    if n == 0:
        return twin
    s, e = edges.start, edges.end
    forward = (s[:, 0] < e[:, 0]) | ((s[:, 0] == e[:, 0]) & (s[:, 1] < e[:, 1]))
    low = np.where(forward[:, None], s, e)
    high = np.where(forward[:, None], e, s)
    key = np.column_stack([low, high])
    order = np.lexsort(key.T)
    ranked = key[order]
    fresh = np.ones(n, dtype=bool)
    fresh[1:] = (ranked[1:] != ranked[:-1]).any(axis=1)
    heads = np.flatnonzero(fresh)
    sizes = np.diff(np.append(heads, n))
    first = order[heads[sizes == 2]]
    second = order[heads[sizes == 2] + 1]
    opposite = forward[first] != forward[second]
    first, second = first[opposite], second[opposite]
    twin[first], twin[second] = second, first
    return twin


def unmatched(edges: Edges) -> Edges:
    """The edges that no other polygon shares in the opposite direction."""
    return edges.take(pairing(edges) < 0)


def faces_of(lines, grid: float | None = None) -> np.ndarray:
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


def owners_of(faces, geoms, inside=None) -> tuple[np.ndarray, np.ndarray]:
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


def distinct(xy, **options):
    """Distinct points, sorted; `options` and what else comes back as of `numpy.unique`."""
    # As complex numbers, which sort as pairs do: many times faster than rows.
    pairs = np.ascontiguousarray(xy, dtype=float).view(np.complex128).reshape(-1)
    found = np.unique(pairs, **options)
    points = found[0] if options else found
    points = points.view(np.float64).reshape(-1, 2)
    return (points, *found[1:]) if options else points


def join_lines(lines, *, directed: bool = False):
    """Lines joined end to end where exactly two meet, as one (Multi)LineString."""
    lines = np.asarray(lines, dtype=object)
    if len(lines) == 0:
        return shapely.MultiLineString()
    parts = shapely.get_parts(shapely.multilinestrings(shapely.get_parts(lines)))
    return shapely.line_merge(shapely.multilinestrings(parts), directed=directed)
