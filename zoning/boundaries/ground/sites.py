"""Sites of buildings: where the lines halfway between them are taken from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from zoning.boundaries.ground.voronoi import Ridges
from zoning.geo.grouping import first_connected, offsets
from zoning.geo.kernels.outlines import foot_points, rings_met
from zoning.geo.kernels.sets import join_small
from zoning.model.tolerances import tolerance

__all__ = ["Walls", "between_sites", "near_pairs", "pairs_met", "share_ground", "sites_around"]

_INSET = tolerance("site_inset")
_ALONG = tolerance("site_along")
_AROUND = tolerance("site_around")
_FACING = tolerance("facing_corner")
_NEIGHBOURS = tolerance("may_share")
_OVERLAP_M2 = tolerance("shares_ground")
_NOT_NOTHING = tolerance("not_nothing")


@dataclass(frozen=True)
class Walls:
    """Outlines of buildings, courtyards too, vertex after vertex, and points where they are points.

    Parameters
    ----------
    n : int
        Number of buildings.
    xy : array of float, shape (vertices, 2)
        In metres; rings are open.
    after : array of int
        The next vertex around the ring.
    inwards : array of float, shape (vertices, 2)
        Step along the bisector, into the building, about 1 m away from both walls.
    owner : array of int
        Building of each vertex, ascending.
    dots : array of float, shape (points, 2)
        Buildings that are points.
    dot_owner : array of int
    """

    n: int
    xy: np.ndarray
    after: np.ndarray
    inwards: np.ndarray
    owner: np.ndarray
    dots: np.ndarray
    dot_owner: np.ndarray

    @classmethod
    def of(cls, geometry: np.ndarray, every: float) -> Walls:
        """Walls of polygons, with a vertex at least that often, in metres."""
        part, building = shapely.get_parts(geometry, return_index=True)
        solid = shapely.get_type_id(part) == 3
        rings, whose = shapely.get_rings(shapely.segmentize(part[solid], every), return_index=True)
        court = np.zeros(len(rings), dtype=bool)
        court[1:] = whose[1:] == whose[:-1]
        left = shapely.is_ccw(rings) ^ court
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        stay = np.zeros(len(ring), dtype=bool)
        stay[:-1] = ring[1:] == ring[:-1]
        xy, ring = xy[stay], ring[stay]
        start = offsets(np.bincount(ring, minlength=len(rings)))
        after = np.arange(1, len(xy) + 1)
        after[start[1:] - 1] = start[:-1]
        dots = shapely.get_coordinates(shapely.point_on_surface(part[~solid]))
        owner = building[solid][whose[ring]]
        return cls(
            len(geometry), xy, after, _inwards(xy, after, left[ring]), owner, dots, building[~solid]
        )

    def sites(self) -> tuple[np.ndarray, np.ndarray]:
        """Points just inside the outline of each building, and the building of each."""
        points = np.vstack([self.xy + _INSET * self.inwards, self.dots])
        owner = np.concatenate([self.owner, self.dot_owner])
        order = np.argsort(owner, kind="stable")
        return points[order], owner[order]

    def rows(self, depth: float = 0.0, n: int = 0) -> tuple[np.ndarray, np.ndarray]:
        """Where the walls of each of at least `n` buildings start, and rows of x0, y0, x1, y1.

        Walls are moved inwards by `depth` metres.
        """
        xy = self.xy + depth * self.inwards if depth else self.xy
        start = offsets(np.bincount(self.owner, minlength=max(self.n, n)))
        return start, np.hstack([xy, xy[self.after]])

    def facing(self, pair: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Sites where a wall faces the corner of a near neighbour, and the building of each.

        Without them a line between two houses side by side would cut into one of them where
        their walls are shifted against each other.
        """
        start, rows = self.rows()
        pair = np.ascontiguousarray(pair, dtype=np.int64)
        return foot_points(pair, start, rows, _FACING, _INSET)

    def met(self, ridges: Ridges, depth: float) -> np.ndarray:
        """Which buildings a line between them and a neighbour enters by `depth` metres."""
        n = max(self.n, int(ridges.owner.max(initial=-1)) + 1)
        start, rows = self.rows(depth, n)
        met = np.zeros(n, dtype=np.int64)
        row, owner = (np.ascontiguousarray(v) for v in (ridges.row, ridges.owner))
        rings_met(row, owner, start, rows, met)
        return met[: self.n] == 1


def _inwards(xy, after, left):
    ahead = xy[after] - xy
    ahead /= np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), _NOT_NOTHING)[:, None]
    both = ahead.copy()
    both[after] += ahead
    size = np.where(left, 1.0, -1.0) / np.maximum(np.hypot(both[:, 0], both[:, 1]), 0.5)
    return _ALONG * np.column_stack([-both[:, 1] * size, both[:, 0] * size])


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
    return pair, first_connected(len(geometry), one)


def share_ground(
    walls: Walls, first: np.ndarray, cell: np.ndarray, load: np.ndarray, most: float
) -> np.ndarray:
    """For each building the first of the small neighbours that it shares its ground with.

    The nearest two come first, and so on, as long as they hold no more than `most` together.
    Pieces far smaller than a zone cost time and balance nothing.

    Parameters
    ----------
    walls : Walls
    first : array of int, shape (buildings,)
        Buildings that are one already, by the first of them.
    cell : array of int
        Buildings of different cells share nothing.
    load : array of float
        People (households, dwellings) of each building.
    most : float
    """
    points, owner = walls.sites()
    count = np.maximum(np.bincount(owner, minlength=walls.n), 1)
    middle = np.column_stack(
        [np.bincount(owner, weights=points[:, i], minlength=walls.n) / count for i in range(2)]
    )
    held = np.bincount(first, weights=load, minlength=walls.n)
    small = np.flatnonzero(held[first] < most)
    pair = small[cKDTree(middle[small]).query_pairs(_NEIGHBOURS, output_type="ndarray")]
    pair = np.sort(pair[cell[pair[:, 0]] == cell[pair[:, 1]]], axis=1)
    apart = np.round(np.hypot(*(middle[pair[:, 0]] - middle[pair[:, 1]]).T), 2)
    pair = pair[np.lexsort((pair[:, 1], pair[:, 0], apart))]
    part = first.copy()
    join_small(np.ascontiguousarray(pair, dtype=np.int64), most, held, part)
    return part


def pairs_met(walls: Walls, ridges: Ridges, geometry: np.ndarray, touch: float) -> np.ndarray:
    """Pairs of buildings whose common line is in one of them, in metres `touch`, ascending."""
    met = np.append(walls.met(ridges, touch), False)
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
    xy, which = Walls.of(geometry[both[:, 0]], every).sites()
    other = geometry[both[:, 1]]
    gap = shapely.distance(geometry[both[:, 0]], other)[which]
    near = shapely.distance(shapely.points(xy), other[which]) < gap + _FACING
    xy, of = xy[near], both[which[near], 0]
    # A house with several neighbours has the same site for each of them.
    _, once = np.unique(np.column_stack([of, np.round(xy, 3)]), axis=0, return_index=True)
    return xy[once], of[once]
