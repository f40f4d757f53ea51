"""Buildings and the zones that hold them: main zone, and shares where a border cuts one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from zoning.validate.context import Context, zone_rows

__all__ = ["AREA_M2", "SHARE", "Shares", "shares_of_buildings"]

#: A second zone counts from this share of the footprint, and this area in m2, on.
SHARE = 0.01
AREA_M2 = 1.0


@dataclass(frozen=True)
class Shares:
    """How buildings lie in zones.

    Parameters
    ----------
    main : array of int
        Row of the zone that holds the inner point of each building, -1 for none.
    building, zone, share : array
        One entry for each building that a border cuts and each zone that holds more than
        nothing of it; by building, largest share first.
    """

    main: np.ndarray
    building: np.ndarray
    zone: np.ndarray
    share: np.ndarray
    area: np.ndarray

    def straddling(self) -> Iterator[tuple[int, list[tuple[int, float]]]]:
        """Buildings with a material part in two zones or more, with zones and shares."""
        material = (self.share >= SHARE) & (self.area >= AREA_M2)
        building, zone, share = self.building[material], self.zone[material], self.share[material]
        starts = np.flatnonzero(np.r_[True, building[1:] != building[:-1]]) if len(building) else []
        for start, stop in zip(starts, [*starts[1:], len(building)]):
            if stop - start > 1:
                parts = list(zip(zone[start:stop].tolist(), share[start:stop].tolist()))
                yield int(building[start]), parts

    def allowed(self, codes: np.ndarray, context: Context) -> np.ndarray:
        """Whether each building's code is that of a zone that it may be counted in.

        The zone of its inner point, of its centroid, or of its largest share.
        """
        place = _places(context)
        known = pd.Series(place, index=context["zones"]["zone_code"])
        known = known[known.index.notna() & ~known.index.duplicated()]
        carried = known.reindex(codes).to_numpy(dtype="float64")
        good = np.zeros(len(codes), bool)
        held = self.main >= 0
        good[held] = place[self.main[held]] == carried[held]
        if len(self.building):
            new = np.r_[True, self.building[1:] != self.building[:-1]]
            top = self.share[new][np.cumsum(new) - 1]
            fits = (self.share >= top - 0.01) & (place[self.zone] == carried[self.building])
            good[self.building[fits]] = True
        cut = np.flatnonzero(~good & np.isin(np.arange(len(codes)), self.building))
        middle = shapely.centroid(context.geometry("buildings")[cut])
        rows = np.flatnonzero(context.members)
        at, zone = shapely.STRtree(context.geometry("zones")[rows]).query(
            middle, predicate="intersects"
        )
        fits = place[rows[zone]] == carried[cut[at]]
        good[cut[at[fits]]] = True
        return good


def _places(context: Context) -> np.ndarray:
    """A number for the ground that each zone stands on; a stack is one place."""
    zones = context["zones"]
    stack = zones["stack"].where(zones["stack"].notna(), zones["zone_code"])
    return pd.factorize(stack)[0]


def shares_of_buildings(context: Context) -> Shares:
    """Main zone of every building, and shares of those that a border cuts."""
    zones, buildings = context.geometry("zones"), context.geometry("buildings")
    rows = np.flatnonzero(context.members)
    shapes = zones[rows]
    shapely.prepare(shapes)
    usable = np.flatnonzero(context.usable("buildings"))
    main = context.shared(zone_rows)
    inside = usable[main[usable] >= 0]
    held = np.zeros(len(buildings), bool)
    prepared = np.full(len(zones), None, dtype=object)
    prepared[rows] = shapes
    held[inside] = shapely.contains_properly(prepared[main[inside]], buildings[inside])
    polygonal = np.isin(shapely.get_type_id(buildings[usable]), (3, 6))
    rest = usable[~held[usable] & polygonal]
    tree = shapely.STRtree(shapes)
    one, two = tree.query(buildings[rest], predicate="intersects")
    common = shapely.area(shapely.intersection(buildings[rest[one]], shapes[two]))
    kept = common > 0
    one, two, common = one[kept], two[kept], common[kept]
    share = common / shapely.area(buildings[rest[one]])
    order = np.lexsort((rows[two], -share, one))
    return Shares(main, rest[one][order], rows[two][order], share[order], common[order])
