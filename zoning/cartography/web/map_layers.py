"""Layers of a web map made ready: columns conformed, names withheld, Web Mercator."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.cartography.web.map_model import MERCATOR, MapLayers
from zoning.cartography.web.public import withhold
from zoning.errors import CRSError, LayerError
from zoning.model import schema
from zoning.model.profile import Profile
from zoning.model.uses import map_uses

__all__ = ["prepare_map", "township_of_zones"]


def prepare_map(frames: dict, profile: Profile, *, public: bool) -> MapLayers:
    """Check, conform, reproject and, for a public map, withhold.

    Parameters
    ----------
    frames : dict
        Layer name (zones, districts, areas, buildings, barriers, findings, disputes) to
        GeoDataFrame or ``None``.
    profile : Profile
        Says which uses of buildings go without a name.
    public : bool
        Take out every figure of a single building.

    Raises
    ------
    LayerError
        A key column is missing, a layer is no GeoDataFrame, or there are no zones.
    CRSError
        A layer has no coordinate system.
    """
    made = {name: _ready(frame, schema.LAYERS[name]) for name, frame in frames.items()}
    zones = made["zones"]
    if zones is None or not len(zones):
        raise LayerError("layer zones: no zones to show")
    townships = _townships(made.get("areas"), zones, made["districts"])
    zones = zones.assign(township_code=township_of_zones(zones, made["districts"], townships))
    if profile.has_urban_rural:
        zones = zones.assign(urban=_urban(zones, made.get("areas")))
    buildings = _unnamed(made["buildings"], profile)
    if buildings is not None:
        order = buildings.sort_values(
            ["zone_code", "number", "building_id"], kind="stable", na_position="last"
        ).index
        buildings = buildings.loc[order].reset_index(drop=True)
    layers = MapLayers(
        zones=zones, districts=made["districts"], townships=townships, buildings=buildings,
        barriers=made["barriers"], findings=made["findings"], disputes=made["disputes"],
    )  # fmt: skip
    if public:
        return withhold(layers)
    return layers


def _ready(frame, spec):
    if frame is None or not len(frame):
        return None
    schema.require(frame, replace(spec, required=frozenset({spec.key})))
    if frame.crs is None:
        raise CRSError(f"layer {spec.name}: no coordinate system; say which with set_crs")
    made = schema.conform(frame, spec)
    geometry = made.geometry.to_crs(MERCATOR).array
    xy, of = shapely.get_coordinates(np.asarray(geometry), return_index=True)
    lost = of[~np.isfinite(xy).all(axis=1)]
    if len(lost):
        raise CRSError(
            f"layer {spec.name}: {made[spec.key].iloc[lost[0]]} has no place on the map: a "
            "coordinate is no number, or lies outside what its coordinate system covers"
        )
    return made.set_geometry(geometry)


def _townships(areas, zones, districts):
    """The areas of level township; without any, what the districts say, dissolved."""
    if areas is not None:
        solid = areas[areas.geometry.geom_type.isin(schema.POLYGONS)]
        for level in ("township", "county", "village"):
            found = solid[solid["level"] == level]
            if len(found):
                return found.reset_index(drop=True)
        if len(solid):
            return solid.reset_index(drop=True)
    if districts is None or districts["township_code"].isna().all():
        return None
    code = zones["district_code"].map(
        districts.set_index("district_code")["township_code"].astype("object")
    )
    solid = ~(zones.geometry.isna() | zones.geometry.is_empty)
    keys, made = [], []
    for key, part in zones[solid].groupby(code[solid], sort=True):
        keys.append(key)
        # Zones that validation has yet to mend are shown too.
        made.append(shapely.union_all(shapely.make_valid(part.geometry.to_numpy())))
    frame = gpd.GeoDataFrame({"area_code": keys, "level": "township"}, geometry=made, crs=MERCATOR)
    return schema.conform(frame, schema.AREAS) if keys else None


def township_of_zones(zones, districts, townships) -> pd.Series:
    """Code of the township of each zone, null where nothing says.

    The districts' ``township_code`` first; then the longest township code that the zone's
    district code begins with.
    """
    none = pd.Series(pd.NA, index=zones.index, dtype="object")
    code = none
    if districts is not None:
        code = zones["district_code"].map(
            districts.set_index("district_code")["township_code"].astype("object")
        )
    if townships is not None and code.isna().any():
        known = set(townships["area_code"])
        lengths = sorted({len(k) for k in known}, reverse=True)
        text = zones["district_code"].fillna(zones["zone_code"]).astype("str")
        for length in lengths:
            head = text.str[:length]
            code = code.where(code.notna(), head.where(head.isin(known)))
    return code.astype("object").where(code.notna(), None)


def _urban(zones, areas):
    if areas is None:
        return pd.Series(pd.NA, index=zones.index, dtype="boolean")
    urban = areas.set_index("area_code")["urban"]
    by_district = zones["district_code"].map(urban)
    return by_district.fillna(zones["township_code"].map(urban)).astype("boolean")


def _unnamed(buildings, profile: Profile):
    """Military and prison places look like any other building, as their rules demand."""
    if buildings is None or not profile.unnamed:
        return buildings
    # The words of sources count too: a barracks is a military place.
    silent = buildings["use"].isin(profile.unnamed)
    silent |= map_uses(buildings["use"]).isin(profile.unnamed)
    columns = ["use", "name", "address", "source_id"]
    return buildings.assign(**{c: buildings[c].where(~silent) for c in columns})
