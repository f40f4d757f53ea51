"""Buildings joined to zones: which zone holds each, and how a border divides one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.model.tolerances import count, tolerance

__all__ = ["Join", "doubled_footprints", "join_buildings"]

_BATCH = count("buildings_joined")
_DOUBLED = tolerance("doubled_footprint")


@dataclass(frozen=True)
class Join:
    """Buildings in zones.

    Parameters
    ----------
    main : array of int
        Row of the zone that holds the inner point of each building, the lowest where several
        do; -1 for none.
    whole : array of bool
        The building lies wholly inside that zone and touches no border of it.
    building, zone : array of int
        Buildings that are not whole and the zones that hold a part of them, by building,
        largest part first.
    share, area_m2 : array of float
        The part: share of the footprint (1 for a point), and area.
    """

    main: np.ndarray
    whole: np.ndarray
    building: np.ndarray
    zone: np.ndarray
    share: np.ndarray
    area_m2: np.ndarray


def join_buildings(
    buildings: np.ndarray, zones: np.ndarray, points: np.ndarray | None = None
) -> Join:
    """Join buildings to zones by place.

    Most buildings are told by one prepared test of their inner point and one of their
    outline; only those that a border touches are intersected.

    Parameters
    ----------
    buildings : array of Point or Polygon
        Valid; ``None`` is passed over.
    zones : array of Polygon or MultiPolygon
        Valid; ``None`` is passed over.
    points : array of Point, optional
        An inner point of every building, where they are known already.

    Examples
    --------
    >>> from shapely import box
    >>> zones = np.array([box(0, 0, 10, 10), box(10, 0, 20, 10)])
    >>> join = join_buildings(np.array([box(1, 1, 2, 2), box(9, 4, 12, 5)]), zones)
    >>> join.main.tolist(), join.whole.tolist(), join.zone.tolist()
    ([0, 1], [True, False], [1, 0])
    """
    zones = zones.copy()
    shapely.prepare(zones)
    tree = shapely.STRtree(zones)
    main = np.full(len(buildings), -1, dtype=np.int64)
    whole = np.zeros(len(buildings), dtype=bool)
    points = shapely.point_on_surface(buildings) if points is None else points
    known = np.flatnonzero(~(shapely.is_missing(buildings) | shapely.is_empty(buildings)))
    for at in range(0, len(known), _BATCH):
        _locate(buildings, points, known[at : at + _BATCH], zones, tree, main, whole)
    rest = known[~whole[known]]
    building, zone = tree.query(buildings[rest], predicate="intersects")
    building = rest[building]
    area = shapely.area(shapely.intersection(buildings[building], zones[zone]))
    total = shapely.area(buildings[building])
    point = total == 0
    share = np.where(point, 1.0, area / np.where(point, 1.0, total))
    order = np.lexsort((zone, -share, building))
    order = order[share[order] > 0]
    return Join(main, whole, building[order], zone[order], share[order], area[order])


def _locate(buildings, points, rows, zones, tree, main, whole) -> None:
    """Main zone and wholeness of some buildings, written into `main` and `whole`."""
    shapes, points = buildings[rows], points[rows]
    x, y = shapely.get_x(points), shapely.get_y(points)
    at, zone = tree.query(points)
    # Zone by zone, so that each prepared zone is asked while it is warm.
    order = np.argsort(zone, kind="stable")
    at, zone = at[order], zone[order]
    holds = shapely.intersects_xy(zones[zone], x[at], y[at])
    at, zone = at[holds], zone[holds]
    inside = shapely.contains_properly(zones[zone], shapes[at])
    # Backwards, so that the lowest zone is written last.
    main[rows[at[::-1]]] = zone[::-1]
    whole[rows[at[inside & (main[rows[at]] == zone)]]] = True


def doubled_footprints(buildings: np.ndarray, share: float = _DOUBLED):
    """Pairs of footprints of which one covers a share of the other.

    Parameters
    ----------
    buildings : array of Polygon or MultiPolygon
        Valid; anything else is passed over.
    share : float, default 0.1
        Least share of the smaller footprint.

    Returns
    -------
    one, two : array of int
        Rows, the lower first, sorted.
    common : array of geometry
        What both cover.
    part : array of float
        Its share of the smaller footprint.
    """
    area = shapely.area(buildings)
    rows = np.flatnonzero(area > 0)
    one, two = shapely.STRtree(buildings[rows]).query(buildings[rows])
    one, two = rows[one[one < two]], rows[two[one < two]]
    box = shapely.bounds(buildings)
    low, high = np.maximum(box[one, :2], box[two, :2]), np.minimum(box[one, 2:], box[two, 2:])
    smaller = np.minimum(area[one], area[two])
    may = np.clip(high - low, 0, None).prod(axis=1) >= share * smaller
    one, two, smaller = one[may], two[may], smaller[may]
    common = shapely.intersection(buildings[one], buildings[two])
    part = shapely.area(common) / smaller
    kept = np.flatnonzero(part >= share)
    kept = kept[np.lexsort((two[kept], one[kept]))]
    return one[kept], two[kept], common[kept], np.minimum(part[kept], 1.0)
