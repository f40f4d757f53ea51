"""Measures of disputed patches: size, claimants, who lives there, where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.compare.gaps_overlaps import DisputedPatch
from zoning.boundaries.compare.sides import Side, key_of
from zoning.geo.edges import edges_of
from zoning.model.schema import DISPUTES, conform
from zoning.model.tolerances import tolerance

__all__ = ["THIRD", "building_points", "count_inside", "describe_disputes"]

#: Note on a gap so wide that it is rather land of somebody who was not asked.
THIRD = "a third area may lie here"
_ON = tolerance("on_border")
_NEARBY = tolerance("helps_to_find")
_PRECISION, _NOT_NOTHING = tolerance("width_precision"), tolerance("not_nothing")


def describe_disputes(
    patches: Sequence[DisputedPatch],
    sides: Sequence[Side],
    *,
    crs,
    noise_m: float,
    reach_m: float,
    extras: Mapping[str, gpd.GeoDataFrame | None],
) -> gpd.GeoDataFrame:
    """Patches as the layer ``disputes``, sorted by id, with ``zones``, ``others``, ``note``.

    Parameters
    ----------
    patches : sequence of DisputedPatch
        Claims are positions in `sides`.
    noise_m, reach_m : float
        Below the first a patch is noise; a gap three times as wide as the second is more
        likely a third area that was not given, and noted as such.
    extras : mapping
        Frames ``buildings``, ``zones``, ``barriers`` and ``places``, each optional.
    """
    shapes = np.array([p.shape for p in patches], dtype=object)
    shapes = shapely.normalize(shapes) if len(shapes) else shapes
    table = pd.DataFrame(
        {
            "kind": pd.Series([p.kind for p in patches], dtype="str"),
            "claim_a": pd.Series(_claims(patches, sides, "a"), dtype="str"),
            "claim_b": pd.Series(_claims(patches, sides, "b"), dtype="str"),
            "area_m2": shapely.area(shapes).astype(float),
            "width_m": widths(shapes),
            "length_m": lengths(shapes),
        }
    )
    table["others"] = pd.Series(
        [",".join(sides[o].name for o in p.others) for p in patches], dtype="str"
    )
    notes = [
        THIRD if p.kind == "gap" and w > 3 * reach_m else "" if p.closed else "open end"
        for p, w in zip(patches, table["width_m"], strict=True)
    ]
    table["note"] = pd.Series(notes, dtype="str")
    table["status"] = np.where(table["width_m"] < noise_m, "noise", "open")
    for column, values in count_inside(shapes, extras.get("buildings"), crs).items():
        table[column] = values
    table["zones"] = pd.Series(_zones_touched(shapes, extras.get("zones"), crs), dtype="str")
    table["place"] = pd.Series(
        _places(shapes, extras.get("places"), extras.get("barriers"), crs), dtype="str"
    )
    frame = gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(list(shapes), crs=crs), crs=crs)
    frame["dispute_id"] = pd.Series(_ids(frame), dtype="str")
    return conform(frame, DISPUTES, extra=True)


def widths(shapes) -> np.ndarray:
    """Greatest width of polygons in metres: the diameter of the largest circle inside."""
    if len(shapes) == 0:
        return np.empty(0)
    tolerance = np.maximum(np.sqrt(shapely.area(shapes)) * _PRECISION, _NOT_NOTHING)
    radius = [
        shapely.length(shapely.maximum_inscribed_circle(s, tolerance=t))
        for s, t in zip(shapes, tolerance, strict=True)
    ]
    return 2 * np.asarray(radius)


def lengths(shapes) -> np.ndarray:
    """Length of polygons along the border: that of a strip, but no less than they extend."""
    if len(shapes) == 0:
        return np.empty(0)
    rim = shapely.length(shapely.get_exterior_ring(shapes))
    # A strip l long and w wide has rim 2l + 2w and area lw.
    half = rim / 2
    root = np.sqrt(np.maximum(half**2 - 4 * shapely.area(shapes), 0))
    box = shapely.oriented_envelope(shapes)
    corner = shapely.get_coordinates(box).reshape(len(shapes), 5, 2)
    extent = np.hypot(*np.moveaxis(np.diff(corner[:, :3], axis=1), 2, 0)).max(axis=1)
    return np.maximum((half + root) / 2, extent)


def _claims(patches: Sequence[DisputedPatch], sides: Sequence[Side], which: str) -> list[str]:
    """The row of a side that has most to do with each patch."""
    names = [""] * len(patches)
    at = np.array([getattr(p, which) for p in patches], dtype=np.int64)
    for s in np.unique(at):
        side, rows = sides[s], np.flatnonzero(at == s).tolist()
        if len(side.codes) == 1:
            for i in rows:
                names[i] = str(side.codes[0])
            continue
        tree = shapely.STRtree(edges_of(side.shapes).lines)
        owner = edges_of(side.shapes).owner
        for i in rows:
            names[i] = str(side.codes[_main_row(patches[i], side, tree, owner)])
    return names


def _main_row(patch: DisputedPatch, side: Side, tree: shapely.STRtree, owner) -> int:
    if patch.kind == "overlap":
        return int(
            np.argmax(np.round(shapely.area(shapely.intersection(side.shapes, patch.shape)), 6))
        )
    rim = edges_of([patch.shape])
    part, edge = tree.query(rim.middles, predicate="dwithin", distance=_ON)
    weight = np.bincount(owner[edge], weights=rim.lengths[part], minlength=len(side.codes))
    return int(np.argmax(np.round(weight, 6)))


def building_points(buildings: gpd.GeoDataFrame, crs) -> np.ndarray:
    """One point inside each building (the point itself for points), in a CRS."""
    shapes = buildings.geometry.to_crs(crs).to_numpy()
    return shapely.point_on_surface(shapes)


def count_inside(shapes, buildings: gpd.GeoDataFrame | None, crs) -> dict[str, pd.Series]:
    """Buildings, households and persons inside each shape; null where not known."""
    n = len(shapes)
    blank = pd.Series(pd.NA, index=range(n), dtype="Int64")
    counts = {"n_buildings": blank, "households": blank, "persons": blank}
    if buildings is None:
        return counts
    inside, shape = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    if len(buildings) and n:
        points = building_points(buildings, crs)
        inside, shape = shapely.STRtree(shapes).query(points, predicate="intersects")
    counts["n_buildings"] = pd.Series(np.bincount(shape, minlength=n)).astype("Int64")
    for column in ("households", "persons"):
        if column in buildings.columns and buildings[column].notna().any():
            value = buildings[column].fillna(0).to_numpy(dtype=float)[inside]
            total = np.round(np.bincount(shape, weights=value, minlength=n))
            counts[column] = pd.Series(total).astype("Int64")
    return counts


def _zones_touched(shapes, zones: gpd.GeoDataFrame | None, crs) -> list[str]:
    if zones is None or len(zones) == 0 or len(shapes) == 0:
        return [""] * len(shapes)
    codes = zones[key_of(zones, where="zones")].astype(str).to_numpy()
    tree = shapely.STRtree(zones.geometry.to_crs(crs).to_numpy())
    shape, zone = tree.query(shapes, predicate="dwithin", distance=_ON)
    return [",".join(sorted(set(codes[zone[shape == i]]))) for i in range(len(shapes))]


def _places(shapes, places, barriers, crs) -> list[str]:
    """``road, place`` or whichever of the two has a name nearby."""
    spot = _nearest_name(shapes, places, crs)
    road = _nearest_name(shapes, barriers, crs)
    return [", ".join(part for part in pair if part) for pair in zip(road, spot, strict=True)]


def _nearest_name(shapes, frame: gpd.GeoDataFrame | None, crs) -> list[str]:
    found = [""] * len(shapes)
    if frame is None or "name" not in frame.columns or len(shapes) == 0:
        return found
    named = frame[frame["name"].notna() & (frame["name"].astype("str").str.strip() != "")]
    if len(named) == 0:
        return found
    names = named["name"].astype(str).to_numpy()
    tree = shapely.STRtree(named.geometry.to_crs(crs).to_numpy())
    shape, row = tree.query_nearest(shapes, max_distance=_NEARBY, all_matches=True)
    for i in np.unique(shape):
        found[i] = min(names[row[shape == i]])
    return found


def _ids(frame: gpd.GeoDataFrame) -> list[str]:
    """``A-B-001`` and so on for each pair of claimants, from north to south."""
    centre = shapely.centroid(frame.geometry.to_numpy())
    x, y = np.round(shapely.get_x(centre), 3), np.round(shapely.get_y(centre), 3)
    pair = (frame["claim_a"] + "-" + frame["claim_b"]).to_numpy(dtype=object)
    order = np.lexsort([frame["area_m2"].to_numpy(), x, -y, pair.astype(str)])
    ids = [""] * len(frame)
    seen: dict[str, int] = {}
    for i in order:
        seen[pair[i]] = seen.get(pair[i], 0) + 1
        ids[i] = f"{pair[i]}-{seen[pair[i]]:03d}"
    return ids
