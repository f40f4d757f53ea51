"""Common borders of areas that were drawn, or cut, one by one: the same vertices on both sides."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from zoning.boundaries.borders_edges import distinct, edges_of, pairing

__all__ = ["matched"]

#: How near two places are one, in metres: below any survey, above what rounding makes of two
#: lines that were one. Noding is not safe with land much thinner than this between them.
_ONE_PLACE = 1e-6


def matched(polygons: np.ndarray) -> np.ndarray:
    """Polygons of which the borders that run along each other are the same, vertex by vertex.

    Where two borders are the same but for rounding, one of them has a vertex that the other has
    not, or both have it a digit apart. Lines between them would enclose land thinner than
    numbers can tell. Each border gets the vertices of the other, and no point moves by more
    than a micrometre.

    Parameters
    ----------
    polygons : array of Polygon or MultiPolygon
        Valid, in one CRS in metres.

    Returns
    -------
    array of Polygon or MultiPolygon
        Those that fit already, and those that would become invalid, are the same objects.
    """
    edges = edges_of(polygons)
    loose = edges.take(pairing(edges) < 0)
    if not len(loose):
        return polygons
    spots = distinct(np.vstack([loose.start, loose.end]))
    stands = spots[_first_of_knot(spots)]
    tree = shapely.STRtree(shapely.points(stands))
    made = polygons.copy()
    for row in np.unique(loose.owner):
        shape = _with_vertices(polygons[row], spots, stands, tree)
        if shape is not None:
            made[row] = shape
    return made


def _first_of_knot(spots) -> np.ndarray:
    """For each point the first, by coordinates, of those that are one place with it."""
    pairs = cKDTree(spots).query_pairs(_ONE_PLACE, output_type="ndarray")
    links = coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=[len(spots)] * 2)
    knot = connected_components(links, directed=False)[1]
    return np.unique(knot, return_index=True)[1][knot]


def _with_vertices(polygon, spots, stands, tree):
    """A polygon with the places that its edges run through; ``None`` where nothing changes."""
    parts, _ = shapely.get_parts(polygon, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    moved = _moved(xy, spots, stands)
    goes_on = np.flatnonzero(ring[1:] == ring[:-1])
    lines = shapely.linestrings(np.stack([moved[goes_on], moved[goes_on + 1]], axis=1))
    edge, spot = tree.query(lines, predicate="dwithin", distance=_ONE_PLACE)
    found = shapely.get_coordinates(tree.geometries[spot])
    base, tip = moved[goes_on[edge]], moved[goes_on[edge] + 1]
    fresh = (found != base).any(axis=1) & (found != tip).any(axis=1)
    edge, found, base, tip = edge[fresh], found[fresh], base[fresh], tip[fresh]
    if not len(edge) and (moved == xy).all():
        return None
    along = ((found - base) * (tip - base)).sum(axis=1)
    order = np.lexsort((along, edge))
    at = goes_on[edge[order]] + 1
    moved, ring = np.insert(moved, at, found[order], axis=0), np.insert(ring, at, ring[at - 1])
    new = np.ones(len(ring), dtype=bool)
    new[1:] = (ring[1:] != ring[:-1]) | (moved[1:] != moved[:-1]).any(axis=1)
    moved, ring = moved[new], ring[new]
    size = np.bincount(ring, minlength=len(rings))
    if (size < 4).any():
        return None
    closed = shapely.linearrings(moved, indices=ring)
    shells = [closed[part == k] for k in range(len(parts))]
    whole = [shapely.polygons(some[0], some[1:]) for some in shells]
    shape = whole[0] if len(whole) == 1 else shapely.multipolygons(whole)
    return shape if shapely.is_valid(shape) else None


def _moved(xy, spots, stands) -> np.ndarray:
    """Points at the places that stand for them."""
    keys = spots[:, 0] + 1j * spots[:, 1]
    mine = xy[:, 0] + 1j * xy[:, 1]
    at = np.minimum(np.searchsorted(keys, mine), len(keys) - 1)
    return np.where((keys[at] == mine)[:, None], stands[at], xy)
