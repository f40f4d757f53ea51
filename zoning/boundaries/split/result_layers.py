"""The tables of a split: areas, districts, zones, buildings, as other rooms read them."""

from __future__ import annotations

from functools import partial

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.split.divided_areas import areas_above
from zoning.boundaries.split.draw import Drawn
from zoning.boundaries.split.graph import adjacency
from zoning.boundaries.split.pieces import Layout
from zoning.boundaries.split.request import Request
from zoning.boundaries.split.zone_codes import Names
from zoning.geo.dissolve import dissolve
from zoning.model.profile import UNITS
from zoning.model.schema import DISTRICTS, ZONES, conform
from zoning.model.tolerances import tolerance

__all__ = ["outlines", "publish", "zone_of_faces"]

_SAME_AREA = tolerance("same_area")
_NOT_NOTHING = tolerance("not_nothing")


def zone_of_faces(layout: Layout, drawn: Drawn) -> np.ndarray:
    """Zone of each face of the plane, -1 outside."""
    return np.where(layout.label >= 0, drawn.zone[layout.label], -1)


def outlines(layout: Layout, drawn: Drawn):
    """Polygon of each zone, and the common borders of zones of the same area."""
    n = len(drawn.area)
    zone = zone_of_faces(layout, drawn)
    return orient_rings(dissolve(layout.pieces.planar, zone, n)), adjacency(layout.pieces, zone, n)


def publish(
    layout: Layout, drawn: Drawn, names: Names, request: Request, place: np.ndarray | None = None
) -> dict:
    """Layers ``areas``, ``districts``, ``zones``, ``buildings``; atoms when called for.

    `place` says where each node lies, see `dissolve`.
    """
    parents, planar = request.parents, layout.pieces.planar
    zone = zone_of_faces(layout, drawn)
    polygons = orient_rings(dissolve(planar, zone, len(drawn.area), place))
    district = np.where(zone >= 0, names.district[zone], -1)
    shapes = dissolve(planar, district, len(names.code), place)
    crs = parents.areas.crs
    home = np.where(layout.home >= 0, drawn.zone[layout.home], -1)[: request.n_buildings]
    zones = zone_table(layout, drawn, polygons, names, crs)
    zones["n_buildings"] = np.bincount(home[home >= 0], minlength=len(zones))
    zones = judge(zones, layout, drawn, names, request)
    districts = district_table(zones, names, parents, shapes, crs)
    located = request.buildings.copy()
    located["zone_code"] = pd.array(
        np.where(home >= 0, names.zone[home], np.array(None)), dtype="str"
    )
    return {
        "areas": publish_areas(layout, parents, place),
        "districts": conform(districts, DISTRICTS),
        "zones": conform(zones, ZONES),
        "buildings": located,
        "draw_atoms": partial(atom_table, layout, drawn, names.zone, crs),
    }


def orient_rings(polygons):
    """Rings from their lowest point, shells counter-clockwise: same ground, same bytes."""
    return shapely.orient_polygons(shapely.normalize(polygons))


def known_units(layout):
    """Units that the data have; the others stay unknown, which is not 0."""
    return [u for u in UNITS if layout.load[u].sum() > 0]


def zone_table(layout, drawn, polygons, names, crs):
    """Zones with their sums and shapes."""
    n = len(polygons)
    area, around = shapely.area(polygons), shapely.length(polygons)
    frame = gpd.GeoDataFrame(
        {
            "zone_code": names.zone,
            "district_code": names.code[names.district],
            "kind": names.kind,
            "status": "draft",
            "area_m2": area,
            "compactness": 4 * np.pi * area / around**2,
            "visible_share": visible_share(layout, drawn, n),
        },
        geometry=polygons,
        crs=crs,
    )
    load = layout.load.groupby(drawn.zone).sum().reindex(range(n), fill_value=0)
    for unit in known_units(layout):
        frame[unit] = load[unit].to_numpy().round().astype("int64")
    return frame


def visible_share(layout, drawn, n):
    """Share of each zone's border towards other zones of its area that follows a barrier."""
    two = layout.pieces.planar.face.reshape(-1, 2)
    piece = np.where(two >= 0, layout.label[two], -1)
    zone = np.where(piece >= 0, drawn.zone[piece], -1)
    inner = (zone >= 0).all(axis=1) & (zone[:, 0] != zone[:, 1])
    inner[inner] = drawn.area[zone[inner, 0]] == drawn.area[zone[inner, 1]]
    length = layout.pieces.planar.lengths[inner]
    seen = np.where(layout.pieces.strength[inner] > 0, length, 0.0)
    total, visible = np.zeros(n), np.zeros(n)
    for side in range(2):
        total += np.bincount(zone[inner, side], weights=length, minlength=n)
        visible += np.bincount(zone[inner, side], weights=seen, minlength=n)
    return np.where(total > 0, visible / np.maximum(total, _NOT_NOTHING), np.nan)


def judge(zones, layout, drawn, names, request):
    """Fill ``in_range`` and ``reason``."""
    frame = zones.copy()
    n = len(frame)
    low, high = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    for rank, unit in enumerate(request.units):
        bounds = [
            (d.low, d.high) if rank == 0 else (d.second or (0, 0, np.inf))[1:]
            for d in request.demands
        ]
        least, most = np.array(bounds, dtype=float)[drawn.area].T
        value = np.bincount(drawn.zone, weights=layout.load[unit], minlength=n)
        low |= value < least
        high |= value > most
    inside = ~(low | high)
    alone = np.bincount(drawn.region)[drawn.region] == 1
    # A region is one connected part of an area.
    parts = np.bincount(drawn.area[np.unique(drawn.region, return_index=True)[1]])[drawn.area]
    held = layout.load[list(request.units)].max(axis=1).to_numpy() > 0
    pieces = np.bincount(drawn.zone, weights=held, minlength=n)
    district = request.parents.district[drawn.area] & (parts == 1)
    reason = np.full(n, None, dtype=object)
    reason[low & alone & district] = "small_district"
    reason[low & alone & ~district] = "small_part"
    reason[low & alone & (pieces == 0)] = "uninhabited"
    strict = request.wholes.strict.any()
    reason[high & (pieces == 1)] = "block" if strict else "tower"
    reason[~inside & names.locked & (reason == None)] = "locked"  # noqa: E711 - elementwise
    reason[names.kind == "special"] = "special"
    frame["in_range"] = inside
    frame["reason"] = reason
    return frame


def district_table(zones, names, parents, shapes, crs):
    """Districts with the sums of their zones."""
    sums = zones.groupby("district_code")[
        [c for c in ("n_buildings", "households", "persons") if c in zones]
    ].sum()
    sums["n_zones"] = zones.groupby("district_code").size()
    township = areas_above(parents).to_numpy(dtype=object)
    title = parents.areas["name"].to_numpy(dtype=object)[parents.leaf]
    frame = gpd.GeoDataFrame(
        {
            "district_code": names.code,
            "township_code": township[names.area],
            "name": np.where(parents.district[names.area], title[names.area], None),
            "status": "draft",
        },
        geometry=orient_rings(shapes),
        crs=crs,
    )
    return frame.join(sums, on="district_code")


def publish_areas(layout, parents, place):
    """The areas with the nodes of their zones in their borders."""
    face_area = np.where(layout.label >= 0, layout.area[layout.label], -1)
    made = dissolve(layout.pieces.planar, face_area, len(parents.leaf), place)
    frame = parents.areas.copy()
    geometry = frame.geometry.to_numpy().copy()
    geometry[parents.leaf] = orient_rings(made)
    rows = np.setdiff1d(np.arange(len(frame)), parents.leaf)
    at, child = shapely.STRtree(shapely.point_on_surface(made)).query(
        geometry[rows], predicate="intersects"
    )
    for some, label in _together(len(rows), len(made), at, child):
        face = np.where(face_area >= 0, label[face_area], -1)
        wholes = orient_rings(dissolve(layout.pieces.planar, face, len(some), place))
        for row, whole in zip(rows[some], wholes, strict=True):
            if whole is not None and abs(whole.area - geometry[row].area) < _SAME_AREA * whole.area:
                geometry[row] = whole
    return frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=frame.crs))


def _together(n, n_children, at, child):
    """Turns of rows without a child in common, and for each turn the row of each child."""
    left = np.arange(n)
    while len(left):
        label = np.full(n_children, -1)
        some: list = []
        later: list = []
        for row in left:
            mine = child[at == row]
            if (label[mine] >= 0).any():
                later.append(row)
            else:
                label[mine] = len(some)
                some.append(row)
        yield np.array(some), label
        left = np.array(later, dtype=int)


def atom_table(layout, drawn, zone_code, crs):
    """The pieces as a layer: what a correction can move from zone to zone."""
    polygons = orient_rings(dissolve(layout.pieces.planar, layout.label, layout.n))
    point = shapely.point_on_surface(polygons)
    frame = gpd.GeoDataFrame(
        {"atom_id": atom_ids(point), "zone_code": zone_code[drawn.zone]},
        geometry=polygons,
        crs=crs,
    )
    held = layout.load[["buildings", *known_units(layout)]]
    return frame.join(held.round().astype("int64"))


def atom_ids(points) -> np.ndarray:
    """Names of pieces by their place, in whole metres; those alike are counted."""
    xy = np.round(shapely.get_coordinates(points)).astype("int64")
    name = pd.Series([f"{x}-{y}" for x, y in xy])
    again = name.groupby(name).cumcount()
    return name.where(again == 0, name + "-" + again.astype("str")).to_numpy(dtype=object)
