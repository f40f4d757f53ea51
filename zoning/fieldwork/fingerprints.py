"""What a zone and its printed page show, as short hashes: what differs has changed."""

from __future__ import annotations

import hashlib

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

__all__ = ["fingerprints", "page_fingerprints", "short_hash"]


def fingerprints(zones: gpd.GeoDataFrame) -> pd.Series:
    """A short hash of each zone's shape, kind and part; index: ``zone_code``."""
    geometry = np.asarray(zones.geometry.array)
    centre = shapely.centroid(geometry)
    # Area, outline and centre to the centimetre: a node that a neighbour's line puts on a
    # border changes no map, and must change no fingerprint.
    measures = np.column_stack(
        [
            shapely.area(geometry),
            shapely.length(geometry),
            shapely.get_x(centre),
            shapely.get_y(centre),
        ]
    ).round(2)
    tail = zones["kind"].fillna("") + "|" + zones["part"].fillna("")
    prints = [
        short_hash(f"{list(m)}|{t}".encode()) for m, t in zip(measures.tolist(), tail, strict=True)
    ]
    return pd.Series(prints, index=pd.Index(zones["zone_code"], name="zone_code"), dtype="str")


def page_fingerprints(zones: gpd.GeoDataFrame, buildings: pd.DataFrame) -> pd.Series:
    """A short hash of what a zone's page shows: its shape, its buildings, their numbers."""
    shapes = fingerprints(zones)
    listed = _listed(buildings)
    return pd.Series(
        [
            short_hash(f"{shape}|{listed.get(code, '')}".encode())
            for code, shape in zip(shapes.index.tolist(), shapes.tolist(), strict=True)
        ],
        index=shapes.index,
        dtype="str",
    )


def _listed(buildings: pd.DataFrame) -> dict[str, str]:
    """Zone code to its buildings and their numbers as text, by number and then by name."""
    inside = buildings[buildings["zone_code"].notna().to_numpy()]
    zone, codes = pd.factorize(inside["zone_code"].to_numpy(dtype=object))
    number = inside["number"].to_numpy(dtype=float, na_value=np.inf)
    names = inside["building_id"].to_numpy(dtype=object)
    order = np.lexsort((number, zone))
    a, b = order[1:], order[:-1]
    if ((zone[a] == zone[b]) & (number[a] == number[b])).any():
        order = np.lexsort((pd.factorize(names, sort=True)[0], number, zone))
    told = ["" if np.isinf(n) else str(int(n)) for n in number[order].tolist()]
    text = [f"{name}={n}" for name, n in zip(names[order].tolist(), told, strict=True)]
    ends = np.cumsum(np.bincount(zone, minlength=len(codes))).tolist()
    return {
        str(code): ";".join(text[low:high])
        for code, low, high in zip(codes.tolist(), [0, *ends], ends)
    }


def short_hash(content: bytes) -> str:
    """Sixteen hexadecimal digits of a content."""
    return hashlib.blake2b(content, digest_size=8).hexdigest()
