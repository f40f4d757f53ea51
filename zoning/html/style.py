"""Colours and symbols of web maps, and the classes that figures fall into.

Classes run from light to dark in one direction, so that a map reads the same in grey and
for people who confuse red and green; what lies outside its range carries a pattern too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from zoning.model.tolerances import tolerance

__all__ = [
    "FINDING_STYLES",
    "RAMP",
    "STATUSES",
    "ClassedFigure",
    "by_breaks",
    "by_share",
    "by_status",
    "count_classes",
    "size_classes",
]

_ROUNDING = tolerance("rounding")

#: Light to dark, even steps of lightness (CIE L* about 97, 84, 68, 51, 28).
RAMP = ("#fdf6d8", "#b9dba6", "#67b2ae", "#3580ad", "#243f7a")
_GREY: dict = {"key": "unknown", "colour": "#ffffff", "hatch": "dots", "ink": "#b5b5b5"}
_EMPTY: dict = {"key": "uninhabited", "colour": "#e9e9e6"}
_LOW: dict = {"hatch": "lines", "ink": "#8d7a32"}
_HIGH: dict = {"hatch": "cross", "ink": "#e8edf7"}

STATUSES = ("draft", "returned", "confirmed", "submitted", "accepted")

BARRIER_STYLES: list[dict] = [
    {"value": None, "line": "#8c8577", "width": 1.4},
    {"value": "road", "line": "#a08a68", "width": 1.8},
    {"value": "river", "line": "#2f78b7", "width": 2.2},
    {"value": "rail", "line": "#3c3c3c", "width": 1.8, "dash": [6, 4]},
    {"value": "ridge", "line": "#7a5c3e", "width": 1.4, "dash": [2, 4]},
    {"value": "wall", "line": "#555555", "width": 1.4},
]
BUILDING_STYLES: list[dict] = [
    {"colour": "#6f5f4b", "line": "#3d3326", "width": 0.7, "radius": 3, "point": "#6f5f4b"}
]
DISTRICT_STYLES: list[dict] = [{"line": "#6b2a5b", "width": 2.0, "dash": [9, 3, 2, 3]}]
TOWNSHIP_STYLES: list[dict] = [{"line": "#1d1d1d", "width": 3.0, "casing": "rgba(255,255,255,.75)"}]
ZONE_LINES: list[dict] = [{"line": "#40566b", "width": 0.9}]
DISPUTE_STYLES: list[dict] = [
    {"value": None, "colour": "#ff7f2a", "hatch": "cross", "ink": "#7a2d00", "line": "#7a2d00",
     "width": 2, "point": "#ff7f2a", "symbol": "square", "radius": 5},
    {"value": "settled", "colour": "rgba(255,255,255,.4)", "line": "#7a2d00", "width": 1.5,
     "dash": [3, 3], "point": "#ffffff", "rim": "#7a2d00", "symbol": "square", "radius": 4},
]  # fmt: skip
_MARK: dict = {"line": "#8b0030", "width": 2.2, "rim": "#ffffff"}
FINDING_STYLES: list[dict] = [
    {**_MARK, "value": None, "point": "#555555", "radius": 4},
    {**_MARK, "value": "blocker", "point": "#000000", "symbol": "triangle", "radius": 7},
    {**_MARK, "value": "error", "point": "#c2003a", "symbol": "triangle", "radius": 6},
    {**_MARK, "value": "warning", "point": "#f0a500", "symbol": "square", "radius": 4.5,
     "rim": "#4a3300", "line": "#8a5a00"},
    {**_MARK, "value": "info", "point": "#5b8db8", "radius": 3, "width": 0},
]  # fmt: skip


@dataclass(frozen=True)
class ClassedFigure:
    """One figure that zones can be coloured by.

    Parameters
    ----------
    key : str
        Its name in the page's words (``figure.<key>``).
    classes : list of dict
        Each with ``key`` and numbers ``a``, ``b`` for its words, ``colour``, and a pattern
        (``hatch``, ``ink``) or none.
    values : array of int
        The class of each zone.
    """

    key: str
    classes: list[dict]
    values: np.ndarray = field(repr=False)


def _numbers(values) -> np.ndarray:
    return pd.to_numeric(pd.Series(values)).astype("float64").to_numpy()


def size_classes(values, limits) -> ClassedFigure:
    """Zones by how many live in them, against the range of the census.

    Parameters
    ----------
    values : array of float
        People (or the profile's unit) of each zone; NaN where unknown.
    limits : list of Range or None
        The range of each zone, its own where urban and rural differ; ``None`` throughout
        where the profile has none, then the classes are fifths.
    """
    values = _numbers(values)
    if not limits or limits[0] is None:
        return _fifths(values)
    low = np.array([-np.inf if r.min is None else r.min for r in limits])
    high = np.array([np.inf if r.max is None else r.max for r in limits])
    aim = np.array([r.aim for r in limits], dtype=float)
    code = np.select(
        [np.isnan(values), values == 0, values < low, values > high, values < aim],
        [0, 1, 2, 5, 3],
        default=4,
    )
    one = len(set(limits)) == 1
    bounds = limits[0]
    classes = [_GREY, _EMPTY, {**_LOW, "key": "below", "colour": RAMP[0]}]
    classes += [{"key": "between", "colour": RAMP[1]}, {"key": "between", "colour": RAMP[2]}]
    classes.append({**_HIGH, "key": "above", "colour": RAMP[4]})
    if one:
        classes[2]["a"] = bounds.min if bounds.min is not None else 0
        classes[3].update(a=bounds.min or 0, b=bounds.aim)
        classes[4].update(a=bounds.aim, b=bounds.max)
        classes[5]["a"] = bounds.max
    else:
        for c, key in zip(classes[2:], ("below_own", "lower_own", "upper_own", "above_own")):
            c["key"] = key
    if one and bounds.max is None:
        classes[4]["key"] = "from"
    return ClassedFigure("size", classes, code)


def _fifths(values) -> ClassedFigure:
    known = values[~np.isnan(values) & (values > 0)]
    edges: list[float] = []
    if len(known):
        breaks = np.unique(np.quantile(known, [0.2, 0.4, 0.6, 0.8]).round())
        edges = [float(b) for b in breaks]
    code = np.searchsorted(np.asarray(edges), values, side="right") + 2
    code = np.where(np.isnan(values), 0, np.where(values == 0, 1, code))
    colours = _spread(len(edges) + 1)
    classes = [_GREY, _EMPTY, *_edge_classes(edges, colours, "between")]
    return ClassedFigure("size", classes, code)


def _spread(n: int) -> list[str]:
    return [RAMP[round(i * (len(RAMP) - 1) / max(1, n - 1))] for i in range(n)]


def _edge_classes(edges, colours, middle) -> list[dict]:
    if not edges:
        return [{"key": "all", "colour": colours[0]}]
    out = [{"key": "below", "a": edges[0], "colour": colours[0]}]
    for a, b, colour in zip(edges, edges[1:], colours[1:]):
        out.append({"key": middle, "a": a, "b": b, "colour": colour})
    return [*out, {"key": "from", "a": edges[-1], "colour": colours[len(edges)]}]


def by_breaks(key: str, values, edges) -> ClassedFigure:
    """Zones by a number, in classes between fixed edges (left edge inside)."""
    values = _numbers(values)
    code = np.where(np.isnan(values), 0, np.searchsorted(edges, values, side="right") + 1)
    classes = [_GREY, *_edge_classes([float(e) for e in edges], _spread(len(edges) + 1), "between")]
    return ClassedFigure(key, classes, code)


def by_share(key: str, values) -> ClassedFigure:
    """Zones by a share between 0 and 1, in quarters."""
    values = _numbers(values)
    code = np.clip(np.floor(np.nan_to_num(values) * 4), 0, 3).astype(int) + 1
    code = np.where(np.isnan(values), 0, np.where(values >= 1 - _ROUNDING, 5, code))
    classes: list[dict] = [_GREY]
    for i in range(4):
        classes.append({"key": "share", "a": 25 * i, "b": 25 * i + 25, "colour": RAMP[i]})
    return ClassedFigure(key, [*classes, {"key": "all", "colour": RAMP[4]}], code)


def by_status(values) -> ClassedFigure:
    """Zones by how far they have come; returned ones carry a pattern."""
    known = {status: i + 1 for i, status in enumerate(STATUSES)}
    text = pd.Series(values).astype("object")
    code = np.array([known.get(v, 0) if isinstance(v, str) else 0 for v in text])
    classes: list[dict] = [_GREY, *({"key": s, "colour": c} for s, c in zip(STATUSES, RAMP))]
    classes[2] = {**classes[2], "hatch": "cross", "ink": "#7a2d00"}
    return ClassedFigure("status", classes, code)


def count_classes(key: str, values) -> ClassedFigure:
    """Zones by how many of something they have: none, one, a few, many."""
    values = _numbers(values)
    code = np.searchsorted([1, 2, 5], np.nan_to_num(values), side="right")
    classes: list[dict] = [
        {"key": "none", "colour": RAMP[0]},
        {"key": "exactly", "a": 1, "colour": RAMP[2]},
        {"key": "between", "a": 2, "b": 4, "colour": RAMP[3]},
        {**_HIGH, "key": "from", "a": 5, "colour": RAMP[4]},
    ]
    return ClassedFigure(key, classes, code)
