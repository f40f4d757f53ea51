"""Atoms: the smallest pieces, between lines that people see and lines halfway between houses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.boundaries.ground.sites import (
    Walls,
    between_sites,
    near_pairs,
    pairs_met,
    share_ground,
    sites_around,
)
from zoning.boundaries.ground.voronoi import Ridges, join_ridges, lean, ridges_between
from zoning.boundaries.ground.walls import onto_walls
from zoning.errors import FaultError
from zoning.geo.grouping import groups, offsets
from zoning.geo.kernels.outlines import clip_ridges
from zoning.geo.noding import cut
from zoning.geo.planar import Planar, number_nodes, trace_faces, without_dangles
from zoning.model.tolerances import count, in_a_row, tolerance

__all__ = ["Pieces", "cut_faces", "locate"]

_SNAP = tolerance("snap_to_node")
_SPACING = in_a_row("wall_spacing")
_NARROW = tuple(zip(in_a_row("narrow_way"), in_a_row("narrow_way_spacing")))
_TOUCH = tolerance("inside_wall")
_BUILDINGS_A_TIME = count("buildings_a_time")


@dataclass(frozen=True)
class Pieces:
    """Faces of the plane, what their segments follow, and the area they belong to.

    Parameters
    ----------
    planar : Planar
    strength : array of float, shape (segments,)
        How well people see each segment, 0 to 1.
    border : array of bool, shape (segments,)
        Whether it lies on the border of an area.
    area : array of int, shape (faces,)
        Row of the area that each face belongs to, -1 outside.
    """

    planar: Planar
    strength: np.ndarray
    border: np.ndarray
    area: np.ndarray


def locate(polygons: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Row of the polygon that each point lies in, the first one on a border, -1 for none."""
    at, found = shapely.STRtree(polygons).query(points, predicate="intersects")
    home = np.full(len(points), len(polygons), dtype=np.int64)
    np.minimum.at(home, at, found)
    home[home == len(polygons)] = -1
    return home


def cut_faces(
    pieces: Pieces,
    buildings: np.ndarray,
    home: np.ndarray,
    cut: np.ndarray,
    apart: np.ndarray | None = None,
    small: np.ndarray | None = None,
    workers: int = 1,
) -> tuple[Pieces, np.ndarray]:
    """Divide some faces between the buildings in them.

    Parameters
    ----------
    pieces : Pieces
        Faces between barriers.
    buildings : array of Polygon or Point
        Footprints.
    home : array of int
        Face of each building, -1 for none.
    cut : array of bool, shape (faces,)
        Faces to divide.
    apart : array of bool, shape (buildings,), optional
        Buildings that get no more land than what is right around them.
    small : array of float, shape (buildings,), optional
        What each building holds, in units of the smallest piece that is worth having:
        neighbours that hold less than 1 together share their ground.
    workers : int, default 1
        Threads; the result does not depend on them.

    Returns
    -------
    pieces : Pieces
        With the new lines put in; no line that is new touches a building.
    parent : array of int
        For each new face, the face that it is a piece of.
    """
    rank = np.cumsum(cut) - 1
    inside = (home >= 0) & cut[home]
    rows = np.flatnonzero(inside)
    if not len(rows):
        return pieces, np.arange(pieces.planar.n_faces)
    cell_of = rank[home[rows]]
    shapes = buildings[rows]
    ring_from, segments, ring = _rings(pieces.planar, cut, rank)
    guest, cell = _guests(buildings, np.where(inside, rank[home], -1), ring_from, ring)
    shapes = np.concatenate([shapes, buildings[guest]])
    cell_of = np.concatenate([cell_of, cell])
    extra = None
    if apart is not None and apart[rows].any():
        extra = sites_around(shapes, np.flatnonzero(apart[rows]))
    size = None
    if small is not None:
        # A guest only keeps lines off its walls; its ground is elsewhere.
        size = np.concatenate([small[rows], np.full(len(guest), np.inf)])
    ridges = _ridges(shapes, cell_of, ring, ring_from, extra, size, workers)
    return _rebuild(pieces, *_cut_segments(pieces.planar, ring_from, segments, ring, ridges))


def _guests(buildings, cell_of, ring_from, ring):
    """Buildings that reach over the edge of a cell that is not theirs, and that cell."""
    edge = shapely.linestrings(ring.reshape(-1, 2, 2))
    at, house = shapely.STRtree(buildings).query(edge, predicate="intersects")
    cell = np.searchsorted(ring_from, at, side="right") - 1
    foreign = np.flatnonzero(cell != cell_of[house])
    foreign = foreign[~shapely.touches(edge[at[foreign]], buildings[house[foreign]])]
    pair = np.unique(np.column_stack([cell, house])[foreign], axis=0)
    return pair[:, 1], pair[:, 0]


def _ridges(shapes, cell_of, ring, ring_from, extra, size, workers):
    """Lines between buildings, some thousand buildings at a time to spare memory."""
    chunk = np.cumsum(np.bincount(cell_of, minlength=len(ring_from) - 1)) // _BUILDINGS_A_TIME
    made = []
    for one in np.unique(chunk[cell_of]):
        low, high = np.searchsorted(chunk, [one, one + 1])
        mine = np.flatnonzero(chunk[cell_of] == one)
        edge = ring_from[low : high + 1]
        around = None
        if extra is not None:
            use = chunk[cell_of[extra[2]]] == one
            number = np.searchsorted(mine, extra[2][use])
            # Owners of open ground are numbered after the buildings of this turn.
            owner = extra[1][use] - len(shapes) + len(mine)
            around = (extra[0][use], owner, number)
        held = None if size is None else size[mine]
        some = _ridges_of(
            shapes[mine],
            cell_of[mine] - low,
            ring[edge[0] : edge[-1]],
            edge - edge[0],
            around,
            held,
            workers,
        )
        made.append(lean(some, low))
    return join_ridges(*made)


def _ridges_of(shapes, cell_of, ring, ring_from, extra, size, workers):
    """Lines between buildings; where one touches a building, its walls get more sites."""
    cells = np.ones(len(ring_from) - 1, dtype=bool)
    pair, first = near_pairs(shapes, cell_of)
    walls = Walls.of(shapes, _SPACING[0])
    if size is not None:
        first = share_ground(walls, first, cell_of, size, 1.0)
    more = [walls.sites(), walls.facing(pair), *_narrow(shapes, pair)]
    more = [(xy, of, cell_of[of]) for xy, of in more]
    if extra is not None:
        xy, owner, of = extra
        more.append((xy, owner, cell_of[of]))
        # Open ground is near them: the next round looks at lines between buildings only.
        towers = np.unique(of)
        xy, which = Walls.of(shapes[towers], _SPACING[1]).sites()
        more.append((xy, towers[which], cell_of[towers[which]]))
    made = fresh = _one_round(cells, ring, ring_from, more, first, workers)
    for spacing in _SPACING[1:]:
        pair = pairs_met(walls, fresh, shapes, _TOUCH)
        if not len(pair):
            break
        # What faces a wall needs sites as near to each other as the wall.
        xy, of = between_sites(shapes, pair, spacing)
        more.append((xy, of, cell_of[of]))
        cells = np.zeros(len(cells), dtype=bool)
        cells[cell_of[pair[:, 0]]] = True
        fresh = _one_round(cells, ring, ring_from, more, first, workers)
        stay = ~cells[made.cell]
        kept = (made.row[stay], made.corner[stay], made.corners, made.cell[stay], made.owner[stay])
        made = join_ridges(Ridges(*kept), fresh)
    return onto_walls(made, walls, shapes, cell_of, ring_from, ring)


def _narrow(shapes, pair):
    """Sites along walls with so little between them that a line would soon touch one."""
    gap = shapely.distance(*shapes[pair].T)
    low = 0.0
    for wide, spacing in _NARROW:
        yield between_sites(shapes, pair[(gap >= low) & (gap < wide)], spacing)
        low = wide


def _one_round(cells, ring, ring_from, sites, first, workers):
    points, mine, cell = (np.concatenate(column) for column in zip(*sites))
    use = cells[cell]
    points, mine, cell = points[use], mine[use], cell[use]
    # Open ground around towers is numbered after the buildings and stays as it is.
    mine = np.append(first, np.arange(len(first), mine.max(initial=-1) + 1))[mine]
    order = np.lexsort((mine, cell))
    points, mine, cell = points[order], mine[order], cell[order]
    return ridges_between(points, mine, cell, _reach(points, cell, ring, ring_from), workers)


def _rings(planar, cut, rank):
    """Segments around each face that is cut, face by face."""
    face = planar.face
    half = np.flatnonzero((face >= 0) & cut[face])
    order, start = groups(rank[face[half]], int(cut.sum()))
    segments = half[order] // 2
    return start, segments, planar.xy[planar.ends[segments]].reshape(-1, 4)


def _reach(points, cell, ring, ring_from):
    """Diameter of the box around each face and its sites."""
    n = len(ring_from) - 1
    face = np.repeat(np.arange(n), np.diff(ring_from))
    low, high = np.full((n, 2), np.inf), np.full((n, 2), -np.inf)
    np.minimum.at(low, face, ring[:, :2])
    np.maximum.at(high, face, ring[:, :2])
    np.minimum.at(low, cell, points)
    np.maximum.at(high, cell, points)
    return np.hypot(*(high - low).T) + 1.0


def _cut_segments(planar, ring_from, segments, ring, ridges):
    """Nodes, the new segments between them, the old ones cut, and what these are cut from."""
    piece, hit_segment, hit_at = _clip(ring_from, ring, ridges)
    n_old, n_corner = len(planar.xy), len(ridges.corners)
    # Hits from both sides of a segment are put in order along it once, and near ones are one.
    used = np.unique(piece[:, :2][(piece[:, :2] >= 0) & (piece[:, :2] % 3 == 0)] // 3)
    segment, at = segments[hit_segment[used]], hit_at[used]
    flipped = planar.xy[planar.ends[segment, 0]] != ring[hit_segment[used], :2]
    at = np.where(flipped.any(axis=1), 1.0 - at, at)
    node_of_hit, new_xy, new_seg = _place_hits(planar, used, segment, at, len(hit_segment))
    xy = np.vstack([planar.xy, ridges.corners, new_xy])
    ends = np.empty((len(piece), 2), dtype=np.int64)
    for side in range(2):
        code = piece[:, side]
        ends[:, side] = _nodes(
            code, piece[:, 2], ridges, segments, planar, node_of_hit, n_old, n_corner
        )
    made = n_old + n_corner + np.arange(len(new_seg))
    cut_ends, cut_from = cut(planar.ends, new_seg, made)
    return xy, ends, cut_ends, cut_from


def _clip(ring_from, ring, ridges):
    n = len(ring_from) - 1
    ridge_from = offsets(np.bincount(ridges.cell, minlength=n))
    room = 4 * len(ridges.row) + 1000
    ring, row = np.ascontiguousarray(ring), np.ascontiguousarray(ridges.row)
    while True:
        cut = clip_ridges(ring_from, ring, ridge_from, row, _SNAP, room)
        if cut is not None:
            return cut
        if room > 400 * len(ridges.row) + 10**6:
            raise FaultError("a line between buildings crosses the edge of its block too often")
        room *= 4


def _place_hits(planar, used, segment, at, room):
    """Nodes for hits; those within the snapping distance of each other are one."""
    length = planar.lengths[segment]
    order = np.lexsort((at, segment))
    new = np.ones(len(order), dtype=bool)
    same = segment[order][1:] == segment[order][:-1]
    new[1:] = ~same | (np.diff(at[order]) * length[order][1:] > _SNAP)
    number = np.cumsum(new) - 1
    node_of_hit = np.full(room, -1, dtype=np.int64)
    node_of_hit[used[order]] = number
    seg, pos = segment[order][new], at[order][new]
    a, b = planar.xy[planar.ends[seg, 0]], planar.xy[planar.ends[seg, 1]]
    return node_of_hit, a + pos[:, None] * (b - a), seg


def _nodes(code, ridge, ridges, segments, planar, node_of_hit, n_old, n_corner):
    node = np.empty(len(code), dtype=np.int64)
    corner = code < 0
    first = (-1 - code[corner]) % 2 == 0
    pair = ridges.corner[ridge[corner]]
    node[corner] = np.where(first, pair[:, 0], pair[:, 1]) + n_old
    hit = ~corner & (code % 3 == 0)
    node[hit] = node_of_hit[code[hit] // 3] + n_old + n_corner
    end = ~corner & ~hit
    node[end] = planar.ends[segments[code[end] // 3], code[end] % 3 - 1]
    return node


def _rebuild(pieces, xy, ends, cut_ends, cut_from):
    old = pieces.planar
    every = np.vstack([cut_ends, ends])
    origin = np.concatenate([cut_from, np.full(len(ends), -1)])
    # Corners far outside every face are in the list as well; they must not count.
    used = np.zeros(len(xy), dtype=bool)
    used[every] = True
    every = (np.cumsum(used) - 1)[every]
    xy, number = number_nodes(xy[used])
    every = number[every]
    key = np.minimum(*every.T) * len(xy) + np.maximum(*every.T)
    _, first = np.unique(key, return_index=True)
    first = np.sort(first[every[first, 0] != every[first, 1]])
    every, origin = every[first], origin[first]
    alive = without_dangles(len(xy), every)
    every, origin = every[alive], origin[alive]
    known = origin >= 0
    way = xy[every[:, 1]] - xy[every[:, 0]]
    # A piece of an old segment runs the same way as that segment.
    way[known] = old.ways(origin[known])
    planar = trace_faces(xy, every, way)
    strength = np.where(known, pieces.strength[origin], 0.0)
    border = np.where(known, pieces.border[origin], False)
    parent = _parents(planar, old, origin)
    return Pieces(planar, strength, border, pieces.area[parent]), parent


def _parents(planar, old, origin):
    """The old face that each new one lies in, carried over the new lines from the old ones."""
    parent = np.full(planar.n_faces, -1, dtype=np.int64)
    known = np.repeat(origin >= 0, 2)
    half = np.flatnonzero(known & (planar.face >= 0))
    parent[planar.face[half]] = old.face[2 * origin[half // 2] + half % 2]
    inner = planar.face.reshape(-1, 2)
    inner = inner[(origin < 0) & (inner >= 0).all(axis=1)]
    while (parent < 0).any():
        before = (parent < 0).sum()
        for one, two in ((0, 1), (1, 0)):
            take = (parent[inner[:, one]] < 0) & (parent[inner[:, two]] >= 0)
            parent[inner[take, one]] = parent[inner[take, two]]
        if (parent < 0).sum() == before:
            raise FaultError("a piece of land hangs on no line; please report the input")
    return parent
