"""What a user asks of a split, checked and put into one form."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from zoning.boundaries.ground.barriers import barrier_lines
from zoning.boundaries.ground.noded_lines import Lines
from zoning.boundaries.ground.uncut import Wholes, find_wholes
from zoning.boundaries.split.divided_areas import Parents, find_parents
from zoning.boundaries.split.search import Demand, Weights
from zoning.errors import CRSError, SplitError
from zoning.model.profile import UNITS, Limits, Profile
from zoning.model.schema import BARRIERS, BUILDINGS, conform, empty, require
from zoning.model.tolerances import by_name

__all__ = ["Request", "demands_of", "make_request"]


#: With a given number of zones, equal loads and compact shapes are all that is asked.
COUNTED = Weights(**by_name("counted_weights"), **by_name("counted_effort"))


@dataclass(frozen=True)
class Request:
    """Everything that a split starts from.

    Parameters
    ----------
    parents : Parents
    barriers : Lines
    loads : GeoDataFrame
        What carries people: the buildings, sorted by id, then a point for each block where
        blocks carry them.
    n_buildings : int
        How many rows of `loads` are buildings.
    wholes : Wholes
        Ground that is not cut: blocks, or compounds that fit.
    alone : array of bool, shape (loads,)
        Buildings that are zones of their own by the profile.
    profile : Profile
    units : list of str
        Leading unit and the second one, if any.
    demands : list of Demand
        One for each divided area.
    most : float
        Most of the leading unit in a zone.
    weights : Weights
    notes : tuple of str
    former : GeoDataFrame or None
        Zones of the last census, which stay where they fit.
    workers : int
        Threads; no result depends on them.
    """

    parents: Parents
    barriers: Lines
    loads: gpd.GeoDataFrame
    n_buildings: int
    wholes: Wholes
    alone: np.ndarray
    profile: Profile
    units: list[str]
    demands: list[Demand]
    most: float
    weights: Weights
    notes: tuple[str, ...]
    former: gpd.GeoDataFrame | None = None
    workers: int = 1

    @property
    def buildings(self) -> gpd.GeoDataFrame:
        """The buildings alone."""
        return self.loads.iloc[: self.n_buildings]


def make_request(
    areas, buildings, barriers, profile: Profile, *, blocks=None, compounds=None, n_zones=None
) -> Request:
    """Check the layers and read the profile's limits for the units that they have."""
    parents = find_parents(areas, profile)
    crs = parents.areas.crs
    buildings = _layer(buildings, BUILDINGS, crs)
    barriers = _layer(barriers, BARRIERS, crs, key_needed=False)
    wholes = find_wholes(blocks, compounds, crs)
    loads = wholes.add_loads(buildings)
    units, notes = _units(loads, profile, n_zones is not None)
    demands = demands_of(parents, profile, units)
    if n_zones is not None:
        demands = _counts(n_zones, parents, demands)
        total = float(loads[units[0]].fillna(0).sum())
        most = 1.4 * total / max(sum(d.count or 1 for d in demands), 1)
    else:
        most = min((d.high for d in demands), default=np.inf)
    return Request(
        parents, barrier_lines(barriers), loads, len(buildings), wholes,
        _alone(loads, profile, units[0]), profile, units, demands, most,
        Weights() if n_zones is None else COUNTED, (*parents.notes, *notes),
    )  # fmt: skip


def demands_of(parents: Parents, profile: Profile, units: list[str]) -> list[Demand]:
    """What the profile asks of the zones of each divided area, urban or rural."""
    urban = parents.areas["urban"].iloc[parents.leaf]
    return [_demand(profile.limits_for(None if pd.isna(u) else bool(u)), units) for u in urban]


def _alone(loads, profile, unit):
    """Buildings of a use and size that the profile makes a zone of their own."""
    if not profile.special:
        return np.zeros(len(loads), dtype=bool)
    least = loads["use"].map(dict(profile.special)).astype("float64").to_numpy()
    size = loads["persons"] if loads["persons"].notna().any() else loads[unit]
    return size.fillna(0).to_numpy(dtype="float64") >= np.where(np.isnan(least), np.inf, least)


def _counts(n_zones, parents, demands):
    """Demands for a given number of zones, one for all areas or by code."""
    made = []
    for code, demand in zip(parents.codes, demands, strict=True):
        wish = n_zones if isinstance(n_zones, int | np.integer) else dict(n_zones).get(code)
        if wish is None:
            made.append(demand)
            continue
        if int(wish) < 1:
            raise SplitError(f"area {code}: {wish} zones were asked for; ask for at least 1")
        made.append(Demand(1.0, 0.0, np.inf, count=int(wish)))
    return made


def _layer(frame, spec, crs, key_needed=True):
    if frame is None or not len(frame):
        return empty(spec, crs=crs)
    if key_needed:
        require(frame, spec)
    if frame.crs is None or not frame.crs.equals(crs):
        raise CRSError(
            f"layer {spec.name}: its CRS is {frame.crs.name if frame.crs else 'missing'}, "
            f"the areas' is {crs.name}; bring both to one CRS"
        )
    if not key_needed and spec.key not in frame:
        frame = frame.assign(**{spec.key: np.arange(len(frame)).astype(str)})
    return conform(frame, spec, extra=True)


def _units(buildings, profile, counted):
    """Units that both the profile and the data have, the one with a target first."""
    have = {u for u in UNITS if u in buildings and buildings[u].fillna(0).sum() > 0}
    limits, skipped = profile.limits.known(have)
    notes = [
        f"profile {profile.name}: the limit in {unit} is skipped, no building has any"
        for unit in skipped
    ]
    if counted:
        return [next((u for u in UNITS if u in have), "persons")], ()
    ranges = sorted(limits.ranges, key=lambda r: r.target is None)
    units = [r.unit for r in ranges][:2]
    if not units:
        notes.append(f"profile {profile.name}: no limit can be used; each part is one zone")
        units = ["persons"]
    return units, tuple(notes)


def _demand(limits: Limits, units: list[str]) -> Demand:
    lead = limits[units[0]]
    if lead is None:
        return Demand(1e18, 0.0, np.inf)
    second = limits[units[1]] if len(units) > 1 else None
    return Demand(*_bounds(lead), second=None if second is None else _bounds(second))


def _bounds(one) -> tuple[float, float, float]:
    low = float(one.min or 0)
    high = float(one.max) if one.max is not None else np.inf
    target = float(one.target) if one.target is not None else None
    if target is None:
        target = (low + high) / 2 if np.isfinite(high) else 1.5 * low
        if low == 0 and np.isfinite(high):
            target = 0.75 * high
    return target, low, high
