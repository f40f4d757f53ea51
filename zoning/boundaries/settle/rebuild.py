"""Areas of every level, built from the leaves that changed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from scipy.spatial import cKDTree

from zoning.boundaries.settle.level_trees import Tree
from zoning.geo.edges import distinct
from zoning.geo.planar import found_in
from zoning.model.tolerances import tolerance

__all__ = ["drop_new_vertices", "parents_of", "tidy_leaves"]

_STRAIGHT = tolerance("no_turn")
_TOUCHES, _NOT_NOTHING = tolerance("touches_patch"), tolerance("not_nothing_squared")


def parents_of(
    tree: Tree, level: int, shapes: Mapping[int, shapely.Geometry], patches
) -> dict[int, shapely.Geometry]:
    """New shapes of the rows of a level of which a leaf changed.

    Parameters
    ----------
    tree : Tree
    level : int
        Position in ``tree.levels``.
    shapes : mapping
        New shape by leaf.
    patches : array of Polygon
        Outside them vertices that only leaves have are left out again, so that an outline
        stays as its other neighbours know it.

    Returns
    -------
    dict
        Row of the level to shape; rows that stayed the same are not in it.
    """
    layer, part_of = tree.levels[level], tree.part_of[level]
    leaves = np.array(
        [i for i, s in shapes.items() if not _same(s, tree.fabric.shapes[i])], dtype=np.int64
    )
    made: dict[int, shapely.Geometry] = {}
    if len(leaves) == 0:
        return made
    ground = shapely.STRtree(shapely.buffer(patches, _TOUCHES))
    own = shapely.get_coordinates(layer.shapes)
    for row in np.unique(part_of[leaves]):
        if row < 0:
            continue
        members = np.flatnonzero(part_of == row)
        if len(members) == 1 and str(tree.fabric.codes[members[0]]) == str(layer.codes[row]):
            made[int(row)] = shapes[int(members[0])]
            continue
        parts = [shapes.get(int(m), tree.fabric.shapes[m]) for m in members]
        parts = [p for p in parts if not p.is_empty]
        whole = shapely.coverage_union_all(parts) if parts else shapely.Polygon()
        made[int(row)] = drop_new_vertices(whole, own, ground)
    return {r: s for r, s in made.items() if not _same(s, layer.shapes[r])}


def tidy_leaves(
    shapes: Mapping[int, shapely.Geometry], tree: Tree, patches, corners
) -> dict[int, shapely.Geometry]:
    """Leaves of a window without vertices that only noding put in.

    Outside the patches those are crossings of borders that are still in dispute, which leaves
    outside the window do not have. Elsewhere, but for the vertices of the agreed lines
    (`corners`, shape (n, 2)), they are crossings on straight stretches: a line that is replayed
    meets none of them.
    """
    ground = shapely.STRtree(shapely.buffer(patches, _TOUCHES))
    own = shapely.get_coordinates(tree.fabric.shapes[list(shapes)])
    made = {leaf: drop_new_vertices(shape, own, ground) for leaf, shape in shapes.items()}
    own = np.vstack([own, corners])
    own = np.vstack([own, _corners(list(made.values()), own)])
    nowhere = shapely.STRtree([])
    return {leaf: drop_new_vertices(shape, own, nowhere) for leaf, shape in made.items()}


def _corners(shapes, own) -> np.ndarray:
    """Vertices not in a table at which some ring turns, one for each knot of them."""
    rings = shapely.get_rings(shapely.get_parts(shapes))
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    known = found_in(xy, own) >= 0
    # Two vertices a micrometre apart share one turn, and neither turns much by itself.
    knots = _one_a_knot(distinct(xy[~known]), distinct(xy[known]))
    kept = known | (found_in(xy, knots) >= 0)
    xy, ring = xy[kept], ring[kept]
    before, to, ahead = _neighbours(xy, ring)
    chord, step = ahead - before, to - before
    span = np.maximum(np.hypot(*chord.T), _NOT_NOTHING)
    off = np.abs(chord[:, 0] * step[:, 1] - chord[:, 1] * step[:, 0]) / span
    spots = to[off > _STRAIGHT]
    return spots[found_in(spots, own) < 0]


def _one_a_knot(spots, known) -> np.ndarray:
    """Points without those beside a known one or beside an earlier one of them."""
    if len(spots) == 0:
        return spots
    if len(known):
        spots = spots[cKDTree(known).query(spots, distance_upper_bound=_STRAIGHT)[1] == len(known)]
    close = cKDTree(spots).query_pairs(_STRAIGHT, output_type="ndarray") if len(spots) else []
    later = np.unique([max(pair) for pair in close]).astype(np.int64)
    return np.delete(spots, later, axis=0)


def _neighbours(xy, ring) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For every vertex of some rings, in order, the one before it, itself and the one after."""
    size = np.bincount(ring)
    size = size[size > 0]
    first = np.cumsum(size) - size
    # The first vertex of a closed ring stands again at its end where it was kept at all.
    again = (xy[first] == xy[first + size - 1]).all(axis=1) & (size > 1)
    kept = np.ones(len(xy), dtype=bool)
    kept[(first + size - 1)[again]] = False
    xy, size = xy[kept], size - again
    first = np.cumsum(size) - size
    last = first + size - 1
    at = np.arange(len(xy))
    before, after = at - 1, at + 1
    before[first], after[last] = last, first
    return xy[before], xy, xy[after]


def _same(one, other) -> bool:
    return bool(
        shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), tolerance=0.0)
    )


def drop_new_vertices(shape, own, ground: shapely.STRtree):
    """A shape without the vertices that none of its level had, outside the ground settled."""
    if shape.is_empty:
        return shape
    parts = []
    for part in shapely.get_parts(shapely.orient_polygons(shape)):
        rings = [_thinned(r, own, ground) for r in shapely.get_rings(part)]
        parts.append(shapely.Polygon(rings[0], list(rings[1:])))
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def _thinned(ring, own, ground: shapely.STRtree):
    xy = shapely.get_coordinates(ring)[:-1]
    known = found_in(xy, own) >= 0
    rest = np.flatnonzero(~known)
    near = np.unique(ground.query(shapely.points(xy[rest]), predicate="intersects")[0])
    known[rest[near]] = True
    if known.sum() < 3:
        return ring
    return shapely.linearrings(xy[known])
