"""Straight lines where a zone's border follows nothing that people see.

A line halfway between houses turns at every corner of every house. What remains of it as a
border is pulled tight like a string between its ends, the same for both neighbours, as far as
no house changes sides, no other line is met and no house is touched.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.boundaries.ground.atoms import Pieces
from zoning.geo.grouping import first_connected, offsets
from zoning.geo.kernels.tighten import Chains
from zoning.geo.planar import found_in
from zoning.model.tolerances import count, in_a_row, tolerance

__all__ = ["straighten"]

_OFF_HOUSES = tolerance("clear_of_houses")
_OFF_LINES = tolerance("clear_of_borders")
_TOUCHED = tolerance("touches_house")
_SHRUNK = in_a_row("shrunk_houses")
_PASSES = count("straighten_passes")
_STRAIGHT = tolerance("no_corner")
_APART = tolerance("two_nodes")


@dataclass(frozen=True)
class _Chains:
    """Borders that follow nothing visible, between two nodes that may not move.

    Parameters
    ----------
    line : array of LineString
    area : array of int
        Divided area that each lies in.
    rest : array of int
        Rows of the segments of all other borders.
    """

    line: np.ndarray
    area: np.ndarray
    rest: np.ndarray


def straighten(
    pieces: Pieces, zone_of_face: np.ndarray, buildings: np.ndarray, before: dict | None = None
) -> tuple[np.ndarray, dict]:
    """Places of the nodes that the borders of zones keep.

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
    place : array of float, shape (nodes, 2)
        Where each node lies in the rings of both neighbours; not a number where both leave it
        out, and take its bend with it.
    made : dict of bytes to LineString
        What each line became, for `before`.

    Notes
    -----
    The limit of what the kernel does is the shortest line between the same ends that passes
    the same houses on the same sides, at a distance: J. Hershberger and J. Snoeyink, "Computing
    minimum length paths of a given homotopy class", Computational Geometry 4 (1994).
    """
    planar = pieces.planar
    two = np.where(planar.face >= 0, zone_of_face[planar.face], -1).reshape(-1, 2)
    edge = two[:, 0] != two[:, 1]
    place = planar.xy.copy()
    place[_on_the_way(planar, edge)] = np.nan
    chains = _chains(pieces, edge)
    if not len(chains.line):
        return place, {}
    keys = shapely.to_wkb(chains.line)
    made = _tighten(pieces, chains, buildings, [(before or {}).get(k) for k in keys])
    _put(place, planar, edge, chains.line, made)
    return place, dict(zip(keys, made))


def _put(place, planar, edge, old, new):
    """Write the points of new lines to the first nodes of the old ones, strike the others."""
    borders = np.unique(planar.ends[edge])
    xy, line = shapely.get_coordinates(old, return_index=True)
    node = borders[found_in(xy, planar.xy[borders])]
    start, count = offsets(np.bincount(line)), shapely.get_num_points(new)
    rank = np.arange(len(xy)) - start[line]
    last = rank == np.diff(start)[line] - 1
    inner = (rank > 0) & ~last
    moved, fresh = shapely.get_coordinates(new, return_index=True)
    at = np.arange(len(moved)) - offsets(np.bincount(fresh))[fresh]
    fits = inner & (rank < count[line] - 1)
    place[node[inner]] = np.nan
    place[node[fits]] = moved[(at > 0) & (at < count[fresh] - 1)]


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


def _chains(pieces, edge):
    """Free borders joined at nodes where nothing else meets."""
    planar = pieces.planar
    movable = edge & ~pieces.border & (pieces.strength == 0)
    n = len(planar.xy)
    degree = np.bincount(planar.ends[edge].ravel(), minlength=n)
    moving = np.bincount(planar.ends[movable].ravel(), minlength=n)
    through = (degree == 2) & (moving == 2)
    row = np.flatnonzero(movable)
    if not len(row):
        return _Chains(np.empty(0, dtype=object), row, np.flatnonzero(edge))
    ends = planar.ends[row]
    seg = np.tile(np.arange(len(row)), 2)
    node = np.concatenate([ends[:, 0], ends[:, 1]])
    use = through[node]
    part = first_connected(len(row) + n, np.column_stack([seg, node + len(row)])[use])
    _, first, chain = np.unique(part[: len(row)], return_index=True, return_inverse=True)
    order = np.argsort(chain, kind="stable")
    lines = shapely.linestrings(planar.xy[ends[order]])
    merged = shapely.normalize(
        shapely.line_merge(shapely.multilinestrings(lines, indices=chain[order]))
    )
    area = pieces.area[planar.face[2 * row[first]]]
    good = (shapely.get_type_id(merged) == 1) & (shapely.get_num_points(merged) > 2)
    closed = good & shapely.is_closed(np.where(good, merged, None))
    halves = [half for ring in merged[closed] for half in _halves(ring)]
    open_ = good & ~closed
    line = np.concatenate([merged[open_], np.array(halves, dtype=object)])
    area = np.concatenate([area[open_], np.repeat(area[closed], 2)])
    # In an order that nothing far away can change.
    begin = shapely.get_coordinates(shapely.get_point(line, 0))
    then = shapely.get_coordinates(shapely.get_point(line, 1))
    order = np.lexsort((*then.T[::-1], *begin.T[::-1]))
    rest = np.concatenate([np.flatnonzero(edge & ~movable), row[~good[chain]]])
    return _Chains(line[order], area[order], rest)


def _halves(ring):
    """A closed line as two, from its first point to the farthest one and back."""
    xy = shapely.get_coordinates(ring)
    far = int(np.argmax(np.hypot(*(xy - xy[0]).T)))
    halves = [x for x in (xy[: far + 1], xy[far:]) if len(x) > 2]
    return [shapely.linestrings(x) for x in halves]


def _tighten(pieces, chains, buildings, before):
    """Each chain as tight as it goes, those made before as they were."""
    line = chains.line
    hull = shapely.convex_hull(line)
    walls = [_house_walls(line, hull, buildings), _other_walls(pieces, chains, hull)]
    of = np.concatenate([w[0] for w in walls])
    order = np.argsort(of, kind="stable")
    wall = np.concatenate([w[1] for w in walls])[order]
    wall_from = offsets(np.bincount(of, minlength=len(line)))
    a, b = shapely.STRtree(hull).query(hull, predicate="intersects")
    same = chains.area[a] == chains.area[b]
    a, b = a[same], b[same]
    order = np.lexsort((b, a))
    near_from = offsets(np.bincount(a, minlength=len(line)))
    settled = _settled(line, before, walls[1], a, b)
    current = np.where(settled, np.array([*before, None], dtype=object)[:-1], line)
    xy, index = shapely.get_coordinates(current, return_index=True)
    start = offsets(np.bincount(index, minlength=len(line)))
    middle = xy.mean(axis=0).round()
    tight = xy - middle
    wall[:, :4] -= np.tile(middle, 2)
    ways = Chains(tight, start, wall, wall_from, b[order], near_from)
    point = ways.tighten(_PASSES, settled.astype(np.int64))
    # What did not move keeps its digits.
    tight = np.where(tight == xy - middle, xy, tight + middle)
    stay = point >= 0
    return shapely.linestrings(tight[point[stay]], indices=index[stay])


def _house_walls(line, hull, buildings):
    """Walls of the houses around each line: line, and wall as the kernel takes it."""
    house, at = shapely.STRtree(hull).query(buildings, predicate="dwithin", distance=_OFF_HOUSES)
    order = np.lexsort((house, at))
    house, at = house[order], at[order]
    shape = buildings[house]
    touched = np.flatnonzero(shapely.dwithin(line[at], shape, _TOUCHED))
    clear = np.full(len(at), _OFF_HOUSES)
    clear[touched] = _SHRUNK[0] / 4
    left = touched
    for by in _SHRUNK:
        less = shapely.buffer(shape[left], -by, join_style="mitre")
        fits = ~shapely.intersects(less, line[at[left]])
        final = fits | (by == _SHRUNK[-1])
        shape[left[final]] = less[final]
        left = left[~final]
    point = shapely.get_dimensions(shape) == 0
    spot, which = shapely.get_coordinates(shape[point], return_index=True)
    which = np.flatnonzero(point)[which]
    parts, part_of = shapely.get_parts(shape[~point], return_index=True)
    rings, ring_of = shapely.get_rings(parts, return_index=True)
    ring_of = np.flatnonzero(~point)[part_of[ring_of]]
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    segment = np.hstack([xy[:-1], xy[1:]])[same]
    which = np.concatenate([ring_of[ring[:-1][same]], which])
    ends = np.concatenate([segment, np.hstack([spot, spot])])
    return at[which], np.column_stack([ends, clear[which], np.zeros(len(which))])


def _other_walls(pieces, chains, hull):
    """Borders around each line that do not move."""
    planar = pieces.planar
    rest = chains.rest
    ends = planar.xy[planar.ends[rest]]
    tree = shapely.STRtree(shapely.linestrings(ends))
    at, row = tree.query(hull, predicate="dwithin", distance=_OFF_LINES)
    # What lies beyond the border of the area must not matter.
    beside = pieces.area[planar.face.reshape(-1, 2)[rest[row]]]
    beside = np.where(planar.face.reshape(-1, 2)[rest[row]] >= 0, beside, -1)
    mine = (beside == chains.area[at][:, None]).any(axis=1)
    at, row = at[mine], row[mine]
    order = np.lexsort((row, at))
    at, row = at[order], row[order]
    extra = np.tile([_OFF_LINES, 1.0], (len(row), 1))
    return at, np.hstack([ends[row].reshape(-1, 4), extra])


def _settled(line, before, walls, a, b):
    """Which lines may become what they became before, as nothing new is in their way."""
    settled = np.array([x is not None for x in before])
    if not settled.any():
        return settled
    made = np.where(settled, np.array([*before, None], dtype=object)[:-1], line)
    of, wall = walls
    other = shapely.linestrings(wall[:, :4].reshape(-1, 2, 2))
    crossed = settled[of] & _meet(made[of], other)
    settled[of[crossed]] = False
    other_than = a != b
    a, b = a[other_than], b[other_than]
    while True:
        now = np.where(settled, made, line)
        bad = settled[a] & ~settled[b] & _meet(now[a], now[b])
        if not bad.any():
            return settled
        settled[a[bad]] = False


def _meet(one, two):
    """Whether lines meet anywhere but in their ends."""
    return shapely.intersects(one, two) & ~shapely.touches(one, two)
