"""Lines between houses that share a wall, moved onto that wall."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from zoning.boundaries.ground.sites import Walls
from zoning.boundaries.ground.voronoi import Ridges, pick
from zoning.model.tolerances import in_a_row, tolerance

__all__ = ["onto_walls"]

_INSIDE = in_a_row("moved_onto_wall")
_CORNER = tolerance("walls_corner")
_CLEAR = tolerance("clear_of_cell")


def onto_walls(
    ridges: Ridges,
    walls: Walls,
    geometry: np.ndarray,
    cell_of: np.ndarray,
    ring_from: np.ndarray,
    ring: np.ndarray,
) -> Ridges:
    """The same lines, with corners that are just inside a building on its wall.

    Parameters
    ----------
    ridges : Ridges
    walls : Walls
        Of the buildings.
    geometry : array of Polygon or Point
        Buildings, the owners of the lines.
    cell_of : array of int
        Cell of each building.
    ring_from : array of int
        Where the edge of each cell starts in `ring`.
    ring : array of float, shape (segments, 4)

    Returns
    -------
    Ridges
        A corner stays where it was if a line would meet another one or the edge of the cell.

    Notes
    -----
    Two walls that touch carry sites in different places where their corners differ, and the
    line halfway between the sites is then a few decimetres off.
    """
    met = walls.met(ridges, _INSIDE[0])
    if not met.any():
        return ridges
    # Only cells with such a line are looked at; nothing moves in the others.
    cells = np.zeros(len(ring_from) - 1, dtype=bool)
    cells[cell_of[met]] = True
    rows = np.flatnonzero(cells[ridges.cell])
    part, used = pick(ridges, rows)
    edge = ring[np.repeat(cells, np.diff(ring_from))]
    edges = shapely.STRtree(shapely.linestrings(edge.reshape(-1, 2, 2)))
    for near in (_CORNER, 0.0):
        part = _moved(part, walls, geometry, cell_of, edges, near)
    row, corners = ridges.row.copy(), ridges.corners.copy()
    row[rows], corners[used] = part.row, part.corners
    return replace(ridges, row=row, corners=corners)


def _moved(ridges, walls, geometry, cell_of, edges, near_corner):
    """The lines after one attempt; corners of walls count within that distance."""
    met = np.flatnonzero(walls.met(ridges, _INSIDE[0]))
    moved, goal = _goals(ridges, geometry, met, cell_of, near_corner)
    while len(moved):
        corners = ridges.corners.copy()
        corners[moved] = goal
        row = _rows(ridges, corners)
        bad = _in_the_way(row, ridges.corner, moved, edges)
        if not len(bad):
            return replace(ridges, row=row, corners=corners)
        stay = ~np.isin(moved, bad)
        moved, goal = moved[stay], goal[stay]
    return ridges


def _goals(ridges, geometry, met, cell_of, near_corner):
    """Corners just inside a building of their cell, and the nearest point of its wall."""
    known = np.zeros(len(geometry) + 1, dtype=bool)
    known[met] = True
    owner = np.minimum(ridges.owner, len(geometry))
    use = (ridges.corner >= 0) & known[owner].any(axis=1)[:, None]
    corner, first = np.unique(ridges.corner[use], return_index=True)
    cell = np.repeat(ridges.cell, 2).reshape(-1, 2)[use][first]
    points = shapely.points(ridges.corners[corner])
    house, at = shapely.STRtree(points).query(geometry[met], predicate="intersects")
    house = met[house]
    mine = cell[at] == cell_of[house]
    house, at = house[mine], at[mine]
    way = shapely.shortest_line(points[at], shapely.boundary(geometry[house]))
    depth = shapely.length(way)
    order = np.lexsort((house, -depth, at))
    order = order[np.r_[True, at[order][1:] != at[order][:-1]]] if len(at) else order
    order = order[(depth[order] > _INSIDE[0]) & (depth[order] < _INSIDE[1])]
    goal = shapely.get_coordinates(way[order]).reshape(-1, 2, 2)[:, 1]
    return corner[at[order]], _at_corners(goal, geometry[house[order]], near_corner)


def _at_corners(goal, houses, near):
    """Points of walls, moved to a corner of the house that is near: each corner once."""
    if not len(goal) or near == 0:
        return goal
    turns = np.unique(shapely.get_coordinates(houses), axis=0)
    one, turn = shapely.STRtree(shapely.points(turns)).query(
        shapely.points(goal), predicate="dwithin", distance=near
    )
    far = np.hypot(*(goal[one] - turns[turn]).T)
    order = np.lexsort((one, far, turn))
    order = order[np.r_[True, turn[order][1:] != turn[order][:-1]]] if len(one) else order
    made = goal.copy()
    made[one[order]] = turns[turn[order]]
    return made


def _rows(ridges, corners):
    row = ridges.row.copy()
    for end in range(2):
        known = ridges.corner[:, end] >= 0
        row[known, 2 * end : 2 * end + 2] = corners[ridges.corner[known, end]]
    return row


def _in_the_way(row, corner, moved, edges):
    """Moved corners of lines that meet another line or come near the edge of a cell."""
    lines = shapely.linestrings(row.reshape(-1, 2, 2))
    fresh = np.flatnonzero(np.isin(corner, moved).any(axis=1))
    close, _ = edges.query(lines[fresh], predicate="dwithin", distance=_CLEAR)
    a, b = shapely.STRtree(lines).query(lines[fresh], predicate="intersects")
    a = fresh[a]
    a, b = a[a != b], b[a != b]
    same = (corner[a][:, :, None] == corner[b][:, None, :]) & (corner[a][:, :, None] >= 0)
    joined = same.any(axis=(1, 2))
    wrong = ~joined
    wrong[joined] = shapely.length(shapely.intersection(lines[a[joined]], lines[b[joined]])) > 0
    wrong |= shapely.length(lines[a]) < _INSIDE[0]
    hit = np.unique(np.concatenate([fresh[close], a[wrong], b[wrong]]))
    return np.intersect1d(corner[hit], moved)
