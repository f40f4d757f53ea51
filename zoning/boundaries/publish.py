"""The tables of a split: areas, districts, zones, buildings, as other rooms read them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning import codes as coding
from zoning.boundaries.dissolve import dissolve
from zoning.boundaries.districts import group_zones
from zoning.boundaries.graph import adjacency
from zoning.boundaries.layout import Layout
from zoning.boundaries.numbering import reading_order
from zoning.boundaries.parents import Parents, township_of
from zoning.boundaries.zones import Drawn
from zoning.profile import UNITS, Profile
from zoning.schema import DISTRICTS, ZONES, conform

__all__ = ["publish"]


def publish(
    layout: Layout, drawn: Drawn, parents: Parents, buildings, profile: Profile, seed: int,
    keep: np.ndarray | None = None,
) -> dict[str, gpd.GeoDataFrame]:  # fmt: skip
    """Layers ``areas``, ``districts``, ``zones``, ``buildings`` and ``atoms`` of a split."""
    n = len(drawn.area)
    zone_of_face = np.where(layout.label >= 0, drawn.zone[layout.label], -1)
    polygons = tidy(dissolve(layout.pieces.planar, zone_of_face, n, keep))
    touch = adjacency(layout.pieces, zone_of_face, n)
    district = group_districts(polygons, touch, drawn, parents, seed)
    zone_code, district_code, district_area = number_all(
        polygons, district, drawn.area, parents, profile
    )
    n_districts = len(district_area)
    label = district[zone_of_face]
    shapes = dissolve(
        layout.pieces.planar, np.where(zone_of_face >= 0, label, -1), n_districts, keep
    )
    crs = parents.areas.crs
    zones = zone_table(layout, drawn, polygons, touch, zone_code, district_code[district], crs)
    zones = judge(zones, layout, drawn, parents, profile)
    districts = district_table(zones, district_code, district_area, parents, shapes, crs)
    home = np.where(layout.home >= 0, drawn.zone[layout.home], -1)
    located = buildings.copy()
    located["zone_code"] = pd.array(np.where(home >= 0, zone_code[home], None), dtype="str")
    return {
        "areas": publish_areas(layout, parents, keep),
        "districts": conform(districts, DISTRICTS),
        "zones": conform(zones, ZONES),
        "buildings": located,
        "atoms": atom_table(layout, drawn, zone_code, crs),
    }


def tidy(polygons):
    """Rings from their lowest point, shells counter-clockwise: the same bytes for the same ground."""
    return shapely.orient_polygons(shapely.normalize(polygons))


def counted(layout):
    """Units that the data have; the others stay unknown, which is not 0."""
    return [u for u in UNITS if layout.load[u].sum() > 0]


def group_districts(polygons, touch, drawn, parents, seed):
    """District of each zone, numbered by area."""
    local = np.zeros(len(polygons), dtype=np.int64)
    invent = ~parents.district[drawn.area]
    if invent.any():
        made = group_zones(polygons, touch, drawn.area, parents.codes, seed)
        local = np.where(invent, made, 0)
    _, district = np.unique(np.column_stack([drawn.area, local]), axis=0, return_inverse=True)
    return district.ravel()


def number_all(polygons, district, area, parents, profile):
    """Codes of zones and districts in reading order."""
    n_districts = int(district.max()) + 1
    centre = shapely.get_coordinates(shapely.centroid(polygons))
    weight = shapely.area(polygons)
    total = np.bincount(district, weights=weight)
    middle = np.column_stack(
        [np.bincount(district, weights=weight * centre[:, i]) / total for i in range(2)]
    )
    area_of = np.empty(n_districts, dtype=np.int64)
    area_of[district] = area
    district_code = np.empty(n_districts, dtype=object)
    for one in np.unique(area_of):
        mine = np.flatnonzero(area_of == one)
        code = parents.codes[one]
        if parents.district[one]:
            district_code[mine] = code
            continue
        for i, d in enumerate(mine[reading_order(middle[mine])]):
            district_code[d] = coding.district_code(code, i + 1, profile.codes)
    zone_code = np.empty(len(polygons), dtype=object)
    for d in range(n_districts):
        mine = np.flatnonzero(district == d)
        for i, z in enumerate(mine[reading_order(centre[mine])]):
            zone_code[z] = coding.zone_code(district_code[d], i + 1, profile.codes)
    return zone_code, district_code, area_of


def zone_table(layout, drawn, polygons, touch, zone_code, district_code, crs):
    """Zones with their sums and shapes."""
    n = len(polygons)
    area, around = shapely.area(polygons), shapely.length(polygons)
    frame = gpd.GeoDataFrame(
        {
            "zone_code": zone_code,
            "district_code": district_code,
            "kind": "ordinary",
            "status": "draft",
            "area_m2": area,
            "compactness": 4 * np.pi * area / around**2,
            "visible_share": visible_share(layout, drawn, n),
        },
        geometry=polygons,
        crs=crs,
    )
    load = layout.load.groupby(drawn.zone).sum()
    frame["n_buildings"] = load["buildings"].to_numpy()
    for unit in counted(layout):
        frame[unit] = load[unit].to_numpy().round().astype("int64")
    return frame


def visible_share(layout, drawn, n):
    """Share of each zone's border towards other zones of its area that follows a barrier."""
    two = layout.pieces.planar.face.reshape(-1, 2)
    piece = np.where(two >= 0, layout.label[two], -1)
    zone = np.where(piece >= 0, drawn.zone[piece], -1)
    inner = (zone >= 0).all(axis=1) & (zone[:, 0] != zone[:, 1])
    inner[inner] = drawn.area[zone[inner, 0]] == drawn.area[zone[inner, 1]]
    length = layout.pieces.planar.lengths()[inner]
    seen = np.where(layout.pieces.strength[inner] > 0, length, 0.0)
    total, visible = np.zeros(n), np.zeros(n)
    for side in range(2):
        total += np.bincount(zone[inner, side], weights=length, minlength=n)
        visible += np.bincount(zone[inner, side], weights=seen, minlength=n)
    return np.where(total > 0, visible / np.maximum(total, 1e-9), np.nan)


def judge(zones, layout, drawn, parents, profile):
    """Fill ``in_range`` and ``reason``."""
    frame = zones.copy()
    inside = np.ones(len(frame), dtype=bool)
    low = np.zeros(len(frame), dtype=bool)
    high = np.zeros(len(frame), dtype=bool)
    urban = parents.areas["urban"].iloc[parents.leaf].to_numpy(dtype=object)
    units = counted(layout)
    for row in range(len(parents.leaf)):
        mine = drawn.area == row
        flag = None if pd.isna(urban[row]) else bool(urban[row])
        limits, _ = profile.limits_for(flag).known(units)
        for one in limits.ranges:
            value = frame[one.unit].to_numpy(dtype="float64")
            low |= mine & (value < (one.min or 0))
            high |= mine & (value > (one.max if one.max is not None else np.inf))
    inside = ~(low | high)
    alone = np.bincount(drawn.region, minlength=drawn.region.max() + 1)[drawn.region] == 1
    parts = np.bincount(drawn.area[np.unique(drawn.region, return_index=True)[1]])[drawn.area]
    loads = layout.load[list(UNITS)].sum(axis=1).groupby(drawn.zone).sum().to_numpy()
    district = parents.district[drawn.area] & (parts == 1)
    people = [
        np.bincount(drawn.zone, weights=layout.load[u] > 0, minlength=len(frame)) for u in UNITS
    ]
    single = (frame["n_buildings"] == 1).to_numpy() | (np.max(people, axis=0) == 1)
    reason = np.full(len(frame), None, dtype=object)
    reason[low & alone & district] = "small_district"
    reason[low & alone & ~district] = "small_part"
    reason[low & alone & (loads == 0)] = "uninhabited"
    reason[high & single] = "tower"
    frame["in_range"] = inside
    frame["reason"] = reason
    return frame


def district_table(zones, district_code, district_area, parents, shapes, crs):
    """Districts with the sums of their zones."""
    sums = zones.groupby("district_code")[
        [c for c in ("n_buildings", "households", "persons") if c in zones]
    ].sum()
    sums["n_zones"] = zones.groupby("district_code").size()
    township = township_of(parents).to_numpy(dtype=object)
    names = parents.areas["name"].to_numpy(dtype=object)[parents.leaf]
    frame = gpd.GeoDataFrame(
        {
            "district_code": district_code,
            "township_code": township[district_area],
            "name": np.where(parents.district[district_area], names[district_area], None),
            "status": "draft",
        },
        geometry=tidy(shapes),
        crs=crs,
    )
    return frame.join(sums, on="district_code")


def publish_areas(layout, parents, keep):
    """The areas with the nodes of their zones in their borders."""
    face_area = np.where(layout.label >= 0, layout.area[layout.label], -1)
    made = dissolve(layout.pieces.planar, face_area, len(parents.leaf), keep)
    frame = parents.areas.copy()
    geometry = frame.geometry.to_numpy().copy()
    geometry[parents.leaf] = tidy(made)
    inner = shapely.point_on_surface(made)
    for row in np.setdiff1d(np.arange(len(frame)), parents.leaf):
        children = shapely.intersects(geometry[row], inner)
        label = np.where(children, 0, -1)
        whole = dissolve(
            layout.pieces.planar, np.where(face_area >= 0, label[face_area], -1), 1, keep
        )[0]
        if whole is not None and abs(whole.area - geometry[row].area) < 1e-6 * whole.area:
            geometry[row] = tidy(whole)
    return frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=frame.crs))


def atom_table(layout, drawn, zone_code, crs):
    """The pieces as a layer: what a correction can move from zone to zone."""
    polygons = tidy(dissolve(layout.pieces.planar, layout.label, layout.n))
    point = shapely.point_on_surface(polygons)
    frame = gpd.GeoDataFrame(
        {"atom_id": atom_ids(point), "zone_code": zone_code[drawn.zone]},
        geometry=polygons,
        crs=crs,
    )
    held = layout.load[["buildings", *counted(layout)]]
    return frame.join(held.round().astype("int64"))


def atom_ids(points) -> np.ndarray:
    """Names of pieces by their place, in whole metres; those alike are counted."""
    xy = np.round(shapely.get_coordinates(points)).astype("int64")
    name = pd.Series([f"{x}-{y}" for x, y in xy])
    again = name.groupby(name).cumcount()
    return name.where(again == 0, name + "-" + again.astype("str")).to_numpy(dtype=object)
