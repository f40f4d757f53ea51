"""Gaps that are open to the outside, where no parent says where the outside begins.

Between two outer edges that face each other, rungs are drawn from every vertex of one to the
nearest place of the other. They close the gap, so that its cells become faces like any other;
the cells are then joined again. A notch counts only where it is deep: its sides must be many
times as long as its mouth, or every inner corner of the outer border would be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from zoning.geo.grouping import first_connected
from zoning.model.tolerances import tolerance
from zoning.validate.coverage.arrangement import Arrangement

if TYPE_CHECKING:
    from zoning.validate.coverage.coverage_model import Coverage

__all__ = ["joined_cells", "rungs_of"]

_DEEP = tolerance("deep_notch")
_NOT_NOTHING = tolerance("not_nothing_at_all")


def rungs_of(
    arrangement: Arrangement, coverage: Coverage, widest: float
) -> tuple[np.ndarray, np.ndarray]:
    """Starts and ends of rungs, no longer than `widest`, between outer edges of two zones."""
    half, owner = arrangement.half, arrangement.owner
    outside = arrangement.planar.face[half ^ 1] < 0
    half, owner = half[outside], owner[outside]
    nodes, pieces = arrangement.planar.xy, arrangement.planar.ends
    ends = pieces[half // 2]
    tree = shapely.STRtree(shapely.linestrings(nodes[ends]))
    vertex = np.unique(ends)
    points = shapely.points(nodes[vertex])
    point, edge = tree.query(points, predicate="dwithin", distance=widest)
    size = arrangement.n_zones
    theirs = np.unique(np.concatenate([ends[:, 0] * size + owner, ends[:, 1] * size + owner]))
    foreign = ~np.isin(vertex[point] * size + owner[edge], theirs)
    point, edge = point[foreign], edge[foreign]
    start = nodes[vertex[point]]
    goal = _nearest(start, nodes[ends[edge, 0]], nodes[ends[edge, 1]])
    far = np.hypot(*(goal - start).T)
    order = np.lexsort((goal[:, 1], goal[:, 0], far, point))
    order = order[far[order] > coverage.tolerance]
    first = order[np.unique(point[order], return_index=True)[1]]
    start, goal = start[first], goal[first]
    middle = shapely.points((start + goal) / 2)
    members = coverage.members
    covered = shapely.STRtree(coverage.zones[members]).query(middle, predicate="intersects")[0]
    free = ~np.isin(np.arange(len(start)), covered)
    return start[free], goal[free]


def _nearest(point: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Nearest place of each segment to a point."""
    way = b - a
    share = ((point - a) * way).sum(axis=1) / np.maximum((way * way).sum(axis=1), _NOT_NOTHING)
    share = np.clip(share, 0.0, 1.0)[:, None]
    return np.where(share < 1, a + share * way, b)


def joined_cells(arrangement: Arrangement, gaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Cells between rungs joined to notches.

    Parameters
    ----------
    gaps : array of int
        Faces over which no zone lies.

    Returns
    -------
    notch : array of int
        Per gap: number of its notch, -1 where no rung bounds it.
    deep : array of bool
        Per notch: its sides are long enough against its mouth.
    """
    face, length = arrangement.planar.face, arrangement.planar.lengths
    owned = np.zeros(len(length), dtype=bool)
    owned[arrangement.half // 2] = True
    at = np.full(len(arrangement.counts) + 1, -1)
    at[gaps] = np.arange(len(gaps))
    left, right = at[face[::2]], at[face[1::2]]
    rung = ~owned
    inner = rung & (left >= 0) & (right >= 0)
    cells = first_connected(len(gaps), np.column_stack([left, right])[inner])
    first, notch = np.unique(cells, return_inverse=True)
    count = len(first)
    mouth, sides, has = np.zeros(count), np.zeros(count), np.zeros(count, dtype=bool)
    for mine, other in ((left, right), (right, left)):
        here = mine >= 0
        has[notch[mine[here & rung]]] = True
        np.add.at(sides, notch[mine[here & owned]], length[here & owned])
        open_ = here & rung & (other < 0)
        np.add.at(mouth, notch[mine[open_]], length[open_])
    return np.where(has[notch], notch, -1), sides >= _DEEP * mouth
