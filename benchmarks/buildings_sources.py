"""Three deliveries of the same buildings with a known truth, to measure the register by.

The truth is the synthetic county with a part of its buildings cut into terraces, true
neighbours that share a wall, and with sheds of three metres beside some houses. ``cadastre``
has most of them as they are; ``satellite`` draws them up to 2 m aside, sometimes a terrace as
one outline and a large house as two; ``addresses`` is a point in each.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

__all__ = ["deliveries", "judge_merging", "terraces"]

ORDER = ("cadastre", "satellite", "addresses")


def terraces(buildings: gpd.GeoDataFrame, share: float, rng) -> gpd.GeoDataFrame:
    """Buildings with a share of them cut into two or three units along their longer side.

    ``row`` names the building that a unit was cut from; sheds come last.
    """
    shapes = buildings.geometry.to_numpy()
    frame = shapely.get_coordinates(shapely.oriented_envelope(shapes), return_index=True)
    corners = frame[0][np.searchsorted(frame[1], np.arange(len(shapes)))[:, None] + np.arange(4)]
    long_ = np.hypot(*(corners[:, 1] - corners[:, 0]).T) > np.hypot(
        *(corners[:, 2] - corners[:, 1]).T
    )
    a, b = corners[:, 0], np.where(long_[:, None], corners[:, 1], corners[:, 3])
    c, d = np.where(long_[:, None], corners[:, 3], corners[:, 1]), corners[:, 2]
    side = np.hypot(*(b - a).T)
    cut = (rng.random(len(shapes)) < share) & (side > 10)
    units = np.where(cut, np.where(side > 18, 3, 2), 1)
    row = np.repeat(np.arange(len(shapes)), units)
    first = np.concatenate([[0], np.cumsum(units)[:-1]])
    k = np.arange(len(row)) - first[row]
    low, high = (k / units[row])[:, None], ((k + 1) / units[row])[:, None]
    ring = np.stack(
        [
            a[row] + low * (b - a)[row],
            a[row] + high * (b - a)[row],
            c[row] + high * (d - c)[row],
            c[row] + low * (d - c)[row],
        ],
        axis=1,
    )
    whole = units[row] == 1
    shape = np.where(whole, shapes[row], shapely.polygons(ring))
    shed = _sheds(shapes, rng)
    units_of = np.concatenate([units[row], np.ones(len(shed), dtype=int)])
    row = np.concatenate([row, len(shapes) + np.arange(len(shed))])
    return gpd.GeoDataFrame(
        {"truth": np.arange(len(row)), "row": row, "units": units_of},
        geometry=np.concatenate([shape, shed]),
        crs=buildings.crs,
    )


def _sheds(shapes: np.ndarray, rng, share: float = 0.1) -> np.ndarray:
    """Small sheds a step away from some houses, where there is room."""
    beside = shapes[rng.random(len(shapes)) < share]
    box = shapely.bounds(beside)
    side = rng.uniform(2.5, 4.5, len(box))
    x, y = box[:, 2] + rng.uniform(0.5, 3.0, len(box)), box[:, 1] + rng.uniform(0, 4, len(box))
    sheds = shapely.box(x, y, x + side, y + side)
    taken = np.unique(shapely.STRtree(shapes).query(sheds, predicate="intersects")[0])
    sheds = np.delete(sheds, taken)
    i, j = shapely.STRtree(sheds).query(sheds, predicate="intersects")
    return np.delete(sheds, np.unique(i[i > j]))


def deliveries(truth: gpd.GeoDataFrame, rng, *, shift_m: float = 2.0) -> gpd.GeoDataFrame:
    """The records of three sources, in layer ``buildings`` plus ``first`` and ``last`` truth."""
    rows = truth["row"].to_numpy()
    n_rows = rows.max() + 1
    in_cadastre = rng.random(n_rows) < 0.8
    in_satellite = (rng.random(n_rows) < 0.7) | ~in_cadastre
    cadastre = truth[in_cadastre[rows]]
    merged = rng.random(n_rows) < 0.5
    seen = truth[in_satellite[rows]]
    single = seen[~(merged[seen["row"]] & (seen["units"] > 1))]
    blocks = _as_one(seen[merged[seen["row"]] & (seen["units"] > 1)])
    halves, whole = _in_two(single, rng)
    satellite = pd.concat([_span(whole), _span(halves), blocks], ignore_index=True)
    angle = rng.random(len(satellite)) * 2 * np.pi
    far = rng.random(len(satellite)) * shift_m
    # A third of the outlines are exact copies of the cadastre's.
    far[rng.random(len(satellite)) < 1 / 3] = 0.0
    move = np.column_stack([far * np.cos(angle), far * np.sin(angle)])
    satellite["geometry"] = _moved(satellite.geometry.to_numpy(), move)
    addresses = _span(truth[rng.random(len(truth)) < 0.3])
    addresses["geometry"] = shapely.point_on_surface(addresses.geometry.to_numpy())
    parts = []
    for name, frame in zip(ORDER, (_span(cadastre), satellite, addresses), strict=True):
        frame = frame.assign(
            source=name, source_id=[f"{name[0]}{i:07d}" for i in range(len(frame))]
        )
        parts.append(frame)
    records = pd.concat(parts, ignore_index=True)
    records["building_id"] = records["source_id"]
    return gpd.GeoDataFrame(records, geometry="geometry", crs=truth.crs)


def _span(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    out = frame[["geometry"]].copy()
    out["first"] = out["last"] = frame["truth"].to_numpy()
    return out


def _as_one(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    out = frame.dissolve("row", aggfunc={"truth": ["min", "max"]}, method="coverage")
    out.columns = ["geometry", "first", "last"]
    return out.set_geometry("geometry").reset_index(drop=True)


def _in_two(frame: gpd.GeoDataFrame, rng) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """A twentieth of the houses drawn as two outlines, and the others."""
    cut = (rng.random(len(frame)) < 0.05) & (frame["units"] == 1).to_numpy()
    box = frame[cut].bounds.to_numpy()
    middle = (box[:, 0] + box[:, 2]) / 2
    left = shapely.box(box[:, 0] - 1, box[:, 1] - 1, middle, box[:, 3] + 1)
    right = shapely.box(middle, box[:, 1] - 1, box[:, 2] + 1, box[:, 3] + 1)
    both = []
    for half in (left, right):
        part = frame[cut].copy()
        part["geometry"] = shapely.intersection(part.geometry.to_numpy(), half)
        both.append(part)
    return pd.concat(both), frame[~cut]


def _moved(shapes: np.ndarray, move: np.ndarray) -> np.ndarray:
    xy, owner = shapely.get_coordinates(shapes, return_index=True)
    return shapely.set_coordinates(shapes.copy(), xy + move[owner])


def judge_merging(records: gpd.GeoDataFrame, made) -> tuple[float, float]:
    """Precision and recall of the merging.

    A record should be merged where every building that it shows is shown by a better source.
    It is merged rightly where it went into a record that shows one of the same buildings.
    """
    rank = records["source"].map({s: i for i, s in enumerate(ORDER)}).to_numpy()
    first, last = records["first"].to_numpy(), records["last"].to_numpy()
    n = last.max() + 1
    best = np.full(n, len(ORDER))
    for step in range(3):
        spans = last - first >= step
        np.minimum.at(best, first[spans] + step, rank[spans])
    better = np.ones(len(records), dtype=bool)
    for step in range(3):
        inside = first + step <= last
        better &= ~inside | (best[np.minimum(first + step, n - 1)] < rank)
    place = {key: i for i, key in enumerate(records["source_id"])}
    kept_by = dict(zip(made.buildings["building_id"], made.buildings["source_id"], strict=True))
    went = made.merged["source_id"].map(place).to_numpy()
    into = made.merged["building_id"].map(kept_by).map(place).to_numpy()
    right = (first[went] <= last[into]) & (first[into] <= last[went])
    # The second piece of a house that only the satellite has may be a record of its own.
    return float(right.mean()), float((right & better[went]).sum() / better.sum())
