"""Field returns on a finished division: buildings change, lines do not.

Zones are drawn from the buildings as delivered. What the field finds afterwards changes
buildings, people and numbers inside the zones that people have walked; the lines move only
when the office says so, by delivering new buildings or by overrides. So a page on paper stays
true, and a deleted zoning.gpkg is rebuilt the same.
"""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd

from zoning.boundaries import Zoning
from zoning.buildings import apply_returns, place, spread_people
from zoning.buildings.return_records import in_force
from zoning.model.profile import UNITS, Profile

__all__ = ["with_returns"]


def with_returns(made: Zoning, events: pd.DataFrame, rules: Profile) -> Zoning:
    """A division with the field returns of the journal in force.

    Parameters
    ----------
    made : Zoning
        From the buildings as delivered, codes final.
    events : DataFrame
        The journal.
    rules : Profile
        For ``in_range`` of the zones that changed.

    Returns
    -------
    Zoning
        Same lines. New buildings lie in the zone that they stand in and have no number yet;
        estimates are spread anew, so that areas still add up; counts of zones and districts
        follow.
    """
    if made.buildings is None or not len(in_force(events)):
        return made
    before = made.buildings
    after = apply_returns(before, events)
    new = after["zone_code"].isna() & ~after["building_id"].isin(before["building_id"])
    if new.any():
        drawn = made.zones[made.zones.geometry.notna()]
        after.loc[new, "zone_code"] = place(after[new], drawn, "zone_code").to_numpy()
    after = spread_people(after, made.areas)
    notes = after.attrs.pop("notes", [])
    zones = _recounted(made.zones, "zone_code", before, after)
    zones = _judged(zones, made.zones, made.areas, rules)
    home = zones.set_index("zone_code")["district_code"]
    districts = _recounted(
        made.districts,
        "district_code",
        before.assign(district_code=before["zone_code"].map(home)),
        after.assign(district_code=after["zone_code"].map(home)),
    )
    told = tuple(n for n in notes if n not in made.notes)
    return replace(
        made, buildings=after, zones=zones, districts=districts, notes=(*made.notes, *told)
    )


def _sums(buildings: pd.DataFrame, key: str) -> pd.DataFrame:
    counts = [u for u in UNITS if u in buildings.columns]
    sums = buildings.groupby(key)[counts].sum()
    return sums.assign(n_buildings=buildings.groupby(key).size())


def _recounted(frame: gpd.GeoDataFrame, key: str, before, after) -> gpd.GeoDataFrame:
    """Counts moved by what the buildings gained or lost: stacks and blocks keep theirs."""
    gain = _sums(after, key).sub(_sums(before, key), fill_value=0)
    gain = gain.reindex(frame[key]).fillna(0).astype("int64")
    out = frame.copy()
    for column in gain.columns:
        if column in out.columns:
            old = out[column].astype("Int64")
            more = pd.Series(gain[column].to_numpy(), index=out.index)
            out[column] = (old.fillna(0) + more).where(old.notna() | (more != 0))
    return out


def _judged(zones, old, areas, rules: Profile) -> gpd.GeoDataFrame:
    """``in_range`` of the zones whose counts changed."""
    changed = pd.Series(False, index=zones.index)
    for unit in UNITS:
        changed |= (zones[unit].astype("Int64") != old[unit].astype("Int64")).fillna(False)
    if not changed.any():
        return zones
    known = areas.dropna(subset=["urban"])
    urban = place(zones[changed], known, "area_code").map(known.set_index("area_code")["urban"])
    units = {u for u in UNITS if zones[u].fillna(0).sum() > 0}
    out = zones.copy()
    inside = pd.Series(True, index=urban.index)
    for flag in (True, False, None):
        mine = urban.isna() if flag is None else urban.eq(flag).fillna(False)
        for one in rules.limits_for(flag).known(units)[0].ranges:
            fits = pd.Series(one.holds(zones.loc[changed, one.unit].astype("float64")))
            inside &= ~mine.astype(bool) | fits.astype(bool)
    out.loc[changed, "in_range"] = inside
    return out
