"""Straight lines where a zone's border follows nothing that people see.

A line halfway between houses turns at every corner of every house. What remains of it as a
border is straightened, the same for both neighbours, as far as no house changes sides, no
other line is met and no house is touched.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from zoning.boundaries.atoms import Pieces

__all__ = ["straighten"]

#: How far a line that follows nothing may be moved, in metres: the first that fits.
_FREE = (15.0, 8.0, 4.0, 2.0, 1.0)
#: How far one that follows a barrier may be: it stays on it for everyone on the ground.
_SEEN = (1.9, 0.5)


@dataclass(frozen=True)
class _Chains:
    """Borders between two nodes where they may not move.

    Parameters
    ----------
    line : array of LineString
    free : array of bool
        Whether it follows nothing visible.
    """

    line: np.ndarray
    free: np.ndarray


def straighten(pieces: Pieces, zone_of_face: np.ndarray, buildings: np.ndarray) -> np.ndarray:
    """Nodes that the borders of zones keep.

    Parameters
    ----------
    pieces : Pieces
    zone_of_face : array of int, shape (faces,)
        Zone of each face, -1 outside.
    buildings : array of Polygon or Point
        Nothing moves across them.

    Returns
    -------
    array of bool, shape (nodes,)
        Left out of both neighbours' rings alike, a node takes its bend with it.

    Notes
    -----
    Lines are simplified as in :cite:t:`douglas1973algorithms`; a line that would pass over a
    building or another line is tried again with less.
    """
    planar = pieces.planar
    two = np.where(planar.face >= 0, zone_of_face[planar.face], -1).reshape(-1, 2)
    edge = two[:, 0] != two[:, 1]
    chains = _chains(planar, edge & ~pieces.border, edge, pieces.strength > 0)
    keep = np.ones(len(planar.xy), dtype=bool)
    if not len(chains.line):
        return keep
    borders = np.unique(planar.ends[edge])
    made = _simplify(chains, buildings, planar.xy[borders])
    changed = shapely.get_num_points(made) < shapely.get_num_points(chains.line)
    old = _complex(shapely.get_coordinates(chains.line[changed]))
    new = _complex(shapely.get_coordinates(made[changed]))
    nodes = _complex(planar.xy[borders])
    gone = np.isin(nodes, np.setdiff1d(old, new))
    keep[borders[gone]] = False
    return keep


def _complex(xy):
    return xy[:, 0] + 1j * xy[:, 1]


def _chains(planar, movable, edge, seen):
    """Movable borders joined at nodes where nothing else meets and the kind does not change."""
    n = len(planar.xy)
    degree = np.bincount(planar.ends[edge].ravel(), minlength=n)
    moving = np.bincount(planar.ends[movable].ravel(), minlength=n)
    visible = np.bincount(planar.ends[movable & seen].ravel(), minlength=n)
    through = (degree == 2) & (moving == 2) & (visible != 1)
    row = np.flatnonzero(movable)
    ends = planar.ends[row]
    seg = np.tile(np.arange(len(row)), 2)
    node = np.concatenate([ends[:, 0], ends[:, 1]])
    use = through[node]
    graph = coo_array((np.ones(use.sum()), (seg[use], node[use] + len(row))), shape=[len(row) + n] * 2)
    _, part = connected_components(graph, directed=False)
    _, chain = np.unique(part[: len(row)], return_inverse=True)
    order = np.argsort(chain, kind="stable")
    lines = shapely.linestrings(planar.xy[ends[order]])
    count = int(chain.max()) + 1 if len(chain) else 0
    bundles = shapely.multilinestrings(lines, indices=chain[order]) if count else np.empty(0, object)
    merged = shapely.line_merge(bundles)
    free = ~seen[row][order][np.searchsorted(chain[order], np.arange(count))]
    # A closed chain has no fixed node to hang on; it stays as it is.
    good = (shapely.get_type_id(merged) == 1) & (shapely.get_num_points(merged) > 2)
    good &= ~shapely.is_closed(np.where(good, merged, None))
    return _Chains(merged[good], free[good])


def _simplify(chains, buildings, nodes):
    """Each chain simplified by the largest distance that does no harm."""
    steps = np.array([[*_FREE], [*_SEEN, *[0.0] * (len(_FREE) - len(_SEEN))]])
    level = np.zeros(len(chains.line), dtype=int)
    made = np.empty(len(level), dtype=object)
    stale = np.ones(len(level), dtype=bool)
    houses = shapely.STRtree(buildings)
    while True:
        by = np.where(level < steps.shape[1], steps[chains.free.astype(int) ^ 1, np.minimum(level, steps.shape[1] - 1)], 0.0)
        moved = stale & (by > 0)
        made[stale] = chains.line[stale]
        made[moved] = shapely.simplify(chains.line[moved], by[moved], preserve_topology=False)
        swept = _swept(chains.line, made)
        bad = _harm(chains, made, swept, stale, houses, nodes)
        if not bad.any():
            return made
        level[bad] += 1
        stale = bad


def _swept(old, new):
    """The ground between each line and its simpler form; none where they are the same."""
    n = len(old)
    area = np.full(n, None, dtype=object)
    rows = np.flatnonzero(shapely.get_num_points(new) < shapely.get_num_points(old))
    if not len(rows):
        return area
    there, i = shapely.get_coordinates(old[rows], return_index=True)
    back, j = shapely.get_coordinates(shapely.reverse(new[rows]), return_index=True)
    xy = np.vstack([there, back])
    which = np.concatenate([i, j])
    order = np.argsort(which, kind="stable")
    rings = shapely.linearrings(xy[order], indices=which[order])
    area[rows] = shapely.make_valid(shapely.polygons(rings))
    return area


def _harm(chains, made, swept, stale, houses, nodes):
    """Chains whose sweep meets a building, a foreign node or the sweep of another chain."""
    n = len(made)
    bad = np.zeros(n, dtype=bool)
    rows = np.flatnonzero(stale & ~shapely.is_missing(swept))
    if not len(rows):
        return bad
    line, _ = houses.query(swept[rows], predicate="intersects")
    bad[rows[np.unique(line)]] = True
    points = shapely.points(nodes)
    line, node = shapely.STRtree(points).query(swept[rows], predicate="intersects")
    own, chain = shapely.get_coordinates(chains.line[rows], return_index=True)
    pairs = np.unique(np.column_stack([line, _rank(nodes, nodes[node])]), axis=0)
    mine = np.column_stack([chain, _rank(nodes, own)])
    width = len(nodes) + 1
    foreign = ~np.isin(pairs[:, 0] * width + pairs[:, 1], mine[:, 0] * width + mine[:, 1])
    bad[rows[np.unique(pairs[foreign, 0])]] = True
    live = np.flatnonzero(~shapely.is_missing(swept) & ~bad)
    a, b = shapely.STRtree(swept[live]).query(swept[live], predicate="intersects")
    a, b = live[a[a < b]], live[b[a < b]]
    over = shapely.area(shapely.intersection(swept[a], swept[b])) > 1e-9
    # Of two in each other's way, one that was just made gives way.
    loser = np.where(stale[b], b, a)[over]
    bad[loser] = True
    return bad


def _rank(nodes, points):
    """Position of each point among the nodes, -1 where it is none."""
    keys = _complex(nodes)
    order = np.argsort(keys)
    at = np.searchsorted(keys[order], _complex(points))
    at = np.minimum(at, len(keys) - 1)
    return np.where(keys[order][at] == _complex(points), order[at], -1)
