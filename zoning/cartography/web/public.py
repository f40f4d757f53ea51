"""What a public map leaves out: every figure of a single building.

Given, or to be worked out: a zone with one inhabited building has that building's figures, and
where one zone of a group is withheld, the group's sum less the others tells it (what
statisticians call primary and secondary suppression).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from zoning.cartography.web.map_model import MapLayers

__all__ = ["lone", "withhold"]

#: Columns of one building that a public map does not carry.
_PRIVATE = (
    "use", "floors", "dwellings", "households", "persons", "persons_source", "status", "source",
    "source_id", "name", "address",
)  # fmt: skip
_COUNTS = ("persons", "households", "dwellings")


def withhold(layers: MapLayers) -> MapLayers:
    """The layers without any figure of a single building.

    Zones with one building, one inhabited building, a part of a building or an unknown number
    of buildings lose their counts; so does the smallest other zone of a district or township
    in which only one zone would. Districts of a township lose theirs where one of them has a
    single zone that is withheld. Findings, which speak of single buildings, are left out.
    """
    zones = layers.zones
    hide = _secondary(zones, _primary(zones, layers.buildings))
    shown = _blank(zones, hide, (*_COUNTS, "in_range", "reason", "part"))
    sums = zones.assign(**{c: zones[c].mask(lone(zones, hide)) for c in _COUNTS})
    districts, buildings, disputes = layers.districts, layers.buildings, layers.disputes
    if districts is not None:
        districts = _blank(districts, _districts(districts, zones, hide), _COUNTS)
    if buildings is not None:
        buildings = buildings.assign(**dict.fromkeys(_PRIVATE))
    if disputes is not None:
        few = (disputes["n_buildings"] <= 1).fillna(True).to_numpy(dtype=bool)
        disputes = _blank(disputes, few, _COUNTS)
    townships = layers.townships
    if townships is not None:
        alone = zones["township_code"][lone(zones, hide)]
        rows = townships["area_code"].isin(alone).to_numpy()
        townships = _blank(townships, rows, ("population", *_COUNTS))
    return replace(
        layers, zones=shown, districts=districts, townships=townships, buildings=buildings,
        disputes=disputes, findings=None, public=True, sums=sums,
    )  # fmt: skip


def lone(zones, hide: np.ndarray) -> np.ndarray:
    """Zones whose township holds just one withheld zone: its sum would be that zone's."""
    group = zones["township_code"].astype("object").fillna("").to_numpy()
    count = pd.Series(hide).groupby(group).transform("sum").to_numpy()
    return hide & (count == 1)


def _primary(zones, buildings) -> np.ndarray:
    number = zones["n_buildings"]
    few = number.isna() | (number == 1).fillna(False) | (zones["kind"] == "vertical").fillna(False)
    lived = number
    if buildings is not None and buildings["persons"].notna().any():
        home = buildings[buildings["persons"].fillna(0) > 0]["zone_code"].astype("object")
        lived = zones["zone_code"].astype("object").map(home.value_counts()).fillna(0)
    somebody = (zones["persons"] > 0).fillna(False)
    return (few | (somebody & (lived <= 1).fillna(True))).to_numpy(dtype=bool)


def _secondary(zones, hide: np.ndarray) -> np.ndarray:
    """Where one zone of a district or township is withheld, its smallest neighbour is too."""
    persons = zones["persons"].astype("Float64").to_numpy(dtype=float, na_value=np.inf)
    # A zone where nobody lives hides nothing.
    persons = np.where(persons == 0, np.inf, persons)
    for key in ("district_code", "township_code"):
        group = zones[key].astype("object").fillna("")
        frame = pd.DataFrame({"key": group.to_numpy(), "hide": hide, "persons": persons})
        alone = frame.groupby("key")["hide"].transform("sum") == 1
        others = frame[alone & ~frame["hide"]].sort_values("persons", kind="stable")
        hide = hide.copy()
        hide[others.groupby("key").head(1).index] = True
    return hide


def _districts(districts, zones, hide: np.ndarray) -> np.ndarray:
    """Districts to blank: all of a township where one of them has a lone withheld zone."""
    group = zones["district_code"].astype("object").fillna("")
    count = pd.Series(hide).groupby(group.to_numpy()).transform("sum").to_numpy()
    exposed = districts["district_code"].isin(group[hide & (count == 1)])
    exposed |= (districts["n_buildings"] <= 1).fillna(False)
    towns = districts["township_code"].astype("object").fillna("")
    return towns.isin(set(towns[exposed])).to_numpy()


def _blank(frame, rows: np.ndarray, columns):
    have = [c for c in columns if c in frame.columns]
    return frame.assign(**{c: frame[c].mask(rows) for c in have})
