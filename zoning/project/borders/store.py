"""Derived layers after a settlement: written at once, and put back when it is undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd
import shapely

from zoning.boundaries.dispute_register import geometry_hash
from zoning.boundaries.settle.settle_borders import Settled
from zoning.io.write import replace_layers
from zoning.model.schema import LAYERS, conform
from zoning.model.tolerances import tolerance
from zoning.project.borders.agreed import disputes_layer
from zoning.project.folder import ProjectFolder

__all__ = ["put_back", "saved_rows", "store", "write_disputes"]

_WINDOW = tolerance("settled_window")

_KEYS = {"districts": "district_code", "zones": "zone_code", "buildings": "building_id"}


def saved_rows(before: Mapping[str, pd.DataFrame], done: Settled) -> dict:
    """Rows of derived layers as they were before a settlement, for the journal.

    Returns
    -------
    dict
        ``rows``: layer to code to geometry (WKB) or, for buildings, zone; ``now``: hashes of
        what they became, to tell whether something changed since.
    """
    rows: dict[str, dict] = {}
    now: dict[str, dict] = {}
    for name in ("districts", "zones"):
        if name not in before or name not in done.children:
            continue
        key = _KEYS[name]
        new = dict(zip(done.children[name][key], done.children[name].geometry, strict=True))
        mine = before[name][before[name][key].isin(_window(before[name], done))]
        changed = {
            str(c): (g, new.get(c))
            for c, g in zip(mine[key], mine.geometry, strict=True)
            if c not in new or not shapely.equals_exact(g, new[c])
        }
        rows[name] = {c: shapely.to_wkb(g, hex=True) for c, (g, _) in changed.items()}
        now[name] = {c: geometry_hash(n) if n else None for c, (_, n) in changed.items()}
    if "buildings" in before:
        ids = set(done.moved["building_id"])
        mine = before["buildings"][before["buildings"]["building_id"].isin(ids)]
        had = mine["zone_code"].astype("object").where(mine["zone_code"].notna(), None)
        rows["buildings"] = dict(zip(mine["building_id"], had, strict=True))
    return {"rows": rows, "now": now} if any(rows.values()) else {}


def _window(frame: gpd.GeoDataFrame, done: Settled) -> set[str]:
    """Codes of the rows near the ground that was settled."""
    key = _KEYS["zones"] if "zone_code" in frame.columns else _KEYS["districts"]
    tree = shapely.STRtree(frame.geometry.to_numpy())
    near = tree.query(list(done.patches), predicate="dwithin", distance=_WINDOW)[1]
    return set(frame[key].iloc[sorted(set(near))])


def store(
    project: ProjectFolder,
    areas: gpd.GeoDataFrame,
    children: Mapping[str, gpd.GeoDataFrame],
    buildings: gpd.GeoDataFrame | None,
) -> None:
    """Write areas, districts, zones, buildings and disputes into zoning.gpkg, all or none."""
    layers: dict[str, pd.DataFrame] = {}
    if project.has("areas"):
        layers["areas"] = conform(areas, LAYERS["areas"])
    for name in ("districts", "zones"):
        if name in children and project.has(name):
            layers[name] = conform(children[name], LAYERS[name], extra=True)
    if buildings is not None and project.has("buildings"):
        layers["buildings"] = conform(buildings, LAYERS["buildings"], extra=True)
    write_disputes(project, layers)


def write_disputes(
    project: ProjectFolder, layers: Mapping[str, pd.DataFrame] | None = None
) -> None:
    """Write the layer ``disputes``, and others, into a zoning.gpkg that is there already."""
    if project.zoning_gpkg.exists():
        every = {**(layers or {}), "disputes": disputes_layer(project)}
        replace_layers(project.zoning_gpkg, every, kinds={"disputes": "MultiPolygon"})


def put_back(project: ProjectFolder, saved: Sequence[Mapping], areas: gpd.GeoDataFrame) -> tuple:
    """Put the rows of derived layers back to what they were before settlements.

    Parameters
    ----------
    saved : sequence of mapping
        From `saved_rows`, by way of the journal.
    areas : GeoDataFrame
        The areas in force now.

    Returns
    -------
    tuple of str
        A note where rows changed since and a new run has to follow.
    """
    layers = project.layers(*_KEYS)
    notes: list[str] = []
    for entry in saved[::-1]:
        for name in ("districts", "zones"):
            layers, stale = _restored(layers, name, entry)
            if stale:
                notes.append(f"{name} changed since it was settled; run again: zoning run")
        zones = entry.get("rows", {}).get("buildings", {})
        if zones and "buildings" in layers:
            frame = layers["buildings"].copy()
            mine = frame["building_id"].isin(zones)
            frame.loc[mine, "zone_code"] = frame.loc[mine, "building_id"].map(zones)
            layers["buildings"] = frame
    below: dict[str, gpd.GeoDataFrame] = {
        n: layers[n] for n in ("districts", "zones") if n in layers
    }
    store(project, areas, below, layers.get("buildings"))
    return tuple(dict.fromkeys(notes))


def _restored(layers: dict, name: str, entry: Mapping) -> tuple[dict, bool]:
    rows = entry.get("rows", {}).get(name, {})
    if not rows or name not in layers:
        return layers, False
    frame, key = layers[name], _KEYS[name]
    now = entry["now"][name]
    shapes = dict(zip(frame[key], frame.geometry, strict=True))
    same = all((geometry_hash(shapes[c]) if c in shapes else None) == now.get(c) for c in rows)
    if not same or set(rows) - set(shapes):
        return layers, True
    old = {c: shapely.from_wkb(w) for c, w in rows.items()}
    geometry = [old.get(c, g) for c, g in shapes.items()]
    made = frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=frame.crs))
    return {**layers, name: made}, False
