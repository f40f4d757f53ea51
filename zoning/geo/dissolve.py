"""Polygons of faces that carry the same label, traced along their outer half-edges."""

from __future__ import annotations

import numpy as np
import shapely

from zoning.geo.grouping import groups, offsets
from zoning.geo.kernels.half_edges import trace_rings
from zoning.geo.planar import Planar, close_rings

__all__ = ["dissolve", "face_polygons"]


def dissolve(
    planar: Planar, label: np.ndarray, n: int, place: np.ndarray | None = None
) -> np.ndarray:
    """One polygon for each label.

    Parameters
    ----------
    planar : Planar
    label : array of int, shape (faces,)
        What each face belongs to, -1 for nothing.
    n : int
        Number of labels.
    place : array of float, shape (nodes, 2), optional
        Where each node lies, not a number where it is left out of the rings on both sides.

    Returns
    -------
    array of Polygon or MultiPolygon, shape (n,)
        Neighbours share every vertex of their common border. A label whose faces hang
        together by edges gives one polygon; rings that touch themselves in a node are cut
        apart, so that polygons are valid. ``None`` for a label without faces.
    """
    half = np.append(label, -1)[planar.face]
    other = half.reshape(-1, 2)[:, ::-1].ravel()
    outer = ((half >= 0) & (half != other)).astype(np.int64)
    tail = np.ascontiguousarray(planar.tail)
    halves, first, sizes = trace_rings(planar.after, outer, tail, len(planar.xy))
    nodes, owner = tail[halves], half[first]
    at = planar.xy if place is None else place
    if place is not None:
        nodes, sizes, owner = _drop(nodes, sizes, owner, np.isnan(place[:, 0]))
    xy = at[nodes]
    signed = _signed_areas(xy, sizes)
    return _assemble(xy, sizes, signed, owner, n)


def face_polygons(planar: Planar, faces: np.ndarray) -> np.ndarray:
    """Some faces as polygons with their holes, in the order given.

    Returns
    -------
    array of Polygon or MultiPolygon
        Valid; a face that touches itself in a point may come as several parts, one so thin
        that its area has no sign is empty.
    """
    label = np.full(planar.n_faces, -1, dtype=np.int64)
    label[faces] = np.arange(len(faces))
    made = dissolve(planar, label, len(faces))
    made[shapely.is_missing(made)] = shapely.Polygon()
    return made


def _drop(
    nodes: np.ndarray, sizes: np.ndarray, owner: np.ndarray, gone: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rings without some nodes; a gap as thin as rounding closes with its nodes."""
    ring = np.repeat(np.arange(len(sizes)), sizes)
    stay = ~gone[nodes]
    sizes = np.bincount(ring[stay], minlength=len(sizes))
    stay &= (sizes >= 3)[ring]
    left = sizes >= 3
    return nodes[stay], sizes[left], owner[left]


def _signed_areas(xy: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    start = offsets(sizes)
    after = np.arange(1, len(xy) + 1)
    after[start[1:] - 1] = start[:-1]
    base = np.repeat(xy[start[:-1]], sizes, axis=0)
    a, b = xy - base, xy[after] - base
    ring = np.repeat(np.arange(len(sizes)), sizes)
    cross = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return np.bincount(ring, weights=cross, minlength=len(sizes)) / 2.0


def _assemble(
    xy: np.ndarray, sizes: np.ndarray, signed: np.ndarray, owner: np.ndarray, n: int
) -> np.ndarray:
    """Shells with their holes; more shells than one give a multipolygon."""
    made = np.full(n, None, dtype=object)
    polygons = close_rings(xy, sizes)
    shell = signed > 0
    shells = np.bincount(owner[shell], minlength=n)
    holes = np.bincount(owner[~shell], minlength=n)
    simple = shell & (shells[owner] == 1) & (holes[owner] == 0)
    made[owner[simple]] = polygons[simple]
    order, start = groups(owner, n)
    for one in np.flatnonzero((shells > 1) | ((shells > 0) & (holes > 0))):
        mine = order[start[one] : start[one + 1]]
        made[one] = _with_holes(polygons[mine[shell[mine]]], polygons[mine[~shell[mine]]])
    return made


def _with_holes(shells: np.ndarray, holes: np.ndarray) -> shapely.Geometry:
    order = np.argsort(shapely.area(shells), kind="stable")
    shells = shells[order]
    home = np.zeros(len(holes), dtype=int)
    if len(shells) > 1:
        for i, hole in enumerate(holes):
            home[i] = int(np.argmax(shapely.covers(shells, hole)))
    rings = []
    for i, shell in enumerate(shells):
        inner = shapely.get_exterior_ring(holes[home == i])
        outer = shapely.get_exterior_ring(shell)
        rings.append(shapely.polygons(outer, inner) if len(inner) else shell)
    return rings[0] if len(rings) == 1 else shapely.multipolygons(rings)
