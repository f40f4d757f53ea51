"""How far an enumerator walks between the stops of a zone."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import shapely
from scipy import sparse
from scipy.sparse import csgraph

from zoning.buildings.streets import Streets, neighbours_clockwise
from zoning.model.tolerances import by_name, count

__all__ = ["Network", "Stops", "Walking", "distances", "join_stops", "link_stops"]

_BATCH = count("corners_a_batch")
_COSTS = by_name("walking_costs")


@dataclass(frozen=True)
class Walking:
    """What walking costs, in metres.

    ``crossing_m`` is charged for each street crossed, ``detour`` multiplies a straight line
    where no street leads, ``reach_m`` is how far a zone looks for its streets, ``near_m``
    how far beyond its border a zone's own streets may lie.
    """

    crossing_m: float = _COSTS["crossing_m"]
    detour: float = _COSTS["detour"]
    reach_m: float = _COSTS["reach_m"]
    near_m: float = _COSTS["near_m"]


@dataclass(frozen=True)
class Stops:
    """Where each stop meets the streets; one row a stop.

    ``edge`` is -1 where no street is in reach, ``along`` is metres from the segment's
    beginning, ``rest`` to its end, ``side`` 0 left and 1 right of it, ``link`` from stop to
    street.
    """

    xy: np.ndarray
    edge: np.ndarray
    along: np.ndarray
    rest: np.ndarray
    side: np.ndarray
    link: np.ndarray

    def __getitem__(self, rows) -> Stops:
        return Stops(*(getattr(self, f.name)[rows] for f in fields(self)))


def link_stops(points: np.ndarray, streets: Streets, rule: Walking) -> Stops:
    """The nearest street of each point, the first in order where two are as near."""
    n = len(points)
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    edge = np.full(n, -1)
    along, rest, link = np.zeros(n), np.zeros(n), np.zeros(n)
    side = np.zeros(n, dtype="int64")
    if n and len(streets):
        which, near = shapely.STRtree(streets.lines).query_nearest(
            points, max_distance=rule.reach_m, all_matches=True
        )
        first = np.lexsort((near, which))
        which, near = which[first], near[first]
        _, at = np.unique(which, return_index=True)
        which, near = which[at], near[at]
        line = streets.lines[near]
        edge[which] = near
        along[which] = shapely.line_locate_point(line, points[which])
        rest[which] = np.maximum(streets.length[near] - along[which], 0.0)
        foot = shapely.line_interpolate_point(line, along[which])
        link[which] = shapely.distance(points[which], foot)
        side[which] = _right_of(line, along[which], streets.length[near], foot, xy[which])
    return Stops(xy, edge, along, rest, side, link)


def _right_of(line, along, length, foot, xy) -> np.ndarray:
    """Whether each place lies right of its street, seen in the street's direction."""
    at = shapely.get_coordinates(foot)
    # A step ahead tells the direction; at the very end of the street, a step back.
    last = along > length - 0.5
    step = shapely.line_interpolate_point(
        line, np.where(last, np.maximum(along - 0.5, 0), along + 0.5)
    )
    way = (shapely.get_coordinates(step) - at) * np.where(last, -1.0, 1.0)[:, None]
    out = xy - at
    return way[:, 0] * out[:, 1] - way[:, 1] * out[:, 0] < 0


def join_stops(first: Stops, second: Stops, order: np.ndarray) -> Stops:
    """Two lists of stops as one, in the order given."""
    pairs = [(getattr(first, f.name), getattr(second, f.name)) for f in fields(first)]
    return Stops(*(np.concatenate(pair)[order] for pair in pairs))


@dataclass(frozen=True)
class Network:
    """The streets that each zone walks along, as corners and what leads between them.

    A row of `half` is a half-edge in a zone; the corner counter-clockwise of it bears its
    number. Rows are sorted by zone and half-edge.
    """

    streets: Streets
    half: np.ndarray
    zone: np.ndarray
    clockwise: np.ndarray

    @classmethod
    def of(cls, streets: Streets, used: np.ndarray, zone: np.ndarray) -> Network:
        """From pairs (segment, zone), each once."""
        order = np.lexsort((used, zone))
        half = np.repeat(2 * used[order], 2) + np.tile([0, 1], len(used))
        zone = np.repeat(zone[order], 2)
        return cls(streets, half, zone, neighbours_clockwise(streets, half, zone))

    def corners(self, stops: Stops, zone: np.ndarray) -> np.ndarray:
        """The corners before and behind each stop on its pavement, -1 without a street."""
        if not len(self.half):
            return np.full((len(zone), 2), -1)
        n = 2 * len(self.streets)
        wanted = 2 * np.maximum(stops.edge, 0) + stops.side
        key = self.zone * n + self.half
        slot = np.minimum(np.searchsorted(key, zone * n + wanted), len(key) - 1)
        found = (stops.edge >= 0) & (key[slot] == zone * n + wanted)
        # Left pavements run from a half-edge's own corner to the one clockwise of its twin;
        # the right pavement of a segment is the left one of its twin, walked backwards.
        near = np.where(stops.side == 0, slot, self.clockwise[slot ^ 1])
        far = np.where(stops.side == 0, self.clockwise[slot ^ 1], slot)
        return np.where(found[:, None], np.column_stack([near, far]), -1)

    def graph(self, rows: slice, rule: Walking) -> sparse.csr_matrix:
        """Walking metres from corner to corner for some rows, all of whole zones."""
        own = np.arange(rows.stop - rows.start)
        clockwise = self.clockwise[rows] - rows.start
        cost = self.streets.length[self.half[rows] // 2]
        a = np.concatenate([own, own])
        b = np.concatenate([clockwise[own ^ 1], clockwise])
        cost = np.concatenate([cost, np.full(len(own), rule.crossing_m)])
        low, high = np.minimum(a, b), np.maximum(a, b)
        order = np.lexsort((cost, high, low))
        low, high, cost = low[order], high[order], cost[order]
        keep = low != high
        keep[1:] &= (low[1:] != low[:-1]) | (high[1:] != high[:-1])
        shape = (len(own), len(own))
        return sparse.csr_matrix((cost[keep], (low[keep], high[keep])), shape=shape)


def distances(
    stops: Stops, zone: np.ndarray, network: Network, rule: Walking
) -> tuple[np.ndarray, np.ndarray]:
    """Walking metres between every two stops of the same zone.

    Parameters
    ----------
    stops : Stops
        Sorted by zone.
    zone : array of int
        Zone of each stop, 0, 1, ... without holes, ascending.
    network : Network
        The streets of each zone.
    rule : Walking
        What walking costs.

    Returns
    -------
    values : array of float
        For each zone its square matrix, row by row, one zone after the other. Stops that no
        street connects are a straight line times ``detour`` apart.
    offset : array of int
        Where each zone's matrix begins, and the end.
    """
    count = np.bincount(zone)
    begin = np.concatenate([[0], np.cumsum(count)])
    offset = np.concatenate([[0], np.cumsum(count**2)])
    corner_at = np.searchsorted(network.zone, np.arange(len(count) + 1))
    corners = network.corners(stops, zone)
    values = np.empty(offset[-1])
    batch = np.cumsum(np.diff(corner_at) + count) // _BATCH
    edges = np.flatnonzero(np.diff(batch)) + 1
    for first, last in zip([0, *edges], [*edges, len(count)], strict=True):
        rows = slice(begin[first], begin[last])
        graph = network.graph(slice(corner_at[first], corner_at[last]), rule)
        values[offset[first] : offset[last]] = _batch(
            stops[rows], zone[rows] - first, corners[rows] - corner_at[first], graph, rule
        )
    return values, offset


def _batch(stops: Stops, zone, corners, graph, rule: Walking) -> np.ndarray:
    i, j = _same_zone(zone)
    value = np.full(len(i), np.inf)
    on_street = corners[:, 0] >= 0
    if on_street.any():
        needed, row = np.unique(np.maximum(corners, 0), return_inverse=True)
        row = row.reshape(corners.shape)
        reach = csgraph.dijkstra(graph, directed=False, indices=needed)
        ends = np.column_stack([stops.along, stops.rest]) + stops.link[:, None]
        for p in range(2):
            for q in range(2):
                between = reach[row[i, p], np.maximum(corners[j, q], 0)]
                value = np.minimum(value, ends[i, p] + between + ends[j, q])
        crossing = rule.crossing_m * (stops.side[i] != stops.side[j])
        direct = np.abs(stops.along[i] - stops.along[j]) + crossing + stops.link[i] + stops.link[j]
        value = np.where(stops.edge[i] == stops.edge[j], np.minimum(value, direct), value)
        value[~(on_street[i] & on_street[j])] = np.inf
    straight = np.hypot(*(stops.xy[i] - stops.xy[j]).T)
    value = np.where(np.isfinite(value), value, straight * rule.detour)
    value[i == j] = 0.0
    return np.round(value, 3)


def _same_zone(zone: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All ordered pairs of stops of the same zone, zone by zone, row by row."""
    count = np.bincount(zone)
    begin = np.cumsum(count) - count
    size = count[zone]
    i = np.repeat(np.arange(len(zone)), size)
    j = np.arange(len(i)) - np.repeat(np.cumsum(size) - size, size) + begin[zone[i]]
    return i, j
