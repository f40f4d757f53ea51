"""The fabric along a border: leaves, their faces on a common grid, and back again.

A *leaf* is the smallest unit that a side has there: a zone, or the area itself where it has
none. All edges of the leaves near the disputed patches, and the new lines, are noded together
on one fine grid and polygonized. Every face then belongs whole to one leaf, so whatever is
built from faces fits exactly. Vertices that existed before get their old coordinates back, so
that leaves farther off still fit too.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from zoning.geo.edges import Edges, distinct, edges_of, faces_of, owners_of, pairing
from zoning.model.tolerances import tolerance

__all__ = [
    "GRID",
    "KNOT",
    "Fabric",
    "Mesh",
    "gathered",
    "knots",
    "make_mesh",
    "rebuild",
    "window_of",
]

GRID = tolerance("noding_grid")
_ANCHORED = tolerance("noding_bends")
#: Vertices of an agreed line this near (metres) to each other are one: twice what noding bends.
KNOT = 2 * _ANCHORED
_HAIR = tolerance("hair")
_TOUCHES = tolerance("touches_patch")


@dataclass(frozen=True)
class Fabric:
    """Leaves of both sides and of others nearby.

    Parameters
    ----------
    shapes : numpy.ndarray of Polygon or MultiPolygon
    side : numpy.ndarray of int
        0 or 1, or -1 for leaves of third parties.
    codes : numpy.ndarray of str
    """

    shapes: np.ndarray
    side: np.ndarray
    codes: np.ndarray


@dataclass(frozen=True)
class Mesh:
    """Faces of a window of the fabric.

    Parameters
    ----------
    faces : numpy.ndarray of Polygon
    owner : numpy.ndarray of int, shape (n, 2)
        Leaf of side 0 and leaf of side 1 that cover each face, else -1.
    third : numpy.ndarray of int
        Leaf of a third party that covers each face, else -1.
    patch : numpy.ndarray of int
        Patch that a face lies in, -1 where it is not disputed.
    edges : Edges
        Directed edges of the faces; ``owner`` is the face.
    twin : numpy.ndarray of int
        Opposite edge, -1 at the rim of the window.
    window : numpy.ndarray of int
        Leaves that the mesh covers.
    """

    faces: np.ndarray
    owner: np.ndarray
    third: np.ndarray
    patch: np.ndarray
    edges: Edges
    twin: np.ndarray
    window: np.ndarray

    @property
    def across(self) -> np.ndarray:
        """For each edge the face on its right, -1 at the rim."""
        return np.where(self.twin >= 0, self.edges.owner[self.twin], -1)


def window_of(fabric: Fabric, patches) -> np.ndarray:
    """Positions of the leaves that touch a patch, and of those that touch these."""
    tree = shapely.STRtree(fabric.shapes)
    touched = np.unique(tree.query(patches, predicate="dwithin", distance=_TOUCHES)[1])
    ring = tree.query(fabric.shapes[touched], predicate="dwithin", distance=_TOUCHES)[1]
    return np.unique(np.concatenate([touched, ring]))


def make_mesh(fabric: Fabric, patches, open_rims, lines, anchors=None) -> Mesh:
    """Node a window of the fabric with new lines and say what covers each face.

    Parameters
    ----------
    patches : array of Polygon
        The disputed ground to settle.
    open_rims : array of geometry
        Lines that close gaps which are open at an end.
    lines : array of LineString
        New lines inside the patches.
    anchors : MultiPoint, optional
        Vertices of lines that were noded before: edges that pass within `_ANCHORED` of one go
        through it, as they did then, instead of crossing the line beside it.
    """
    window = window_of(fabric, patches)
    leaves = fabric.shapes[window]
    rims = shapely.boundary(leaves)
    if anchors is not None:
        rims = shapely.snap(rims, anchors, _ANCHORED)
    faces = faces_of(np.concatenate([rims, _flat(open_rims), _flat(lines)]), grid=GRID)
    faces = faces[np.lexsort(shapely.bounds(faces).T)]
    inside = shapely.point_on_surface(faces)
    owner, third = _owners(faces, inside, fabric, window)
    patch = _patches(inside, owner, third, patches)
    thin = shapely.area(faces) < _HAIR * shapely.length(faces) / 2
    _settle_hairs(thin & (patch < 0), owner, third, patch, len(patches))
    own = shapely.get_coordinates(list(leaves))
    faces = _restored(faces, own, 0.8 * GRID)
    edges = edges_of(faces)
    mesh = Mesh(faces, owner, third, patch, edges, pairing(edges), window)
    # Where a gap was closed, an edge meets a line that ends on it: noding may take either of two
    # grid points for that, as other lines nearby will have it.
    mouths = _apart(shapely.get_coordinates(list(open_rims)), own)
    mesh = gathered(mesh, mouths)[0] if len(mouths) else mesh
    return mesh if anchors is None else gathered(mesh, shapely.get_coordinates(anchors))[0]


def _apart(xy, own) -> np.ndarray:
    """Points without those within noding of what is known."""
    if len(xy) == 0 or len(own) == 0:
        return xy
    xy = distinct(xy)
    return xy[cKDTree(own).query(xy)[0] > _ANCHORED]


def gathered(mesh: Mesh, spots, reach: float = _ANCHORED) -> tuple[Mesh, np.ndarray]:
    """The mesh with every vertex within reach of a spot moved there, and the faces kept.

    A face that lay within noding of one vertex is gone; its neighbours now share its edges.

    Parameters
    ----------
    spots : numpy.ndarray, shape (n, 2)
    reach : float
        In metres.
    """
    faces = _restored(mesh.faces, spots, reach)
    kept = shapely.area(faces) > 0
    faces = shapely.remove_repeated_points(faces[kept])
    edges = edges_of(faces)
    made = Mesh(
        faces, mesh.owner[kept], mesh.third[kept], mesh.patch[kept], edges, pairing(edges),
        mesh.window,
    )  # fmt: skip
    return made, kept


def knots(xy, known) -> np.ndarray:
    """One point for each knot of points within `KNOT` of each other, where there is any.

    Parameters
    ----------
    xy, known : numpy.ndarray, shape (n, 2)
        Points, and those that must stay what they are.
    """
    xy = distinct(xy)
    # Earlier ones first: what is known, then by coordinates.
    fixed = (cKDTree(known).query(xy)[0] == 0) if len(known) else np.zeros(len(xy), dtype=bool)
    xy = np.vstack([xy[fixed], xy[~fixed]])
    pairs = cKDTree(xy).query_pairs(KNOT, output_type="ndarray") if len(xy) else []
    later = np.unique([max(pair) for pair in pairs]).astype(np.int64)
    return np.delete(xy, later[later >= fixed.sum()], axis=0) if len(later) else xy[:0]


def _flat(lines) -> np.ndarray:
    lines = np.asarray(lines, dtype=object)
    return shapely.get_parts(lines) if len(lines) else np.empty(0, dtype=object)


def _owners(faces, inside, fabric: Fabric, window) -> tuple[np.ndarray, np.ndarray]:
    covering = np.full((len(faces), 3), -1, dtype=np.int64)
    face, leaf = owners_of(faces, fabric.shapes[window], inside)
    leaf = window[leaf]
    # Two leaves of one side on a face are an old overlap among siblings; the first keeps it.
    for column, side in enumerate((0, 1, -1)):
        rows = fabric.side[leaf] == side
        first, at = np.unique(face[rows], return_index=True)
        covering[first, column] = leaf[rows][at]
    return covering[:, :2].copy(), covering[:, 2].copy()


def _patches(inside, owner, third, patches) -> np.ndarray:
    patch = np.full(len(inside), -1, dtype=np.int64)
    tree = shapely.STRtree(np.asarray(patches, dtype=object))
    face, at = tree.query(inside, predicate="dwithin", distance=2 * GRID)
    first, where = np.unique(face, return_index=True)
    patch[first] = at[where]
    claims = (owner >= 0).sum(axis=1)
    patch[(claims == 1) | ((claims == 0) & (third >= 0))] = -1
    return patch


def _settle_hairs(thin, owner, third, patch, extra: int) -> None:
    """Hairs that rounding left: doubled ones stay with side 0, empty ones are one more patch."""
    owner[thin & (owner >= 0).all(axis=1), 1] = -1
    patch[thin & (owner < 0).all(axis=1) & (third < 0)] = extra


def _restored(faces, known, reach: float) -> np.ndarray:
    """Faces whose vertices lie where they were known to be, to the last bit."""
    old = distinct(known)
    tree = cKDTree(old)

    def put_back(xy):
        distance, at = tree.query(xy, distance_upper_bound=reach)
        moved = xy.copy()
        moved[np.isfinite(distance)] = old[at[np.isfinite(distance)]]
        return moved

    return shapely.transform(faces, put_back)


def rebuild(mesh: Mesh, holder: np.ndarray) -> dict[int, shapely.Geometry]:
    """New shapes of the leaves in the window from the faces that each one holds.

    Parameters
    ----------
    holder : numpy.ndarray of int, shape (n, 2)
        Leaf of side 0 and of side 1 that holds each face, -1 for none.

    Returns
    -------
    dict of int to geometry
        Leaf to shape; an empty polygon for a leaf without a face.
    """
    held_by = np.concatenate([holder[:, 0], holder[:, 1], mesh.third])
    order = np.argsort(held_by, kind="stable")
    ranked = held_by[order]
    shapes = {}
    for leaf in mesh.window:
        first, last = np.searchsorted(ranked, [leaf, leaf + 1])
        held = mesh.faces[order[first:last] % len(holder)]
        shapes[int(leaf)] = shapely.coverage_union_all(held) if len(held) else shapely.Polygon()
    return {leaf: _plain(shape) for leaf, shape in shapes.items()}


def _plain(shape):
    """A Polygon where there is one part, else a MultiPolygon; shells anticlockwise."""
    parts = shapely.get_parts(shape)
    parts = parts[shapely.get_dimensions(parts) == 2]
    if len(parts) == 0:
        return shapely.Polygon()
    if len(parts) == 1:
        return shapely.orient_polygons(parts[0])
    return shapely.orient_polygons(shapely.multipolygons(parts))
