"""Lines halfway between buildings, inside the faces that hold too many people for one piece."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Delaunay

from zoning.boundaries.kernels import kernel
from zoning.boundaries.planar import offsets

__all__ = [
    "Ridges",
    "between_sites",
    "building_sites",
    "buildings_met",
    "facing_sites",
    "join_ridges",
    "lean",
    "near_pairs",
    "pairs_met",
    "ridges_between",
    "sites_around",
]

#: Sites stand this far inside the walls, in metres, so that walls that touch are divided.
_INSET = 0.4
#: Walls are given a site at least this often, in metres.
_DENSE = 12.0
#: Corners of the diagram closer than this are one, in metres.
_ONE_CORNER = 0.01
#: Open ground around a building that is set apart has sites this far off, in metres.
_AROUND = 6.0
#: A corner this near to a wall has its own site on it, in metres.
_FACING = 6.0
#: Two buildings share ground from here on, in square metres.
_OVERLAP_M2 = 0.2
_SITES_A_CALL = 6000


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


def building_sites(geometry: np.ndarray, every: float = _DENSE) -> tuple[np.ndarray, np.ndarray]:
    """Points just inside the outline of each building, and the building of each.

    Points stand for themselves. Outlines get a point at each corner and along long walls, in
    metres `every`.
    """
    part, building = shapely.get_parts(geometry, return_index=True)
    outline = shapely.get_type_id(part) == 3
    walls, whose, left = _walls(shapely.segmentize(part[outline], every))
    xy, ring = shapely.get_coordinates(walls, return_index=True)
    last = np.ones(len(ring), dtype=bool)
    last[:-1] = ring[1:] != ring[:-1]
    xy, ring = xy[~last], ring[~last]
    inner = _inset(xy, np.bincount(ring, minlength=len(walls)), left)
    dots = shapely.get_coordinates(shapely.point_on_surface(part[~outline]))
    points = np.vstack([inner, dots])
    owner = np.concatenate([building[outline][whose[ring]], building[~outline]])
    order = np.argsort(owner, kind="stable")
    return points[order], owner[order]


def _walls(solid):
    """Rings of polygons, courtyards too, the polygon of each, and whether it is to their left."""
    rings, whose = shapely.get_rings(solid, return_index=True)
    court = np.zeros(len(rings), dtype=bool)
    court[1:] = whose[1:] == whose[:-1]
    return rings, whose, shapely.is_ccw(rings) ^ court


def sites_around(
    geometry: np.ndarray, towers: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sites for the open ground around some buildings, so that these keep little land.

    Returns
    -------
    points : array of float, shape (sites, 2)
    owner : array of int
        Four for each tower, by direction, numbered after the buildings.
    tower : array of int
        Row of the building that each site goes around.
    """
    ring = shapely.segmentize(shapely.buffer(geometry[towers], _AROUND, quad_segs=2), _AROUND / 2)
    xy, which = shapely.get_coordinates(shapely.get_exterior_ring(ring), return_index=True)
    near, _ = shapely.STRtree(geometry).query(
        shapely.points(xy), predicate="dwithin", distance=_AROUND / 3
    )
    free = np.ones(len(xy), dtype=bool)
    free[near] = False
    xy, which = xy[free], which[free]
    centre = shapely.get_coordinates(shapely.centroid(geometry[towers]))[which]
    side = (xy[:, 0] > centre[:, 0]).astype(int) + 2 * (xy[:, 1] > centre[:, 1])
    return xy, len(geometry) + 4 * which + side, towers[which]


def _inset(xy, sizes, ccw, by=_INSET):
    """Ring vertices moved inwards along the bisector."""
    if not len(xy):
        return xy
    start = offsets(sizes)
    index = np.arange(len(xy))
    after, before = index + 1, index - 1
    after[start[1:] - 1] = start[:-1]
    before[start[:-1]] = start[1:] - 1
    ahead, behind = xy[after] - xy, xy - xy[before]
    ahead /= np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-9)[:, None]
    behind /= np.maximum(np.hypot(behind[:, 0], behind[:, 1]), 1e-9)[:, None]
    side = np.where(np.repeat(ccw, sizes), 1.0, -1.0)[:, None]
    normal = np.column_stack([-(ahead + behind)[:, 1], (ahead + behind)[:, 0]]) * side
    size = np.maximum(np.hypot(normal[:, 0], normal[:, 1]), 0.5)
    return xy + by * 1.2 * normal / size[:, None]


def ridges_between(
    points: np.ndarray, owner: np.ndarray, cell: np.ndarray, reach: np.ndarray
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

    Notes
    -----
    One Delaunay triangulation (Qhull, :cite:t:`barber1996quickhull`) serves many cells: they
    are moved apart by several times their size, so that no site of another cell is near.
    """
    order = np.argsort(reach, kind="stable")
    start = offsets(np.bincount(cell, minlength=len(reach)))
    batch = np.cumsum(np.diff(start)[order]) // _SITES_A_CALL
    parts = []
    used = np.diff(start) > 0
    for b in np.unique(batch[used[order]]):
        cells = np.sort(order[(batch == b) & used[order]])
        parts.append(_one_call(points, owner, cell, start, reach, cells))
    return _join(parts)


def _one_call(points, owner, cell, start, reach, cells):
    take = np.concatenate([np.arange(start[c], start[c + 1]) for c in cells])
    wide = int(np.ceil(np.sqrt(len(cells))))
    pitch = 5.0 * reach[cells].max() + 1.0
    spot = np.column_stack([np.arange(len(cells)) % wide, np.arange(len(cells)) // wide]) * pitch
    place = np.repeat(np.arange(len(cells)), np.diff(start)[cells])
    origin = points[start[cells]]
    near = points[take] - origin[place]
    # Two sites far off let even sites that stand in a row have triangles.
    apart = np.array([[-2.3, -1.7], [-1.9, -2.9]]) * pitch
    net = Delaunay(np.vstack([near + spot[place], apart]))
    triangle, neighbour = net.simplices.astype(np.int64), net.neighbors.astype(np.int64)
    near = np.vstack([near, apart])
    place = np.append(place, [len(cells), len(cells)])
    reach = np.append(reach[cells], 0.0)
    origin = np.vstack([origin, [[0.0, 0.0]]])
    owner = np.append(owner[take], [-1, -1])
    return _ridges(near, owner, place, origin, reach, cells, triangle, neighbour)


def _ridges(near, owner, place, origin, reach, cells, triangle, neighbour):
    home = place[triangle[:, 0]]
    whole = (place[triangle] == home[:, None]).all(axis=1)
    # The two sites far off are a cell of their own, without ridges.
    centre = _circumcentres(near, triangle)
    close = whole & (np.hypot(centre[:, 0], centre[:, 1]) < 4 * reach[home])
    t = np.repeat(np.arange(len(triangle)), 3)
    a = triangle[:, [1, 2, 0]].ravel()
    b = triangle[:, [2, 0, 1]].ravel()
    u = neighbour.ravel()
    # Each edge once: from its lower triangle, or from the only one.
    once = ((u < 0) | (t < u)) & (place[a] == place[b])
    t, a, b, u = t[once], a[once], b[once], u[once]
    number = _merge_corners(centre, close, t, u)
    border = (owner[a] != owner[b]) & (place[a] < len(cells))
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
    base = origin[place[a]]
    real = np.where((corner < 0).all(axis=1), side_t != side_u, (corner[:, 0] != corner[:, 1]))
    row = np.hstack([first + base, second + base])[real]
    pair = np.column_stack([owner[a], owner[b]])[real]
    return row, corner[real], centre + origin[home], cells[place[a]][real], pair


def _circumcentres(xy, triangle):
    a, b, c = (xy[triangle[:, i]] for i in range(3))
    b, c = b - a, c - a
    d = 2.0 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    d = np.where(np.abs(d) < 1e-12, 1e-12, d)
    bb, cc = (b * b).sum(axis=1), (c * c).sum(axis=1)
    x = (c[:, 1] * bb - b[:, 1] * cc) / d
    y = (b[:, 0] * cc - c[:, 0] * bb) / d
    return a + np.column_stack([x, y])


def _merge_corners(centre, close, t, u):
    both = (u >= 0) & close[t] & close[u]
    t, u = t[both], u[both]
    step = centre[t] - centre[u]
    tiny = np.hypot(step[:, 0], step[:, 1]) < _ONE_CORNER
    n = len(centre)
    graph = coo_array((np.ones(tiny.sum()), (t[tiny], u[tiny])), shape=(n, n))
    _, part = connected_components(graph, directed=False)
    first = np.full(part.max() + 1, n, dtype=np.int64)
    np.minimum.at(first, part, np.arange(n))
    return first[part]


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


def lean(ridges: Ridges, first_cell: int) -> Ridges:
    """The same without corners that no ridge uses, cells numbered from another one."""
    used = np.unique(ridges.corner)
    used = used[used >= 0]
    number = np.searchsorted(used, ridges.corner)
    corner = np.where(ridges.corner >= 0, number, -1)
    return Ridges(ridges.row, corner, ridges.corners[used], ridges.cell + first_cell, ridges.owner)


def near_pairs(geometry: np.ndarray, cell: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of buildings so near that corners face walls, and for each building its first one.

    Only buildings of the same cell are pairs. Buildings that overlap, as where one was drawn
    twice, cannot be divided: they are one, by the row of the first of them.
    """
    a, b = shapely.STRtree(geometry).query(geometry, predicate="dwithin", distance=_FACING)
    pair = np.column_stack([a, b])[(a < b) & (cell[a] == cell[b])]
    pair = pair[np.lexsort((pair[:, 1], pair[:, 0]))]
    touch = pair[shapely.intersects(geometry[pair[:, 0]], geometry[pair[:, 1]])]
    both = shapely.area(shapely.intersection(geometry[touch[:, 0]], geometry[touch[:, 1]]))
    point = shapely.area(geometry[touch]).min(axis=1, initial=np.inf) == 0
    one = touch[(both > _OVERLAP_M2) | point]
    n = len(geometry)
    graph = coo_array((np.ones(len(one)), (one[:, 0], one[:, 1])), shape=(n, n))
    _, part = connected_components(graph, directed=False)
    first = np.full(part.max() + 1, n, dtype=np.int64)
    np.minimum.at(first, part, np.arange(n))
    return pair, first[part]


def facing_sites(geometry: np.ndarray, pair: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sites where a wall faces the corner of a near neighbour, and the building of each.

    Without them a line between two houses side by side would cut into one of them where
    their walls are shifted against each other.
    """
    start, rows = outlines(shapely.segmentize(geometry, _DENSE))
    sizes = np.diff(start)[pair].sum(axis=1)
    room = int(sizes.sum()) + 1
    out, owner = np.empty(2 * room), np.empty(room, dtype=np.int64)
    flat = np.ascontiguousarray(pair).ravel().astype(np.int64)
    count = kernel("foot_points")(
        len(pair), flat, start, rows.ravel(), _FACING, _INSET, room, out, owner
    )
    return out[: 2 * count].reshape(-1, 2), owner[:count]


def outlines(geometry: np.ndarray, n: int = 0, inset: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Walls of buildings as rows of x0, y0, x1, y1, and where those of each start."""
    part, building = shapely.get_parts(geometry, return_index=True)
    solid = shapely.get_type_id(part) == 3
    walls, whose, left = _walls(part[solid])
    xy, ring = shapely.get_coordinates(walls, return_index=True)
    same = ring[1:] == ring[:-1]
    if inset and len(xy):
        stay = np.append(same, False)
        xy = xy.copy()
        xy[stay] = _inset(xy[stay], np.bincount(ring[stay], minlength=len(left)), left, inset)
        first = np.flatnonzero(np.r_[True, ~same])
        xy[np.flatnonzero(~stay)] = xy[first]
    rows = np.hstack([xy[:-1], xy[1:]])[same]
    house = building[solid][whose[ring[1:][same]]]
    return offsets(np.bincount(house, minlength=max(len(geometry), n))), rows


def buildings_met(ridges: Ridges, geometry: np.ndarray, touch: float) -> np.ndarray:
    """Which buildings are touched by a line between them and a neighbour, in metres `touch`."""
    n = max(len(geometry), int(ridges.owner.max(initial=-1)) + 1)
    start, rows = outlines(geometry, n, touch)
    met = np.zeros(n, dtype=np.int64)
    kernel("rings_met")(
        len(ridges.row),
        np.ascontiguousarray(ridges.row).ravel(),
        np.ascontiguousarray(ridges.owner).ravel(),
        start,
        rows.ravel(),
        met,
    )
    return met[: len(geometry)] == 1


def pairs_met(ridges: Ridges, geometry: np.ndarray, touch: float) -> np.ndarray:
    """Pairs of buildings whose common line is in one of them, in metres `touch`, ascending."""
    met = np.append(buildings_met(ridges, geometry, touch), False)
    owner = np.minimum(ridges.owner, len(geometry))
    rows = np.flatnonzero(met[owner].any(axis=1) & (owner < len(geometry)).all(axis=1))
    lines = shapely.linestrings(ridges.row[rows].reshape(-1, 2, 2))
    inner = np.full(len(met), None, dtype=object)
    inner[met] = shapely.buffer(geometry[met[:-1]], -touch)
    hit = shapely.intersects(lines[:, None], inner[owner[rows]]).any(axis=1)
    return np.unique(np.sort(owner[rows[hit]], axis=1), axis=0)


def between_sites(
    geometry: np.ndarray, pair: np.ndarray, every: float
) -> tuple[np.ndarray, np.ndarray]:
    """Sites along walls that face the other building of a pair, and the building of each."""
    both = np.vstack([pair, pair[:, ::-1]])
    xy, which = building_sites(geometry[both[:, 0]], every)
    other = geometry[both[:, 1]]
    gap = shapely.distance(geometry[both[:, 0]], other)[which]
    near = shapely.distance(shapely.points(xy), other[which]) < gap + _FACING
    xy, of = xy[near], both[which[near], 0]
    # A house with several neighbours has the same site for each of them.
    _, once = np.unique(np.column_stack([of, np.round(xy, 3)]), axis=0, return_index=True)
    return xy[once], of[once]
