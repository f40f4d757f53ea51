"""The round of each zone: from its entry point to every building and back."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from zoning.buildings.distances import (
    Network,
    Stops,
    Walking,
    distances,
    join_stops,
    link_stops,
)
from zoning.buildings.places import points_of
from zoning.buildings.streets import build_streets
from zoning.buildings.walks import improve_walks, nearest_neighbour, tour_length
from zoning.model.tolerances import tolerance

__all__ = ["Rounds", "entry_points", "plan_rounds", "serpentine", "walk"]

BAND_M = tolerance("serpentine_band")
_SHORTER = tolerance("shorter_tour")


@dataclass(frozen=True)
class Rounds:
    """The stops of all zones and how far apart they are.

    Parameters
    ----------
    zone : array of int
        Zone of each stop, ascending; numbers of `codes`.
    building : array of int
        Row of the building at each stop, -1 at the zone's entry point, which comes first.
    matrices : array of float, offset : array of int
        Walking metres between the stops of each zone, as from `distances`.
    codes : array of str
        Zone codes, ascending.
    stops : Stops
        Where the stops are.
    """

    zone: np.ndarray
    building: np.ndarray
    matrices: np.ndarray
    offset: np.ndarray
    codes: np.ndarray
    stops: Stops

    def __len__(self) -> int:
        return len(self.codes)

    def rows(self, number: int) -> slice:
        """The stops of one zone."""
        return slice(*np.searchsorted(self.zone, [number, number + 1]))

    def matrix(self, number: int) -> np.ndarray:
        """Walking metres between the stops of one zone."""
        flat = self.matrices[self.offset[number] : self.offset[number + 1]]
        side = round(len(flat) ** 0.5)
        return flat.reshape(side, side)


def plan_rounds(
    buildings: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    barriers: gpd.GeoDataFrame | None,
    rule: Walking | None = None,
    *,
    points: np.ndarray | None = None,
) -> Rounds:
    """The stops of every zone with a building, and the walking distances between them.

    Parameters
    ----------
    buildings : GeoDataFrame
        Sorted by ``building_id``, with ``zone_code``; rows without one are passed over.
    zones : GeoDataFrame
        Polygons with ``zone_code``.
    barriers : GeoDataFrame or None
        Lines with ``kind`` and ``rank``.
    rule : Walking, optional
        What walking costs.
    points : array of Point, optional
        As from `points_of`, where they are known already.
    """
    rule = rule or Walking()
    codes, zone, row, stops, network, shapes = _stops(buildings, zones, barriers, rule, points)
    entry, entered = _entries(network, shapes)
    order = np.argsort(np.concatenate([entered, zone]), kind="stable")
    stops = join_stops(entry, stops, order)
    zone = np.concatenate([entered, zone])[order]
    building = np.concatenate([np.full(len(entered), -1), row])[order]
    matrices, offset = distances(stops, zone, network, rule)
    return Rounds(zone, building, matrices, offset, codes, stops)


def entry_points(
    buildings: gpd.GeoDataFrame, zones: gpd.GeoDataFrame, barriers: gpd.GeoDataFrame | None
) -> dict[str, np.ndarray]:
    """Where the round of each zone begins: x and y by zone code; none where no street leads.

    Parameters
    ----------
    buildings, zones, barriers : GeoDataFrame
        As for `plan_rounds`.
    """
    codes, *_, network, shapes = _stops(buildings, zones, barriers, Walking(), None)
    entry, entered = _entries(network, shapes)
    return {str(codes[z]): xy for z, xy in zip(entered, entry.xy, strict=True)}


def _stops(buildings, zones, barriers, rule: Walking, points):
    """Zone codes, the zone and the row of each stop, the stops, the streets and the zones."""
    streets = build_streets(barriers)
    text = buildings["zone_code"].fillna("").to_numpy(dtype="U")
    codes, zone = np.unique(text, return_inverse=True)
    if len(codes) and codes[0] == "":
        codes, zone = codes[1:], zone - 1
    row = np.flatnonzero(zone >= 0)
    row = row[np.argsort(zone[row], kind="stable")]
    zone = zone[row]
    stops = link_stops((points_of(buildings) if points is None else points)[row], streets, rule)
    shapes = _polygons(zones, codes)
    network = _network(streets, shapes, stops, zone, rule)
    return codes, zone, row, stops, network, shapes


def _polygons(zones: gpd.GeoDataFrame, codes: np.ndarray) -> np.ndarray:
    known = zones.drop_duplicates("zone_code").set_index("zone_code").geometry
    return known.reindex(codes).to_numpy()


def _network(streets, shapes: np.ndarray, stops: Stops, zone: np.ndarray, rule) -> Network:
    """The segments in or along each zone, and those its buildings stand at."""
    n = max(len(streets), 1)
    pairs = [zone[stops.edge >= 0] * n + stops.edge[stops.edge >= 0]]
    drawn = np.flatnonzero(~shapely.is_missing(shapes))
    if len(streets) and len(drawn):
        which, segment = shapely.STRtree(streets.lines).query(
            shapes[drawn], predicate="dwithin", distance=rule.near_m
        )
        pairs.append(drawn[which] * n + segment)
    both = np.unique(np.concatenate(pairs))
    return Network.of(streets, both % n, both // n)


def _entries(network: Network, shapes: np.ndarray) -> tuple[Stops, np.ndarray]:
    """Where each zone is entered: on its strongest street, next to its border, northernmost."""
    half, zone = network.half, network.zone
    xy = network.streets.xy[half]
    ring = shapely.boundary(shapes)[zone] if len(half) else np.zeros(0, dtype=object)
    gap = np.round(np.nan_to_num(shapely.distance(shapely.points(xy), ring)))
    rank = network.streets.rank[half // 2]
    order = np.lexsort((half, xy[:, 0], -xy[:, 1], gap, rank, zone))
    first = order[np.searchsorted(zone[order], np.unique(zone))]
    half, xy, zone = half[first], xy[first], zone[first]
    length = network.streets.length[half // 2]
    back = half % 2
    along = np.where(back == 1, length, 0.0)
    return Stops(xy, half // 2, along, length - along, back, np.zeros(len(half))), zone


def serpentine(xy: np.ndarray, zone: np.ndarray) -> np.ndarray:
    """Order of a walk in bands from the north, there and back, zone by zone."""
    top = np.full(int(zone.max(initial=0)) + 1, -np.inf)
    np.maximum.at(top, zone, xy[:, 1])
    band = np.floor((top[zone] - xy[:, 1]) / BAND_M)
    along = np.where(band % 2 == 0, xy[:, 0], -xy[:, 0])
    return np.lexsort((along, band, zone))


def walk(rounds: Rounds) -> np.ndarray:
    """Visiting order of the buildings: position in its zone from 0, one an entry of `zone`.

    Zones without a street are walked in a serpentine; the others in a round improved from
    the serpentine or from nearest neighbours, whichever is shorter. Returns -1 for entry points.
    """
    position = np.full(len(rounds.zone), -1)
    snake = serpentine(rounds.stops.xy, rounds.zone)
    begin = np.searchsorted(rounds.zone, np.arange(len(rounds) + 1))
    size = np.diff(begin)
    entered = np.zeros(len(rounds), dtype=bool)
    entered[rounds.zone[rounds.building < 0]] = True
    for number in np.flatnonzero(~entered):
        rows = snake[begin[number] : begin[number + 1]]
        position[rows] = np.arange(len(rows))
    for m in np.unique(size[entered]):
        same = np.flatnonzero(entered & (size == m))
        matrix = rounds.matrices[rounds.offset[same][:, None] + np.arange(m * m)]
        band = snake[begin[same][:, None] + np.arange(m)] - begin[same][:, None]
        tour = _best_round(matrix.reshape(-1, m, m), band)
        rows = begin[same][:, None] + tour[:, 1:]
        position[rows] = np.arange(m - 1)
    return position


def _best_round(matrix: np.ndarray, band: np.ndarray) -> np.ndarray:
    """An improved round from stop 0, told in the direction that starts near."""
    m = matrix.shape[1]
    shift = (band == 0).argmax(axis=1)
    band = np.take_along_axis(band, (np.arange(m) + shift[:, None]) % m, axis=1)
    near = nearest_neighbour(matrix)
    shorter = tour_length(matrix, near) < tour_length(matrix, band) - _SHORTER
    tour = improve_walks(matrix, np.where(shorter[:, None], near, band))
    z = np.arange(len(tour))
    if m > 2:
        back = matrix[z, 0, tour[:, -1]] < matrix[z, 0, tour[:, 1]]
        tour[back, 1:] = tour[back, :0:-1]
    return tour
