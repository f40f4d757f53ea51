"""Lines halfway between buildings, inside the faces that hold too many people for one piece."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import Delaunay

from zoning.geo.grouping import first_connected, offsets, steps
from zoning.geo.threads import each
from zoning.model.tolerances import count, tolerance

__all__ = ["Ridges", "join_ridges", "lean", "pick", "ridges_between"]

_ONE_CORNER = tolerance("one_corner")
_SITES_A_CALL = count("sites_a_call")
_NOT_NOTHING = tolerance("not_nothing_squared")


@dataclass(frozen=True)
class Ridges:
    """Pieces of the lines halfway between the sites of different owners.

    Parameters
    ----------
    row : array of float, shape (ridges, 4)
        x0, y0, x1, y1 in metres.
    corner : array of int, shape (ridges, 2)
        Number of the corner at each end, -1 for an end in the open.
    corners : array of float, shape (corners, 2)
        Coordinates by number.
    cell : array of int
        Group of sites that each ridge lies between, in ascending order.
    owner : array of int, shape (ridges, 2)
        Whose sites it lies between.
    """

    row: np.ndarray
    corner: np.ndarray
    corners: np.ndarray
    cell: np.ndarray
    owner: np.ndarray


def ridges_between(
    points: np.ndarray, owner: np.ndarray, cell: np.ndarray, reach: np.ndarray, workers: int = 1
) -> Ridges:
    """The lines halfway between neighbouring sites with different owners, cell by cell.

    Parameters
    ----------
    points : array of float, shape (sites, 2)
    owner : array of int
        Whom each site stands for.
    cell : array of int
        Face in which each site counts, ascending; sites of different cells do not meet.
    reach : array of float
        Diameter of each cell's face and sites, in metres.
    workers : int, default 1
        Threads for Qhull, which lets them run side by side.

    Notes
    -----
    One Delaunay triangulation (Qhull, :cite:t:`barber1996quickhull`) serves many cells: they
    are moved apart by several times their size, so that no site of another cell is near.
    """
    n = len(points)
    start = offsets(np.bincount(cell, minlength=len(reach)))
    used = np.flatnonzero(np.diff(start))
    order = used[np.argsort(reach[used], kind="stable")]
    batch = np.cumsum(np.diff(start)[order]) // _SITES_A_CALL
    batches = np.split(order, np.flatnonzero(np.diff(batch)) + 1) if len(order) else []
    # Coordinates from a site of the same cell: exact enough for circumcentres.
    near = np.vstack([points - points[start[cell]], np.zeros((2, 2))])
    triangles, neighbours, count = [], [], 0
    for triangle, neighbour in each(
        lambda some: _triangulate(near, start, reach, some, n), batches, workers
    ):
        triangles.append(triangle)
        neighbours.append(np.where(neighbour >= 0, neighbour + count, -1))
        count += len(triangle)
    if not count:
        return _join([])
    # The two sites far off are a cell of their own, without ridges.
    place, owner = np.append(cell, [-1, -1]), np.append(owner, [-1, -1])
    net = np.vstack(triangles), np.vstack(neighbours)
    row, corner, corners, between, pair = _ridges(near, owner, place, reach, *net)
    origin = points[np.minimum(start[:-1], n - 1)]
    base = origin[between]
    # Corners carry the number of their triangle.
    home = place[net[0][:, 0]]
    corners = corners + np.where((home >= 0)[:, None], origin[home], 0.0)
    return _join([(row + np.hstack([base, base]), corner, corners, between, pair)])


def _triangulate(near, start, reach, cells, n):
    """Triangles of the sites of some cells, and their neighbours; sites numbered over all."""
    cells = np.sort(cells)
    sizes = np.diff(start)[cells]
    place = np.repeat(np.arange(len(cells)), sizes)
    take = np.repeat(start[cells], sizes) + steps(sizes)
    wide = int(np.ceil(np.sqrt(len(cells))))
    pitch = 5.0 * reach[cells].max() + 1.0
    spot = np.column_stack([place % wide, place // wide]) * pitch
    # Two sites far off let even sites that stand in a row have triangles.
    apart = np.array([[-2.3, -1.7], [-1.9, -2.9]]) * pitch
    net = Delaunay(np.vstack([near[take] + spot, apart]))
    number = np.append(take, [n, n + 1])
    return number[net.simplices], net.neighbors.astype(np.int64)


def _ridges(near, owner, place, reach, triangle, neighbour):
    home = place[triangle[:, 0]]
    whole = (home >= 0) & (place[triangle[:, 1]] == home) & (place[triangle[:, 2]] == home)
    centre = _circumcentres(near, triangle)
    close = whole & (np.hypot(centre[:, 0], centre[:, 1]) < 4 * reach[home])
    t = np.repeat(np.arange(len(triangle)), 3)
    a = triangle[:, [1, 2, 0]].ravel()
    b = triangle[:, [2, 0, 1]].ravel()
    u = neighbour.ravel()
    # Each edge once: from its lower triangle, or from the only one.
    once = ((u < 0) | (t < u)) & (place[a] == place[b]) & (place[a] >= 0)
    t, a, b, u = t[once], a[once], b[once], u[once]
    number = _merge_corners(centre, close, t, u)
    border = owner[a] != owner[b]
    t, a, b, u = t[border], a[border], b[border], u[border]
    mid = (near[a] + near[b]) / 2
    along = near[b] - near[a]
    # Triangles run counter-clockwise: the ridge leaves t on the right of a to b.
    away = np.column_stack([along[:, 1], -along[:, 0]])
    away /= np.hypot(along[:, 0], along[:, 1])[:, None]
    has_t, has_u = close[t], (u >= 0) & close[u]
    far = 3.0 * reach[place[a]]
    # A corner too far off to be exact is replaced by a far point on the same side.
    side_t = np.where(whole[t], np.sign(((centre[t] - mid) * away).sum(axis=1)), -1.0)
    side_u = np.where((u >= 0) & whole[u], np.sign(((centre[u] - mid) * away).sum(axis=1)), 1.0)
    first = np.where(has_t[:, None], centre[number[t]], mid + away * (side_t * far)[:, None])
    second = np.where(has_u[:, None], centre[number[u]], mid + away * (side_u * far)[:, None])
    corner = np.column_stack([np.where(has_t, number[t], -1), np.where(has_u, number[u], -1)])
    real = np.where((corner < 0).all(axis=1), side_t != side_u, (corner[:, 0] != corner[:, 1]))
    row = np.hstack([first, second])[real]
    pair = np.column_stack([owner[a], owner[b]])[real]
    return row, corner[real], centre, place[a][real], pair


def _circumcentres(xy, triangle):
    a, b, c = (xy[triangle[:, i]] for i in range(3))
    b, c = b - a, c - a
    d = 2.0 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    d = np.where(np.abs(d) < _NOT_NOTHING, _NOT_NOTHING, d)
    bb, cc = (b * b).sum(axis=1), (c * c).sum(axis=1)
    x = (c[:, 1] * bb - b[:, 1] * cc) / d
    y = (b[:, 0] * cc - c[:, 0] * bb) / d
    return a + np.column_stack([x, y])


def _merge_corners(centre, close, t, u):
    both = (u >= 0) & close[t] & close[u]
    t, u = t[both], u[both]
    step = centre[t] - centre[u]
    tiny = np.hypot(step[:, 0], step[:, 1]) < _ONE_CORNER
    number = np.arange(len(centre))
    some, place = np.unique(np.stack([t[tiny], u[tiny]]), return_inverse=True)
    if len(some):
        number[some] = some[first_connected(len(some), place.reshape(2, -1).T)]
    return number


def _join(parts):
    if not parts:
        blank = np.empty((0, 2))
        none = blank.astype(np.int64)
        return Ridges(np.empty((0, 4)), none, blank, np.empty(0, dtype=np.int64), none)
    shift = offsets([len(p[2]) for p in parts])
    corner = np.vstack([np.where(p[1] >= 0, p[1] + s, -1) for p, s in zip(parts, shift)])
    row = np.vstack([p[0] for p in parts])
    cell = np.concatenate([p[3] for p in parts])
    pair = np.vstack([p[4] for p in parts])
    order = np.argsort(cell, kind="stable")
    corners = np.vstack([p[2] for p in parts])
    return Ridges(row[order], corner[order], corners, cell[order], pair[order])


def join_ridges(*several: Ridges) -> Ridges:
    """All of them, in order of cell."""
    return _join([(r.row, r.corner, r.corners, r.cell, r.owner) for r in several])


def pick(ridges: Ridges, rows: np.ndarray) -> tuple[Ridges, np.ndarray]:
    """Some of the ridges with the corners that they use, and the numbers of these corners."""
    corner = ridges.corner[rows]
    used = np.zeros(len(ridges.corners) + 1, dtype=bool)
    used[corner] = True
    # The last place stands for ends in the open, which have no corner: -1.
    used[-1] = False
    number = np.cumsum(used) - 1
    number[-1] = -1
    used = np.flatnonzero(used)
    made = Ridges(
        ridges.row[rows],
        number[corner],
        ridges.corners[used],
        ridges.cell[rows],
        ridges.owner[rows],
    )
    return made, used


def lean(ridges: Ridges, first_cell: int) -> Ridges:
    """The same without corners that no ridge uses, cells numbered from another one."""
    made, _ = pick(ridges, np.arange(len(ridges.row)))
    return replace(made, cell=made.cell + first_cell)
