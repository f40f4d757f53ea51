"""Which side, and which leaf of it, every disputed face goes to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from zoning.boundaries.settle.mesh import Fabric, Mesh
from zoning.boundaries.settle.patch_outline import Rim
from zoning.boundaries.settle.plan import Plan
from zoning.geo.edges import Edges, join_lines, segments_of
from zoning.geo.grouping import first_connected
from zoning.model.tolerances import tolerance

__all__ = ["agreed_lines", "choose_leaves", "choose_sides", "leaf_cuts"]

_TOUCH = tolerance("touch_in_a_point")
_ONE_PLACE, _BENT = tolerance("one_place"), tolerance("noding_bends")


def leaf_cuts(rim: Rim) -> np.ndarray:
    """Lines across a gap from where leaves meet on one side to the nearest spot of the other.

    Along them the gap is shared out among the leaves of the side that gets it.
    """
    if rim.kind != "gap":
        return np.empty(0, dtype=object)
    cuts = []
    for side in (0, 1):
        spots, other = rim.meets[side], rim.of(1 - side)
        if len(spots) == 0 or len(other) == 0:
            continue
        far = shapely.union_all(other.lines)
        across = shapely.shortest_line(shapely.points(spots), far)
        inside = shapely.intersection(across, rim.shape)
        for spot, cut in zip(spots, inside, strict=True):
            parts = shapely.get_parts(cut)
            near = shapely.distance(parts, shapely.points(spot)) < _ONE_PLACE
            cuts += [p for p in parts[near] if p.length > 0]
    return np.array(cuts, dtype=object)


def choose_sides(mesh: Mesh, plans: Sequence[Plan], rims: Sequence[Rim]) -> np.ndarray:
    """Side of every disputed face, -1 for the others.

    Parameters
    ----------
    mesh : Mesh
    plans, rims : sequence
        One a patch.
    """
    side = np.full(len(mesh.faces), -1, dtype=np.int64)
    fixed = np.zeros(len(mesh.faces), dtype=bool)
    for k, (plan, rim) in enumerate(zip(plans, rims, strict=True)):
        rows = np.flatnonzero(mesh.patch == k)
        if len(rows) == 0:
            continue
        side[rows], fixed[rows] = _sides_in(mesh, rows, plan, rim)
    hairs = np.flatnonzero(mesh.patch == len(plans))
    side[hairs] = _side_across(mesh, hairs, side)
    return _joined_up(mesh, side, fixed)


def _sides_in(mesh: Mesh, rows, plan: Plan, rim: Rim) -> tuple[np.ndarray, np.ndarray]:
    side = np.full(len(rows), -1, dtype=np.int64)
    fixed = np.zeros(len(rows), dtype=bool)
    if plan.whole is not None:
        return side + 1 + plan.whole, fixed
    points = shapely.point_on_surface(mesh.faces[rows])
    if plan.directed is not None:
        side = _beside(mesh, rows, plan.directed)
        fixed = side >= 0
    if plan.forced:
        ground = np.array([f[0] for f in plan.forced], dtype=object)
        label = np.array([f[1] for f in plan.forced])
        point, at = shapely.STRtree(ground).query(points, predicate="intersects")
        first, where = np.unique(point, return_index=True)
        side[first], fixed[first] = label[at[where]], True
    todo = side < 0
    if todo.any() and plan.sites is not None and len(plan.sites.xy):
        side[todo] = plan.sites.nearest(points[todo])
    elif todo.any():
        side[todo] = _nearest_rim(points[todo], rim)
    return side, fixed


def _nearest_rim(points, rim: Rim) -> np.ndarray:
    far = np.full((len(points), 2), np.inf)
    for side in (0, 1):
        stretch = rim.of(side)
        if len(stretch):
            far[:, side] = shapely.distance(points, shapely.union_all(stretch.lines))
    return np.argmin(np.round(far, 9), axis=1)


def _beside(mesh: Mesh, rows, line) -> np.ndarray:
    """Side of faces by the directed line along their rim, spread to faces it does not touch."""
    segments = segments_of(shapely.get_parts(line))
    tree = shapely.STRtree(segments.lines)
    where = np.flatnonzero(np.isin(mesh.edges.owner, rows))
    edges = mesh.edges.take(where)
    edge, segment = tree.query(edges.middles, predicate="dwithin", distance=_BENT)
    along = np.sum(
        (edges.end - edges.start)[edge] * (segments.end - segments.start)[segment], axis=1
    )
    vote = np.bincount(
        edges.owner[edge], weights=np.sign(along) * edges.lengths[edge], minlength=len(mesh.faces)
    )
    on_line = np.zeros(len(mesh.edges), dtype=bool)
    on_line[where[edge]] = True
    side = np.full(len(mesh.faces), -1, dtype=np.int64)
    side[vote > 0], side[vote < 0] = 0, 1
    across = mesh.across
    for _ in range(len(rows)):
        free = (side[mesh.edges.owner] < 0) & np.isin(mesh.edges.owner, rows) & ~on_line
        free &= (across >= 0) & (side[np.maximum(across, 0)] >= 0)
        if not free.any():
            break
        side[mesh.edges.owner[free]] = side[across[free]]
    return side[rows]


def _land(mesh: Mesh, side: np.ndarray) -> np.ndarray:
    """Side of every face, disputed or not; -1 for nobody's and third parties'."""
    land = side.copy()
    settled = (side < 0) & (mesh.patch < 0)
    land[settled & (mesh.owner[:, 0] >= 0) & (mesh.owner[:, 1] < 0)] = 0
    land[settled & (mesh.owner[:, 1] >= 0) & (mesh.owner[:, 0] < 0)] = 1
    return land


def _side_across(mesh: Mesh, rows, side: np.ndarray) -> np.ndarray:
    """The side with which each face shares the longest edge."""
    land, across = _land(mesh, side), mesh.across
    known = (across >= 0) & (land[np.maximum(across, 0)] >= 0)
    share = np.zeros((len(mesh.faces), 2))
    np.add.at(share, (mesh.edges.owner[known], land[across[known]]), mesh.edges.lengths[known])
    return np.argmax(share[rows], axis=1)


def _joined_up(mesh: Mesh, side: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    """Sides changed so that no loose piece is left beside a side's own land.

    A connected piece that touches no undisputed land of its side goes to the other side,
    unless something in it is fixed: then it is an enclave.
    """
    side = side.copy()
    across, length = mesh.across, mesh.edges.lengths
    for _ in range(4):
        land = _land(mesh, side)
        same = (across >= 0) & (land[mesh.edges.owner] >= 0)
        same &= land[mesh.edges.owner] == land[np.maximum(across, 0)]
        same &= length > _TOUCH
        touching = np.column_stack([mesh.edges.owner, across])[same]
        piece = first_connected(len(mesh.faces), touching)
        own = np.zeros(len(piece), dtype=bool)
        own[piece[(side < 0) & (land >= 0)]] = True
        held = np.zeros(len(own), dtype=bool)
        held[piece[fixed]] = True
        loose = (side >= 0) & ~own[piece] & ~held[piece]
        if not loose.any():
            break
        side[loose] = 1 - side[loose]
    return side


def choose_leaves(mesh: Mesh, fabric: Fabric, side: np.ndarray, plans: Sequence[Plan]):
    """Leaf that holds every face: its own, or one of the side that a disputed face went to.

    Returns
    -------
    numpy.ndarray of int, shape (n, 2)
        Leaf of side 0 and of side 1, -1 for none. A disputed face has one of the two; one
        that is not being settled keeps both of its owners.
    """
    disputed = side >= 0
    holder = np.full(len(side), -1, dtype=np.int64)
    covered = np.take_along_axis(mesh.owner, np.maximum(side, 0)[:, None], axis=1)[:, 0]
    overlap = disputed & (covered >= 0)
    holder[overlap] = covered[overlap]
    # Zones stay whole where they can; only an enclave goes to the zone it is registered in.
    _from_neighbours(mesh, fabric, side, holder)
    _from_hints(mesh, fabric, side, plans, holder)
    _from_nearest(mesh, fabric, side, holder)
    both = np.where(disputed[:, None], -1, mesh.owner)
    both[disputed, side[disputed]] = holder[disputed]
    return both


def _from_hints(mesh: Mesh, fabric: Fabric, side, plans: Sequence[Plan], holder) -> None:
    near = set(mesh.window.tolist())
    for k, plan in enumerate(plans):
        hints = [
            (p, leaf)
            for p, s, leaf in plan.forced
            if leaf >= 0 and fabric.side[leaf] == s and leaf in near
        ]
        rows = np.flatnonzero((mesh.patch == k) & (holder < 0))
        if not hints or len(rows) == 0:
            continue
        tree = shapely.STRtree([p for p, _ in hints])
        points = shapely.point_on_surface(mesh.faces[rows])
        point, at = tree.query(points, predicate="within")
        first, where = np.unique(point, return_index=True)
        leaf = np.array([leaf for _, leaf in hints])[at[where]]
        good = fabric.side[leaf] == side[rows[first]]
        holder[rows[first[good]]] = leaf[good]


def _from_neighbours(mesh: Mesh, fabric: Fabric, side, holder) -> None:
    """Leaf of the same side with the longest common edge, spread from face to face."""
    across, length = mesh.across, mesh.edges.lengths
    face = mesh.edges.owner
    # Undisputed land beyond an edge, of the side that the face itself went to.
    own = mesh.owner[np.maximum(across, 0), np.maximum(side[face], 0)]
    fixed = np.where((across >= 0) & (side[np.maximum(across, 0)] < 0), own, -1)
    for _ in range(len(mesh.faces)):
        beyond = np.where(across >= 0, holder[np.maximum(across, 0)], -1)
        beyond = np.where(fixed >= 0, fixed, beyond)
        rows = (side[face] >= 0) & (holder[face] < 0) & (beyond >= 0)
        rows &= fabric.side[np.maximum(beyond, 0)] == side[face]
        if not rows.any():
            return
        pairs, at = np.unique(
            np.column_stack([face[rows], beyond[rows]]), axis=0, return_inverse=True
        )
        share = np.bincount(at.ravel(), weights=length[rows])
        order = np.lexsort([pairs[:, 1], -np.round(share, 6), pairs[:, 0]])
        first = order[np.unique(pairs[order, 0], return_index=True)[1]]
        holder[pairs[first, 0]] = pairs[first, 1]


def _from_nearest(mesh: Mesh, fabric: Fabric, side, holder) -> None:
    for s in (0, 1):
        rows = np.flatnonzero((side == s) & (holder < 0))
        mine = mesh.window[fabric.side[mesh.window] == s]
        if len(rows) and len(mine):
            tree = shapely.STRtree(fabric.shapes[mine])
            holder[rows] = mine[tree.nearest(mesh.faces[rows])]


def agreed_lines(mesh: Mesh, side: np.ndarray, n_patches: int) -> np.ndarray:
    """For each patch the line between the sides there, side 0 on its left.

    Returns
    -------
    numpy.ndarray of LineString or MultiLineString
        Empty where the whole patch lies inside one side.
    """
    land, across = _land(mesh, side), mesh.across
    face = mesh.edges.owner
    border = (across >= 0) & (land[face] == 0) & (land[np.maximum(across, 0)] == 1)
    lines = []
    for k in range(n_patches):
        here = border & ((mesh.patch[face] == k) | (mesh.patch[np.maximum(across, 0)] == k))
        chosen: Edges = mesh.edges.take(here)
        lines.append(join_lines(chosen.lines, directed=True))
    return np.array(lines, dtype=object)
