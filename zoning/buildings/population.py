"""People on buildings where the layer has none.

The figure of an area is spread over its homes by floor area times the share that people
live in (`zoning.model.uses`), as whole numbers that add up exactly: largest remainders,
ties by ``building_id``. This is dasymetric mapping in its binary form with a weight by use
(Mennis 2009, *Geography Compass* 3 (2)); apportioning follows Hamilton's method.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.buildings.places import place, points_of
from zoning.errors import LayerError, name_some
from zoning.model.schema import LEVELS
from zoning.model.tolerances import tolerance
from zoning.model.uses import map_uses, use_weight

__all__ = ["apportion", "home_weights", "spread_people"]

SMALLEST_HOME_M2 = tolerance("smallest_home")
POINT_HOME_M2 = tolerance("point_home")
_ROUNDING = tolerance("rounding")
_UNITS = ("persons", "households", "dwellings")
_TOTALS = {"persons": ("population", "persons")}


def spread_people(
    buildings: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    *,
    zones: gpd.GeoDataFrame | None = None,
) -> gpd.GeoDataFrame:
    """Buildings with persons (households, dwellings) that add up to each area's figure.

    Parameters
    ----------
    buildings : GeoDataFrame
        Polygons or points, projected CRS, with ``building_id``; ``use``, ``floors``,
        ``persons``, ``households``, ``dwellings``, ``persons_source`` where known. Figures
        that are given stay; ``persons`` marked ``estimated`` are estimated anew.
        ``people_weight``, as from `with_grid`, takes the place of floor area.
    areas : GeoDataFrame
        Polygons in the same CRS with ``area_code``, ``level`` and ``population``
        (``households``, ``dwellings`` where known). The lowest level that knows a figure
        leads; what a higher level counts on top goes to buildings that got nothing below.
    zones : GeoDataFrame, optional
        Zones with ``zone_code`` and totals; they lead over areas.

    Returns
    -------
    GeoDataFrame
        Same rows and index. ``persons``, ``households`` and ``dwellings`` are ``Int64``,
        ``persons_source`` is ``given``, ``survey`` or ``estimated``, then ``figures`` names
        the method (``floor_area``, ``homes``, ``grid``); a building in no area
        with a figure keeps null. ``attrs["notes"]`` lists, as text, what did not fit:
        areas with people and no building, areas whose given figures exceed the total.

    Raises
    ------
    LayerError
        ``building_id`` is missing or repeated.
    CRSError
        The layers are not in the same CRS.
    """
    if "building_id" not in buildings.columns:
        raise LayerError("layer buildings: no column building_id; register the buildings first")
    if buildings["building_id"].duplicated().any():
        twice = buildings["building_id"][buildings["building_id"].duplicated()]
        raise LayerError(f"layer buildings: building_id {name_some(twice)} stands more than once")
    out = buildings.copy()
    # Sums of floats depend on their order, hence one fixed order for all arithmetic.
    order = np.argsort(out["building_id"].astype("str").to_numpy(dtype="U"), kind="stable")
    weights, method = _weights(out)
    layers = [pair for pair in _layers(areas, zones) if _has_figures(*pair)]
    points = points_of(out)
    places = [place(out, *pair, points=points).to_numpy(dtype=object) for pair in layers]
    notes: list[str] = []
    for unit in _UNITS:
        have = _given(out, unit)
        given = have.notna().to_numpy()
        for (layer, key), codes in zip(layers, places, strict=True):
            total = _totals(layer, key, unit)
            if len(total):
                have = _fill(have, codes, total, weights, order, notes, unit)
        out[unit] = have
        if unit == "persons":
            out["persons_source"] = _source(out, given)
            out["figures"] = _with_method(out, method)
    out.attrs = {**buildings.attrs, "notes": notes}
    return out


def _weights(buildings: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Weights, and the name of the method for each: a grid's where the layer carries one."""
    floor = home_weights(buildings)
    method = np.full(len(buildings), "floor_area", dtype=object)
    for unit in ("households", "dwellings"):
        if unit in buildings.columns:
            method[buildings[unit].notna().to_numpy()] = "homes"
    if "people_weight" not in buildings.columns:
        return floor, method
    grid = pd.to_numeric(buildings["people_weight"]).astype("float64").to_numpy()
    # A building that came later counts as much for its floor area as the others do.
    seen = np.isfinite(grid)
    whole = np.sort(floor[seen]).sum()
    rate = np.sort(grid[seen]).sum() / whole if whole > 0 else 1.0
    return np.where(seen, grid, floor * rate), np.where(seen, "grid", method)


def _with_method(frame: pd.DataFrame, method: np.ndarray) -> pd.Series:
    """Column ``figures`` with the method of estimated persons, once."""
    old = frame["figures"] if "figures" in frame.columns else pd.Series(None, index=frame.index)
    text = old.astype("object").where(old.notna(), "").astype("str")
    estimated = frame["persons_source"].eq("estimated").fillna(False).astype(bool)
    text = text.str.replace(r"(^|;)persons=estimated:\w+", "", regex=True).str.strip(";")
    mark = "persons=estimated:" + pd.Series(method, index=frame.index, dtype="str")
    text = (text + ";" + mark).str.strip(";").where(estimated, text)
    return text.where(text != "")


def _given(frame: pd.DataFrame, unit: str) -> pd.Series:
    if unit not in frame.columns:
        return pd.Series(pd.NA, index=frame.index, dtype="Int64")
    values = pd.to_numeric(frame[unit]).round().astype("Int64")
    if unit == "persons" and "persons_source" in frame.columns:
        values = values.mask(frame["persons_source"].eq("estimated").fillna(False).astype(bool))
    return values


def _source(frame: pd.DataFrame, given: np.ndarray) -> pd.Series:
    known = pd.Series("given", index=frame.index, dtype="str")
    if "persons_source" in frame.columns:
        known = frame["persons_source"].astype("str").where(frame["persons_source"].notna(), known)
    estimated = frame["persons"].notna().to_numpy() & ~given
    source = known.where(given).astype(object)
    source[estimated] = "estimated"
    return source.astype("str").where(source.notna())


def _layers(areas, zones) -> list[tuple[gpd.GeoDataFrame, str]]:
    """Layers of polygons with figures, the finest first."""
    out = []
    if zones is not None and len(zones):
        out.append((zones[zones.geometry.notna()], "zone_code"))
    flat = areas[areas.geometry.geom_type.isin(["Polygon", "MultiPolygon"])]
    if "level" in flat.columns and flat["level"].notna().any():
        rank = flat["level"].map({level: i for i, level in enumerate(LEVELS)}).fillna(-1)
        out.extend((flat[rank == r], "area_code") for r in sorted(rank.unique(), reverse=True))
    else:
        out.append((flat, "area_code"))
    return out


def _has_figures(layer: pd.DataFrame, key: str) -> bool:
    return any(len(_totals(layer, key, unit)) for unit in _UNITS)


def _totals(layer: pd.DataFrame, key: str, unit: str) -> pd.Series:
    for column in _TOTALS.get(unit, (unit,)):
        if column in layer.columns and layer[column].notna().any():
            total = layer.set_index(layer[key].astype("str"))[column].dropna()
            return pd.to_numeric(total).round().astype("int64").sort_index()
    return pd.Series([], dtype="int64")


def home_weights(buildings: gpd.GeoDataFrame) -> np.ndarray:
    """Floor area in m2 that people live in, one float a building.

    Footprint times floors (one where unknown) times the weight of the use. A point counts
    as a building of the layer's median footprint. Where households or dwellings are known
    they take the place of the measured area, each as large as the layer's mean one.
    """
    footprint = shapely.area(buildings.geometry.to_numpy())
    flat = shapely.get_dimensions(buildings.geometry.to_numpy()) == 2
    usual = float(np.median(footprint[flat])) if flat.any() else POINT_HOME_M2
    area = np.where(flat, footprint, usual)
    if "floors" in buildings.columns:
        floors = pd.to_numeric(buildings["floors"]).astype("float64").fillna(1)
        area = area * floors.clip(1).to_numpy()
    if "use" in buildings.columns:
        shed = map_uses(buildings["use"]).eq("unknown").to_numpy() & (area < SMALLEST_HOME_M2)
        area = area * np.where(shed, 0.0, use_weight(buildings["use"]).to_numpy())
    for unit in ("dwellings", "households"):
        if unit in buildings.columns and buildings[unit].notna().any():
            area = _by_count(area, pd.to_numeric(buildings[unit]).astype("float64").to_numpy())
    return area


def _by_count(area: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Floor areas, replaced by a count of homes where that is known."""
    known = np.isfinite(count)
    # Sorted, so that the sums are the same in any order of rows.
    homes, floor = np.sort(count[known]).sum(), np.sort(area[known]).sum()
    if homes <= 0 or floor <= 0:
        return area
    return np.where(known, np.nan_to_num(count) * (floor / homes), area)


def _fill(have, codes, total, weights, order, notes, unit) -> pd.Series:
    """`have` with each area's remainder spread over its buildings without a figure."""
    group = pd.Index(total.index).get_indexer(pd.Index(codes, dtype=object))
    inside = group >= 0
    known = have.notna().to_numpy()
    counted = have.fillna(0).to_numpy(dtype="int64")
    n = len(total)
    rest = total.to_numpy() - np.bincount(group[inside], counted[inside], n).astype("int64")
    open_ = inside & ~known
    n_open = np.bincount(group[open_], minlength=n)
    for i in np.flatnonzero(rest != 0):
        if rest[i] < 0:
            notes.append(f"{total.index[i]}: buildings hold {-rest[i]} {unit} more than its figure")
        elif not n_open[i]:
            what = (
                "no building to put them on"
                if not (inside & (group == i)).any()
                else ("every building has its own figure")
            )
            notes.append(f"{total.index[i]}: {rest[i]} {unit} left over, {what}")
    use = order[open_[order]]
    homes = np.bincount(group[use], weights[use], n)
    # An area without a single home still has its people: every building counts then.
    share = np.where(homes[group[use]] > 0, weights[use], 1.0)
    filled = have.copy()
    filled.iloc[use] = apportion(np.maximum(rest, 0), group[use], share)
    return filled


def apportion(totals: np.ndarray, group: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Whole numbers that add up exactly to each group's total, by largest remainder.

    Parameters
    ----------
    totals : array of int
        One total a group, not negative.
    group : array of int
        Group of each item. Items stand in a fixed order: it breaks ties.
    weights : array of float
        Not negative, one an item; a group's weights must not all be zero.

    Returns
    -------
    array of int64

    Examples
    --------
    >>> apportion(np.array([10]), np.array([0, 0, 0]), np.array([1.0, 1.0, 1.0])).tolist()
    [4, 3, 3]
    """
    if not len(group):
        return np.zeros(0, dtype="int64")
    whole = np.bincount(group, weights, len(totals))
    quota = totals[group] * (weights / whole[group])
    base = np.floor(quota + _ROUNDING).astype("int64")
    left = totals - np.bincount(group, base, len(totals)).astype("int64")
    # Rounded, so that equal buildings tie whatever the last bit says.
    rank_by = np.round(quota - base, 6)
    order = np.lexsort((np.arange(len(group)), -rank_by, weights <= 0, group))
    start = np.searchsorted(group[order], np.arange(len(totals)))
    rank = np.arange(len(group)) - start[group[order]]
    out = base
    out[order] += (rank < left[group[order]]).astype("int64")
    return out
