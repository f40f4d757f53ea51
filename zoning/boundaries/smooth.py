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
from zoning.boundaries.planar import offsets

__all__ = ["straighten"]

#: How far a line that follows nothing may be moved, in metres: the first that fits.
_FREE = (40.0, 25.0, 15.0, 8.0, 4.0, 2.0, 1.0)
#: How far one that follows a barrier may be: it stays on it for everyone on the ground.
_SEEN = (1.9, 0.5)
#: A node this near to the line between its neighbours is no corner, in metres.
_STRAIGHT = 1e-8
_APART = 1e-3


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


def straighten(
    pieces: Pieces, zone_of_face: np.ndarray, buildings: np.ndarray, before: dict | None = None
) -> tuple[np.ndarray, dict]:
    """Nodes that the borders of zones keep.

    Parameters
    ----------
    pieces : Pieces
    zone_of_face : array of int, shape (faces,)
        Zone of each face, -1 outside.
    buildings : array of Polygon or Point
        Nothing moves across them.
    before : dict of bytes to LineString, optional
        What lines became in an earlier call: those that are still there become the same.

    Returns
    -------
    keep : array of bool, shape (nodes,)
        Left out of both neighbours' rings alike, a node takes its bend with it.
    made : dict of bytes to LineString
        What each line became, for `before`.

    Notes
    -----
    Lines are simplified as in :cite:t:`douglas1973algorithms`; a line that would pass over a
    building or another line is tried again with less.
    """
    planar = pieces.planar
    two = np.where(planar.face >= 0, zone_of_face[planar.face], -1).reshape(-1, 2)
    edge = two[:, 0] != two[:, 1]
    chains = _chains(planar, edge & ~pieces.border, edge, pieces.strength > 0)
    keep = ~_on_the_way(planar, edge)
    if not len(chains.line):
        return keep, {}
    borders = np.unique(planar.ends[edge])
    keys = shapely.to_wkb(chains.line)
    made = _simplify(chains, buildings, planar.xy[borders], [(before or {}).get(k) for k in keys])
    changed = shapely.get_num_points(made) < shapely.get_num_points(chains.line)
    old = _complex(shapely.get_coordinates(chains.line[changed]))
    new = _complex(shapely.get_coordinates(made[changed]))
    nodes = _complex(planar.xy[borders])
    gone = np.isin(nodes, np.setdiff1d(old, new))
    keep[borders[gone]] = False
    return keep, dict(zip(keys, made))


def _on_the_way(planar, edge):
    """Nodes in the middle of a straight piece, left there by lines that became no border."""
    ends = planar.ends[edge]
    n = len(planar.xy)
    degree = np.bincount(ends.ravel(), minlength=n)
    # With two neighbours, their sum less one is the other.
    both = np.bincount(ends[:, 0], weights=ends[:, 1], minlength=n)
    both += np.bincount(ends[:, 1], weights=ends[:, 0], minlength=n)
    one = np.zeros(n, dtype=np.int64)
    one[ends[:, 0]] = ends[:, 1]
    one[ends[:, 1]] = ends[:, 0]
    node = np.flatnonzero(degree == 2)
    a, b = one[node], both[node].astype(np.int64) - one[node]
    p, q = planar.xy[a] - planar.xy[node], planar.xy[b] - planar.xy[node]
    cross = np.abs(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0])
    straight = cross <= _STRAIGHT * np.hypot(*(p - q).T)
    # Of two nodes almost in one place neither is on the way: together they may be a corner.
    straight &= np.minimum(np.hypot(*p.T), np.hypot(*q.T)) > _APART
    straight &= (p * q).sum(axis=1) < 0
    found = np.zeros(n, dtype=bool)
    found[node[straight]] = True
    return found


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
    graph = coo_array(
        (np.ones(use.sum()), (seg[use], node[use] + len(row))), shape=[len(row) + n] * 2
    )
    _, part = connected_components(graph, directed=False)
    _, chain = np.unique(part[: len(row)], return_inverse=True)
    order = np.argsort(chain, kind="stable")
    lines = shapely.linestrings(planar.xy[ends[order]])
    count = int(chain.max()) + 1 if len(chain) else 0
    bundles = (
        shapely.multilinestrings(lines, indices=chain[order]) if count else np.empty(0, object)
    )
    merged = shapely.normalize(shapely.line_merge(bundles))
    free = ~seen[row][order][np.searchsorted(chain[order], np.arange(count))]
    good = (shapely.get_type_id(merged) == 1) & (shapely.get_num_points(merged) > 2) & free
    closed = good & shapely.is_closed(np.where(good, merged, None))
    halves = [half for ring in merged[closed] for half in _halves(ring)]
    lines = np.concatenate([merged[good & ~closed], np.array(halves, dtype=object)])
    return _Chains(lines, np.ones(len(lines), dtype=bool))


def _halves(ring):
    """A closed line as two, from its first point to the farthest one and back."""
    xy = shapely.get_coordinates(ring)
    far = int(np.argmax(np.hypot(*(xy - xy[0]).T)))
    return shapely.linestrings(xy[: far + 1]), shapely.linestrings(xy[far:])


def _simplify(chains, buildings, nodes, before):
    """Each chain simplified by the largest distance that does no harm."""
    steps = np.zeros((2, len(_FREE) + 1))
    steps[0, : len(_FREE)], steps[1, : len(_SEEN)] = _FREE, _SEEN
    kind = (~chains.free).astype(int)
    level = np.zeros(len(chains.line), dtype=int)
    settled = np.array([b is not None for b in before])
    made = np.array(before, dtype=object)
    stale = np.ones(len(level), dtype=bool)
    houses, places = shapely.STRtree(buildings), shapely.STRtree(shapely.points(nodes))
    while True:
        fresh = stale & ~settled
        by = steps[kind, np.minimum(level, len(_FREE))]
        made[fresh] = chains.line[fresh]
        moved = fresh & (by > 0)
        made[moved] = shapely.simplify(chains.line[moved], by[moved], preserve_topology=False)
        bad = _harm(chains, made, stale, settled, houses, places, nodes)
        if not bad.any():
            return made
        level[bad & ~settled] += 1
        settled &= ~bad
        stale = bad


def _swept(old, new):
    """Ground that each simpler line may have passed over, and the line of each patch.

    One convex hull for each straight piece of the new line: a little more than the ground
    between, and never a polygon that crosses itself.
    """
    rows = np.flatnonzero(shapely.get_num_points(new) < shapely.get_num_points(old))
    there, i = shapely.get_coordinates(old[rows], return_index=True)
    back = shapely.get_coordinates(new[rows])
    kept = np.isin(_complex(there), _complex(back))
    first = np.r_[True, i[1:] != i[:-1]] if len(i) else np.empty(0, dtype=bool)
    # A kept vertex ends one piece and starts the next: it is written twice.
    inner = kept & ~first & ~np.r_[first[1:], True] if len(i) else kept
    times = 1 + inner
    at = np.repeat(np.arange(len(i)), times)
    starts = np.zeros(len(at), dtype=bool)
    starts[offsets(times)[:-1][first]] = True
    second = np.r_[False, at[1:] == at[:-1]] if len(at) else starts
    starts |= second
    piece = np.cumsum(starts) - 1
    size = np.bincount(piece)
    big = size[piece] > 2
    at, piece = at[big], piece[big]
    _, piece = np.unique(piece, return_inverse=True)
    if not len(at):
        return np.empty(0, dtype=object), np.empty(0, dtype=np.int64)
    hull = shapely.convex_hull(shapely.linestrings(there[at], indices=piece))
    line = rows[i[at[np.unique(piece, return_index=True)[1]]]]
    solid = shapely.get_type_id(hull) == 3
    return hull[solid], line[solid]


def _harm(chains, made, stale, settled, houses, places, nodes):
    """Chains that pass over a building, a foreign node or the ground of another chain."""
    bad = np.zeros(len(made), dtype=bool)
    patch, line = _swept(chains.line, made)
    fresh = np.flatnonzero(stale[line])
    if not len(fresh):
        return bad
    one, _ = houses.query(patch[fresh], predicate="intersects")
    bad[line[fresh[one]]] = True
    one, node = places.query(patch[fresh], predicate="intersects")
    own, chain = shapely.get_coordinates(chains.line, return_index=True)
    width = len(nodes) + 1
    mine = chain * width + _rank(nodes, own)
    bad[line[fresh[one]][~np.isin(line[fresh[one]] * width + node, mine)]] = True
    fresh = fresh[~bad[line[fresh]]]
    live = np.flatnonzero(~bad[line])
    a, b = shapely.STRtree(patch[live]).query(patch[fresh], predicate="overlaps")
    a, b = line[fresh[a]], line[live[b]]
    a, b = a[a != b], b[a != b]
    # Of two in each other's way, one that was just made gives way.
    later = np.where(stale[b], np.maximum(a, b), a)
    bad[np.where(stale[b] & settled[a], b, np.where(settled[b], a, later))] = True
    return bad


def _rank(nodes, points):
    """Position of each point among the nodes, -1 where it is none."""
    keys = _complex(nodes)
    order = np.argsort(keys)
    at = np.searchsorted(keys[order], _complex(points))
    at = np.minimum(at, len(keys) - 1)
    return np.where(keys[order][at] == _complex(points), order[at], -1)
