"""Which records of several sources are the same building.

The rule, in words. Records are taken polygons first, the better source first. Inside one
source a record is a copy of another where the two outlines agree (intersection over union at
least `Matching.copy`), and a part of another where it lies inside it (`Matching.part`).
Between sources a record is the same building where those already taken cover at least
`Matching.cover` of its footprint, or where its centre lies within `Matching.centre_m` of one
of about its size that it touches; a point belongs to the polygon within `Matching.point_m`.
Everything else is a building of its own, also a neighbour that shares a wall.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.model.tolerances import by_name, tolerance

__all__ = ["Matching", "match_records", "no_pairs"]

_LEAST_SHARE = tolerance("least_share")
_SAME = by_name("same_building")
_NOTHING = np.zeros(0, dtype="int64")


@dataclass(frozen=True)
class Matching:
    """When two records are one building; shares of area, distances in metres."""

    copy: float = _SAME["copy"]
    part: float = _SAME["part"]
    cover: float = _SAME["cover"]
    centre_m: float = _SAME["centre_m"]
    alike: float = _SAME["alike"]
    point_m: float = _SAME["point_m"]


def match_records(
    records: gpd.GeoDataFrame, rank: np.ndarray, rule: Matching
) -> tuple[np.ndarray, pd.DataFrame]:
    """The records to keep, and where each of the others went.

    Parameters
    ----------
    records : GeoDataFrame
        Valid polygons and points, projected CRS, sorted by rank and id, index 0..n-1.
    rank : array of int
        Rank of each record's source, 0 the best.
    rule : Matching
        The thresholds.

    Returns
    -------
    kept : array of bool
        One a record.
    pairs : DataFrame
        ``record``, ``kept`` (row numbers), ``overlap_m2``, ``share`` (of the record's
        footprint) and ``why`` (copy, part, covered, shifted, point); a record that covers
        several kept ones has one row for each, the largest overlap first.
    """
    shapes = records.geometry.to_numpy()
    flat = shapely.get_dimensions(shapes) == 2
    area = shapely.area(shapes)
    kept = np.zeros(len(records), dtype=bool)
    pairs: list[pd.DataFrame] = []
    for polygons in (True, False):
        for level in np.unique(rank[flat == polygons]):
            batch = np.flatnonzero((flat == polygons) & (rank == level))
            own = (
                _inside_source(shapes, area, batch, rule)
                if polygons
                else _same_points(shapes, batch)
            )
            rest = np.setdiff1d(batch, own["record"])
            old = np.flatnonzero(kept)
            if polygons:
                found = _between_polygons(shapes, area, rest, old, rule)
            else:
                found = _points_to(shapes, rest, old, rule)
            kept[np.setdiff1d(rest, found["record"])] = True
            pairs += [_follow(own, found, kept), found]
    table = pd.concat(pairs, ignore_index=True) if pairs else _pairs()
    table = table.sort_values(
        ["record", "overlap_m2", "kept"], ascending=[True, False, True], kind="stable"
    )
    return kept, table.reset_index(drop=True)


def no_pairs() -> pd.DataFrame:
    """The table of `match_records` where nothing was merged."""
    return _pairs()


def _pairs(record=_NOTHING, kept=_NOTHING, overlap=0.0, share=1.0, why="") -> pd.DataFrame:
    return pd.DataFrame(
        {"record": record, "kept": kept, "overlap_m2": overlap, "share": share, "why": why}
    )


def _follow(own: pd.DataFrame, found: pd.DataFrame, kept: np.ndarray) -> pd.DataFrame:
    """Copies of a record that itself went into another source's building go there too."""
    target = found.drop_duplicates("record").set_index("record")["kept"]
    lost = ~kept[own["kept"].to_numpy(dtype="int64")]
    own = own.copy()
    own.loc[lost, "kept"] = target.reindex(own.loc[lost, "kept"]).to_numpy()
    return own


def _overlaps(shapes, area, left, right, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs (left, right) of polygons that overlap, with the shared area in m2.

    Pairs that cannot share the part `least` of the smaller footprint are passed over.
    """
    if not len(left) or not len(right):
        return _NOTHING, _NOTHING, np.zeros(0)
    i, j = shapely.STRtree(shapes[right]).query(shapes[left])
    i, j = left[i], right[j]
    box_i, box_j = shapely.bounds(shapes[i]), shapely.bounds(shapes[j])
    side = np.minimum(box_i[:, 2:], box_j[:, 2:]) - np.maximum(box_i[:, :2], box_j[:, :2])
    most = np.where((side > 0).all(axis=1), side.prod(axis=1), 0.0)
    near = (i != j) & (most > least * np.minimum(area[i], area[j]))
    i, j, box_i, box_j = i[near], j[near], box_i[near], box_j[near]
    shared = np.empty(len(i))
    same = (box_i == box_j).all(axis=1) & (area[i] == area[j])
    shared[same] = area[i[same]]
    shared[~same] = _shared_area(shapes[i[~same]], shapes[j[~same]])
    return i, j, shared


def _shared_area(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Area of each intersection; GEOS lets two threads work at once."""
    if len(a) < 5_000:
        return shapely.area(shapely.intersection(a, b))
    parts = np.array_split(np.arange(len(a)), 8)
    with ThreadPoolExecutor(2) as pool:
        areas = pool.map(lambda p: shapely.area(shapely.intersection(a[p], b[p])), parts)
        return np.concatenate(list(areas))


def _inside_source(shapes, area, batch, rule: Matching) -> pd.DataFrame:
    """Copies and parts among the polygons of one source."""
    i, j, shared = _overlaps(shapes, area, batch, batch, min(rule.copy, rule.part))
    union = area[i] + area[j] - shared
    copy = shared >= rule.copy * union
    part = shared >= rule.part * area[i]
    # A record yields to a larger one, of two equal ones to the one whose id sorts first.
    yields = (copy & ((area[i] < area[j]) | ((area[i] == area[j]) & (i > j)))) | (
        part & ~copy & (area[i] < area[j])
    )
    found = _pairs(
        i[yields],
        j[yields],
        shared[yields],
        shared[yields] / area[i[yields]],
        np.where(copy[yields], "copy", "part"),
    )
    found = found.sort_values(["record", "overlap_m2", "kept"], ascending=[True, False, True])
    return _roots(found.drop_duplicates("record"))


def _roots(found: pd.DataFrame) -> pd.DataFrame:
    """Chains (a in b, b in c) followed to their end."""
    found = found.copy()
    target = found.set_index("record")["kept"]
    for _ in range(len(found)):
        further = target.reindex(found["kept"]).to_numpy(dtype="float64")
        move = np.isfinite(further)
        if not move.any():
            break
        found.loc[move, "kept"] = further[move].astype("int64")
    return found


def _between_polygons(shapes, area, rest, old, rule: Matching) -> pd.DataFrame:
    """Polygons of a source that are buildings already taken from better ones."""
    i, j, shared = _overlaps(shapes, area, rest, old, _LEAST_SHARE)
    covered = np.bincount(i, shared, len(shapes))[i] >= rule.cover * area[i]
    shifted = ~covered & _shifted(shapes, area, i, j, shared, rule)
    table = _pairs(i, j, shared, shared / area[i], np.where(covered, "covered", "shifted"))
    table["most"] = shared >= rule.cover * area[j]
    table = table[covered | shifted]
    table = table.sort_values(["record", "overlap_m2", "kept"], ascending=[True, False, True])
    first = ~table["record"].duplicated()
    return table[first | (table["most"] & (table["why"] == "covered"))].drop(columns="most")


def _shifted(shapes, area, i, j, shared, rule: Matching) -> np.ndarray:
    """Pairs of like size with centres close together, each the other's nearest."""
    size = np.minimum(area[i], area[j]) / np.maximum(area[i], area[j])
    gap = shapely.distance(shapely.centroid(shapes[i]), shapely.centroid(shapes[j]))
    close = (gap <= rule.centre_m) & (size >= rule.alike) & (shared > 0)
    least_i, least_j = np.full(len(shapes), np.inf), np.full(len(shapes), np.inf)
    np.minimum.at(least_i, i, gap)
    np.minimum.at(least_j, j, gap)
    return close & (gap == least_i[i]) & (gap == least_j[j])


def _same_points(shapes, batch) -> pd.DataFrame:
    """Points of one source at the very same place."""
    xy = np.round(shapely.get_coordinates(shapes[batch]), 3)
    first = pd.DataFrame(xy).groupby([0, 1])[0].transform("size") > 1
    if not first.any():
        return _pairs()
    _, where, back = np.unique(xy, axis=0, return_index=True, return_inverse=True)
    root = where[back.ravel()]
    copy = root != np.arange(len(batch))
    return _pairs(batch[copy], batch[root[copy]], why="copy")


def _points_to(shapes, rest, old, rule: Matching) -> pd.DataFrame:
    """Points of a source that stand in, or almost in, a building already taken."""
    if not len(rest) or not len(old):
        return _pairs()
    near, gap = shapely.STRtree(shapes[old]).query_nearest(
        shapes[rest], max_distance=rule.point_m, return_distance=True, all_matches=True
    )
    table = _pairs(rest[near[0]], old[near[1]], why="point").assign(gap=gap)
    table = table.sort_values(["record", "gap", "kept"]).drop_duplicates("record")
    return table.drop(columns="gap")
