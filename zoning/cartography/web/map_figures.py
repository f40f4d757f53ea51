"""Figures of a web map: the classes zones are coloured by, and the table beside the map."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from zoning.cartography.web.map_model import MapLayers
from zoning.html.style import (
    ClassedFigure,
    by_breaks,
    by_share,
    by_status,
    count_classes,
    size_classes,
)
from zoning.model.profile import UNITS, Profile

__all__ = ["figures_for", "findings_per_zone", "surveyed_share", "table_for"]

_TO_DEGREES = 180 / (np.pi * 6378137.0)


def figures_for(layers: MapLayers, profile: Profile) -> list[ClassedFigure]:
    """Every figure that the layers can show, the first one shown first."""
    zones = layers.zones
    out = [_size(zones, profile)]
    if layers.public:
        out[0].classes[0] = {**out[0].classes[0], "key": "withheld"}
    if zones["status"].notna().any():
        out.append(by_status(zones["status"]))
    if layers.buildings is not None and not layers.public:
        share = surveyed_share(zones, layers.buildings)
        if np.isfinite(share).any():
            out.append(by_share("progress", share))
    if zones["compactness"].notna().any():
        out.append(by_breaks("compactness", zones["compactness"], (0.2, 0.35, 0.5, 0.65)))
    if zones["visible_share"].notna().any():
        out.append(by_share("visible", zones["visible_share"]))
    if layers.findings is not None:
        out.append(count_classes("findings", findings_per_zone(layers)))
    return out


def _size(zones, profile: Profile) -> ClassedFigure:
    known = [u for u in UNITS if zones[u].notna().any()]
    unit = next((r.unit for r in profile.limits.ranges if r.unit in known), None)
    if unit is None:
        return size_classes(zones[known[0] if known else "persons"], None)
    if "urban" in zones.columns:
        urban = zones["urban"].astype("object")
        limits = [profile.limits_for(None if u is pd.NA or u is None else bool(u)) for u in urban]
    else:
        limits = [profile.limits] * len(zones)
    return size_classes(zones[unit], [each[unit] for each in limits])


def surveyed_share(zones, buildings) -> np.ndarray:
    """Share of each zone's buildings whose people were counted or given, not estimated."""
    known = buildings[buildings["persons_source"].notna() & buildings["zone_code"].notna()]
    counted = known["persons_source"].isin(["given", "survey"]).astype(float)
    share = counted.groupby(known["zone_code"].astype("object")).mean()
    return zones["zone_code"].astype("object").map(share).astype(float).to_numpy()


def findings_per_zone(layers: MapLayers) -> np.ndarray:
    """Findings, not waived, that name a zone or a building in it."""
    zones, findings, buildings = layers.zones, layers.findings, layers.buildings
    codes = pd.Index(zones["zone_code"].astype("object"))
    standing = findings[~findings["waived"].fillna(False).astype(bool)]
    ids = standing["feature_ids"].fillna("").astype("object").str.split(r"\s*[,;|]\s*")
    named = pd.DataFrame({"finding": np.arange(len(standing)), "id": ids.to_numpy()}).explode("id")
    named["layer"] = standing["layer"].to_numpy(dtype=object)[named["finding"]]
    named["zone"] = named["id"].where(named["id"].isin(codes))
    if buildings is not None:
        home = buildings.drop_duplicates("building_id").set_index("building_id")["zone_code"]
        of_building = named["id"].map(home.astype("object")).where(named["layer"] == "buildings")
        named["zone"] = of_building.where(of_building.notna(), named["zone"])
    pairs = named.dropna(subset="zone").drop_duplicates(["finding", "zone"])
    return codes.map(pairs["zone"].value_counts()).fillna(0).to_numpy(dtype=float)


def table_for(layers: MapLayers) -> dict:
    """The table beside the map: one row a township, or a district where there are none.

    Returns
    -------
    dict
        ``level``, ``columns`` that hold something, and ``rows`` with ``code``, ``name``,
        ``bounds`` (south west and north east, degrees) and the figures.
    """
    level, key = "townships", "township_code"
    if layers.townships is None:
        level, key = "districts", "district_code"
    every = layers.zones if layers.sums is None else layers.sums
    zones = every[every[key].notna()]
    if not len(zones):
        return {"level": level, "columns": [], "rows": []}
    table = _sums(zones, key)
    table["name"] = _names(layers, level).reindex(table.index)
    if layers.findings is not None:
        per_zone = pd.Series(findings_per_zone(layers), index=layers.zones.index)
        table["n_findings"] = per_zone[zones.index].groupby(zones[key].astype("object")).sum()
    if layers.disputes is not None:
        table["n_disputes"] = _disputes(layers.disputes, table.index)
    columns = [c for c in table.columns if c != "bounds" and table[c].notna().any()]
    columns = ["name", *(c for c in columns if c not in ("name", "code"))]
    rows = [
        {"code": str(code), **{k: _plain(v) for k, v in zip(table.columns, values)}}
        for code, values in zip(table.index, table.itertuples(index=False, name=None))
    ]
    return {"level": level, "columns": columns, "rows": rows}


def _sums(zones, key) -> pd.DataFrame:
    group = zones.groupby(zones[key].astype("object"), sort=True)
    table = pd.DataFrame({"n_zones": group.size()})
    # A stack's zones lie in one building: it is counted once.
    once = ~(
        (zones["kind"] == "vertical").fillna(False) & zones.duplicated(["stack"], keep="first")
    )
    table["n_buildings"] = zones["n_buildings"].where(once).groupby(zones[key]).sum(min_count=1)
    for unit in ("households", "persons"):
        # A sum with a part withheld or unknown is no sum.
        table[unit] = group[unit].sum(min_count=1).mask(_partly(zones[unit], zones[key]))
    judged = zones["in_range"].astype("object")
    in_range = pd.to_numeric(judged.map({True: 1.0, False: 0.0}))
    table["in_range_share"] = in_range.groupby(zones[key]).mean()
    status = zones["status"].astype("object")
    done = status.isin(["confirmed", "submitted", "accepted"]).astype(float).where(status.notna())
    table["confirmed_share"] = done.groupby(zones[key]).mean()
    table["bounds"] = _bounds(zones, key).reindex(table.index)
    return table


def _partly(values, keys) -> pd.Series:
    """Groups in which some values are known and some are not."""
    known = values.notna().groupby(keys.astype("object"))
    return known.any() & ~known.all()


def _bounds(zones, key) -> pd.Series:
    box = pd.DataFrame(
        shapely.bounds(zones.geometry.to_numpy()), columns=list("abcd"), index=zones.index
    )
    box = box.groupby(zones[key].astype("object")).agg(
        {"a": "min", "b": "min", "c": "max", "d": "max"}
    )
    lon = box[["a", "c"]] * _TO_DEGREES
    lat = np.degrees(np.arctan(np.sinh(np.radians(box[["b", "d"]] * _TO_DEGREES))))
    pairs = [
        [[round(s, 6), round(w, 6)], [round(n, 6), round(e, 6)]] if np.isfinite(s) else None
        for s, w, n, e in zip(lat["b"], lon["a"], lat["d"], lon["c"])
    ]
    return pd.Series(pairs, index=box.index, dtype="object")


def _names(layers: MapLayers, level: str) -> pd.Series:
    frame, key = layers.townships, "area_code"
    if level == "districts":
        frame, key = layers.districts, "district_code"
    if frame is None:
        return pd.Series(dtype="object")
    return frame.drop_duplicates(key).set_index(key)["name"].astype("object")


def _disputes(disputes, codes) -> pd.Series:
    open_ = disputes[~disputes["status"].isin(["noise", "withdrawn"])]
    claims = pd.concat([open_["claim_a"], open_["claim_b"]]).dropna().astype("object")
    counts = {code: sum(str(c).startswith(str(code)) for c in claims) for code in codes}
    return pd.Series(counts, dtype="float64")


def _plain(value):
    """A value that JSON has."""
    if isinstance(value, list) or value is None:
        return value
    if value is pd.NA or value != value:
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, float, np.integer, np.floating)):
        number = float(value)
        return int(number) if number.is_integer() else round(number, 4)
    return str(value)
