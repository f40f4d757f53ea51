"""Districts of zones, and the codes of both."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from zoning.boundaries.split.districts import group_zones
from zoning.boundaries.split.divided_areas import Parents
from zoning.boundaries.split.graph import Adjacency
from zoning.boundaries.split.reading_order import reading_order
from zoning.model import codes as coding
from zoning.model.profile import Profile

__all__ = ["Names", "mark_alone", "name_zones"]


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
