"""Buildings and the zones that hold them: main zone, and shares where a border cuts one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from zoning.model.tolerances import tolerance
from zoning.validate.core.context import Context, joined
from zoning.validate.core.joins import Join

__all__ = ["AREA_M2", "SHARE", "Shares", "shares_of_buildings"]

SHARE = tolerance("building_cut_share")
AREA_M2 = tolerance("building_cut_area")


@dataclass(frozen=True)
class Shares:
    """How buildings lie in zones, with what counts as standing in two."""

    join: Join
    context: Context

    @property
    def main(self) -> np.ndarray:
        """Row of the zone that holds the inner point of each building, -1 for none."""
        return self.join.main

    def straddling(self) -> Iterator[tuple[int, list[tuple[int, float]]]]:
        """Buildings with a material part in two zones or more, with zones and shares."""
        join = self.join
        kept = (join.share >= SHARE) & (join.area_m2 >= AREA_M2)
        building, zone, share = join.building[kept], join.zone[kept], join.share[kept]
        starts = np.flatnonzero(np.r_[True, building[1:] != building[:-1]][: len(building)])
        for start, stop in zip(starts, [*starts[1:], len(building)]):
            if stop - start > 1:
                parts = list(zip(zone[start:stop].tolist(), share[start:stop].tolist()))
                yield int(building[start]), parts

    def allowed(self, codes: np.ndarray) -> np.ndarray:
        """Whether each building's code is that of a zone that it may be counted in.

        The zone of its inner point, of its centroid, or of its largest share.
        """
        join, zones = self.join, self.context["zones"]
        place = _places(zones)
        known = pd.Series(place, index=zones["zone_code"])
        known = known[known.index.notna() & ~known.index.duplicated()]
        carried = known.reindex(codes).to_numpy(dtype="float64")
        good = np.zeros(len(codes), bool)
        held = join.main >= 0
        good[held] = place[join.main[held]] == carried[held]
        if len(join.building):
            new = np.r_[True, join.building[1:] != join.building[:-1]]
            top = join.share[new][np.cumsum(new) - 1]
            fits = (join.share >= top - SHARE) & (place[join.zone] == carried[join.building])
            good[join.building[fits]] = True
        cut = np.flatnonzero(~good & np.isin(np.arange(len(codes)), join.building))
        middle = shapely.centroid(self.context.geometry("buildings")[cut])
        rows = np.flatnonzero(self.context.members)
        tree = shapely.STRtree(self.context.geometry("zones")[rows])
        at, zone = tree.query(middle, predicate="intersects")
        good[cut[at[place[rows[zone]] == carried[cut[at]]]]] = True
        return good


def _places(zones: pd.DataFrame) -> np.ndarray:
    """A number for the ground that each zone stands on; a stack is one place."""
    stack = zones["stack"].where(zones["stack"].notna(), zones["zone_code"])
    return pd.factorize(stack)[0]


def shares_of_buildings(context: Context) -> Shares:
    """How the buildings of a check lie in its zones."""
    return Shares(context.shared(joined), context)
