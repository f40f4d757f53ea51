"""Findings counted in buildings, households and people."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely

from zoning.validate.core.batch import Batch
from zoning.validate.core.context import Context, inner_points, zone_by_place

__all__ = ["count_people", "count_together"]

_COUNTED = ("n_buildings", "households", "persons")


def count_people(context: Context, found: Batch) -> Batch:
    """The findings with buildings, households and people filled in where they were left out.

    A finding about buildings counts those it names. One with an area of its own (a patch)
    counts the buildings whose inner point lies in it. Any other finding about zones counts
    the buildings of the zones named. Where no building layer was given, zones are counted by
    their own columns.
    """
    open_ = np.isnan(found.n_buildings)
    named = open_ & (found.layer == "buildings")
    patches = open_ & ~named & ~np.isnan(found.area_m2)
    zones = open_ & ~named & ~patches & np.isin(found.layer, ("zones", "districts"))
    if context.has("buildings"):
        found = _filled(context, found, named, _count_named)
        found = _filled(context, found, patches, _count_inside)
    if context.has("zones"):
        found = _filled(context, found, zones, _count_zones)
    return found


def _filled(context: Context, found: Batch, wanted: np.ndarray, count) -> Batch:
    rows = np.flatnonzero(wanted)
    return found.counted(rows, count(context, found, rows)) if len(rows) else found


def count_together(context: Context, frame: pd.DataFrame, ids: Sequence[Sequence[str]]):
    """Buildings, households and people of several findings, each counted once.

    Parameters
    ----------
    context : Context
        Of the check that made the findings.
    frame : DataFrame
        Rows of the layer ``findings``.
    ids : sequence of sequence of str
        Their feature ids.

    Returns
    -------
    tuple of float
        NaN for what nobody counted. A building that is named itself and stands in a zone that
        is named, or in two of them, counts once; patches do not meet each other and are added.
    """
    patch = frame["area_m2"].notna().to_numpy() & (frame["layer"] != "buildings").to_numpy()
    table = frame.loc[patch, list(_COUNTED)].astype("float64")
    total = table.sum(min_count=1).to_numpy(na_value=np.nan)
    named = {
        "buildings": _names(ids, ~patch & (frame["layer"] == "buildings").to_numpy()),
        "zones": _names(ids, ~patch & frame["layer"].isin(("zones", "districts")).to_numpy()),
    }
    if not any(named.values()):
        return total
    if not context.has("buildings"):
        rest = _sum([named["zones"]], *_each_zone(context))[0]
        return np.where(np.isnan(total), rest, total + np.nan_to_num(rest))
    hit = pd.Index(context.labels("buildings")).isin(named["buildings"])
    if named["zones"] and context.has("zones"):
        hit |= pd.Index(context.once("stands", lambda: _stands(context))).isin(named["zones"])
    return np.nan_to_num(total) + _weights(context["buildings"])[hit].sum(axis=0)


def _names(ids: Sequence[Sequence[str]], rows: np.ndarray) -> list[str]:
    return sorted({name for i in np.flatnonzero(rows).tolist() for name in ids[i]})


def _stands(context: Context) -> np.ndarray:
    """Label of the zone of each building, as its column says or else by its place."""
    codes = context["buildings"]["zone_code"]
    stands = codes if codes.notna().any() else context.shared(zone_by_place)
    return stands.to_numpy()


def _weights(frame: pd.DataFrame) -> np.ndarray:
    """One row a building: 1, households, persons; a column that nobody filled is NaN."""
    columns = [np.ones(len(frame))]
    for unit in ("households", "persons"):
        values = frame[unit].astype("float64").to_numpy(na_value=np.nan)
        columns.append(values if np.isnan(values).all() else np.nan_to_num(values))
    return np.column_stack(columns)


def _count_named(context: Context, found: Batch, rows: np.ndarray) -> np.ndarray:
    weights = _weights(context["buildings"])
    row = pd.Series(np.arange(len(weights)), index=context.labels("buildings"))
    row = row[~row.index.duplicated()]
    return _sum([found.ids[i] for i in rows.tolist()], row, weights)


def _sum(ids: Sequence[Sequence[str]], row: pd.Series, weights: np.ndarray) -> np.ndarray:
    """Weights summed over the rows that each list of ids names."""
    which = np.repeat(np.arange(len(ids)), [len(i) for i in ids])
    at = row.reindex([name for names in ids for name in names]).to_numpy(dtype="float64")
    known = ~np.isnan(at)
    which, at = which[known], at[known].astype(int)
    return np.column_stack(
        [np.bincount(which, weights[at, c], minlength=len(ids)) for c in range(weights.shape[1])]
    )


def _count_inside(context: Context, found: Batch, rows: np.ndarray) -> np.ndarray:
    weights = _weights(context["buildings"])
    points = context.shared(inner_points)
    patches = found.geometry[rows]
    shapely.prepare(patches)
    patch, building = shapely.STRtree(points).query(patches, predicate="intersects")
    return np.column_stack(
        [np.bincount(patch, weights[building, c], minlength=len(rows)) for c in range(3)]
    )


def _count_zones(context: Context, found: Batch, rows: np.ndarray) -> np.ndarray:
    row, each = _each_zone(context)
    return _sum([found.ids[i] for i in rows.tolist()], row, each)


def _each_zone(context: Context) -> tuple[pd.Series, np.ndarray]:
    """Row of every zone by its name; buildings, households and people of every row."""
    zones = context["zones"]
    labels = pd.Index(context.labels("zones"))
    if context.has("buildings"):
        weights = _weights(context["buildings"])
        stands = context.once("stands", lambda: _stands(context))
        totals = pd.DataFrame(weights).groupby(stands).sum(min_count=1)
        each = totals.reindex(labels).fillna(0.0).to_numpy(copy=True)
        each[:, np.isnan(weights).all(axis=0)] = np.nan
    else:
        units = zones[["n_buildings", "households", "persons"]].astype("float64")
        each = units.to_numpy(na_value=np.nan)
    row = pd.Series(np.arange(len(zones)), index=labels)
    return row[~row.index.duplicated()], each
