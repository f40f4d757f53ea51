"""What every method would give either side, before anybody decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import geopandas as gpd
import pandas as pd
import shapely

from zoning.boundaries.compare.compare import Disputes
from zoning.boundaries.settle.settle_borders import AUTOMATIC, Settled, settle
from zoning.model.tolerances import tolerance

__all__ = ["propose"]

_TOUCHES = tolerance("touches_patch")


def propose(
    a: gpd.GeoDataFrame,
    b: gpd.GeoDataFrame,
    disputes: Disputes | gpd.GeoDataFrame,
    *,
    ids: Iterable[str] | None = None,
    methods: Iterable[str] = AUTOMATIC,
    children: Mapping[str, gpd.GeoDataFrame] | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    line=None,
    statutory=None,
) -> gpd.GeoDataFrame:
    """What each side gains and loses by each method, one row a dispute and method.

    Parameters
    ----------
    methods : iterable of str
        Methods to compare, see `settle`; ``line`` is added where a line is given.
    statutory : geometry, optional
        A surveyed line that goes before any claim: where it divides a dispute it is the first
        row, and the only one that is ``binding``.

    Other parameters are those of `settle`.

    Returns
    -------
    GeoDataFrame
        Geometry: the line that would be agreed, side A on its left. Columns of the ledger of
        `Settled` and ``available``, ``reason`` (why a method is not, or what is done in its
        stead), ``problems``,
        ``binding``. Sorted by dispute, methods in the order given.

    Raises
    ------
    MisfitError
        The sides' children do not fit their outlines.
    """
    frame = disputes.frame if isinstance(disputes, Disputes) else disputes
    if ids is None:
        ids = frame.loc[frame["status"] != "noise", "dispute_id"]
    ids = sorted(str(i) for i in ids)
    options = {"children": children, "buildings": buildings, "barriers": barriers}
    tables = []
    if statutory is not None:
        tables.append(_tried(a, b, disputes, ids, "line", {**options, "line": statutory}, True))
    chosen = [*methods, *(["line"] if line is not None else [])]
    for method in chosen:
        own = {**options, "line": line} if method == "line" else options
        tables.append(_tried(a, b, disputes, ids, method, own, False))
    table = pd.concat([t for t in tables if len(t)], ignore_index=True)
    table["binding"] = table["binding"] & table["available"]
    # A statutory line that does not divide a dispute says nothing about it.
    table = table[(table["method"] != "statutory") | table["available"]]
    rank = {m: i for i, m in enumerate(dict.fromkeys(["statutory", *chosen]))}
    order = pd.DataFrame({"id": table["dispute_id"], "rank": table["method"].map(rank)})
    table = table.loc[order.sort_values(["id", "rank"], kind="stable").index]
    return gpd.GeoDataFrame(table.reset_index(drop=True), geometry="geometry", crs=frame.crs)


def _tried(a, b, disputes, ids, method: str, options: Mapping, statutory: bool) -> pd.DataFrame:
    """One method for all disputes at once; the midline stands in where it cannot be used."""
    result = settle(a, b, disputes, method=method, ids=ids, or_else="midline", **options)
    table = result.ledger.copy()
    table["available"] = (result.lines["method"] == method).to_numpy()
    table["geometry"] = result.lines.geometry.where(table["available"].to_numpy()).to_numpy()
    table["problems"] = [_problems(result, patch) for patch in result.patches]
    numbers = table.columns.difference(["dispute_id", "kind", "available", "reason", "geometry"])
    for column in numbers:
        whole = "Int64" if pd.api.types.is_integer_dtype(table[column]) else table[column].dtype
        table[column] = table[column].astype(whole).where(table["available"])
    table["problems"] = table["problems"].fillna("")
    name = "statutory" if statutory else method
    return table.assign(method=name, binding=statutory)


def _problems(result: Settled, patch) -> str:
    """Problems of a whole settlement that concern one dispute."""
    here = [
        p.message
        for p in result.blocking
        if p.ground is None or shapely.dwithin(p.ground, patch, _TOUCHES)
    ]
    return "; ".join(here)
