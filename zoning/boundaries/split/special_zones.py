"""Zones that are no piece of ground: floors of one building, people registered at what is gone."""

from __future__ import annotations

from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.split.request import Request
from zoning.model import codes as coding
from zoning.model.profile import UNITS
from zoning.model.schema import ZONES, conform

__all__ = ["add_virtual", "split_gone", "stack_towers"]

#: Status of a building whose people are still registered at it.
_GONE = "demolished"


def split_gone(buildings):
    """Buildings that stand, and those that are gone while people are registered at them."""
    if buildings is None or "status" not in buildings:
        return buildings, None
    gone = (buildings["status"].astype("object") == _GONE).to_numpy()
    if not gone.any():
        return buildings, None
    return buildings[~gone], buildings[gone]


def stack_towers(layers: dict, request: Request, wanted: set[str]) -> dict:
    """Layers in which a building that is too large for one zone is a stack of zones.

    Parameters
    ----------
    layers : dict of str to GeoDataFrame
    request : Request
        With the profile's ``building_max``, in persons.
    wanted : set of str
        Zones that people want as a stack, by code.

    Returns
    -------
    dict of str to GeoDataFrame
        Zones of a stack share one polygon and divide what the building holds: by floors where
        these are known, else into equal parts for the office to say which.
    """
    zones, most = layers["zones"], request.profile.building_max
    held = layers["buildings"].groupby("zone_code").size().reindex(zones["zone_code"])
    single = held.fillna(0).to_numpy() == 1
    large = np.zeros(len(zones), dtype=bool)
    if most is not None:
        large = (zones["persons"].fillna(0).to_numpy() > most) & single
    large |= zones["zone_code"].isin(wanted).to_numpy()
    if not large.any():
        return layers
    floors = layers["buildings"].groupby("zone_code")["floors"].max()
    taken = {d: list(c) for d, c in zones.groupby("district_code")["zone_code"]}
    parts = [zones[~large]]
    for row in np.flatnonzero(large):
        one = zones.iloc[[row]]
        mine = taken[one["district_code"].iloc[0]]
        made = _stack(one, floors.get(one["zone_code"].iloc[0]), request, mine)
        mine += list(made["zone_code"][1:])
        parts.append(made)
    zones = conform(pd.concat(parts, ignore_index=True), ZONES)
    return {**layers, "zones": zones, "districts": _recount(layers["districts"], zones)}


def _stack(one, floors, request, taken):
    unit = request.units[0]
    range_ = request.profile.limits[unit]
    load = int(one[unit].iloc[0])
    count = max(2, round(load / (range_.aim or load)) if range_ is not None else 2)
    floors = 0 if pd.isna(floors) else int(floors)
    if floors > 1:
        count = min(count, floors)
    made = one.iloc[[0] * count].reset_index(drop=True)
    code, district = one["zone_code"].iloc[0], one["district_code"].iloc[0]
    codes = [code]
    while len(codes) < count:
        codes.append(coding.next_code(district, [*taken, *codes], request.profile.codes))
    made["zone_code"], made["stack"], made["kind"] = codes, code, "vertical"
    cut = np.linspace(0, floors or count, count + 1).round().astype(int)
    share = np.diff(cut) / max(cut[-1], 1)
    for column in (*UNITS,):
        if not pd.isna(one[column].iloc[0]):
            made[column] = _whole_parts(int(one[column].iloc[0]), share)
    made["n_buildings"] = [1] + [0] * (count - 1)
    if floors > 1:
        text = [f"floors {a + 1}-{b}" if b > a + 1 else f"floor {b}" for a, b in pairwise(cut)]
        text[0] += " and open ground"
    else:
        text = [f"part {i + 1} of {count}, to be said by the office" for i in range(count)]
    made["part"] = text
    made["in_range"] = range_.holds(made[unit].astype("int64")) if range_ is not None else True
    made["reason"] = [None if fits else "tower" for fits in made["in_range"]]
    return made


def _whole_parts(total, share):
    exact = total * share
    parts = np.floor(exact).astype(int)
    order = np.argsort(-(exact - parts), kind="stable")
    parts[order[: total - parts.sum()]] += 1
    return parts


def add_virtual(layers: dict, gone, request: Request) -> tuple[dict, list[str]]:
    """Layers with a zone without ground for people registered at buildings that are gone.

    One for each district, with a number from the profile's range for virtual zones; where the
    profile has none, the buildings are listed without a zone.
    """
    if gone is None:
        return layers, []
    rules = request.profile.codes
    gone = gone.sort_values("building_id").copy()
    gone["zone_code"] = pd.array([None] * len(gone), dtype="str")
    notes = []
    point = shapely.point_on_surface(gone.geometry.to_numpy())
    tree = shapely.STRtree(layers["districts"].geometry.to_numpy())
    known = ~shapely.is_missing(point)
    rows = np.full(len(gone), -1)
    at, found = tree.query(point[known], predicate="intersects")
    rows[np.flatnonzero(known)[at]] = found
    if rules.virtual_from is None:
        notes.append(
            f"{len(gone)} demolished buildings are in no zone: the profile has no virtual zones"
        )
        rows[:] = -1
    elif (rows < 0).any():
        notes.append(f"{(rows < 0).sum()} demolished buildings lie in no district and in no zone")
    made = []
    for district in np.unique(rows[rows >= 0]):
        code = layers["districts"]["district_code"].iloc[district]
        mine = rows == district
        zone = coding.next_code(code, layers["zones"]["zone_code"], rules, virtual=True)
        gone.loc[mine, "zone_code"] = zone
        sums = {u: gone.loc[mine, u].sum() for u in UNITS if u in gone and gone[u].notna().any()}
        sums |= {"n_buildings": int(mine.sum()), "status": "draft", "in_range": True}
        made.append({"zone_code": zone, "district_code": code, "kind": "virtual", **sums})
    buildings = pd.concat([layers["buildings"], gone], ignore_index=True)
    buildings = buildings.sort_values("building_id", kind="stable").reset_index(drop=True)
    layers = {**layers, "buildings": buildings}
    if made:
        crs = layers["zones"].crs
        extra = gpd.GeoDataFrame(made, geometry=[None] * len(made), crs=crs)
        zones = conform(
            pd.concat([layers["zones"], conform(extra, ZONES)], ignore_index=True), ZONES
        )
        layers |= {"zones": zones, "districts": _recount(layers["districts"], zones)}
    return layers, notes


def _recount(districts, zones):
    """Districts with the sums of their zones again."""
    made = districts.copy()
    sums = zones.groupby("district_code")
    code = made["district_code"]
    made["n_zones"] = sums.size().reindex(code).astype("Int64").to_numpy()
    for column in ("n_buildings", "households", "persons"):
        if zones[column].notna().any():
            made[column] = sums[column].sum().reindex(code).astype("Int64").to_numpy()
    return made
