"""Districts of zones, and the codes of both."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from zoning.boundaries.split.divided_areas import Parents
from zoning.boundaries.split.graph import Adjacency, components
from zoning.boundaries.split.search import Demand, Region, Weights, partition, seed_of
from zoning.geo.grouping import offsets
from zoning.model import codes as coding
from zoning.model.profile import Profile
from zoning.model.tolerances import by_name, in_a_row, tolerance

__all__ = ["Names", "group_zones", "mark_alone", "name_zones", "reading_order"]

_LEAST, _ZONES_A_DISTRICT, _MOST = in_a_row("zones_each")
_FERRY_M = tolerance("ferry_length")
_NOT_NOTHING = tolerance("not_nothing")


@dataclass(frozen=True)
class Names:
    """What zones and districts are called, and what kind zones are of.

    Parameters
    ----------
    zone : array of str, shape (zones,)
        Zone codes.
    district : array of int, shape (zones,)
        District of each zone.
    code : array of str, shape (districts,)
        District codes.
    area : array of int, shape (districts,)
        Row of the divided area of each district.
    kind : array of str, shape (zones,)
        ``ordinary`` or ``special``.
    locked : array of bool, shape (zones,)
        Zones that people have locked.
    """

    zone: np.ndarray
    district: np.ndarray
    code: np.ndarray
    area: np.ndarray
    kind: np.ndarray
    locked: np.ndarray

    def take(self, rows: np.ndarray) -> Names:
        """The same for some of the zones, districts unchanged."""
        return replace(
            self,
            zone=self.zone[rows],
            district=self.district[rows],
            kind=self.kind[rows],
            locked=self.locked[rows],
        )


def name_zones(
    polygons: np.ndarray, touch: Adjacency, area: np.ndarray, parents: Parents, profile: Profile,
    seed: int,
) -> Names:  # fmt: skip
    """Districts and codes of freshly drawn zones.

    Parameters
    ----------
    polygons : array of Polygon
        Zones.
    touch : Adjacency
        Their common borders.
    area : array of int
        Row of each zone's divided area.
    parents : Parents
    profile : Profile
        How codes are built.
    seed : int
        For districts that are invented.
    """
    district = _districts(polygons, touch, area, parents, seed)
    code, area_of = _district_codes(polygons, district, area, parents, profile)
    centre = shapely.get_coordinates(shapely.centroid(polygons))
    zone = np.empty(len(polygons), dtype=object)
    for d in range(len(code)):
        mine = np.flatnonzero(district == d)
        for i, z in enumerate(mine[reading_order(centre[mine])]):
            zone[z] = coding.zone_code(code[d], i + 1, profile.codes)
    n = len(polygons)
    return Names(
        zone, district, code, area_of, np.full(n, "ordinary", dtype=object), np.zeros(n, dtype=bool)
    )


def _districts(polygons, touch, area, parents, seed):
    """District of each zone, numbered by area."""
    local = np.zeros(len(polygons), dtype=np.int64)
    invent = ~parents.district[area]
    if invent.any():
        made = group_zones(polygons, touch, area, parents.codes, seed)
        local = np.where(invent, made, 0)
    _, district = np.unique(np.column_stack([area, local]), axis=0, return_inverse=True)
    return district.ravel()


def _district_codes(polygons, district, area, parents, profile):
    n_districts = int(district.max()) + 1
    centre = shapely.get_coordinates(shapely.centroid(polygons))
    weight = shapely.area(polygons)
    total = np.bincount(district, weights=weight)
    middle = np.column_stack(
        [np.bincount(district, weights=weight * centre[:, i]) / total for i in range(2)]
    )
    area_of = np.empty(n_districts, dtype=np.int64)
    area_of[district] = area
    code = np.empty(n_districts, dtype=object)
    for one in np.unique(area_of):
        mine = np.flatnonzero(area_of == one)
        if parents.district[one]:
            code[mine] = parents.codes[one]
            continue
        for i, d in enumerate(mine[reading_order(middle[mine])]):
            code[d] = coding.district_code(parents.codes[one], i + 1, profile.codes)
    return code, area_of


def mark_alone(names: Names, layout, drawn, request) -> Names:
    """Names with kind ``special`` for zones that hold a building which is one by the profile."""
    if not request.alone.any():
        return names
    kind = names.kind.copy()
    kind[drawn.zone[layout.home[request.alone & (layout.home >= 0)]]] = "special"
    return replace(names, kind=kind)


def group_zones(
    polygons: np.ndarray, touch: Adjacency, area: np.ndarray, codes: np.ndarray, seed: int
) -> np.ndarray:
    """District of each zone, numbered from 0 inside its area.

    Parameters
    ----------
    polygons : array of Polygon
        Zones.
    touch : Adjacency
        Common borders of zones of the same area.
    area : array of int
        Row of each zone's area.
    codes : array of str
        Codes of areas, by row.
    seed : int

    Returns
    -------
    array of int
        A district has several parts only where its area has.
    """
    district = np.zeros(len(polygons), dtype=np.int64)
    centre = shapely.get_coordinates(shapely.centroid(polygons))
    for one in np.unique(area):
        mine = np.flatnonzero(area == one)
        if len(mine) <= _MOST:
            continue
        number = np.full(len(polygons), -1)
        number[mine] = np.arange(len(mine))
        inside = (area[touch.pair] == one).all(axis=1)
        pair, length = number[touch.pair[inside]], touch.length[inside]
        pair, length = _bridge(polygons[mine], pair, length)
        region = _region(polygons[mine], centre[mine], pair, length, seed_of(seed, codes[one]))
        district[mine] = partition(region, Weights(**by_name("district_weights")))
    return district


def _bridge(polygons, pair, length):
    """Add links from detached parts to the nearest zone of another, until all hang together."""
    while True:
        part = components(len(polygons), pair)
        if part.max() == 0:
            return pair, length
        sizes = np.bincount(part)
        rows = np.flatnonzero(part == np.argmin(sizes))
        others = np.flatnonzero(part != np.argmin(sizes))
        far = shapely.distance(polygons[rows][:, None], polygons[others][None, :])
        i, j = np.unravel_index(np.argmin(far), far.shape)
        pair = np.vstack([pair, sorted([rows[i], others[j]])])
        length = np.append(length, _FERRY_M)


def _region(polygons, centre, pair, length, seed):
    n = len(polygons)
    xy = centre - centre.mean(axis=0)
    one = np.ones(n)
    feature = np.column_stack(
        [
            one,
            one,
            shapely.area(polygons),
            shapely.length(polygons),
            one,
            xy[:, 0],
            xy[:, 1],
            (xy**2).sum(axis=1),
        ]
    )
    a = np.concatenate([pair[:, 0], pair[:, 1]])
    b = np.concatenate([pair[:, 1], pair[:, 0]])
    order = np.lexsort((b, a))
    both = np.concatenate([length, length])[order]
    start = offsets(np.bincount(a, minlength=n))
    zero = np.zeros(len(order))
    demand = Demand(_ZONES_A_DISTRICT, _LEAST, _MOST)
    return Region(feature, start, b[order].astype(np.int64), both, zero, zero, demand, seed)


def reading_order(xy: np.ndarray) -> np.ndarray:
    """Order of places: from the north-west in bands, forth and back like a plough.

    Parameters
    ----------
    xy : array of float, shape (places, 2)
        One point for each place, in metres.

    Returns
    -------
    array of int
        Rows in order; equal places stay in the order given.
    """
    n = len(xy)
    if n < 3:
        return np.lexsort((np.arange(n), -np.round(xy[:, 1], 3), np.round(xy[:, 0], 3)))
    low, high = xy.min(axis=0), xy.max(axis=0)
    wide, tall = np.maximum(high - low, _NOT_NOTHING)
    bands = max(1, round(np.sqrt(n * tall / wide)))
    bands = min(bands, n)
    band = np.minimum(((high[1] - xy[:, 1]) / tall * bands).astype(int), bands - 1)
    x = np.where(band % 2 == 0, xy[:, 0], -xy[:, 0])
    return np.lexsort((np.arange(n), np.round(x, 3), band))
